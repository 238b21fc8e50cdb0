"""What an image can take from another one and that tells a source more than findings: spectrum, layout, frame.

Noise, sharpness and texture of a scanner or an export lie in the amplitudes of the spectrum (Xu et al., CVPR 2021,
"amplitude mix"), position and build of the patient in the picture at a few grey levels, side markers, burnt-in text and
collimation in the outermost frame (Zech et al., PLoS Medicine 2018).
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

LAYOUT = 8
"""Cells a side of the coarse layout."""
FRAME = 0.12
"""The frame is at most this share of the image wide on each side."""


def take_spectrum(batch: Tensor, partner: Tensor, share: Tensor) -> Tensor:
    """The images with a share of another one's amplitude spectrum; every phase stays.

    Args:
        batch: float32 (N, C, H, W) in 0..1.
        partner: For each image the index of the one to take from (N,).
        share: In 0..1 (N, 1, 1, 1).

    Returns:
        The same shape and range.
    """
    own = torch.fft.rfft2(batch)
    amplitude = own.abs().lerp(own[partner].abs(), share)
    mixed: Tensor = torch.fft.irfft2(torch.polar(amplitude, own.angle()), s=batch.shape[-2:])
    return mixed.clamp(0, 1)


def take_layout(batch: Tensor, partner: Tensor, share: Tensor) -> Tensor:
    """The images with a share of another one's picture at `LAYOUT` x `LAYOUT` grey levels; fine detail stays.

    Args:
        batch: float32 (N, C, H, W) in 0..1.
        partner: For each image the index of the one to take from (N,).
        share: In 0..1 (N, 1, 1, 1).

    Returns:
        The same shape and range.
    """
    cells = functional.adaptive_avg_pool2d(batch, LAYOUT)
    coarse = functional.interpolate(cells, size=batch.shape[-2:], mode="bicubic", align_corners=False)
    return (batch + share * (coarse[partner] - coarse)).clamp(0, 1)


def take_frame(batch: Tensor, partner: Tensor, widths: Tensor) -> Tensor:
    """The images with the outermost frame of another one.

    Args:
        batch: float32 (N, C, H, W).
        partner: For each image the index of the one to take from (N,).
        widths: Of the left, right, upper and lower side, as shares of the image's (N, 4).

    Returns:
        The same shape.
    """
    rows, columns = ((torch.arange(size) + 0.5) / size for size in batch.shape[-2:])
    left, right, upper, lower = widths[:, :, None].unbind(dim=1)
    across = (columns >= left) & (columns <= 1 - right)
    down = (rows >= upper) & (rows <= 1 - lower)
    inside = (down[:, :, None] & across[:, None, :])[:, None]
    return torch.where(inside, batch, batch[partner])
