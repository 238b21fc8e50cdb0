"""Readers are told afterwards what was false on purpose: all of it, nothing else, and not too early."""

from __future__ import annotations

from pathlib import Path

import pytest

from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.debrief import debrief_of
from radviewer.readerstudy.ledger import StoreProblem
from radviewer.readerstudy.opened import open_study
from radviewer.readerstudy.session import ReadingSession
from radviewer.report.study.debrief import debrief_files
from tests.unit.readerstudy.reading import frozen, read_all, read_case


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


def test_a_reader_is_told_each_false_advice_with_the_number_that_the_case_had(
    tmp_path: Path, clock: ManualClock
) -> None:
    with frozen(tmp_path, clock, readers=2, cases=12, sham_share=0.25) as store:
        for reader in ("R1", "R2"):
            read_all(store, clock, reader)
        opened = open_study(store)
        found = debrief_of(opened, "R1")
        shams = {(i.period, i.sitting, i.position): i for i in opened.schedule.of("R1") if i.sham}
        assert len(found.lines) == 3
        assert {(line.period, line.sitting, line.position) for line in found.lines} == set(shams)
        calls = {(r.assignment.id, r.stage.value): r.answers["call"] for r in opened.valid()}
        for line in found.lines:
            item = shams[line.period, line.sitting, line.position]
            assert line.shown_call is (not line.real_call)
            assert line.truth is opened.plan.case(item.case).truth.positive
            assert line.shown_call is not line.truth, "a sham is always wrong advice"
            assert line.before is calls[item.id, "first"]
            assert line.after is calls[item.id, "final"]
            assert line.followed is (line.before != line.after and line.after == line.shown_call)
        with pytest.raises(StoreProblem, match="blinded"):
            debrief_files(store, (), "2026-11-28")
        store.unblind("done")
        pages = dict(debrief_files(store, ("R1",), "2026-11-28"))
        text = next(iter(pages.values()))
        assert isinstance(text, bytes)
        assert b"false on purpose" in text
        assert b"In 3 of these readings" in text
        assert b"R2" not in text, "nobody else's calls"
        assert [record.reader for record in open_study(store).debriefs] == ["R1"]


def test_nobody_is_told_before_the_last_reading(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=8, sham_share=0.25) as store:
        session = ReadingSession(store.desk("R1"))
        for number in range(7):
            read_case(session, clock, "R1", number)
        store.unblind("an early look")
        [(_, problem)] = debrief_files(store, (), "2026-11-28")
        assert isinstance(problem, StoreProblem)
        assert "1 readings left" in problem.message
        assert open_study(store).debriefs == ()


def test_a_study_without_anything_false_has_no_debriefing(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        store.unblind("done")
        with pytest.raises(StoreProblem, match="false on purpose"):
            debrief_files(store, (), "2026-11-28")
