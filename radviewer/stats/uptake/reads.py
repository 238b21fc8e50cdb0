"""Pairs of reads: what each reader called without AI, what the AI said, what the reader called with it.

All uptake measures are functions of such pairs. Rows of a long table are matched by reader and case; a pair
that lacks one of its parts is left out and counted. Nothing is guessed: a rating that is not a probability
leaves the probability measures undefined and says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats.table import numeric_column, require_columns, truth_column

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

UNAIDED_WORDS = ("unaided", "without ai", "without", "no ai", "baseline", "control", "reader alone")
_UNUSED_WORDS = frozenset({"", "0", "0.0", "no", "false", "none", "off", "not used", "unused", "nan"})
_BLANK_WORDS = frozenset({"", "na", "nan", "null", "none"})


@dataclass(frozen=True, slots=True)
class UptakeColumns:
    """Names of the columns; None where the table has no such column.

    `call` and `ai_call` hold binary decisions; `rating` and `ai_score` probabilities (or 0-100);
    `time` seconds; `experience` a level of the reader; `overlay` whether or how long the overlay was open;
    `active` seconds of `time` in which the reader did something; `overlay_type` the kind of overlay that was dealt.
    """

    reader: str = "reader"
    case: str = "case"
    condition: str = "condition"
    truth: str = "truth"
    call: str = "call"
    ai_call: str = "ai_call"
    rating: str | None = None
    ai_score: str | None = None
    time: str | None = None
    experience: str | None = None
    overlay: str | None = None
    active: str | None = None
    overlay_type: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PairedReads:
    """r readers x n cases, read without and with AI.

    Attributes:
        readers: r names.
        cases: n names.
        truth: (n,) True where the case is positive.
        present: (r, n) True where both reads and the AI's call exist; other arrays mean nothing elsewhere.
        call0: (r, n) call without AI.
        call1: (r, n) call with AI.
        ai_call: (r, n) call of the AI as the reader saw it.
        rating0: (r, n) probability 0-1 without AI, NaN where unknown; None where there are none.
        rating1: (r, n) the same with AI.
        ai_score: (r, n) probability of the AI, NaN where unknown; None where there are none.
        time0: (r, n) reading time without AI in seconds; None where there are none.
        time1: (r, n) the same with AI.
        overlay: (r, n) 1 where the overlay was used, 0 where not, NaN unknown; None where there are none.
        experience: Level of each reader; None where unknown.
        unaided: Name of the condition without AI.
        aided: Name of the condition with AI.
        notes: What was left out or rescaled, in sentences.
        active0: (r, n) seconds of `time0` in which the reader was active; None where there are none.
        active1: The same with AI.
        overlay_type: (r, n) kind of overlay that the reader was shown, "" where unknown; None where there are none.
    """

    readers: tuple[str, ...]
    cases: tuple[str, ...]
    truth: Bools
    present: Bools
    call0: Bools
    call1: Bools
    ai_call: Bools
    rating0: Floats | None = None
    rating1: Floats | None = None
    ai_score: Floats | None = None
    time0: Floats | None = None
    time1: Floats | None = None
    overlay: Floats | None = None
    experience: tuple[str, ...] | None = None
    unaided: str = "unaided"
    aided: str = "aided"
    notes: tuple[str, ...] = ()
    active0: Floats | None = None
    active1: Floats | None = None
    overlay_type: NDArray[np.str_] | None = None

    @property
    def ok0(self) -> Bools:
        """(r, n) the call without AI is right."""
        return np.asarray(self.call0 == self.truth)

    @property
    def ok1(self) -> Bools:
        """(r, n) the call with AI is right."""
        return np.asarray(self.call1 == self.truth)

    @property
    def ok_ai(self) -> Bools:
        """(r, n) the AI's call is right."""
        return np.asarray(self.ai_call == self.truth)

    @property
    def n(self) -> int:
        """Number of complete pairs."""
        return int(self.present.sum())

    def where(self, mask: Bools) -> PairedReads:
        """The same reads restricted to those where `mask` (r, n) is True."""
        return replace(self, present=self.present & mask)

    def of_readers(self, chosen: Bools) -> PairedReads:
        """The same reads restricted to the readers where `chosen` (r,) is True."""
        return self.where(np.broadcast_to(chosen[:, None], self.present.shape))


def conditions_of(frame: pd.DataFrame, column: str, unaided: str | None) -> tuple[str, tuple[str, ...]]:
    """Name of the condition without AI, and of all others in order of first appearance.

    Raises:
        InputProblem: Fewer than two conditions.
        UsageProblem: The named condition does not occur.
    """
    require_columns(frame, (column,))
    names = list(dict.fromkeys(frame[column].astype(str).str.strip()))
    if len(names) < 2:
        raise InputProblem(
            f"Uptake needs reads without and with AI, but column {column!r} holds only {names}.",
            hint="Name the column that tells the conditions apart (--condition).",
        )
    if unaided is not None and unaided not in names:
        raise UsageProblem(f"There is no condition {unaided!r}.", hint=f"The table has: {', '.join(names)}.")
    lower = {name.lower(): name for name in reversed(names)}
    known = next((lower[word] for word in UNAIDED_WORDS if word in lower), None)
    base = unaided or known or names[0]
    return base, tuple(name for name in names if name != base)


