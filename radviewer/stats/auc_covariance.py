"""AUCs of many readers and conditions at once, with their jackknife and DeLong covariances.

Both covariances need only how many cases of the other class each case beats, so they cost O(n log n) a curve
and one matrix product. Missing reads are cases that a curve does not contain: deleting them changes nothing,
and two curves covary only through the cases that both contain.

Sources: DeLong, DeLong & Clarke-Pearson, Biometrics 44 (1988) 837; Sun & Xu, IEEE Signal Process Lett 21
(2014) 1389 (ranks); Obuchowski & Rockette (1995) for the jackknife.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.stats.roc import placement_sums

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class AucParts:
    """What the covariances are made of; a case that a curve does not contain contributes zeros.

    Attributes:
        auc: (t, r).
        beaten: (t, r, n1) for each positive, the number of negatives rated below it, ties one half.
        beaten_by: (t, r, n0) for each negative, the number of positives rated above it.
        has_positive: (t, r, n1) whether the curve contains the positive case.
        has_negative: (t, r, n0).
        truth: (n,) the order of the cases.
    """

    auc: Floats
    beaten: Floats
    beaten_by: Floats
    has_positive: Bools
    has_negative: Bools
    truth: Bools

    @property
    def positives(self) -> Floats:
        """(t, r) number of positive cases of each curve."""
        return np.asarray(self.has_positive.sum(axis=2), dtype=np.float64)

    @property
    def negatives(self) -> Floats:
        """(t, r) number of negative cases of each curve."""
        return np.asarray(self.has_negative.sum(axis=2), dtype=np.float64)


def auc_parts(ratings: Floats, read: Bools, truth: Bools, *, allow_empty: bool = False) -> AucParts:
    """AUC of each reader and condition, and what its covariances need.

    Args:
        ratings: (t, r, n); ignored where `read` is False.
        read: (t, r, n).
        truth: (n,) True for positive.
        allow_empty: Give curves without a pair of cases an AUC of zero instead of refusing them.

    Raises:
        InputProblem: A curve lacks one of the classes.
    """
    t, r, _ = ratings.shape
    has_positive, has_negative = read[:, :, truth], read[:, :, ~truth]
    pairs = has_positive.sum(axis=2) * has_negative.sum(axis=2)
    if not allow_empty and (pairs == 0).any():
        raise InputProblem(
            "Some reader has no positive or no negative case in some condition, so there is no AUC.",
            hint="Both truths must occur in each arm of each reader.",
        )
    beaten = np.zeros(has_positive.shape)
    beaten_by = np.zeros(has_negative.shape)
    x, y = ratings[:, :, truth], ratings[:, :, ~truth]
    for i in range(t):
        for j in range(r):
            p, q = has_positive[i, j], has_negative[i, j]
            beaten[i, j, p], beaten_by[i, j, q] = placement_sums(x[i, j, p], y[i, j, q])
    return AucParts(beaten.sum(axis=2) / np.maximum(pairs, 1), beaten, beaten_by, has_positive, has_negative, truth)


def deleted_auc(parts: AucParts) -> Floats:
    """(n, t, r) AUCs with each case left out.

    Raises:
        InputProblem: A curve has only one case of a class.
    """
    n1, n0 = parts.positives[..., None], parts.negatives[..., None]
    if (n1 < 2).any() or (n0 < 2).any():
        raise InputProblem(
            "Some reader has only one positive or one negative case in some condition, so its variance is unknown.",
            hint="Each arm of each reader needs two positive and two negative cases.",
        )
    total = parts.auc[..., None] * n1 * n0
    without_positive = (total - parts.beaten) / ((n1 - parts.has_positive) * n0)
    without_negative = (total - parts.beaten_by) / (n1 * (n0 - parts.has_negative))
    t, r = parts.auc.shape
    deleted = np.empty((parts.truth.size, t, r))
    deleted[parts.truth] = np.moveaxis(without_positive, 2, 0)
    deleted[~parts.truth] = np.moveaxis(without_negative, 2, 0)
    return deleted


def delong_covariance(parts: AucParts) -> Floats:
    """(t, r, t, r) DeLong covariance.

    Where two curves share only some cases, the sum runs over the shared cases with each curve's own
    normalisation 1 / sqrt(n (n - 1)), which keeps the matrix positive semidefinite.

    Raises:
        InputProblem: A curve has only one case of a class.
    """
    n1, n0 = parts.positives[..., None], parts.negatives[..., None]
    if (n1 < 2).any() or (n0 < 2).any():
        raise InputProblem(
            "Some reader has only one positive or one negative case in some condition, so its variance is unknown.",
            hint="Each arm of each reader needs two positive and two negative cases.",
        )
    auc = parts.auc[..., None]
    positive = np.where(parts.has_positive, parts.beaten / n0 - auc, 0.0) / np.sqrt(n1 * (n1 - 1))
    negative = np.where(parts.has_negative, parts.beaten_by / n1 - auc, 0.0) / np.sqrt(n0 * (n0 - 1))
    t, r = parts.auc.shape
    a, b = positive.reshape(t * r, -1), negative.reshape(t * r, -1)
    return np.asarray(a @ a.T + b @ b.T).reshape(t, r, t, r)
