"""Class activation maps from features that the prediction left behind.

Only the layers after the CAM layer need gradients, so the trunk is not run again: the head is run once on the cached
features, and one batched backward pass through it gives the gradients of every label. The weighting itself is
pytorch-grad-cam's; its own hooks and rescaling are not used (they would need a pass through the whole network and
lose the range).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from radviewer.core.explanation import Method
from radviewer.explain.protocol import Maps, Run
from radviewer.inference.manifest import ExplainSpec
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Forward, head_graph

_PEERS = {
    Method.GRADCAM: "GradCAM",
    Method.GRADCAM_PLUS_PLUS: "GradCAMPlusPlus",
    Method.HIRESCAM: "HiResCAM",
    Method.LAYERCAM: "LayerCAM",
}


@dataclass(frozen=True, slots=True)
class GradientCam:
    """Maps max(0, sum_k w_k A_k) of activations A, with weights w from the gradients of the logit.

    Attributes:
        method: Which weights. Grad-CAM: the spatial mean of the gradient (Selvaraju et al., ICCV 2017). Grad-CAM++:
            positive gradients weighted by higher derivatives (Chattopadhay et al., WACV 2018). HiResCAM: the gradient
            itself, cell by cell (Draelos and Carin, arXiv 2011.08891). LayerCAM: its positive part (Jiang et al.,
            IEEE TIP 2021).
    """

    method: Method
    explains_all_labels = True

    def maps(self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run) -> Maps:
        """Maps (h, w) on the CAM layer's grid; units of logit x activation (Grad-CAM++: of activation)."""
        run.token.check()
        gradients = feature_gradients(network.head, forward, outputs)
        run.token.check()
        weighting = _weighting(_PEERS[self.method], network)
        activations = forward.features.detach().cpu().numpy()
        maps = []
        for gradient in gradients.cpu().numpy():
            raw = weighting.get_cam_image(forward.inputs, None, None, activations, gradient[None], eigen_smooth=False)
            maps.append(np.maximum(raw[0], 0).astype(np.float32))
        return maps

    def reference(self, spec: ExplainSpec) -> float | None:
        """The pack's reference for Grad-CAM; packs have none for the others."""
        return spec.gradcam_reference if self.method is Method.GRADCAM else None


@dataclass(frozen=True, slots=True)
class EigenCam:
    """The first principal component of the activations (Muhammad and Yeasin, IJCNN 2020); it knows no labels.

    The sign of a principal component is arbitrary. It is chosen so that the largest deviation is positive (Chung and
    Ying, Applied Sciences 2025, equation 13), which makes the map independent of the linear algebra library.
    """

    method = Method.EIGENCAM
    explains_all_labels = True

    def maps(self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run) -> Maps:
        """Maps (h, w) on the CAM layer's grid, the same for every label; units of activation."""
        run.token.check()
        activations = forward.features[0].detach().cpu().numpy()
        cells = activations.reshape(activations.shape[0], -1).T
        cells = cells - cells.mean(axis=0)
        _, _, components = np.linalg.svd(cells, full_matrices=False)
        found = (cells @ components[0]).reshape(activations.shape[1:])
        if abs(found.min()) > abs(found.max()):
            found = -found
        return [np.maximum(found, 0).astype(np.float32) for _ in outputs]

    def reference(self, spec: ExplainSpec) -> float | None:
        """Packs have none."""
        return None


def feature_gradients(head: nn.Module, forward: Forward, outputs: Sequence[int]) -> Tensor:
    """Gradients of some logits with respect to the features, by one batched way back through the head.

    The way there is the prediction's own where it was kept; else the head is run once more.

    Args:
        head: The layers after the CAM layer.
        forward: The prediction with features (1, C, h, w).
        outputs: K indices of logits.

    Returns:
        (K, C, h, w), detached.
    """
    with torch.enable_grad():
        graph = forward.graph or head_graph(head, forward.features)
        rows = torch.eye(graph.logits.shape[1], device=graph.logits.device)[list(outputs)][:, None]
        (gradient,) = torch.autograd.grad(
            graph.logits, graph.leaf, grad_outputs=rows, is_grads_batched=True, retain_graph=forward.graph is not None
        )
    return gradient[:, 0].detach()


def weighted(features: Tensor, weights: Tensor) -> NDArray[np.float32]:
    """max(0, sum_k w_k A_k) for features (1, C, h, w) and weights (C,)."""
    raw = torch.einsum("c,chw->hw", weights.to(features), features[0])
    return raw.clamp(min=0).cpu().numpy().astype(np.float32)


def _weighting(name: str, network: SplitNetwork) -> Any:
    import pytorch_grad_cam

    # No target layers: nothing is hooked, so nothing has to be released.
    return getattr(pytorch_grad_cam, name)(model=network, target_layers=[])
