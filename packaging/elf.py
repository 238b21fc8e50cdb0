"""Libraries of Linux: takes their symbol tables out, and reads which glibc they need.

`strip` of binutils damages some libraries whose headers were moved by patchelf: segments no longer lie where their
alignment wants them, and the loader refuses the file. Such a file is put back as it was.
"""

from __future__ import annotations

import re
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

_LOAD = 1
_GLIBC = re.compile(rb"GLIBC_(\d+)\.(\d+)(?:\.\d+)?\0")


def libraries(folder: Path) -> Iterator[Path]:
    """All ELF files below a folder, links not followed."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as stream:
            if stream.read(5) == b"\x7fELF\x02":
                yield path


def strip(folder: Path) -> int:
    """Takes the symbol tables out of all libraries below a folder, but not of programs.

    Returns:
        Bytes saved.
    """
    saved = 0
    for path in libraries(folder):
        if ".so" not in path.name:
            continue  # a frozen program carries its archive behind the sections
        before = path.read_bytes()
        subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)
        after = path.read_bytes()
        if is_sound(after):
            saved += len(before) - len(after)
        else:
            path.write_bytes(before)
    return saved


def is_sound(data: bytes) -> bool:
    """Whether every loaded segment of a 64-bit little-endian file lies in the file as its alignment wants it."""
    (table,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    for number in range(count):
        kind, _, offset, address, _, _, _, alignment = struct.unpack_from("<IIQQQQQQ", data, table + number * size)
        if kind == _LOAD and alignment > 1 and (offset - address) % alignment:
            return False
    return True


def glibc_needed(folder: Path) -> tuple[int, int]:
    """The oldest glibc that all files below a folder can run with, for example (2, 35)."""
    needed = (2, 0)
    for path in libraries(folder):
        for found in _GLIBC.finditer(path.read_bytes()):
            needed = max(needed, (int(found.group(1)), int(found.group(2))))
    return needed
