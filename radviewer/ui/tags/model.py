"""The tag browser's rows as a Qt tree model."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from radviewer.io.tags import Tag
from radviewer.ui.i18n import said, tr
from radviewer.ui.theme import Theme
from radviewer.workbench.tag_tree import HIDDEN, MISSING, TagRow, short

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LONG_TIP = 2000


class TagColumn(IntEnum):
    """The tree's columns."""

    NUMBER = 0
    KEYWORD = 1
    VR = 2
    VALUE = 3
    OTHER = 4


_TITLES = {
    TagColumn.NUMBER: "Tag",
    TagColumn.KEYWORD: "Name",
    TagColumn.VR: "VR",
    TagColumn.VALUE: "Value",
    TagColumn.OTHER: "Other image",
}


class TagModel(QAbstractItemModel):
    """Rows of `workbench.tag_tree`.

    Args:
        theme: The colours.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[TagRow] = []
        self._compared = False

    @property
    def rows(self) -> list[TagRow]:
        """The rows at the top."""
        return self._rows

    def set_rows(self, rows: list[TagRow], *, compared: bool) -> None:
        """Shows other rows."""
        before = self._rows  # Qt's indexes point to the old rows until the reset is over
        self.beginResetModel()
        self._rows, self._compared = rows, compared
        self.endResetModel()
        before.clear()

    def row_of(self, index: Index) -> TagRow | None:
        """The row at an index."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, TagRow) else None

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """As Qt asks."""
        above = self.row_of(parent)
        siblings = self._rows if above is None else above.children
        return self.createIndex(row, column, siblings[row]) if 0 <= row < len(siblings) else QModelIndex()

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """As Qt asks."""
        row = self.row_of(index)
        above = None if row is None else row.parent
        return QModelIndex() if above is None else self.createIndex(above.place, 0, above)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """As Qt asks."""
        above = self.row_of(parent)
        return len(self._rows if above is None else above.children)

    def columnCount(self, _parent: Index = _ROOT) -> int:
        """With a column for the other image only while one is compared."""
        return len(TagColumn) if self._compared else len(TagColumn) - 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """The columns' titles."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return tr(_TITLES[TagColumn(section)])
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """One cell."""
        row = self.row_of(index)
        if row is None:
            return None
        column = TagColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(row, column)
        return None

    def _text(self, row: TagRow, column: TagColumn) -> str:
        tag = row.tag
        if column is TagColumn.NUMBER:
            return tag.number
        if column is TagColumn.KEYWORD:
            return tag.keyword or (tag.name if tag.number else tr(tag.name))
        if column is TagColumn.VR:
            return tag.vr
        if column is TagColumn.VALUE:
            return _shortened(_in_words(row.value, tag), tag.size)
        return _shortened(_in_words(row.other or "", tag))

    def _tip(self, row: TagRow, column: TagColumn) -> str:
        if column is TagColumn.VALUE:
            return _in_words(row.value, row.tag)[:_LONG_TIP]
        if column is TagColumn.OTHER:
            return _in_words(row.other or "", row.tag)[:_LONG_TIP]
        kind = tr("private attribute") if row.tag.private else ""
        return "\n".join(part for part in (row.tag.name, row.tag.path, kind) if part)

    def _color(self, row: TagRow, column: TagColumn) -> QColor | None:
        if row.differs and column in (TagColumn.VALUE, TagColumn.OTHER):
            return QColor(self._theme["caution"])
        quiet = row.tag.private or (column is TagColumn.VALUE and row.value in (HIDDEN, MISSING))
        return QColor(self._theme["text_soft"]) if quiet or column is TagColumn.VR else None


def _in_words(value: str, tag: Tag) -> str:
    """A value; what the program itself says of it (hidden, how many items) in the language of the window."""
    if value in (HIDDEN, MISSING):
        return tr(value)
    if not tag.number or tag.vr == "SQ":
        return said(value)
    return f"<{said(value[1:-1])}>" if value.startswith("<") and value.endswith(">") else value


def _shortened(value: str, size: int = 0) -> str:
    text = short(value, size)
    head, mark, tail = text.rpartition("…  (")
    if not mark or not tail.endswith(" in all)"):
        return text
    return tr("{text}…  ({size} in all)").format(text=head, size=tail.removesuffix(" in all)"))
