"""Limits of the input gate, from the model's own images: simple statistics, and distances of trunk features."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import numpy as safetensors_numpy
from torch import nn

from radviewer.inference.gate import FeatureStatistics, image_statistics
from radviewer.inference.manifest import STATISTICS, FeatureGateSpec, InputSpec, StatisticRange
from radviewer.training.dataset import Dataset
from radviewer.training.trainer import to_inputs

GATE_FILE = "gate.safetensors"

_DIRECTIONS = 128
_MARGIN = 0.25  # of the range seen, on either side
_FLAG_PERCENTILE = 99.5
_REFUSE_FACTOR = 1.5
_LEAST = 1e-30
_LARGEST = 6e4


@dataclass(frozen=True, slots=True, eq=False)
class FittedGate:
    """What goes into the pack: the statistics' file and the limits on the distance."""

    statistics: FeatureStatistics
    data: bytes
    spec: FeatureGateSpec


def statistic_ranges(data: Dataset) -> tuple[StatisticRange, ...]:
    """Range of each simple statistic over images, widened by a quarter on either side."""
    rows = [image_statistics(plane.astype(np.float32) / 255) for plane in data.planes]
    ranges = []
    for name in STATISTICS:
        values = np.array([row[name] for row in rows])
        low, high = float(values.min()), float(values.max())
        margin = _MARGIN * (high - low)
        ranges.append(StatisticRange(name, round(max(0.0, low - margin), 4), round(high + margin, 4)))
    return tuple(ranges)


@torch.no_grad()
def mean_features(trunk: nn.Module, data: Dataset, spec: InputSpec, batch: int = 32) -> NDArray[np.float32]:
    """Spatial means of the trunk's features (N, D)."""
    parts = []
    for start in range(0, len(data.samples), batch):
        planes = torch.from_numpy(data.planes[start : start + batch]).float() / 255
        parts.append(trunk(to_inputs(planes, spec)).mean(dim=(2, 3)).numpy())
    return np.concatenate(parts)


def fit_statistics(features: NDArray[np.float32], labels: NDArray[np.int64]) -> FeatureStatistics:
    """Class means and a whitening of the leading directions within the classes.

    Args:
        features: Of training images (N, D).
        labels: Their classes (N,).
    """
    values = features.astype(np.float64)
    means = np.stack([values[labels == index].mean(axis=0) for index in range(int(labels.max()) + 1)])
    within = values - means[labels]
    covariance = within.T @ within / max(1, len(values) - len(means))
    sizes, directions = np.linalg.eigh(covariance)
    rank = int((sizes > sizes[-1] * 1e-6).sum())
    chosen = slice(-min(_DIRECTIONS, max(rank, 1)), None)
    whitening = directions[:, chosen] / np.sqrt(np.maximum(sizes[chosen], _LEAST))
    # Features that hardly vary, or are huge (a network that has hardly learnt), would leave half precision's range.
    whitening, means = np.clip(whitening, -_LARGEST, _LARGEST), np.clip(means, -_LARGEST, _LARGEST)
    # Stored as half precision, so the limits are set on what will be read back.
    half = FeatureStatistics(means.astype(np.float16), whitening.astype(np.float16))
    return FeatureStatistics(half.means.astype(np.float32), half.whitening.astype(np.float32))


def fit_gate(statistics: FeatureStatistics, validation: NDArray[np.float32], source: str) -> FittedGate:
    """Sets the limits on the features (N, D) of validation images.

    An image is flagged beyond their 99.5th percentile and refused beyond one and a half times their maximum.
    """
    distances = np.array([statistics.distance(row) for row in validation])
    flag = round(float(np.percentile(distances, _FLAG_PERCENTILE)), 4)
    refuse = round(float(distances.max()) * _REFUSE_FACTOR, 4)
    data = safetensors_numpy.save(
        {"means": statistics.means.astype(np.float16), "whitening": statistics.whitening.astype(np.float16)}
    )
    words = f"{source}; flagged above the {_FLAG_PERCENTILE}th percentile, refused above {_REFUSE_FACTOR} x the maximum"
    return FittedGate(statistics, data, FeatureGateSpec(GATE_FILE, flag, max(flag, refuse), words))
