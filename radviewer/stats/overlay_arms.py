"""Types of overlay as conditions: a table in which each aided condition is divided by what was dealt to its reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radviewer.stats.table import require_columns

if TYPE_CHECKING:
    import pandas as pd


def overlay_arms(frame: pd.DataFrame, condition: str, overlay_type: str) -> tuple[pd.DataFrame, dict[str, list[str]]]:
    """The table with "CONDITION (TYPE)" in place of the condition, where a condition has several types.

    Args:
        frame: One row a read, as text.
        condition: Column of the condition.
        overlay_type: Column of the type; empty where nothing was shown.

    Returns:
        The new table, and the arms of each condition that has several types (none: nothing was divided).

    Raises:
        UsageProblem: A column does not exist.
    """
    require_columns(frame, (condition, overlay_type))
    names = frame[condition].astype(str).str.strip()
    kinds = frame[overlay_type].fillna("").astype(str).str.strip()
    arms: dict[str, list[str]] = {}
    made = names.copy()
    for name in dict.fromkeys(names):
        here = names == name
        several = sorted(set(kinds[here]) - {""})
        if len(several) > 1:
            divided = here & (kinds != "")
            made[divided] = name + " (" + kinds[divided] + ")"
            arms[name] = [f"{name} ({kind})" for kind in several]
    return frame.assign(**{condition: made}), arms
