"""Heat maps that are held as the bytes of their file: NumPy arrays and grey pictures, read without touching a disk.

A sealed map must not lie in the clear in a temporary file, so nothing here takes a path.
"""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import UnreadableFile

SUFFIXES = (".npy", ".npz", ".png", ".tif", ".tiff")
MOST_VALUES = 1 << 28


def read_map(data: bytes, suffix: str) -> tuple[NDArray[np.float32], float | None]:
    """The values of a map and, where its file names one, the value at the top of an absolute scale.

    Args:
        data: The file's contents.
        suffix: The file's ending, one of `SUFFIXES`.

    Returns:
        float32 (n, rows, columns), n = 1 for a flat map, negative values and those that are not finite set to 0; and
        the array "reference" of an .npz file, 1.0 for pictures (their full scale), or None.

    Raises:
        UnreadableFile: It is no map.
    """
    try:
        values, reference = _read(data, suffix.lower())
    except (OSError, ValueError, KeyError, EOFError, SyntaxError) as error:
        raise UnreadableFile(
            f"A heat map ({suffix}) cannot be read: {error}.", hint="Write it as .npy, .npz, .png or .tif."
        ) from error
    if values.ndim == 2:
        values = values[None]
    if values.ndim != 3 or not values.size or values.size > MOST_VALUES or values.dtype.kind not in "uifb":
        raise UnreadableFile(
            f"A heat map has the shape {values.shape}.", hint="It must be rows x columns, or images x rows x columns."
        )
    clean = np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    return np.maximum(clean, 0.0), reference


def _read(data: bytes, suffix: str) -> tuple[NDArray[Any], float | None]:
    if suffix == ".npy":
        return np.load(io.BytesIO(data), allow_pickle=False), None
    if suffix == ".npz":
        with np.load(io.BytesIO(data), allow_pickle=False) as held:
            names = [name for name in held.files if name != "reference"]
            values = held["map" if "map" in names else names[0]]
            return values, float(held["reference"]) if "reference" in held.files else None
    if suffix == ".png":
        return _picture(data)
    if suffix in {".tif", ".tiff"}:
        import tifffile

        values = tifffile.imread(io.BytesIO(data))
        top = float(np.iinfo(values.dtype).max) if values.dtype.kind in "ui" else None
        return (values, None) if top is None else (values / top, 1.0)
    raise ValueError(f"the ending {suffix!r} is not one of {', '.join(SUFFIXES)}")


def _picture(data: bytes) -> tuple[NDArray[Any], float | None]:
    import PIL.Image
    import PIL.PngImagePlugin

    with PIL.Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
        deep = picture.mode.startswith("I")
        values = np.asarray(picture if deep else picture.convert("L"), dtype=np.float32)
    return values / (65535.0 if deep else 255.0), 1.0
