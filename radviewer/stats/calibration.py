"""Whether a stated probability means what it says: reliability bins, ECE, Brier score, slope and intercept.

Sources: Brier, Mon Weather Rev 1950;78:1; Murphy, J Appl Meteorol 1973;12:595 with the within-bin terms of
Stephenson, Coelho and Jolliffe, Weather Forecast 2008;23:752 (so that the parts add up exactly); Cox,
Biometrika 1958;45:562 and Van Calster et al., BMC Med 2019;17:230 (slope, calibration in the large); Wilson,
JASA 1927;22:209 (bin intervals).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from radviewer.core.errors import InputProblem
from radviewer.stats.agreement import case_weights, percentile_interval

Array = NDArray[np.float64]
Interval = tuple[float, float]

# Probabilities of exactly 0 or 1 have no logit; they are moved in by this much for slope and intercept only.
_EDGE = 1e-3


class Binning(StrEnum):
    """Bins of equal width, or with (nearly) equal numbers."""

    UNIFORM = "uniform"
    QUANTILE = "quantile"


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """One bin: its edges, mean stated probability, observed frequency with Wilson interval, and number."""

    low: float
    high: float
    n: int
    mean_probability: float
    observed: float
    ci: Interval


@dataclass(frozen=True, slots=True)
class BrierParts:
    """Brier = reliability - resolution + uncertainty + within variance - within covariance, exactly."""

    brier: float
    reliability: float
    resolution: float
    uncertainty: float
    within_variance: float
    within_covariance: float


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One fitted calibration coefficient; `value` None where the fit does not exist."""

    value: float | None
    se: float | None
    ci: Interval | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Calibration:
    """All calibration figures of one set of probabilities.

    Attributes:
        n: Probabilities.
        n_positive: Of these, with truth 1.
        bins: Non-empty reliability bins.
        ece: Expected calibration error, mean |observed - stated| weighted by bin size, 0-1.
        ece_ci: Bootstrap interval of `ece` over clusters; None where not defined.
        brier: Brier score and its parts.
        brier_ci: Bootstrap interval of the Brier score over clusters.
        slope: Slope of the logistic recalibration on the logit (1 is ideal; under 1 too extreme).
        intercept: Calibration in the large: intercept with the slope fixed at 1 (0 is ideal).
        interval: How the bootstrap was done.
    """

    n: int
    n_positive: int
    bins: tuple[ReliabilityBin, ...]
    ece: float
    ece_ci: Interval | None
    brier: BrierParts
    brier_ci: Interval | None
    slope: Coefficient
    intercept: Coefficient
    interval: str
    level: float = 0.95


def calibrate(
    probability: ArrayLike,
    truth: ArrayLike,
    *,
    clusters: ArrayLike | None = None,
    bins: int = 10,
    binning: Binning = Binning.UNIFORM,
    level: float = 0.95,
    seed: int = 20240229,
    replicates: int = 1000,
) -> Calibration:
    """Calibration of probabilities against a binary truth.

    Args:
        probability: Stated probabilities of the positive class, 0-1.
        truth: 0 or 1, same length.
        clusters: Case of each probability; the bootstrap then draws whole cases. Default: each its own.
        bins: Number of bins.
        binning: Equal width or equal number.
        level: Level of the intervals.
        seed: Seed of the bootstrap.
        replicates: Bootstrap samples.

    Returns:
        The figures with intervals.

    Raises:
        InputProblem: Empty, different lengths, a probability outside 0-1 or a truth other than 0 and 1.
    """
    p, y = _checked(probability, truth)
    edges = _edges(p, bins, binning)
    position = np.clip(np.searchsorted(edges, p, side="right") - 1, 0, len(edges) - 2)
    labels = np.arange(len(p)) if clusters is None else np.asarray(clusters)
    names, cluster = np.unique(labels, return_inverse=True)
    gaps = np.zeros((len(names), len(edges) - 1))
    np.add.at(gaps, (cluster, position), y - p)
    sizes, squares = np.bincount(cluster), np.bincount(cluster, weights=(p - y) ** 2)
    weights = case_weights(len(names), replicates, seed)
    draws_ece = np.abs(weights @ gaps).sum(axis=1) / (weights @ sizes)
    draws_brier = weights @ squares / (weights @ sizes)
    return Calibration(
        len(p), int(y.sum()), tuple(_bins(p, y, position, edges, level)),
        float(np.abs(gaps.sum(axis=0)).sum() / len(p)), percentile_interval(draws_ece, level),
        brier_parts(p, y, position), percentile_interval(draws_brier, level),
        _slope(p, y, level), _in_the_large(p, y, level),
        f"bootstrap over {len(names)} cases, {replicates} samples, seed {seed}", level,
    )  # fmt: skip


