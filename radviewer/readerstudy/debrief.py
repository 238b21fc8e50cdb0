"""What a reader has to be told afterwards: in which cases the advice or the map was false on purpose.

Only after the unblinding, and only for readers who have finished: a debriefing of somebody who still reads would end
the blinding of what is left. Each one that is given is a record in the ledger.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from radviewer.readerstudy.clock import stamp
from radviewer.readerstudy.exchange.rows import primary
from radviewer.readerstudy.ledger import StoreProblem, draft
from radviewer.readerstudy.opened import OpenedStudy, Reading
from radviewer.readerstudy.public import Stage
from radviewer.readerstudy.schedule import Assignment, Purpose
from radviewer.readerstudy.study_store import StudyStore


@dataclass(frozen=True, slots=True)
class FalseAdvice:
    """One reading in which something was false on purpose.

    Attributes:
        period: As the reader saw it, from 1.
        sitting: Likewise.
        position: Case number within the sitting.
        truth: Whether the case is positive.
        advice_false: Whether call and score were inverted.
        shown_call: The call that the reader was shown, or would have been; None without one.
        real_call: What the AI really said.
        foreign_map: Whether the heat map belonged to another case.
        before: The reader's call without AI of the same case; None where there is none.
        after: The call with the AI.
    """

    period: int
    sitting: int
    position: int
    truth: bool
    advice_false: bool
    shown_call: bool | None
    real_call: bool | None
    foreign_map: bool
    before: bool | None
    after: bool | None

    @property
    def followed(self) -> bool:
        """Whether the reader's call became the false one."""
        return self.advice_false and self.after == self.shown_call and self.before not in (None, self.after)


@dataclass(frozen=True, slots=True)
class Debrief:
    """All of one reader.

    Attributes:
        reader: Who.
        aided: Readings with AI, practice left out.
        lines: Those in which something was false, in the order of reading.
    """

    reader: str
    aided: int
    lines: tuple[FalseAdvice, ...]


def has_false_advice(opened: OpenedStudy) -> bool:
    """Whether anything in the study was false on purpose."""
    return any(item.sham or item.map_case for item in opened.schedule.assignments)


def debrief_of(opened: OpenedStudy, reader: str) -> Debrief:
    """What the reader has to be told.

    Raises:
        StoreProblem: There is no such reader, or the reader has not finished.
    """
    own = opened.schedule.of(reader)
    if not own:
        raise StoreProblem(f"There is no reader {reader!r}.", hint="Name a reader of the plan.")
    finals = {r.assignment.id: r for r in opened.valid() if r.stage is Stage.FINAL}
    left = sum(item.id not in finals for item in own)
    if left:
        raise StoreProblem(
            f"{reader} has {left} readings left and cannot be debriefed yet.", hint="Debrief after the last reading."
        )
    aided = [i for i in own if opened.plan.condition(i.condition).aided and i.purpose is not Purpose.TRAINING]
    before = _calls_without_ai(opened, reader)
    lines = tuple(_line(opened, i, finals[i.id], before.get(i.case)) for i in aided if i.sham or i.map_case)
    return Debrief(reader, len(aided), lines)


def record_debrief(store: StudyStore, found: Debrief) -> None:
    """Writes down that the reader was told."""
    body = {"false": len(found.lines), "utc": stamp(store.clock.utc())}
    store.saved(store.ledger.append([draft("debrief", body, reader=found.reader)]))


def _calls_without_ai(opened: OpenedStudy, reader: str) -> Mapping[str, bool | None]:
    """The call without AI of each case: locked in the same reading, or made in another one."""
    return {
        r.assignment.case: _call(opened, r)
        for r in opened.valid()
        if r.assignment.reader == reader and r.assignment.purpose is Purpose.MAIN
        and (r.stage is Stage.FIRST or not opened.plan.condition(r.assignment.condition).aided)
    }  # fmt: skip


def _line(opened: OpenedStudy, item: Assignment, final: Reading, before: bool | None) -> FalseAdvice:
    case = opened.plan.case(item.case)
    real = opened.plan.ai_call(case)
    shown = real if real is None or not item.sham else not real
    return FalseAdvice(
        item.period, item.sitting, item.position, case.truth.positive, item.sham, shown, real, bool(item.map_case),
        before, _call(opened, final),
    )  # fmt: skip


def _call(opened: OpenedStudy, reading: Reading) -> bool | None:
    _, binary = primary(opened.plan)
    value = reading.answers.get(binary)
    return None if value is None else bool(value)
