"""Maps from gradients of the logit with respect to the input: saliency, SmoothGrad and integrated gradients."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from radviewer.core.explanation import Method
from radviewer.core.tasks import CancellationToken, Progress
from radviewer.explain.batches import batch_size
from radviewer.explain.passes import absent
from radviewer.explain.protocol import Maps, Run
from radviewer.inference.manifest import ExplainSpec
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Forward, cancellable


@dataclass(frozen=True, slots=True)
class Saliency:
    """Which pixels the logit reacts to (Simonyan, Vedaldi, Zisserman, ICLR Workshop 2014)."""

    method = Method.SALIENCY
    explains_all_labels = False

    def maps(self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run) -> Maps:
        """Maps max over channels of |d logit / d input|, (H, W) of the model's input.

        One forward pass, one backward pass a label, no parameter gradients.
        """
        return [strongest(gradient) for gradient in input_gradients(network, forward.inputs, outputs, run)]

    def reference(self, spec: ExplainSpec) -> float | None:
        """The pack's reference for saliency."""
        return spec.saliency_reference


@dataclass(frozen=True, slots=True)
class SmoothGrad:
    """The mean gradient over noisy copies of the input (Smilkov et al., arXiv 1706.03825).

    Attributes:
        samples: Copies; the paper sees little gain beyond 50.
        noise: Standard deviation of the noise as a share of the input's range; the paper uses 0.1 to 0.2.
    """

    samples: int = 32
    noise: float = 0.15
    method = Method.SMOOTHGRAD
    explains_all_labels = False

    def maps(self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run) -> Maps:
        """Maps max over channels of |mean gradient|, (H, W) of the model's input; units of saliency."""
        inputs = forward.inputs
        deviation = self.noise * float(inputs.max() - inputs.min())
        # On the CPU, so that a seed means the same noise on every device.
        generator = torch.Generator().manual_seed(run.seed)
        noise = torch.randn(self.samples, *inputs.shape[1:], generator=generator) * deviation

        def make(start: int, stop: int) -> Tensor:
            return inputs + noise[start:stop].to(inputs)

        weights = torch.full((self.samples,), 1 / self.samples)
        return [strongest(mean) for mean in gradient_sums(network, make, weights, outputs, run, "SmoothGrad")]

    def reference(self, spec: ExplainSpec) -> float | None:
        """Packs have none."""
        return None


@dataclass(frozen=True, slots=True)
class IntegratedGradients:
    """Shares of the logit's rise from an image without evidence to this one (Sundararajan et al., ICML 2017).

    Attributes:
        steps: Nodes of the Gauss-Legendre rule between the two.
    """

    steps: int = 32
    method = Method.INTEGRATED_GRADIENTS
    explains_all_labels = False

    def maps(self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run) -> Maps:
        """Maps of what speaks for the label: positive parts of the channels' sum, (H, W); units of logit."""
        return [
            attribution[0].sum(dim=0).clamp(min=0).cpu().numpy().astype(np.float32)
            for attribution in self.attributions(network, forward, outputs, run)
        ]

    def attributions(self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run) -> list[Tensor]:
        """Signed shares (1, channels, H, W) whose sum is logit(image) - logit(image without evidence)."""
        start_point = absent(forward.inputs)
        difference = forward.inputs - start_point
        nodes, weights = np.polynomial.legendre.leggauss(self.steps)
        places = torch.from_numpy((nodes + 1) / 2).to(difference)

        def make(start: int, stop: int) -> Tensor:
            return start_point + places[start:stop, None, None, None] * difference

        halves = torch.from_numpy(weights / 2).float()
        sums = gradient_sums(network, make, halves, outputs, run, "Integrated gradients")
        return [total * difference for total in sums]

    def reference(self, spec: ExplainSpec) -> float | None:
        """Packs have none."""
        return None


def input_gradients(network: SplitNetwork, inputs: Tensor, outputs: Sequence[int], run: Run) -> list[Tensor]:
    """Gradients (1, channels, H, W) of some logits of one input."""
    with torch.enable_grad(), cancellable(network, run.token), _cancellable_back(network, run.token):
        # In the plain order of memory: the quick layout (`network.quick_layout`) would save a tenth, but it rounds in
        # other places, and where a ReLU is near zero that shows in a gradient by more than the 1e-4 granted to peers.
        leaf = inputs.detach().contiguous().clone().requires_grad_(True)
        logits = network(leaf)
        found: list[Tensor] = []
        for place, output in enumerate(outputs):
            run.token.check()
            last = place == len(outputs) - 1
            (gradient,) = torch.autograd.grad(logits[:, output].sum(), leaf, retain_graph=not last)
            found.append(gradient)
    return found


@contextmanager
def _cancellable_back(network: nn.Module, token: CancellationToken) -> Iterator[None]:
    """While it lasts, the way back through each leaf module looks at the token; it takes as long as the way there."""

    def check(_gradient: Tensor) -> None:
        token.check()

    def watch(_module: nn.Module, _inputs: object, output: object) -> None:
        if isinstance(output, Tensor) and output.requires_grad:
            output.register_hook(check)  # type: ignore[no-untyped-call]

    leaves = (module for module in network.modules() if next(module.children(), None) is None)
    handles = [module.register_forward_hook(watch) for module in leaves]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


def gradient_sums(
    network: SplitNetwork,
    make: Callable[[int, int], Tensor],
    weights: Tensor,
    outputs: Sequence[int],
    run: Run,
    stage: str,
) -> list[Tensor]:
    """Weighted sums over many inputs of the gradients of some logits.

    Args:
        network: The network.
        make: Gives the inputs from `start` up to, not including, `stop`.
        weights: (n,), one for each input.
        outputs: Indices of logits.
        run: Token, progress, largest batch.
        stage: For progress.

    Returns:
        For each output a sum (1, channels, H, W).
    """
    count = len(weights)
    sums: list[Tensor | None] = [None] * len(outputs)
    # Half the batch of passes without gradients: activations are kept for the way back, which takes twice as long.
    size = run.batch or max(1, batch_size(network, make(0, 1), run.token) // 2)
    for start in range(0, count, size):
        run.progress(Progress(stage, start, count))
        stop = min(start + size, count)
        gradients = input_gradients(network, make(start, stop), outputs, run)
        for place, gradient in enumerate(gradients):
            part = (gradient * weights[start:stop, None, None, None].to(gradient)).sum(dim=0, keepdim=True)
            before = sums[place]
            sums[place] = part if before is None else before + part
    run.progress(Progress(stage, count, count))
    return [total for total in sums if total is not None]


def strongest(gradient: Tensor) -> NDArray[np.float32]:
    """Largest absolute value over the channels of a gradient (1, channels, H, W)."""
    return gradient[0].abs().amax(dim=0).cpu().numpy().astype(np.float32)
