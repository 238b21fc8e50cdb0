"""The frozen result of a multi-reader analysis, whichever method made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from radviewer.stats.endpoints import EndpointSpec
from radviewer.stats.obuchowski_rockette import Inference
from radviewer.stats.results import ConditionMean, Difference, GlobalTest, ReaderDifference
from radviewer.stats.table import Bools, ReadTable

Floats = NDArray[np.float64]


class Covariance(StrEnum):
    """How the covariance of the estimates over cases is estimated."""

    JACKKNIFE = "jackknife"
    DELONG = "delong"
    UNBIASED = "unbiased"


class Method(StrEnum):
    """Obuchowski-Rockette analysis of variance, or U-statistics."""

    OR = "or"
    USTAT = "ustat"


@dataclass(frozen=True, slots=True)
class MrmcResult:
    """What a multi-reader study says about one endpoint.

    Attributes:
        endpoint: The endpoint and its settings.
        covariance: Kind of covariance over cases.
        inference: What the result generalises to.
        method: OR or U-statistics.
        alpha: One minus the confidence level.
        conditions: t names in order of first appearance.
        readers: r names.
        estimates: (t, r); NaN where `present` is False.
        variances: (t, r) variance over cases of each estimate; NaN where `present` is False.
        present: (t, r) whether the reader read under the condition.
        overall: Global test; None with one condition.
        means: One entry a condition.
        pairs: One entry a pair of conditions.
        reader_pairs: Each reader's own differences; empty for parallel groups and U-statistics.
        components: Named mean squares and (co)variances; None where undefined.
        counts: Numbers of readers, conditions, cases, positives, negatives, reads, missing reads.
        warnings: Sentences on what was decided, cut, clamped or is undefined.
    """

    endpoint: EndpointSpec
    covariance: Covariance
    inference: Inference
    method: Method
    alpha: float
    conditions: tuple[str, ...]
    readers: tuple[str, ...]
    estimates: Floats
    variances: Floats
    present: Bools
    overall: GlobalTest | None
    means: tuple[ConditionMean, ...]
    pairs: tuple[Difference, ...]
    reader_pairs: tuple[ReaderDifference, ...] = ()
    components: Mapping[str, float | None] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def study_counts(table: ReadTable) -> dict[str, int]:
    """Numbers of readers, conditions, cases of each truth, reads and missing reads."""
    t, r, n = table.read.shape
    reads = int(table.read.sum())
    positives = int(table.truth.sum())
    return {
        "readers": r,
        "conditions": t,
        "cases": n,
        "positives": positives,
        "negatives": n - positives,
        "reads": reads,
        "missing": t * r * n - reads,
    }
