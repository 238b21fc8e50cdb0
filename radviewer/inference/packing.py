"""Writes a pack: weights, card, golden cases and manifest, then the checksums over all of them, whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from radviewer.core.errors import ModelPackProblem
from radviewer.core.prediction import Prediction
from radviewer.core.tasks import CancellationToken
from radviewer.inference import integrity, strict_toml
from radviewer.inference.checks import (
    CASES_FILE,
    CHECKS_FOLDER,
    TOLERANCE,
    GoldenCase,
    GoldenCases,
    check_pack,
    golden_image,
)
from radviewer.inference.manifest import CARD_FILE, MANIFEST_FILE, PackManifest, WeightsSpec, parse_manifest, to_toml
from radviewer.inference.predictor import Predictor
from radviewer.inference.registry import Pack, read_pack
from radviewer.inference.weights import write_weights

WEIGHTS_FILE = "weights.safetensors"
UNWRITTEN = WeightsSpec(WEIGHTS_FILE, "0" * 64)


@dataclass(frozen=True, slots=True, eq=False)
class PackParts:
    """What a pack is made of.

    Attributes:
        manifest: Its weights table is filled in by `write_pack`.
        tensors: The whole network's state by name.
        card: Markdown.
        golden_inputs: Generated 8-bit grey pictures (rows, columns) by name; their scores become the golden cases.
        dtype: How floating numbers are stored: float32 or float16.
        extra: Further files by name, for example the gate's statistics.
    """

    manifest: PackManifest
    tensors: Mapping[str, Tensor]
    card: str
    golden_inputs: Mapping[str, NDArray[np.uint8]]
    dtype: torch.dtype = torch.float32
    extra: Mapping[str, bytes] = field(default_factory=dict)


def write_pack(folder: Path, parts: PackParts) -> Pack:
    """Writes a pack into a new folder and checks it.

    Args:
        folder: Must not exist; it appears only when the pack is complete.
        parts: What goes in.

    Raises:
        ModelPackProblem: The folder exists, or the pack does not pass its own golden cases.
    """
    if folder.exists():
        raise ModelPackProblem(f"{folder} exists already.", hint="Remove it or choose another folder.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".packing-", dir=folder.parent))
    try:
        made = staging / folder.name
        made.mkdir()
        _write_files(made, parts)
        integrity.write_sums(made)
        report = check_pack(read_pack(made))
        if not report.passed:
            raise ModelPackProblem(
                f"The new pack differs from its golden cases by {report.largest_difference:.2g}.",
                hint="The network is not deterministic.",
            )
        made.rename(folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return read_pack(folder)


def _write_files(folder: Path, parts: PackParts) -> None:
    digest = write_weights(folder / WEIGHTS_FILE, dict(parts.tensors), parts.dtype)
    weights = WeightsSpec(WEIGHTS_FILE, digest, str(parts.dtype).removeprefix("torch."))
    text = to_toml(replace(parts.manifest, weights=weights))
    manifest = parse_manifest(text, folder / MANIFEST_FILE)
    (folder / MANIFEST_FILE).write_text(text, encoding="utf-8", newline="\n")
    (folder / CARD_FILE).write_text(parts.card, encoding="utf-8", newline="\n")
    for name, data in parts.extra.items():
        (folder / name).write_bytes(data)
    _write_checks(folder, manifest, parts.golden_inputs)


def _write_checks(folder: Path, manifest: PackManifest, inputs: Mapping[str, NDArray[np.uint8]]) -> None:
    checks = folder / CHECKS_FOLDER
    checks.mkdir()
    predictor = Predictor.load(Pack(folder, manifest), "cpu")
    cases = []
    for name, pixels in inputs.items():
        path = checks / f"{name}.npy"
        np.save(path, pixels, allow_pickle=False)
        prediction = predictor.forward(golden_image(path), CancellationToken()).prediction
        cases.append(GoldenCase(path.name, _by_label(prediction)))
    text = strict_toml.dump(GoldenCases(tuple(cases), TOLERANCE))
    (checks / CASES_FILE).write_text(text, encoding="utf-8", newline="\n")


def _by_label(prediction: Prediction) -> dict[str, float]:
    return {score.label.key: score.probability for score in prediction.scores}
