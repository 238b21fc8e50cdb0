"""The empirical ROC curve: area, partial area, sensitivity at a specificity, for one set of ratings.

Higher ratings mean "more likely positive", always: the direction is never turned by itself, so an area below
one half stays below one half. Ties count one half. Everything is O(n log n).

Sources: Bamber, J Math Psychol 12 (1975) 387 (area as a Mann-Whitney statistic); McClish, Med Decis Making 9
(1989) 190 (partial area and its standardisation).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from radviewer.core.errors import InputProblem

Floats = NDArray[np.float64]


class Band(StrEnum):
    """The axis that limits a partial area."""

    SPECIFICITY = "specificity"
    SENSITIVITY = "sensitivity"


@dataclass(frozen=True, slots=True)
class RocCurve:
    """Operating points from (0, 0) to (1, 1), calling a case positive when its rating >= threshold.

    Attributes:
        false_positive_rate: (k,) 1 - specificity, not decreasing.
        true_positive_rate: (k,) sensitivity, not decreasing.
        thresholds: (k,) the first is +inf (nothing is called positive).
    """

    false_positive_rate: Floats
    true_positive_rate: Floats
    thresholds: Floats


def placement_sums(positives: Floats, negatives: Floats) -> tuple[Floats, Floats]:
    """For each positive the number of negatives below it, and for each negative the positives above it.

    Ties count one half. These are n0 V10 and n1 V01 of DeLong et al.

    Args:
        positives: (n1,) ratings of positive cases.
        negatives: (n0,) ratings of negative cases.
    """
    low, high = np.sort(negatives), np.sort(positives)
    below = np.searchsorted(low, positives, "left") + np.searchsorted(low, positives, "right")
    not_above = np.searchsorted(high, negatives, "left") + np.searchsorted(high, negatives, "right")
    return below / 2.0, high.size - not_above / 2.0


def empirical_auc(positives: ArrayLike, negatives: ArrayLike) -> float:
    """P(positive rated above negative) + P(tie) / 2.

    Raises:
        InputProblem: One of the classes is empty, or a rating is not finite.
    """
    x, y = two_classes(positives, negatives)
    return float(placement_sums(x, y)[0].sum() / (x.size * y.size))


def roc_curve(positives: ArrayLike, negatives: ArrayLike) -> RocCurve:
    """The empirical curve, one point a distinct rating.

    Raises:
        InputProblem: One of the classes is empty, or a rating is not finite.
    """
    x, y = two_classes(positives, negatives)
    cuts = np.unique(np.concatenate([x, y]))[::-1]
    called = [v.size - np.searchsorted(np.sort(v), cuts, "left") for v in (y, x)]
    rates = [np.concatenate([[0.0], count / v.size]) for count, v in zip(called, (y, x), strict=True)]
    return RocCurve(rates[0], rates[1], np.concatenate([[np.inf], cuts]))


def partial_auc(
    curve: RocCurve, low: float, high: float, *, band: Band = Band.SPECIFICITY, corrected: bool = False
) -> float:
    """Area under the linearly interpolated curve within a band of specificity or sensitivity.

    Args:
        curve: The empirical curve.
        low: Lower limit of the band, 0 to 1.
        high: Upper limit, above `low`.
        band: Which axis `low` and `high` lie on.
        corrected: McClish's standardisation to 0.5 for a useless and 1 for a perfect curve.

    Raises:
        InputProblem: The limits are not 0 <= low < high <= 1.
    """
    if not 0.0 <= low < high <= 1.0:
        raise InputProblem(
            f"A partial area from {low} to {high} is not possible.", hint="Limits must be 0 <= low < high <= 1."
        )
    if band is Band.SPECIFICITY:
        x, y = curve.false_positive_rate, curve.true_positive_rate
        area = _area_between(x, y, 1.0 - high, 1.0 - low)
    else:
        x, y = 1.0 - curve.true_positive_rate[::-1], 1.0 - curve.false_positive_rate[::-1]
        area = _area_between(x, y, 1.0 - high, 1.0 - low)
    if not corrected:
        return area
    least = (high - low) * ((1.0 - high) + (1.0 - low)) / 2.0
    return 0.5 * (1.0 + (area - least) / ((high - low) - least))


def sensitivity_at_specificity(curve: RocCurve, specificity: float) -> float:
    """The curve's height at 1 - specificity, interpolated; the upper end of a vertical piece.

    Raises:
        InputProblem: The specificity is outside 0 to 1.
    """
    if not 0.0 <= specificity <= 1.0:
        raise InputProblem(f"A specificity of {specificity} is not possible.", hint="Use a number from 0 to 1.")
    return _height(curve.false_positive_rate, curve.true_positive_rate, 1.0 - specificity)


def two_classes(positives: ArrayLike, negatives: ArrayLike) -> tuple[Floats, Floats]:
    """Both classes as flat float arrays.

    Raises:
        InputProblem: A class is empty, or a rating is not finite.
    """
    x = np.asarray(positives, dtype=np.float64).ravel()
    y = np.asarray(negatives, dtype=np.float64).ravel()
    if x.size == 0 or y.size == 0:
        missing = "positive" if x.size == 0 else "negative"
        raise InputProblem(f"There is no {missing} case, so there is no ROC curve.", hint="Both truths must occur.")
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise InputProblem("A rating is not a finite number.", hint="Remove or correct it.")
    return x, y


def _height(x: Floats, y: Floats, at: float) -> float:
    # Rates are fractions of whole cases: a hair of rounding must not move `at` off a vertical piece.
    right = int(np.searchsorted(x, at + 1e-12, "right"))
    if right >= x.size or abs(x[right - 1] - at) <= 1e-12:
        return float(y[right - 1])
    share = (at - x[right - 1]) / (x[right] - x[right - 1])
    return float(y[right - 1] + share * (y[right] - y[right - 1]))


def _area_between(x: Floats, y: Floats, low: float, high: float) -> float:
    inside = (x > low + 1e-12) & (x < high - 1e-12)
    left_foot = _height(x, y, low)
    # At the right limit the curve arrives from the left, at the lower end of a vertical piece.
    right_top = float(np.interp(high, x, y)) if not np.any(np.abs(x - high) <= 1e-12) else _foot(x, y, high)
    xs = np.concatenate([[low], x[inside], [high]])
    ys = np.concatenate([[left_foot], y[inside], [right_top]])
    return float(np.trapezoid(ys, xs))


def _foot(x: Floats, y: Floats, at: float) -> float:
    return float(y[int(np.argmax(np.abs(x - at) <= 1e-12))])
