"""How figures fall when images get worse, or take from another class what tells their source.

They get worse by rotation, noise, blur, contrast, JPEG and a box that is drawn elsewhere; amplitude spectrum, coarse
layout, outermost frame, and grey levels, spectrum, frame and corners at once are what they take. Every perturbation
acts on the image before preprocessing, as an acquisition or an export would, and draws its random numbers from the
image's path, so that every model sees the same changed images. The perturbed box follows the study of bone tumours that
moved the crop around the lesion.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from radviewer.core.errors import InputProblem
from radviewer.core.image import Image, ImageRef
from radviewer.core.tasks import CancellationToken, ProgressCallback, silent
from radviewer.inference.predictor import Predictor
from radviewer.io.reader import read_image
from radviewer.io.recompress import jpeg_round_trip
from radviewer.training.assessment import Estimate, averages
from radviewer.training.borrow import CORNER, FRAME, LAYOUT, take_frame, take_layout, take_origin, take_spectrum
from radviewer.training.boxes import Box, cut, mask_box, read_mask
from radviewer.training.dataset import Sample, read_sample
from radviewer.training.scoring import BATCH, score


class Perturbation(StrEnum):
    """What is done to an image."""

    BOX = "box"
    ROTATION = "rotation"
    NOISE = "noise"
    BLUR = "blur"
    CONTRAST = "contrast"
    JPEG = "jpeg"
    SPECTRUM = "spectrum"
    LAYOUT = "layout"
    FRAME = "frame"
    ORIGIN = "origin"


def _even_frame(batch: Tensor, partner: Tensor, share: Tensor) -> Tensor:
    return take_frame(batch, partner, share.flatten(1).expand(-1, 4))


def _even_origin(batch: Tensor, partner: Tensor, share: Tensor) -> Tensor:
    widths, corners = share.flatten(1).expand(-1, 4) * FRAME, share.flatten(1)[:, :, None].expand(-1, 4, 2) * CORNER
    return take_origin(batch, partner, share, widths, corners)


BORROWING = {
    Perturbation.SPECTRUM: take_spectrum,
    Perturbation.LAYOUT: take_layout,
    Perturbation.FRAME: _even_frame,
    Perturbation.ORIGIN: _even_origin,
}
"""What takes from an image of another class. A model that rests on findings hardly minds a share of it; one that rests
on what the classes' images have in common besides (another device, another build) follows the other image."""
LEVELS: dict[Perturbation, tuple[float, ...]] = {
    Perturbation.BOX: (0.05, 0.1, 0.2, 0.3),
    Perturbation.ROTATION: (5.0, 10.0, 20.0, 45.0),
    Perturbation.NOISE: (0.01, 0.02, 0.05, 0.1),
    Perturbation.BLUR: (0.5, 1.0, 2.0, 4.0),
    Perturbation.CONTRAST: (0.9, 0.75, 0.5, 0.25),
    Perturbation.JPEG: (75, 50, 25, 10),
    Perturbation.SPECTRUM: (0.25, 0.5, 0.75, 1.0),
    Perturbation.LAYOUT: (0.25, 0.5, 0.75, 1.0),
    Perturbation.FRAME: (0.02, 0.05, 0.08, 0.12),
    Perturbation.ORIGIN: (0.25, 0.5, 0.75, 1.0),
}
UNITS: dict[Perturbation, str] = {
    Perturbation.BOX: "largest shift and change of size, share of the box",
    Perturbation.ROTATION: "degrees, either way",
    Perturbation.NOISE: "standard deviation, share of the grey range",
    Perturbation.BLUR: "standard deviation of the Gaussian, pixels at 256 pixels a side",
    Perturbation.CONTRAST: "factor about the mean grey value",
    Perturbation.JPEG: "JPEG quality",
    Perturbation.SPECTRUM: "share of the amplitude spectrum of an image of another class",
    Perturbation.LAYOUT: f"share of the picture at {LAYOUT} x {LAYOUT} grey levels of an image of another class",
    Perturbation.FRAME: "width of the outermost frame, share of the side, taken from an image of another class",
    Perturbation.ORIGIN: (
        f"share, from an image of another class at once, of its grey levels, of half of its spectrum, of a frame of "
        f"{100 * FRAME:.0f} % and of corners of {100 * CORNER:.0f} % of the side"
    ),
}


