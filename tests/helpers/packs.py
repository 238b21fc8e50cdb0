"""A tiny hand-weighted model pack: a bright-quadrant detector whose scores and CAM peak are known by arithmetic.

The input is letterboxed to 16 x 16 and its four quadrants are averaged to q = (UL, UR, LL, LR) in 0..1. The logit of
each label is `GAIN` x its own quadrant, so a picture with one white quadrant and black elsewhere scores that label
e^GAIN / (e^GAIN + 3). The trunk's features are q itself (1 x 2 x 2): the Grad-CAM map of a label is q x GAIN / 4,
its peak the brightest quadrant.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from radviewer.core.labels import Label
from radviewer.core.prediction import OperatingPoint
from radviewer.inference.manifest import (
    Activation,
    ArchitectureSpec,
    ExplainSpec,
    GateSpec,
    InputSpec,
    InputStage,
    PackManifest,
)
from radviewer.inference.packing import UNWRITTEN, PackParts, write_pack

GAIN = 4.0
KEYS = ("upper-left", "upper-right", "lower-left", "lower-right")
SIZE = 16


def quadrant_manifest() -> PackManifest:
    """The manifest of the bright-quadrant detector; the weights table is still to be filled in."""
    return PackManifest(
        schema=1,
        id="quadrant",
        version="1.0.0",
        title="Bright-quadrant detector",
        licence="Apache-2.0",
        intended_use="Tests of the program. It knows nothing about medicine.",
        architecture=ArchitectureSpec("quadrant", {"cells": 2}),
        input=InputSpec(InputStage.VOI, SIZE, SIZE, 1, (0.0,), (1.0,)),
        labels=tuple(Label(key, key.replace("-", " ").capitalize()) for key in KEYS),
        activation=Activation.SOFTMAX,
        explain=ExplainSpec("pool", GAIN / 4, GAIN / 64),
        weights=UNWRITTEN,
        operating_points=tuple(OperatingPoint(key, 0.5, 1.0, 1.0, "arithmetic", "1.0.0") for key in KEYS),
        gate=GateSpec(),
    )


def quadrant_picture(bright: int, size: int = SIZE) -> NDArray[np.uint8]:
    """Black with one white quadrant: 0 upper left, 1 upper right, 2 lower left, 3 lower right."""
    pixels = np.zeros((size, size), dtype=np.uint8)
    row, column = (bright // 2) * size // 2, (bright % 2) * size // 2
    pixels[row : row + size // 2, column : column + size // 2] = 255
    return pixels


def quadrant_pack(folder: Path, manifest: PackManifest | None = None) -> Path:
    """Writes the pack into `folder` (new) and returns it."""
    tensors = {"linear.weight": GAIN * torch.eye(4), "linear.bias": torch.zeros(4)}
    inputs = {f"bright-{KEYS[index]}": quadrant_picture(index) for index in range(4)}
    card = "# Bright-quadrant detector\n\nFor tests only.\n"
    return write_pack(folder, PackParts(manifest or quadrant_manifest(), tensors, card, inputs)).folder
