"""Marks of readers and boxes over an image, in lines of one thickness at every zoom; a layer of any pane."""

from __future__ import annotations

from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from radviewer.readerstudy.plan import Box
from radviewer.ui.theme import Theme
from radviewer.workbench.scene import PaneScene
from radviewer.workbench.viewing import Placement

RADIUS = 9.0
_TICK = 4.0
_SHADE = QColor(0, 0, 0, 190)


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of an image.

    Attributes:
        row: In the image's continuous coordinates.
        column: As well.
        name: What stands beside it.
        filled: Whether its middle is filled.
        color: Its colour in the theme.
    """

    row: float
    column: float
    name: str
    filled: bool = False
    color: str = "accent"


@dataclass(frozen=True, slots=True)
class MarkBox:
    """A rectangle of an image.

    Attributes:
        box: Where, from the edge of the first pixel.
        name: What stands above it.
        color: Its colour in the theme.
        dashed: Whether its line is broken.
    """

    box: Box
    name: str = ""
    color: str = "accent"
    dashed: bool = False

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """(row, column) of its corners, clockwise."""
        top, left = self.box.y, self.box.x
        bottom, right = top + self.box.height, left + self.box.width
        return (top, left), (top, right), (bottom, right), (bottom, left)


class MarkItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws marks and boxes where the image lies.

    Args:
        theme: The colours.
        font: Of the names.
    """

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__()
        self._theme, self._font = theme, QFont(font)
        self.marks: tuple[Mark, ...] = ()
        self.boxes: tuple[MarkBox, ...] = ()
        self._placement: Placement | None = None
        self._size = (1.0, 1.0)

    def draw(self, marks: tuple[Mark, ...] = (), boxes: tuple[MarkBox, ...] = ()) -> None:
        """Sets what is drawn."""
        if (marks, boxes) != (self.marks, self.boxes):
            self.marks, self.boxes = marks, boxes
            self.update()

    def follow(self, scene: PaneScene, placement: Placement | None, size: tuple[float, float]) -> None:
        """Takes where the image lies in a pane of (width, height)."""
        if size != self._size:
            self.prepareGeometryChange()
        placed = placement if scene.prepared is not None else None
        if placed != self._placement or size != self._size:
            self._placement, self._size = placed, size
            self.update()

    def boundingRect(self) -> QRectF:
        """The whole pane."""
        return QRectF(0, 0, *self._size)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draws all of it."""
        if self._placement is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        for box in self.boxes:
            self._box(painter, self._placement, box)
        for mark in self.marks:
            self._mark(painter, self._placement, mark)

    def _box(self, painter: QPainter, placed: Placement, box: MarkBox) -> None:
        shape = QPolygonF([QPointF(*placed.to_screen(*corner)) for corner in box.corners])
        color = QColor(self._theme[box.color])
        style = Qt.PenStyle.DashLine if box.dashed else Qt.PenStyle.SolidLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, width in ((_SHADE, 3.5), (color, 1.8)):
            painter.setPen(QPen(ink, width, style))
            painter.drawPolygon(shape)
        top = shape.boundingRect().topLeft()
        self._word(painter, QPointF(top.x(), top.y() - 4), box.name, color)

    def _mark(self, painter: QPainter, placed: Placement, mark: Mark) -> None:
        x, y = placed.to_screen(mark.row, mark.column)
        color = QColor(self._theme[mark.color])
        for ink, width in ((_SHADE, 4.0), (color, 2.0)):
            painter.setPen(QPen(ink, width))
            painter.setBrush(color if mark.filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, y), RADIUS, RADIUS)
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                inner, outer = _TICK, RADIUS + _TICK
                painter.drawLine(QPointF(x + inner * dx, y + inner * dy), QPointF(x + outer * dx, y + outer * dy))
        self._word(painter, QPointF(x + RADIUS + 6, y - RADIUS), mark.name, color)

    def _word(self, painter: QPainter, at: QPointF, text: str, color: QColor) -> None:
        width = QFontMetricsF(self._font).horizontalAdvance(text)
        at = QPointF(min(max(at.x(), 2.0), self._size[0] - width - 2), max(at.y(), 14.0))
        for ink, shift in ((_SHADE, 1.0), (color, 0.0)):
            painter.setPen(ink)
            painter.drawText(at + QPointF(shift, shift), text)
