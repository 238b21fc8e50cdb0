"""What an image can take from another one and that tells a source more than findings.

Noise, sharpness and texture of a scanner or an export lie in the amplitudes of the spectrum (Xu et al., CVPR 2021,
"amplitude mix"), its exposure and display curve in the distribution of grey levels, position and build of the patient
in the picture at a few grey levels, side markers, burnt-in text and collimation in the outermost frame and the corners
(Zech et al., PLoS Medicine 2018).
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

LAYOUT = 8
"""Cells a side of the coarse layout."""
FRAME = 0.12
"""The frame is at most this share of the image wide on each side."""
CORNER = 0.3
"""A corner is at most this share of the image high and wide."""
LEVELS = 256
"""Grey levels that are counted to take over a distribution."""


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
    return _with_amplitude(own, own[partner].abs(), share, batch.shape[-2:])


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
    return torch.where(_frame(batch, widths), batch[partner], batch)


def take_greys(batch: Tensor, partner: Tensor, share: Tensor) -> Tensor:
    """The images with a share of another one's distribution of grey levels; the order of grey values stays.

    Every grey value goes to the one that has the same rank in the other image (histogram matching). Ranks are counted
    in levels and are linear within one, so equal values stay equal.

    Args:
        batch: float32 (N, C, H, W) in 0..1.
        partner: For each image the index of the one to take from (N,).
        share: In 0..1 (N, 1, 1, 1).

    Returns:
        The same shape and range.
    """
    planes = batch.flatten(2).flatten(0, 1) * LEVELS
    level = planes.floor().long().clamp(0, LEVELS - 1)
    counts = torch.zeros(len(planes), LEVELS, dtype=torch.long).scatter_add_(1, level, torch.ones_like(level))
    below = functional.pad(counts.cumsum(1), (1, 0))  # how many values lie below each edge of a level
    theirs = below.view(*batch.shape[:2], -1)[partner].flatten(0, 1)
    first, last = (
        _places(theirs, edges.contiguous(), after=after)
        for edges, after in ((below[:, :-1], True), (below[:, 1:], False))
    )
    start = first.gather(1, level)
    matched = start + (planes - level) * (last.gather(1, level) - start)
    return batch.lerp((matched / LEVELS).view_as(batch), share).clamp(0, 1)


def take_origin(batch: Tensor, partner: Tensor, share: Tensor, widths: Tensor, corners: Tensor) -> Tensor:
    """The images with what tells where another one comes from: its greys, spectrum, frame and corners at once.

    Args:
        batch: float32 (N, C, H, W) in 0..1.
        partner: For each image the index of the one to take from (N,).
        share: Of the grey levels' distribution, in 0..1 (N, 1, 1, 1), and half as much of the amplitude spectrum (with
            the whole of it the other image shows through).
        widths: Of the frame, as in `take_frame`.
        corners: Height and width of the upper left, upper right, lower left and lower right corner, as shares of the
            image's (N, 4, 2).

    Returns:
        The same shape and range; images that take a share of 0, no frame and no corner stay as they are.
    """
    theirs = torch.fft.rfft2(batch)[partner].abs()
    shaded = torch.fft.rfft2(take_greys(batch, partner, share))
    mixed = torch.where(share > 0, _with_amplitude(shaded, theirs, share / 2, batch.shape[-2:]), batch)
    return torch.where(_frame(batch, widths) | _corners(batch, corners), batch[partner], mixed)


def _with_amplitude(own: Tensor, theirs: Tensor, share: Tensor, size: torch.Size) -> Tensor:
    """The picture of a spectrum that has a share of other amplitudes."""
    mixed: Tensor = torch.fft.irfft2(torch.polar(own.abs().lerp(theirs, share), own.angle()), s=size)
    return mixed.clamp(0, 1)


def _frame(batch: Tensor, widths: Tensor) -> Tensor:
    """Where the frames are (N, 1, H, W)."""
    rows, columns = _centres(batch)
    left, right, upper, lower = widths[:, :, None].unbind(dim=1)
    across = (columns >= left) & (columns <= 1 - right)
    down = (rows >= upper) & (rows <= 1 - lower)
    return ~(down[:, :, None] & across[:, None, :])[:, None]


def _corners(batch: Tensor, sizes: Tensor) -> Tensor:
    """Where the corners are (N, 1, H, W)."""
    rows, columns = _centres(batch)
    high, wide = sizes[:, :, :1].unbind(dim=1), sizes[:, :, 1:].unbind(dim=1)
    down = [rows < high[0], rows < high[1], rows > 1 - high[2], rows > 1 - high[3]]
    across = [columns < wide[0], columns > 1 - wide[1], columns < wide[2], columns > 1 - wide[3]]
    each = torch.stack([one[:, :, None] & other[:, None, :] for one, other in zip(down, across, strict=True)])
    return each.any(dim=0)[:, None]


def _centres(batch: Tensor) -> tuple[Tensor, Tensor]:
    """Of rows and columns, as shares of the sides."""
    rows, columns = ((torch.arange(size) + 0.5) / size for size in batch.shape[-2:])
    return rows, columns


def _places(below: Tensor, ranks: Tensor, *, after: bool) -> Tensor:
    """Where, in levels, so many values lie below (M, K); at the end of a gap or, not `after`, at its beginning."""
    upper = torch.searchsorted(below, ranks, right=after).clamp(1, LEVELS)
    low, high = below.gather(1, upper - 1), below.gather(1, upper)
    return upper - 1 + (ranks - low) / (high - low).clamp(min=1)
