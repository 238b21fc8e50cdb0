"""NIfTI, NRRD and MetaImage volumes, slice by slice, with their orientation as DICOM has it (LPS, mm).

The headers are read here and not by a library: the formats can name any other file as their data, and a reader that
follows opens what nobody chose. Only files that hold their data themselves are read. Slices lie along the third axis.
"""

from __future__ import annotations

import math
import threading
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import UnreadableFile, UnsupportedImage
from radviewer.core.geometry import PixelSpacing, SpacingKind
from radviewer.core.image import Image, ImageFacts, ImageRef, Rescale
from radviewer.io.limits import MAX_FRAME_SET_BYTES
from radviewer.io.opening import FileKind, open_regular
from radviewer.io.raster import COLOR_NOTE

Vector = tuple[float, float, float]
GZIP, PLAIN = "gzip", "raw"


@dataclass(frozen=True, slots=True)
class VolumeHeader:
    """What a volume's header says.

    Attributes:
        size: (columns, rows, slices); further axes (time) are counted as slices.
        dtype: With its byte order.
        samples: 1, or 3 for RGB.
        offset: First byte of the data, in the file or (NIfTI) in the inflated file.
        encoding: "raw" or "gzip" (zlib likewise).
        inflate_all: Whether header and data are compressed together.
        spacing: (column, row, slice) distances, mm, or None where unknown.
        axes: Unit vectors of the three axes in LPS, or None where unknown.
        origin: Centre of the first pixel in LPS, mm, or None.
        rescale: To the values that the file stands for.
        warnings: What was odd.
        volumes: How many volumes (points in time, say) follow one another in `size`.
    """

    size: tuple[int, int, int]
    dtype: np.dtype[Any]
    samples: int
    offset: int
    encoding: str = PLAIN
    inflate_all: bool = False
    spacing: Vector | None = None
    axes: tuple[Vector, Vector, Vector] | None = None
    origin: Vector | None = None
    rescale: Rescale = field(default_factory=Rescale)
    warnings: tuple[str, ...] = ()
    volumes: int = 1

    @property
    def depth(self) -> int:
        """Slices of one volume."""
        return max(1, self.size[2] // self.volumes)

    @property
    def frame_bytes(self) -> int:
        """Of one slice."""
        return self.size[0] * self.size[1] * self.samples * self.dtype.itemsize


def read_volume_header(path: Path, kind: FileKind) -> VolumeHeader:
    """The checked header of a volume.

    Raises:
        UnreadableFile: Damaged, or larger than the limit.
        UnsupportedImage: Its data lies in another file, or its type is not shown.
    """
    from radviewer.io import volume_headers

    readers = {
        FileKind.NIFTI: volume_headers.nifti,
        FileKind.NRRD: volume_headers.nrrd,
        FileKind.METAIMAGE: volume_headers.metaimage,
    }
    try:
        header = readers[kind](path)
    except (ValueError, IndexError, KeyError, TypeError, OverflowError, ZeroDivisionError, zlib.error) as error:
        raise _damaged(path, f"its {kind.value} header makes no sense") from error
    if min(header.size) < 1:
        raise _damaged(path, f"it is {header.size[0]} x {header.size[1]} x {header.size[2]} pixels")
    if header.frame_bytes * header.size[2] > MAX_FRAME_SET_BYTES:
        raise _damaged(path, f"its header asks for {header.frame_bytes * header.size[2] / 1024**3:.1f} GiB")
    return header


def volume_frame_count(path: Path, kind: FileKind) -> int:
    """Slices of a volume; errors as `read_volume_header`."""
    return read_volume_header(path, kind).size[2]


def read_slice(path: Path, header: VolumeHeader, frame: int) -> NDArray[Any]:
    """Stored values of one slice: (rows, columns), or (rows, columns, 3) in colour.

    Raises:
        UnreadableFile: There is no such slice, or the data is cut off.
    """
    if not 0 <= frame < header.size[2]:
        raise UnreadableFile(
            f"{path}: there is no frame {frame}.", hint=f"Frames are numbered from 0 to {header.size[2] - 1}."
        )
    start = header.frame_bytes * frame
    if header.encoding == PLAIN and not header.inflate_all:
        with open_regular(path) as file:
            file.seek(header.offset + start)
            data = file.read(header.frame_bytes)
    else:
        data = _inflated(path, header)[start : start + header.frame_bytes]
    if len(data) < header.frame_bytes:
        raise _damaged(path, "its data is cut off")
    columns, rows, _ = header.size
    shape = (rows, columns) if header.samples == 1 else (rows, columns, header.samples)
    return np.frombuffer(data, header.dtype).astype(header.dtype.newbyteorder("=")).reshape(shape)


def read_volume(ref: ImageRef, kind: FileKind) -> Image:
    """One slice as an `Image`; errors as `read_volume_header` and `read_slice`."""
    header = read_volume_header(ref.path, kind)
    pixels = read_slice(ref.path, header, ref.frame)
    notes = list(header.warnings)
    spacing = None
    if header.spacing is not None and all(1e-5 <= step <= 1e3 for step in header.spacing[:2]):
        spacing = PixelSpacing(header.spacing[1], header.spacing[0], SpacingKind.FILE_HEADER)
    if header.samples == 3:
        notes.append(COLOR_NOTE)
    facts = ImageFacts(
        kind=kind.value,
        bits_stored=8 * pixels.dtype.itemsize,
        photometric="RGB" if header.samples == 3 else "MONOCHROME2",
        decoder=f"native (numpy {np.__version__})",
        warnings=tuple(notes),
    )
    return Image(
        pixels=pixels,
        ref=ref,
        modality_lut=header.rescale,
        spacing=spacing,
        orientation=(*header.axes[0], *header.axes[1]) if header.axes else None,
        position=slice_position(header, ref.frame),
        aspect=spacing.row / spacing.column if spacing else 1.0,
        facts=facts,
    )


def slice_position(header: VolumeHeader, frame: int) -> Vector | None:
    """Centre of a slice's first pixel in LPS, mm, or None where unknown."""
    if header.origin is None or header.axes is None or header.spacing is None:
        return None
    step, axis = header.spacing[2] * (frame % header.depth), header.axes[2]
    x, y, z = header.origin
    return x + axis[0] * step, y + axis[1] * step, z + axis[2] * step


_kept: tuple[tuple[str, int, int], bytes] | None = None
_lock = threading.Lock()


def _inflated(path: Path, header: VolumeHeader) -> bytes:
    """The data of a compressed volume; the last one is kept, for slices are read one after the other."""
    global _kept  # noqa: PLW0603 - one volume for the whole program
    info = path.stat()
    key = (str(path), info.st_mtime_ns, info.st_size)
    with _lock:
        if _kept is not None and _kept[0] == key:
            return _kept[1]
        needed = header.frame_bytes * header.size[2]
        skip = header.offset if header.inflate_all else 0
        with open_regular(path) as file:
            file.seek(0 if header.inflate_all else header.offset)
            # Data that cannot be compressed grows by a few bytes in each block, never by as much as this.
            data = inflate(path, file.read(needed + needed // 100 + 65536), skip + needed)[skip:]
        _kept = (key, data)
        return data


def inflate(path: Path, data: bytes, limit: int) -> bytes:
    """Inflates gzip or zlib data, up to `limit` bytes.

    Raises:
        UnreadableFile: Damaged.
    """
    try:
        return zlib.decompressobj(wbits=47).decompress(data, limit)
    except zlib.error as error:
        raise _damaged(path, "its compressed data is damaged") from error


def unit_axes(columns: list[list[float]]) -> tuple[tuple[Vector, Vector, Vector], Vector] | None:
    """(unit vectors, lengths) of three axes, or None where they are not at right angles to each other."""
    lengths = [math.sqrt(sum(value * value for value in column)) for column in columns]
    if len(columns) != 3 or not all(1e-9 < length < 1e9 for length in lengths):
        return None
    units = [[value / length for value in column] for column, length in zip(columns, lengths, strict=True)]
    for a, b in ((0, 1), (0, 2), (1, 2)):
        if abs(sum(x * y for x, y in zip(units[a], units[b], strict=True))) > 0.01:
            return None
    vectors = tuple((unit[0], unit[1], unit[2]) for unit in units)
    return (vectors[0], vectors[1], vectors[2]), (lengths[0], lengths[1], lengths[2])


def elsewhere(path: Path) -> UnsupportedImage:
    """The error for a header whose data lies in another file."""
    return UnsupportedImage(
        f"{path}: its data lies in another file, which is not followed.",
        hint="Save it as one file (.nii, .nii.gz, .nrrd or .mha).",
    )


def _damaged(path: Path, reason: str) -> UnreadableFile:
    return UnreadableFile(f"{path}: {reason}.", hint="The file is damaged; copy or export it again.")
