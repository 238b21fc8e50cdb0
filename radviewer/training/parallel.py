"""One process or many: each takes its rows of every batch, and together they take the very steps that one would.

Batches, augmentation and dropout masks are drawn for the whole batch and cut; batch norm takes its statistics over all
processes; the loss is divided by what the whole batch weighs. So the curve of the loss does not depend on the number of
processes but for the order of sums. Processes are started by torchrun and joined by Lightning Fabric.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from typing import Any, Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional

from radviewer.core.errors import InputProblem


class Processes(Protocol):
    """What the trainer asks of one or of many processes.

    Attributes:
        is_main: Whether this process writes files.
    """

    is_main: bool

    def device(self, wanted: str) -> str:
        """Where this process computes."""

    def prepare(self, network: nn.Module, optimizer: torch.optim.Optimizer) -> nn.Module:
        """The network to call in training; its parameters are the given network's."""

    def rows(self, count: int) -> slice:
        """Which rows of a batch of `count` are this process's."""

    def loss(self, logits: Tensor, targets: Tensor, weights: Tensor | None, smoothing: float) -> Tensor:
        """What is to be differentiated: gradients averaged over the processes are those of the whole batch's loss."""

    def backward(self, loss: Tensor) -> None:
        """Gradients, averaged over the processes."""

    def total(self, values: Tensor) -> Tensor:
        """The sum over all processes."""

    def from_main(self, values: Callable[[], list[float]]) -> list[float]:
        """What the main process computes, for all."""


class Alone:
    """One process."""

    is_main = True

    def device(self, wanted: str) -> str:
        """As wanted."""
        return wanted

    def prepare(self, network: nn.Module, optimizer: torch.optim.Optimizer) -> nn.Module:
        """The network itself."""
        return network

    def rows(self, count: int) -> slice:
        """All rows."""
        return slice(0, count)

    def loss(self, logits: Tensor, targets: Tensor, weights: Tensor | None, smoothing: float) -> Tensor:
        """The mean loss of the batch."""
        return functional.cross_entropy(logits, targets, weight=weights, label_smoothing=smoothing)

    def backward(self, loss: Tensor) -> None:
        """Gradients."""
        loss.backward()  # type: ignore[no-untyped-call]

    def total(self, values: Tensor) -> Tensor:
        """The values."""
        return values

    def from_main(self, values: Callable[[], list[float]]) -> list[float]:
        """The values."""
        return values()


