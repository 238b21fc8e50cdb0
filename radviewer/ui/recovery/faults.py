"""What is left when the whole process dies (a fault in native code): its places, as a report at the next start."""

from __future__ import annotations

import contextlib
import faulthandler
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from radviewer.core.errors import InputProblem
from radviewer.io.userdirs import make_private
from radviewer.workbench import crash_report
from radviewer.workbench.file_lock import is_held, open_locked

_PREFIX = "fault-"
_MOST_BYTES = 1024**2


@contextmanager
def fault_reports(folder: Path) -> Iterator[None]:
    """While it lasts, a dying process leaves its places in a file of the folder; older files become reports.

    Args:
        folder: For logs.
    """
    try:
        make_private(folder)
        collect(folder)
        path = folder / f"{_PREFIX}{os.getpid()}.txt"
        file = open_locked(path)
    except (OSError, InputProblem):
        yield  # nowhere to write: the program runs without
        return
    if file is None:
        yield
        return
    faulthandler.enable(file, all_threads=True)
    try:
        yield
    finally:
        faulthandler.disable()
        file.close()
        with contextlib.suppress(OSError):
            path.unlink()


def collect(folder: Path) -> tuple[Path, ...]:
    """Turns what dead processes left into reports without identifiers, and returns those.

    Raises:
        InputProblem: A report cannot be written.
    """
    made = []
    for path in sorted(folder.glob(f"{_PREFIX}*.txt")):
        if is_held(path):
            continue
        with path.open(encoding="utf-8", errors="replace") as file:
            dump = file.read(_MOST_BYTES)
        if dump.strip():
            when = crash_report.now()
            made.append(crash_report.write(crash_report.report_of_fault(dump, when), folder, when))
        path.unlink()
    return tuple(made)
