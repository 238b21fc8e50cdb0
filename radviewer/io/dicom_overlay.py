"""Overlay planes and the display shutter of a frame (PS3.3 C.9.2, C.7.6.11).

Planes lie in the header. Older files keep them in bits of the pixels that hold no value (retired in 2004, PS3.3-2004
C.9.2.1.1: Overlay Bit Position), and such files are still in archives.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from pydicom.dataset import Dataset

from radviewer.core.image import OverlayPlane, Shutter
from radviewer.io.dicom_header import Header
from radviewer.io.dicom_values import VALUE_ERRORS, clean, numbers, text
from radviewer.io.quiet import collecting

Notes = list[str]
_GROUPS = range(0x6000, 0x6020, 2)


def overlay_planes(
    header: Header,
    frame: int,
    shape: tuple[int, int],
    notes: Notes,
    raw: np.ndarray[Any, np.dtype[Any]] | None = None,
) -> tuple[OverlayPlane, ...]:
    """The overlay planes of a frame on the image's grid; damaged ones are left out and told.

    Args:
        header: Of the file.
        frame: Index from 0.
        shape: (rows, columns) of the image.
        notes: Takes what was odd.
        raw: (rows, columns) values with all their allocated bits, where they are known; for planes within them.
    """
    planes = (
        _plane(header, group, frame, shape, notes, raw) for group in _GROUPS if (group << 16 | 0x0010) in header.dataset
    )
    return tuple(plane for plane in planes if plane is not None)


def has_embedded_planes(header: Header) -> bool:
    """Whether an overlay lies in the bits of the pixels."""
    dataset = header.dataset
    return any((g << 16 | 0x0010) in dataset and (g << 16 | 0x3000) not in dataset for g in _GROUPS)


def _embedded(
    header: Header, group: int, shape: tuple[int, int], notes: Notes, raw: np.ndarray[Any, np.dtype[Any]] | None
) -> OverlayPlane | None:
    """A plane in one bit of the pixels; a bit that belongs to the values cannot be one."""
    dataset = header.dataset
    bit = _integer(dataset, group, 0x0102)
    high, stored = numbers(dataset, "HighBit"), numbers(dataset, "BitsStored")
    values = range(int(high[0] - stored[0]) + 1, int(high[0]) + 1) if high and stored else range(0)
    if raw is None or raw.shape != shape or bit in values or not 0 <= bit < raw.dtype.itemsize * 8:
        notes.append("An overlay in the unused bits of the pixels (retired) is not shown.")
        return None
    unsigned = raw.view(f"u{raw.dtype.itemsize}")
    mask = np.asarray((unsigned >> np.asarray(bit, unsigned.dtype)) & np.asarray(1, unsigned.dtype), dtype=bool)
    label = clean(_get(dataset, group, 0x1500)) or clean(_get(dataset, group, 0x0022))
    return OverlayPlane(mask, label, is_roi=clean(_get(dataset, group, 0x0040)) == "R")


def _plane(
    header: Header,
    group: int,
    frame: int,
    shape: tuple[int, int],
    notes: Notes,
    raw: np.ndarray[Any, np.dtype[Any]] | None,
) -> OverlayPlane | None:
    dataset = header.dataset
    rows, columns = _integer(dataset, group, 0x0010), _integer(dataset, group, 0x0011)
    data = _get(dataset, group, 0x3000)
    if not isinstance(data, bytes):
        return _embedded(header, group, shape, notes, raw)
    index = _overlay_frame(dataset, group, frame)
    if index is None:
        return None
    first_bit = rows * columns * index
    if rows < 1 or columns < 1 or len(data) * 8 < first_bit + rows * columns:
        notes.append(f"Overlay {group:04X} says {rows} x {columns} pixels but holds fewer; it is not shown.")
        return None
    if not header.little_endian:
        data = np.frombuffer(data[: len(data) // 2 * 2], ">u2").astype("<u2").tobytes()
    part = np.frombuffer(data, np.uint8)[first_bit // 8 : (first_bit + rows * columns + 7) // 8]
    bits = np.unpackbits(part, bitorder="little")[first_bit % 8 :][: rows * columns].reshape(rows, columns)
    mask, whole = _placed(bits.astype(bool), _origin(dataset, group), shape)
    if not whole:
        notes.append(f"Overlay {group:04X} reaches beyond the image; what lies outside is not shown.")
    label = clean(_get(dataset, group, 0x1500)) or clean(_get(dataset, group, 0x0022))
    return OverlayPlane(mask, label, is_roi=clean(_get(dataset, group, 0x0040)) == "R")


def _overlay_frame(dataset: Dataset, group: int, frame: int) -> int | None:
    """Which of the overlay's frames belongs to an image frame; an overlay with one frame belongs to all (C.9.2.1.4)."""
    count = max(1, _integer(dataset, group, 0x0015))
    if count == 1:
        return 0
    index = frame - (max(1, _integer(dataset, group, 0x0051)) - 1)
    return index if 0 <= index < count else None


