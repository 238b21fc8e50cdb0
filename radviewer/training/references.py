"""Tops of the absolute colour scales: how large the maps of a model usually get on its own images.

Many images share a pass: in evaluation mode they do not influence each other, so the gradient of the sum of their
called logits is each one's own gradient, and one way back gives the gradients at the CAM layer and at the input.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.inference.manifest import InputSpec
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import cancellable
from radviewer.training.dataset import Dataset
from radviewer.training.trainer import to_inputs

_PERCENTILE = 99.0
_STRONG_PIXEL = 99.5


def explanation_references(
    network: SplitNetwork,
    spec: InputSpec,
    data: Dataset,
    progress: ProgressCallback = silent,
    token: CancellationToken | None = None,
    batch: int = 8,
) -> tuple[float, float]:
    """How strong maps of the called label get: (Grad-CAM, saliency).

    Grad-CAM: the 99th percentile, over images, of the map's maximum. Saliency: the median, over images, of the map's
    99.5th percentile; its few extreme pixels are a hundred times the rest, and a scale up to them would leave
    nearly every map empty.

    Args:
        network: Frozen.
        spec: Of its input.
        data: Validation images.
        progress: Told after each batch.
        token: To cancel.
        batch: Images in one pass.
    """
    token = token or CancellationToken()
    cams: list[float] = []
    saliencies: list[float] = []
    for start in range(0, len(data.samples), batch):
        token.check()
        planes = torch.from_numpy(data.planes[start : start + batch]).float() / 255
        with cancellable(network, token):
            cam, saliency = called_maps(network, to_inputs(planes, spec))
        cams.extend(map(float, cam.reshape(len(cam), -1).max(axis=1)))
        saliencies.extend(float(np.percentile(values, _STRONG_PIXEL)) for values in saliency)
        progress(Progress("measuring explanations", len(cams), len(data.samples)))
    return _positive(float(np.percentile(cams, _PERCENTILE))), _positive(float(np.median(saliencies)))


def called_maps(network: SplitNetwork, inputs: Tensor) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Grad-CAM (N, h, w) and saliency (N, H, W) of the label with the highest logit of each input.

    Args:
        network: Frozen, in evaluation mode.
        inputs: (N, channels, H, W), normalised.
    """
    with torch.enable_grad():
        leaf = inputs.detach().clone().requires_grad_(True)
        features = network.trunk(leaf)
        # The clone is for heads that begin with an in-place activation.
        logits = network.head(features.clone())
        chosen = logits.gather(1, logits.argmax(dim=1, keepdim=True)).sum()
        at_features, at_input = torch.autograd.grad(chosen, (features, leaf))
    weights = at_features.mean(dim=(2, 3), keepdim=True)
    cam = (weights * features.detach()).sum(dim=1).clamp(min=0)
    return cam.cpu().numpy().astype(np.float32), at_input.abs().amax(dim=1).cpu().numpy().astype(np.float32)


def _positive(value: float) -> float:
    """A model whose maps are all zero still needs a scale that can be divided by."""
    return float(f"{value:.6g}") if value > 0 else 1.0
