"""Marks of readers and boxes of the truth over an image, at one width whatever the zoom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from radviewer.readerstudy.plan import Box
from radviewer.workbench.viewing import Placement

_RADIUS = 9.0


@dataclass(frozen=True, slots=True)
class ShownMark:
    """A mark: row and column in the image's continuous coordinates; filled for a call with AI."""

    row: float
    column: float
    aided: bool
    reader: str


class MarkItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws marks and boxes.

    Args:
        placement: Where the image lies now, or None.
        size: (width, height) of the pane.
    """

    def __init__(self, placement: Callable[[], Placement | None], size: Callable[[], tuple[float, float]]) -> None:
        super().__init__()
        self._placement, self._pane = placement, size
        self._marks: tuple[ShownMark, ...] = ()
        self._boxes: tuple[Box, ...] = ()
        self._colors = (QColor("white"), QColor("white"))
        self.setZValue(3)

    def set_marks(
        self, marks: Sequence[ShownMark], boxes: Sequence[Box], mark_color: QColor, box_color: QColor
    ) -> None:
        """Shows other marks and boxes."""
        self._marks, self._boxes, self._colors = tuple(marks), tuple(boxes), (mark_color, box_color)
        self.update()

    def boundingRect(self) -> QRectF:
        """The whole pane."""
        return QRectF(0, 0, *self._pane())

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draws in pane pixels."""
        placed = self._placement()
        if placed is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colors[1], 2, Qt.PenStyle.DashLine))
        for box in self._boxes:
            corners = (
                (box.y, box.x),
                (box.y, box.x + box.width),
                (box.y + box.height, box.x + box.width),
                (box.y + box.height, box.x),
            )
            painter.drawPolygon(QPolygonF([QPointF(*placed.to_screen(*corner)) for corner in corners]))
        painter.setPen(QPen(self._colors[0], 2))
        for mark in self._marks:
            at = QPointF(*placed.to_screen(mark.row, mark.column))
            painter.setBrush(self._colors[0] if mark.aided else QColor(0, 0, 0, 0))
            painter.drawEllipse(at, _RADIUS, _RADIUS)
            painter.drawText(at + QPointF(_RADIUS + 4, 4), mark.reader)
