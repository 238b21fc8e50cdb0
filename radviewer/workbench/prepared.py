"""An image made ready for quick display: half-resolution levels and the windows that cost a pass over the pixels.

Reducing by nearest neighbour aliases and reducing 9 million pixels on each repaint is slow; so levels are averaged
once, in the stored type, and a repaint reads the level whose pixels are at most twice as fine as the screen's.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.grayscale import (
    Presentation,
    Voi,
    apply_modality,
    default_voi,
    display_table,
    display_values,
    full_range,
)
from radviewer.core.image import Image, ImageRef, LookupTable, VoiFunction, Window
from radviewer.workbench.measuring.identity import image_key

_SMALLEST = 64  # levels stop when a side would fall below
_SAMPLES = 200_000  # pixels that an automatic window looks at
_TAILS = (0.5, 99.5)  # percentiles that an automatic window spans


@dataclass(frozen=True, slots=True, eq=False)
class PreparedImage:
    """An image with its levels.

    Attributes:
        image: As it was read.
        levels: `levels[0]` is `image.pixels`; each next has half the rows and columns (rounded up).
        default: What is shown without being told.
        auto: A window over the middle 99 % of the values.
        seen: For each level what the display shutter leaves to be seen, bool; empty without a shutter.
        drawn: For each level what the header's overlay planes draw, bool; empty without planes.
        key: Names the image for good; see `measuring.identity`.
    """

    image: Image
    levels: tuple[NDArray[Any], ...]
    default: Voi
    auto: Window
    seen: tuple[NDArray[np.bool_], ...] = ()
    drawn: tuple[NDArray[np.bool_], ...] = ()
    key: str = ""

    @property
    def ref(self) -> ImageRef:
        """Which frame."""
        return self.image.ref

    @property
    def nbytes(self) -> int:
        """Memory of all levels."""
        return sum(part.nbytes for part in (*self.levels, *self.seen, *self.drawn))


def prepare(image: Image) -> PreparedImage:
    """Builds the levels and the windows of an image; meant for a background thread."""
    levels = [image.pixels]
    while min(levels[-1].shape[:2]) >= 2 * _SMALLEST:
        levels.append(_halved(levels[-1], image.padding))
    shapes = tuple(level.shape[:2] for level in levels)
    seen = () if image.shutter is None else _reduced(~image.shutter.visible(image.shape), shapes)
    drawn = _reduced(np.logical_or.reduce([plane.mask for plane in image.overlays]), shapes) if image.overlays else ()
    return PreparedImage(
        image,
        tuple(levels),
        default_voi(image),
        auto_window(image),
        tuple(~covered for covered in seen),
        drawn,
        image_key(image),
    )


def auto_window(image: Image) -> Window:
    """A window from the 0.5th to the 99.5th percentile of what is not padding."""
    if image.is_color:
        return full_range(image)
    # Of the full resolution: means of neighbours have less noise, and the window would come out too narrow.
    step = max(1, math.isqrt(image.pixels.size // _SAMPLES))
    values: NDArray[Any] = image.pixels[::step, ::step]
    keep = np.isfinite(values) if values.dtype.kind == "f" else np.ones(values.shape, dtype=bool)
    if image.padding is not None:
        keep &= ~((values >= image.padding[0]) & (values <= image.padding[1]))
    if not keep.any():
        return full_range(image)
    low, high = np.percentile(apply_modality(values[keep], image.modality_lut), _TAILS)
    if high <= low:
        return full_range(image)
    return Window(float(low + high) / 2, float(high - low), VoiFunction.LINEAR_EXACT, "auto")


def _halved(pixels: NDArray[Any], padding: tuple[float, float] | None) -> NDArray[Any]:
    rows, columns = pixels.shape[:2]
    if rows % 2 or columns % 2:
        edge = [(0, rows % 2), (0, columns % 2)] + [(0, 0)] * (pixels.ndim - 2)
        pixels = np.pad(pixels, edge, mode="edge")
    blocks = (pixels[0::2, 0::2], pixels[1::2, 0::2], pixels[0::2, 1::2], pixels[1::2, 1::2])
    wide = np.float32 if pixels.dtype.kind == "f" else np.int64 if pixels.dtype.itemsize > 2 else np.int32
    total: NDArray[Any] = blocks[0].astype(wide)
    for block in blocks[1:]:
        total = total + block
    mean: NDArray[Any] = (np.divide(total, 4) if pixels.dtype.kind == "f" else np.right_shift(total + 2, 2)).astype(
        pixels.dtype
    )
    if padding is not None:
        # A mean of padding and tissue would be a value that is neither.
        for block in blocks:
            is_padding = (block >= padding[0]) & (block <= padding[1])
            mean[is_padding] = block[is_padding]
    return mean


def _reduced(mask: NDArray[np.bool_], shapes: tuple[tuple[int, ...], ...]) -> tuple[NDArray[np.bool_], ...]:
    """A mask for each level, true where any of its pixels is, so that thin lines and borders are kept."""
    levels = [mask]
    for rows, columns in shapes[1:]:
        padded = np.pad(levels[-1], ((0, 2 * rows - levels[-1].shape[0]), (0, 2 * columns - levels[-1].shape[1])))
        levels.append(np.asarray(padded.reshape(rows, 2, columns, 2).any(axis=(1, 3))))
    return tuple(levels)


class GrayTable:
    """Grey values of parts of a prepared image; keeps the last table, so that zoom and pan reuse it."""

    def __init__(self) -> None:
        self._key: tuple[Image, Voi, bool] | None = None
        self._table: NDArray[np.uint8] | None = None

    def gray(
        self,
        prepared: PreparedImage,
        voi: Voi,
        invert: bool,
        level: int,
        rows: slice,
        columns: slice,
        *,
        planes: bool = True,
    ) -> NDArray[np.uint8]:
        """The 8-bit display values of a part of a level.

        Args:
            prepared: The image.
            voi: The window or LUT.
            invert: On top of the image's own polarity.
            level: Index into `prepared.levels`.
            rows: Which rows of the level.
            columns: Which columns of the level.
            planes: Whether the header's overlay planes are drawn, in white.

        Returns:
            C-contiguous uint8 (h, w) or (h, w, 3): `core.grayscale.display_values` of that part, under its shutter.
        """
        gray = self._gray(prepared, voi, invert, level, rows, columns)
        if prepared.seen and prepared.image.shutter is not None:
            gray[~prepared.seen[level][rows, columns]] = prepared.image.shutter.value
        if prepared.drawn and planes:
            gray[prepared.drawn[level][rows, columns]] = 255
        return gray

    def _gray(
        self, prepared: PreparedImage, voi: Voi, invert: bool, level: int, rows: slice, columns: slice
    ) -> NDArray[np.uint8]:
        part = prepared.levels[level][rows, columns]
        image = prepared.image
        if image.is_color or part.dtype.kind not in "iu" or part.dtype.itemsize > 2:
            return np.ascontiguousarray(display_values(replace(image, pixels=part), Presentation(voi, invert)))
        if self._key is None or not _same(self._key, (image, voi, invert)):
            self._table = display_table(part.dtype, image, voi, image.inverse != invert)
            self._key = (image, voi, invert)
        assert self._table is not None
        unsigned: NDArray[Any] = np.ascontiguousarray(part).view(np.uint8 if part.dtype.itemsize == 1 else np.uint16)
        return np.asarray(np.take(self._table, unsigned, mode="wrap"))


def _same(one: tuple[Image, Voi, bool], other: tuple[Image, Voi, bool]) -> bool:
    if one[0] is not other[0] or one[2] != other[2]:
        return False
    if isinstance(one[1], LookupTable) or isinstance(other[1], LookupTable):
        return one[1] is other[1]
    return one[1] == other[1]


def choose_level(prepared: PreparedImage, device_scale: float) -> int:
    """The coarsest level that still has at least one pixel for each device pixel.

    Args:
        prepared: The image.
        device_scale: Device pixels for one image pixel (the larger of both directions).
    """
    level = 0
    while level + 1 < len(prepared.levels) and device_scale * 2 ** (level + 1) <= 1.0 + 1e-6:
        level += 1
    return level
