"""Class activation maps whose weights are measured by passes: mask with a channel, or take a channel away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from radviewer.core.explanation import Method
from radviewer.explain.cam import weighted
from radviewer.explain.passes import scores
from radviewer.explain.protocol import Maps, Run
from radviewer.inference.manifest import ExplainSpec
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Forward


@dataclass(frozen=True, slots=True)
class ScoreCam:
    """A channel weighs what the network scores when it sees only what the channel shows (Wang et al., CVPR-W 2020).

    Each channel, enlarged to the input and scaled to 0..1, masks the input; the weights are the softmax over channels
    of the resulting logits. The same passes serve every label.

    Attributes:
        most: Only so many channels are looked through, those that vary most over the grid (as in Faster Score-CAM);
            None for all, as in the paper.
    """

    most: int | None = None
    method = Method.SCORECAM
    explains_all_labels = True

    def maps(self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run) -> Maps:
        """Maps (h, w) on the CAM layer's grid, units of activation; one pass through the network for each channel."""
        features, inputs = self._looked_through(forward.features), forward.inputs

        def make(start: int, stop: int) -> Tensor:
            return inputs * channel_masks(features[:, start:stop], (inputs.shape[2], inputs.shape[3]))[0][:, None]

        logits = scores(network, features.shape[1], make, run, "ScoreCAM")
        weights = torch.softmax(logits, dim=0)
        return [weighted(features, weights[:, output]) for output in outputs]

    def _looked_through(self, features: Tensor) -> Tensor:
        if self.most is None or self.most >= features.shape[1]:
            return features
        chosen = features[0].flatten(1).var(dim=1).topk(self.most).indices
        return features[:, chosen.sort().values]

    def reference(self, spec: ExplainSpec) -> float | None:
        """Packs have none."""
        return None


@dataclass(frozen=True, slots=True)
class AblationCam:
    """A channel weighs what the logit loses without it (Desai and Ramaswamy, WACV 2020); only the head is run.

    The weight is the loss itself. The paper divides it by the logit, which only rescales the map, and turns it round
    where the logit is negative; that is left out.
    """

    method = Method.ABLATIONCAM
    explains_all_labels = True

    def maps(self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run) -> Maps:
        """Maps (h, w) on the CAM layer's grid; units of logit x activation."""
        features = forward.features

        def make(start: int, stop: int) -> Tensor:
            batch = features.repeat(stop - start, 1, 1, 1)
            places = torch.arange(stop - start, device=features.device)
            batch[places, places + start] = 0
            return batch

        losses = forward.logits.cpu() - scores(network.head, features.shape[1], make, run, "AblationCAM")
        return [weighted(features, losses[:, output]) for output in outputs]

    def reference(self, spec: ExplainSpec) -> float | None:
        """Packs have none."""
        return None


def channel_masks(features: Tensor, size: tuple[int, int]) -> Tensor:
    """Features (1, C, h, w) enlarged to `size` and scaled to 0..1 each; a constant channel becomes 0."""
    # Corners on corners, as in the authors' code and pytorch-grad-cam.
    large = functional.interpolate(features, size=size, mode="bilinear", align_corners=True)
    low, high = large.amin(dim=(2, 3), keepdim=True), large.amax(dim=(2, 3), keepdim=True)
    return (large - low) / (high - low + 1e-8)
