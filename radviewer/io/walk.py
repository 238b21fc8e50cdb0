"""Walks the chosen files and folders without ever leaving them.

Symbolic links inside a folder are not followed: a link can lead out of the folder, or in a circle. Pipes, sockets and
devices are not opened, for reading them may never end. What was left out is listed with its reason.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from radviewer.core.errors import Problem, UnreadableFile
from radviewer.core.tasks import CancellationToken
from radviewer.io.opening import FileKind, sniff

_NOT_SHOWN = frozenset({FileKind.TEXT, FileKind.EMPTY, FileKind.UNKNOWN, FileKind.ZIP, FileKind.GZIP})
_IMAGE_SUFFIXES = frozenset(
    {".dcm", ".dicom", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".nii", ".nrrd", ".mha"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may hold an image.

    Attributes:
        path: The file.
        kind: By its first bytes.
        named: Whether the user named the file itself, not only a folder above it.
    """

    path: Path
    kind: FileKind
    named: bool


@dataclass(slots=True)
class Walk:
    """One walk over chosen files and folders.

    Attributes:
        problems: What was left out, with the reason.
        ignored: Files in folders that are clearly no images.
        expand: Whether a DICOMDIR or zip archive that the user names stands for the files in it.
    """

    problems: list[tuple[Path, Problem]] = field(default_factory=list)
    ignored: int = 0
    expand: bool = True

    def candidates(self, paths: Sequence[Path], token: CancellationToken | None = None) -> Iterator[Candidate]:
        """Files that may hold images, each once, folders in natural order.

        Raises:
            Cancelled: The token was turned.
        """
        seen: set[str] = set()
        for path in paths:
            if path.is_dir():
                yield from self._folder(path, seen, token)
            elif self._is_new(path, seen):
                yield from self._named(path, seen, token)

    def refuse(self, path: Path, problem: Problem) -> None:
        """Lists a file that cannot be shown."""
        self.problems.append((path, problem))

    def _named(self, path: Path, seen: set[str], token: CancellationToken | None) -> Iterator[Candidate]:
        try:
            kind = sniff(path)
            if self.expand and kind is FileKind.ZIP:
                from radviewer.io.archive import unpack

                yield from self._folder(unpack(path, token), seen, token)
            elif self.expand and kind is FileKind.DICOM and path.name.upper().startswith("DICOMDIR"):
                yield from self._file_set(path, seen, token)
            else:
                yield Candidate(path, kind, named=True)
        except UnreadableFile as error:
            self.refuse(path, Problem(error.kind, error.message, error.hint))

    def _file_set(self, path: Path, seen: set[str], token: CancellationToken | None) -> Iterator[Candidate]:
        from radviewer.io.dicom_header import read_header
        from radviewer.io.dicomdir import is_dicomdir, referenced_files

        header = read_header(path)
        files = referenced_files(header) if is_dicomdir(header) else ()
        if not files:
            yield Candidate(path, FileKind.DICOM, named=True)
        for file in files:
            if token is not None:
                token.check()
            if self._is_new(file, seen):
                yield from self._inside(file)

    def _folder(self, root: Path, seen: set[str], token: CancellationToken | None) -> Iterator[Candidate]:
        before, files = len(self.problems), 0
        for path in self._files(root):
            if token is not None:
                token.check()
            files += 1
            if path.name.startswith("."):
                self.ignored += 1
            elif self._is_new(path, seen):
                yield from self._inside(path)
        if files == 0 and len(self.problems) == before:
            hint = "Choose a folder with DICOM, PNG, JPEG, TIFF or BMP files."
            self.refuse(root, Problem(UnreadableFile.kind, f"{root}: the folder is empty.", hint))

    def _inside(self, path: Path) -> Iterator[Candidate]:
        try:
            kind = sniff(path, follow=False)
        except UnreadableFile as error:
            self.refuse(path, Problem(error.kind, error.message, error.hint))
            return
        if kind in _NOT_SHOWN and path.suffix.lower() not in _IMAGE_SUFFIXES:
            self.ignored += 1
            return
        yield Candidate(path, kind, named=False)

    def _files(self, root: Path) -> Iterator[Path]:
        """Regular files under a folder, in natural order, folders after the files beside them."""
        try:
            with os.scandir(root) as listing:
                entries = sorted(listing, key=lambda entry: natural_key(entry.name))
        except OSError as error:
            message = f"{root}: the folder cannot be read ({error.strerror or error})."
            self.refuse(root, Problem(UnreadableFile.kind, message, "Check its permissions."))
            return
        folders: list[Path] = []
        for entry in entries:
            path = Path(entry.path)
            reason = _left_out(entry)
            if reason:
                self.refuse(path, Problem("skipped", f"{path}: {reason}, left out.", "Name it directly to open it."))
            elif entry.is_dir(follow_symlinks=False):
                folders.append(path)
            else:
                yield path
        for folder in folders:
            if not folder.name.startswith("."):
                yield from self._files(folder)

    @staticmethod
    def _is_new(path: Path, seen: set[str]) -> bool:
        key = os.path.normcase(path.absolute())
        if key in seen:
            return False
        seen.add(key)
        return True


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts "slice 2" before "slice 10", without regard to case."""
    parts = re.split(r"(\d{1,18})", name)
    return tuple((0, int(part), "") if index % 2 else (1, 0, part.casefold()) for index, part in enumerate(parts))


def natural_path_key(path: Path) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """The natural key of each part of a path."""
    return tuple(natural_key(part) for part in path.parts)


def _left_out(entry: os.DirEntry[str]) -> str:
    """Why an entry is not opened; empty if it is a regular file or a folder."""
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError as error:
        return f"cannot be looked at ({error.strerror or error})"
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return ""
    return "no regular file (a pipe, socket or device)"
