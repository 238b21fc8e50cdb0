"""Further windows, screens and places; two screens of different scaling in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from radviewer.ui.layouts.board_window import BoardWindow
from radviewer.ui.layouts.screens import ScreensFeature, current_key, fitted, written_geometry
from radviewer.ui.main_window import MainWindow
from radviewer.workbench.cells import Link
from radviewer.workbench.layout_store import FILE_NAME, LayoutsKept, WindowPlaces, load_layouts, save_layouts
from radviewer.workbench.settings import Settings, save
from radviewer.workbench.shares import Shares
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import FakeDecoder
from tests.ui.planes import make_planes_catalog, plane_image

NO = Qt.KeyboardModifier.NoModifier
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def nothing_hangs_by_itself(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    save(Settings(hang_studies=False, auto_predict=False), tmp_path / "config" / "settings.toml")


def planes(make_window: MakeWindow) -> MainWindow:
    return make_window(make_planes_catalog(), decoder=FakeDecoder(plane_image))


def screens(window: MainWindow) -> ScreensFeature:
    return next(feature for feature in window.features if isinstance(feature, ScreensFeature))


def opened(window: MainWindow, qtbot: QtBot) -> BoardWindow:
    window.run_action("screen.open")
    (further,) = screens(window).windows
    qtbot.waitUntil(lambda: further.grid.shown[0].pane.prepared is not None)
    return further


def test_a_further_window_shows_a_cell_of_its_own(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes(make_window)
    further = opened(window, qtbot)
    assert window.state.state.active == 1 and len(window.parts.grid.shown) == 1
    window.navigator.show_series("v.1")
    qtbot.waitUntil(lambda: not window.scene.loading)
    assert further.grid.shown[0].pane.title == "Coronal 2.5 mm"
    assert window.parts.grid.shown[0].pane.title == "Axial 2.5 mm"
    assert further.grid.shown[0].pane.line is None  # of the active image itself
    QTest.mouseClick(window.parts.grid.shown[0].viewport(), Qt.MouseButton.LeftButton, NO, QPoint(30, 30))
    assert window.state.state.active == 0
    assert further.grid.shown[0].pane.line is not None


def test_keys_and_grids_work_in_a_further_window(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes(make_window)
    further = opened(window, qtbot)
    further.activateWindow()
    qtbot.waitUntil(further.isActiveWindow)
    view = further.grid.shown[0]
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not window.scene.loading)
    assert [known.index for known in window.state.facts.cells] == [1, 1]  # linked by position
    QTest.keyClick(view, Qt.Key.Key_I)
    assert [cell.appearance.invert for cell in window.state.state.cells] == [False, True]
    QTest.keyClick(view, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert len(further.grid.shown) == 2 and len(window.parts.grid.shown) == 1


def test_closing_a_further_window_takes_its_panes_along(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes(make_window)
    further = opened(window, qtbot)
    further.close()
    assert len(window.state.state.cells) == 1 and screens(window).windows == ()
    assert window.state.facts.prepared is not None
    opened(window, qtbot)
    window.run_action("file.close_all")
    assert screens(window).windows == ()


def test_links_shares_and_places_come_back(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = planes(make_window)
    window.run_action("link.window")
    window.run_action("layout.1x2")
    window.parts.grid._borders[0].dragged.emit(round(window.parts.grid.width() * 0.3))
    further = opened(window, qtbot)
    further.setGeometry(50, 60, 500, 400)
    window.setGeometry(20, 30, 900, 600)
    window.close()
    kept, complaints = load_layouts(tmp_path / "config" / FILE_NAME)
    assert complaints == () and Link.WINDOW in kept.links and (1, 2) in kept.shares
    assert current_key() in kept.places and len(kept.places[current_key()].further) == 1
    again = make_window(make_planes_catalog(), decoder=FakeDecoder(plane_image), size=(900, 600))
    assert Link.WINDOW in again.state.state.links
    again.run_action("layout.1x2")
    left, right = again.parts.grid.shown
    assert left.width() < right.width()
    assert opened(again, qtbot).size().toTuple() == (500, 400)


def test_the_place_of_a_window_is_kept_a_moment_after_it_moved(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = planes(make_window)
    further = opened(window, qtbot)
    further.setGeometry(60, 70, 510, 420)
    path = tmp_path / "config" / FILE_NAME

    def kept() -> bool:
        return path.exists() and load_layouts(path)[0].places[current_key()].further == (written_geometry(further),)

    qtbot.waitUntil(kept, timeout=10_000)  # the program still runs: a crash would find it there


def test_with_one_screen_moving_on_says_so(make_window: MakeWindow) -> None:
    window = planes(make_window)
    window.run_action("screen.next")
    assert window.parts.strip.text == "There is only one screen."


def test_a_window_keeps_its_relative_place_on_another_screen_and_fits_it() -> None:
    source, target = QRect(0, 0, 1000, 1000), QRect(1000, 0, 500, 400)
    assert fitted(QRect(100, 100, 300, 200), source, target) == QRect(1029, 25, 300, 200)
    assert fitted(QRect(0, 0, 1000, 1000), source, target) == QRect(1000, 0, 500, 400)
    assert fitted(QRect(700, 800, 300, 200), source, target) == QRect(1200, 200, 300, 200)


def test_a_kept_file_that_is_damaged_gives_the_defaults_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    for text, words in (
        ("{", "could not be read"),
        ("[]", "no table"),
        ('{"links": ["telepathy"]}', "telepathy"),
        ('{"shares": {"1x2": {"rows": [1.0], "columns": [0.9, 0.9]}}}', "1x2"),
        ('{"places": {"a": {}}}', "places"),
    ):
        path.write_text(text)
        kept, complaints = load_layouts(path)
        assert kept == LayoutsKept() and len(complaints) == 1 and words in complaints[0]


def test_places_are_kept_for_a_dozen_sets_of_screens(tmp_path: Path) -> None:
    kept = LayoutsKept(frozenset({Link.ZOOM}), {(2, 1): Shares((0.25, 0.75), (1.0,))})
    for number in range(20):
        kept = kept.with_places(f"set{number}", WindowPlaces("m", "d", ("a", "b")))
    save_layouts(kept, tmp_path / FILE_NAME)
    again, _ = load_layouts(tmp_path / FILE_NAME)
    assert again == kept and list(again.places) == [f"set{number}" for number in range(8, 20)]


TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from radviewer import app
application = app.make_application()
from radviewer.ui.main_window import MainWindow
from radviewer.ui.layouts.screens import current_key
from radviewer.workbench.settings import Settings, save
from tests.ui.fakes import FakeDecoder, make_backends
from tests.ui.planes import make_planes_catalog, plane_image
folder = Path(sys.argv[1])
(folder / "config").mkdir(exist_ok=True)
save(Settings(hang_studies=False, auto_predict=False, notice_accepted=True), folder / "config" / "settings.toml")
first, second = QGuiApplication.screens()
assert (first.devicePixelRatio(), second.devicePixelRatio()) == (1.0, 2.0), "scaling"
window = MainWindow(make_backends(folder, make_planes_catalog(), decoder=FakeDecoder(plane_image)))
window.resize(1000, 700)
window.show()
window.open_paths((Path("/p"),))
while window.state.facts.count == 0:
    application.processEvents()
assert window.screen() is first
window.run_action("view.one_to_one")
view = window.parts.grid.shown[0]
assert view.placement.scale == 1.0, view.placement.scale
window.run_action("screen.next")
for _ in range(20):
    application.processEvents()
assert window.screen() is second, "moved"
assert view.devicePixelRatioF() == 2.0
assert view.placement.scale == 0.5, view.placement.scale
window.close()
application.processEvents()
print("done", current_key())
"""


@pytest.mark.slow
def test_one_to_one_stays_one_device_pixel_when_a_window_goes_to_a_finer_screen(tmp_path: Path) -> None:
    names = (("desk", 0, 1366, 768), ("fine", 1366, 1920, 1080))
    layout = {
        "synchronousWindowSystemEvents": False,
        "windowFrameMargins": False,
        "screens": [
            {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "logicalBaseDpi": 96}
            for name, x, width, height in names
        ],
    }
    (tmp_path / "screens.json").write_text(json.dumps(layout))
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}",
        "QT_SCREEN_SCALE_FACTORS": "desk=1;fine=2",
        "RADVIEWER_HOME": str(tmp_path / "home"),
    }
    result = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(tmp_path)],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "done" in result.stdout, result.stderr