@dataclass(frozen=True, slots=True)
class RobustnessPoint:
    """Figures at one level; the level of unchanged images is None."""

    level: float | None
    accuracy: Estimate
    macro_auc: Estimate


@dataclass(frozen=True, slots=True)
class Curve:
    """One perturbation from unchanged to worst."""

    kind: Perturbation
    unit: str
    points: tuple[RobustnessPoint, ...]


def curves(
    predictor: Predictor,
    samples: tuple[Sample, ...],
    kinds: tuple[Perturbation, ...] = tuple(Perturbation),
    progress: ProgressCallback = silent,
    *,
    token: CancellationToken | None = None,
    batch: int = BATCH,
    seed: int = 1,
) -> tuple[Curve, ...]:
    """Figures at every level of every perturbation.

    Args:
        predictor: The loaded model.
        samples: Labelled images.
        kinds: Which perturbations.
        progress: Told after each batch.
        token: To cancel.
        batch: Images in one pass.
        seed: Of the bootstraps.

    Raises:
        InputProblem: Images are to take from another class, and there is one class only.
    """
    others = partners(samples) if BORROWING.keys() & set(kinds) else {}

    def point(kind: Perturbation | None, level: float | None) -> RobustnessPoint:
        change = None if kind is None or level is None else changed(kind, level, others if kind in BORROWING else {})
        stage = "unchanged images" if kind is None else f"{kind.value} {level:g}"
        scored = score(predictor, samples, progress, token=token, batch=batch, change=change, stage=stage)
        names = [sample.group or f"\0{index}" for index, sample in enumerate(scored.samples)]
        clusters = np.unique(names, return_inverse=True)[1]
        found = averages(scored.probabilities(predictor.manifest), scored.truth, clusters, seed)
        return RobustnessPoint(level, found["accuracy"], found["macro_auc"])

    unchanged = point(None, None)
    return tuple(
        Curve(kind, UNITS[kind], (unchanged, *(point(kind, level) for level in LEVELS[kind]))) for kind in kinds
    )


def partners(samples: tuple[Sample, ...]) -> dict[ImageRef, Sample]:
    """For each image one of another class, drawn by its name.

    Raises:
        InputProblem: There is one class only.
    """
    ordered = sorted(samples, key=lambda sample: (sample.ref.path.name, sample.ref.frame))
    apart = {label: [other for other in ordered if other.label != label] for label in {s.label for s in samples}}
    if not all(apart.values()):
        raise InputProblem(
            "All images are of one class, so none can take from another class.",
            hint=f"Leave {', '.join(BORROWING)} out, or give images of two classes.",
        )
    return {
        sample.ref: apart[sample.label][np.random.default_rng(_number(sample)).integers(len(apart[sample.label]))]
        for sample in samples
    }


def changed(
    kind: Perturbation, level: float, others: Mapping[ImageRef, Sample] = MappingProxyType({})
) -> Callable[[Image, Sample], Image]:
    """The perturbation as a function of an image and its sample.

    Args:
        kind: Which.
        level: One of its unit's.
        others: For kinds that take from another image, whose it is, from `partners`.
    """

    def change(image: Image, sample: Sample) -> Image:
        generator = np.random.default_rng(_number(sample))
        if kind is Perturbation.BOX:
            return _moved_box(image, sample, level, generator)
        pixels = np.asarray(image.pixels)
        low, high = _ends(pixels)
        values = (pixels.astype(np.float32) - low) / (high - low)
        if (take := BORROWING.get(kind)) is not None:
            values = _borrowed(values, _partner_values(others[sample.ref]), take, level)
        else:
            values = _perturbed(kind, values, level, generator)
        restored = np.clip(values, 0, 1) * (high - low) + low
        if np.issubdtype(pixels.dtype, np.integer):
            restored = np.rint(restored)
        return replace(image, pixels=np.ascontiguousarray(restored.astype(pixels.dtype)))

    return change


