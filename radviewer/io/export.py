"""Writes files so that they are complete or absent: temporary file, fsync, rename."""

from __future__ import annotations

import contextlib
import io
import os
import secrets
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, InternalError


class WriteProblem(InputProblem):
    """A file cannot be written."""

    kind = "write"


def write_atomically(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Writes a file that is complete or not there, whenever the program or the machine stops.

    Args:
        path: Where to; the folder must exist.
        data: All of the file.
        overwrite: Whether an existing file may be replaced.

    Raises:
        WriteProblem: The file exists, or cannot be written.
    """
    if not overwrite and path.exists():
        raise WriteProblem(f"{path}: the file exists already.", hint="Choose another name, or remove it first.")
    temporary = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.part")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(temporary, path, overwrite)
        _sync_folder(path.parent)
    except FileExistsError as error:
        raise WriteProblem(
            f"{path}: the file exists already.", hint="Choose another name, or remove it first."
        ) from error
    except OSError as error:
        raise WriteProblem(
            f"{path}: cannot be written ({error.strerror or error}).",
            hint="Check the folder, its space and permissions.",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_png(path: Path, array: NDArray[np.uint8], *, overwrite: bool = False) -> None:
    """Writes 8-bit grey (rows, columns), RGB (rows, columns, 3) or RGBA (rows, columns, 4) as PNG.

    Raises:
        WriteProblem: The file exists and may not be overwritten, or cannot be written.
        InternalError: The array is of another type or shape.
    """
    grey_or_color = array.ndim == 2 or (array.ndim == 3 and array.shape[2] in (3, 4))
    if array.dtype != np.uint8 or not grey_or_color or array.size == 0:
        raise InternalError(f"An array of type {array.dtype} and shape {array.shape} cannot be a PNG.")
    import PIL.Image

    buffer = io.BytesIO()
    PIL.Image.fromarray(np.ascontiguousarray(array)).save(buffer, format="PNG")
    write_atomically(path, buffer.getvalue(), overwrite=overwrite)


def _put_in_place(temporary: Path, path: Path, overwrite: bool) -> None:
    if overwrite or os.name == "nt":  # on Windows rename itself refuses an existing target
        (os.replace if overwrite else os.rename)(temporary, path)
        return
    try:
        os.link(temporary, path)  # fails where another program made the file in between; rename would replace it
    except FileExistsError:
        raise
    except OSError:  # file systems without hard links
        temporary.rename(path)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:
        return  # some network file systems cannot; the file itself is synced
    finally:
        os.close(descriptor)
