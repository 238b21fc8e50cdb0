"""Which widgets keep arrow keys and the space bar for themselves, so that shortcuts do not take them away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit, QPlainTextEdit, QTextBrowser

_NAVIGATION = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Space,
    }
)
_OWNERS = (QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit, QPlainTextEdit, QTextBrowser)


class NavigationKeys(QObject):
    """An event filter for the application: the focused list, slider or box gets its keys before the shortcuts do."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claims a key for the widget that has the focus."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, _OWNERS)
            and event.key() in _NAVIGATION
        ):
            event.accept()
            return True
        return False
