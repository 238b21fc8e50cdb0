"""The reading room by hand: what is shown when, what is saved when, and what the keyboard does."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from radviewer.readerstudy.desk import BlindingProblem
from radviewer.readerstudy.ledger import Draft, Record, StoreProblem
from radviewer.readerstudy.opened import OpenedStudy, open_study
from radviewer.readerstudy.public import Stage
from radviewer.readerstudy.session import SessionState
from radviewer.ui.reading.other_questions import MarksQuestion
from radviewer.ui.reading.room import ReadingRoom
from radviewer.ui.reading.sitting import Page
from tests.ui.fakes import FakeDecoder
from tests.ui.reading_study import (
    AI_WORD,
    TRUTH_WORD,
    Frozen,
    Hands,
    Key,
    freeze,
    memory_folder,
    raw_plan,
    texts_of,
)

MakeRoom = Callable[..., Hands]


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as made:
        yield made


@pytest.fixture
def make_room(qtbot: QtBot, folder: Path) -> Iterator[MakeRoom]:
    """Rooms on fakes for the decoder; afterwards no thread and no widget may be left."""
    before = {thread.name for thread in threading.enumerate()}
    rooms: list[ReadingRoom] = []
    decoders: list[FakeDecoder] = []

    def make(study: Frozen, reader: str = "R1", *, begin: bool = True, decoder: FakeDecoder | None = None,
             ledger: Any = None, pin: str | None = None, **options: Any) -> Hands:  # fmt: skip
        store = study.reader()
        if ledger is not None:
            store.ledger = ledger(store.ledger)
        used = decoder or FakeDecoder()
        decoders.append(used)
        room = ReadingRoom(store, store.desk(reader, pin), used, folder / "icons", **{"guard_ms": 0, **options})
        rooms.append(room)
        room.show()
        qtbot.waitUntil(room.isActiveWindow)
        hands = Hands(room, qtbot)
        if begin:
            hands.begin()
        return hands

    yield make
    for room in rooms:
        if isValid(room):  # else it closed itself at the end of its sitting
            room.close()
    for decoder in decoders:
        decoder.close()
    rooms.clear()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: {thread.name for thread in threading.enumerate()} <= before, timeout=10000)


def opened(study: Frozen) -> OpenedStudy:
    with study.administrator() as store:
        return open_study(store)


class SlowLedger:
    """A ledger whose disk takes its time, and at times refuses."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.go_on = threading.Event()
        self.go_on.set()
        self.refuse = False
        self.returned = 0

    def append(self, drafts: Sequence[Draft]) -> tuple[Record, ...]:
        if any(draft.kind == "reading" for draft in drafts):
            self.go_on.wait(20)
            if self.refuse:
                raise StoreProblem("The disk is full.", hint="Free some space, then press save again.")
            found: tuple[Record, ...] = self._inner.append(drafts)
            self.returned += 1
            return found
        return tuple(self._inner.append(drafts))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


# --- blinding --------------------------------------------------------------------------------------------------------


def test_nothing_of_the_ai_is_in_the_window_before_the_call_is_locked(make_room: MakeRoom, folder: Path) -> None:
    study = freeze(folder, raw_plan(ai=("score", "call", "text", "heatmap")))
    hands = make_room(study)
    room = hands.room
    for _ in range(2):
        before = texts_of(room)
        assert AI_WORD not in before
        assert not any(word in before for word in ("AI score", "AI: positive", "AI: negative", "Grad-CAM"))
        assert room.board.drawing.map is None
        assert room.board.active.view.pane.overlay is None
        hands.press(Key.Key_G)
        hands.press(Key.Key_A)
        assert room.board.active.view.pane.overlay is None, "no key shows it early"
        hands.rate(30)
        hands.enter()
        after = texts_of(room)
        assert AI_WORD in after
        assert "AI score" in after
        assert room.board.active.view.pane.overlay is not None
        hands.enter()
        hands.at_case()


