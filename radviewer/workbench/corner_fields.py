"""What can stand in the corners of images; apart from `corners`, so that the state can name it."""

from __future__ import annotations

from enum import StrEnum


class CornerField(StrEnum):
    """What can stand in a corner, in the order in which it does."""

    PATIENT = "patient"
    PATIENT_ID = "patient ID"
    DATE = "study date"
    STUDY = "study description"
    SERIES = "series description"
    MODALITY = "modality and body part"
    SIZE = "image size"
    SPACING = "pixel spacing"
    POSITION = "slice position"
    VALUE = "value under the cursor"
    WINDOW = "window"
    ZOOM = "zoom"
    PLACE = "place in the series"


IDENTIFYING = frozenset(
    {CornerField.PATIENT, CornerField.PATIENT_ID, CornerField.DATE, CornerField.STUDY, CornerField.SERIES}
)
DEFAULT_FIELDS = frozenset(
    {CornerField.SERIES, CornerField.VALUE, CornerField.WINDOW, CornerField.ZOOM, CornerField.PLACE}
)
Fields = frozenset[CornerField]
