"""What tells panes apart and ties them together: the active frame, chips of links, reference line, drop target.

Drawn over image, map and texts, in the pane's logical pixels, so that a line that moves costs no new grey values.
"""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from radviewer.ui.canvas.sprites import ShadowText, Sprites
from radviewer.ui.theme import Theme

_CHIP_HEIGHT, _CHIP_GAP, _CHIP_PAD = 15.0, 4.0, 6.0
_EDGE = 4.0
_FRAME = 2.0
_SMALLER = 0.82  # chips in relation to the texts of the corners
_NARROW = 2.2  # pane width over the width of all chips, below which chips are cut to three letters

Line = tuple[tuple[float, float], tuple[float, float]]


class LinkItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws what is set; the attributes are set by the pane, then `update` is called."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__()
        self._theme = theme
        self._font = QFont(font)
        self._font.setPointSizeF(font.pointSizeF() * _SMALLER)
        self._words = ShadowText(self._font)
        self._sprites = Sprites()
        self._size = (1.0, 1.0)
        self.active = False
        self.target = False
        self.chips: tuple[str, ...] = ()
        self.line: Line | None = None
        self.away: tuple[float, float, str] | None = None

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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(self._theme["accent"])
        if self.line is not None:
            self._draw_line(painter, self.line, accent)
        if self.away is not None:
            self._draw_away(painter, *self.away)
        self._draw_chips(painter)
        if self.active:
            self._frame(painter, accent)
        if self.target:
            painter.fillRect(self.boundingRect(), QColor(accent.red(), accent.green(), accent.blue(), 40))
            self._outline(painter, QPen(accent, 4.0, Qt.PenStyle.DashLine), 3.0)

    def _frame(self, painter: QPainter, color: QColor) -> None:
        """Four bars: an outline with a pen costs several times as much."""
        width, height = self._size
        for bar in (
            QRectF(0, 0, width, _FRAME),
            QRectF(0, height - _FRAME, width, _FRAME),
            QRectF(0, _FRAME, _FRAME, height - 2 * _FRAME),
            QRectF(width - _FRAME, _FRAME, _FRAME, height - 2 * _FRAME),
        ):
            painter.fillRect(bar, color)

    def _outline(self, painter: QPainter, pen: QPen, inset: float) -> None:
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.boundingRect().adjusted(inset, inset, -inset, -inset))

    def _draw_line(self, painter: QPainter, line: Line, color: QColor) -> None:
        ends = [QPointF(*end) for end in line]
        for pen in (QPen(QColor(0, 0, 0, 150), 3.0), QPen(color, 1.4)):
            painter.setPen(pen)
            painter.drawLine(*ends)

    def _draw_away(self, painter: QPainter, x: float, y: float, words: str) -> None:
        self._words.draw(painter, QPointF(x + 12, y - 6), words, QColor(self._theme["overlay_text"]))

    @property
    def chips_width(self) -> float:
        """Room that the words take at the upper right."""
        words = self._shown_chips()
        return self._width(words) if words else 0.0

    def _shown_chips(self) -> tuple[str, ...]:
        """The words, cut short in a narrow pane."""
        narrow = self._width(self.chips) * _NARROW > self._size[0]
        return tuple(word[:3] for word in self.chips) if narrow else self.chips

    def _draw_chips(self, painter: QPainter) -> None:
        if not self.chips:
            return
        words, wide = self._shown_chips(), self._words.width
        width, text = self._width(words), QColor(self._theme["overlay_text"])

        def make(inner: QPainter) -> None:
            inner.setFont(self._font)
            x = 0.0
            for word in words:
                box = QRectF(x, 0, wide(word) + 2 * _CHIP_PAD, _CHIP_HEIGHT)
                inner.setPen(Qt.PenStyle.NoPen)
                inner.setBrush(QColor(40, 48, 58, 210))
                inner.drawRoundedRect(box, 3.0, 3.0)
                inner.setPen(text)
                inner.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
                x = box.right() + _CHIP_GAP

        corner = QPointF(self._size[0] - _EDGE - width, _EDGE)
        self._sprites.draw(painter, corner, (words, text.rgba()), QSizeF(width, _CHIP_HEIGHT), make)

    def _width(self, words: tuple[str, ...]) -> float:
        return sum(self._words.width(word) + 2 * _CHIP_PAD + _CHIP_GAP for word in words) - _CHIP_GAP
