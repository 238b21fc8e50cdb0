"""What went wrong inside the program, written so that it can be sent to others: no identifier of a patient is in it.

A report has the version, the platform, the packages and where in the program it happened. It has no text of the error
and no value of a variable, for these may hold a name, a number or a path: what cannot be shown to be harmless is left
out. Places in code are named from the package on, without the folders above it, which may hold a user's name.
"""

from __future__ import annotations

import contextlib
import os
import platform
import re
import sys
import sysconfig
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

import radviewer
from radviewer.io.export import write_atomically
from radviewer.io.userdirs import make_private

PREFIX = "crash-"
KEPT = 10
_PACKAGES = ("PySide6-Essentials", "pyqtgraph", "numpy", "scipy", "pydicom", "torch", "torchvision", "highdicom")
_FAULT_PLACE = re.compile(r'File "(?P<path>[^"]*)", line (?P<line>\d+) in (?P<name>[\w<>.]+)')
_FAULT_WORDS = re.compile(r"^(Fatal Python error: [\w ]+|Windows fatal exception: [\w ]+|(Current )?[Tt]hread 0x\w+)")


def report(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None, when: datetime) -> str:
    """A report of an error that nobody caught.

    Args:
        kind: Its type.
        error: Itself, for what caused it; its text is not used.
        trace: Where it happened.
        when: The time.
    """
    return "\n".join([*_head(when), "", *_chain(kind, error, trace), ""])


def report_of_fault(dump: str, when: datetime) -> str:
    """A report from what `faulthandler` wrote when the whole process died; only its places are taken."""
    places = []
    for line in dump.splitlines():
        found = _FAULT_PLACE.search(line)
        words = _FAULT_WORDS.match(line.strip())
        if found:
            places.append(f"  {place(found['path'])}:{found['line']} in {found['name']}")
        elif words:
            places.append(words.group())
    return "\n".join([*_head(when), "", "The process died:", *places, ""])


def write(text: str, folder: Path, when: datetime) -> Path:
    """Writes a report for the user only, and lets go of the oldest ones.

    Raises:
        InputProblem: The folder or the file cannot be written.
    """
    make_private(folder)
    path = folder / f"{PREFIX}{when:%Y%m%d-%H%M%S-%f}-{os.getpid()}.txt"
    write_atomically(path, text.encode())
    for old in sorted(folder.glob(f"{PREFIX}*.txt"))[:-KEPT]:
        with contextlib.suppress(OSError):
            old.unlink()
    return path


def now() -> datetime:
    """The time, UTC."""
    return datetime.now(UTC)


def facts() -> tuple[str, ...]:
    """Version, system and packages, one line each."""
    return (
        f"radviewer {radviewer.__version__}",
        f"Python {platform.python_version()} ({platform.python_implementation()}), "
        f"{platform.system()} {platform.release()}, {platform.machine()}",
        f"frozen: {bool(getattr(sys, 'frozen', False))}, processors: {os.cpu_count()}",
        *(f"{name} {_version(name)}" for name in _PACKAGES),
    )


def _head(when: datetime) -> list[str]:
    return [
        "radviewer crash report",
        f"{when:%Y-%m-%d %H:%M:%S} UTC",
        "No text of the error and no value is in this report, as they may hold names, numbers and paths.",
        "",
        *facts(),
    ]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _chain(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> Iterator[str]:
    """The error and what caused it, the cause first, as Python prints them but without texts."""
    cause = None
    if error is not None:
        cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None and cause is not error:
        yield from _chain(type(cause), cause, cause.__traceback__)
        yield "which led to:"
    yield f"{kind.__module__}.{kind.__qualname__}"
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"  {place(code.co_filename)}:{trace.tb_lineno} in {code.co_qualname}"
        trace = trace.tb_next


def place(path: str) -> str:
    """A source file from its package on; of a file that is no part of the program only that it is one."""
    roots = (Path(radviewer.__file__).parents[1], *map(Path, filter(None, map(sysconfig.get_path, _ROOTS))))
    for root in roots:
        with contextlib.suppress(ValueError):
            return Path(path).relative_to(root).as_posix()
    return path if re.fullmatch(r"<[\w. ]+>", path) else "<other file>"


_ROOTS = ("purelib", "platlib", "stdlib")
