"""The session: order, locks, blinding, times, corrections; driven as the reading room drives it."""

from __future__ import annotations

import gc
import types
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from radviewer.readerstudy.clock import ManualClock, moment
from radviewer.readerstudy.desk import BlindingProblem, WashoutProblem
from radviewer.readerstudy.keys import KeyProblem, new_keys
from radviewer.readerstudy.ledger import StoreProblem
from radviewer.readerstudy.opened import open_study
from radviewer.readerstudy.pins import PinProblem
from radviewer.readerstudy.plan import Limits
from radviewer.readerstudy.public import Stage
from radviewer.readerstudy.questions import AnswerProblem
from radviewer.readerstudy.session import ReadingSession, SessionProblem, SessionState
from radviewer.readerstudy.study_store import Place, StudyStore
from tests.unit.readerstudy.building import AI_WORD, TRUTH_WORD, plan
from tests.unit.readerstudy.reading import frozen, rating_of, read_all, read_case


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


def test_a_sequential_study_is_read_to_its_end_and_the_calls_are_those_entered(
    tmp_path: Path, clock: ManualClock
) -> None:
    with frozen(tmp_path, clock, readers=2, cases=6, training=1) as store:
        for reader in store.readers():
            read_all(store, clock, reader)
        opened = open_study(store)
        assert len(opened.readings) == 2 * 7 * 2
        for reading in opened.readings:
            item = reading.assignment
            assert reading.answers["rating"] == rating_of(item.reader, item.number, reading.stage.value)
            assert reading.answers["call"] == (reading.answers["rating"] >= 50)
            assert reading.contents["active_s"] == 10
            assert reading.contents["ai_shown"] is (reading.stage is Stage.FINAL)
        verdict, notes = store.verify()
        assert verdict.whole
        assert notes == ()
        assert verdict.anchors == 1
        assert store.check_files() == ()


def test_the_unaided_call_is_in_the_ledger_before_the_ai_is(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=6) as store:
        read_all(store, clock, "R1")
        opened = open_study(store)
        for reading in opened.readings:
            release = opened.releases[reading.assignment.id]
            assert (reading.seq < release) is (reading.stage is Stage.FIRST)


