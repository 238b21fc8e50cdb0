"""Errors nobody caught: said in the strip, with the details to copy; the window stays alive."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from radviewer.core.errors import InputProblem, Problem, describe
from radviewer.ui.bridge import Bridge
from radviewer.ui.i18n import said, tr
from radviewer.workbench import crash_report
from radviewer.workbench.program_log import event

_MOST_REPORTS = 20  # of one run
Tell = Callable[[Problem, str], None]


class LastGate:
    """Catches what no one else caught while it is installed.

    Args:
        bridge: Brings the problem to the window's thread.
        tell: Shows it.
        folder: Where a crash report is written, without identifiers.
    """

    def __init__(self, bridge: Bridge, tell: Tell, folder: Path) -> None:
        self._bridge, self._tell, self._folder = bridge, tell, folder
        self._reports = 0
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
        details = "".join(traceback.format_exception(kind, error, trace)) + self._report(kind, error, trace)
        self._bridge.post(lambda: self._tell(describe(error), details))

    def _report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
        """Writes a report for support; returns what is said about it."""
        self._reports += 1
        if self._reports > _MOST_REPORTS:  # the same defect at every repaint
            return ""
        when = crash_report.now()
        try:
            path = crash_report.write(crash_report.report(kind, error, trace, when), self._folder, when)
        except InputProblem as problem:
            return f"\n{said(problem.message)}"
        event("defect", reports=self._reports)
        return "\n" + tr("A report without identifiers was written to {path}").format(path=path)
