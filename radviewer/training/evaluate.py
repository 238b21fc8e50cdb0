"""Figures of a classifier on labelled images, with intervals: one accuracy alone says little.

Accuracy has Wilson's interval; the others a bootstrap over images, which for figures of the confusion matrix is a
multinomial draw of the matrix. Intervals hold for independent images; slices of one patient are not independent, so
the true uncertainty is larger.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.stats.calibration import wilson_interval
from radviewer.stats.delong import delong

Interval = tuple[float, float]

_REPLICATES = 2000
_BINS = 10


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """One label against all others; None where a denominator is 0 or the AUC is undefined."""

    label: str
    images: int
    sensitivity: float | None
    specificity: float | None
    precision: float | None
    f1: float | None
    auc: float | None
    auc_interval: Interval | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures on one set of images.

    Attributes:
        name: Which images.
        images: How many.
        accuracy: Share of images whose highest score is their label.
        accuracy_interval: Wilson, 95 %.
        balanced_accuracy: Mean sensitivity of the labels that occur.
        balanced_interval: Bootstrap, 95 %.
        macro_f1: Mean F1 of the labels that occur.
        macro_f1_interval: Bootstrap, 95 %.
        weighted_f1: Mean F1 weighted by the labels' frequency.
        macro_auc: Mean AUC of the labels, each against the others; None if one is undefined.
        log_loss: Mean negative logarithm of the probability of the truth.
        calibration_error: Expected calibration error of the highest probability, 10 bins of equal width.
        confusion: (truth, call) counts.
        labels: Figures of each label.
    """

    name: str
    images: int
    accuracy: float
    accuracy_interval: Interval
    balanced_accuracy: float
    balanced_interval: Interval
    macro_f1: float
    macro_f1_interval: Interval
    weighted_f1: float
    macro_auc: float | None
    log_loss: float
    calibration_error: float
    confusion: tuple[tuple[int, ...], ...]
    labels: tuple[LabelFigures, ...]


def evaluate(
    name: str, probabilities: NDArray[np.float64], truth: NDArray[np.int64], keys: tuple[str, ...], seed: int = 1
) -> Evaluation:
    """Figures of probabilities against the truth.

    Args:
        name: Of the set of images.
        probabilities: (N, K).
        truth: Index of the true label (N,).
        keys: Of the K labels.
        seed: Of the bootstrap.

    Raises:
        InputProblem: There is no image.
    """
    count = len(truth)
    if count == 0:
        raise InputProblem(f"There are no images to evaluate in '{name}'.", hint="Check the folder or the list.")
    calls = probabilities.argmax(axis=1)
    confusion = np.zeros((len(keys), len(keys)), dtype=np.int64)
    np.add.at(confusion, (truth, calls), 1)
    draws = np.random.default_rng(seed).multinomial(count, confusion.ravel() / count, size=_REPLICATES)
    resampled = draws.reshape(-1, *confusion.shape)
    right = int(np.trace(confusion))
    chosen = np.maximum(probabilities[np.arange(count), truth], 1e-12)
    labels = tuple(_label(index, keys[index], probabilities, truth, confusion) for index in range(len(keys)))
    areas = [figures.auc for figures in labels if figures.auc is not None]
    return Evaluation(
        name=name,
        images=count,
        accuracy=right / count,
        accuracy_interval=wilson_interval(right, count),
        balanced_accuracy=float(_balanced(confusion[None])[0]),
        balanced_interval=_percentiles(_balanced(resampled)),
        macro_f1=float(_macro_f1(confusion[None])[0]),
        macro_f1_interval=_percentiles(_macro_f1(resampled)),
        weighted_f1=_weighted_f1(confusion),
        macro_auc=float(np.mean(areas)) if len(areas) == len(keys) else None,
        log_loss=float(-np.log(chosen).mean()),
        calibration_error=calibration_error(probabilities, truth),
        confusion=tuple(tuple(int(value) for value in row) for row in confusion),
        labels=labels,
    )


def calibration_error(probabilities: NDArray[np.float64], truth: NDArray[np.int64]) -> float:
    """Expected calibration error of the highest probability (Naeini et al., AAAI 2015), 10 bins of equal width."""
    top = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == truth
    bins = np.minimum((top * _BINS).astype(np.intp), _BINS - 1)
    gaps = [abs(float(top[bins == b].sum()) - float(right[bins == b].sum())) for b in range(_BINS)]
    return sum(gaps) / len(truth)


def _label(
    index: int, key: str, probabilities: NDArray[np.float64], truth: NDArray[np.int64], confusion: NDArray[np.int64]
) -> LabelFigures:
    positive = truth == index
    hits = int(confusion[index, index])
    row, column, total = int(confusion[index].sum()), int(confusion[:, index].sum()), int(confusion.sum())
    area, interval = None, None
    if 2 <= row <= total - 2:
        curve = delong(probabilities[:, index], positive).curves[0]
        area = curve.auc
        interval = curve.ci_logit if curve.preferred == "logit" and curve.ci_logit else curve.ci
    return LabelFigures(
        label=key,
        images=row,
        sensitivity=_share(hits, row),
        specificity=_share(total - row - column + hits, total - row),
        precision=_share(hits, column),
        f1=_share(2 * hits, row + column),
        auc=area,
        auc_interval=interval,
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _balanced(confusions: NDArray[np.int64]) -> NDArray[np.float64]:
    hits, rows, _ = _margins(confusions)
    present = rows > 0
    shares = np.divide(hits, rows, out=np.zeros(hits.shape), where=present)
    return np.asarray(shares.sum(axis=1) / present.sum(axis=1))


def _macro_f1(confusions: NDArray[np.int64]) -> NDArray[np.float64]:
    hits, rows, columns = _margins(confusions)
    present = rows > 0
    scores = np.divide(2 * hits, rows + columns, out=np.zeros(hits.shape), where=present)
    return np.asarray(scores.sum(axis=1) / present.sum(axis=1))


def _weighted_f1(confusion: NDArray[np.int64]) -> float:
    hits, rows, columns = (part[0] for part in _margins(confusion[None]))
    scores = np.divide(2 * hits, rows + columns, out=np.zeros(hits.shape), where=rows > 0)
    return float((scores * rows).sum() / rows.sum())


def _margins(confusions: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    hits = np.diagonal(confusions, axis1=1, axis2=2).astype(np.float64)
    return hits, confusions.sum(axis=2).astype(np.float64), confusions.sum(axis=1).astype(np.float64)


def _percentiles(draws: NDArray[np.float64]) -> Interval:
    low, high = np.percentile(draws, [2.5, 97.5])
    return float(low), float(high)
