"""The list of studies that were opened lately, with those that are not there any more marked as such."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from radviewer.ui.i18n import said, tr
from radviewer.ui.panels.widgets import label
from radviewer.ui.theme import Theme
from radviewer.workbench.recents import Recent

_ITEM = int(Qt.ItemDataRole.UserRole)


class RecentPanel(QWidget):
    """Shows recent studies.

    Signals:
        open_requested: A `Recent`.
        remove_requested: A `Recent` that shall be forgotten.
        clear_requested: All shall be forgotten.
    """

    open_requested = Signal(object)
    remove_requested = Signal(object)
    clear_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: tuple[Recent, ...] = ()
        self.list = _List()
        self.list.setAccessibleName(tr("Recent studies"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda item: self.open_requested.emit(self._of(item)))
        self.list.itemClicked.connect(lambda item: self.open_requested.emit(self._of(item)))
        self.list.delete_pressed.connect(self._remove)
        self.note = label("", "soft")
        self.note.setContentsMargins(12, 4, 12, 4)
        self.clear = QPushButton(tr("Forget all"))
        self.clear.setObjectName("flat")
        self.clear.setToolTip(tr("Empties this list; no study is touched. Delete forgets the chosen one."))
        self.clear.clicked.connect(self.clear_requested)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 8)
        row.addStretch(1)
        row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def set_items(self, items: Sequence[Recent], *, hidden: bool) -> None:
        """Shows the list.

        Args:
            items: The latest first.
            hidden: De-identified mode: neither names nor dates nor paths are shown.
        """
        at = self.list.currentRow()
        self._items = tuple(items)
        self.list.clear()
        for number, item in enumerate(self._items):
            self.list.addItem(self._line(number, item, hidden=hidden))
        if at >= 0:
            self.list.setCurrentRow(min(at, len(items) - 1))
        words = tr("Nothing was opened yet.") if not items else ""
        if hidden:
            words = tr("De-identified mode: nothing is added here, and names are hidden.")
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.clear.setEnabled(bool(items))

    def _line(self, number: int, item: Recent, *, hidden: bool) -> QListWidgetItem:
        missing = item.missing
        lines = [said(item.shown(hidden=True))]
        if not hidden:
            lines.insert(0, item.title)
        if missing:
            count = len(missing)
            where = "" if hidden else f": {missing[0]}"
            lines.append(tr("not found{where}").format(where=where) if count == 1 else tr("files are missing"))
        elif not hidden:
            lines.append(_when(item.opened))
        made = QListWidgetItem("\n".join(lines))
        made.setData(_ITEM, number)
        if missing:
            made.setForeground(QColor(self._theme["text_off"]))
        if not hidden:
            made.setToolTip("\n".join(map(str, item.paths)))
        return made

    def _of(self, item: QListWidgetItem) -> Recent:
        return self._items[int(item.data(_ITEM))]

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.remove_requested.emit(self._of(item))


class _List(QListWidget):
    """A list that says when Delete was pressed."""

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete forgets the chosen entry."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


def _when(text: str) -> str:
    """A kept time as people write it; as it is where it is none."""
    try:
        return f"{datetime.fromisoformat(text).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return text
