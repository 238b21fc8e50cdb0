"""Reads the image size of a JPEG 2000 codestream without decoding it (ITU-T T.800 annex A.5.1, I.5 for JP2 boxes).

A codestream may say that it is 2**31 pixels wide or has 16,384 components; that is refused before a decoder allocates.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Siz:
    """The SIZ marker segment: rows, columns, components, and the first component's precision and sign."""

    rows: int
    columns: int
    components: int
    precision: int
    signed: bool


def read_siz(data: bytes) -> Siz | None:
    """The image size, or None if this is no JPEG 2000 codestream (raw or in JP2 boxes)."""
    start = data.find(b"\xff\x4f\xff\x51") if data[4:8] == b"jP  " else 0
    if start < 0 or data[start : start + 4] != b"\xff\x4f\xff\x51" or len(data) < start + 46:
        return None
    x, y, x_offset, y_offset = struct.unpack_from(">IIII", data, start + 8)
    components: int = struct.unpack_from(">H", data, start + 40)[0]
    depth = data[start + 42]
    return Siz(y - y_offset, x - x_offset, components, (depth & 0x7F) + 1, bool(depth & 0x80))
