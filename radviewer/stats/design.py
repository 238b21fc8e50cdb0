"""How readers, cases and conditions are combined, when the names in the table do not say it by themselves.

Names that occur once in each group ("case 1" of every reader) may stand for different things. Saying so makes
them distinct, and everything else follows from which reads exist: cases that two readers do not share have
no covariance.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from radviewer.stats.table import Columns, require_columns

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
