"""Temperature and thresholds, fitted on validation images and on nothing else."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from radviewer.core.prediction import OperatingPoint
from radviewer.inference.calibration import probabilities
from radviewer.inference.manifest import Activation

_COARSEST, _FINEST = np.log(0.2), np.log(10.0)


def fit_temperature(logits: NDArray[np.float32], truth: NDArray[np.int64]) -> float:
    """The temperature with the lowest log loss (Guo et al., ICML 2017), between 0.2 and 10.

    Args:
        logits: (N, K).
        truth: Index of the true label (N,).
    """
    from scipy.optimize import minimize_scalar

    def loss(exponent: float) -> float:
        shares = probabilities(logits, Activation.SOFTMAX, float(np.exp(exponent)))
        return float(-np.log(np.maximum(shares[np.arange(len(truth)), truth], 1e-300)).mean())

    best = minimize_scalar(loss, bounds=(_COARSEST, _FINEST), method="bounded")
    return round(float(np.exp(best.x)), 4)


def operating_points(
    shares: NDArray[np.float64],
    truth: NDArray[np.int64],
    keys: tuple[str, ...],
    source: str,
    version: str,
    threshold: float | None = None,
) -> tuple[OperatingPoint, ...]:
    """For each label the threshold with the largest Youden index (sensitivity + specificity - 1).

    Several thresholds may be best; the middle of the widest such gap between neighbouring scores is taken, so that a
    small drift of scores does not change the call.

    Args:
        shares: Calibrated probabilities (N, K).
        truth: Index of the true label (N,).
        keys: Of the labels.
        source: On which images, in words.
        version: Of the model.
        threshold: Of every label, in place of the best one.
    """
    points = []
    for index, key in enumerate(keys):
        positive = truth == index
        if not positive.any() or positive.all():
            continue
        place = _youden(shares[:, index], positive) if threshold is None else threshold
        called = shares[:, index] >= place
        sensitivity = float(called[positive].mean())
        specificity = float((~called[~positive]).mean())
        points.append(OperatingPoint(key, place, round(sensitivity, 4), round(specificity, 4), source, version))
    return tuple(points)


def _youden(scores: NDArray[np.float64], positive: NDArray[np.bool_]) -> float:
    order = np.argsort(-scores, kind="stable")
    ranked = scores[order]
    hits = np.cumsum(positive[order]) / positive.sum()
    alarms = np.cumsum(~positive[order]) / (~positive).sum()
    lower = np.append(ranked[1:], 0.0)
    gaps = ranked - lower
    youden = np.where(gaps > 0, hits - alarms, -1.0)
    best = np.flatnonzero(youden >= youden.max() - 1e-12)
    place = best[np.argmax(gaps[best])]
    return round(float((ranked[place] + lower[place]) / 2), 4)
