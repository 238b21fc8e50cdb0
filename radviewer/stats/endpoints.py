"""Endpoints of a reader study, each as estimates and case-deleted estimates, so that one machinery serves all.

A binary call is "positive" when rating >= threshold. Sensitivity counts positive cases only and specificity
negative cases only, also in the jackknife; every other endpoint counts all cases.

Sources: Chen, Petrick & Sahiner, Acad Radiol 19 (2012) 1158 (binary endpoints through Obuchowski-Rockette);
Hillis et al. (2005) for pseudovalues of any accuracy measure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats.auc_covariance import AucParts, auc_parts, deleted_auc
from radviewer.stats.jackknife import deleted_ratio
from radviewer.stats.results import Interval
from radviewer.stats.roc import Band, RocCurve, partial_auc, roc_curve, sensitivity_at_specificity

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Endpoint(StrEnum):
    """What is measured for each reader and condition."""

    AUC = "auc"
    PARTIAL_AUC = "partial-auc"
    SENSITIVITY_AT = "sensitivity-at-specificity"
    SENSITIVITY = "sensitivity"
    SPECIFICITY = "specificity"
    ACCURACY = "accuracy"
    YOUDEN = "youden"
    PPV = "ppv"
    NPV = "npv"
    BRIER = "brier"
    ABSOLUTE_ERROR = "absolute-error"
    MEAN = "mean"
    LOG_TIME = "log-time"


NEEDS_THRESHOLD = frozenset(
    {
        Endpoint.SENSITIVITY,
        Endpoint.SPECIFICITY,
        Endpoint.ACCURACY,
        Endpoint.YOUDEN,
        Endpoint.PPV,
        Endpoint.NPV,
    }
)
ROC_BASED = frozenset({Endpoint.AUC, Endpoint.PARTIAL_AUC, Endpoint.SENSITIVITY_AT})
PROBABILITY = frozenset({Endpoint.BRIER, Endpoint.ABSOLUTE_ERROR})


@dataclass(frozen=True, slots=True)
class EndpointSpec:
    """An endpoint with its settings.

    Attributes:
        kind: Which endpoint.
        threshold: A rating at or above it is a positive call; for binary endpoints.
        low: Lower limit of the specificity band of a partial AUC.
        high: Upper limit of that band.
        specificity: For the sensitivity at a specificity.
    """

    kind: Endpoint = Endpoint.AUC
    threshold: float | None = None
    low: float = 0.0
    high: float = 1.0
    specificity: float = 0.9

    def checked(self) -> EndpointSpec:
        """Itself, if it is complete.

        Raises:
            UsageProblem: A binary endpoint without a threshold.
        """
        if self.kind in NEEDS_THRESHOLD and self.threshold is None:
            raise UsageProblem(
                f"The endpoint {self.kind.value} needs a threshold.",
                hint="Say from which rating on a case is called positive (--threshold X).",
            )
        return self

    @property
    def bounds(self) -> Interval | None:
        """The range of possible values; None where there is none."""
        if self.kind is Endpoint.YOUDEN:
            return (-1.0, 1.0)
        if self.kind is Endpoint.PARTIAL_AUC:
            return (0.0, self.high - self.low)
        return None if self.kind in (Endpoint.MEAN, Endpoint.LOG_TIME) else (0.0, 1.0)

    @property
    def label(self) -> str:
        """The endpoint's name within a sentence."""
        names = {
            Endpoint.AUC: "AUC",
            Endpoint.PARTIAL_AUC: "partial AUC",
            Endpoint.SENSITIVITY_AT: f"sensitivity at a specificity of {self.specificity:g}",
            Endpoint.YOUDEN: "Youden index",
            Endpoint.PPV: "PPV",
            Endpoint.NPV: "NPV",
            Endpoint.BRIER: "Brier score",
            Endpoint.ABSOLUTE_ERROR: "absolute error",
            Endpoint.MEAN: "rating",
            Endpoint.LOG_TIME: "log time",
        }
        return names.get(self.kind, self.kind.value)

    @property
    def higher_is_better(self) -> bool:
        """False for errors and times."""
        return self.kind not in PROBABILITY and self.kind is not Endpoint.LOG_TIME


@dataclass(frozen=True, slots=True)
class Contributions:
    """A mean-type endpoint case by case: estimate = Sum numerator / Sum weight.

    Attributes:
        numerator: (t, r, k); 0 where the case does not count or was not read.
        weight: (t, r, k); 1 where it counts.
        shift: Constant added to the endpoint.
    """

    numerator: Floats
    weight: Floats


@dataclass(frozen=True, slots=True)
class Measured:
    """One endpoint of all readers and conditions.

    Attributes:
        estimates: (t, r).
        deleted: (k, t, r), k the number of cases that the jackknife leaves out in turn.
        parts: What AUC covariances need; only for the AUC.
        terms: The mean-type terms whose sum (with `offset`) is the endpoint; empty for others.
    """

    estimates: Floats
    deleted: Floats
    parts: AucParts | None = None
    terms: tuple[Contributions, ...] = ()


