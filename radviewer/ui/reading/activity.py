"""Whether somebody is at the keyboard or the mouse of a window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow
from shiboken6 import isValid

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)


class Activity(QObject):
    """Tells of every key, click, move and turn of the wheel that the window system sends to one window.

    It looks where they come in, before they are given to a widget: a filter on the application would run Python code
    for every event of every widget, some of them half destroyed.

    Signals:
        seen: There was input.
    """

    seen = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None

    def follow(self, window: QWindow | None) -> None:
        """Watches this window from now on, or none."""
        if window is self._window:
            return
        if self._window is not None and isValid(self._window):  # Qt makes a new one for other window flags
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tells, and lets the event pass."""
        if event.type() in _INPUT:
            self.seen.emit()
        return False