def test_truth_names_and_files_are_nowhere_in_the_window(make_room: MakeRoom, folder: Path) -> None:
    hands = make_room(freeze(folder, raw_plan(training=1, design={"feedback": False})))
    for _ in range(3):
        said = texts_of(hands.room)
        for word in (TRUTH_WORD, "c000", "SECRET", "00000", ".png", "A test of the room", "R1"):
            assert word not in said
        hands.rate(60)
        hands.enter()
        hands.enter()
        hands.at_case()
    assert hands.room.windowTitle() == "radviewer"


def test_the_readers_store_has_no_private_key_and_opens_no_call(make_room: MakeRoom, folder: Path) -> None:
    from radviewer.readerstudy.keys import KeyProblem

    hands = make_room(freeze(folder, raw_plan()))
    store = hands.room.driver._store
    assert store.place.keys.private is None
    with pytest.raises(KeyProblem):
        open_study(store)


def test_nothing_but_the_ai_changes_on_the_screen_when_the_call_is_locked(make_room: MakeRoom, folder: Path) -> None:
    hands = make_room(freeze(folder, raw_plan(ai=("score", "call", "text", "heatmap"))))
    room = hands.room
    hands.press(Key.Key_Plus)
    hands.press(Key.Key_I)
    hands.rate(80)
    panel = room.panel
    QApplication.processEvents()
    places = {part: part.geometry() for part in (room.board, panel.questions, panel.go, panel.ai, panel.place)}
    pane = room.board.active.view.pane
    hands.enter()
    QApplication.processEvents()
    assert {part: part.geometry() for part in places} == places
    after = room.board.active.view.pane
    assert (after.voi, after.invert, after.viewport, after.index) == (pane.voi, pane.invert, pane.viewport, pane.index)
    assert after.prepared is pane.prepared
    assert room.panel.questions.widgets["rating"].value == 80


def test_each_case_shows_the_type_of_overlay_that_was_dealt_to_it(make_room: MakeRoom, folder: Path) -> None:
    raw = raw_plan(cases=6, ai=("score", "heatmap"))
    del raw["conditions"][1]["method"]
    raw["conditions"][1]["overlays"] = ["gradcam", "none", "other-case:gradcam"]
    study = freeze(folder, raw)
    hands = make_room(study)
    room, shown = hands.room, []
    for _ in range(6):
        hands.rate(30)
        hands.enter()
        said = texts_of(room)
        assert "other-case" not in said
        assert ("Grad-CAM" in said) is (room.board.active.view.pane.overlay is not None)
        shown.append(room.board.active.view.pane.overlay is not None)
        hands.rate(40)
        hands.enter()
        if len(shown) < 6:
            hands.at_case()
    found = opened(study)
    dealt = [item.overlay for item in found.schedule.assignments]
    assert sorted(dealt) == sorted(["gradcam", "none", "other-case:gradcam"] * 2)
    assert shown == [name != "none" for name in dealt]
    logged = {
        reading.assignment.overlay: {event[1] for event in reading.contents["events"]}
        for reading in found.readings
        if reading.stage is Stage.FINAL
    }
    assert "overlay" in logged["gradcam"]
    assert "overlay" in logged["other-case:gradcam"]
    assert "overlay" not in logged["none"]


def test_on_request_the_ai_comes_when_it_is_asked_for(make_room: MakeRoom, folder: Path) -> None:
    study = freeze(folder, raw_plan(kind="on-request", design={"interleave": True}))
    hands = make_room(study)
    asked = 0
    for number in range(4):
        view = hands.room.flow.view
        assert view is not None
        assert AI_WORD not in texts_of(hands.room)
        if view.ai_on_request:
            hands.press(Key.Key_A)
            hands.settle()
            assert AI_WORD in texts_of(hands.room)
            asked += 1
        hands.rate(10)
        hands.enter()
        (hands.at_case if number < 3 else lambda: hands.at(Page.BREAK))()
    assert asked > 0
    kinds = [[event[1] for event in reading.contents["events"]] for reading in opened(study).readings]
    assert sum("request_ai" in found for found in kinds) == asked


def test_the_reading_programs_desk_gives_no_ai_of_this_or_a_later_case_before_its_time(
    make_room: MakeRoom, folder: Path
) -> None:
    hands = make_room(freeze(folder, raw_plan()))
    desk = hands.room.driver._desk
    for item in desk.assignments:
        with pytest.raises(BlindingProblem):
            desk.release(item)
        with pytest.raises(BlindingProblem):
            desk.feedback(item)
    hands.rate(10)
    hands.enter()
    for item in desk.assignments[1:]:
        with pytest.raises(BlindingProblem):
            desk.release(item)


