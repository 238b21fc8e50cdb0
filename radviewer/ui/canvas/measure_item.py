"""Draws figures with their labels over an image, with lines of one width at any zoom.

While the view is zoomed or moved, labels keep their places around their figures; when it rests they are laid out anew.
All lines of a colour are one stroke, labels are kept as small pictures, and what is drawn twice is kept as a whole.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from radviewer.core.measurement import Figure, FigureKind, Point
from radviewer.ui.canvas.sprites import Sprites
from radviewer.ui.theme import Theme
from radviewer.workbench.measuring.shapes import Box, Line, Spot, handles, label_boxes, lines, place_labels
from radviewer.workbench.viewing import Placement

_SHADE = QColor(0, 0, 0, 170)
_BEHIND = QColor(0, 0, 0, 150)
_WIDTH, _SHADE_WIDTH = 1.5, 3.5
_HANDLE = 3.5
_PAD = 3.0
_BARB, _BARB_TURN = 11.0, math.radians(24)
_TICK = 4.0
_FAR = 24.0  # pixels from which a label is tied to its figure by a line
_REST_MS = 200
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
        self._metrics = QFontMetricsF(self._font)
        self._sprites = Sprites()
        self._sizes: list[tuple[Figure, tuple[float, float] | None]] = []
        self._places: list[int | None] | None = None
        self._labels: dict[str, Box] | None = None
        self._picture: QImage | None = None
        self._painted = False  # as it is now
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._settle)

    def set_placement(self, placement: Placement | None, size: tuple[float, float]) -> None:
        """Sets where the image lies in a pane of (width, height)."""
        if placement == self._placement and size == self._size:
            return
        if size != self._size:
            self.prepareGeometryChange()
        self._placement, self._size = placement, size
        self._changed()

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
            if [item.id for item in drawn] != [item.id for item in self._drawn]:
                self._places = None
            self._drawn, self._rubber, self._badge, self._legend = drawn, rubber, badge, legend
            self._sizes = [(item.figure, self._label_size(item)) for item in drawn]
            self._changed()

    def _changed(self) -> None:
        self._labels = self._picture = None
        self._painted = False
        if self._places is not None:
            self._rest.start()
        self.update()

    def _settle(self) -> None:
        """Lays the labels out anew where the view came to rest; most stay where they are."""
        if self._placement is not None and self._places is not None:
            places = place_labels(self._sizes, self._placement, self._size, self._places)
            if places != self._places:
                self._places = places
                self._changed()
                self._rest.stop()

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
        """Draws the figures; from the second time on it copies their picture, so a cursor step is cheap."""
        ratio = painter.device().devicePixelRatioF()
        if not self._drawn and not self._rubber and not self._badge:
            return
        if not self._painted:
            self._painted = True
            painter.save()
            self._draw(painter)
            painter.restore()
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
        self._draw_lines(painter, placed)
        for item in self._drawn:
            self._draw_marks(painter, item, placed)
        for item in self._drawn:
            if item.id in self.labels:
                self._draw_label(painter, item, self.labels[item.id], placed)

    def _lay_out(self) -> dict[str, Box]:
        if self._placement is None:
            return {}
        if self._places is None:
            self._places = place_labels(self._sizes, self._placement, self._size)
        boxes = label_boxes(self._sizes, self._places, self._placement, self._size)
        return {item.id: box for item, box in zip(self._drawn, boxes, strict=True) if box is not None}

    def _label_size(self, item: Drawn) -> tuple[float, float] | None:
        if not item.lines:
            return None
        width = max(self._metrics.horizontalAdvance(line) for line in item.lines)
        return width + 2 * _PAD, self._metrics.lineSpacing() * len(item.lines) + 2 * _PAD

    def _color_of(self, item: Drawn) -> QColor:
        return self._bright if item.selected or item.hovered else self._color

    def _draw_lines(self, painter: QPainter, placed: Placement) -> None:
        """All lines: first the shade under every one, then one stroke for each colour, the bright one last."""
        paths = {False: QPainterPath(), True: QPainterPath()}
        for item in self._drawn:
            _add_path(paths[item.selected or item.hovered], item.figure, placed)
        for points in self._rubber:
            paths[True].addPolygon(QPolygonF([QPointF(*placed.to_screen(*point)) for point in points]))
        shown = tuple(zip(paths.values(), (self._color, self._bright), strict=True))
        for path, _ in shown:
            painter.strokePath(path, QPen(_SHADE, _SHADE_WIDTH))
        for path, color in shown:
            painter.strokePath(path, QPen(color, _WIDTH))

    def _draw_marks(self, painter: QPainter, item: Drawn, placed: Placement) -> None:
        if item.figure.kind is FigureKind.COBB:
            self._join(painter, lines(item.figure, placed), self._color_of(item))
        if item.selected:
            for point in handles(item.figure):
                self._draw_handle(painter, placed.to_screen(*point))

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
        color, metrics = self._color_of(item), self._metrics
        self._draw_leader(painter, item, box, placed)

        def make(inner: QPainter) -> None:
            inner.setFont(self._font)
            inner.setPen(Qt.PenStyle.NoPen)
            inner.setBrush(_BEHIND)
            inner.drawRoundedRect(QRectF(0, 0, *box[2:]), 3, 3)
            inner.setPen(color)
            for number, line in enumerate(item.lines):
                inner.drawText(QPointF(_PAD, _PAD + metrics.ascent() + number * metrics.lineSpacing()), line)

        self._sprites.draw(painter, QPointF(*box[:2]), (item.lines, color.rgba()), QSizeF(*box[2:]), make)

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
        metrics = self._metrics
        top = _BADGE_UNDER_LEGEND if self._legend else _BADGE_TOP
        at = QPointF(self._size[0] - 10.0 - metrics.horizontalAdvance(self._badge), top + metrics.ascent())
        painter.setPen(_SHADE)
        painter.drawText(at + QPointF(1, 1), self._badge)
        painter.setPen(self._color)
        painter.drawText(at, self._badge)


def _add_path(path: QPainterPath, figure: Figure, placed: Placement) -> None:
    """Adds what is drawn of a figure, with arrow heads and end marks."""
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