def test_no_step_is_possible_out_of_its_turn(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        for step in (session.lock, session.commit, session.resume, session.request_ai):
            with pytest.raises(SessionProblem):
                step()
        session.next_case()
        assert session.state is SessionState.FIRST
        for step in (session.commit, session.next_case, session.resume, session.request_ai):
            with pytest.raises(SessionProblem):
                step()
        with pytest.raises(AnswerProblem, match="'rating' is not answered"):
            session.lock()
        with pytest.raises(AnswerProblem):
            session.answer("rating", 200)


def test_the_ai_does_not_come_before_the_lock_nor_for_a_later_case(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        desk = store.desk("R1")
        session = ReadingSession(desk)
        view = session.next_case()
        assert view is not None
        assert view.ai is None
        first, second = desk.assignments[:2]
        with pytest.raises(BlindingProblem, match="after the unaided call"):
            desk.release(first)
        session.answer("rating", 10)
        session.lock()
        assert session.view is not None
        assert session.view.ai is not None
        assert AI_WORD in (session.view.ai.text or "")
        with pytest.raises(BlindingProblem):
            desk.release(second)
    with frozen(tmp_path / "other", clock, kind="concurrent", readers=1, cases=4, interleave=True) as store:
        desk = store.desk("R1")
        aided = [item for item in desk.assignments if item.condition == "aided" and item.number > 0]
        with pytest.raises(BlindingProblem, match="earlier case"):
            desk.release(aided[-1])
        plain_item = next(item for item in desk.assignments if item.condition == "unaided")
        with pytest.raises(BlindingProblem, match="shows no AI"):
            desk.release(plain_item)


def reachable(root: object) -> str:
    """All text and bytes that can be reached from an object without going through modules, classes and code."""
    seen: dict[int, object] = {}
    queue, found = [root], []
    while queue:
        item = queue.pop()
        if id(item) in seen or isinstance(item, type | types.ModuleType | types.CodeType | types.FrameType):
            continue
        seen[id(item)] = item
        if isinstance(item, str | bytes):
            found.append(item if isinstance(item, str) else item.decode("latin-1"))
        children = gc.get_referents(item)
        if isinstance(item, types.FunctionType | types.MethodType):
            children = [c for c in children if c is not getattr(item, "__globals__", None)]
        queue += children
    return "\n".join(found)


def test_from_a_session_neither_truth_nor_sealed_ai_nor_other_calls_can_be_reached(
    tmp_path: Path, clock: ManualClock
) -> None:
    with frozen(tmp_path, clock, readers=2, cases=6) as store:
        keys = store.place.keys.for_workstation()
        other = ReadingSession(store.desk("R2"))
        other.next_case()
        other.answer("rating", 77)
        other.answer("note", "canary-of-another-reader")
        other.lock()
    place = Place(tmp_path / "study", keys, tmp_path / "anchors")
    with StudyStore.open(place, clock) as store:
        session = ReadingSession(store.desk("R1"))
        session.next_case()
        assert session.view is not None
        words = reachable(session)
        assert store.place.keys.study_id in words, "the walk reaches what the desk holds"
        for secret in (TRUTH_WORD, AI_WORD, "canary-of-another-reader", "c000", "images/"):
            assert secret not in words
        with pytest.raises(KeyProblem, match="administrator"):
            open_study(store)


def test_the_study_folder_holds_neither_truth_nor_ai_nor_calls_in_clear(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=2, cases=6) as store:
        session = ReadingSession(store.desk("R1"))
        session.next_case()
        session.answer("rating", 77)
        session.answer("note", "canary-call")
        session.lock()
    data = b"".join(path.read_bytes() for path in (tmp_path / "study").rglob("*") if path.is_file())
    for secret in (TRUTH_WORD, AI_WORD, "canary-call", '"positive"', '"score":', "c003", '"sham"'):
        assert secret.encode() not in data, secret
    modes = {path.stat().st_mode & 0o077 for path in (tmp_path / "study").rglob("*")}
    assert modes == {0}


def test_a_session_that_ends_anywhere_goes_on_at_the_right_case_and_stage(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        first = ReadingSession(store.desk("R1"))
        read_case(first, clock, "R1", 0)
        view = first.next_case()
        first.answer("rating", 30)
        again = ReadingSession(store.desk("R1"))
        assert again.next_case() == first.view.__class__(**{**_fields(view), "answers": {}})
        again.answer("rating", 40)
        again.lock()
        third = ReadingSession(store.desk("R1"))
        resumed = third.next_case()
        assert resumed is not None
        assert (resumed.number, resumed.stage) == (2, Stage.FINAL)
        assert resumed.ai is not None
        assert third.progress == (1, 4)


def _fields(view: Any) -> dict[str, Any]:
    return {name: getattr(view, name) for name in view.__slots__}


def test_two_windows_of_one_reader_cannot_both_save_the_same_call(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        one, two = ReadingSession(store.desk("R1")), ReadingSession(store.desk("R1"))
        for session, rating in ((one, 10), (two, 90)):
            session.next_case()
            session.answer("rating", rating)
        one.lock()
        with pytest.raises(StoreProblem, match="recorded already"):
            two.lock()
        assert [r.answers["rating"] for r in open_study(store).readings] == [10]


def test_time_stops_in_a_pause_and_idle_time_is_kept_apart(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, kind="crossover", readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        session.next_case()
        clock.pass_time(10)
        session.event("window", center=40, width=400)
        clock.pass_time(100)
        session.event("click", x=1, y=2)
        session.pause()
        assert session.view is None
        clock.pass_time(1000)
        session.resume()
        clock.pass_time(5)
        session.answer("rating", 20)
        session.answer("rating", 30)
        session.answer("rating", 30)
        session.commit()
        contents = open_study(store).readings[0].contents
        assert (contents["active_s"], contents["idle_s"], contents["paused_s"]) == (10 + 30 + 5, 70, 1000)
        assert contents["first_click_s"] == 110
        assert contents["changes"] == {"rating": 1}
        assert [event[1] for event in contents["events"] if event[1] != "ai_shown"] == [
            "window", "click", "pause", "resume", "answer", "answer", "answer",
        ]  # fmt: skip
        kinds = [record.data["event"] for record in store.ledger.records(kind="sitting")]
        assert kinds == ["begin", "pause", "resume"]


def test_the_time_left_of_a_case_and_of_a_sitting_is_told_and_stops_in_a_pause(
    tmp_path: Path, clock: ManualClock
) -> None:
    made = plan(tmp_path / "source", kind="crossover", readers=1, cases=4)
    made = replace(made, limits=Limits(case_seconds=60, sitting_seconds=600))
    place = Place(tmp_path / "study", new_keys("test-study"), tmp_path / "anchors")
    with StudyStore.freeze(made, tmp_path / "source", place, clock) as store:
        session = ReadingSession(store.desk("R1"))
        read_case(session, clock, "R1", 0)
        session.next_case()
        clock.pass_time(70)
        session.pause()
        clock.pass_time(5000)
        view = session.resume()
        assert view is not None
        assert view.remaining_s == -10
        assert session.sitting_remaining_s == 600 - 10 - 70


def test_looking_at_the_view_is_no_sign_of_activity(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, kind="crossover", readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        session.next_case()
        for _ in range(100):
            clock.pass_time(1)
            assert session.view is not None
        session.answer("rating", 20)
        session.commit()
        contents = open_study(store).readings[0].contents
        assert (contents["active_s"], contents["idle_s"]) == (30, 70)


@pytest.mark.parametrize("jump", [-3600.0, 7200.0, 90000.0])
def test_a_jump_of_the_wall_clock_is_recorded_and_leaves_reading_time_alone(
    tmp_path: Path, clock: ManualClock, jump: float
) -> None:
    with frozen(tmp_path, clock, kind="crossover", readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        read_case(session, clock, "R1", 0)
        session.next_case()
        clock.pass_time(4)
        clock.set_wall(jump)
        clock.pass_time(4)
        session.answer("rating", 20)
        session.commit()
        contents = open_study(store).readings[-1].contents
        assert contents["clock_jumps"] == [[8, jump]]
        assert contents["active_s"] == 8
        later = ReadingSession(store.desk("R1"))
        begin = list(store.ledger.records(kind="sitting"))[-1].data
        # Saved calls carry the wall clock's time, so the next sitting can say by how much it is behind them.
        assert begin["behind_s"] == pytest.approx(max(0.0, -jump - 8))
        assert later.progress[0] == 2


def test_the_overlay_time_counts_from_showing_to_hiding(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, kind="concurrent", readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        session.next_case()
        session.event("overlay", shown=True, opacity=0.5, method="gradcam")
        clock.pass_time(6)
        session.event("overlay", shown=False)
        clock.pass_time(6)
        session.event("overlay", shown=True)
        clock.pass_time(2)
        session.answer("rating", 20)
        session.commit()
        assert open_study(store).readings[0].contents["overlay_s"] == 8


def test_an_ai_on_request_shows_only_after_the_request_is_recorded(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, kind="on-request", readers=1, cases=6) as store:
        session = ReadingSession(store.desk("R1"))
        while (view := session.next_case()) is not None and view.condition != "aided":
            session.answer("rating", 10)
            session.commit()
        assert view is not None
        assert view.ai is None
        assert view.ai_on_request
        assert not list(store.ledger.records(kind="release"))
        session.answer("rating", 10)
        assert session.request_ai().score is not None
        assert len(list(store.ledger.records(kind="release"))) == 1
        session.commit()
        events = open_study(store).readings[-1].contents["events"]
        assert [e[2]["answers"]["rating"] for e in events if e[1] == "request_ai"] == [10]


def test_a_second_period_waits_for_the_washout_unless_an_administrator_says_why(
    tmp_path: Path, clock: ManualClock
) -> None:
    with frozen(tmp_path, clock, kind="crossover", readers=2, cases=4) as store:
        for reader in ("R1", "R2"):
            session = ReadingSession(store.desk(reader))
            for number in range(4):
                read_case(session, clock, reader, number)
            with pytest.raises(WashoutProblem, match="washout is 28 days"):
                session.next_case()
        clock.pass_time(27.9 * 86400)
        with pytest.raises(WashoutProblem):
            ReadingSession(store.desk("R1")).next_case()
        with pytest.raises(StoreProblem, match="reason"):
            store.override_washout("R1", 2, " ")
        store.override_washout("R1", 2, "reader leaves the hospital")
        assert ReadingSession(store.desk("R1")).next_case() is not None
        with pytest.raises(WashoutProblem):
            ReadingSession(store.desk("R2")).next_case()
        assert [r.data["reason"] for r in open_study(store).overrides] == ["reader leaves the hospital"]
        clock.pass_time(0.2 * 86400)
        assert ReadingSession(store.desk("R2")).next_case() is not None


def test_a_correction_is_a_new_record_with_a_reason_and_the_old_one_stays(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        session.next_case()
        session.answer("rating", 10)
        locked = session.lock()
        final = session.commit()
        with pytest.raises(SessionProblem, match="reason"):
            session.correct(final, {"rating": 80}, "  ")
        fixed = session.correct(final, {"rating": 80}, "mixed up the cases")
        assert fixed.revision == 1
        with pytest.raises(StoreProblem):
            session.correct(final, {"rating": 81}, "again")
        session.correct(locked, {"rating": 85}, "after the AI")
        opened = open_study(store)
        assert [r.answers["rating"] for r in opened.readings] == [10, 10, 80, 85]
        valid = {(r.stage, r.answers["rating"]) for r in opened.valid()}
        assert valid == {(Stage.FIRST, 10), (Stage.FINAL, 80)}, "a first call made after the AI does not count"


def test_practice_cases_give_their_truth_after_the_call_and_others_never(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4, training=1) as store:
        desk = store.desk("R1")
        session = ReadingSession(desk)
        with pytest.raises(BlindingProblem):
            desk.feedback(desk.assignments[0])
        read_case(session, clock, "R1", 0)
        feedback = session.feedback()
        assert feedback is not None
        assert feedback["positive"] is True
        read_case(session, clock, "R1", 1)
        assert session.feedback() is None
        assert desk.feedback(desk.assignments[1]) is None


def test_a_call_that_could_not_be_saved_stays_and_a_retry_saves_it_once(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        session.next_case()
        session.answer("rating", 10)
        append = store.ledger.append
        with monkeypatch.context() as patch:
            patch.setattr(store.ledger, "append", lambda drafts: _fails())
            with pytest.raises(StoreProblem):
                session.lock()
        assert session.state is SessionState.FIRST
        assert session.view is not None
        assert session.view.answers == {"rating": 10}
        with monkeypatch.context() as patch:
            # The answer to the commit is lost on its way: it is on the disk, but the session cannot know.
            patch.setattr(store.ledger, "append", lambda drafts: append(drafts) and _fails())
            with pytest.raises(StoreProblem):
                session.lock()
        session.lock()
        session.answer("rating", 20)
        with monkeypatch.context() as patch:
            patch.setattr(store.ledger, "append", lambda drafts: append(drafts) and _fails())
            with pytest.raises(StoreProblem):
                session.commit()
        session.answer("rating", 25)
        session.commit()
        opened = open_study(store)
        assert [(r.revision, r.answers["rating"]) for r in opened.readings] == [(0, 10), (0, 20), (1, 25)]
        assert session.next_case() is not None


def _fails() -> Any:
    raise StoreProblem("The disk is full.", hint="Press save again.")


def test_a_pin_is_asked_for_and_tries_are_limited(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=2, cases=4) as store:
        with pytest.raises(PinProblem, match="four"):
            store.set_pin("R1", "123")
        store.set_pin("R1", "2468")
        assert store.desk("R1", "2468").reader == "R1"
        assert store.desk("R2").reader == "R2"
        with pytest.raises(PinProblem, match="missing"):
            store.desk("R1")
        for _ in range(5):
            with pytest.raises(PinProblem, match="wrong"):
                store.desk("R1", "0000")
        with pytest.raises(PinProblem, match="too often"):
            store.desk("R1", "2468")
        clock.pass_time(61)
        assert store.desk("R1", "2468").reader == "R1"
        assert b"2468" not in (tmp_path / "study/study.sqlite").read_bytes()


def test_a_frozen_plan_does_not_change_and_freezing_it_again_adds_nothing(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, cases=4) as store:
        keys, seq = store.place.keys, store.ledger.head().seq
    with frozen(tmp_path, clock, keys, cases=4) as store:
        assert store.ledger.head().seq == seq
    with pytest.raises(StoreProblem, match="another plan"):
        frozen(tmp_path, clock, keys, cases=6)


def test_an_exchanged_image_is_found(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, cases=4) as store:
        victim = next((tmp_path / "study/cases").rglob("*.bin"))
        victim.write_bytes(b"another picture")
        assert len(store.check_files()) == 1


def test_a_missing_anchor_is_said_and_a_cut_tail_is_found_by_it(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        copy = store.backup()
        session = ReadingSession(store.desk("R1"))
        read_case(session, clock, "R1", 0)
        place = store.place
    (tmp_path / "study/study.sqlite").write_bytes(copy.read_bytes())
    with StudyStore.open(place, clock) as store:
        verdict, _ = store.verify()
        assert any("cut off" in fault for fault in verdict.faults)
        place.anchor.unlink()
        verdict, notes = store.verify()
        assert verdict.whole
        assert "no anchor" in notes[0]


def test_the_files_of_the_next_case_can_be_read_ahead(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        ahead = session.upcoming()
        view = session.next_case()
        assert view is not None
        assert view.files == ahead
        assert session.upcoming() != ahead
        assert view.files[0].read_bytes().startswith(b"pixels of case")


def test_a_plan_with_shams_shows_the_opposite_and_says_so_only_in_the_sealed_schedule(
    tmp_path: Path, clock: ManualClock
) -> None:
    made = plan(tmp_path / "source", readers=1, cases=10, sham_share=0.2)
    with frozen(tmp_path, clock, readers=1, cases=10, sham_share=0.2) as store:
        session, wrong = ReadingSession(store.desk("R1")), 0
        items = {item.id: item for item in open_study(store).schedule.assignments}
        for public in store.desk("R1").assignments:
            session.next_case()
            session.answer("rating", 1)
            session.lock()
            assert session.view is not None
            ai, item = session.view.ai, items[public.id]
            assert ai is not None
            case = made.case(item.case)
            assert ai.call is (made.ai_call(case) is not item.sham)
            assert (AI_WORD in (ai.text or "")) is not item.sham
            wrong += item.sham
            session.commit()
        assert wrong == 2


def test_a_moment_reads_back_as_it_was_written(clock: ManualClock) -> None:
    from radviewer.readerstudy.clock import stamp

    assert moment(stamp(clock.utc() + timedelta(milliseconds=7))) == clock.utc() + timedelta(milliseconds=7)


def test_a_break_between_two_cases_stops_the_time_of_the_sitting_and_no_cases(
    tmp_path: Path, clock: ManualClock
) -> None:
    made = replace(plan(tmp_path / "source", readers=1, cases=4), limits=Limits(sitting_seconds=100.0))
    place = Place(tmp_path / "study", new_keys("test-study"), tmp_path / "anchors")
    with StudyStore.freeze(made, tmp_path / "source", place, clock) as store:
        session = ReadingSession(store.desk("R1"))
        read_case(session, clock, "R1", 0)
        assert session.sitting_remaining_s == 80
        session.pause()
        clock.pass_time(600)
        assert session.view is None
        assert session.resume() is None
        assert session.state is SessionState.READY
        assert session.sitting_remaining_s == 80
        assert session.next_sitting == (1, 1)
        read_case(session, clock, "R1", 1)
        assert [r.contents["paused_s"] for r in open_study(store).readings] == [0, 0, 0, 0]


def test_time_in_which_the_window_was_away_is_idle(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        session.next_case()
        clock.pass_time(5)
        session.event("focus", here=False)
        clock.pass_time(20)
        session.event("focus", here=True)
        clock.pass_time(3)
        session.touch()
        assert session.elapsed_s == 28
        session.answer("rating", 10)
        session.lock()
        [reading] = open_study(store).readings
        assert (reading.contents["active_s"], reading.contents["idle_s"]) == (8, 20)


def test_the_unblinding_is_recorded_once_with_its_reason(tmp_path: Path, clock: ManualClock) -> None:
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        assert store.unblinded is None
        with pytest.raises(StoreProblem, match="reason"):
            store.unblind(" ")
        store.unblind("all calls are made")
        store.unblind("again")
        assert store.unblinded is not None
        assert store.unblinded.data["reason"] == "all calls are made"
        assert len(list(store.ledger.records(kind="unblinding"))) == 1
        workstation = StudyStore.open(replace(store.place, keys=store.place.keys.for_workstation()), clock)
        with workstation, pytest.raises(KeyProblem):
            workstation.unblind("a reader tries")
