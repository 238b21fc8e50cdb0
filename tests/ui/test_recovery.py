"""What comes back after the program ended unexpectedly, and what is written about it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from radviewer.core.errors import InputProblem
from radviewer.core.image import Window
from radviewer.io.export import write_png
from radviewer.ui.layouts.screens import ScreensFeature
from radviewer.ui.main_window import MainWindow
from radviewer.ui.recovery.faults import collect, fault_reports
from radviewer.ui.recovery.feature import RecoveryFeature
from radviewer.workbench import crash_report, session_file
from radviewer.workbench.file_lock import is_held
from radviewer.workbench.program_log import event
from radviewer.workbench.session_file import Session, SessionKeeper
from radviewer.workbench.state import DisplayState
from radviewer.workbench.viewing import Viewport, ZoomMode
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import make_catalog


def feature_of(window: MainWindow) -> RecoveryFeature:
    return next(item for item in window.features if isinstance(item, RecoveryFeature))


def notes(folder: Path) -> list[Path]:
    return sorted((folder / "data" / "session").glob("*.json"))


def leave_behind(window: MainWindow, folder: Path, qtbot: QtBot) -> Path:
    """A note as a program that was killed leaves it: a copy of this window's under another name, not locked."""
    qtbot.waitUntil(lambda: bool(notes(folder)), timeout=5000)
    qtbot.wait(600)
    made = folder / "data" / "session" / "4242_1.json"
    made.write_bytes(notes(folder)[0].read_bytes())
    return made


