"""Figures as lists of primitives, drawn once and written twice: as SVG into HTML and as vectors into the PDF.

Coordinates are in points with the origin at the top left. Nothing here knows about statistics; a figure carries a
title and a description in words for those who cannot see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from radviewer.report.palette import INK

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
Marker = Literal["circle", "square", "triangle", "diamond"]


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points, closed and filled on request; colours are "#rrggbb" or None."""

    points: tuple[Point, ...]
    stroke: str | None = INK
    width: float = 1.0
    dash: tuple[float, ...] = ()
    fill: str | None = None
    closed: bool = False
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle."""

    centre: Point
    radius: float
    stroke: str | None = None
    width: float = 1.0
    fill: str | None = INK
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `turned` runs upwards."""

    at: Point
    text: str
    size: float = 8.0
    colour: str = INK
    anchor: Anchor = "start"
    bold: bool = False
    turned: bool = False


Shape = Path | Disc | Label


@dataclass(slots=True)
class Drawing:
    """A figure under construction.

    Attributes:
        width: Points.
        height: Points.
        title: Short name for screen readers.
        description: What the figure shows, in words and numbers.
        shapes: Primitives in drawing order.
    """

    width: float
    height: float
    title: str
    description: str
    shapes: list[Shape] = field(default_factory=list)

    def line(self, a: Point, b: Point, colour: str = INK, width: float = 1.0, dash: Sequence[float] = ()) -> None:
        """A straight line."""
        self.shapes.append(Path((a, b), colour, width, tuple(dash)))

    def path(
        self, points: Sequence[Point], colour: str, width: float = 1.5, dash: Sequence[float] = (), opacity: float = 1.0
    ) -> None:
        """A line through many points."""
        self.shapes.append(Path(tuple(points), colour, width, tuple(dash), opacity=opacity))

    def box(self, corner: Point, size: Point, fill: str | None, stroke: str | None = None, width: float = 1.0) -> None:
        """A rectangle from its upper left corner."""
        (x, y), (w, h) = corner, size
        points = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
        self.shapes.append(Path(points, stroke, width, (), fill, closed=True))

    def text(
        self,
        at: Point,
        text: str,
        *,
        size: float = 8.0,
        colour: str = INK,
        anchor: Anchor = "start",
        bold: bool = False,
        turned: bool = False,
    ) -> None:
        """One line of text with its baseline at `at`."""
        self.shapes.append(Label(at, text, size, colour, anchor, bold, turned))

    def marker(
        self, at: Point, kind: str, colour: str, *, radius: float = 3.0, filled: bool = True, opacity: float = 1.0
    ) -> None:
        """A data point; hollow ones are filled with white."""
        fill, (x, y) = (colour if filled else "#ffffff"), at
        if kind == "circle":
            self.shapes.append(Disc(at, radius, colour, 1.2, fill, opacity))
            return
        r = radius * 1.15
        shapes: dict[str, tuple[Point, ...]] = {
            "square": ((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)),
            "triangle": ((x, y - r * 1.15), (x + r, y + r * 0.85), (x - r, y + r * 0.85)),
            "diamond": ((x, y - r * 1.3), (x + r * 1.3, y), (x, y + r * 1.3), (x - r * 1.3, y)),
        }
        self.shapes.append(Path(shapes[kind], colour, 1.2, (), fill, closed=True, opacity=opacity))

    def arrow(self, a: Point, b: Point, colour: str, width: float = 1.6) -> None:
        """A line from `a` with a head at `b`; no head on a line shorter than it."""
        self.line(a, b, colour, width)
        dx, dy = b[0] - a[0], b[1] - a[1]
        length = (dx * dx + dy * dy) ** 0.5
        if length < 5:
            return
        ux, uy = dx / length, dy / length
        base = (b[0] - 6.5 * ux, b[1] - 6.5 * uy)
        head = (b, (base[0] - 2.8 * uy, base[1] + 2.8 * ux), (base[0] + 2.8 * uy, base[1] - 2.8 * ux))
        self.shapes.append(Path(head, colour, 0.5, (), colour, closed=True))
