"""Intervals of uptake measures that respect both readers and cases.

Most measures are ratios of sums over reads. Their first-order influence of each read is a reader x case
table, and the mean of that table is analysed by the Obuchowski-Rockette method with jackknife covariance. For a
paired difference of accuracies on crossed data this is exactly the test of 2 conditions; for ratios with a
random denominator (RAIR, commission errors) it is its delta-method form.

Sources: Obuchowski and Rockette 1995; Hillis 2007 (single condition, df); Woodruff, JASA 1971;66:411 (linearised
ratios); Wilson 1927 where no read differs from another.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InternalError
from radviewer.stats.calibration import wilson_interval
from radviewer.stats.jackknife import deleted_ratio, jackknife_covariance
from radviewer.stats.obuchowski_rockette import Inference, condition_mean

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Interval = tuple[float, float]

PROPORTION: Interval = (0.0, 1.0)
CHANGE: Interval = (-1.0, 1.0)
# Beyond this the t distribution is the normal one to all digits; rounding of equal readers leads here.
_LARGE_DF = 1e9
_CUT = "The interval was cut at the end of the measure's range."
_FEW_READERS = 4
_FIXED = "Too few readers to see how they differ: the interval speaks of these readers on other cases."
_NOTHING = "No read meets the condition of this measure (its denominator is 0), so it is not defined."


@dataclass(frozen=True, slots=True)
class Estimate:
    """One measure with its interval.

    Attributes:
        value: The measure; None where it is not defined.
        ci: Interval at `level`; None where it cannot be estimated.
        se: Standard error, on the log scale where `scale` is "log".
        df: Degrees of freedom of the interval; None for the normal and for bootstraps.
        p: Two-sided p of "no effect"; None where that is no question.
        numerator: Count or sum above the line; None where the measure is no ratio.
        denominator: Count or sum below the line.
        n_readers: Readers that contributed.
        n_cases: Cases that contributed.
        method: How the interval was found.
        note: What the reader of the figure must know; else empty.
        scale: "linear" or "log".
        level: Confidence level.
    """

    value: float | None
    ci: Interval | None = None
    se: float | None = None
    df: float | None = None
    p: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    n_readers: int = 0
    n_cases: int = 0
    method: str = ""
    note: str = ""
    scale: str = "linear"
    level: float = 0.95


@dataclass(frozen=True, slots=True, eq=False)
class Influence:
    """A value and what each read adds to its deviation.

    Attributes:
        value: The estimate; None where a denominator is 0.
        parts: (r, n) first-order influences, which sum to zero.
        used: (r, n) True where a read counts for the measure.
        numerator: Sum above the line, for ratios.
        denominator: Sum below the line, for ratios.
    """

    value: float | None
    parts: Floats
    used: Bools
    numerator: float | None = None
    denominator: float | None = None

    def plus(self, other: Influence, factor: float = 1.0) -> Influence:
        """This + factor x other."""
        if self.value is None or other.value is None:
            return Influence(None, self.parts, self.used | other.used)
        return Influence(self.value + factor * other.value, self.parts + factor * other.parts, self.used | other.used)

    def minus(self, other: Influence) -> Influence:
        """This - other."""
        return self.plus(other, -1.0)

    def log(self) -> Influence:
        """Natural logarithm; not defined for 0 or less."""
        if self.value is None or self.value <= 0:
            return Influence(None, self.parts, self.used)
        return Influence(math.log(self.value), self.parts / self.value, self.used)


def ratio(numerator: NDArray[np.generic], used: Bools) -> Influence:
    """Mean of `numerator` over the reads where `used` is True.

    Args:
        numerator: (r, n) numbers or truth values.
        used: (r, n) the reads that make up the denominator.
    """
    top = np.where(used, numerator.astype(np.float64), 0.0)
    total = float(used.sum())
    if total == 0:
        return Influence(None, np.zeros(used.shape), used, 0.0, 0.0)
    value = float(top.sum()) / total
    return Influence(value, (top - value * used) / total, used, float(top.sum()), total)


def estimate(
    influence: Influence,
    *,
    bounds: Interval | None = None,
    null: float | None = None,
    level: float = 0.95,
    exponentiate: bool = False,
) -> Estimate:
    """The measure with an interval over readers and cases.

    Args:
        influence: The measure.
        bounds: Range that the interval is cut to.
        null: Value under "no effect", for a p value.
        level: Confidence level.
        exponentiate: The measure is on the log scale; give value and interval as ratios.
    """
    readers, cases = influence.used.any(axis=1), influence.used.any(axis=0)
    r, n = int(readers.sum()), int(cases.sum())
    if influence.value is None:
        return Estimate(None, numerator=influence.numerator, denominator=influence.denominator,
                        n_readers=r, n_cases=n, note=_NOTHING, level=level)  # fmt: skip
    back: Callable[[float], float] = math.exp if exponentiate else float
    scale = "log" if exponentiate else "linear"
    if n < 2:
        return Estimate(back(influence.value), n_readers=r, n_cases=n, scale=scale, level=level,
                        numerator=influence.numerator, denominator=influence.denominator,
                        note="Only one case counts, so there is no interval over cases.")  # fmt: skip
    table = influence.value + influence.parts[np.ix_(readers, cases)] * (r * n)
    se, df, ci, method, note = _obuchowski_rockette(table, level)
    if se <= 1e-12 * max(1.0, abs(influence.value)):
        ci, method, note = _without_variation(influence, n, level, bounds == PROPORTION)
        se, df = 0.0, math.inf
    elif bounds is not None and ci is not None:
        cut = (max(ci[0], bounds[0]), min(ci[1], bounds[1]))
        note = f"{note} {_CUT}".strip() if cut != ci else note
        ci = cut
    p = _p_value(influence.value, null, se, df)
    ends = None if ci is None else (back(ci[0]), back(ci[1]))
    return Estimate(back(influence.value), ends, se, None if df > _LARGE_DF else df, p, n_readers=r, n_cases=n,
                    numerator=influence.numerator, denominator=influence.denominator,
                    method=method, note=note, scale=scale, level=level)  # fmt: skip


def _obuchowski_rockette(table: Floats, level: float) -> tuple[float, float, Interval | None, str, str]:
    """Standard error, df and interval of the mean of a reader x case table."""
    r = table.shape[0]
    estimates, deleted = deleted_ratio(table[None], np.ones((1, *table.shape)))
    covariance = jackknife_covariance(deleted)
    inference = Inference.RRRC if r > 1 else Inference.FRRC
    mean = condition_mean(estimates, covariance, 0, inference=inference, alpha=1 - level)
    if mean.se is None:
        raise InternalError("The variance of a finite table of influences is not finite.")
    if r == 1:
        return mean.se, mean.df, mean.ci, "jackknife over cases", "One reader: says nothing about other readers."
    if r < _FEW_READERS:
        # Readers cannot add less than nothing; with so few, the estimate of their share is often near zero.
        fixed = condition_mean(estimates, covariance, 0, inference=Inference.FRRC, alpha=1 - level)
        if fixed.se is not None and fixed.se > mean.se:
            return fixed.se, fixed.df, fixed.ci, "jackknife over cases", _FIXED
    note = "" if mean.df >= 2 else f"Few readers (df {mean.df:.1f}): the interval is wide for that reason."
    return mean.se, mean.df, mean.ci, "Obuchowski-Rockette, random readers and cases", note


def _without_variation(
    influence: Influence, cases: int, level: float, proportion: bool
) -> tuple[Interval | None, str, str]:
    if proportion and influence.value in {0.0, 1.0}:
        ends = wilson_interval(float(influence.value or 0.0) * cases, cases, level)
        return ends, "Wilson, over cases", "All reads agree: the interval treats each case as one observation."
    return None, "none", "No read differs from another, so an interval cannot be estimated."


def _p_value(value: float, null: float | None, se: float, df: float) -> float | None:
    from radviewer.stats.distributions import two_sided_p

    if null is None or se <= 0:
        return None
    return two_sided_p((value - null) / se, df)
