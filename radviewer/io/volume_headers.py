"""The headers of NIfTI (nifti1.h, nifti2.h), NRRD (teem) and MetaImage (ITK), with axes turned into DICOM's LPS.

NIfTI's axes point right, anterior, superior, so the first two change their sign; NRRD says which it means; MetaImage as
ITK writes it is LPS.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from radviewer.core.errors import UnreadableFile, UnsupportedImage
from radviewer.core.image import Rescale
from radviewer.io.opening import open_regular
from radviewer.io.volume import GZIP, PLAIN, VolumeHeader, elsewhere, inflate, unit_axes

_HEADER_BYTES = 1 << 16
_SKEWED = "The axes of the volume are not at right angles; its orientation is not used."
_NIFTI_TYPES = {2: "u1", 4: "i2", 8: "i4", 16: "f4", 64: "f8", 128: "u1", 256: "i1", 512: "u2", 768: "u4"}
_NIFTI_UNITS = {1: 1000.0, 2: 1.0, 3: 0.001}
_NRRD_TYPES = {
    "signed char": "i1", "int8": "i1", "int8_t": "i1", "uchar": "u1", "unsigned char": "u1", "uint8": "u1",
    "uint8_t": "u1", "short": "i2", "short int": "i2", "signed short": "i2", "int16": "i2", "int16_t": "i2",
    "ushort": "u2", "unsigned short": "u2", "uint16": "u2", "uint16_t": "u2", "int": "i4", "signed int": "i4",
    "int32": "i4", "int32_t": "i4", "uint": "u4", "unsigned int": "u4", "uint32": "u4", "uint32_t": "u4",
    "float": "f4", "double": "f8",
}  # fmt: skip
_META_TYPES = {
    "MET_CHAR": "i1", "MET_UCHAR": "u1", "MET_SHORT": "i2", "MET_USHORT": "u2", "MET_INT": "i4", "MET_UINT": "u4",
    "MET_FLOAT": "f4", "MET_DOUBLE": "f8",
}  # fmt: skip
_SPACES = {
    "left-posterior-superior": (1, 1, 1), "lps": (1, 1, 1), "right-anterior-superior": (-1, -1, 1),
    "ras": (-1, -1, 1), "left-anterior-superior": (1, -1, 1), "las": (1, -1, 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _NiftiLayout:
    """Where the fields of a NIfTI header lie, as offset and struct code.

    Attributes:
        size: Bytes of the header, its first field.
        magic: Of a file that holds its data itself.
        at: Name -> (offset, struct code).
    """

    size: int
    magic: tuple[int, bytes]
    at: dict[str, tuple[int, str]]


_NIFTI_1 = _NiftiLayout(348, (344, b"n+1\0"), {
    "dim": (40, "8h"), "datatype": (70, "h"), "pixdim": (76, "8f"), "vox_offset": (108, "f"), "scl": (112, "2f"),
    "units": (123, "B"), "codes": (252, "2h"), "quatern": (256, "3f"), "qoffset": (268, "3f"), "srow": (280, "12f"),
})  # fmt: skip
_NIFTI_2 = _NiftiLayout(540, (4, b"n+2\0\r\n\x1a\n"), {
    "dim": (16, "8q"), "datatype": (12, "h"), "pixdim": (104, "8d"), "vox_offset": (168, "q"), "scl": (176, "2d"),
    "units": (500, "i"), "codes": (344, "2i"), "quatern": (352, "3d"), "qoffset": (376, "3d"), "srow": (400, "12d"),
})  # fmt: skip


def nifti(path: Path) -> VolumeHeader:
    """The header of a .nii or .nii.gz file."""
    raw = _head(path)
    compressed = raw[:2] == b"\x1f\x8b"
    head = inflate(path, raw, 540) if compressed else raw[:540]
    order = "<" if struct.unpack("<i", head[:4])[0] in (348, 540) else ">"
    size = struct.unpack_from(f"{order}i", head)[0]
    layout = {348: _NIFTI_1, 540: _NIFTI_2}.get(size)
    if layout is None:
        raise UnsupportedImage(f"{path}: its NIfTI header says {size} bytes.", hint="Save it as NIfTI-1 or NIfTI-2.")
    start, magic = layout.magic
    if head[start : start + len(magic)] != magic:
        raise elsewhere(path)
    get = partial(_nifti_field, head, order, layout)
    dims = [int(value) for value in get("dim")]
    (code,) = get("datatype")
    if code not in _NIFTI_TYPES:
        raise UnsupportedImage(f"{path}: its NIfTI data type {code} is not shown.", hint="Save it as 16-bit or float.")
    slope, inter = get("scl")
    scaled = np.isfinite(slope) and np.isfinite(inter) and slope != 0
    header = VolumeHeader(
        size=_size(dims[1 : dims[0] + 1]),
        volumes=_volumes(dims[1 : dims[0] + 1]),
        dtype=np.dtype(order + _NIFTI_TYPES[int(code)]),
        samples=3 if code == 128 else 1,
        offset=int(get("vox_offset")[0]),
        inflate_all=compressed,
        rescale=Rescale(float(slope), float(inter)) if scaled and code != 128 else Rescale(),
    )
    return _nifti_geometry(header, get)


def _nifti_field(head: bytes, order: str, layout: _NiftiLayout, name: str) -> tuple[float, ...]:
    offset, code = layout.at[name]
    return struct.unpack_from(order + code, head, offset)


def _nifti_geometry(header: VolumeHeader, get: Callable[[str], tuple[float, ...]]) -> VolumeHeader:
    pixdim = get("pixdim")
    unit = _NIFTI_UNITS.get(int(get("units")[0]) & 7, 1.0)
    q_code, s_code = get("codes")
    spacing = tuple(abs(step) * unit for step in pixdim[1:4])
    plain = replace(header, spacing=(spacing[0], spacing[1], spacing[2]))
    if s_code > 0:
        flat = get("srow")
        rows = [flat[4 * row : 4 * row + 4] for row in range(3)]
        columns = [[row[axis] * unit for row in rows] for axis in range(3)]
        origin = [row[3] * unit for row in rows]
    elif q_code > 0:
        columns = _quaternion(get("quatern"), pixdim, unit)
        origin = [value * unit for value in get("qoffset")]
    else:
        return plain
    return _placed(plain, columns, origin, (-1, -1, 1))


def _quaternion(bcd: tuple[float, ...], pixdim: tuple[float, ...], unit: float) -> list[list[float]]:
    """Axes by NIfTI's method 2 (nifti1.h): a rotation, the voxel sizes, and a sign for the third axis."""
    b, c, d = bcd
    a = max(0.0, 1.0 - (b * b + c * c + d * d)) ** 0.5
    rotation = [
        [a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)],
        [2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)],
        [2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - c * c - b * b],
    ]
    sign = -1.0 if pixdim[0] < 0 else 1.0
    steps = (pixdim[1] * unit, pixdim[2] * unit, pixdim[3] * unit * sign)
    return [[rotation[row][axis] * steps[axis] for row in range(3)] for axis in range(3)]


