"""The side-by-side view shows the calls that were made, links its parts, and plays a reading back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from radviewer.readerstudy.case_files import with_hashes
from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.comparison import Change
from radviewer.readerstudy.keys import new_keys
from radviewer.readerstudy.plan_file import parse_plan
from radviewer.readerstudy.session import ReadingSession
from radviewer.readerstudy.study_store import Place, StudyStore
from radviewer.ui.sidebyside.side_by_side_window import SideBySideWindow
from radviewer.ui.theme import Theme
from radviewer.workbench.settings import ThemeName
from radviewer.workbench.side_by_side import side_by_side
from tests.ui.fakes import FakeDecoder
from tests.unit.readerstudy.building import raw_plan
from tests.unit.readerstudy.reading import frozen


def read(store, clock: ManualClock, reader: str, ratings: list[tuple[int, int]]) -> None:
    session = ReadingSession(store.desk(reader))
    for first, final in ratings:
        session.next_case()
        clock.pass_time(10)
        session.event("window", center=100.0, width=300.0)
        session.answer("rating", first)
        session.lock()
        clock.pass_time(5)
        session.event("overlay", shown=True, opacity=0.3, method="gradcam")
        clock.pass_time(5)
        session.answer("rating", final)
        session.commit()
    session.close()


@pytest.fixture
def window(qtbot, tmp_path: Path):
    clock = ManualClock()
    with frozen(tmp_path, clock, readers=2, cases=8) as store:
        read(store, clock, "R1", [(10, 90)] * 8)  # always switches to positive
        read(store, clock, "R2", [(80, 80)] * 8)  # never switches
        material = side_by_side(store)
    made = SideBySideWindow(material, FakeDecoder(), Theme(ThemeName.DARK))
    made.setFont(QFont())
    qtbot.addWidget(made)
    made.show()
    return made


def cell(window: SideBySideWindow, row: int, title: str) -> str:
    model = window.reader_table.model()
    titles = [model.headerData(k, Qt.Orientation.Horizontal) for k in range(model.columnCount())]
    return model.index(row, titles.index(title)).data()


def test_harmful_cases_come_first_with_the_readers_who_changed(window: SideBySideWindow) -> None:
    rows = window.cases.rows
    harmful = [row.count(Change.HARMFUL) for row in rows]
    assert harmful == [1, 1, 1, 1, 0, 0, 0, 0]  # the four negative cases
    assert all(not row.truth for row in rows[:4])
    assert [pair.reader for pair in window.readers.rows] == ["R1", "R2"]
    assert (cell(window, 0, "Without AI"), cell(window, 0, "With AI")) == ("10 \N{MINUS SIGN}", "90 +")
    assert cell(window, 0, "Outcome") == "switched, wrong"
    assert cell(window, 1, "Outcome") == "kept, wrong"
    assert (cell(window, 0, "Time without"), cell(window, 0, "Time with")) == ("0:10", "0:10")
    assert cell(window, 0, "Overlay shown") == "0:05"


def test_a_chosen_reader_filters_tables_and_plots_alike(window: SideBySideWindow) -> None:
    window.filters.choose_reader("R2")
    assert {pair.reader for row in window.cases.rows for pair in row.pairs} == {"R2"}
    assert sum(row.count for row in window.patterns.rows) == 8
    assert window.filters.count.text().startswith("8 of 16 pairs")
    window.filters.reset()
    assert sum(row.count for row in window.patterns.rows) == 16


def test_types_of_overlay_are_named_and_filtered_where_they_were_dealt(qtbot, tmp_path: Path) -> None:
    clock, source, raw = ManualClock(), tmp_path / "source", raw_plan(readers=2, cases=8)
    raw["conditions"][1] |= {"ai": ["score", "heatmap"], "overlays": ["gradcam", "none", "other-case:gradcam"]}
    (source / "images").mkdir(parents=True)
    for k, case in enumerate(raw["cases"]):
        (source / f"images/{k}.bin").write_bytes(b"pixels %d" % k)
        np.save(source / f"{k}.npy", np.full((4, 4), k / 10, np.float32))
        case["ai"]["maps"] = [{"method": "gradcam", "file": f"{k}.npy"}]
    plan = with_hashes(parse_plan(raw, source), source)
    place = Place(tmp_path / "study", new_keys(plan.study.id), tmp_path / "keys")
    with StudyStore.freeze(plan, source, place, clock) as store:
        for reader in ("R1", "R2"):
            read(store, clock, reader, [(10, 90)] * 8)
        material = side_by_side(store)
    window = SideBySideWindow(material, FakeDecoder(), Theme(ThemeName.DARK))
    qtbot.addWidget(window)
    window.show()
    assert window.filters.overlay.isVisible()
    box = window.filters.overlay
    assert [box.itemText(i) for i in range(box.count())] == ["All overlays", "gradcam", "none", "other-case:gradcam"]
    for name in ("gradcam", "none", "other-case:gradcam"):
        box.setCurrentIndex(box.findData(name))
        pairs = [pair for row in window.cases.rows for pair in row.pairs]
        assert len(pairs) == sum(pair.overlay == name for pair in material.pairs) > 0
        assert cell(window, 0, "Condition") == f"aided ({name})"
        assert f"overlay dealt: {name}" in window.pane.advice.text()
        assert ("map of another case" in window.pane.advice.text()) is (name == "other-case:gradcam")
    window.filters.reset()
    assert len([pair for row in window.cases.rows for pair in row.pairs]) == 16


def test_without_dealt_types_there_is_no_filter_for_them(window: SideBySideWindow) -> None:
    assert not window.filters.overlay.isVisible()


def test_a_point_opens_its_case_and_its_replay(window: SideBySideWindow) -> None:
    pair = next(pair for row in window.cases.rows for pair in row.pairs if pair.case == "c005" and pair.reader == "R2")
    window.ratings.chosen.emit(pair)
    assert window.pair is pair
    assert window.tabs.currentWidget() is window.replay
    words = [window.replay.steps.item(k).text().split("   ")[-1] for k in range(window.replay.steps.count())]
    assert words[0] == "The case is on the screen."
    assert "Overlay shown (method gradcam, opacity 0.3)" in words
    assert words[-1] == "rating: 80"


def test_the_replay_shows_the_screen_of_its_moment(window: SideBySideWindow) -> None:
    screens = []
    window.replay.screen_changed.connect(screens.append)
    window.replay.slider.setValue(4000)
    assert not screens[-1].overlay
    window.replay.slider.setValue(6000)
    assert screens[-1].overlay
    assert screens[-1].opacity == 0.3
    window.replay.stage.setCurrentIndex(1)  # without AI
    assert screens[-1].window == (100.0, 300.0)
    assert not screens[-1].ai


def test_one_reader_moves_in_roc_space_and_a_click_chooses_that_reader(window: SideBySideWindow) -> None:
    from radviewer.readerstudy.comparison import shifts_of

    shift = shifts_of([pair for row in window.cases.rows for pair in row.pairs])[0]
    window.roc.chosen.emit(shift)
    assert window.filters.wish.reader == shift.reader


def test_a_case_without_readable_images_is_said_and_its_calls_stay(window: SideBySideWindow, qtbot) -> None:
    qtbot.waitUntil(lambda: "no image" in window.note.text(), timeout=5000)  # these cases are no image files
    assert len(window.readers.rows) == 2


def test_the_map_that_the_readers_saw_lies_over_the_image_and_can_be_hidden(qtbot, tmp_path: Path) -> None:
    from radviewer.io.decode_pool import DecodePool
    from radviewer.workbench.reading_demo import make_room_demo
    from radviewer.workbench.reading_place import Role, open_in_role

    made = make_room_demo(tmp_path / "demo", cases=4, practice=0, size=96, colleagues=2)
    with open_in_role(made.folder, Role.ADMINISTRATOR, made.keys) as store:
        material = side_by_side(store)
    pool = DecodePool()
    window = SideBySideWindow(material, pool, Theme(ThemeName.DARK))
    qtbot.addWidget(window, before_close_func=lambda _window: pool.close())
    window.show()
    qtbot.waitUntil(lambda: window.pane.view.pane.prepared is not None, timeout=20000)
    complete = next(k for k, pair in enumerate(window.readers.rows) if pair.complete)
    window.reader_table.selectRow(complete)
    window.pane.overlay.setChecked(True)
    shown = window.pane.view.pane.overlay
    assert shown is not None
    assert shown.explanation.image == window.pane.view.pane.prepared.ref
    assert f"{material.output_of(window.pair).score:.2f}" in window.pane.advice.text()
    window.pane.overlay.setChecked(False)
    assert window.pane.view.pane.overlay is None
