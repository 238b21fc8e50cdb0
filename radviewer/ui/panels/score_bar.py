"""One label's score as a line: name, probability, a bar with its operating point, and what that point did."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from radviewer.ui.i18n import said, tr
from radviewer.ui.theme import Theme
from radviewer.workbench.findings import ScoreLine

_BAR = 5.0
_GAP = 4.0
_PAD = 6.0


class ScoreBar(QWidget):
    """Draws one `ScoreLine`.

    Signals:
        label_requested: The label's key, when its map is asked for by click or key.
    """

    label_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line: ScoreLine | None = None
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_line(self, line: ScoreLine, *, chosen: bool) -> None:
        """Sets what is drawn; `chosen` marks the label whose map is on the screen."""
        self._line, self._chosen = line, chosen
        self.setAccessibleName(tr("{name}, probability {value}").format(name=line.name, value=line.text))
        self.setToolTip("\n".join(filter(None, (said(line.source), tr("Click for this label's map.")))))
        self.updateGeometry()
        self.update()

    @property
    def line(self) -> ScoreLine | None:
        """What is drawn."""
        return self._line

    def sizeHint(self) -> QSize:
        """As high as its texts."""
        metrics = QFontMetricsF(self.font())
        rows = 2 if self._line is not None and self._line.detail else 1
        return QSize(180, round(metrics.height() * rows + _BAR + 3 * _GAP + _PAD))

    def minimumSizeHint(self) -> QSize:
        """The same height at any width."""
        return QSize(120, self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for the label's map."""
        if self._line is not None and self.rect().contains(event.position().toPoint()):
            self.label_requested.emit(self._line.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does as well."""
        if self._line is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.label_requested.emit(self._line.key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the line."""
        if self._line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chosen or self.hasFocus():
            painter.setPen(QPen(QColor(self._theme["accent"]), 1.0) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme["accent_soft"]) if self._chosen else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        self._draw(painter, self._line)
        painter.end()

    def _draw(self, painter: QPainter, line: ScoreLine) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if line.top else QFont.Weight.Normal)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        left, right = _PAD, self.width() - _PAD
        base = _PAD / 2 + metrics.ascent() + 1
        painter.setPen(QColor(self._theme["text"]))
        advance = metrics.horizontalAdvance(line.text)
        painter.drawText(QPointF(right - advance, base), line.text)
        name = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, right - left - advance - 8)
        painter.drawText(QPointF(left, base), name)
        y = base + metrics.descent() + _GAP
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme["pressed"]))
        painter.drawRoundedRect(QRectF(left, y, right - left, _BAR), 2, 2)
        painter.setBrush(QColor(self._theme["accent" if line.called or line.threshold is None else "text_off"]))
        painter.drawRoundedRect(QRectF(left, y, max((right - left) * line.probability, 2.0), _BAR), 2, 2)
        if line.threshold is not None:
            x = left + (right - left) * line.threshold
            painter.setPen(QPen(QColor(self._theme["text"]), 1.5))
            painter.drawLine(QPointF(x, y - 2), QPointF(x, y + _BAR + 2))
        if line.detail:
            painter.setFont(self.font())
            painter.setPen(QColor(self._theme["text_soft"]))
            small = QFontMetricsF(self.font())
            words = small.elidedText(said(line.detail), Qt.TextElideMode.ElideRight, right - left)
            painter.drawText(QPointF(left, y + _BAR + _GAP + small.ascent()), words)