class Together:
    """Several processes joined by Lightning Fabric.

    Args:
        accelerator: "cpu" or "cuda".
    """

    def __init__(self, accelerator: str = "cpu") -> None:
        try:
            fabric = importlib.import_module("lightning_fabric")
        except ImportError as error:
            raise InputProblem(
                "Training in several processes needs the package lightning-fabric, which is not installed.",
                hint="Run `pip install 'radviewer[train]'`, or start one process.",
            ) from error
        local = int(os.environ.get("LOCAL_WORLD_SIZE", os.environ["WORLD_SIZE"]))
        nodes = int(os.environ["WORLD_SIZE"]) // local
        # Frozen layers get no gradients, which a plain wrapper would take for a fault.
        strategy = importlib.import_module("lightning_fabric.strategies").DDPStrategy(find_unused_parameters=True)
        self._fabric: Any = fabric.Fabric(accelerator=accelerator, devices=local, num_nodes=nodes, strategy=strategy)
        self._fabric.launch()
        self._modules: list[nn.Module] = []
        self.is_main = bool(self._fabric.is_global_zero)

    def device(self, wanted: str) -> str:
        """The device that Fabric gave to this process."""
        return str(self._fabric.device)

    def prepare(self, network: nn.Module, optimizer: torch.optim.Optimizer) -> nn.Module:
        """The network wrapped for gradients that are averaged, its norms and dropout aware of the other processes."""
        for module in network.modules():
            if type(module) in _SHARED:
                module.__class__ = _SHARED[type(module)]
        module, _ = self._fabric.setup(network, optimizer)
        return module  # type: ignore[no-any-return]

    def rows(self, count: int) -> slice:
        """This process's share, contiguous; the last rows of an uneven batch go to the first processes."""
        rank, world = self._fabric.global_rank, self._fabric.world_size
        edges = [count // world * part + min(part, count % world) for part in range(world + 1)]
        _Whole.count, _Whole.start = count, edges[rank]
        return slice(edges[rank], edges[rank + 1])

    def loss(self, logits: Tensor, targets: Tensor, weights: Tensor | None, smoothing: float) -> Tensor:
        """The sum of this process's losses over the weight of the whole batch, times the number of processes."""
        own = functional.cross_entropy(logits, targets, weight=weights, label_smoothing=smoothing, reduction="sum")
        weight = weights[targets].sum() if weights is not None else torch.tensor(float(len(targets))).to(logits)
        scaled: Tensor = own / self.total(weight.detach().clone()) * self._fabric.world_size
        return scaled

    def backward(self, loss: Tensor) -> None:
        """Gradients, averaged."""
        self._fabric.backward(loss)

    def total(self, values: Tensor) -> Tensor:
        """The sum over all processes."""
        return self._fabric.all_reduce(values, reduce_op="sum")  # type: ignore[no-any-return]

    def from_main(self, values: Callable[[], list[float]]) -> list[float]:
        """What the main process computes, for all."""
        return self._fabric.broadcast(values() if self.is_main else None)  # type: ignore[no-any-return]


class _Whole:
    """The batch under way as all processes see it: its size, and where this process's rows begin."""

    count = 0
    start = 0


class _Sum(torch.autograd.Function):
    """The sum over all processes; its gradient is the sum of their gradients."""

    @staticmethod
    def forward(_context: Any, values: Tensor) -> Tensor:
        """The sum."""
        total = values.clone()
        torch.distributed.all_reduce(total)
        return total

    @staticmethod
    def backward(_context: Any, *gradients: Tensor) -> Tensor:
        """The sum of what every process wants to change."""
        total = gradients[0].contiguous().clone()
        torch.distributed.all_reduce(total)
        return total


def _summed(values: Tensor) -> Tensor:
    total: Tensor = _Sum.apply(values)
    return total


class _SharedBatchNorm2d(nn.BatchNorm2d):
    """Batch norm over all processes, on any device (torch's own SyncBatchNorm takes GPUs only)."""

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002 - the name that nn.BatchNorm2d gives it
        """As nn.BatchNorm2d, with the statistics of all processes' rows."""
        if not self.training:
            return super().forward(input)
        size = torch.full((1,), input.numel() / input.shape[1], dtype=input.dtype, device=input.device)
        sums = torch.cat([input.sum(dim=(0, 2, 3)), size])
        total = _summed(sums)
        count = total[-1].detach()
        mean = total[:-1] / count
        centred = input - mean.view(1, -1, 1, 1)
        variance = _summed(centred.square().sum(dim=(0, 2, 3))) / count
        if self.running_mean is not None and self.running_var is not None and self.num_batches_tracked is not None:
            with torch.no_grad():
                self.num_batches_tracked.add_(1)
                share = self.momentum if self.momentum is not None else 1 / float(self.num_batches_tracked)
                self.running_mean.lerp_(mean, share)
                self.running_var.lerp_(variance * (count / (count - 1)), share)
        scaled: Tensor = centred * torch.rsqrt(variance + self.eps).view(1, -1, 1, 1)
        if not self.affine:
            return scaled
        return scaled * self.weight.view(1, -1, 1, 1) + self.bias.view(1, -1, 1, 1)


class _SharedDropout(nn.Dropout):
    """Dropout whose mask is drawn for the whole batch, then cut."""

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002 - the name that nn.Dropout gives it
        """As nn.Dropout."""
        if not self.training or self.p == 0:
            return input
        whole = torch.ones((_Whole.count, *input.shape[1:]), dtype=input.dtype, device=input.device)
        mask = functional.dropout(whole, self.p, training=True)
        return input * mask[_Whole.start : _Whole.start + len(input)]


_SHARED: dict[type[nn.Module], type[nn.Module]] = {nn.BatchNorm2d: _SharedBatchNorm2d, nn.Dropout: _SharedDropout}


def is_main() -> bool:
    """Whether this is the process that packs and prints."""
    return int(os.environ.get("RANK", "0")) == 0


def processes(accelerator: str) -> Processes:
    """Many where torchrun started this process, one otherwise."""
    return Together(accelerator) if int(os.environ.get("WORLD_SIZE", "1")) > 1 else Alone()
