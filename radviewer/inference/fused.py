"""Several networks side by side, their features joined: several views of one image, one classifier.

A custom CNN beside a ResNet-50, or members of one kind that were trained apart. Feature maps are brought to one grid
before they are joined, so the joined map is an ordinary layer: Grad-CAM at `fused` is the sum of what the branches
contribute, and the network can be cut there.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

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


class MemberFeatures(nn.Module):
    """Feature maps of networks of one kind, joined along the channels.

    One linear classifier over the means of the joined map can be the mean of the members' own classifiers, so an
    ensemble that averages logits (Lakshminarayanan et al., NeurIPS 2017, average probabilities) is one plain network.

    Args:
        members: Inputs to feature maps of one size.
    """

    def __init__(self, members: Sequence[nn.Module]) -> None:
        super().__init__()
        self.members = nn.ModuleList(members)

    def forward(self, x: Tensor) -> Tensor:
        """(N, C1 + ... + Cn, h, w) of inputs (N, channels, H, W)."""
        return torch.cat([member(x) for member in self.members], dim=1)


def fused_network(fused: nn.Module, features: int, labels: int, dropout: float) -> nn.Module:
    """The chain fused, pool, flatten, dropout, classifier.

    Args:
        fused: Input to the joined feature map.
        features: Channels of that map.
        labels: Number of outputs.
        dropout: Before the classifier.
    """
    return nn.Sequential(
        OrderedDict(
            fused=fused,
            pool=nn.AdaptiveAvgPool2d(1),
            flatten=nn.Flatten(),
            dropout=nn.Dropout(dropout),
            classifier=nn.Linear(features, labels),
        )
    )
