"""Chance-corrected agreement between two or more readers on categorical calls.

AI that is shown to all readers raises their agreement even where it is wrong, so every figure here carries an
interval and the reliance tables print agreement unaided, aided, and aided where the AI was wrong.

Sources: Cohen, Educ Psychol Meas 1960;20:37 and Psychol Bull 1968;70:213 (weighted); Fleiss, Cohen and
Everitt, Psychol Bull 1969;72:323 (large-sample standard errors); Fleiss, Psychol Bull 1971;76:378 with the
null variance of Fleiss, Nee and Landis 1979; Light, Psychol Bull 1971;76:365; Gwet, Br J Math Stat Psychol
2008;61:29 (AC1).
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.stats import distributions as dist

Array = NDArray[np.float64]
Interval = tuple[float, float]


class Weights(StrEnum):
    """How far apart two categories count: all alike, by steps, or by squared steps."""

    UNWEIGHTED = "unweighted"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement coefficient.

    Attributes:
        method: Its name ("Cohen kappa", "Fleiss kappa", "Gwet AC1", "Light kappa").
        value: The coefficient, at most 1; None where it is not defined (all calls in one category).
        se: Large-sample standard error of `value`; None where none is published or it is not defined.
        ci: Interval at `level`; None where not defined.
        se_null: Standard error if the true coefficient were 0; None where none is published.
        z: `value / se_null`.
        p: Two-sided p of `z`.
        observed: Observed (weighted) agreement, 0-1.
        expected: Agreement expected by chance, 0-1.
        n_cases: Cases that were used.
        n_readers: Readers.
        categories: The categories in their order.
        interval: How `ci` was found.
        note: Why something is not defined; else empty.
    """

    method: str
    value: float | None
    se: float | None
    ci: Interval | None
    se_null: float | None
    z: float | None
    p: float | None
    observed: float
    expected: float
    n_cases: int
    n_readers: int
    categories: tuple[Any, ...]
    interval: str
    level: float = 0.95
    note: str = ""


def cohen_kappa(
    first: Sequence[Hashable],
    second: Sequence[Hashable],
    *,
    weights: Weights = Weights.UNWEIGHTED,
    categories: Sequence[Any] | None = None,
    level: float = 0.95,
) -> Agreement:
    """Agreement of two readers on the same cases.

    Args:
        first: Calls of one reader, one for each case.
        second: Calls of the other on the same cases.
        weights: Disagreement weights |i-j| or (i-j)^2 over the category's rank, or none.
        categories: All categories in order; by default those seen, sorted.
        level: Level of the interval.

    Returns:
        Kappa with the large-sample error of Fleiss, Cohen and Everitt (1969).

    Raises:
        InputProblem: The two differ in length or are empty.
    """
    if len(first) != len(second) or not len(first):
        raise InputProblem(
            f"Cohen kappa needs two lists of the same cases; they hold {len(first)} and {len(second)}.",
            hint="Keep only the cases that both readers called.",
        )
    order = _categories(categories, [*first, *second])
    table = _cross_table(first, second, order)
    name = "Cohen kappa" if weights is Weights.UNWEIGHTED else f"Cohen kappa, {weights} weights"
    return _kappa_of_table(table, _similarity(len(order), weights), name, order, level)


def light_kappa(calls: Sequence[Sequence[Hashable]], *, weights: Weights = Weights.UNWEIGHTED) -> float | None:
    """Mean of Cohen's kappa over all pairs of readers (cases x readers); None if any pair is not defined."""
    matrix = _rectangular(calls)
    order = _categories(None, [value for row in matrix for value in row])
    columns = list(zip(*matrix, strict=True))
    values = [cohen_kappa(a, b, weights=weights, categories=order).value for a, b in combinations(columns, 2)]
    defined = [value for value in values if value is not None]
    return float(np.mean(defined)) if len(defined) == len(values) else None


def fleiss_kappa(
    calls: Sequence[Sequence[Hashable]], *, level: float = 0.95, seed: int = 20240229, replicates: int = 2000
) -> Agreement:
    """Agreement of any number of readers who all called each case.

    Args:
        calls: Cases x readers.
        level: Level of the interval.
        seed: Seed of the bootstrap over cases.
        replicates: Bootstrap samples.

    Returns:
        Kappa with the null standard error of Fleiss, Nee and Landis (1979) and a bootstrap interval.

    Raises:
        InputProblem: Fewer than two readers, or a case with a missing call.
    """
    matrix = _rectangular(calls)
    order = _categories(None, [value for row in matrix for value in row])
    counts = _counts(matrix, order)
    cases, readers = counts.shape[0], len(matrix[0])
    observed, expected, value = (float(x[0]) for x in _fleiss(counts, np.ones((1, cases)), readers))
    if np.isnan(value):
        return _undefined("Fleiss kappa", observed, expected, cases, readers, order, level)
    se_null = _fleiss_null_se(counts, readers)
    draws = _fleiss(counts, case_weights(cases, replicates, seed), readers)[2]
    z = value / se_null
    return Agreement(
        "Fleiss kappa", value, None, percentile_interval(draws, level), se_null, z,
        dist.two_sided_p(z, math.inf), observed, expected, cases, readers, order,
        f"bootstrap over cases, {replicates} samples, seed {seed}", level,
    )  # fmt: skip


