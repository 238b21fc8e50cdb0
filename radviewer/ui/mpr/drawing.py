"""What is drawn over a plane: the other planes' lines with their handles, the patient's sides, texts and the scale."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from radviewer.ui.theme import Theme
from radviewer.workbench.mpr import View
from radviewer.workbench.readout import number

# Colours that also readers with a colour vision deficiency tell apart (Okabe and Ito), lightened for a dark ground.
COLORS = {View.AXIAL: "#F0B23C", View.CORONAL: "#6BC3F2", View.SAGITTAL: "#3FCB9C", View.OBLIQUE: "#E29CC4"}
GAP = 14.0  # pixels around the point that no line covers
HANDLE = 5.0
_PAD = 10.0
_SHADOW = QColor(0, 0, 0, 200)


@dataclass(frozen=True, slots=True)
class PlaneLine:
    """The line in which another plane cuts this one.

    Attributes:
        view: The other plane.
        dx: Its direction on the screen, a unit vector; to the right.
        dy: Downwards.
        handles: Whether it can be turned here.
    """

    view: View
    dx: float
    dy: float
    handles: bool = True


@dataclass(frozen=True, slots=True)
class PaneTexts:
    """What the corners and edges of a pane say."""

    title: str = ""
    subtitle: str = ""
    left: str = ""
    right: str = ""
    top: str = ""
    bottom: str = ""
    readout: str = ""
    window: str = ""


def handle_places(line: PlaneLine, at: tuple[float, float], size: tuple[float, float]) -> tuple[QPointF, ...]:
    """Where the two handles of a line are."""
    reach = 0.36 * min(size)
    return tuple(QPointF(at[0] + sign * reach * line.dx, at[1] + sign * reach * line.dy) for sign in (1, -1))


def draw_lines(
    painter: QPainter,
    lines: tuple[PlaneLine, ...],
    at: tuple[float, float],
    size: tuple[float, float],
    hot: View | None,
) -> None:
    """Draws the other planes' lines through a point, and their handles."""
    far = math.hypot(*size)
    for line in lines:
        color = QColor(COLORS[line.view])
        for shade, width in ((_SHADOW, 2.6), (color, 1.2)):
            pen = QPen(shade, width + (1.0 if hot is line.view else 0.0))
            if not line.handles:
                pen.setStyle(Qt.PenStyle.DashLine)
                pen.setDashPattern([4, 5])
            painter.setPen(pen)
            for sign in (1, -1):
                start = QPointF(at[0] + sign * GAP * line.dx, at[1] + sign * GAP * line.dy)
                painter.drawLine(start, QPointF(at[0] + sign * far * line.dx, at[1] + sign * far * line.dy))
        if line.handles:
            painter.setPen(QPen(_SHADOW, 1))
            painter.setBrush(color)
            for place in handle_places(line, at, size):
                radius = HANDLE + (1.5 if hot is line.view else 0)
                painter.drawEllipse(place, radius, radius)
            painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_texts(painter: QPainter, texts: PaneTexts, size: tuple[float, float], theme: Theme, view: View) -> None:
    """Draws the corners and the patient's sides."""
    metrics = QFontMetricsF(painter.font())
    plain, line = QColor(theme["overlay_text"]), metrics.lineSpacing()
    width, height = size
    _shadowed(painter, QPointF(_PAD, _PAD + metrics.ascent()), texts.title, QColor(COLORS[view]))
    _shadowed(painter, QPointF(_PAD, _PAD + line + metrics.ascent()), texts.subtitle, plain)
    bottom = height - _PAD - metrics.descent()
    _shadowed(painter, QPointF(_PAD, bottom), texts.window, plain)
    readout = metrics.elidedText(texts.readout, Qt.TextElideMode.ElideRight, width - 2 * _PAD)
    _shadowed(painter, QPointF(_PAD, bottom - line), readout, plain)
    middle = height / 2 + metrics.ascent() / 2
    _shadowed(painter, QPointF(_PAD, middle), texts.left, plain)
    _shadowed(painter, QPointF(width - _PAD - metrics.horizontalAdvance(texts.right), middle), texts.right, plain)
    for text, y in ((texts.top, _PAD + metrics.ascent()), (texts.bottom, bottom)):
        _shadowed(painter, QPointF((width - metrics.horizontalAdvance(text)) / 2, y), text, plain)


def draw_scale(painter: QPainter, pixels_per_mm: float, size: tuple[float, float], theme: Theme) -> None:
    """Draws a bar of a round length."""
    longest = size[0] / 4 / pixels_per_mm
    decade = 10.0 ** math.floor(math.log10(longest))
    length = max(step * decade for step in (1, 2, 5) if step * decade <= longest)
    metrics = QFontMetricsF(painter.font())
    right, bottom = size[0] - _PAD, size[1] - _PAD
    left = right - length * pixels_per_mm
    text = f"{number(length)} mm"
    plain = QColor(theme["overlay_text"])
    _shadowed(painter, QPointF(right - metrics.horizontalAdvance(text), bottom - 9), text, plain)
    for color, shift in ((_SHADOW, 1.0), (plain, 0.0)):
        painter.setPen(QPen(color, 1.5))
        painter.drawLine(QPointF(left, bottom + shift), QPointF(right, bottom + shift))
        for x in (left, right):
            painter.drawLine(QPointF(x, bottom - 4 + shift), QPointF(x, bottom + shift))


def draw_border(painter: QPainter, size: tuple[float, float], view: View, *, active: bool) -> None:
    """A thin frame in the plane's colour."""
    color = QColor(COLORS[view])
    color.setAlpha(230 if active else 90)
    width, height = size
    for edge in ((0, 0, width, 1), (0, height - 1, width, 1), (0, 1, 1, height - 2), (width - 1, 1, 1, height - 2)):
        painter.fillRect(QRectF(*edge), color)  # an outlined rectangle costs 3 ms


def _shadowed(painter: QPainter, at: QPointF, text: str, color: QColor) -> None:
    if not text:
        return
    painter.setPen(_SHADOW)
    painter.drawText(at + QPointF(1, 1), text)
    painter.setPen(color)
    painter.drawText(at, text)
