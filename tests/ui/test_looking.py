"""Magnifier, window by region, colours, presets, de-identified mode."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QTableWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from radviewer.core.colormaps import ColorMap, color_table
from radviewer.core.grayscale import Presentation, display_values
from radviewer.core.image import Window
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.canvas.magnifier_item import lens_factor, lens_placement
from radviewer.ui.main_window import MainWindow
from radviewer.ui.measuring.corner_editor import CornerEditor
from radviewer.ui.measuring.draft import Tool
from radviewer.ui.measuring.looking import LookingFeature
from radviewer.ui.measuring.preset_editor import PresetEditor
from radviewer.workbench.corner_fields import CornerField
from radviewer.workbench.presets import FILE_NAME, load_presets, presets
from radviewer.workbench.state import Layout
from radviewer.workbench.viewing import Placement
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import SHAPE, SQUARE, FakeDecoder, make_catalog
from tests.ui.measuring_tools import calm, drag, measured, measuring, move, named_image, pane, press, screen

Key = Qt.Key


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    made = make_window(make_catalog(2), decoder=FakeDecoder(named_image))
    calm(made)
    return made


def looking(window: MainWindow) -> LookingFeature:
    return next(item for item in window.features if isinstance(item, LookingFeature))


def rgb(view: ImageView) -> np.ndarray:
    picture = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return lines[:, : picture.width() * 3].reshape(picture.height(), picture.width(), 3).copy()


def test_the_window_of_a_region_spans_its_values_and_the_tool_is_put_down(window: MainWindow) -> None:
    top, left, side = SQUARE
    press(window, Key.Key_W)
    assert window.parts.actions["window.region"].isChecked()
    drag(pane(window), screen(pane(window), top, left - side), screen(pane(window), top + side, left + side))
    voi = window.scene.panes[0].voi
    assert isinstance(voi, Window) and (voi.center, voi.width, voi.name) == (176.0, 400.0, "region")
    assert measuring(window).canvas.tool is Tool.NONE and not window.parts.actions["window.region"].isChecked()
    assert measured(window) == ()


def test_a_region_of_one_value_says_so_and_leaves_the_window(window: MainWindow) -> None:
    before = window.scene.panes[0].voi
    press(window, Key.Key_W)
    drag(pane(window), screen(pane(window), 2, 2), screen(pane(window), 10, 10))
    assert window.scene.panes[0].voi is before and "one value" in window.parts.strip.text


@pytest.mark.parametrize("colors", list(ColorMap))
def test_grey_values_get_exactly_the_colours_of_the_map(window: MainWindow, colors: ColorMap) -> None:
    view = pane(window)
    press(window, Key.Key_T)
    press(window, Key.Key_O)
    window.run_action(f"window.colors_{colors.value}")
    x, y = (round(part) for part in screen(view, 0, 0))
    shown = rgb(view)[y : y + SHAPE[0], x : x + SHAPE[1]]
    assert view.pane.prepared is not None
    gray = display_values(view.pane.prepared.image, Presentation(view.pane.voi))
    assert (shown == color_table(colors)[gray]).all()
    assert window.parts.actions[f"window.colors_{colors.value}"].isChecked()


def test_the_next_colour_map_comes_round_to_grey(window: MainWindow) -> None:
    seen = []
    for _ in range(len(ColorMap) + 1):
        window.run_action("window.next_colors")
        seen.append(window.state.state.appearance.color_map)
    assert seen == [*ColorMap, None] and window.parts.actions["window.colors_grey"].isChecked()


def test_the_lens_shows_the_pixels_under_the_cursor_larger(window: MainWindow) -> None:
    view = pane(window)
    press(window, Key.Key_T)
    press(window, Key.Key_O)
    top, left, side = SQUARE
    plain = rgb(view)[..., 0] > 200
    press(window, Key.Key_M)
    move(view, screen(view, top + side / 2, left + side / 2))
    lens = rgb(view)[..., 0] > 200
    factor = lens_factor(view.placement)  # type: ignore[arg-type]
    assert factor == 2.0
    assert plain.sum() == side * side
    rows, columns = np.nonzero(lens)
    # Its border is interpolated over one pixel of the screen at each side.
    assert (np.ptp(rows) + 1, np.ptp(columns) + 1) == pytest.approx((factor * side, factor * side), abs=2)
    x, y = screen(view, top + side / 2, left + side / 2)
    assert (rows.mean() + 0.5, columns.mean() + 0.5) == pytest.approx((y, x), abs=1.0)
    press(window, Key.Key_M)
    window.state.wish(cursor=None)  # its cross would cover pixels
    assert (rgb(view)[..., 0] > 200).sum() == side * side


def test_the_point_under_the_cursor_stays_under_it_in_the_lens() -> None:
    placed = Placement(0.0, -0.4, 0.2, 0.0, 300.0, 20.0, 0.2)
    made = lens_placement(placed, (70.5, 30.25), lens_factor(placed), (90.0, 120.0))
    assert made.to_screen(70.5, 30.25) == pytest.approx((90.0, 120.0))
    assert made.scale == pytest.approx(1.0)  # a small view is enlarged until its pixels are the screen's


def test_the_lens_follows_the_shared_cursor_in_linked_panes(window: MainWindow, qtbot: QtBot) -> None:
    window.state.wish(layout=Layout.LINKED)
    qtbot.waitUntil(lambda: len(window.parts.grid.shown) == 3 and window.parts.grid.shown[2].placement is not None)
    qtbot.wait(50)
    press(window, Key.Key_M)
    first = window.parts.grid.shown[0]
    move(first, screen(first, 20, 30))
    lenses = looking(window)._lenses
    assert [lenses[view].isVisible() for view in window.parts.grid.shown] == [True, True, True]


def test_presets_are_edited_kept_and_in_force_at_once_and_after_a_restart(make_window: MakeWindow) -> None:
    window = make_window(make_catalog(1), decoder=FakeDecoder(named_image))
    editor = PresetEditor("CT", window.scene.panes[0].voi, window)
    editor.kept.connect(looking(window).keep_presets)
    editor.show()
    editor.table.setRowCount(0)
    editor.add(Window(40, 80, name="Stroke"))
    editor._keep()
    assert [item.name for item in presets()["CT"]] == ["Stroke"]
    press(window, Key.Key_2)
    assert window.scene.panes[0].voi == Window(40, 80, name="Stroke")
    assert "Stroke" in window.parts.actions["window.preset_2"].text()
    window.close()
    assert presets()["CT"][0].name == "Brain"
    again = make_window(make_catalog(1), decoder=FakeDecoder(named_image))
    press(again, Key.Key_2)
    assert again.scene.panes[0].voi == Window(40, 80, name="Stroke")
    found, complaint = load_presets(again.backends.settings_path.with_name(FILE_NAME))
    assert complaint == "" and set(found) == {"CT"}


def test_the_editor_refuses_a_window_that_cannot_be_and_keeps_nothing(window: MainWindow) -> None:
    editor = PresetEditor("MR", None, window)
    kept: list[object] = []
    editor.kept.connect(kept.append)
    editor.add(Window(40, 80, name="Good"))
    editor.table.setItem(0, 1, QTableWidgetItem("0.2"))
    editor._keep()
    assert kept == [] and "Row 1" in editor.complaint.text()
    editor.table.setItem(0, 1, QTableWidgetItem("12,5"))
    editor._keep()
    assert kept == [{"MR": (Window(40.0, 12.5, name="Good"),)}]


def test_damaged_presets_are_told_at_the_start_and_the_programs_own_are_used(make_window: MakeWindow) -> None:
    first = make_window(open_study=False)
    path = first.backends.settings_path.with_name(FILE_NAME)
    first.close()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[[CT]]\nname = 'x'\n", encoding="utf-8")
    second = make_window(open_study=False)
    assert FILE_NAME in second.parts.strip.text and presets()["CT"][0].name == "Brain"


def shown_text(window: MainWindow) -> str:
    """All words on the screen: of the panes, of every widget, and the window's title."""
    texts = [line for view in window.parts.grid.views for line in (*view._texts.top_left, *view._texts.bottom_left)]
    for widget in window.findChildren(QWidget):
        for name in ("text", "title", "windowTitle", "toolTip", "placeholderText"):
            value = getattr(widget, name, None)
            texts.append(str(value()) if callable(value) and widget.isVisible() else "")
    browser = window.parts.browser
    for tree in browser.findChildren(QAbstractItemView):
        model = tree.model()
        pending = [QModelIndex()]
        while pending and model is not None:
            parent = pending.pop()
            for row in range(model.rowCount(parent)):
                index = model.index(row, 0, parent)
                texts += [str(model.data(index, role) or "") for role in (0, 3)]
                pending.append(index)
    return "\n".join((*texts, window.windowTitle()))


