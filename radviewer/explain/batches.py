"""How many inputs share a pass on a processor or a graphics card.

More inputs are quicker together, up to a number; but a cancelled pass ends before its next layer, so what one layer
takes is what a cancel waits for. The number follows from the network and the input's size alone, never from a clock:
on a busy machine the same image gets the same map, to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

from radviewer.core.tasks import CancellationToken
from radviewer.inference.predictor import cancellable

# Measured with MobileNetV2 and ResNet-50 at 224 x 224 on two cores: from 8 on a batch is no faster per image, and it
# only delays progress. A GPU goes on gaining to about 64.
CPU_BATCH, GPU_BATCH = 8, 64
LAYER_WORK = 1_000_000_000
"""Most multiplications of one layer in one pass, about 20 ms on one thread; see `docs/explanations.md`."""
_ELEMENT_WORK = 100  # what writing one number takes, in multiplications: activations and norms are bound by memory

_heaviest: dict[tuple[str, tuple[int, ...]], int] = {}


def batch_size(network: nn.Module, example: Tensor, token: CancellationToken) -> int:
    """The largest number of inputs in one pass that is worth it.

    Args:
        network: That will be run.
        example: One of its inputs, (1, ...), on the network's device.
        token: Looked at before each layer.

    Returns:
        On a processor 1 to 8, so that no layer has more than `LAYER_WORK`; on a graphics card 64.
    """
    if example.device.type != "cpu":
        return GPU_BATCH
    return max(1, min(CPU_BATCH, LAYER_WORK // max(1, heaviest_layer(network, example, token))))


def heaviest_layer(network: nn.Module, example: Tensor, token: CancellationToken) -> int:
    """Multiplications, or what takes as long, of the layer that has most of them for this input.

    One pass, for the first of all networks that are built alike (shuffled copies are) and inputs of this size. Shapes
    alone would do, but torch takes eight passes of a MobileNetV2 to work them out.
    """
    key = (repr(network), tuple(example.shape))
    if key not in _heaviest:
        found: list[int] = [0]
        leaves = [module for module in network.modules() if next(module.children(), None) is None]
        handles = [module.register_forward_hook(_counting(found)) for module in leaves]
        try:
            with torch.no_grad(), cancellable(network, token):
                network(example)
        finally:
            for handle in handles:
                handle.remove()
        _heaviest[key] = max(found)
    return _heaviest[key]


def _counting(found: list[int]) -> Callable[[nn.Module, object, object], None]:
    def count(module: nn.Module, _inputs: object, output: object) -> None:
        if not isinstance(output, Tensor):
            return
        weight = getattr(module, "weight", None)
        # A convolution's or linear layer's output number takes as many multiplications as one row of its weight has.
        each = weight[0].numel() if isinstance(weight, Tensor) and weight.ndim > 1 else 0
        found.append(output.numel() * (each + _ELEMENT_WORK))

    return count
