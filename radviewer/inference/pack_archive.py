"""A pack that comes as a zip archive, unpacked where nothing else is until it has been checked.

Whoever made the archive is not trusted: a name that leads out of the folder, a link, an encrypted or doubled entry
refuses it, and what is written is counted, whatever sizes the archive claims.
"""

from __future__ import annotations

import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from radviewer.core.errors import ModelPackProblem
from radviewer.inference.manifest import MANIFEST_FILE

MAX_BYTES = 4 * 1024**3
MAX_FILES = 1000
_CHUNK = 1 << 20


@contextmanager
def as_folder(source: Path) -> Iterator[Path]:
    """The pack's folder; that of an archive is unpacked into a private place and removed afterwards.

    Args:
        source: A pack's folder, or a zip archive of one: of its files, or of the folder that holds them.

    Raises:
        ModelPackProblem: It is neither, or the archive holds what no pack has.
    """
    if source.is_dir():
        yield source
        return
    with tempfile.TemporaryDirectory(prefix="radviewer-pack-") as place:
        try:
            with zipfile.ZipFile(source) as archive:
                _unpack(source, archive, Path(place))
        except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise ModelPackProblem(
                f"{source} is no folder, and cannot be read as a zip archive ({error}).", hint="Get the pack again."
            ) from error
        yield _root(source, Path(place))


def _unpack(source: Path, archive: zipfile.ZipFile, place: Path) -> None:
    """Unpacks by exact names, for they are in the checksums; a name that leaves the folder refuses the archive."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_FILES or sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise ModelPackProblem(f"{source} holds more than a pack can.", hint="Get the pack again.")
    room = MAX_BYTES
    for entry in entries:
        parts = PurePosixPath(entry.filename).parts
        unsafe = entry.filename.startswith("/") or ".." in parts or "\\" in entry.filename or ":" in entry.filename
        if unsafe or stat.S_ISLNK(entry.external_attr >> 16) or entry.flag_bits & 0x1:
            raise ModelPackProblem(
                f"{source} holds an entry that no pack has ({entry.filename!r}).", hint="Do not use this archive."
            )
        target = place.joinpath(*parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as stream, target.open("xb") as copy:
            while chunk := stream.read(_CHUNK):
                room -= len(chunk)
                if room < 0:
                    raise ModelPackProblem(f"{source} holds more than a pack can.", hint="Get the pack again.")
                copy.write(chunk)


def _root(source: Path, place: Path) -> Path:
    """The folder with the manifest: the archive's top, or the only folder in it."""
    if (place / MANIFEST_FILE).is_file():
        return place
    folders = [path.parent for path in sorted(place.glob(f"*/{MANIFEST_FILE}"))]
    if len(folders) != 1:
        raise ModelPackProblem(f"{source} holds no model pack, or more than one.", hint="Zip one pack's folder.")
    return folders[0]
