"""What a multiplanar reformat shows: the point, how the planes are turned, the slab, and what each gesture changes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.grayscale import Voi
from radviewer.core.volume_geometry import VolumeGeometry
from radviewer.workbench.mpr import LINKED, Frame, Plane, Slab, View, acquired_frame, frame_of

Floats = NDArray[np.float64]
MIN_ZOOM, MAX_ZOOM = 0.2, 40.0
_GRID = 1e-6


@dataclass(frozen=True, slots=True)
class PaneView:
    """How a pane is looked at.

    Attributes:
        zoom: Times the size at which the whole volume fits.
        right: mm that the middle of the pane lies to the right of the volume's middle.
        down: Likewise, downwards.
    """

    zoom: float = 1.0
    right: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class MprState:
    """All that a reformat shows.

    Attributes:
        point: Where the planes meet, LPS, mm.
        frames: For each view the directions that its plane is cut along. Turning two planes in the third leaves the
            third's as they are, so that its picture stands still while lines move over it.
        slab: Of all planes.
        voi: The window of all panes.
        invert: On top of the image's own polarity.
        lines: Whether the lines of the planes are drawn.
        panes: How each pane is looked at.
    """

    point: tuple[float, float, float]
    frames: Mapping[View, Frame]
    voi: Voi
    slab: Slab = field(default_factory=Slab)
    invert: bool = False
    lines: bool = True
    panes: Mapping[View, PaneView] = field(default_factory=lambda: dict.fromkeys(View, PaneView()))

    def plane(self, view: View) -> Plane:
        """The plane of a view."""
        return self.frames[view].plane(view, self.point)

    def moved(self, point: Any, geometry: VolumeGeometry) -> MprState:
        """With the planes through another point; one outside of the volume is brought to its border."""
        index = np.clip(geometry.to_index(point), 0, np.asarray(geometry.shape) - 1)
        x, y, z = geometry.to_patient(index).tolist()
        return replace(self, point=(x, y, z))

    def stepped(self, view: View, steps: int, geometry: VolumeGeometry) -> MprState:
        """Some planes further along a view's normal: from slice to slice where it has slices, else by a voxel."""
        normal = self.plane(view).normal
        here = geometry.to_index(self.point)
        towards = np.linalg.inv(geometry.affine[:3, :3]) @ normal
        axis = int(np.argmax(np.abs(towards)))
        share = np.abs(geometry.axes[:, 2 - axis] @ normal)
        if share > 1 - _GRID:
            here[axis] = round(here[axis]) + steps * (1 if towards[axis] > 0 else -1)
            return self.moved(geometry.to_patient(np.clip(here, 0, np.asarray(geometry.shape) - 1)), geometry)
        mm = 1.0 / float(np.abs(towards[axis]))
        target = np.asarray(self.point) + normal * mm * steps
        return self if not geometry.contains(target) else self.moved(target, geometry)

    def turned(self, view: View, radians: float) -> MprState:
        """With the other two linked planes turned in a view, clockwise on the screen for positive angles."""
        normal = self.plane(view).normal
        others = {other: self.frames[other].turned(normal, radians) for other in LINKED if other is not view}
        return replace(self, frames={**self.frames, **others})

    def tumbled(self, right: float, down: float) -> MprState:
        """With the free plane turned as if its near side was dragged, by radians."""
        plane = self.plane(View.OBLIQUE)
        oblique = self.frames[View.OBLIQUE]
        if right:
            oblique = oblique.turned(plane.down, -right)
        if down:
            oblique = oblique.turned(plane.right, down)
        return replace(self, frames={**self.frames, View.OBLIQUE: oblique})

    def looked(self, view: View, pane: PaneView) -> MprState:
        """With one pane looked at in another way; linked panes keep a common zoom."""
        zoom = min(max(pane.zoom, MIN_ZOOM), MAX_ZOOM)
        panes = {other: replace(kept, zoom=zoom) for other, kept in self.panes.items()}
        return replace(self, panes={**panes, view: replace(pane, zoom=zoom)})

    def squared(self, frame: Frame) -> MprState:
        """With the linked planes along a frame and the free one at its first place."""
        return replace(self, frames=_frames(frame))

    def is_along(self, frame: Frame) -> bool:
        """Whether the linked planes stand along a frame."""
        own = frame.matrix()
        return all(float(np.abs(self.frames[view].matrix() - own).max()) < 1e-9 for view in LINKED)


