"""Obuchowski-Rockette analysis of variance for correlated errors, with Hillis's degrees of freedom.

The method needs only the estimates of each reader in each condition and their covariance over cases, so one
set of functions serves AUC, sensitivity, accuracy, reading time and every other endpoint.

Sources: Obuchowski & Rockette, Commun Stat Simul Comput 24 (1995) 285; Hillis, Stat Med 26 (2007) 596
(degrees of freedom); Hillis, Stat Med 33 (2014) 330 (single conditions, fixed readers or cases). Cov2 - Cov3
is set to zero where it is negative, in all three kinds of inference.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.stats import distributions as dist
from radviewer.stats.results import ConditionMean, Difference, GlobalTest, Interval, ReaderDifference

Floats = NDArray[np.float64]


class Inference(StrEnum):
    """What the result generalises to: (r)andom or (f)ixed (r)eaders, (r)andom or (f)ixed (c)ases."""

    RRRC = "rrrc"
    FRRC = "frrc"
    RRFC = "rrfc"


@dataclass(frozen=True, slots=True)
class Components:
    """Mean squares, error (co)variances and variance components of t conditions and r readers.

    Attributes:
        conditions: t.
        readers: r.
        ms_condition: MS(T); None with one condition.
        ms_reader: MS(R); None with one reader.
        ms_interaction: MS(TR); None with one reader or one condition.
        variance: Mean error variance of a single estimate (over cases).
        cov1: Same reader, different conditions; None with one condition.
        cov2: Different readers, same condition; None with one reader.
        cov3: Different readers, different conditions; None with one reader or one condition.
        sigma2_reader: ANOVA estimate of the readers' variance; may be negative.
        sigma2_interaction: ANOVA estimate of the reader x condition variance; may be negative.
        sigma2_reader_clamped: The same with max(Cov2 - Cov3, 0) in place of Cov2 - Cov3.
        sigma2_interaction_clamped: As above, the form used for sample sizes.
    """

    conditions: int
    readers: int
    ms_condition: float | None
    ms_reader: float | None
    ms_interaction: float | None
    variance: float
    cov1: float | None
    cov2: float | None
    cov3: float | None

    @property
    def difference_cov(self) -> float:
        """max(Cov2 - Cov3, 0), the covariance of two readers that a difference of conditions keeps."""
        if self.cov2 is None or self.cov3 is None:
            return 0.0
        return max(difference_or_zero(self.cov2, self.cov3), 0.0)

    @property
    def sigma2_reader(self) -> float | None:
        """(MS(R) - MS(TR)) / t - Cov1 + Cov3."""
        if self.ms_reader is None or self.ms_interaction is None or self.cov1 is None or self.cov3 is None:
            return None
        return (self.ms_reader - self.ms_interaction) / self.conditions - self.cov1 + self.cov3

    @property
    def sigma2_interaction(self) -> float | None:
        """MS(TR) - Var + Cov1 + (Cov2 - Cov3)."""
        if self.ms_interaction is None or self.cov1 is None or self.cov2 is None or self.cov3 is None:
            return None
        return self.ms_interaction - self.variance + self.cov1 + (self.cov2 - self.cov3)

    @property
    def sigma2_reader_clamped(self) -> float | None:
        """sigma2_reader with the clamped interaction variance taken off instead of the plain one."""
        plain, clamped = self.sigma2_interaction, self.sigma2_interaction_clamped
        if self.sigma2_reader is None or plain is None or clamped is None:
            return None
        return self.sigma2_reader - (clamped - plain) / self.conditions

    @property
    def sigma2_interaction_clamped(self) -> float | None:
        """MS(TR) - Var + Cov1 + max(Cov2 - Cov3, 0)."""
        if self.ms_interaction is None or self.cov1 is None:
            return None
        return self.ms_interaction - self.variance + self.cov1 + self.difference_cov


@dataclass(frozen=True, slots=True)
class ObuchowskiRockette:
    """Everything the Obuchowski-Rockette method says about one endpoint.

    Attributes:
        inference: What the result generalises to.
        alpha: One minus the confidence level of all intervals.
        estimates: (t, r) estimates of each reader in each condition.
        covariance: (t, r, t, r) covariance of the estimates over cases.
        components: Mean squares and (co)variances.
        overall: Test that all conditions are equal; None with one condition.
        means: One entry a condition.
        pairs: One entry a pair of conditions, in order.
        reader_pairs: Each reader's own differences, for that reader and random cases.
    """

    inference: Inference
    alpha: float
    estimates: Floats
    covariance: Floats
    components: Components
    overall: GlobalTest | None
    means: tuple[ConditionMean, ...]
    pairs: tuple[Difference, ...]
    reader_pairs: tuple[ReaderDifference, ...]


def obuchowski_rockette(
    estimates: Floats,
    covariance: Floats,
    *,
    inference: Inference = Inference.RRRC,
    alpha: float = 0.05,
    bounds: Interval | None = None,
) -> ObuchowskiRockette:
    """The whole analysis from estimates and their covariance.

    Args:
        estimates: (t, r), t conditions and r readers, all defined.
        covariance: (t, r, t, r) covariance over cases.
        inference: Random or fixed readers and cases.
        alpha: One minus the confidence level.
        bounds: Range of the endpoint, to cut the intervals of single conditions; None for no range.

    Raises:
        InputProblem: Readers shall be random but there is only one, or a value is not finite.
    """
    parts = components(estimates, covariance)
    if inference is not Inference.FRRC and parts.readers < 2:
        raise InputProblem(
            "There is only one reader, so nothing can be said about other readers.",
            hint="Use the inference for fixed readers (frrc), or add readers.",
        )
    t = parts.conditions
    indices = range(t)
    return ObuchowskiRockette(
        inference=inference,
        alpha=alpha,
        estimates=estimates,
        covariance=covariance,
        components=parts,
        overall=global_test(parts, inference) if t > 1 else None,
        means=tuple(
            condition_mean(estimates, covariance, i, inference=inference, alpha=alpha, bounds=bounds) for i in indices
        ),
        pairs=tuple(
            pair_test(estimates, parts, a, b, inference=inference, alpha=alpha) for a, b in combinations(indices, 2)
        ),
        reader_pairs=reader_tests(estimates, covariance, alpha) if t > 1 else (),
    )


def components(estimates: Floats, covariance: Floats) -> Components:
    """Mean squares and averaged (co)variances.

    Args:
        estimates: (t, r).
        covariance: (t, r, t, r).

    Raises:
        InputProblem: Shapes do not fit, or a value is not finite.
    """
    t, r = _checked_shape(estimates, covariance)
    by_condition, by_reader = estimates.mean(axis=1), estimates.mean(axis=0)
    grand = float(estimates.mean())
    residual = estimates - by_condition[:, None] - by_reader[None, :] + grand
    same_both = float(np.einsum("ijij->", covariance))
    same_reader = float(np.einsum("ijkj->", covariance))
    same_condition = float(np.einsum("ijil->", covariance))
    total = float(covariance.sum())
    several_t, several_r = t > 1, r > 1
    different = total - same_reader - same_condition + same_both
    return Components(
        conditions=t,
        readers=r,
        ms_condition=r * float(((by_condition - grand) ** 2).sum()) / (t - 1) if several_t else None,
        ms_reader=t * float(((by_reader - grand) ** 2).sum()) / (r - 1) if several_r else None,
        ms_interaction=_square_sum(residual) / ((t - 1) * (r - 1)) if several_t and several_r else None,
        variance=same_both / (t * r),
        cov1=(same_reader - same_both) / (t * (t - 1) * r) if several_t else None,
        cov2=(same_condition - same_both) / (t * r * (r - 1)) if several_r else None,
        cov3=different / (t * (t - 1) * r * (r - 1)) if several_t and several_r else None,
    )


def error_term(parts: Components, inference: Inference) -> tuple[float, float]:
    """Denominator of the test of conditions and its degrees of freedom.

    Returns:
        (den, df): the variance that MS(T) is compared with, and Hillis's df (inf for fixed readers).
    """
    r, extra = parts.readers, parts.difference_cov
    if inference is Inference.FRRC:
        return difference_or_zero(parts.variance, parts.cov1 or 0.0) + (r - 1) * extra, math.inf
    interaction = parts.ms_interaction
    if interaction is None:
        raise InputProblem("Comparing conditions over random readers needs two readers and two conditions.")
    df_interaction = (parts.conditions - 1) * (r - 1)
    if inference is Inference.RRFC:
        return interaction, float(df_interaction)
    return interaction + r * extra, _hillis_df(interaction + r * extra, interaction, df_interaction)


def global_test(parts: Components, inference: Inference) -> GlobalTest:
    """Test that all conditions have the same mean: F, or chi-square for fixed readers."""
    den, df = error_term(parts, inference)
    df1 = float(parts.conditions - 1)
    if den <= 0.0 or parts.ms_condition is None:
        return GlobalTest(None, df1, df, None)
    ratio = parts.ms_condition / den
    statistic = ratio * df1 if inference is Inference.FRRC else ratio
    return GlobalTest(statistic, df1, df, dist.f_upper_tail(ratio, df1, df))


def pair_test(
    estimates: Floats, parts: Components, a: int, b: int, *, inference: Inference, alpha: float = 0.05
) -> Difference:
    """Difference of conditions a - b with the error term of all conditions together."""
    den, df = error_term(parts, inference)
    difference = float(estimates[a].mean() - estimates[b].mean())
    return difference_test(a, b, difference, variance=2.0 * den / parts.readers, df=df, alpha=alpha)


def difference_test(a: int, b: int, difference: float, *, variance: float, df: float, alpha: float) -> Difference:
    """A difference with known variance and degrees of freedom as a test and an interval."""
    if variance < 0.0 or not math.isfinite(variance):
        return Difference(a, b, difference, None, df, None, None, None)
    se = math.sqrt(variance)
    interval = dist.symmetric_interval(difference, se, df, alpha)
    if se == 0.0:
        return Difference(a, b, difference, se, df, None, None, interval)
    statistic = difference / se
    return Difference(a, b, difference, se, df, statistic, dist.two_sided_p(statistic, df), interval)


def condition_mean(
    estimates: Floats,
    covariance: Floats,
    condition: int,
    *,
    inference: Inference,
    alpha: float = 0.05,
    bounds: Interval | None = None,
) -> ConditionMean:
    """Mean of one condition from that condition's own readers and covariances."""
    own = estimates[condition]
    block = covariance[condition, :, condition, :]
    r = own.size
    variance = float(np.trace(block)) / r
    cov2 = max((float(block.sum()) - variance * r) / (r * (r - 1)), 0.0) if r > 1 else 0.0
    if inference is Inference.FRRC:
        square, df = (variance + (r - 1) * cov2) / r, math.inf
    else:
        ms_reader = float(own.var(ddof=1))
        extra = cov2 if inference is Inference.RRRC else 0.0
        square = ms_reader / r + extra
        df = _hillis_df(ms_reader + r * extra, ms_reader, r - 1)
    return bounded_mean(condition, float(own.mean()), variance=square, df=df, alpha=alpha, bounds=bounds)


