"""What linked cells do together: scroll, window, zoom, pan, one cursor in the patient, and reference lines.

By position only cells of one Frame of Reference go together (PS3.3 C.7.4.1.1.1), and they scroll together only where
their planes are parallel; by offset any cells do. Nothing here guesses that two studies lie alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from radviewer.core.image import ImageRef
from radviewer.core.planes import PARALLEL, Point, SlicePlane, crossing, nearest
from radviewer.workbench.cells import Appearance, CellFacts, Link
from radviewer.workbench.state import DisplayState, Facts
from radviewer.workbench.viewing import Viewport, ZoomMode

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """The images of one cell's series, as scrolling needs them; the same only if it is the very same.

    Attributes:
        refs: In reading order.
        planes: Of each image, None where unknown.
        spaces: Frame of Reference UID of each image; empty where unknown.
    """

    refs: tuple[ImageRef, ...]
    planes: tuple[SlicePlane | None, ...] = ()
    spaces: tuple[str, ...] = ()
    _places: dict[ImageRef, int] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._places.update({ref: at for at, ref in enumerate(self.refs)})

    def at(self, ref: ImageRef | None) -> int | None:
        """The place of an image; None if it is of another series."""
        return None if ref is None else self._places.get(ref)

    def plane(self, at: int) -> SlicePlane | None:
        """Where an image lies."""
        return self.planes[at] if at < len(self.planes) else None

    def space(self, at: int) -> str:
        """In which space."""
        return self.spaces[at] if at < len(self.spaces) else ""


def followers(
    state: DisplayState, tracks: Sequence[Track | None], old: ImageRef | None, new: ImageRef
) -> dict[int, ImageRef]:
    """Which images the other cells show when the active one scrolls.

    Args:
        state: The wishes before; the active cell's series is the one that scrolls.
        tracks: The series of each cell, None where empty.
        old: The image that was in the active cell.
        new: The image that comes.

    Returns:
        The image of every other cell that follows, by the cell's number.
    """
    source = tracks[state.active]
    at = None if source is None else source.at(new)
    if source is None or at is None:
        return {}
    before = source.at(old)
    steps = 0 if before is None else at - before
    found: dict[int, ImageRef] = {}
    for number, (cell, track) in enumerate(zip(state.cells, tracks, strict=True)):
        here = None if track is None else track.at(cell.image)
        if number == state.active or track is None or here is None or cell.playing:
            continue
        target = _by_position(source, at, track, here) if Link.POSITION in state.links else None
        if target is None and Link.OFFSET in state.links:
            target = min(max(here + steps, 0), len(track.refs) - 1)
        if target is not None and target != here:
            found[number] = track.refs[target]
    return found


def at_point(state: DisplayState, facts: Facts, tracks: Sequence[Track | None]) -> dict[int, ImageRef]:
    """The images of the other cells that are nearest to the point under the mouse, in its space."""
    number = pointed_cell(state)
    plane, space = facts.cells[number].plane, facts.cells[number].space
    if plane is None or not space or state.cursor is None:
        return {}
    point = plane.to_patient(*state.cursor)
    found = {}
    for other, track in enumerate(tracks):
        if other == number or track is None:
            continue
        planes = [item if track.space(at) == space else None for at, item in enumerate(track.planes)]
        closest = nearest(planes, point)
        if closest is not None:
            found[other] = track.refs[closest[0]]
    return found


def _by_position(source: Track, at: int, track: Track, here: int) -> int | None:
    """The image nearest along the normal; None where that says nothing."""
    plane, space = source.plane(at), source.space(at)
    shown = track.plane(here)
    if plane is None or shown is None or not space or track.space(here) != space or not plane.is_parallel(shown):
        return None
    places, positions, normals = _stacked(track, space)
    parallel = np.abs(normals @ np.asarray(plane.normal)) >= PARALLEL
    away = np.abs(((np.asarray(plane.center) - positions) * normals).sum(axis=1))
    away[~parallel] = np.inf
    closest = int(away.argmin())
    return places[closest] if np.isfinite(away[closest]) else None


@lru_cache(maxsize=64)
def _stacked(track: Track, space: str) -> tuple[tuple[int, ...], Floats, Floats]:
    """The images of a track that lie in a space: their places, and positions and normals (n, 3) of their planes.

    Worked out once for each series: a step through a long one has no time to look at every slice.
    """
    known = [
        (number, plane)
        for number, plane in enumerate(track.planes)
        if plane is not None and track.space(number) == space
    ]
    positions = np.array([plane.position for _, plane in known], dtype=np.float64).reshape(-1, 3)
    normals = np.array([plane.normal for _, plane in known], dtype=np.float64).reshape(-1, 3)
    return tuple(number for number, _ in known), positions, normals


def pointed_cell(state: DisplayState) -> int:
    """The cell under the mouse."""
    return state.active if state.pointed is None or state.pointed >= len(state.cells) else state.pointed


def cursor_in(state: DisplayState, facts: Facts, number: int) -> tuple[Point | None, float]:
    """Where the shared cursor is in a cell.

    Returns:
        ((row, column) or None, distance of the point from the cell's plane in mm, with sign).
    """
    source = pointed_cell(state)
    if state.cursor is None or number == source:
        return state.cursor, 0.0
    here, there = facts.cells[source], facts.cells[number]
    if Link.CURSOR not in state.links or not same_space(here, there) or here.plane is None or there.plane is None:
        return None, 0.0
    point = here.plane.to_patient(*state.cursor)
    return there.plane.to_image(point), there.plane.distance(point)


def line_in(state: DisplayState, facts: Facts, number: int) -> tuple[Point, Point] | None:
    """Where the active cell's image cuts that of another cell, or None."""
    here, there = facts.cells[state.active], facts.cells[number]
    if number == state.active or Link.LINES not in state.links or not same_space(here, there):
        return None
    return None if here.plane is None or there.plane is None else crossing(there.plane, here.plane)


def links_of(state: DisplayState, facts: Facts, number: int) -> tuple[Link, ...]:
    """The links through which a cell goes together with at least one other, for the chips in its corner."""
    here = facts.cells[number]
    others = [
        item
        for at, item in enumerate(facts.cells)
        if at != number and item.prepared is not None and at < len(state.cells)
    ]
    if here.prepared is None or not others:
        return ()
    placed = [other for other in others if same_space(here, other)]
    alike = [
        other
        for other in placed
        if here.plane is not None and other.plane is not None and here.plane.is_parallel(other.plane)
    ]
    reach = {Link.POSITION: bool(alike), Link.CURSOR: bool(placed), Link.LINES: len(placed) > len(alike)}
    return tuple(link for link in Link if link in state.links and reach.get(link, True))


def same_space(one: CellFacts, other: CellFacts) -> bool:
    """Whether the images of two cells lie in one patient space."""
    return bool(one.space) and one.space == other.space


def with_linked_looks(state: DisplayState, facts: Facts, look: Appearance) -> DisplayState:
    """The state with a new appearance of the active cell, and what the other cells take over from it.

    The window goes to cells of the same modality. Zoom keeps millimetres on the screen where both images say how
    large their pixels are, else the share of the image's width. Pan keeps the patient point in the middle where both
    lie in one space in parallel planes, else the share of height and width.
    """
    old = state.appearance
    changed = replace(state, appearance=look)
    for number, cell in enumerate(state.cells):
        if number == state.active or cell.image is None:
            continue
        taken = cell.appearance
        here, there = facts.cells[state.active], facts.cells[number]
        if Link.WINDOW in state.links and _same_kind(here, there):
            if look.voi != old.voi:
                taken = replace(taken, voi=look.voi)
            if look.invert != old.invert:
                taken = replace(taken, invert=look.invert)
        if look.viewport != old.viewport:
            taken = replace(taken, viewport=_followed(state, look.viewport, taken.viewport, here, there))
        if taken != cell.appearance:
            changed = changed.with_cell(number, appearance=taken)
    return changed


def _same_kind(one: CellFacts, other: CellFacts) -> bool:
    if one.prepared is None or other.prepared is None:
        return False
    a, b = one.prepared.image, other.prepared.image
    return a.facts.modality == b.facts.modality and not a.is_color and not b.is_color


def _followed(state: DisplayState, leader: Viewport, own: Viewport, here: CellFacts, there: CellFacts) -> Viewport:
    if here.prepared is None or there.prepared is None:
        return own
    if Link.ZOOM in state.links and Link.PAN in state.links and leader.mode is ZoomMode.FIT:
        return leader
    viewport = own
    if Link.ZOOM in state.links:
        scale = leader.scale * _relative_size(here, there)
        mode = leader.mode
        viewport = replace(own, mode=mode, scale=scale) if mode is ZoomMode.FREE else replace(own, mode=mode)
    if Link.PAN in state.links and leader.mode is not ZoomMode.FIT:
        mode = ZoomMode.FREE if viewport.mode is ZoomMode.FIT else viewport.mode
        scale = viewport.scale if viewport.mode is not ZoomMode.FIT else leader.scale * _relative_size(here, there)
        viewport = Viewport(mode, scale, _center(leader, here, there))
    return viewport


def _relative_size(here: CellFacts, there: CellFacts) -> float:
    """Scale of the other image's columns for the same size on the screen."""
    assert here.prepared is not None
    assert there.prepared is not None
    one, other = here.prepared.image, there.prepared.image
    if one.spacing is not None and other.spacing is not None and one.spacing.kind is other.spacing.kind:
        return other.spacing.column / one.spacing.column
    return one.shape[1] / other.shape[1]


def _center(leader: Viewport, here: CellFacts, there: CellFacts) -> tuple[float, float] | None:
    assert here.prepared is not None
    assert there.prepared is not None
    if leader.center is None:
        return None
    one, other = here.plane, there.plane
    if one is not None and other is not None and same_space(here, there) and one.is_parallel(other):
        return other.to_image(one.to_patient(*leader.center))
    rows, columns = here.prepared.image.shape
    to_rows, to_columns = there.prepared.image.shape
    return leader.center[0] * to_rows / rows, leader.center[1] * to_columns / columns
