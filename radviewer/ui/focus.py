"""Which widgets keep arrow keys and the space bar for themselves, so that shortcuts do not take them away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)
from shiboken6 import isValid

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
    """Lets the focused list, slider or box have its keys before the shortcuts do.

    It filters the events of the one widget that has the focus: a filter on the application would run Python code for
    every event of every widget, some of them half destroyed.

    Args:
        application: Whose focus it follows.
    """

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._watched: QWidget | None = None
        application.focusChanged.connect(self._follow)
        self._follow(None, application.focusWidget())

    def end(self) -> None:
        """Lets go of the focus."""
        self._application.focusChanged.disconnect(self._follow)
        self._follow(self._watched, None)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claims a key for the widget that has the focus, or for the one around it that it is a part of."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _NAVIGATION
            and _is_owned(watched)
        ):
            event.accept()
            return True
        return False


def _is_owned(watched: QObject | None) -> bool:
    """Whether a widget, or one that it lies in within its window, keeps the keys."""
    while isinstance(watched, QWidget):
        if isinstance(watched, _OWNERS):
            return True
        watched = None if watched.isWindow() else watched.parentWidget()
    return False
