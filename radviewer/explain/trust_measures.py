"""Numbers about maps: overlap, rank correlation, deletion and insertion, and how a map lies to known evidence."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from radviewer.core.geometry import GridTransform
from radviewer.core.trust import Faithfulness, Localisation
from radviewer.explain.occlusion import hide
from radviewer.explain.passes import scores
from radviewer.explain.protocol import Run
from radviewer.inference.manifest import Activation
from radviewer.inference.network import SplitNetwork

Map = NDArray[np.floating]
TOP_SHARE = 0.1
CURVE_STEPS = 16


def on_input(values: Map, size: tuple[int, int]) -> NDArray[np.float32]:
    """A map at the model's input resolution, (H, W)."""
    return GridTransform.identity(size).inverse(values)


def strongest(values: Map, count: int) -> NDArray[np.bool_]:
    """The `count` largest pixels; among equal ones those that come first, row by row."""
    chosen = np.zeros(values.size, dtype=bool)
    chosen[np.argsort(-values, axis=None, kind="stable")[:count]] = True
    return chosen.reshape(values.shape)


def overlap(one: Map, other: Map, share: float = TOP_SHARE) -> float:
    """IoU of the strongest share of two maps of the same shape; 0 if one of them is constant and so shows nothing."""
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return 0.0
    count = max(1, round(share * one.size))
    a, b = strongest(one, count), strongest(other, count)
    return float((a & b).sum() / (a | b).sum())


def rank_correlation(one: Map, other: Map) -> float:
    """Spearman's coefficient, -1 to 1; 1 if both are constant, and 0 if only one is."""
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return 1.0 if np.ptp(one) == np.ptp(other) else 0.0
    from scipy.stats import spearmanr

    return float(spearmanr(one, other, axis=None).statistic)


def faithfulness(
    network: SplitNetwork, inputs: Tensor, values: Map, output: int, activation: Activation, run: Run
) -> Faithfulness:
    """Deletion and insertion curves of one label's probability (before calibration).

    Args:
        network: The network.
        inputs: (1, channels, H, W).
        values: The map (H, W).
        output: Index of the label.
        activation: From logits to probabilities.
        run: Token and batch.
    """
    order = np.argsort(-values, axis=None, kind="stable")
    place = np.empty(order.size, dtype=np.int64)
    place[order] = np.arange(order.size)
    ranks = torch.from_numpy(place.reshape(values.shape))
    limits = torch.linspace(0, order.size, CURVE_STEPS + 1).round().long()

    def make(start: int, stop: int) -> Tensor:
        keep = []
        for index in range(start, stop):
            early = ranks < limits[index % len(limits)]
            keep.append(early if index >= len(limits) else ~early)
        return hide(inputs, torch.stack(keep).to(inputs.device))

    logits = scores(network, 2 * len(limits), make, Run(run.token, batch=run.batch), "deletion and insertion")
    shares = torch.softmax(logits, 1) if activation is Activation.SOFTMAX else torch.sigmoid(logits)
    curve = [float(value) for value in shares[:, output]]
    return Faithfulness(tuple(curve[: len(limits)]), tuple(curve[len(limits) :]))


def localise(values: Map, evidence: NDArray[np.bool_]) -> Localisation:
    """How a map on the image's grid lies to a mask of the known evidence (not empty) on the same grid."""
    total = float(values.sum(dtype=np.float64))
    count = int(evidence.sum())
    chosen = strongest(values, count)
    return Localisation(
        hit=bool(evidence.flat[int(values.argmax())]) and total > 0,
        energy_inside=float(values[evidence].sum(dtype=np.float64)) / total if total > 0 else 0.0,
        iou=float((chosen & evidence).sum() / (chosen | evidence).sum()) if total > 0 else 0.0,
        area=count / evidence.size,
    )
