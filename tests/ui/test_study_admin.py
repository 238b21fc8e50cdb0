"""Signing in, looking after a study, and planning one, through the windows."""

from __future__ import annotations

import csv
import io
import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from radviewer.io.export import write_png
from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.frozen import case_key
from radviewer.readerstudy.keys import ADMINISTRATOR, WORKSTATION, key_path
from radviewer.readerstudy.opened import open_study
from radviewer.readerstudy.plan_file import PLAN_NAME, load_plan
from radviewer.readerstudy.session import ReadingSession
from radviewer.readerstudy.simulate import SimulatedReader, simulate
from radviewer.ui.reading.sign_in import SignIn
from radviewer.ui.studyadmin.admin_window import AdminWindow
from radviewer.ui.studyadmin.wizard import StudyWizard
from radviewer.workbench.reading_place import Role, open_in_role
from tests.ui.reading_study import SHAPE, Frozen, freeze, memory_folder, raw_plan

Keep = Callable[[QWidget], Any]


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as made:
        yield made


@pytest.fixture
def keep(qtbot: QtBot) -> Iterator[Keep]:
    """Shows windows; afterwards they are closed and no thread is left."""
    before = {thread.name for thread in threading.enumerate()}
    made: list[QWidget] = []

    def show(window: QWidget) -> Any:
        made.append(window)
        window.show()
        return window

    yield show
    for window in made:
        if isValid(window):
            window.close()
    made.clear()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: {thread.name for thread in threading.enumerate()} <= before, timeout=10000)


def read_by_numbers(study: Frozen, *readers: str) -> None:
    """Simulated readers read all there is."""
    assert isinstance(study.clock, ManualClock)
    with study.administrator() as store:
        plan = open_study(store).plan
        truths = {case_key(case): case.truth.positive for case in plan.cases}
        for index, name in enumerate(readers):
            simulate(store, SimulatedReader(name, 1.0 + index, 0.3, 4), truths, study.clock)


