"""What a model pack says about itself: `model.toml`, the extension point that needs no code.

Everything that decides a score stands here (network, preprocessing, labels, activation, calibration), so two programs
that read the same pack give the same numbers. This module loads no torch: the window lists models before torch is up.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from radviewer.core.errors import ModelPackProblem
from radviewer.core.labels import Label
from radviewer.core.prediction import OperatingPoint
from radviewer.core.strict_tables import Strict
from radviewer.inference import strict_toml

SCHEMA = 1
MANIFEST_FILE = "model.toml"
CARD_FILE = "card.md"

STATISTICS = ("mean", "std", "dark", "border", "detail")  # see gate.image_statistics

Scalar = str | int | float | bool

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class InputStage(StrEnum):
    """Which values of an image the model consumes (PS3.3 C.11)."""

    STORED = "stored"
    MODALITY = "modality"
    VOI = "voi"


class Fit(StrEnum):
    """How an image comes to the model's size."""

    LETTERBOX = "letterbox"
    SQUASH = "squash"
    CENTER_CROP = "center-crop"


class ColorUse(StrEnum):
    """What the model sees of a colour image."""

    LUMINANCE = "luminance"
    RGB = "rgb"


class Activation(StrEnum):
    """From logits to probabilities: one of the labels, or each for itself."""

    SOFTMAX = "softmax"
    SIGMOID = "sigmoid"


@dataclass(frozen=True, slots=True)
class ArchitectureSpec:
    """Which network, by its name in the registry of architectures, and the arguments that its builder takes."""

    name: str
    arguments: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InputSpec:
    """From an image to the network's input tensor.

    Attributes:
        stage: The values that are consumed. VOI means what the screen shows, in 0..1.
        rows: Height of the input tensor.
        columns: Width of the input tensor.
        channels: 1, or 3 (grey values are repeated).
        mean: One for each channel, subtracted from values in 0..1.
        std: One for each channel, > 0; then divided by.
        fit: How the image comes to rows x columns.
        fill: Value of the margin of a letterbox, in 0..1.
        color: What is made of a colour image.
        value_range: For the stages STORED and MODALITY: the values that become 0 and 1.
    """

    stage: InputStage
    rows: int
    columns: int
    channels: int
    mean: tuple[float, ...]
    std: tuple[float, ...]
    fit: Fit = Fit.LETTERBOX
    fill: float = 0.0
    color: ColorUse = ColorUse.LUMINANCE
    value_range: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class ExplainSpec:
    """Where and how large explanations are.

    Attributes:
        cam_layer: The last layer of the trunk, whose output Grad-CAM weighs.
        gradcam_reference: Top of the absolute colour scale: 99th percentile, over validation images, of the maximum
            of the map of the predicted label.
        saliency_reference: The same for saliency.
    """

    cam_layer: str
    gradcam_reference: float
    saliency_reference: float


@dataclass(frozen=True, slots=True)
class StatisticRange:
    """What a simple statistic of the prepared image was on the model's own data; beyond it an image is flagged."""

    name: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class FeatureGateSpec:
    """How far trunk features may lie from the model's own data.

    Attributes:
        file: safetensors file with the packed statistics.
        flag_above: Distance above which an image is flagged.
        refuse_above: Distance above which an image is refused.
        source: On which images the thresholds were set, in words.
    """

    file: str
    flag_above: float
    refuse_above: float
    source: str


@dataclass(frozen=True, slots=True)
class GateSpec:
    """Which images the model is made for.

    Attributes:
        modalities: DICOM modalities that it was made for; empty for any.
        body_parts: Body Part Examined (0018,0015) values that fit; empty for any.
        color: Whether true colour images (three differing channels) are its kind.
        statistics: Ranges of simple statistics.
        features: Limits in feature space, or None.
    """

    modalities: tuple[str, ...] = ()
    body_parts: tuple[str, ...] = ()
    color: bool = False
    statistics: tuple[StatisticRange, ...] = ()
    features: FeatureGateSpec | None = None


@dataclass(frozen=True, slots=True)
class WeightsSpec:
    """The weights' file, its SHA-256 in hexadecimal and the type that the numbers are stored in."""

    file: str
    sha256: str
    dtype: str = "float32"


@dataclass(frozen=True, slots=True)
class PackManifest:
    """All that `model.toml` says; its keys are these fields.

    Attributes:
        schema: Version of this format.
        id: Name in scripts and folders: lower-case letters, digits and hyphens.
        version: Of the model, for example "1.0.0"; changes with anything that changes a score.
        title: What the reader sees.
        licence: Of the weights, with the sources' licences in words.
        intended_use: What it is for and what it is not for.
        architecture: The network.
        input: Preprocessing.
        labels: In the order of the outputs.
        activation: From logits to probabilities.
        temperature: Divides the logits before the activation (Guo et al., ICML 2017); None where not calibrated.
        calibration_source: On which images the temperature was fitted, in words.
        operating_points: Thresholds with what they were measured to do.
        explain: CAM layer and absolute colour scales.
        gate: Which images it is made for.
        weights: The weights' file.
    """

    schema: int
    id: str
    version: str
    title: str
    licence: str
    intended_use: str
    architecture: ArchitectureSpec
    input: InputSpec
    labels: tuple[Label, ...]
    activation: Activation
    explain: ExplainSpec
    weights: WeightsSpec
    temperature: float | None = None
    calibration_source: str = ""
    operating_points: tuple[OperatingPoint, ...] = ()
    gate: GateSpec = GateSpec()


