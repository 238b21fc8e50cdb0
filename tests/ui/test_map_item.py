"""The map over an image as pixels: what is kept of it is what would be drawn anew."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from radviewer.ui.canvas.overlay_item import OverlayItem
from radviewer.workbench.orientation import Orientation
from radviewer.workbench.overlay_pixels import OverlayPixels
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
