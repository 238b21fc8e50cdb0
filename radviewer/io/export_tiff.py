"""Writes values as TIFF: exact, in the type that they have, with the size of a pixel where it is known (TIFF 6.0)."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InternalError
from radviewer.io.export import write_atomically

_TYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")


def write_tiff(
    path: Path,
    array: NDArray[Any],
    *,
    description: str = "",
    spacing: tuple[float, float] | None = None,
    overwrite: bool = False,
) -> None:
    """Writes grey values (rows, columns) of any number type, or RGB (rows, columns, 3) of 8 bit.

    Args:
        path: Where to.
        array: The values, written as they are.
        description: Of the file; ASCII, other letters become "?".
        spacing: (row, column) spacing of pixels, mm; None if unknown.
        overwrite: Whether an existing file may be replaced.

    Raises:
        WriteProblem: The file exists and may not be overwritten, or cannot be written.
        InternalError: The array is of another type or shape.
    """
    color = array.ndim == 3 and array.shape[2] == 3 and array.dtype == np.uint8
    if not color and (array.ndim != 2 or array.dtype.name not in _TYPES or array.size == 0):
        raise InternalError(f"An array of type {array.dtype} and shape {array.shape} cannot be a TIFF.")
    import tifffile

    options: dict[str, Any] = {}
    if spacing is not None:
        options = {"resolution": (10 / spacing[1], 10 / spacing[0]), "resolutionunit": "CENTIMETER"}
    buffer = io.BytesIO()
    tifffile.imwrite(
        buffer,
        np.ascontiguousarray(array),
        photometric="rgb" if color else "minisblack",
        compression="zlib",
        description=description.encode("ascii", "replace").decode(),
        metadata=None,
        software="radviewer",
        **options,
    )
    write_atomically(path, buffer.getvalue(), overwrite=overwrite)
