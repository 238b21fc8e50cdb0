"""JSON and CSV texts as the commands print them and the window exports them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any


def as_json(value: Any) -> str:
    """JSON text with a final newline; a number that is not finite is a defect and raises ValueError."""
    return json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def as_csv(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """CSV text; cells that a spreadsheet would run as a formula are made inert by a leading apostrophe."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([[_inert(cell) for cell in row] for row in rows])
    return buffer.getvalue()


def _inert(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{cell}"
    return "" if cell is None else cell
