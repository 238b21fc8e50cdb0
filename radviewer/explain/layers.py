"""Explaining from another layer than the pack's: where a network can be cut, and the cut with its features."""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor, nn

from radviewer.core.errors import ModelPackProblem, UsageProblem
from radviewer.core.explanation import LayerChoice
from radviewer.core.tasks import CancellationToken
from radviewer.inference.network import SplitNetwork, Stages, split
from radviewer.inference.predictor import Forward, Predictor, cancellable


def cam_layers(
    network: SplitNetwork, inputs: Tensor, token: CancellationToken | None = None
) -> tuple[LayerChoice, ...]:
    """The stages whose output is a grid of more than one cell, from input to output."""
    found: list[LayerChoice] = []
    with torch.no_grad(), cancellable(network, token or CancellationToken()):
        values = inputs
        for name, module in _chain(network)[:-1]:
            values = module(values)
            if values.ndim == 4 and values.shape[2] * values.shape[3] > 1:
                found.append(LayerChoice(name, int(values.shape[2]), int(values.shape[3])))
    return tuple(found)


def layers_of(predictor: Predictor, token: CancellationToken) -> tuple[LayerChoice, ...]:
    """The layers of a loaded model that class activation maps can weigh; runs an empty input through it once."""
    spec = predictor.manifest.input
    inputs = torch.zeros(1, spec.channels, spec.rows, spec.columns, device=predictor.device.name)
    return cam_layers(predictor.network, inputs, token)


def at_layer(
    network: SplitNetwork, forward: Forward, layer: str, token: CancellationToken
) -> tuple[SplitNetwork, Forward]:
    """The same network cut behind another layer, with the features there; modules are shared.

    Args:
        network: As loaded.
        forward: The prediction to explain.
        layer: A stage ("features.14", as in the pack, or "features_14"), or a layer of a stage that is itself a chain
            ("features.18.0").
        token: Looked at before each layer.

    Raises:
        UsageProblem: The network cannot be cut there, or the layer's output is no grid.
    """
    try:
        chain = _chain(network)
        other = split(chain, _address(chain, layer))
    except ModelPackProblem as problem:
        raise _no_such_layer(network, forward, layer) from problem
    with torch.no_grad(), cancellable(other, token):
        features = other.trunk(forward.inputs)
    if features.ndim != 4 or features.shape[2] * features.shape[3] < 2:
        raise _no_such_layer(network, forward, layer)
    return other.eval(), replace(forward, features=features, graph=None)


def _no_such_layer(network: SplitNetwork, forward: Forward, layer: str) -> UsageProblem:
    return UsageProblem(
        f"The network has no layer '{layer}' whose output is a grid.",
        hint=f"It can be explained at: {', '.join(choice.name for choice in cam_layers(network, forward.inputs))}.",
    )


def _address(chain: Stages, layer: str) -> str:
    """The layer's name with the stage's part as `split` writes it, with underscores."""
    flat = layer.replace(".", "_")
    stages = [name for name, _ in chain if flat == name or flat.startswith(f"{name}_")]
    if not stages:
        return layer
    stage = max(stages, key=len)
    rest = layer[len(stage) + 1 :]
    return f"{stage}.{rest}" if rest else stage


def _chain(network: SplitNetwork) -> Stages:
    parts: list[tuple[str, nn.Module]] = []
    for part in (network.trunk, network.head):
        parts.extend(part.named_children())
    return parts
