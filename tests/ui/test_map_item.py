"""The map over an image as pixels: what is kept of it is what would be drawn anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene
from pytestqt.qtbot import QtBot

from radviewer.core.explanation import Explanation, Method
from radviewer.core.geometry import GridTransform
from radviewer.core.image import Image, ImageRef, Window
from radviewer.core.labels import Label
from radviewer.core.overlay import OverlayStyle
from radviewer.ui.canvas.gray_item import GrayItem
from radviewer.ui.canvas.magnifier_item import MagnifierItem, lens_factor
from radviewer.ui.canvas.overlay_item import OverlayItem
from radviewer.ui.theme import Theme
from radviewer.workbench.orientation import Orientation
from radviewer.workbench.overlay_pixels import OverlayPixels, overlay_pixels
from radviewer.workbench.prepared import prepare
from radviewer.workbench.scene import OverlayScene, PaneScene
from radviewer.workbench.settings import ThemeName
from radviewer.workbench.viewing import Placement, Viewport, ZoomMode, place

SIZE, SHAPE = (400.0, 300.0), (200, 240)


def placed(zoom: float, turns: int = 0, ratio: float = 1.0) -> Placement:
    viewport = Viewport(ZoomMode.FREE, zoom, (90.0, 130.0))
    return place(viewport, SHAPE, 1.0, Orientation().rotated(turns), SIZE, ratio)


def colors(seed: int) -> OverlayPixels:
    made = np.random.default_rng(seed).integers(0, 256, (7, 7, 4), dtype=np.uint8)
    return OverlayPixels(made, (-5.0, 3.0, 210.0, 230.0), True)


def painted(item: OverlayItem, ratio: float = 1.0) -> np.ndarray:
    picture = QImage(int(SIZE[0] * ratio), int(SIZE[1] * ratio), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(0xFF606060)
    painter = QPainter(picture)
    item.paint(painter, None)  # type: ignore[arg-type]
    painter.end()
    values = np.frombuffer(picture.constBits(), dtype=np.uint8).reshape(picture.height(), picture.width(), 4)
    return values[..., :3].astype(int)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(("zoom", "turns"), [(0.7, 0), (1.3, 1), (4.0, 3)])
def test_a_kept_map_is_the_one_that_is_drawn(qtbot: QtBot, ratio: float, zoom: float, turns: int) -> None:
    item = OverlayItem()
    item.set_map(colors(1), SHAPE)
    item.set_opacity(0.6)
    item.set_placement(placed(zoom, turns, ratio), SIZE)
    first, kept, again = (painted(item, ratio) for _ in range(3))
    assert item._scaled is not None, "painted twice at one place"
    assert (first != 0x60).any() and (kept == again).all()
    where = placed(zoom, turns, ratio)
    for y, x in np.argwhere(np.abs(first - kept).max(axis=2) > 2):
        row, column = where.to_image((x + 0.5) / ratio, (y + 0.5) / ratio)
        off = min(abs(row), abs(row - SHAPE[0]), abs(column), abs(column - SHAPE[1])) * zoom * ratio
        assert off <= 1.0, "other than at the very border, where half a pixel is cut one way or the other"
    item.set_opacity(0.3)
    assert np.abs(painted(item, ratio) - 0x60).max() < np.abs(kept - 0x60).max()


def test_a_kept_map_goes_when_the_image_moves_or_the_map_is_another(qtbot: QtBot) -> None:
    item, fresh = OverlayItem(), OverlayItem()
    item.set_map(colors(1), SHAPE)
    item.set_placement(placed(1.3), SIZE)
    painted(item), painted(item)
    fresh.set_map(colors(2), SHAPE)
    fresh.set_placement(placed(2.0), SIZE)
    item.set_placement(placed(2.0), SIZE)
    item.set_map(fresh._pixels, SHAPE)
    assert (painted(item) == painted(fresh)).all()
    item.set_map(None, SHAPE)
    assert (painted(item) == 0x60).all()
    item.set_map(fresh._pixels, SHAPE)
    assert np.abs(painted(item) - painted(fresh)).max() <= 2


def drawn(*items: QGraphicsItem) -> np.ndarray:
    """Items of a pane over each other, int (height, width, 3)."""
    scene = QGraphicsScene(0, 0, *SIZE)
    for item in items:
        scene.addItem(item)
    picture = QImage(int(SIZE[0]), int(SIZE[1]), QImage.Format.Format_RGB32)
    picture.fill(0xFF000000)
    painter = QPainter(picture)
    scene.render(painter)
    painter.end()
    for item in items:
        scene.removeItem(item)
    values = np.frombuffer(picture.constBits(), dtype=np.uint8).reshape(picture.height(), picture.width(), 4)
    return values[..., :3].astype(int)


def test_the_lens_shows_the_map_enlarged_with_the_image_and_none_where_there_is_none(qtbot: QtBot) -> None:
    prepared = prepare(Image(np.full(SHAPE, 100, np.uint16), ImageRef(Path("a.png"))))
    values = np.random.default_rng(0).random((7, 7)).astype(np.float32)
    grid = GridTransform.identity(SHAPE).resize(224, 224)
    made = Explanation(prepared.ref, "m", "1", Method.GRADCAM, Label("a", "A"), values, grid, 1.0)
    style = OverlayStyle(opacity=0.8, threshold=0.0)
    where, at = placed(1.0), (90.0, 130.0)
    gray, colored, lens = GrayItem(QColor("black")), OverlayItem(), MagnifierItem(Theme(ThemeName.DARK))
    gray.set_image(prepared, Window(100, 200), False, True)
    colored.set_map(overlay_pixels(made, style), SHAPE)
    colored.set_opacity(style.opacity)
    gray.set_placement(where, ZoomMode.FREE, SIZE)
    colored.set_placement(where, SIZE)
    lens.on = True
    pane = PaneScene(prepared=prepared, voi=Window(100, 200), overlay=OverlayScene(made, style), cursor=at)
    lens.follow(pane, where, SIZE)
    plain, enlarged = drawn(gray, colored), drawn(lens)
    x, y = (round(value) for value in where.to_screen(*at))
    assert lens_factor(where) == 2.0
    for dx in (-30, -12, 12, 30):
        for dy in (-30, -12, 12, 30):
            assert np.abs(plain[y + dy, x + dx] - enlarged[y + 2 * dy, x + 2 * dx]).max() <= 8
    assert np.ptp(enlarged[y - 60 : y - 20, x - 60 : x - 20], axis=2).max() > 60  # in colour
    lens.follow(replace(pane, overlay=None), where, SIZE)
    assert np.ptp(drawn(lens)[y - 60 : y - 20, x - 60 : x - 20], axis=2).max() == 0
