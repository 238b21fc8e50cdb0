"""What is seen of a plane: stored values with their place in the patient, and their greys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.grayscale import Presentation, Voi, apply_modality, display_table, display_values
from radviewer.core.image import Image
from radviewer.workbench.mpr import SlabMode

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class PlanePicture:
    """Values on a plane.

    Attributes:
        values: (rows, columns) in the volume's stored type, or float32 for a mean.
        inside: False where there is no volume; None where it is everywhere.
        origin: LPS centre of the first value, mm.
        along: LPS step to the next column, mm.
        down: LPS step to the next row, mm.
        exact: Whether the values are voxels as they were read, or maximum and minimum of such.
    """

    values: NDArray[Any]
    inside: NDArray[np.bool_] | None
    origin: Floats
    along: Floats
    down: Floats
    exact: bool = False

    @property
    def spacing(self) -> tuple[float, float]:
        """(row, column) distances, mm."""
        return float(np.linalg.norm(self.down)), float(np.linalg.norm(self.along))

    def index(self, point: Floats) -> tuple[float, float]:
        """(row, column), whole at the centre of a value, of a point that is projected onto the plane."""
        away = point - self.origin
        return float(away @ self.down / (self.down @ self.down)), float(away @ self.along / (self.along @ self.along))

    def value_at(self, point: Floats, template: Image) -> float | None:
        """The modality value of the nearest point of the picture, or None outside."""
        row, column = (round(place) for place in self.index(point))
        if not (0 <= row < self.values.shape[0] and 0 <= column < self.values.shape[1]):
            return None
        if self.inside is not None and not self.inside[row, column]:
            return None
        value = float(apply_modality(self.values[row, column][None], template.modality_lut)[0])
        return value if np.isfinite(value) else None


class PictureGrays:
    """Turns pictures into greys; keeps the last table, so that scrolling costs one look-up a value."""

    def __init__(self, template: Image) -> None:
        self._template = template
        self._key: tuple[Voi, bool, np.dtype[Any]] | None = None
        self._table: NDArray[np.uint8] | None = None

    def gray(self, picture: PlanePicture, voi: Voi, invert: bool) -> NDArray[np.uint8]:
        """uint8 (rows, columns); 0 where there is no volume. The same formulas as for single images."""
        kind = picture.values.dtype
        if kind.kind in "iu" and kind.itemsize <= 2:
            key = (voi, invert, kind)
            if self._key != key or self._table is None:
                self._table = display_table(kind, self._template, voi, self._template.inverse != invert)
                self._key = key
            unsigned: NDArray[Any] = picture.values.view(np.uint8 if kind.itemsize == 1 else np.uint16)
            gray = np.ascontiguousarray(np.take(self._table, unsigned))
        else:
            image = replace(self._template, pixels=picture.values)
            gray = np.ascontiguousarray(display_values(image, Presentation(voi, invert)))
        if picture.inside is not None:
            gray[~picture.inside] = 0
        return gray


def reduced(block: NDArray[Any], mode: SlabMode, padding: tuple[float, float] | None) -> NDArray[Any]:
    """Maximum, minimum or mean across the first axis; padding and what is not a number do not take part.

    Args:
        block: (planes, rows, columns).
        mode: Which.
        padding: Inclusive range of stored values that are background, or None.

    Returns:
        (rows, columns) in the block's type; float32 for the mean.
    """
    if padding is not None:
        return _without(block, mode, (block >= padding[0]) & (block <= padding[1]))
    if block.dtype.kind == "f":
        total = SlabOf(mode)
        total.add(block)
        return total.result()
    if mode is SlabMode.MEAN:
        return np.asarray(np.add.reduce(block, axis=0, dtype=np.float32) / np.float32(len(block)))
    pick: Any = np.maximum if mode is SlabMode.MAXIMUM else np.minimum
    return np.asarray(pick.reduce(block, axis=0))


def _finite(block: NDArray[Any], mode: SlabMode) -> NDArray[Any]:
    pick = np.fmax if mode is SlabMode.MAXIMUM else np.fmin
    return np.asarray(pick.reduce(block, axis=0))


def _without(block: NDArray[Any], mode: SlabMode, ignored: NDArray[np.bool_]) -> NDArray[Any]:
    """As `reduced`, without some values; where all are ignored the first stands."""
    if mode is SlabMode.MEAN:
        count = (~ignored).sum(axis=0)
        total = np.where(ignored, 0, block).sum(axis=0, dtype=np.float64)
        mean = total / np.maximum(count, 1)
        return np.asarray(np.where(count > 0, mean, block[0]), dtype=np.float32)
    edge: Any
    if block.dtype.kind == "f":
        edge = -np.inf if mode is SlabMode.MAXIMUM else np.inf
    else:
        limits = np.iinfo(block.dtype)
        edge = limits.min if mode is SlabMode.MAXIMUM else limits.max
    kept = np.where(ignored, np.asarray(edge, block.dtype), block)
    result = kept.max(axis=0) if mode is SlabMode.MAXIMUM else kept.min(axis=0)
    chosen: NDArray[Any] = np.where(ignored.all(axis=0), block[0], result)
    return chosen.astype(block.dtype)


class SlabOf:
    """Maximum, minimum or mean across planes that come in blocks; what is not a number takes no part.

    Args:
        mode: Which.
    """

    def __init__(self, mode: SlabMode) -> None:
        self._mode = mode
        self._total: NDArray[Any] | None = None
        self._count: NDArray[Any] | None = None

    def add(self, block: NDArray[Any]) -> None:
        """Takes (planes, rows, columns) of floating values."""
        if self._mode is SlabMode.MEAN:
            seen = ~np.isnan(block)
            part, count = np.where(seen, block, 0).sum(axis=0, dtype=np.float64), seen.sum(axis=0)
            self._total = part if self._total is None else self._total + part
            self._count = count if self._count is None else self._count + count
            return
        part = _finite(block, self._mode)
        pick = np.fmax if self._mode is SlabMode.MAXIMUM else np.fmin
        self._total = part if self._total is None else np.asarray(pick(self._total, part))

    def result(self) -> NDArray[Any]:
        """(rows, columns); not a number where no plane had a value."""
        assert self._total is not None
        if self._count is None:
            return self._total
        mean = self._total / np.maximum(self._count, 1)
        return np.asarray(np.where(self._count > 0, mean, np.nan), dtype=np.float32)
