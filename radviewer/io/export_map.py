"""A map on its image's own grid as NIfTI, with the image's geometry, for 3D Slicer, ITK-SNAP and scripts."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InternalError
from radviewer.core.image import Image
from radviewer.io.export import write_atomically

Floats = NDArray[np.float64]
_SLICE_MM = 1.0  # one frame has no thickness of its own


def write_map_nifti(path: Path, image: Image, values: NDArray[np.float32], *, overwrite: bool = False) -> None:
    """Writes a map as a NIfTI-1 volume of one slice.

    Voxel spacing, direction cosines and position are the image's (DICOM's patient coordinates, LPS, turned
    into NIfTI's RAS). Where the image has no position or orientation the grid lies at the origin along the axes;
    where it has no spacing pixels are 1 mm. The slice is 1 mm thick.

    Args:
        path: Ends in .nii or .nii.gz; the folder must exist.
        image: Whose grid the map is on.
        values: float32 (rows, columns), in the map's own units.
        overwrite: Whether an existing file may be replaced.

    Raises:
        WriteProblem: The file exists and may not be overwritten, or cannot be written.
        InternalError: The map is not on the image's grid.
    """
    if values.shape != image.shape:
        raise InternalError(f"A map of shape {values.shape} is not on the grid of an image of shape {image.shape}.")
    spacing = (1.0, 1.0) if image.spacing is None else (image.spacing.column, image.spacing.row)
    axes = np.eye(3) if image.orientation is None else _axes(image.orientation)
    origin = np.zeros(3) if image.position is None else np.asarray(image.position, dtype=np.float64)
    header = _header(values.shape, (*spacing, _SLICE_MM), axes, origin)
    contents = header + np.ascontiguousarray(values, dtype="<f4").tobytes()
    if path.name.endswith(".gz"):
        contents = gzip.compress(contents, mtime=0)
    write_atomically(path, contents, overwrite=overwrite)


def _header(shape: tuple[int, ...], spacing: tuple[float, ...], axes: Floats, origin: Floats) -> bytes:
    """The 348 bytes of nifti1.h and the four of "no extensions"; the place both as quaternion and as matrix.

    Args:
        shape: (rows, columns).
        spacing: Of columns, rows, slices, mm.
        axes: 3 x 3, columns are the directions along a row, along a column and of the slices; LPS.
        origin: Of the first value, LPS, mm.
    """
    to_ras = np.array([-1.0, -1.0, 1.0])
    turned, place = axes * to_ras[:, None], origin * to_ras
    matrix = np.column_stack([turned * np.asarray(spacing), place])
    head = bytearray(352)
    struct.pack_into("<i", head, 0, 348)
    struct.pack_into("<8h", head, 40, 3, shape[1], shape[0], 1, 1, 1, 1, 1)
    struct.pack_into("<2h", head, 70, 16, 32)  # float32
    struct.pack_into("<8f", head, 76, 1.0, *spacing, 0.0, 0.0, 0.0, 0.0)  # the axes are right-handed: qfac 1
    struct.pack_into("<3f", head, 108, 352.0, 1.0, 0.0)  # where the data begins, slope, intercept
    head[123] = 2  # millimetres
    struct.pack_into("<2h", head, 252, 1, 1)  # scanner coordinates
    struct.pack_into("<6f", head, 256, *_quaternion(turned), *place)
    struct.pack_into("<12f", head, 280, *matrix.ravel())
    head[344:348] = b"n+1\0"
    return bytes(head)


def _quaternion(rotation: Floats) -> tuple[float, float, float]:
    """The imaginary parts (b, c, d) of a rotation's quaternion with real part >= 0, as nifti1.h has them."""
    from scipy.spatial.transform import Rotation

    b, c, d, a = Rotation.from_matrix(rotation).as_quat()
    sign = -1.0 if a < 0 else 1.0
    return sign * float(b), sign * float(c), sign * float(d)


def _axes(orientation: tuple[float, ...]) -> Floats:
    """A matrix whose columns are the directions along a row, along a column and of the slices."""
    along_row, along_column = np.array(orientation[:3]), np.array(orientation[3:])
    along_row = along_row / np.linalg.norm(along_row)
    along_column = along_column - along_row * (along_row @ along_column)
    along_column = along_column / np.linalg.norm(along_column)
    return np.stack([along_row, along_column, np.cross(along_row, along_column)], axis=1)
