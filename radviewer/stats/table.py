"""A long table of reads, checked once, as arrays that every method can use.

One row is one reader's rating of one case under one condition. Readers, conditions and cases keep the order
of their first appearance. Mistakes that would quietly change results (a read entered twice, a case with two
truths, text among the ratings) are refused with a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, UnreadableFile, UsageProblem

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

POSITIVE_WORDS = frozenset({"1", "1.0", "true", "yes", "positive", "pos", "abnormal", "diseased"})
NEGATIVE_WORDS = frozenset({"0", "0.0", "false", "no", "negative", "neg", "normal", "healthy"})


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns that hold each part of a read."""

    reader: str = "reader"
    case: str = "case"
    condition: str = "condition"
    truth: str = "truth"
    rating: str = "rating"

    def names(self) -> tuple[str, ...]:
        """The five names in the order of the fields."""
        return self.reader, self.case, self.condition, self.truth, self.rating


@dataclass(frozen=True, slots=True)
class ReadTable:
    """All reads of one study.

    Attributes:
        readers: r names.
        conditions: t names.
        cases: n names.
        truth: (n,) True where the case is positive.
        ratings: (t, r, n); meaningless (NaN) where `read` is False.
        read: (t, r, n) True where the reader rated the case under the condition.
        blank: Number of rows whose rating was empty and which count as not read.
    """

    readers: tuple[str, ...]
    conditions: tuple[str, ...]
    cases: tuple[str, ...]
    truth: Bools
    ratings: Floats
    read: Bools
    blank: int = 0

    @property
    def fully_crossed(self) -> bool:
        """Whether each reader read each case under each condition."""
        return bool(self.read.all())

    def missing_arms(self) -> tuple[tuple[str, str], ...]:
        """(reader, condition) pairs without a single read."""
        return tuple((self.readers[j], self.conditions[i]) for i, j in np.argwhere(~self.read.any(axis=2)).tolist())


def read_csv(
    path: Path, columns: Columns | None = None, *, positive: str | None = None, sep: str | None = None
) -> ReadTable:
    """Reads a table of reads from a delimited text file (comma, semicolon or tab, found by itself).

    Raises:
        UnreadableFile: The file is missing, empty or not a table.
        InputProblem, UsageProblem: As `from_frame`.
    """
    return from_frame(load_frame(path, sep=sep), columns, positive=positive)


def load_frame(path: Path, *, sep: str | None = None) -> pd.DataFrame:
    """The text file as a data frame of strings, so that identifiers such as 007 stay as they are.

    Raises:
        UnreadableFile: The file is missing, empty or not a table.
    """
    import pandas as pd

    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            first = stream.readline()
            stream.seek(0)
            return pd.read_csv(
                stream, sep=sep or _separator(first), dtype=str, keep_default_na=False, skipinitialspace=True
            )
    except FileNotFoundError as error:
        raise UnreadableFile(f"There is no file {path}.", hint="Check the path.") from error
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise UnreadableFile(
            f"{path} could not be read as a table: {error}", hint="Expected is a CSV file with a header row."
        ) from error


def from_frame(frame: pd.DataFrame, columns: Columns | None = None, *, positive: str | None = None) -> ReadTable:
    """Checks a data frame of reads and arranges it as arrays.

    Args:
        frame: One row a read; further columns are ignored.
        columns: Names of the columns.
        positive: The truth value that marks a positive case; by default 1, true, yes, positive ... are.

    Raises:
        UsageProblem: A named column does not exist.
        InputProblem: The content contradicts itself or cannot be used.
    """
    names = columns or Columns()
    require_columns(frame, names.names())
    if len(frame) == 0:
        raise InputProblem("The table has no rows.", hint="Add at least one read for each case.")
    ratings = numeric_column(frame, names.rating)
    truth = truth_column(frame, names.truth, positive)
    case_index, cases = _factor(frame, names.case)
    reader_index, readers = _factor(frame, names.reader)
    condition_index, conditions = _factor(frame, names.condition)
    case_truth = _truth_by_case(case_index, truth, cases)
    _refuse_duplicates(condition_index, reader_index, case_index, (conditions, readers, cases))
    shape = (len(conditions), len(readers), len(cases))
    values = np.full(shape, np.nan)
    values[condition_index, reader_index, case_index] = ratings
    read = np.isfinite(values)
    values.flags.writeable = read.flags.writeable = case_truth.flags.writeable = False
    return ReadTable(readers, conditions, cases, case_truth, values, read, int(np.isnan(ratings).sum()))


