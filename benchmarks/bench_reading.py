"""Time to the next case in the reading room: from the key that saves a call to the next case's image on the screen.

A sequential study of 3000 x 3000 x 16 bit radiographs, read by a program with a pause before each key (a person takes
seconds; the pause lets the next case be read ahead as it would be). Measured with the ledger on the disk, so the fsync
that comes before "Saved" is in it. Beside it the same without reading ahead, which is what the design would cost else,
and the processor time of the window's thread, which is what counts on a machine that is busy with other things.

Run: QT_QPA_PLATFORM=offscreen python benchmarks/bench_reading.py
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from radviewer.io.decode_pool import DecodePool
from radviewer.readerstudy.public import Stage
from radviewer.ui.reading.room import ReadingRoom
from radviewer.ui.reading.sitting import Page
from radviewer.workbench.reading_demo import YOU, make_room_demo
from radviewer.workbench.reading_place import Role, open_in_role

CASES, SIZE, PATIENCE = 10, 3000, 60.0


def wait(application: QApplication, done: Callable[[], bool]) -> None:
    """Lets the window run until something holds."""
    end = time.monotonic() + PATIENCE
    while not done():
        # Sleeps until something arrives, so that waiting is not counted as work.
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > end:
            raise SystemExit("the room did not get on")


Times = list[tuple[float, float]]  # seconds by the wall, seconds of the window's thread


def read(application: QApplication, folder: Path, keys: Path, *, ahead: bool) -> tuple[Times, Times]:
    """Times to the next case, and to the AI after a lock."""
    store = open_in_role(folder, Role.READER, keys)
    nexts: Times = []
    locks: Times = []
    with DecodePool() as pool:
        room = ReadingRoom(store, store.desk(YOU), pool, folder.parent / "icons", guard_ms=0)
        if not ahead:
            room.loader.prefetch_case = lambda files: None  # type: ignore[method-assign]
        room.resize(1900, 1000)
        room.show()
        room.message.choose()
        wait(application, lambda: room.page is Page.CASE and room.board.ready and room.driver.open)
        for _ in range(CASES):
            wait(application, lambda: room.loader.quiet)
            room.panel.questions.focus_first()
            QTest.keyClicks(room.panel.questions.widgets["rating"], "75")
            locks.append(timed(application, room, lambda: room.flow.view is not None
                               and room.flow.view.stage is Stage.FINAL and room.driver.open))  # fmt: skip
            number = room.flow.view.number if room.flow.view else 0
            if room.panel.practice.isVisible():
                QTest.keyClick(room, Qt.Key.Key_Return)
                wait(application, lambda: room.panel.go.text().startswith("Next"))
            elapsed = timed(application, room, lambda number=number: room.page is not Page.CASE or (
                room.flow.view is not None and room.flow.view.number != number and room.board.ready))  # fmt: skip
            if room.page is not Page.CASE:
                break
            nexts.append(elapsed)
        room.close()
        application.processEvents()
    return nexts, locks


def timed(application: QApplication, room: ReadingRoom, done: Callable[[], bool]) -> tuple[float, float]:
    """Seconds from Enter until something holds and the window is painted; waiting for the disk costs no processor."""
    begin, used = time.perf_counter(), time.thread_time()
    QTest.keyClick(room, Qt.Key.Key_Return)
    wait(application, done)
    room.repaint()
    return time.perf_counter() - begin, time.thread_time() - used


def line(name: str, times: Times) -> str:
    """One row of the table, in ms."""
    wall, worked = np.array(times).T * 1000
    return f"| {name} | {np.median(wall):.0f} | {np.percentile(wall, 95):.0f} | {np.median(worked):.0f} | {len(wall)} |"


def main() -> None:
    """Prints the table."""
    application = QApplication([])
    alarm = QTimer(interval=1000)  # lets `wait` look at its patience
    alarm.start()
    print("| step | median ms | p95 ms | window's processor ms | n |\n|---|---|---|---|---|")
    for ahead in (True, False):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as work:  # the last copy may still be made
            made = make_room_demo(Path(work) / "demo", cases=CASES - 2, practice=2, size=SIZE, colleagues=0)
            nexts, locks = read(application, made.folder, made.keys, ahead=ahead)
        print(line("next case, read ahead" if ahead else "next case, not read ahead", nexts))
        if ahead:
            print(line("AI after the lock", locks))


if __name__ == "__main__":
    main()
