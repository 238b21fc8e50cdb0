"""Asks the worker for predictions and maps, and keeps only answers to what was asked last."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from radviewer.core.errors import Problem
from radviewer.core.image import ImageRef
from radviewer.core.tasks import Progress
from radviewer.ui.backends import Worker
from radviewer.ui.bridge import Bridge
from radviewer.ui.viewer_state import ViewerState
from radviewer.workbench.assist import Outcome
from radviewer.workbench.merging import merged, missing_methods
from radviewer.workbench.requests import AssistRequest, AssistResult
from radviewer.workbench.resolve import shown_methods
from radviewer.workbench.state import DisplayState

_PAUSE_MS = 120  # an image has to stay so long on the screen before it is predicted by itself
_KEPT = 64


class Assistant(QObject):
    """Keeps predictions in step with the screen; lives on the window's thread.

    Signals:
        started: A request was sent.
        progressed: A `Progress` of the running request.
        succeeded: The `AssistResult` that is now on the screen.
        failed: The `Problem` of the running request.
        ended: Nothing runs any more.
    """

    started = Signal()
    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, worker: Worker, state: ViewerState, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker, self._holder, self._bridge = worker, state, bridge
        self._running: tuple[int, AssistRequest] | None = None
        self._closed = False
        self._refused: set[tuple[ImageRef, str]] = set()
        self._results: OrderedDict[tuple[ImageRef, str], AssistResult] = OrderedDict()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask_by_itself)
        state.changed.connect(self._follow)
        state.facts_changed.connect(lambda _old, _new: self._arrived())

    @property
    def busy(self) -> bool:
        """Whether a request runs."""
        return self._running is not None

    def predict(self) -> None:
        """Predicts the image on the screen, whether or not it is predicted by itself."""
        state = self._holder.state
        if state.image is not None and state.model_id is not None and self._on_screen():
            self._refused = {item for item in self._refused if item[0] != state.image}
            self._send(AssistRequest(state.image, state.model_id))

    def explain(self) -> None:
        """Asks for the missing maps of the image on the screen again, after they were cancelled or failed."""
        image = self._holder.state.image
        self._refused = {item for item in self._refused if item[0] != image}
        self._arrived()

    def knows(self, image: ImageRef, model_id: str) -> bool:
        """Whether an image need not be predicted by itself: it was, or that was cancelled or failed."""
        return (image, model_id) in self._results or (image, model_id) in self._refused

    def keep_ahead(self, result: AssistResult) -> None:
        """Takes the prediction of an image that is not on the screen yet; one that is there is not replaced."""
        key = (result.request.image, result.request.model_id)
        if key not in self._results and not self._closed:
            self._keep(result)

    def cancel(self) -> None:
        """Stops the running request."""
        self._pause.stop()
        if self._running is not None:
            request = self._running[1]
            self._refused.add((request.image, request.model_id))  # not to be started by itself again
            self._drop()

    def close(self) -> None:
        """Stops for good."""
        self._closed = True
        self.cancel()

    def forget(self) -> None:
        """Lets go of all results."""
        self._drop()
        self._results.clear()
        self._refused.clear()

    def _drop(self) -> None:
        if self._running is not None:
            self._running = None
            self._worker.cancel()
            self.ended.emit()

    def _follow(self, old: DisplayState, new: DisplayState) -> None:
        if (old.image, old.model_id) != (new.image, new.model_id):
            if self._running is not None and not self._is_current(self._running[1]):
                self._drop()
            self._pause.stop()
            self._arrived()
        elif (old.overlay, old.layout, old.auto_predict) != (new.overlay, new.layout, new.auto_predict):
            self._arrived()

    def _arrived(self) -> None:
        """Shows what is known about the images on the screen, or plans to ask."""
        self._spread()
        state = self._holder.state
        if state.image is None or state.model_id is None or not self._on_screen():
            return
        known = self._results.get((state.image, state.model_id))
        if known is None:
            wanted = state.auto_predict and self._running is None
            if wanted and (state.image, state.model_id) not in self._refused and not self._pause.isActive():
                self._pause.start()
            return
        self._complete(known, state)

    def _spread(self) -> None:
        """Gives every pane what is known about its image."""
        state, facts = self._holder.state, self._holder.facts
        for number, (cell, seen) in enumerate(zip(state.cells, facts.cells, strict=True)):
            known = self._results.get((cell.image, state.model_id)) if cell.image and state.model_id else None
            there = seen.prepared is not None and seen.prepared.ref == cell.image
            if known is not None and there and seen.result is not known:
                facts = facts.with_cell(number, result=known)
        self._holder.put(state, facts)  # what that changes comes back here, and finds nothing more to give

    def _complete(self, known: AssistResult, state: DisplayState) -> None:
        if self._running is not None or not known.prediction.scores or not state.overlay.visible:
            return
        keys = [score.label.key for score in known.prediction.scores]
        key = state.overlay.label_key if state.overlay.label_key in keys else known.prediction.top.label.key
        layer = state.overlay.layer
        methods = missing_methods(known, shown_methods(state), key, layer)
        request = AssistRequest(known.request.image, known.request.model_id, "auto", methods, (key,), layer)
        asked = (request.image, f"{request.model_id}/{methods}/{key}/{layer}")
        if methods and asked not in self._refused:
            self._refused.add(asked)
            self._send(request)

    def _ask_by_itself(self) -> None:
        state = self._holder.state
        if state.image is not None and state.model_id is not None and self._on_screen() and self._running is None:
            self._send(AssistRequest(state.image, state.model_id))

    def _send(self, request: AssistRequest) -> None:
        self._pause.stop()
        if self._closed:
            return
        generation = self._worker.submit(
            request,
            lambda number, outcome: self._bridge.post(partial(self._receive, number, outcome)),
            lambda number, step: self._bridge.post(partial(self._progress, number, step)),
        )
        self._running = (generation, request)
        self.started.emit()

    def _progress(self, generation: int, step: Progress) -> None:
        if self._running is not None and self._running[0] == generation:
            self.progressed.emit(step)

    def _receive(self, generation: int, outcome: Outcome) -> None:
        if self._running is None or self._running[0] != generation:
            return  # an answer to an older question
        request = self._running[1]
        self._running = None
        self.ended.emit()
        if isinstance(outcome, Problem):
            self._refused.add((request.image, request.model_id))
            if self._is_current(request):
                self.failed.emit(outcome)
        elif outcome is not None and outcome.prediction.image == request.image:
            self._keep(merged(self._results.get((request.image, request.model_id)), outcome))

    def _keep(self, result: AssistResult) -> None:
        key = (result.request.image, result.request.model_id)
        self._results[key] = result
        self._results.move_to_end(key)
        while len(self._results) > _KEPT:
            self._results.popitem(last=False)
        self._spread()
        if self._is_current(result.request):
            self.succeeded.emit(result)

    def _is_current(self, request: AssistRequest) -> bool:
        state = self._holder.state
        return request.image == state.image and request.model_id == state.model_id

    def _on_screen(self) -> bool:
        prepared = self._holder.facts.prepared
        return prepared is not None and prepared.ref == self._holder.state.image
