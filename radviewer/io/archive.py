"""Unpacks a zip archive into a private folder that is removed when the program ends.

Names in an archive are not trusted: none leaves the folder, links are not made, and sizes are checked while unpacking,
for an archive says what it likes about them.
"""

from __future__ import annotations

import atexit
import shutil
import stat
import tempfile
import threading
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from radviewer.core.errors import UnreadableFile
from radviewer.core.tasks import CancellationToken

MAX_BYTES = 8 * 1024**3
MAX_FILES = 100_000
_CHUNK = 1 << 20

_unpacked: dict[tuple[str, int, int], Path] = {}
_lock = threading.Lock()


def unpack(path: Path, token: CancellationToken | None = None) -> Path:
    """The folder with an archive's files; the same one when asked again for an unchanged archive.

    Raises:
        UnreadableFile: The archive is damaged, encrypted or too large.
        Cancelled: The token was turned.
    """
    info = path.stat()
    key = (str(path.absolute()), info.st_mtime_ns, info.st_size)
    with _lock:
        if key not in _unpacked:
            _unpacked[key] = _unpack(path, token)
        return _unpacked[key]


def remove_unpacked() -> None:
    """Removes all folders that `unpack` made."""
    with _lock:
        for folder in _unpacked.values():
            shutil.rmtree(folder, ignore_errors=True)
        _unpacked.clear()


atexit.register(remove_unpacked)


def _unpack(path: Path, token: CancellationToken | None) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="radviewer-zip-"))  # 0700
    try:
        with zipfile.ZipFile(path) as archive:
            _extract(path, archive, folder, token)
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(
            error, zipfile.BadZipFile | zlib.error | EOFError | NotImplementedError | RuntimeError | ValueError
        ):
            raise UnreadableFile(f"{path}: the archive is damaged ({error}).", hint="Copy it again.") from error
        raise
    return folder


def _extract(path: Path, archive: zipfile.ZipFile, folder: Path, token: CancellationToken | None) -> None:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_FILES:
        raise UnreadableFile(f"{path}: the archive holds more than {MAX_FILES:,} files.", hint="Unpack it yourself.")
    left = MAX_BYTES
    for index, entry in enumerate(entries):
        if token is not None:
            token.check()
        if entry.flag_bits & 0x1:
            raise UnreadableFile(f"{path}: the archive is encrypted.", hint="Unpack it yourself.")
        if stat.S_ISLNK(entry.external_attr >> 16):
            continue
        target = folder / _safe(entry.filename, index)
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as source, target.open("xb") as copy:
            while chunk := source.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    limit = MAX_BYTES // 1024**3
                    raise UnreadableFile(
                        f"{path}: the archive holds more than {limit} GiB.", hint="Unpack it yourself."
                    )
                copy.write(chunk)


def _safe(name: str, index: int) -> Path:
    """A relative path of plain parts; the number keeps files apart whose names differ only in what was cut."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    plain = ["".join(c if c.isalnum() or c in "._- " else "_" for c in part)[:80] for part in parts]
    *folders, last = plain or ["file"]
    stem, dot, suffix = last.rpartition(".")
    numbered = f"{stem or last}~{index}{dot}{suffix}" if dot and stem else f"{last}~{index}"
    return Path(*folders, numbered)
