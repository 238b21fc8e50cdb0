"""Where an image lies in a pane, and how gestures move it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radviewer.workbench.orientation import Orientation
from radviewer.workbench.viewing import Viewport, ZoomMode, fit_scale, panned, place, zoomed

orientations = st.builds(Orientation, st.integers(0, 3), st.booleans())
SIZE = (640.0, 480.0)
SHAPE = (100, 200)


@given(orientations, st.floats(0.3, 3.0))
def test_a_fitted_image_touches_the_pane_and_stays_inside(turned: Orientation, aspect: float) -> None:
    placed = place(Viewport(), SHAPE, aspect, turned, SIZE)
    corners = [placed.to_screen(row, column) for row in (0, SHAPE[0]) for column in (0, SHAPE[1])]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    assert min(xs) >= -1e-6 and max(xs) <= SIZE[0] + 1e-6 and min(ys) >= -1e-6 and max(ys) <= SIZE[1] + 1e-6
    assert min(xs) == pytest.approx(0, abs=1e-6) or min(ys) == pytest.approx(0, abs=1e-6)


@given(orientations, st.floats(0, 100), st.floats(0, 200))
def test_an_image_point_taken_to_the_screen_and_back_is_itself(turned: Orientation, row: float, column: float) -> None:
    placed = place(Viewport(ZoomMode.FREE, 2.5, (30.0, 40.0)), SHAPE, 1.4, turned, SIZE)
    assert placed.to_image(*placed.to_screen(row, column)) == pytest.approx((row, column), abs=1e-9)


@given(orientations, st.floats(0.2, 5.0), st.floats(0, 640), st.floats(0, 480))
def test_zooming_keeps_the_point_under_the_cursor(turned: Orientation, factor: float, x: float, y: float) -> None:
    before = place(Viewport(), SHAPE, 1.0, turned, SIZE)
    viewport = zoomed(Viewport(), before, factor, (x, y), SIZE)
    after = place(viewport, SHAPE, 1.0, turned, SIZE)
    assert after.to_image(x, y) == pytest.approx(before.to_image(x, y), abs=1e-6)
    assert after.scale == pytest.approx(before.scale * factor)


@given(orientations)
def test_panning_moves_the_image_with_the_mouse(turned: Orientation) -> None:
    start = Viewport(ZoomMode.FREE, 3.0, (50.0, 100.0))
    before = place(start, SHAPE, 1.0, turned, SIZE)
    after = place(panned(start, before, 12.0, -7.0, SIZE, SHAPE), SHAPE, 1.0, turned, SIZE)
    x, y = before.to_screen(50, 100)
    assert after.to_screen(50, 100) == pytest.approx((x + 12, y - 7))


def test_panning_cannot_lose_the_image() -> None:
    start = Viewport(ZoomMode.FREE, 3.0, (50.0, 100.0))
    placed = place(start, SHAPE, 1.0, Orientation(), SIZE)
    assert panned(start, placed, 1e6, 1e6, SIZE, SHAPE).center == (0.0, 0.0)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_one_to_one_puts_one_column_on_one_device_pixel_at_a_whole_place(ratio: float) -> None:
    placed = place(Viewport(ZoomMode.DEVICE), (101, 203), 1.0, Orientation(), (641.0, 479.0), ratio)
    assert placed.scale * ratio == pytest.approx(1.0)
    assert placed.x0 * ratio == pytest.approx(round(placed.x0 * ratio))
    assert placed.y0 * ratio == pytest.approx(round(placed.y0 * ratio))


def test_pixels_that_are_twice_as_high_as_wide_are_drawn_so() -> None:
    placed = place(Viewport(), (100, 100), 2.0, Orientation(), (400.0, 400.0))
    assert placed.scale == pytest.approx(2.0)
    assert placed.yy == pytest.approx(4.0)


def test_a_turned_image_is_fitted_by_its_turned_sides() -> None:
    assert fit_scale((100, 400), 1.0, Orientation(1), (200.0, 400.0)) == pytest.approx(1.0)