def nrrd(path: Path) -> VolumeHeader:
    """The header of a .nrrd file with its data attached."""
    raw = _head(path)
    end = _header_end(path, raw)
    fields = {}
    for line in raw[:end].decode("ascii", errors="replace").splitlines()[1:]:
        if ":" in line and not line.startswith("#"):
            name, _, content = line.partition(":")
            fields[name.strip().lower()] = content.lstrip("=").strip()
    if "data file" in fields or "datafile" in fields:
        raise elsewhere(path)
    encoding = fields["encoding"].lower()
    if encoding not in ("raw", "gzip", "gz") or any(int(fields.get(skip, 0)) for skip in ("line skip", "byte skip")):
        raise UnsupportedImage(f"{path}: the NRRD encoding '{encoding[:20]}' is not read.", hint="Save it raw or gzip.")
    sizes = [int(part) for part in fields["sizes"].split()]
    order = "<" if fields.get("endian", "little") == "little" else ">"
    samples = 3 if len(sizes) == 4 and sizes[0] == 3 else 1
    header = VolumeHeader(
        size=_size(sizes[1:] if samples == 3 else sizes),
        volumes=_volumes(sizes[1:] if samples == 3 else sizes),
        dtype=np.dtype(order + _type(path, _NRRD_TYPES, fields["type"])),
        samples=samples,
        offset=end,
        encoding=PLAIN if encoding == "raw" else GZIP,
    )  # fmt: skip
    vectors = [part for part in fields.get("space directions", "").split() if part.lower() != "none"]
    columns = [_numbers(vector.strip("()").replace(",", " ")) for vector in vectors]
    signs = _SPACES.get(fields.get("space", "").lower())
    if len(columns) == 3 and signs is not None:
        origin = _numbers(fields.get("space origin", "(0,0,0)").strip("()").replace(",", " "))
        return _placed(header, columns, origin, signs)
    steps = _numbers(fields.get("spacings", "").lower().replace("nan", ""))[-3:]
    return replace(header, spacing=(steps[0], steps[1], steps[2])) if len(steps) == 3 else header


