"""Occlusion: what the logit loses when a patch is hidden (Zeiler and Fergus, ECCV 2014)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from radviewer.core.explanation import Method
from radviewer.explain.passes import absent, scores
from radviewer.explain.protocol import Maps, Run
from radviewer.inference.manifest import ExplainSpec
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Forward

Box = tuple[slice, slice]


@dataclass(frozen=True, slots=True)
class Occlusion:
    """A pixel's value is the mean loss over all patches that hide it.

    Attributes:
        share: Side of the patch as a share of the input's; patches overlap by half.
    """

    share: float = 1 / 8
    method = Method.OCCLUSION
    explains_all_labels = True

    def maps(self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run) -> Maps:
        """Maps (H, W) of the model's input: positive losses; units of logit. The same passes serve every label."""
        return [np.maximum(loss, 0).astype(np.float32) for loss in self.losses(network, forward, outputs, run)]

    def losses(
        self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run
    ) -> list[NDArray[np.float64]]:
        """Signed mean losses (H, W) for each output."""
        inputs = forward.inputs
        size = (int(inputs.shape[2]), int(inputs.shape[3]))
        hidden = absent(inputs)
        boxes = patches(size, *self.window(size))

        def make(start: int, stop: int) -> Tensor:
            batch = inputs.repeat(stop - start, 1, 1, 1)
            for place, (rows, columns) in enumerate(boxes[start:stop]):
                batch[place, :, rows, columns] = hidden[0]
            return batch

        change = (forward.logits.cpu() - scores(network, len(boxes), make, run, "Occlusion")).double().numpy()
        covered = np.zeros(size)
        sums = np.zeros((len(outputs), *size))
        for index, box in enumerate(boxes):
            covered[box] += 1
            sums[:, box[0], box[1]] += change[index, list(outputs), None, None]
        return list(sums / covered)

    def window(self, size: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
        """(rows, columns) of the patch, and of its steps, for an input of this size."""
        patch = (max(2, round(size[0] * self.share)), max(2, round(size[1] * self.share)))
        return patch, (patch[0] // 2, patch[1] // 2)

    def reference(self, spec: ExplainSpec) -> float | None:
        """Packs have none."""
        return None


def patches(size: tuple[int, int], patch: tuple[int, int], step: tuple[int, int]) -> list[Box]:
    """All places of the patch, row by row; those at the lower and right border are cut."""
    starts = [
        [index * stride for index in range(-(-(whole - side) // stride) + 1)]
        for whole, side, stride in zip(size, patch, step, strict=True)
    ]
    return [
        (slice(top, min(top + patch[0], size[0])), slice(left, min(left + patch[1], size[1])))
        for top in starts[0]
        for left in starts[1]
    ]


def hide(inputs: Tensor, keep: Tensor) -> Tensor:
    """Inputs whose pixels are replaced by the absent value where `keep` (n, H, W) is False."""
    return torch.where(keep[:, None], inputs, absent(inputs))
