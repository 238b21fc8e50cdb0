"""Opens regular files only, and tells what a file is by its first bytes, never by its name.

A FIFO or a device would block or never end; a file that says it holds more than it does must not make us allocate.
"""

from __future__ import annotations

import os
import stat
import struct
import zlib
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from radviewer.core.errors import UnreadableFile

HEAD_BYTES = 512


class FileKind(StrEnum):
    """What a file is by its content."""

    DICOM = "dicom"
    PNG = "png"
    JPEG = "jpeg"
    TIFF = "tiff"
    BMP = "bmp"
    ZIP = "zip"
    GZIP = "gzip"
    NIFTI = "nifti"
    NRRD = "nrrd"
    METAIMAGE = "metaimage"
    TEXT = "text"
    EMPTY = "empty"
    UNKNOWN = "unknown"


RASTER_KINDS = frozenset({FileKind.PNG, FileKind.JPEG, FileKind.TIFF, FileKind.BMP})
VOLUME_KINDS = frozenset({FileKind.NIFTI, FileKind.NRRD, FileKind.METAIMAGE})
IMAGE_KINDS = RASTER_KINDS | VOLUME_KINDS | {FileKind.DICOM}

_MAGIC: tuple[tuple[bytes, FileKind], ...] = (
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"II*\x00", FileKind.TIFF),
    (b"MM\x00*", FileKind.TIFF),
    (b"II+\x00", FileKind.TIFF),
    (b"MM\x00+", FileKind.TIFF),
    (b"BM", FileKind.BMP),
    (b"PK\x03\x04", FileKind.ZIP),
    (b"PK\x05\x06", FileKind.ZIP),
    (b"\x1f\x8b", FileKind.GZIP),
    (b"NRRD000", FileKind.NRRD),
    (b"ObjectType", FileKind.METAIMAGE),
    (b"NDims", FileKind.METAIMAGE),
)


class BoundedFile:
    """A binary file whose reads never ask for more than the file holds.

    Attributes:
        size: Bytes in the file.
        overrun: Whether something asked for bytes beyond the end, as the parser of a cut file does.
    """

    def __init__(self, file: BinaryIO, size: int, name: str) -> None:
        self._file = file
        self.size = size
        self.name = name
        self.overrun = False

    def read(self, count: int = -1) -> bytes:
        """Up to `count` bytes; all that is left for a negative count."""
        left = max(0, self.size - self._file.tell())
        if count > left:
            # A parser that looks for the next element at the very end is no sign of a cut file.
            self.overrun = self.overrun or left > 0 or count > 8
        return self._file.read(left if count < 0 else min(count, left))

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Moves to a position."""
        position = self._file.seek(offset, whence)
        self.overrun = self.overrun or position > self.size
        return position

    def tell(self) -> int:
        """The position."""
        return self._file.tell()

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def __enter__(self) -> BoundedFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_regular(path: Path, *, follow: bool = True) -> BoundedFile:
    """Opens a regular file for reading.

    Args:
        path: The file.
        follow: Whether the file itself may be a symbolic link.

    Raises:
        UnreadableFile: Missing, a folder, no regular file, or not permitted.
    """
    try:
        # Opening a FIFO for reading waits for a writer for ever; with O_NONBLOCK it does not.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags if follow else flags | getattr(os, "O_NOFOLLOW", 0))
    except OSError as error:
        raise UnreadableFile(f"{path}: {_reason(error)}.", hint="Check the name and the permissions.") from error
    info = os.fstat(descriptor)
    if not stat.S_ISREG(info.st_mode):
        os.close(descriptor)
        what = "a folder" if stat.S_ISDIR(info.st_mode) else "no regular file (a pipe, socket or device)"
        raise UnreadableFile(f"{path}: this is {what}.", hint="Choose an image file.")
    return BoundedFile(os.fdopen(descriptor, "rb"), info.st_size, str(path))


def sniff(path: Path, *, follow: bool = True) -> FileKind:
    """What the file is by its first bytes.

    Args:
        path: The file.
        follow: Whether the file itself may be a symbolic link.

    Raises:
        UnreadableFile: The file cannot be opened.
    """
    with open_regular(path, follow=follow) as file:
        try:
            return kind_of(file.read(HEAD_BYTES))
        except OSError as error:
            raise UnreadableFile(f"{path}: {_reason(error)}.", hint="The disk or network may be at fault.") from error


def kind_of(head: bytes) -> FileKind:
    """What a file with these first bytes is."""
    if not head:
        return FileKind.EMPTY
    if head[128:132] == b"DICM":  # first: the preamble may hold another format's magic (PS3.10 section 7.1)
        return FileKind.DICOM
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return _compressed_kind(head) if kind is FileKind.GZIP else kind
    if _is_nifti(head):
        return FileKind.NIFTI
    if _looks_like_elements(head):
        return FileKind.DICOM
    return FileKind.TEXT if _looks_like_text(head) else FileKind.UNKNOWN


def _is_nifti(head: bytes) -> bool:
    return head[344:348] in (b"n+1\0", b"ni1\0") or head[4:8] in (b"n+2\0", b"ni2\0")


def _compressed_kind(head: bytes) -> FileKind:
    """NIfTI is the one format that is compressed as a whole (.nii.gz)."""
    try:
        return FileKind.NIFTI if _is_nifti(zlib.decompressobj(wbits=31).decompress(head, 400)) else FileKind.GZIP
    except zlib.error:
        return FileKind.GZIP


def _looks_like_elements(head: bytes) -> bool:
    """Whether data elements start at byte 0: a DICOM file without preamble and prefix."""
    if len(head) < 8:
        return False
    for order in "<>":
        group, element = struct.unpack_from(f"{order}HH", head)
        if group not in (0x0002, 0x0008) or element > 0x2000:
            continue
        vr = head[4:6]
        if vr in _FIRST_VRS:
            return True
        length: int = struct.unpack_from(f"{order}I", head, 4)[0]
        if order == "<" and length <= 0x400:
            return True
    return False


_FIRST_VRS = frozenset(
    {b"UL", b"OB", b"UI", b"SH", b"CS", b"LO", b"DA", b"TM", b"AE", b"UN", b"ST", b"SQ", b"PN", b"LT"}
)


def _looks_like_text(head: bytes) -> bool:
    try:
        text = head.decode("utf-8", errors="strict")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3:  # a character cut at the end of the sample is fine
            return False
        text = head[: error.start].decode("utf-8")
    return all(character.isprintable() or character in "\r\n\t\f\ufeff" for character in text)


def _reason(error: OSError) -> str:
    return error.strerror.lower() if error.strerror else type(error).__name__
