"""What is open, noted while the program runs, so that it comes back after the program ended unexpectedly.

Each running program has a small file of its own, named by its process and when it began, in the user's data folder; it
is written whole or not at all and removed at a clean end. Beside it lies a file that the program keeps locked: the
system lets go of the lock when the process ends, however it ends, so two programs never take each other's note for one
that was left behind, even if a process number is used again. The note names the files that were opened, as they have
to be found again; it is for the user only, and in de-identified mode none is written.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from radviewer.core.errors import InputProblem
from radviewer.io.export import write_atomically
from radviewer.io.userdirs import make_private
from radviewer.workbench.file_lock import is_held, open_locked
from radviewer.workbench.session_values import Unreadable, from_plain, to_plain
from radviewer.workbench.state import DisplayState

FOLDER = "session"
CLOSED = "closed.session"  # what was open when the program was closed last
_FORMAT = 1
_BEGAN = f"{time.time():.3f}".replace(".", "-")  # when this program was loaded: process numbers are used again
_MOST_BYTES = 4 * 1024**2


@dataclass(frozen=True, slots=True)
class Session:
    """What was open.

    Attributes:
        paths: The files and folders that the user chose.
        state: What was on the screen.
        extras: What features keep, by their names.
    """

    paths: tuple[Path, ...]
    state: DisplayState
    extras: Mapping[str, Any] = field(default_factory=dict)


class SessionKeeper:
    """The note of this program, and those that others left behind.

    Args:
        folder: The user's data folder.
        name: Of the note; the process and when it began if empty.
    """

    def __init__(self, folder: Path, name: str = "") -> None:
        self._folder = folder / FOLDER
        self._stem = name or f"{os.getpid()}_{_BEGAN}"
        self._lock: IO[bytes] | None = None

    @property
    def path(self) -> Path:
        """The note of this program."""
        return self._folder / f"{self._stem}.json"

    @property
    def closed(self) -> Path:
        """What was open when a program was closed last; it need not be there."""
        return self._folder / CLOSED

    def left_behind(self) -> tuple[Path, ...]:
        """Notes of programs that no longer run, the latest first."""
        if not self._folder.is_dir():
            return ()
        notes = [
            path for path in self._folder.glob("*.json") if path != self.path and not is_held(path.with_suffix(".lock"))
        ]
        return tuple(sorted(notes, key=lambda path: path.stat().st_mtime, reverse=True))

    def write(self, session: Session) -> None:
        """Writes the note; the first time, takes the lock before.

        Raises:
            InputProblem: The folder or the file cannot be written.
        """
        if self._lock is None:
            make_private(self._folder)
            try:
                self._lock = open_locked(self.path.with_suffix(".lock"))
            except OSError as error:
                raise InputProblem(f"What is open cannot be noted ({error.strerror or error}).") from error
        write_atomically(self.path, _written(session), overwrite=True)

    def clear(self) -> None:
        """Removes the note; the lock stays."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def end(self, session: Session | None = None) -> None:
        """Removes the note and lets go of the lock: a clean end.

        Args:
            session: What was open, to be reopened on request; None leaves what was kept before.

        Raises:
            InputProblem: The session cannot be written; all else is done.
        """
        self.clear()
        self._let_go()
        if session is not None:
            make_private(self._folder)
            write_atomically(self.closed, _written(session), overwrite=True)

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None
            with contextlib.suppress(OSError):
                self.path.with_suffix(".lock").unlink(missing_ok=True)


def _written(session: Session) -> bytes:
    table = {
        "format": _FORMAT,
        "paths": [str(path) for path in session.paths],
        "state": to_plain(session.state),
        "extras": dict(session.extras),
    }
    return json.dumps(table).encode()


def read(path: Path) -> Session:
    """Reads a note.

    Raises:
        InputProblem: It is damaged, or of another version of the program.
    """
    problem = InputProblem("What was open could not be read.", hint="Please open the studies again.")
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise problem
        table = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(table, dict) or table.get("format") != _FORMAT:
            raise problem
        paths = from_plain(tuple[Path, ...], table["paths"])
        state = from_plain(DisplayState, table["state"])
        extras = table["extras"]
        if not isinstance(extras, dict):
            raise problem
    except (OSError, ValueError, KeyError, Unreadable) as error:
        raise problem from error
    return Session(paths, state, extras)


def remove(path: Path) -> None:
    """Removes a note that was left behind, with its lock."""
    for name in (path, path.with_suffix(".lock")):
        with contextlib.suppress(OSError):
            name.unlink(missing_ok=True)
