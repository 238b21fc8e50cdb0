"""Opening, refusing, telling, keeping, closing: what the window does around the image."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from radviewer.core.errors import InputProblem, UnreadableFile
from radviewer.core.study import Catalog, Instance, Series, Study
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback
from radviewer.io.decode_pool import Priority
from radviewer.ui.backends import Models
from radviewer.ui.main_window import MainWindow
from radviewer.ui.notice import MARK
from radviewer.ui.palette import found
from radviewer.ui.theme import TEXT_PAIRS, Theme, contrast
from radviewer.workbench.actions import ACTIONS, Menu
from radviewer.workbench.settings import ThemeName, load
from radviewer.workbench.state import Layout
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import FakeDecoder, FakeWorker, make_catalog, refused

Key = Qt.Key


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window, key, modifier)


# --- opening ---------------------------------------------------------------------------------------------------


def test_an_empty_window_says_what_to_do(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(open_study=False)
    texts = [part.text() for part in window.parts.empty.findChildren(QLabel)]
    assert "Drop a study here" in texts
    assert window.parts.pages.currentWidget() is window.parts.empty
    assert not window.parts.actions["view.rotate_right"].isEnabled()


def test_dropped_files_are_opened(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(open_study=False)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/phantom")])
    window.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: window.state.facts.count == 3)
    assert window.parts.pages.currentWidget() is window.parts.grid


def test_the_first_image_is_shown_while_the_rest_is_still_scanned(make_window: MakeWindow, qtbot: QtBot) -> None:
    go_on = threading.Event()
    catalog = make_catalog(5)

    def slow(paths: Sequence[Path], token: CancellationToken, progress: ProgressCallback) -> Catalog:
        progress(Progress("reading headers", 40))
        go_on.wait(10)
        return catalog

    window = make_window(catalog, scan=slow, open_study=False)
    window.open_paths((Path("/phantom"),))
    qtbot.waitUntil(lambda: window.scene.panes[0].prepared is not None)
    qtbot.waitUntil(lambda: "Reading headers 40" in window.parts.status.task.text())
    assert window.opener.busy and window.state.facts.count == 0
    go_on.set()
    qtbot.waitUntil(lambda: window.state.facts.count == 5)
    assert not window.opener.busy and window.parts.status.task.isHidden()


def test_escape_stops_a_scan(make_window: MakeWindow, qtbot: QtBot) -> None:
    def endless(paths: Sequence[Path], token: CancellationToken, progress: ProgressCallback) -> Catalog:
        while True:
            token.check()
            time.sleep(0.005)

    window = make_window(scan=endless, open_study=False)
    window.state.wish(auto_predict=False)
    window.open_paths((Path("/phantom"),))
    qtbot.waitUntil(lambda: window.opener.busy)
    press(window, Key.Key_Escape)
    assert not window.opener.busy


def test_the_browser_lists_patients_studies_and_series_with_thumbnails(make_window: MakeWindow, qtbot: QtBot) -> None:
    decoder = FakeDecoder()
    window = make_window(make_catalog(3, 2), decoder=decoder)
    browser = window.parts.browser
    assert [series.uid for series in browser.shown_series] == ["1.2.0", "1.2.1"]
    qtbot.waitUntil(lambda: browser._items["1.2.1"].data(int(Qt.ItemDataRole.UserRole) + 3) is not None)
    assert {priority for _, priority in decoder.asked} >= {Priority.SCREEN, Priority.THUMBNAIL}
    browser.search.setText("phantom coronal")
    assert [series.uid for series in browser.shown_series] == ["1.2.1"]
    browser.search.setText("")
    browser.tree.clicked.emit(browser._items["1.2.1"].index())
    qtbot.waitUntil(lambda: window.state.facts.count == 2)


def test_opening_more_adds_to_what_is_open(make_window: MakeWindow, qtbot: QtBot) -> None:
    catalogs = [
        make_catalog(2),
        Catalog((Study("9", "Other", "P-2", "", "", (Series("9.1", "More", "MR", (Instance(Path("/m.dcm")),)),)),)),
    ]
    window = make_window(scan=lambda paths, token, progress: catalogs.pop(0))
    window.open_paths((Path("/more"),))
    qtbot.waitUntil(lambda: len(window.opener.catalog.studies) == 2)
    assert window.state.facts.count == 2
    assert len(window.parts.browser.shown_series) == 2


def test_closing_all_studies_shows_the_invitation_again(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.run_action("file.close_all")
    assert window.parts.pages.currentWidget() is window.parts.empty
    assert window.scene.panes[0].prepared is None and window.parts.browser.shown_series == ()


# --- what goes wrong -------------------------------------------------------------------------------------------


def test_refused_files_are_summed_up_in_the_strip_and_the_rest_is_shown(make_window: MakeWindow, qtbot: QtBot) -> None:
    good = make_catalog(2)
    bad = tuple(refused(f"/{n}.dcm", UnreadableFile(f"{n}.dcm: truncated.", hint="Copy it again.")) for n in range(3))
    window = make_window(Catalog(good.studies, bad))
    assert window.parts.strip.text == "3 files could not be opened; the rest is shown."
    assert window.parts.strip.details.count("Copy it again.") == 3
    window.parts.strip._copy_details()
    assert "2.dcm: truncated." in QGuiApplication.clipboard().text()


def test_a_folder_without_images_says_so(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(open_study=False, scan=lambda paths, token, progress: Catalog())
    window.state.wish(auto_predict=False)
    window.open_paths((Path("/empty"),))
    qtbot.waitUntil(lambda: "No images" in window.parts.strip.text)


def test_a_missing_path_is_a_sentence_and_the_window_stays_alive(make_window: MakeWindow, qtbot: QtBot) -> None:
    def fail(paths: Sequence[Path], token: CancellationToken, progress: ProgressCallback) -> Catalog:
        raise InputProblem("/nowhere: there is no such file or folder.", hint="Check the name.")

    window = make_window(open_study=False, scan=fail)
    window.open_paths((Path("/nowhere"),))
    qtbot.waitUntil(lambda: "/nowhere" in window.parts.strip.text)
    assert "Check the name." in window.parts.strip.text and window.isVisible()


def test_an_image_that_cannot_be_decoded_leaves_the_others_readable(make_window: MakeWindow, qtbot: QtBot) -> None:
    instances = tuple(Instance(Path(f"/{name}.dcm")) for name in ("a", "broken", "c"))
    catalog = Catalog((Study("1", "P", "1", "", "", (Series("1.1", "S", "CT", instances),)),))
    window = make_window(catalog)
    window.navigator.step(1)
    qtbot.waitUntil(lambda: "broken.dcm" in window.parts.strip.text)
    assert window.scene.panes[0].prepared is None and window.scene.problem is not None
    assert window.scene.panes[0].message == "This image cannot be shown"
    window.navigator.step(1)
    qtbot.waitUntil(lambda: window.scene.panes[0].prepared is not None)
    assert window.parts.strip.text == "" and window.scene.panes[0].message == ""
    assert window.state.facts.index == 2 and window.scene.problem is None


def test_a_first_file_that_is_damaged_does_not_stop_the_opening(make_window: MakeWindow, qtbot: QtBot) -> None:
    instances = tuple(Instance(Path(f"/{name}.dcm")) for name in ("broken", "b"))
    catalog = Catalog((Study("1", "P", "1", "", "", (Series("1.1", "S", "CT", instances),)),))
    window = make_window(catalog, open_study=False)
    window.open_paths((Path("/x"),))
    qtbot.waitUntil(lambda: window.state.facts.count == 2)
    qtbot.waitUntil(lambda: "broken.dcm" in window.parts.strip.text)
    window.navigator.step(1)
    qtbot.waitUntil(lambda: window.scene.panes[0].prepared is not None)


def test_an_error_that_nobody_caught_goes_to_the_strip(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    try:
        raise ZeroDivisionError("a defect")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: "Something went wrong" in window.parts.strip.text)
    assert "Traceback" in window.parts.strip.details
    worker = threading.Thread(target=lambda: 1 / 0)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: "division by zero" in window.parts.strip.text)
    assert window.isVisible()


def test_model_packs_that_cannot_be_used_are_named(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(models=Models((), ("The pack 'x' is altered. Install it again.",)), open_study=False)
    qtbot.waitUntil(lambda: "altered" in window.parts.strip.text)
    assert not window.parts.findings.predict.isEnabled()


# --- notice, palette, menus --------------------------------------------------------------------------------------


def test_the_notice_is_accepted_once_and_the_mark_stays(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(open_study=False)
    assert not window.parts.notice.isHidden()
    QTest.mouseClick(window.parts.notice.button, Qt.MouseButton.LeftButton)
    assert window.parts.notice.isHidden()
    assert load(tmp_path / "config" / "settings.toml")[0].notice_accepted
    again = make_window(open_study=False)
    assert again.parts.notice.isHidden() and again.parts.status.mark.text() == MARK


def test_the_palette_finds_and_runs_actions_with_the_keyboard_alone(make_window: MakeWindow) -> None:
    window = make_window()
    press(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.parts.palette
    assert not palette.isHidden()
    QTest.keyClicks(palette.search, "linked")
    QTest.keyClick(palette.search, Key.Key_Return)
    assert palette.isHidden() and window.state.state.layout is Layout.LINKED
    press(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(palette.search, Key.Key_Escape)
    assert palette.isHidden()


def test_the_palette_offers_every_action_and_prefers_its_beginning() -> None:
    assert {item.id for item in found("")} == {item.id for item in ACTIONS}
    assert found("rotate")[0].text.startswith("Rotate")
    assert found("no such thing") == ()


def test_menus_toolbar_and_context_menu_are_the_table(make_window: MakeWindow) -> None:
    window = make_window(open_study=False)
    parts = window.parts

    def ids(actions: list[QAction]) -> list[str]:
        return [str(item.data()) for item in actions if not item.isSeparator()]

    for menu in Menu:
        assert ids(parts.menus[menu].actions()) == [item.id for item in ACTIONS if item.menu is menu]
    assert ids(parts.context.actions()) == [item.id for item in ACTIONS if item.context]
    buttons = set()
    for button in parts.toolbar.findChildren(QToolButton):
        default = button.defaultAction()
        name = default.data() if default is not None else button.property("action_id")
        if name:
            buttons.add(name)
    assert buttons == {item.id for item in ACTIONS if item.toolbar}
    assert set(window.commands.handlers) == {item.id for item in ACTIONS}


def test_every_key_of_the_table_is_bound_once(make_window: MakeWindow) -> None:
    window = make_window(open_study=False)
    for item in ACTIONS:
        bound = [shortcut.toString() for shortcut in window.parts.actions[item.id].shortcuts()]
        assert bound == ([] if item.held or item.twice else list(item.keys))


# They ask for a file, end the program, open another one, or work for long in the background.
BLOCKING = {
    "file.open", "file.open_folder", "file.quit", "file.print", "help.logs", "measure.export", "explain.evidence",
    "explain.masks", "study.demo",
}  # fmt: skip
# They say what they need and what is not here: a volume, a rule that fits, a second screen, a map.
TELLING = {"series.reformat", "hang.apply", "screen.next", "explain.trust", "explain.export", "file.reopen"}


@pytest.mark.parametrize(
    "item",
    [item for item in ACTIONS if item.id not in BLOCKING],
    ids=lambda item: item.id,
)
def test_every_action_runs_without_a_study_and_with_one(make_window: MakeWindow, qtbot: QtBot, item: object) -> None:
    with capture_exceptions() as caught:
        for open_study in (False, True):
            window = make_window(open_study=open_study)
            window.run_action(item.id)  # type: ignore[attr-defined]
            qtbot.wait(5)
            assert window.parts.strip.text == "" or item.id in TELLING  # type: ignore[attr-defined]
            window.close()
            for other in window.findChildren(type(window).__mro__[1]):
                other.close()
    assert caught == []


# --- theme, settings, end -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(ThemeName))
def test_every_text_of_a_theme_has_the_contrast_of_wcag_aa(name: ThemeName) -> None:
    theme = Theme(name)
    poor = {
        pair: round(contrast(theme[pair[0]], theme[pair[1]]), 2)
        for pair in TEXT_PAIRS
        if contrast(theme[pair[0]], theme[pair[1]]) < 4.5
    }
    assert poor == {}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_wishes_and_places_come_back_after_a_restart(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(open_study=False, size=(1100, 700))
    window.state.map_style(opacity=0.75)
    window.state.wish(layout=Layout.LINKED, annotations=False, auto_predict=False)
    window.run_action("view.left_dock")
    window.run_action("view.theme")
    window.close()
    again = make_window(open_study=False)
    state = again.state.state
    assert (state.overlay.style.opacity, state.layout, state.annotations, state.auto_predict) == (
        0.75,
        Layout.LINKED,
        False,
        False,
    )
    assert again.left_dock.isHidden() and again.parts.actions["view.theme"].isChecked()


def test_closing_while_a_model_runs_and_images_decode_does_not_hang(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker, decoder = FakeWorker(manual=True), FakeDecoder()
    window = make_window(worker=worker, decoder=decoder)
    qtbot.waitUntil(lambda: window.assistant.busy)
    decoder.hold()
    window.navigator.step(2)
    begin = time.monotonic()
    window.close()  # the worker and the decoder would never end by themselves
    assert time.monotonic() - begin < 15 and worker.cancelled >= 1


def test_no_identifier_of_the_patient_is_kept_in_the_settings(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    window.close()
    text = (tmp_path / "config" / "settings.toml").read_text()
    for word in ("Phantom", "Alpha", "P-1", "/phantom"):
        assert word not in text


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_the_window_keeps_to_the_size_it_is_given(make_window: MakeWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    window = make_window(size=size)
    window.state.wish(layout=Layout.LINKED)
    qtbot.wait(20)
    assert (window.width(), window.height()) == size
    area = window.right_dock.widget()
    assert area.widget().width() <= area.viewport().width()  # type: ignore[attr-defined]
