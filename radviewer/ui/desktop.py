"""What is handed to programs of the desktop, such as its file manager."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_LIBRARIES = "LD_LIBRARY_PATH"


def open_folder(folder: Path) -> bool:
    """Shows a folder in the desktop's file manager; whether there is one."""
    with desktop_environment():
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


@contextmanager
def desktop_environment() -> Iterator[None]:
    """While it lasts, programs are started as if the user had started them.

    The installed program for Linux looks for libraries in its own folder first, and says so in the environment for the
    decode processes. Programs of the desktop would take libraries from there that do not fit theirs.
    """
    own = os.environ.get(_LIBRARIES)
    if not getattr(sys, "frozen", False) or own is None:
        yield
        return
    before = os.environ.get(f"{_LIBRARIES}_ORIG")  # what the user had, kept by the frozen program's start
    if before is None:
        del os.environ[_LIBRARIES]
    else:
        os.environ[_LIBRARIES] = before
    try:
        yield
    finally:
        os.environ[_LIBRARIES] = own