def brier_parts(probability: Array, truth: Array, position: NDArray[np.intp]) -> BrierParts:
    """Decomposes the Brier score over bins given by `position` (one bin index for each probability)."""
    n, base = len(probability), float(truth.mean())
    parts = np.zeros(4)
    for index in np.unique(position):
        p, y = probability[position == index], truth[position == index]
        share = len(p) / n
        parts += share * np.array([
            (p.mean() - y.mean()) ** 2,
            (y.mean() - base) ** 2,
            p.var(),
            2 * ((p - p.mean()) * (y - y.mean())).mean(),
        ])  # fmt: skip
    reliability, resolution, variance, covariance = (float(x) for x in parts)
    brier = float(((probability - truth) ** 2).mean())
    return BrierParts(brier, reliability, resolution, base * (1 - base), variance, covariance)


def wilson_interval(successes: float, n: float, level: float = 0.95) -> Interval:
    """Wilson's score interval of a proportion of independent trials."""
    from scipy.special import ndtri

    z2, share = float(ndtri(0.5 + level / 2)) ** 2, successes / n
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = np.sqrt(z2 * (share * (1 - share) / n + z2 / (4 * n * n))) / (1 + z2 / n)
    return max(float(centre - half), 0.0), min(float(centre + half), 1.0)


def logit(probability: Array, edge: float = _EDGE) -> Array:
    """Log odds, with 0 and 1 moved in by `edge`."""
    inside = np.clip(probability, edge, 1 - edge)
    return np.asarray(np.log(inside / (1 - inside)), dtype=np.float64)


def _checked(probability: ArrayLike, truth: ArrayLike) -> tuple[Array, Array]:
    p, y = np.asarray(probability, dtype=np.float64), np.asarray(truth, dtype=np.float64)
    if p.shape != y.shape or p.ndim != 1 or not len(p):
        raise InputProblem(f"Calibration needs one probability for each truth; got {p.shape} and {y.shape}.")
    if not ((p >= 0) & (p <= 1)).all():
        raise InputProblem(
            "Calibration needs probabilities between 0 and 1.",
            hint="Rescale the ratings to 0-1.",
        )
    if not np.isin(y, (0.0, 1.0)).all():
        raise InputProblem("Calibration needs a truth of 0 or 1.")
    return p, y


def _edges(p: Array, bins: int, binning: Binning) -> Array:
    if binning is Binning.UNIFORM:
        return np.linspace(0, 1, bins + 1)
    inner = np.unique(np.quantile(p, np.linspace(0, 1, bins + 1))[1:-1])
    return np.concatenate(([0.0], inner[(inner > 0) & (inner < 1)], [1.0]))


def _bins(p: Array, y: Array, position: NDArray[np.intp], edges: Array, level: float) -> list[ReliabilityBin]:
    result = []
    for index in np.unique(position):
        inside = position == index
        n, observed = int(inside.sum()), float(y[inside].mean())
        result.append(
            ReliabilityBin(
                float(edges[index]), float(edges[index + 1]), n, float(p[inside].mean()), observed,
                wilson_interval(float(y[inside].sum()), n, level),
            )
        )  # fmt: skip
    return result


def _slope(p: Array, y: Array, level: float) -> Coefficient:
    x = logit(p)
    if np.ptp(x) < 1e-12:
        return Coefficient(None, None, None, "All probabilities are equal, so a slope is not defined.")
    return _fit(np.column_stack([np.ones_like(x), x]), np.zeros_like(x), y, 1, level)


def _in_the_large(p: Array, y: Array, level: float) -> Coefficient:
    return _fit(np.ones((len(p), 1)), logit(p), y, 0, level)


def _fit(design: Array, offset: Array, y: Array, column: int, level: float) -> Coefficient:
    """One coefficient of a logistic regression by Newton steps; None under separation."""
    if y.min() == y.max():
        return Coefficient(None, None, None, "Only one truth class is present, so the fit does not exist.")
    beta = np.zeros(design.shape[1])
    for _ in range(60):
        mean = _sigmoid(design @ beta + offset)
        information = design.T @ (design * (mean * (1 - mean))[:, None])
        if np.linalg.cond(information) > 1e12:
            break
        covariance = np.asarray(np.linalg.inv(information))
        step = covariance @ (design.T @ (y - mean))
        beta += np.clip(step, -5, 5)
        if np.abs(step).max() < 1e-11:
            return _coefficient(float(beta[column]), float(np.sqrt(covariance[column, column])), level)
    return Coefficient(
        None,
        None,
        None,
        "The probabilities separate the classes (nearly) perfectly, so the fit does not exist.",
    )


def _coefficient(value: float, se: float, level: float) -> Coefficient:
    from scipy.special import ndtri

    half = float(ndtri(0.5 + level / 2)) * se
    return Coefficient(value, se, (value - half, value + half))


def _sigmoid(x: Array) -> Array:
    from scipy.special import expit

    return np.asarray(expit(x), dtype=np.float64)
