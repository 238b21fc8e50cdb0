"""The histogram of the image or of the selected region, with the window on it; the window can be dragged there."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from radviewer.core.image import Window
from radviewer.core.measurement_region import Histogram
from radviewer.ui.i18n import tr
from radviewer.ui.panels.widgets import heading, label
from radviewer.ui.theme import Theme
from radviewer.workbench.measuring.words import value_number

_EDGE = 8.0  # pixels around an end of the window that take hold of it
_BOTTOM = 18.0


class HistogramView(QWidget):
    """Draws a histogram; bars grow with the square root of their counts, so that small peaks are seen.

    Args:
        theme: The colours.

    Signals:
        window_requested: (low, high) that the window was dragged to.
    """

    window_requested = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._histogram: Histogram | None = None
        self._window: tuple[float, float] | None = None
        self._held = ""
        self._from = (0.0, 0.0, 0.0)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 110)
        self.setMaximumHeight(260)
        self.setAccessibleName(tr("Histogram"))

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(280, 170)

    def set_histogram(self, histogram: Histogram | None, window: Window | None) -> None:
        """Sets what is drawn."""
        ends = None if window is None else (window.center - window.width / 2, window.center + window.width / 2)
        self._histogram, self._window = histogram, ends
        self.update()

    def x_of(self, value: float) -> float:
        """Where a value lies, in pixels."""
        low, high = self._range()
        return (value - low) / (high - low) * self.width()

    def value_at(self, x: float) -> float:
        """The value at a place."""
        low, high = self._range()
        return low + x / max(1, self.width()) * (high - low)

    def _range(self) -> tuple[float, float]:
        if self._histogram is None:
            return 0.0, 1.0
        low, high = float(self._histogram.edges[0]), float(self._histogram.edges[-1])
        margin = 0.03 * (high - low)
        return low - margin, high + margin

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws bars, window and the ends of the scale."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme["panel"]))
        if self._histogram is None:
            return
        self._draw_bars(painter, self._histogram)
        if self._window is not None:
            self._draw_window(painter, *self._window)
        painter.setPen(QColor(self._theme["text_soft"]))
        ends = QRectF(4, self.height() - _BOTTOM, self.width() - 8, _BOTTOM)
        low = value_number(self._histogram.low)
        painter.drawText(ends, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, low)
        high = f"{value_number(self._histogram.high)} {self._histogram.unit}".rstrip()
        painter.drawText(ends, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, high)

    def _draw_bars(self, painter: QPainter, histogram: Histogram) -> None:
        room = self.height() - _BOTTOM - 4
        heights = np.sqrt(np.minimum(histogram.counts / _top(histogram), 1.0)) * room
        base = self.height() - _BOTTOM
        outline = [QPointF(self.x_of(float(histogram.edges[0])), base)]
        for left, right, height in zip(histogram.edges[:-1], histogram.edges[1:], heights, strict=True):
            outline += [QPointF(self.x_of(float(left)), base - height), QPointF(self.x_of(float(right)), base - height)]
        outline.append(QPointF(self.x_of(float(histogram.edges[-1])), base))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme["text_off"]))
        painter.drawPolygon(QPolygonF(outline))

    def _draw_window(self, painter: QPainter, low: float, high: float) -> None:
        base = self.height() - _BOTTOM
        left, right = self.x_of(low), self.x_of(high)
        shade = QColor(self._theme["accent"])
        shade.setAlpha(40)
        painter.fillRect(QRectF(left, 0, right - left, base), shade)
        painter.setPen(QPen(QColor(self._theme["accent"]), 1.5))
        for x in (left, right):
            painter.drawLine(QPointF(x, 0), QPointF(x, base))
        painter.drawLine(QPointF(left, base), QPointF(right, 0))  # how grey rises with the value

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of an end of the window, or of the window as a whole."""
        if self._window is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        x, (low, high) = event.position().x(), self._window
        self._held = self._part_at(x)
        self._from = (x, low, high)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Asks for the window that the mouse drags."""
        x = event.position().x()
        if not self._held:
            on_end = self._part_at(x) in ("low", "high")
            self.setCursor(Qt.CursorShape.SizeHorCursor if on_end else Qt.CursorShape.ArrowCursor)
            return
        start, low, high = self._from
        shift = self.value_at(x) - self.value_at(start)
        low += shift if self._held in ("low", "all") else 0.0
        high += shift if self._held in ("high", "all") else 0.0
        if high > low:
            self.window_requested.emit(low, high)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Lets go."""
        self._held = ""

    def _part_at(self, x: float) -> str:
        if self._window is None:
            return ""
        low, high = self.x_of(self._window[0]), self.x_of(self._window[1])
        if min(abs(x - low), abs(x - high)) <= _EDGE:
            return "low" if abs(x - low) < abs(x - high) else "high"
        return "all" if low < x < high else ""


def _top(histogram: Histogram) -> float:
    """The count that fills the height: background of one value would press all other bars flat, so it is cut off."""
    filled = histogram.counts[histogram.counts > 0]
    return float(min(filled.max(), max(1.0, 1.25 * np.percentile(filled, 97))))


class HistogramPanel(QWidget):
    """The histogram with what it is of.

    Args:
        theme: The colours.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = HistogramView(theme)
        self.subject = label("", "soft")
        self.numbers = label("", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(heading(tr("Histogram")))
        column.addWidget(self.subject)
        column.addWidget(self.view, 1)
        column.addWidget(self.numbers)
        column.addStretch(0)

    def set_content(self, subject: str, histogram: Histogram | None, window: Window | None, numbers: str = "") -> None:
        """Shows a histogram.

        Args:
            subject: What it is of.
            histogram: None where there is none.
            window: The window in force, or None.
            numbers: A line on its values.
        """
        self.subject.setText(subject)
        self.numbers.setText(numbers)
        self.view.setVisible(histogram is not None)
        self.view.set_histogram(histogram, window)
