"""A reader corrects an earlier call through the window: what is shown again, what is saved, what is marked."""

from __future__ import annotations

from pathlib import Path

from radviewer.readerstudy.public import Stage
from radviewer.ui.reading.other_questions import MarksQuestion
from radviewer.ui.reading.pages import Page
from tests.ui.reading_study import AI_WORD, TRUTH_WORD, Hands, Key, freeze, raw_plan, texts_of
from tests.ui.test_reading_room import MakeRoom, folder, make_room, opened

__all__ = ["folder", "make_room"]


def look_back(hands: Hands) -> None:
    """From a pause to the list of earlier calls."""
    hands.room.message.more.click()
    hands.at(Page.CORRECTION)


def choose(hands: Hands, row: int) -> None:
    """A line of the list, by keyboard, with the image of its case."""
    calls = hands.room.correction.calls
    calls.setFocus()
    calls.setCurrentRow(row)
    hands.press(Key.Key_Return)
    hands.settle()
    hands._qtbot.waitUntil(lambda: hands.room.correction.board.ready, timeout=15000)


def read_one(hands: Hands, first: int, last: int) -> None:
    hands.at_case()
    hands.rate(first)
    hands.enter()
    hands.rate(last)
    hands.enter()


def test_a_call_is_corrected_by_keyboard_in_a_pause_and_the_open_case_goes_on(
    make_room: MakeRoom, folder: Path
) -> None:
    study = freeze(folder, raw_plan())
    hands = make_room(study)
    room = hands.room
    read_one(hands, 30, 90)
    hands.at_case()
    hands.type("7")
    hands.press(Key.Key_P)
    hands.at(Page.PAUSED)
    look_back(hands)
    assert [room.correction.calls.item(i).text()[:20] for i in range(2)] == [
        "Case 1, last call, w",
        "Case 1, unaided call",
    ]
    choose(hands, 0)
    hands.press(Key.Key_Return)
    assert "answer this first" in texts_of(room.correction), "nothing is taken over from the sealed call"
    hands.rate(9)
    room.correction.reason.setFocus()
    hands.press(Key.Key_Return)
    assert "needs a reason" in room.correction.message.text()
    room.correction.reason.setText("typed 90 for 9")
    hands.press(Key.Key_Return)
    hands.settle()
    assert "is saved" in room.correction.message.text()
    assert "corrected" in room.correction.calls.item(0).text()
    hands.press(Key.Key_Escape)
    hands.at(Page.PAUSED)
    hands.press(Key.Key_Return)
    hands.at_case()
    assert room.panel.questions.widgets["rating"].value == 7, "what was entered for the open case is kept"
    found = opened(study)
    kept = [(r.stage, r.revision, r.answers["rating"], r.reason) for r in found.readings]
    assert kept == [(Stage.FIRST, 0, 30, ""), (Stage.FINAL, 0, 90, ""), (Stage.FINAL, 1, 9, "typed 90 for 9")]
    assert {(r.stage, r.answers["rating"]) for r in found.valid()} == {(Stage.FIRST, 30), (Stage.FINAL, 9)}


def test_the_ai_is_on_the_page_only_where_it_was_when_the_call_was_made(make_room: MakeRoom, folder: Path) -> None:
    study = freeze(folder, raw_plan(ai=("score", "call", "text", "heatmap")))
    hands = make_room(study)
    room = hands.room
    read_one(hands, 30, 60)
    hands.at_case()
    hands.press(Key.Key_P)
    hands.at(Page.PAUSED)
    look_back(hands)
    choose(hands, 0)
    assert AI_WORD in texts_of(room.correction)
    assert room.correction.board.active.view.pane.overlay is not None
    assert not room.correction.late.isVisible()
    choose(hands, 1)
    said = texts_of(room.correction)
    assert AI_WORD not in said
    assert TRUTH_WORD not in said
    assert room.correction.board.active.view.pane.overlay is None
    assert room.correction.late.isVisible(), "a first call that is changed after the AI is marked"
    hands.type("44")
    room.correction.reason.setText("saw it only with the AI")
    room.correction.submit()
    hands.settle()
    found = opened(study)
    assert [r.answers["rating"] for r in found.valid() if r.stage is Stage.FIRST] == [30]
    with study.administrator() as store:
        [record] = store.ledger.records(kind="correction")
        assert record.data["after_ai"] is True


def test_the_last_call_of_all_can_be_corrected_before_the_sitting_ends(make_room: MakeRoom, folder: Path) -> None:
    study = freeze(folder, raw_plan(kind="crossover", cases=2, design={"washout_days": 0}))
    hands = make_room(study)
    for number in range(4):
        hands.at_case()
        hands.rate(20 + number)
        hands.enter()
        if number == 1:
            hands.at(Page.BREAK)
            assert hands.room.message.more.isVisible()
            hands.press(Key.Key_Return)
    hands.at(Page.DONE)
    look_back(hands)
    assert hands.room.correction.calls.count() == 2, "only the period that was read last"
    choose(hands, 0)
    hands.type("88")
    hands.room.correction.reason.setText("slip")
    hands.room.correction.submit()
    hands.settle()
    hands.press(Key.Key_Escape)
    hands.at(Page.DONE)
    hands.press(Key.Key_Return)
    hands.at(Page.END)
    assert sorted(r.answers["rating"] for r in opened(study).valid()) == [20, 21, 22, 88]


def test_a_lock_takes_the_case_off_the_correction_page_and_asks_for_the_pin(make_room: MakeRoom, folder: Path) -> None:
    study = freeze(folder, raw_plan())
    with study.administrator() as store:
        store.set_pin("R1", "2468")
    hands = make_room(study, pin="2468")
    room = hands.room
    read_one(hands, 30, 60)
    hands.at_case()
    hands.press(Key.Key_P)
    hands.at(Page.PAUSED)
    look_back(hands)
    choose(hands, 0)
    room.sitting.pause(lock=True)
    assert room.page is Page.PAUSED
    assert room.correction.board.active.view.pane.prepared is None
    room.message.more.click()
    assert room.page is Page.PAUSED, "corrections are behind the PIN too"
    assert "PIN" in room.message.problem.text()


def test_marks_are_corrected_on_the_image(make_room: MakeRoom, folder: Path) -> None:
    questions = [{"name": "rating", "kind": "rating"}, {"name": "places", "kind": "marks", "required": False}]
    study = freeze(folder, raw_plan(questions=questions))
    hands = make_room(study)
    room = hands.room
    read_one(hands, 30, 60)
    hands.at_case()
    hands.press(Key.Key_P)
    hands.at(Page.PAUSED)
    look_back(hands)
    choose(hands, 0)
    hands.type("61")
    room.correction.board._mark(room.correction.board.active, 12.0, 20.0)
    marks = next(w for w in room.correction.questions.widgets.values() if isinstance(w, MarksQuestion))
    assert len(marks.value) == 1
    room.correction.reason.setText("forgot the mark")
    room.correction.submit()
    hands.settle()
    final = next(r for r in opened(study).valid() if r.stage is Stage.FINAL)
    assert [(m["x"], m["y"]) for m in final.answers["places"]] == [(19.5, 11.5)]
