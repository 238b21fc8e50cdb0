"""Stored values of one frame, as pydicom's `pixel_array` defines them: bits masked and signed, colour as RGB.

PS3.5 section 8 and annex D say how pixels lie in native data; PS3.3 C.7.6.3.1.2 how YBR becomes RGB. Palettes are
not applied here (dicom_palette), nor is the modality LUT.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pydicom
from numpy.typing import NDArray

from radviewer.core.errors import UnreadableFile, UnsupportedImage
from radviewer.io import codecs
from radviewer.io.codecs import DecodeError, FrameSpec
from radviewer.io.decode_process import decode_isolated
from radviewer.io.dicom_format import PixelFormat, format_notes, is_encapsulated, pixel_format
from radviewer.io.dicom_frames import FrameMap, map_frames, native_excess, read_fragments, read_native
from radviewer.io.dicom_header import Header
from radviewer.io.dicom_names import syntax_name
from radviewer.io.dicom_overlay import has_embedded_planes

Array = NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class StoredFrame:
    """One decoded frame.

    Attributes:
        pixels: (rows, columns) or (rows, columns, 3).
        decoder: Which decoder made it, with its version.
        warnings: What was odd.
        raw: (rows, columns) values with all their allocated bits, where overlays lie in them; else None.
    """

    pixels: Array
    decoder: str
    warnings: tuple[str, ...] = ()
    raw: Array | None = None


class FrameReader:
    """Reads frames of one file; where they lie is found out once."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.format: PixelFormat = pixel_format(header)
        self._map: FrameMap | None = None
        if is_encapsulated(header) and header.effective_syntax not in codecs.SUPPORTED:
            raise UnsupportedImage(
                f"{header.path}: its transfer syntax {syntax_name(header.effective_syntax)} is not supported.",
                hint="Export it as JPEG 2000, JPEG-LS or uncompressed.",
            )

    def read(self, frame: int) -> StoredFrame:
        """Decodes one frame.

        Args:
            frame: Index from 0.

        Raises:
            UnreadableFile: The pixel data is damaged.
        """
        if not 0 <= frame < self.format.frames:
            raise UnreadableFile(
                f"{self.header.path}: there is no frame {frame}.",
                hint=f"Frames are numbered from 0 to {self.format.frames - 1}.",
            )
        return self._compressed(frame) if is_encapsulated(self.header) else self._native(frame)

    def all(self) -> Iterator[StoredFrame]:
        """Every frame in order."""
        for frame in range(self.format.frames):
            yield self.read(frame)

    def _native(self, frame: int) -> StoredFrame:
        if self.format.photometric == "YBR_PARTIAL_420":
            raise UnsupportedImage(
                f"{self.header.path}: YBR_PARTIAL_420 is for video and has no uncompressed form (PS3.3 C.7.6.3.1.2).",
                hint="Export it as RGB.",
            )
        data, skip = read_native(self.header, self.format, frame)
        pixels = unpack_native(data, skip, self.format, self.header.little_endian)
        notes = list(format_notes(self.header, self.format))
        extra = native_excess(self.header, self.format)
        if extra:
            notes.append(f"The file holds {extra:,} bytes of pixels more than its header says; they were ignored.")
        decoder = f"native (numpy {np.__version__}, pydicom {pydicom.__version__})"
        return StoredFrame(pixels, decoder, tuple(notes), self._raw(data))

    def _raw(self, data: bytes) -> Array | None:
        """The frame with all its bits, for the overlays in them."""
        form = self.format
        if form.samples != 1 or form.floating or form.bits_allocated < 8 or not has_embedded_planes(self.header):
            return None
        stored = form.dtype.newbyteorder("<" if self.header.little_endian else ">")
        return np.frombuffer(data, dtype=stored).astype(form.dtype).reshape(form.rows, form.columns)

    def _compressed(self, frame: int) -> StoredFrame:
        if self._map is None:
            self._map = map_frames(self.header, self.format)
        codestream = read_fragments(self.header, self._map.frames[frame])
        form = self.format
        spec = FrameSpec(
            self.header.effective_syntax, form.rows, form.columns, form.samples, form.bits_allocated,
            form.bits_stored, form.signed, form.photometric,
        )  # fmt: skip
        try:
            pixels, notes = decode_isolated(codestream, spec)
        except DecodeError as error:
            where = f", frame {frame}" if form.frames > 1 else ""
            raise UnreadableFile(
                f"{self.header.path}{where}: {error}.", hint="The file is damaged; copy or export it again."
            ) from error
        if form.samples == 3 and form.photometric.startswith("YBR_FULL") and not _decoder_gives_rgb(spec):
            pixels = ybr_full_to_rgb(pixels, form.bits_stored)
        return StoredFrame(pixels, codecs.decoder_name(spec.transfer_syntax), (*self._map.warnings, *notes))