def _origin(dataset: Dataset, group: int) -> tuple[int, int]:
    """Row and column of the overlay's first pixel, from 0; the header counts from 1."""
    raw = _get(dataset, group, 0x0050)
    try:
        row, column = (int(item) for item in raw)
    except (TypeError, ValueError):
        return 0, 0
    return row - 1, column - 1


def _placed(bits: np.ndarray[Any, np.dtype[np.bool_]], origin: tuple[int, int], shape: tuple[int, int]) -> Any:
    """(mask on the image's grid, whether all of the overlay fits on it)."""
    mask = np.zeros(shape, dtype=bool)
    top, left = origin
    bottom, right = top + bits.shape[0], left + bits.shape[1]
    rows, columns = slice(max(0, top), min(shape[0], bottom)), slice(max(0, left), min(shape[1], right))
    if rows.start < rows.stop and columns.start < columns.stop:
        inner = bits[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
        mask[rows, columns] = inner
    return mask, top >= 0 and left >= 0 and bottom <= shape[0] and right <= shape[1]


def _get(dataset: Dataset, group: int, element: int) -> Any:
    tag = group << 16 | element
    try:
        with collecting():
            return dataset[tag].value if tag in dataset else None
    except VALUE_ERRORS:
        return None


def _integer(dataset: Dataset, group: int, element: int) -> int:
    raw = _get(dataset, group, element)
    try:
        return int(raw)
    except (TypeError, ValueError, OverflowError):
        return 0


def shutter(dataset: Dataset, notes: Notes) -> Shutter | None:
    """The display shutter, or None; parts that make no sense are left out and told."""
    shapes = set(text(dataset, "ShutterShape").upper().split("\\")) - {""}
    if not shapes:
        return None
    edges = [numbers(dataset, f"Shutter{edge}Edge") for edge in
             ("LeftVertical", "RightVertical", "UpperHorizontal", "LowerHorizontal")]  # fmt: skip
    rectangle = tuple(edge[0] for edge in edges if edge) if "RECTANGULAR" in shapes else ()
    center, radius = numbers(dataset, "CenterOfCircularShutter"), numbers(dataset, "RadiusOfCircularShutter")
    circle = (*center, *radius) if "CIRCULAR" in shapes else ()
    flat = numbers(dataset, "VerticesOfThePolygonalShutter") if "POLYGONAL" in shapes else ()
    polygon = tuple(zip(flat[::2], flat[1::2], strict=False)) if len(flat) >= 6 and len(flat) % 2 == 0 else ()
    bad = ("RECTANGULAR" in shapes and len(rectangle) != 4, "CIRCULAR" in shapes and len(circle) != 3)
    if any(bad) or ("POLYGONAL" in shapes and not polygon):
        notes.append("The display shutter is incomplete; its damaged part is not applied.")
    value = numbers(dataset, "ShutterPresentationValue")
    found = Shutter(
        rectangle=(rectangle[0], rectangle[1], rectangle[2], rectangle[3]) if len(rectangle) == 4 else None,
        circle=(circle[0], circle[1], circle[2]) if len(circle) == 3 else None,
        polygon=polygon,
        value=round(value[0] / 65535 * 255) if value else 0,
    )
    return found if found.rectangle or found.circle or found.polygon else None