def paired_reads(
    frame: pd.DataFrame,
    columns: UptakeColumns | None = None,
    *,
    unaided: str | None = None,
    aided: str | None = None,
    positive: str | None = None,
    rating_range: tuple[float, float] | None = None,
) -> PairedReads:
    """Matches the reads of a long table by reader and case.

    Args:
        frame: One row a read; text or numbers.
        columns: Names of the columns.
        unaided: The condition without AI; by default the one named "unaided" (or alike), else the first.
        aided: The condition with AI; by default the only other one, or the first of several.
        positive: The value that marks a positive truth or call; by default 1, yes, true, positive ...
        rating_range: Ends of the readers' rating scale; by default 0-1, or 0-100 if ratings say so.

    Raises:
        UsageProblem: A column or condition does not exist.
        InputProblem: The content contradicts itself, or no pair is complete.
    """
    names = columns or UptakeColumns()
    require_columns(frame, tuple(x for x in _field_names(names) if x is not None))
    base, others = conditions_of(frame, names.condition, unaided)
    if aided is not None and aided not in others:
        raise UsageProblem(f"There is no aided condition {aided!r}.", hint=f"The table has: {', '.join(others)}.")
    return _Matcher(frame, names, base, aided or others[0], positive, rating_range).result()


def _field_names(columns: UptakeColumns) -> tuple[str | None, ...]:
    return (
        columns.reader, columns.case, columns.condition, columns.truth, columns.call, columns.ai_call,
        columns.rating, columns.ai_score, columns.time, columns.experience, columns.overlay, columns.active,
        columns.overlay_type,
    )  # fmt: skip