def gwet_ac1(calls: Sequence[Sequence[Hashable | None]], *, level: float = 0.95) -> Agreement:
    """Gwet's AC1, which stays stable when nearly all calls fall in one category, and allows missing calls.

    Args:
        calls: Cases x readers; None marks a missing call.
        level: Level of the interval.

    Returns:
        AC1 with Gwet's variance over cases and a t interval with (cases - 1) degrees of freedom.

    Raises:
        InputProblem: Fewer than two readers, or no case that two readers called.
    """
    matrix = _rectangular(calls, allow_missing=True)
    order = _categories(None, [value for row in matrix for value in row if value is not None])
    counts = _counts(matrix, order)
    counts = counts[counts.sum(axis=1) > 0]
    per_case, readers, cases = counts.sum(axis=1), len(matrix[0]), counts.shape[0]
    paired = per_case >= 2
    if not paired.any():
        raise InputProblem("Gwet AC1 needs at least one case that two readers called.")
    if len(order) < 2:
        return _undefined("Gwet AC1", 1.0, 1.0, cases, readers, order, level)
    pair_share = np.zeros(cases)
    pair_share[paired] = (counts * (counts - 1)).sum(axis=1)[paired] / (per_case * (per_case - 1))[paired]
    observed = float(pair_share[paired].mean())
    prevalence = (counts / per_case[:, None]).mean(axis=0)
    chance = ((counts / per_case[:, None]) @ (1 - prevalence)) / (len(order) - 1)
    expected = float((prevalence * (1 - prevalence)).sum() / (len(order) - 1))
    value = (observed - expected) / (1 - expected)
    influence = np.where(paired, cases / paired.sum() * (pair_share - expected) / (1 - expected), 0.0)
    influence = influence - 2 * (1 - value) * (chance - expected) / (1 - expected)
    se, ci = _t_interval(value, influence - value, level)
    return Agreement(
        "Gwet AC1", value, se, ci, None, None, None, observed, expected, cases, readers, order,
        "large-sample, t over cases", level,
    )  # fmt: skip


def case_weights(cases: int, replicates: int, seed: int) -> Array:
    """Bootstrap multiplicities of cases: replicates x cases, each row sums to `cases`."""
    return multiplicities(np.random.default_rng(seed), cases, replicates)


def multiplicities(generator: np.random.Generator, size: int, many: int) -> Array:
    """How often each of `size` things is drawn in `size` draws with replacement; many x size.

    Drawing indices and counting them is some ten times faster than numpy's multinomial.
    """
    drawn = generator.integers(size, size=(many, size)) + size * np.arange(many)[:, None]
    return np.bincount(drawn.ravel(), minlength=many * size).reshape(many, size).astype(np.float64)


def percentile_interval(draws: Array, level: float) -> Interval | None:
    """Percentile interval of the defined draws; None if fewer than nine in ten of them are defined."""
    defined = draws[np.isfinite(draws)]
    if len(defined) < 0.9 * len(draws) or not len(defined):
        return None
    tail = 50 * (1 - level)
    low, high = np.percentile(defined, [tail, 100 - tail])
    return float(low), float(high)


def _kappa_of_table(table: Array, weight: Array, name: str, order: tuple[Any, ...], level: float) -> Agreement:
    """Weighted kappa of a square table of counts, with agreement weights 1 on the diagonal."""
    n = float(table.sum())
    share = table / n
    rows, columns = share.sum(axis=1), share.sum(axis=0)
    observed, expected = float((weight * share).sum()), float(rows @ weight @ columns)
    if np.isclose(expected, 1.0, rtol=0, atol=1e-12):
        return _undefined(name, observed, expected, int(n), 2, order, level)
    value = (observed - expected) / (1 - expected)
    lift = (weight @ columns)[:, None] + (rows @ weight)[None, :]
    core = (share * (weight * (1 - expected) - lift * (1 - observed)) ** 2).sum()
    spread = core - (observed * expected - 2 * expected + observed) ** 2
    se = float(np.sqrt(max(spread, 0.0) / n) / (1 - expected) ** 2)
    null = (np.outer(rows, columns) * (weight - lift) ** 2).sum() - expected**2
    se_null = float(np.sqrt(max(null, 0.0) / n) / (1 - expected))
    z = value / se_null if se_null > 0 else None
    half = dist.quantile(0.5 + level / 2, math.inf) * se
    return Agreement(
        name, value, se, (value - half, min(value + half, 1.0)), se_null, z,
        None if z is None else dist.two_sided_p(z, math.inf), observed, expected, int(n), 2, order,
        "large-sample (Fleiss, Cohen and Everitt 1969)", level,
    )  # fmt: skip


