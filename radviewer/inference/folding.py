"""A trunk for forward passes on a processor: each batch norm is multiplied into the convolution before it.

The function is the same to rounding and takes fewer passes through memory. Explanations that ask for gradients or alter
weights keep the network with its norms.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval


def quick_trunk(trunk: nn.Module) -> nn.Module:
    """A folded copy of the trunk where all of its norms can be folded, else the trunk itself.

    Norms are folded where a sequence runs them directly behind a convolution, as in MobileNetV2; elsewhere the order is
    written in code that cannot be read from the modules.

    Args:
        trunk: In evaluation mode, on the processor.

    Returns:
        In evaluation mode, without gradients; convolutions have their weights in the order of memory of their inputs
        (`quick_layout`).
    """
    sequences = [module for module in trunk.modules() if isinstance(module, nn.Sequential)]
    foldable = sum(1 for sequence in sequences for _ in _pairs(sequence))
    norms = [module for module in trunk.modules() if isinstance(module, nn.modules.batchnorm._BatchNorm)]
    if not norms or foldable != len(norms):
        return trunk
    folded = copy.deepcopy(trunk)
    for sequence in [module for module in folded.modules() if isinstance(module, nn.Sequential)]:
        for place, convolution, norm in list(_pairs(sequence)):
            sequence[place] = fuse_conv_bn_eval(convolution, norm)
            sequence[place + 1] = nn.Identity()
            following = sequence[place + 2] if place + 2 < len(sequence) else None
            if isinstance(following, nn.ReLU | nn.ReLU6):
                following.inplace = True  # on what the convolution has just made, and nobody else sees
    folded.requires_grad_(requires_grad=False)
    return folded.to(memory_format=torch.channels_last).eval()


def _pairs(sequence: nn.Sequential) -> Iterator[tuple[int, nn.Conv2d, nn.BatchNorm2d]]:
    """Convolutions with a norm directly behind them, and their places."""
    for place, (layer, following) in enumerate(itertools.pairwise(sequence)):
        if isinstance(layer, nn.Conv2d) and isinstance(following, nn.BatchNorm2d):
            yield place, layer, following
