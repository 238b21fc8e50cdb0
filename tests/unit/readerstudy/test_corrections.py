"""A reader's own corrections: which calls they may change, what is seen meanwhile, and which of them count."""

from __future__ import annotations

from pathlib import Path

import pytest

from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.exchange.rows import long_table
from radviewer.readerstudy.opened import open_study
from radviewer.readerstudy.public import Stage
from radviewer.readerstudy.questions import AnswerProblem
from radviewer.readerstudy.session import ReadingSession, SessionProblem
from tests.unit.readerstudy.reading import frozen, read_case


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


def test_the_earlier_calls_are_those_of_the_period_without_practice_the_newest_first(
    tmp_path: Path, clock: ManualClock
) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4, training=1) as store:
        session = ReadingSession(store.desk("R1"))
        assert session.earlier() == ()
        for number in range(3):
            read_case(session, clock, "R1", number)
        found = session.earlier()
        assert [(call.item.number, call.saved.stage) for call in found] == [
            (2, Stage.FINAL), (2, Stage.FIRST), (1, Stage.FINAL), (1, Stage.FIRST),
        ]  # fmt: skip
        assert [call.after_ai for call in found] == [False, True, False, True]
        practice = store.desk("R1").reading(store.desk("R1").assignments[0].id, Stage.FINAL)
        assert practice is not None
        with pytest.raises(SessionProblem, match="practice"):
            session.correct(practice, {"rating": 3}, "typing error")


def test_no_call_is_corrected_while_a_case_is_open(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        read_case(session, clock, "R1", 0)
        call = session.earlier()[0]
        session.next_case()
        with pytest.raises(SessionProblem):
            session.reopen(call)
        with pytest.raises(SessionProblem):
            session.correct(call.saved, {"rating": 3}, "typing error")
        session.pause()
        session.reopen(call)
        with pytest.raises(AnswerProblem):
            session.correct(call.saved, {}, "typing error")
        assert session.correct(call.saved, {"rating": 3}, "typing error").revision == 1
        assert session.resume() is not None, "the open case goes on"


def test_a_locked_unaided_call_shows_no_ai_again_and_its_late_correction_is_marked(
    tmp_path: Path, clock: ManualClock
) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        read_case(session, clock, "R1", 0)
        final, first = session.earlier()
        assert session.reopen(first).ai is None
        assert session.reopen(final).ai is not None
        session.correct(first.saved, {"rating": 3}, "after the AI")
        session.correct(final.saved, {"rating": 4}, "typing error")
        marks = {r.data["stage"]: r.data.get("after_ai", False) for r in store.ledger.records(kind="correction")}
        assert marks == {"first": True, "final": False}
        counted = {r.stage: (r.revision, r.answers["rating"]) for r in open_study(store).valid()}
        assert counted[Stage.FIRST][0] == 0
        assert counted[Stage.FINAL] == (1, 4)


def test_a_correction_keeps_the_times_of_the_call_that_it_replaces(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        read_case(session, clock, "R1", 0)
        before = next(row for row in long_table(open_study(store)).rows if row["stage"] == "final")
        clock.pass_time(600)
        session.reopen(session.earlier()[0])
        session.correct(session.earlier()[0].saved, {"rating": 99}, "typing error")
        after = next(row for row in long_table(open_study(store)).rows if row["stage"] == "final")
        assert (after["rating"], after["call"], after["revision"]) == (99, 1, 1)
        assert after["rating"] != before["rating"]
        for name in ("time_s", "active_s", "idle_s", "ai_shown", "changes"):
            assert after[name] == before[name]


def test_a_call_without_ai_cannot_be_changed_after_the_ai_of_another_reading_of_the_case(
    tmp_path: Path, clock: ManualClock
) -> None:
    """In a crossover the AI of a case may be seen in a later period than the call without it."""
    with frozen(tmp_path, clock, kind="crossover", readers=1, cases=4, washout_days=1) as store:
        desk = store.desk("R1")
        session = ReadingSession(desk)
        for number in range(4):
            read_case(session, clock, "R1", number)
        unaided = {a.case: desk.reading(a.id, Stage.FINAL) for a in desk.assignments[:4] if a.condition == "unaided"}
        aided = {a.case: desk.reading(a.id, Stage.FINAL) for a in desk.assignments[:4] if a.condition == "aided"}
        one, two = list(unaided.values())
        own = next(iter(aided.values()))
        assert one is not None
        assert two is not None
        assert own is not None
        session.correct(one, {"rating": 1}, "before the AI was seen")
        clock.pass_time(2 * 86400)
        for number in range(4, 8):
            read_case(session, clock, "R1", number)
        session.correct(two, {"rating": 2}, "after the AI was seen in period 2")
        session.correct(own, {"rating": 5}, "this call was made with the AI")
        counted = {r.assignment.id: r for r in open_study(store).valid()}
        assert counted[one.assignment].answers["rating"] == 1
        assert counted[two.assignment].revision == 0, "kept, but it does not count"
        assert counted[own.assignment].answers["rating"] == 5
        assert len(open_study(store).readings) == 8 + 3
