"""Keeps measurements in the user's data folder: one file for each image, to which every edit adds lines.

Nothing in a file is ever changed, so a crash at any moment costs at most the edit under way: a line is safe on the disk
(fsync) before the edit counts as kept, and carries a checksum, so that a line that was torn or damaged is left out and
told, and all others are read. A file is named by a hash of the image's key. It holds figures, the user's words and the
key (a SOP Instance UID or a hash of pixels), nothing else of the patient.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from radviewer.core.errors import InputProblem
from radviewer.io.export import WriteProblem
from radviewer.io.userdirs import make_private
from radviewer.workbench.measuring.notes import ImageNotes
from radviewer.workbench.measuring.records import from_record, to_record

FOLDER = "measurements"
_VERSION = 1
_MOST_BYTES = 64 * 1024**2  # of one image's file


class MeasurementStore:
    """The kept notes of images.

    Args:
        folder: `measurements` in the user's data folder; made with the first edit.
        report: Gets a sentence about each file of which something could not be read.
    """

    def __init__(self, folder: Path, report: Callable[[str], None] = lambda _sentence: None) -> None:
        self._folder = folder
        self._report = report

    def path(self, key: str) -> Path:
        """The file of an image."""
        return self._folder / f"{hashlib.sha256(key.encode()).hexdigest()[:40]}.jsonl"

    def has(self, key: str) -> bool:
        """Whether anything was ever kept of an image."""
        return self.path(key).exists()

    def kept(self) -> frozenset[str]:
        """The names of all files that are there."""
        try:
            return frozenset(path.name for path in self._folder.iterdir())
        except OSError:
            return frozenset()

    def load(self, key: str) -> ImageNotes:
        """The notes of an image; what cannot be read is left out and reported."""
        path = self.path(key)
        try:
            if path.stat().st_size > _MOST_BYTES:
                self._report(f"{path.name}: the measurements are too large to be read.")
                return ImageNotes()
            data = path.read_bytes()
        except FileNotFoundError:
            return ImageNotes()
        except OSError as error:
            self._report(f"{path.name}: the measurements cannot be read ({error.strerror or error}).")
            return ImageNotes()
        notes, damaged = _replay(data, key)
        if damaged:
            lines = "line" if damaged == 1 else "lines"
            self._report(f"{damaged} damaged {lines} in the kept measurements of this image; the others are there.")
        return notes

    def save(self, key: str, before: ImageNotes, after: ImageNotes) -> None:
        """Adds what changed; returns when it is safe on the disk.

        Raises:
            InputProblem: It cannot be written.
        """
        lines = [_line({"v": _VERSION, "image": key, **change}) for change in _changes(before, after)]
        if lines:
            make_private(self._folder)
            _append(self.path(key), "".join(lines).encode())


def _changes(before: ImageNotes, after: ImageNotes) -> Iterator[dict[str, Any]]:
    """The lines that lead from one state of notes to the next."""
    kept = {item.id: item for item in before.measurements}
    wanted = {item.id for item in after.measurements}
    for item_id in kept:
        if item_id not in wanted:
            yield {"do": "remove", "id": item_id}
    for item in after.measurements:
        if kept.get(item.id) != item:
            yield {"do": "put", "measurement": to_record(item)}
    if [item.id for item in after.measurements] != _order_after(before, after):
        yield {"do": "order", "ids": [item.id for item in after.measurements]}
    if before.is_key != after.is_key:
        yield {"do": "key", "on": after.is_key}
    if before.calibration != after.calibration:
        yield {"do": "calibrate", "column_mm": after.calibration}
    if after.label and not after.empty and (before.empty or before.label != after.label):
        yield {"do": "label", "label": after.label}


def _order_after(before: ImageNotes, after: ImageNotes) -> list[str]:
    """The order that removing and putting alone leads to."""
    wanted = [item.id for item in after.measurements]
    stayed = [item.id for item in before.measurements if item.id in wanted]
    return stayed + [item for item in wanted if item not in stayed]


def _replay(data: bytes, key: str) -> tuple[ImageNotes, int]:
    """The notes that the lines lead to, and how many of them are damaged."""
    notes, damaged = ImageNotes(), 0
    for raw in data.split(b"\n"):
        if not raw.strip():
            continue
        try:
            entry = _checked(raw)
            if entry["image"] == key:
                notes = _applied(notes, entry)
        except (ValueError, KeyError, TypeError, RecursionError, InputProblem):
            damaged += 1
    return notes, damaged


def _applied(notes: ImageNotes, entry: dict[str, Any]) -> ImageNotes:
    what = entry["do"]
    if what == "put":
        return notes.put(from_record(entry["measurement"]))
    if what == "remove":
        return notes.without(entry["id"])
    if what == "key":
        return replace(notes, is_key=bool(entry["on"]))
    if what == "calibrate":
        return replace(notes, calibration=None if entry["column_mm"] is None else float(entry["column_mm"]))
    if what == "label":
        return replace(notes, label=str(entry["label"]))
    if what == "order":
        place = {item: at for at, item in enumerate(entry["ids"])}
        ordered = sorted(notes.measurements, key=lambda item: place.get(item.id, len(place)))
        return replace(notes, measurements=tuple(ordered))
    raise ValueError(what)


def _line(entry: dict[str, Any]) -> str:
    body = json.dumps(entry, allow_nan=False, separators=(",", ":"))
    return f'{body[:-1]},"crc":"{zlib.crc32(body.encode()):08x}"}}\n'


_TAIL = len(b',"crc":"00000000"}')


def _checked(raw: bytes) -> dict[str, Any]:
    """The object of a line.

    Raises:
        ValueError: It is torn or damaged.
    """
    body = raw[:-_TAIL] + b"}"
    if raw[-_TAIL:] != f',"crc":"{zlib.crc32(body):08x}"}}'.encode():
        raise ValueError("checksum")
    found = json.loads(body)
    if not isinstance(found, dict):
        raise TypeError("object")
    return found


def _append(path: Path, data: bytes) -> None:
    is_new = not path.exists()
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "r+b", buffering=0) as file:
            if not is_new and _is_torn(file.fileno()):
                data = b"\n" + data  # the torn line stays as it is, on a line of its own
            rest = memoryview(data)
            while rest:
                rest = rest[file.write(rest) :]
            os.fsync(file.fileno())
        if is_new:
            _sync_folder(path.parent)
    except OSError as error:
        raise WriteProblem(
            f"{path.parent}: a measurement cannot be kept ({error.strerror or error}).",
            hint="It stays on the screen and is kept with the next change; check the disk's space and permissions.",
        ) from error


def _is_torn(descriptor: int) -> bool:
    size = os.lseek(descriptor, 0, os.SEEK_END)
    if size == 0:
        return False
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    last = os.read(descriptor, 1)
    os.lseek(descriptor, 0, os.SEEK_END)
    return last != b"\n"


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems cannot; the file itself is synced
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
