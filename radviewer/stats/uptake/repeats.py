"""How often readers change a call when they read the same case again under the same condition.

In designs with two sittings a pair "without AI, with AI" holds the reader's own variability as well as the AI's effect.
Cases that were planned to be read twice measure the former: the share of changed calls among repeats is the switch rate
that there would be if the AI did nothing, and is taken off the switch rate. In a sequential design both calls belong to
one reading, so nothing is taken off there.

Sources: Bland & Altman, Stat Methods Med Res 8 (1999) 135 (within-subject standard deviation from duplicates).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.stats.table import require_columns, truth_column
from radviewer.stats.uptake.bootstrap import BootstrapPlan, bootstrap_estimate, weighted_cohen
from radviewer.stats.uptake.interval import CHANGE, PROPORTION, Estimate, Influence, estimate, ratio
from radviewer.stats.uptake.reads import PairedReads, UptakeColumns

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
_BLANK_WORDS = frozenset({"", "na", "nan", "null", "none"})


@dataclass(frozen=True, slots=True, eq=False)
class RepeatedCalls:
    """Second calls on the grid of a `PairedReads`.

    Attributes:
        unaided: (r, n) the call without AI when the case was read again, NaN where it was not.
        aided: (r, n) the same with AI.
        within_reading: Whether both calls of a pair belong to one reading (sequential design).
        left_out: Repeats of cases, readers or conditions that the pairs do not have.
    """

    unaided: Floats
    aided: Floats
    within_reading: bool
    left_out: int

    @property
    def any(self) -> bool:
        """Whether there is any repeat."""
        return bool(np.isfinite(self.unaided).any() or np.isfinite(self.aided).any())


def repeated_calls(
    frame: pd.DataFrame, reads: PairedReads, columns: UptakeColumns | None = None, *, positive: str | None = None
) -> RepeatedCalls:
    """Places repeats on the grid of the pairs.

    Args:
        frame: One row a repeated read; the columns are those of the table of reads.
        reads: The pairs that they repeat.
        columns: Names of the columns.
        positive: The value of a positive call.

    Raises:
        UsageProblem: A column is missing.
        InputProblem: A case was repeated twice under one condition.
    """
    names = columns or UptakeColumns()
    require_columns(frame, (names.reader, names.case, names.condition, names.call))
    text = {name: frame[name].astype(str).str.strip() for name in (names.reader, names.case, names.condition)}
    filled = np.asarray(~frame[names.call].astype(str).str.strip().str.lower().isin(_BLANK_WORDS))
    calls = np.full(len(frame), np.nan)
    if filled.any():
        calls[filled] = truth_column(frame[filled], names.call, positive)
    reader = {name: place for place, name in enumerate(reads.readers)}
    case = {name: place for place, name in enumerate(reads.cases)}
    grids = {reads.unaided: np.full(reads.present.shape, np.nan), reads.aided: np.full(reads.present.shape, np.nan)}
    left_out = 0
    rows = zip(text[names.reader], text[names.case], text[names.condition], calls, strict=True)
    for who, what, arm, call in rows:
        if who not in reader or what not in case or arm not in grids:
            left_out += 1
            continue
        place = reader[who], case[what]
        if np.isfinite(grids[arm][place]):
            raise InputProblem(
                f"Reader {who!r} repeated case {what!r} more than once under {arm!r}.", hint="Keep one repeat."
            )
        grids[arm][place] = call
    stages = frame["stage"].astype(str).str.strip() if "stage" in frame.columns else None
    first = stages is not None and bool((stages[text[names.condition] == reads.unaided] == "first").any())
    return RepeatedCalls(grids[reads.unaided], grids[reads.aided], first, left_out)


def repeat_measures(reads: PairedReads, repeated: RepeatedCalls, plan: BootstrapPlan) -> dict[str, Estimate]:
    """Change of calls among repeats, its kappa, and the switch rate beyond it; empty without repeats."""
    found: dict[str, Estimate] = {}
    noise: list[Influence] = []
    for name, before, again in (
        ("unaided", reads.call0, repeated.unaided), ("aided", reads.call1, repeated.aided)
    ):  # fmt: skip
        used = reads.present & np.isfinite(again)
        if not used.any():
            continue
        changed = ratio((again == 1) != before, used)
        noise.append(changed)
        found[f"repeat_switch_{name}"] = estimate(changed, bounds=PROPORTION, level=plan.level)
        kappa = weighted_cohen(before, again == 1, used)
        found[f"repeat_kappa_{name}"] = bootstrap_estimate(reads, used, kappa, plan)
    if noise and not repeated.within_reading:
        switched = ratio(reads.call0 != reads.call1, reads.present)
        mean = noise[0] if len(noise) == 1 else _mean(*noise)
        beyond = estimate(switched.minus(mean), bounds=CHANGE, null=0.0, level=plan.level)
        found["switch_rate_beyond_repeats"] = replace(beyond, note=f"{beyond.note} {_HOW}".strip())
    return found


_HOW = "Switch rate less the mean share of changed calls among repeats without and with AI."


def _mean(one: Influence, other: Influence) -> Influence:
    both = one.plus(other)
    value = None if both.value is None else both.value / 2
    return Influence(value, both.parts / 2, both.used)
