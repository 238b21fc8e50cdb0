"""Marks and boxes over an image, as pixels of the pane."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from radviewer.core.image import Image, ImageRef, Window
from radviewer.readerstudy.plan import Box
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.canvas.mark_item import RADIUS, Mark, MarkBox, MarkItem
from radviewer.ui.reading.reading_view import ReadingView
from radviewer.ui.theme import Theme, panel_font
from radviewer.workbench.orientation import Orientation
from radviewer.workbench.prepared import prepare
from radviewer.workbench.scene import PaneScene
from radviewer.workbench.settings import ThemeName

THEME = Theme(ThemeName.DARK)


def scene(turns: int = 0) -> PaneScene:
    prepared = prepare(Image(np.zeros((100, 200), dtype=np.uint8), ImageRef(Path("/phantom.png"))))
    turned = Orientation().rotated(turns)
    return PaneScene(prepared=prepared, voi=Window(128, 256), orientation=turned, annotations=False)


def shown(qtbot: QtBot, item: MarkItem, turns: int = 0) -> tuple[ImageView, np.ndarray]:
    """A pane with the item, and its pixels."""
    view = ImageView(THEME, panel_font())
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.add_layer(item, item, 3)
    view.show()
    view.set_pane(scene(turns))
    picture = view.grab().toImage()
    ratio = picture.devicePixelRatio()
    assert ratio == 1
    return view, np.array([[QColor(picture.pixel(x, y)).getRgb()[:3] for x in range(600)] for y in range(400)])


def like(pixels: np.ndarray, name: str) -> np.ndarray:
    """Which pixels are of a colour of the theme, but for the smoothing of lines."""
    return (np.abs(pixels - np.array(QColor(THEME[name]).getRgb()[:3])) < 70).all(axis=2)


@pytest.mark.parametrize("turns", [0, 1])
def test_a_mark_lies_on_its_pixel_and_is_filled_or_hollow(qtbot: QtBot, turns: int) -> None:
    item = MarkItem(THEME, panel_font())
    item.draw((Mark(25.0, 50.0, "", filled=True), Mark(75.0, 150.0, "", color="ok")))
    view, pixels = shown(qtbot, item, turns)
    assert view.placement is not None
    for mark, filled in ((item.marks[0], True), (item.marks[1], False)):
        x, y = (round(part) for part in view.placement.to_screen(mark.row, mark.column))
        colored = like(pixels, mark.color)
        found = np.argwhere(colored)
        near = found[(np.abs(found - (y, x)) <= RADIUS + 6).all(axis=1)]
        assert np.abs(near.mean(axis=0) - (y, x)).max() <= 1.0, "its middle is the point"
        assert bool(colored[y, x]) is filled


def test_a_box_is_drawn_along_the_edges_of_its_pixels(qtbot: QtBot) -> None:
    item = MarkItem(THEME, panel_font())
    item.draw(boxes=(MarkBox(Box(40, 20, 60, 30), color="ok"),))
    view, pixels = shown(qtbot, item)
    assert view.placement is not None
    found = np.argwhere(like(pixels, "ok"))
    (left, top), (right, bottom) = view.placement.to_screen(20, 40), view.placement.to_screen(50, 100)
    assert np.abs(found.min(axis=0) - (top, left)).max() <= 1.5
    assert np.abs(found.max(axis=0) + 1 - (bottom, right)).max() <= 1.5
    dashed = MarkItem(THEME, panel_font())
    dashed.draw(boxes=(MarkBox(Box(40, 20, 60, 30), color="ok", dashed=True),))
    _, broken = shown(qtbot, dashed)
    assert 0.2 < np.count_nonzero(like(broken, "ok")) / len(found) < 0.9


def test_the_lens_of_the_reading_room_follows_the_cursor_and_shows_the_image_twice_as_large(qtbot: QtBot) -> None:
    view = ReadingView(THEME, panel_font())
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    values = np.zeros((100, 200), dtype=np.uint8)
    values[40:60, 90:110] = 255
    prepared = prepare(Image(values, ImageRef(Path("/phantom.png"))))

    def bright() -> int:
        view.set_pane(PaneScene(prepared=prepared, voi=Window(128, 256), cursor=(50.0, 100.0), annotations=False))
        picture = view.grab().toImage()
        return sum(QColor(picture.pixel(x, 220)).lightness() > 200 for x in range(600))

    plain = bright()  # in a row beside the cross of the cursor
    view.switch_magnifier(True)
    assert bright() == pytest.approx(2 * plain, abs=4)
    view.switch_magnifier(False)
    assert bright() == plain
