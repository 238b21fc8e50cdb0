"""Maps side by side over one image, with one window, zoom and cursor; a board of its own, beside the main window's."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QWidget

from radviewer.core.explanation import Explanation
from radviewer.core.grayscale import Voi
from radviewer.core.overlay import OverlayStyle
from radviewer.ui.canvas.image_view import ImageView, Pace
from radviewer.ui.theme import Theme
from radviewer.workbench.orientation import EdgeLabels, Orientation, edge_labels
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.scene import OverlayScene, PaneScene
from radviewer.workbench.viewing import Viewport, panned, zoomed
from radviewer.workbench.windowing import dragged

_GAIN = {Pace.NORMAL: 1.0, Pace.FINE: 0.2, Pace.COARSE: 5.0}


@dataclass(frozen=True, slots=True)
class SharedLook:
    """What all panes of a board have in common.

    Attributes:
        voi: The chosen window; None for the image's own.
        invert: On top of the image's polarity.
        orientation: Rotation and mirror.
        viewport: Zoom and pan.
        cursor: (row, column) under the mouse in any pane, or None.
    """

    voi: Voi | None = None
    invert: bool = False
    orientation: Orientation = field(default_factory=Orientation)
    viewport: Viewport = field(default_factory=Viewport)
    cursor: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class MapPane:
    """One pane: a map with its name, or the plain image."""

    title: str
    explanation: Explanation | None = None
    caution: str = ""


def map_scenes(
    prepared: PreparedImage | None, panes: tuple[MapPane, ...], style: OverlayStyle, look: SharedLook
) -> tuple[PaneScene, ...]:
    """The scenes of a board: pure, so that what is shown can be tested without a window."""
    image = None if prepared is None else prepared.image
    plain = image is None or image.is_color or prepared is None
    return tuple(
        PaneScene(
            title=pane.title,
            caution=pane.caution,
            prepared=prepared,
            voi=None if plain or prepared is None else look.voi or prepared.default,
            invert=look.invert,
            orientation=look.orientation,
            edges=edge_labels(image, look.orientation) if image is not None else EdgeLabels(),
            viewport=look.viewport,
            overlay=None if pane.explanation is None else OverlayScene(pane.explanation, style),
            cursor=look.cursor,
            cell=number,
        )
        for number, pane in enumerate(panes)
    )


class MapBoard(QWidget):
    """Panes in rows and columns, as square as they go."""

    def __init__(self, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panes")
        self._theme, self._font = theme, font
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        self._prepared: PreparedImage | None = None
        self._panes: tuple[MapPane, ...] = ()
        self._style = OverlayStyle()
        self.look = SharedLook()
        self.views: list[ImageView] = []

    @property
    def shown(self) -> tuple[ImageView, ...]:
        """The panes on the screen, row by row."""
        return tuple(self.views[: len(self._panes)])

    def set_maps(self, prepared: PreparedImage | None, panes: tuple[MapPane, ...], columns: int = 0) -> None:
        """Shows an image with maps.

        Args:
            prepared: The image.
            panes: Row by row.
            columns: Of the board; 0 for as many as rows, or one more.
        """
        self._prepared, self._panes = prepared, panes
        wide = columns or max(1, math.ceil(math.sqrt(len(panes))))
        while len(self.views) < len(panes):
            view = ImageView(self._theme, self._font)
            self.views.append(view)
            self._attach(view)
        for number, view in enumerate(self.views):
            self._grid.removeWidget(view)
            if number < len(panes):
                self._grid.addWidget(view, number // wide, number % wide)
            view.setVisible(number < len(panes))
        self._show()

    def set_style(self, style: OverlayStyle) -> None:
        """Draws the maps in another way."""
        self._style = style
        self._show()

    def set_look(self, look: SharedLook) -> None:
        """Changes what all panes have in common."""
        self.look = look
        self._show()

    def _show(self) -> None:
        scenes = map_scenes(self._prepared, self._panes, self._style, self.look)
        for view, scene in zip(self.views, scenes, strict=False):
            view.set_pane(scene)

    def _attach(self, view: ImageView) -> None:
        view.window_requested.connect(self._window)
        view.pan_requested.connect(lambda dx, dy: self._pan(view, dx, dy))
        view.zoom_requested.connect(lambda factor, x, y: self._zoom(view, factor, (x, y)))
        view.cursor_requested.connect(lambda at: self.set_look(replace(self.look, cursor=at)))
        for asked in (view.fit_requested, view.fill_requested):
            asked.connect(lambda: self.set_look(replace(self.look, viewport=Viewport())))

    def _window(self, dx: float, dy: float, pace: Pace) -> None:
        prepared = self._prepared
        if prepared is not None and not prepared.image.is_color:
            voi = dragged(self.look.voi or prepared.default, prepared.auto, dx, dy, _GAIN[pace])
            self.set_look(replace(self.look, voi=voi))

    def _pan(self, view: ImageView, dx: float, dy: float) -> None:
        if self._prepared is not None and view.placement is not None:
            moved = panned(self.look.viewport, view.placement, dx, dy, view.pane_size, self._prepared.image.shape)
            self.set_look(replace(self.look, viewport=moved))

    def _zoom(self, view: ImageView, factor: float, anchor: tuple[float, float]) -> None:
        if view.placement is not None:
            zoom = zoomed(self.look.viewport, view.placement, factor, anchor, view.pane_size)
            self.set_look(replace(self.look, viewport=zoom))
