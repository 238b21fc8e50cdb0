"""Many forward passes, as batches that fit: cancellable, with progress, and without gradients."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

from radviewer.core.errors import OutOfMemory
from radviewer.core.tasks import Progress
from radviewer.explain.batches import batch_size
from radviewer.explain.protocol import Run
from radviewer.inference.network import quick_layout
from radviewer.inference.predictor import cancellable


def scores(module: nn.Module, count: int, make: Callable[[int, int], Tensor], run: Run, stage: str) -> Tensor:
    """Logits of `count` inputs.

    Args:
        module: The network, or its head.
        count: How many inputs there are.
        make: Gives the inputs from `start` up to, not including, `stop`.
        run: Token, progress, largest batch.
        stage: For progress, for example "LIME".

    Returns:
        (count, K) on the CPU.

    Raises:
        Cancelled: The token was turned.
        OutOfMemory: Not even one input fits.
    """
    size = run.batch or batch_size(module, make(0, 1), run.token)
    found: list[Tensor] = []
    done = 0
    with torch.no_grad(), cancellable(module, run.token):
        while done < count:
            run.token.check()
            run.progress(Progress(stage, done, count))
            stop = min(done + size, count)
            try:
                found.append(module(quick_layout(make(done, stop))).cpu())
            except torch.OutOfMemoryError as error:
                if size == 1:
                    raise OutOfMemory("There is not enough memory to explain.", hint="Use the CPU.") from error
                size = max(1, size // 2)
                torch.cuda.empty_cache()
                continue
            done = stop
    run.progress(Progress(stage, count, count))
    return torch.cat(found)


def absent(inputs: Tensor) -> Tensor:
    """What stands for missing evidence, (1, channels, 1, 1): the mean of the input, as neutral as the image allows.

    Black would be evidence itself in a bright image, and cannot hide what is dark.
    """
    return inputs.mean(dim=(2, 3), keepdim=True)