def first_state(geometry: VolumeGeometry, voi: Voi) -> MprState:
    """The middle of a volume, along its own axes, so that the first picture is made of voxels as they were read."""
    frame = acquired_frame(geometry)
    middle = np.rint(geometry.to_index(geometry.center))
    x, y, z = geometry.to_patient(middle).tolist()
    return MprState((x, y, z), _frames(frame), voi)


def _frames(frame: Frame) -> dict[View, Frame]:
    return {**dict.fromkeys(LINKED, frame), View.OBLIQUE: first_oblique(frame)}


def first_oblique(frame: Frame) -> Frame:
    """An upright plane halfway between coronal and sagittal."""
    turned = frame.turned(frame.head, math.pi / 4)
    left, head = np.asarray(turned.left), np.asarray(turned.head)
    return frame_of(np.stack((left, -head, np.cross(left, -head)), axis=1))


@dataclass(frozen=True, slots=True, eq=False)
class PanePlacement:
    """Where a plane lies in a pane.

    Attributes:
        plane: Which.
        middle: LPS point of the plane in the middle of the pane.
        scale: Pane pixels for a mm.
        size: (width, height) of the pane.
    """

    plane: Plane
    middle: Floats
    scale: float
    size: tuple[float, float]

    def to_screen(self, point: Any) -> tuple[float, float]:
        """(x, y) of a point, seen along the plane's normal."""
        away = np.asarray(point) - self.middle
        return (
            float(away @ self.plane.right) * self.scale + self.size[0] / 2,
            float(away @ self.plane.down) * self.scale + self.size[1] / 2,
        )

    def to_patient(self, x: float, y: float) -> Floats:
        """The LPS point of the plane under a pane position."""
        right, down = (x - self.size[0] / 2) / self.scale, (y - self.size[1] / 2) / self.scale
        return np.asarray(self.middle + self.plane.right * right + self.plane.down * down)

    def direction(self, vector: Any) -> tuple[float, float]:
        """A patient's direction on the screen, as a vector of unit length or shorter."""
        return float(np.asarray(vector) @ self.plane.right), float(np.asarray(vector) @ self.plane.down)


def place(state: MprState, view: View, geometry: VolumeGeometry, size: tuple[float, float]) -> PanePlacement:
    """Lays a view's plane into a pane; linked panes have one scale, so that sizes can be compared between them."""
    plane = state.plane(view)
    pane = state.panes[view]
    scale = _fit(geometry, size) * pane.zoom
    center = geometry.center
    flat = center - plane.normal * ((center - plane.point) @ plane.normal)
    return PanePlacement(plane, flat + plane.right * pane.right + plane.down * pane.down, scale, size)


def _fit(geometry: VolumeGeometry, size: tuple[float, float]) -> float:
    """Pane pixels for a mm, so that the volume is seen whole in each linked view, however they are turned later."""
    sides = _sides(geometry)
    return min(min(size[0] / width, size[1] / height) for width, height in sides)


@lru_cache(maxsize=8)
def _sides(geometry: VolumeGeometry) -> tuple[tuple[float, float], ...]:
    """(width, height) in mm of the volume in each linked view along its own axes."""
    own = acquired_frame(geometry)
    found = []
    for view in LINKED:
        plane = own.plane(view, geometry.center)
        away = geometry.corners - plane.point
        found.append((max(float(np.ptp(away @ plane.right)), 1e-6), max(float(np.ptp(away @ plane.down)), 1e-6)))
    return tuple(found)
