"""Brings back what was open after the program ended unexpectedly, and keeps the log of what it does.

The offer stands in the strip and blocks nothing. Measurements need no recovery of their own: each edit is on the disk
before it counts as made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtCore import QTimer

from radviewer.core.errors import InputProblem, Problem
from radviewer.ui.i18n import tr
from radviewer.ui.recovery.note import SessionNote
from radviewer.ui.strip import Severity
from radviewer.workbench import session_file
from radviewer.workbench.program_log import ProgramLog, event
from radviewer.workbench.session_file import Session, SessionKeeper
from radviewer.workbench.settings import Settings
from radviewer.workbench.state import Cell, DisplayState

if TYPE_CHECKING:
    from radviewer.core.study import Catalog
    from radviewer.ui.main_window import MainWindow

# What moves all the time, or ends with the program.
_FLEETING: dict[str, Any] = {"peek": False, "cursor": None, "pointed": None, "playing": False}


@runtime_checkable
class Recoverable(Protocol):
    """A feature with something of its own to bring back."""

    session_name: str

    def keep_session(self) -> Any:
        """What is to come back, as plain JSON values without identifiers; None for nothing."""

    def restore_session(self, kept: Any) -> None:
        """Brings it back; the studies are open."""


class RecoveryFeature:
    """Session, recovery and log.

    Args:
        window: Whose they are.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.log = ProgramLog(window.backends.log_folder)
        self._keeper = SessionKeeper(window.backends.data_folder)
        self.note = SessionNote(
            self._keeper, self._session, window.executor, window.bridge, window.parts.strip.say_problem, window
        )
        self._seen = self._lasting(window.state.state)
        self._waiting: Session | None = None
        try:
            self.log.open()
        except InputProblem as problem:
            window.parts.strip.say(problem.message, Severity.CAUTION)
        self._connect()
        event("window opened", language=window.translators.language, theme=window.settings.theme)
        QTimer.singleShot(0, window, self._offer)

    def _connect(self) -> None:
        window = self._window
        window.state.changed.connect(self._state_changed)
        window.opener.finished.connect(self._opened)
        window.opener.ended.connect(self._gave_up)
        window.opener.failed.connect(partial(self._log_problem, "opening failed"))
        window.state.facts_changed.connect(
            lambda old, new: self.note.changed() if old.result is not new.result else None
        )
        window.assistant.succeeded.connect(
            lambda result: event(
                "predicted", seconds=round(result.prediction.seconds, 3), maps=len(result.explanations)
            )
        )
        window.settings_changed.connect(self._settings_changed)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {"file.reopen": self.reopen}

    def close(self) -> None:
        """A clean end: the note goes, the log is closed."""
        self.note.end()
        event("window closed")
        self.log.close()

    # --- the note ---------------------------------------------------------------------------------------------------

    def _session(self) -> Session | None:
        window = self._window
        state = window.state.state
        if self._waiting is not None:
            return self._waiting
        if not window.opener.paths or state.deidentified or not window.settings.recover:
            return None
        kept = {item.session_name: item.keep_session() for item in window.features if isinstance(item, Recoverable)}
        extras = {name: value for name, value in kept.items() if value is not None}
        return Session(window.opener.paths, self._lasting(state), extras)

    @staticmethod
    def _lasting(state: DisplayState) -> DisplayState:
        return replace(state, **_FLEETING)

    def _state_changed(self, _old: DisplayState, _new: DisplayState) -> None:
        lasting = self._lasting(self._window.state.state)
        if lasting != self._seen:
            self._seen = lasting
            self.note.changed()

    def _settings_changed(self, old: Settings, new: Settings) -> None:
        if old.recover != new.recover:
            self.note.changed()

    def _opened(self, everything: Catalog, brought: Catalog) -> None:
        event("opened", studies=len(brought.studies), images=brought.image_count, open=everything.image_count)
        self.note.changed()
        if self._waiting is not None:
            session, self._waiting = self._waiting, None
            self._bring_back(session)

    def _gave_up(self) -> None:
        """A scan ended; what waited for it is not to come with a later one."""
        self._waiting = None

    def _log_problem(self, name: str, _problem: Problem) -> None:
        event(name)

    # --- the offer --------------------------------------------------------------------------------------------------

    def _offer(self) -> None:
        left = self._keeper.left_behind()
        settings, opener = self._window.settings, self._window.opener
        if settings.reopen and not left and not opener.busy and not opener.paths and self._keeper.closed.exists():
            self.reopen()
        if not left or not settings.recover:
            return
        event("ended unexpectedly", notes=len(left))
        self._window.parts.strip.say(
            tr("radviewer ended unexpectedly. Restore what was open?"),
            Severity.CAUTION,
            choices=(
                (tr("Restore"), partial(self.restore, left)),
                (tr("Not now"), partial(self._forget, left)),
            ),
        )

    def restore(self, left: tuple[Path, ...]) -> None:
        """Opens what the latest of some notes names; the notes go once this program's own says the same."""
        session = self._take(left[0])
        if session is not None:
            self.note.write_now(session)  # the program may end unexpectedly while it opens them, too
        self._forget(left)

    def reopen(self) -> None:
        """Opens what was open when the program was closed last, as it was on the screen."""
        if self._keeper.closed.exists():
            self._take(self._keeper.closed)
        else:
            self._window.parts.strip.say(tr("Nothing is kept of what was open last."), Severity.INFO)

    def _take(self, note: Path) -> Session | None:
        """Opens what a note names; returns what will be brought back when it is open."""
        try:
            session = session_file.read(note)
        except InputProblem as problem:
            self._window.parts.strip.say(problem.message, Severity.CAUTION)
            return None
        there = tuple(path for path in session.paths if path.exists())
        if not there:
            self._window.parts.strip.say(
                tr("The files that were open are no longer there. Connect their drive, then open them again."),
                Severity.CAUTION,
            )
            return None
        self._window.open_paths(there)
        self._waiting = session
        return session

    def _forget(self, left: tuple[Path, ...]) -> None:
        for path in left:
            session_file.remove(path)

    def _bring_back(self, session: Session) -> None:
        """Puts images, windows and layout back where they were."""
        window = self._window
        old = session.state
        known = {ref for stack in window.navigator.stacks.stacks for ref in stack.refs}
        cells = tuple(cell if cell.image in known else Cell(appearance=cell.appearance) for cell in old.cells)
        if any(cell.image is not None for cell in cells):
            window.navigator.arrange(old.boards, cells, old.active)
        same = {"image", "appearance", "playing", "boards", "cells", "active", "model_id"}
        window.state.wish(**{item.name: getattr(old, item.name) for item in fields(old) if item.name not in same})
        for feature in window.features:
            if isinstance(feature, Recoverable) and feature.session_name in session.extras:
                feature.restore_session(session.extras[feature.session_name])
        event("restored", cells=len(cells))
        window.parts.strip.say(tr("What was open is back."))
