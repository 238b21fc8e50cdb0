"""Random changes of a batch that keep its labels: what differs between scanners, exports and positioning.

All geometry is one affine map, resampled once; grey values then go through a random window and gamma, as when another
window was set or another display curve applied, and get a little noise or blur. A recipe may also have images take a
share of each other's amplitude spectrum and coarse layout, or each other's outermost frame, or all that tells where
another one comes from, which differs between sources more than findings do.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from radviewer.training.borrow import CORNER, FRAME, take_frame, take_layout, take_origin, take_spectrum
from radviewer.training.config import AugmentRecipe


def augment(batch: Tensor, recipe: AugmentRecipe, generator: torch.Generator) -> Tensor:
    """A changed copy of a batch.

    Args:
        batch: float32 (N, C, H, W) in 0..1.
        recipe: Extents.
        generator: Decides everything, so the same one gives the same batch.

    Returns:
        The same shape and range; what comes in from outside is black. Where the recipe gives a probability, each image
        draws for each kind of change (place, greys, noise and blur) whether it happens.
    """
    for change in (_move, _shade, _soften):
        changed = change(batch, recipe, generator)
        if recipe.probability is not None:
            chosen = torch.rand((len(batch), 1, 1, 1), generator=generator) < recipe.probability
            changed = torch.where(chosen, changed, batch)
        batch = changed
    if recipe.spectrum is not None:
        batch = _mix(batch, take_spectrum, recipe.spectrum, generator)
    if recipe.layout is not None:
        batch = _mix(batch, take_layout, recipe.layout, generator)
    if recipe.frame is not None:
        partner, share = _partners(len(batch), recipe.frame, generator)
        widths = torch.rand((len(batch), 4), generator=generator) * FRAME * (share.flatten(1) > 0)
        batch = take_frame(batch, partner, widths)
    if recipe.origin is not None:
        partner, share = _partners(len(batch), recipe.origin, generator)
        taken = share.flatten(1) > 0
        widths = torch.rand((len(batch), 4), generator=generator) * FRAME * taken
        corners = torch.rand((len(batch), 4, 2), generator=generator) * CORNER * taken[:, :, None]
        batch = take_origin(batch, partner, share, widths, corners)
    return batch


def _mix(
    batch: Tensor, take: Callable[[Tensor, Tensor, Tensor], Tensor], probability: float, generator: torch.Generator
) -> Tensor:
    partner, share = _partners(len(batch), probability, generator)
    return torch.where(share > 0, take(batch, partner, share), batch)


def _partners(count: int, probability: float, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """For each image the index of another (or itself), and which share of it to take (N, 1, 1, 1); 0 for none."""
    partner = torch.randperm(count, generator=generator)
    share = torch.rand((count, 1, 1, 1), generator=generator)
    return partner, share * (torch.rand((count, 1, 1, 1), generator=generator) < probability)


def _shade(batch: Tensor, recipe: AugmentRecipe, generator: torch.Generator) -> Tensor:
    count = len(batch)
    low = _uniform(count, recipe.window, generator)
    high = 1 + _uniform(count, recipe.window, generator)
    scaled = ((batch - low) / (high - low)).clamp(0, 1)
    return scaled.clamp(min=1e-6) ** torch.exp(_uniform(count, recipe.gamma, generator))


def _soften(batch: Tensor, recipe: AugmentRecipe, generator: torch.Generator) -> Tensor:
    spread = torch.rand((len(batch), 1, 1, 1), generator=generator) * recipe.noise
    noisy = batch + torch.randn(batch.shape, generator=generator) * spread
    return _blurred(noisy, recipe.blur, generator).clamp(0, 1)


def _move(batch: Tensor, recipe: AugmentRecipe, generator: torch.Generator) -> Tensor:
    count = len(batch)

    def draw(extent: float) -> Tensor:
        return _uniform(count, extent, generator).flatten()

    angle = draw(math.radians(recipe.rotation))
    size, squeeze = torch.exp(draw(recipe.scale)), torch.exp(draw(recipe.squeeze) / 2)
    mirror = torch.ones(count)
    if recipe.flip:
        mirror = 1 - 2 * torch.randint(0, 2, (count,), generator=generator).float()
    aspect = batch.shape[-1] / batch.shape[-2]
    across, down = mirror / (size * squeeze), squeeze / size
    cosine, sine = torch.cos(angle), torch.sin(angle)
    rows = [
        torch.stack([cosine * across, sine * down / aspect, draw(2 * recipe.shift)], 1),
        torch.stack([-sine * across * aspect, cosine * down, draw(2 * recipe.shift)], 1),
    ]
    grid = functional.affine_grid(torch.stack(rows, 1), list(batch.shape), align_corners=False)
    return functional.grid_sample(batch, grid, mode="bilinear", padding_mode="zeros", align_corners=False)


def _blurred(batch: Tensor, probability: float, generator: torch.Generator) -> Tensor:
    chosen = torch.rand(len(batch), generator=generator) < probability
    if not bool(chosen.any()):
        return batch
    result = batch.clone()
    padded = functional.pad(batch[chosen], (1, 1, 1, 1), mode="replicate")
    result[chosen] = functional.avg_pool2d(padded, 3, stride=1)
    return result


def _uniform(count: int, extent: float, generator: torch.Generator) -> Tensor:
    return (torch.rand((count, 1, 1, 1), generator=generator) * 2 - 1) * extent
