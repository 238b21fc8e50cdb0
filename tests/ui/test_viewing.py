"""Keys and mouse do what the table says, on real windows."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from radviewer.core.image import Window
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.main_window import MainWindow
from radviewer.workbench.orientation import Orientation
from radviewer.workbench.state import Appearance, Layout
from radviewer.workbench.viewing import Viewport, ZoomMode
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import SHAPE, SQUARE, make_catalog

Key = Qt.Key
NO = Qt.KeyboardModifier.NoModifier


def pane(window: MainWindow) -> ImageView:
    return window.parts.grid.shown[0]


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
    pane(window).setFocus()
    QTest.keyClick(pane(window), key, modifier)


def drag(
    view: ImageView, button: Qt.MouseButton, start: QPoint, by: QPoint, modifier: Qt.KeyboardModifier = NO
) -> None:
    target = view.viewport()
    QTest.mousePress(target, button, modifier, start)
    for share in (0.25, 0.5, 0.75, 1.0):
        at = start + QPoint(round(by.x() * share), round(by.y() * share))
        event_buttons(target, at, button, modifier)
    QTest.mouseRelease(target, button, modifier, start + by)


def event_buttons(target: object, at: QPoint, button: Qt.MouseButton, modifier: Qt.KeyboardModifier) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    local = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, local, target.mapToGlobal(local), Qt.MouseButton.NoButton, button, modifier
    )  # type: ignore[attr-defined]
    QApplication.sendEvent(target, event)  # type: ignore[arg-type]


def wheel(view: ImageView, notches: int, modifier: Qt.KeyboardModifier = NO, at: QPoint | None = None) -> None:
    target = view.viewport()
    where = QPointF(at or QPoint(target.width() // 2, target.height() // 2))
    event = QWheelEvent(
        where,
        target.mapToGlobal(where),
        QPoint(0, 0),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def gray(view: ImageView) -> np.ndarray:
    """What the pane shows, uint8 (h, w)."""
    picture = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    lines = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return lines[:, : picture.width()].copy()


def test_scrolling_keys_move_through_the_series_and_stop_at_its_ends(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(make_catalog(30, 2))

    def index() -> int:
        qtbot.waitUntil(lambda: not window.scene.loading)
        return window.state.facts.index

    for key, modifier, expected in (
        (Key.Key_Down, NO, 1),
        (Key.Key_Down, NO, 2),
        (Key.Key_Up, NO, 1),
        (Key.Key_Up, NO, 0),
        (Key.Key_Up, NO, 0),
        (Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, 10),
        (Key.Key_End, NO, 29),
        (Key.Key_Up, Qt.KeyboardModifier.ShiftModifier, 19),
        (Key.Key_Home, NO, 0),
    ):
        press(window, key, modifier)
        assert index() == expected
    wheel(pane(window), -3)
    assert index() == 3
    wheel(pane(window), 1)
    assert index() == 2


def test_page_keys_change_the_series_and_come_back_to_how_it_was_left(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(make_catalog(4, 2))
    press(window, Key.Key_Down)
    press(window, Key.Key_I)
    press(window, Key.Key_PageDown)
    qtbot.waitUntil(lambda: not window.scene.loading)
    assert window.navigator.stack is not None and window.navigator.stack.series.uid == "1.2.1"
    assert not window.state.state.appearance.invert
    press(window, Key.Key_PageUp)
    qtbot.waitUntil(lambda: not window.scene.loading)
    assert window.state.state.appearance.invert and window.state.facts.index == 1


@pytest.mark.parametrize(
    ("keys", "orientation"),
    [
        ((Key.Key_R,), Orientation(1)),
        ((Key.Key_L,), Orientation(3)),
        ((Key.Key_H,), Orientation().flipped_horizontally()),
        ((Key.Key_V,), Orientation().flipped_vertically()),
        ((Key.Key_R, Key.Key_H), Orientation(1).flipped_horizontally()),
    ],
)
def test_rotation_and_flip_keys_turn_the_image(
    make_window: MakeWindow, keys: tuple[Qt.Key, ...], orientation: Orientation
) -> None:
    window = make_window()
    for key in keys:
        press(window, key)
    assert window.state.state.appearance.orientation == orientation


def test_r_twice_quickly_resets_and_twice_at_leisure_turns_twice(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    press(window, Key.Key_R)
    qtbot.wait(450)
    press(window, Key.Key_R)
    assert window.state.state.appearance.orientation == Orientation(2)
    press(window, Key.Key_I)
    press(window, Key.Key_O)
    press(window, Key.Key_R)
    press(window, Key.Key_R)
    assert window.state.state.appearance == Appearance()


def test_two_quick_clicks_on_the_rotate_button_turn_twice(make_window: MakeWindow) -> None:
    window = make_window()
    window.run_action("view.rotate_right", True)
    window.run_action("view.rotate_right", True)
    assert window.state.state.appearance.orientation == Orientation(2)


def test_window_keys_apply_own_windows_presets_auto_and_invert(make_window: MakeWindow) -> None:
    window = make_window()
    for key, expected in ((Key.Key_2, Window(35, 110, name="Brain")), (Key.Key_1, Window(176, 400, name="own"))):
        press(window, key)
        assert window.scene.panes[0].voi == expected
    press(window, Key.Key_8)
    assert window.scene.panes[0].voi == Window(176, 400, name="own")
    press(window, Key.Key_0)
    assert getattr(window.scene.panes[0].voi, "name") == "auto"  # noqa: B009
    before = gray(pane(window))
    press(window, Key.Key_I)
    after = gray(pane(window))
    h, w = before.shape
    middle = np.s_[h // 2 - 5 : h // 2 + 5, w // 4 : w // 4 + 10]
    assert abs(int(before[middle].mean()) + int(after[middle].mean()) - 255) <= 1


def test_dragging_with_the_left_button_windows_and_modifiers_set_the_pace(make_window: MakeWindow) -> None:
    moves = {}
    for name, modifier in (
        ("normal", NO),
        ("fine", Qt.KeyboardModifier.ShiftModifier),
        ("coarse", Qt.KeyboardModifier.ControlModifier),
    ):
        window = make_window()
        drag(pane(window), Qt.MouseButton.LeftButton, QPoint(200, 200), QPoint(0, 40), modifier)
        voi = window.scene.panes[0].voi
        assert isinstance(voi, Window) and voi.width == 400
        moves[name] = voi.center - 176
        window.close()
    assert 0 < moves["fine"] < moves["normal"] < moves["coarse"]
    assert moves["coarse"] == pytest.approx(25 * moves["fine"])


def test_dragging_to_the_right_widens_the_window(make_window: MakeWindow) -> None:
    window = make_window()
    drag(pane(window), Qt.MouseButton.LeftButton, QPoint(200, 200), QPoint(40, 0))
    voi = window.scene.panes[0].voi
    assert isinstance(voi, Window) and voi.width > 400 and voi.center == 176


def test_the_middle_button_pans_by_the_pixels_it_moved(make_window: MakeWindow) -> None:
    window = make_window()
    view = pane(window)
    assert view.placement is not None
    x, y = view.placement.to_screen(32, 48)
    drag(view, Qt.MouseButton.MiddleButton, QPoint(300, 200), QPoint(24, -16))
    assert view.placement.to_screen(32, 48) == pytest.approx((x + 24, y - 16))


def test_the_right_button_zooms_about_where_it_was_pressed(make_window: MakeWindow) -> None:
    window = make_window()
    view = pane(window)
    assert view.placement is not None
    before, held = view.placement.scale, view.placement.to_image(300, 200)
    drag(view, Qt.MouseButton.RightButton, QPoint(300, 200), QPoint(0, -60))
    assert view.placement.scale > 1.3 * before
    assert view.placement.to_image(300, 200) == pytest.approx(held)


def test_a_right_click_opens_the_menu_and_a_right_drag_does_not(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    asked: list[QPoint] = []
    view = pane(window)
    view.menu_requested.disconnect()
    view.menu_requested.connect(asked.append)
    drag(view, Qt.MouseButton.RightButton, QPoint(300, 200), QPoint(0, -40))
    assert asked == []
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, NO, QPoint(300, 200))
    assert len(asked) == 1


def test_ctrl_and_wheel_zoom_at_the_cursor(make_window: MakeWindow) -> None:
    window = make_window()
    view = pane(window)
    assert view.placement is not None
    held = view.placement.to_image(220, 150)
    wheel(view, 2, Qt.KeyboardModifier.ControlModifier, QPoint(220, 150))
    assert window.state.state.appearance.viewport.mode is ZoomMode.FREE
    assert view.placement.to_image(220, 150) == pytest.approx(held)


def test_fit_and_one_to_one_keys(make_window: MakeWindow) -> None:
    window = make_window()
    view = pane(window)
    press(window, Key.Key_O)
    assert view.placement is not None
    assert view.placement.scale * view.devicePixelRatioF() == pytest.approx(1.0)
    press(window, Key.Key_Equal)
    assert window.state.state.appearance.viewport == Viewport()
    assert view.placement.scale > 1.0


def test_one_to_one_shows_the_exact_grey_of_each_pixel(make_window: MakeWindow) -> None:
    from radviewer.core.grayscale import Presentation, display_values

    window = make_window()
    press(window, Key.Key_T)
    press(window, Key.Key_G)
    press(window, Key.Key_O)
    view = pane(window)
    assert view.placement is not None and view.pane.prepared is not None
    x, y = view.placement.to_screen(0, 0)
    shown = gray(view)[round(y) : round(y) + SHAPE[0], round(x) : round(x) + SHAPE[1]]
    assert (shown == display_values(view.pane.prepared.image, Presentation(view.pane.voi))).all()


@pytest.mark.parametrize("keys", [(), (Key.Key_R,), (Key.Key_L,), (Key.Key_H,), (Key.Key_V,), (Key.Key_R, Key.Key_V)])
def test_the_bright_square_is_where_the_placement_says(make_window: MakeWindow, keys: tuple[Qt.Key, ...]) -> None:
    window = make_window()
    for key in (Key.Key_T, Key.Key_G, *keys):
        press(window, key)
    view = pane(window)
    assert view.placement is not None
    top, left, side = SQUARE
    corners = [view.placement.to_screen(r, c) for r in (top, top + side) for c in (left, left + side)]
    rows, columns = np.nonzero(gray(view) > 200)
    assert rows.min() == pytest.approx(min(y for _, y in corners), abs=view.placement.scale)
    assert rows.max() + 1 == pytest.approx(max(y for _, y in corners), abs=view.placement.scale)
    assert columns.min() == pytest.approx(min(x for x, _ in corners), abs=view.placement.scale)
    assert columns.max() + 1 == pytest.approx(max(x for x, _ in corners), abs=view.placement.scale)


def test_linked_panes_share_window_zoom_and_cursor(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    press(window, Key.Key_F3)
    assert window.state.state.layout is Layout.LINKED
    views = window.parts.grid.shown
    assert len(views) == 3
    qtbot.waitUntil(lambda: views[2].width() > 100 and views[2].placement is not None)
    wheel(views[1], 3, Qt.KeyboardModifier.ControlModifier)
    drag(views[2], Qt.MouseButton.LeftButton, QPoint(100, 100), QPoint(30, 10))
    assert len({view.pane.voi for view in views}) == 1
    assert len({view.placement.scale for view in views if view.placement}) == 1
    event_buttons(views[0].viewport(), QPoint(120, 300), Qt.MouseButton.NoButton, NO)
    assert views[0].pane.cursor is not None and len({view.pane.cursor for view in views}) == 1
    press(window, Key.Key_F2)
    assert len(window.parts.grid.shown) == 1


@pytest.mark.parametrize("width", [1200, 1201, 1202, 1367])
def test_fitted_linked_panes_have_one_zoom_at_any_width(make_window: MakeWindow, qtbot: QtBot, width: int) -> None:
    window = make_window(size=(width, 760))
    window.state.wish(layout=Layout.LINKED)
    qtbot.wait(20)
    assert len({view.width() for view in window.parts.grid.shown}) == 1
    assert len({view.placement.scale for view in window.parts.grid.shown if view.placement}) == 1


def test_cine_runs_round_and_stops(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(make_catalog(3))
    seen = set()
    window.state.facts_changed.connect(lambda _old, new: seen.add(new.index))
    press(window, Key.Key_C)
    qtbot.waitUntil(lambda: seen == {0, 1, 2}, timeout=5000)
    press(window, Key.Key_Escape)
    assert not window.state.state.playing


def test_dock_and_full_screen_keys(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    press(window, Key.Key_F9)
    press(window, Key.Key_F10)
    assert window.left_dock.isHidden() and window.right_dock.isHidden()
    press(window, Key.Key_F11)
    assert window.isFullScreen() and window.menuBar().isHidden()
    press(window, Key.Key_F11)
    assert not window.isFullScreen() and not window.menuBar().isHidden()
    press(window, Key.Key_F9)
    assert not window.left_dock.isHidden()


def test_pixels_that_are_not_square_keep_their_shape(make_window: MakeWindow) -> None:
    from tests.ui.fakes import FakeDecoder, square_image

    window = make_window(decoder=FakeDecoder(lambda ref: square_image(ref, aspect=2.0)))
    for key in (Key.Key_T, Key.Key_G):
        press(window, key)
    rows, columns = np.nonzero(gray(pane(window)) > 200)
    assert np.ptp(rows) / np.ptp(columns) == pytest.approx(2.0, rel=0.1)


def test_typing_in_the_search_does_not_run_shortcuts(make_window: MakeWindow) -> None:
    window = make_window()
    window.parts.browser.search.setFocus()
    QTest.keyClicks(window.parts.browser.search, "hirg 10")
    assert window.parts.browser.search.text() == "hirg 10"
    assert window.state.state.appearance == Appearance()
