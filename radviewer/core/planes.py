"""Where one image lies in the patient, and where two images cut each other (PS3.3 C.7.6.2.1.1, Equation C.7.6.2.1-1).

Image points are continuous (row, column), pixel (r, c) covers [r, r + 1) x [c, c + 1); Image Position (Patient) is the
centre of the first pixel, so it is the image point (0.5, 0.5). Patient points are LPS in mm. Everything here is exact
geometry of planes; whether two images share a patient space at all is said by their Frame of Reference UID.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Vector = tuple[float, float, float]
Point = tuple[float, float]

PARALLEL = math.cos(math.radians(1.0))  # planes within one degree count as parallel


@dataclass(frozen=True, slots=True)
class SlicePlane:
    """The rectangle of one image in the patient.

    Attributes:
        position: Centre of the first pixel, LPS in mm.
        along_row: Unit vector in which the column index rises.
        along_column: Unit vector in which the row index rises.
        spacing: (row, column) distances of pixel centres, mm, > 0.
        shape: (rows, columns).
    """

    position: Vector
    along_row: Vector
    along_column: Vector
    spacing: tuple[float, float]
    shape: tuple[int, int]

    @property
    def normal(self) -> Vector:
        """Unit vector across the plane: along_row x along_column."""
        return _unit(_cross(self.along_row, self.along_column))

    @property
    def center(self) -> Vector:
        """The patient point in the middle of the image."""
        return self.to_patient(self.shape[0] / 2, self.shape[1] / 2)

    @property
    def corners(self) -> tuple[Vector, Vector, Vector, Vector]:
        """The outer corners, going round from the first pixel along the first row."""
        rows, columns = self.shape
        return tuple(  # type: ignore[return-value]
            self.to_patient(row, column) for row, column in ((0, 0), (0, columns), (rows, columns), (rows, 0))
        )

    def to_patient(self, row: float, column: float) -> Vector:
        """The patient point of an image point."""
        across, down = (column - 0.5) * self.spacing[1], (row - 0.5) * self.spacing[0]
        x, y, z = (
            start + across * right + down * below
            for start, right, below in zip(self.position, self.along_row, self.along_column, strict=True)
        )
        return x, y, z

    def to_image(self, point: Vector) -> Point:
        """(row, column) of the patient point's foot on the plane; it may lie outside the image."""
        away = _minus(point, self.position)
        return (
            _dot(away, self.along_column) / self.spacing[0] + 0.5,
            _dot(away, self.along_row) / self.spacing[1] + 0.5,
        )

    def distance(self, point: Vector) -> float:
        """How far a patient point is from the plane, mm; positive on the side of the normal."""
        return _dot(_minus(point, self.position), self.normal)

    def is_parallel(self, other: SlicePlane) -> bool:
        """Whether two planes are parallel within one degree, whichever side they are seen from."""
        return abs(_dot(self.normal, other.normal)) >= PARALLEL


def slice_plane(
    position: Sequence[float] | None,
    orientation: Sequence[float] | None,
    spacing: tuple[float, float] | None,
    shape: tuple[int, int],
) -> SlicePlane | None:
    """The plane of an image from what its header says; None where a part is missing or means nothing.

    Args:
        position: Image Position (Patient), mm.
        orientation: Image Orientation (Patient), 6 direction cosines.
        spacing: (row, column), mm.
        shape: (rows, columns).
    """
    if position is None or orientation is None or spacing is None or len(orientation) != 6 or min(shape) < 1:
        return None
    if not all(math.isfinite(value) for value in (*position, *orientation, *spacing)) or min(spacing) <= 0:
        return None
    along_row = _unit((orientation[0], orientation[1], orientation[2]))
    raw = (orientation[3], orientation[4], orientation[5])
    # Rounded cosines are made square to each other, else feet on the plane and points of it would differ.
    shift = _dot(raw, along_row)
    along_column = _unit(_minus(raw, (shift * along_row[0], shift * along_row[1], shift * along_row[2])))
    if not any(along_row) or not any(along_column):
        return None
    return SlicePlane((position[0], position[1], position[2]), along_row, along_column, spacing, shape)


def crossing(target: SlicePlane, source: SlicePlane) -> tuple[Point, Point] | None:
    """The reference line: where the image `source` cuts the image `target`.

    Args:
        target: The image on which the line is drawn.
        source: The image whose place is shown.

    Returns:
        Both ends as (row, column) of `target`, cut to the rectangles of both images; None where they do not meet or
        are parallel.
    """
    if target.is_parallel(source):
        return None
    across = _cross(target.normal, source.normal)
    square = _dot(across, across)
    # The point of both planes that is nearest to the middle of the target: two plane equations and one along the line.
    start = target.center
    gap = source.distance(start)
    in_target = _cross(across, target.normal)  # lies in the target's plane, square to the line
    step = -gap / _dot(in_target, source.normal)
    foot = _plus(start, in_target, step)
    direction = _plus((0.0, 0.0, 0.0), across, 1.0 / math.sqrt(square))
    span = _inside(target, foot, direction, (-math.inf, math.inf))
    span = None if span is None else _inside(source, foot, direction, span)
    if span is None:
        return None
    return target.to_image(_plus(foot, direction, span[0])), target.to_image(_plus(foot, direction, span[1]))


def nearest(planes: Sequence[SlicePlane | None], point: Vector) -> tuple[int, float] | None:
    """Which of several planes is nearest to a patient point.

    Returns:
        (its place, distance in mm, not negative), the first of several alike; None if no plane is known.
    """
    found = [(abs(plane.distance(point)), index) for index, plane in enumerate(planes) if plane is not None]
    if not found:
        return None
    distance, index = min(found)
    return index, distance


def _inside(
    plane: SlicePlane, foot: Vector, direction: Vector, span: tuple[float, float]
) -> tuple[float, float] | None:
    """The part of a line within an image's rectangle (the slab method, once for each of its axes)."""
    low, high = span
    away = _minus(foot, plane.position)
    for axis, step, count in (
        (plane.along_row, plane.spacing[1], plane.shape[1]),
        (plane.along_column, plane.spacing[0], plane.shape[0]),
    ):
        place, speed = _dot(away, axis) / step + 0.5, _dot(direction, axis) / step
        if abs(speed) < 1e-12:
            if not 0.0 <= place <= count:
                return None
            continue
        ends = sorted((-place / speed, (count - place) / speed))
        low, high = max(low, ends[0]), min(high, ends[1])
    return (low, high) if high - low > 1e-9 else None


def _dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _cross(a: Vector, b: Vector) -> Vector:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def _minus(a: Vector, b: Vector) -> Vector:
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def _plus(a: Vector, b: Vector, factor: float) -> Vector:
    return a[0] + factor * b[0], a[1] + factor * b[1], a[2] + factor * b[2]


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(_dot(vector, vector))
    return (vector[0] / length, vector[1] / length, vector[2] / length) if length > 1e-6 else (0.0, 0.0, 0.0)