def measure(ratings: Floats, read: Bools, truth: Bools, spec: EndpointSpec) -> Measured:
    """Estimates and case-deleted estimates of an endpoint.

    Args:
        ratings: (t, r, n); ignored where not read. Times in seconds for log time, 0 to 1 for Brier.
        read: (t, r, n).
        truth: (n,) True for positive.
        spec: The endpoint and its settings.

    Raises:
        InputProblem: The endpoint is undefined for some reader and condition.
        UsageProblem: A threshold is missing.
    """
    spec.checked()
    if spec.kind is Endpoint.AUC:
        parts = auc_parts(ratings, read, truth)
        return Measured(parts.auc, deleted_auc(parts), parts)
    if spec.kind in ROC_BASED:
        return _recomputed(ratings, read, truth, _curve_value(spec))
    terms = contributions(ratings, read, truth, spec)
    if spec.kind is Endpoint.YOUDEN:
        sens, sens_out = deleted_ratio(terms[0].numerator, terms[0].weight)
        specificity, spec_out = deleted_ratio(terms[1].numerator, terms[1].weight)
        return Measured(sens + specificity - 1.0, sens_out + spec_out - 1.0, None, terms)
    estimates, deleted = deleted_ratio(terms[0].numerator, terms[0].weight)
    constant_weights = spec.kind not in (Endpoint.PPV, Endpoint.NPV)
    return Measured(estimates, deleted, None, terms if constant_weights else ())


def estimate(ratings: Floats, read: Bools, truth: Bools, spec: EndpointSpec) -> Floats:
    """(t, r) estimates alone, for resampling; arguments and errors as in `measure`."""
    spec.checked()
    if spec.kind is Endpoint.AUC:
        return auc_parts(ratings, read, truth).auc
    if spec.kind in ROC_BASED:
        value = _curve_value(spec)
        curves = np.empty(ratings.shape[:2])
        for i, j in np.ndindex(*curves.shape):
            z, own = ratings[i, j], read[i, j]
            curves[i, j] = value(roc_curve(z[own & truth], z[own & ~truth]))
        return curves
    out = np.zeros(ratings.shape[:2])
    for term in contributions(ratings, read, truth, spec):
        weight = term.weight.sum(axis=2)
        if (weight <= 0).any():
            raise InputProblem(
                f"The endpoint {spec.kind.value} is undefined for some reader and condition.",
                hint="No case counts for it there; choose another threshold.",
            )
        out += term.numerator.sum(axis=2) / weight
    return out - 1.0 if spec.kind is Endpoint.YOUDEN else out


def contributions(ratings: Floats, read: Bools, truth: Bools, spec: EndpointSpec) -> tuple[Contributions, ...]:
    """The case-by-case terms of a mean-type endpoint; two (sensitivity, specificity) for Youden's index.

    Raises:
        InputProblem: Ratings outside the range that the endpoint needs.
    """
    kind = spec.kind
    if kind in NEEDS_THRESHOLD:
        return _binary_terms(read & (np.where(read, ratings, 0.0) >= float(spec.threshold or 0.0)), read, truth, kind)
    values = np.where(read, ratings, 0.0)
    if kind in PROBABILITY:
        _require_probabilities(values, kind)
        distance = np.where(read, np.abs(values - truth), 0.0)
        return (Contributions(distance**2 if kind is Endpoint.BRIER else distance, read.astype(np.float64)),)
    if kind is Endpoint.LOG_TIME:
        if (ratings[read] <= 0).any():
            raise InputProblem(
                "A reading time is zero or negative, so it has no logarithm.", hint="Correct or blank it."
            )
        values = np.log(np.where(read, ratings, 1.0))
    return (Contributions(values, read.astype(np.float64)),)


def _binary_terms(called: Bools, read: Bools, truth: Bools, kind: Endpoint) -> tuple[Contributions, ...]:
    sens = _term(called & truth, read & truth)
    specificity = _term(read & ~called & ~truth, read & ~truth)
    if kind is Endpoint.SENSITIVITY:
        return (_term(called[:, :, truth], read[:, :, truth]),)
    if kind is Endpoint.SPECIFICITY:
        return (_term((read & ~called)[:, :, ~truth], read[:, :, ~truth]),)
    if kind is Endpoint.YOUDEN:
        return sens, specificity
    if kind is Endpoint.PPV:
        return (_term(called & truth, called),)
    if kind is Endpoint.NPV:
        return (_term(read & ~called & ~truth, read & ~called),)
    return (_term(read & (called == truth), read),)


def _term(numerator: Bools, weight: Bools) -> Contributions:
    return Contributions(numerator.astype(np.float64), weight.astype(np.float64))


def _curve_value(spec: EndpointSpec) -> Callable[[RocCurve], float]:
    if spec.kind is Endpoint.PARTIAL_AUC:
        return lambda curve: partial_auc(curve, spec.low, spec.high, band=Band.SPECIFICITY)
    return lambda curve: sensitivity_at_specificity(curve, spec.specificity)


def _recomputed(ratings: Floats, read: Bools, truth: Bools, value: Callable[[RocCurve], float]) -> Measured:
    """Any function of the ROC curve, computed anew without each case."""
    t, r, n = ratings.shape
    estimates, deleted = np.empty((t, r)), np.empty((n, t, r))
    for i, j in np.ndindex(t, r):
        z, own = ratings[i, j], read[i, j]
        estimates[i, j] = value(roc_curve(z[own & truth], z[own & ~truth]))
        deleted[:, i, j] = estimates[i, j]
        for k in np.flatnonzero(own).tolist():
            rest = own.copy()
            rest[k] = False
            deleted[k, i, j] = value(roc_curve(z[rest & truth], z[rest & ~truth]))
    return Measured(estimates, deleted)


def _require_probabilities(values: Floats, kind: Endpoint) -> None:
    if values.min(initial=0.0) < 0.0 or values.max(initial=0.0) > 1.0:
        raise InputProblem(
            f"The endpoint {kind.value} needs ratings between 0 and 1.",
            hint="Divide the ratings by their maximum first, if they are percentages.",
        )
