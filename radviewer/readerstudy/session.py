r"""One reader's reading as a state machine: the reading room, a script and a test drive it by the same calls.

    READY --next_case()--> FIRST --lock()--> FINAL --commit()--> READY ... FINISHED
                     \--------------------> FINAL     (arms without a locked unaided call)
    any open case --pause()--> PAUSED --resume()--> back

`lock` and `commit` return only after the call is on the disk. If they raise, nothing was acknowledged, the entries are
still here, and the same call can be made again. The session holds a `ReaderDesk`, never the store.
"""

from __future__ import annotations

import math
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from radviewer import __version__
from radviewer.core.errors import InputProblem
from radviewer.readerstudy.clock import stamp
from radviewer.readerstudy.corrections import EarlierCall, EarlierView, earlier_calls, reopened
from radviewer.readerstudy.desk import ReaderDesk, SavedReading
from radviewer.readerstudy.ledger import Draft, SlotTaken
from radviewer.readerstudy.plan import Reveal
from radviewer.readerstudy.public import AiOutput, PublicAssignment, Stage
from radviewer.readerstudy.questions import Answer, Answers, Question, check_answers
from radviewer.readerstudy.recorder import Recorder
from radviewer.readerstudy.schedule import Purpose
from radviewer.readerstudy.stopwatch import Stopwatch


class SessionState(StrEnum):
    """Where a session is."""

    READY = "ready"
    FIRST = "first"
    FINAL = "final"
    PAUSED = "paused"
    FINISHED = "finished"


class SessionProblem(InputProblem):
    """A step that does not fit the state, for example a lock without an open case."""

    kind = "session"


@dataclass(frozen=True, slots=True)
class CaseView:
    """What the room shows. Cases have numbers, no names.

    Attributes:
        number: Place among the cases of this sitting, from 1.
        total: Cases in this sitting.
        files: Images of the case.
        series: Series Instance UID to pick, or empty.
        stage: Unaided call to be locked, or last call.
        practice: In no analysis; feedback follows.
        condition: Name of the arm.
        ai: The released AI output, or None.
        ai_on_request: Whether `request_ai` would show it.
        questions: What is asked.
        answers: Entries so far.
        remaining_s: Seconds left of the case's time limit (negative: over it); None without a limit.
        period: Periods are apart by the washout; from 1.
        sitting: Part of the period, from 1.
    """

    number: int
    total: int
    files: tuple[Path, ...]
    series: str
    stage: Stage
    practice: bool
    condition: str
    ai: AiOutput | None
    ai_on_request: bool
    questions: tuple[Question, ...]
    answers: Mapping[str, Answer]
    remaining_s: float | None
    period: int
    sitting: int


