"""TIFF files as `Image`, a page a frame: 1 to 32 bits, float, palettes, strips, tiles, WhiteIsZero (TIFF 6.0)."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import tifffile
from numpy.typing import NDArray

from radviewer.core.errors import UnreadableFile
from radviewer.core.image import Image, ImageRef
from radviewer.io.limits import MAX_FRAME_SET_BYTES
from radviewer.io.opening import FileKind
from radviewer.io.quiet import collect_from, collecting
from radviewer.io.raster import (
    ALPHA_NOTE,
    DAMAGE,
    RasterFrame,
    check_page,
    check_pixels,
    damaged,
    raster_image,
    read_bytes,
)

collect_from(logger="tifffile")

Array = NDArray[Any]
_TURNS = {2: (0, True), 3: (2, False), 4: (2, True), 5: (3, True), 6: (3, False), 7: (1, True), 8: (1, False)}


def tiff_frame_count(path: Path) -> int:
    """Pages of a TIFF file.

    Raises:
        UnreadableFile: Missing or damaged.
    """
    with _opened(path) as file:
        return _page_count(path, file)


def tiff_summary(path: Path) -> tuple[int, int, int]:
    """(pages, rows, columns of the first page); errors as `tiff_frame_count`."""
    with _opened(path) as file:
        pages = _page_count(path, file)
        page = _page(path, file, 0)
        return pages, int(page.imagelength), int(page.imagewidth)


def read_tiff_page(path: Path, frame: int) -> RasterFrame:
    """One page as stored: no palette, no inversion, no turning.

    Raises:
        UnreadableFile: Missing, damaged or too large.
    """
    with _opened(path) as file:
        pages = _page_count(path, file)
        check_page(ImageRef(path, frame), pages)
        page = _page(path, file, frame)
        return RasterFrame(_decode(path, page), _photometric(page), pages, f"tifffile {tifffile.__version__}")


def read_tiff(ref: ImageRef) -> Image:
    """One page as an `Image`.

    Raises:
        UnreadableFile: Missing, damaged, too large, or there is no such page.
    """
    notes: list[str] = []
    with _opened(ref.path) as file:
        check_page(ref, _page_count(ref.path, file))
        page = _page(ref.path, file, ref.frame)
        stored, mode = _decode(ref.path, page), _photometric(page)
        palette = page.colormap
        orientation = int(_tag(page, 274, 1))
        bits = int(_tag(page, 258, 8)) if not isinstance(_tag(page, 258, 8), tuple) else 8
    pixels = _colors(stored, palette, notes, ref.path)
    if pixels.ndim == 2 and pixels.dtype == np.uint8 and bits < 8 and palette is None:
        pixels = pixels * np.uint8(255 // ((1 << bits) - 1))  # 1, 2 or 4 bits over the whole range, as PNG readers do
    if orientation in _TURNS:
        pixels = _turned(pixels, orientation)
        notes.append("The picture was turned upright as its orientation tag says.")
    image = raster_image(pixels, ref, FileKind.TIFF, mode, 1.0, f"tifffile {tifffile.__version__}", notes)
    if mode != "MINISWHITE" or image.is_color:
        return image
    from dataclasses import replace

    return replace(image, inverse=True)


@contextmanager
def _opened(path: Path) -> Iterator[tifffile.TiffFile]:
    """The open file; what tifffile says of damage inside of the block becomes words."""
    with collecting():
        try:
            with tifffile.TiffFile(io.BytesIO(read_bytes(path)), name=str(path)) as file:
                yield file
        except (*DAMAGE, tifffile.TiffFileError, RecursionError) as error:
            raise damaged(path, FileKind.TIFF, error) from error


def _page_count(path: Path, file: tifffile.TiffFile) -> int:
    pages = len(file.pages)
    if pages < 1:
        raise UnreadableFile(f"{path}: the TIFF file holds no picture.", hint="Copy or export it again.")
    return pages


def _page(path: Path, file: tifffile.TiffFile, frame: int) -> Any:
    page: Any = file.pages[frame]
    shape = tuple(int(size) for size in page.shape)
    needed = math.prod(shape) * (page.dtype.itemsize if page.dtype is not None else 0)
    check_pixels(path, int(page.imagewidth), int(page.imagelength))
    if needed == 0 or needed > MAX_FRAME_SET_BYTES or len(shape) not in (2, 3):
        raise UnreadableFile(f"{path}: a page of shape {shape} is not shown.", hint="Save its pages one by one.")
    return page


def _decode(path: Path, page: Any) -> Array:
    pixels = np.asarray(page.asarray(maxworkers=1))
    if pixels.dtype == bool:
        pixels = pixels.astype(np.uint8)
    if pixels.dtype.kind not in "iuf":
        raise UnreadableFile(f"{path}: values of type {pixels.dtype} are not shown.", hint="Save it as 8 or 16 bits.")
    separate = pixels.ndim == 3 and int(_tag(page, 284, 1)) == 2
    return np.ascontiguousarray(np.moveaxis(pixels, 0, -1) if separate else pixels)


def _colors(pixels: Array, palette: Any, notes: list[str], path: Path) -> Array:
    """Grey (rows, columns) or RGB (rows, columns, 3)."""
    if palette is not None and pixels.ndim == 2 and pixels.dtype.kind == "u":
        table = (np.asarray(palette).T >> 8).astype(np.uint8)
        if int(pixels.max()) >= len(table):
            raise UnreadableFile(f"{path}: pixels point beyond the colour table.", hint="The file is damaged.")
        return np.asarray(table[pixels.astype(np.intp)])
    if pixels.ndim == 2:
        return pixels
    samples = pixels.shape[2]
    if samples in (2, 4) and pixels.dtype.kind == "u":
        if bool((pixels[..., -1] != np.asarray((1 << (8 * pixels.dtype.itemsize)) - 1, pixels.dtype)).any()):
            notes.append(ALPHA_NOTE)
        samples -= 1
    if samples not in (1, 3):
        raise UnreadableFile(f"{path}: pixels with {samples} components are not shown.", hint="Save it as grey or RGB.")
    colors = np.ascontiguousarray(pixels[..., :samples])
    if samples == 1:
        return np.ascontiguousarray(colors[..., 0])
    if colors.dtype.kind == "f" or colors.dtype.itemsize > 2:
        raise UnreadableFile(f"{path}: colour of type {colors.dtype} is not shown.", hint="Save it as 8 or 16 bits.")
    return colors


def _turned(pixels: Array, orientation: int) -> Array:
    turns, mirrored = _TURNS[orientation]
    result = np.rot90(pixels, turns)
    return np.ascontiguousarray(result[:, ::-1] if mirrored else result)


def _photometric(page: Any) -> str:
    return str(getattr(page.photometric, "name", page.photometric))


def _tag(page: Any, code: int, default: int) -> Any:
    tag = page.tags.get(code)
    return default if tag is None else tag.value
