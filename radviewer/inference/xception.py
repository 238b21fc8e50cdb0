"""Xception (Chollet, Xception: Deep Learning with Depthwise Separable Convolutions, CVPR 2017), figure 5.

Parameters have the names of timm's `legacy_xception`, so weights that were published for it fit, and it computes the
same numbers. It is built here because timm cannot be imported without a client for downloads, which a program that
makes no connection should not carry.
"""

from __future__ import annotations

from collections import OrderedDict

from torch import Tensor, nn

_ENTRY = ((64, 128), (128, 256), (256, 728))  # channels before and after each block of the entry flow
_MIDDLE = 8  # equal blocks of 728 channels


class SeparableConvolution(nn.Module):
    """Each channel by itself over 3 x 3 pixels, then all channels at each pixel.

    Args:
        channels: Before.
        out: After.
    """

    def __init__(self, channels: int, out: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1, groups=channels, bias=False)
        self.pointwise = nn.Conv2d(channels, out, 1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """(n, channels, h, w) to (n, out, h, w)."""
        found: Tensor = self.pointwise(self.conv1(x))
        return found


class Block(nn.Module):
    """Separable convolutions beside a way that skips them.

    Args:
        steps: Channels before and after each convolution.
        stride: 2 halves height and width.
        relu_first: Whether the first convolution has a ReLU before it.
    """

    def __init__(self, steps: list[tuple[int, int]], stride: int, *, relu_first: bool = True) -> None:
        super().__init__()
        channels, out = steps[0][0], steps[-1][1]
        self.skip: nn.Module = nn.Identity()
        self.skipbn: nn.Module = nn.Identity()
        if channels != out or stride != 1:
            self.skip = nn.Conv2d(channels, out, 1, stride=stride, bias=False)
            self.skipbn = nn.BatchNorm2d(out)
        parts: list[nn.Module] = []
        for number, (before, after) in enumerate(steps):
            # The first one must leave the block's input as it is for the way that skips.
            relu = nn.ReLU(inplace=number > 0)
            parts += [relu, SeparableConvolution(before, after), nn.BatchNorm2d(after)]
        if not relu_first:
            del parts[0]
        if stride != 1:
            parts.append(nn.MaxPool2d(3, stride, 1))
        self.rep = nn.Sequential(*parts)

    def forward(self, x: Tensor) -> Tensor:
        """(n, channels, h, w) to (n, out, h / stride, w / stride)."""
        found: Tensor = self.rep(x) + self.skipbn(self.skip(x))
        return found


def xception(channels: int, labels: int, dropout: float = 0.0) -> nn.Sequential:
    """The network with random weights.

    Args:
        channels: Of the input.
        labels: Number of outputs.
        dropout: Share of the features that is left out in training, 0 to 1.
    """
    stages: OrderedDict[str, nn.Module] = OrderedDict()
    for number, (before, after, stride) in enumerate(((channels, 32, 2), (32, 64, 1)), start=1):
        stages[f"conv{number}"] = nn.Conv2d(before, after, 3, stride, bias=False)
        _closed(stages, number, after)
    blocks = [Block([pair, (pair[1], pair[1])], 2, relu_first=pair != _ENTRY[0]) for pair in _ENTRY]
    blocks += [Block([(728, 728)] * 3, 1) for _ in range(_MIDDLE)]
    blocks += [Block([(728, 728), (728, 1024)], 2)]
    stages |= {f"block{number}": block for number, block in enumerate(blocks, start=1)}
    for number, before, after in ((3, 1024, 1536), (4, 1536, 2048)):
        stages[f"conv{number}"] = SeparableConvolution(before, after)
        _closed(stages, number, after)
    stages |= {"global_pool": nn.AdaptiveAvgPool2d(1), "flatten": nn.Flatten(), "dropout": nn.Dropout(dropout)}
    stages["fc"] = nn.Linear(2048, labels)
    for module in stages.values():
        _drawn(module)
    return nn.Sequential(stages)


def _closed(stages: OrderedDict[str, nn.Module], number: int, channels: int) -> None:
    stages[f"bn{number}"] = nn.BatchNorm2d(channels)
    stages[f"act{number}"] = nn.ReLU(inplace=True)


def _drawn(module: nn.Module) -> None:
    """Draws the convolutions' weights as for a network of ReLUs (He et al. 2015)."""
    for part in module.modules():
        if isinstance(part, nn.Conv2d):
            nn.init.kaiming_normal_(part.weight, mode="fan_out", nonlinearity="relu")