def metaimage(path: Path) -> VolumeHeader:
    """The header of a .mha file."""
    raw = _head(path)
    at = raw.find(b"ElementDataFile")
    if at < 0:
        raise ValueError("no data")
    end = raw.index(b"\n", at) + 1
    fields = {}
    for line in raw[:end].decode("ascii", errors="replace").splitlines():
        name, _, content = line.partition("=")
        fields[name.strip().lower()] = content.strip()
    if fields["elementdatafile"].upper() != "LOCAL":
        raise elsewhere(path)
    big = fields.get("binarydatabyteordermsb", fields.get("elementbyteordermsb", "False")).lower() == "true"
    samples = int(fields.get("elementnumberofchannels", 1))
    kind = _type(path, _META_TYPES, fields["elementtype"])
    if samples not in (1, 3) or (samples == 3 and kind != "u1"):
        raise UnsupportedImage(
            f"{path}: pixels with {samples} components are not shown.", hint="Save it as grey or RGB."
        )
    header = VolumeHeader(
        size=_size([int(part) for part in fields["dimsize"].split()]),
        volumes=_volumes([int(part) for part in fields["dimsize"].split()]),
        dtype=np.dtype((">" if big else "<") + kind),
        samples=samples,
        offset=end,
        encoding=GZIP if fields.get("compresseddata", "False").lower() == "true" else PLAIN,
    )
    steps = _numbers(fields.get("elementspacing", ""))
    matrix = _numbers(fields.get("transformmatrix", fields.get("rotation", fields.get("orientation", ""))))
    origin = _numbers(fields.get("offset", fields.get("position", fields.get("origin", ""))))
    if len(steps) != 3 or len(matrix) != 9 or len(origin) != 3:
        return replace(header, spacing=(steps[0], steps[1], steps[2])) if len(steps) == 3 else header
    columns = [[matrix[3 * axis + row] * steps[axis] for row in range(3)] for axis in range(3)]
    return _placed(header, columns, origin, (1, 1, 1))


def _placed(
    header: VolumeHeader, columns: list[list[float]], origin: list[float], signs: tuple[int, ...]
) -> VolumeHeader:
    """The header with axes and origin in LPS; `signs` turn the file's own space into it."""
    turned = [[value * sign for value, sign in zip(column, signs, strict=True)] for column in columns]
    found = unit_axes(turned)
    if found is None:
        return replace(header, warnings=(*header.warnings, _SKEWED))
    x, y, z = (value * sign for value, sign in zip(origin, signs, strict=True))
    return replace(header, axes=found[0], spacing=found[1], origin=(x, y, z))


def _size(dims: list[int]) -> tuple[int, int, int]:
    slices = 1
    for size in dims[2:]:
        slices *= size
    return dims[0], dims[1], slices


def _volumes(dims: list[int]) -> int:
    """How many volumes further axes than three make."""
    return max(1, math.prod(dims[3:]))


def _numbers(text: str) -> list[float]:
    found = [float(part) for part in text.split()]
    if not np.isfinite(found).all():
        raise ValueError("not finite")
    return found


def _type(path: Path, types: dict[str, str], name: str) -> Any:
    kind = types.get(name) or types.get(name.lower())
    if kind is None:
        raise UnsupportedImage(
            f"{path}: values of type '{name[:20]}' are not shown.", hint="Save it as 16-bit or float."
        )
    return kind


def _header_end(path: Path, raw: bytes) -> int:
    for mark in (b"\n\n", b"\r\n\r\n"):
        at = raw.find(mark)
        if at >= 0:
            return at + len(mark)
    raise UnreadableFile(f"{path}: its header has no end.", hint="The file is damaged; copy or export it again.")


def _head(path: Path) -> bytes:
    with open_regular(path) as file:
        return file.read(_HEADER_BYTES)
