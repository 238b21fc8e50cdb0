"""Calls without and with AI side by side: for each reader and case the two calls, the advice, and what came of it.

A change is harmful where a right call became a wrong one, beneficial where a wrong one became right (the switches of
`stats.uptake`). In a sequential design both calls are of one reading; in the others they are of two readings of the
same case. Needs an opened study, so nothing of this exists before the administrator opens it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from radviewer.readerstudy.exchange.rows import advice, arm_name, condition_of, primary, sham_cases
from radviewer.readerstudy.opened import OpenedStudy, Reading
from radviewer.readerstudy.plan import ReaderStudyPlan
from radviewer.readerstudy.questions import QuestionKind
from radviewer.readerstudy.schedule import Purpose


class Change(StrEnum):
    """What became of a call when the AI was there."""

    HARMFUL = "harmful"
    BENEFICIAL = "beneficial"
    KEPT_RIGHT = "kept, right"
    KEPT_WRONG = "kept, wrong"
    OPEN = "incomplete"


class CaseOrder(StrEnum):
    """What comes first in the list of cases."""

    HARMFUL = "harmful"
    BENEFICIAL = "beneficial"
    DISAGREEMENT = "disagreement"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Call:
    """One call that counts.

    Attributes:
        reading: The saved reading, with its log.
        rating: Answer to the first question on a scale; None if it was not asked or answered.
        positive: Answer to the first binary question; None likewise.
        seconds: Reading time without pauses; None where it was not measured.
        overlay_s: Seconds with the overlay shown; None where it was not measured.
        marks: Places marked on the image, see `Question.check`.
    """

    reading: Reading
    rating: float | None
    positive: bool | None
    seconds: float | None
    overlay_s: float | None
    marks: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class CallPair:
    """One reader on one case, without AI and under one aided condition.

    Attributes:
        reader: Who.
        experience: As the plan says.
        case: The case's name.
        condition: The aided condition.
        truth: Whether the case is positive.
        ai_score: Probability 0-1 as it was shown to readers (shams inverted); None without AI output.
        ai_call: The AI's call, likewise.
        sham: Whether the advice was false on purpose.
        unaided: The call without AI; None if it is not there yet.
        aided: The call with AI; None likewise.
        overlay: The type of overlay that was dealt; empty where the condition deals none.
    """

    reader: str
    experience: str
    case: str
    condition: str
    truth: bool
    ai_score: float | None
    ai_call: bool | None
    sham: bool
    unaided: Call | None
    aided: Call | None
    overlay: str = ""

    @property
    def arm(self) -> str:
        """The aided condition with the type of overlay that was dealt."""
        return arm_name(self.condition, self.overlay)

    @property
    def complete(self) -> bool:
        """Whether both binary calls are there."""
        return self._positive(self.unaided) is not None and self._positive(self.aided) is not None

    @property
    def switched(self) -> bool:
        """Whether the call changed; False while it is incomplete."""
        return self.complete and self._positive(self.unaided) != self._positive(self.aided)

    @property
    def change(self) -> Change:
        """What became of the call."""
        if not self.complete:
            return Change.OPEN
        right = self._positive(self.aided) == self.truth
        if self.switched:
            return Change.BENEFICIAL if right else Change.HARMFUL
        return Change.KEPT_RIGHT if right else Change.KEPT_WRONG

    @property
    def ai_right(self) -> bool | None:
        """Whether the advice, as it was shown, is the truth; None without AI output."""
        return None if self.ai_call is None else self.ai_call == self.truth

    @property
    def disagrees(self) -> bool:
        """Whether the call without AI was another one than the AI's."""
        own = self._positive(self.unaided)
        return own is not None and self.ai_call is not None and own != self.ai_call

    @property
    def pattern(self) -> str | None:
        """Bits (unaided right, AI right, aided right), such as "101"; None while incomplete or without AI output."""
        if not self.complete or self.ai_right is None:
            return None
        sides = (self._positive(self.unaided) == self.truth, self.ai_right, self._positive(self.aided) == self.truth)
        return "".join("01"[side] for side in sides)

    @property
    def extra_seconds(self) -> float | None:
        """Reading time with AI minus without; None where one was not measured."""
        if self.unaided is None or self.aided is None or self.unaided.seconds is None or self.aided.seconds is None:
            return None
        return self.aided.seconds - self.unaided.seconds

    @staticmethod
    def _positive(call: Call | None) -> bool | None:
        return None if call is None else call.positive


