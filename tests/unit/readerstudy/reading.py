"""A frozen study in a temporary folder, and a driver that reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.keys import StudyKeys, new_keys
from radviewer.readerstudy.plan import ReaderStudyPlan
from radviewer.readerstudy.session import ReadingSession, SessionState
from radviewer.readerstudy.study_store import Place, StudyStore
from tests.unit.readerstudy.building import plan

PIXELS = b"pixels of case"


def frozen(tmp_path: Path, clock: ManualClock, keys: StudyKeys | None = None, **wishes: Any) -> StudyStore:
    """A study of `wishes` in tmp_path/study, its keys and anchors elsewhere."""
    made = plan(tmp_path / "source", **wishes)
    place = Place(tmp_path / "study", keys or new_keys(made.study.id), tmp_path / "anchors")
    return StudyStore.freeze(made, tmp_path / "source", place, clock)


def rating_of(reader: str, number: int, stage: str) -> float:
    """What the driver answers: a different number for each call, known without the store."""
    return float((len(reader) * 31 + ord(reader[-1]) * 7 + number * 13 + (5 if stage == "final" else 0)) % 101)


def read_case(session: ReadingSession, clock: ManualClock, reader: str, number: int) -> None:
    """Reads the next case to its end."""
    view = session.next_case()
    assert view is not None
    while session.state in {SessionState.FIRST, SessionState.FINAL}:
        stage = session.state.value
        clock.pass_time(7)
        session.answer("rating", rating_of(reader, number, stage))
        session.answer("call", None)
        clock.pass_time(3)
        if session.state is SessionState.FIRST:
            session.lock()
        else:
            session.commit()
            return


def read_all(store: StudyStore, clock: ManualClock, reader: str) -> None:
    """Reads everything, coming back after each washout."""
    session = ReadingSession(store.desk(reader))
    period = None
    for number, item in enumerate(store.desk(reader).assignments):
        if period is not None and item.period != period:
            clock.pass_time(29 * 86400)
        period = item.period
        read_case(session, clock, reader, number)
    assert session.state is SessionState.FINISHED
    session.close()


def numbers(made: ReaderStudyPlan) -> int:
    """Cases that are not for practice."""
    return sum(not case.training for case in made.cases)
