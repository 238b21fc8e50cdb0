"""Where each voxel of a stack of slices lies in the patient (PS3.3 C.7.6.2.1.1), without assuming a regular grid.

Every slice keeps its own position. So a tilted gantry (slices that are shifted within their plane from one to the next)
and uneven distances (missing or overlapping slices) need no correction: they are part of the map from voxels to the
patient. Coordinates are LPS in mm; voxel indices are (slice, row, column), whole at the centre of a voxel.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
TOLERANCE = 0.1  # of a voxel, within which slices count as even and straight


@dataclass(frozen=True, eq=False)
class VolumeGeometry:
    """The grid of a volume in the patient.

    Attributes:
        shape: (slices, rows, columns).
        axes: 3 x 3, the unit vectors in LPS along columns (with the column index), along rows, and of the normal, as
            columns of the matrix.
        spacing: (row, column) distances within a slice, mm, > 0.
        positions: (slices, 3) centres of the first pixel of each slice in LPS, mm, in the order of rising distance
            along the normal.
    """

    shape: tuple[int, int, int]
    axes: Floats
    spacing: tuple[float, float]
    positions: Floats

    @cached_property
    def offsets(self) -> Floats:
        """(slices, 3): how far each slice is from the first, along columns, rows and the normal, mm."""
        return np.asarray((self.positions - self.positions[0]) @ np.linalg.inv(self.axes).T)

    @property
    def distances(self) -> Floats:
        """(slices,) distances from the first slice along the normal, mm; rising."""
        return np.asarray(self.offsets[:, 2])

    @property
    def gaps(self) -> Floats:
        """(slices - 1,) distances between neighbouring slices along the normal, mm."""
        return np.diff(self.distances)

    @property
    def step(self) -> float:
        """Mean distance of slices along the normal, mm."""
        return float(self.distances[-1] / (self.shape[0] - 1))

    @cached_property
    def is_even(self) -> bool:
        """Whether no slice is further than a tenth of a step from where an even stack would have it."""
        even = np.arange(self.shape[0]) * self.step
        return bool(np.abs(self.distances - even).max() <= TOLERANCE * self.step)

    @cached_property
    def is_straight(self) -> bool:
        """Whether the slices lie on top of each other, within a tenth of a pixel."""
        row, column = self.spacing
        return bool(np.abs(self.offsets[:, :2] / (column, row)).max() <= TOLERANCE)

    @cached_property
    def is_affine(self) -> bool:
        """Whether one matrix says where every voxel is: even, and straight or evenly sheared."""
        even = np.arange(self.shape[0])[:, None] * (self.offsets[-1] / (self.shape[0] - 1))
        row, column = self.spacing
        return bool(np.abs((self.offsets - even) / (column, row, self.step)).max() <= TOLERANCE)

    @property
    def tilt_degrees(self) -> float:
        """Angle between the slices' normal and the way from the first slice to the last; 0 for a straight stack."""
        across = float(np.hypot(*self.offsets[-1, :2]))
        return 0.0 if self.is_straight else math.degrees(math.atan2(across, float(self.distances[-1])))

    @property
    def finest(self) -> float:
        """The smallest voxel distance, mm."""
        return min(*self.spacing, self.step)

    @property
    def affine(self) -> Floats:
        """4 x 4 from (slice, row, column, 1) to LPS; exact where `is_affine`."""
        row, column = self.spacing
        matrix = np.eye(4)
        matrix[:3, 0] = (self.positions[-1] - self.positions[0]) / (self.shape[0] - 1)
        matrix[:3, 1] = self.axes[:, 1] * row
        matrix[:3, 2] = self.axes[:, 0] * column
        matrix[:3, 3] = self.positions[0]
        return matrix

    def to_patient(self, index: Any) -> Floats:
        """LPS points (..., 3), mm, of voxel indices (..., 3), which may lie between voxels or outside."""
        places = np.asarray(index, dtype=np.float64)
        along = _extended(places[..., 0], np.arange(self.shape[0], dtype=np.float64), self.offsets)
        row, column = self.spacing
        local = along + np.stack((places[..., 2] * column, places[..., 1] * row, np.zeros(places.shape[:-1])), axis=-1)
        return np.asarray(local @ self.axes.T + self.positions[0])

    def to_index(self, points: Any) -> Floats:
        """Voxel indices (..., 3) of LPS points (..., 3), mm; beyond the ends the last distances go on."""
        local = (np.asarray(points, dtype=np.float64) - self.positions[0]) @ np.linalg.inv(self.axes).T
        count = np.arange(self.shape[0], dtype=np.float64)[:, None]
        slices = _extended(local[..., 2], self.distances, count)[..., 0]
        shift = _extended(slices, count[:, 0], self.offsets)
        row, column = self.spacing
        return np.stack(
            (slices, (local[..., 1] - shift[..., 1]) / row, (local[..., 0] - shift[..., 0]) / column), axis=-1
        )

    @cached_property
    def corners(self) -> Floats:
        """(8, 3) LPS corners of the volume, half a voxel outside the outermost centres."""
        ends = [(-0.5, size - 0.5) for size in self.shape]
        return self.to_patient([(k, r, c) for k in ends[0] for r in ends[1] for c in ends[2]])

    @property
    def center(self) -> Floats:
        """(3,) LPS point in the middle of the volume."""
        return np.asarray(self.corners.mean(axis=0))

    def contains(self, point: Any) -> bool:
        """Whether an LPS point lies in a voxel."""
        index = self.to_index(point)
        return bool((index >= -0.5).all() and (index <= np.asarray(self.shape) - 0.5).all())


def _extended(at: Floats, knots: Floats, values: Floats) -> Floats:
    """Linear interpolation of rows of values (n, d) at rising knots (n,), going on straight beyond both ends."""
    left = np.clip(np.searchsorted(knots, at, side="right") - 1, 0, len(knots) - 2)
    share = (at - knots[left]) / (knots[left + 1] - knots[left])
    return np.asarray(values[left] + share[..., None] * (values[left + 1] - values[left]))
