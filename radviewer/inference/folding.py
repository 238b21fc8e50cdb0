"""A trunk for forward passes on a processor: norms multiplied into convolutions, what members have alike run once.

The function is the same to rounding and takes fewer passes through memory. Explanations that ask for gradients or alter
weights keep the network as it is.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from radviewer.inference.fused import MemberFeatures


def quick_trunk(trunk: nn.Module) -> nn.Module:
    """A folded copy of the trunk where all of its norms can be folded, else the trunk itself.

    Norms are folded where a sequence runs them directly behind a convolution, as in MobileNetV2; elsewhere the order is
    written in code that cannot be read from the modules. First layers that were kept frozen in all members of an
    ensemble are equal in all of them, and are run for one.

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
    for parent in list(folded.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, MemberFeatures):
                parent.register_module(name, _shared(child))
    folded.requires_grad_(requires_grad=False)
    return folded.to(memory_format=torch.channels_last).eval()


def _pairs(sequence: nn.Sequential) -> Iterator[tuple[int, nn.Conv2d, nn.BatchNorm2d]]:
    """Convolutions with a norm directly behind them, and their places."""
    for place, (layer, following) in enumerate(itertools.pairwise(sequence)):
        if isinstance(layer, nn.Conv2d) and isinstance(following, nn.BatchNorm2d):
            yield place, layer, following


def _shared(features: MemberFeatures) -> nn.Module:
    """The members behind the first layers that all of them have alike."""
    parts = [list(member.children()) for member in features.members if isinstance(member, nn.Sequential)]
    if len(parts) < len(features.members):
        return features
    alike = sum(1 for _ in itertools.takewhile(_equal, zip(*parts, strict=True)))
    rest = MemberFeatures([nn.Sequential(*part[alike:]) for part in parts])
    return nn.Sequential(*parts[0][:alike], rest) if alike else features


def _equal(layers: tuple[nn.Module, ...]) -> bool:
    first, *others = layers
    own = first.state_dict()
    return all(
        str(other) == str(first) and all(torch.equal(own[key], value) for key, value in other.state_dict().items())
        for other in others
    )
