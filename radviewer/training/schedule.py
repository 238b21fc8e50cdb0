"""Learning rate and averaging as pure functions of the step, so that a resumed run needs no state for them."""

from __future__ import annotations

import math


def learning_rate_factor(step: int, steps: int, warmup: float) -> float:
    """Share of the peak rate at a step: linear warm-up, then half a cosine down to 1 % (Loshchilov and Hutter, 2017).

    Args:
        step: From 0.
        steps: In all, >= 1.
        warmup: Share of the steps.
    """
    rising = max(1, round(steps * warmup))
    if step < rising:
        return (step + 1) / rising
    share = min(1.0, (step - rising) / max(1, steps - rising))
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * share))


def average_decay(step: int, decay: float) -> float:
    """Decay of the running mean of weights: shorter at the beginning, so that the random start is forgotten."""
    return min(decay, (1 + step) / (10 + step))


def step_seed(seed: int, epoch: int, step: int) -> int:
    """Seed of one step's random numbers (augmentation, dropout); different for each step of each epoch."""
    return (seed * 1_000_003 + epoch * 10_007 + step) % (2**63 - 1)
