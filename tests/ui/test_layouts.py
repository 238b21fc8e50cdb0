"""Grids of series on real windows: each cell its own, one active, linked ones along with it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from radviewer.core.image import Window
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.main_window import MainWindow
from radviewer.ui.series_drag import series_mime
from radviewer.workbench.cells import Link
from radviewer.workbench.settings import Settings, save
from radviewer.workbench.state import Layout
from radviewer.workbench.viewing import Viewport, ZoomMode
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import FakeDecoder, make_catalog
from tests.ui.planes import SLICES, make_planes_catalog, plane_image

Key = Qt.Key
NO = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def nothing_hangs_by_itself(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    save(Settings(hang_studies=False, auto_predict=False), tmp_path / "config" / "settings.toml")


def planes_window(make_window: MakeWindow, qtbot: QtBot, grid: str = "layout.1x3") -> MainWindow:
    window = make_window(make_planes_catalog(), decoder=FakeDecoder(plane_image))
    window.run_action(grid)
    settled(window, qtbot)
    return window


def settled(window: MainWindow, qtbot: QtBot) -> None:
    def there() -> bool:
        state, facts = window.state.state, window.state.facts
        return all(
            cell.image is None or (known.prepared is not None and known.prepared.ref == cell.image)
            for cell, known in zip(state.cells, facts.cells, strict=True)
        )

    qtbot.waitUntil(there)


def view(window: MainWindow, cell: int) -> ImageView:
    found = window.parts.grid.view_of(cell)
    assert found is not None
    return found


def click(window: MainWindow, cell: int) -> None:
    QTest.mouseClick(view(window, cell).viewport(), Qt.MouseButton.LeftButton, NO, QPoint(40, 40))


def drop(window: MainWindow, cell: int, uid: str) -> None:
    target, data = view(window, cell), series_mime(uid)
    enter = QDragEnterEvent(QPoint(30, 30), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO)
    target.dragEnterEvent(enter)
    assert enter.isAccepted()
    target.dropEvent(QDropEvent(QPointF(30, 30), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO))


@pytest.mark.parametrize("grid", [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (3, 3)])
def test_every_grid_has_its_key_and_shows_as_many_panes(
    make_window: MakeWindow, qtbot: QtBot, grid: tuple[int, int]
) -> None:
    window = make_window(make_catalog(2, 2, 2))
    number = {(1, 1): 1, (1, 2): 2, (1, 3): 3, (2, 1): 4, (2, 2): 5, (2, 3): 6, (3, 1): 7, (3, 2): 8, (3, 3): 9}[grid]
    window.run_action("layout.2x2" if grid != (2, 2) else "layout.1x2")
    QTest.keyClick(window, Qt.Key(Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
    shown = window.parts.grid.shown
    assert len(shown) == grid[0] * grid[1]
    assert len({pane.x() for pane in shown}) == grid[1] and len({pane.y() for pane in shown}) == grid[0]
    assert len({pane.width() for pane in shown}) == 1 and len({pane.height() for pane in shown}) == 1


def test_a_larger_grid_is_filled_with_the_next_series_of_the_study(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes_window(make_window, qtbot)
    assert [pane.title for pane in window.scene.panes] == ["Axial 2.5 mm", "Coronal 2.5 mm", "Sagittal 2.5 mm"]
    assert [pane.active for pane in window.scene.panes] == [True, False, False]
    window.run_action("layout.2x2")
    assert window.scene.panes[3].message == "Drag a series here"


def test_a_smaller_grid_keeps_the_active_series_and_going_back_brings_the_others(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = planes_window(make_window, qtbot)
    click(window, 2)
    window.run_action("layout.1x1")
    assert [pane.title for pane in window.scene.panes] == ["Sagittal 2.5 mm"]
    window.run_action("layout.1x3")
    settled(window, qtbot)
    assert {pane.title for pane in window.scene.panes} == {"Axial 2.5 mm", "Coronal 2.5 mm", "Sagittal 2.5 mm"}


def test_each_cell_has_its_own_window_zoom_and_orientation(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes_window(make_window, qtbot)
    click(window, 1)
    for action in ("window.preset_2", "view.rotate_right", "view.one_to_one", "window.invert"):
        window.run_action(action)
    first, second, third = window.scene.panes
    assert second.invert and second.orientation.quarter_turns == 1 and second.viewport.mode is ZoomMode.DEVICE
    for other in (first, third):
        assert not other.invert and other.orientation.quarter_turns == 0 and other.viewport == Viewport()
        assert other.voi == Window(-400, 1600, name="own")


def test_a_click_a_wheel_and_keys_choose_the_active_pane(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes_window(make_window, qtbot)
    click(window, 2)
    assert window.state.state.active == 2 and window.scene.panes[2].active
    assert window.navigator.stack is not None and window.navigator.stack.title == "Sagittal 2.5 mm"
    window.run_action("layout.left")
    assert window.state.state.active == 1 and view(window, 1).hasFocus()
    window.run_action("layout.next")
    window.run_action("layout.next")
    assert window.state.state.active == 0
    QTest.keyClick(view(window, 0), Key.Key_Tab)
    assert window.state.state.active == 1


def test_a_dropped_series_goes_into_its_pane_and_makes_it_active(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes_window(make_window, qtbot, "layout.1x2")
    drop(window, 1, "v.2")
    settled(window, qtbot)
    assert [pane.title for pane in window.scene.panes] == ["Axial 2.5 mm", "Sagittal 2.5 mm"]
    assert window.state.state.active == 1
    assert not view(window, 1)._links.target


def test_a_dragged_file_is_left_to_the_window(make_window: MakeWindow, qtbot: QtBot) -> None:
    from PySide6.QtCore import QMimeData, QUrl

    window = planes_window(make_window, qtbot, "layout.1x2")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/phantom")])
    event = QDragEnterEvent(QPoint(30, 30), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO)
    view(window, 0).dragEnterEvent(event)
    assert not event.isAccepted()


def test_a_double_click_fills_the_window_with_a_pane_and_brings_all_back(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes_window(make_window, qtbot)
    QTest.mouseDClick(view(window, 1).viewport(), Qt.MouseButton.LeftButton, NO, QPoint(40, 40))
    assert [pane.title for pane in window.scene.panes] == ["Coronal 2.5 mm"]
    assert len(window.parts.grid.shown) == 1
    window.run_action("layout.next")
    assert [pane.title for pane in window.scene.panes] == ["Sagittal 2.5 mm"]
    QTest.mouseDClick(window.parts.grid.shown[0].viewport(), Qt.MouseButton.LeftButton, NO, QPoint(40, 40))
    assert len(window.parts.grid.shown) == 3


def test_a_double_click_on_a_single_pane_fits(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.run_action("view.one_to_one")
    QTest.mouseDClick(view(window, 0).viewport(), Qt.MouseButton.LeftButton, NO, QPoint(40, 40))
    assert window.state.state.appearance.viewport == Viewport()


def test_maps_side_by_side_are_of_the_active_cell_and_the_grid_comes_back(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = planes_window(make_window, qtbot)
    click(window, 1)
    window.run_action("layout.linked")
    assert len(window.scene.panes) == 3 and {pane.cell for pane in window.scene.panes} == {1}
    assert window.scene.panes[0].title == "Original"
    assert len({pane.prepared for pane in window.scene.panes}) == 1
    window.run_action("layout.one")
    assert [pane.cell for pane in window.scene.panes] == [0, 1, 2]


def test_a_step_in_one_cell_does_not_draw_the_others_anew(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes_window(make_window, qtbot)
    window.state.wish(links=frozenset())
    for pane in window.parts.grid.shown:
        pane.viewport().repaint()
    before = [pane._gray._picture for pane in window.parts.grid.shown]
    assert all(picture is not None for picture in before)
    window.run_action("image.next")
    settled(window, qtbot)
    window.run_action("window.invert")
    for pane in window.parts.grid.shown:
        pane.viewport().repaint()
    after = [pane._gray._picture for pane in window.parts.grid.shown]
    assert after[0] is not before[0] and after[1] is before[1] and after[2] is before[2]


def test_parallel_series_scroll_together_by_position_and_others_stay(make_window: MakeWindow, qtbot: QtBot) -> None:
    catalog = make_planes_catalog("Axial", "Axial", "Coronal")
    window = make_window(catalog, decoder=FakeDecoder(plane_image))
    window.run_action("layout.1x3")
    settled(window, qtbot)
    window.navigator.step(17)
    settled(window, qtbot)
    assert [known.index for known in window.state.facts.cells] == [17, 17, 0]
    window.run_action("link.position")
    window.navigator.step(-2)
    settled(window, qtbot)
    assert [known.index for known in window.state.facts.cells] == [15, 17, 0]
    window.run_action("link.offset")
    window.navigator.step(3)
    settled(window, qtbot)
    assert [known.index for known in window.state.facts.cells] == [18, 20, 3]


def test_the_point_under_the_mouse_is_found_in_the_other_planes(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes_window(make_window, qtbot)
    window.navigator.step(24)  # z = 10 mm
    settled(window, qtbot)
    # Image point of the patient point (20, -15, 10), the middle of the first sphere.
    plane = window.state.facts.cells[0].plane
    assert plane is not None
    window.state.wish(cursor=plane.to_image((20.0, -15.0, 10.0)), pointed=0)
    assert window.scene.panes[1].away == pytest.approx(-35.0) or window.scene.panes[1].away == pytest.approx(35.0)
    window.run_action("link.point")
    settled(window, qtbot)
    assert [known.index for known in window.state.facts.cells] == [24, SLICES // 2 - 6, SLICES // 2 + 8]
    coronal, sagittal = window.scene.panes[1:]
    assert coronal.cursor == pytest.approx((50.0, 80.0)) and sagittal.cursor == pytest.approx((50.0, 45.0))
    assert coronal.away == pytest.approx(0.0, abs=1e-9)


def test_the_mouse_over_a_pane_that_is_not_active_points_there(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes_window(make_window, qtbot)
    pane = view(window, 1)
    at = pane.placement.to_screen(30.5, 70.5) if pane.placement else (0.0, 0.0)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(*at),
        pane.viewport().mapToGlobal(QPointF(*at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        NO,
    )
    QApplication.sendEvent(pane.viewport(), event)
    assert window.state.state.active == 0 and window.state.state.pointed == 1
    # Coronal slice 0 is y = -50: column 70.5 is x = 10.5, row 30.5 is z = 29.5.
    axial, coronal, sagittal = window.scene.panes
    assert coronal.cursor == pytest.approx((30.5, 70.5))
    assert axial.cursor == pytest.approx((10.0, 70.5)) and abs(axial.away) == pytest.approx(79.5)
    assert sagittal.cursor == pytest.approx((30.5, 10.0)) and abs(sagittal.away) == pytest.approx(60.5)


def test_reference_lines_lie_where_the_active_slice_cuts(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes_window(make_window, qtbot)
    window.navigator.step(24)
    settled(window, qtbot)
    for pane in window.scene.panes[1:]:
        assert pane.line is not None
        assert [end[0] for end in pane.line] == pytest.approx([50.0, 50.0])  # z = 10 mm is 50 mm below the top edge
        assert sorted(end[1] for end in pane.line) == pytest.approx([0.0, 120.0])
    assert window.scene.panes[0].line is None
    window.run_action("link.lines")
    assert all(pane.line is None for pane in window.scene.panes)


def test_a_linked_window_goes_to_the_other_panes_and_comes_off(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes_window(make_window, qtbot)
    window.run_action("link.window")
    window.run_action("window.preset_2")
    assert len({pane.voi for pane in window.scene.panes}) == 1
    assert all(Link.WINDOW in pane.links for pane in window.scene.panes)
    window.run_action("link.window")
    window.run_action("window.preset_1")
    assert len({pane.voi for pane in window.scene.panes}) == 2


def test_linked_zoom_keeps_one_size_of_the_patient(make_window: MakeWindow, qtbot: QtBot) -> None:
    catalog = make_planes_catalog("Axial", "Coronal")

    def half(ref: object) -> object:
        return plane_image(ref, 60 if "Coronal" in str(ref.path) else 120)  # type: ignore[attr-defined, arg-type]

    window = make_window(catalog, decoder=FakeDecoder(half))  # type: ignore[arg-type]
    window.run_action("layout.1x2")
    settled(window, qtbot)
    window.run_action("link.zoom")
    window.run_action("view.zoom_in")
    one, other = (pane.placement for pane in window.parts.grid.shown)
    assert one is not None and other is not None
    assert other.scale == pytest.approx(2 * one.scale)


def test_cine_runs_in_its_cell_at_its_rate_and_turns_round(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(make_catalog(3, 3))
    window.run_action("layout.1x2")
    settled(window, qtbot)
    click(window, 1)
    window.run_action("cine.bounce")
    for _ in range(9):
        window.run_action("cine.faster")
    seen: list[int] = []
    window.state.facts_changed.connect(lambda _old, new: seen.append(new.cells[1].index))
    window.run_action("image.cine")
    assert window.scene.panes[1].rate == 60.0
    click(window, 0)
    qtbot.waitUntil(lambda: len([1 for a, b in pairwise(seen) if a == 2 and b == 1]) > 0)
    assert window.state.facts.cells[0].index == 0 and window.state.state.cells[1].playing
    click(window, 1)
    window.run_action("image.cine")
    assert not window.state.state.cells[1].playing


def test_borders_are_dragged_and_made_even_again(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes_window(make_window, qtbot, "layout.2x2")
    grid = window.parts.grid
    left, right = grid.shown[0].width(), grid.shown[1].width()
    assert left == right
    border = grid._borders[0]
    border.dragged.emit(round(grid.width() * 0.7))
    assert grid.shown[0].width() > 2 * grid.shown[1].width()
    assert grid.shown[0].width() == grid.shown[2].width()
    window.run_action("layout.1x1")
    window.run_action("layout.2x2")
    assert grid.shown[0].width() > 2 * grid.shown[1].width()
    border = grid._borders[0]
    border.reset.emit()
    assert grid.shown[0].width() == grid.shown[1].width()


def test_closing_all_studies_leaves_one_empty_cell(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes_window(make_window, qtbot, "layout.2x2")
    window.run_action("file.close_all")
    assert len(window.state.state.cells) == 1 and window.parts.pages.currentWidget() is window.parts.empty


def test_leaving_the_linked_panes_by_a_grid_shows_series(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = planes_window(make_window, qtbot)
    window.run_action("layout.linked")
    window.run_action("layout.1x2")
    assert window.state.state.layout is Layout.ONE and len(window.scene.panes) == 2


def test_the_series_keys_fill_an_empty_pane(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(make_catalog(2))
    window.run_action("layout.1x2")
    window.run_action("layout.next")
    assert window.state.state.image is None
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: window.state.state.image is not None)
    assert [pane.prepared is not None for pane in window.scene.panes][1]
