"""Sentences about files that several readers say."""

from __future__ import annotations

from pathlib import Path

from radviewer.core.errors import UnreadableFile, UnsupportedImage
from radviewer.io.opening import FileKind

_WHAT = {
    FileKind.EMPTY: "the file is empty",
    FileKind.TEXT: "this is a text file, not an image",
    FileKind.GZIP: "this is a gzip archive, not an image",
    FileKind.ZIP: "this is a zip archive, not an image",
}
_SUFFIXES = {
    FileKind.PNG: ("png", "apng", ""),
    FileKind.JPEG: ("jpg", "jpeg", "jpe", "jfif", ""),
    FileKind.TIFF: ("tif", "tiff", ""),
    FileKind.BMP: ("bmp", "dib", ""),
}


def cut_off(path: Path) -> UnreadableFile:
    """The file ends too early."""
    return UnreadableFile(f"{path}: the file is cut off before its pixels.", hint="Copy or export it again.")


def not_an_image(path: Path, kind: FileKind) -> UnreadableFile | UnsupportedImage:
    """The file is of a kind that holds no image that is read here."""
    what = _WHAT.get(kind, "this is no image file of a known format, or it is damaged")
    hint = "Unpack it first." if kind in (FileKind.GZIP, FileKind.ZIP) else ""
    family = UnreadableFile if kind in (FileKind.EMPTY, FileKind.UNKNOWN) else UnsupportedImage
    return family(f"{path}: {what}.", hint=hint or "Known are DICOM, PNG, JPEG, TIFF, BMP, NIfTI, NRRD and MetaImage.")


def has_dicom_name(path: Path) -> bool:
    """Whether the name promises DICOM."""
    return path.suffix.lower() in (".dcm", ".dicom", ".dic")


def wrong_name(path: Path, kind: FileKind) -> UnreadableFile:
    """A file with a DICOM name holds another format, so what a DICOM header would say is missing."""
    return UnreadableFile(
        f"{path}: the file is named as DICOM but holds a {kind.value.upper()} picture.",
        hint=f"Rename it to end in .{kind.value} if that is what it should be, or export it again as DICOM.",
    )


def wrong_suffix_note(path: Path, kind: FileKind) -> tuple[str, ...]:
    """A warning where the name ends like that of another format."""
    if path.suffix.lower().lstrip(".") in _SUFFIXES.get(kind, ("",)):
        return ()
    return (f"The file's name does not end like that of a {kind.value.upper()} file, which it is.",)
