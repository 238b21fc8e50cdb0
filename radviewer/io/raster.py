"""PNG, JPEG and BMP files as `Image`: grey stays grey, 16 bits stay 16, colour is flagged as no radiograph.

Pillow is only ever asked for the format that the magic bytes show, so that none of its rarer readers, one of which
starts a child program, sees a file. What it reduces to 8 bits (PNG colour and alpha of 16 bits) libpng reads.
TIFF has its own module (raster_tiff).
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import PIL
import PIL.BmpImagePlugin
import PIL.Image
import PIL.ImageFile
import PIL.JpegImagePlugin
import PIL.PngImagePlugin
from numpy.typing import NDArray
from PIL import ImageOps

from radviewer.core.errors import UnreadableFile
from radviewer.core.image import Image, ImageFacts, ImageRef, VoiFunction, Window
from radviewer.io.errors import wrong_suffix_note
from radviewer.io.limits import MAX_FRAME_SET_BYTES, MAX_RASTER_PIXELS
from radviewer.io.opening import FileKind, open_regular
from radviewer.io.quiet import collect_from, collecting

collect_from(PIL.Image, PIL.ImageFile, PIL.PngImagePlugin, PIL.JpegImagePlugin, PIL.BmpImagePlugin)

Array = NDArray[np.generic]
T = TypeVar("T")

FORMATS = {FileKind.PNG: "PNG", FileKind.JPEG: "JPEG", FileKind.BMP: "BMP"}
DAMAGE = (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError, OverflowError, RuntimeError,
          struct.error, zlib.error, AttributeError, ZeroDivisionError)  # fmt: skip
COLOR_NOTE = "This is a colour picture, not a radiograph or slice."
ALPHA_NOTE = "The picture has transparent parts; they are shown as if they were opaque."
_EXIF_ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True, eq=False)
class RasterFrame:
    """One page as its decoder gives it.

    Attributes:
        pixels: From Pillow: palette indices, 8-bit RGBA for PNG colour of 16 bits, and so on. From tifffile: as stored.
        mode: Pillow's mode ("L", "I;16", "P", "RGB", "RGBA", ...) or the TIFF photometric interpretation.
        pages: Pages of the file.
        decoder: Which decoder, with its version.
        warnings: What was odd.
    """

    pixels: Array
    mode: str
    pages: int
    decoder: str
    warnings: tuple[str, ...] = ()


def raster_frame_count(path: Path, kind: FileKind) -> int:
    """Pages of a PNG, JPEG or BMP file.

    Raises:
        UnreadableFile: Missing or damaged.
    """
    return with_image(path, kind, _pages)


def raster_summary(path: Path, kind: FileKind) -> tuple[int, int, int]:
    """(pages, rows, columns) from the header; errors as `raster_frame_count`."""
    return with_image(path, kind, lambda image: (_pages(image), image.height, image.width))


def read_as_pillow(path: Path, kind: FileKind) -> RasterFrame:
    """The picture exactly as Pillow gives it, which is what pixel hashes are made of.

    Raises:
        UnreadableFile: Missing, damaged or too large.
    """

    def load(image: PIL.Image.Image) -> RasterFrame:
        pages, mode, pixels = _pages(image), image.mode, np.asarray(image)
        notes: list[str] = []
        shown = _without_alpha(_pixels(image, notes), notes)
        if shown.ndim == 3 and not _is_grey(shown):
            notes.append(COLOR_NOTE)
        return RasterFrame(pixels, mode, pages, decoder_name(), tuple(notes))

    return with_image(path, kind, load)


def read_raster(ref: ImageRef, kind: FileKind) -> Image:
    """One picture as an `Image`.

    Raises:
        UnreadableFile: Missing, damaged, too large, or there is no such page.
    """
    notes: list[str] = []

    def load(image: PIL.Image.Image) -> tuple[Array, str, float]:
        check_page(ref, _pages(image))
        image.seek(ref.frame)
        mode, aspect = image.mode, _aspect(image)
        pixels = _pixels(image, notes)
        exact = _exact_16_bit(ref.path, kind)
        return _without_alpha(pixels if exact is None else exact, notes), mode, aspect

    pixels, mode, aspect = with_image(ref.path, kind, load, notes)
    return raster_image(pixels, ref, kind, mode, aspect, decoder_name(), notes)


def raster_image(
    pixels: Array, ref: ImageRef, kind: FileKind, mode: str, aspect: float, decoder: str, notes: list[str]
) -> Image:
    """An `Image` of decoded pixels: grey where the three components are equal, with its natural window."""
    if pixels.ndim == 3 and _is_grey(pixels):
        pixels = np.ascontiguousarray(pixels[..., 0])
    if pixels.ndim == 3:
        notes.append(COLOR_NOTE)
    notes.extend(wrong_suffix_note(ref.path, kind))
    facts = ImageFacts(
        kind=kind.value, photometric=mode, bits_stored=pixels.dtype.itemsize * 8, decoder=decoder,
        warnings=tuple(dict.fromkeys(notes)),
    )  # fmt: skip
    return Image(pixels=pixels, ref=ref, voi=natural_window(pixels), aspect=aspect, facts=facts)


def _is_grey(pixels: Array) -> bool:
    same = (pixels[..., 0] == pixels[..., 1]) & (pixels[..., 1] == pixels[..., 2])
    return bool(same.all())


def natural_window(pixels: Array) -> tuple[Window, ...]:
    """The window that shows 8-bit values as they are (y = x, C.11.2.1.2), and 16-bit ones over their whole range."""
    if pixels.ndim == 3 or pixels.dtype.kind not in "iu" or pixels.dtype.itemsize > 2:
        return ()
    span = 1 << (8 * pixels.dtype.itemsize)
    low = -span // 2 if pixels.dtype.kind == "i" else 0
    high = low + span - 1
    name = "as stored" if high == 255 else "full range"
    return (Window((low + high + 1) / 2, float(high - low + 1), VoiFunction.LINEAR, name),)


def check_page(ref: ImageRef, pages: int) -> None:
    """Refuses a frame number that the file does not have."""
    if not 0 <= ref.frame < pages:
        raise UnreadableFile(
            f"{ref.path}: there is no frame {ref.frame}.", hint=f"Frames are numbered from 0 to {pages - 1}."
        )


def check_pixels(path: Path, width: int, height: int) -> None:
    """Refuses a picture that is larger than the limit, before it is decoded."""
    if width < 1 or height < 1:
        raise UnreadableFile(f"{path}: the picture is {width} x {height} pixels.", hint="The file is damaged.")
    if width * height > MAX_RASTER_PIXELS:
        raise UnreadableFile(
            f"{path}: the picture has {width} x {height} pixels, more than the limit of {MAX_RASTER_PIXELS:,}.",
            hint="Make it smaller, or convert it to DICOM.",
        )


def decoder_name() -> str:
    """Pillow with its version."""
    return f"Pillow {PIL.__version__}"


def with_image(path: Path, kind: FileKind, work: Callable[[PIL.Image.Image], T], notes: list[str] | None = None) -> T:
    """Opens a picture with the reader of its kind only, works on it, and turns damage into words."""
    data = read_bytes(path)
    with collecting() as messages:
        try:
            with PIL.Image.open(io.BytesIO(data), formats=(FORMATS[kind],)) as image:
                check_pixels(path, *image.size)
                result = work(image)
        except (PIL.Image.DecompressionBombError, *DAMAGE) as error:
            raise damaged(path, kind, error) from error
    if notes is not None:
        notes.extend(message for message in messages if "decompression bomb" not in message)
    return result


def read_bytes(path: Path) -> bytes:
    """The whole file; `OSError` becomes words."""
    with open_regular(path) as file:
        if file.size > MAX_FRAME_SET_BYTES:
            limit = MAX_FRAME_SET_BYTES // 1024**3
            raise UnreadableFile(f"{path}: the file is larger than {limit} GiB.", hint="Save it in parts.")
        try:
            return file.read()
        except OSError as error:
            raise UnreadableFile(f"{path}: {error.strerror}.", hint="The disk or network may be at fault.") from error


def damaged(path: Path, kind: FileKind, error: Exception) -> UnreadableFile:
    """The error for a damaged picture."""
    reason = str(error).replace(str(path), "").splitlines()
    detail = f" ({reason[0][:120]})" if reason and "BytesIO" not in reason[0] else ""
    return UnreadableFile(
        f"{path}: the {kind.value.upper()} picture is damaged or cut off{detail}.", hint="Copy or export it again."
    )


def _pages(image: PIL.Image.Image) -> int:
    # An animated PNG counts as its first picture: an animation is no stack of slices.
    return 1 if image.format in ("PNG", "JPEG", "MPO") else int(getattr(image, "n_frames", 1))


def _pixels(image: PIL.Image.Image, notes: list[str]) -> Array:
    """The picture as grey, grey with alpha, RGB or RGBA, turned upright as its EXIF says."""
    turned = image.getexif().get(_EXIF_ORIENTATION, 1)
    if image.mode == "P":
        _check_palette(image, notes)
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    elif image.mode in ("CMYK", "YCbCr", "LAB", "HSV"):
        notes.append(f"The picture's {image.mode} colours were converted to RGB.")
        image = image.convert("RGB")
    elif image.mode == "1":
        image = image.convert("L")
    if turned in range(2, 9):
        notes.append("The picture was turned upright as its EXIF orientation says.")
        image = ImageOps.exif_transpose(image)
    return np.array(image)


def _check_palette(image: PIL.Image.Image, notes: list[str]) -> None:
    palette = image.getpalette()
    entries = len(palette) // 3 if palette else 0
    if int(np.asarray(image).max()) >= entries:
        notes.append("Some pixels point beyond the colour table; they are shown black.")


def _without_alpha(pixels: Array, notes: list[str]) -> Array:
    if pixels.ndim == 2 or pixels.shape[2] == 3:
        return pixels
    top = (1 << (8 * pixels.dtype.itemsize)) - 1
    if bool((pixels[..., -1] != np.asarray(top, pixels.dtype)).any()):
        notes.append(ALPHA_NOTE)
    colors = pixels[..., :-1]
    return np.ascontiguousarray(colors[..., 0] if colors.shape[2] == 1 else colors)


def _exact_16_bit(path: Path, kind: FileKind) -> Array | None:
    """PNG colour or alpha of 16 bits, which Pillow would reduce to 8; None for all others."""
    if kind is not FileKind.PNG:
        return None
    data = read_bytes(path)
    depth, color_type = data[24], data[25]
    if depth != 16 or color_type == 0:
        return None
    import imagecodecs

    return np.asarray(imagecodecs.png_decode(data))


def _aspect(image: PIL.Image.Image) -> float:
    """Height of a pixel over its width by the file's resolution; 1 where there is none."""
    dpi = image.info.get("dpi")
    if not isinstance(dpi, tuple) or len(dpi) != 2:
        return 1.0
    x, y = float(dpi[0]), float(dpi[1])
    return x / y if x > 0 and y > 0 and 0.1 <= x / y <= 10 and abs(x / y - 1) > 0.01 else 1.0
