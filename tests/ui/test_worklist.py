"""The worklist and batches in the window: keys, marks, order, running, pausing, failing, exporting, hiding."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from radviewer.core.errors import Problem
from radviewer.core.image import ImageRef
from radviewer.core.study import Catalog
from radviewer.inference.manifest import PackManifest
from radviewer.ui.main_window import MainWindow
from radviewer.ui.series_drag import dragged_series
from radviewer.ui.worklist.batch_model import BatchColumn
from radviewer.ui.worklist.batch_window import BatchWindow
from radviewer.ui.worklist.feature import WorklistFeature
from radviewer.ui.worklist.model import BAR_ROLE
from radviewer.ui.worklist.window import WorklistWindow
from radviewer.workbench.assist import Lane
from radviewer.workbench.batch import FOLDER, BatchImages, batch_files
from radviewer.workbench.model_store import ModelStore
from radviewer.workbench.settings import LanguageChoice
from radviewer.workbench.study_keys import study_key
from radviewer.workbench.worklist import Column
from radviewer.workbench.worklist_store import ReadState, StudyScore
from tests.helpers.packs import quadrant_manifest
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import LABELS, FakeWorker
from tests.ui.test_browsing import CASES
from tests.unit.workbench.test_browsing import identified, leaks

Key = Qt.Key
DISPLAY = int(Qt.ItemDataRole.DisplayRole)


@pytest.fixture(autouse=True)
def packs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The installed packs are those that the fake worker answers for."""
    manifest = replace(quadrant_manifest(), id="brain-mri", version="1.2.0", labels=LABELS)
    found: dict[str, PackManifest] = {"brain-mri": manifest}
    monkeypatch.setattr(ModelStore, "manifests", lambda _self: found)


def feature(window: MainWindow) -> WorklistFeature:
    return next(item for item in window.features if isinstance(item, WorklistFeature))


def opened(window: MainWindow) -> WorklistWindow:
    """The worklist, open."""
    window.run_action("worklist.show")
    table = feature(window).table
    assert table is not None and table.isVisible()
    for _ in range(100):  # else its keys go to the main window
        table.activateWindow()
        QTest.qWait(10)
        if QApplication.activeWindow() is table:
            break
    return table


def column(table: WorklistWindow, which: Column) -> list[str]:
    return [str(table.model.index(row, int(which)).data()) for row in range(table.model.rowCount())]


def batch_window(window: MainWindow, source: str = "open") -> BatchWindow:
    """The batch window with a source chosen."""
    feature(window).batches.show(source)
    made = feature(window).batches.window
    assert made is not None and made.isVisible()
    return made


def scores(made: BatchWindow) -> list[str]:
    return [str(made.model.index(row, int(BatchColumn.SCORE)).data()) for row in range(made.model.rowCount())]


def run_batch(window: MainWindow, qtbot: QtBot, source: str = "open") -> BatchWindow:
    """A batch of every image, finished."""
    made = batch_window(window, source)
    made.start.click()
    runner = feature(window).batches.runner
    qtbot.waitUntil(lambda: runner.batch is not None and runner.batch.finished and not runner.running, timeout=20_000)
    return made


# --- the table ------------------------------------------------------------------------------------------------------


def test_the_worklist_shows_every_open_study_the_newest_first(make_window: MakeWindow) -> None:
    table = opened(make_window(CASES))
    assert column(table, Column.PATIENT) == ["Patient, C", "Patient, A", "Patient, B", "Patient, A"]
    assert column(table, Column.IMAGES) == ["3", "3", "3", "3"]
    assert "4 studies" in table.note.text()


def test_a_click_on_a_header_sorts_and_a_word_filters(make_window: MakeWindow, qtbot: QtBot) -> None:
    table = opened(make_window(CASES))
    table.table.sortByColumn(int(Column.PATIENT), Qt.SortOrder.AscendingOrder)
    assert column(table, Column.PATIENT) == ["Patient, A", "Patient, A", "Patient, B", "Patient, C"]
    QTest.keyClicks(table.search, "p-a 2024")
    qtbot.waitUntil(lambda: table.model.rowCount() == 1)
    assert "1 of 4 studies" in table.note.text()


