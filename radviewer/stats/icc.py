"""Intraclass correlation of quantitative ratings, for single readings.

Sources: Shrout and Fleiss, Psychol Bull 1979;86:420 (the names (1,1), (2,1), (3,1)); McGraw and Wong, Psychol
Methods 1996;1:30 (intervals).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from radviewer.core.errors import InputProblem

Array = NDArray[np.float64]
Interval = tuple[float, float]


class IccForm(StrEnum):
    """Which readers the coefficient speaks for, and whether their mean levels must agree."""

    ONE_WAY = "ICC(1,1)"
    RANDOM_READERS = "ICC(2,1)"
    FIXED_READERS = "ICC(3,1)"


@dataclass(frozen=True, slots=True)
class Icc:
    """One intraclass correlation.

    Attributes:
        form: Which one.
        value: The coefficient; None where all ratings are equal.
        ci: Interval at `level`; None where not defined.
        f: F statistic of "the coefficient is 0".
        df1: Numerator degrees of freedom of `f`.
        df2: Denominator degrees of freedom; for ICC(2,1) the Satterthwaite value at the estimate.
        p: p of `f`.
        n_cases: Cases.
        n_readers: Readers.
        note: Why something is not defined; else empty.
    """

    form: IccForm
    value: float | None
    ci: Interval | None
    f: float | None
    df1: float
    df2: float | None
    p: float | None
    n_cases: int
    n_readers: int
    level: float = 0.95
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Anova:
    """Mean squares of the cases x readers table: cases, readers, residual, and within cases."""

    n: int
    k: int
    cases: float
    readers: float
    residual: float
    within: float


def icc(ratings: ArrayLike, *, form: IccForm = IccForm.RANDOM_READERS, level: float = 0.95) -> Icc:
    """Agreement of single quantitative ratings.

    Args:
        ratings: Cases x readers, finite.
        form: ICC(1,1), (2,1) (random readers, absolute agreement) or (3,1) (these readers, consistency).
        level: Level of the interval.

    Returns:
        The coefficient, its F test and its interval.

    Raises:
        InputProblem: Fewer than two cases or readers, or a missing rating.
    """
    table = np.asarray(ratings, dtype=np.float64)
    if table.ndim != 2 or min(table.shape) < 2 or not np.isfinite(table).all():
        raise InputProblem(
            "ICC needs a complete table of at least two cases by two readers.",
            hint="Keep the cases that every reader rated.",
        )
    anova = _mean_squares(table)
    if not np.ptp(table) > 0:
        return Icc(form, None, None, None, anova.n - 1, None, None, anova.n, anova.k, level,
                   "All ratings are equal, so ICC is not defined.")  # fmt: skip
    solver: dict[IccForm, Callable[[_Anova, float], Icc]] = {
        IccForm.ONE_WAY: _one_way,
        IccForm.RANDOM_READERS: _random_readers,
        IccForm.FIXED_READERS: _fixed_readers,
    }
    return solver[form](anova, level)


def _mean_squares(table: Array) -> _Anova:
    n, k = table.shape
    grand, by_case, by_reader = table.mean(), table.mean(axis=1), table.mean(axis=0)
    cases = k * float(((by_case - grand) ** 2).sum()) / (n - 1)
    readers = n * float(((by_reader - grand) ** 2).sum()) / (k - 1)
    left = table - by_case[:, None] - by_reader[None, :] + grand
    within = float(((table - by_case[:, None]) ** 2).sum()) / (n * (k - 1))
    return _Anova(n, k, cases, readers, float((left**2).sum()) / ((n - 1) * (k - 1)), within)


def _one_way(a: _Anova, level: float) -> Icc:
    return _from_f(IccForm.ONE_WAY, a, a.within, a.n * (a.k - 1), level)


def _fixed_readers(a: _Anova, level: float) -> Icc:
    return _from_f(IccForm.FIXED_READERS, a, a.residual, (a.n - 1) * (a.k - 1), level)


def _from_f(form: IccForm, a: _Anova, error: float, df2: int, level: float) -> Icc:
    """The forms whose interval is a transformed F: (F - 1) / (F + k - 1)."""
    from scipy.stats import f as f_law

    if error <= 0:
        return Icc(form, 1.0, None, None, a.n - 1, df2, None, a.n, a.k, level,
                   "The readers agree perfectly, so F test and interval are not defined.")  # fmt: skip
    ratio, upper = a.cases / error, 0.5 + level / 2
    low = ratio / float(f_law.ppf(upper, a.n - 1, df2))
    high = ratio * float(f_law.ppf(upper, df2, a.n - 1))
    value, bottom, top = ((x - 1) / (x + a.k - 1) for x in (ratio, low, high))
    p = float(f_law.sf(ratio, a.n - 1, df2))
    return Icc(form, value, (bottom, top), ratio, a.n - 1, df2, p, a.n, a.k, level)


def _random_readers(a: _Anova, level: float) -> Icc:
    from scipy.stats import f as f_law

    n, k = a.n, a.k
    value = (a.cases - a.residual) / (a.cases + (k - 1) * a.residual + k * (a.readers - a.residual) / n)
    if a.residual <= 0 or value >= 1:
        return Icc(IccForm.RANDOM_READERS, value, None, None, n - 1, None, None, n, k, level,
                   "No residual variation, so the F test and the interval are not defined.")  # fmt: skip
    lift = k * value / (n * (1 - value))
    base = 1 + k * value * (n - 1) / (n * (1 - value))
    df2 = (lift * a.readers + base * a.residual) ** 2 / (
        (lift * a.readers) ** 2 / (k - 1) + (base * a.residual) ** 2 / ((n - 1) * (k - 1))
    )
    upper = 0.5 + level / 2
    f_low, f_high = float(f_law.ppf(upper, n - 1, df2)), float(f_law.ppf(upper, df2, n - 1))
    pool = k * a.readers + (k * n - k - n) * a.residual
    low = n * (a.cases - f_low * a.residual) / (f_low * pool + n * a.cases)
    high = n * (f_high * a.cases - a.residual) / (pool + n * f_high * a.cases)
    ratio = a.cases / a.residual
    p = float(f_law.sf(ratio, n - 1, df2))
    return Icc(IccForm.RANDOM_READERS, value, (low, high), ratio, n - 1, df2, p, n, k, level)
