"""The one way from other threads into the window: a queued signal that carries a call to be made there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Bridge(QObject):
    """Delivers calls on the thread that made the bridge; calls that come after `close` are dropped."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Has `call` made on the bridge's thread; safe from any thread."""
        if self._open:
            self._posted.emit(call)

    def close(self) -> None:
        """Drops what still comes."""
        self._open = False

    def _deliver(self, call: Callable[[], None]) -> None:
        if self._open:
            call()
