"""Power and sample size of multi-reader studies from a pilot study or from planning values.

Error (co)variances shrink as 1 / cases; the reader x condition variance does not. Power computed from a pilot
is itself very uncertain, because the pilot's variance components are: `PILOT_CAUTION` says so and belongs
beside every number that comes from here.

Sources: Hillis, Obuchowski & Berbaum, Acad Radiol 18 (2011) 129; Hillis & Schartz, J Med Imaging 5 (2018)
035501.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy import special

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats import distributions as dist
from radviewer.stats.obuchowski_rockette import Components, Inference

PILOT_CAUTION = (
    "Power from pilot data is itself very uncertain: another pilot of the same size could give a quite "
    "different number. Plan with a margin, and try several plausible components."
)
MOST_CASES = 10_000_000


@dataclass(frozen=True, slots=True)
class Planning:
    """Variance components of a pilot, or assumed ones.

    Attributes:
        var_tr: Reader x condition variance; negative estimates count as zero.
        var: Error variance of one reader's estimate at `cases` cases.
        cov1: Same reader, different conditions, at `cases` cases.
        cov2: Different readers, same condition.
        cov3: Different readers, different conditions.
        cases: Number of cases that the (co)variances refer to.
    """

    var_tr: float
    var: float
    cov1: float
    cov2: float
    cov3: float
    cases: float

    @property
    def difference_cov(self) -> float:
        """max(Cov2 - Cov3, 0)."""
        return max(self.cov2 - self.cov3, 0.0)


@dataclass(frozen=True, slots=True)
class Power:
    """Power of one planned study.

    Attributes:
        readers: Planned readers.
        cases: Planned cases.
        effect: Distance that the test has to detect: the difference, or margin + difference.
        inference: What the test generalises to.
        power: Probability of a significant result.
        noncentrality: lambda = r d^2 / (2 den).
        df2: Denominator degrees of freedom; inf for fixed readers.
        critical: Value of F (chi-square for fixed readers, t for non-inferiority) to exceed.
        alpha: Two-sided level; non-inferiority tests alpha / 2 on one side.
        noninferiority: Whether the test is one-sided against a margin.
    """

    readers: int
    cases: float
    effect: float
    inference: Inference
    power: float
    noncentrality: float
    df2: float
    critical: float
    alpha: float
    noninferiority: bool


def planning_from_pilot(parts: Components, cases: int) -> Planning:
    """Planning values from a pilot's components, with the clamped reader x condition variance.

    Raises:
        InputProblem: The pilot has one reader or one condition.
    """
    var_tr = parts.sigma2_interaction_clamped
    if var_tr is None or parts.cov1 is None or parts.cov2 is None or parts.cov3 is None:
        raise InputProblem(
            "The pilot has only one reader or one condition, so its components are unknown.",
            hint="A pilot needs two readers and two conditions; or give components yourself.",
        )
    return Planning(var_tr, parts.variance, parts.cov1, parts.cov2, parts.cov3, cases)


def planning_from_correlations(
    var_tr: float, var: float, correlations: tuple[float, float, float], cases: float
) -> Planning:
    """Planning values from an error variance and the correlations rho1, rho2, rho3 of the errors."""
    rho1, rho2, rho3 = correlations
    return Planning(var_tr, var, rho1 * var, rho2 * var, rho3 * var, cases)


def power(
    planning: Planning,
    readers: int,
    cases: float,
    effect: float,
    *,
    inference: Inference = Inference.RRRC,
    alpha: float = 0.05,
    margin: float | None = None,
) -> Power:
    """Power to detect a difference between two conditions.

    Args:
        planning: Variance components and the number of cases they refer to.
        readers: Planned readers, r.
        cases: Planned cases with the same ratio of positives to negatives as in the pilot.
        effect: True difference of the conditions.
        inference: What the planned test generalises to.
        alpha: Two-sided level.
        margin: If given, power to show that the difference exceeds -margin, one-sided at alpha / 2.

    Raises:
        UsageProblem: Numbers that cannot be planned with.
    """
    least = 1 if inference is Inference.FRRC else 2
    if readers < least or cases < 2 or not 0.0 < alpha < 1.0:
        raise UsageProblem(
            f"{readers} reader(s), {cases:g} cases and alpha {alpha:g} cannot be planned with.",
            hint="Use at least two readers and two cases, and an alpha between 0 and 1.",
        )
    distance = effect if margin is None else effect + margin
    den, df = error_and_df(planning, readers, cases, inference)
    if den <= 0.0:
        raise InputProblem(
            "These components leave no error variance, so any difference would be significant.",
            hint="Check the components: Var must exceed Cov1.",
        )
    ncp = readers * distance**2 / (2.0 * den)
    value, critical = tail_power(ncp, df, alpha, None if margin is None else distance)
    return Power(readers, cases, distance, inference, value, ncp, df, critical, alpha, margin is not None)


def cases_for_power(
    planning: Planning,
    readers: int,
    effect: float,
    target: float = 0.8,
    *,
    inference: Inference = Inference.RRRC,
    alpha: float = 0.05,
    margin: float | None = None,
) -> Power | None:
    """The smallest number of cases that reaches the target power.

    Returns:
        The power at that number; None if no number of cases reaches it with so few readers.
    """

    def at(cases: int) -> Power:
        return power(planning, readers, cases, effect, inference=inference, alpha=alpha, margin=margin)

    low, high = 2, 4
    while at(high).power < target:
        low, high = high, high * 2
        if high > MOST_CASES:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if at(middle).power < target else (low, middle)
    return at(low) if at(low).power >= target else at(high)


def error_and_df(planning: Planning, readers: int, cases: float, inference: Inference) -> tuple[float, float]:
    """The error term of a planned test and its degrees of freedom, inf for fixed readers."""
    shrink = planning.cases / cases
    extra = planning.difference_cov
    own = planning.var - planning.cov1
    interaction = max(planning.var_tr, 0.0)
    if inference is Inference.FRRC:
        return shrink * (own + (readers - 1) * extra), math.inf
    fixed_cases = interaction + shrink * (own - extra)
    if inference is Inference.RRFC:
        return fixed_cases, float(readers - 1)
    den = interaction + shrink * (own + (readers - 1) * extra)
    return den, math.inf if fixed_cases == 0.0 else den**2 / (fixed_cases**2 / (readers - 1))


def tail_power(ncp: float, df: float, alpha: float, signed: float | None) -> tuple[float, float]:
    """Power and critical value: F or chi-square test, or a one-sided t test if `signed` is given."""
    if signed is not None:
        shift = math.copysign(math.sqrt(ncp), signed)
        if math.isinf(df):
            critical = float(special.ndtri(1.0 - alpha / 2.0))
            return float(special.ndtr(shift - critical)), critical
        critical = dist.quantile(1.0 - alpha / 2.0, df)
        return 1.0 - float(special.nctdtr(df, shift, critical)), critical
    critical = float(special.chdtri(1.0, alpha) if math.isinf(df) else special.fdtri(1.0, df, 1.0 - alpha))
    return dist.noncentral_f_upper_tail(critical, 1.0, df, ncp), critical
