"""Figures that are drawn on an image, and what they measure.

Points are (row, column) in the image's continuous coordinates: pixel (r, c) covers [r, r + 1) x [c, c + 1). A figure
knows nothing of the screen, so no rotation, flip, zoom or scaling of a view can change what it measures.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from radviewer.core.errors import InternalError
from radviewer.core.geometry import PixelSpacing, SpacingKind
from radviewer.core.image import Image

Point = tuple[float, float]


class FigureKind(StrEnum):
    """What can be drawn."""

    DISTANCE = "distance"
    ANGLE = "angle"
    COBB = "cobb"
    ELLIPSE = "ellipse"
    RECTANGLE = "rectangle"
    FREEHAND = "freehand"
    ARROW = "arrow"
    TEXT = "text"


POINT_COUNT: dict[FigureKind, int] = {
    FigureKind.DISTANCE: 2,
    FigureKind.ANGLE: 3,
    FigureKind.COBB: 4,
    FigureKind.ELLIPSE: 2,
    FigureKind.RECTANGLE: 2,
    FigureKind.ARROW: 2,
    FigureKind.TEXT: 1,
}
"""Points that each kind has; a freehand outline has any number from 3."""

REGIONS = frozenset({FigureKind.ELLIPSE, FigureKind.RECTANGLE, FigureKind.FREEHAND})
"""Kinds that enclose pixels."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One drawn figure.

    Attributes:
        kind: What it is.
        points: (row, column) of its points. Distance: both ends. Angle: end, vertex, end. Cobb: both ends of the
            first line, both of the second. Ellipse and rectangle: two opposite corners of the box, whose sides run
            along the image's rows and columns. Freehand: the corners of a closed outline. Arrow: tip, then tail.
            Text: where it stands.
    """

    kind: FigureKind
    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        """Refuses what cannot be such a figure.

        Raises:
            InternalError: The number of points does not fit the kind, or a coordinate is not finite.
        """
        wanted = POINT_COUNT.get(self.kind)
        if (wanted is None and len(self.points) < 3) or (wanted is not None and len(self.points) != wanted):
            raise InternalError(f"A figure of the kind '{self.kind}' cannot have {len(self.points)} points.")
        if not all(math.isfinite(part) for point in self.points for part in point):
            raise InternalError(f"A figure of the kind '{self.kind}' has a point that is not finite.")

    def moved(self, rows: float, columns: float) -> Figure:
        """Shifted as a whole."""
        return replace(self, points=tuple((row + rows, column + columns) for row, column in self.points))

    def with_point(self, index: int, point: Point) -> Figure:
        """With one point elsewhere."""
        return replace(self, points=(*self.points[:index], point, *self.points[index + 1 :]))

    @property
    def box(self) -> tuple[float, float, float, float]:
        """(top, left, bottom, right) of all points."""
        rows, columns = zip(*self.points, strict=True)
        return min(rows), min(columns), max(rows), max(columns)


@dataclass(frozen=True, slots=True)
class Ruler:
    """How long a step along the rows and columns of an image is.

    Attributes:
        row: From one row to the next, in `unit`.
        column: From one column to the next, in `unit`.
        unit: "mm" where the spacing is known, else "px"; with pixels that are not square, a px is one column wide.
        source: Which attribute the spacing is from, or what stands for it; "no spacing" without.
    """

    row: float
    column: float
    unit: str
    source: str

    def vector(self, start: Point, end: Point) -> tuple[float, float]:
        """(down, right) from one point to another, in `unit`."""
        return (end[0] - start[0]) * self.row, (end[1] - start[1]) * self.column


def ruler(image: Image, calibration: float | None = None) -> Ruler:
    """The ruler of an image.

    Args:
        image: For its spacing, or the shape of its pixels where the spacing is unknown.
        calibration: Width of one column in mm as the user calibrated it on this image; it goes before the header's.
            The height of a row follows by the shape of the pixels.

    Returns:
        Millimetres only where a spacing is known.
    """
    if calibration is not None:
        return Ruler(calibration * image.aspect, calibration, "mm", "calibrated by the user")
    spacing = image.spacing
    if spacing is None or not _usable(spacing):
        return Ruler(image.aspect, 1.0, "px", "no spacing")
    return Ruler(spacing.row, spacing.column, "mm", spacing_source(spacing))


def spacing_source(spacing: PixelSpacing) -> str:
    """Which spacing it is, for example "PixelSpacing, calibrated by fiducials" (PS3.3 section 10.7.1.1)."""
    words = {"FIDUCIAL": "calibrated by fiducials", "GEOMETRY": "calibrated by geometry"}
    how = words.get(spacing.calibration, "")
    if spacing.kind is SpacingKind.IMAGER_PIXEL_SPACING:
        how = "at the detector"
    return f"{spacing.kind.value}, {how}" if how else spacing.kind.value


def _usable(spacing: PixelSpacing) -> bool:
    return all(math.isfinite(value) and value > 0 for value in (spacing.row, spacing.column))


@dataclass(frozen=True, slots=True)
class Statistics:
    """Values of the pixels of a region, after the modality LUT.

    Attributes:
        count: Pixels that were counted.
        left_out: Pixels of the region that are padding or not finite, and were not.
        mean: Arithmetic mean; None without pixels.
        deviation: Standard deviation with count - 1, as ITK and ImageJ have it; None below two pixels.
        minimum: Smallest value; None without pixels.
        maximum: Largest value; None without pixels.
        unit: "HU", "BQML", ...; empty where the header does not say.
    """

    count: int
    left_out: int = 0
    mean: float | None = None
    deviation: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    unit: str = ""

    def scaled(self, factor: float, unit: str) -> Statistics:
        """The same in another unit (factor > 0), for example SUVbw from Bq/ml."""
        values = (self.mean, self.deviation, self.minimum, self.maximum)
        mean, deviation, low, high = (None if value is None else value * factor for value in values)
        return Statistics(self.count, self.left_out, mean, deviation, low, high, unit)


@dataclass(frozen=True, slots=True)
class Values:
    """What a figure measures; what does not apply to its kind is None.

    Attributes:
        ruler: The ruler that lengths and areas were taken with.
        length: In `ruler.unit`.
        degrees: Angle, 0 to 180; of Cobb 0 to 90.
        area: In `ruler.unit` squared.
        statistics: Of a region in a grey image.
        uptake: The same as SUVbw in g/ml, where the header allows it.
    """

    ruler: Ruler
    length: float | None = None
    degrees: float | None = None
    area: float | None = None
    statistics: Statistics | None = None
    uptake: Statistics | None = None
