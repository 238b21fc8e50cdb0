"""The four panes of a volume with their tools: one state, and what each gesture makes of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from radviewer.core.image import Rescale
from radviewer.ui.bridge import Bridge
from radviewer.ui.canvas.readouts import window_said
from radviewer.ui.i18n import tr
from radviewer.ui.mpr.drawing import PaneTexts, PlaneLine
from radviewer.ui.mpr.plane_pane import PlanePane
from radviewer.ui.mpr.rendering import PlaneRenderer
from radviewer.ui.mpr.tools import Directions, Drag, ReformatTools
from radviewer.ui.theme import Theme
from radviewer.workbench.mpr import LINKED, Frame, View, acquired_frame, cross, side
from radviewer.workbench.mpr_state import MprState, PanePlacement, first_state, place
from radviewer.workbench.presets import window_choices
from radviewer.workbench.readout import number
from radviewer.workbench.reformat import Reformatter
from radviewer.workbench.volume_window import auto_window, first_window
from radviewer.workbench.windowing import dragged

_REST_MS = 140  # how long the hand rests before the picture is made fine
_TUMBLE = 0.006  # radians for a pixel


class PlanesView(QWidget):
    """Axial, coronal, sagittal and a free plane of one volume.

    Args:
        reformatter: Of the volume.
        theme: The colours.
        font: For texts on the planes.
        executor: For what takes long.
        bridge: Back from there.
    """

    def __init__(
        self,
        reformatter: Reformatter,
        theme: Theme,
        font: QFont,
        executor: Executor,
        bridge: Bridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reformatter, self.geometry_of_volume = reformatter, reformatter.geometry
        volume = reformatter.volume
        self._auto = auto_window(volume)
        self._own, self._patient = acquired_frame(volume.geometry), Frame()
        self.state = first_state(volume.geometry, first_window(volume))
        self._hover: tuple[View, np.ndarray[tuple[int, ...], np.dtype[np.float64]]] | None = None
        self.panes = {view: PlanePane(view, theme) for view in View}
        self.tools = ReformatTools(window_choices(volume.template))
        self._renderer = PlaneRenderer(
            reformatter, executor, bridge, lambda view, *shown: self.panes[view].set_picture(*shown)
        )
        self._soon = _single_shot(self, 0, self.render_now)
        self._rest = _single_shot(self, _REST_MS, self._renderer.refine)
        self._lay_out(font)
        self._connect()

    @property
    def unfinished(self) -> bool:
        """Whether a finer picture is still to come."""
        return self._soon.isActive() or self._renderer.unfinished

    def _lay_out(self, font: QFont) -> None:
        grid = QGridLayout()
        grid.setSpacing(2)
        for number_of, view in enumerate((View.AXIAL, View.CORONAL, View.SAGITTAL, View.OBLIQUE)):
            self.panes[view].setFont(font)
            grid.addWidget(self.panes[view], number_of // 2, number_of % 2)
        for side_of in (0, 1):
            grid.setRowStretch(side_of, 1)
            grid.setColumnStretch(side_of, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addLayout(grid, 1)

    def _connect(self) -> None:
        tools = self.tools
        tools.drag_requested.connect(self._choose_drag)
        tools.slab_requested.connect(lambda slab: self.wish(replace(self.state, slab=slab)))
        tools.directions_requested.connect(self._choose_directions)
        tools.window_requested.connect(lambda window: self.wish(replace(self.state, voi=window)))
        tools.auto_requested.connect(lambda: self.wish(replace(self.state, voi=self._auto)))
        tools.invert_requested.connect(lambda on: self.wish(replace(self.state, invert=on)))
        tools.lines_requested.connect(lambda on: self.wish(replace(self.state, lines=on)))
        tools.reset_requested.connect(self._reset)
        for pane in self.panes.values():
            pane.point_requested.connect(lambda point: self.wish(self.state.moved(point, self.geometry_of_volume)))
            pane.turn_requested.connect(lambda view, angle: self.wish(self.state.turned(view, angle)))
            pane.tumble_requested.connect(lambda x, y: self.wish(self.state.tumbled(x * _TUMBLE, y * _TUMBLE)))
            pane.window_requested.connect(self._drag_window)
            pane.pan_requested.connect(self._pan)
            pane.zoom_requested.connect(self._zoom)
            pane.scroll_requested.connect(
                lambda view, steps: self.wish(self.state.stepped(view, steps, self.geometry_of_volume))
            )
            pane.hovered.connect(self._hovered)
            pane.resized.connect(self._soon.start)

    # --- wishes -------------------------------------------------------------------------------------------------

    def wish(self, state: MprState) -> None:
        """Takes another state; what it changes is shown in the next turn of the event loop."""
        self.state = state
        self._soon.start()

    def _choose_drag(self, drag: Drag) -> None:
        for pane in self.panes.values():
            pane.windowing = drag == Drag.WINDOW

    def _choose_directions(self, directions: Directions) -> None:
        self.wish(self.state.squared(self._own if directions is Directions.ACQUIRED else self._patient))

    def _reset(self) -> None:
        fresh = first_state(self.geometry_of_volume, first_window(self._reformatter.volume))
        self.wish(replace(fresh, slab=self.state.slab, invert=self.state.invert, lines=self.state.lines))

    def _drag_window(self, dx: float, dy: float) -> None:
        self.wish(replace(self.state, voi=dragged(self.state.voi, self._auto, dx, dy, 1.0)))

    def _pan(self, view: View, dx: float, dy: float) -> None:
        placed, pane = self.panes[view].placement, self.state.panes[view]
        if placed is not None:
            moved = replace(pane, right=pane.right - dx / placed.scale, down=pane.down - dy / placed.scale)
            self.wish(self.state.looked(view, moved))

    def _zoom(self, view: View, factor: float, x: float, y: float) -> None:
        placed, pane = self.panes[view].placement, self.state.panes[view]
        if placed is None:
            return
        away = (x - placed.size[0] / 2) / placed.scale, (y - placed.size[1] / 2) / placed.scale
        share = 1 - 1 / factor
        looked = replace(
            pane, zoom=pane.zoom * factor, right=pane.right + away[0] * share, down=pane.down + away[1] * share
        )
        self.wish(self.state.looked(view, looked))

    # --- showing ------------------------------------------------------------------------------------------------

    def render_now(self) -> None:
        """Shows the state."""
        state = self.state
        for view, pane in self.panes.items():
            placed = place(state, view, self.geometry_of_volume, pane.pane_size)
            self._renderer.render(view, state, placed, self.devicePixelRatioF())
            pane.set_place(placed, state.point, self._lines(view, placed) if state.lines else ())
            self._say(view, placed)
        square = next((d for d, f in self._squares().items() if state.is_along(f)), None)
        self.tools.directions.set_choice(square)
        if self._renderer.unfinished:
            self._rest.start()

    def _squares(self) -> dict[Directions, Frame]:
        return {Directions.ACQUIRED: self._own, Directions.PATIENT: self._patient}

    def _lines(self, view: View, placed: PanePlacement) -> tuple[PlaneLine, ...]:
        if view is View.OBLIQUE:
            return ()
        found = []
        normal = placed.plane.normal
        for other in View:
            across = cross(normal, self.state.plane(other).normal)
            length = float(np.linalg.norm(across))
            if other is not view and length > 0.05:
                found.append(PlaneLine(other, *placed.direction(across / length), handles=other in LINKED))
        return tuple(found)

    def _say(self, view: View, placed: PanePlacement) -> None:
        state, plane, pane = self.state, placed.plane, self.panes[view]
        named = self._reformatter.volume.oriented
        left, right, top, bottom = (
            side(way) if named else "" for way in (-plane.right, plane.right, -plane.down, plane.down)
        )
        slab = f"{tr(state.slab.mode.value)} {number(state.slab.thickness)} mm" if state.slab.thickness else ""
        turned = view is not View.OBLIQUE and not any(
            np.allclose(state.frames[view].matrix(), frame.matrix(), atol=1e-9) for frame in self._squares().values()
        )
        title = _names()[view] + (f" ({tr('turned')})" if turned else "")
        hint = tr("drag to turn") if view is View.OBLIQUE and not pane.windowing else ""
        window = window_said(state.voi, inverted=state.invert)
        pane.set_texts(PaneTexts(title, slab or hint, left, right, top, bottom, self._readout(view), window))

    def _readout(self, view: View) -> str:
        point = np.asarray(self.state.point)
        if self._hover is not None:
            if self._hover[0] is not view:
                return ""
            point = self._hover[1]
        value = self._renderer.value_at(view, point)
        if value is None:
            return ""
        lut = self._reformatter.template.modality_lut
        unit = lut.unit if isinstance(lut, Rescale) and lut.unit not in ("US", "unspecified") else ""
        where = place_text(point, named=self._reformatter.volume.oriented)
        return f"{where}: {number(round(value, 1))} {unit}".rstrip()

    def _hovered(self, view: View, point: object) -> None:
        self._hover = (view, np.asarray(point)) if point is not None else None
        for each, pane in self.panes.items():
            if pane.placement is not None:
                self._say(each, pane.placement)


def place_text(point: np.ndarray[tuple[int, ...], np.dtype[np.float64]], *, named: bool) -> str:
    """A point of the patient in words, for example "L 12.3  P 4.0  H 102.5 mm"."""
    if not named:
        return "  ".join(f"{value:.1f}" for value in point) + " mm"
    letters = (("L", "R"), ("P", "A"), ("H", "F"))
    parts = (f"{pair[value < 0]} {abs(value):.1f}" for value, pair in zip(point.tolist(), letters, strict=True))
    return "  ".join(parts) + " mm"


def _names() -> dict[View, str]:
    return {
        View.AXIAL: tr("Axial"),
        View.CORONAL: tr("Coronal"),
        View.SAGITTAL: tr("Sagittal"),
        View.OBLIQUE: tr("Oblique"),
    }


def _single_shot(parent: QWidget, ms: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(call)
    return timer
