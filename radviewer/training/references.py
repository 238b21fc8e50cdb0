"""Tops of the absolute colour scales: how large the maps of a model usually get on its own images."""

from __future__ import annotations

import numpy as np
import torch

from radviewer.core.geometry import GridTransform
from radviewer.core.image import ImageRef
from radviewer.core.prediction import Prediction
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.explain.cam import GradCam
from radviewer.explain.gradients import Saliency
from radviewer.inference.manifest import InputSpec
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Forward
from radviewer.training.dataset import Dataset
from radviewer.training.trainer import to_inputs

_PERCENTILE = 99.0


def explanation_references(
    network: SplitNetwork,
    data: Dataset,
    spec: InputSpec,
    progress: ProgressCallback = silent,
    token: CancellationToken | None = None,
) -> tuple[float, float]:
    """99th percentile, over images, of the maximum of the map of the called label: (Grad-CAM, saliency).

    Args:
        network: Frozen.
        data: Validation images.
        spec: For mean and std.
        progress: Told after each image.
        token: To cancel.
    """
    token = token or CancellationToken()
    tops: list[tuple[float, float]] = []
    for number in range(len(data.samples)):
        token.check()
        forward, called = _forward(network, data, number, spec)
        cam = GradCam().maps(network, forward, [called], token)[0]
        saliency = Saliency().maps(network, forward, [called], token)[0]
        tops.append((float(cam.max()), float(saliency.max())))
        progress(Progress("measuring explanations", number + 1, len(data.samples)))
    cams, saliencies = np.percentile(np.array(tops), _PERCENTILE, axis=0)
    return _positive(cams), _positive(saliencies)


def _forward(network: SplitNetwork, data: Dataset, number: int, spec: InputSpec) -> tuple[Forward, int]:
    inputs = to_inputs(torch.from_numpy(data.planes[number : number + 1]).float() / 255, spec)
    with torch.no_grad():
        features = network.trunk(inputs)
        logits = network.head(features)
    nobody = Prediction(ImageRef(data.samples[number].ref.path), "", "", "cpu", ())
    grid = GridTransform.identity((spec.rows, spec.columns))
    return Forward(nobody, features, inputs, logits, grid), int(logits.argmax())


def _positive(value: float) -> float:
    """A model whose maps are all zero still needs a scale that can be divided by."""
    return float(f"{value:.6g}") if value > 0 else 1.0
