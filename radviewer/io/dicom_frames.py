"""Finds the bytes of one frame: a slice of native pixel data, or the fragments of a codestream (PS3.5 A.4).

Offset tables are believed only where they point at the start of a fragment; files whose tables are wild are told
apart by the codestreams' own start markers instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from radviewer.core.errors import UnreadableFile
from radviewer.io.dicom_format import PixelFormat
from radviewer.io.dicom_header import Header
from radviewer.io.dicom_values import value
from radviewer.io.opening import BoundedFile

_ITEM = b"\xfe\xff\x00\xe0"
_LONG_VRS = (b"OB", b"OW", b"OF", b"OD", b"OL", b"OV", b"UN", b"SQ", b"UT", b"UC", b"UR", b"SV", b"UV")
_END = b"\xfe\xff\xdd\xe0"
_STARTS = (b"\xff\xd8", b"\xff\x4f\xff\x51", b"\x00\x00\x00\x0cjP  ", b"\xff\x0a", b"\x00\x00\x00\x0cJXL ")
MAX_FRAGMENTS = 1_000_000


@dataclass(frozen=True, slots=True)
class Fragment:
    """One item of encapsulated pixel data: where its value starts in the file, and its length in bytes."""

    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class FrameMap:
    """Fragments of each frame, with what was odd about their tables."""

    frames: tuple[tuple[Fragment, ...], ...]
    warnings: tuple[str, ...] = ()


def read_native(header: Header, pixels: PixelFormat, frame: int) -> tuple[bytes, int]:
    """The bytes that hold a native frame, and the number of bits to skip at their start.

    Raises:
        UnreadableFile: The pixel data is too short for what the header promises.
    """
    element = header.pixels
    assert element is not None
    if element.length is None:
        raise UnreadableFile(
            f"{header.path}: its pixel data is encapsulated, but its transfer syntax is for native pixels.",
            hint="The file is damaged; export or copy it again.",
        )
    needed = (pixels.frame_bits * pixels.frames + 7) // 8
    there = min(element.length, element.available)
    if there < needed:
        raise _short(header, needed, there)
    if element.length > element.available + 1:  # one byte that pads to even length is often forgotten
        raise _broken(header, f"its pixel data says {element.length:,} bytes, {element.available:,} are left")
    first_bit = pixels.frame_bits * frame
    start, end = first_bit // 8, (first_bit + pixels.frame_bits + 7) // 8
    swapped = not header.little_endian and element.vr == "OW" and pixels.bits_allocated <= 8
    aligned = start // 2 * 2 if swapped else start
    with header.open_source() as file:
        file.seek(element.offset + aligned)
        data = file.read(end - aligned + (end % 2 if swapped else 0))
    if len(data) < end - aligned:
        raise _short(header, needed, len(data))
    if swapped:  # bytes in 16-bit words stand in the words' big-endian order (PS3.5 section 8.1.2)
        data = np.frombuffer(data.ljust(len(data) + len(data) % 2, b"\0"), ">u2").astype("<u2").tobytes()
    return data[start - aligned : end - aligned], first_bit % 8


def native_excess(header: Header, pixels: PixelFormat) -> int:
    """Bytes of native pixel data beyond what the header's frames need; one is padding to even length."""
    element = header.pixels
    if element is None or element.length is None:
        return 0
    extra = element.length - (pixels.frame_bits * pixels.frames + 7) // 8
    return extra if extra > 1 else 0


def map_frames(header: Header, pixels: PixelFormat) -> FrameMap:
    """Which fragments make up which frame.

    Raises:
        UnreadableFile: The fragments are damaged or cannot be told apart into the header's number of frames.
    """
    element = header.pixels
    assert element is not None
    if element.length is not None:
        raise UnreadableFile(
            f"{header.path}: its transfer syntax is a compressed one, but its pixel data is native.",
            hint="The file is damaged or mislabelled; export it again.",
        )
    with header.open_source() as file:
        items, closed = _items(header, file)
        offsets_table = _table(file, items[0])
        starts = _start_markers(file, items[1:])
    notes = () if closed else ("The file is cut off at the end of its pixel data or behind it.",)
    fragments = items[1:]
    frames, warning = _group(header, pixels.frames, fragments, offsets_table, starts)
    return FrameMap(frames, (*notes, *warning))


def read_fragments(header: Header, fragments: tuple[Fragment, ...]) -> bytes:
    """The codestream of one frame."""
    with header.open_source() as file:
        parts = []
        for fragment in fragments:
            file.seek(fragment.offset)
            parts.append(file.read(fragment.length))
    return b"".join(parts)


