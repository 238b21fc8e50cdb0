"""Saliency by input gradients (Simonyan, Vedaldi, Zisserman, ICLR Workshop 2014): which pixels the logit reacts to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from radviewer.core.explanation import Method
from radviewer.core.tasks import CancellationToken
from radviewer.inference.manifest import ExplainSpec
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Forward, cancellable


class Saliency:
    """Maps max over channels of |d logit / d input|, on the model's input grid."""

    method = Method.SALIENCY
    explains_all_labels = False

    def maps(
        self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], token: CancellationToken
    ) -> list[NDArray[np.float32]]:
        """Maps (H, W) of the model's input; one forward pass, one backward pass a label, no parameter gradients."""
        maps: list[NDArray[np.float32]] = []
        with torch.enable_grad(), cancellable(network, token):
            leaf = forward.inputs.detach().clone().requires_grad_(True)
            logits = network(leaf)
            for place, output in enumerate(outputs):
                token.check()
                last = place == len(outputs) - 1
                (gradient,) = torch.autograd.grad(logits[0, output], leaf, retain_graph=not last)
                maps.append(gradient[0].abs().amax(dim=0).cpu().numpy().astype(np.float32))
        return maps

    def reference(self, spec: ExplainSpec) -> float:
        """The pack's reference for saliency."""
        return spec.saliency_reference