def _fleiss(counts: Array, weights: Array, readers: int) -> tuple[Array, Array, Array]:
    """Observed, expected and kappa for each row of case weights; NaN where all calls share a category."""
    total = weights.sum(axis=1)
    per_case = ((counts**2).sum(axis=1) - readers) / (readers * (readers - 1))
    observed = weights @ per_case / total
    expected = (((weights @ counts) / (total * readers)[:, None]) ** 2).sum(axis=1)
    flat = np.isclose(expected, 1.0, rtol=0, atol=1e-12)
    value = np.where(flat, np.nan, (observed - expected) / np.where(flat, 1.0, 1 - expected))
    return observed, expected, value


def _fleiss_null_se(counts: Array, readers: int) -> float:
    cases = counts.shape[0]
    p = counts.sum(axis=0) / (cases * readers)
    pq = float((p * (1 - p)).sum())
    inner = pq**2 - float((p * (1 - p) * (1 - 2 * p)).sum())
    return float(np.sqrt(2) / (pq * np.sqrt(cases * readers * (readers - 1))) * np.sqrt(inner))


def _similarity(size: int, weights: Weights) -> Array:
    distance = np.abs(np.subtract.outer(np.arange(size), np.arange(size))).astype(np.float64)
    if weights is Weights.UNWEIGHTED:
        return np.eye(size)
    power = 1 if weights is Weights.LINEAR else 2
    return np.asarray(1 - (distance / max(size - 1, 1)) ** power, dtype=np.float64)


def _cross_table(first: Sequence[Hashable], second: Sequence[Hashable], order: tuple[Any, ...]) -> Array:
    index = {category: position for position, category in enumerate(order)}
    table = np.zeros((len(order), len(order)))
    try:
        np.add.at(table, ([index[a] for a in first], [index[b] for b in second]), 1.0)
    except KeyError as missing:
        raise InputProblem(f"The call {missing} is not among the categories {list(order)}.") from None
    return table


def _counts(matrix: list[list[Any]], order: tuple[Any, ...]) -> Array:
    index = {category: position for position, category in enumerate(order)}
    counts = np.zeros((len(matrix), len(order)))
    for case, row in enumerate(matrix):
        for value in row:
            if value is not None:
                counts[case, index[value]] += 1
    return counts


def _rectangular(calls: Sequence[Sequence[Any]], *, allow_missing: bool = False) -> list[list[Any]]:
    matrix = [list(row) for row in calls]
    widths = {len(row) for row in matrix}
    if len(widths) != 1 or min(widths) < 2:
        raise InputProblem("Agreement needs cases x readers with at least two readers.")
    if not allow_missing and any(value is None for row in matrix for value in row):
        raise InputProblem(
            "This coefficient needs every reader's call on every case.",
            hint="Use Gwet AC1, which allows missing calls, or keep the complete cases.",
        )
    return matrix


def _categories(given: Sequence[Any] | None, seen: list[Any]) -> tuple[Any, ...]:
    if given is not None:
        return tuple(given)
    return tuple(sorted(set(seen), key=lambda value: (isinstance(value, str), value)))


def _undefined(
    name: str,
    observed: float,
    expected: float,
    cases: int,
    readers: int,
    order: tuple[Any, ...],
    level: float,
) -> Agreement:
    return Agreement(
        name, None, None, None, None, None, None, observed, expected, cases, readers, order, "none", level,
        note="All calls fall in one category, so agreement beyond chance is not defined.",
    )  # fmt: skip


def _t_interval(value: float, centred: Array, level: float) -> tuple[float | None, Interval | None]:
    n = len(centred)
    if n < 2:
        return None, None
    se = float(np.sqrt((centred**2).sum() / (n * (n - 1))))
    half = dist.quantile(0.5 + level / 2, n - 1) * se
    return se, (max(value - half, -1.0), min(value + half, 1.0))
