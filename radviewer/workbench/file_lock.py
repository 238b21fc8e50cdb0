"""A file that a process keeps locked as long as it lives: how programs know of each other whether they still run.

The system lets go of the lock when the process ends, however it ends; a process number would be used again.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

if os.name == "nt":

    def take(file: IO[bytes]) -> bool:
        """Locks a file for this process; False if it is locked already."""
        import msvcrt

        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True

else:

    def take(file: IO[bytes]) -> bool:
        """Locks a file for this process; False if it is locked already."""
        import fcntl

        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def open_locked(path: Path) -> IO[bytes] | None:
    """Opens a file for the user only and locks it until it is closed; None where it cannot be locked.

    Raises:
        OSError: It cannot be opened.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    file = os.fdopen(descriptor, "r+b", buffering=0)
    if take(file):
        return file
    file.close()
    return None


def is_held(path: Path) -> bool:
    """Whether a process that runs has locked a file; a missing file is not held."""
    try:
        file = path.open("r+b")
    except FileNotFoundError:
        return False
    except OSError:
        return True  # not ours to judge: another user's, or the lock itself forbids to open it
    with file:
        return not take(file)
