"""Deletion and insertion as two small curves: the label's probability over the share of pixels."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from radviewer.core.trust import Faithfulness
from radviewer.ui.i18n import tr
from radviewer.ui.theme import Theme

_HEIGHT = 84


class TrustCurves(QWidget):
    """Both curves in one frame of 0 to 1."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._curves: Faithfulness | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Deletion and insertion curves"))

    def set_curves(self, curves: Faithfulness | None) -> None:
        """Shows other curves."""
        self._curves = curves
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room, and low."""
        return QSize(200, _HEIGHT + round(QFontMetricsF(self.font()).lineSpacing()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws frame, curves and their names."""
        if self._curves is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        frame = QRectF(0.5, 4.5, self.width() - 1, _HEIGHT - 8)
        painter.setPen(QColor(self._theme["line_strong"]))
        painter.drawRect(frame)
        x = 0.0
        for name, curve, token in (
            (tr("deletion"), self._curves.deletion, "caution"),
            (tr("insertion"), self._curves.insertion, "accent"),
        ):
            color = QColor(self._theme[token])
            painter.setPen(QPen(color, 2))
            steps = len(curve) - 1
            points = [
                QPointF(frame.left() + frame.width() * at / steps, frame.bottom() - frame.height() * value)
                for at, value in enumerate(curve)
            ]
            painter.drawPolyline(QPolygonF(points))
            painter.drawText(QPointF(x, _HEIGHT + metrics.ascent()), name)
            x += metrics.horizontalAdvance(name) + 14
        words = tr("probability over pixels")
        painter.setPen(QColor(self._theme["text_soft"]))
        painter.drawText(QPointF(self.width() - metrics.horizontalAdvance(words), _HEIGHT + metrics.ascent()), words)
        painter.end()
