"""What a long run costs: gaps of the event loop, memory, open files and threads of the program, step by step."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

_TICK_MS = 10
_LONG = 0.1  # seconds from which a gap is told with the processor time of its step


@dataclass(slots=True)
class Gaps:
    """Times in which the window's thread did not answer.

    Attributes:
        worst: Seconds of the longest.
        worked: Seconds of processor time that the window's thread took during it.
        long: How many took longer than 0.1 s.
        times: All of them that were longer than 0.03 s, in seconds.
    """

    worst: float = 0.0
    worked: float = 0.0
    long: int = 0
    times: tuple[float, ...] = ()


class Watch(QObject):
    """Ticks in the window's thread and notes when a tick comes late."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)
        self._paused = False
        self._gaps: list[tuple[float, float]] = []
        self._last = time.monotonic(), time.thread_time()

    def pause(self) -> None:
        """Work of the watcher itself follows, such as saving a picture."""
        self._tick()
        self._paused = True

    def go_on(self) -> None:
        """It is over."""
        self._paused = False
        self._last = time.monotonic(), time.thread_time()

    def taken(self) -> Gaps:
        """The gaps since the last time."""
        gaps, self._gaps = self._gaps, []
        worst = max(gaps, default=(0.0, 0.0))
        return Gaps(*worst, sum(gap > _LONG for gap, _ in gaps), tuple(gap for gap, _ in gaps))

    def _tick(self) -> None:
        if self._paused:
            return
        now = time.monotonic(), time.thread_time()
        gap = now[0] - self._last[0] - _TICK_MS / 1000
        if gap > 0.03:
            self._gaps.append((gap, now[1] - self._last[1]))
        self._last = now


def descendants(process: int) -> list[int]:
    """The processes that a process started, and those that they did; none where /proc is not."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            fields = (path / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        if fields[0] != "Z":
            parents.setdefault(int(fields[1]), []).append(int(path.name))
    found, at = [], [process]
    while at:
        children = parents.get(at.pop(), [])
        found += children
        at += children
    return found


def memory(process: int) -> int:
    """Bytes that only this process would free (PSS), or 0 where that is not known."""
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        return 0
    return 0


def resources() -> dict[str, float]:
    """Memory of this process and of those that it started, its open files and threads."""
    own = os.getpid()
    below = descendants(own)
    there = Path(f"/proc/{own}/fd").is_dir()
    return {
        "memory": memory(own) / 2**20,
        "helpers": sum(map(memory, below)) / 2**20,
        "processes": len(below),
        "files": len(list(Path(f"/proc/{own}/fd").iterdir())) if there else 0,
        "threads": len(list(Path(f"/proc/{own}/task").iterdir())) if there else 0,
    }
