"""One file for support: versions, settings, keys, logs and crash reports. None of them holds an identifier."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from radviewer.io.export import write_atomically
from radviewer.workbench import crash_report, keymap
from radviewer.workbench.program_log import FILE_NAME as LOG

_MOST_BYTES = 2 * 1024**2  # of one file
_ABOUT = (
    "What is in here: versions of the program and its packages (facts.txt), settings and keys, the log and crash "
    "reports. None of it names a patient or a file that was opened."
)


def write(path: Path, log_folder: Path, settings_path: Path, *, overwrite: bool = False) -> None:
    """Writes the file (zip).

    Args:
        path: Where to.
        log_folder: Of logs and crash reports.
        settings_path: The settings file; the keys lie beside it.
        overwrite: Whether an existing file may be replaced.

    Raises:
        WriteProblem: It exists and may not be overwritten, or cannot be written.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("read-me.txt", _ABOUT + "\n")
        archive.writestr("facts.txt", "\n".join(crash_report.facts()) + "\n")
        for file in _files(log_folder, settings_path):
            archive.writestr(file.name, file.read_bytes()[-_MOST_BYTES:])
    write_atomically(path, buffer.getvalue(), overwrite=overwrite)


def _files(log_folder: Path, settings_path: Path) -> Iterable[Path]:
    yield from sorted(log_folder.glob(f"{LOG}*"))
    yield from sorted(log_folder.glob(f"{crash_report.PREFIX}*.txt"))
    yield from (item for item in (settings_path, settings_path.with_name(keymap.FILE_NAME)) if item.is_file())
