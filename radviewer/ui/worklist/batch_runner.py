"""Runs a batch in the background lane of the torch thread: a few images ahead, paused and continued at any image."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from radviewer.core.errors import Problem
from radviewer.core.tasks import CancellationToken
from radviewer.io.decode_pool import Priority
from radviewer.io.export import WriteProblem
from radviewer.ui.backends import Decoder, Worker
from radviewer.ui.bridge import Bridge
from radviewer.workbench.assist import Lane, Outcome
from radviewer.workbench.batch import Batch
from radviewer.workbench.requests import AssistRequest

_AHEAD = 2  # requests that wait while one runs, so that the thread never idles


class BatchRunner(QObject):
    """Works through a batch; lives on the window's thread.

    Signals:
        answered: The number of an image that has its answer.
        changed: It was started, paused or finished.
        failed: A sentence about answers that could not be kept.
    """

    answered = Signal(int)
    changed = Signal()
    failed = Signal(str)

    def __init__(self, worker: Worker, decoder: Decoder, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker, self._decoder, self._bridge = worker, decoder, bridge
        self._token: CancellationToken | None = None
        self._todo: Iterator[int] = iter(())
        self._waiting = 0
        self._clock = QElapsedTimer()
        self._since = 0
        self.batch: Batch | None = None

    @property
    def running(self) -> bool:
        """Whether images are being predicted."""
        return self._token is not None

    @property
    def seconds_left(self) -> float | None:
        """How long the rest will take at the pace so far; None before three answers."""
        if self.batch is None or not self.running:
            return None
        done = self.batch.done - self._since
        return (
            None if done < 3 else self._clock.elapsed() / 1000 / done * (len(self.batch.plan.items) - self.batch.done)
        )

    def take(self, batch: Batch | None) -> None:
        """Holds another batch, paused; the one before is paused too."""
        self.pause()
        self.batch = batch
        self.changed.emit()

    def go(self) -> None:
        """Predicts the images that have no answer yet."""
        if self.batch is None or self.running or self.batch.finished:
            return
        self._token = CancellationToken()
        self._todo = iter(list(self.batch.open_items()))
        self._since, self._waiting = self.batch.done, 0
        self._clock.start()
        for _ in range(1 + _AHEAD):
            self._send(self._token)
        self.changed.emit()

    def pause(self) -> None:
        """Stops; what is answered stays."""
        if self._token is not None:
            self._token.cancel()
            self._token = None
            self.changed.emit()

    def _send(self, token: CancellationToken) -> None:
        number = next(self._todo, None)
        if number is None or self.batch is None:
            return
        item = self.batch.plan.items[number]
        self._waiting += 1
        self._decoder.submit(item.image, Priority.PREFETCH)  # decoded while the one before is predicted
        self._worker.submit_behind(
            AssistRequest(item.image, self.batch.plan.model, methods=()),
            lambda outcome: self._bridge.post(partial(self._receive, token, number, outcome)),
            token,
            Lane.BATCH,
        )

    def _receive(self, token: CancellationToken, number: int, outcome: Outcome) -> None:
        if token is not self._token or self.batch is None:
            return  # of a run that was paused
        self._waiting -= 1
        if outcome is not None:
            try:
                self.batch.take(number, outcome if isinstance(outcome, Problem) else outcome.prediction)
            except WriteProblem as problem:
                self.failed.emit(problem.message)
            self.answered.emit(number)
        self._send(token)
        if self._waiting == 0:
            self._token = None
            self.changed.emit()