@pytest.mark.parametrize("size", [(1366, 768), (1024, 1280)])
def test_all_questions_are_on_the_screen_without_scrolling(
    make_room: MakeRoom, folder: Path, qtbot: QtBot, size: tuple[int, int]
) -> None:
    questions = [
        {"name": "rating", "kind": "rating", "text": "How likely is it?"},
        {"name": "call", "kind": "binary", "threshold_of": "rating", "threshold": 50, "text": "Report it?"},
        {"name": "place", "kind": "marks", "text": "Where is it?", "required": False},
    ]
    hands = make_room(freeze(folder, raw_plan(questions=questions)))
    hands.room.resize(*size)
    panel = hands.room.panel
    qtbot.waitUntil(lambda: hands.room.height() == size[1] and not panel.questions.verticalScrollBar().isVisible())
    gap = panel.go.y() - panel.questions.geometry().bottom()
    assert 0 < gap < 100, "the button is near the questions"


# --- saving ----------------------------------------------------------------------------------------------------------


def test_a_page_is_as_high_as_its_words(make_room: MakeRoom, folder: Path) -> None:
    """A short page after a long one must not keep the long one's height."""
    hands = make_room(freeze(folder, raw_plan()), begin=False)
    page = hands.room.message
    long = page.words.height()
    hands.begin()
    hands.press(Key.Key_P)
    hands.at(Page.PAUSED)
    assert page.words.height() < long / 3
    assert page.words.height() >= page.words.fontMetrics().lineSpacing() - 2


def test_saved_is_said_only_after_the_ledger_has_returned(make_room: MakeRoom, folder: Path, qtbot: QtBot) -> None:
    ledgers: list[SlowLedger] = []

    def slow(inner: Any) -> SlowLedger:
        ledgers.append(SlowLedger(inner))
        return ledgers[0]

    study = freeze(folder, raw_plan())
    hands = make_room(study, ledger=slow)
    # The desk was made before the ledger was replaced: give it the slow one too.
    ledger = ledgers[0]
    hands.rate(30)
    ledger.go_on.clear()
    hands.press(Key.Key_Return)
    qtbot.wait(150)
    saved = hands.room.panel.saved.text()
    assert saved == "Saving ..."
    assert ledger.returned == 0
    assert AI_WORD not in texts_of(hands.room)
    hands.type("99")  # nothing that is entered meanwhile reaches the locked call
    ledger.go_on.set()
    hands.settle()
    assert hands.room.panel.saved.text().startswith("Saved ")
    assert ledger.returned == 1
    assert [reading.answers["rating"] for reading in opened(study).readings] == [30]


def test_a_call_that_was_not_saved_stays_on_the_screen_and_can_be_saved_again(
    make_room: MakeRoom, folder: Path
) -> None:
    ledgers: list[SlowLedger] = []

    def refusing(inner: Any) -> SlowLedger:
        ledgers.append(SlowLedger(inner))
        return ledgers[0]

    study = freeze(folder, raw_plan())
    hands = make_room(study, ledger=refusing)
    hands.rate(42)
    ledgers[0].refuse = True
    hands.enter()
    panel = hands.room.panel
    assert panel.saved.text() == "Not saved"
    assert panel.questions.widgets["call"].hasFocus(), "the keyboard is where it was"
    assert "The disk is full" in panel.message.text()
    assert panel.questions.widgets["rating"].value == 42
    assert AI_WORD not in texts_of(hands.room)
    ledgers[0].refuse = False
    hands.enter()
    assert panel.saved.text().startswith("Saved ")
    assert [reading.answers["rating"] for reading in opened(study).readings] == [42]


