"""Who benefits: readers' own effects, how much they truly differ, and whether skill predicts benefit.

Skill and benefit are taken from different halves of the cases: from the same cases, chance errors make
weak-looking readers seem to gain (regression to the mean).

Sources: Cochran, Biometrics 1954;10:101 (Q); method-of-moments between-reader variance and empirical-Bayes shrinkage
(Morris, JASA 1983;78:47); split halves as in Yu et al., Nat Med 2024;30:837.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radviewer.stats import distributions as dist
from radviewer.stats.agreement import percentile_interval
from radviewer.stats.uptake.bootstrap import BootstrapPlan
from radviewer.stats.uptake.interval import CHANGE, estimate, ratio
from radviewer.stats.uptake.reads import PairedReads

Floats = NDArray[np.float64]
Interval = tuple[float, float]
_SPLITS = 100


@dataclass(frozen=True, slots=True)
class ReaderEffect:
    """One reader's change of accuracy with its error over cases, and the same shrunk toward the mean."""

    reader: str
    n: int
    skill: float
    effect: float
    se: float | None
    ci: Interval | None
    shrunk: float | None
    weight: float | None


@dataclass(frozen=True, slots=True)
class Heterogeneity:
    """How readers differ in what they gain.

    Attributes:
        effects: One entry a reader.
        mean: Unweighted mean effect.
        q: Cochran's Q over readers with a standard error; None with fewer than two.
        q_df: Its degrees of freedom.
        q_p: Its p, which takes readers as independent although they share cases.
        tau2: max(0, Var(effects) - mean SE^2), true variance between readers.
        note: Limits of these figures.
    """

    effects: tuple[ReaderEffect, ...]
    mean: float | None
    q: float | None
    q_df: int | None
    q_p: float | None
    tau2: float | None
    note: str


@dataclass(frozen=True, slots=True)
class SkillBenefit:
    """Change of benefit for each unit of unaided accuracy across readers.

    Attributes:
        slope: Mean slope over random split halves; negative means that weaker readers gain more.
        ci: Bootstrap interval over readers.
        correlation: Mean correlation over splits.
        naive_slope: Slope from the same cases for both, biased by regression to the mean; for comparison only.
        splits: Random halvings.
        note: Why something is not defined; else empty.
    """

    slope: float | None
    ci: Interval | None
    correlation: float | None
    naive_slope: float | None
    splits: int
    note: str = ""


def heterogeneity(reads: PairedReads, level: float = 0.95) -> Heterogeneity:
    """Reader effects, Cochran's Q, between-reader variance and shrunken effects."""
    rows = [_effect(reads, j, level) for j in np.flatnonzero(reads.present.any(axis=1)).tolist()]
    effects = np.array([row.effect for row in rows])
    errors = np.array([row.se if row.se is not None else np.nan for row in rows])
    mean = float(effects.mean()) if rows else None
    usable = np.isfinite(errors) & (errors > 0)
    note = "Q takes readers as independent; they share cases, so its p is approximate."
    if (~usable).any():
        note += f" {int((~usable).sum())} readers without variation over cases are left out of Q."
    if usable.sum() < 2 or mean is None:
        return Heterogeneity(tuple(rows), mean, None, None, None, None, "Needs at least two readers who switched.")
    weights = 1 / errors[usable] ** 2
    centre = float((weights * effects[usable]).sum() / weights.sum())
    q = float((weights * (effects[usable] - centre) ** 2).sum())
    df = int(usable.sum()) - 1
    tau2 = max(0.0, float(effects.var(ddof=1) - np.nanmean(errors**2)))
    shrunk = tuple(_shrink(row, mean, tau2) for row in rows)
    return Heterogeneity(shrunk, mean, q, df, dist.chi2_upper_tail(q, df), tau2, note)


