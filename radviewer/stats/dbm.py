"""Dorfman-Berbaum-Metz analysis of variance of pseudovalues, in Hillis's revised form.

With jackknife covariances it is the same test as Obuchowski-Rockette: F, degrees of freedom and intervals for
random readers and cases agree to rounding. It is kept as an independent check and because published results
quote its mean squares. With fixed readers it uses F with (t - 1)(n - 1) degrees of freedom where
Obuchowski-Rockette uses chi-square.

Sources: Dorfman, Berbaum & Metz, Invest Radiol 27 (1992) 723; Hillis, Berbaum & Metz, Acad Radiol 15 (2008) 647.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.stats import distributions as dist
from radviewer.stats.jackknife import pseudovalues
from radviewer.stats.obuchowski_rockette import Inference, bounded_mean, difference_test
from radviewer.stats.results import ConditionMean, Difference, GlobalTest

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class MeanSquares:
    """Mean squares of a condition x reader x case analysis of variance of pseudovalues."""

    t: float
    r: float
    c: float
    tr: float
    tc: float
    rc: float
    trc: float


@dataclass(frozen=True, slots=True)
class DbmVariances:
    """Variance components of pseudovalues; estimates may be negative."""

    r: float
    c: float
    tr: float
    tc: float
    rc: float
    error: float


@dataclass(frozen=True, slots=True)
class Dbm:
    """The analysis of pseudovalues; fields as in `ObuchowskiRockette`."""

    inference: Inference
    alpha: float
    mean_squares: MeanSquares
    variances: DbmVariances
    overall: GlobalTest
    means: tuple[ConditionMean, ...]
    pairs: tuple[Difference, ...]


def dbm(
    estimates: Floats,
    deleted: Floats,
    *,
    inference: Inference = Inference.RRRC,
    alpha: float = 0.05,
) -> Dbm:
    """Analyses the pseudovalues of a fully crossed study.

    Args:
        estimates: (t, r), t and r at least two.
        deleted: (n, t, r) case-deleted estimates.
        inference: Random or fixed readers and cases.
        alpha: One minus the confidence level.

    Raises:
        InputProblem: Fewer than two conditions, readers or cases.
    """
    values = pseudovalues(estimates, deleted)
    n, t, r = values.shape
    if min(n, t, r) < 2:
        raise InputProblem("Pseudovalues need two conditions, two readers and two cases.")
    squares = mean_squares(values)
    den, df = _error_term(squares, (n, t, r), inference)
    pooled = _overall(squares, den, df, t)
    means = values.mean(axis=(0, 2))
    return Dbm(
        inference,
        alpha,
        squares,
        variances(squares, (n, t, r)),
        pooled,
        tuple(_condition(values[:, i], i, inference, alpha) for i in range(t)),
        tuple(
            difference_test(a, b, float(means[a] - means[b]), variance=2.0 * den / (n * r), df=df, alpha=alpha)
            for a, b in combinations(range(t), 2)
        ),
    )


def mean_squares(values: Floats) -> MeanSquares:
    """Mean squares of pseudovalues (n, t, r)."""
    n, t, r = values.shape
    grand = values.mean()
    c, tt, rr = values.mean(axis=(1, 2)), values.mean(axis=(0, 2)), values.mean(axis=(0, 1))
    tc, rc, tr = values.mean(axis=2), values.mean(axis=1), values.mean(axis=0)
    tr_rest = tr - tt[:, None] - rr[None] + grand
    tc_rest = tc - c[:, None] - tt[None] + grand
    rc_rest = rc - c[:, None] - rr[None] + grand
    full = (
        values
        - tc[:, :, None]
        - rc[:, None, :]
        - tr[None]
        + c[:, None, None]
        + tt[None, :, None]
        + rr[None, None, :]
        - grand
    )
    return MeanSquares(
        t=n * r * _sum_of_squares(tt - grand) / (t - 1),
        r=n * t * _sum_of_squares(rr - grand) / (r - 1),
        c=t * r * _sum_of_squares(c - grand) / (n - 1),
        tr=n * _sum_of_squares(tr_rest) / ((t - 1) * (r - 1)),
        tc=r * _sum_of_squares(tc_rest) / ((t - 1) * (n - 1)),
        rc=t * _sum_of_squares(rc_rest) / ((r - 1) * (n - 1)),
        trc=_sum_of_squares(full) / ((t - 1) * (r - 1) * (n - 1)),
    )


def variances(ms: MeanSquares, sizes: tuple[int, int, int]) -> DbmVariances:
    """Expected mean squares solved for the components; sizes are (n, t, r)."""
    n, t, r = sizes
    return DbmVariances(
        r=(ms.r - ms.tr - ms.rc + ms.trc) / (t * n),
        c=(ms.c - ms.tc - ms.rc + ms.trc) / (t * r),
        tr=(ms.tr - ms.trc) / n,
        tc=(ms.tc - ms.trc) / r,
        rc=(ms.rc - ms.trc) / t,
        error=ms.trc,
    )


def _sum_of_squares(values: Floats) -> float:
    return float((values**2).sum())


def _error_term(ms: MeanSquares, sizes: tuple[int, int, int], inference: Inference) -> tuple[float, float]:
    n, t, r = sizes
    if inference is Inference.FRRC:
        return ms.tc, float((t - 1) * (n - 1))
    df_tr = float((t - 1) * (r - 1))
    if inference is Inference.RRFC:
        return ms.tr, df_tr
    den = ms.tr + max(ms.tc - ms.trc, 0.0)
    return den, np.inf if ms.tr == 0.0 else den**2 / (ms.tr**2 / df_tr)


def _overall(ms: MeanSquares, den: float, df: float, t: int) -> GlobalTest:
    if den <= 0.0:
        return GlobalTest(None, t - 1.0, df, None)
    return GlobalTest(ms.t / den, t - 1.0, df, dist.f_upper_tail(ms.t / den, t - 1, df))


def _condition(values: Floats, index: int, inference: Inference, alpha: float) -> ConditionMean:
    """Mean of one condition's pseudovalues (n, r)."""
    n, r = values.shape
    grand, by_case, by_reader = values.mean(), values.mean(axis=1), values.mean(axis=0)
    ms_r = n * _sum_of_squares(by_reader - grand) / (r - 1)
    ms_c = r * _sum_of_squares(by_case - grand) / (n - 1)
    rest = values - by_case[:, None] - by_reader[None] + grand
    ms_rc = _sum_of_squares(rest) / ((r - 1) * (n - 1))
    if inference is Inference.FRRC:
        square, df = ms_c, n - 1.0
    elif inference is Inference.RRFC:
        square, df = ms_r, r - 1.0
    else:
        square = ms_r + max(ms_c - ms_rc, 0.0)
        df = np.inf if ms_r == 0.0 else square**2 / (ms_r**2 / (r - 1))
    return bounded_mean(index, float(grand), variance=square / (n * r), df=float(df), alpha=alpha, bounds=None)
