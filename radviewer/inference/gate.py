"""Whether an image is of the kind that a model was made for: the wrong kind gets no silent score.

Three looks, from cheap to telling: what the header says, simple statistics of the prepared image beside the model's
own data, and the distance of the trunk's features from them (Lee et al., NeurIPS 2018: Mahalanobis distance with a
covariance shared by the classes).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import numpy as safetensors_numpy

from radviewer.core.image import Image
from radviewer.core.prediction import GateResult, GateVerdict
from radviewer.inference.manifest import FeatureGateSpec, GateSpec

_DARK = 0.08  # of the display range; air around a head lies below it
_EDGE = 0.06  # share of a side that counts as border


@dataclass(frozen=True, slots=True, eq=False)
class FeatureStatistics:
    """What the trunk's features of the model's own data look like.

    Attributes:
        means: float32 (classes, D): mean of the spatially averaged features of each class.
        whitening: float32 (D, d): features @ whitening has unit covariance within the classes.
    """

    means: NDArray[np.float32]
    whitening: NDArray[np.float32]

    def distance(self, features: NDArray[np.float32]) -> float:
        """Distance of spatially averaged features (D,) to the nearest class, per root of the dimension.

        About 1 for the model's own kind of images, since a squared distance in d dimensions has the mean d.
        """
        offsets = (features[None] - self.means) @ self.whitening
        squared = (offsets.astype(np.float64) ** 2).sum(axis=1)
        return float(np.sqrt(squared.min() / self.whitening.shape[1]))


def read_statistics(folder: Path, spec: FeatureGateSpec) -> FeatureStatistics:
    """The packed statistics; the pack's checksums were verified before."""
    tensors = safetensors_numpy.load((folder / spec.file).read_bytes())
    return FeatureStatistics(tensors["means"].astype(np.float32), tensors["whitening"].astype(np.float32))


def judge(image: Image, plane: NDArray[np.float32], spec: GateSpec, distance: float | None = None) -> GateResult:
    """The verdict on one image.

    Args:
        image: With its header facts.
        plane: The prepared image before mean and std, (1 or 3, rows, columns) in 0..1.
        spec: The pack's limits.
        distance: `FeatureStatistics.distance` of its features, if the pack has statistics.
    """
    refused = [*_header_refusals(image, spec), *_color_refusals(image, spec)]
    flagged = [*_header_flags(image, spec), *_statistic_flags(plane, spec)]
    if distance is not None and spec.features is not None:
        if distance > spec.features.refuse_above:
            refused.append(
                f"It is unlike the images that the model was made with (distance {distance:.2f}; "
                f"refused above {spec.features.refuse_above:.2f})."
            )
        elif distance > spec.features.flag_above:
            flagged.append(
                f"It is unlike the images that the model was made with (distance {distance:.2f}; "
                f"unusual above {spec.features.flag_above:.2f})."
            )
    verdict = GateVerdict.REFUSED if refused else GateVerdict.FLAGGED if flagged else GateVerdict.IN_DOMAIN
    reasons = (*refused, *flagged)
    if distance is None or spec.features is None:
        return GateResult(verdict, reasons)
    return GateResult(verdict, reasons, distance, spec.features.flag_above, spec.features.refuse_above)


def image_statistics(plane: NDArray[np.float32]) -> dict[str, float]:
    """Simple statistics of a prepared image in 0..1, by name.

    mean, std: of grey values. dark: share of pixels darker than 8 % of the range. border: mean grey of the outermost
    6 % of each side. detail: mean absolute difference of neighbouring pixels (noise is rich in it).
    """
    gray = plane.mean(axis=0)
    rows, columns = (max(1, round(size * _EDGE)) for size in gray.shape)
    inner = np.zeros(gray.shape, dtype=bool)
    inner[rows:-rows, columns:-columns] = True
    steps = np.abs(np.diff(gray, axis=0)).mean() + np.abs(np.diff(gray, axis=1)).mean()
    return {
        "mean": float(gray.mean()),
        "std": float(gray.std()),
        "dark": float((gray < _DARK).mean()),
        "border": float(gray[~inner].mean()),
        "detail": float(steps / 2),
    }


def color_share(pixels: NDArray[np.generic]) -> float:
    """Share of pixels of a colour image whose channels differ visibly (by more than 1/16 of the largest value)."""
    values = pixels.astype(np.float32)
    top = max(float(values.max()), 1.0)
    spread = values.max(axis=2) - values.min(axis=2)
    return float((spread > top / 16).mean())


def _header_refusals(image: Image, spec: GateSpec) -> list[str]:
    modality = image.facts.modality.strip().upper()
    if spec.modalities and modality and modality not in {"OT", "SC", *spec.modalities}:
        return [f"The header gives the modality {modality}; the model was made for {_listed(spec.modalities)}."]
    return []


def _header_flags(image: Image, spec: GateSpec) -> list[str]:
    part = image.facts.body_part.strip().upper()
    if spec.body_parts and part and part not in spec.body_parts:
        return [f"The header gives the body part {part}; the model was made for {_listed(spec.body_parts)}."]
    return []


def _color_refusals(image: Image, spec: GateSpec) -> list[str]:
    if image.is_color and not spec.color and color_share(image.pixels) > 0.02:
        return ["It is a colour picture; the model was made for grey images."]
    return []


_WORDS = {
    "mean": ("darker on the whole", "brighter on the whole"),
    "std": ("poorer in contrast", "richer in contrast"),
    "dark": ("with less dark background", "with more dark background"),
    "border": ("darker at the border", "brighter at the border"),
    "detail": ("smoother", "noisier"),
}


def _statistic_flags(plane: NDArray[np.float32], spec: GateSpec) -> list[str]:
    found = image_statistics(plane)
    reasons = []
    for item in spec.statistics:
        value = found[item.name]
        if not item.low <= value <= item.high:
            words = _WORDS[item.name][value > item.high]
            reasons.append(
                f"It is {words} than the images that the model was made with ({item.name} {value:.3f}, "
                f"theirs {item.low:.3f} to {item.high:.3f})."
            )
    return reasons


def _listed(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