def rows_of(table: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"))))


def idle(window: AdminWindow | StudyWizard, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.background.busy, timeout=30000)


# --- signing in ------------------------------------------------------------------------------------------------------


def test_a_reader_signs_in_and_gets_a_store_without_the_private_key(keep: Keep, folder: Path, qtbot: QtBot) -> None:
    study = freeze(folder, raw_plan(readers=2))
    window = keep(SignIn())
    got: list[Any] = []
    window.reader_signed_in.connect(lambda store, desk: got.append((store, desk)))
    window.open_folder(study.folder, study.keys)
    qtbot.waitUntil(window.enter.isEnabled)
    assert [window.readers.itemText(i) for i in range(window.readers.count())] == ["R1", "R2"]
    assert not window.pin.isVisible()
    window.readers.setCurrentText("R2")
    QTest.mouseClick(window.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(got))
    store, desk = got[0]
    assert desk.reader == "R2"
    assert store.place.keys.private is None
    store.close()


def test_a_wrong_pin_is_counted_and_makes_the_next_try_wait(keep: Keep, folder: Path, qtbot: QtBot) -> None:
    study = freeze(folder, raw_plan())
    with study.administrator() as store:
        store.set_pin("R1", "2468")
    window = keep(SignIn())
    got: list[Any] = []
    window.reader_signed_in.connect(lambda store, desk: got.append((store, desk)))
    window.open_folder(study.folder, study.keys, "R1")
    qtbot.waitUntil(window.enter.isEnabled)
    assert window.pin.isVisible()
    window.pin.setText("1111")
    window.sign_in()
    qtbot.waitUntil(lambda: "wrong" in window.message.text())
    assert not window.enter.isEnabled()
    assert window.pin.text() == ""
    with study.administrator() as store:
        assert len(list(store.ledger.records(kind="pin-failure", reader="R1"))) == 1
    qtbot.waitUntil(window.enter.isEnabled, timeout=5000)
    window.pin.setText("2468")
    window.sign_in()
    qtbot.waitUntil(lambda: bool(got))
    got[0][0].close()


def test_the_administrator_needs_the_administrators_key(keep: Keep, folder: Path, qtbot: QtBot) -> None:
    study = freeze(folder, raw_plan())
    window = keep(SignIn())
    got: list[Any] = []
    window.administrator_signed_in.connect(got.append)
    window.open_folder(study.folder, key_path(study.keys, "room-test", WORKSTATION))
    window.choose_role(Role.ADMINISTRATOR)
    qtbot.waitUntil(window.enter.isEnabled)
    window.sign_in()
    qtbot.waitUntil(lambda: "administrator's key" in window.message.text())
    window.open_folder(study.folder, key_path(study.keys, "room-test", ADMINISTRATOR))
    qtbot.waitUntil(window.enter.isEnabled)
    window.sign_in()
    qtbot.waitUntil(lambda: bool(got))
    assert got[0].place.keys.private is not None
    got[0].close()


def test_a_folder_without_a_study_is_told(keep: Keep, folder: Path) -> None:
    window = keep(SignIn())
    window.open_folder(folder)
    assert "is no study folder" in window.message.text()
    assert not window.enter.isEnabled()


# --- administration --------------------------------------------------------------------------------------------------


def admin_of(study: Frozen, keep: Keep, qtbot: QtBot) -> AdminWindow:
    window: AdminWindow = keep(AdminWindow(study.administrator()))
    idle(window, qtbot)
    window.refresh()
    idle(window, qtbot)
    return window


def progress_of(window: AdminWindow) -> dict[str, str]:
    table = window.progress.table
    found = {}
    for line in range(table.rowCount()):
        name, count = table.item(line, 0), table.item(line, 1)
        assert name is not None
        assert count is not None
        found[name.text()] = count.text()
    return found


def test_progress_follows_the_readers_without_being_asked(keep: Keep, folder: Path, qtbot: QtBot) -> None:
    study = freeze(folder, raw_plan(readers=2))
    window = admin_of(study, keep, qtbot)
    assert progress_of(window) == {"R1": "0 / 4", "R2": "0 / 4"}
    read_by_numbers(study, "R1")
    qtbot.waitUntil(lambda: progress_of(window) == {"R1": "4 / 4", "R2": "0 / 4"}, timeout=10000)


def test_results_stay_closed_until_the_unblinding_is_recorded(keep: Keep, folder: Path, qtbot: QtBot) -> None:
    study = freeze(folder, raw_plan(readers=2, cases=6))
    read_by_numbers(study, "R1", "R2")
    window = admin_of(study, keep, qtbot)
    page = window.exchange
    assert not any(part.isEnabled() for part in (page.statistics, page.export, page.anonymise))
    window.export(folder / "too-early")
    idle(window, qtbot)
    assert "blinded" in window.message.text()
    assert not (folder / "too-early").exists()
    window.unblind("")
    idle(window, qtbot)
    assert "reason" in window.message.text()
    page.reason.setText("all calls are made")
    QTest.mouseClick(page.unblind, Qt.MouseButton.LeftButton)
    idle(window, qtbot)
    assert "all calls are made" in page.blinding.text()
    assert page.statistics.isEnabled()
    window.export(folder / "out")
    idle(window, qtbot)
    rows = rows_of(folder / "out/reads.csv")
    assert len(rows) == 2 * 2 * 6
    window.export(folder / "anonymous", anonymised=True)
    idle(window, qtbot)
    assert "R1" not in (folder / "anonymous/reads.csv").read_text(encoding="utf-8")


def test_the_calls_are_shown_side_by_side_after_the_unblinding_only(keep: Keep, folder: Path, qtbot: QtBot) -> None:
    study = freeze(folder, raw_plan(readers=2, cases=6))
    read_by_numbers(study, "R1", "R2")
    shown: list[Any] = []
    window: AdminWindow = keep(AdminWindow(study.administrator(), compare=shown.append))
    idle(window, qtbot)
    window.open_side_by_side()
    idle(window, qtbot)
    assert "blinded" in window.message.text()
    assert not shown
    window.unblind("all calls are made")
    idle(window, qtbot)
    QTest.mouseClick(window.exchange.side_by_side, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(shown), timeout=20000)
    assert len(shown[0].pairs) == 2 * 6
    assert all(pair.complete for pair in shown[0].pairs)
    assert "whole" in shown[0].verdict


@pytest.mark.timeout(300)
def test_the_statistics_are_of_the_studys_own_table_and_carry_the_audits_verdict(
    keep: Keep, folder: Path, qtbot: QtBot
) -> None:
    study = freeze(folder, raw_plan(readers=3, cases=12))
    read_by_numbers(study, "R1", "R2")
    window = admin_of(study, keep, qtbot)
    window.unblind("an interim look that the protocol plans")
    idle(window, qtbot)
    window.open_statistics()
    qtbot.waitUntil(lambda: window.statistics is not None, timeout=30000)
    statistics = window.statistics
    assert statistics is not None
    live = window._live
    assert live is not None
    qtbot.waitUntil(lambda: statistics.report is not None, timeout=120000)
    report = statistics.report
    assert report is not None
    audit = report.study.metadata.audit
    assert audit.verified is True
    assert "as stated" not in audit.sentence()
    assert report.study.metadata.model == {
        "name": "toy",
        "version": "1.0",
        "operating_point": "0.5",
        "display": "aided: score, call, text",
    }
    assert live.table.stat().st_mode & 0o077 == 0
    assert len(rows_of(live.table)) == 2 * 2 * 12
    read_by_numbers(study, "R3")
    qtbot.waitUntil(lambda: live.table.read_text(encoding="utf-8").count("R3") > 0, timeout=20000)
    gone = live.folder
    window.close()
    qtbot.waitUntil(lambda: not gone.exists(), timeout=10000)


def test_verification_says_whole_and_finds_an_edit_and_a_backup_opens(keep: Keep, folder: Path, qtbot: QtBot) -> None:
    study = freeze(folder, raw_plan())
    read_by_numbers(study, "R1")
    window = admin_of(study, keep, qtbot)
    window.verify()
    idle(window, qtbot)
    assert window.audit.verdict.text() == "The chain is whole."
    window.save_head(folder / "head.json")
    window.backup()
    idle(window, qtbot)
    [copy] = (study.folder / "backups").iterdir()
    assert copy.name in window.message.text()
    connection = sqlite3.connect(study.folder / "study.sqlite")
    for trigger in [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute("UPDATE ledger SET reader = 'R9' WHERE kind = 'reading'")
    connection.commit()
    connection.close()
    window.verify((folder / "head.json",))
    idle(window, qtbot)
    assert window.audit.verdict.text() == "The study was ALTERED."
    assert "ALTERED" in window.audit.details.toPlainText()


def test_pins_and_overrides_are_set_with_their_reasons(keep: Keep, folder: Path, qtbot: QtBot) -> None:
    study = freeze(folder, raw_plan(kind="crossover"))
    window = admin_of(study, keep, qtbot)
    page = window.pins
    page.pin.setText("1357")
    page.again.setText("1358")
    QTest.mouseClick(page.set, Qt.MouseButton.LeftButton)
    assert "differ" in page.message.text()
    page.again.setText("1357")
    QTest.mouseClick(page.set, Qt.MouseButton.LeftButton)
    idle(window, qtbot)
    assert "is set" in page.message.text()
    window.progress.reason.setText("leaves the hospital")
    QTest.mouseClick(window.progress.override, Qt.MouseButton.LeftButton)
    idle(window, qtbot)
    with study.administrator() as store:
        assert store.has_pin("R1")
        [override] = store.ledger.records(kind="override")
    assert (override.data["period"], override.data["reason"]) == (2, "leaves the hospital")


# --- planning --------------------------------------------------------------------------------------------------------


def case_folders(folder: Path, count: int = 6) -> Path:
    chance = np.random.default_rng(1)
    for k in range(count):
        place = folder / "images" / ("positive", "negative")[k % 2] / f"case{k}"
        place.mkdir(parents=True)
        write_png(place / "1.png", chance.integers(0, 255, SHAPE, dtype="uint8"))
    return folder / "images"


def test_the_wizard_judges_while_one_writes_and_freezes_what_study_check_accepts(
    keep: Keep, folder: Path, qtbot: QtBot
) -> None:
    window = keep(StudyWizard(folder=folder))
    window.keys = folder / "keys"
    assert "There are no cases yet" in window.verdict.text()
    window.add_cases(case_folders(folder))
    window.judge()
    assert "ai is missing" in window.verdict.text()
    table = folder / "truth.csv"
    lines = [f"case{k},{(k + 1) % 2},biopsy,{0.9 - 0.1 * k:.1f}" for k in range(6)]
    table.write_text("\n".join(["case,truth,truth_source,ai_score", *lines]), encoding="utf-8")
    window.read_truth(table)
    window.judge()
    assert window.complete, window.verdict.text()
    window.forms["design"].set_value("repeats", "much")
    window.judge()
    assert "design.repeats" in window.verdict.text()
    window.forms["design"].set_value("repeats", "0.1")
    window.forms["study"].set_value("id", "wizard-1")
    window.check()
    idle(window, qtbot)
    assert "2 readers, 6 cases (3 positive" in window.page.toPlainText()
    got: list[Any] = []
    window.frozen.connect(lambda out, keys: got.append((out, keys)))
    window.freeze(folder / "frozen")
    qtbot.waitUntil(lambda: bool(got), timeout=20000)
    plan = load_plan(folder / PLAN_NAME)
    assert plan.study.id == "wizard-1"
    assert [case.truth.positive for case in plan.cases] == [
        case.name in {"case0", "case2", "case4"} for case in plan.cases
    ]
    with open_in_role(folder / "frozen", Role.ADMINISTRATOR, folder / "keys") as store:
        assert store.readers() == ("R1", "R2")
        assert open_study(store).plan.hash == plan.hash


def test_the_wizard_refuses_a_map_that_no_room_could_draw(keep: Keep, folder: Path, qtbot: QtBot) -> None:
    window = keep(StudyWizard(folder=folder))
    window.add_cases(case_folders(folder))
    (folder / "map.npy").write_bytes(b"no map")
    rows = window.cases.rows()
    for row in rows:
        row.update(ai_score=0.5, map="map.npy", map_method="gradcam")
    window.cases.set_rows(rows)
    window.conditions.set_rows([{"name": "unaided"}, {"name": "aided", "ai": ["heatmap"], "method": "gradcam"}])
    assert window.complete, window.verdict.text()
    window.check()
    idle(window, qtbot)
    assert "heat map" in window.verdict.text()


def test_the_washout_that_is_due_is_shown(keep: Keep, folder: Path, qtbot: QtBot) -> None:
    study = freeze(folder, raw_plan(kind="crossover", cases=2))
    with study.reader() as store:
        session = ReadingSession(store.desk("R1"))
        for _ in range(2):
            session.next_case()
            session.answer("rating", 3)
            session.commit()
    window = admin_of(study, keep, qtbot)
    due = window.progress.table.item(0, 5)
    assert due is not None
    expected = study.clock.utc() + timedelta(days=28)
    assert due.text().startswith(f"{expected:%Y-%m-%d}")
