"""U-statistics for endpoints that are means of one score a read (sensitivity, accuracy, time), any design.

With one kind of case there are four moments: same or different case, same or different reader. They are
estimated from all pairs of reads that exist, so missing reads and split-plot designs need no imputation.

Source: Gallas, Pennello & Myers, J Opt Soc Am A 24 (2007) B70; Chen, Gong & Gallas, J Med Imaging 5 (2018)
031410.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from radviewer.stats.endpoints import Contributions
from radviewer.stats.ustatistics import Moments

Floats = NDArray[np.float64]

# Rows: same case and reader; different case, same reader; same case, different reader; both different.
DISTINCT_MEANS = np.array([[1, 0, 0, 0], [-1, 1, 0, 0], [-1, 0, 1, 0], [1, -1, -1, 1]], dtype=np.float64)


def mean_moments(term: Contributions, a: int, b: int) -> Moments:
    """The four moments of the average endpoints of conditions a and b.

    Args:
        term: Case-by-case contributions (t, r, k) with weights 0 or 1.
        a: Index of the first condition.
        b: Index of the second condition; equal to `a` for a variance.
    """
    raw = _pair_sums(term.numerator[a], term.numerator[b])
    design = _pair_sums(term.weight[a], term.weight[b])
    counts = DISTINCT_MEANS @ design
    weights = counts / design[3]
    coefficients = weights.copy()
    coefficients[3] -= 1.0
    unbiased = _ratio(DISTINCT_MEANS @ raw, counts)
    biased = _ratio(raw, design)
    parts = np.array([biased[2] - biased[3], biased[1] - biased[3]])
    shares = np.array([weights[0] + weights[2], weights[0] + weights[1]])
    return Moments(unbiased, coefficients, biased, weights, parts, shares)


def nested_mean_moments(term: Contributions, a: int, b: int) -> Moments:
    """As `mean_moments`, with the unbiased moments as nested conditional means (Gallas et al. 2007; "conditionalD").

    The two agree when the design is fully crossed. With missing reads this one averages within each pair of readers
    first: pairs of different readers count as the product of their numbers of reads, a reader paired with itself as the
    geometric mean of its two numbers of reads. Different cases are averaged as the mean over the first reader's cases
    of the mean over all other cases of the second.

    Args:
        term: Case-by-case contributions (t, r, k) with weights 0 or 1; every reader has two reads in each condition.
        a: Index of the first condition.
        b: Index of the second condition; equal to `a` for a variance.
    """
    joint = mean_moments(term, a, b)
    x, y, v, w = term.numerator[a], term.numerator[b], term.weight[a], term.weight[b]
    reads_a, reads_b = v.sum(axis=1), w.sum(axis=1)
    same_case = (x @ y.T) / (v @ w.T)
    others = (y.sum(axis=1)[:, None] - y) / (reads_b[:, None] - w)
    different_case = (x @ others.T) / reads_a[:, None]
    different_reader = np.outer(reads_a, reads_b)
    np.fill_diagonal(different_reader, 0.0)
    same_reader = np.diag(np.sqrt(reads_a * reads_b))
    unbiased = np.array(
        [
            float(np.average(means, weights=weights))
            for means, weights in (
                (same_case, same_reader),
                (different_case, same_reader),
                (same_case, different_reader),
                (different_case, different_reader),
            )
        ]
    )
    return replace(joint, unbiased=unbiased)


def average_mean(term: Contributions, condition: int) -> float:
    """Mean over all reads of a condition."""
    return float(term.numerator[condition].sum() / term.weight[condition].sum())


def _pair_sums(x: Floats, y: Floats) -> Floats:
    return np.array(
        [
            float((x * y).sum()),
            float(x.sum(axis=1) @ y.sum(axis=1)),
            float(x.sum(axis=0) @ y.sum(axis=0)),
            float(x.sum() * y.sum()),
        ]
    )


def _ratio(top: Floats, bottom: Floats) -> Floats:
    return np.divide(top, bottom, out=np.zeros_like(top), where=np.abs(bottom) > 0.5)
