"""Power of a fully crossed study with another number of readers, positives and negatives than the pilot.

The pilot's eight U-statistic moments belong to the populations of readers and cases, not to the pilot's size;
only their coefficients change with the planned counts. That allows another ratio of positives to negatives.

Source: Gallas, Acad Radiol 13 (2006) 353; Gallas & Brown, Neural Netw 21 (2008) 387.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats.auc_covariance import auc_parts
from radviewer.stats.obuchowski_rockette import Inference
from radviewer.stats.psi_sums import psi_sums
from radviewer.stats.sample_size import Power, tail_power
from radviewer.stats.table import ReadTable
from radviewer.stats.ustatistics import condition_moments

Floats = NDArray[np.float64]


def crossed_coefficients(readers: int, positives: int, negatives: int) -> Floats:
    """(8,) coefficients of the moments in a fully crossed study, 1 taken from the last."""
    first = 1.0 / (negatives * positives * readers)
    cases = first * np.array(
        [1.0, negatives - 1.0, positives - 1.0, (negatives - 1.0) * (positives - 1.0)], dtype=np.float64
    )
    out = np.concatenate([cases, (readers - 1.0) * cases])
    out[7] -= 1.0
    return out


def power_for_counts(
    table: ReadTable,
    readers: int,
    counts: tuple[int, int],
    effect: float,
    *,
    alpha: float = 0.05,
    margin: float | None = None,
) -> Power:
    """Power from a pilot's moments of its first two conditions.

    Args:
        table: The pilot, any design with two conditions.
        readers: Planned readers.
        counts: Planned positive and negative cases.
        effect: True difference.
        alpha: Two-sided level.
        margin: If given, non-inferiority at alpha / 2.

    Raises:
        InputProblem: The pilot's variance for these counts is not positive.
        UsageProblem: Counts below two, or not two conditions.
    """
    positives, negatives = counts
    if len(table.conditions) != 2 or min(readers, positives, negatives) < 2:
        raise UsageProblem(
            "Planning a new ratio needs a pilot with two conditions, and at least two readers, positives and "
            "negatives.",
            hint="Check the table and the planned numbers.",
        )
    sums = psi_sums(auc_parts(table.ratings, table.read, table.truth), table.ratings, table.read)
    aa, bb, ab = (condition_moments(sums, a, b) for a, b in ((0, 0), (1, 1), (0, 1)))
    coefficients = crossed_coefficients(readers, positives, negatives)
    variance = float(coefficients @ (aa.unbiased + bb.unbiased - 2.0 * ab.unbiased))
    if variance <= 0.0:
        raise InputProblem(
            "The pilot's U-statistic variance for these numbers is not positive, so nothing can be planned from it.",
            hint="Use a larger pilot, or --components.",
        )
    parts = aa.components + bb.components - 2.0 * ab.components
    free = np.array([negatives - 1.0, positives - 1.0, readers - 1.0])
    spread = float((parts**2 / free**3).sum())
    df = max(variance**2 / spread, float(free.min())) if spread > 0.0 else float("inf")
    distance = effect if margin is None else effect + margin
    ncp = distance**2 / variance
    value, critical = tail_power(ncp, df, alpha, None if margin is None else distance)
    cases = positives + negatives
    return Power(readers, cases, distance, Inference.RRRC, value, ncp, df, critical, alpha, margin is not None)