def test_the_keyboard_alone_finds_and_opens_a_study(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(CASES)
    table = opened(window)
    table.search.setFocus()
    QTest.keyClicks(table.search, "2024")
    QTest.keyClick(table.search, Key.Key_Return)
    assert table.table.hasFocus() and table.chosen_keys() == (study_key(CASES.studies[2]),)
    QTest.keyClick(table.table, Key.Key_Return)
    assert window.navigator.stack is not None and window.navigator.stack.study.date == "20241101"
    QTest.keyClick(table, Key.Key_Escape)
    assert table.isHidden()


def test_the_next_case_follows_the_worklist_once_a_study_was_opened_from_it(make_window: MakeWindow) -> None:
    window = make_window(CASES)
    table = opened(window)
    table.table.sortByColumn(int(Column.DATE), Qt.SortOrder.AscendingOrder)
    table.table.selectRow(0)
    QTest.keyClick(table.table, Key.Key_Return)
    dates = []
    for _ in range(3):
        window.run_action("case.next")
        dates.append(window.navigator.stack.study.date if window.navigator.stack else "")
    assert dates == ["20250301", "20260101", "20260601"]


def test_marks_are_made_by_key_and_survive_a_restart(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(CASES)
    table = opened(window)
    table.table.selectAll()
    QTest.keyClick(table.table, Key.Key_R)
    assert column(table, Column.STATUS) == ["read"] * 4
    table.table.selectRow(1)
    QTest.keyClick(table.table, Key.Key_N)
    assert column(table, Column.STATUS) == ["read", "new", "read", "read"]
    window.close()
    again = opened(make_window(CASES))
    assert column(again, Column.STATUS) == ["read", "new", "read", "read"]


def test_the_status_filter_leaves_what_is_still_to_be_read(make_window: MakeWindow) -> None:
    window = make_window(CASES)
    table = opened(window)
    window.run_action("worklist.read")
    table.states.setCurrentIndex(table.states.findData(ReadState.NEW.value))
    table.states.activated.emit(1)
    assert study_key(CASES.studies[0]) not in {row.key for row in table.model.rows}
    assert table.model.rowCount() == 3


def test_scores_are_shown_in_the_colour_of_the_operating_point(make_window: MakeWindow) -> None:
    window = make_window(CASES)
    table = opened(window)
    cases = feature(window)._cases
    found = {0: (0.9, True), 1: (0.2, False), 2: (None, None)}
    for number, (probability, called) in found.items():
        score = StudyScore("brain-mri", "1.2.0", probability, "Glioma", called, "in domain", 3)
        cases.keep_score(study_key(CASES.studies[number]), score)
    table.set_model("brain-mri")
    table.table.sortByColumn(int(Column.SCORE), Qt.SortOrder.DescendingOrder)
    assert column(table, Column.SCORE) == ["0.90  Glioma", "0.20  Glioma", "refused", ""]
    bars = [table.model.index(row, int(Column.SCORE)).data(BAR_ROLE) for row in range(4)]
    assert [tuple(bar) if bar else None for bar in bars] == [(0.9, "caution"), (0.2, "accent"), None, None]
    table.set_model("other")
    assert column(table, Column.SCORE) == [""] * 4


def test_the_worklist_holds_none_of_nine_identifiers_in_de_identified_mode(make_window: MakeWindow) -> None:
    window = make_window(identified())
    table = opened(window)

    def text() -> str:
        model = table.model
        cells = [model.index(row, at) for row in range(model.rowCount()) for at in range(model.columnCount())]
        return " ".join(str(cell.data(role) or "") for cell in cells for role in (DISPLAY, 3)) + table.windowTitle()

    assert "shown name" in leaks(text())
    window.state.wish(deidentified=True)
    assert leaks(text()) == [] and "Patient 1" in text()


def test_ages_and_missing_names_are_said_and_found_in_the_language_of_the_window(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    of_age, nameless = (
        replace(CASES.studies[0], patient_age="063Y", patient_sex="F"),
        replace(CASES.studies[1], patient_name=""),
    )
    window = make_window(Catalog((of_age, nameless)))
    table = opened(window)
    assert "63 y F" in column(table, Column.AGE_SEX)
    window.change_settings(language=LanguageChoice.GERMAN)
    qtbot.waitUntil(lambda: "63 J. F" in column(table, Column.AGE_SEX))
    assert "Kein Patientenname" in column(table, Column.PATIENT)
    for words in ("63 j.", "kein patient"):
        table.search.setText(words)
        qtbot.waitUntil(lambda: len(table.model.rows) == 1)
        table.search.clear()
        qtbot.waitUntil(lambda: len(table.model.rows) == 2)
    window.change_settings(language=LanguageChoice.ENGLISH)
    qtbot.waitUntil(lambda: "63 y F" in column(table, Column.AGE_SEX))
    window.state.wish(deidentified=True)
    assert set(column(table, Column.AGE_SEX)) == {"F", ""}


def test_closing_all_studies_empties_the_table(make_window: MakeWindow) -> None:
    window = make_window(CASES)
    table = opened(window)
    window.run_action("file.close_all")
    assert table.model.rowCount() == 0 and "No study is open" in table.note.text()


def test_a_row_dragged_to_a_pane_carries_its_series(make_window: MakeWindow) -> None:
    table = opened(make_window(CASES))
    assert dragged_series(table.model.mimeData([table.model.index(0, 3)])) == "9.C.20260601.1"
    assert table.model.flags(table.model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled


# --- batches --------------------------------------------------------------------------------------------------------


def test_a_batch_runs_behind_the_screen_and_ends_sorted_by_score(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = FakeWorker()
    window = make_window(CASES, worker=worker)
    made = run_batch(window, qtbot)
    asked = [request for request, lane in worker.behind if lane is Lane.BATCH]
    assert len(asked) == 12 and all(request.methods == () for request in asked)
    assert scores(made) == ["0.93"] * 12
    assert "12 of 12" in made.note.text() and "12 reach the operating point" in made.note.text()
    table = opened(window)
    assert column(table, Column.SCORE) == ["0.93  Glioma"] * 4


def test_a_batch_is_of_what_is_chosen_in_the_worklist(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(CASES)
    table = opened(window)
    table.table.selectRow(0)
    table.batch.click()
    made = feature(window).batches.window
    assert made is not None and made.sources.currentData() == "chosen"
    made.images.setCurrentIndex(made.images.findData(BatchImages.MIDDLE))
    made.start.click()
    runner = feature(window).batches.runner
    qtbot.waitUntil(lambda: runner.batch is not None and runner.batch.finished, timeout=20_000)
    assert [item.image.path for item in runner.batch.plan.items] == [Path("/9.C.20260601/1.dcm")]  # type: ignore[union-attr]


def test_a_paused_batch_goes_on_after_a_restart(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    worker = FakeWorker()
    window = make_window(CASES, worker=worker)
    window.state.wish(auto_predict=False)
    runner = feature(window).batches.runner
    runner.answered.connect(lambda _number: runner.pause())
    made = batch_window(window)
    made.start.click()
    qtbot.waitUntil(lambda: runner.batch is not None and runner.batch.done == 1, timeout=20_000)
    assert not runner.running and "1 of 12" in made.note.text() and made.go.isEnabled()
    window.close()
    second = FakeWorker()
    again = make_window(CASES, worker=second)
    again.state.wish(auto_predict=False)
    made = batch_window(again)
    runner = feature(again).batches.runner
    qtbot.waitUntil(lambda: runner.batch is not None, timeout=20_000)
    assert runner.batch is not None and runner.batch.done == 1 and not runner.running
    made.go.click()
    qtbot.waitUntil(lambda: runner.batch is not None and runner.batch.finished, timeout=20_000)
    assert len([lane for _, lane in second.behind if lane is Lane.BATCH]) == 11
    assert len(batch_files(tmp_path / "data")) == 1


def test_an_image_that_fails_has_its_reason_and_does_not_stop_the_batch(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = FakeWorker()
    bad = ImageRef(Path("/9.A.20260101/1.dcm"))
    worker.problems[bad] = Problem("unreadable", "1.dcm: the file is damaged.", "Copy it again.")
    window = make_window(CASES, worker=worker)
    made = run_batch(window, qtbot)
    assert scores(made) == ["0.93"] * 11 + [""]
    assert made.model.index(11, int(BatchColumn.REMARK)).data() == "1.dcm: the file is damaged. Copy it again."
    assert "1 failed" in made.note.text()
    worker.problems.clear()
    made.retry.click()
    runner = feature(window).batches.runner
    qtbot.waitUntil(lambda: not runner.running and scores(made) == ["0.93"] * 12, timeout=20_000)


def test_enter_on_a_row_shows_that_image(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(CASES)
    made = run_batch(window, qtbot)
    made.table.sortByColumn(int(BatchColumn.IMAGE), Qt.SortOrder.AscendingOrder)
    made.table.activated.emit(made.model.index(7, 0))
    item = feature(window).batches.runner.batch.plan.items[7]  # type: ignore[union-attr]
    assert window.state.state.image == item.image


def test_answers_are_exported_as_csv_and_json(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(CASES)
    run_batch(window, qtbot)
    batches = feature(window).batches
    for form in ("csv", "json"):
        batches.export(tmp_path / f"out.{form}")
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text().splitlines()))
    objects = json.loads((tmp_path / "out.json").read_text())
    assert len(rows) == len(objects) == 12
    assert rows[0]["top"] == objects[0]["top"] == "glioma" and float(rows[0]["probability_glioma"]) == 0.93


def test_a_batch_in_de_identified_mode_keeps_and_exports_no_identifier(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    worker = FakeWorker()
    path = identified().studies[0].series[0].instances[0].path
    worker.problems[ImageRef(path)] = Problem("unreadable", f"{path}: the file is damaged.", "Copy it again.")
    window = make_window(identified(), worker=worker)
    window.state.wish(deidentified=True)
    made = run_batch(window, qtbot)
    texts = [made.model.index(0, at).data(role) for at in range(len(BatchColumn)) for role in (DISPLAY, 3)]
    assert leaks(" ".join(map(str, texts)) + made.note.text()) == []
    assert "not kept" in made.note.text() and not (tmp_path / "data" / FOLDER).exists()
    for form in ("csv", "json"):
        feature(window).batches.export(tmp_path / f"out.{form}")
        assert leaks((tmp_path / f"out.{form}").read_text()) == []


def test_closing_the_window_stops_a_batch(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = FakeWorker()
    window = make_window(CASES, worker=worker)
    qtbot.waitUntil(lambda: window.scene.prediction is not None, timeout=10_000)
    window.state.wish(auto_predict=False)
    worker.hold()
    batch_window(window).start.click()
    runner = feature(window).batches.runner
    qtbot.waitUntil(lambda: runner.running, timeout=20_000)
    window.close()
    assert not runner.running
    assert len([lane for _, lane in worker.behind if lane is Lane.BATCH]) == 3
