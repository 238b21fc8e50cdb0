"""Which layers learn, and how fast: freeze schedules and learning rates that fall with depth."""

from __future__ import annotations

import itertools

from torch import nn

from radviewer.core.errors import InputProblem
from radviewer.inference.network import Stages
from radviewer.training.config import TrainRecipe, UnfreezeStep

HEAD, ALL = "head", "all"


def peak_rates(network: nn.Module, stages: Stages, head: str, train: TrainRecipe) -> dict[str, float]:
    """Peak learning rate of each parameter by name.

    The classifier has the recipe's rate, everything else `trunk_rate` times it; with `layer_decay` each stage of the
    chain that has parameters gets that factor once more than the stage above it.

    Args:
        network: Whose parameters are named.
        stages: The same network as a chain, from input to output.
        head: Prefix of the classifier's parameters.
        train: Rates.
    """
    decay = train.layer_decay
    depths = _depths(network, stages, head) if decay is not None else {}
    rates = {}
    for name, _ in network.named_parameters():
        rate = train.learning_rate * (1.0 if name.startswith(f"{head}.") else train.trunk_rate)
        rates[name] = rate if decay is None else rate * decay ** depths[name]
    return rates


def _depths(network: nn.Module, stages: Stages, head: str) -> dict[str, int]:
    """Stages between each parameter and the classifier, which itself has depth 0."""
    bearing = [module for _, module in stages if next(module.parameters(), None) is not None]
    place = {id(parameter): number for number, module in enumerate(bearing) for parameter in module.parameters()}
    last = len(bearing) - 1
    depths = {}
    for name, parameter in network.named_parameters():
        depths[name] = 0 if name.startswith(f"{head}.") else last - place.get(id(parameter), 0)
    return depths


def thaw(network: nn.Module, head: str, steps: tuple[UnfreezeStep, ...] | None, epoch: int) -> None:
    """Lets learn what the schedule says for an epoch; the rest stays as it is, running statistics of norms included.

    Args:
        network: In training mode afterwards, but for what is frozen.
        head: Prefix of the classifier's parameters.
        steps: The schedule; None lets everything learn.
        epoch: From 0.

    Raises:
        InputProblem: The network has no such layer.
    """
    network.train()
    if steps is None:
        _still(network)
        return
    layer = [step.layer for step in steps if step.epoch <= epoch][-1]
    prefix = head if layer == HEAD else layer
    names = [name for name, _ in network.named_parameters()]
    first = 0
    if layer != ALL:
        found = [place for place, name in enumerate(names) if name.startswith(f"{prefix}.")]
        if not found:
            known = ", ".join(dict.fromkeys(name.rpartition(".")[0].partition(".")[0] for name in names))
            raise InputProblem(
                f"The network has no layer '{layer}' to unfreeze from.", hint=f"It begins with: {known}."
            )
        first = found[0]
    for place, (_, parameter) in enumerate(network.named_parameters()):
        parameter.requires_grad_(place >= first)
    for module in network.modules():
        own = list(module.parameters())
        if own and not any(parameter.requires_grad for parameter in own):
            module.eval()
    _still(network)


def _still(network: nn.Module) -> None:
    """Keeps biases of convolutions right before a batch norm, which takes them away again.

    Their gradient is zero but for rounding, which Adam would blow up to full steps: they would wander at random, and
    the norm's running mean after them.
    """
    for chain in network.modules():
        if isinstance(chain, nn.Sequential):
            for first, second in itertools.pairwise(chain):
                if isinstance(first, nn.Conv2d) and isinstance(second, nn.BatchNorm2d) and first.bias is not None:
                    first.bias.requires_grad_(False)
