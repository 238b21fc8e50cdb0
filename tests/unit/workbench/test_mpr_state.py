"""What gestures make of the planes, as properties that hold for any volume and any order of gestures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radviewer.core.image import Window
from radviewer.core.volume_geometry import VolumeGeometry
from radviewer.workbench.mpr import LINKED, View, acquired_frame
from radviewer.workbench.mpr_state import MAX_ZOOM, MIN_ZOOM, MprState, PaneView, first_state, place
from tests.helpers.volumes import make_volume, positions, rotation

AXES = rotation((0.4, 1.0, 0.2), 33.0)
UNEVEN = np.cumsum([0.0, 2.0, 2.0, 7.0, 2.0, 1.0, 2.0, 2.0, 2.0])
VIEWS = st.sampled_from(LINKED)
ANGLES = st.floats(-3.0, 3.0)


def geometry(*, uneven: bool = False, tilt: float = 0.0) -> VolumeGeometry:
    at = positions(9, 2.0, AXES, tilt=tilt, distances=UNEVEN if uneven else None)
    return make_volume(np.zeros((9, 20, 30), np.int16), (0.8, 1.1), AXES, at).geometry


def state(form: VolumeGeometry | None = None) -> MprState:
    return first_state(form or geometry(), Window(40, 400))


@settings(deadline=None)
@given(st.lists(st.tuples(VIEWS, ANGLES), max_size=6))
def test_however_the_planes_are_turned_they_stand_at_right_angles(turns: list[tuple[View, float]]) -> None:
    turned = state()
    for view, angle in turns:
        turned = turned.turned(view, angle)
    normals = np.array([turned.plane(view).normal for view in LINKED])
    np.testing.assert_allclose(normals @ normals.T, np.eye(3), atol=1e-9)


@settings(deadline=None)
@given(VIEWS, ANGLES)
def test_turning_back_gives_the_planes_as_they_were(view: View, angle: float) -> None:
    before = state()
    after = before.turned(view, angle).turned(view, -angle)
    for other in LINKED:
        np.testing.assert_allclose(after.plane(other).right, before.plane(other).right, atol=1e-9)
    assert after.is_along(acquired_frame(geometry()))


@settings(deadline=None)
@given(st.floats(-500, 500), st.floats(-500, 500), st.floats(-500, 500))
def test_the_point_never_leaves_the_volume(x: float, y: float, z: float) -> None:
    form = geometry(uneven=True, tilt=10.0)
    assert form.contains(state(form).moved((x, y, z), form).point)


@settings(deadline=None)
@given(st.sampled_from(list(View)), st.floats(-200, 700), st.floats(-200, 600), ANGLES)
def test_a_pane_position_and_its_point_of_the_patient_belong_to_each_other(
    view: View, x: float, y: float, angle: float
) -> None:
    form = geometry()
    placed = place(state(form).turned(View.CORONAL, angle), view, form, (500.0, 400.0))
    point = placed.to_patient(x, y)
    np.testing.assert_allclose(placed.to_screen(point), (x, y), atol=1e-6)
    assert abs((point - placed.plane.point) @ placed.plane.normal) < 1e-6


@pytest.mark.parametrize("uneven", [False, True])
def test_steps_go_from_slice_to_slice_also_over_gaps(uneven: bool) -> None:
    form = geometry(uneven=uneven)
    at = state(form).moved(form.to_patient((0, 10, 10)), form)
    for number in range(1, 9):
        at = at.stepped(View.AXIAL, 1, form)
        np.testing.assert_allclose(form.to_index(at.point), (number, 10, 10), atol=1e-6)
    assert at.stepped(View.AXIAL, 1, form).point == pytest.approx(at.point)


def test_steps_of_a_turned_plane_are_about_a_voxel_and_stop_at_the_border() -> None:
    form = geometry()
    turned = state(form).turned(View.CORONAL, 0.4)
    moved = turned.stepped(View.AXIAL, 1, form)
    length = float(np.linalg.norm(np.subtract(moved.point, turned.point)))
    assert 0.7 < length < 2.4
    for _ in range(200):
        moved = moved.stepped(View.AXIAL, 1, form)
    assert form.contains(moved.point)


@settings(deadline=None)
@given(st.lists(st.floats(0.2, 5.0), max_size=10))
def test_zoom_keeps_its_bounds_and_is_common_to_all_panes(factors: list[float]) -> None:
    looked = state()
    for factor in factors:
        pane = looked.panes[View.AXIAL]
        looked = looked.looked(View.AXIAL, replace(pane, zoom=pane.zoom * factor))
    assert len({pane.zoom for pane in looked.panes.values()}) == 1
    assert MIN_ZOOM <= looked.panes[View.CORONAL].zoom <= MAX_ZOOM


def test_the_whole_volume_is_seen_at_first() -> None:
    form = geometry(tilt=12.0)
    first = state(form)
    for view in LINKED:
        placed = place(first, view, form, (300.0, 500.0))
        seen = np.array([placed.to_screen(corner) for corner in form.corners])
        assert (seen >= -1e-6).all()
        assert (seen <= np.array((300.0, 500.0)) + 1e-6).all()


def test_dragging_the_free_plane_turns_its_near_side_with_the_hand() -> None:
    first = state()
    before = first.plane(View.OBLIQUE)
    after = first.tumbled(0.1, 0.0).plane(View.OBLIQUE)
    assert -after.normal @ before.right == pytest.approx(np.sin(0.1))
    np.testing.assert_allclose(after.down, before.down, atol=1e-9)
    assert first.looked(View.AXIAL, PaneView(2.0, 1.0, 1.0)).panes[View.OBLIQUE] == PaneView(2.0)