def bounded_mean(
    condition: int, mean: float, *, variance: float, df: float, alpha: float, bounds: Interval | None
) -> ConditionMean:
    """A mean with its interval, cut at the endpoint's range."""
    if variance < 0.0 or not math.isfinite(variance):
        return ConditionMean(condition, mean, None, df, None, None)
    se = math.sqrt(variance)
    low, high = interval = dist.symmetric_interval(mean, se, df, alpha)
    cut = interval if bounds is None else (max(low, bounds[0]), min(high, bounds[1]))
    return ConditionMean(condition, mean, se, df, cut, interval)


def reader_tests(estimates: Floats, covariance: Floats, alpha: float = 0.05) -> tuple[ReaderDifference, ...]:
    """Each reader's differences, cases random; variance and Cov1 averaged over that reader's own block."""
    t, r = estimates.shape
    found = []
    for j in range(r):
        block = covariance[:, j, :, j]
        diagonal = float(np.trace(block))
        cov1 = (float(block.sum()) - diagonal) / (t * (t - 1))
        variance = max(2.0 * difference_or_zero(diagonal / t, cov1), 0.0)
        for a, b in combinations(range(t), 2):
            change = float(estimates[a, j] - estimates[b, j])
            test = difference_test(a, b, change, variance=variance, df=math.inf, alpha=alpha)
            ci = test.ci or (test.difference, test.difference)
            found.append(ReaderDifference(j, a, b, test.difference, math.sqrt(variance), test.statistic, test.p, ci))
    return tuple(found)


