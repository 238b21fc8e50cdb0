"""DeLong's comparison of ROC curves of the same or of different cases, without readers.

Sources: DeLong, DeLong & Clarke-Pearson, Biometrics 44 (1988) 837; Pepe, The Statistical Evaluation of Medical
Tests (2003), section 5.2 for the interval on the logit scale.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from radviewer.core.errors import InputProblem
from radviewer.stats import distributions as dist
from radviewer.stats.auc_covariance import auc_parts, delong_covariance
from radviewer.stats.obuchowski_rockette import difference_test
from radviewer.stats.results import Difference, Interval
from radviewer.stats.roc import two_classes

Floats = NDArray[np.float64]

# From here on the plain interval leaves 0 to 1 or covers too little; the logit interval does neither.
NEAR_ONE = 0.95


@dataclass(frozen=True, slots=True)
class AucInterval:
    """An AUC with DeLong's variance.

    Attributes:
        auc: Empirical AUC.
        variance: DeLong's variance.
        se: Its square root.
        ci: auc +- z se, cut at 0 and 1.
        ci_logit: The interval on the logit scale; None if the AUC is 0 or 1 or nothing varies.
        preferred: "logit" for an AUC above 0.95 or below 0.05, "plain" else.
    """

    auc: float
    variance: float
    se: float
    ci: Interval
    ci_logit: Interval | None
    preferred: str


@dataclass(frozen=True, slots=True)
class DelongResult:
    """k correlated ROC curves of the same cases.

    Attributes:
        curves: One entry a curve.
        covariance: (k, k).
        pairs: All differences, z tests.
        chi2: Statistic of the test that all AUCs are equal; None with one curve or without variance.
        df: Rank of the contrasts' covariance.
        p: P value of `chi2`.
        alpha: One minus the confidence level.
        positives: Number of positive cases.
        negatives: Number of negative cases.
    """

    curves: tuple[AucInterval, ...]
    covariance: Floats
    pairs: tuple[Difference, ...]
    chi2: float | None
    df: int
    p: float | None
    alpha: float
    positives: int
    negatives: int


@dataclass(frozen=True, slots=True)
class UnpairedResult:
    """Difference of two AUCs of different cases: D = difference / se with Satterthwaite's degrees of freedom."""

    first: AucInterval
    second: AucInterval
    test: Difference


def delong(ratings: ArrayLike, truth: ArrayLike, *, alpha: float = 0.05) -> DelongResult:
    """Compares k scores of the same cases.

    Args:
        ratings: (k, n), or (n,) for one curve; higher means more likely positive, never turned around.
        truth: (n,) true or 1 for positive.
        alpha: One minus the confidence level.

    Raises:
        InputProblem: A class has fewer than two cases, a rating is not finite, or shapes do not fit.
    """
    scores = np.atleast_2d(np.asarray(ratings, dtype=np.float64))
    positive = np.asarray(truth).astype(bool)
    if scores.ndim != 2 or positive.shape != scores.shape[1:]:
        raise InputProblem(
            f"Ratings of shape {scores.shape} and {positive.size} truths do not fit.",
            hint="Each score needs one value a case.",
        )
    two_classes(scores[:, positive], scores[:, ~positive])
    parts = auc_parts(scores[:, None, :], np.ones((scores.shape[0], 1, scores.shape[1]), dtype=bool), positive)
    covariance = delong_covariance(parts)[:, 0, :, 0]
    auc = parts.auc[:, 0]
    chi2, df, p = _all_equal(auc, covariance)
    return DelongResult(
        tuple(auc_interval(float(a), float(v), alpha) for a, v in zip(auc, np.diag(covariance), strict=True)),
        covariance,
        tuple(_pair(auc, covariance, a, b, alpha) for a, b in combinations(range(auc.size), 2)),
        chi2,
        df,
        p,
        alpha,
        int(positive.sum()),
        int((~positive).sum()),
    )


def delong_unpaired(
    first: tuple[ArrayLike, ArrayLike], second: tuple[ArrayLike, ArrayLike], *, alpha: float = 0.05
) -> UnpairedResult:
    """Compares two AUCs of different cases.

    Args:
        first: Ratings (n,) and truth (n,) of the first sample.
        second: The same of the second sample.
        alpha: One minus the confidence level.
    """
    one, two = delong(*first, alpha=alpha).curves[0], delong(*second, alpha=alpha).curves[0]
    sizes = [np.asarray(sample[1]).size for sample in (first, second)]
    variance = one.variance + two.variance
    spread = one.variance**2 / (sizes[0] - 1) + two.variance**2 / (sizes[1] - 1)
    df = variance**2 / spread if spread > 0.0 else math.inf
    return UnpairedResult(one, two, difference_test(0, 1, one.auc - two.auc, variance=variance, df=df, alpha=alpha))


def auc_interval(auc: float, variance: float, alpha: float = 0.05) -> AucInterval:
    """Plain and logit intervals of an AUC with a known variance."""
    se = math.sqrt(max(variance, 0.0))
    low, high = dist.symmetric_interval(auc, se, math.inf, alpha)
    logit = None
    if 0.0 < auc < 1.0 and se > 0.0:
        center, spread = float(special.logit(auc)), se / (auc * (1.0 - auc))
        ends = dist.symmetric_interval(center, spread, math.inf, alpha)
        logit = (float(special.expit(ends[0])), float(special.expit(ends[1])))
    extreme = auc > NEAR_ONE or auc < 1.0 - NEAR_ONE
    preferred = "logit" if extreme and logit is not None else "plain"
    return AucInterval(auc, variance, se, (max(low, 0.0), min(high, 1.0)), logit, preferred)


def contrast_test(auc: Floats, covariance: Floats, contrasts: Floats) -> tuple[float | None, int, float | None]:
    """Wald test of L theta = 0 for any contrasts L (m, k): chi-square, its rank and p.

    Returns:
        (None, 0, None) if the contrasts have no variance.
    """
    spread = contrasts @ covariance @ contrasts.T
    values, vectors = np.linalg.eigh(spread)
    kept = values > max(1e-12 * float(np.abs(values).max()), 1e-300)
    rank = int(kept.sum())
    if rank == 0:
        return None, 0, None
    projected = vectors[:, kept].T @ (contrasts @ auc)
    chi2 = float((projected**2 / values[kept]).sum())
    return chi2, rank, dist.chi2_upper_tail(chi2, rank)


def _all_equal(auc: Floats, covariance: Floats) -> tuple[float | None, int, float | None]:
    k = auc.size
    if k < 2:
        return None, 0, None
    return contrast_test(auc, covariance, np.hstack([np.ones((k - 1, 1)), -np.eye(k - 1)]))


def _pair(auc: Floats, covariance: Floats, a: int, b: int, alpha: float) -> Difference:
    variance = float(covariance[a, a] + covariance[b, b] - 2.0 * covariance[a, b])
    # Two identical curves have variance zero up to rounding; that must not become a wild z.
    if variance <= 1e-14 * float(covariance[a, a] + covariance[b, b]):
        variance = 0.0
    return difference_test(a, b, float(auc[a] - auc[b]), variance=variance, df=math.inf, alpha=alpha)
