"""Readers nested in conditions: each reader reads under one condition only (parallel groups).

With r_i readers in condition i and N in all, MS(T) is compared with MS(R(T)) + r0 max(Cov2 - Cov3, 0), where
r0 = (N - Sum r_i^2 / N) / (t - 1) is the readers' number that unequal groups amount to; for equal groups it is
the common r.

Source: Hillis, Stat Med 33 (2014) 330, section on readers nested within tests; r0 as in any unbalanced
one-way analysis of variance (Searle, Casella & McCulloch, Variance Components, 1992, ch. 3).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.stats import distributions as dist
from radviewer.stats.obuchowski_rockette import Inference, condition_mean, difference_test
from radviewer.stats.results import ConditionMean, Difference, GlobalTest, Interval

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class NestedComponents:
    """Mean squares and covariances of readers nested in conditions.

    Attributes:
        ms_condition: MS(T), groups weighted by their readers.
        ms_reader: MS(R(T)); None if each condition has one reader.
        variance: Mean error variance.
        cov2: Different readers of the same condition; None without such pairs.
        cov3: Readers of different conditions.
        r0: Effective number of readers a condition.
    """

    ms_condition: float
    ms_reader: float | None
    variance: float
    cov2: float | None
    cov3: float
    r0: float


@dataclass(frozen=True, slots=True)
class NestedReaders:
    """The analysis of parallel groups of readers; fields as in `ObuchowskiRockette`."""

    inference: Inference
    alpha: float
    components: NestedComponents
    overall: GlobalTest
    means: tuple[ConditionMean, ...]
    pairs: tuple[Difference, ...]


def nested_readers(
    estimates: Floats,
    covariance: Floats,
    group: Ints,
    *,
    inference: Inference = Inference.RRRC,
    alpha: float = 0.05,
    bounds: Interval | None = None,
) -> NestedReaders:
    """The whole analysis from N readers' estimates.

    Args:
        estimates: (N,).
        covariance: (N, N) over cases.
        group: (N,) index of each reader's condition, 0 to t - 1, each occurring.
        inference: Random or fixed readers and cases.
        alpha: One minus the confidence level.
        bounds: Range of the endpoint.

    Raises:
        InputProblem: Random readers, but some condition has only one.
    """
    sizes = np.bincount(group)
    if inference is not Inference.FRRC and sizes.min() < 2:
        raise InputProblem(
            "Some condition has only one reader, so nothing can be said about other readers.",
            hint="Use the inference for fixed readers (frrc), or add readers.",
        )
    parts = _components(estimates, covariance, group)
    den, df = _error_term(parts, sizes, inference)
    members = [np.flatnonzero(group == i) for i in range(sizes.size)]
    means = np.array([estimates[m].mean() for m in members])
    return NestedReaders(
        inference,
        alpha,
        parts,
        _global_test(parts, den, df, sizes.size),
        tuple(_mean(estimates, covariance, m, i, (inference, alpha, bounds)) for i, m in enumerate(members)),
        tuple(
            difference_test(
                a,
                b,
                float(means[a] - means[b]),
                variance=(1.0 / sizes[a] + 1.0 / sizes[b]) * den,
                df=df,
                alpha=alpha,
            )
            for a, b in combinations(range(sizes.size), 2)
        ),
    )


def _components(estimates: Floats, covariance: Floats, group: Ints) -> NestedComponents:
    sizes = np.bincount(group).astype(np.float64)
    total, t = float(sizes.sum()), sizes.size
    means = np.bincount(group, weights=estimates) / sizes
    same = group[:, None] == group[None, :]
    diagonal = np.eye(group.size, dtype=bool)
    within = same & ~diagonal
    return NestedComponents(
        ms_condition=float((sizes * (means - estimates.mean()) ** 2).sum()) / (t - 1),
        ms_reader=float(((estimates - means[group]) ** 2).sum()) / (total - t) if total > t else None,
        variance=float(covariance[diagonal].mean()),
        cov2=float(covariance[within].mean()) if within.any() else None,
        cov3=float(covariance[~same].mean()),
        r0=(total - float((sizes**2).sum()) / total) / (t - 1),
    )


def _error_term(parts: NestedComponents, sizes: Ints, inference: Inference) -> tuple[float, float]:
    cov2 = parts.cov2 if parts.cov2 is not None else 0.0
    extra = max(cov2 - parts.cov3, 0.0) if parts.cov2 is not None else -parts.cov3
    if inference is Inference.FRRC:
        return parts.variance - cov2 + parts.r0 * extra, math.inf
    ms_reader = parts.ms_reader
    if ms_reader is None:
        raise InputProblem("Random readers need at least two readers in a condition.")
    df_reader = float(sizes.sum() - sizes.size)
    if inference is Inference.RRFC:
        return ms_reader, df_reader
    den = ms_reader + parts.r0 * extra
    return den, math.inf if ms_reader == 0.0 else den**2 / (ms_reader**2 / df_reader)


def _global_test(parts: NestedComponents, den: float, df: float, t: int) -> GlobalTest:
    df1 = float(t - 1)
    if den <= 0.0:
        return GlobalTest(None, df1, df, None)
    ratio = parts.ms_condition / den
    statistic = ratio * df1 if math.isinf(df) else ratio
    return GlobalTest(statistic, df1, df, dist.f_upper_tail(ratio, df1, df))


def _mean(
    estimates: Floats,
    covariance: Floats,
    members: Ints,
    index: int,
    how: tuple[Inference, float, Interval | None],
) -> ConditionMean:
    inference, alpha, bounds = how
    block = covariance[np.ix_(members, members)][None, :, None, :]
    own = condition_mean(estimates[members][None], block, 0, inference=inference, alpha=alpha, bounds=bounds)
    return ConditionMean(index, own.mean, own.se, own.df, own.ci, own.ci_untruncated)
