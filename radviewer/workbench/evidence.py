"""Where the evidence is known to be: tables of boxes and folders of masks, for the pointing game and its kin.

The same for the window (where the user opens them) and for the command line.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.core.image import Image

if TYPE_CHECKING:
    from radviewer.io.masks import MaskFolder

COLUMNS = ("file", "row", "column", "height", "width")


@dataclass(frozen=True, slots=True)
class EvidenceBox:
    """A rectangle of pixels of the image.

    Attributes:
        row: First row, from 0.
        column: First column, from 0.
        height: Rows, > 0.
        width: Columns, > 0.
    """

    row: float
    column: float
    height: float
    width: float


Boxes = Mapping[str, Sequence[EvidenceBox]]


def read_boxes(path: Path) -> dict[str, list[EvidenceBox]]:
    """Reads a table with the columns file (a name without folder), row, column, height, width.

    Args:
        path: CSV, or JSON: a list of objects with these keys.

    Raises:
        InputProblem: Names the file, the line and what is wrong with it.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputProblem(f"The table of boxes {path} cannot be read.", hint=_HINT) from error
    found: dict[str, list[EvidenceBox]] = {}
    for place, row in _json_rows(path, text) if path.suffix.lower() == ".json" else _csv_rows(path, text):
        found.setdefault(Path(str(row["file"])).name, []).append(_box(f"{path}, {place}", row))
    return found


_HINT = f"It is a CSV table with the columns {', '.join(COLUMNS)} (or JSON with these keys), in pixels from 0."


def _csv_rows(path: Path, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    reader = csv.DictReader(text.splitlines())
    _check_columns(path, reader.fieldnames or ())
    for row in reader:
        yield f"line {reader.line_num}", row


def _json_rows(path: Path, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        rows = json.loads(text)
    except ValueError as error:
        raise InputProblem(f"The table of boxes {path} is no JSON.", hint=_HINT) from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputProblem(f"The table of boxes {path} is no list of objects.", hint=_HINT)
    for number, row in enumerate(rows, start=1):
        _check_columns(path, row)
        yield f"box {number}", row


def _check_columns(path: Path, names: Sequence[str] | Mapping[str, Any]) -> None:
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise InputProblem(f"The table of boxes {path} has no column '{missing[0]}'.", hint=_HINT)


def _box(place: str, row: Mapping[str, Any]) -> EvidenceBox:
    try:
        box = EvidenceBox(*(float(row[name]) for name in COLUMNS[1:]))
    except (TypeError, ValueError) as error:
        raise InputProblem(f"{place}: a box is not made of numbers.", hint=_HINT) from error
    if not (np.isfinite([box.row, box.column]).all() and 0 < box.height < np.inf and 0 < box.width < np.inf):
        raise InputProblem(f"{place}: the box is empty.", hint=_HINT)
    return box


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What is known about where the evidence is.

    Attributes:
        boxes: By file name.
        masks: A folder of masks, or None.
    """

    boxes: Boxes = field(default_factory=dict)
    masks: MaskFolder | None = None

    def mask(self, image: Image) -> NDArray[np.bool_] | None:
        """True where the evidence is, (rows, columns) of the image; None where nothing is known about it.

        A mask counts more than boxes, for it is the more exact.

        Raises:
            InputProblem: A mask cannot be read, has another size or is empty, or no box lies on the image.
        """
        found = None if self.masks is None else self.masks.mask(image.ref, image.facts)
        if found is not None:
            return _checked(found, image)
        boxes = self.boxes.get(image.ref.path.name)
        return None if boxes is None else evidence_mask(boxes, image.shape)


def read_evidence(path: Path) -> Evidence:
    """A table of boxes (CSV, JSON), a mask, or a folder of masks.

    Raises:
        InputProblem: It cannot be read.
    """
    if path.suffix.lower() in {".csv", ".json"}:
        return Evidence(boxes=read_boxes(path))
    from radviewer.io.masks import read_masks

    return Evidence(masks=read_masks(path))


def _checked(mask: NDArray[np.bool_], image: Image) -> NDArray[np.bool_] | None:
    name = image.ref.path.name
    if mask.shape != image.shape:
        raise InputProblem(
            f"The mask of {name} has {mask.shape[0]} x {mask.shape[1]} pixels, the image {image.shape[0]} x "
            f"{image.shape[1]}.",
            hint="A mask has to lie on its image's own grid.",
        )
    return mask if mask.any() else None  # an image without a finding has nothing to point at


def evidence_mask(boxes: Sequence[EvidenceBox], shape: tuple[int, int]) -> NDArray[np.bool_]:
    """True inside the boxes, on an image of this shape.

    Raises:
        InputProblem: No box touches the image.
    """
    mask = np.zeros(shape, dtype=bool)
    for box in boxes:
        top, left = max(0, round(box.row)), max(0, round(box.column))
        mask[top : max(0, round(box.row + box.height)), left : max(0, round(box.column + box.width))] = True
    if not mask.any():
        raise InputProblem(
            f"No box lies on the image of {shape[0]} rows and {shape[1]} columns.",
            hint="Rows and columns are counted in pixels of the image, from 0.",
        )
    return mask
