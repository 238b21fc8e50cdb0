"""Simulated reader studies of the Roe and Metz model, with known truth, to check tests and intervals.

Rating = mu (positive) + tau_i + R_j + C_k + (TR)_ij + (TC)_ik + (RC)_jk + E_ijk, all effects normal; readers'
effects and interactions are drawn separately for positives and negatives.

Source: Roe & Metz, Acad Radiol 4 (1997) 298. The default is their structure HL: highly correlated data, little
variance between readers, AUC near .855.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from radviewer.stats.table import ReadTable

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class RoeMetz:
    """Variances of the effects; those of cases, their interactions and the error add up to 1.

    Attributes:
        mean: Distance mu of positives from negatives.
        reader: Variance of readers, for positives and for negatives each.
        reader_condition: Variance of reader x condition.
        case: Variance of cases.
        case_condition: Variance of case x condition.
        case_reader: Variance of case x reader.
        error: Remaining variance.
        effects: Shift of positives under each condition, added to `mean`; two zeros make a null study.
    """

    mean: float = 1.5
    reader: float = 0.0055
    reader_condition: float = 0.0055
    case: float = 0.3
    case_condition: float = 0.3
    case_reader: float = 0.2
    error: float = 0.2
    effects: tuple[float, ...] = (0.0, 0.0)

    def expected_auc(self, condition: int = 0) -> float:
        """The AUC over the populations of readers and cases."""
        spread = 2.0 * (
            self.reader + self.reader_condition + self.case + self.case_condition + self.case_reader + self.error
        )
        return float(special.ndtr((self.mean + self.effects[condition]) / math.sqrt(spread)))

    def draw(self, readers: int, positives: int, negatives: int, seed: int | np.random.Generator) -> ReadTable:
        """One fully crossed study.

        Args:
            readers: Number of readers.
            positives: Number of positive cases.
            negatives: Number of negative cases.
            seed: Seed, or a generator to go on with.
        """
        rng = np.random.default_rng(seed)
        t = len(self.effects)
        groups = [self._group(rng, readers, n, positive) for n, positive in ((negatives, 0), (positives, 1))]
        ratings = np.concatenate(groups, axis=2)
        n = positives + negatives
        return ReadTable(
            readers=tuple(f"reader {j + 1}" for j in range(readers)),
            conditions=tuple(f"condition {i + 1}" for i in range(t)),
            cases=tuple(f"case {k + 1}" for k in range(n)),
            truth=np.arange(n) >= negatives,
            ratings=ratings,
            read=np.ones(ratings.shape, dtype=bool),
        )

    def _group(self, rng: np.random.Generator, readers: int, cases: int, positive: int) -> Floats:
        t = len(self.effects)

        def effect(variance: float, *shape: int) -> Floats:
            return math.sqrt(variance) * rng.standard_normal(shape)

        shift = positive * (self.mean + np.array(self.effects)).reshape(t, 1, 1)
        return np.asarray(
            shift
            + effect(self.reader, 1, readers, 1)
            + effect(self.reader_condition, t, readers, 1)
            + effect(self.case, 1, 1, cases)
            + effect(self.case_condition, t, 1, cases)
            + effect(self.case_reader, 1, readers, cases)
            + effect(self.error, t, readers, cases)
        )
