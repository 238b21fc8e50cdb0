"""What every explanation method offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from radviewer.core.explanation import Method
from radviewer.core.tasks import CancellationToken
from radviewer.inference.manifest import ExplainSpec
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Forward


class Explainer(Protocol):
    """Makes maps for labels of one image that has been predicted."""

    method: Method
    explains_all_labels: bool
    """Whether a map of every label costs little more than one."""

    def maps(
        self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], token: CancellationToken
    ) -> list[NDArray[np.float32]]:
        """Maps of some outputs.

        Args:
            network: The network that made the prediction, in evaluation mode, without parameter gradients.
            forward: The prediction's inputs and features.
            outputs: Indices of the labels.
            token: Checked between and inside passes.

        Returns:
            One map (h, w) >= 0 for each output, covering the model's whole input, in the method's own units.
        """

    def reference(self, spec: ExplainSpec) -> float:
        """The map value at the top of the absolute colour scale, from the pack."""
