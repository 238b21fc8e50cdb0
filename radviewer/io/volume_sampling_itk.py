"""Sampling of volumes by SimpleITK, which holds the only copy of the voxels; see `volume_sampling`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.io.volume_sampling import Floats, VolumeSampler

_SMALL = 150_000  # points for which waiting for other threads would take longer than the work


class SimpleItkSampler(VolumeSampler):
    """Samples regular blocks by SimpleITK.

    Args:
        values: (slices, rows, columns); taken over, so the caller should let go of it.
    """

    def __init__(self, values: NDArray[Any]) -> None:
        import SimpleITK

        self._library = SimpleITK
        self._image = SimpleITK.GetImageFromArray(np.ascontiguousarray(values))
        super().__init__(SimpleITK.GetArrayViewFromImage(self._image))

    def affine(self, matrix: Floats, offset: Floats, shape: tuple[int, int, int]) -> NDArray[Any]:
        """Samples on a regular block of points; see `VolumeSampler.affine`. The library would cut integers off."""
        library = self._library
        # The library counts the other way round: (column, row, slice).
        transform = library.AffineTransform(3)
        transform.SetMatrix(np.ascontiguousarray(matrix[::-1, ::-1]).ravel().tolist())
        transform.SetTranslation(offset[::-1].tolist())
        resample = library.ResampleImageFilter()
        resample.SetInterpolator(library.sitkLinear)
        resample.SetTransform(transform)
        resample.SetSize([int(side) for side in shape[::-1]])
        resample.SetDefaultPixelValue(float("nan"))
        if shape[0] * shape[1] * shape[2] <= _SMALL:
            resample.SetNumberOfThreads(1)
        resample.SetOutputPixelType(library.sitkFloat64 if self._kind == np.float64 else library.sitkFloat32)
        block: NDArray[Any] = library.GetArrayFromImage(resample.Execute(self._image))
        return block
