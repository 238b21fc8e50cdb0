"""Notices that the table of reads has changed, and names the columns that it most likely means.

The file is looked at by name once a second, because programs that save safely replace it: watching the old file would
see nothing more.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_MS = 1000


@dataclass(frozen=True, slots=True)
class Role:
    """What a column can mean.

    Attributes:
        name: Field of `UptakeColumns`.
        text: In words.
        names: Column names that are tried, in order.
        required: Whether there is no analysis without it.
    """

    name: str
    text: str
    names: tuple[str, ...]
    required: bool = False


ROLES: tuple[Role, ...] = (
    Role("reader", "Reader", ("reader", "reader_id", "readerid"), required=True),
    Role("case", "Case", ("case", "case_id", "caseid"), required=True),
    Role("condition", "Condition", ("condition", "modality", "treatment", "arm"), required=True),
    Role("truth", "Truth", ("truth", "reference"), required=True),
    Role("rating", "Rating", ("rating", "confidence", "score")),
    Role("call", "Call", ("call", "decision")),
    Role("ai_call", "AI's call", ("ai_call",)),
    Role("ai_score", "AI's score", ("ai_score",)),
    Role("time", "Reading time (s)", ("time_s", "time")),
    Role("experience", "Experience", ("experience",)),
    Role("overlay", "Overlay used", ("overlay", "overlay_used")),
    Role("overlay_type", "Type of overlay", ("overlay_type",)),
    Role("active", "Active time (s)", ("active_s",)),
)


def guess_roles(header: list[str]) -> dict[str, str]:
    """The column of each role that one of the usual names fits, without regard to case."""
    by_name = {column.strip().lower(): column for column in header}
    found = {}
    for role in ROLES:
        for name in role.names:
            if name in by_name:
                found[role.name] = by_name[name]
                break
    return found


def read_header(path: Path) -> list[str]:
    """Column names of a CSV file; empty if it cannot be read (the analysis then says why)."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return next(csv.reader(file), [])
    except (OSError, UnicodeDecodeError, csv.Error):
        return []


class LiveTable(QObject):
    """Watches one file; `changed` is sent when its size or time of change differ from the last look."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._seen: tuple[int, int] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def path(self) -> Path | None:
        """The file that is watched."""
        return self._path

    def watch(self, path: Path | None) -> None:
        """Watches another file, or none."""
        self._path = path
        self._seen = self._stamp()
        if path is None:
            self._timer.stop()
        else:
            self._timer.start()

    def look(self) -> None:
        """Compares the file with the last look now."""
        stamp = self._stamp()
        if stamp is not None and stamp != self._seen:
            self._seen = stamp
            self.changed.emit()

    def _stamp(self) -> tuple[int, int] | None:
        if self._path is None:
            return None
        try:
            status = self._path.stat()
        except OSError:
            return None  # being replaced just now; the next look sees the new file
        return status.st_mtime_ns, status.st_size
