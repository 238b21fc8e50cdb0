"""Every attribute of a DICOM file as a tree of texts, for the tag browser; of other images the facts of their header.

Texts are made when the file is read, so that nothing of pydicom leaves this package. A value that cannot be read is
shown as such. JSON paths follow the DICOM JSON model (PS3.18 annex F).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radviewer.io.dicom_values import VALUE_ERRORS, clean
from radviewer.io.inspection import inspect_file
from radviewer.io.opening import FileKind
from radviewer.io.quiet import collecting
from radviewer.io.reader import image_kind
from radviewer.io.tag_privacy import is_safe

if TYPE_CHECKING:
    from pydicom.dataelem import DataElement
    from pydicom.dataset import Dataset

LONGEST = 20_000  # characters of a value that are kept; the rest is only counted
_BINARY = frozenset({"OB", "OD", "OF", "OL", "OV", "OW", "UN"})
_DEPTH = 32


@dataclass(frozen=True, slots=True)
class Tag:
    """One attribute, or one item of a sequence.

    Attributes:
        number: "(0010,0010)"; "Item 1" for an item.
        vr: Value representation; empty for an item and for facts of other files.
        keyword: "PatientName"; empty for private and unknown ones.
        name: In words.
        value: As text; several values are joined by a backslash.
        path: JSON path in the DICOM JSON model.
        size: Bytes or characters of the value where only a part is in `value`; 0 where it is whole.
        private: Whether it is a private attribute.
        safe: Whether its value may be shown in de-identified mode.
        children: Items of a sequence, attributes of an item.
    """

    number: str
    vr: str
    keyword: str
    name: str
    value: str
    path: str
    size: int = 0
    private: bool = False
    safe: bool = True
    children: tuple[Tag, ...] = ()


def read_tags(path: Path) -> tuple[Tag, ...]:
    """The attributes of a file, in the order of their numbers.

    Raises:
        UnreadableFile: It is missing, no image, or damaged beyond reading.
    """
    if image_kind(path) is not FileKind.DICOM:
        return _other(path)
    from radviewer.io.dicom_header import read_header

    header = read_header(path)
    facts = [
        Tag("", "", "", "Transfer syntax of the file", _syntax(header.transfer_syntax), ""),
    ]
    if header.pixels is not None:
        length = header.pixels.length
        words = "of undefined length (compressed)" if length is None else f"{length:,} bytes"
        number = f"({header.pixels.tag >> 16:04X},{header.pixels.tag & 0xFFFF:04X})"
        facts.append(Tag(number, header.pixels.vr, "PixelData", "Pixel Data", f"<{words}>", _step(header.pixels.tag)))
    with collecting():
        tree = tuple(_dataset(header.dataset, "$", 0, safe=True))
    return (*facts[:1], *sorted((*tree, *facts[1:]), key=lambda tag: tag.number))


def _syntax(uid: str) -> str:
    from radviewer.io.dicom_names import syntax_name

    return syntax_name(uid) if uid else "not said"


def _dataset(dataset: Dataset, path: str, depth: int, *, safe: bool) -> Iterator[Tag]:
    for tag in sorted(dataset.keys()):
        try:
            element = dataset[tag]
        except VALUE_ERRORS as error:
            number = f"({tag.group:04X},{tag.element:04X})"
            text = f"<cannot be read: {type(error).__name__}>"
            yield Tag(number, "", "", "", text, path + _step(tag), private=tag.is_private, safe=True)
            continue
        yield _element(element, path + _step(element.tag), depth, safe=safe)


def _element(element: DataElement, path: str, depth: int, *, safe: bool) -> Tag:
    number = f"({element.tag.group:04X},{element.tag.element:04X})"
    keyword, private, vr = element.keyword, bool(element.tag.is_private), str(element.VR)
    safe = safe and is_safe(int(element.tag), keyword, vr)
    name = element.name if private or keyword else "Unknown attribute"
    if vr == "SQ":
        items = tuple(element.value or ()) if depth < _DEPTH else ()
        children = tuple(
            Tag(
                f"Item {at}",
                "",
                "",
                "",
                "",
                f"{path}.Value[{at - 1}]",
                safe=safe,
                children=tuple(_dataset(item, f"{path}.Value[{at - 1}]", depth + 1, safe=safe)),
            )
            for at, item in enumerate(items, start=1)
        )
        count = "1 item" if len(children) == 1 else f"{len(children)} items"
        return Tag(number, vr, keyword, name, count, path, private=private, safe=True, children=children)
    value, size = _value(element, vr)
    return Tag(number, vr, keyword, name, value, path, size, private, safe)


def _value(element: DataElement, vr: str) -> tuple[str, int]:
    """The text, and the whole length where it is only a part."""
    try:
        raw: Any = element.value
    except VALUE_ERRORS as error:
        return f"<cannot be read: {type(error).__name__}>", 0
    if isinstance(raw, bytes | bytearray):
        return (_bytes_text(bytes(raw)), 0 if len(raw) <= 64 else len(raw)) if raw else ("", 0)
    if vr in _BINARY and raw is not None and not isinstance(raw, str):
        return f"<{clean(raw)[:200]}>", 0
    text = clean(raw)
    if vr == "UI" and text:
        from radviewer.io.dicom_names import known_name

        named = known_name(text) if "\\" not in text else text
        text = text if named == text else f"{text}  ({named})"
    return text[:LONGEST], len(text) if len(text) > LONGEST else 0


def _bytes_text(raw: bytes) -> str:
    """Printable bytes as text, others in hexadecimal; the first 64 only."""
    head = raw[:64]
    plain = head.rstrip(b"\0 ")
    if plain and all(32 <= byte < 127 for byte in plain):
        return plain.decode("ascii")
    return head.hex(" ")


def _step(tag: int) -> str:
    return f"['{int(tag):08X}']"


def _other(path: Path) -> tuple[Tag, ...]:
    """What is known of a picture or volume."""
    found = inspect_file(path)
    facts = {
        "File type": found.kind,
        "Colour or grey": found.photometric,
        "Rows": found.rows,
        "Columns": found.cols,
        "Images": found.frames,
        "Type of the values": found.dtype,
        "Smallest value": found.min,
        "Largest value": found.max,
        "Read by": found.decoder,
        "SHA-256 of the pixels": found.pixel_sha256,
        "Remarks": " ".join(found.warnings),
        "Problem": found.error.sentence() if found.error else None,
    }
    size = path.stat().st_size
    rows = [Tag("", "", "", name, f"{value}", "") for name, value in facts.items() if value not in (None, "")]
    return (*rows, Tag("", "", "", "Size of the file", f"{size:,} bytes", ""))