def skill_and_benefit(reads: PairedReads, plan: BootstrapPlan) -> SkillBenefit:
    """Slope of benefit on skill with both from separate, seeded halves of the cases."""
    readers = np.flatnonzero(reads.present.any(axis=1))
    if len(readers) < 3:
        return SkillBenefit(None, None, None, None, 0, "Needs at least three readers.")
    generator = np.random.default_rng(plan.seed)
    halves = [_half(reads, generator) for _ in range(_SPLITS)]
    skill = np.array([_accuracy(reads, readers, half) for half in halves])
    benefit = np.array([_gain(reads, readers, ~half) for half in halves])
    if not (np.isfinite(skill).all() and np.isfinite(benefit).all()):
        return SkillBenefit(None, None, None, None, 0, "A reader has too few cases to split.")
    equal = np.ones((1, len(readers)))
    everything = np.ones(len(reads.cases), dtype=np.bool_)
    slope, correlation = (float(x[0]) for x in _slopes(skill, benefit, equal))
    naive = float(
        _slopes(_accuracy(reads, readers, everything)[None], _gain(reads, readers, everything)[None], equal)[0][0]
    )
    if not np.isfinite(slope):
        return SkillBenefit(None, None, None, None, _SPLITS, "The readers' skill does not differ.")
    draws = generator.multinomial(len(readers), np.full(len(readers), 1 / len(readers)), size=plan.replicates)
    ci = percentile_interval(_slopes(skill, benefit, draws.astype(np.float64))[0], plan.level)
    note = "Few readers: the interval is only a rough guide." if len(readers) < 10 else ""
    return SkillBenefit(slope, ci, correlation if np.isfinite(correlation) else None,
                        naive if np.isfinite(naive) else None, _SPLITS, note)  # fmt: skip


def _effect(reads: PairedReads, j: int, level: float) -> ReaderEffect:
    chosen = np.zeros(len(reads.readers), dtype=np.bool_)
    chosen[j] = True
    own = reads.of_readers(chosen)
    change = own.ok1.astype(np.float64) - own.ok0
    found = estimate(ratio(change, own.present), bounds=CHANGE, level=level)
    skill = float(own.ok0[own.present].mean())
    return ReaderEffect(reads.readers[j], own.n, skill, found.value or 0.0, found.se, found.ci, None, None)


def _shrink(row: ReaderEffect, mean: float, tau2: float) -> ReaderEffect:
    if row.se is None or tau2 + row.se**2 <= 0:
        return row
    weight = tau2 / (tau2 + row.se**2)
    shrunk = weight * row.effect + (1 - weight) * mean
    return ReaderEffect(row.reader, row.n, row.skill, row.effect, row.se, row.ci, shrunk, weight)


def _half(reads: PairedReads, generator: np.random.Generator) -> NDArray[np.bool_]:
    """A random half of the cases, halved within each truth class."""
    half = np.zeros(len(reads.cases), dtype=np.bool_)
    for side in (False, True):
        members = generator.permutation(np.flatnonzero(reads.truth == side))
        half[members[: (len(members) + int(generator.integers(2))) // 2]] = True
    return half


def _accuracy(reads: PairedReads, readers: NDArray[np.intp], cases: NDArray[np.bool_]) -> Floats:
    used = reads.present[readers] & cases
    with np.errstate(invalid="ignore"):
        return np.asarray((reads.ok0[readers] & used).sum(axis=1) / used.sum(axis=1), dtype=np.float64)


def _gain(reads: PairedReads, readers: NDArray[np.intp], cases: NDArray[np.bool_]) -> Floats:
    used = reads.present[readers] & cases
    change = (reads.ok1[readers].astype(np.float64) - reads.ok0[readers]) * used
    with np.errstate(invalid="ignore"):
        return np.asarray(change.sum(axis=1) / used.sum(axis=1), dtype=np.float64)


def _slopes(skill: Floats, benefit: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Mean over splits of slope and correlation for each row of reader weights."""
    share = weights / weights.sum(axis=1, keepdims=True)
    x, y = share @ skill.T, share @ benefit.T
    cov = share @ (skill * benefit).T - x * y
    var_x, var_y = share @ (skill**2).T - x**2, share @ (benefit**2).T - y**2
    with np.errstate(invalid="ignore", divide="ignore"):
        slope = np.where(var_x > 1e-12, cov / var_x, np.nan)
        correlation = np.where((var_x > 1e-12) & (var_y > 1e-12), cov / np.sqrt(var_x * var_y), np.nan)
    return slope.mean(axis=1), correlation.mean(axis=1)