def test_what_was_open_comes_back_on_request(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    catalog = make_catalog(3, 4)
    window = make_window(catalog, open_study=False)
    window.open_paths((tmp_path,))
    qtbot.waitUntil(lambda: window.navigator.stack is not None)
    window.navigator.step_series(1)
    window.navigator.step(2)
    window.state.look(voi=Window(50.0, 120.0), invert=True)
    window.run_action("view.rotate_left")
    before = window.state.state
    left = leave_behind(window, tmp_path, qtbot)
    window.close()
    assert notes(tmp_path) == [left], "a clean end takes its own note away"

    again = make_window(catalog, open_study=False)
    qtbot.waitUntil(lambda: "ended unexpectedly" in again.parts.strip.text)
    assert again.state.state.image is None, "nothing happens before the user says so"
    again.parts.strip.choices[0].click()
    qtbot.waitUntil(lambda: again.state.state.image == before.image, timeout=5000)
    assert again.state.state.appearance == before.appearance
    assert not left.exists() and again.parts.strip.text == "What was open is back."


def two_windows(window: MainWindow, qtbot: QtBot) -> DisplayState:
    """Two panes in the main window and two in a further one, each its own series, window and zoom; the map hidden."""
    window.run_action("layout.1x2")
    window.run_action("screen.open")
    window.run_action("layout.2x1")
    window.state.wish(links=frozenset())
    for number, stack in enumerate(window.navigator.stacks.stacks[:4]):
        window.state.activate(number)
        window.navigator.show_stack(stack)
        window.navigator.step(number)
        zoomed = Viewport(ZoomMode.FREE, 1.5 + number, (10.0 + number, 20.0))
        window.state.look(voi=Window(50.0 + number, 120.0), viewport=zoomed)
    window.state.map_wish(visible=False)
    window.state.map_style(opacity=0.7)
    window.state.activate(3)
    qtbot.waitUntil(lambda: all(cell.prepared for cell in window.state.facts.cells), timeout=10_000)
    return window.state.state


def same_again(window: MainWindow, before: DisplayState, qtbot: QtBot) -> None:
    """Panes of both windows show what they did, as pictures."""
    qtbot.waitUntil(lambda: window.state.state.cells == before.cells, timeout=10_000)
    qtbot.waitUntil(lambda: all(cell.prepared for cell in window.state.facts.cells), timeout=10_000)
    state = window.state.state
    assert (state.boards, state.active, state.overlay) == (before.boards, before.active, before.overlay)
    further = next(item for item in window.features if isinstance(item, ScreensFeature)).windows
    assert [len(window.parts.grid.shown), *(len(item.grid.shown) for item in further)] == [2, 2]
    for view in (*window.parts.grid.shown, *further[0].grid.shown):
        cell, pane = before.cells[view.pane.cell], view.pane
        assert pane.prepared is not None and pane.prepared.ref == cell.image
        assert (pane.voi, pane.viewport) == (cell.appearance.voi, cell.appearance.viewport)


def test_further_windows_come_back_with_their_panes_after_a_crash(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    catalog = make_catalog(5, 5, 5, 5)
    window = make_window(catalog, open_study=False)
    window.change_settings(auto_predict=False)
    window.open_paths((tmp_path,))
    qtbot.waitUntil(lambda: window.navigator.stack is not None)
    before = two_windows(window, qtbot)
    leave_behind(window, tmp_path, qtbot)
    window.close()
    again = make_window(catalog, open_study=False)
    qtbot.waitUntil(lambda: len(again.parts.strip.choices) == 2)
    again.parts.strip.choices[0].click()
    same_again(again, before, qtbot)


def test_a_crash_while_what_was_open_is_restored_loses_nothing(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(open_study=False)
    window.open_paths((tmp_path,))
    qtbot.waitUntil(lambda: window.navigator.stack is not None)
    window.navigator.step(1)
    left = leave_behind(window, tmp_path, qtbot)
    wanted = session_file.read(left)
    window.close()
    again = make_window(open_study=False)
    qtbot.waitUntil(lambda: len(again.parts.strip.choices) == 2)
    again.parts.strip.choices[0].click()
    own = notes(tmp_path)  # nothing was opened yet: the window has had no turn
    assert len(own) == 1 and own != [left] and session_file.read(own[0]) == wanted
    qtbot.waitUntil(lambda: again.state.state.image == wanted.state.image, timeout=10_000)


@pytest.mark.parametrize("by", ["setting", "key"])
def test_what_was_open_at_a_clean_end_comes_back_with_its_windows(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, by: str
) -> None:
    catalog = make_catalog(5, 5, 5, 5)
    window = make_window(catalog, open_study=False)
    window.change_settings(auto_predict=False, reopen=by == "setting")
    window.open_paths((tmp_path,))
    qtbot.waitUntil(lambda: window.navigator.stack is not None)
    before = two_windows(window, qtbot)
    window.close()
    again = make_window(catalog, open_study=False)
    if by == "key":
        qtbot.wait(50)
        assert again.state.state.image is None, "nothing opens unasked"
        QTest.keyClick(again, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    same_again(again, before, qtbot)


def test_nothing_is_kept_of_what_was_open_in_de_identified_mode(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window()
    window.state.wish(deidentified=True)
    window.close()
    assert not (tmp_path / "data" / "session" / session_file.CLOSED).exists()
    again = make_window(open_study=False)
    again.run_action("file.reopen")
    assert again.parts.strip.text == "Nothing is kept of what was open last."


def test_panes_that_had_scores_have_them_again_without_being_asked_one_by_one(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    catalog = make_catalog(3, 3)
    window = make_window(catalog, open_study=False)
    window.change_settings(auto_predict=False)
    window.open_paths((tmp_path,))
    qtbot.waitUntil(lambda: window.models.ids is not None and window.navigator.stack is not None)
    window.run_action("layout.1x2")
    window.run_action("screen.open")
    for number in (0, 1):
        window.state.activate(number)
        qtbot.waitUntil(lambda: window.state.facts.prepared is not None and not window.scene.loading)
        window.run_action("ai.predict")
        qtbot.waitUntil(lambda: window.scene.prediction is not None)
    window.close()
    again = make_window(catalog, open_study=False)
    qtbot.waitUntil(lambda: again.models.ids is not None)
    again.run_action("file.reopen")
    qtbot.waitUntil(lambda: sum(cell.result is not None for cell in again.state.facts.cells) >= 2, timeout=10_000)
    shown = [pane for board in again.scene.boards for pane in board.panes if pane.overlay is not None]
    assert {pane.cell for pane in shown} >= {0, 1}
    assert all(pane.overlay.explanation.image == pane.prepared.ref for pane in shown)  # type: ignore[union-attr]


def test_the_offer_can_be_declined_and_does_not_come_again(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window()
    leave_behind(window, tmp_path, qtbot)
    window.close()
    again = make_window(open_study=False)
    qtbot.waitUntil(lambda: len(again.parts.strip.choices) == 2)
    again.parts.strip.choices[1].click()
    assert again.parts.strip.text == "" and notes(tmp_path) == []


def test_files_that_are_gone_are_told(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window()  # opens a folder that does not exist
    leave_behind(window, tmp_path, qtbot)
    window.close()
    again = make_window(open_study=False)
    qtbot.waitUntil(lambda: len(again.parts.strip.choices) == 2)
    again.parts.strip.choices[0].click()
    assert "no longer there" in again.parts.strip.text


def test_a_damaged_note_is_told_and_taken_away(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "session"
    folder.mkdir(parents=True)
    (folder / "1_1.json").write_text('{"format": 1, "paths": ["/x"], "state": {"layout": "no such"}, "extras": {}}')
    window = make_window(open_study=False)
    qtbot.waitUntil(lambda: len(window.parts.strip.choices) == 2)
    window.parts.strip.choices[0].click()
    assert "could not be read" in window.parts.strip.text and notes(tmp_path) == []


@pytest.mark.parametrize("change", [{"recover": False}, {}], ids=["switched off", "de-identified"])
def test_no_note_is_written_where_none_is_wanted(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, change: dict[str, bool]
) -> None:
    window = make_window(open_study=False)
    if change:
        window.change_settings(**change)
    else:
        window.state.wish(deidentified=True)
    window.open_paths((Path("/phantom"),))
    qtbot.waitUntil(lambda: window.state.facts.count > 0)
    qtbot.wait(700)
    assert notes(tmp_path) == []


def test_the_note_of_a_program_that_runs_is_not_taken_for_one_left_behind(tmp_path: Path) -> None:
    one, other = SessionKeeper(tmp_path, "1_1"), SessionKeeper(tmp_path, "2_2")
    one.write(Session((Path("/a"),), DisplayState()))
    assert other.left_behind() == () and is_held(one.path.with_suffix(".lock"))
    one._lock.close()  # type: ignore[union-attr]
    assert other.left_behind() == (one.path,)
    session_file.remove(one.path)
    assert list((tmp_path / "session").iterdir()) == []


def test_a_note_is_for_the_user_only_and_a_clean_end_leaves_nothing(tmp_path: Path) -> None:
    keeper = SessionKeeper(tmp_path)
    keeper.write(Session((Path("/a"),), DisplayState()))
    if os.name != "nt":
        assert all(path.stat().st_mode & 0o077 == 0 for path in (keeper.path, keeper.path.parent))
    keeper.end()
    assert list((tmp_path / "session").iterdir()) == []


@pytest.mark.parametrize("text", ["", "[]", '{"format": 99}', '{"format": 1, "paths": 3, "state": {}, "extras": {}}'])
def test_a_note_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "note.json"
    path.write_text(text)
    with pytest.raises(InputProblem):
        session_file.read(path)


KILLED = """
    import sys
    from pathlib import Path
    from radviewer import app
    application = app.make_application()
    from radviewer.ui.main_window import MainWindow
    window = MainWindow(app.make_backends())
    window.state.wish(auto_predict=False)
    window.show()
    window.open_paths((Path(sys.argv[1]),))
    import time
    end = time.monotonic() + 60
    while time.monotonic() < end and not window.navigator.stack:
        application.processEvents()
    window.navigator.step(1)
    while True:
        application.processEvents()
        time.sleep(0.01)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX")
def test_the_note_survives_kill_9_and_names_the_image_on_the_screen(tmp_path: Path) -> None:
    images = tmp_path / "images"
    images.mkdir()
    for number in range(3):
        write_png(images / f"{number}.png", np.full((40, 50), 50 * number, dtype=np.uint8))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "RADVIEWER_HOME": str(tmp_path / "home")}
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(images)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    folder = tmp_path / "home" / "data"
    try:
        end = time.monotonic() + 100
        while time.monotonic() < end and not notes(tmp_path / "home"):
            time.sleep(0.05)
        time.sleep(1.5)
        keeper = SessionKeeper(folder, "reader")
        assert keeper.left_behind() == (), "while it runs, its note is its own"
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
    (left,) = keeper.left_behind()
    session = session_file.read(left)
    assert session.paths == (images,)
    assert session.state.image is not None and session.state.image.path.parent == images


# --- reports and logs ----------------------------------------------------------------------------------------------


def test_a_defect_leaves_a_report_with_its_places_and_without_its_words(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(open_study=False)
    secret = "Mustermann^Max"

    def fail() -> None:
        patient = {"name": secret}
        try:
            raise KeyError(patient["name"])
        except KeyError as error:
            raise RuntimeError(f"/data/{patient['name']}/1.dcm") from error

    thread = threading.Thread(target=fail)
    with capture_exceptions():
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(list((tmp_path / "logs").glob("crash-*.txt"))))
    (path,) = (tmp_path / "logs").glob("crash-*.txt")
    text = path.read_text()
    assert "builtins.KeyError" in text and "builtins.RuntimeError" in text and "which led to" in text
    assert "in fail" in text or ".fail" in text
    assert secret not in text and "/data" not in text and str(Path.home()) not in text
    assert secret not in (tmp_path / "logs" / "radviewer.log").read_text()
    window.parts.strip.hide()


def test_places_are_named_from_the_package_on() -> None:
    assert crash_report.place(crash_report.__file__) == "radviewer/workbench/crash_report.py"
    assert crash_report.place(threading.__file__) == "threading.py"
    assert crash_report.place("/somewhere/Mustermann/script.py") == "<other file>"
    assert crash_report.place("<frozen importlib>") == "<frozen importlib>"


def test_only_the_latest_reports_are_kept(tmp_path: Path) -> None:
    for _ in range(crash_report.KEPT + 3):
        crash_report.write("x", tmp_path, crash_report.now())
    assert len(list(tmp_path.glob("crash-*.txt"))) == crash_report.KEPT


@pytest.mark.slow
def test_a_process_that_dies_in_native_code_leaves_a_report_at_the_next_start(tmp_path: Path) -> None:
    code = (
        "import ctypes, pathlib, sys\nfrom radviewer.ui.recovery.faults import fault_reports\n"
        "def Mustermann_is_no_identifier():\n    ctypes.string_at(0)\n"
        "with fault_reports(pathlib.Path(sys.argv[1])):\n    Mustermann_is_no_identifier()\n"
    )
    script = tmp_path / "Patient.py"
    script.write_text(code)
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "logs")],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0
    (path,) = collect(tmp_path / "logs")
    text = path.read_text()
    assert "Fatal Python error" in text and "Mustermann_is_no_identifier" in text and "ctypes" in text
    assert "Patient.py" not in text and str(tmp_path) not in text
    assert collect(tmp_path / "logs") == ()


def test_a_clean_run_leaves_no_fault_file(tmp_path: Path) -> None:
    import faulthandler

    was = faulthandler.is_enabled()
    with fault_reports(tmp_path / "logs"):
        assert faulthandler.is_enabled()
    if was:
        faulthandler.enable()
    assert list((tmp_path / "logs").iterdir()) == []


def test_the_log_has_events_with_numbers_and_refuses_texts(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    with pytest.raises(TypeError):
        event("opened", patient="Mustermann")  # type: ignore[arg-type]
    window.close()
    text = (tmp_path / "logs" / "radviewer.log").read_text()
    assert "window opened" in text and "opened studies=1" in text and "window closed" in text
    assert json.dumps("Phantom") not in text and "/phantom" not in text
