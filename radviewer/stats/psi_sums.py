"""Sums of products of psi over pairs of curves: the raw material of the U-statistic (co)variances.

psi(x, y) is 1 if the positive's rating x is above the negative's y, one half if equal and 0 else. For curves a
and b, with psi set to 0 where a curve lacks a case, the four sums are

    s1 = Sum_pq psi_a psi_b             s2 = Sum_p (Sum_q psi_a)(Sum_q psi_b)
    s3 = Sum_q (Sum_p psi_a)(Sum_p psi_b)    s4 = (Sum_pq psi_a)(Sum_pq psi_b)

and d1 to d4 are the same with psi replaced by 1 where both cases were read. Only s1 needs all n1 x n0 pairs;
it is a product of matrices with the entries 0, 1, 2 (twice psi), done in blocks that are small enough for
single precision to be exact.

Source: Gallas, Acad Radiol 13 (2006) 353; Gallas, Bandos, Samuelson & Wagner, Commun Stat 38 (2009) 2586.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from radviewer.stats.auc_covariance import AucParts

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# Products of two entries are at most 4 and single precision counts exactly up to 2^24.
EXACT_PAIRS = 2**24 // 4
# Blocks that stay in the cache; larger ones are slower.
BLOCK_BYTES = 4 * 2**20


@dataclass(frozen=True, slots=True)
class PsiSums:
    """s1..s4 of psi and d1..d4 of the design, each (4, m, m) for m = t r curves in row-major order."""

    psi: Floats
    design: Floats
    shape: tuple[int, int]


def psi_sums(parts: AucParts, ratings: Floats, read: Bools) -> PsiSums:
    """The sums for all pairs of curves.

    Args:
        parts: Row and column sums of psi, from `auc_parts`.
        ratings: (t, r, n) as given to `auc_parts`.
        read: (t, r, n).
    """
    t, r = parts.auc.shape
    m = t * r
    rows, columns = parts.beaten.reshape(m, -1), parts.beaten_by.reshape(m, -1)
    wp = parts.has_positive.reshape(m, -1).astype(np.float64)
    wq = parts.has_negative.reshape(m, -1).astype(np.float64)
    totals, n1, n0 = rows.sum(axis=1), wp.sum(axis=1), wq.sum(axis=1)
    both_p, both_q = wp @ wp.T, wq @ wq.T
    nn1, nn0 = np.outer(n1, n1), np.outer(n0, n0)
    psi = np.stack(
        [
            _all_pairs(ratings.reshape(m, -1), read.reshape(m, -1), parts.truth),
            rows @ rows.T,
            columns @ columns.T,
            np.outer(totals, totals),
        ]
    )
    design = np.stack([both_p * both_q, both_p * nn0, both_q * nn1, nn1 * nn0])
    return PsiSums(psi, design, (t, r))


def _all_pairs(ratings: Floats, read: Bools, truth: Bools) -> Floats:
    """(m, m) Sum_pq psi_a psi_b, exact."""
    codes = _rank_codes(ratings, read)
    # A missing positive lies below and a missing negative above everything: neither comparison is true.
    top = np.iinfo(codes.dtype).max
    x = np.where(read, codes, -1)[:, truth]
    y = np.where(read, codes, top)[:, ~truth]
    m, n0 = y.shape
    rows = max(1, min(EXACT_PAIRS // max(n0, 1), BLOCK_BYTES // (4 * m * max(n0, 1))))
    out = np.zeros((m, m))
    # The products are too small to gain from threads, and threads that wait for a busy core cost tenfold.
    with threadpool_limits(limits=1, user_api="blas"):
        for start in range(0, x.shape[1], rows):
            part = x[:, start : start + rows, None]
            twice = (part > y[:, None, :]).astype(np.uint8)
            twice += part >= y[:, None, :]
            flat = twice.reshape(m, -1).astype(np.float32)
            out += flat @ flat.T
    return out / 4.0


def _rank_codes(ratings: Floats, read: Bools) -> NDArray[np.int16] | NDArray[np.int32]:
    """Ratings of each curve as small whole numbers in the same order; comparisons of these are fast."""
    narrow = ratings.shape[1] < np.iinfo(np.int16).max
    codes: NDArray[np.int16] | NDArray[np.int32] = np.zeros(ratings.shape, np.int16 if narrow else np.int32)
    for row in range(ratings.shape[0]):
        own = read[row]
        codes[row, own] = np.unique(ratings[row, own], return_inverse=True)[1]
    return codes
