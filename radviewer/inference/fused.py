"""A small custom CNN beside a ResNet-50, their features side by side: two views of one image, one classifier.

Both feature maps are brought to the grid of the deeper one before they are joined, so the joined map is an ordinary
layer: Grad-CAM at `fused` is the sum of what the two branches contribute, and the network can be cut there.
"""

from __future__ import annotations

from collections import OrderedDict

import torch
from torch import Tensor, nn
from torch.nn import functional


class FusedFeatures(nn.Module):
    """Feature maps of two networks, joined along the channels.

    Args:
        custom: The shallow one.
        resnet: The deep one, whose grid counts.
    """

    def __init__(self, custom: nn.Module, resnet: nn.Module) -> None:
        super().__init__()
        self.custom = custom
        self.resnet = resnet

    def forward(self, x: Tensor) -> Tensor:
        """(N, C1 + C2, h, w) of inputs (N, channels, H, W); means over cells stay the same where the grids divide."""
        deep = self.resnet(x)
        shallow = functional.adaptive_avg_pool2d(self.custom(x), (deep.shape[-2], deep.shape[-1]))
        return torch.cat([shallow, deep], dim=1)


def fused_network(custom: nn.Module, resnet: nn.Module, features: int, labels: int, dropout: float) -> nn.Module:
    """The chain fused, pool, flatten, dropout, classifier.

    Args:
        custom: Input to a feature map.
        resnet: Likewise, the deeper one.
        features: Channels of both together.
        labels: Number of outputs.
        dropout: Before the classifier.
    """
    return nn.Sequential(
        OrderedDict(
            fused=FusedFeatures(custom, resnet),
            pool=nn.AdaptiveAvgPool2d(1),
            flatten=nn.Flatten(),
            dropout=nn.Dropout(dropout),
            classifier=nn.Linear(features, labels),
        )
    )