def _decoder_gives_rgb(spec: FrameSpec) -> bool:
    return spec.transfer_syntax in (codecs.JPEG_BASELINE, codecs.JPEG_EXTENDED)


def unpack_native(data: bytes, skip_bits: int, form: PixelFormat, little_endian: bool) -> Array:
    """One native frame as stored values, colour as RGB (PS3.5 section 8.1, annex D)."""
    if form.bits_allocated == 1:
        bits = np.unpackbits(np.frombuffer(data, np.uint8), bitorder="little")
        count = form.rows * form.columns * form.samples
        return np.ascontiguousarray(bits[skip_bits : skip_bits + count].reshape(form.shape))
    stored = form.dtype.newbyteorder("<" if little_endian else ">")
    values = np.frombuffer(data, dtype=stored).astype(form.dtype)
    if not form.floating:
        values = used_bits(values, form)
    if form.samples == 1:
        return values.reshape(form.rows, form.columns)
    if form.subsampled:
        pixels = _from_422(values, form)
    elif form.planar:
        pixels = np.ascontiguousarray(values.reshape(3, form.rows, form.columns).transpose(1, 2, 0))
    else:
        pixels = values.reshape(form.shape)
    if form.photometric == "YBR_PARTIAL_422":
        return ybr_partial_to_rgb(pixels, form.bits_stored)
    return ybr_full_to_rgb(pixels, form.bits_stored) if form.photometric.startswith("YBR_FULL") else pixels


def used_bits(values: Array, form: PixelFormat) -> Array:
    """The stored bits, moved down from the high bit and with their sign (PS3.5 section 8.1.1).

    What other bits hold is undefined since overlays in them were retired, so they are cleared.
    """
    if form.bits_stored == form.bits_allocated:
        return values
    left = form.bits_allocated - 1 - form.high_bit
    right = form.bits_allocated - form.bits_stored
    shifted = np.left_shift(values, np.asarray(left, values.dtype))
    return np.asarray(np.right_shift(shifted, np.asarray(right, values.dtype)))


def _from_422(values: Array, form: PixelFormat) -> Array:
    """Y1 Y2 Cb Cr for every two pixels becomes three samples each (PS3.3 C.7.6.3.1.2)."""
    if form.columns % 2:
        raise UnsupportedImage(
            f"The image is {form.photometric} with {form.columns} columns, which must be even.",
            hint="Export it as RGB.",
        )
    groups = values.reshape(form.rows, form.columns // 2, 4)
    pixels = np.empty((form.rows, form.columns // 2, 2, 3), dtype=values.dtype)
    pixels[..., 0] = groups[..., :2]
    pixels[..., 1] = groups[..., 2:3]
    pixels[..., 2] = groups[..., 3:4]
    return pixels.reshape(form.shape)


def ybr_full_to_rgb(pixels: Array, bits: int) -> Array:
    """YBR_FULL to RGB, rounded to the nearest value (PS3.3 C.7.6.3.1.2, ITU-R BT.601)."""
    half = float(1 << (bits - 1))
    luma, blue, red = (pixels[..., i].astype(np.float32) for i in range(3))
    return _rgb(luma, blue - half, red - half, pixels.dtype, bits)


def ybr_partial_to_rgb(pixels: Array, bits: int) -> Array:
    """YBR_PARTIAL_422 to RGB (PS3.3-2017 C.7.6.3.1.2, retired): luma 16 to 235, chroma 16 to 240 of 8 bits."""
    unit = float(1 << (bits - 8)) if bits >= 8 else 1.0
    top = float((1 << bits) - 1)
    luma, blue, red = (pixels[..., i].astype(np.float32) for i in range(3))
    luma = (luma - 16 * unit) * (top / (219 * unit))
    return _rgb(luma, (blue - 128 * unit) * (top / (224 * unit)), (red - 128 * unit) * (top / (224 * unit)),
                pixels.dtype, bits)  # fmt: skip


def _rgb(luma: Array, blue: Array, red: Array, kind: np.dtype[Any], bits: int) -> Array:
    """RGB of luminance and centred chrominance, over the full range."""
    top = float((1 << bits) - 1)
    result = np.empty((*luma.shape, 3), dtype=kind)
    for index, channel in enumerate(
        (luma + 1.402 * red, luma - (0.114 * 1.772 * blue + 0.299 * 1.402 * red) / 0.587, luma + 1.772 * blue)
    ):
        np.clip(np.floor(channel + 0.5), 0, top, out=channel)
        result[..., index] = channel
    return result
