"""Networks for tests of explanations: random but alive, or hand-weighted so that the evidence is known."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
import torch

from radviewer.core.geometry import GridTransform
from radviewer.core.image import ImageRef
from radviewer.core.prediction import Prediction
from radviewer.inference import architectures
from radviewer.inference.manifest import ArchitectureSpec
from radviewer.inference.network import SplitNetwork, freeze
from radviewer.inference.predictor import Forward

SMALL_NETWORKS = ("custom_cnn", "mobilenet_v2", "resnet18")
LARGE_NETWORKS = ("densenet121", "vgg16", "convnext_tiny")
NETWORKS = (*SMALL_NETWORKS, *(pytest.param(name, marks=pytest.mark.slow) for name in LARGE_NETWORKS))
SPOT_SIZE = 64


def network_with_statistics(name: str, size: int = 64) -> tuple[SplitNetwork, torch.Tensor]:
    """Random weights whose batch norms have seen one batch, so that features are alive, and one input.

    The same network is given to every test; it comes frozen, and a peer that thaws it has to say so itself.
    """
    network = _network(name, size)
    freeze(network)
    generator = torch.Generator().manual_seed(4)
    return network, torch.randn(1, 3, size, size, generator=generator)


@functools.cache
def _network(name: str, size: int) -> SplitNetwork:
    torch.manual_seed(3)
    spec = ArchitectureSpec(name)
    whole = architectures.build(spec, 3, 3)
    with torch.no_grad():
        for module in whole.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.momentum = None
        whole.train()(torch.randn(4, 3, size, size))
    return architectures.split_network(spec, whole, architectures.find(name).cam_layer)


def forward_of(network: SplitNetwork, inputs: torch.Tensor) -> Forward:
    """What the predictor would leave behind for this input."""
    with torch.no_grad():
        features = network.trunk(inputs)
        logits = network.head(features)
    size = (inputs.shape[2], inputs.shape[3])
    prediction = Prediction(ImageRef(Path("x")), "m", "1", "cpu", ())
    return Forward(prediction, features, inputs, logits, GridTransform.identity(size))


def spot_detector(width: int = 4) -> SplitNetwork:
    """A convolutional network weighted by hand: label 0 is "there is a bright spot", label 1 is "there is none".

    Channel 0 of the first convolution is the centre minus the mean around it; the later ones pass it on. The logits
    are +-120 x its global mean, -+1.
    """
    spec = ArchitectureSpec("custom_cnn", {"width": width})
    whole = architectures.build(spec, 1, 2)
    with torch.no_grad():
        for parameter in whole.parameters():
            parameter.zero_()
        convolutions = [module for module in whole.modules() if isinstance(module, torch.nn.Conv2d)]
        for module in whole.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.weight.fill_(1)
        convolutions[0].weight[0, 0] = torch.full((3, 3), 1 / 9)
        convolutions[0].bias[0] = -0.5  # grey background does not pass
        for later in convolutions[1:]:
            later.weight[0, 0, 1, 1] = 1
        classifier = whole.get_submodule("classifier")
        classifier.weight[:, 0] = torch.tensor([120.0, -120.0])
        classifier.bias[:] = torch.tensor([-1.0, 1.0])
    network = architectures.split_network(spec, whole, "features")
    freeze(network)
    return network


def spot_picture(row: int, column: int, side: int = 12) -> torch.Tensor:
    """Grey noise between 0.1 and 0.3 with one bright square whose centre is at (row, column): (1, 1, 64, 64)."""
    generator = torch.Generator().manual_seed(5)
    picture = 0.1 + 0.2 * torch.rand(1, 1, SPOT_SIZE, SPOT_SIZE, generator=generator)
    top, left = row - side // 2, column - side // 2
    picture[..., top : top + side, left : left + side] = 0.95
    return picture