def _ends(pixels: NDArray[Any]) -> tuple[float, float]:
    low, high = float(pixels.min()), float(pixels.max())
    if high <= low:
        raise InputProblem("The image is constant.", hint="It cannot be perturbed.")
    return low, high


def _partner_values(other: Sample) -> NDArray[np.float32]:
    """Grey values in 0..1 of an image that another one takes from; what is wrong with it is said with its name."""
    try:
        pixels = np.asarray(read_sample(other).pixels)
        low, high = _ends(pixels)
    except InputProblem as problem:
        raise InputProblem(
            f"It cannot take from {other.ref.path.name}. {problem}",
            hint=f"Leave {', '.join(BORROWING)} out, or that image.",
        ) from problem
    return (pixels.astype(np.float32) - low) / np.float32(high - low)


def _borrowed(
    values: NDArray[np.float32],
    theirs: NDArray[np.float32],
    take: Callable[[Tensor, Tensor, Tensor], Tensor],
    share: float,
) -> NDArray[np.float32]:
    """Grey values in 0..1 that have taken a share of another image's, which is brought to the same size before."""
    planes = [_planes(values), _planes(theirs)]
    if len(planes[0]) != len(planes[1]):  # one in colour, one not
        planes[1] = planes[1].mean(dim=0, keepdim=True).expand(len(planes[0]), -1, -1)
    planes[1] = functional.interpolate(
        planes[1][None], size=planes[0].shape[-2:], mode="bilinear", align_corners=False, antialias=True
    )[0]
    mixed = take(torch.stack(planes), torch.tensor([1, 1]), torch.full((2, 1, 1, 1), share))[0]
    return np.asarray(mixed[0] if values.ndim == 2 else mixed.permute(1, 2, 0))


def _planes(values: NDArray[np.float32]) -> Tensor:
    """(C, H, W) of a picture (H, W) or (H, W, C)."""
    return torch.from_numpy(values[None] if values.ndim == 2 else np.ascontiguousarray(values.transpose(2, 0, 1)))


def _perturbed(
    kind: Perturbation, values: NDArray[np.float32], level: float, generator: np.random.Generator
) -> NDArray[np.float32]:
    """Grey values in 0..1, changed."""
    from scipy import ndimage

    if kind is Perturbation.ROTATION:
        angle = level * (1 if generator.random() < 0.5 else -1)
        return np.asarray(ndimage.rotate(values, angle, axes=(1, 0), reshape=False, order=1, mode="nearest"))
    if kind is Perturbation.NOISE:
        noise = generator.standard_normal(values.shape[:2], dtype=np.float32) * np.float32(level)
        return np.asarray(values + (noise if values.ndim == 2 else noise[..., None]))
    if kind is Perturbation.BLUR:
        width = level * max(values.shape[:2]) / 256
        return np.asarray(ndimage.gaussian_filter(values, (width, width, 0)[: values.ndim]))
    if kind is Perturbation.CONTRAST:
        mean = np.float32(values.mean())
        return np.asarray(mean + (values - mean) * np.float32(level), dtype=np.float32)
    eight = np.rint(values * 255).astype(np.uint8)
    return np.asarray(jpeg_round_trip(np.ascontiguousarray(eight), round(level)), dtype=np.float32) / np.float32(255)


def _moved_box(image: Image, sample: Sample, level: float, generator: np.random.Generator) -> Image:
    """The crop of a box that was drawn elsewhere; without a mask the box is the image, drawn smaller."""
    whole = read_image(sample.ref) if sample.mask is not None else image
    down, across, size = generator.uniform(-level, level, 3)
    if sample.mask is None:
        rows, columns = whole.pixels.shape[:2]
        return cut(whole, Box(0, 0, rows, columns).moved(down / 2, across / 2, 1 - abs(size)))
    box = mask_box(read_mask(sample.mask, whole.pixels.shape))
    return cut(whole, box.moved(down, across, 1 + size).widened(sample.margin), sample.least)


def _number(sample: Sample) -> int:
    digest = hashlib.sha256(f"{sample.ref.path.name} {sample.ref.frame}".encode()).digest()
    return int.from_bytes(digest[:8], "big")
