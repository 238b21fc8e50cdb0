"""Texts over the image: corner text, patient letters, scale bar, the map's legend and the shared cursor."""

from __future__ import annotations

from functools import cache

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from radviewer.core.colormaps import ColorMap, color_table
from radviewer.core.overlay import OverlayStyle, ScaleMode
from radviewer.ui.canvas.sprites import ShadowText
from radviewer.ui.i18n import tr
from radviewer.ui.theme import Theme
from radviewer.workbench.orientation import EdgeLabels
from radviewer.workbench.readout import ScaleBar

_PAD = 10.0
_LEGEND = (8.0, 104.0)
_CROSS = 9.0
_SCALE_WORDS = {
    ScaleMode.ABSOLUTE: "absolute",
    ScaleMode.IMAGE_MAXIMUM: "of image max.",
    ScaleMode.PROBABILITY: "max. = probability",
}


class TextItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws all texts of a pane, in the pane's logical pixels."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__()
        self._text = QColor(theme["overlay_text"])
        self._caution_color = QColor(theme["overlay_caution"])
        self._font = QFont(font)
        self._words = ShadowText(self._font)
        self._size = (1.0, 1.0)
        self.edges = EdgeLabels()
        self.top_left: tuple[str, ...] = ()
        self.caution = ""
        self.message = ""
        self.bottom_left: tuple[str, ...] = ()
        self.bar: ScaleBar | None = None
        self.legend: OverlayStyle | None = None
        self.cross: tuple[float, float] | None = None
        self.shown = True
        self.chips = 0.0

    def set_chips(self, width: float) -> None:
        """Sets the room that the words of the links take at the upper right."""
        if width != self.chips:
            self.chips = width
            self.update()

    def set_size(self, size: tuple[float, float]) -> None:
        """Sets (width, height) of the pane."""
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size

    def boundingRect(self) -> QRectF:
        """The whole pane."""
        return QRectF(0, 0, *self._size)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draws what is set."""
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.message:
            painter.setPen(self._text)
            painter.drawText(self.boundingRect(), Qt.AlignmentFlag.AlignCenter, self.message)
        if self.cross is not None:
            self._draw_cross(painter, *self.cross)
        if self.shown:
            self._draw_corners(painter)
            self._draw_edges(painter)
            self._draw_bar(painter)
        elif self.caution:
            self._lines(painter, QPointF(_PAD, _PAD), (self.caution,), self._caution_color, self._taken())
        if self.legend is not None:
            self._draw_legend(painter, self.legend)

    def _draw_corners(self, painter: QPainter) -> None:
        taken = self._taken()
        top = self._lines(painter, QPointF(_PAD, _PAD), self.top_left, self._text, taken)
        if self.caution:
            self._lines(painter, QPointF(_PAD, top), (self.caution,), self._caution_color, taken)
        self._lines(painter, QPointF(_PAD, self._size[1] - _PAD - self._bottom_height()), self.bottom_left, self._text)

    def _bottom_height(self) -> float:
        return self._words.metrics.lineSpacing() * len(self.bottom_left)

    def _reach(self, lines: tuple[str, ...]) -> float:
        """How far to the right some lines of the left corner reach."""
        return _PAD + max((self._words.width(line) for line in lines), default=0.0)

    def _taken(self) -> float:
        """Room at the right of the upper corner that the words of the links and the legend take."""
        legend = self._words.width(tr(_SCALE_WORDS[self.legend.scale])) if self.legend is not None else 0.0
        width = max(legend, self.chips)
        return width + _PAD if width else 0.0

    def _lines(
        self, painter: QPainter, at: QPointF, lines: tuple[str, ...], color: QColor, taken: float = 0.0
    ) -> float:
        metrics = self._words.metrics
        y = at.y()
        for line in lines:
            shown = self._words.elided(line, self._size[0] - 2 * _PAD - taken)
            self._shadowed(painter, QPointF(at.x(), y + metrics.ascent()), shown, color)
            y += metrics.lineSpacing()
        return y

    def _shadowed(self, painter: QPainter, at: QPointF, text: str, color: QColor) -> None:
        self._words.draw(painter, at, text, color)

    def _draw_edges(self, painter: QPainter) -> None:
        metrics = self._words.metrics
        width, height = self._size
        middle, center = height / 2 + metrics.ascent() / 2, width / 2
        top, bottom = _PAD + metrics.ascent(), height - _PAD - metrics.descent()
        head = (*self.top_left, self.caution) if self.caution else self.top_left
        if self._reach(head) > center - 2 * _PAD:
            top += metrics.lineSpacing() * len(head)
        if self._reach(self.bottom_left) > center - 2 * _PAD:
            bottom -= self._bottom_height() + (metrics.lineSpacing() + 8 if self._bar_is_raised() else 0)
        for text, x, y in (
            (self.edges.left, _PAD, middle),
            (self.edges.right, width - _PAD - self._words.width(self.edges.right), middle),
            (self.edges.top, center - self._words.width(self.edges.top) / 2, top),
            (self.edges.bottom, center - self._words.width(self.edges.bottom) / 2, bottom),
        ):
            self._shadowed(painter, QPointF(x, y), text, self._text)

    def _bar_width(self) -> float:
        """Room that the scale bar or its words take, whichever is wider."""
        if self.bar is None:
            return 0.0
        return max(self.bar.pixels, self._words.width(self.bar.text))

    def _bar_is_raised(self) -> bool:
        """Whether the scale bar stands above the corner text because they do not fit beside each other."""
        return self._reach(self.bottom_left) + self._bar_width() + 4 * _PAD > self._size[0] and self.bar is not None

    def _draw_bar(self, painter: QPainter) -> None:
        if self.bar is None:
            return
        right, bottom = self._size[0] - _PAD, self._size[1] - _PAD
        if self._bar_is_raised():
            bottom -= self._bottom_height() + 4
        left = right - self.bar.pixels
        text = self._words.elided(self.bar.text, self._size[0] - 2 * _PAD)
        self._shadowed(painter, QPointF(right - self._words.width(text), bottom - 9), text, self._text)
        for color, shift in ((QColor(0, 0, 0, 200), 1.0), (self._text, 0.0)):
            painter.setPen(QPen(color, 1.5))
            painter.drawLine(QPointF(left, bottom + shift), QPointF(right, bottom + shift))
            for x in (left, right):
                painter.drawLine(QPointF(x, bottom - 4 + shift), QPointF(x, bottom + shift))

    def _draw_legend(self, painter: QPainter, style: OverlayStyle) -> None:
        metrics = self._words.metrics
        width, height = _LEGEND
        left, top = self._size[0] - _PAD - width, 2 * _PAD + metrics.lineSpacing()
        painter.fillRect(QRectF(left - 1, top - 1, width + 2, height + 2), QColor(0, 0, 0, 160))
        painter.drawImage(QRectF(left, top, width, height), _color_bar(style.color_map))
        mark = top + height * (1 - style.threshold)
        painter.setPen(QPen(self._text, 1.5))
        painter.drawLine(QPointF(left - 4, mark), QPointF(left + width, mark))
        name = tr(_SCALE_WORDS[style.scale])
        for text, y in ((name, top - 4), ("1.00", top + metrics.ascent()), ("0.00", top + height)):
            shift = 0.0 if text == name else width + 6
            at = QPointF(self._size[0] - _PAD - shift - self._words.width(text), y)
            self._shadowed(painter, at, text, self._text)

    def _draw_cross(self, painter: QPainter, x: float, y: float) -> None:
        for color, thickness in ((QColor(0, 0, 0, 170), 3.0), (self._text, 1.2)):
            painter.setPen(QPen(color, thickness))
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                painter.drawLine(QPointF(x + 3 * dx, y + 3 * dy), QPointF(x + _CROSS * dx, y + _CROSS * dy))


@cache
def _color_bar(color_map: ColorMap) -> QImage:
    """The colours from the highest down, one column; Qt's own gradients are worked out anew at each repaint."""
    colors = np.ascontiguousarray(color_table(color_map)[::-1, None, :3], dtype=np.uint8)
    return QImage(colors.data, 1, colors.shape[0], 3, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )
