"""One pinned decoder for each compressed transfer syntax (PS3.5 section 10, annex A.4).

Decoders differ by a grey level on lossy files, so which one made the pixels is recorded with them. All of them are
permissively licensed. They are C and Rust: `decode` runs in a process of its own (decode_worker), never in the
viewer's; this module imports nothing but numpy until a frame asks for a decoder.
"""

from __future__ import annotations

import importlib
import os
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.io.jpeg_markers import JpegHeader, read_jpeg_header

Array = NDArray[np.generic]


class DecodeError(Exception):
    """A codestream cannot be decoded, with the reason as a clause."""


@dataclass(frozen=True, slots=True)
class FrameSpec:
    """What the header says about a compressed frame; crosses the process border.

    Attributes:
        transfer_syntax: UID.
        rows: Of the frame.
        columns: Of the frame.
        samples: 1 or 3.
        bits_allocated: 8, 16 or 32.
        bits_stored: Significant bits.
        signed: Whether stored values are signed.
        photometric: Photometric Interpretation.
    """

    transfer_syntax: str
    rows: int
    columns: int
    samples: int
    bits_allocated: int
    bits_stored: int
    signed: bool
    photometric: str

    @property
    def shape(self) -> tuple[int, ...]:
        """Of the decoded frame."""
        return (self.rows, self.columns) if self.samples == 1 else (self.rows, self.columns, self.samples)

    @property
    def dtype(self) -> np.dtype[np.generic]:
        """Of the decoded frame."""
        return np.dtype(f"{'i' if self.signed else 'u'}{max(1, self.bits_allocated // 8)}")


JPEG_BASELINE, JPEG_EXTENDED = "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51"
JPEG_LOSSLESS = frozenset({"1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70"})
JPEG_LS = frozenset({"1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"})
JPEG_2000 = frozenset({"1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91"})
HTJ2K = frozenset({"1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203"})
JPEG_XL = frozenset({"1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.111", "1.2.840.10008.1.2.4.112"})
RLE = "1.2.840.10008.1.2.5"
LOSSLESS = JPEG_LOSSLESS | HTJ2K - {"1.2.840.10008.1.2.4.203"} | {
    "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.110", RLE,
}  # fmt: skip

_LIBRARY = {
    **dict.fromkeys((JPEG_BASELINE, JPEG_EXTENDED, *JPEG_LOSSLESS), ("imagecodecs", "libjpeg-turbo")),
    **dict.fromkeys(JPEG_LS, ("jpeg_ls", "CharLS")),
    **dict.fromkeys(JPEG_2000 | HTJ2K, ("imagecodecs", "OpenJPEG")),
    **dict.fromkeys(JPEG_XL, ("imagecodecs", "libjxl")),
    RLE: ("rle", "pylibjpeg-rle"),
}
SUPPORTED = frozenset(_LIBRARY)
_LARGE_PIXELS = 1024 * 1024


def decoder_name(transfer_syntax: str) -> str:
    """The pinned decoder of a transfer syntax with its package's version, for example "pylibjpeg-rle 2.2.0"."""
    from importlib.metadata import version

    module, library = _LIBRARY[transfer_syntax]
    package = {"imagecodecs": "imagecodecs", "jpeg_ls": "pyjpegls"}.get(module, "pylibjpeg-rle")
    return f"{package} {version(package)}" if library == package else f"{library} ({package} {version(package)})"


def decode(codestream: bytes, spec: FrameSpec) -> tuple[Array, tuple[str, ...]]:
    """Decodes one frame.

    Args:
        codestream: All fragments of the frame.
        spec: What the header says.

    Returns:
        The frame with the shape and type of `spec` (colour as RGB where the codestream holds the transform, otherwise
        in the header's photometric interpretation), and what was odd.

    Raises:
        DecodeError: The codestream is damaged or contradicts the header.
    """
    syntax = spec.transfer_syntax
    if syntax == RLE:
        return _fit(_decode_rle(codestream, spec), spec), ()
    if syntax in (JPEG_BASELINE, JPEG_EXTENDED) or syntax in JPEG_LOSSLESS:
        return _decode_jpeg(codestream, spec)
    if syntax in JPEG_LS:
        return _fit(_decode_jpeg_ls(codestream, spec), spec), ()
    if syntax in JPEG_2000 or syntax in HTJ2K:
        return _decode_jpeg_2000(codestream, spec)
    return _fit(np.asarray(_imagecodecs("jpegxl_decode", codestream)), spec), ()


def _imagecodecs(function: str, data: bytes, **options: Any) -> Any:
    library = importlib.import_module("imagecodecs")
    try:
        return getattr(library, function)(data, **options)
    except (RuntimeError, ValueError, OverflowError, TypeError) as error:
        raise DecodeError(f"its codestream is damaged ({str(error)[:120]})") from error


def _decode_rle(data: bytes, spec: FrameSpec) -> Array:
    rle = importlib.import_module("rle.rle")
    count = spec.rows * spec.columns
    segments = int.from_bytes(data[:4], "little")
    if segments != spec.samples * spec.bits_allocated // 8:
        raise DecodeError(
            f"its RLE header says {segments} segments instead of {spec.samples * spec.bits_allocated // 8}"
        )
    try:
        frame = rle.decode_frame(data, count, spec.bits_allocated, "<")
    except (ValueError, RuntimeError, TypeError, IndexError, OverflowError) as error:
        raise DecodeError(f"its RLE data is damaged ({str(error)[:120]})") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise DecodeError("its RLE data is damaged") from error
    unsigned = np.dtype(f"<u{spec.bits_allocated // 8}")
    values = np.frombuffer(frame, dtype=unsigned)
    if values.size != count * spec.samples:
        raise DecodeError("its RLE data does not fill the frame")
    if spec.samples == 1:
        return values.reshape(spec.rows, spec.columns)
    return values.reshape(spec.samples, spec.rows, spec.columns).transpose(1, 2, 0)


def _decode_jpeg(data: bytes, spec: FrameSpec) -> tuple[Array, tuple[str, ...]]:
    header = read_jpeg_header(data)
    if header is None:
        raise DecodeError("its codestream is no JPEG")
    notes = _check_jpeg(header, spec)
    options: dict[str, Any] = {}
    if spec.samples == 3:
        stored_rgb = header.is_rgb(spec.photometric)
        options = {"colorspace": "RGB" if stored_rgb else "YCBCR", "outcolorspace": "RGB"}
        if header.lossless:
            options = {"colorspace": "RGB", "outcolorspace": "RGB"}
    frame = np.asarray(_imagecodecs("jpeg8_decode", data, **options))
    return _fit(frame, spec), notes


def _check_jpeg(header: JpegHeader, spec: FrameSpec) -> tuple[str, ...]:
    lossless = spec.transfer_syntax in JPEG_LOSSLESS
    _check_size(header.rows, header.columns, header.components, spec)
    if header.scans > 200:
        raise DecodeError(f"its codestream has {header.scans} scans, made to exhaust the processor")
    if header.precision > spec.bits_allocated:
        raise DecodeError(f"its codestream has {header.precision} bits, the header {spec.bits_allocated}")
    if lossless and not header.lossless:
        return ("The file is labelled lossless but its codestream is a lossy JPEG.",)
    return ()


def _decode_jpeg_ls(data: bytes, spec: FrameSpec) -> Array:
    header = read_jpeg_header(data)
    if header is None:
        raise DecodeError("its codestream is no JPEG-LS")
    _check_size(header.rows, header.columns, header.components, spec)
    jpeg_ls = importlib.import_module("jpeg_ls")
    try:
        buffer, info = jpeg_ls.decode_pixel_data(data)
    except (RuntimeError, ValueError, TypeError, KeyError, OverflowError) as error:
        raise DecodeError(f"its codestream is damaged ({str(error)[:120]})") from error
    kind = np.dtype("<u1" if info["bits_per_sample"] <= 8 else "<u2")
    values = np.frombuffer(buffer, dtype=kind)
    if values.size != spec.rows * spec.columns * spec.samples:
        raise DecodeError("its codestream does not fill the frame")
    frame = values.reshape(spec.shape)
    if spec.samples > 1 and info["interleave_mode"] == 0:
        frame = values.reshape(spec.samples, spec.rows, spec.columns).transpose(1, 2, 0)
    return _sign_extended(frame, spec) if spec.signed else frame


def _decode_jpeg_2000(data: bytes, spec: FrameSpec) -> tuple[Array, tuple[str, ...]]:
    from radviewer.io.jpeg2000_markers import read_siz

    siz = read_siz(data)
    if siz is None:
        raise DecodeError("its codestream is no JPEG 2000")
    _check_size(siz.rows, siz.columns, siz.components, spec)
    if siz.precision > spec.bits_allocated:
        raise DecodeError(f"its codestream has {siz.precision} bits, the header {spec.bits_allocated}")
    # Code blocks are decoded side by side; for small frames starting threads would cost more than it brings.
    threads = min(4, os.cpu_count() or 1) if spec.rows * spec.columns >= _LARGE_PIXELS else 1
    frame = np.asarray(_imagecodecs("jpeg2k_decode", data, numthreads=threads))
    if frame.size != spec.rows * spec.columns * spec.samples:
        raise DecodeError("its codestream does not fill the frame")
    frame = frame.reshape(spec.shape)
    if siz.signed == spec.signed:
        return _fit(frame, spec), ()
    note = "The codestream and the header disagree about the sign of the values; the header was followed."
    return _fit(_sign_extended(frame, spec), spec), (note,)


def _check_size(rows: int, columns: int, components: int, spec: FrameSpec) -> None:
    if (rows, columns) != (spec.rows, spec.columns):
        raise DecodeError(f"its codestream is {rows} x {columns} pixels, its header says {spec.rows} x {spec.columns}")
    if components != spec.samples:
        raise DecodeError(f"its codestream has {components} components, its header says {spec.samples}")


def _sign_extended(frame: Array, spec: FrameSpec) -> Array:
    """The lowest `bits_stored` bits read with the header's sign (PS3.5 section 8.1.1)."""
    size = spec.bits_allocated // 8
    shift = spec.bits_allocated - spec.bits_stored
    raw = frame.astype(f"u{size}", casting="unsafe")
    return np.asarray((raw << np.asarray(shift, raw.dtype)).view(spec.dtype) >> np.asarray(shift, spec.dtype))


def _fit(frame: Array, spec: FrameSpec) -> Array:
    """The frame in the header's shape and type.

    Raises:
        DecodeError: It does not fit.
    """
    if frame.ndim == 3 and frame.shape[2] == 1:
        frame = frame[..., 0]
    if frame.shape != spec.shape:
        raise DecodeError(f"its codestream holds {frame.shape}, its header says {spec.shape}")
    if frame.dtype.itemsize > spec.dtype.itemsize:
        raise DecodeError(f"its codestream holds {frame.dtype} values, its header says {spec.bits_allocated} bits")
    if spec.signed and frame.dtype.kind == "u":
        return np.ascontiguousarray(_sign_extended(frame, spec))
    return np.ascontiguousarray(frame.astype(spec.dtype, copy=False))
