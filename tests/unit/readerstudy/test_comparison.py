"""Calls side by side: who changed, to what, and whether that was right."""

from __future__ import annotations

from pathlib import Path

import pytest

from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.comparison import (
    CaseOrder,
    Change,
    PairFilter,
    cases_of,
    chosen,
    pairs_of,
    patterns_of,
    shifts_of,
)
from radviewer.readerstudy.opened import OpenedStudy, open_study
from radviewer.readerstudy.public import Stage
from radviewer.readerstudy.session import ReadingSession, SessionState
from radviewer.readerstudy.study_store import StudyStore
from tests.unit.readerstudy.reading import frozen, read_all

# What R1 and R2 answer: (unaided, aided) ratings by case; c000, c002, ... are positive; 50 and more is a positive call.
ANSWERS = {
    "R1": {"c000": (20, 80), "c001": (30, 90), "c002": (70, 70), "c003": (60, 10)},
    "R2": {"c000": (80, 30), "c001": (10, 60), "c002": (20, 20), "c003": (10, 20)},
}


def read_given(store: StudyStore, clock: ManualClock, reader: str) -> None:
    """Reads a sequential study with the answers above."""
    names = {item.id: item.case for item in open_study(store).schedule.assignments}
    desk = store.desk(reader)
    session = ReadingSession(desk)
    for item in desk.assignments:
        first, final = ANSWERS[reader][names[item.id]]
        session.next_case()
        clock.pass_time(10)
        session.answer("rating", first)
        session.lock()
        clock.pass_time(4)
        session.answer("rating", final)
        session.commit()
    session.close()


@pytest.fixture
def opened(tmp_path: Path):
    clock = ManualClock()
    with frozen(tmp_path, clock, cases=4) as store:
        for reader in store.readers():
            read_given(store, clock, reader)
        yield open_study(store)


def test_every_change_is_named_by_what_came_of_it(opened: OpenedStudy) -> None:
    found = {(pair.reader, pair.case): pair.change for pair in pairs_of(opened)}
    assert found == {
        ("R1", "c000"): Change.BENEFICIAL,
        ("R1", "c001"): Change.HARMFUL,
        ("R1", "c002"): Change.KEPT_RIGHT,
        ("R1", "c003"): Change.BENEFICIAL,
        ("R2", "c000"): Change.HARMFUL,
        ("R2", "c001"): Change.HARMFUL,
        ("R2", "c002"): Change.KEPT_WRONG,
        ("R2", "c003"): Change.KEPT_RIGHT,
    }


def test_ratings_times_and_advice_stand_beside_the_calls(opened: OpenedStudy) -> None:
    for pair in pairs_of(opened):
        assert pair.unaided is not None
        assert pair.aided is not None
        assert (pair.unaided.rating, pair.aided.rating) == ANSWERS[pair.reader][pair.case]
        assert (pair.unaided.seconds, pair.aided.seconds, pair.extra_seconds) == (10, 4, -6)
        case = opened.plan.case(pair.case)
        assert pair.ai_right == opened.plan.ai_right(case)
        assert pair.ai_score == case.ai.score
        assert pair.unaided.reading.stage is Stage.FIRST


def test_cases_are_sorted_by_harm_then_benefit_then_disagreement(opened: OpenedStudy) -> None:
    pairs = pairs_of(opened)
    counts = {item.case: (item.count(Change.HARMFUL), item.count(Change.BENEFICIAL)) for item in cases_of(pairs)}
    assert counts == {"c001": (2, 0), "c000": (1, 1), "c003": (0, 1), "c002": (0, 0)}
    assert [item.case for item in cases_of(pairs)] == ["c001", "c000", "c003", "c002"]
    assert cases_of(pairs, CaseOrder.BENEFICIAL)[0].case == "c000"
    assert [item.case for item in cases_of(pairs, CaseOrder.NAME)] == ["c000", "c001", "c002", "c003"]
    by_disagreement = cases_of(pairs, CaseOrder.DISAGREEMENT)
    assert [item.disagreements for item in by_disagreement] == sorted(
        (item.disagreements for item in by_disagreement), reverse=True
    )


def test_filters_let_through_what_they_say(opened: OpenedStudy) -> None:
    pairs = pairs_of(opened)
    assert {pair.case for pair in chosen(pairs, PairFilter(truth=True))} == {"c000", "c002"}
    assert {pair.reader for pair in chosen(pairs, PairFilter(experience="senior"))} == {"R2"}
    assert all(pair.ai_right is False for pair in chosen(pairs, PairFilter(ai_right=False)))
    assert {pair.case for pair in chosen(pairs, PairFilter(ai_right=False))} == {"c000", "c003"}
    harmful = chosen(pairs, PairFilter(changes=frozenset({Change.HARMFUL})))
    assert {(pair.reader, pair.case) for pair in harmful} == {("R1", "c001"), ("R2", "c000"), ("R2", "c001")}
    assert chosen(pairs, PairFilter(condition="another")) == ()


def test_the_eight_cells_hold_every_complete_pair_once(opened: OpenedStudy) -> None:
    pairs = pairs_of(opened)
    cells = patterns_of(pairs)
    assert len(cells) == 8
    assert sum(cells.values()) == len(pairs)
    # R1 on c000: wrong, advice wrong, right with AI. R2 on c000: right, advice wrong, wrong with AI.
    assert cells["001"] == 2  # with R1 on c003
    assert cells["100"] == 1


def test_a_reader_moves_in_roc_space_by_the_calls(opened: OpenedStudy) -> None:
    one, two = shifts_of(pairs_of(opened))
    assert (one.reader, one.unaided, one.aided) == ("R1", (0.5, 0.5), (0.5, 1.0))
    assert (two.reader, two.unaided, two.aided) == ("R2", (0.0, 0.5), (0.5, 0.0))
    assert (one.positives, one.negatives) == (2, 2)


def test_in_a_crossover_the_calls_are_of_two_readings(tmp_path: Path) -> None:
    clock = ManualClock()
    with frozen(tmp_path, clock, kind="crossover", readers=2, cases=8, repeats=0.2) as store:
        for reader in store.readers():
            read_all(store, clock, reader)
        pairs = pairs_of(open_study(store))
    assert len(pairs) == 16
    for pair in pairs:
        assert pair.unaided is not None
        assert pair.aided is not None
        assert pair.unaided.reading.assignment.id != pair.aided.reading.assignment.id
        assert pair.unaided.reading.assignment.condition == "unaided"


def test_what_is_not_read_yet_is_incomplete_and_counted_nowhere(tmp_path: Path) -> None:
    clock = ManualClock()
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        session.next_case()
        session.answer("rating", 70)
        session.lock()
        assert session.state is SessionState.FINAL
        pairs = pairs_of(open_study(store))
    assert [pair.change for pair in pairs] == [Change.OPEN] * 4
    assert sum(pair.unaided is not None for pair in pairs) == 1
    assert sum(patterns_of(pairs).values()) == 0
    assert shifts_of(pairs) == ()
