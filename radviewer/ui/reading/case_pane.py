"""One pane's stack: which image is on the screen, how it is looked at, and what gestures change about that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from radviewer.core.errors import Problem
from radviewer.core.grayscale import Voi
from radviewer.core.image import ImageRef, Window
from radviewer.ui.canvas.image_view import Pace
from radviewer.ui.reading.case_loader import CaseLoader
from radviewer.ui.reading.reading_view import ReadingView
from radviewer.workbench.orientation import edge_labels
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.presets import window_choices
from radviewer.workbench.scene import OverlayScene, PaneScene
from radviewer.workbench.state import Appearance
from radviewer.workbench.viewing import Viewport, ZoomMode, panned, zoomed
from radviewer.workbench.windowing import dragged

_GAIN = {Pace.NORMAL: 1.0, Pace.FINE: 0.2, Pace.COARSE: 5.0}
MapOf = Callable[[PreparedImage], OverlayScene | None]


class CasePane(QObject):
    """A stack in a pane.

    Signals:
        looked: (kind, facts) of a change of window, zoom or image, for the log.
        shown: A frame of this stack is on the screen; sent for each frame.
        image_failed: (`ImageRef`, `Problem`).

    Args:
        view: Where it is drawn.
        loader: Where frames come from.
        map_of: The AI's map over a frame, or None.
    """

    looked = Signal(str, object)
    shown = Signal(object)
    image_failed = Signal(object, object)

    def __init__(self, view: ReadingView, loader: CaseLoader, map_of: MapOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view, self._loader, self._map_of = view, loader, map_of
        self.stack: tuple[ImageRef, ...] = ()
        self.index = 0
        self.prepared: PreparedImage | None = None
        self.cursor: tuple[float, float] | None = None
        self.window_locked = False
        self._first: Window | None = None
        self._look = Appearance()
        self._annotations = True
        self._failed: set[ImageRef] = set()
        loader.frame_ready.connect(self._arrived)
        loader.frame_failed.connect(self._refused)
        view.window_requested.connect(self._drag_window)
        view.pan_requested.connect(self._pan)
        view.zoom_requested.connect(self.zoom)
        view.scroll_requested.connect(self.scroll)
        view.cursor_requested.connect(self.point)
        view.fit_requested.connect(self.fit)
        view.fill_requested.connect(self.fit)

    # --- the case -----------------------------------------------------------------------------------------------

    def open(self, stack: tuple[ImageRef, ...], window: Window | None, locked: bool) -> None:
        """Shows a stack from its first image, as the plan has it looked at first."""
        self.stack, self.index, self.cursor = stack, 0, None
        self._first, self.window_locked = window, locked
        self._look = Appearance(voi=window)
        self._failed.clear()
        self._go()

    def clear(self) -> None:
        """Shows nothing."""
        self.stack, self.index, self.prepared, self.cursor = (), 0, None, None
        self._look = Appearance()
        self.refresh()

    @property
    def ref(self) -> ImageRef | None:
        """The frame that is wished for."""
        return self.stack[self.index] if self.stack else None

    @property
    def ready(self) -> bool:
        """Whether the frame that is wished for is on the screen."""
        return self.prepared is not None and self.prepared.ref == self.ref

    def refresh(self) -> None:
        """Draws what is in force."""
        prepared = self.prepared if self.ready else None
        message = ""
        if self.stack and prepared is None:
            message = "This image cannot be shown" if self.ref in self._failed else "Loading ..."
        self.view.set_pane(
            PaneScene(
                prepared=prepared,
                voi=None if prepared is None or prepared.image.is_color else self._look.voi or prepared.default,
                invert=self._look.invert,
                edges=edge_labels(prepared.image, self._look.orientation) if prepared else PaneScene().edges,
                viewport=self._look.viewport,
                overlay=self._map_of(prepared) if prepared else None,
                cursor=self.cursor,
                annotations=self._annotations,
                index=self.index,
                count=len(self.stack) if len(self.stack) > 1 else 0,
                message=message,
            )
        )

    # --- window ---------------------------------------------------------------------------------------------------

    def window_facts(self) -> dict[str, Any]:
        """Window and polarity in force, for the log."""
        voi: Voi | None = self._look.voi
        if voi is None and self.prepared is not None and not self.prepared.image.is_color:
            voi = self.prepared.default
        own = isinstance(voi, Window)
        return {
            "center": voi.center if isinstance(voi, Window) else None,
            "width": voi.width if isinstance(voi, Window) else None,
            "name": voi.name if own and voi is not None else "LUT" if voi is not None else "",
            "invert": self._look.invert,
        }

    def set_window(self, voi: Voi | None) -> None:
        """Another window; None for the first one. Not where the plan has locked it."""
        if self.window_locked:
            return
        self._look = replace(self._look, voi=self._first if voi is None else voi)
        self._changed_window()

    def auto_window(self) -> None:
        """A window over the middle 99 % of the values."""
        if self.prepared is not None and not self.prepared.image.is_color:
            self.set_window(self.prepared.auto)

    def preset(self, number: int) -> None:
        """A preset, from 1."""
        choices = window_choices(self.prepared.image) if self.prepared else ()
        if 0 < number <= len(choices):
            self.set_window(choices[number - 1])

    def drag_window(self, dx: float, dy: float, gain: float = 1.0) -> None:
        """Wider to the right, darker downwards, as by the mouse."""
        prepared = self.prepared
        if prepared is not None and not prepared.image.is_color:
            self.set_window(dragged(self._look.voi or prepared.default, prepared.auto, dx, dy, gain))

    def invert(self) -> None:
        """Exchanges black and white."""
        self._look = replace(self._look, invert=not self._look.invert)
        self._changed_window()

    def _drag_window(self, dx: float, dy: float, pace: Pace) -> None:
        self.drag_window(dx, dy, _GAIN[pace])

    def _changed_window(self) -> None:
        self.refresh()
        self.looked.emit("window", self.window_facts())

    # --- zoom -----------------------------------------------------------------------------------------------------

    def zoom_facts(self) -> dict[str, Any]:
        """Zoom and place in force, for the log; no scale where the image is fitted."""
        port = self._look.viewport
        fitted = port.mode is ZoomMode.FIT or self.view.placement is None
        scale = None if fitted else self.view.placement.scale if self.view.placement else None
        center = None if port.center is None or fitted else [round(part, 1) for part in port.center]
        return {"scale": scale, "center": center}

    def set_viewport(self, viewport: Viewport) -> None:
        """Another zoom or place."""
        if viewport != self._look.viewport:
            self._look = replace(self._look, viewport=viewport)
            self.refresh()
            self.looked.emit("zoom", self.zoom_facts())

    def fit(self) -> None:
        """The whole image."""
        self.set_viewport(Viewport())

    def one_to_one(self) -> None:
        """One image column on one device pixel."""
        self.set_viewport(Viewport(ZoomMode.DEVICE, center=self._look.viewport.center))

    def zoom(self, factor: float, x: float | None = None, y: float | None = None) -> None:
        """Larger or smaller, about a point of the pane, by default its middle."""
        placed, size = self.view.placement, self.view.pane_size
        if placed is not None:
            anchor = (size[0] / 2 if x is None else x, size[1] / 2 if y is None else y)
            self.set_viewport(zoomed(self._look.viewport, placed, factor, anchor, size))

    def pan(self, dx: float, dy: float) -> None:
        """Moves the image, in pane pixels."""
        placed = self.view.placement
        if placed is not None and self.prepared is not None:
            shape = self.prepared.image.shape
            self.set_viewport(panned(self._look.viewport, placed, dx, dy, self.view.pane_size, shape))

    def reset(self) -> None:
        """Window, polarity and zoom as at first."""
        self._look = Appearance(voi=self._first)
        self.refresh()
        self.looked.emit("window", self.window_facts())
        self.looked.emit("zoom", self.zoom_facts())

    def toggle_annotations(self) -> None:
        """Shows or hides corner text and letters."""
        self._annotations = not self._annotations
        self.refresh()

    def _pan(self, dx: float, dy: float) -> None:
        self.pan(dx, dy)

    # --- images -----------------------------------------------------------------------------------------------------

    def scroll(self, steps: int) -> None:
        """Goes some images on; stops at the ends."""
        at = min(max(self.index + steps, 0), len(self.stack) - 1) if self.stack else 0
        if self.stack and at != self.index:
            self.index = at
            self._go()
            self.looked.emit("scroll", {"index": at})

    def point(self, at: tuple[float, float] | None) -> None:
        """Moves the cursor."""
        if at != self.cursor:
            self.cursor = at
            self.refresh()

    def _go(self) -> None:
        ref = self.stack[self.index]
        kept = self._loader.want(ref)
        if kept is not None:
            self._show(kept)
        else:
            self.refresh()
        self._loader.want_near(self.stack, self.index)

    def _show(self, prepared: PreparedImage) -> None:
        self.prepared = prepared
        self.refresh()
        self.shown.emit(prepared)

    def _arrived(self, prepared: PreparedImage) -> None:
        if self.stack and prepared.ref == self.ref:
            self._show(prepared)

    def _refused(self, ref: ImageRef, problem: Problem) -> None:
        if ref in self.stack:
            self._failed.add(ref)
        if self.stack and ref == self.ref:
            self.prepared = None
            self.refresh()
            self.image_failed.emit(ref, problem)
