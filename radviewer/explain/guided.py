"""Guided backpropagation: gradients that may only be positive wherever they pass an activation.

Springenberg et al., ICLR Workshop 2015. The network is not touched (no hooks, no replaced modules): activations are
found as they are called, also those that are functions and not modules. For ReLU this is the published rule, and what
captum computes; the same rule is applied to the activations of newer networks (ReLU6, GELU, SiLU, Hardswish), for
which captum falls back to the plain gradient in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional
from torch.overrides import TorchFunctionMode

from radviewer.core.explanation import Method
from radviewer.explain.gradients import input_gradients, strongest
from radviewer.explain.protocol import Maps, Run
from radviewer.inference.manifest import ExplainSpec
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Forward


@dataclass(frozen=True, slots=True)
class GuidedBackprop:
    """Maps max over channels of the absolute guided gradient, on the model's input grid."""

    method = Method.GUIDED_BACKPROP
    explains_all_labels = False

    def maps(self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run) -> Maps:
        """Maps (H, W) of the model's input; units of logit per input."""
        with _Guiding():
            return [strongest(gradient) for gradient in input_gradients(network, forward.inputs, outputs, run)]

    def reference(self, spec: ExplainSpec) -> float | None:
        """Packs have none."""
        return None


_ACTIVATIONS: frozenset[Callable[..., Any]] = frozenset(
    {
        functional.relu,
        functional.relu_,
        functional.relu6,
        functional.hardtanh,
        functional.gelu,
        functional.silu,
        functional.hardswish,
        torch.relu,
        torch.relu_,
        Tensor.relu,
        Tensor.relu_,
    }
)


class _Guiding(TorchFunctionMode):
    """While it lasts, gradients that come back through an activation are cut off at zero."""

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        if func in _ACTIVATIONS and isinstance(args[0], Tensor) and args[0].requires_grad:
            args = (_PositiveGradient.apply(args[0]), *args[1:])
        return func(*args, **(kwargs or {}))


class _PositiveGradient(torch.autograd.Function):
    """The identity, through which only positive gradients come back."""

    @staticmethod
    def forward(ctx: Any, values: Tensor) -> Tensor:
        return values.clone()  # a copy, for activations that work in place

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> Tensor:
        return gradients[0].clamp(min=0)
