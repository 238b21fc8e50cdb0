"""The settings window and the window of keys: what they show, refuse, change at once and keep."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from radviewer.core.colormaps import ColorMap
from radviewer.ui.main_window import MainWindow
from radviewer.ui.settings.dialog import SettingsWindow
from radviewer.ui.settings.feature import SettingsFeature
from radviewer.ui.shortcuts.dialog import ShortcutsWindow
from radviewer.ui.shortcuts.feature import ShortcutsFeature
from radviewer.workbench import keymap
from radviewer.workbench.keymap import KeyMap, conflicts
from radviewer.workbench.settings import Settings, ThemeName, load
from radviewer.workbench.settings_table import SETTINGS
from tests.ui.conftest import MakeWindow

Key = Qt.Key


def settings_window(window: MainWindow) -> SettingsWindow:
    window.run_action("file.settings")
    dialog = next(item for item in window.features if isinstance(item, SettingsFeature)).dialog
    assert dialog is not None
    return dialog


def keys_feature(window: MainWindow) -> ShortcutsFeature:
    return next(item for item in window.features if isinstance(item, ShortcutsFeature))


def keys_window(window: MainWindow) -> ShortcutsWindow:
    window.run_action("file.shortcuts")
    dialog = keys_feature(window).dialog
    assert dialog is not None
    return dialog


def kept(folder: Path) -> Settings:
    return load(folder / "config" / "settings.toml")[0]


# --- settings ----------------------------------------------------------------------------------------------------


def test_every_setting_has_a_row_with_its_value(make_window: MakeWindow) -> None:
    dialog = settings_window(make_window(open_study=False))
    assert [row.item.name for row in dialog.rows] == [item.name for item in SETTINGS]
    assert not any(row.reset.isEnabled() for row in dialog.rows), "a new installation has the defaults"


def test_a_change_is_in_force_and_kept_at_once(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    dialog = settings_window(window)
    box = dialog.row("color_map").editor.part
    assert isinstance(box, QComboBox)
    box.activated.emit(list(ColorMap).index(ColorMap.VIRIDIS))
    assert window.state.state.overlay.style.color_map is ColorMap.VIRIDIS
    assert kept(tmp_path).color_map is ColorMap.VIRIDIS
    assert dialog.row("color_map").reset.isEnabled()
    dialog.row("color_map").reset.click()
    assert window.state.state.overlay.style.color_map is ColorMap.INFERNO


def test_a_change_of_the_theme_reaches_window_and_menu(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(open_study=False)
    window.change_settings(theme=ThemeName.LIGHT)
    assert window.theme.name is ThemeName.LIGHT and window.parts.actions["view.theme"].isChecked()
    window.run_action("view.theme")
    assert window.theme.name is ThemeName.DARK and kept(tmp_path).theme is ThemeName.DARK


@pytest.mark.parametrize("text", ["2", "-1", "", "half", "nan", "1e9"])
def test_a_value_that_cannot_be_is_refused_with_its_reason(make_window: MakeWindow, text: str) -> None:
    window = make_window(open_study=False)
    row = settings_window(window).row("opacity")
    line = row.editor.part
    assert isinstance(line, QLineEdit)
    line.setText(text)
    line.editingFinished.emit()
    assert "from 0 to 1" in row.reason.text() and not row.reason.isHidden()
    assert window.state.state.overlay.style.opacity == Settings().opacity
    line.setText("0,75")
    line.editingFinished.emit()
    assert row.reason.isHidden() and window.state.state.overlay.style.opacity == 0.75


def test_numbers_go_by_steps_with_the_arrow_keys_and_stop_at_the_ends(make_window: MakeWindow) -> None:
    window = make_window(open_study=False)
    line = settings_window(window).row("opacity").editor.part
    QTest.keyClick(line, Key.Key_Up)
    assert window.state.state.overlay.style.opacity == 0.55
    for _ in range(20):
        QTest.keyClick(line, Key.Key_Up)
    assert window.state.state.overlay.style.opacity == 1.0


def test_the_search_finds_settings_by_any_of_their_words(make_window: MakeWindow) -> None:
    dialog = settings_window(make_window(open_study=False))
    dialog.search.setText("colour-blind")
    assert [row.item.name for row in dialog.rows if not row.isHidden()] == ["color_map"]
    dialog.search.setText("no such words")
    assert all(row.isHidden() for row in dialog.rows) and not dialog.nothing.isHidden()


def test_reset_all_brings_every_default_back(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(open_study=False)
    window.change_settings(theme=ThemeName.LIGHT, opacity=0.9, cine_rate=3.0)
    dialog = settings_window(window)
    dialog.all.click()
    changed = [item.name for item in SETTINGS if getattr(kept(tmp_path), item.name) != item.default]
    assert changed == []


def test_what_is_changed_elsewhere_is_shown_too(make_window: MakeWindow) -> None:
    window = make_window(open_study=False)
    dialog = settings_window(window)
    window.run_action("view.theme")
    assert dialog.row("theme").editor.part.currentText() == "Light"  # type: ignore[attr-defined]


# --- keys ----------------------------------------------------------------------------------------------------------


def test_a_recorded_key_works_at_once_and_after_a_restart(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    dialog = keys_window(window)
    dialog.choose("window.invert")
    dialog.record.click()
    QTest.keyClick(dialog.record, Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    assert window.parts.actions.keys.keys("window.invert") == ("Ctrl+F7",)
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for modifier, wanted in ((Qt.KeyboardModifier.ControlModifier, True),):
        QTest.keyClick(window, Key.Key_F7, modifier)
        assert window.state.state.appearance.invert is wanted
    window.close()
    again = make_window(open_study=False)
    assert again.parts.actions["window.invert"].shortcut().toString() == "Ctrl+F7"
    assert "(Ctrl+F7)" in again.parts.actions["window.invert"].toolTip()


def test_a_key_of_another_action_is_named_before_it_is_taken(make_window: MakeWindow) -> None:
    window = make_window(open_study=False)
    dialog = keys_window(window)
    dialog.choose("overlay.toggle")
    dialog.offer("P")
    assert "'Predict'" in dialog.message.text() and not dialog.take.isHidden()
    assert window.parts.actions.keys == KeyMap(), "nothing is taken before the user says so"
    dialog.take.click()
    keys = window.parts.actions.keys
    assert keys.keys("overlay.toggle") == ("P",) and keys.keys("ai.predict") == ()
    assert not window.parts.actions["ai.predict"].shortcuts()
    dialog.choose("ai.predict")
    dialog.reset.click()
    assert window.parts.actions.keys.keys("ai.predict") == ("P",)
    dialog.reset_all.click()
    assert window.parts.actions.keys == KeyMap()


def test_palette_tooltips_and_help_page_follow_the_keys(make_window: MakeWindow) -> None:
    window = make_window(open_study=False)
    keys_feature(window).show_page()
    page = keys_feature(window).page
    assert page is not None and "Ctrl+Alt+9" not in page.page.toPlainText()
    keys_feature(window).change(KeyMap().with_keys("help.about", ["Ctrl+Alt+9"]))
    assert "Ctrl+Alt+9" in page.page.toPlainText()
    window.run_action("help.palette")
    QTest.keyClicks(window.parts.palette.search, "ctrl+alt+9")
    assert window.parts.palette.list.currentItem().text() == "About radviewer"


def test_another_key_can_be_held_to_peek(make_window: MakeWindow) -> None:
    window = make_window()
    keys_feature(window).change(KeyMap().with_keys("overlay.peek", ["F7"]))
    QTest.keyPress(window, Key.Key_Space)
    assert not window.state.state.peek
    QTest.keyPress(window, Key.Key_F7)
    assert window.state.state.peek
    QTest.keyRelease(window, Key.Key_F7)
    assert not window.state.state.peek


def test_keys_are_exported_and_imported_and_never_overwrite_unasked(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(open_study=False)
    dialog = keys_window(window)
    changed = KeyMap().with_keys("view.fit", ["F7"])
    keys_feature(window).change(changed)
    path = tmp_path / "mine.toml"
    dialog.export_to(path)
    before = path.read_bytes()
    dialog.export_to(path)
    assert "exists already" in dialog.message.text() and path.read_bytes() == before
    dialog.reset_all.click()
    dialog.import_from(path)
    assert window.parts.actions.keys == changed
    path.write_text("nothing")
    dialog.import_from(path)
    assert window.parts.actions.keys == changed and "could not be read" in dialog.message.text()


def test_no_key_of_the_window_is_ambiguous(make_window: MakeWindow) -> None:
    window = make_window()
    assert conflicts(window.parts.actions.keys) == {}
    bound = [key.toString() for made in window.parts.actions.actions.values() for key in made.shortcuts()]
    always = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    bound += [part.key().toString() for part in window.findChildren(QShortcut) if part.context() in always]
    assert sorted(bound) == sorted(set(bound))


def test_damaged_keys_are_told_and_the_defaults_hold(make_window: MakeWindow, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / keymap.FILE_NAME).write_text('[keys]\n"no.such" = ["F7"]\n')
    window = make_window(open_study=False)
    assert "no.such" in window.parts.strip.text and window.parts.actions.keys == KeyMap()
