"""Draws figures with their labels over an image, with lines of one width at any zoom."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from radviewer.core.measurement import Figure, FigureKind, Point
from radviewer.ui.theme import Theme
from radviewer.workbench.measuring.shapes import Box, Line, Spot, handles, lines, place_labels
from radviewer.workbench.viewing import Placement

_SHADE = QColor(0, 0, 0, 170)
_WIDTH, _SHADE_WIDTH = 1.5, 3.5
_HANDLE = 3.5
_PAD = 3.0
_BARB, _BARB_TURN = 11.0, math.radians(24)
_TICK = 4.0
_FAR = 24.0  # pixels from which a label is tied to its figure by a line
_BADGE_TOP, _BADGE_UNDER_LEGEND = 24.0, 152.0  # under the words of the links


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure to draw.

    Attributes:
        id: Of its measurement; empty for one that is being drawn.
        figure: Where it lies on the image.
        lines: Of its label; empty for none.
        selected: Whether its handles are shown.
        hovered: Whether the mouse is on it.
    """

    id: str
    figure: Figure
    lines: tuple[str, ...] = ()
    selected: bool = False
    hovered: bool = False


class MeasureItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws what it is given, in the pane's logical pixels."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__()
        self._color = QColor(theme["measure"])
        self._bright = QColor(theme["overlay_text"])
        self._font = QFont(font)
        self._drawn: tuple[Drawn, ...] = ()
        self._rubber: tuple[tuple[Point, ...], ...] = ()
        self._badge = ""
        self._legend = False
        self._placement: Placement | None = None
        self._size = (1.0, 1.0)
        self._labels: dict[str, Box] | None = None
        self._picture: QImage | None = None

    def set_placement(self, placement: Placement | None, size: tuple[float, float]) -> None:
        """Sets where the image lies in a pane of (width, height)."""
        if placement == self._placement and size == self._size:
            return
        if size != self._size:
            self.prepareGeometryChange()
        self._placement, self._size, self._labels, self._picture = placement, size, None, None
        self.update()

    def set_figures(
        self,
        drawn: tuple[Drawn, ...],
        rubber: tuple[tuple[Point, ...], ...] = (),
        badge: str = "",
        *,
        legend: bool = False,
    ) -> None:
        """Sets what is drawn.

        Args:
            drawn: The figures.
            rubber: Open lines of a figure that has not all its points yet, in image coordinates.
            badge: A word at the top right, for example that this is a key image.
            legend: Whether a map's legend is there, and the badge goes below it.
        """
        if (drawn, rubber, badge, legend) != (self._drawn, self._rubber, self._badge, self._legend):
            self._drawn, self._rubber, self._badge, self._legend = drawn, rubber, badge, legend
            self._labels = self._picture = None
            self.update()

    @property
    def labels(self) -> dict[str, Box]:
        """Where the labels stand, by the ids of their measurements: (x, y, width, height)."""
        if self._labels is None:
            self._labels = self._lay_out()
        return self._labels

    def boundingRect(self) -> QRectF:
        """The whole pane."""
        return QRectF(0, 0, *self._size)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Copies the picture of the figures; draws it first if something of them changed, so a cursor step is cheap."""
        ratio = painter.device().devicePixelRatioF()
        if not self._drawn and not self._rubber and not self._badge:
            return
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._render(ratio)
        painter.drawImage(QPointF(0, 0), self._picture)

    def _render(self, ratio: float) -> QImage:
        width, height = (max(1, math.ceil(side * ratio)) for side in self._size)
        picture = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        try:
            self._draw(painter)
        finally:
            painter.end()
        return picture

    def _draw(self, painter: QPainter) -> None:
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._badge:
            self._draw_badge(painter)
        placed = self._placement
        if placed is None:
            return
        for item in self._drawn:
            self._draw_figure(painter, item, placed)
        for points in self._rubber:
            spots = [QPointF(*placed.to_screen(*point)) for point in points]
            path = QPainterPath()
            path.addPolygon(QPolygonF(spots))
            self._stroke(painter, path, self._bright)
        for item in self._drawn:
            if item.id in self.labels:
                self._draw_label(painter, item, self.labels[item.id], placed)

    def _lay_out(self) -> dict[str, Box]:
        if self._placement is None:
            return {}
        metrics = QFontMetricsF(self._font)

        def size(item: Drawn) -> tuple[float, float] | None:
            if not item.lines:
                return None
            width = max(metrics.horizontalAdvance(line) for line in item.lines)
            return width + 2 * _PAD, metrics.lineSpacing() * len(item.lines) + 2 * _PAD

        boxes = place_labels([(item.figure, size(item)) for item in self._drawn], self._placement, self._size)
        return {item.id: box for item, box in zip(self._drawn, boxes, strict=True) if box is not None}

    def _draw_figure(self, painter: QPainter, item: Drawn, placed: Placement) -> None:
        color = self._bright if item.selected or item.hovered else self._color
        figure = item.figure
        self._stroke(painter, _path(figure, placed), color)
        if figure.kind is FigureKind.COBB:
            self._join(painter, lines(figure, placed), color)
        if item.selected:
            for point in handles(figure):
                self._draw_handle(painter, placed.to_screen(*point))

    def _stroke(self, painter: QPainter, path: QPainterPath, color: QColor) -> None:
        for tint, width in ((_SHADE, _SHADE_WIDTH), (color, _WIDTH)):
            painter.strokePath(path, QPen(tint, width))

    def _join(self, painter: QPainter, shown: Sequence[Line], color: QColor) -> None:
        """A dotted line between the middles of the lines of a Cobb angle."""
        middles = [((x1 + x2) / 2, (y1 + y2) / 2) for (x1, y1), (x2, y2) in shown]
        painter.setPen(QPen(color, 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(*middles[0], *middles[1]))

    def _draw_handle(self, painter: QPainter, spot: Spot) -> None:
        painter.setPen(QPen(_SHADE, 1.0))
        painter.setBrush(self._bright)
        painter.drawRect(QRectF(spot[0] - _HANDLE, spot[1] - _HANDLE, 2 * _HANDLE, 2 * _HANDLE))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_label(self, painter: QPainter, item: Drawn, box: Box, placed: Placement) -> None:
        metrics = QFontMetricsF(self._font)
        color = self._bright if item.selected or item.hovered else self._color
        self._draw_leader(painter, item, box, placed)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 150))
        painter.drawRoundedRect(QRectF(*box), 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(color)
        y = box[1] + _PAD + metrics.ascent()
        for line in item.lines:
            painter.drawText(QPointF(box[0] + _PAD, y), line)
            y += metrics.lineSpacing()

    def _draw_leader(self, painter: QPainter, item: Drawn, box: Box, placed: Placement) -> None:
        """A dotted line from a label to its figure, where it had to go far from it."""
        if item.figure.kind is FigureKind.TEXT:
            return
        ends = [QPointF(*placed.to_screen(*point)) for point in item.figure.points]
        around = QPolygonF(ends).boundingRect().adjusted(-_FAR, -_FAR, _FAR, _FAR)
        if around.intersects(QRectF(*box)):
            return
        spots = [spot for line in lines(item.figure, placed) for spot in line]
        near = [(min(max(x, box[0]), box[0] + box[2]), min(max(y, box[1]), box[1] + box[3])) for x, y in spots]
        distance, start, end = min((math.dist(a, b), a, b) for a, b in zip(spots, near, strict=True))
        if distance > _FAR:
            painter.setPen(QPen(self._color, 1.0, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(*start, *end))

    def _draw_badge(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(self._font)
        top = _BADGE_UNDER_LEGEND if self._legend else _BADGE_TOP
        at = QPointF(self._size[0] - 10.0 - metrics.horizontalAdvance(self._badge), top + metrics.ascent())
        painter.setPen(_SHADE)
        painter.drawText(at + QPointF(1, 1), self._badge)
        painter.setPen(self._color)
        painter.drawText(at, self._badge)


def _path(figure: Figure, placed: Placement) -> QPainterPath:
    """What is drawn of a figure, with arrow heads and end marks."""
    path = QPainterPath()
    spots = [QPointF(*placed.to_screen(*point)) for point in figure.points]
    if figure.kind in (FigureKind.ELLIPSE, FigureKind.RECTANGLE):
        box = QRectF(spots[0], spots[1]).normalized()
        (path.addEllipse if figure.kind is FigureKind.ELLIPSE else path.addRect)(box)
    elif figure.kind is FigureKind.FREEHAND:
        path.addPolygon(QPolygonF([*spots, spots[0]]))
    else:
        shown = list(lines(figure, placed))
        if figure.kind is FigureKind.ARROW:
            shown += _barbs(*shown[0])
        if figure.kind is FigureKind.DISTANCE:
            shown += _ticks(*shown[0])
        for start, end in shown:
            path.moveTo(*start)
            path.lineTo(*end)
    return path


def _barbs(tip: Spot, tail: Spot) -> list[tuple[Spot, Spot]]:
    """The two short lines of an arrow's head."""
    back = math.atan2(tail[1] - tip[1], tail[0] - tip[0])
    ends = (back + _BARB_TURN, back - _BARB_TURN)
    return [(tip, (tip[0] + _BARB * math.cos(turn), tip[1] + _BARB * math.sin(turn))) for turn in ends]


def _ticks(start: Spot, end: Spot) -> list[tuple[Spot, Spot]]:
    """Short lines across the ends of a distance, which show where it is taken from."""
    size = math.dist(start, end)
    if size == 0:
        return []
    dx, dy = -(end[1] - start[1]) / size * _TICK, (end[0] - start[0]) / size * _TICK
    return [((x - dx, y - dy), (x + dx, y + dy)) for x, y in (start, end)]
