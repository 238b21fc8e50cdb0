"""Planted evidence for every architecture: only one quadrant counts, by construction, and every map lies on it.

The real network stands between two masks: pixels outside the quadrant do not reach it, and cells of the CAM layer
outside the quadrant do not reach the classifier. Whatever the weights are, evidence is nowhere else.
"""

from __future__ import annotations

import numpy as np
import pytest
import torch

from radviewer.core.explanation import CAM_METHODS, Method
from radviewer.core.geometry import GridTransform
from radviewer.explain.cam_passes import ScoreCam
from radviewer.explain.gradients import IntegratedGradients, SmoothGrad
from radviewer.explain.occlusion import Occlusion
from radviewer.explain.passes import absent
from radviewer.explain.protocol import Explainer, Run
from radviewer.explain.run import EXPLAINERS
from radviewer.explain.surrogates import KernelShap, Lime
from radviewer.inference import architectures
from radviewer.inference.network import SplitNetwork, freeze
from tests.helpers.networks import forward_of, network_with_statistics

SMALL = ("custom_cnn", "mobilenet_v2", "resnet18")
ALL = [
    pytest.param(name, marks=() if name in SMALL else pytest.mark.slow)
    for name in architectures.names()
    if name != "quadrant"
]
# Few passes, for the evidence is planted whatever they find: kernel SHAP has all coalitions of four regions.
QUICK: dict[Method, Explainer] = {
    Method.LIME: Lime(samples=24, regions=4),
    Method.KERNEL_SHAP: KernelShap(samples=14, regions=4),
    Method.SMOOTHGRAD: SmoothGrad(samples=2),
    Method.INTEGRATED_GRADIENTS: IntegratedGradients(steps=2),
    Method.OCCLUSION: Occlusion(share=1 / 4),
    Method.SCORECAM: ScoreCam(most=16),
}
TOP, LEFT = 0, 1  # the quadrant: upper right


class Only(torch.nn.Module):
    """Lets through one quadrant; the rest becomes zero."""

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        rows, columns = values.shape[2] // 2, values.shape[3] // 2
        kept = torch.zeros_like(values)
        kept[:, :, TOP * rows : TOP * rows + rows, LEFT * columns : LEFT * columns + columns] = 1
        return values * kept


class ForAndAgainst(torch.nn.Module):
    """Each label and its opposite, so that the evidence speaks for some whatever the weights are."""

    def forward(self, logits: torch.Tensor) -> torch.Tensor:
        return torch.cat([logits, -logits], dim=1)


def planted(name: str) -> tuple[SplitNetwork, torch.Tensor]:
    size = max(64, architectures.find(name).smallest)
    size += -size % 64  # so that every grid has quadrants
    network, inputs = network_with_statistics(name, size)
    made = SplitNetwork(
        torch.nn.Sequential(Only(), network.trunk, Only()), torch.nn.Sequential(network.head, ForAndAgainst())
    )
    freeze(made)
    return made, inputs


def supported_labels(network: SplitNetwork, inputs: torch.Tensor) -> list[int]:
    """Labels whose logit falls when the quadrant is hidden; methods show what speaks for a label."""
    with torch.no_grad():
        loss = network(inputs) - network(absent(inputs).expand_as(inputs))
    return [label for label, value in enumerate(loss[0].tolist()) if value > 0]


@pytest.mark.parametrize("name", ALL)
def test_every_methods_peak_lies_on_the_planted_evidence(name: str) -> None:
    network, inputs = planted(name)
    forward = forward_of(network, inputs)
    size = (int(inputs.shape[2]), int(inputs.shape[3]))
    shown = dict.fromkeys(Method, 0)
    supported = supported_labels(network, inputs)
    assert len(supported) == 3
    for method in Method:
        for values in QUICK.get(method, EXPLAINERS[method]).maps(network, forward, supported, Run()):
            if values.max() == 0:
                continue  # no positive part at the CAM layer
            shown[method] += 1
            large = GridTransform.identity(size).inverse(values)
            at = np.argwhere(large == large.max())
            # A patch of a quarter's side may lie half across the quadrant's border.
            reach = size[0] // 8 if method is Method.OCCLUSION else 0
            inside = (at[:, 0] < size[0] // 2 + reach) & (at[:, 1] >= size[1] // 2 - reach)
            assert inside.any(), f"{method}: peak at {at[0]}"
    assert all(shown[method] for method in Method if method not in CAM_METHODS), shown
    assert any(shown[method] for method in CAM_METHODS), shown


@pytest.mark.parametrize("name", ALL)
def test_gradients_of_the_input_are_nowhere_else(name: str) -> None:
    network, inputs = planted(name)
    forward = forward_of(network, inputs)
    rows, columns = int(inputs.shape[2]) // 2, int(inputs.shape[3]) // 2
    for method in (Method.SALIENCY, Method.SMOOTHGRAD, Method.INTEGRATED_GRADIENTS, Method.GUIDED_BACKPROP):
        values = QUICK.get(method, EXPLAINERS[method]).maps(network, forward, [0], Run())[0]
        values[TOP * rows : TOP * rows + rows, LEFT * columns : LEFT * columns + columns] = 0
        assert values.max() == 0, method