def test_a_call_is_not_locked_before_it_is_answered_nor_before_the_image_was_seen(
    make_room: MakeRoom, folder: Path, qtbot: QtBot
) -> None:
    decoder = FakeDecoder()
    decoder.hold()
    hands = make_room(freeze(folder, raw_plan()), begin=False, decoder=decoder)
    room = hands.room
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: room.page is Page.CASE)
    hands.rate(50)
    hands.press(Key.Key_Return)
    assert "not on the screen yet" in room.panel.message.text()
    assert room.driver.state is SessionState.FIRST
    decoder.release()
    hands.at_case()
    rating = room.panel.questions.widgets["rating"]
    rating.setFocus()
    hands.press(Key.Key_Backspace)
    hands.enter()
    assert room.driver.state is SessionState.FIRST
    assert "answer this first" in rating.note.text()
    assert rating.hasFocus()


def test_a_held_or_doubled_enter_saves_no_call_that_nobody_has_looked_at(
    make_room: MakeRoom, folder: Path, qtbot: QtBot
) -> None:
    study = freeze(folder, raw_plan())
    hands = make_room(study, guard_ms=300)
    qtbot.wait(350)
    hands.rate(30)
    hands.enter()
    hands.press(Key.Key_Return)
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    qtbot.wait(350)
    QApplication.sendEvent(hands.room, held)
    hands.settle()
    assert [reading.stage for reading in opened(study).readings] == [Stage.FIRST]
    hands.enter()
    assert [reading.stage for reading in opened(study).readings] == [Stage.FIRST, Stage.FINAL]


def test_the_sitting_ends_with_a_copy_of_the_store(make_room: MakeRoom, folder: Path) -> None:
    study = freeze(folder, raw_plan(cases=2))
    hands = make_room(study)
    for _ in range(2):
        hands.at_case()
        hands.rate(20)
        hands.enter()
        hands.enter()
    hands.at(Page.DONE)
    assert "You have read all cases" in hands.room.message.words.text()
    hands.press(Key.Key_Return)
    hands.at(Page.END)
    assert "2 of 2 readings are saved" in hands.room.message.words.text()
    [copy] = (study.folder / "backups").iterdir()
    assert copy.name in hands.room.message.words.text()
    hands.press(Key.Key_Return)
    assert not isValid(hands.room) or not hands.room.isVisible()


# --- time ------------------------------------------------------------------------------------------------------------


def test_a_pause_stops_the_time_and_hides_the_case(make_room: MakeRoom, folder: Path) -> None:
    study = freeze(folder, raw_plan())
    clock: Any = study.clock
    hands = make_room(study)
    room = hands.room
    hands.rate(30)
    clock.pass_time(5)
    hands.press(Key.Key_P)
    hands.at(Page.PAUSED)
    assert not room.board.isVisible()
    assert not room.panel.isVisible()
    clock.pass_time(600)
    hands.press(Key.Key_Return)
    hands.at_case()
    clock.pass_time(2)
    room._show_time()
    assert room.panel.time.text() == "00:07"
    assert room.panel.questions.widgets["rating"].value == 30
    hands.enter()
    [reading] = opened(study).readings
    assert (reading.contents["active_s"], reading.contents["idle_s"], reading.contents["paused_s"]) == (7, 0, 600)


def test_after_a_time_without_input_the_room_is_locked_until_the_pin_is_right(
    make_room: MakeRoom, folder: Path, qtbot: QtBot
) -> None:
    study = freeze(folder, raw_plan())
    with study.administrator() as store:
        store.set_pin("R1", "2468")
    hands = make_room(study, pin="2468")
    room = hands.room
    room._lock.timeout.emit()  # the time has passed; a short one would come before a slow machine has the first image
    qtbot.waitUntil(lambda: room.page is Page.PAUSED and not room.driver.busy, timeout=10000)
    assert room.message.title.text() == "Locked"
    assert not room.board.isVisible()
    hands.type("1111")
    hands.enter()
    assert room.page is Page.PAUSED
    assert "wrong" in room.message.problem.text()
    assert not room.message.first.isEnabled(), "the next try has to wait"
    qtbot.waitUntil(room.message.first.isEnabled, timeout=5000)
    hands.type("2468")
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: room.page is Page.CASE, timeout=10000)
    with study.administrator() as store:
        assert len(list(store.ledger.records(kind="pin-failure"))) == 1
    assert room._lock.isActive(), "it runs on"
    hands.at_case()
    room._lock.timeout.emit()
    qtbot.waitUntil(lambda: room.page is Page.PAUSED and not room.driver.busy, timeout=10000)
    assert room.message.title.text() == "Locked", "and locks a second time"


