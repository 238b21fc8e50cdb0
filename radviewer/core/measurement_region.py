"""Which pixels a region holds, and what their values are.

One rule for every shape: **a pixel belongs to a region if its centre (row + 0.5, column + 0.5) lies inside.** A centre
exactly on the border of an ellipse is inside; on a rectangle or a freehand outline the top and left borders are inside
and the bottom and right ones are not, so two regions side by side share no pixel. A freehand outline that crosses
itself holds what an odd number of its sides enclose. Parts beyond the image hold nothing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.grayscale import apply_modality
from radviewer.core.image import Image, Rescale
from radviewer.core.measurement import Figure, FigureKind, Point, Statistics

_NO_UNIT = frozenset({"US", "unspecified"})


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """The pixels of a figure.

    Attributes:
        rows: The rows that the mask covers.
        columns: The columns that the mask covers.
        mask: bool (rows, columns), true for pixels of the region.
    """

    rows: slice
    columns: slice
    mask: NDArray[np.bool_]

    @property
    def count(self) -> int:
        """Pixels in the region."""
        return int(np.count_nonzero(self.mask))


def region(figure: Figure, shape: tuple[int, int]) -> Region:
    """The pixels of an ellipse, a rectangle or a freehand outline.

    Args:
        figure: The outline.
        shape: (rows, columns) of the image.

    Returns:
        The region on the smallest part of the image that holds it; empty if it lies outside.
    """
    top, left, bottom, right = figure.box
    r0, r1 = _reach(top, bottom, shape[0])
    c0, c1 = _reach(left, right, shape[1])
    row = np.arange(r0, r1, dtype=np.float64)[:, None] + 0.5
    column = np.arange(c0, c1, dtype=np.float64)[None, :] + 0.5
    if figure.kind is FigureKind.ELLIPSE:
        mask = _in_ellipse(figure.box, row, column)
    elif figure.kind is FigureKind.RECTANGLE:
        mask = (row >= top) & (row < bottom) & (column >= left) & (column < right)
    else:
        mask = _in_polygon(figure.points, row, column)
    return Region(slice(r0, r1), slice(c0, c1), mask)


def _reach(low: float, high: float, size: int) -> tuple[int, int]:
    start = min(max(math.floor(low), 0), size)
    return start, min(max(math.ceil(high), start), size)


def _in_ellipse(
    box: tuple[float, float, float, float], row: NDArray[np.float64], column: NDArray[np.float64]
) -> NDArray[np.bool_]:
    top, left, bottom, right = box
    half_rows, half_columns = (bottom - top) / 2, (right - left) / 2
    if half_rows <= 0 or half_columns <= 0:
        return np.zeros((row.size, column.size), dtype=bool)
    down = (row - (top + bottom) / 2) / half_rows
    across = (column - (left + right) / 2) / half_columns
    return np.asarray(down**2 + across**2 <= 1.0)


def _in_polygon(points: tuple[Point, ...], row: NDArray[np.float64], column: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Even-odd rule: how many sides a ray to the right crosses; a side takes its upper end and leaves its lower."""
    inside = np.zeros((row.size, column.size), dtype=bool)
    lines = row[:, 0]
    for side in zip(points, (*points[1:], points[0]), strict=True):
        (r1, c1), (r2, c2) = sorted(side)
        if r1 == r2:
            continue
        hit = np.flatnonzero((lines >= r1) & (lines < r2))
        # Multiplied out: a quotient would be rounded, and a centre exactly on a side fall to either side of it.
        inside[hit] ^= (column - c1) * (r2 - r1) < ((lines[hit] - r1) * (c2 - c1))[:, None]
    return inside


def region_values(image: Image, found: Region) -> tuple[NDArray[np.float64], int]:
    """Values of a region after the modality LUT.

    Args:
        image: A grey image.
        found: Its pixels.

    Returns:
        float64 (n,) without padding and what is not finite, and the number of pixels left out for that.
    """
    stored: NDArray[Any] = image.pixels[found.rows, found.columns][found.mask]
    keep = np.ones(stored.shape, dtype=bool)
    if image.padding is not None:
        keep &= ~((stored >= image.padding[0]) & (stored <= image.padding[1]))
    values = apply_modality(stored[keep], image.modality_lut)
    finite = np.isfinite(values)
    return values[finite], int(stored.size - np.count_nonzero(finite))


def statistics(image: Image, found: Region) -> Statistics | None:
    """Mean, deviation and extremes of a region; None in colour, where a pixel has no one value."""
    if image.is_color:
        return None
    values, left_out = region_values(image, found)
    unit = value_unit(image)
    if values.size == 0:
        return Statistics(0, left_out, unit=unit)
    return Statistics(
        int(values.size),
        left_out,
        float(values.mean()),
        float(values.std(ddof=1)) if values.size > 1 else None,
        float(values.min()),
        float(values.max()),
        unit,
    )


def value_unit(image: Image) -> str:
    """Unit of the values after the modality LUT, as the header says; empty if it does not."""
    unit = image.modality_lut.unit if isinstance(image.modality_lut, Rescale) else ""
    return "" if unit in _NO_UNIT else unit


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """How often values occur.

    Attributes:
        edges: float64 (n + 1,), rising; bin i holds edges[i] <= value < edges[i + 1], the last one also its end.
        counts: int64 (n,).
        low: The smallest value.
        high: The largest value.
        unit: Of the values.
    """

    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    low: float
    high: float
    unit: str = ""


def histogram(values: NDArray[np.float64], unit: str = "", bins: int = 128) -> Histogram | None:
    """The histogram of some values; None without any.

    Whole numbers get bins of a whole number of values each: others would show a comb that is not in the data.

    Args:
        values: float64 (n,), finite.
        unit: Theirs.
        bins: The most bins there may be.
    """
    if values.size == 0:
        return None
    low, high = float(values.min()), float(values.max())
    if np.array_equal(values, np.round(values)):
        step = float(max(1, math.ceil((high - low + 1) / bins)))
        edges = np.asarray(low - 0.5 + step * np.arange(math.ceil((high - low + 1) / step) + 1), dtype=np.float64)
    else:
        edges = np.asarray(np.linspace(low, high if high > low else low + 1.0, bins + 1), dtype=np.float64)
    counts = np.histogram(values, edges)[0].astype(np.int64)
    return Histogram(edges, counts, low, high, unit)
