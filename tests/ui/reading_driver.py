"""Reads through a real window in a process of its own, and says what the window said; to be killed at any moment.

usage: python -m tests.ui.reading_driver STUDY KEYS FOLDER
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from radviewer.readerstudy.session import SessionState
from radviewer.ui.reading.room import ReadingRoom
from radviewer.ui.reading.sitting import Page
from radviewer.workbench.reading_place import Role, open_in_role
from tests.ui.fakes import FakeDecoder


class Driver:
    """Types a rating whenever the room is ready for one, and tells each "Saved" that appears."""

    def __init__(self, room: ReadingRoom) -> None:
        self._room = room
        self._typed: tuple[int, str, int] | None = None
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        room.driver.done.connect(lambda _standing: self._tell())

    def _look(self) -> None:
        room = self._room
        if room.page is Page.WELCOME and not room.driver.busy:
            room.message.choose()
        if room.page is not Page.CASE or not room.driver.open or not room.board.ready or self._typed is not None:
            return
        view, standing = room.flow.view, room.sitting._standing
        assert view is not None
        assert standing is not None
        assert room.driver.state in {SessionState.FIRST, SessionState.FINAL}
        say(f"showing {standing.done} {view.stage.value}")
        value = (standing.done * 17 + len(view.stage.value)) % 101
        self._typed = (standing.done, view.stage.value, value)
        room.panel.questions.focus_first()
        for digit in str(value):
            QTest.keyClick(room.panel.questions.widgets["rating"], Qt.Key(ord(digit)))
        QTest.keyClick(room, Qt.Key.Key_Return)

    def _tell(self) -> None:
        if self._typed is not None and self._room.panel.saved.text().startswith("Saved"):
            say("saved {} {} {}".format(*self._typed))
            self._typed = None
            self._room.panel.saved.setText("")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main(study: str, keys: str, folder: str) -> None:
    application = QApplication([])
    store = open_in_role(Path(study), Role.READER, Path(keys))
    room = ReadingRoom(store, store.desk("R1"), FakeDecoder(), Path(folder) / "icons", guard_ms=0)
    room.show()
    driver = Driver(room)
    application.exec()
    del driver


if __name__ == "__main__":
    main(*sys.argv[1:])
