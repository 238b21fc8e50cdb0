"""The colour map's legend with its scale named and the threshold marked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from radviewer.core.colormaps import color_table
from radviewer.core.overlay import OverlayStyle, ScaleMode
from radviewer.ui.i18n import tr
from radviewer.ui.theme import Theme

_BAR = 10.0


class Legend(QWidget):
    """A horizontal colour bar from 0 to the top of the scale."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = OverlayStyle()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Legend of the colour map"))

    def set_scale(self, style: OverlayStyle) -> None:
        """Sets colours, threshold and what the scale is."""
        self._style = style
        self.update()

    def sizeHint(self) -> QSize:
        """A bar and one line of text."""
        return QSize(160, round(_BAR + 6 + QFontMetricsF(self.font()).height()))

    def minimumSizeHint(self) -> QSize:
        """The same height at any width."""
        return QSize(100, self.sizeHint().height())

    @property
    def words(self) -> str:
        """What the scale is."""
        return {
            ScaleMode.ABSOLUTE: tr("absolute: same in every case"),
            ScaleMode.IMAGE_MAXIMUM: tr("of this image's maximum"),
            ScaleMode.PROBABILITY: tr("maximum = probability"),
        }[self._style.scale]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws bar, threshold and texts."""
        painter = QPainter(self)
        width = float(self.width())
        gradient = QLinearGradient(0, 0, width, 0)
        table = color_table(self._style.color_map)
        for stop in range(0, 256, 15):
            gradient.setColorAt(stop / 255, QColor(*(int(part) for part in table[stop])))
        painter.setPen(QColor(self._theme["line_strong"]))
        painter.setBrush(gradient)
        painter.drawRect(QRectF(0.5, 0.5, width - 1, _BAR))
        x = width * self._style.threshold
        painter.setPen(QPen(QColor(self._theme["text"]), 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, _BAR + 2))
        metrics = QFontMetricsF(self.font())
        base = _BAR + 5 + metrics.ascent()
        painter.setPen(QColor(self._theme["text_soft"]))
        painter.drawText(QPointF(0, base), "0")
        painter.drawText(QPointF(width - metrics.horizontalAdvance("1"), base), "1")
        painter.drawText(QPointF((width - metrics.horizontalAdvance(self.words)) / 2, base), self.words)
        painter.end()
