"""Makes the panes' pictures: at once what is quick, coarser while the user drags, fine from a background thread after.

Planes along the voxels are quick at any size. A turned slab can take half a second; then every third point or so is
computed at once, and the rest replaces it as soon as the hand rests.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import Cancelled
from radviewer.core.grayscale import Voi
from radviewer.ui.bridge import Bridge
from radviewer.workbench.mpr import Plane, Slab, View
from radviewer.workbench.mpr_state import MprState, PanePlacement
from radviewer.workbench.plane_picture import PictureGrays, PlanePicture
from radviewer.workbench.reformat import Extent, Reformatter

_QUICK_SAMPLES = 60_000  # interpolated points of a pane that a step may take, about 3 ms of processor time

Show = Callable[[View, PlanePicture, NDArray[np.uint8]], None]


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a pane has to show; equal wishes need no new picture."""

    plane: tuple[float, ...]
    slab: Slab
    part: Extent
    step: float


class PlaneRenderer:
    """Keeps the last picture of each pane and makes only what has changed; lives on the window's thread.

    Args:
        reformatter: Of the volume.
        executor: For what takes long.
        bridge: Back from there.
        show: Called with each new picture.
    """

    def __init__(self, reformatter: Reformatter, executor: Executor, bridge: Bridge, show: Show) -> None:
        self._reformatter, self._executor, self._bridge, self._show = reformatter, executor, bridge, show
        self._grays = PictureGrays(reformatter.template)
        self._wishes: dict[View, _Wish] = {}
        self._pictures: dict[View, PlanePicture] = {}
        self._looks: dict[View, tuple[Voi, bool]] = {}
        self._coarse: dict[View, tuple[_Wish, Plane]] = {}
        self._generation = 0

    @property
    def unfinished(self) -> bool:
        """Whether a pane shows fewer points than it could."""
        return bool(self._coarse)

    def picture(self, view: View) -> PlanePicture | None:
        """What a pane shows."""
        return self._pictures.get(view)

    def render(self, view: View, state: MprState, placed: PanePlacement, ratio: float) -> None:
        """Shows a view; does nothing where nothing has changed.

        Args:
            view: Which.
            state: What is wished.
            placed: Where it lies in the pane.
            ratio: Device pixels for one logical pixel.
        """
        wish = self._wish(state, placed, ratio)
        look = (state.voi, state.invert)
        plane = self._anchored(placed.plane)
        if self._wishes.get(view) != wish:
            self._generation += 1
            self._wishes[view] = wish
            quick = self._quick_step(wish, plane)
            picture = self._reformatter.picture(plane, wish.slab, wish.part, quick)
            self._coarse.pop(view, None)
            if quick > wish.step * 1.01 and not self._reformatter.is_along_grid(plane):
                self._coarse[view] = (wish, plane)
            self._pictures[view] = picture
        elif self._looks.get(view) == look:
            return
        self._looks[view] = look
        self._show(view, self._pictures[view], self._grays.gray(self._pictures[view], *look))

    def refine(self) -> None:
        """Has the coarse pictures made fine in the background."""
        for view, (wish, plane) in self._coarse.items():
            self._executor.submit(partial(self._work, view, wish, plane, self._generation))

    def _wish(self, state: MprState, placed: PanePlacement, ratio: float) -> _Wish:
        plane = self._anchored(placed.plane)
        key = tuple(np.round(np.concatenate((plane.point, plane.right, plane.down)), 6).tolist())
        if self._reformatter.is_along_grid(plane):  # given as a whole, so that zoom and pan need no new picture
            return _Wish(key, state.slab, Extent(0, 0, 0, 0), 0.0)
        x, y = placed.to_screen(plane.point)
        width, height = placed.size
        part = Extent(-x / placed.scale, -y / placed.scale, (width - x) / placed.scale, (height - y) / placed.scale)
        return _Wish(key, state.slab, part, max(1.0 / (placed.scale * ratio), self._reformatter.geometry.finest))

    def _anchored(self, plane: Plane) -> Plane:
        """The plane by its point nearest to the volume's middle: moving within a plane needs no new picture."""
        center = self._reformatter.geometry.center
        normal = plane.normal
        return Plane(center - normal * ((center - plane.point) @ normal), plane.right, plane.down)

    def _quick_step(self, wish: _Wish, plane: Plane) -> float:
        """The step that keeps a picture within what can be had at once."""
        part = wish.part.cut(self._reformatter.extent(plane))
        area = max(0.0, part.right - part.left) * max(0.0, part.bottom - part.top)
        points, step = 0.0, wish.step
        while step > 0:
            points = area / step**2 * max(1.0, wish.slab.thickness / step)
            if points <= _QUICK_SAMPLES:
                break
            step *= 1.25
        return step

    def _work(self, view: View, wish: _Wish, plane: Plane, generation: int) -> None:
        """On a background thread; gives up as soon as a pane wishes something else."""

        def stale() -> bool:
            return generation != self._generation

        if stale():
            return
        try:
            picture = self._reformatter.picture(plane, wish.slab, wish.part, wish.step, stale)
        except Cancelled:
            return
        self._bridge.post(partial(self._deliver, view, wish, picture))

    def _deliver(self, view: View, wish: _Wish, picture: PlanePicture) -> None:
        if self._wishes.get(view) != wish:
            return
        self._coarse.pop(view, None)
        self._pictures[view] = picture
        self._show(view, picture, self._grays.gray(picture, *self._looks[view]))

    def value_at(self, view: View, point: Any) -> float | None:
        """The value that a pane shows at a point."""
        picture = self._pictures.get(view)
        return None if picture is None else picture.value_at(np.asarray(point), self._reformatter.template)
