"""Files of the user's data folder that only grow: one JSON object a line, so that a crash costs at most the last one.

A line that is not whole (the machine stopped in the middle of it) is left out when the file is read, and told.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from radviewer.io.export import WriteProblem, write_atomically
from radviewer.io.userdirs import make_private

Entry = Mapping[str, Any]


def read_lines(path: Path) -> tuple[list[dict[str, Any]], str]:
    """The objects of a file, and a sentence about what could not be read; both empty where there is no file."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return [], ""
    except OSError as error:
        return [], f"{path.name} cannot be read ({error.strerror or error})."
    found, broken = [], 0
    for line in data.decode("utf-8", errors="replace").splitlines():
        try:
            entry = json.loads(line) if line.strip() else None
        except ValueError:
            broken += 1
            continue
        if isinstance(entry, dict):
            found.append(entry)
        elif entry is not None:
            broken += 1
    return found, f"{broken} damaged entries of {path.name} were left out." if broken else ""


def append_line(path: Path, entry: Entry) -> None:
    """Adds one object at the end of a file, which is made where it is not there, for the user only.

    Raises:
        WriteProblem: It cannot be written.
    """
    append_lines(path, (entry,))


def append_lines(path: Path, entries: Iterable[Entry]) -> None:
    """Adds objects at the end of a file by one write; after a broken last line on a line of their own.

    Raises:
        WriteProblem: They cannot be written.
    """
    data = "".join(_line(entry) for entry in entries).encode()
    if not data:
        return
    make_private(path.parent)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "r+b") as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    data = b"\n" + data
            file.write(data)
            file.flush()
    except OSError as error:
        raise WriteProblem(
            f"{path}: cannot be written ({error.strerror or error}).",
            hint="Check the folder, its space and permissions.",
        ) from error


def rewrite_lines(path: Path, entries: Iterable[Entry]) -> None:
    """Replaces a file, whole or not at all.

    Raises:
        WriteProblem: It cannot be written.
    """
    make_private(path.parent)
    write_atomically(path, "".join(_line(entry) for entry in entries).encode(), overwrite=True)


def _line(entry: Entry) -> str:
    return json.dumps(entry, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"
