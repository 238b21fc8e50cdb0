"""Grad-CAM from features that the prediction left behind.

Selvaraju et al., ICCV 2017. Only the layers after the CAM layer need gradients, so the trunk is not run again: the
head is run once on the cached features, and one batched backward pass through it gives the gradients of every label.
The weighting itself is pytorch-grad-cam's; its own hooks and rescaling are not used (they would need a pass through
the whole network and lose the range).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from radviewer.core.explanation import Method
from radviewer.core.tasks import CancellationToken
from radviewer.inference.manifest import ExplainSpec
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Forward


class GradCam:
    """Maps max(0, sum_k a_k A_k), where a_k is the spatial mean of the logit's gradient at channel k."""

    method = Method.GRADCAM
    explains_all_labels = True

    def maps(
        self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], token: CancellationToken
    ) -> list[NDArray[np.float32]]:
        """Maps (h, w) on the CAM layer's grid; units of logit x activation."""
        from pytorch_grad_cam import GradCAM

        token.check()
        gradients = feature_gradients(network.head, forward.features, outputs)
        token.check()
        # No target layers: nothing is hooked, so nothing has to be released.
        weighting = GradCAM(model=network, target_layers=[])
        activations = forward.features.detach().cpu().numpy()
        maps = []
        for gradient in gradients.cpu().numpy():
            raw = weighting.get_cam_image(forward.inputs, None, None, activations, gradient[None])
            maps.append(np.maximum(raw[0], 0).astype(np.float32))
        return maps

    def reference(self, spec: ExplainSpec) -> float:
        """The pack's reference for Grad-CAM."""
        return spec.gradcam_reference


def feature_gradients(head: torch.nn.Module, features: torch.Tensor, outputs: Sequence[int]) -> torch.Tensor:
    """Gradients of some logits with respect to the features.

    Args:
        head: The layers after the CAM layer.
        features: (1, C, h, w).
        outputs: K indices of logits.

    Returns:
        (K, C, h, w), detached.
    """
    with torch.enable_grad():
        leaf = features.detach().clone().requires_grad_(True)
        # The second clone is for heads that begin with an in-place activation, which a leaf does not allow.
        logits = head(leaf.clone())[0]
        rows = torch.eye(len(logits), device=logits.device)[list(outputs)]
        (gradient,) = torch.autograd.grad(logits, leaf, grad_outputs=rows, is_grads_batched=True)
    return gradient[:, 0].detach()
