"""The Image Pixel module of a header, checked before a byte of memory is spent on it (PS3.3 C.7.6.3).

pydicom returns pixels that a viewer must refuse: RGB with one sample, CMYK, PALETTE COLOR without a table. The rules
are written out here, and every refusal names the attribute.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from pydicom.dataset import Dataset

from radviewer.core.errors import UnreadableFile, UnsupportedImage
from radviewer.io.dicom_header import DOUBLE_PIXEL_DATA, FLOAT_PIXEL_DATA, Header
from radviewer.io.dicom_values import clean, value
from radviewer.io.limits import MAX_FRAME_SET_BYTES

_SAMPLES = {
    "MONOCHROME1": 1, "MONOCHROME2": 1, "PALETTE COLOR": 1, "RGB": 3, "YBR_FULL": 3, "YBR_FULL_422": 3,
    "YBR_PARTIAL_420": 3, "YBR_PARTIAL_422": 3, "YBR_ICT": 3, "YBR_RCT": 3, "XYB": 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PixelFormat:
    """How pixels are stored.

    Attributes:
        rows: (0028,0010).
        columns: (0028,0011).
        frames: (0028,0008), 1 where absent.
        samples: (0028,0002): 1 or 3.
        photometric: (0028,0004).
        bits_allocated: 1, 8, 16, 32 or 64.
        bits_stored: (0028,0101).
        high_bit: (0028,0102).
        signed: (0028,0103) is 1.
        planar: (0028,0006) is 1: one plane after the other.
        floating: Float or Double Float Pixel Data.
    """

    rows: int
    columns: int
    frames: int
    samples: int
    photometric: str
    bits_allocated: int
    bits_stored: int
    high_bit: int
    signed: bool
    planar: bool
    floating: bool = False

    @property
    def subsampled(self) -> bool:
        """Whether native pixels share chrominance between two columns (YBR_FULL_422, PS3.3 C.7.6.3.1.2)."""
        return self.photometric in ("YBR_FULL_422", "YBR_PARTIAL_422")

    @property
    def frame_bits(self) -> int:
        """Bits of one native frame."""
        samples = 2 if self.subsampled else self.samples
        return self.rows * self.columns * samples * self.bits_allocated

    @property
    def dtype(self) -> np.dtype[np.generic]:
        """Type of stored values in memory, native byte order."""
        if self.floating:
            return np.dtype(np.float32 if self.bits_allocated == 32 else np.float64)
        size = max(1, self.bits_allocated // 8)
        return np.dtype(f"{'i' if self.signed else 'u'}{size}")

    @property
    def shape(self) -> tuple[int, ...]:
        """Of one frame."""
        return (self.rows, self.columns) if self.samples == 1 else (self.rows, self.columns, self.samples)

    @property
    def decoded_bytes(self) -> int:
        """Of all frames."""
        return math.prod(self.shape) * self.frames * self.dtype.itemsize


def pixel_format(header: Header) -> PixelFormat:
    """The checked pixel format of a file that has pixel data.

    Raises:
        UnreadableFile: An attribute is missing, contradicts itself or asks for more than the limit.
        UnsupportedImage: The format is valid but not decoded here.
    """
    if header.pixels is None:
        raise UnsupportedImage(f"{header.path}: there is no image in this object.")
    check = _Check(header)
    photometric = clean(value(header.dataset, "PhotometricInterpretation")).upper()
    floating = header.pixels.tag in (FLOAT_PIXEL_DATA, DOUBLE_PIXEL_DATA)
    samples = check.integer("SamplesPerPixel", 1, 3, default=1 if photometric.startswith("MONO") else None)
    check.photometric(photometric, samples)
    allocated = check.allocated(floating)
    stored = allocated if floating else check.integer("BitsStored", 1, allocated, default=allocated)
    result = PixelFormat(
        rows=check.integer("Rows", 1, 65535),
        columns=check.integer("Columns", 1, 65535),
        frames=check.frames(),
        samples=samples,
        photometric=photometric,
        bits_allocated=allocated,
        bits_stored=stored,
        high_bit=allocated - 1 if floating else check.integer("HighBit", stored - 1, allocated - 1, default=stored - 1),
        signed=False if floating else bool(check.integer("PixelRepresentation", 0, 1, default=0)),
        planar=samples > 1 and bool(check.integer("PlanarConfiguration", 0, 1, default=0)),
        floating=floating,
    )
    if result.decoded_bytes > MAX_FRAME_SET_BYTES:
        raise check.refuse(
            f"its header asks for {result.frames} x {result.rows} x {result.columns} pixels, "
            f"{result.decoded_bytes / 1024**3:.1f} GiB, more than the limit of {MAX_FRAME_SET_BYTES / 1024**3:.0f} GiB"
        )
    return result


def format_notes(header: Header, form: PixelFormat) -> tuple[str, ...]:
    """What is odd about a pixel format that can be read all the same."""
    notes = []
    raw = value(header.dataset, "NumberOfFrames")
    if raw is not None and clean(raw) == "0":
        notes.append("Number of Frames is 0; the file is read as one frame.")
    if form.high_bit != form.bits_stored - 1:
        notes.append("High Bit does not follow from Bits Stored; the values were taken from the bits it names.")
    return tuple(notes)


class _Check:
    """Reads attributes and refuses wrong ones with their names."""

    def __init__(self, header: Header) -> None:
        self._header = header
        self._dataset: Dataset = header.dataset

    def refuse(self, reason: str) -> UnreadableFile:
        """The error for this file."""
        return UnreadableFile(f"{self._header.path}: {reason}.", hint="The file is damaged; export or copy it again.")

    def integer(self, keyword: str, low: int, high: int, default: int | None = None) -> int:
        """An integer attribute within [low, high]."""
        raw = value(self._dataset, keyword)
        if raw is None or raw in ("", []):
            if default is None:
                raise self.refuse(f"{keyword} is missing")
            return default
        if type(raw).__name__ == "MultiValue":
            raise self.refuse(f"{keyword} has {len(raw)} values instead of one")
        try:
            number, exact = int(raw), int(raw) == float(raw)
        except (TypeError, ValueError, OverflowError):
            number, exact = 0, False
        if not exact:
            raise self.refuse(f"{keyword} is '{clean(raw)[:32]}' instead of a whole number")
        if not low <= number <= high:
            raise self.refuse(f"{keyword} is {number}, which must be from {low} to {high}")
        return number

    def frames(self) -> int:
        """Number of Frames; 1 where absent or (against the standard) zero."""
        raw = value(self._dataset, "NumberOfFrames")
        if raw is None or raw == "":
            stored = self._dataset.get_item(0x00280008) if "NumberOfFrames" in self._dataset else None
            if getattr(stored, "value", None):
                raise self.refuse("NumberOfFrames is no whole number")
            return 1
        return self.integer("NumberOfFrames", 0, 2**31 - 1) or 1

    def allocated(self, floating: bool) -> int:
        """Bits Allocated."""
        bits = self.integer("BitsAllocated", 1, 64)
        allowed = (32, 64) if floating else (1, 8, 16, 32)
        if bits not in allowed:
            raise self.refuse(f"BitsAllocated is {bits}, which must be one of {', '.join(map(str, allowed))}")
        return bits

    def photometric(self, name: str, samples: int) -> None:
        """Photometric Interpretation fits the samples, and PALETTE COLOR has its tables."""
        if not name:
            raise self.refuse("PhotometricInterpretation is missing")
        if name not in _SAMPLES:
            raise UnsupportedImage(
                f"{self._header.path}: its photometric interpretation '{name[:32]}' is not supported.",
                hint="Supported are: " + ", ".join(_SAMPLES) + ".",
            )
        if _SAMPLES[name] != samples:
            raise self.refuse(f"its photometric interpretation {name} contradicts {samples} samples per pixel")
        if name == "PALETTE COLOR":
            missing = [c for c in ("Red", "Green", "Blue") if not self._has_palette(c)]
            if missing:
                raise self.refuse(f"it is PALETTE COLOR but its {', '.join(missing).lower()} table is missing")

    def _has_palette(self, color: str) -> bool:
        descriptor = f"{color}PaletteColorLookupTableDescriptor"
        data = (f"{color}PaletteColorLookupTableData", f"Segmented{color}PaletteColorLookupTableData")
        return descriptor in self._dataset and any(keyword in self._dataset for keyword in data)


def is_encapsulated(header: Header) -> bool:
    """Whether the transfer syntax keeps each frame as a codestream of its own (PS3.5 A.4)."""
    from radviewer.io.dicom_header import DEFLATED, EXPLICIT_BIG, EXPLICIT_LITTLE, IMPLICIT_LITTLE

    return header.effective_syntax not in (IMPLICIT_LITTLE, EXPLICIT_LITTLE, EXPLICIT_BIG, DEFLATED)
