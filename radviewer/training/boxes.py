"""Crops to the box around a mask, and how such a box is perturbed to see whether a model depends on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.core.image import Image, ImageRef
from radviewer.io.reader import read_image

_SMALLEST = 8  # pixels of a side; less shows nothing


@dataclass(frozen=True, slots=True)
class Box:
    """Half-open rows and columns of an image, in pixels; may be fractional before it is cut."""

    top: float
    left: float
    bottom: float
    right: float

    def widened(self, margin: float) -> Box:
        """Wider by a share of its sides on every side."""
        down, across = margin * (self.bottom - self.top), margin * (self.right - self.left)
        return Box(self.top - down, self.left - across, self.bottom + down, self.right + across)

    def moved(self, down: float, across: float, scale: float) -> Box:
        """Shifted by shares of its sides, and its sides multiplied by `scale` about its centre."""
        rows, columns = self.bottom - self.top, self.right - self.left
        y, x = (self.top + self.bottom) / 2 + down * rows, (self.left + self.right) / 2 + across * columns
        return Box(y - scale * rows / 2, x - scale * columns / 2, y + scale * rows / 2, x + scale * columns / 2)


def mask_box(mask: NDArray[np.bool_]) -> Box:
    """The smallest box that holds every true pixel of a mask (rows, columns).

    Raises:
        InputProblem: The mask is empty.
    """
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        raise InputProblem("The mask is empty.", hint="Give masks in which the finding is not 0.")
    return Box(float(rows[0]), float(columns[0]), float(rows[-1] + 1), float(columns[-1] + 1))


def read_mask(path: Path, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """A mask file as booleans of an image's (rows, columns): what is above half of its highest value.

    Raises:
        InputProblem: It cannot be read, or has another size.
    """
    pixels = np.asarray(read_image(ImageRef(path)).pixels)
    plane = pixels if pixels.ndim == 2 else pixels.max(axis=2)
    if plane.shape != tuple(shape[:2]):
        raise InputProblem(
            f"The mask {path} has {plane.shape[0]} x {plane.shape[1]} pixels, the image {shape[0]} x {shape[1]}.",
            hint="Give masks of the images' own size.",
        )
    return np.asarray(plane * 2.0 > float(plane.max()))


def cut(image: Image, box: Box, least: int = 0) -> Image:
    """The part of an image inside a box, at least `least` and 8 pixels a side and never beyond the image."""
    least = max(least, _SMALLEST)
    rows, columns = image.pixels.shape[:2]
    top, bottom = _side(box.top, box.bottom, rows, least)
    left, right = _side(box.left, box.right, columns, least)
    return replace(image, pixels=np.ascontiguousarray(image.pixels[top:bottom, left:right]), overlays=(), shutter=None)


def crop_to_mask(image: Image, path: Path, margin: float, least: int = 0) -> Image:
    """An image cropped to the box of its mask, with a margin, of `least` pixels a side where it is less."""
    return cut(image, mask_box(read_mask(path, image.pixels.shape)).widened(margin), least)


def _side(low: float, high: float, size: int, least: int) -> tuple[int, int]:
    """The half-open range of whole pixels nearest to a side of a box, of at least `least` pixels within `size`."""
    first, last = round(low), round(high)
    missing = max(0, least - (last - first))
    first, last = first - missing // 2, last + missing - missing // 2
    if last - first <= least:  # pushed back inside, not cut shorter
        first = min(max(first, 0), max(size - least, 0))
        return first, min(first + least, size)
    first, last = max(first, 0), min(last, size)
    first = min(first, max(last - least, 0))
    return first, min(max(last, first + least), size)