def test_input_in_the_room_and_no_other_holds_off_the_lock_and_counts_as_work(
    make_room: MakeRoom, folder: Path, qtbot: QtBot
) -> None:
    study = freeze(folder, raw_plan())
    clock: Any = study.clock
    hands = make_room(study)
    room = hands.room
    room._since_touch.invalidate()
    room._lock.setTimerType(Qt.TimerType.PreciseTimer)
    centre = QPoint(room.width() // 2, room.height() // 2)
    acts: tuple[Callable[[], Any], ...] = (
        lambda: QTest.keyClick(room.windowHandle(), Key.Key_Shift),
        lambda: QTest.mouseMove(room.windowHandle(), centre),
        lambda: QTest.mouseClick(room.windowHandle(), Qt.MouseButton.RightButton, pos=QPoint(3, 3)),
    )
    for act in acts:
        room._lock.start(100_000)
        qtbot.wait(60)
        act()
        qtbot.waitUntil(lambda: room._lock.remainingTime() > 99_980)
        room._since_touch.invalidate()
        clock.pass_time(25)  # less than the 30 that count as idle, from one input to the next
    hands.rate(30)
    hands.enter()
    [reading] = opened(study).readings
    assert (reading.contents["active_s"], reading.contents["idle_s"]) == (75, 0)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    room._lock.start(100_000)
    qtbot.wait(60)
    QTest.mouseClick(other.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    qtbot.wait(20)
    assert room._lock.remainingTime() <= 99_950


def test_time_limits_are_shown_and_a_break_is_advised_when_the_sitting_is_over(
    make_room: MakeRoom, folder: Path
) -> None:
    limits = {"case_seconds": 60.0, "sitting_seconds": 100.0}
    study = freeze(folder, raw_plan(limits=limits))
    clock: Any = study.clock
    hands = make_room(study)
    clock.pass_time(75)
    hands.room._show_time()
    assert hands.room.panel.time.text() == "01:15 / 01:00"
    assert hands.room.panel.time.property("role") == "caution"
    assert hands.room.panel.sitting.text() == "00:25 left"
    hands.rate(30)
    hands.enter()
    clock.pass_time(75)
    hands.enter()
    hands.at(Page.BREAK)
    assert "break is advised" in hands.room.message.words.text()
    clock.pass_time(300)
    hands.press(Key.Key_Return)
    hands.at_case()
    assert hands.room.flow.view is not None
    assert hands.room.flow.view.number == 2
    assert hands.room.driver.sitting_remaining_s == -50


def test_the_washout_is_told_and_nothing_of_the_next_period_is_shown(make_room: MakeRoom, folder: Path) -> None:
    study = freeze(folder, raw_plan(kind="crossover", cases=2))
    hands = make_room(study)
    for _ in range(2):
        hands.at_case()
        hands.rate(20)
        hands.enter()
    hands.at(Page.BREAK)
    assert "washout of 28 days" in hands.room.message.words.text()
    hands.press(Key.Key_Return)
    hands.at(Page.TROUBLE)
    assert "washout is 28 days" in hands.room.message.words.text()
    assert hands.room.flow.view is None
    assert hands.room.message.title.text() == "Not yet"


# --- practice --------------------------------------------------------------------------------------------------------


def test_a_practice_case_shows_its_truth_after_the_call_and_waits(make_room: MakeRoom, folder: Path) -> None:
    hands = make_room(freeze(folder, raw_plan(training=1)))
    panel = hands.room.panel
    assert panel.practice.isVisible()
    hands.rate(90)
    hands.enter()
    assert "truth" not in panel.message.text()
    hands.enter()
    assert panel.message.text() == "Practice. The truth: positive. Your call was right."
    assert hands.room.page is Page.CASE
    hands.enter()
    hands.at_case()
    assert not panel.practice.isVisible()
    assert panel.message.text() == ""


# --- what is recorded -------------------------------------------------------------------------------------------------


def events_of(study: Frozen, stage: Stage) -> list[tuple[str, dict[str, Any]]]:
    [reading] = [found for found in opened(study).readings if found.stage is stage]
    return [(kind, facts) for _, kind, facts in reading.contents["events"]]


def test_window_zoom_overlay_and_focus_are_in_the_log(make_room: MakeRoom, folder: Path, qtbot: QtBot) -> None:
    study = freeze(folder, raw_plan(ai=("heatmap", "contour")))
    hands = make_room(study)
    hands.press(Key.Key_I)
    hands.press(Key.Key_Plus)
    hands.press(Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    hands.rate(30)
    hands.enter()
    first = events_of(study, Stage.FIRST)
    windows = [facts for kind, facts in first if kind == "window"]
    assert windows[0]["invert"] is False
    assert windows[-1]["invert"] is True
    assert windows[-1]["width"] > windows[0]["width"]
    assert [facts["scale"] for kind, facts in first if kind == "zoom"][-1] > 1
    assert not any(kind == "overlay" for kind, _ in first)
    hands.press(Key.Key_G)
    qtbot.wait(200)
    hands.press(Key.Key_G)
    qtbot.wait(200)
    hands.press(Key.Key_BracketRight)
    qtbot.wait(200)
    hands.press(Key.Key_C)
    hands.enter()
    overlays = [facts for kind, facts in events_of(study, Stage.FINAL) if kind == "overlay"]
    assert [facts["shown"] for facts in overlays] == [True, False, True, True, True]
    assert {facts["method"] for facts in overlays} == {"gradcam"}
    assert overlays[-2]["opacity"] == pytest.approx(overlays[0]["opacity"] + 0.1)
    assert (overlays[-2]["draw"], overlays[-1]["draw"]) == ("fill", "contour")


def test_digits_that_make_one_number_are_one_answer_and_a_new_number_is_a_change_of_mind(
    make_room: MakeRoom, folder: Path
) -> None:
    study = freeze(folder, raw_plan())
    hands = make_room(study)
    hands.rate(75)
    hands.room.panel.questions.focus_first()
    hands.rate(20)
    hands.enter()
    answers = [facts["value"] for kind, facts in events_of(study, Stage.FIRST) if kind == "answer"]
    assert answers == [75, 20]
    [reading] = opened(study).readings
    assert reading.contents["changes"] == {"rating": 1}
    display = reading.contents["display"]
    assert display["pixels"]
    assert display["bits"] > 0
    assert display["room"] == [hands.room.width(), hands.room.height()]


def test_the_display_and_an_entered_luminance_are_stored_with_the_call(make_room: MakeRoom, folder: Path) -> None:
    study = freeze(folder, raw_plan())
    hands = make_room(study, begin=False)
    hands.room.message.entry.setText("much")
    hands.press(Key.Key_Return)
    assert "number" in hands.room.message.problem.text()
    hands.room.message.entry.setText("412,5")
    hands.begin()
    hands.rate(1)
    hands.enter()
    [reading] = opened(study).readings
    assert reading.contents["display"]["luminance_cd_m2"] == 412.5


# --- keyboard and marks ----------------------------------------------------------------------------------------------

ALL_KINDS: list[dict[str, Any]] = [
    {"name": "rating", "kind": "rating"},
    {"name": "grade", "kind": "ordinal", "choices": ["none", "mild", "severe"]},
    {"name": "call", "kind": "binary"},
    {"name": "label", "kind": "label", "choices": ["nodule", "mass"]},
    {"name": "sure", "kind": "confidence", "high": 10.0},
    {"name": "place", "kind": "marks", "most": 2},
    {"name": "words", "kind": "text", "required": False},
]


def test_every_kind_of_question_is_answered_by_keys_alone(make_room: MakeRoom, folder: Path) -> None:
    study = freeze(folder, raw_plan(questions=ALL_KINDS))
    hands = make_room(study)
    hands.rate(66)
    hands.rate(3)
    hands.press(Key.Key_N)
    hands.press(Key.Key_Tab)
    hands.rate(2)
    hands.rate(7)
    hands.press(Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    hands.press(Key.Key_Right)
    hands.press(Key.Key_K)
    hands.type("55")
    hands.press(Key.Key_Tab)
    hands.type("SPUR")
    hands.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.settle()
    [reading] = opened(study).readings
    answers = dict(reading.answers)
    [mark] = answers.pop("place")
    assert answers == {"rating": 66, "grade": 3, "call": False, "label": "mass", "sure": 7, "words": "spur"}
    # The fake decoder's image is 64 x 96: from its middle ten steps up and one to the right, counted from the centre
    # of the first pixel.
    assert mark == {"x": 48 + 1 - 0.5, "y": 32 - 10 - 0.5, "image": 0, "frame": 0, "rating": 55}


def test_a_click_marks_a_second_one_on_it_takes_it_away_and_a_drag_does_neither(
    make_room: MakeRoom, folder: Path
) -> None:
    questions = [{"name": "rating", "kind": "rating"}, {"name": "place", "kind": "marks", "most": 2}]
    study = freeze(folder, raw_plan(questions=questions))
    hands = make_room(study)
    room = hands.room
    view = room.board.active.view
    marks = room.panel.questions.marks()
    assert isinstance(marks, MarksQuestion)
    placed = view.placement
    assert placed is not None
    x, y = placed.to_screen(20.5, 30.5)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    [mark] = marks.marks
    assert (mark["x"], mark["y"]) == (pytest.approx(30, abs=0.2), pytest.approx(20, abs=0.2))
    [drawn] = view.marks.marks
    assert (drawn.row, drawn.column, drawn.name) == (mark["y"] + 0.5, mark["x"] + 0.5, "1")
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(view.viewport(), QPoint(340, 300))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(340, 300))
    assert len(marks.marks) == 1
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert marks.marks == ()
    assert marks.value == [], "nothing to mark is an answer"
    hands.rate(5)
    hands.enter()
    [reading] = opened(study).readings
    assert reading.answers["place"] == []
    kinds = [event[1] for event in reading.contents["events"]]
    assert kinds.count("click") == 2
    assert kinds.count("mark") == 2


def test_a_window_that_the_plan_locks_stays(make_room: MakeRoom, folder: Path) -> None:
    viewing = {"window_center": 100.0, "window_width": 50.0, "window_locked": True}
    hands = make_room(freeze(folder, raw_plan(viewing=viewing)))
    pane = hands.room.board.active
    for key, modifier in (
        (Key.Key_1, Qt.KeyboardModifier.ControlModifier),
        (Key.Key_0, Qt.KeyboardModifier.ControlModifier),
        (Key.Key_Right, Qt.KeyboardModifier.AltModifier),
    ):
        hands.press(key, modifier)
    facts = pane.window_facts()
    assert (facts["center"], facts["width"]) == (100, 50)


# --- resuming ---------------------------------------------------------------------------------------------------------


def test_a_closed_room_goes_on_at_the_same_case_with_the_ai_shown(make_room: MakeRoom, folder: Path) -> None:
    study = freeze(folder, raw_plan())
    hands = make_room(study)
    hands.rate(30)
    hands.enter()
    hands.enter()
    hands.at_case()
    hands.rate(70)
    hands.enter()
    hands.room.close()
    again = make_room(study)
    view = again.room.flow.view
    assert view is not None
    assert (view.number, view.stage) == (2, Stage.FINAL)
    assert AI_WORD in texts_of(again.room)
    assert again.room.panel.questions.widgets["rating"].value is None, "locked answers cannot be read again"


def test_the_next_case_is_decoded_before_it_is_opened(make_room: MakeRoom, folder: Path, qtbot: QtBot) -> None:
    decoder = FakeDecoder()
    hands = make_room(freeze(folder, raw_plan()), decoder=decoder)
    qtbot.waitUntil(lambda: hands.room.loader.quiet and len({ref.path for ref, _ in decoder.asked}) == 2)
    asked = len(decoder.asked)
    hands.rate(10)
    hands.enter()
    hands.press(Key.Key_Return)
    hands.at_case()
    assert hands.room.board.ready
    shown = hands.room.board.active.ref
    assert shown is not None
    assert shown.path in {ref.path for ref, _ in decoder.asked[:asked]}, "it was asked for before"