class _Matcher:
    """Arranges rows as reader x case arrays; lives only while one table is read."""

    def __init__(
        self,
        frame: pd.DataFrame,
        columns: UptakeColumns,
        unaided: str,
        aided: str,
        positive: str | None,
        rating_range: tuple[float, float] | None,
    ) -> None:
        condition = frame[columns.condition].astype(str).str.strip()
        self.frame = frame[condition.isin([unaided, aided])].reset_index(drop=True)
        self.columns, self.positive, self.rating_range = columns, positive, rating_range
        self.unaided, self.aided = unaided, aided
        self.is_aided = np.asarray(self.frame[columns.condition].astype(str).str.strip() == aided, dtype=np.bool_)
        self.notes: list[str] = []
        self.row, self.readers = self._factor(columns.reader)
        self.column, self.cases = self._factor(columns.case)
        self._refuse_duplicates()

    def result(self) -> PairedReads:
        """The matched pairs."""
        c = self.columns
        truth = self._truth()
        calls = self._binary(c.call)
        call0, call1 = self._grid(calls, aided=False), self._grid(calls, aided=True)
        ai = self._of_ai(self._binary(c.ai_call))
        present = np.isfinite(call0) & np.isfinite(call1) & np.isfinite(ai)
        if not present.any():
            raise InputProblem(
                f"No reader called the same case under {self.unaided!r} and {self.aided!r} with an AI call.",
                hint="Uptake compares each reader's two calls on one case.",
            )
        missing = int((np.isfinite(call0) | np.isfinite(call1)).sum() - present.sum())
        if missing:
            self.notes.append(f"{missing} reader-case pairs lack one of their calls and are left out.")
        rating0, rating1 = self._pair(self._probability(c.rating, self.rating_range, "rating"))
        time0, time1 = self._pair(self._times(c.time, "reading"))
        active0, active1 = self._pair(self._times(c.active, "active"))
        score = self._probability(c.ai_score, None, "AI score")
        return PairedReads(
            self.readers, self.cases, truth, present, call0 == 1, call1 == 1, ai == 1, rating0, rating1,
            None if score is None else self._of_ai(score), time0, time1, self._overlay(), self._experience(),
            self.unaided, self.aided, tuple(self.notes), active0, active1, self._overlay_type(),
        )  # fmt: skip

    def _factor(self, name: str) -> tuple[NDArray[np.intp], tuple[str, ...]]:
        import pandas as pd

        text = self.frame[name].astype(str).str.strip()
        if (text == "").any():
            row = int(np.argmax(np.asarray(text == "")))
            raise InputProblem(f"Column {name!r} is empty in data row {row + 1}.", hint="Fill it, or drop the row.")
        codes, names = pd.factorize(text)
        return np.asarray(codes, dtype=np.intp), tuple(str(value) for value in names)

    def _refuse_duplicates(self) -> None:
        key = (self.row * len(self.cases) + self.column) * 2 + self.is_aided
        _, first, count = np.unique(key, return_index=True, return_counts=True)
        if (count > 1).any():
            at = int(first[int(np.argmax(count > 1))])
            raise InputProblem(
                f"Reader {self.readers[self.row[at]]!r} read case {self.cases[self.column[at]]!r} more than once "
                "under one condition.",
                hint="Keep one read for each reader, case and condition.",
            )

    def _truth(self) -> Bools:
        values = truth_column(self.frame, self.columns.truth, self.positive)
        rows = np.bincount(self.column, minlength=len(self.cases))
        positive = np.bincount(self.column, weights=values, minlength=len(self.cases))
        conflict = (positive > 0) & (positive < rows)
        if conflict.any():
            name = self.cases[int(np.argmax(conflict))]
            raise InputProblem(f"Case {name!r} is positive in some rows and negative in others.")
        return np.asarray(positive > 0)

    def _binary(self, name: str) -> Floats:
        text = self.frame[name].astype(str).str.strip().str.lower()
        filled = ~np.asarray(text.isin(_BLANK_WORDS))
        values = np.full(len(self.frame), np.nan)
        if filled.any():
            values[filled] = truth_column(self.frame[filled], name, self.positive)
        return values

    def _probability(self, name: str | None, given: tuple[float, float] | None, what: str) -> Floats | None:
        if name is None:
            return None
        values = numeric_column(self.frame, name)
        scale = given or _scale(values)
        if scale is None:
            self.notes.append(
                f"The {what} (column {name!r}) is not a probability, nor 0-100: measures that need "
                "probabilities are left out. Name the ends of its scale (--rating-range) to use them."
            )
            return None
        low, high = scale
        if np.nanmin(values) < low or np.nanmax(values) > high:
            raise InputProblem(f"Column {name!r} holds values outside {low:g} to {high:g}.")
        if scale != (0.0, 1.0):
            self.notes.append(f"The {what} was rescaled from {low:g}-{high:g} to a probability 0-1.")
        return np.asarray((values - low) / (high - low), dtype=np.float64)

    def _times(self, name: str | None, what: str) -> Floats | None:
        if name is None:
            return None
        values = numeric_column(self.frame, name)
        bad = int((values <= 0).sum())
        if bad:
            self.notes.append(f"{bad} {what} times of 0 s or less are left out of the time measures.")
        return np.where(values > 0, values, np.nan)

    def _pair(self, values: Floats | None) -> tuple[Floats | None, Floats | None]:
        if values is None:
            return None, None
        return self._grid(values, aided=False), self._grid(values, aided=True)

    def _grid(self, values: Floats, *, aided: bool) -> Floats:
        grid = np.full((len(self.readers), len(self.cases)), np.nan)
        chosen = self.is_aided == aided
        grid[self.row[chosen], self.column[chosen]] = values[chosen]
        return grid

    def _of_ai(self, values: Floats) -> Floats:
        """What the AI said, from the aided row where it is filled, else from the unaided row."""
        shown = self._grid(values, aided=True)
        return np.where(np.isfinite(shown), shown, self._grid(values, aided=False))

    def _overlay(self) -> Floats | None:
        if self.columns.overlay is None:
            return None
        text = self.frame[self.columns.overlay].astype(str).str.strip().str.lower()
        return self._grid(np.asarray(~text.isin(_UNUSED_WORDS), dtype=np.float64), aided=True)

    def _overlay_type(self) -> NDArray[np.str_] | None:
        if self.columns.overlay_type is None:
            return None
        text = self.frame[self.columns.overlay_type].fillna("").astype(str).str.strip()
        blank = np.asarray(text.str.lower().isin(_BLANK_WORDS - {"none"}))  # "none" is a type
        values = np.where(blank, "", np.asarray(text, dtype=np.str_))
        grid = np.full((len(self.readers), len(self.cases)), "", dtype=values.dtype)
        grid[self.row[self.is_aided], self.column[self.is_aided]] = values[self.is_aided]
        return grid

    def _experience(self) -> tuple[str, ...] | None:
        if self.columns.experience is None:
            return None
        text = self.frame[self.columns.experience].astype(str).str.strip()
        levels = [tuple(dict.fromkeys(text[self.row == j])) for j in range(len(self.readers))]
        for reader, found in zip(self.readers, levels, strict=True):
            if len(found) != 1:
                raise InputProblem(f"Reader {reader!r} has several levels of experience: {', '.join(found)}.")
        return tuple(found[0] for found in levels)


def _scale(values: Floats) -> tuple[float, float] | None:
    """0-1 or 0-100 where the values leave no doubt; a five-point scale is neither."""
    if not np.isfinite(values).any():
        return None
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    if low >= 0 and high <= 1:
        return 0.0, 1.0
    if low >= 0 and 20 < high <= 100:
        return 0.0, 100.0
    return None
