"""Draws a score as text over a bar, in the colour of the operating point."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from radviewer.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_HIGH = 3


class ScoreDelegate(QStyledItemDelegate):
    """A cell with a bar under its text.

    Args:
        theme: The colours.
        role: Of the model, whose data is (share 0 to 1, colour token) or None.
    """

    def __init__(self, theme: Theme, role: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._role = theme, role

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one cell."""
        super().paint(painter, option, index)
        bar = index.data(self._role)
        if not bar:
            return
        share, token = bar
        room = QRectF(option.rect).adjusted(4, 0, -4, -1)
        room.setTop(room.bottom() - _HIGH)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme["pressed"]))
        painter.drawRect(room)
        room.setWidth(room.width() * float(share))
        painter.setBrush(QColor(self._theme[token]))
        painter.drawRect(room)
        painter.restore()
