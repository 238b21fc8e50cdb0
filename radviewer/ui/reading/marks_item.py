"""What is drawn over the image of a case: the reader's marks, the AI's boxes, and the truth of a practice case.

Marks count from the centre of the first pixel (x = column, y = row), boxes from its edge, as the plan says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from radviewer.readerstudy.plan import Box
from radviewer.ui.theme import Theme
from radviewer.workbench.viewing import Placement

RADIUS = 9.0
_SHADE = QColor(0, 0, 0, 190)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What lies over one image.

    Attributes:
        marks: The reader's, each with `x`, `y` and perhaps `rating`, with its number in the case.
        ai: Boxes of the AI.
        truth: Boxes of the truth.
    """

    marks: tuple[tuple[int, dict[str, Any]], ...] = ()
    ai: tuple[Box, ...] = ()
    truth: tuple[Box, ...] = ()


class MarksItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws marks and boxes under the image's placement, in lines of one thickness at every zoom."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__()
        self._theme, self._font = theme, QFont(font)
        self._drawn = Drawn()
        self._placement: Placement | None = None
        self._size = (1.0, 1.0)

    @property
    def drawn(self) -> Drawn:
        """What is on the screen."""
        return self._drawn

    def set_drawn(self, drawn: Drawn) -> None:
        """Sets what is drawn."""
        if drawn != self._drawn:
            self._drawn = drawn
            self.update()

    def set_placement(self, placement: Placement | None, size: tuple[float, float]) -> None:
        """Sets where the image lies in a pane of (width, height)."""
        if size != self._size:
            self.prepareGeometryChange()
        self._placement, self._size = placement, size
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
        self._boxes(painter, self._placement, self._drawn.ai, QColor(self._theme["overlay_caution"]), "AI")
        self._boxes(painter, self._placement, self._drawn.truth, QColor(self._theme["ok"]), "truth")
        for number, mark in self._drawn.marks:
            self._mark(painter, self._placement, number, mark)

    def _boxes(self, painter: QPainter, placed: Placement, boxes: Sequence[Box], color: QColor, name: str) -> None:
        for box in boxes:
            corners = [(box.x, box.y), (box.x + box.width, box.y), (box.x + box.width, box.y + box.height),
                       (box.x, box.y + box.height)]  # fmt: skip
            shape = QPolygonF([QPointF(*placed.to_screen(y, x)) for x, y in corners])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for ink, width in ((_SHADE, 3.5), (color, 1.8)):
                painter.setPen(QPen(ink, width))
                painter.drawPolygon(shape)
            top = shape.boundingRect().topLeft()
            self._word(painter, QPointF(top.x(), top.y() - 4), name, color)

    def _mark(self, painter: QPainter, placed: Placement, number: int, mark: dict[str, Any]) -> None:
        x, y = placed.to_screen(mark["y"] + 0.5, mark["x"] + 0.5)
        color = QColor(self._theme["accent"])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, width in ((_SHADE, 4.0), (color, 2.0)):
            painter.setPen(QPen(ink, width))
            painter.drawEllipse(QPointF(x, y), RADIUS, RADIUS)
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                painter.drawLine(QPointF(x + 4 * dx, y + 4 * dy), QPointF(x + (RADIUS + 4) * dx, y + (RADIUS + 4) * dy))
        rating = mark.get("rating")
        text = f"{number}" if rating is None else f"{number}: {rating:g}"
        self._word(painter, QPointF(x + RADIUS + 6, y - RADIUS), text, color)

    def _word(self, painter: QPainter, at: QPointF, text: str, color: QColor) -> None:
        width = QFontMetricsF(self._font).horizontalAdvance(text)
        at = QPointF(min(max(at.x(), 2.0), self._size[0] - width - 2), max(at.y(), 14.0))
        for ink, shift in ((_SHADE, 1.0), (color, 0.0)):
            painter.setPen(ink)
            painter.drawText(at + QPointF(shift, shift), text)
