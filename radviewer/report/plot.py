"""Axes for drawings: data to points, round ticks, grid, labels, legend. Used by every figure of every report."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from radviewer.report.drawing import Drawing, Point
from radviewer.report.palette import GRID, INK, MUTED, RULE, Series
from radviewer.report.text import number

Limits = tuple[float, float]


def round_ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Ticks at 1, 2 or 5 times a power of ten within [low, high]."""
    span = high - low
    if span <= 0:
        return [low]
    raw = span / max(about, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= raw * 0.999)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(k * step, 12) for k in range(first, last + 1)]


def padded(values: Sequence[float], share: float = 0.08, within: Limits | None = None) -> Limits:
    """Limits around the values with some room, cut to `within`."""
    low, high = min(values), max(values)
    room = (high - low) * share or max(abs(low), 1.0) * share
    low, high = low - room, high + room
    return (max(low, within[0]), min(high, within[1])) if within else (low, high)


def decimals(ticks: Sequence[float]) -> int:
    """The fewest decimals, at most four, that write each tick exactly."""
    return next((d for d in range(4) if all(abs(t - round(t, d)) < 1e-9 for t in ticks)), 4)


@dataclass(slots=True)
class Plot:
    """One panel of a drawing.

    Attributes:
        drawing: The figure.
        left: Left edge of the plotting area in points.
        top: Upper edge.
        width: Width of the plotting area.
        height: Its height.
        xlim: Data range across.
        ylim: Data range upwards.
        log_x: Whether x is drawn on a logarithmic scale.
    """

    drawing: Drawing
    left: float
    top: float
    width: float
    height: float
    xlim: Limits
    ylim: Limits
    log_x: bool = False

    def x(self, value: float) -> float:
        """Points from the left for a data value."""
        low, high = self.xlim
        if self.log_x:
            value, low, high = math.log(value), math.log(low), math.log(high)
        return self.left + (value - low) / (high - low) * self.width

    def y(self, value: float) -> float:
        """Points from the top for a data value."""
        low, high = self.ylim
        return self.top + self.height - (value - low) / (high - low) * self.height

    def at(self, x: float, y: float) -> Point:
        """Data values as a point."""
        return self.x(x), self.y(y)

    def frame(
        self,
        xlabel: str = "",
        ylabel: str = "",
        *,
        xticks: Sequence[float] | None = None,
        yticks: Sequence[float] | None = None,
        size: float = 8.0,
        xformat: Callable[[float], str] | None = None,
        ytext: bool = True,
    ) -> None:
        """Grid, ticks, tick labels and axis titles."""
        d = self.drawing
        across = list(xticks if xticks is not None else round_ticks(*self.xlim))
        upward = list(yticks if yticks is not None else round_ticks(*self.ylim))
        bottom, right = self.top + self.height, self.left + self.width
        for value in across:
            d.line((self.x(value), self.top), (self.x(value), bottom), GRID, 0.7)
            text = xformat(value) if xformat else number(value, decimals(across))
            d.text((self.x(value), bottom + size + 3), text, size=size, colour=MUTED, anchor="middle")
        for value in upward:
            d.line((self.left, self.y(value)), (right, self.y(value)), GRID, 0.7)
            if ytext:
                text = number(value, decimals(upward))
                d.text((self.left - 5, self.y(value) + size * 0.36), text, size=size, colour=MUTED, anchor="end")
        d.line((self.left, bottom), (right, bottom), RULE, 1)
        if upward:
            d.line((self.left, self.top), (self.left, bottom), RULE, 1)
        if xlabel:
            d.text((self.left + self.width / 2, bottom + 2 * size + 10), xlabel, size=size + 0.5, anchor="middle")
        if ylabel:
            at = (self.left - 32, self.top + self.height / 2)
            d.text(at, ylabel, size=size + 0.5, anchor="middle", turned=True)

    def title(self, text: str, *, size: float = 9.0) -> None:
        """A line above the panel."""
        self.drawing.text((self.left, self.top - 7), text, size=size, bold=True)

    def diagonal(self) -> None:
        """The line of no information, or of no change."""
        low, high = max(self.xlim[0], self.ylim[0]), min(self.xlim[1], self.ylim[1])
        if low < high:
            self.drawing.line(self.at(low, low), self.at(high, high), RULE, 1, (3, 3))

    def whisker(
        self, value: Point, ci: Limits | None, colour: str, *, upright: bool = False, width: float = 1.3
    ) -> None:
        """An interval through a point, across or upright, cut at the edge of the panel."""
        if ci is None:
            return
        limits = self.ylim if upright else self.xlim
        low, high = max(ci[0], limits[0]), min(ci[1], limits[1])
        if upright:
            self.drawing.line(self.at(value[0], low), self.at(value[0], high), colour, width)
        else:
            self.drawing.line(self.at(low, value[1]), self.at(high, value[1]), colour, width)


def legend(
    drawing: Drawing, at: Point, entries: Sequence[tuple[str, Series]], *, line: bool = True, size: float = 8.0
) -> None:
    """A row of samples with their names, from left to right."""
    x, y = at
    for name, look in entries:
        if line:
            drawing.path([(x, y), (x + 20, y)], look.colour, 1.8, look.dash)
        drawing.marker((x + 10, y), look.marker, look.colour, radius=2.8, filled=look.filled)
        drawing.text((x + 25, y + size * 0.36), name, size=size, colour=INK)
        x += 25 + len(name) * size * 0.54 + 18


def free_spot(taken: Sequence[Point], lines: Sequence[tuple[Point, Point]], anchors: Sequence[Point]) -> Point | None:
    """Where a short label beside one of the anchors is farthest from other labels and lines.

    Args:
        taken: Places of other labels and markers.
        lines: Segments to keep away from.
        anchors: Points that the label may stand beside.

    Returns:
        The middle of the label's baseline, or None where every place would be overprinted.
    """
    spots = [
        (x + dx, y + dy)
        for x, y in anchors
        for dx, dy in ((0, -7), (0, 13), (14, 3), (-14, 3), (13, 12), (-13, 12), (13, -6), (-13, -6))
    ]

    def room(spot: Point) -> float:
        middle = (spot[0], spot[1] - 3)
        labels = [math.hypot((spot[0] - x) / 1.8, spot[1] - y) for x, y in taken]
        return min([12.0, *labels, *(_distance(middle, a, b) for a, b in lines)])

    best = max(spots, key=room)
    return best if room(best) >= 4 else None


def _distance(point: Point, a: Point, b: Point) -> float:
    """Distance of a point from a line segment."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length
    share = min(max(share, 0.0), 1.0)
    return math.hypot(point[0] - a[0] - share * dx, point[1] - a[1] - share * dy)