def test_de_identified_mode_hides_the_patient_everywhere_and_the_rest_stays(make_window: MakeWindow) -> None:
    window = make_window(make_catalog(2), decoder=FakeDecoder(named_image))
    window.state.wish(corners=frozenset(CornerField))
    press(window, Key.Key_F7)
    press(window, Key.Key_K)
    assert "Phantom, Alpha" in shown_text(window) and "2026-01-01" in shown_text(window)
    press(window, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    words = shown_text(window)
    for canary in ("Phantom", "Alpha", "P-1", "2026-01-01", "20260101", "Generated", "Axial"):
        assert canary not in words, canary
    assert "CT  HEAD" in words and "W 400" in words
    window.close()
    again = make_window(make_catalog(2), decoder=FakeDecoder(named_image))
    assert again.state.state.deidentified and "Phantom" not in shown_text(again)


def test_the_corner_editor_changes_the_panes_at_once(window: MainWindow) -> None:
    window.run_action("view.corners")
    (editor,) = window.findChildren(CornerEditor)
    editor.boxes[CornerField.PATIENT].setChecked(True)
    editor.boxes[CornerField.ZOOM].setChecked(False)
    texts = pane(window)._texts
    assert texts.top_left == ("Axial", "Phantom, Alpha") and "z " not in texts.bottom_left[1]
    editor.close()
