"""How uncertain a power is that was planned from a pilot: the pilot's variance components are drawn again.

Cases are drawn with replacement within each truth, which moves the error (co)variances. Readers are not: a handful of
readers drawn again are often the same ones, whose errors agree perfectly, and that would bias the components. The
expected mean square of readers x conditions is drawn from MS(TR) df / chi2(df) with df = (t - 1)(r - 1) instead, from
which its exact confidence limits come too. The effect that is planned for is not drawn.

Sources: Efron & Tibshirani, An Introduction to the Bootstrap (1993), ch. 13; Hillis, Stat Med 26 (2007) 596 for the
distribution of MS(TR); Weerahandi, J Am Stat Assoc 88 (1993) 899 for limits by such draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats.endpoints import EndpointSpec, measure
from radviewer.stats.mrmc import Covariance, case_covariance
from radviewer.stats.obuchowski_rockette import Components, Inference, components
from radviewer.stats.pilot import planning_from_table
from radviewer.stats.sample_size import Planning, error_and_df, power
from radviewer.stats.table import ReadTable

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PlanningDraws:
    """A pilot's planning values, and the same drawn again.

    Attributes:
        planning: From the pilot itself.
        draws: From each replicate.
        failed: Replicates in which the endpoint or its covariance was not defined; they are left out.
        seed: The same seed gives the same draws.
    """

    planning: Planning
    draws: tuple[Planning, ...]
    failed: int
    seed: int


@dataclass(frozen=True, slots=True)
class PowerSpread:
    """A power and where it lies in the middle `level` of the draws.

    Attributes:
        power: From the pilot itself.
        low: Lower end.
        high: Upper end.
        level: Share of the draws between the ends.
    """

    power: float
    low: float
    high: float
    level: float


def planning_draws(
    table: ReadTable,
    spec: EndpointSpec | None = None,
    covariance: Covariance = Covariance.JACKKNIFE,
    *,
    replicates: int = 400,
    seed: int = 0,
) -> PlanningDraws:
    """Draws a pilot's components again.

    Args:
        table: The pilot.
        spec: Endpoint; AUC by default.
        covariance: How the error covariance is estimated.
        replicates: Number of draws, at least 100.
        seed: Of the random numbers.

    Raises:
        UsageProblem: Too few replicates.
        InputProblem: The pilot has no components, or most draws are undefined.
    """
    if replicates < 100:
        raise UsageProblem("A bootstrap needs at least 100 replicates.", hint="Use more.")
    settings = (spec or EndpointSpec()).checked()
    whole = planning_from_table(table, settings, covariance)
    parts = _components(table, settings, covariance, np.arange(table.truth.size))
    assert parts.ms_interaction is not None
    df = (parts.conditions - 1) * (parts.readers - 1)
    chance = np.random.default_rng(seed)
    groups = [np.flatnonzero(table.truth == truth) for truth in (False, True)]
    draws: list[Planning] = []
    for _ in range(replicates):
        cases = np.concatenate([chance.choice(group, group.size) for group in groups if group.size])
        square = parts.ms_interaction * df / chance.chisquare(df)
        try:
            draws.append(_planning(_components(table, settings, covariance, cases), square, whole.cases))
        except InputProblem:
            continue  # an endpoint without, say, a positive call; counted as failed
    if len(draws) < replicates / 2:
        raise InputProblem(
            "The components are undefined in most draws.", hint="The pilot is too small to say how uncertain it is."
        )
    return PlanningDraws(whole, tuple(draws), replicates - len(draws), seed)


def power_spread(
    found: PlanningDraws,
    readers: int,
    cases: float,
    effect: float,
    *,
    inference: Inference = Inference.RRRC,
    alpha: float = 0.05,
    margin: float | None = None,
    level: float = 0.95,
) -> PowerSpread:
    """Power of one planned study with the spread that comes from the pilot.

    Raises:
        UsageProblem, InputProblem: As `sample_size.power`.
    """
    middle = power(found.planning, readers, cases, effect, inference=inference, alpha=alpha, margin=margin).power
    drawn = _powers(found.draws, readers, cases, effect, inference, alpha, margin)
    low, high = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2])
    return PowerSpread(middle, float(low), float(high), level)


def _powers(
    draws: Sequence[Planning], readers: int, cases: float, effect: float, inference: Inference, alpha: float,
    margin: float | None,
) -> Floats:  # fmt: skip
    """`sample_size.power` of many draws at once, to nine digits; 1 where no error variance is left."""
    distance = effect if margin is None else effect + margin
    errors = [error_and_df(planning, readers, cases, inference) for planning in draws]
    den, df = (np.array(values) for values in zip(*errors, strict=True))
    ncp = readers * distance**2 / (2.0 * np.where(den > 0, den, 1.0))
    if margin is not None:
        shift, tail = np.copysign(np.sqrt(ncp), distance), 1.0 - alpha / 2.0
        finite = np.where(np.isinf(df), 1.0, df)
        small = 1.0 - special.nctdtr(finite, shift, special.stdtrit(finite, tail))
        found = np.where(np.isinf(df), special.ndtr(shift - special.ndtri(tail)), small)
    else:
        finite = np.where(np.isinf(df), 1.0, df)
        small = 1.0 - special.ncfdtr(1.0, finite, ncp, special.fdtri(1.0, finite, 1.0 - alpha))
        found = np.where(np.isinf(df), 1.0 - special.chndtr(special.chdtri(1.0, alpha), 1.0, ncp), small)
    return np.where(den > 0, found, 1.0)


def _components(table: ReadTable, spec: EndpointSpec, covariance: Covariance, cases: NDArray[np.intp]) -> Components:
    ratings, read, truth = table.ratings[..., cases], table.read[..., cases], table.truth[cases]
    measured = measure(ratings, read, truth, spec)
    return components(measured.estimates, case_covariance(measured, covariance, ratings, read, spec))


def _planning(parts: Components, square: float, cases: float) -> Planning:
    if parts.cov1 is None or parts.cov2 is None or parts.cov3 is None:
        raise InputProblem("A draw has no components.")
    interaction = square - parts.variance + parts.cov1 + parts.difference_cov
    return Planning(interaction, parts.variance, parts.cov1, parts.cov2, parts.cov3, cases)
