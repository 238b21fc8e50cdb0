"""What a figure measures on an image: one function for the label on the screen, the list, and the exported tables."""

from __future__ import annotations

from radviewer.core.image import Image
from radviewer.core.measurement import REGIONS, Figure, FigureKind, Values, ruler
from radviewer.core.measurement_geometry import angle, area, cobb, length
from radviewer.core.measurement_region import region, statistics
from radviewer.core.suv import SUV_UNIT


def measure(figure: Figure, image: Image, calibration: float | None = None) -> Values:
    """Measures a figure.

    Args:
        figure: What was drawn.
        image: What it was drawn on.
        calibration: Width of a column in mm as the user calibrated it, or None.

    Returns:
        Length, angle, or area with statistics, by the kind of the figure; arrows and texts measure nothing.
    """
    scale, points = ruler(image, calibration), figure.points
    if figure.kind is FigureKind.DISTANCE:
        return Values(scale, length=length(points[0], points[1], scale))
    if figure.kind is FigureKind.ANGLE:
        return Values(scale, degrees=angle(points[0], points[1], points[2], scale))
    if figure.kind is FigureKind.COBB:
        return Values(scale, degrees=cobb(points, scale))
    if figure.kind not in REGIONS:
        return Values(scale)
    found = region(figure, image.shape)
    size = area(figure, scale)
    if size is None:
        size = found.count * scale.row * scale.column
    numbers = statistics(image, found)
    uptake = None
    if numbers is not None and image.suv_factor is not None:
        uptake = numbers.scaled(image.suv_factor, SUV_UNIT)
    return Values(scale, area=size, statistics=numbers, uptake=uptake)
