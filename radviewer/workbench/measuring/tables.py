"""Measurements as CSV and JSON, for spreadsheets and statistics.

A row for each measurement and each key image. Numbers are written with all their digits and a decimal point; the
spacing that lengths and areas were taken with is in every row. Words of the user that a spreadsheet would run as a
formula are made inert by a leading apostrophe (OWASP, "CSV injection"). Images are named by SOP Instance UID or a hash
of their pixels; nothing else of the patient is written.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from radviewer.core.errors import UsageProblem
from radviewer.core.measurement import Statistics
from radviewer.io.export import write_atomically
from radviewer.workbench.measuring.notes import ImageNotes, Measurement

Noted = tuple[str, ImageNotes]  # the key of an image, and its notes

COLUMNS = (
    "image", "frame", "image_label", "key_image", "kind", "name", "length", "length_unit", "degrees", "area",
    "area_unit", "mean", "sd", "min", "max", "value_unit", "pixels", "pixels_left_out", "suvbw_mean", "suvbw_sd",
    "suvbw_min", "suvbw_max", "spacing", "row_spacing", "column_spacing", "points_row_column", "created", "id",
)  # fmt: skip


def export(path: Path, noted: Iterable[Noted], *, overwrite: bool = False) -> None:
    """Writes measurements to a file whose ending says how: .csv or .json.

    Args:
        path: Where to; the folder must exist.
        noted: The images with their notes.
        overwrite: Whether an existing file may be replaced.

    Raises:
        UsageProblem: The ending is another.
        WriteProblem: The file exists and may not be replaced, or cannot be written.
    """
    makers = {".csv": to_csv, ".json": to_json}
    make = makers.get(path.suffix.lower())
    if make is None:
        raise UsageProblem(f"{path.name}: measurements are written as .csv or .json.", hint="Give it such an ending.")
    write_atomically(path, make(noted).encode("utf-8"), overwrite=overwrite)


def to_csv(noted: Iterable[Noted]) -> str:
    """The table as CSV with a byte-order mark, so that spreadsheets read its letters right."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in rows(noted):
        writer.writerow({name: _cell(row.get(name)) for name in COLUMNS})
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + file.getvalue()


def to_json(noted: Iterable[Noted]) -> str:
    """The table as JSON: null for what is undefined."""
    table = {"format": "radviewer measurements", "version": 1, "rows": list(rows(noted))}
    return json.dumps(table, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def rows(noted: Iterable[Noted]) -> Iterable[dict[str, Any]]:
    """The rows, by column; a key image without measurements has a row of its own."""
    for key, notes in noted:
        name, _, frame = key.rpartition("#")
        image = {"image": name, "frame": int(frame) + 1, "image_label": notes.label, "key_image": notes.is_key}
        if notes.is_key and not notes.measurements:
            yield {**dict.fromkeys(COLUMNS), **image, "kind": "key image"}
        for item in notes.measurements:
            yield {**dict.fromkeys(COLUMNS), **image, **_row(item)}


def _row(item: Measurement) -> dict[str, Any]:
    row: dict[str, Any] = {
        "kind": item.figure.kind.value,
        "name": item.name,
        "points_row_column": [list(point) for point in item.figure.points],
        "created": item.created,
        "id": item.id,
    }
    values = item.values
    if values is None:
        return row
    ruler = values.ruler
    row |= {"length": values.length, "degrees": values.degrees, "area": values.area}
    row |= {"spacing": ruler.source, "row_spacing": ruler.row, "column_spacing": ruler.column}
    if values.length is not None:
        row["length_unit"] = ruler.unit
    if values.area is not None:
        row["area_unit"] = f"{ruler.unit}2"
    if values.statistics is not None:
        numbers = values.statistics
        row |= _numbers("", numbers)
        row |= {"value_unit": numbers.unit, "pixels": numbers.count, "pixels_left_out": numbers.left_out}
    if values.uptake is not None:
        row |= _numbers("suvbw_", values.uptake)
    return row


def _numbers(prefix: str, numbers: Statistics) -> dict[str, Any]:
    return {
        f"{prefix}mean": numbers.mean,
        f"{prefix}sd": numbers.deviation,
        f"{prefix}min": numbers.minimum,
        f"{prefix}max": numbers.maximum,
    }


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ";".join(f"{point[0]!r} {point[1]!r}" for point in value)
    if isinstance(value, str):
        inert = "".join(character if character.isprintable() else " " for character in value)
        return f"'{inert}" if inert.lstrip()[:1] in ("=", "+", "-", "@") else inert
    return repr(value) if isinstance(value, float) else value
