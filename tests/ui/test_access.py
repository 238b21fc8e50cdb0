"""For who reads with the keyboard, or with a screen reader: every control is reached and has a name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from radviewer.ui.main_window import MainWindow
from radviewer.workbench.actions import ACTIONS
from radviewer.workbench.state import Layout
from tests.ui.conftest import MakeWindow

Key = Qt.Key
WINDOWS = ("file.settings", "file.shortcuts", "file.export", "help.keys", "help.about")


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Widgets that take the keyboard by themselves."""
    for widget in root.findChildren(QWidget):
        policy = widget.focusPolicy()
        inner = isinstance(widget.parent(), QComboBox | QAbstractSpinBox) and isinstance(widget, QLineEdit)
        if policy != Qt.FocusPolicy.NoFocus and not inner and not isinstance(widget, QMenu) and not _own(widget):
            yield widget


def _own(widget: QWidget) -> bool:
    """Parts that Qt makes itself: viewports, lists of choosers, buttons of scrolled toolbars."""
    parent = widget.parent()
    if isinstance(widget, QLabel) and not widget.text():
        return True  # its name is what it says, and it says nothing now
    area = isinstance(parent, QAbstractScrollArea) and widget is parent.viewport()
    inside = widget.window() is not widget and widget.objectName().startswith("qt_")
    chooser = any(isinstance(item, QComboBox) for item in _above(widget))
    return area or inside or chooser or (isinstance(widget, QScrollArea) and type(widget) is QScrollArea)


def _above(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def name_of(widget: QWidget) -> str:
    """What a screen reader says: the accessible name, the text, or that of the label beside it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    said = interface.text(QAccessible.Text.Name)
    if not said and isinstance(widget, QAbstractButton):
        said = widget.text()
    if not said:
        labels = widget.window().findChildren(QLabel)
        said = next((label.text() for label in labels if label.buddy() is widget), "")
    return said.strip()


def nameless(root: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} '{widget.objectName()}' in {type(widget.parent()).__name__}"
        for widget in focusable(root)
        if not name_of(widget)
    ]


@pytest.mark.parametrize("open_study", [False, True], ids=["empty", "with a study"])
def test_every_widget_of_the_window_that_takes_the_keyboard_has_a_name(
    make_window: MakeWindow, qtbot: QtBot, open_study: bool
) -> None:
    window = make_window(open_study=open_study)
    if open_study:
        qtbot.waitUntil(lambda: window.scene.prediction is not None)
        window.state.wish(layout=Layout.LINKED)
    found = nameless(window)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("action_id", WINDOWS)
def test_every_widget_of_the_smaller_windows_has_a_name(make_window: MakeWindow, action_id: str) -> None:
    window = make_window()
    window.run_action(action_id)
    others = [item for item in window.findChildren(QWidget) if item.isWindow() and item.isVisible()]
    assert others
    assert [line for other in others for line in nameless(other)] == []


def test_tab_goes_through_the_window_and_comes_back(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    start = window.parts.grid.shown[0]
    start.setFocus()
    seen: list[QWidget] = []
    for _ in range(200):
        QTest.keyClick(window.focusWidget(), Key.Key_Tab)
        now = window.focusWidget()
        assert now is not None
        if now is start:
            break
        seen.append(now)
    assert window.focusWidget() is start, "Tab never comes back to the image"
    parts = window.parts
    for area in (parts.toolbar, parts.left_dock, parts.right_dock):
        assert any(area.isAncestorOf(widget) for widget in seen), f"Tab does not reach {area.objectName()}"


def test_f6_goes_from_area_to_area(make_window: MakeWindow) -> None:
    window = make_window()
    window.parts.grid.shown[0].setFocus()
    areas = []
    for _ in range(6):
        window.run_action("view.next_area")
        focused = window.focusWidget()
        assert focused is not None
        areas.append(focused)
    parts = window.parts
    for area in (parts.toolbar, parts.left_dock, parts.pages, parts.right_dock):
        assert any(area.isAncestorOf(widget) for widget in areas)


def test_every_action_can_be_run_from_the_palette_by_keyboard(make_window: MakeWindow) -> None:
    window = make_window()
    QTest.keyClick(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.parts.palette
    shown = {palette.list.item(row).data(int(Qt.ItemDataRole.UserRole)) for row in range(palette.list.count())}
    enabled = {item.id for item in ACTIONS if window.parts.actions[item.id].isEnabled()}
    assert shown == enabled


def read_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    """A case from start to end: images, window, zoom, map, menu; no mouse."""
    ctrl, shift, alt = (
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.AltModifier,
    )
    window.parts.grid.shown[0].setFocus()
    state = window.state
    QTest.keyClick(window, Key.Key_Down)
    assert state.state.image is not None and state.state.image.path.name == "i1.dcm"
    QTest.keyClick(window, Key.Key_0)
    before = state.state.appearance.voi
    QTest.keyClick(window, Key.Key_Right, shift)
    wider = state.state.appearance.voi
    assert wider.width > before.width  # type: ignore[union-attr]
    QTest.keyClick(window, Key.Key_Up, ctrl)
    assert state.state.appearance.voi.center < wider.center  # type: ignore[union-attr]
    QTest.keyClick(window, Key.Key_Plus)
    scale = state.state.appearance.viewport.scale
    QTest.keyClick(window, Key.Key_Plus)
    assert state.state.appearance.viewport.scale == pytest.approx(1.2 * scale)
    center = state.state.appearance.viewport.center
    QTest.keyClick(window, Key.Key_Left, alt)
    assert state.state.appearance.viewport.center != center
    shown = state.state.overlay.visible
    QTest.keyClick(window, Key.Key_G)
    assert state.state.overlay.visible is not shown
    QTest.keyClick(window, Key.Key_F10, shift)
    assert window.parts.context.isVisible()
    QTest.keyClick(window.parts.context, Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.parts.context.isVisible())


def test_a_case_is_read_from_start_to_end_by_keyboard(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    read_by_keyboard(window, qtbot)


def test_a_focused_slider_has_its_arrow_keys_and_elsewhere_they_scroll(make_window: MakeWindow) -> None:
    window = make_window()
    slider = window.parts.overlay.findChildren(QSlider)[0]
    slider.setEnabled(True)
    slider.setValue(50)
    slider.setFocus()
    value, image = slider.value(), window.state.state.image
    QTest.keyClick(slider, Key.Key_Down)
    QTest.keyClick(slider, Key.Key_Down)
    assert (slider.value(), window.state.state.image) == (value - 2 * slider.singleStep(), image)
    window.parts.grid.views[0].setFocus()
    QTest.keyClick(window.parts.grid.views[0], Key.Key_Down)
    assert slider.value() == value - 2 * slider.singleStep() and window.state.state.image != image


def test_only_the_widget_with_the_focus_is_watched_for_keys(make_window: MakeWindow) -> None:
    window = make_window()
    first, second = window.parts.browser.search, window.parts.grid.views[0]
    for widget in (first, second, first):
        widget.setFocus()
        assert window._keys._watched is widget
    first.setFocus()
    assert claims(first)
    second.setFocus()
    assert not claims(second)
    second.setFocus()
    window.close()
    assert window._keys._watched is None


def claims(widget: QWidget) -> bool:
    """Whether a widget keeps an arrow key from the shortcuts."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    return QApplication.sendEvent(widget, event) and event.isAccepted()
