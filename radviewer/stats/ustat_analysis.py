"""Means, differences and tests of conditions from U-statistic moments, with a defined way out.

Unbiased variance estimates can be zero or negative. Then the variance is said to be not estimable by
U-statistics, the maximum-likelihood variance takes its place, and the result carries a warning; a standard
error is never silently zero. Degrees of freedom stay real-valued.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from radviewer.stats import distributions as dist
from radviewer.stats.obuchowski_rockette import bounded_mean, difference_or_zero, difference_test
from radviewer.stats.results import ConditionMean, Difference, GlobalTest, Interval
from radviewer.stats.ustatistics import Moments, degrees_of_freedom

Floats = NDArray[np.float64]
MomentsOf = Callable[[int, int], Moments]


@dataclass(frozen=True, slots=True)
class UStatistics:
    """U-statistic analysis of t conditions, readers and cases random.

    Attributes:
        alpha: One minus the confidence level.
        overall: Wald F test of equal means; for two conditions the squared t test. None with one condition.
        means: One entry a condition, each the average over all reads.
        pairs: One entry a pair of conditions.
        moments: Moments of each condition with itself.
        covariance: (t, t) unbiased covariance of the averages.
        covariance_biased: (t, t) maximum-likelihood covariance.
        fallbacks: What was not estimable without bias, in words.
    """

    alpha: float
    overall: GlobalTest | None
    means: tuple[ConditionMean, ...]
    pairs: tuple[Difference, ...]
    moments: tuple[Moments, ...]
    covariance: Floats
    covariance_biased: Floats
    fallbacks: tuple[str, ...]


def u_statistics(
    averages: Floats,
    moments_of: MomentsOf,
    names: tuple[str, ...],
    *,
    scale: float = 1.0,
    alpha: float = 0.05,
    bounds: Interval | None = None,
) -> UStatistics:
    """The analysis from averages and the moments of each pair of conditions.

    Args:
        averages: (t,) averages, already on the endpoint's scale.
        moments_of: Gives the moments of conditions (a, b).
        names: (t,) names for warnings.
        scale: Factor from the moments' scale to the endpoint's (2 for Youden's index from an AUC).
        alpha: One minus the confidence level.
        bounds: Range of the endpoint.
    """
    t = averages.size
    table = {(a, b): moments_of(a, b) for a in range(t) for b in range(a, t)}
    own = tuple(table[i, i] for i in range(t))
    factor = scale**2
    unbiased = factor * _matrix(t, {key: m.covariance for key, m in table.items()})
    biased = factor * _matrix(t, {key: m.covariance_biased for key, m in table.items()})
    notes: list[str] = []
    means = []
    for i in range(t):
        variance = _usable(float(unbiased[i, i]), float(biased[i, i]), f"the mean of {names[i]}", notes)
        df = degrees_of_freedom(variance / factor, own[i])
        means.append(bounded_mean(i, float(averages[i]), variance=variance, df=df, alpha=alpha, bounds=bounds))
    pairs = []
    for a, b in combinations(range(t), 2):
        raw = [difference_or_zero(float(m[a, a] + m[b, b]), 2.0 * float(m[a, b])) for m in (unbiased, biased)]
        variance = _usable(raw[0], raw[1], f"the difference {names[a]} - {names[b]}", notes)
        df = degrees_of_freedom(variance / factor, own[a], own[b], table[a, b])
        change = float(averages[a] - averages[b])
        pairs.append(difference_test(a, b, change, variance=variance, df=df, alpha=alpha))
    overall = _overall(averages, unbiased, tuple(pairs), notes) if t > 1 else None
    return UStatistics(alpha, overall, tuple(means), tuple(pairs), own, unbiased, biased, tuple(notes))


def _usable(unbiased: float, biased: float, what: str, notes: list[str]) -> float:
    """The unbiased variance if it is positive, else the maximum-likelihood one with a note."""
    if unbiased > 0.0:
        return unbiased
    if unbiased == 0.0 and biased == 0.0:
        notes.append(f"No read varies, so the variance of {what} is zero and there is no test.")
        return 0.0
    if biased > 0.0:
        notes.append(
            f"The variance of {what} is not estimable by U-statistics (estimate {unbiased:.3g}); the "
            f"maximum-likelihood variance {biased:.3g} is used instead, which tends to be too large."
        )
        return biased
    notes.append(
        f"The variance of {what} is not estimable (estimates {unbiased:.3g} and {biased:.3g}). If some readers lack "
        "a condition, analyse the complete readers only (--complete-readers)."
    )
    return math.nan


def _overall(
    averages: Floats, covariance: Floats, pairs: tuple[Difference, ...], notes: list[str]
) -> GlobalTest | None:
    t = averages.size
    if t == 2:
        (pair,) = pairs
        if pair.statistic is None:
            return GlobalTest(None, 1.0, pair.df, None)
        return GlobalTest(pair.statistic**2, 1.0, pair.df, pair.p)
    contrasts = np.hstack([np.ones((t - 1, 1)), -np.eye(t - 1)])
    spread = contrasts @ covariance @ contrasts.T
    df2 = min(pair.df for pair in pairs)
    if np.linalg.eigvalsh(spread).min() <= 1e-12 * max(float(np.abs(spread).max()), 1e-300):
        notes.append("The covariance of the conditions is not positive definite, so there is no global test.")
        return GlobalTest(None, float(t - 1), df2, None)
    change = contrasts @ averages
    statistic = float(change @ np.linalg.solve(spread, change)) / (t - 1)
    return GlobalTest(statistic, float(t - 1), df2, dist.f_upper_tail(statistic, t - 1, df2))


def _matrix(t: int, entries: dict[tuple[int, int], float]) -> Floats:
    out = np.empty((t, t))
    for (a, b), value in entries.items():
        out[a, b] = out[b, a] = value
    return out
