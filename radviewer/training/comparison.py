"""Two models on the same images: paired DeLong for each label's AUC, McNemar for the calls.

Sources: DeLong, DeLong and Clarke-Pearson, Biometrics 44 (1988) 837; McNemar, Psychometrika 12 (1947) 153, in the exact
form (binomial) that needs no large counts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.stats.delong import delong
from radviewer.training.evaluate import Interval


@dataclass(frozen=True, slots=True)
class AucComparison:
    """AUC of one label by both models, their difference and DeLong's test; None where a class is missing."""

    label: str
    first: float
    second: float
    difference: float
    interval: Interval | None
    p: float | None


@dataclass(frozen=True, slots=True)
class McNemar:
    """Calls of both models: images that only one of them got right, and the exact two-sided test."""

    both_right: int
    only_first: int
    only_second: int
    both_wrong: int
    p: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two models on the same images.

    Attributes:
        images: How many.
        accuracy: Of the first and of the second.
        areas: AUC of each label that has two images on both sides.
        calls: McNemar's test.
    """

    images: int
    accuracy: tuple[float, float]
    areas: tuple[AucComparison, ...]
    calls: McNemar


def compare(
    first: NDArray[np.float64], second: NDArray[np.float64], truth: NDArray[np.int64], keys: tuple[str, ...]
) -> Comparison:
    """Compares probabilities of the same images.

    Args:
        first: (N, K) of one model.
        second: (N, K) of the other, with its labels in the same order.
        truth: Index of the true label (N,).
        keys: Of the labels.

    Raises:
        InputProblem: The shapes differ or there is no image.
    """
    if first.shape != second.shape or len(first) != len(truth) or not len(truth):
        raise InputProblem("The models were not scored on the same images.", hint="Score both on one set.")
    areas = []
    for index, key in enumerate(keys):
        positive = truth == index
        if 2 <= int(positive.sum()) <= len(truth) - 2:
            result = delong(np.stack([first[:, index], second[:, index]]), positive)
            (pair,) = result.pairs
            one, two = result.curves
            areas.append(AucComparison(key, one.auc, two.auc, pair.difference, pair.ci, pair.p))
    right = [shares.argmax(axis=1) == truth for shares in (first, second)]
    return Comparison(
        len(truth), (float(right[0].mean()), float(right[1].mean())), tuple(areas), mcnemar(right[0], right[1])
    )


def mcnemar(first: NDArray[np.bool_], second: NDArray[np.bool_]) -> McNemar:
    """The exact test of equal error rates from which images each model got right (N,)."""
    from scipy.stats import binomtest

    one, two = int((first & ~second).sum()), int((~first & second).sum())
    p = float(binomtest(one, one + two, 0.5).pvalue) if one + two else 1.0
    return McNemar(int((first & second).sum()), one, two, int((~first & ~second).sum()), p)
