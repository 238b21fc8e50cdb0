"""Where things are: spacing of pixels, and the map from the image's grid to a model's grid and back.

Coordinates are continuous: pixel (row r, column c) covers [r, r+1) x [c, c+1), its centre is at (r + 0.5, c + 0.5).
With this convention resizing is a pure scale and the half-pixel shifts that make heat maps drift cannot arise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InternalError


class SpacingKind(StrEnum):
    """Which attribute a pixel spacing comes from; they do not mean the same (PS3.3 section 10.7)."""

    PIXEL_SPACING = "PixelSpacing"
    IMAGER_PIXEL_SPACING = "ImagerPixelSpacing"
    NOMINAL_SCANNED = "NominalScannedPixelSpacing"
    FILE_HEADER = "file header"


@dataclass(frozen=True, slots=True)
class PixelSpacing:
    """Distance between pixel centres in mm.

    Attributes:
        row: Between rows (vertical), mm.
        column: Between columns (horizontal), mm.
        kind: The attribute that it was read from.
        calibration: Pixel Spacing Calibration Type (0028,0A02), "GEOMETRY" or "FIDUCIAL"; empty without.
    """

    row: float
    column: float
    kind: SpacingKind = SpacingKind.PIXEL_SPACING
    calibration: str = ""


@dataclass(frozen=True, slots=True)
class GridTransform:
    """Axis-aligned map from an image's grid (source) to a model's grid (target): crop, resize and pad composed.

    target = source * scale + offset, for rows and columns, in the continuous coordinates of this module.

    Attributes:
        source_shape: (rows, columns) of the image.
        target_shape: (rows, columns) of the model's input.
        scale: (row, column) factors, > 0.
        offset: (row, column) shifts in target pixels.
    """

    source_shape: tuple[int, int]
    target_shape: tuple[int, int]
    scale: tuple[float, float] = (1.0, 1.0)
    offset: tuple[float, float] = (0.0, 0.0)

    @classmethod
    def identity(cls, shape: tuple[int, int]) -> GridTransform:
        """The transform of an image that is not changed."""
        return cls(shape, shape)

    def crop(self, top: int, left: int, rows: int, columns: int) -> GridTransform:
        """Appends a cut-out of the target grid."""
        if rows < 1 or columns < 1:
            raise InternalError(f"A crop to {rows} x {columns} pixels is empty.")
        offset = (self.offset[0] - top, self.offset[1] - left)
        return replace(self, target_shape=(rows, columns), offset=offset)

    def resize(self, rows: int, columns: int) -> GridTransform:
        """Appends a resampling of the target grid to rows x columns."""
        fr, fc = rows / self.target_shape[0], columns / self.target_shape[1]
        return replace(
            self,
            target_shape=(rows, columns),
            scale=(self.scale[0] * fr, self.scale[1] * fc),
            offset=(self.offset[0] * fr, self.offset[1] * fc),
        )

    def pad(self, top: int, left: int, bottom: int, right: int) -> GridTransform:
        """Appends a margin around the target grid."""
        rows, columns = self.target_shape
        return replace(
            self,
            target_shape=(rows + top + bottom, columns + left + right),
            offset=(self.offset[0] + top, self.offset[1] + left),
        )

    def to_target(self, row: float, column: float) -> tuple[float, float]:
        """Target coordinates of a source point."""
        return row * self.scale[0] + self.offset[0], column * self.scale[1] + self.offset[1]

    def to_source(self, row: float, column: float) -> tuple[float, float]:
        """Source coordinates of a target point."""
        return (row - self.offset[0]) / self.scale[0], (column - self.offset[1]) / self.scale[1]

    def map_extent(self) -> tuple[float, float, float, float]:
        """Where the whole target grid lies on the image: (top, left, height, width) in source pixels."""
        top, left = self.to_source(0.0, 0.0)
        bottom, right = self.to_source(*map(float, self.target_shape))
        return top, left, bottom - top, right - left

    def inverse(self, grid: NDArray[np.floating], shape: tuple[int, int] | None = None) -> NDArray[np.float32]:
        """Brings a map on the model's grid back onto the image's grid, by bilinear interpolation.

        Args:
            grid: Map (h, w) that covers the whole target grid, at any resolution (7 x 7 of 224 x 224, say).
            shape: Rows and columns of the result, which covers the whole image; the image's own by default.

        Returns:
            float32 (rows, columns). Image parts that the model never saw (cropped away) are 0.
        """
        rows, columns = shape or self.source_shape
        r_low, r_high, r_weight, r_seen = self._axis(0, rows, grid.shape[0])
        c_low, c_high, c_weight, c_seen = self._axis(1, columns, grid.shape[1])
        values = np.asarray(grid, dtype=np.float32)
        lines = values[r_low] * (1 - r_weight)[:, None] + values[r_high] * r_weight[:, None]
        result = lines[:, c_low] * (1 - c_weight) + lines[:, c_high] * c_weight
        result[~r_seen] = 0.0
        result[:, ~c_seen] = 0.0
        return np.ascontiguousarray(result, dtype=np.float32)

    def _axis(
        self, axis: int, count: int, cells: int
    ) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32], NDArray[np.bool_]]:
        source = (np.arange(count) + 0.5) * (self.source_shape[axis] / count)
        target = source * self.scale[axis] + self.offset[axis]
        seen = (target >= 0) & (target <= self.target_shape[axis])
        position = np.clip(target * (cells / self.target_shape[axis]) - 0.5, 0, cells - 1)
        low = np.floor(position).astype(np.intp)
        high = np.minimum(low + 1, cells - 1)
        return low, high, (position - low).astype(np.float32), seen