@dataclass(frozen=True, slots=True)
class PairFilter:
    """Which pairs to look at; None lets all through.

    Attributes:
        truth: Positive or negative cases only.
        ai_right: Cases with right or with wrong advice only.
        experience: Readers of this level only.
        condition: This aided condition only.
        reader: This reader only.
        changes: These outcomes only.
        overlay: This type of overlay only, where types were dealt.
    """

    truth: bool | None = None
    ai_right: bool | None = None
    experience: str | None = None
    condition: str | None = None
    reader: str | None = None
    changes: frozenset[Change] | None = None
    overlay: str | None = None

    def lets(self, pair: CallPair) -> bool:
        """Whether the pair is among those to look at."""
        wishes = (
            (self.truth, pair.truth),
            (self.ai_right, pair.ai_right),
            (self.experience, pair.experience),
            (self.condition, pair.condition),
            (self.reader, pair.reader),
            (self.overlay, pair.overlay),
        )
        return all(wish is None or wish == found for wish, found in wishes) and (
            self.changes is None or pair.change in self.changes
        )


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """One line in the list of cases: how many readers changed to what."""

    case: str
    truth: bool
    ai_call: bool | None
    sham: bool
    pairs: tuple[CallPair, ...]

    def count(self, change: Change) -> int:
        """Readers with that outcome."""
        return sum(pair.change is change for pair in self.pairs)

    @property
    def disagreements(self) -> int:
        """Readers whose call without AI was another one than the AI's."""
        return sum(pair.disagrees for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class OperatingShift:
    """One reader's way in ROC space under one aided condition: (1 - specificity, sensitivity) without and with AI.

    `positives` and `negatives` are the numbers of complete pairs; a point is None where one of them is 0.
    """

    reader: str
    condition: str
    unaided: tuple[float, float] | None
    aided: tuple[float, float] | None
    positives: int
    negatives: int


def pairs_of(opened: OpenedStudy) -> tuple[CallPair, ...]:
    """All pairs of the study in the order of plan: case, reader, aided condition; practice and repeats are left out.

    Args:
        opened: The study.
    """
    plan, shams = opened.plan, sham_cases(opened.schedule)
    rating, binary = primary(plan)
    marks = tuple(question.name for question in plan.questions if question.kind is QuestionKind.MARKS)
    calls = {
        (reading.assignment.reader, reading.assignment.case, condition_of(plan, reading)): _call(
            reading, rating, binary, marks
        )
        for reading in opened.valid()
        if reading.assignment.purpose is Purpose.MAIN
    }
    unaided = plan.unaided.name if plan.unaided else ""
    levels = {reader.name: reader.experience for reader in plan.readers}
    planned = {
        (item.case, item.reader, item.condition): item
        for item in opened.schedule.assignments
        if item.purpose is Purpose.MAIN and plan.condition(item.condition).aided
    }
    found = []
    for (case, reader, condition), item in sorted(planned.items(), key=lambda entry: _place(plan, entry[0])):
        score, call = advice(plan, item, shams)
        found.append(
            CallPair(
                reader, levels[reader], case, condition, plan.case(case).truth.positive, score,
                None if call is None else bool(call), case in shams, calls.get((reader, case, unaided)),
                calls.get((reader, case, condition)), item.overlay,
            )
        )  # fmt: skip
    return tuple(found)


def chosen(pairs: Iterable[CallPair], wish: PairFilter) -> tuple[CallPair, ...]:
    """The pairs that a filter lets through."""
    return tuple(pair for pair in pairs if wish.lets(pair))


def cases_of(pairs: Sequence[CallPair], order: CaseOrder = CaseOrder.HARMFUL) -> tuple[CaseSummary, ...]:
    """One summary for each case; ties keep the order of the plan.

    With `CaseOrder.HARMFUL` harmful changes come first, then beneficial ones, then disagreements.
    """
    grouped: dict[str, list[CallPair]] = {}
    for pair in pairs:
        grouped.setdefault(pair.case, []).append(pair)
    found = [CaseSummary(case, own[0].truth, own[0].ai_call, own[0].sham, tuple(own)) for case, own in grouped.items()]
    harmful = {item.case: item.count(Change.HARMFUL) for item in found}
    good = {item.case: item.count(Change.BENEFICIAL) for item in found}
    keys = {
        CaseOrder.HARMFUL: lambda item: (-harmful[item.case], -good[item.case], -item.disagreements),
        CaseOrder.BENEFICIAL: lambda item: (-good[item.case], -harmful[item.case], -item.disagreements),
        CaseOrder.DISAGREEMENT: lambda item: (-item.disagreements, -harmful[item.case], -good[item.case]),
        CaseOrder.NAME: lambda item: (item.case,),
    }
    return tuple(sorted(found, key=keys[order]))


def patterns_of(pairs: Iterable[CallPair]) -> Mapping[str, int]:
    """Counts of the 2 x 2 x 2 table, keyed as in `CallPair.pattern`; incomplete pairs are left out."""
    counted = Counter(pair.pattern for pair in pairs)
    keys = (f"{a}{b}{c}" for a in "10" for b in "10" for c in "10")
    return {key: counted.get(key, 0) for key in keys}


def shifts_of(pairs: Iterable[CallPair]) -> tuple[OperatingShift, ...]:
    """Each reader's operating point without and with AI, over the complete pairs."""
    grouped: dict[tuple[str, str], list[CallPair]] = {}
    for pair in pairs:
        if pair.complete:
            grouped.setdefault((pair.reader, pair.condition), []).append(pair)
    return tuple(_shift(reader, condition, own) for (reader, condition), own in grouped.items())


def _shift(reader: str, condition: str, own: Sequence[CallPair]) -> OperatingShift:
    positives = [pair for pair in own if pair.truth]
    negatives = [pair for pair in own if not pair.truth]
    if not positives or not negatives:
        return OperatingShift(reader, condition, None, None, len(positives), len(negatives))

    def point(aided: bool) -> tuple[float, float]:
        def share(among: Sequence[CallPair]) -> float:
            calls = [pair.aided if aided else pair.unaided for pair in among]
            return sum(bool(call and call.positive) for call in calls) / len(calls)

        return share(negatives), share(positives)

    return OperatingShift(reader, condition, point(False), point(True), len(positives), len(negatives))


def _call(reading: Reading, rating: str, binary: str, marks: Sequence[str]) -> Call:
    answers, log = reading.answers, reading.contents
    active, idle = log.get("active_s"), log.get("idle_s")
    value = answers.get(rating)
    return Call(
        reading,
        None if value is None else float(value),
        None if answers.get(binary) is None else bool(answers[binary]),
        None if active is None or idle is None else round(active + idle, 3),
        log.get("overlay_s"),
        tuple(mark for name in marks for mark in answers.get(name) or ()),
    )


def _place(plan: ReaderStudyPlan, key: tuple[str, str, str]) -> tuple[int, int, int]:
    cases = [case.name for case in plan.cases]
    readers = [reader.name for reader in plan.readers]
    conditions = [condition.name for condition in plan.conditions]
    return cases.index(key[0]), readers.index(key[1]), conditions.index(key[2])