def _items(header: Header, file: BoundedFile) -> tuple[list[Fragment], bool]:
    """All items with the offset table first, and whether the delimiter was found."""
    assert header.pixels is not None
    position = header.pixels.offset
    items: list[Fragment] = []
    while True:
        file.seek(position)
        head = file.read(8)
        if head[:4] == _END or len(head) < 8:
            break
        if head[:4] != _ITEM:
            raise _broken(header, f"something that is no fragment stands at byte {position} of the pixel data")
        length = int.from_bytes(head[4:8], "little")
        if length > file.size - position - 8:
            raise _broken(header, f"fragment {len(items)} says {length:,} bytes, {file.size - position - 8:,} are left")
        items.append(Fragment(position + 8, length))
        if len(items) > MAX_FRAGMENTS:
            raise _broken(header, "its pixel data has more than a million fragments")
        position += 8 + length
    if len(items) < 2:
        raise _broken(header, "its pixel data holds no codestream")
    return items, len(head) == 8 and not _cut_behind(file, position + 8)


def _cut_behind(file: BoundedFile, position: int) -> bool:
    """Whether an element behind the pixel data (explicit little endian, PS3.5 A.4) is cut off."""
    while position < file.size:
        file.seek(position)
        head = file.read(12)
        if len(head) < 8:
            return True
        long = head[4:6] in _LONG_VRS
        length = int.from_bytes(head[8:12] if long else head[6:8], "little")
        if long and length == 0xFFFFFFFF:
            return False  # a sequence; its parts are not followed
        position += (12 if long else 8) + length
    return position > file.size


def _table(file: BoundedFile, item: Fragment) -> tuple[int, ...]:
    file.seek(item.offset)
    data = file.read(item.length)
    return tuple(int.from_bytes(data[i : i + 4], "little") for i in range(0, len(data) - 3, 4))


def _start_markers(file: BoundedFile, fragments: list[Fragment]) -> list[int]:
    """Indices of the fragments with which a codestream starts."""
    starts = []
    for index, fragment in enumerate(fragments):
        file.seek(fragment.offset)
        if file.read(min(12, fragment.length)).startswith(_STARTS):
            starts.append(index)
    return starts


def _group(
    header: Header, count: int, fragments: list[Fragment], table: tuple[int, ...], starts: list[int]
) -> tuple[tuple[tuple[Fragment, ...], ...], tuple[str, ...]]:
    warning: tuple[str, ...] = ()
    offsets = _extended_table(header) or table
    if offsets and not _table_fits(offsets, fragments):
        warning = ("The table of frame offsets is wrong and was not used.",)
        offsets = ()
    if count == 1 and len(offsets) <= 1:
        return (tuple(fragments),), warning
    if len(fragments) == count:
        return tuple((fragment,) for fragment in fragments), warning
    if len(offsets) >= count:
        base = fragments[0].offset - 8
        index_of = {fragment.offset - 8 - base: index for index, fragment in enumerate(fragments)}
        starts = [index_of[offset] for offset in offsets]
    if len(starts) < count:
        raise _broken(header, f"its {len(fragments)} fragments cannot be told apart into {count} frames")
    if len(starts) > count:
        warning = (*warning, f"The file holds {len(starts)} frames, {len(starts) - count} more than its header says.")
    ends = [*starts[1:], len(fragments)]
    return tuple(tuple(fragments[a:b]) for a, b in zip(starts, ends, strict=True))[:count], warning


def _extended_table(header: Header) -> tuple[int, ...]:
    raw = value(header.dataset, "ExtendedOffsetTable")
    data = raw if isinstance(raw, bytes) else b""
    return tuple(int.from_bytes(data[i : i + 8], "little") for i in range(0, len(data) - 7, 8))


def _table_fits(offsets: tuple[int, ...], fragments: list[Fragment]) -> bool:
    base = fragments[0].offset - 8
    known = {fragment.offset - 8 - base for fragment in fragments}
    rising = all(a < b for a, b in pairwise(offsets))
    return offsets[0] == 0 and rising and all(offset in known for offset in offsets)


def _short(header: Header, needed: int, there: int) -> UnreadableFile:
    return UnreadableFile(
        f"{header.path}: the file is cut off: its pixels need {needed:,} bytes, {there:,} are there.",
        hint="Copy or export it again.",
    )


def _broken(header: Header, reason: str) -> UnreadableFile:
    return UnreadableFile(f"{header.path}: {reason}.", hint="The file is damaged; copy or export it again.")
