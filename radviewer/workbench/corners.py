"""What stands in the corners of images, by the user's choice, and what of it de-identified mode leaves out.

The choice is kept in `corners.toml` in the settings folder. In de-identified mode nothing is shown that names the
patient or the examination: not the name, not numbers, not dates, and no description, which is free text.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import tomli_w

from radviewer.core.image import Image
from radviewer.core.measurement import ruler
from radviewer.core.study import Series, Study
from radviewer.io.export import write_atomically
from radviewer.io.userdirs import make_private
from radviewer.workbench.browsing import date_text, patient_title
from radviewer.workbench.corner_fields import DEFAULT_FIELDS, IDENTIFYING, CornerField, Fields

FILE_NAME = "corners.toml"


def corner_lines(fields: Fields, study: Study | None, series: Series | None, image: Image | None) -> tuple[str, ...]:
    """The lines at the top left, under the title.

    Args:
        fields: What is wished for; without what identifies the patient in de-identified mode.
        study: Of the image; None while unknown.
        series: Of the image; None while unknown.
        image: The image; None while there is none.
    """
    lines = []
    if study is not None:
        lines += [
            patient_title(study) if CornerField.PATIENT in fields else "",
            study.patient_id if CornerField.PATIENT_ID in fields else "",
            date_text(study.date) if CornerField.DATE in fields else "",
            study.description if CornerField.STUDY in fields else "",
        ]
    if series is not None and CornerField.MODALITY in fields:
        lines.append("  ".join(part for part in (series.modality, series.body_part) if part))
    if image is not None:
        lines += [_size(image) if CornerField.SIZE in fields else ""]
        lines += [_spacing(image) if CornerField.SPACING in fields else ""]
        lines += [_position(image) if CornerField.POSITION in fields else ""]
    return tuple(line for line in lines if line)


def shown_fields(fields: Fields, *, deidentified: bool) -> Fields:
    """The wished fields that may be shown."""
    return fields - IDENTIFYING if deidentified else fields


def _size(image: Image) -> str:
    return f"{image.shape[1]} x {image.shape[0]}"


def _spacing(image: Image) -> str:
    scale = ruler(image)
    return f"{scale.column:.4g} x {scale.row:.4g} mm  {scale.source}" if scale.unit == "mm" else ""


def _position(image: Image) -> str:
    """Distance of the plane from the origin of the patient's coordinates, along its normal."""
    if image.position is None or image.orientation is None:
        return ""
    (a, b, c), (d, e, f) = image.orientation[:3], image.orientation[3:]
    normal = (b * f - c * e, c * d - a * f, a * e - b * d)
    return f"{sum(n * p for n, p in zip(normal, image.position, strict=True)):.1f} mm"


def load_corners(path: Path) -> tuple[Fields, bool, str]:
    """The kept choice.

    Args:
        path: The file; it need not exist.

    Returns:
        The fields, whether de-identified mode is on, and a sentence where the file cannot be used. Then de-identified
        mode is on: what was to be hidden must not show because a file is damaged.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        fields = frozenset(CornerField(name) for name in table["fields"])
        deidentified = table["deidentified"]
    except FileNotFoundError:
        return DEFAULT_FIELDS, False, ""
    except (OSError, ValueError, KeyError, TypeError):
        sentence = f"The choice of corner text ({path.name}) cannot be used; de-identified mode is on to be safe."
        return DEFAULT_FIELDS, True, sentence
    return fields, deidentified is not False, ""


def save_corners(path: Path, fields: Fields, *, deidentified: bool) -> None:
    """Keeps the choice, whole or not at all.

    Raises:
        InputProblem: The folder or the file cannot be written.
    """
    make_private(path.parent)
    table = {"deidentified": deidentified, "fields": [field.value for field in CornerField if field in fields]}
    write_atomically(path, tomli_w.dumps(table).encode(), overwrite=True)
