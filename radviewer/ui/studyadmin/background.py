"""Work of the administrator's windows on one thread of its own: the ledger and long checks never hold the window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from radviewer.core.errors import describe
from radviewer.ui.bridge import Bridge

T = TypeVar("T")


class Background(QObject):
    """Runs calls one after the other.

    Signals:
        failed: A `Problem`.
        busy_changed: Whether something runs or waits.
    """

    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="radviewer-administrator")
        self._bridge = Bridge(self)
        self._waiting = 0

    @property
    def busy(self) -> bool:
        """Whether something runs or waits."""
        return self._waiting > 0

    def run(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        """Makes a call on the thread and hands its result to the window's thread."""
        self._count(1)

        def work() -> None:
            try:
                result = call()
            except Exception as error:  # noqa: BLE001 - the thread's gate: the window says what went wrong
                problem = describe(error)
                self._bridge.post(lambda: self._end(lambda: self.failed.emit(problem)))
            else:
                self._bridge.post(lambda: self._end(lambda: then(result)))

        self._executor.submit(work)

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Drops results that still come, and ends the thread after `last`."""
        self._bridge.close()
        if last is not None:
            self._executor.submit(last)
        self._executor.shutdown(wait=False)

    def _end(self, call: Callable[[], None]) -> None:
        self._count(-1)
        call()

    def _count(self, change: int) -> None:
        before = self.busy
        self._waiting += change
        if self.busy != before:
            self.busy_changed.emit(self.busy)
