"""Covariances by deleting one case at a time, for any endpoint whose deleted values are known.

A case is deleted for all readers and conditions together, which is what carries the pairing of the design
into the covariances. Endpoints that are means have closed forms for their deleted values
(`deleted_ratio`), and so has the empirical AUC (`radviewer.stats.roc`); nothing here recomputes an endpoint
n times.

Source: Quenouille-Tukey jackknife as used by Obuchowski and Rockette (Commun Stat Simul Comput 24, 1995)
and Hillis et al. (Stat Med 24, 2005).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem

Floats = NDArray[np.float64]


def jackknife_covariance(deleted: Floats) -> Floats:
    """Covariance of all condition x reader estimates from their case-deleted values.

    Args:
        deleted: (n, t, r); `deleted[k]` holds the estimates with case k left out. A case that a cell does not
            contain leaves that cell's estimate as it was, which is how missing reads and nested cases enter.

    Returns:
        (t, r, t, r): ((n - 1) / n) Sum_k (d_k - mean d)(d_k - mean d)'.

    Raises:
        InputProblem: Fewer than two cases, or a deleted value that is not finite.
    """
    n, t, r = deleted.shape
    if n < 2:
        raise InputProblem(f"A jackknife needs at least two cases, but there is {n}.", hint="Add cases to the study.")
    if not np.isfinite(deleted).all():
        raise InputProblem(
            "The endpoint is undefined when one of its cases is left out, so it has no variance.",
            hint="Each reader needs at least two cases that count for the endpoint in each condition.",
        )
    flat = deleted.reshape(n, t * r)
    deviations = flat - flat.mean(axis=0)
    return np.asarray((n - 1) / n * (deviations.T @ deviations)).reshape(t, r, t, r)


def deleted_ratio(numerator: Floats, denominator: Floats) -> tuple[Floats, Floats]:
    """Estimates and case-deleted estimates of an endpoint of the form Sum numerator / Sum denominator.

    Proportions (sensitivity, PPV ...), means (Brier score, log time) and accuracy all have this form.

    Args:
        numerator: (t, r, n) contribution of each case; 0 where a read is missing.
        denominator: (t, r, n) weight of each case; 0 where it does not count.

    Returns:
        Estimates (t, r) and deleted estimates (n, t, r).

    Raises:
        InputProblem: A sum of weights is zero, with or without one of the cases.
    """
    top, bottom = numerator.sum(axis=2), denominator.sum(axis=2)
    rest = bottom[..., None] - denominator
    if (bottom <= 0).any() or (rest <= 0).any():
        raise InputProblem(
            "A reader has fewer than two cases that count for this endpoint in some condition.",
            hint="Choose another endpoint or threshold, or leave that reader out.",
        )
    deleted = (top[..., None] - numerator) / rest
    return top / bottom, np.ascontiguousarray(np.moveaxis(deleted, 2, 0))


def pseudovalues(estimates: Floats, deleted: Floats) -> Floats:
    """Pseudovalues Y_k = n theta - (n - 1) theta(-k) of Dorfman, Berbaum and Metz (1992).

    Args:
        estimates: (t, r).
        deleted: (n, t, r) case-deleted estimates.

    Returns:
        (n, t, r); their mean over cases is the jackknife estimate.
    """
    n = deleted.shape[0]
    return np.asarray(n * estimates[None] - (n - 1) * deleted)
