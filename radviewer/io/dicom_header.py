"""Reads all of a DICOM file but its pixels (PS3.5 section 7, PS3.10 section 7), and finds out where the pixels lie.

Wrong or missing file meta information, a missing preamble and elements out of order are read as far as they make
sense; what was odd is told in `Header.warnings`.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

import pydicom.charset
import pydicom.datadict
import pydicom.dataelem
import pydicom.dataset
import pydicom.filereader
import pydicom.misc
import pydicom.valuerep
from pydicom.dataset import Dataset
from pydicom.tag import BaseTag

from radviewer.core.errors import UnreadableFile, UnsupportedImage
from radviewer.io.dicom_names import is_valid_uid
from radviewer.io.dicom_values import VALUE_ERRORS
from radviewer.io.limits import LARGE_ELEMENT_BYTES, MAX_INFLATED_BYTES
from radviewer.io.opening import BoundedFile, open_regular
from radviewer.io.quiet import collect_from, collecting

collect_from(
    pydicom.misc, pydicom.charset, pydicom.datadict, pydicom.dataelem, pydicom.dataset, pydicom.filereader,
    pydicom.valuerep, logger="pydicom",
)  # fmt: skip

IMPLICIT_LITTLE = "1.2.840.10008.1.2"
EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"
DEFLATED = "1.2.840.10008.1.2.1.99"
EXPLICIT_BIG = "1.2.840.10008.1.2.2"
UNDEFINED_LENGTH = 0xFFFFFFFF
PIXEL_DATA, FLOAT_PIXEL_DATA, DOUBLE_PIXEL_DATA = 0x7FE00010, 0x7FE00008, 0x7FE00009
_PIXEL_TAGS = frozenset({PIXEL_DATA, FLOAT_PIXEL_DATA, DOUBLE_PIXEL_DATA})


@dataclass(frozen=True, slots=True)
class PixelElement:
    """Where the pixel data element's value lies.

    Attributes:
        tag: (7FE0,0010), (7FE0,0008) or (7FE0,0009).
        vr: Its VR; empty in implicit VR.
        offset: First byte of the value, in the file or in the inflated data set.
        length: Of the value in bytes; None if undefined (encapsulated).
        available: Bytes from `offset` to the end of the file or inflated data set.
    """

    tag: int
    vr: str
    offset: int
    length: int | None
    available: int


@dataclass(frozen=True, slots=True, eq=False)
class Header:
    """A DICOM file without its pixels.

    Attributes:
        path: The file.
        dataset: All elements but pixel data.
        transfer_syntax: (0002,0010) as the file says; empty if it does not.
        effective_syntax: What the elements are really encoded in.
        pixels: Where the pixel data is, or None for objects without any.
        inflated: The inflated data set of a deflated file, else None.
        cut: Whether the file ends before its elements do.
        warnings: What was odd.
    """

    path: Path
    dataset: Dataset
    transfer_syntax: str
    effective_syntax: str
    pixels: PixelElement | None
    inflated: bytes | None = None
    cut: bool = False
    warnings: tuple[str, ...] = ()

    @property
    def little_endian(self) -> bool:
        """Whether native pixel data has its least significant byte first."""
        return self.effective_syntax != EXPLICIT_BIG

    def open_source(self) -> BoundedFile:
        """The file, or the inflated data set, to read pixel data from."""
        if self.inflated is not None:
            return BoundedFile(io.BytesIO(self.inflated), len(self.inflated), str(self.path))
        return open_regular(self.path)


@dataclass(slots=True)
class _Parse:
    """What is known while a file is read."""

    path: Path
    syntax: str = ""
    start: int = 0
    last_tag: int = 0
    found: list[PixelElement] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def read_header(path: Path) -> Header:
    """Reads a DICOM file up to and around its pixel data.

    Raises:
        UnreadableFile: The file is missing, not DICOM, or damaged beyond reading.
    """
    with collecting() as messages, open_regular(path) as file:
        parse = _Parse(path)
        try:
            _read_meta(file, parse)
            header = _read_elements(file, parse)
        except VALUE_ERRORS as error:
            raise _damaged(path, f"its elements cannot be followed ({type(error).__name__})") from error
        if not header.dataset and header.pixels is None:
            raise UnreadableFile(
                f"{path}: this is no DICOM file, or it is damaged from its start on.", hint="Export or copy it again."
            )
        notes = (*parse.warnings, *_sentences(messages))
    return Header(
        path, header.dataset, header.transfer_syntax, header.effective_syntax, header.pixels, header.inflated,
        header.cut, tuple(dict.fromkeys(notes)),
    )  # fmt: skip


def _read_meta(file: BoundedFile, parse: _Parse) -> None:
    """Reads the transfer syntax from group 0002 (always explicit little endian, PS3.10 section 7.1)."""
    head = file.read(132)
    start = 132 if head[128:132] == b"DICM" else 0
    if start == 0:
        parse.warnings.append("The file has no DICOM preamble.")
    elif head[:2] == b"MZ" or head[:4] == b"\x7fELF":
        parse.warnings.append("The file's preamble looks like a program; it is only read, never run.")
    position, promised = start, -1
    while True:
        file.seek(position)
        element = file.read(12)
        if len(element) < 8 or element[:2] != b"\x02\x00":
            break
        length, value_at = _meta_length(element)
        if length > 4096 and element[2:4] != b"\x02\x01":  # only private information (0002,0102) may be long
            raise _damaged(parse.path, "its file meta information makes no sense")
        if element[2:4] == b"\0\0" and length == 4:
            file.seek(position + value_at)
            promised = position + value_at + length + int.from_bytes(file.read(4), "little")
        if element[2:4] == b"\x10\x00":
            file.seek(position + value_at)
            parse.syntax = file.read(length).rstrip(b"\0 ").decode("ascii", errors="replace")
        position += value_at + length
    parse.start = position
    if promised not in (-1, position):
        parse.warnings.append("The length of the file meta information is wrong; its end was found otherwise.")
    if not parse.syntax:
        parse.warnings.append("The file does not say its transfer syntax; it was found out from the elements.")


def _meta_length(element: bytes) -> tuple[int, int]:
    """Length of a value and where it starts, relative to its element."""
    if element[4:6] in _LONG_VRS:
        return int.from_bytes(element[8:12], "little"), 12
    return int.from_bytes(element[6:8], "little"), 8


_LONG_VRS = frozenset({b"OB", b"OW", b"UN", b"UT", b"SQ", b"OD", b"OF", b"OL", b"OV", b"UC", b"UR", b"SV", b"UV"})


def _read_elements(file: BoundedFile, parse: _Parse) -> Header:
    inflated: bytes | None = None
    file.seek(parse.start)
    if parse.syntax == DEFLATED:
        inflated = _inflate(file, parse.path)
        file = BoundedFile(io.BytesIO(inflated), len(inflated), str(parse.path))
        parse.start = 0
    implicit, little = _encoding(file, parse)
    file.seek(parse.start)
    dataset = _read_until_pixels(file, implicit, little, parse)
    implicit = bool(dataset.original_encoding[0])  # pydicom looks at the elements, and corrects a wrong syntax
    _warn_of_wrong_syntax(parse, implicit)
    cut = file.overrun
    if parse.found:
        cut = _read_behind_pixels(file, dataset, implicit, little, parse) or cut or file.overrun
        if cut:
            parse.warnings.append("The file is cut off after its pixels began.")
    effective = _effective_syntax(parse.syntax, implicit, little)
    return Header(
        parse.path, dataset, parse.syntax, effective, parse.found[0] if parse.found else None, inflated, cut
    )  # fmt: skip


def _encoding(file: BoundedFile, parse: _Parse) -> tuple[bool, bool]:
    """(implicit VR, little endian) as the transfer syntax says, or as the first element looks."""
    if parse.syntax == IMPLICIT_LITTLE:
        return True, True
    if parse.syntax == EXPLICIT_BIG:
        return False, False
    if parse.syntax:
        if not is_valid_uid(parse.syntax):
            shown = parse.syntax[:64]
            raise UnsupportedImage(
                f"{parse.path}: its transfer syntax '{shown}' is no valid identifier.", hint="Export it again."
            )
        return False, True
    file.seek(parse.start)
    head = file.read(6)
    explicit = len(head) == 6 and head[4:6].isalpha() and head[4:6].isupper()
    group = int.from_bytes(head[:2], "little")
    return not explicit, not (explicit and group >= 0x0400)  # group 0008 read in the wrong order is 0800


def _read_until_pixels(file: BoundedFile, implicit: bool, little: bool, parse: _Parse) -> Dataset:
    def at_pixels(tag: BaseTag, vr: str | None, length: int) -> bool:
        _check_order(int(tag), parse)
        if int(tag) not in _PIXEL_TAGS:
            return False
        offset = file.tell()
        known = None if length == UNDEFINED_LENGTH else length
        parse.found.append(PixelElement(int(tag), vr or "", offset, known, max(0, file.size - offset)))
        return True

    return pydicom.filereader.read_dataset(
        cast(BinaryIO, file), implicit, little, stop_when=at_pixels, defer_size=LARGE_ELEMENT_BYTES
    )


def _check_order(tag: int, parse: _Parse) -> None:
    """Elements stand in rising order and once each (PS3.5 section 7.1); pydicom keeps the last of two."""
    if tag == parse.last_tag:
        parse.warnings.append(f"The element ({tag >> 16:04X},{tag & 0xFFFF:04X}) is there twice; the last is used.")
    elif tag < parse.last_tag:
        parse.warnings.append("The elements are out of order.")
    parse.last_tag = tag


def _read_behind_pixels(file: BoundedFile, dataset: Dataset, implicit: bool, little: bool, parse: _Parse) -> bool:
    """Reads elements that follow native pixel data; returns whether the file is cut inside the pixels."""
    while True:
        element = parse.found[-1]
        if element.length is None:
            return False
        if element.length > element.available:
            return True
        if element.available - element.length < 8:
            return False
        file.seek(element.offset + element.length)
        count = len(parse.found)
        behind = _read_until_pixels(file, implicit, little, parse)
        late = [tag for tag in behind.keys() if tag not in dataset and tag.group not in (0xFFFC, 0x0000)]  # noqa: SIM118
        for tag in late:
            dataset[tag] = behind.get_item(tag)  # as it is: reading its value may fail, and nobody may want it
        if len(parse.found) == count:
            return False
        parse.warnings.append("The file has pixel data more than once; the first is shown.")


def _warn_of_wrong_syntax(parse: _Parse, implicit: bool) -> None:
    if parse.syntax and (parse.syntax == IMPLICIT_LITTLE) != implicit:
        said, really = ("implicit", "explicit") if parse.syntax == IMPLICIT_LITTLE else ("explicit", "implicit")
        parse.warnings.append(f"The transfer syntax says {said} VR, but the elements are in {really} VR.")


def _effective_syntax(said: str, implicit: bool, little: bool) -> str:
    if said and said not in (IMPLICIT_LITTLE, EXPLICIT_LITTLE, EXPLICIT_BIG):
        return said
    if implicit:
        return IMPLICIT_LITTLE
    return EXPLICIT_LITTLE if little else EXPLICIT_BIG


def _inflate(file: BoundedFile, path: Path) -> bytes:
    """Inflates what is left of the file (PS3.5 A.5), up to a limit: 1 MB can inflate to 1 GB."""
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    parts: list[bytes] = []
    total = 0
    try:
        while chunk := engine.unconsumed_tail or file.read(1 << 20):
            part = engine.decompress(chunk, 1 << 24)
            total += len(part)
            if total > MAX_INFLATED_BYTES:
                raise UnreadableFile(
                    f"{path}: its deflated data grows beyond {MAX_INFLATED_BYTES // 1024**2} MiB; refused.",
                    hint="The file is damaged or was made to exhaust memory.",
                )
            parts.append(part)
            if engine.eof:
                break
    except zlib.error as error:
        raise _damaged(path, f"its deflated data cannot be inflated ({error})") from error
    if not engine.eof:
        raise _damaged(path, "its deflated data is cut off")
    return b"".join(parts)


def _damaged(path: Path, reason: str) -> UnreadableFile:
    return UnreadableFile(f"{path}: the file is damaged: {reason}.", hint="Export or copy it again.")


def _sentences(messages: list[str]) -> tuple[str, ...]:
    """First lines only, without values: pydicom quotes header text, and identifiers must not travel."""
    return tuple(message.splitlines()[0][:200] for message in messages if message)
