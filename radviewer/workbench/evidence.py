"""Where the evidence is known to be: a table of boxes by file name, for the pointing game and its kin."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem

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
    """Reads a CSV table with the columns file (a name without folder), row, column, height, width.

    Raises:
        InputProblem: Names the file, the line and what is wrong with it.
    """
    hint = f"It is a CSV table with the columns {', '.join(COLUMNS)}, in pixels of the image from 0."
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputProblem(f"The table of boxes {path} cannot be read.", hint=hint) from error
    reader = csv.DictReader(text.splitlines())
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise InputProblem(f"The table of boxes {path} has no column '{missing[0]}'.", hint=hint)
    found: dict[str, list[EvidenceBox]] = {}
    for row in reader:
        try:
            box = EvidenceBox(*(float(row[name]) for name in COLUMNS[1:]))
        except (TypeError, ValueError) as error:
            raise InputProblem(f"{path}, line {reader.line_num}: a box is not made of numbers.", hint=hint) from error
        if not (np.isfinite([box.row, box.column]).all() and 0 < box.height < np.inf and 0 < box.width < np.inf):
            raise InputProblem(f"{path}, line {reader.line_num}: the box is empty.", hint=hint)
        found.setdefault(Path(row["file"]).name, []).append(box)
    return found


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
