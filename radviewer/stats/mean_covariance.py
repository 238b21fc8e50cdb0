"""Covariances of mean-type endpoints over cases: sample covariances and their U-statistic form.

For a fully crossed study both equal the jackknife covariance. With missing reads two curves covary through
the cases that both contain.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.stats.endpoints import Contributions
from radviewer.stats.ustatistics import sum_without_rounding

Floats = NDArray[np.float64]


def sample_covariance(term: Contributions) -> Floats:
    """(t, r, t, r) covariance of means, with each mean's own 1 / sqrt(n (n - 1)); DeLong's form for means.

    Raises:
        InputProblem: A mean of fewer than two cases.
    """
    t, r, k = term.numerator.shape
    n = term.weight.sum(axis=2, keepdims=True)
    if (n < 2).any():
        raise InputProblem(
            "Some reader has fewer than two cases that count for the endpoint.", hint="Add cases to that arm."
        )
    mean = term.numerator.sum(axis=2, keepdims=True) / n
    deviations = (term.numerator - term.weight * mean) / np.sqrt(n * (n - 1))
    flat = deviations.reshape(t * r, k)
    return np.asarray(flat @ flat.T).reshape(t, r, t, r)


def unbiased_mean_covariance(term: Contributions) -> Floats:
    """(t, r, t, r) covariance from products of the same and of different cases; 0 where none is shared."""
    t, r, k = term.numerator.shape
    x, w = term.numerator.reshape(t * r, k), term.weight.reshape(t * r, k)
    sums, counts = x.sum(axis=1), w.sum(axis=1)
    same, shared = x @ x.T, w @ w.T
    pairs = np.outer(counts, counts)
    different = pairs - shared
    if (np.diag(different) <= 0).any():
        raise InputProblem(
            "Some reader has fewer than two cases that count for the endpoint.", hint="Add cases to that arm."
        )
    same_mean = np.divide(same, shared, out=np.zeros_like(same), where=shared > 0)
    other_mean = (np.outer(sums, sums) - same) / np.where(different > 0, different, 1.0)
    return sum_without_rounding(shared / pairs * np.stack([same_mean, -other_mean])).reshape(t, r, t, r)
