"""How readers, cases and conditions are combined, when the names in the table do not say it by themselves.

Names that occur once in each group ("case 1" of every reader) may stand for different things. Saying so makes
them distinct, and everything else follows from which reads exist: cases that two readers do not share have
no covariance.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from radviewer.core.errors import InputProblem
from radviewer.stats.table import Columns, ReadTable, require_columns

if TYPE_CHECKING:
    import pandas as pd


class Design(StrEnum):
    """Which names are distinct."""

    CROSSED = "crossed"
    CASES_IN_READERS = "nested-cases-in-readers"
    CASES_IN_CONDITIONS = "nested-cases-in-conditions"
    READERS_IN_CONDITIONS = "nested-readers-in-conditions"


def distinct_names(frame: pd.DataFrame, columns: Columns, design: Design) -> pd.DataFrame:
    """The frame with names made distinct within the group that the design nests them in.

    Raises:
        UsageProblem: A named column does not exist.
    """
    nested = {
        Design.CASES_IN_READERS: (columns.case, columns.reader),
        Design.CASES_IN_CONDITIONS: (columns.case, columns.condition),
        Design.READERS_IN_CONDITIONS: (columns.reader, columns.condition),
    }
    if design not in nested:
        return frame
    inner, outer = nested[design]
    require_columns(frame, (inner, outer))
    out = frame.copy()
    out[inner] = frame[outer].astype(str).str.strip() + "/" + frame[inner].astype(str).str.strip()
    return out


def complete_readers(table: ReadTable) -> tuple[ReadTable, tuple[str, ...]]:
    """The reads of those readers who read under every condition, and the names of the others.

    Raises:
        InputProblem: No reader read under every condition.
    """
    complete = np.asarray(table.read.any(axis=2).all(axis=0))
    if not complete.any():
        raise InputProblem(
            "No reader read under every condition.",
            hint="If readers belong to one condition each, leave out --complete-readers.",
        )
    names = list(zip(table.readers, complete.tolist(), strict=True))
    kept = replace(
        table,
        readers=tuple(name for name, keep in names if keep),
        ratings=table.ratings[:, complete],
        read=table.read[:, complete],
    )
    return kept, tuple(name for name, keep in names if not keep)
