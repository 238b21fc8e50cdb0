"""Measurements on the screen against geometry known by construction: turned, flipped, zoomed, flat pixels, hi-DPI.

The marks are looked for in the picture of the window, as a reader does, and the mouse goes there: nothing of how the
program lays an image into a pane enters what is expected.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from radviewer.ui.main_window import MainWindow
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import FakeDecoder, make_catalog
from tests.ui.measuring_tools import MARKS, calm, drag, marked_image, measured, pane, press, screen, seen_marks
from tests.ui.test_viewing import wheel

Key = Qt.Key
SPACINGS = [(0.5, 0.5), (1.2, 0.4), (0.3, 0.9)]
TURNS: list[tuple[Qt.Key, ...]] = [
    (),
    (Key.Key_R,),
    (Key.Key_L,),
    (Key.Key_H,),
    (Key.Key_V,),
    (Key.Key_R, Key.Key_H),
    (Key.Key_L, Key.Key_H),
    (Key.Key_H, Key.Key_V),
]


def millimetres(one: int, other: int, row_mm: float, column_mm: float) -> float:
    (r1, c1, _), (r2, c2, _) = MARKS[one], MARKS[other]
    return math.hypot((r2 - r1) * row_mm, (c2 - c1) * column_mm)


def corner(row_mm: float, column_mm: float) -> float:
    """The angle at the middle mark, by the law of cosines."""
    a, b, c = (millimetres(*pair, row_mm, column_mm) for pair in ((0, 1), (1, 2), (0, 2)))
    return math.degrees(math.acos((a * a + b * b - c * c) / (2 * a * b)))


def look(window: MainWindow, zoom: str) -> None:
    press(window, {"fit": Key.Key_Equal, "1:1": Key.Key_O, "free": Key.Key_Equal}[zoom])
    if zoom == "free":
        view = pane(window)
        wheel(view, -1, Qt.KeyboardModifier.ControlModifier, QPoint(view.width() // 2, view.height() // 2))


def check(window: MainWindow, row_mm: float, column_mm: float) -> None:
    """Measures a distance and an angle where the marks are seen, compares them, and deletes them."""
    view = pane(window)
    window.state.wish(cursor=None)  # its cross would be seen as a mark
    one, two, three = seen_marks(view)
    press(window, Key.Key_D)
    drag(view, one, three)
    press(window, Key.Key_A)
    drag(view, one, two)
    drag(view, three, three)
    distance, angle = (item.values for item in measured(window))
    assert distance is not None and distance.length is not None and angle is not None and angle.degrees is not None
    half = 0.5 * math.hypot(row_mm, column_mm)  # half a pixel of the image, in mm
    assert distance.length == pytest.approx(millimetres(0, 2, row_mm, column_mm), abs=half)
    shortest = min(millimetres(0, 1, row_mm, column_mm), millimetres(1, 2, row_mm, column_mm))
    assert angle.degrees == pytest.approx(corner(row_mm, column_mm), abs=math.degrees(2 * half / shortest))
    assert distance.ruler.source == "PixelSpacing"
    window.run_action("measure.delete_all")
    press(window, Key.Key_Escape)


@pytest.mark.parametrize(("row_mm", "column_mm"), SPACINGS)
def test_distance_and_angle_are_those_of_the_phantom(make_window: MakeWindow, row_mm: float, column_mm: float) -> None:
    decoder = FakeDecoder(partial(marked_image, row_mm=row_mm, column_mm=column_mm))
    window = make_window(make_catalog(1), decoder=decoder)
    assert pane(window).devicePixelRatioF() == float(os.environ.get("RADVIEWER_EXPECTED_RATIO", "1"))
    calm(window)
    press(window, Key.Key_T)
    for turns in TURNS:
        window.run_action("view.reset")
        for key in turns:
            press(window, key)
        for zoom in ("fit", "1:1", "free"):
            look(window, zoom)
            check(window, row_mm, column_mm)


def test_the_same_figure_measures_the_same_however_the_view_is_turned_and_zoomed(make_window: MakeWindow) -> None:
    window = make_window(make_catalog(1), decoder=FakeDecoder(partial(marked_image, row_mm=1.2, column_mm=0.4)))
    calm(window)
    view = pane(window)
    press(window, Key.Key_D)
    one, _, three = ((r, c) for r, c, _ in MARKS)
    found = set()
    for key in (Key.Key_T, Key.Key_R, Key.Key_H, Key.Key_L, Key.Key_V, Key.Key_O):
        press(window, key)
        drag(view, screen(view, *one), screen(view, *three))
        (item,) = measured(window)
        assert item.values is not None and item.values.length is not None
        found.add(round(item.values.length, 9))
        press(window, Key.Key_Delete)
    assert found == {round(millimetres(0, 2, 1.2, 0.4), 9)}


@pytest.mark.slow
@pytest.mark.parametrize("factor", ["1.5", "2"])
def test_it_is_as_exact_on_screens_with_more_pixels(factor: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "pytest", __file__, "-q", "-p", "no:cacheprovider", "-k", "of_the_phantom"],
        env={**os.environ, "QT_SCALE_FACTOR": factor, "RADVIEWER_EXPECTED_RATIO": factor},
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert result.returncode == 0, result.stdout[-3000:]
    assert f"{len(SPACINGS)} passed" in result.stdout
