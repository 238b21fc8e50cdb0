"""The program's log: what happened, in words that stand in the source, with numbers; never a name, a path or a header.

A log line is an event with facts. Facts are numbers, switches and closed choices only: a text would have to be judged,
and sooner or later one would be a patient's. Other packages' logs are not taken, for they quote what they read.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from enum import Enum
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO

from radviewer.io.userdirs import make_private

FILE_NAME = "radviewer.log"
_BYTES, _OLDER = 512 * 1024, 4
_LOGGER = logging.getLogger("radviewer.events")
_LOGGER.propagate = False

Fact = int | float | bool | Enum | None


class _PrivateFile(RotatingFileHandler):
    """A rotating file for the user only."""

    def _open(self) -> IO[str]:  # type: ignore[override] # typeshed names the concrete text file
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8")

    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk must not stop the program, and there is no other place to say it."""


class ProgramLog:
    """The log of one window.

    Args:
        folder: The user's folder for logs.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._handler: _PrivateFile | None = None

    def open(self) -> None:
        """Starts to write.

        Raises:
            InputProblem: The folder cannot be made.
        """
        make_private(self.folder)
        self._handler = _PrivateFile(self.folder / FILE_NAME, maxBytes=_BYTES, backupCount=_OLDER, encoding="utf-8")
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _LOGGER.addHandler(self._handler)
        _LOGGER.setLevel(logging.INFO)

    def close(self) -> None:
        """Stops."""
        if self._handler is not None:
            _LOGGER.removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def files(self) -> Iterator[Path]:
        """The log files there are."""
        yield from sorted(self.folder.glob(f"{FILE_NAME}*"))


def event(name: str, **facts: Fact) -> None:
    """Logs an event.

    Args:
        name: What happened; a text of the source, never one that was read.
        facts: Numbers, switches and closed choices.

    Raises:
        TypeError: A fact is something else.
    """
    said = []
    for key, value in facts.items():
        if not (value is None or isinstance(value, int | float | Enum)):
            raise TypeError(f"{key}: a {type(value).__name__} is not logged")
        said.append(f"{key}={value.value if isinstance(value, Enum) else value}")
    _LOGGER.info(" ".join([name, *said]))
