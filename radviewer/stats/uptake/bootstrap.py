"""Seeded bootstrap over readers and cases for measures that are no ratios of sums (medians, kappas, regressions).

Each sample draws readers with replacement and, within truth classes, cases with replacement; a read counts as often as
its reader times its case was drawn. The weights are the same for all measures of one analysis, so that two of them
can be compared.

Source: Owen, Ann Appl Stat 2007;1:386 (the pigeonhole bootstrap, which is conservative).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radviewer.stats.agreement import percentile_interval
from radviewer.stats.uptake.interval import Estimate
from radviewer.stats.uptake.reads import PairedReads

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
# Weights (samples, reads) to statistics (samples,), NaN where not defined.
Statistic = Callable[[Floats], Floats]
_CHUNK_CELLS = 4_000_000


@dataclass(frozen=True, slots=True)
class BootstrapPlan:
    """Seed, number of samples and level of the intervals."""

    seed: int = 20240229
    replicates: int = 1000
    level: float = 0.95


def bootstrap_estimate(
    reads: PairedReads, used: Bools, statistic: Statistic, plan: BootstrapPlan, *, note: str = ""
) -> Estimate:
    """The statistic with its percentile interval over readers and cases.

    Args:
        reads: The reads, for readers, cases and truth.
        used: (r, n) the reads that the statistic sees; its weights have one column for each, in C order.
        statistic: Weighted statistic of these reads.
        plan: Seed and size of the bootstrap.
        note: What the reader of the figure must know.
    """
    readers, cases = used.any(axis=1), used.any(axis=0)
    r, n, count = int(readers.sum()), int(cases.sum()), int(used.sum())
    value = float(statistic(np.ones((1, count)))[0]) if count else float("nan")
    if not np.isfinite(value):
        return Estimate(None, n_readers=r, n_cases=n, level=plan.level,
                        note=note or "Not defined for these reads.")  # fmt: skip
    draws = _draws(reads, used, statistic, plan)
    what = "readers and cases" if r > 1 else "cases"
    return Estimate(
        value, percentile_interval(draws, plan.level), float(np.nanstd(draws, ddof=1)), n_readers=r, n_cases=n,
        method=f"bootstrap over {what}, {plan.replicates} samples, seed {plan.seed}", note=note, level=plan.level,
    )  # fmt: skip


def _draws(reads: PairedReads, used: Bools, statistic: Statistic, plan: BootstrapPlan) -> Floats:
    generator = np.random.default_rng(plan.seed)
    reader_of, case_of = np.nonzero(used)
    readers, cases = np.flatnonzero(used.any(axis=1)), np.flatnonzero(used.any(axis=0))
    strata = [cases[reads.truth[cases] == side] for side in (False, True)]
    size = max(1, _CHUNK_CELLS // max(len(reader_of), 1))
    parts = []
    for start in range(0, plan.replicates, size):
        many = min(size, plan.replicates - start)
        by_reader = np.zeros((many, used.shape[0]))
        by_reader[:, readers] = _multiplicity(generator, len(readers), many)
        by_case = np.zeros((many, used.shape[1]))
        for stratum in strata:
            if len(stratum):
                by_case[:, stratum] = _multiplicity(generator, len(stratum), many)
        parts.append(statistic(by_reader[:, reader_of] * by_case[:, case_of]))
    return np.concatenate(parts)


def _multiplicity(generator: np.random.Generator, size: int, many: int) -> Floats:
    return generator.multinomial(size, np.full(size, 1 / size), size=many).astype(np.float64)


def weighted_median(values: Floats) -> Statistic:
    """Median of fixed values under integer weights: the mean of the two middle ones."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]

    def statistic(weights: Floats) -> Floats:
        running = weights[:, order].cumsum(axis=1)
        total = running[:, -1]
        lower = np.argmax(running >= total[:, None] / 2, axis=1)
        upper = np.argmax(running > total[:, None] / 2, axis=1)
        return np.where(total > 0, (ordered[lower] + ordered[upper]) / 2, np.nan)

    return statistic


def weighted_cohen(first: Bools, second: Bools) -> Statistic:
    """Cohen's kappa of two binary calls under weights."""
    cells = np.column_stack([first & second, first, second, np.ones_like(first)]).astype(np.float64)

    def statistic(weights: Floats) -> Floats:
        both, a, b, n = (weights @ cells).T
        with np.errstate(invalid="ignore", divide="ignore"):
            observed = (n - a - b + 2 * both) / n
            expected = (a * b + (n - a) * (n - b)) / n**2
            value = (observed - expected) / (1 - expected)
        return np.where(np.isclose(expected, 1.0) | (n == 0), np.nan, value)

    return statistic


def weighted_regression(design: Floats, outcome: Floats, column: int) -> Statistic:
    """One coefficient of least squares of `outcome` on `design` under weights."""
    k = design.shape[1]
    squares = np.einsum("ni,nj->nij", design, design).reshape(len(design), k * k)
    products = design * outcome[:, None]

    def statistic(weights: Floats) -> Floats:
        left = (weights @ squares).reshape(-1, k, k)
        right = weights @ products
        solvable = np.linalg.cond(left) < 1e12
        result = np.full(len(weights), np.nan)
        if solvable.any():
            result[solvable] = np.linalg.solve(left[solvable], right[solvable][..., None])[:, column, 0]
        return result

    return statistic
