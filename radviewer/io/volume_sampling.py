"""Linear interpolation of a volume on any plane: by SimpleITK where it is installed, else by scipy on all cores.

Both give the same values within rounding; they differ in time. On a CT of 300 x 512 x 512 voxels of 16 bits SimpleITK
takes three quarters of scipy's processor time (`benchmarks/bench_reformat.py`, docs/performance.md). Its library alone
is 272 MB, so that the installers leave it out; `radviewer doctor` says which one works.

A point belongs to the volume if it is at most half a voxel away from the outermost centres, and has their value there.
"""

from __future__ import annotations

import importlib.util
import itertools
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_SMALL = 20_000  # points for which handing parts to other threads would not pay
_MOST_THREADS = 8


def make_sampler(values: NDArray[Any]) -> VolumeSampler:
    """The quickest sampler that is installed.

    Args:
        values: (slices, rows, columns); taken over, so the caller should let go of it.
    """
    if has_simpleitk():
        from radviewer.io.volume_sampling_itk import SimpleItkSampler

        return SimpleItkSampler(values)
    return VolumeSampler(values)


def has_simpleitk() -> bool:
    """Whether SimpleITK is installed; it is not loaded for that."""
    return importlib.util.find_spec("SimpleITK") is not None


class VolumeSampler:
    """Samples voxels in a volume's own index space, by scipy.

    Args:
        values: (slices, rows, columns); kept without a copy where they lie in one piece, and then not to be changed.

    Attributes:
        values: The same voxels, read-only.
    """

    def __init__(self, values: NDArray[Any]) -> None:
        kept = np.ascontiguousarray(values)
        self.values: NDArray[Any] = kept.view()
        self.values.flags.writeable = False

    @property
    def _kind(self) -> np.dtype[Any]:
        """Of what is sampled: single precision where it holds every stored value."""
        stored = self.values.dtype
        return np.dtype(np.float64 if stored.itemsize > 4 or stored in (np.int32, np.uint32) else np.float32)

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        """End with the sampler."""
        return ThreadPoolExecutor(min(_MOST_THREADS, os.cpu_count() or 1), thread_name_prefix="radviewer-sampling")

    def affine(self, matrix: Floats, offset: Floats, shape: tuple[int, int, int]) -> NDArray[Any]:
        """Samples on a regular block of points.

        Args:
            matrix: 3 x 3; index = matrix @ (plane, row, column) + offset, with index as (slice, row, column).
            offset: (3,).
            shape: (planes, rows, columns) of the block.

        Returns:
            The block, float32 or float64, not a number outside of the volume.
        """
        block: NDArray[Any] = np.empty(shape, self._kind)
        axis = int(np.argmax(shape[:2]))  # cut along it: whole rows stay together
        parts = 1 if block.size <= _SMALL else min(shape[axis], 2 * min(_MOST_THREADS, os.cpu_count() or 1))
        ends = np.linspace(0, shape[axis], parts + 1).astype(int)
        pieces = [(int(start), int(end)) for start, end in itertools.pairwise(ends) if end > start]

        def fill(piece: tuple[int, int]) -> None:
            start, end = piece
            part = block[start:end] if axis == 0 else block[:, start:end]
            self._fill(part, matrix, offset + matrix[:, axis] * start)

        if len(pieces) == 1:
            fill(pieces[0])
        else:
            list(self._threads.map(fill, pieces))
        return block

    def _fill(self, part: NDArray[Any], matrix: Floats, offset: Floats) -> None:
        """Samples into a part of a block whose first point is at `offset`."""
        from scipy import ndimage

        ndimage.affine_transform(
            self.values, matrix, offset, part.shape, output=part, order=1, prefilter=False, mode="nearest"
        )
        low, high = self._columns_inside(matrix, offset, part.shape)
        columns = part.shape[2]
        if (low > 0).any() or (high < columns - 1).any():
            place = np.arange(columns)
            part[(place < low[..., None]) | (place > high[..., None])] = np.nan

    def _columns_inside(
        self, matrix: Floats, offset: Floats, shape: tuple[int, ...]
    ) -> tuple[NDArray[Any], NDArray[Any]]:
        """First and last column in the volume for each (plane, row); they are one stretch, as the volume is convex."""
        plane, row = np.ogrid[: shape[0], : shape[1]]
        low, high = np.full(shape[:2], -np.inf), np.full(shape[:2], np.inf)
        for along, size in enumerate(self.values.shape):
            at = offset[along] + matrix[along, 0] * plane + matrix[along, 1] * row
            step = matrix[along, 2]
            if step == 0:
                low[(at < -0.5) | (at > size - 0.5)] = np.inf
                continue
            first, last = (-0.5 - at) / step, (size - 0.5 - at) / step
            low, high = np.maximum(low, np.minimum(first, last)), np.minimum(high, np.maximum(first, last))
        return low, high

    def points(self, index: Floats) -> NDArray[Any]:
        """Samples at voxel indices (..., 3) in any arrangement; as `affine` for the rest."""
        from scipy import ndimage

        ends = np.asarray(self.values.shape) - 1
        inside = ((index >= -0.5) & (index <= ends + 0.5)).all(axis=-1)
        places = np.moveaxis(np.clip(index, 0, ends), -1, 0)
        found: NDArray[Any] = ndimage.map_coordinates(self.values, places, order=1, prefilter=False, output=self._kind)
        found[~inside] = np.nan
        return found
