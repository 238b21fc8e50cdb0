"""Linked scrolling, windows, zoom, pan and the cursor, against positions known by construction."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from radviewer.core.geometry import PixelSpacing
from radviewer.core.image import Image, ImageFacts, ImageRef, Window
from radviewer.core.planes import SlicePlane, slice_plane
from radviewer.workbench.cells import Appearance, Board, Cell, CellFacts, Link
from radviewer.workbench.linking import (
    Track,
    at_point,
    cursor_in,
    followers,
    line_in,
    links_of,
    with_linked_looks,
)
from radviewer.workbench.prepared import prepare
from radviewer.workbench.state import DisplayState, Facts
from radviewer.workbench.viewing import Viewport, ZoomMode

AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
CORONAL = (1.0, 0.0, 0.0, 0.0, 0.0, -1.0)


def track(name: str, heights: list[float], space: str = "S", axes: tuple[float, ...] = AXIAL) -> Track:
    refs = tuple(ImageRef(Path(f"/{name}/{number}")) for number in range(len(heights)))
    positions = ((-8.0, -8.0, z) if axes == AXIAL else (-8.0, z, 8.0) for z in heights)
    planes = tuple(slice_plane(position, axes, (1.0, 1.0), (16, 16)) for position in positions)
    return Track(refs, planes, (space,) * len(heights))


def layout(*tracks: Track | None, at: tuple[int, ...] = (), links: set[Link], active: int = 0) -> DisplayState:
    at = at or (0,) * len(tracks)
    cells = tuple(Cell() if item is None else Cell(item.refs[place]) for item, place in zip(tracks, at, strict=True))
    state = DisplayState(links=frozenset(links))
    return state.arranged((Board(1, len(cells)),), cells, active)


def moved(state: DisplayState, tracks: list[Track | None], to: int) -> dict[int, int]:
    source = tracks[state.active]
    assert source is not None
    found = followers(state, tracks, state.image, source.refs[to])
    return {number: int(ref.path.name) for number, ref in found.items()}


def test_scrolling_by_position_finds_the_nearest_slice_whatever_the_spacing_and_direction() -> None:
    thick = track("a", [0, 5, 10, 15, 20])
    thin = track("b", [z * 1.0 for z in range(30)])
    upside_down = track("c", [20, 15, 10, 5, 0])
    tracks: list[Track | None] = [thick, thin, upside_down]
    state = layout(*tracks, links={Link.POSITION})
    assert moved(state, tracks, 3) == {1: 15, 2: 1}
    back = layout(*tracks, links={Link.POSITION}, active=1)
    assert moved(back, tracks, 12) == {0: 2, 2: 2}  # 12 mm is nearer to 10 than to 15


def test_scrolling_by_position_leaves_other_spaces_other_planes_and_unknown_positions_alone() -> None:
    tracks: list[Track | None] = [
        track("a", [0, 5, 10]),
        track("b", [0, 5, 10], space="T"),
        track("c", [0, 5, 10], axes=CORONAL),
        Track(tuple(ImageRef(Path(f"/d/{number}")) for number in range(3))),
        track("e", [0, 5, 10], space=""),
        None,
    ]
    state = layout(*tracks[:3], links={Link.POSITION})
    assert moved(state, tracks[:3], 2) == {}
    rest: list[Track | None] = [tracks[0], tracks[3], tracks[5]]
    assert moved(layout(*rest, links={Link.POSITION}), rest, 2) == {}
    nowhere: list[Track | None] = [tracks[4], track("f", [0, 5, 10], space="")]
    assert moved(layout(*nowhere, links={Link.POSITION}), nowhere, 2) == {}


def test_scrolling_by_images_keeps_the_offset_and_stops_at_the_ends() -> None:
    tracks: list[Track | None] = [track("a", [0, 5, 10, 15]), track("b", [0, 5, 10], space="T")]
    state = layout(*tracks, at=(0, 1), links={Link.OFFSET})
    assert moved(state, tracks, 1) == {1: 2}
    assert moved(state, tracks, 3) == {1: 2}
    assert moved(layout(*tracks, at=(1, 1), links={Link.OFFSET}), tracks, 0) == {1: 0}


def test_position_goes_before_offset_where_both_are_linked() -> None:
    tracks: list[Track | None] = [track("a", [0, 5, 10]), track("b", [10, 10.5, 11]), track("c", [0, 1, 2], space="T")]
    state = layout(*tracks, at=(0, 2, 0), links={Link.POSITION, Link.OFFSET})
    assert moved(state, tracks, 1) == {1: 0, 2: 1}


def test_a_cell_that_runs_as_cine_does_not_follow() -> None:
    tracks: list[Track | None] = [track("a", [0, 5, 10]), track("b", [0, 5, 10])]
    state = layout(*tracks, links={Link.POSITION}).with_cell(1, playing=True)
    assert moved(state, tracks, 2) == {}


def picture(
    plane: SlicePlane | None, *, columns: int = 16, spacing: float | None = 1.0, modality: str = "CT"
) -> CellFacts:
    image = Image(
        np.zeros((16, columns), dtype=np.uint16),
        ImageRef(Path("/x")),
        spacing=None if spacing is None else PixelSpacing(spacing, spacing),
        facts=ImageFacts(modality=modality),
    )
    return CellFacts(prepared=prepare(image), plane=plane, space="S" if plane else "")


def facts(*cells: CellFacts) -> Facts:
    return Facts().arranged(cells, 0)


AXIAL_AT_3 = slice_plane((-7.5, -7.5, 3.0), AXIAL, (1.0, 1.0), (16, 16))
CORONAL_AT_2 = slice_plane((-7.5, 2.0, 7.5), CORONAL, (1.0, 1.0), (16, 16))


def two(links: set[Link], **changes: object) -> DisplayState:
    return replace(layout(track("a", [3]), track("b", [2], axes=CORONAL), links=links), **changes)  # type: ignore[arg-type]


def test_the_cursor_is_shown_at_its_place_in_the_patient_with_its_distance() -> None:
    known = facts(picture(AXIAL_AT_3), picture(CORONAL_AT_2))
    # Row 10.5, column 12.5 of the axial slice is x = 4.5, y = 2.5, z = 3.
    state = two({Link.CURSOR}, cursor=(10.5, 12.5), pointed=0)
    point, away = cursor_in(state, known, 1)
    assert point == pytest.approx((5.0, 12.5))
    assert abs(away) == pytest.approx(0.5)
    assert cursor_in(state, known, 0) == ((10.5, 12.5), 0.0)
    assert cursor_in(replace(state, links=frozenset()), known, 1) == (None, 0.0)
    assert cursor_in(state, facts(picture(AXIAL_AT_3), picture(None)), 1) == (None, 0.0)


def test_the_reference_line_is_drawn_in_the_other_cell_only() -> None:
    known = facts(picture(AXIAL_AT_3), picture(CORONAL_AT_2))
    state = two({Link.LINES})
    assert line_in(state, known, 0) is None
    line = line_in(state, known, 1)
    assert line is not None and [end[0] for end in line] == pytest.approx([5.0, 5.0])
    assert line_in(two(set()), known, 1) is None


def test_going_to_a_point_finds_the_slice_in_every_other_plane_of_its_space() -> None:
    coronal = track("b", [-6, -2, 2, 6], axes=CORONAL)
    other = track("c", [-6, -2, 2, 6], space="T", axes=CORONAL)
    tracks = [track("a", [3]), coronal, other]
    state = replace(layout(*tracks, links=set()), cursor=(10.0, 8.0), pointed=0)
    known = facts(picture(AXIAL_AT_3), picture(CORONAL_AT_2), picture(None))
    assert at_point(state, known, tracks) == {1: coronal.refs[2]}
    assert at_point(replace(state, cursor=None), known, tracks) == {}


def test_chips_name_only_links_that_reach_another_cell() -> None:
    every = set(Link)
    known = facts(picture(AXIAL_AT_3), picture(CORONAL_AT_2))
    assert links_of(two(every), known, 0) == (
        Link.OFFSET, Link.WINDOW, Link.ZOOM, Link.PAN, Link.CURSOR, Link.LINES
    )  # fmt: skip
    alike = facts(picture(AXIAL_AT_3), picture(AXIAL_AT_3))
    assert Link.POSITION in links_of(two(every), alike, 0) and Link.LINES not in links_of(two(every), alike, 0)
    assert links_of(two(every), facts(picture(AXIAL_AT_3), CellFacts()), 0) == ()


def test_a_linked_window_goes_to_the_same_modality_only() -> None:
    look = Appearance(voi=Window(40, 400), invert=True)
    same = with_linked_looks(two({Link.WINDOW}), facts(picture(None), picture(None)), look)
    assert same.cells[1].appearance == look
    other = with_linked_looks(two({Link.WINDOW}), facts(picture(None), picture(None, modality="MR")), look)
    assert other.cells[0].appearance == look and other.cells[1].appearance == Appearance()
    apart = with_linked_looks(two(set()), facts(picture(None), picture(None)), look)
    assert apart.cells[1].appearance == Appearance()


def test_linked_zoom_keeps_millimetres_or_else_the_share_of_the_width() -> None:
    look = Appearance(viewport=Viewport(ZoomMode.FREE, 3.0, (4.0, 4.0)))
    known = facts(picture(None, spacing=0.5), picture(None, spacing=1.0))
    found = with_linked_looks(two({Link.ZOOM}), known, look).cells[1].appearance.viewport
    assert (found.mode, found.scale, found.center) == (ZoomMode.FREE, 6.0, None)
    unknown = facts(picture(None, spacing=None, columns=16), picture(None, spacing=None, columns=32))
    assert with_linked_looks(two({Link.ZOOM}), unknown, look).cells[1].appearance.viewport.scale == 1.5
    fit = with_linked_looks(
        two({Link.ZOOM}).with_cell(1, appearance=look).with_cell(0, appearance=look), known, Appearance()
    )
    assert fit.cells[1].appearance.viewport.mode is ZoomMode.FIT


def test_linked_pan_keeps_the_patient_point_in_the_middle() -> None:
    shifted = slice_plane((-3.5, -5.5, 9.0), AXIAL, (1.0, 1.0), (16, 16))
    look = Appearance(viewport=Viewport(ZoomMode.FREE, 3.0, (8.0, 8.0)))
    state = two({Link.PAN}).with_cell(1, appearance=Appearance(viewport=Viewport(ZoomMode.FREE, 2.0, (1.0, 1.0))))
    found = with_linked_looks(state, facts(picture(AXIAL_AT_3), picture(shifted)), look).cells[1].appearance.viewport
    assert found.center == pytest.approx((6.0, 4.0)) and found.scale == 2.0
    share = with_linked_looks(state, facts(picture(None, columns=16), picture(None, columns=32)), look)
    assert share.cells[1].appearance.viewport.center == pytest.approx((8.0, 16.0))
