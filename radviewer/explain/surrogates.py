"""LIME and kernel SHAP: a linear model of what the score does when superpixels are hidden."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from radviewer.core.explanation import Method
from radviewer.explain.occlusion import hide
from radviewer.explain.passes import scores
from radviewer.explain.protocol import Maps, Run
from radviewer.explain.superpixels import superpixels
from radviewer.inference.manifest import ExplainSpec
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Forward

Floats = NDArray[np.float64]
Switches = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Lime:
    """Ridge regression of the logit on which superpixels are seen (Ribeiro et al., KDD 2016).

    Attributes:
        samples: Images with hidden superpixels.
        regions: About how many superpixels.
        width: Of the kernel exp(-d^2 / width^2), where d is the cosine distance to the whole image (the authors'
            code: 0.25).
        ridge: Penalty of the regression (the authors' code: 1).
    """

    samples: int = 400
    regions: int = 50
    width: float = 0.25
    ridge: float = 1.0
    method = Method.LIME
    explains_all_labels = True

    def maps(self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run) -> Maps:
        """Maps (H, W) of the model's input: positive coefficients, constant in a superpixel; units of logit."""
        regions = superpixels(forward.inputs, self.regions)
        seen = np.random.default_rng(run.seed).random((self.samples, int(regions.max()) + 1)) < 0.5
        seen[0] = True
        logits = coalition_scores(network, forward, regions, seen, run, "LIME")
        distance = 1 - np.sqrt(seen.mean(axis=1))  # cosine of a 0/1 vector and the vector of ones
        weights = np.exp(-(distance**2) / self.width**2)
        return [on_regions(ridge_fit(seen, logits[:, output], weights, self.ridge), regions) for output in outputs]

    def reference(self, spec: ExplainSpec) -> float | None:
        """Packs have none."""
        return None


@dataclass(frozen=True, slots=True)
class KernelShap:
    """Shapley values of the superpixels by weighted least squares (Lundberg and Lee, NeurIPS 2017).

    They sum exactly to logit(image) - logit(everything hidden). Up to 2^regions samples all coalitions are taken and
    the values are exact; else they are drawn in complementary pairs from the Shapley kernel (Covert and Lee, AISTATS
    2021).

    Attributes:
        samples: Coalitions.
        regions: About how many superpixels.
    """

    samples: int = 512
    regions: int = 50
    method = Method.KERNEL_SHAP
    explains_all_labels = True

    def maps(self, network: SplitNetwork, forward: Forward, outputs: Sequence[int], run: Run) -> Maps:
        """Maps (H, W) of the model's input: positive Shapley values, constant in a superpixel; units of logit."""
        regions = superpixels(forward.inputs, self.regions)
        players = int(regions.max()) + 1
        seen, weights = coalitions(players, self.samples, run.seed)
        ends = np.array([[True] * players, [False] * players])
        logits = coalition_scores(network, forward, regions, np.concatenate([ends, seen]), run, "Kernel SHAP")
        return [
            on_regions(shapley_fit(seen, logits[2:, k], weights, logits[0, k], logits[1, k]), regions) for k in outputs
        ]

    def reference(self, spec: ExplainSpec) -> float | None:
        """Packs have none."""
        return None


def coalition_scores(
    network: SplitNetwork, forward: Forward, regions: NDArray[np.intp], seen: Switches, run: Run, stage: str
) -> Floats:
    """Logits (n, K) of the input with only the superpixels shown that are True in `seen` (n, regions)."""
    places = torch.from_numpy(regions)
    switches = torch.from_numpy(seen)

    def make(start: int, stop: int) -> Tensor:
        return hide(forward.inputs, switches[start:stop][:, places].to(forward.inputs.device))

    return np.asarray(scores(network, len(seen), make, run, stage).double().numpy())


def ridge_fit(seen: Switches, values: Floats, weights: Floats, penalty: float) -> Floats:
    """Coefficients of weighted ridge regression with an unpenalised intercept."""
    x, total = seen.astype(float), weights.sum()
    x = x - weights @ x / total
    y = values - weights @ values / total
    normal = (x * weights[:, None]).T @ x + penalty * np.eye(x.shape[1])
    return np.asarray(np.linalg.solve(normal, (x * weights[:, None]).T @ y))


def coalitions(players: int, samples: int, seed: int) -> tuple[Switches, Floats]:
    """Coalitions other than none and all, and their weights in the regression.

    Returns:
        (n, players) and (n,): every coalition with the Shapley kernel if there are at most `samples`, else a draw
        from it in complementary pairs with equal weights.
    """
    if 2**players - 2 <= samples:
        numbers = np.arange(1, 2**players - 1)
        every = (numbers[:, None] >> np.arange(players) & 1).astype(bool)
        sizes = every.sum(axis=1)
        kernel = [(players - 1) / (math.comb(players, s) * s * (players - s)) for s in sizes.tolist()]
        return every, np.array(kernel)
    generator = np.random.default_rng(seed)
    sizes = np.arange(1, players)
    chances = 1 / (sizes * (players - sizes))
    drawn = generator.choice(sizes, size=samples // 2, p=chances / chances.sum())
    order = generator.random((len(drawn), players)).argsort(axis=1).argsort(axis=1)
    half = order < drawn[:, None]
    return np.concatenate([half, ~half]), np.ones(2 * len(half))


def shapley_fit(seen: Switches, values: Floats, weights: Floats, whole: float, nothing: float) -> Floats:
    """Shapley values: weighted least squares under the condition that they sum to whole - nothing.

    The condition removes the last player: its value is what the others leave (Covert and Lee 2021, section 3).
    """
    x = seen.astype(float)
    total = whole - nothing
    reduced = x[:, :-1] - x[:, -1:]
    target = values - nothing - x[:, -1] * total
    root = np.sqrt(weights)
    found, *_ = np.linalg.lstsq(reduced * root[:, None], target * root, rcond=None)
    return np.append(found, total - found.sum())


def on_regions(coefficients: Floats, regions: NDArray[np.intp]) -> NDArray[np.float32]:
    """Positive coefficients at the pixels of their superpixels."""
    return np.maximum(coefficients, 0)[regions].astype(np.float32)
