"""The directory of a DICOM file-set, confined to its folder and proof against records that point in a circle.

PS3.3 F.3 and PS3.10 section 8.5: a file ID is one to eight components of up to eight capital letters, digits and
underscores. Readers that joined them unchecked opened files anywhere (CVE-2026-32711), and a record whose offset
points back to itself kept them busy for ever.
"""

from __future__ import annotations

from pathlib import Path

from pydicom.dataset import Dataset

from radviewer.core.errors import UnreadableFile
from radviewer.io.dicom_header import Header
from radviewer.io.dicom_names import DICOMDIR_CLASS
from radviewer.io.dicom_values import text, value

_MAX_RECORDS = 1_000_000
_HINT = "The file-set is damaged, or was made to do harm; open its folder instead."


def is_dicomdir(header: Header) -> bool:
    """Whether a DICOM file is the directory of a file-set."""
    return text(header.dataset, "SOPClassUID") == DICOMDIR_CLASS or "DirectoryRecordSequence" in header.dataset


def referenced_files(header: Header) -> tuple[Path, ...]:
    """The files that the directory names and that exist, in the order of its records.

    Raises:
        UnreadableFile: A record points out of the folder, or the records point in a circle.
    """
    records = [item for item in value(header.dataset, "DirectoryRecordSequence") or [] if isinstance(item, Dataset)]
    if len(records) > _MAX_RECORDS:
        raise _refused(header, f"it has {len(records):,} records")
    _check_links(header, records)
    folder = header.path.resolve().parent
    names = (_components(record) for record in records)
    found = (_confined(header, folder, parts) for parts in names if parts)
    return tuple(path for path in dict.fromkeys(found) if path.is_file())


def _components(record: Dataset) -> tuple[str, ...]:
    raw = value(record, "ReferencedFileID")
    if raw is None or raw == "":
        return ()
    return (str(raw),) if isinstance(raw, str) else tuple(str(part) for part in raw)


def _confined(header: Header, folder: Path, parts: tuple[str, ...]) -> Path:
    """The path of a file ID under the folder, also where symbolic links lead."""
    for part in parts:
        # Longer names and small letters are against the standard but harmless; these are not.
        if part.strip() in ("", ".", "..") or any(character in part for character in "/\\:\0"):
            raise _refused(header, "a record points out of its folder")
    path = folder.joinpath(*(part.strip() for part in parts))
    if not path.resolve().is_relative_to(folder):
        raise _refused(header, "a record points out of its folder")
    return path


def _check_links(header: Header, records: list[Dataset]) -> None:
    """Follows "next record" and "lower level" from the root; each record may be reached once (PS3.3 F.3.2.2)."""
    by_offset = {offset: record for record in records if (offset := _offset_of(record)) is not None}
    waiting = [_number(header.dataset, "OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity")]
    seen: set[int] = set()
    while waiting:
        offset = waiting.pop()
        if offset == 0 or offset not in by_offset:
            continue  # offsets that lead nowhere are common in copied file-sets; the records are all read anyway
        if offset in seen:
            raise _refused(header, "its records point in a circle")
        seen.add(offset)
        record = by_offset[offset]
        waiting.append(_number(record, "OffsetOfTheNextDirectoryRecord"))
        waiting.append(_number(record, "OffsetOfReferencedLowerLevelDirectoryEntity"))


def _offset_of(record: Dataset) -> int | None:
    tell = getattr(record, "seq_item_tell", None)
    return int(tell) if tell is not None else None


def _number(dataset: Dataset, keyword: str) -> int:
    raw = value(dataset, keyword)
    return raw if isinstance(raw, int) else 0


def _refused(header: Header, reason: str) -> UnreadableFile:
    return UnreadableFile(f"{header.path}: this DICOMDIR is refused: {reason}.", hint=_HINT)
