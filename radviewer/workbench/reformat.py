"""Pictures of planes through a volume: exact voxels where a plane goes along them, linear interpolation elsewhere.

Three ways, the quickest that is right. A plane along the voxel grid of straight, even slices is cut out of the volume
without touching a value. Along the grid of uneven slices its lines are interpolated between true distances. Every other
plane is sampled (`io.volume_sampling`), on a grid that goes through the plane's point, so that this value is exact and
nothing shimmers when the visible part changes. Slabs take the maximum, minimum or mean across the plane.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import Cancelled
from radviewer.core.image import Image
from radviewer.core.volume import Volume
from radviewer.io.volume_sampling import make_sampler
from radviewer.workbench.mpr import Plane, Slab, SlabMode
from radviewer.workbench.plane_picture import PlanePicture, SlabOf, reduced

Floats = NDArray[np.float64]
_ALONG = 1e-6  # how far from 1 the cosine of directions along the grid may be: 0.1 degrees
MAX_SIDE = 2048
_PART_POINTS = 4_000_000  # sampled at once, 16 MB


@dataclass(frozen=True, slots=True)
class Extent:
    """A part of a plane, mm to the right and downwards of the plane's point.

    Attributes:
        left: Its left edge.
        top: Its upper edge.
        right: Its right edge.
        bottom: Its lower edge.
    """

    left: float
    top: float
    right: float
    bottom: float

    def cut(self, other: Extent) -> Extent:
        """What both have in common; may be empty, with right < left or bottom < top."""
        return Extent(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


class Reformatter:
    """Makes pictures of planes through one volume.

    Args:
        volume: Its values are taken over by the sampler, so that they are in memory once.
    """

    def __init__(self, volume: Volume) -> None:
        self._sampler = make_sampler(volume.values)
        self.volume = Volume(self._sampler.values, volume.geometry, volume.template, volume.warnings, volume.oriented)
        self.geometry = volume.geometry

    @property
    def template(self) -> Image:
        """How stored values become grey."""
        return self.volume.template

    def extent(self, plane: Plane) -> Extent:
        """The rectangle of a plane that holds the whole volume, seen along the plane's normal."""
        away = self.geometry.corners - plane.point
        x, y = away @ plane.right, away @ plane.down
        return Extent(float(x.min()), float(y.min()), float(x.max()), float(y.max()))

    def is_along_grid(self, plane: Plane) -> bool:
        """Whether a plane is made of voxels, or of lines of voxels, so that it is quick and given as a whole."""
        return self.geometry.is_straight and self._grid_axes(plane) is not None

    def picture(
        self,
        plane: Plane,
        slab: Slab,
        part: Extent | None = None,
        step: float = 0.0,
        stale: Callable[[], bool] = lambda: False,
    ) -> PlanePicture:
        """A plane or slab as a picture.

        Args:
            plane: Which.
            slab: How thick, and what is taken across.
            part: The part that is seen; None for all. A plane along the grid is always given as a whole.
            step: Distance of points where it is sampled, mm; finer than the voxels makes no sense and is not done.
            stale: Asked between the parts of a thick slab; true if nobody waits for it any more.

        Raises:
            Cancelled: Nobody waits for it any more.
        """
        along = self._grid_axes(plane)
        if along is not None and self.geometry.is_straight:
            _, row, normal = (axis for axis, _ in along)
            if self.geometry.is_even or normal == 0:
                return self._cut(plane, slab, along)
            return self._lines(plane, slab, along, row == 0)
        return self._sampled(plane, slab, part or self.extent(plane), max(step, self.geometry.finest), stale)

    def _grid_axes(self, plane: Plane) -> tuple[tuple[int, int], ...] | None:
        """(voxel axis, sign) of right, down and normal where all three go along the volume's axes, else None."""
        found = []
        for direction in (plane.right, plane.down, plane.normal):
            cosines = direction @ self.geometry.axes[:, ::-1]  # in the order of voxel axes: slice, row, column
            axis = int(np.argmax(np.abs(cosines)))
            if abs(cosines[axis]) < 1 - _ALONG:
                return None
            found.append((axis, 1 if cosines[axis] > 0 else -1))
        return tuple(found)

    def _distances(self, axis: int) -> Floats:
        """Of voxel centres along an axis from the first one, mm."""
        if axis == 0:
            return self.geometry.distances
        return np.asarray(np.arange(self.geometry.shape[axis]) * self.geometry.spacing[axis - 1], dtype=np.float64)

    def _across(self, axis: int, at: float, slab: Slab) -> NDArray[np.intp]:
        """Voxel planes of a slab around a distance; at least the nearest."""
        places = self._distances(axis)
        inside = np.flatnonzero(np.abs(places - at) <= slab.thickness / 2 + 1e-6)
        return inside if inside.size else np.array([np.argmin(np.abs(places - at))])

    def _slice(self, plane: Plane, slab: Slab, along: tuple[tuple[int, int], ...]) -> tuple[NDArray[Any], Floats]:
        """Stored values of a plane or slab along the grid as (down, right) axes of the volume, unflipped.

        Also the LPS position of the first value; values outside of the volume's depth give its border.
        """
        (column, _), (row, _), (normal, _) = along
        axes = self.geometry.axes[:, ::-1]
        at = float((plane.point - self.geometry.positions[0]) @ axes[:, normal])
        planes = self._across(normal, at, slab)
        block = np.moveaxis(self.volume.values, normal, 0)[planes[0] : planes[-1] + 1]
        values = block[0] if len(planes) == 1 else reduced(block, slab.mode, self.template.padding)
        if row > column:
            values = values.T
        middle = at if slab.thickness else float(self._distances(normal)[planes[0]])
        return values, self.geometry.positions[0] + axes[:, normal] * middle

    def _cut(self, plane: Plane, slab: Slab, along: tuple[tuple[int, int], ...]) -> PlanePicture:
        (column, right), (row, down), _ = along
        values, origin = self._slice(plane, slab, along)
        axes = self.geometry.axes[:, ::-1]
        steps = []
        for axis, sign in ((row, down), (column, right)):
            distances = self._distances(axis)
            if sign < 0:
                origin = origin + axes[:, axis] * distances[-1]
            steps.append(float(distances[-1] / max(1, len(distances) - 1)))
        values = values[::down, ::right]
        return PlanePicture(values, None, origin, plane.right * steps[1], plane.down * steps[0], exact=True)

    def _lines(self, plane: Plane, slab: Slab, along: tuple[tuple[int, int], ...], slices_down: bool) -> PlanePicture:
        """A plane across uneven slices: its lines are interpolated at even distances."""
        (column, right), (row, down), _ = along
        values, origin = self._slice(plane, slab, along)
        if not slices_down:
            values = values.T
        distances = self.geometry.distances
        step = float(self.geometry.gaps.min())
        step = max(step, distances[-1] / MAX_SIDE)
        even = np.arange(round(distances[-1] / step) + 1) * step
        lower = np.clip(np.searchsorted(distances, even, side="right") - 1, 0, len(distances) - 2)
        share = ((even - distances[lower]) / (distances[lower + 1] - distances[lower]))[:, None]
        lines = values[lower] * (1 - share) + values[lower + 1] * share
        if values.dtype.kind in "iu":
            lines = np.rint(lines)
        lines = lines.astype(values.dtype)
        if not slices_down:
            lines = lines.T
        axes = self.geometry.axes[:, ::-1]
        steps = []
        for axis, sign, count in ((row, down, lines.shape[0]), (column, right, lines.shape[1])):
            mm = step if axis == 0 else self.geometry.spacing[axis - 1]
            if sign < 0:
                origin = origin + axes[:, axis] * mm * (count - 1)
            steps.append(mm)
        return PlanePicture(lines[::down, ::right], None, origin, plane.right * steps[1], plane.down * steps[0])

    def _sampled(self, plane: Plane, slab: Slab, part: Extent, step: float, stale: Callable[[], bool]) -> PlanePicture:
        part = part.cut(self.extent(plane))
        step = max(step, (part.right - part.left) / MAX_SIDE, (part.bottom - part.top) / MAX_SIDE)
        left, top = math.ceil(part.left / step), math.ceil(part.top / step)
        columns = max(1, math.floor(part.right / step) - left + 1)
        rows = max(1, math.floor(part.bottom / step) - top + 1)
        origin = plane.point + plane.right * (left * step) + plane.down * (top * step)
        near, far = self._depths(plane, slab, step)
        if near == far:
            values = self._block(origin + plane.normal * (near * step), plane, step, (1, rows, columns))[0]
        else:
            values = self._slab(origin, plane, slab.mode, step, (near, far, rows, columns), stale)
        inside: NDArray[np.bool_] | None = ~np.isnan(values)
        if inside is not None and inside.all():
            inside = None
        kind = self.volume.values.dtype
        if kind.kind in "iu" and (near == far or slab.mode is not SlabMode.MEAN):
            values = np.rint(np.nan_to_num(values, copy=False)).astype(kind)
        return PlanePicture(values, inside, origin, plane.right * step, plane.down * step)

    def _depths(self, plane: Plane, slab: Slab, step: float) -> tuple[int, int]:
        """The first and last plane of a slab, in steps from its middle; planes beside the volume are left out."""
        half = int(slab.thickness / 2 / step)
        along = (self.geometry.corners - plane.point) @ plane.normal / step
        near, far = max(-half, math.ceil(along.min())), min(half, math.floor(along.max()))
        return (near, far) if near <= far else (0, 0)

    def _slab(
        self,
        origin: Floats,
        plane: Plane,
        mode: SlabMode,
        step: float,
        size: tuple[int, int, int, int],
        stale: Callable[[], bool],
    ) -> NDArray[Any]:
        """What a slab shows, in parts, so that a thick one takes no more memory than a thin one."""
        near, far, rows, columns = size
        most = max(1, _PART_POINTS // (rows * columns))
        total = SlabOf(mode)
        for start in range(near, far + 1, most):
            if stale():
                raise Cancelled("No longer wanted.")
            count = min(most, far + 1 - start)
            total.add(self._block(origin + plane.normal * (start * step), plane, step, (count, rows, columns)))
        return total.result()

    def _block(self, first: Floats, plane: Plane, step: float, shape: tuple[int, int, int]) -> NDArray[Any]:
        """(planes, rows, columns) of values from a first point on; not a number outside of the volume."""
        directions = np.stack((plane.normal, plane.down, plane.right), axis=1) * step
        if self.geometry.is_affine:
            inverse = np.linalg.inv(self.geometry.affine)
            matrix, offset = inverse[:3, :3] @ directions, inverse[:3, :3] @ first + inverse[:3, 3]
            return self._sampler.affine(matrix, offset, shape)
        grid = np.stack(np.meshgrid(np.arange(shape[1]), np.arange(shape[2]), indexing="ij"), axis=-1)
        flat = first + grid @ directions[:, 1:].T
        planes = (flat + directions[:, 0] * number for number in range(shape[0]))
        return np.stack([self._sampler.points(self.geometry.to_index(points)) for points in planes])
