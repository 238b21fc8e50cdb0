"""Drives a reading session from the window: every step that writes runs on one thread of its own.

The ledger is durable before a step returns, so `done` arrives after the disk and "saved" can be believed. While a step
runs nothing else reaches the session: entries and events are refused, and the window shows that it is saving.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from radviewer.core.errors import InputProblem, describe
from radviewer.readerstudy.corrections import EarlierCall, EarlierView
from radviewer.readerstudy.desk import ReaderDesk, SavedReading
from radviewer.readerstudy.public import AiOutput, PublicPlan, Stage
from radviewer.readerstudy.questions import Answer
from radviewer.readerstudy.schedule import Purpose
from radviewer.readerstudy.session import CaseView, ReadingSession, SessionState
from radviewer.readerstudy.sqlite_ledger import SqliteLedger
from radviewer.readerstudy.study_store import StudyStore
from radviewer.ui.bridge import Bridge
from radviewer.workbench.reading_maps import CaseMap, decode_map


class Step(StrEnum):
    """What the session was asked to do."""

    START = "start"
    NEXT = "next"
    LOCK = "lock"
    COMMIT = "commit"
    REQUEST_AI = "request-ai"
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"
    EARLIER = "earlier"
    REOPEN = "reopen"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class Standing:
    """How the session stands after a step.

    Attributes:
        step: What was done.
        state: The session's state.
        view: What to show; None between cases and in a pause.
        upcoming: Files of the next case.
        next_sitting: (period, sitting) of the next case; None when all are done.
        done: Readings finished.
        total: All readings.
        saved: The call that this step made durable, or None.
        feedback: Truth of the practice case that this step finished, or None.
        backup: The copy of the store that the end of the sitting made, or None.
        note: What could not be done, in words: a copy of the store, or reading a map; empty if all was.
        map: The AI's map, decoded; None where there is none.
        earlier: The calls that can be corrected, where they were asked for.
        reopened: The earlier call whose case is shown again, or None.
    """

    step: Step
    state: SessionState
    view: CaseView | None
    upcoming: tuple[Path, ...]
    next_sitting: tuple[int, int] | None
    done: int
    total: int
    saved: SavedReading | None = None
    feedback: Mapping[str, Any] | None = None
    backup: Path | None = None
    note: str = ""
    map: CaseMap | None = None
    earlier: tuple[EarlierCall, ...] = ()
    reopened: EarlierView | None = None


class SessionDriver(QObject):
    """Asks one session for its steps; lives on the window's thread.

    Signals:
        began: A `Step` is under way.
        done: A `Standing`, after the step's records are durable.
        failed: (`Step`, `Problem`); nothing was acknowledged, and the step can be asked for again.

    Args:
        store: The study, without the administrator's private key.
        desk: The reader's desk, which has been opened with the PIN.
        display: Facts about display and room, stored with each reading.
    """

    began = Signal(object)
    done = Signal(object)
    failed = Signal(object, object)

    def __init__(
        self, store: StudyStore, desk: ReaderDesk, display: Mapping[str, Any], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._desk, self._display = store, desk, dict(display)
        self._session: ReadingSession | None = None
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="radviewer-reading")
        self._bridge = Bridge(self)
        self.busy = False
        self._ended = False
        self._decoded: tuple[AiOutput, CaseMap | None, str] | None = None

    # --- steps that write --------------------------------------------------------------------------------------

    def start(self, display: Mapping[str, Any] | None = None) -> None:
        """Begins the sitting; `display` adds to the facts."""
        self._display |= dict(display or {})
        self._ask(Step.START, self._begin)

    def next_case(self) -> None:
        """Opens the next case."""
        self._ask(Step.NEXT, lambda: self._standing(Step.NEXT, self._open().next_case))

    def lock(self) -> None:
        """Locks the unaided call."""
        self._ask(Step.LOCK, lambda: self._standing(Step.LOCK, self._open().lock))

    def commit(self) -> None:
        """Saves the last call."""
        self._ask(Step.COMMIT, lambda: self._standing(Step.COMMIT, self._open().commit))

    def request_ai(self) -> None:
        """Asks for the AI where it is on request."""
        self._ask(Step.REQUEST_AI, lambda: self._standing(Step.REQUEST_AI, self._open().request_ai))

    def pause(self) -> None:
        """Stops the time."""
        self._ask(Step.PAUSE, lambda: self._standing(Step.PAUSE, self._open().pause))

    def resume(self, pin: str | None = None, *, ask_pin: bool = False) -> None:
        """Goes on; with `ask_pin` only if the reader's PIN is right."""

        def work() -> Standing:
            if ask_pin:
                self._store.check_pin(self._desk.reader, pin)
            return self._standing(Step.RESUME, self._open().resume)

        self._ask(Step.RESUME, work)

    def look_back(self) -> None:
        """Asks for the calls that can be corrected; in a pause or between cases."""
        self._ask(Step.EARLIER, lambda: self._standing(Step.EARLIER, lambda: None))

    def reopen(self, call: EarlierCall) -> None:
        """Asks for the case of an earlier call."""
        self._ask(Step.REOPEN, lambda: self._standing(Step.REOPEN, lambda: self._open().reopen(call)))

    def correct(self, call: EarlierCall, answers: Mapping[str, Answer], reason: str) -> None:
        """Replaces an earlier call by a further record."""
        self._ask(
            Step.CORRECT,
            lambda: self._standing(Step.CORRECT, lambda: self._open().correct(call.saved, answers, reason)),
        )

    def end(self) -> None:
        """Ends the sitting and copies the store."""
        self._ask(Step.END, self._finish)

    # --- what costs no disk; refused while a step runs ------------------------------------------------------------

    @property
    def open(self) -> bool:
        """Whether entries and events reach the session now."""
        return (
            not self.busy
            and self._session is not None
            and self._session.state in {SessionState.FIRST, SessionState.FINAL}
        )

    def answer(self, question: str, value: Answer) -> None:
        """Enters an answer; raises `AnswerProblem` as the session does."""
        if self.open:
            self._open().answer(question, value)

    def record(self, kind: str, facts: Mapping[str, Any]) -> None:
        """Records what the reader does."""
        if self.open:
            self._open().event(kind, **facts)

    def touch(self) -> None:
        """A sign of activity."""
        if self.open:
            self._open().touch()

    @property
    def plan(self) -> PublicPlan:
        """The open part of the plan."""
        return self._desk.plan

    @property
    def reader(self) -> str:
        """Who reads."""
        return self._desk.reader

    @property
    def state(self) -> SessionState | None:
        """Where the session is; None before it began."""
        return None if self._session is None else self._session.state

    def first_files(self) -> tuple[Path, ...]:
        """Files of the case that will be opened first, to be read ahead; before the session began."""
        item = self._desk.next_assignment()
        return () if item is None else self._desk.files(item)

    @property
    def has_earlier(self) -> bool:
        """Whether there is a call that could be corrected."""
        return any(self._desk.reading(a.id, s) and a.purpose is not Purpose.TRAINING
                   for a in self._desk.assignments for s in Stage)  # fmt: skip

    def has_pin(self) -> bool:
        """Whether the reader has a PIN."""
        return self._store.has_pin(self._desk.reader)

    @property
    def elapsed_s(self) -> float | None:
        """Seconds on the present part's watch; None while none runs."""
        return self._open().elapsed_s if self.open else None

    @property
    def sitting_remaining_s(self) -> float | None:
        """See the session; None while a step runs."""
        return None if self.busy or self._session is None else self._session.sitting_remaining_s

    # --- end ----------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Ends the sitting if that was not done, closes the store, and does not wait for either."""
        self._bridge.close()
        if not self._ended:
            self._ended = True
            self._executor.submit(self._close_quietly)
        self._executor.shutdown(wait=False)

    def _close_quietly(self) -> None:
        try:
            if self._session is not None:
                self._finish()
        except Exception as error:  # noqa: BLE001 - the window is gone; all calls are saved, only the closing note is not
            self.note = describe(error).sentence()
        finally:
            self._store.close()

    # --- on the thread --------------------------------------------------------------------------------------------

    def _open(self) -> ReadingSession:
        assert self._session is not None
        return self._session

    def _begin(self) -> Standing:
        self._session = ReadingSession(self._desk, self._display)
        return self._standing(Step.START, lambda: None)

    def _standing(self, step: Step, call: Callable[[], object]) -> Standing:
        session = self._open()
        result = call()
        saved = result if isinstance(result, SavedReading) else None
        done, total = session.progress
        feedback = session.feedback() if step is Step.COMMIT else None
        view = session.view
        again = result if isinstance(result, EarlierView) else None
        ai = again.ai if again is not None else None if view is None else view.ai
        found, note = self._map(ai) if ai is not None else (None, "")
        earlier = session.earlier() if step in {Step.EARLIER, Step.CORRECT} else ()
        return Standing(
            step, session.state, view, session.upcoming(), session.next_sitting, done, total, saved, feedback,
            None, note, found, earlier, again,
        )  # fmt: skip

    def _map(self, ai: AiOutput) -> tuple[CaseMap | None, str]:
        """The decoded map of a released output; a map that cannot be read is told, and the rest is shown."""
        if self._decoded is None or self._decoded[0] is not ai:
            self._decoded = (ai, None, "")
            if ai.maps:
                try:
                    self._decoded = (ai, decode_map(ai.maps[0]), "")
                except InputProblem as problem:
                    self._decoded = (ai, None, problem.message)
        return self._decoded[1:]

    def _finish(self) -> Standing:
        standing = self._standing(Step.END, self._open().close)
        backup, note = None, ""
        if isinstance(self._store.ledger, SqliteLedger):
            try:
                backup = self._store.backup()
            except Exception as error:  # noqa: BLE001 - the calls are saved; a copy that failed is told, and no more
                note = describe(error).sentence()
        return Standing(
            Step.END, standing.state, None, (), standing.next_sitting, standing.done, standing.total, None, None,
            backup, note,
        )  # fmt: skip

    # --- between the threads ----------------------------------------------------------------------------------------

    def _ask(self, step: Step, work: Callable[[], Standing]) -> None:
        if self.busy or self._ended:
            return
        self.busy = True
        self.began.emit(step)

        def run() -> None:
            try:
                standing = work()
            except Exception as error:  # noqa: BLE001 - the thread's gate: the window says what went wrong
                problem = describe(error)
                self._bridge.post(lambda: self._fail(step, problem))
            else:
                self._bridge.post(lambda: self._arrive(standing))

        self._executor.submit(run)

    def _arrive(self, standing: Standing) -> None:
        self.busy = False
        if standing.step is Step.END:
            self._ended = True
            self._executor.submit(self._store.close)
        self.done.emit(standing)

    def _fail(self, step: Step, problem: object) -> None:
        self.busy = False
        self.failed.emit(step, problem)
