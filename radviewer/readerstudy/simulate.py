"""Readers made of numbers, to try designs and programs with; whatever they say is marked as simulated.

An equal-variance binormal reader: the own impression of a case is a normal variate, `skill` standard deviations higher
for positive cases. With AI, the reader moves towards the AI's score by the share `reliance`, whether that is right or
wrong. All from the seed, so a simulated study is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.public import Stage
from radviewer.readerstudy.questions import Question, QuestionKind
from radviewer.readerstudy.randomness import HashStream
from radviewer.readerstudy.session import CaseView, ReadingSession, SessionState
from radviewer.readerstudy.study_store import StudyStore

_NORMAL = NormalDist()
DISPLAY = {"simulated": True, "name": "no display: simulated reader"}


@dataclass(frozen=True, slots=True)
class SimulatedReader:
    """Skill (d') and reliance (0 ignores the AI, 1 follows it) of one reader."""

    name: str
    skill: float
    reliance: float
    seed: int

    def rating(self, case: str, positive: bool, ai_score: float | None) -> float:
        """A rating from 0 to 100; the own impression of a case is the same with and without AI, but for a little noise.

        Args:
            case: A name that stays the same for the case.
            positive: The truth.
            ai_score: Probability 0-1 that is shown, or None.
        """
        own = self._normal(f"impression {case}") + self.skill * (0.5 if positive else -0.5)
        own += 0.3 * self._normal(f"noise {case} {ai_score is not None}")
        if ai_score is not None:
            advice = _NORMAL.inv_cdf(min(0.99, max(0.01, ai_score)))
            own = (1 - self.reliance) * own + self.reliance * advice
        return float(round(100 * _NORMAL.cdf(own)))

    def seconds(self, case: str, aided: bool) -> float:
        """Reading time, log-normal around 25 s, a fifth shorter with AI."""
        return round((20.0 if aided else 25.0) * 2 ** (0.5 * self._normal(f"time {case} {aided}")), 3)

    def _normal(self, purpose: str) -> float:
        uniform = HashStream(self.seed, f"{self.name} {purpose}").uniform()
        return _NORMAL.inv_cdf(min(1 - 1e-9, max(1e-9, uniform)))


def simulate(store: StudyStore, reader: SimulatedReader, truths: Mapping[str, bool], clock: ManualClock) -> int:
    """Reads a whole study as one reader, coming back after each washout; returns the number of calls.

    Args:
        store: The study; its clock must be `clock`.
        reader: Who reads.
        truths: The truth of each case by `frozen.case_key`; a simulated reader needs it to be right at times.
        clock: Is turned forward.
    """
    desk = store.desk(reader.name)
    session, calls, period = ReadingSession(desk, DISPLAY), 0, 1
    for item in desk.assignments:
        if item.period != period:
            clock.pass_time((desk.plan.washout_days + 1) * 86400)
            period = item.period
        view = session.next_case()
        while view is not None and session.state in {SessionState.FIRST, SessionState.FINAL}:
            _answer(session, view, reader, item.case, truths[item.case], clock)
            calls += 1
            if view.stage is Stage.FINAL:
                session.commit()
                break
            session.lock()
            view = session.view
    session.close()
    return calls


def _answer(
    session: ReadingSession, view: CaseView, reader: SimulatedReader, case: str, positive: bool, clock: ManualClock
) -> None:
    ai = session.request_ai() if view.ai_on_request else view.ai
    score = None if ai is None else ai.score if ai.score is not None else (0.8 if ai.call else 0.2)
    rating = reader.rating(case, positive, score)
    clock.pass_time(reader.seconds(case, ai is not None))
    for question in view.questions:
        value = _value(question, rating)
        if value is not None:
            session.answer(question.name, value)


def _value(question: Question, rating: float) -> Any:
    match question.kind:
        case QuestionKind.RATING | QuestionKind.CONFIDENCE:
            share = rating / 100 if question.kind is QuestionKind.RATING else abs(rating - 50) / 50
            steps = (question.high - question.low) / question.step if question.step else 1000.0
            return question.low + round(share * int(steps)) * (question.step or (question.high - question.low) / 1000)
        case QuestionKind.ORDINAL:
            return 1 + min(len(question.choices) - 1, int(rating / 100 * len(question.choices)))
        case QuestionKind.BINARY:
            return None if question.threshold_of else rating >= 50
        case QuestionKind.LABEL:
            return question.choices[0 if rating >= 50 else 1]
        case QuestionKind.MARKS:
            return [] if question.required else None
        case QuestionKind.TEXT:
            return "simulated" if question.required else None
