"""A window of its own beside the main one: worklist, batches, header, models. It blocks nothing and comes back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class SideWindow(QWidget):
    """A child of the main window that lies as a window beside it; Esc closes it.

    Args:
        title: Of the window.
        parent: The main window; with it this one goes.
        size: (width, height) when it is first shown.
    """

    def __init__(self, title: str, parent: QWidget, size: tuple[int, int]) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.resize(*size)

    def present(self) -> None:
        """Shows it, or brings it to the front."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
