"""Calibration of one image by the user: a distance whose true length is known, a ruler in the picture, say."""

from __future__ import annotations

from dataclasses import replace

from radviewer.core.errors import UsageProblem
from radviewer.core.image import Image
from radviewer.core.measurement import REGIONS, Figure, FigureKind, Ruler
from radviewer.core.measurement_geometry import length
from radviewer.core.measurement_values import measure
from radviewer.workbench.measuring.notes import ImageNotes

_MEASURING = REGIONS | {FigureKind.DISTANCE, FigureKind.ANGLE, FigureKind.COBB}


def calibration_of(figure: Figure, image: Image, millimetres: float) -> float:
    """Width of a column in mm, if a distance is so long; the height of a row follows by the shape of the pixels.

    Raises:
        UsageProblem: The distance or its true length is not above 0.
    """
    columns = length(figure.points[0], figure.points[1], Ruler(image.aspect, 1.0, "px", ""))
    if columns <= 0 or millimetres <= 0:
        raise UsageProblem("A calibration needs a distance above 0.", hint="Draw it along something of known length.")
    return millimetres / columns


def recalibrated(notes: ImageNotes, image: Image) -> ImageNotes:
    """The notes of an image with everything measured anew by their calibration."""
    return replace(
        notes,
        measurements=tuple(
            replace(item, values=measure(item.figure, image, notes.calibration))
            if item.figure.kind in _MEASURING
            else item
            for item in notes.measurements
        ),
    )
