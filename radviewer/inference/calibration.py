"""From logits to probabilities, with the temperature that was fitted on held-out images (Guo et al., ICML 2017)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from radviewer.core.prediction import Score
from radviewer.inference.manifest import Activation, PackManifest


def probabilities(
    logits: NDArray[np.floating], activation: Activation, temperature: float | None
) -> NDArray[np.float64]:
    """Probabilities of logits (..., K), in [0, 1]; in float64 and without overflow."""
    scaled = np.asarray(logits, dtype=np.float64) / (temperature or 1.0)
    if activation is Activation.SIGMOID:
        # exp of a number that is never above 0, on either branch.
        small = np.exp(-np.abs(scaled))
        return np.where(scaled >= 0, 1 / (1 + small), small / (1 + small))
    shifted = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True))


def scores(logits: NDArray[np.floating], manifest: PackManifest) -> tuple[Score, ...]:
    """The scores of one image from its logits (K,), in the order of the labels."""
    shares = probabilities(logits, manifest.activation, manifest.temperature)
    calibrated = manifest.temperature is not None
    return tuple(
        Score(label, float(logit), float(share), calibrated)
        for label, logit, share in zip(manifest.labels, logits, shares, strict=True)
    )
