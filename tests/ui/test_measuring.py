"""Drawing, editing, keeping and listing measurements in the window, by mouse and keys."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from radviewer.core.measurement import FigureKind
from radviewer.ui.main_window import MainWindow
from radviewer.ui.measuring.draft import Tool
from radviewer.ui.measuring.list_panel import MeasurementList
from radviewer.workbench.measuring.shapes import crossed, lines
from radviewer.workbench.state import Layout
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import SQUARE, FakeDecoder, make_catalog
from tests.ui.measuring_tools import (
    calm,
    click,
    double_click,
    drag,
    measured,
    measuring,
    move,
    named_image,
    pane,
    press,
    screen,
)
from tests.ui.test_viewing import wheel

Key, Kind = Qt.Key, FigureKind
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    made = make_window(make_catalog(3, 2), decoder=FakeDecoder(named_image))
    calm(made)
    return made


def draw_distance(
    window: MainWindow, start: tuple[float, float] = (10, 10), end: tuple[float, float] = (10, 50)
) -> None:
    press(window, Key.Key_D)
    drag(pane(window), screen(pane(window), *start), screen(pane(window), *end))
    press(window, Key.Key_Escape)


def points(window: MainWindow, index: int = 0) -> list[tuple[float, float]]:
    return [(round(r, 6), round(c, 6)) for r, c in measured(window)[index].figure.points]


def test_a_rectangle_around_the_square_has_the_squares_value(window: MainWindow) -> None:
    top, left, side = SQUARE
    press(window, Key.Key_E, SHIFT)
    drag(pane(window), screen(pane(window), top, left), screen(pane(window), top + side, left + side))
    values = measured(window)[0].values
    assert values is not None and values.statistics is not None
    assert (values.statistics.mean, values.statistics.deviation) == (376.0, 0.0)
    assert (values.statistics.count, values.statistics.unit) == (side * side, "HU")
    assert values.area == pytest.approx((side * 0.5) ** 2, rel=1e-9)


@pytest.mark.parametrize(
    ("key", "modifier", "kind"),
    [
        (Key.Key_D, Qt.KeyboardModifier.NoModifier, Kind.DISTANCE),
        (Key.Key_E, Qt.KeyboardModifier.NoModifier, Kind.ELLIPSE),
        (Key.Key_E, SHIFT, Kind.RECTANGLE),
    ],
)
def test_two_clicks_draw_what_a_drag_draws(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier, kind: FigureKind
) -> None:
    view = pane(window)
    press(window, key, modifier)
    click(view, screen(view, 8, 8))
    click(view, screen(view, 30, 40))
    press(window, Key.Key_Escape)
    press(window, key, modifier)
    drag(view, screen(view, 8, 8), screen(view, 30, 40))
    assert [item.figure.kind for item in measured(window)] == [kind, kind]
    assert points(window, 0) == points(window, 1) == [(8, 8), (30, 40)]


def test_angle_and_cobb_by_clicks_and_by_drags(window: MainWindow) -> None:
    view = pane(window)
    corners = [(10, 10), (10, 40), (40, 40), (45, 10)]
    press(window, Key.Key_A)
    for corner in corners[:3]:
        click(view, screen(view, *corner))
    press(window, Key.Key_B)
    for corner in corners:
        click(view, screen(view, *corner))
    press(window, Key.Key_Escape)
    press(window, Key.Key_B)
    drag(view, screen(view, *corners[0]), screen(view, *corners[1]))
    drag(view, screen(view, *corners[2]), screen(view, *corners[3]))
    assert [item.figure.kind for item in measured(window)] == [Kind.ANGLE, Kind.COBB, Kind.COBB]
    assert points(window, 1) == points(window, 2) == corners
    angle = measured(window)[0].values
    assert angle is not None and angle.degrees == pytest.approx(90)


@pytest.mark.parametrize("end", ["enter", "double", "first corner"])
def test_an_outline_by_clicks_ends_with_enter_a_double_click_or_its_first_corner(window: MainWindow, end: str) -> None:
    view = pane(window)
    press(window, Key.Key_F)
    for corner in [(10, 10), (10, 40), (40, 40)]:
        click(view, screen(view, *corner))
    assert measured(window) == ()
    if end == "enter":
        press(window, Key.Key_Return)
    elif end == "double":
        double_click(view, screen(view, 40, 10))
    else:
        click(view, screen(view, 10, 10))
    (item,) = measured(window)
    assert item.figure.kind is Kind.FREEHAND
    assert points(window)[:3] == [(10, 10), (10, 40), (40, 40)]
    assert len(item.figure.points) == (4 if end == "double" else 3)


def test_an_outline_drawn_with_the_button_down_is_closed_when_it_is_let_go(window: MainWindow) -> None:
    view = pane(window)
    press(window, Key.Key_F)
    drag(view, *(screen(view, *corner) for corner in [(10, 10), (10, 40), (40, 40), (40, 10)]), steps=20)
    values = measured(window)[0].values
    assert values is not None and values.area == pytest.approx(30 * 30 * 0.25, rel=0.01)


def test_escape_gives_up_the_figure_then_the_tool_then_the_selection(window: MainWindow) -> None:
    draw_distance(window)
    feature = measuring(window)
    press(window, Key.Key_A)
    click(pane(window), screen(pane(window), 30, 30))
    assert feature.canvas.draft is not None
    press(window, Key.Key_Escape)
    assert feature.canvas.draft is None and feature.canvas.tool is Tool.ANGLE
    press(window, Key.Key_Escape)
    assert feature.canvas.tool is Tool.NONE
    click(pane(window), screen(pane(window), 10, 30))
    assert feature.canvas.selected is not None
    press(window, Key.Key_Escape)
    assert feature.canvas.selected is None and len(measured(window)) == 1


def test_a_click_without_a_drag_or_a_box_without_a_size_draws_nothing(window: MainWindow) -> None:
    view = pane(window)
    press(window, Key.Key_E)
    click(view, screen(view, 10, 10))
    click(view, screen(view, 10, 10))
    assert measured(window) == ()


@pytest.mark.parametrize("key", [Key.Key_E, Key.Key_F])
def test_a_region_drawn_beside_the_image_is_none(window: MainWindow, key: Qt.Key) -> None:
    view = pane(window)
    press(window, key)
    drag(view, screen(view, -9, 20), screen(view, -3, 45))  # above its first row
    assert measured(window) == ()


def test_handles_and_figures_are_dragged_and_each_drag_is_one_undo(window: MainWindow) -> None:
    view = pane(window)
    draw_distance(window)
    drag(view, screen(view, 10, 50), screen(view, 34, 28))  # its end
    assert points(window) == [(10, 10), (34, 28)]
    values = measured(window)[0].values
    assert values is not None and values.length == pytest.approx(15.0)  # 24 by 18 pixels of half a millimetre
    drag(view, screen(view, 22, 19), screen(view, 27, 29))  # its middle
    assert points(window) == [(15, 20), (39, 38)]
    press(window, Key.Key_Z, CTRL)
    assert points(window) == [(10, 10), (34, 28)]
    press(window, Key.Key_Z, CTRL)
    press(window, Key.Key_Z, CTRL)
    assert measured(window) == ()
    for _ in range(3):
        press(window, Key.Key_Y, CTRL)
    assert points(window) == [(15, 20), (39, 38)]


def test_sides_of_an_ellipse_are_dragged_alone(window: MainWindow) -> None:
    view = pane(window)
    press(window, Key.Key_E)
    drag(view, screen(view, 10, 10), screen(view, 30, 50))
    press(window, Key.Key_Escape)
    click(view, screen(view, 10, 30))
    drag(view, screen(view, 20, 50), screen(view, 44, 60))  # the right side follows the column only
    assert measured(window)[0].figure.box == pytest.approx((10, 10, 30, 60))


def test_delete_removes_the_selected_one_only(window: MainWindow) -> None:
    draw_distance(window)
    draw_distance(window, (40, 10), (40, 50))
    click(pane(window), screen(pane(window), 10, 30))
    press(window, Key.Key_Delete)
    assert points(window) == [(40, 10), (40, 50)]
    press(window, Key.Key_Delete)
    assert len(measured(window)) == 1


def test_beside_a_figure_the_left_button_windows_as_ever(window: MainWindow) -> None:
    draw_distance(window)
    view = pane(window)
    before = window.state.state.appearance.voi
    drag(view, screen(view, 40, 20), screen(view, 45, 60))
    assert window.state.state.appearance.voi != before and len(measured(window)) == 1


@pytest.mark.parametrize("notches", [-4, 0, 5])
def test_the_zone_to_click_on_is_as_wide_on_the_screen_at_any_zoom(window: MainWindow, notches: int) -> None:
    view = pane(window)
    draw_distance(window, (20, 20), (20, 70))
    wheel(view, notches, CTRL, QPoint(*(round(at) for at in screen(view, 20, 45))))
    x, y = screen(view, 20, 45)
    canvas = measuring(window).canvas
    for away, selected in ((6.0, True), (8.5, False)):
        canvas.select(None)
        click(view, (x, y - away))
        assert (canvas.selected is not None) is selected


def test_no_point_lies_beyond_the_image(window: MainWindow) -> None:
    view = pane(window)
    press(window, Key.Key_D)
    drag(view, screen(view, 10, 10), screen(view, -30, 200))
    assert points(window) == [(10, 10), (0, 96)]


def test_labels_lie_in_the_pane_and_not_on_their_figure(window: MainWindow) -> None:
    view = pane(window)
    ends = [((2, 2), (2, 94)), ((62, 2), (62, 94)), ((2, 94), (62, 94)), ((10, 90), (60, 20))]
    for start, end in ends:
        draw_distance(window, start, end)
    item = measuring(window).canvas.sheet(view).item
    assert len(item.labels) == 4
    assert view.placement is not None
    for measurement in measured(window):
        x, y, width, height = item.labels[measurement.id]
        assert x >= 0 and y >= 0 and x + width <= view.pane_size[0] and y + height <= view.pane_size[1]
        own = np.array(lines(measurement.figure, view.placement)).reshape(-1, 4)
        assert not crossed(np.array([[x, y, width, height]]), own).any()


def test_linked_panes_show_and_edit_the_same_measurements(window: MainWindow, qtbot: QtBot) -> None:
    draw_distance(window)
    window.state.wish(layout=Layout.LINKED)
    qtbot.waitUntil(lambda: len(window.parts.grid.shown) == 3 and window.parts.grid.shown[2].placement is not None)
    qtbot.wait(50)
    canvas = measuring(window).canvas
    for view in window.parts.grid.shown:
        assert [item.id for item in canvas.sheet(view).item._drawn] == [measured(window)[0].id]
    third = window.parts.grid.shown[2]
    drag(third, screen(third, 10, 50), screen(third, 40, 50))
    assert points(window) == [(10, 10), (40, 50)]


def test_another_image_has_its_own_and_the_first_comes_back_with_its_own(window: MainWindow, qtbot: QtBot) -> None:
    draw_distance(window)
    press(window, Key.Key_Down)
    qtbot.waitUntil(lambda: not window.scene.loading)
    assert measured(window) == ()
    press(window, Key.Key_Up)
    qtbot.waitUntil(lambda: not window.scene.loading)
    assert len(measured(window)) == 1


def test_undo_goes_to_the_image_that_it_changes(window: MainWindow, qtbot: QtBot) -> None:
    draw_distance(window)
    press(window, Key.Key_End)
    qtbot.waitUntil(lambda: not window.scene.loading)
    press(window, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: window.state.facts.index == 0 and not window.scene.loading)
    assert measured(window) == ()


def test_measurements_come_back_in_a_new_window(make_window: MakeWindow) -> None:
    first = make_window(make_catalog(3), decoder=FakeDecoder(named_image))
    draw_distance(first)
    press(first, Key.Key_K)
    expected = measured(first)
    first.close()
    second = make_window(make_catalog(3), decoder=FakeDecoder(named_image))
    assert measured(second) == expected
    assert second.parts.actions["measure.key_image"].isChecked()


def test_a_torn_line_is_told_in_the_strip_and_the_rest_is_there(make_window: MakeWindow) -> None:
    first = make_window(make_catalog(1), decoder=FakeDecoder(named_image))
    draw_distance(first)
    draw_distance(first, (40, 10), (40, 50))
    feature = measuring(first)
    prepared = pane(first).pane.prepared
    assert prepared is not None
    path = feature.store.path(prepared.key)
    first.close()
    path.write_bytes(path.read_bytes()[:-25])
    second = make_window(make_catalog(1), decoder=FakeDecoder(named_image))
    assert len(measured(second)) == 1 and "damaged" in second.parts.strip.text


def test_what_is_kept_holds_nothing_of_the_patient(window: MainWindow) -> None:
    draw_distance(window)
    press(window, Key.Key_K)
    files = [path for path in (window.backends.data_folder / "measurements").iterdir() if path.is_file()]
    assert files
    for path in files:
        text = path.read_text() + path.name
        assert "Phantom" not in text and "P-1" not in text and "20260101" not in text and "Axial" not in text


def type_words(words: str, end: Qt.Key = Key.Key_Return) -> None:
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    QTest.keyClicks(box, words)
    QTest.keyClick(box, end)


def test_texts_and_arrows_have_words_and_letters_are_no_shortcuts_meanwhile(window: MainWindow) -> None:
    view = pane(window)
    press(window, Key.Key_X)
    click(view, screen(view, 20, 20))
    type_words("dead end")
    press(window, Key.Key_X, SHIFT)
    drag(view, screen(view, 30, 30), screen(view, 40, 60))
    type_words("here")
    assert [(item.figure.kind, item.name) for item in measured(window)] == [
        (Kind.TEXT, "dead end"),
        (Kind.ARROW, "here"),
    ]
    assert points(window, 1) == [(30, 30), (40, 60)]


def test_escape_drops_the_words_and_a_text_without_words_is_none(window: MainWindow) -> None:
    view = pane(window)
    press(window, Key.Key_X)
    click(view, screen(view, 20, 20))
    type_words("no", Key.Key_Escape)
    click(view, screen(view, 20, 20))
    type_words("  ")
    assert measured(window) == ()


def test_the_list_shows_jumps_renames_and_deletes(window: MainWindow, qtbot: QtBot) -> None:
    draw_distance(window)
    press(window, Key.Key_End)
    qtbot.waitUntil(lambda: not window.scene.loading)
    draw_distance(window, (40, 10), (40, 50))
    press(window, Key.Key_F7)
    panel: MeasurementList = measuring(window).list.panel
    rows = list(panel.rows())
    assert panel.isVisible() and [row.text(1) for row in rows] == ["20.0 mm", "20.0 mm"]
    assert [panel.tree.topLevelItem(at).text(0) for at in range(2)] == ["Axial  1/3", "Axial  3/3"]
    panel.tree.setCurrentItem(rows[0])
    qtbot.waitUntil(lambda: window.state.facts.index == 0 and not window.scene.loading)
    first = measured(window)[0]
    qtbot.waitUntil(lambda: measuring(window).canvas.selected is not None)
    assert measuring(window).canvas.selected == (pane(window).pane.prepared.key, first.id)  # type: ignore[union-attr]
    row = next(row for row in panel.rows() if row.isSelected())
    row.setText(0, "aorta")
    assert measured(window)[0].name == "aorta"
    panel.delete_button.click()
    assert measured(window) == () and len(list(panel.rows())) == 1


def test_values_are_in_sight_however_long_the_titles_and_names_are(window: MainWindow, qtbot: QtBot) -> None:
    draw_distance(window)
    press(window, Key.Key_K)
    press(window, Key.Key_F7)
    panel: MeasurementList = measuring(window).list.panel
    (listed,) = panel._listed
    item = replace(listed.notes.measurements[0], name="a name that goes on and on and says everything there is to say")
    for name in ("", item.name):
        notes = replace(listed.notes, measurements=(replace(item, name=name),))
        panel.set_listed((replace(listed, title="A series with a long description of its own  3/120", notes=notes),))
        QApplication.processEvents()
        (row,) = panel.rows()
        value = panel.tree.visualItemRect(row)
        left, width = panel.tree.columnViewportPosition(1), panel.tree.columnWidth(1)
        assert left + width <= panel.tree.viewport().width() and value.isValid()
        assert panel.tree.fontMetrics().horizontalAdvance(row.text(1)) < width
        top = panel.tree.topLevelItem(0)
        assert top is not None and top.isFirstColumnSpanned() and top.text(0).endswith("3/120   Key image")


def test_the_list_is_exported_as_csv_and_json(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_distance(window)
    press(window, Key.Key_K)
    target = tmp_path / "out.csv"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(target), ""))
    window.run_action("measure.export")
    (row,) = csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines())
    assert (float(row["length"]), row["length_unit"], row["spacing"], row["key_image"]) == (
        20.0,
        "mm",
        "PixelSpacing",
        "yes",
    )
    measuring(window).export(tmp_path / "out.json")
    table = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert table["rows"][0]["length"] == 20.0
    written = target.read_text(encoding="utf-8-sig") + json.dumps(table)
    assert "Phantom" not in written and "P-1" not in written


def test_key_images_are_stepped_through(window: MainWindow, qtbot: QtBot) -> None:
    def at(index: int) -> None:
        qtbot.waitUntil(lambda: window.state.facts.index == index and not window.scene.loading)

    press(window, Key.Key_K)
    press(window, Key.Key_End)
    at(2)
    press(window, Key.Key_K)
    for index in (0, 2, 0):
        press(window, Key.Key_K, SHIFT)
        at(index)
    press(window, Key.Key_K)
    assert not window.parts.actions["measure.key_image"].isChecked()


def test_a_calibration_changes_all_lengths_of_the_image_and_can_be_undone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_distance(window, (40, 10), (40, 30))
    draw_distance(window)
    click(pane(window), screen(pane(window), 10, 30))
    monkeypatch.setattr("PySide6.QtWidgets.QInputDialog.getDouble", lambda *_: (100.0, True))
    window.run_action("measure.calibrate")

    def lengths() -> list[float | None]:
        return [item.values.length for item in measured(window) if item.values is not None]

    assert lengths() == pytest.approx([50.0, 100.0])
    values = measured(window)[0].values
    assert values is not None and values.ruler.source == "calibrated by the user"
    press(window, Key.Key_Z, CTRL)
    assert lengths() == pytest.approx([10.0, 20.0])


def test_hidden_measurements_cannot_be_clicked_and_a_tool_shows_them(window: MainWindow) -> None:
    draw_distance(window)
    press(window, Key.Key_T, SHIFT)
    click(pane(window), screen(pane(window), 10, 30))
    assert measuring(window).canvas.selected is None
    press(window, Key.Key_D)
    assert measuring(window).canvas.visible


def test_the_histogram_is_of_the_selected_region_and_its_window_can_be_dragged(window: MainWindow) -> None:
    top, left, side = SQUARE
    press(window, Key.Key_F12)
    panel = measuring(window).histogram.panel
    assert panel.isVisible() and "whole" in panel.subject.text()
    press(window, Key.Key_E, SHIFT)
    drag(pane(window), screen(pane(window), top, left - side), screen(pane(window), top + side, left + side))
    assert "Rectangle" in panel.subject.text() and "176" in panel.numbers.text()
    found = panel.view._histogram
    assert found is not None and found.counts.sum() == 2 * side * side and (found.low, found.high) == (-24, 376)
    panel.view.window_requested.emit(-24.0, 376.0)
    voi = window.scene.panes[0].voi
    assert (voi.center, voi.width) == (176.0, 400.0)  # type: ignore[union-attr]


def test_measuring_works_on_panes_without_a_window(qtbot: QtBot) -> None:
    from radviewer.core.image import ImageRef
    from radviewer.ui.canvas.image_view import ImageView
    from radviewer.ui.measuring.canvas import MeasureCanvas
    from radviewer.ui.theme import Theme, panel_font
    from radviewer.workbench.measuring.model import MeasurementModel
    from radviewer.workbench.prepared import prepare
    from radviewer.workbench.scene import PaneScene
    from radviewer.workbench.settings import ThemeName

    theme = Theme(ThemeName.DARK)
    view = ImageView(theme, panel_font())
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    prepared = prepare(named_image(ImageRef(Path("/1.dcm"))))
    view.set_pane(PaneScene(prepared=prepared, voi=prepared.default))
    model = MeasurementModel()
    canvas = MeasureCanvas(model, theme, panel_font(), (view,))
    canvas.set_tool(Tool.DISTANCE)
    drag(view, screen(view, 10, 10), screen(view, 10, 50))
    (item,) = model.notes(prepared.key).measurements
    assert item.values is not None and item.values.length == pytest.approx(20.0)


def test_moving_the_mouse_over_a_figure_shows_that_it_can_be_taken(window: MainWindow) -> None:
    draw_distance(window)
    view = pane(window)
    shapes: dict[str, Qt.CursorShape] = {}
    where: dict[str, tuple[float, float]] = {"end": (10, 50), "line": (10, 30), "away": (50, 80)}
    for name, point in where.items():
        move(view, screen(view, *point))
        shapes[name] = view.viewport().cursor().shape()
    assert shapes == {
        "end": Qt.CursorShape.PointingHandCursor,
        "line": Qt.CursorShape.SizeAllCursor,
        "away": Qt.CursorShape.ArrowCursor,
    }
