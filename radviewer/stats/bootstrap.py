"""Seeded two-way bootstrap: readers and cases are drawn again with replacement, each as a whole.

A drawn case comes with all its reads and a drawn reader with all their reads, so the pairing of the design is
kept. Cases are drawn within each truth, so that every replicate has both. It makes no assumption about the
variance components, but with few readers it understates their variance: five readers drawn again are rarely
five different ones.

Source: Efron & Tibshirani, An Introduction to the Bootstrap (1993), ch. 13; Gallas et al. (2009) for readers.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats.endpoints import EndpointSpec, estimate
from radviewer.stats.results import Interval
from radviewer.stats.table import ReadTable

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class BootstrapValue:
    """A number with its bootstrap standard error and percentile interval."""

    value: float
    se: float
    ci: Interval


@dataclass(frozen=True, slots=True)
class BootstrapResult:
    """Means of the conditions and their differences.

    Attributes:
        means: One entry a condition.
        differences: (a, b, value) for each pair of conditions.
        replicates: Number of replicates that were used.
        failed: Replicates in which the endpoint was undefined; they are left out.
        seed: The seed, so that the result can be had again.
    """

    means: tuple[BootstrapValue, ...]
    differences: tuple[tuple[int, int, BootstrapValue], ...]
    replicates: int
    failed: int
    seed: int


def bootstrap(
    table: ReadTable,
    spec: EndpointSpec | None = None,
    *,
    replicates: int = 2000,
    seed: int = 0,
    alpha: float = 0.05,
    fixed_readers: bool = False,
    fixed_cases: bool = False,
) -> BootstrapResult:
    """Bootstraps the mean of the readers' estimates of each condition.

    Args:
        table: A study in which each reader read under each condition.
        spec: Endpoint; AUC by default.
        replicates: Number of replicates, at least 100.
        seed: Seed of the random numbers; the same seed gives the same result.
        alpha: One minus the confidence level.
        fixed_readers: Keep the readers and draw cases only.
        fixed_cases: Keep the cases and draw readers only.

    Raises:
        UsageProblem: Too few replicates, or nothing is drawn.
        InputProblem: A reader lacks a condition, or most replicates are undefined.
    """
    settings = (spec or EndpointSpec()).checked()
    if replicates < 100 or (fixed_readers and fixed_cases):
        raise UsageProblem(
            "A bootstrap needs at least 100 replicates, and readers or cases to draw.", hint="Change the options."
        )
    if not table.read.any(axis=2).all():
        raise InputProblem(
            "Some reader read no case under some condition.", hint="Leave that reader out of the bootstrap."
        )
    rng = np.random.default_rng(seed)
    point = estimate(table.ratings, table.read, table.truth, settings).mean(axis=1)
    drawn = []
    for _ in range(replicates):
        value = _replicate(table, settings, rng, fixed_readers=fixed_readers, fixed_cases=fixed_cases)
        if value is not None:
            drawn.append(value)
    failed = replicates - len(drawn)
    if len(drawn) < replicates / 2:
        raise InputProblem(
            "The endpoint is undefined in most replicates.", hint="The study is too small for a bootstrap."
        )
    values = np.array(drawn)
    pairs = tuple(
        (a, b, _summary(float(point[a] - point[b]), values[:, a] - values[:, b], alpha))
        for a, b in combinations(range(point.size), 2)
    )
    means = tuple(_summary(float(point[i]), values[:, i], alpha) for i in range(point.size))
    return BootstrapResult(means, pairs, len(drawn), failed, seed)


def _replicate(
    table: ReadTable, spec: EndpointSpec, rng: np.random.Generator, *, fixed_readers: bool, fixed_cases: bool
) -> Floats | None:
    _, r, n = table.read.shape
    readers = np.arange(r) if fixed_readers else rng.integers(0, r, r)
    cases = np.arange(n)
    if not fixed_cases:
        groups = [np.flatnonzero(table.truth == truth) for truth in (False, True)]
        cases = np.concatenate([rng.choice(group, group.size) for group in groups if group.size])
    ratings = table.ratings[:, readers][:, :, cases]
    read = table.read[:, readers][:, :, cases]
    try:
        return np.asarray(estimate(ratings, read, table.truth[cases], spec).mean(axis=1))
    except InputProblem:
        # A replicate without, say, a positive call has no PPV; it is counted as failed.
        return None


def _summary(value: float, replicates: Floats, alpha: float) -> BootstrapValue:
    low, high = np.quantile(replicates, [alpha / 2.0, 1.0 - alpha / 2.0])
    return BootstrapValue(value, float(replicates.std(ddof=1)), (float(low), float(high)))
