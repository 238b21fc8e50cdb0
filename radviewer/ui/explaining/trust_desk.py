"""Has maps checked in the background, and keeps their cards: one for each map, method, layer, label and evidence."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal

from radviewer.core.errors import Problem
from radviewer.core.explanation import Explanation
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback
from radviewer.core.trust import TrustCard
from radviewer.ui.backends import Worker
from radviewer.ui.bridge import Bridge
from radviewer.ui.explaining.trust_box import TrustView
from radviewer.workbench.assist import Lane
from radviewer.workbench.evidence import Evidence
from radviewer.workbench.services import Services
from radviewer.workbench.trust import trust_card

_KEPT = 256
_STARTING = Progress("waiting")
Key = tuple[object, ...]


@dataclass(slots=True)
class _Running:
    token: CancellationToken = field(default_factory=CancellationToken)
    progress: Progress = _STARTING


class TrustDesk(QObject):
    """Checks on demand, behind what the screen wants; lives on the window's thread.

    Signals:
        changed: A card, a problem or progress arrived.
    """

    changed = Signal()

    def __init__(self, worker: Worker, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker, self._bridge = worker, bridge
        self._done: OrderedDict[Key, TrustCard | Problem] = OrderedDict()
        self._running: dict[Key, _Running] = {}
        self._evidence: Evidence | None = None
        self._edition = 0

    @property
    def evidence(self) -> Evidence | None:
        """What was opened as known evidence."""
        return self._evidence

    def set_evidence(self, evidence: Evidence | None) -> None:
        """Uses other evidence; cards made with the old one are kept for the old one only."""
        self._evidence = evidence
        self._edition += 1
        self.changed.emit()

    def view(self, explanation: Explanation | None) -> TrustView:
        """What is known about a map."""
        if explanation is None:
            return TrustView()
        key = self._key(explanation)
        found, running = self._done.get(key), self._running.get(key)
        return TrustView(
            True,
            found if isinstance(found, TrustCard) else None,
            None if running is None else running.progress,
            found if isinstance(found, Problem) else None,
            self._evidence is not None,
        )

    def check(self, explanation: Explanation) -> None:
        """Has a map checked, unless it is being checked or was."""
        key = self._key(explanation)
        if key in self._running or isinstance(self._done.get(key), TrustCard):
            return
        self._done.pop(key, None)
        running = self._running[key] = _Running()
        self._worker.submit_task(
            partial(_check, explanation, self._evidence),
            lambda outcome: self._bridge.post(partial(self._receive, key, running, outcome)),
            running.token,
            Lane.ASKED,
            lambda step: self._bridge.post(partial(self._progress, key, running, step)),
        )
        self.changed.emit()

    def cancel(self, explanation: Explanation) -> None:
        """Stops the check of a map; what it found so far is dropped."""
        running = self._running.pop(self._key(explanation), None)
        if running is not None:
            running.token.cancel()
            self.changed.emit()

    @property
    def busy(self) -> bool:
        """Whether anything is being checked."""
        return bool(self._running)

    def cancel_all(self) -> None:
        """Stops all checks."""
        for running in self._running.values():
            running.token.cancel()
        stopped = bool(self._running)
        self._running.clear()
        if stopped:
            self.changed.emit()

    def _key(self, explanation: Explanation) -> Key:
        return (
            explanation.image,
            explanation.model_id,
            explanation.model_version,
            explanation.method,
            explanation.layer,
            explanation.label.key,
            explanation.seed,
            self._edition,
        )

    def _progress(self, key: Key, running: _Running, step: Progress) -> None:
        if self._running.get(key) is running:
            running.progress = step
            self.changed.emit()

    def _receive(self, key: Key, running: _Running, outcome: TrustCard | Problem | None) -> None:
        if self._running.get(key) is not running:
            return  # cancelled, and perhaps asked for again
        del self._running[key]
        if outcome is not None:
            self._done[key] = outcome
            while len(self._done) > _KEPT:
                self._done.popitem(last=False)
        self.changed.emit()


def _check(
    explanation: Explanation,
    evidence: Evidence | None,
    services: Services,
    token: CancellationToken,
    progress: ProgressCallback,
) -> TrustCard:
    return trust_card(explanation, services, "auto", token, progress, evidence=evidence, seed=explanation.seed)
