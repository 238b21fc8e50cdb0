"""Errors nobody caught: said in the strip, with the details to copy; the window stays alive."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from radviewer.core.errors import Problem, describe
from radviewer.ui.bridge import Bridge

Tell = Callable[[Problem, str], None]


class LastGate:
    """Catches what no one else caught while it is installed.

    Args:
        bridge: Brings the problem to the window's thread.
        tell: Shows it.
    """

    def __init__(self, bridge: Bridge, tell: Tell) -> None:
        self._bridge, self._tell = bridge, tell
        self._before = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Takes the interpreter's hooks."""
        sys.excepthook = self._caught
        threading.excepthook = lambda arguments: self._caught(
            arguments.exc_type, arguments.exc_value or arguments.exc_type(), arguments.exc_traceback
        )

    def remove(self) -> None:
        """Gives the hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        self._bridge.post(lambda: self._tell(describe(error), details))
