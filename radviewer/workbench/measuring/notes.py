"""What was drawn on an image, as frozen values."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from radviewer.core.measurement import Figure, FigureKind, Values

KIND_NAMES: dict[FigureKind, str] = {
    FigureKind.DISTANCE: "Distance",
    FigureKind.ANGLE: "Angle",
    FigureKind.COBB: "Cobb angle",
    FigureKind.ELLIPSE: "Ellipse",
    FigureKind.RECTANGLE: "Rectangle",
    FigureKind.FREEHAND: "Freehand",
    FigureKind.ARROW: "Arrow",
    FigureKind.TEXT: "Text",
}


@dataclass(frozen=True, slots=True)
class Measurement:
    """One figure on one image.

    Attributes:
        id: Names it for good.
        figure: Where it lies.
        name: The user's words; the text itself of a text or an arrow. May be empty.
        created: When it was drawn, ISO 8601 in UTC.
        values: What it measured when it was last changed; None for texts and arrows.
    """

    id: str
    figure: Figure
    name: str = ""
    created: str = ""
    values: Values | None = None

    @property
    def title(self) -> str:
        """Its name, or what it is."""
        return self.name or KIND_NAMES[self.figure.kind]


@dataclass(frozen=True, slots=True)
class ImageNotes:
    """All that was drawn on one image.

    Attributes:
        measurements: In the order in which they were drawn.
        is_key: Whether the user marked it as a key image.
        calibration: Width of one column in mm by the user's calibration, or None.
        label: What the image is called in lists, for example "Axial 12/55"; without anything of the patient.
    """

    measurements: tuple[Measurement, ...] = ()
    is_key: bool = False
    calibration: float | None = None
    label: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.measurements and not self.is_key and self.calibration is None

    def find(self, measurement_id: str) -> Measurement | None:
        """The measurement of an id."""
        return next((item for item in self.measurements if item.id == measurement_id), None)

    def put(self, measurement: Measurement) -> ImageNotes:
        """With a measurement added, or in place of the one with its id."""
        if self.find(measurement.id) is None:
            return replace(self, measurements=(*self.measurements, measurement))
        changed = tuple(measurement if item.id == measurement.id else item for item in self.measurements)
        return replace(self, measurements=changed)

    def without(self, measurement_id: str) -> ImageNotes:
        """With one measurement less."""
        return replace(self, measurements=tuple(item for item in self.measurements if item.id != measurement_id))


def new_measurement(figure: Figure, name: str = "", values: Values | None = None) -> Measurement:
    """A measurement made now."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return Measurement(secrets.token_hex(8), figure, name, now, values)
