"""What the reader does with the image, on its way to the session: drags are thinned to a few entries a second.

The first step of a drag is recorded at once and the last one at its end, so the log says when it began, how it went
and how the screen stood afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

INTERVAL_MS = 150


class EventLog(QObject):
    """Thins events of one kind.

    Args:
        record: Takes (kind, facts).
    """

    def __init__(self, record: Callable[[str, dict[str, Any]], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._held: dict[str, dict[str, Any]] = {}
        self._since: dict[str, QElapsedTimer] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.flush)

    def at_once(self, kind: str, **facts: Any) -> None:
        """Records something that happened now, after all that came before it."""
        self.flush()
        self._record(kind, facts)

    def moving(self, kind: str, **facts: Any) -> None:
        """Records one step of something that goes on; later steps replace it while they come quickly."""
        since = self._since.get(kind)
        if since is None or since.elapsed() >= INTERVAL_MS:
            self._held.pop(kind, None)
            self._note(kind, facts)
            return
        self._held[kind] = facts
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Records what is held."""
        self._timer.stop()
        held, self._held = self._held, {}
        for kind, facts in held.items():
            self._note(kind, facts)

    def _note(self, kind: str, facts: dict[str, Any]) -> None:
        timer = QElapsedTimer()
        timer.start()
        self._since[kind] = timer
        self._record(kind, facts)