class ReadingSession:
    """Drives one reader through the assignments; starts where the last session ended.

    Args:
        desk: The reader's desk.
        display: Facts about display and room that are stored with each reading.
    """

    def __init__(self, desk: ReaderDesk, display: Mapping[str, Any] | None = None) -> None:
        self._desk, self._display = desk, dict(display or {})
        self._item: PublicAssignment | None = None
        self._stage = Stage.FINAL
        self._ai: AiOutput | None = None
        self._answers: dict[str, Answer] = {}
        self._held: Draft | None = None
        self._held_answers: dict[str, Answer] = {}
        self._reopened: str | None = None
        self._recorder = Recorder(desk.clock, desk.limits.idle_after)
        self._sitting = Stopwatch(desk.clock, math.inf)
        self._paused_in = SessionState.READY
        self.state = SessionState.READY if desk.next_assignment() else SessionState.FINISHED
        facts = {"software": __version__, "system": platform.platform(), "display": self._display}
        desk.note("begin", behind_s=desk.clock_behind(), **facts)

    @property
    def progress(self) -> tuple[int, int]:
        """Readings done, and all readings of this reader (practice and repeats included)."""
        done = sum(self._desk.reading(a.id, Stage.FINAL) is not None for a in self._desk.assignments)
        return done, len(self._desk.assignments)

    @property
    def sitting_remaining_s(self) -> float | None:
        """Seconds left of the sitting's time limit, pauses not counted (negative: over it); None without a limit."""
        limit = self._desk.limits.sitting_seconds
        return None if limit is None else round(limit - self._sitting.peek(), 3)

    @property
    def elapsed_s(self) -> float:
        """Seconds on the present stage's watch, pauses not counted."""
        return self._recorder.elapsed()

    @property
    def next_sitting(self) -> tuple[int, int] | None:
        """Period and sitting of the next case to open; None when all are done."""
        item = self._desk.next_assignment()
        return None if item is None else (item.period, item.sitting)

    @property
    def view(self) -> CaseView | None:
        """What to show now; None between cases and in a pause."""
        if self._item is None or self.state not in {SessionState.FIRST, SessionState.FINAL}:
            return None
        item, limit = self._item, self._desk.limits.case_seconds
        same = [a for a in self._desk.assignments if (a.period, a.sitting) == (item.period, item.sitting)]
        return CaseView(
            item.position, len(same), self._desk.files(item), item.series, self._stage,
            item.purpose is Purpose.TRAINING, item.condition, self._ai, self._on_request and self._ai is None,
            self._desk.plan.questions, dict(self._answers),
            None if limit is None else round(limit - self._recorder.elapsed(), 3),
            item.period, item.sitting,
        )  # fmt: skip

    def upcoming(self) -> tuple[Path, ...]:
        """Files of the case after the present one, to be read ahead; nothing else about it."""
        after = -1 if self._item is None else self._item.number
        later = (a for a in self._desk.assignments if a.number > after and not self._desk.reading(a.id, Stage.FINAL))
        item = next(later, None)
        return () if item is None else self._desk.files(item)

    def next_case(self) -> CaseView | None:
        """Opens the next case; None when all are done.

        Raises:
            SessionProblem: A case is open.
            WashoutProblem: The next period may not begin yet.
        """
        self._require(SessionState.READY, SessionState.FINISHED)
        item = self._desk.next_assignment()
        if item is None:
            self.state = SessionState.FINISHED
            return None
        self._desk.require_washout(item)
        reveal = self._desk.plan.condition(item.condition).reveal
        locked = self._desk.reading(item.id, Stage.FIRST) is not None
        # The AI is released before the state changes, so that a failure leaves the session between cases.
        shows = reveal is Reveal.FROM_START or (reveal is Reveal.AFTER_LOCK and locked)
        ai = self._desk.release(item) if shows else None
        self._item, self._ai, self._answers, self._held = item, ai, {}, None
        self._stage = Stage.FIRST if reveal is Reveal.AFTER_LOCK and not locked else Stage.FINAL
        self.state = SessionState(self._stage.value)
        self._start_stage()
        return self.view

    def answer(self, question: str, value: Answer) -> None:
        """Enters an answer; None takes it back.

        Raises:
            AnswerProblem: It does not fit the question.
            SessionProblem: No case is open.
        """
        self._require(SessionState.FIRST, SessionState.FINAL)
        asked = {item.name: item for item in self._desk.plan.questions}
        if question not in asked:
            raise SessionProblem(f"There is no question '{question}'.", hint=f"Questions are: {', '.join(asked)}.")
        checked = None if value is None else asked[question].check(value)
        self._recorder.answered(question, self._answers.get(question), checked)
        if checked is None:
            self._answers.pop(question, None)
        else:
            self._answers[question] = checked

    def event(self, kind: str, **facts: Any) -> None:
        """Records what the reader does with the image: window, zoom, scroll, click, overlay (with shown, opacity)."""
        self._require(SessionState.FIRST, SessionState.FINAL)
        self._recorder.event(kind, facts)

    def touch(self) -> None:
        """A sign of activity that is worth no entry in the log, such as a mouse that moves."""
        if self.state in {SessionState.FIRST, SessionState.FINAL}:
            self._recorder.touch()

    def request_ai(self) -> AiOutput:
        """Shows the AI where it is on request; the request is in the ledger before it shows.

        Raises:
            SessionProblem: This case has no AI on request.
        """
        self._require(SessionState.FINAL)
        if not self._on_request or self._item is None:
            raise SessionProblem("The AI is not on request here.", hint="Go on without it.")
        if self._ai is None:
            self._recorder.event("request_ai", {"answers": dict(self._answers)})
            self._ai = self._desk.release(self._item)
            self._recorder.event("ai_shown", {})
        return self._ai

    def lock(self) -> SavedReading:
        """Locks the unaided call, then shows the AI.

        Raises:
            AnswerProblem: An answer is missing.
            StoreProblem: Nothing was saved; call it again.
        """
        self._require(SessionState.FIRST)
        item = self._open_item()
        saved = self._save(item)
        # The call is locked whatever happens now; if the AI cannot be opened, `next_case` tries it again.
        self.state, self._stage = SessionState.READY, Stage.FINAL
        self._ai = self._desk.release(item)
        self.state, self._held = SessionState.FINAL, None
        self._start_stage()
        return saved

    def commit(self) -> SavedReading:
        """Saves the last call of the case.

        Raises:
            AnswerProblem: An answer is missing.
            StoreProblem: Nothing was saved; call it again.
        """
        self._require(SessionState.FINAL)
        saved = self._save(self._open_item())
        self._held, self._ai, self._answers = None, None, {}
        self.state = SessionState.READY if self._desk.next_assignment() else SessionState.FINISHED
        return saved

    def feedback(self) -> dict[str, Any] | None:
        """After the commit of a practice case: its truth; otherwise None."""
        if self._item is None or self._item.purpose is not Purpose.TRAINING:
            return None
        return self._desk.feedback(self._item)

    def correct(self, saved: SavedReading, answers: Answers, reason: str) -> SavedReading:
        """Replaces a saved call by a new record; the old one stays.

        Args:
            saved: As `lock` or `commit` returned it.
            answers: All answers anew.
            reason: Why, in words.

        Raises:
            SessionProblem: No reason is given, a case is open, or it was for practice.
            AnswerProblem: An answer is missing or does not fit.
            SlotTaken: The call was replaced already.
        """
        self._require(SessionState.READY, SessionState.PAUSED, SessionState.FINISHED)
        if not reason.strip():
            raise SessionProblem("A correction needs a reason.", hint="Say in a few words what was wrong.")
        if self._desk.assignment(saved).purpose is Purpose.TRAINING:
            raise SessionProblem("A practice case is not corrected: its answer was shown.", hint="Go on.")
        contents = {"answers": check_answers(self._desk.plan.questions, answers), "display": self._display,
                    "software": __version__}  # fmt: skip
        if self._reopened is not None:
            contents["correction_started"] = self._reopened
        done = self._desk.save(self._desk.correction_draft(saved, contents, reason.strip()))
        self._reopened = None
        return done

    def earlier(self) -> tuple[EarlierCall, ...]:
        """The calls that can be corrected, the newest first."""
        return earlier_calls(self._desk)

    def reopen(self, call: EarlierCall) -> EarlierView:
        """Shows the case of an earlier call again, in a pause or between cases; the time of no case runs.

        Raises:
            SessionProblem: A case is open.
        """
        self._require(SessionState.READY, SessionState.PAUSED, SessionState.FINISHED)
        view = reopened(self._desk, call)
        self._reopened = stamp(self._desk.clock.utc())
        return view

    def pause(self) -> None:
        """Stops the time and hides the case; between two cases it stops the time of the sitting."""
        self._require(SessionState.FIRST, SessionState.FINAL, SessionState.READY)
        self._paused_in = self.state
        if self.state is not SessionState.READY:
            self._recorder.pause()
        self._sitting.pause()
        self.state = SessionState.PAUSED
        self._desk.note("pause")

    def resume(self) -> CaseView | None:
        """Goes on after a pause; None between two cases."""
        self._require(SessionState.PAUSED)
        if self._paused_in is not SessionState.READY:
            self._recorder.resume()
        self._sitting.resume()
        self.state = self._paused_in
        self._desk.note("resume")
        return self.view

    def close(self) -> None:
        """Ends the sitting; an open case will be opened anew, a locked call stays locked."""
        self._desk.note("end", done=self.progress[0])
        self.state, self._item, self._ai = SessionState.FINISHED, None, None

    @property
    def _on_request(self) -> bool:
        if self._item is None:
            return False
        return self._desk.plan.condition(self._item.condition).reveal is Reveal.ON_REQUEST

    def _start_stage(self) -> None:
        self._recorder = Recorder(self._desk.clock, self._desk.limits.idle_after)
        if self._ai is not None:
            self._recorder.event("ai_shown", {})

    def _open_item(self) -> PublicAssignment:
        if self._item is None:
            raise SessionProblem("No case is open.", hint="Open the next case.")
        return self._item

    def _save(self, item: PublicAssignment) -> SavedReading:
        answers = check_answers(self._desk.plan.questions, self._answers)
        if self._held is not None and self._held_answers == answers:
            return self._desk.save(self._held)
        contents = {"answers": answers, "started": self._recorder.started, "ended": stamp(self._desk.clock.utc()),
                    **self._recorder.summary(self._ai is not None), "display": self._display,
                    "software": __version__}  # fmt: skip
        earlier, self._held = self._held, self._desk.reading_draft(item, self._stage, contents)
        self._held_answers = answers
        try:
            return self._desk.save(self._held)
        except SlotTaken:
            if earlier is None:
                raise
            # The save that seemed to fail had reached the disk; what was changed since then is a correction of it.
            first = self._desk.save(earlier)
            return self._desk.save(self._desk.correction_draft(first, contents, "changed while a save was uncertain"))

    def _require(self, *states: SessionState) -> None:
        if self.state not in states:
            words = " or ".join(state.value for state in states)
            raise SessionProblem(f"This needs the state {words}; the session is {self.state.value}.", hint="")
