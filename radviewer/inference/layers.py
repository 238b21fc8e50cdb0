"""Layers that the library's networks lack: TensorFlow's SAME padding, and a fixed average over a coarse grid."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional


class SamePadConv2d(nn.Conv2d):
    """A convolution that pads as TensorFlow's SAME does: what is left over goes to the bottom and the right.

    Networks trained there expect it; with the symmetric padding of torch every stride-2 layer would look half a cell
    up and left (TensorFlow, "tf.nn: notes on padding").
    """

    @classmethod
    def like(cls, layer: nn.Conv2d) -> SamePadConv2d:
        """A new layer of the same shape, without the other's padding."""
        kernel, stride = (layer.kernel_size[0], layer.kernel_size[1]), (layer.stride[0], layer.stride[1])
        bias = layer.bias is not None
        made = cls(layer.in_channels, layer.out_channels, kernel, stride, 0, 1, layer.groups, bias)
        made.load_state_dict(layer.state_dict())
        return made

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002 - the name that nn.Conv2d gives it
        """Pads by what the size asks for, then convolves."""
        vertical = _needed(int(input.shape[-2]), self.kernel_size[0], self.stride[0])
        horizontal = _needed(int(input.shape[-1]), self.kernel_size[1], self.stride[1])
        margins = (horizontal // 2, horizontal - horizontal // 2, vertical // 2, vertical - vertical // 2)
        return super().forward(functional.pad(input, margins))


def _needed(size: int, kernel: int, stride: int) -> int:
    return max((-(-size // stride) - 1) * stride + kernel - size, 0)


def with_same_padding(network: nn.Module) -> None:
    """Replaces every strided convolution by one with SAME padding; unstrided ones are symmetric either way."""
    for parent in list(network.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, nn.Conv2d) and child.stride[0] > 1 and not isinstance(child, SamePadConv2d):
                setattr(parent, name, SamePadConv2d.like(child))


class Quadrants(nn.Module):
    """Mean brightness of each cell of a coarse grid, then a linear layer: scores that are known by arithmetic.

    Args:
        channels: Of the input.
        labels: Number of outputs.
        cells: The grid is cells x cells.
    """

    def __init__(self, channels: int, labels: int, cells: int = 2) -> None:
        super().__init__()
        self.pool = nn.AdaptiveAvgPool2d(cells)
        self.flatten = nn.Flatten()
        self.linear = nn.Linear(channels * cells * cells, labels)

    def forward(self, x: Tensor) -> Tensor:
        """Logits (N, labels) of inputs (N, channels, H, W)."""
        logits: Tensor = self.linear(self.flatten(self.pool(x)))
        return logits
