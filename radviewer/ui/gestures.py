"""What gestures on a pane do to the wishes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from radviewer.ui.canvas.image_view import ImageView, Pace
from radviewer.ui.viewer_state import ViewerState
from radviewer.workbench.viewing import Viewport, ZoomMode, panned, zoomed
from radviewer.workbench.windowing import dragged

_GAIN = {Pace.NORMAL: 1.0, Pace.FINE: 0.2, Pace.COARSE: 5.0}


class Gestures(QObject):
    """Connects panes to the state; the same for each pane, so linked panes stay linked."""

    def __init__(self, state: ViewerState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holder = state

    def attach(self, view: ImageView) -> None:
        """Takes a new pane."""
        view.window_requested.connect(self._window)
        view.pan_requested.connect(lambda dx, dy: self._pan(view, dx, dy))
        view.zoom_requested.connect(lambda factor, x, y: self._zoom(view, factor, (x, y)))
        view.cursor_requested.connect(lambda at: self._holder.wish(cursor=at, pointed=view.pane.cell))
        view.fit_requested.connect(self.fit)

    def fit(self) -> None:
        """Fits the image to its pane."""
        self._holder.look(viewport=Viewport())

    def one_to_one(self) -> None:
        """One image column on one device pixel."""
        center = self._holder.state.appearance.viewport.center
        self._holder.look(viewport=Viewport(ZoomMode.DEVICE, center=center))

    def _window(self, dx: float, dy: float, pace: Pace) -> None:
        prepared = self._holder.facts.prepared
        if prepared is None or prepared.image.is_color:
            return
        voi = self._holder.state.appearance.voi or prepared.default
        self._holder.look(voi=dragged(voi, prepared.auto, dx, dy, _GAIN[pace]))

    def _pan(self, view: ImageView, dx: float, dy: float) -> None:
        prepared, placed = view.pane.prepared, view.placement
        if prepared is not None and placed is not None:
            moved = panned(view.pane.viewport, placed, dx, dy, view.pane_size, prepared.image.shape)
            self._holder.look(viewport=moved)

    def _zoom(self, view: ImageView, factor: float, anchor: tuple[float, float]) -> None:
        if view.placement is not None:
            self._holder.look(viewport=zoomed(view.pane.viewport, view.placement, factor, anchor, view.pane_size))
