"""A map on its image's own grid as NIfTI, with the image's geometry, for 3D Slicer, ITK-SNAP and scripts."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InternalError
from radviewer.core.image import Image
from radviewer.io.export import write_atomically

_SLICE_MM = 1.0  # one frame has no thickness of its own


def write_map_nifti(path: Path, image: Image, values: NDArray[np.float32], *, overwrite: bool = False) -> None:
    """Writes a map as a NIfTI-1 volume of one slice.

    Voxel spacing, direction cosines and position are the image's (DICOM's patient coordinates, LPS, become RAS by
    ITK's NIfTI writer). Where the image has no position or orientation the grid lies at the origin along the axes;
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
    import SimpleITK

    volume = SimpleITK.GetImageFromArray(np.ascontiguousarray(values, dtype=np.float32)[None])
    spacing = (1.0, 1.0) if image.spacing is None else (image.spacing.column, image.spacing.row)
    volume.SetSpacing((*spacing, _SLICE_MM))
    if image.position is not None:
        volume.SetOrigin(image.position)
    if image.orientation is not None:
        volume.SetDirection(_direction(image.orientation))
    ending = ".nii.gz" if path.name.endswith(".nii.gz") else ".nii"
    # ITK writes by name only; the bytes then go the way of all our files, complete or not at all.
    with tempfile.TemporaryDirectory(prefix="radviewer-") as folder:
        draft = Path(folder) / f"map{ending}"
        SimpleITK.WriteImage(volume, str(draft))
        write_atomically(path, draft.read_bytes(), overwrite=overwrite)


def _direction(orientation: tuple[float, ...]) -> tuple[float, ...]:
    """Row-major 3 x 3 matrix whose columns are the directions of columns, rows and slices."""
    along_row, along_column = np.array(orientation[:3]), np.array(orientation[3:])
    along_row = along_row / np.linalg.norm(along_row)
    along_column = along_column - along_row * (along_row @ along_column)
    along_column = along_column / np.linalg.norm(along_column)
    matrix = np.stack([along_row, along_column, np.cross(along_row, along_column)], axis=1)
    return tuple(float(item) for item in matrix.ravel())
