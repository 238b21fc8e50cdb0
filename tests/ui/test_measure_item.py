"""Figures on a pane: labels keep their places while the view moves, and what is kept is what would be drawn anew."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from radviewer.core.measurement import Figure, FigureKind
from radviewer.ui.canvas.measure_item import Drawn, MeasureItem
from radviewer.ui.theme import Theme, panel_font
from radviewer.workbench.measuring.shapes import crossed, lines
from radviewer.workbench.orientation import Orientation
from radviewer.workbench.settings import ThemeName
from radviewer.workbench.viewing import Placement, Viewport, ZoomMode, place

SIZE, SHAPE = (500.0, 400.0), (400, 400)
KINDS = (FigureKind.DISTANCE, FigureKind.ELLIPSE, FigureKind.RECTANGLE)


def placed(zoom: float) -> Placement:
    return place(Viewport(ZoomMode.FREE, zoom, (150.0, 180.0)), SHAPE, 1.0, Orientation(), SIZE, 1.0)


def figures(count: int = 6) -> tuple[Drawn, ...]:
    made = []
    for number in range(count):
        row, column = 60.0 + 30 * number, 70.0 + 45 * (number % 4)
        figure = Figure(KINDS[number % 3], ((row, column), (row + 20, column + 30)))
        made.append(Drawn(str(number), figure, (f"{number} mm", "PixelSpacing"), selected=number == 2))
    return tuple(made)


def make_item(qtbot: QtBot) -> MeasureItem:
    item = MeasureItem(Theme(ThemeName.DARK), panel_font())
    item.set_placement(placed(1.0), SIZE)
    item.set_figures(figures())
    return item


def painted(item: MeasureItem) -> np.ndarray:
    picture = QImage(int(SIZE[0]), int(SIZE[1]), QImage.Format.Format_RGB32)
    picture.fill(0xFF606060)
    painter = QPainter(picture)
    item.paint(painter, None)  # type: ignore[arg-type]
    painter.end()
    values = np.frombuffer(picture.constBits(), dtype=np.uint8).reshape(picture.height(), picture.width(), 4)
    return values[..., :3].astype(int)


def test_the_kept_picture_is_what_was_drawn_directly(qtbot: QtBot) -> None:
    item = make_item(qtbot)
    first, second, third = (painted(item) for _ in range(3))
    assert np.ptp(first) > 100
    assert np.abs(first - second).max() <= 3 and np.array_equal(second, third)


def test_while_the_view_moves_each_label_stays_on_its_side_of_the_figure(qtbot: QtBot) -> None:
    item = make_item(qtbot)
    before = item.labels
    for zoom in (1.02, 1.05, 1.1):
        item.set_placement(placed(zoom), SIZE)
        for drawn in item._drawn:
            (x, y, *_), (old_x, old_y, *_) = item.labels[drawn.id], before[drawn.id]
            ends = [(placed(value).to_screen(*point)) for value in (zoom, 1.0) for point in drawn.figure.points]
            left, top = min(x for x, _ in ends[:2]), min(y for _, y in ends[:2])
            old_left, old_top = min(x for x, _ in ends[2:]), min(y for _, y in ends[2:])
            assert abs((x - left) - (old_x - old_left)) <= 5 and abs((y - top) - (old_y - old_top)) <= 5
            assert 0 <= x <= SIZE[0] and 0 <= y <= SIZE[1]


def test_when_it_rests_no_label_lies_on_its_own_figure(qtbot: QtBot) -> None:
    item = make_item(qtbot)
    painted(item)
    item.set_placement(placed(2.5), SIZE)
    item._places = [number % 12 for number in range(6)]  # wherever they were
    item._changed()
    painted(item)
    qtbot.waitUntil(lambda: not item._rest.isActive(), timeout=3000)
    for drawn in item._drawn:
        own = np.array([(*start, *end) for start, end in lines(drawn.figure, placed(2.5))])
        assert not crossed(np.array([item.labels[drawn.id]]), own).any()


def test_a_figure_that_comes_or_goes_is_laid_out_at_once(qtbot: QtBot) -> None:
    item = make_item(qtbot)
    assert len(item.labels) == 6
    item.set_figures(figures(4))
    assert list(item.labels) == ["0", "1", "2", "3"]
    item.set_figures(())
    assert item.labels == {}
