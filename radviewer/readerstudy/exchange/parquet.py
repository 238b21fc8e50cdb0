"""The long table as Parquet, with a type for each column: what R, Python and Julia read without guessing.

Whole numbers with gaps stay whole numbers (nullable), text stays text; the columns are those of the CSV.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.exchange.rows import LongTable

NAME = "reads.parquet"


def parquet_bytes(table: LongTable) -> bytes:
    """The table as a Parquet file, compressed with zstd.

    Raises:
        InputProblem: The table has no rows, so its columns have no types.
    """
    import fastparquet
    import pandas as pd

    if not table.rows:
        raise InputProblem("No reading is there to export.", hint="Export again when readers have begun.")
    frame = pd.DataFrame({name: _column([row[name] for row in table.rows]) for name in table.columns})
    kinds = {name: "utf8" for name in frame.columns if frame[name].dtype == object}
    with tempfile.TemporaryDirectory(prefix="radviewer-parquet-") as folder:  # 0700, gone at once
        path = Path(folder) / NAME
        fastparquet.write(str(path), frame, compression="ZSTD", object_encoding=kinds, write_index=False)
        return path.read_bytes()


def _column(values: list[Any]) -> Any:
    """A column of one type: whole numbers, numbers, or text; what is missing stays missing."""
    import pandas as pd

    there = [value for value in values if value is not None]
    if there and all(isinstance(value, int) for value in there):
        return pd.array([None if value is None else int(value) for value in values], dtype="Int64")
    if all(isinstance(value, int | float) for value in there):
        return pd.array([None if value is None else float(value) for value in values], dtype="Float64")
    return pd.Series([None if value is None else str(value) for value in values], dtype=object)
