"""Lengths, angles and areas of figures on pixels of any shape: everything is computed in the ruler's unit."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from radviewer.core.measurement import Figure, FigureKind, Point, Ruler


def length(start: Point, end: Point, ruler: Ruler) -> float:
    """Distance of two points in the ruler's unit."""
    return math.hypot(*ruler.vector(start, end))


def angle(first: Point, vertex: Point, second: Point, ruler: Ruler) -> float:
    """Angle at a vertex in degrees, 0 to 180; 0 where an arm has no length."""
    return _between(ruler.vector(vertex, first), ruler.vector(vertex, second))


def cobb(points: tuple[Point, ...], ruler: Ruler) -> float:
    """Angle between two lines in degrees, 0 to 90.

    Lines have no direction, so it is the smaller of the two angles at which they cross (Cobb 1948: the angle between
    the end plates of the end vertebrae), whichever way each was drawn.

    Args:
        points: Both ends of the first line, both of the second.
        ruler: For pixels that are not square.
    """
    found = _between(ruler.vector(points[0], points[1]), ruler.vector(points[2], points[3]))
    return min(found, 180.0 - found)


def _between(one: tuple[float, float], other: tuple[float, float]) -> float:
    if math.hypot(*one) == 0 or math.hypot(*other) == 0:
        return 0.0
    # atan2 of cross and dot product keeps its precision near 0 and 180 degrees, where acos loses half the digits.
    cross = one[0] * other[1] - one[1] * other[0]
    dot = one[0] * other[0] + one[1] * other[1]
    return abs(math.degrees(math.atan2(cross, dot)))


def area(figure: Figure, ruler: Ruler) -> float | None:
    """Area of a region's outline in the ruler's unit squared.

    Args:
        figure: An ellipse, a rectangle or a freehand outline.
        ruler: How long the sides of a pixel are.

    Returns:
        The exact area of the drawn shape, not a number of pixels. None for a freehand outline that crosses itself:
        it encloses no area by any formula, and is counted by its pixels instead.
    """
    top, left, bottom, right = figure.box
    box = (bottom - top) * ruler.row * (right - left) * ruler.column
    if figure.kind is FigureKind.ELLIPSE:
        return box * math.pi / 4
    if figure.kind is FigureKind.RECTANGLE:
        return box
    if crosses_itself(figure.points):
        return None
    return abs(_shoelace(figure.points)) * ruler.row * ruler.column


def _shoelace(points: tuple[Point, ...]) -> float:
    """Signed area of a polygon in pixels, about its first corner so that far coordinates cost no digits."""
    rows, columns = np.asarray(points, dtype=np.float64).T
    rows, columns = rows - rows[0], columns - columns[0]
    return float(np.dot(rows, np.roll(columns, -1)) - np.dot(columns, np.roll(rows, -1))) / 2


def crosses_itself(points: tuple[Point, ...]) -> bool:
    """Whether two sides of a closed polygon that are not neighbours cross or touch."""
    distinct = [point for at, point in enumerate(points) if point != points[at - 1]]
    corners = np.asarray(distinct, dtype=np.float64)
    count = len(corners)
    if count < 4:
        return False
    ends = np.roll(corners, -1, axis=0)
    for at in range(count - 2):
        others = slice(at + 2, count - 1 if at == 0 else count)  # the last side is a neighbour of the first
        if _meet(corners[at], ends[at], corners[others], ends[others]).any():
            return True
    return False


def _meet(
    start: NDArray[np.float64], end: NDArray[np.float64], starts: NDArray[np.float64], ends: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Which segments cross one segment: the ends of each lie on different sides of the other, or on it."""

    def side(a: NDArray[np.float64], b: NDArray[np.float64], c: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(
            (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])
        )

    one, two = side(start, end, starts), side(start, end, ends)
    three, four = side(starts, ends, start), side(starts, ends, end)
    proper = (one * two <= 0) & (three * four <= 0)
    flat = (one == 0) & (two == 0)  # on one line: they meet where their boxes do
    low, high = np.minimum(starts, ends), np.maximum(starts, ends)
    boxes = (low <= np.maximum(start, end)).all(axis=-1) & (high >= np.minimum(start, end)).all(axis=-1)
    return np.asarray(proper & (~flat | boxes))
