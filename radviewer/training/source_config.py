"""Where the images of a recipe are, and what is known about each: folders of classes, MURA's folders, or a table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Layout(StrEnum):
    """How a set of images lies on disk.

    `folders`: `<class>/<image>`. `mura`: `XR_<SITE>/patientNNN/studyN_positive|negative/<image>` (Rajpurkar et al.,
    arXiv 1712.06957). `table`: a CSV with one row for each image.
    """

    FOLDERS = "folders"
    MURA = "mura"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class SourceRecipe:
    """Where the images are. Columns are those of the table; for MURA's folders: site, patient, study, label, part.

    Attributes:
        layout: See `Layout`.
        table: The CSV, below the folder of the data.
        image: Path of an image below that folder, with columns in braces: "{split}/{label}/{image_id}.jpg".
        label: Column whose value is the class's `folder`; rows with another value are left out.
        group: Column of what must not be divided (the patient); "" for none.
        group_in_name: Regular expression whose match in a file's name is that group, for `folders`; "" for none.
        part: Column of the published split; "" for none.
        train_part: Value of `part` for training; others are not learnt from. "" takes all.
        validation_part: Value of `part` for validation, for `split.by = "given"`.
        test_part: Value of `part` that is tested on, once.
        keep: Only rows with these values.
        mask: Path of an image's mask, as `image`; the image is then cropped to it.
        margin: Of the crop on each side, as a share of the mask's box.
        least: Sides of the crop are no shorter, in pixels of the image: a small finding is shown with more around it.
    """

    layout: Layout = Layout.FOLDERS
    table: str = ""
    image: str = ""
    label: str = "label"
    group: str = ""
    group_in_name: str = ""
    part: str = ""
    train_part: str = ""
    validation_part: str = ""
    test_part: str = ""
    keep: Mapping[str, str] | None = None
    mask: str = ""
    margin: float = 0.1
    least: int = 0


def source_rules(source: SourceRecipe) -> list[tuple[bool, str, str]]:
    """(holds, key, what it must be) for each rule of a source."""
    table = source.layout is Layout.TABLE
    relative = all(not path.startswith(("/", "\\")) and ".." not in path for path in (source.table, source.image))
    return [
        (not table or bool(source.table), "source.table", "the name of a CSV file"),
        (not table or bool(re.search(r"\{[^{}]+\}", source.image)), "source.image", "a path with a column in braces"),
        (relative, "source.table", "a path below the folder of the data, as must be 'source.image'"),
        (table or not source.mask, "source.mask", 'left out unless the layout is "table"'),
        (not source.group_in_name or source.layout is Layout.FOLDERS, "source.group_in_name", "used with folders"),
        (_compiles(source.group_in_name), "source.group_in_name", "a regular expression"),
        (source.margin >= 0, "source.margin", "0 or more"),
        (source.least >= 0, "source.least", "0 or more"),
    ]


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
