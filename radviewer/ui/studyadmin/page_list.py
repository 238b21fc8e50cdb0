"""The list of pages at the left of the administrator's windows."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

_WIDTH, _HEIGHT = 190, 34


class PageList(QListWidget):
    """Names of pages; the chosen one is shown in `stack`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stack = QStackedWidget()
        self.setFixedWidth(_WIDTH)
        self.currentRowChanged.connect(self.stack.setCurrentIndex)

    def add_page(self, name: str, page: QWidget) -> None:
        """Adds a page at the end."""
        item = QListWidgetItem(name)
        item.setSizeHint(QSize(_WIDTH - 8, _HEIGHT))
        self.addItem(item)
        self.stack.addWidget(page)
        if self.count() == 1:
            self.setCurrentRow(0)
