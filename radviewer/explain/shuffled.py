"""Networks that have learnt nothing: copies whose weights are shuffled within each layer.

A shuffled layer keeps the distribution of its weights, so that a network with random weights is one like its shuffled
copies, and only what was learnt (where each weight stands) is lost. Batch norms get the statistics of the shuffled
network on variants of the image, without which its signals would fade or explode.
"""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from radviewer.core.tasks import CancellationToken
from radviewer.inference.network import SplitNetwork, freeze
from radviewer.inference.predictor import cancellable

_VARIANTS = 4
_PIECE = 1 << 20  # values that are permuted at once


def shuffled_copy(
    network: SplitNetwork, inputs: Tensor, seed: int, token: CancellationToken | None = None
) -> SplitNetwork:
    """A copy with every parameter shuffled within its layer.

    Args:
        network: Left as it is.
        inputs: (1, channels, H, W) of the image that will be explained.
        seed: Of the shuffling.
        token: Looked at before each part of a layer.

    Raises:
        Cancelled: The token was turned.
    """
    token = token or CancellationToken()
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        # Deepcopy takes these in place of copies that would be written over, and cannot be cancelled.
        shuffled: dict[int, object] = {
            id(parameter): nn.Parameter(
                _shuffled(parameter.flatten().cpu(), generator, token).view_as(parameter).to(parameter.device)
            )
            for parameter in network.parameters()
        }
        made = copy.deepcopy(network, shuffled)
        _calibrate(made, inputs, generator, token)
    freeze(made)
    return made


def _shuffled(values: Tensor, generator: torch.Generator, token: CancellationToken) -> Tensor:
    """A permutation of (n,) values.

    Large layers are shuffled in pieces, dealt out like cards, and shuffled in pieces again, so that any value can come
    anywhere: a permutation of a hundred million at once takes 20 seconds that cannot be cancelled.
    """
    for turn in range(2 if len(values) > _PIECE else 1):
        if turn:
            pieces = len(values) // _PIECE
            dealt = values[: pieces * _PIECE].view(pieces, _PIECE).t().flatten()
            values = torch.cat([values[pieces * _PIECE :], dealt])
        found = []
        for piece in torch.split(values, _PIECE):
            token.check()
            found.append(piece[torch.randperm(len(piece), generator=generator)])
        values = torch.cat(found)
    return values


def _calibrate(network: SplitNetwork, inputs: Tensor, generator: torch.Generator, token: CancellationToken) -> None:
    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    if not norms:
        return
    network.eval()
    for module in norms:
        module.reset_running_stats()
        module.momentum = 1.0  # the statistics become those of the one batch
        module.train()
    with cancellable(network, token):
        network(_variants(inputs, generator))


def _variants(inputs: Tensor, generator: torch.Generator) -> Tensor:
    """The image, mirrored in each direction and both, with a little noise so that no channel is constant."""
    several = torch.cat([inputs, inputs.flip(3), inputs.flip(2), inputs.flip((2, 3))])[:_VARIANTS]
    spread = float(inputs.max() - inputs.min())
    return several + 0.05 * spread * torch.randn(several.shape, generator=generator).to(several)
