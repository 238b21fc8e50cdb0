"""U-statistic estimates of AUC variances for any design: fully crossed, split-plot or with missing reads.

The variance of the average AUC is a linear combination of eight moments of psi. The moments are estimated
without bias from whatever pairs of reads the design offers, and the coefficients follow from the design alone.

Sources: Gallas, Acad Radiol 13 (2006) 353; Gallas, Pennello & Myers, J Opt Soc Am A 24 (2007) B70 (arbitrary
designs); Obuchowski, Gallas & Hillis, Acad Radiol 19 (2012) 1508 (degrees of freedom).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radviewer.stats.psi_sums import PsiSums

Floats = NDArray[np.float64]

# Rows turn sums over pairs that may coincide into sums over pairs that differ in (negative, positive, reader).
DISTINCT = np.array(
    [
        [1, 0, 0, 0, 0, 0, 0, 0],
        [-1, 1, 0, 0, 0, 0, 0, 0],
        [-1, 0, 1, 0, 0, 0, 0, 0],
        [1, -1, -1, 1, 0, 0, 0, 0],
        [-1, 0, 0, 0, 1, 0, 0, 0],
        [1, -1, 0, 0, -1, 1, 0, 0],
        [1, 0, -1, 0, -1, 0, 1, 0],
        [-1, 1, 1, -1, 1, -1, -1, 1],
    ],
    dtype=np.float64,
)


@dataclass(frozen=True, slots=True)
class Moments:
    """Moments of the averages of conditions A and B over readers and cases; k = 8 for the AUC, 4 for means.

    Attributes:
        unbiased: (k,) M1..Mk, from pairs of reads that differ as the moment says.
        coefficients: (k,) c1..ck with ck - 1, so that their product with the moments is the covariance.
        biased: (k,) m1..mk, from pairs that may coincide.
        weights: (k,) c1..ck before 1 is taken from ck.
        components: Variance components from the biased moments: negatives, positives, readers (AUC) or cases,
            readers (means).
        shares: Coefficients of the components; their inverses count independent cases and readers.
    """

    unbiased: Floats
    coefficients: Floats
    biased: Floats
    weights: Floats
    components: Floats
    shares: Floats

    @property
    def covariance(self) -> float:
        """Unbiased covariance of the two averages; may be negative even for A = B."""
        return float(sum_without_rounding(self.coefficients * self.unbiased))

    @property
    def covariance_biased(self) -> float:
        """Maximum-likelihood covariance: the same coefficients with the biased moments."""
        return float(sum_without_rounding(self.coefficients * self.biased))


def unbiased_covariance(sums: PsiSums) -> Floats:
    """(t, r, t, r) U-statistic covariance of all readers' AUCs over cases.

    Source: Gallas (2006); equals 2.4 of DeLong-type formulas when both curves contain the same cases.
    """
    t, r = sums.shape
    fold = DISTINCT[:4, :4]
    moments, counts = _fold(fold, sums.psi), _fold(fold, sums.design)
    weights = _ratio(counts, np.broadcast_to(sums.design[3], counts.shape))
    weights[3] -= 1.0
    return sum_without_rounding(weights * _ratio(moments, counts)).reshape(t, r, t, r)


def condition_moments(sums: PsiSums, a: int, b: int) -> Moments:
    """The eight moments of conditions a and b, over all readers."""
    t, r = sums.shape
    raw, design = np.empty(8), np.empty(8)
    for target, source in ((raw, sums.psi), (design, sums.design)):
        block = source.reshape(4, t, r, t, r)[:, a, :, b, :]
        target[:4] = np.einsum("kjj->k", block)
        target[4:] = block.sum(axis=(1, 2))
    counts = DISTINCT @ design
    weights = counts / design[7]
    coefficients = weights.copy()
    coefficients[7] -= 1.0
    m, c = _ratio(raw, design), weights
    parts = np.array([m[6] - m[7], m[5] - m[7], m[3] - m[7]])
    shares = np.array([c[0] + c[2] + c[4] + c[6], c[0] + c[1] + c[4] + c[5], c[:4].sum()])
    return Moments(_ratio(DISTINCT @ raw, counts), coefficients, m, weights, parts, shares)


def average_auc(sums: PsiSums, condition: int) -> float:
    """Average AUC of a condition, each reader weighted by the number of pairs that the reader saw."""
    t, r = sums.shape
    cells = np.arange(t * r).reshape(t, r)[condition]
    wins = np.sqrt(sums.psi[3][cells, cells]).sum()
    return float(wins / np.sqrt(sums.design[3][cells, cells]).sum())


def degrees_of_freedom(variance: float, aa: Moments, bb: Moments | None = None, ab: Moments | None = None) -> float:
    """BDG degrees of freedom of a mean (aa only) or of a difference (aa, bb and ab), real-valued.

    V^2 / Sum_x (component_x^2 / df_x^3) over the kinds of cases and readers, with a floor at the smallest df_x;
    inf if no component varies.
    """
    given = [aa] if bb is None else [aa, bb]
    counts = np.min([np.round(1.0 / moments.shares - 1.0) for moments in given], axis=0)
    parts = np.sum([moments.components for moments in given], axis=0)
    if ab is not None:
        parts = parts - 2.0 * np.where(np.abs(ab.shares) > 1e-15, ab.components, 0.0)
    counts = np.maximum(counts, 1.0)
    spread = float((parts**2 / counts**3).sum())
    if spread == 0.0:
        return math.inf
    if not math.isfinite(variance):
        return float(counts.min())
    return max(variance**2 / spread, float(counts.min()))


def sum_without_rounding(terms: Floats) -> Floats:
    """Sum over the first axis; a sum that is zero but for rounding is zero.

    The terms are near 1 and cancel to variances near 1e-4 or less; without variation they must cancel to 0 and
    not to -1e-17, which would look like a negative variance.
    """
    total = terms.sum(axis=0)
    return np.asarray(np.where(np.abs(total) <= 1e-15 * terms.shape[0] * np.abs(terms).sum(axis=0), 0.0, total))


def _fold(matrix: Floats, sums: Floats) -> Floats:
    return np.asarray(np.tensordot(matrix, sums, axes=1))


def _ratio(top: Floats, bottom: Floats) -> Floats:
    return np.divide(top, bottom, out=np.zeros_like(top), where=np.abs(bottom) > 0.5)
