"""Planes in the patient against positions known by construction."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from radviewer.core.planes import SlicePlane, crossing, nearest, slice_plane

AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
CORONAL = (1.0, 0.0, 0.0, 0.0, 0.0, -1.0)
SAGITTAL = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)


def made(
    position: tuple[float, float, float],
    orientation: tuple[float, ...] = AXIAL,
    spacing: tuple[float, float] = (1.0, 1.0),
    shape: tuple[int, int] = (100, 100),
) -> SlicePlane:
    found = slice_plane(position, orientation, spacing, shape)
    assert found is not None
    return found


def test_the_position_is_the_centre_of_the_first_pixel() -> None:
    plane = made((-50.0, -40.0, 7.0), spacing=(0.5, 0.25))
    assert plane.to_patient(0.5, 0.5) == (-50.0, -40.0, 7.0)
    assert plane.to_patient(2.5, 4.5) == (-49.0, -39.0, 7.0)
    assert plane.corners[0] == (-50.125, -40.25, 7.0)


@given(
    st.floats(-math.pi, math.pi), st.floats(-1.4, 1.4), st.floats(0.1, 3), st.floats(0.1, 3),
    st.floats(-50, 250), st.floats(-50, 250),
)  # fmt: skip
def test_points_go_to_the_patient_and_back(
    turn: float, tilt: float, row: float, column: float, at_row: float, at_column: float
) -> None:
    along = (math.cos(turn), math.sin(turn), 0.0)
    down = (-math.sin(turn) * math.cos(tilt), math.cos(turn) * math.cos(tilt), math.sin(tilt))
    plane = made((3.0, -8.0, 11.0), (*along, *down), (row, column))
    point = plane.to_patient(at_row, at_column)
    assert plane.distance(point) == pytest.approx(0.0, abs=1e-9)
    assert plane.to_image(point) == pytest.approx((at_row, at_column), abs=1e-8)
    off = tuple(part + 4.0 * across for part, across in zip(point, plane.normal, strict=True))
    assert plane.distance((off[0], off[1], off[2])) == pytest.approx(4.0)
    assert plane.to_image((off[0], off[1], off[2])) == pytest.approx((at_row, at_column), abs=1e-8)


def test_an_axial_slice_is_a_horizontal_line_on_a_coronal_one_at_its_height() -> None:
    axial = made((-49.5, -49.5, 20.0))
    coronal = made((-49.5, 0.0, 60.0), CORONAL, spacing=(2.0, 1.0))
    line = crossing(coronal, axial)
    assert line is not None
    # 40 mm below the centre of the first row, in rows of 2 mm.
    assert [end[0] for end in line] == pytest.approx([20.5, 20.5])
    assert sorted(end[1] for end in line) == pytest.approx([0.0, 100.0])


def test_the_line_is_cut_to_what_both_images_show() -> None:
    axial = made((-9.5, -49.5, 0.0), shape=(100, 20))  # x from -10 to 10
    coronal = made((-49.5, 0.0, 50.0), CORONAL)
    line = crossing(coronal, axial)
    assert line is not None
    assert sorted(end[1] for end in line) == pytest.approx([40.0, 60.0])
    high = made((-49.5, -49.5, 200.0))
    assert crossing(coronal, high) is None


def test_parallel_images_have_no_line() -> None:
    assert crossing(made((0, 0, 0)), made((0, 0, 5))) is None
    upside_down = made((0, 0, 5), (1.0, 0.0, 0.0, 0.0, -1.0, 0.0))
    assert crossing(made((0, 0, 0)), upside_down) is None


@given(st.floats(0.05, 1.5), st.floats(-1.5, 1.5), st.floats(-20, 20))
def test_every_point_of_a_line_lies_on_both_planes(tilt: float, turn: float, height: float) -> None:
    target = made((-49.5, -49.5, 0.0))
    along = (math.cos(turn), math.sin(turn), 0.0)
    down = (-math.sin(turn) * math.cos(tilt), math.cos(turn) * math.cos(tilt), math.sin(tilt))
    source = made((-30.0, -30.0, height), (*along, *down), (0.7, 0.9))
    line = crossing(target, source)
    if line is None:
        return
    for share in (0.0, 0.3, 1.0):
        row, column = (a + share * (b - a) for a, b in zip(*line, strict=True))
        point = target.to_patient(row, column)
        assert source.distance(point) == pytest.approx(0.0, abs=1e-6)
        at_row, at_column = source.to_image(point)
        assert -1e-6 <= at_row <= 100 + 1e-6 and -1e-6 <= at_column <= 100 + 1e-6


def test_an_oblique_line_runs_as_the_tilt_says() -> None:
    sagittal = made((0.0, -49.5, 49.5), SAGITTAL)
    angle = math.radians(30)
    tilted = made((-49.5, -40.0, 0.0), (1.0, 0.0, 0.0, 0.0, math.cos(angle), math.sin(angle)))
    line = crossing(sagittal, tilted)
    assert line is not None
    (row0, column0), (row1, column1) = sorted(line, key=lambda end: end[1])
    assert (row0 - row1) / (column1 - column0) == pytest.approx(math.tan(angle))


def test_the_nearest_slice_is_found_by_its_distance_and_unknown_ones_are_passed_over() -> None:
    planes = [made((0, 0, z)) for z in np.arange(0.0, 30.0, 3.0)]
    assert nearest([None, *planes], (12.0, 5.0, 10.0)) == (4, 1.0)
    assert nearest([None], (0.0, 0.0, 0.0)) is None


@pytest.mark.parametrize(
    ("position", "orientation", "spacing"),
    [
        (None, AXIAL, (1.0, 1.0)),
        ((0.0, 0.0, 0.0), None, (1.0, 1.0)),
        ((0.0, 0.0, 0.0), AXIAL, None),
        ((0.0, 0.0, float("nan")), AXIAL, (1.0, 1.0)),
        ((0.0, 0.0, 0.0), (0.0,) * 6, (1.0, 1.0)),
        ((0.0, 0.0, 0.0), AXIAL, (0.0, 1.0)),
    ],
)
def test_a_header_that_does_not_say_where_it_is_gives_no_plane(
    position: tuple[float, ...] | None, orientation: tuple[float, ...] | None, spacing: tuple[float, float] | None
) -> None:
    assert slice_plane(position, orientation, spacing, (10, 10)) is None