def require_columns(frame: pd.DataFrame, names: tuple[str, ...]) -> None:
    """Refuses names that are not columns of the frame, and says which ones exist.

    Raises:
        UsageProblem: A name is missing or names several columns.
    """
    existing = [str(name) for name in frame.columns]
    for name in names:
        if name not in existing:
            raise UsageProblem(f"The table has no column {name!r}.", hint=f"Its columns are: {', '.join(existing)}.")
        if existing.count(name) > 1:
            raise UsageProblem(f"The table has several columns named {name!r}.", hint="Rename all but one.")


def numeric_column(frame: pd.DataFrame, name: str) -> Floats:
    """One column as floats; blank cells become NaN.

    Raises:
        InputProblem: A cell is neither blank nor a finite number.
    """
    import pandas as pd

    column = frame[name]
    text = column.astype(str).str.strip()
    blank = np.asarray(column.isna() | text.str.lower().isin(["", "na", "nan", "null", "none"]))
    numbers = np.array(pd.to_numeric(text.mask(blank), errors="coerce"), dtype=np.float64)
    bad = ~blank & ~np.isfinite(numbers)
    if bad.any():
        row = int(np.argmax(bad))
        raise InputProblem(
            f"Column {name!r} holds {text.iloc[row]!r} in data row {row + 1}, which is not a finite number.",
            hint="Ratings must be numbers; leave the cell empty where the case was not read.",
        )
    return numbers


def truth_column(frame: pd.DataFrame, name: str, positive: str | None = None) -> Bools:
    """One column as True for positive and False for negative.

    Raises:
        InputProblem: A value is neither, or a cell is empty.
    """
    text = frame[name].astype(str).str.strip()
    if positive is not None:
        found = np.asarray(text == positive)
        if not found.any():
            raise InputProblem(
                f"No case has the truth {positive!r} in column {name!r}.",
                hint=f"The column holds: {', '.join(sorted(set(text))[:8])}.",
            )
        return found
    lower = text.str.lower()
    is_positive = np.asarray(lower.isin(POSITIVE_WORDS))
    unknown = ~is_positive & ~np.asarray(lower.isin(NEGATIVE_WORDS))
    if unknown.any():
        row = int(np.argmax(unknown))
        raise InputProblem(
            f"Column {name!r} holds {text.iloc[row]!r} in data row {row + 1}; expected is 0 or 1.",
            hint="Name the value that marks a positive case (--positive VALUE).",
        )
    return is_positive


def _separator(header: str) -> str:
    return max((",", ";", "\t"), key=header.count)


def _factor(frame: pd.DataFrame, name: str) -> tuple[NDArray[np.intp], tuple[str, ...]]:
    import pandas as pd

    column = frame[name]
    text = column.astype(str).str.strip()
    empty = np.asarray(column.isna() | (text == ""))
    if empty.any():
        row = int(np.argmax(empty))
        raise InputProblem(f"Column {name!r} is empty in data row {row + 1}.", hint="Fill it, or drop the row.")
    codes, names = pd.factorize(text)
    return np.asarray(codes, dtype=np.intp), tuple(str(value) for value in names)


def _truth_by_case(case_index: NDArray[np.intp], truth: Bools, cases: tuple[str, ...]) -> Bools:
    rows = np.bincount(case_index, minlength=len(cases))
    positives = np.bincount(case_index, weights=truth, minlength=len(cases))
    conflict = (positives > 0) & (positives < rows)
    if conflict.any():
        raise InputProblem(
            f"Case {cases[int(np.argmax(conflict))]!r} is positive in some rows and negative in others.",
            hint="A case has one truth. If the name stands for different cases, say so with --design.",
        )
    return np.asarray(positives > 0)


def _refuse_duplicates(
    condition: NDArray[np.intp],
    reader: NDArray[np.intp],
    case: NDArray[np.intp],
    names: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
) -> None:
    conditions, readers, cases = names
    key = (condition * len(readers) + reader) * len(cases) + case
    order = np.argsort(key, kind="stable")
    repeated = np.flatnonzero(np.diff(key[order]) == 0)
    if repeated.size:
        row = int(order[repeated[0] + 1])
        raise InputProblem(
            f"Reader {readers[reader[row]]!r} rated case {cases[case[row]]!r} more than once under condition "
            f"{conditions[condition[row]]!r} (data row {row + 1}).",
            hint="Keep one rating for each reader, case and condition.",
        )
