"""What every explanation method offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from radviewer.core.explanation import Method
from radviewer.core.tasks import CancellationToken, ProgressCallback, silent
from radviewer.inference.manifest import ExplainSpec
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Forward

Maps = list[NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Run:
    """The circumstances of one call.

    Attributes:
        token: Checked between and inside passes.
        progress: Told how far the methods with many passes are.
        seed: Of all random numbers; the same seed gives the same map.
        batch: Most inputs in one pass; None for what suits the device. Halved when a GPU has no memory for it.
    """

    token: CancellationToken = field(default_factory=CancellationToken)
    progress: ProgressCallback = silent
    seed: int = 0
    batch: int | None = None


class Explainer(Protocol):
    """Makes maps for labels of one image that has been predicted."""

    @property
    def method(self) -> Method:
        """Which method it is."""

    @property
    def explains_all_labels(self) -> bool:
        """Whether a map of every label costs little more than one."""

    def maps(self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run) -> Maps:
        """Maps of some outputs.

        Args:
            network: The network that made the prediction, in evaluation mode, without parameter gradients.
            forward: The prediction's inputs and features.
            outputs: Indices of the labels.
            run: Token, progress and seed.

        Returns:
            One map (h, w) >= 0 for each output, covering the model's whole input, in the method's own units.
        """

    def reference(self, spec: ExplainSpec) -> float | None:
        """The map value at the top of the absolute colour scale, from the pack; None where it has none."""