def difference_or_zero(a: float, b: float) -> float:
    """A - b, and exactly 0 where they agree to rounding, so that equal conditions have no error variance."""
    return 0.0 if math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-18) else a - b


def _square_sum(residual: Floats) -> float:
    """Sum of squares of residuals; those of rounding alone count as zero."""
    return float((np.where(np.abs(residual) < 1e-14, 0.0, residual) ** 2).sum())


def _hillis_df(den: float, mean_square: float, df: float) -> float:
    """den^2 / (MS^2 / df); inf where the mean square is zero, because then nothing is left to estimate."""
    return math.inf if mean_square == 0.0 else den**2 / (mean_square**2 / df)


def _checked_shape(estimates: Floats, covariance: Floats) -> tuple[int, int]:
    if estimates.ndim != 2 or covariance.shape != estimates.shape * 2:
        raise InputProblem(
            f"Estimates of shape {estimates.shape} and a covariance of shape {covariance.shape} do not fit.",
            hint="Pass estimates (conditions, readers) and their covariance with each axis twice.",
        )
    if not (np.isfinite(estimates).all() and np.isfinite(covariance).all()):
        raise InputProblem(
            "Some reader has no defined estimate in some condition.",
            hint="Use the U-statistics, or leave out readers who lack a condition.",
        )
    t, r = estimates.shape
    return t, r