def parse_manifest(text: str, file: Path | str) -> PackManifest:
    """Reads and checks a manifest.

    Args:
        text: The contents of `model.toml`.
        file: Named in messages.

    Raises:
        ModelPackProblem: Names file, table, key and what was expected.
    """
    manifest = Strict(ModelPackProblem, file).parse(text, PackManifest)
    for good, key, wanted in _rules(manifest):
        if not good:
            raise ModelPackProblem(f"{file}: '{key}' does not fit.", hint=f"It must be {wanted}.")
    return manifest


def to_toml(manifest: PackManifest) -> str:
    """The manifest as TOML text that `parse_manifest` reads back to an equal value."""
    return strict_toml.dump(manifest)


def _rules(m: PackManifest) -> list[tuple[bool, str, str]]:
    keys = [label.key for label in m.labels]
    return [
        (m.schema == SCHEMA, "schema", f"{SCHEMA}; a newer pack needs a newer radviewer"),
        (_ID.fullmatch(m.id) is not None, "id", "lower-case letters and digits, with single hyphens between"),
        (bool(m.version.strip()), "version", "a version such as 1.0.0"),
        (bool(m.title.strip()), "title", "a title for the reader"),
        (len(keys) >= (2 if m.activation is Activation.SOFTMAX else 1), "labels", "two or more (sigmoid: one or more)"),
        (len(set(keys)) == len(keys), "labels", "labels with different keys"),
        (m.temperature is None or _positive(m.temperature), "temperature", "a number above 0"),
        (_FILE.fullmatch(m.weights.file) is not None, "weights.file", "a plain file name"),
        (m.weights.file.endswith(".safetensors"), "weights.file", "a .safetensors file; pickles are refused"),
        (_SHA256.fullmatch(m.weights.sha256) is not None, "weights.sha256", "64 hexadecimal digits"),
        (_positive(m.explain.gradcam_reference), "explain.gradcam_reference", "a number above 0"),
        (_positive(m.explain.saliency_reference), "explain.saliency_reference", "a number above 0"),
        *_input_rules(m.input),
        *_point_rules(m.operating_points, keys),
        *_gate_rules(m.gate),
    ]


def _input_rules(spec: InputSpec) -> list[tuple[bool, str, str]]:
    ranged = spec.stage is not InputStage.VOI
    span = spec.value_range
    return [
        (8 <= spec.rows <= 4096, "input.rows", "between 8 and 4096"),
        (8 <= spec.columns <= 4096, "input.columns", "between 8 and 4096"),
        (spec.channels in {1, 3}, "input.channels", "1 or 3"),
        (len(spec.mean) == spec.channels, "input.mean", "a list with one number for each channel"),
        (len(spec.std) == spec.channels, "input.std", "a list with one number for each channel"),
        (all(map(math.isfinite, spec.mean)), "input.mean", "finite numbers"),
        (all(map(_positive, spec.std)), "input.std", "numbers above 0"),
        (0 <= spec.fill <= 1, "input.fill", "between 0 and 1"),
        ((span is not None) == ranged, "input.value_range", "given for the stages stored and modality, and only there"),
        (span is None or (all(map(math.isfinite, span)) and span[0] < span[1]), "input.value_range", "[low, high]"),
        (spec.color is ColorUse.LUMINANCE or spec.channels == 3, "input.color", "luminance unless channels is 3"),
    ]


def _point_rules(points: tuple[OperatingPoint, ...], keys: list[str]) -> list[tuple[bool, str, str]]:
    rules = []
    for number, point in enumerate(points, 1):
        where = f"operating_points[{number}]"
        shares = [point.threshold, point.sensitivity or 0.0, point.specificity or 0.0]
        rules.append((point.label_key in keys, f"{where}.label_key", f"one of {', '.join(keys)}"))
        rules.append((all(0 <= share <= 1 for share in shares), where, "made of shares between 0 and 1"))
    return rules


def _gate_rules(gate: GateSpec) -> list[tuple[bool, str, str]]:
    rules = [
        (item.low <= item.high, f"gate.statistics[{number}]", "a low that is not above its high")
        for number, item in enumerate(gate.statistics, 1)
    ]
    names = ", ".join(STATISTICS)
    rules.extend((item.name in STATISTICS, "gate.statistics", f"one of {names}") for item in gate.statistics)
    if gate.features is not None:
        spec = gate.features
        rules.append((_FILE.fullmatch(spec.file) is not None, "gate.features.file", "a plain file name"))
        rules.append((0 < spec.flag_above <= spec.refuse_above, "gate.features", "0 < flag_above <= refuse_above"))
    return rules


def _positive(value: float) -> bool:
    return math.isfinite(value) and value > 0
