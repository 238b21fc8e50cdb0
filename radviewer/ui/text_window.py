"""A small window of its own for longer texts: keys, about. It blocks nothing, and Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget


class TextWindow(QWidget):
    """Shows Markdown."""

    def __init__(self, title: str, markdown: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.page = QTextBrowser()
        self.page.setAccessibleName(title)
        self.page.setMarkdown(markdown)
        self.page.setOpenExternalLinks(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.page)
        self.resize(620, 640)

    def set_markdown(self, markdown: str) -> None:
        """Shows another text at the same place."""
        at = self.page.verticalScrollBar().value()
        self.page.setMarkdown(markdown)
        self.page.verticalScrollBar().setValue(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
