"""A small window of its own for longer texts: keys, about. It blocks nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget


class TextWindow(QWidget):
    """Shows Markdown."""

    def __init__(self, title: str, markdown: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        page = QTextBrowser()
        page.setMarkdown(markdown)
        page.setOpenExternalLinks(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(page)
        self.resize(620, 640)
