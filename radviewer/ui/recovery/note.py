"""Keeps the note of what is open up to date, a moment after something changed and never on the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Executor

from PySide6.QtCore import QObject, QTimer

from radviewer.core.errors import InputProblem, Problem, describe
from radviewer.ui.bridge import Bridge
from radviewer.workbench.session_file import Session, SessionKeeper

_DELAY_MS = 400


class SessionNote(QObject):
    """Writes the latest session some time after `changed`; later changes in between are written together.

    Args:
        keeper: Writes the file.
        session: Makes the session as it is now; None if nothing is open.
        executor: Background threads.
        bridge: Back to the window's thread.
        failed: Told once if it cannot be written.
    """

    def __init__(
        self,
        keeper: SessionKeeper,
        session: Callable[[], Session | None],
        executor: Executor,
        bridge: Bridge,
        failed: Callable[[Problem], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._keeper, self._session = keeper, session
        self._executor, self._bridge, self._failed = executor, bridge, failed
        self._lock = threading.Lock()
        self._ended = False
        self._latest = 0
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._begin)

    def changed(self) -> None:
        """Something changed that the note has to follow."""
        if not self._timer.isActive():
            self._timer.start()

    def write_now(self, session: Session) -> None:
        """Writes a session before this returns."""
        try:
            with self._lock:
                self._keeper.write(session)
        except InputProblem as problem:
            self._tell(describe(problem))

    def end(self) -> None:
        """Removes the note: a clean end. What is being written is waited for, some milliseconds."""
        self._timer.stop()
        session = self._session()
        with self._lock:
            self._ended = True
            try:
                self._keeper.end(session)
            except InputProblem as problem:
                self._tell(describe(problem))

    def _begin(self) -> None:
        self._latest += 1
        session, number = self._session(), self._latest
        self._executor.submit(lambda: self._write(session, number))

    def _write(self, session: Session | None, number: int) -> None:
        """On a background thread."""
        try:
            with self._lock:
                if self._ended or number < self._latest:
                    return  # a later one is on its way
                if session is None:
                    self._keeper.clear()
                else:
                    self._keeper.write(session)
        except InputProblem as error:
            problem = describe(error)
            self._bridge.post(lambda: self._tell(problem))

    def _tell(self, problem: Problem) -> None:
        if not self._told:
            self._told = True
            self._failed(problem)
