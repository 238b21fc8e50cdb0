"""From an image to a model's input, together with the transform that brings maps back.

Resampling is antialiased bilinear with pixel areas aligned (torch's `align_corners=False`), which is the convention of
`GridTransform`: a pixel covers [i, i+1), so a resize is a pure scale and a heat map cannot drift.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from radviewer.core.errors import DegenerateImage, UnsupportedImage
from radviewer.core.geometry import GridTransform
from radviewer.core.grayscale import display_values, modality_values
from radviewer.core.image import Image
from radviewer.inference.manifest import ColorUse, Fit, InputSpec, InputStage

SMALLEST_SIDE = 16
LONGEST_RATIO = 20.0

_LUMINANCE = np.array([0.299, 0.587, 0.114])  # ITU-R BT.601, as in PS3.3 C.7.6.3.1.2
_HINT = "The model gives no score for it; choose another image."


def prepare(image: Image, spec: InputSpec) -> tuple[NDArray[np.float32], GridTransform]:
    """The input tensor of an image, without the batch axis.

    Args:
        image: Any image.
        spec: The pack's preprocessing.

    Returns:
        float32 (channels, rows, columns), normalised by mean and std, and the transform from the image's grid to it.

    Raises:
        DegenerateImage: The image is constant, not finite, or too small or too narrow to analyse.
    """
    plane, grid = prepare_plane(image, spec)
    return normalise(plane, spec), grid


def prepare_plane(image: Image, spec: InputSpec) -> tuple[NDArray[np.float32], GridTransform]:
    """The same before mean and std: float32 (1, rows, columns) of grey, or (3, rows, columns) of RGB, in 0..1."""
    _check_shape(image)
    values = stage_values(image, spec)
    if float(values.max()) - float(values.min()) < 1e-6:
        raise DegenerateImage(
            f"{image.ref.path.name} shows one constant value and holds nothing to analyse.", hint=_HINT
        )
    grid = fit_transform(image.shape, image.aspect, spec)
    return resample(values, grid, spec.fill), grid


def normalise(plane: NDArray[np.float32], spec: InputSpec) -> NDArray[np.float32]:
    """Values in 0..1 to the network's numbers; grey is repeated for a model with three channels."""
    mean = np.asarray(spec.mean, dtype=np.float32)[:, None, None]
    std = np.asarray(spec.std, dtype=np.float32)[:, None, None]
    return np.ascontiguousarray((plane - mean) / std, dtype=np.float32)


def stage_values(image: Image, spec: InputSpec) -> NDArray[np.float32]:
    """The values that the model consumes, in 0..1: (1, rows, columns), or (3, rows, columns) where it sees colour.

    Raises:
        DegenerateImage: Some value is not a finite number.
        UnsupportedImage: A colour image for a model of stored or modality values.
    """
    if image.pixels.dtype.kind == "f" and not np.isfinite(image.pixels).all():
        raise DegenerateImage(f"{image.ref.path.name} holds values that are not finite numbers.", hint=_HINT)
    if spec.stage is InputStage.VOI:
        return _displayed(image, spec)
    if image.is_color:
        raise UnsupportedImage(
            f"{image.ref.path.name} is a colour image; the model takes measured values of grey images.", hint=_HINT
        )
    values = image.pixels.astype(np.float64) if spec.stage is InputStage.STORED else modality_values(image)
    low, high = spec.value_range or (0.0, 1.0)
    return np.clip((values - low) / (high - low), 0, 1).astype(np.float32)[None]


def _displayed(image: Image, spec: InputSpec) -> NDArray[np.float32]:
    shown = display_values(image)
    if shown.ndim == 2:
        return (shown.astype(np.float32) / np.float32(255))[None]
    if spec.color is ColorUse.RGB:
        return np.ascontiguousarray(shown.transpose(2, 0, 1), dtype=np.float32) / np.float32(255)
    gray = shown[..., 0] if _is_gray(shown) else np.floor(shown @ _LUMINANCE + 0.5)
    return (gray.astype(np.float32) / np.float32(255))[None]


def _is_gray(shown: NDArray[np.uint8]) -> bool:
    return bool((shown[..., 0] == shown[..., 1]).all() and (shown[..., 0] == shown[..., 2]).all())


def fit_transform(shape: tuple[int, int], aspect: float, spec: InputSpec) -> GridTransform:
    """How an image's grid comes to the model's.

    Args:
        shape: Rows and columns of the image.
        aspect: Height of a pixel over its width; the image is resampled to square pixels.
        spec: The model's size and fit.
    """
    start = GridTransform.identity(shape)
    height, width = shape[0] * aspect, float(shape[1])
    ratios = spec.rows / height, spec.columns / width
    if spec.fit is Fit.SQUASH:
        return start.resize(spec.rows, spec.columns)
    if spec.fit is Fit.LETTERBOX:
        rows = min(spec.rows, max(1, round(height * min(ratios))))
        columns = min(spec.columns, max(1, round(width * min(ratios))))
        top, left = (spec.rows - rows) // 2, (spec.columns - columns) // 2
        return start.resize(rows, columns).pad(top, left, spec.rows - rows - top, spec.columns - columns - left)
    rows = max(spec.rows, round(height * max(ratios)))
    columns = max(spec.columns, round(width * max(ratios)))
    top, left = (rows - spec.rows) // 2, (columns - spec.columns) // 2
    return start.resize(rows, columns).crop(top, left, spec.rows, spec.columns)


def resample(values: NDArray[np.float32], grid: GridTransform, fill: float) -> NDArray[np.float32]:
    """Values (channels, rows, columns) of the source grid on the target grid; `fill` where there is no source."""
    rows = round(values.shape[1] * grid.scale[0])
    columns = round(values.shape[2] * grid.scale[1])
    resized = values
    if (rows, columns) != values.shape[1:]:
        tensor = torch.from_numpy(np.ascontiguousarray(values))[None]
        size = (rows, columns)
        resized = functional.interpolate(tensor, size, mode="bilinear", antialias=True, align_corners=False)[0].numpy()
    target = np.full((values.shape[0], *grid.target_shape), np.float32(fill), dtype=np.float32)
    top, left = round(grid.offset[0]), round(grid.offset[1])
    to_rows, from_rows = _overlap(top, rows, grid.target_shape[0])
    to_columns, from_columns = _overlap(left, columns, grid.target_shape[1])
    target[:, to_rows, to_columns] = resized[:, from_rows, from_columns]
    return target


def _overlap(offset: int, length: int, target: int) -> tuple[slice, slice]:
    start, stop = max(offset, 0), min(offset + length, target)
    return slice(start, stop), slice(start - offset, stop - offset)


def _check_shape(image: Image) -> None:
    rows, columns = image.shape
    if min(rows, columns) < SMALLEST_SIDE:
        raise DegenerateImage(
            f"{image.ref.path.name} has {rows} x {columns} pixels; less than {SMALLEST_SIDE} on a side cannot be "
            "analysed.",
            hint=_HINT,
        )
    height = rows * image.aspect
    if max(height / columns, columns / height) > LONGEST_RATIO:
        raise DegenerateImage(
            f"{image.ref.path.name} is more than {LONGEST_RATIO:.0f} times as long as it is wide and cannot be "
            "analysed.",
            hint=_HINT,
        )
