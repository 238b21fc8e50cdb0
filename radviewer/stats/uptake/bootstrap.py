"""Seeded bootstrap over readers and cases for measures that are no ratios of sums (medians, kappas, regressions).

Each sample draws readers with replacement and, within truth classes, cases with replacement; a read counts as often as
its reader times its case was drawn. The weights are the same for all measures of one analysis, so that two of them
can be compared.

Source: Owen, Ann Appl Stat 2007;1:386 (the pigeonhole bootstrap, which is conservative).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from radviewer.stats.agreement import multiplicities, percentile_interval
from radviewer.stats.uptake.interval import Estimate
from radviewer.stats.uptake.reads import PairedReads

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
_CHUNK_CELLS = 4_000_000


@dataclass(frozen=True, slots=True)
class BootstrapPlan:
    """Seed, number of samples and level of the intervals."""

    seed: int = 20240229
    replicates: int = 1000
    level: float = 0.95


class Statistic(Protocol):
    """A statistic of reads that are drawn as often as their reader times their case."""

    def __call__(self, by_reader: Floats, by_case: Floats) -> Floats:
        """Values (samples,), NaN where not defined, from multiplicities (samples, r) and (samples, n)."""


def bootstrap_estimate(
    reads: PairedReads, used: Bools, statistic: Statistic, plan: BootstrapPlan, *, note: str = ""
) -> Estimate:
    """The statistic with its percentile interval over readers and cases.

    Args:
        reads: The reads, for readers, cases and truth.
        used: (r, n) the reads that the statistic sees.
        statistic: The statistic of these reads.
        plan: Seed and size of the bootstrap.
        note: What the reader of the figure must know.
    """
    readers, cases = used.any(axis=1), used.any(axis=0)
    r, n = int(readers.sum()), int(cases.sum())
    value = float(statistic(np.ones((1, used.shape[0])), np.ones((1, used.shape[1])))[0]) if r else float("nan")
    if not np.isfinite(value):
        return Estimate(None, n_readers=r, n_cases=n, level=plan.level,
                        note=note or "Not defined for these reads.")  # fmt: skip
    draws = _draws(reads, used, statistic, plan)
    spread = float(np.nanstd(draws, ddof=1)) if np.isfinite(draws).sum() > 1 else None
    what = "readers and cases" if r > 1 else "cases"
    return Estimate(
        value, percentile_interval(draws, plan.level), spread, n_readers=r, n_cases=n,
        method=f"bootstrap over {what}, {plan.replicates} samples, seed {plan.seed}", note=note, level=plan.level,
    )  # fmt: skip


def _draws(reads: PairedReads, used: Bools, statistic: Statistic, plan: BootstrapPlan) -> Floats:
    generator = np.random.default_rng(plan.seed)
    readers, cases = np.flatnonzero(used.any(axis=1)), np.flatnonzero(used.any(axis=0))
    by_reader = np.zeros((plan.replicates, used.shape[0]))
    by_reader[:, readers] = multiplicities(generator, len(readers), plan.replicates)
    by_case = np.zeros((plan.replicates, used.shape[1]))
    for side in (False, True):
        stratum = cases[reads.truth[cases] == side]
        if len(stratum):
            by_case[:, stratum] = multiplicities(generator, len(stratum), plan.replicates)
    return statistic(by_reader, by_case)


def of_sums(tables: Floats, combine: Callable[[Floats], Floats]) -> Statistic:
    """A function of weighted sums of (k, r, n) tables that are 0 where a read is not used.

    The weight of a read is a product, so the sums need no weight for each read: two matrix products do.
    """

    def statistic(by_reader: Floats, by_case: Floats) -> Floats:
        sums = [((by_reader @ table) * by_case).sum(axis=1) for table in tables]
        return combine(np.stack(sums, axis=1))

    return statistic


def weighted_median(table: Floats, used: Bools) -> Statistic:
    """Median of the used reads' values under integer weights: the mean of the two middle ones."""
    values = table[used]
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    reader_of, case_of = (index[order] for index in np.nonzero(used))

    def of_chunk(by_reader: Floats, by_case: Floats) -> Floats:
        running = (by_reader[:, reader_of] * by_case[:, case_of]).cumsum(axis=1)
        total = running[:, -1]
        lower = np.argmax(running >= total[:, None] / 2, axis=1)
        upper = np.argmax(running > total[:, None] / 2, axis=1)
        return np.where(total > 0, (ordered[lower] + ordered[upper]) / 2, np.nan)

    def statistic(by_reader: Floats, by_case: Floats) -> Floats:
        size = max(1, _CHUNK_CELLS // max(len(values), 1))
        starts = range(0, len(by_reader), size)
        parts = [of_chunk(by_reader[k : k + size], by_case[k : k + size]) for k in starts]
        return np.concatenate(parts)

    return statistic


def weighted_cohen(first: Bools, second: Bools, used: Bools) -> Statistic:
    """Cohen's kappa of two binary calls (r, n) under weights."""

    def combine(sums: Floats) -> Floats:
        both, a, b, n = sums.T
        with np.errstate(invalid="ignore", divide="ignore"):
            observed = (n - a - b + 2 * both) / n
            expected = (a * b + (n - a) * (n - b)) / n**2
            value = (observed - expected) / (1 - expected)
        return np.where(np.isclose(expected, 1.0) | (n == 0), np.nan, value)

    tables = np.stack([first & second, first, second, np.ones_like(first)]) & used
    return of_sums(tables.astype(np.float64), combine)


def weighted_regression(columns: Floats, outcome: Floats, used: Bools, coefficient: int) -> Statistic:
    """One coefficient of least squares of `outcome` (r, n) on `columns` (k, r, n) under weights."""
    k = len(columns)
    inside = np.where(used, columns, 0.0)
    squares = (inside[:, None] * inside[None, :]).reshape(k * k, *outcome.shape)
    products = inside * np.where(used, outcome, 0.0)

    def combine(sums: Floats) -> Floats:
        left, right = sums[:, : k * k].reshape(-1, k, k), sums[:, k * k :]
        solvable = np.linalg.cond(left) < 1e12
        result = np.full(len(sums), np.nan)
        if solvable.any():
            result[solvable] = np.linalg.solve(left[solvable], right[solvable][..., None])[:, coefficient, 0]
        return result

    return of_sums(np.concatenate([squares, products]), combine)
