"""What is on the screen, as frozen values, and the least work that leads from one scene to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Flag, auto

from radviewer.core.colormaps import ColorMap
from radviewer.core.errors import Problem
from radviewer.core.explanation import Explanation, Method
from radviewer.core.grayscale import Voi
from radviewer.core.labels import Label
from radviewer.core.overlay import OverlayStyle, drawn_style
from radviewer.core.prediction import Prediction
from radviewer.workbench.cells import Link
from radviewer.workbench.corner_fields import DEFAULT_FIELDS, Fields
from radviewer.workbench.orientation import EdgeLabels, Orientation
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.viewing import Viewport


class Work(Flag):
    """What a pane has to do anew."""

    NOTHING = 0
    IMAGE = auto()
    WINDOW = auto()
    GEOMETRY = auto()
    MAP = auto()
    OPACITY = auto()
    TEXT = auto()
    CURSOR = auto()
    LINKS = auto()


@dataclass(frozen=True, slots=True, eq=False)
class OverlayScene:
    """A map to draw.

    Attributes:
        explanation: The map with its way back to the image.
        style: How.
    """

    explanation: Explanation
    style: OverlayStyle


@dataclass(frozen=True, slots=True, eq=False)
class PaneScene:
    """One pane.

    Attributes:
        title: What the pane shows, for example "Grad-CAM: Glioma"; empty in a single plain pane.
        caution: What has to be known before the map is believed; empty if nothing.
        prepared: The image, or None while there is none.
        voi: The window in force, or None without image or in colour.
        invert: On top of the image's polarity.
        orientation: Rotation and mirror.
        edges: Letters at the edges.
        viewport: Zoom and pan.
        overlay: The map, or None.
        cursor: (row, column) of the shared cursor, or None.
        annotations: Whether texts are drawn.
        index: Place in the series, from 0.
        count: Images in the series.
        message: What is said in the middle in place of an image; empty with one.
        cell: The number of the cell that the pane shows.
        active: Whether it is marked as the one that keys act on; never in a window with one pane.
        away: Distance of the cursor's point from the image's plane, mm, with sign.
        line: Where the active cell's image cuts this one, as two (row, column), or None.
        links: What the cell does together with others.
        rate: Images a second while it runs as cine, else None.
        color_map: Colours of grey values; None for grey.
        lines: Further lines under the title; they may name the patient.
        corners: What of window, zoom, place and value is said.
    """

    title: str = ""
    caution: str = ""
    prepared: PreparedImage | None = None
    voi: Voi | None = None
    invert: bool = False
    orientation: Orientation = field(default_factory=Orientation)
    edges: EdgeLabels = field(default_factory=EdgeLabels)
    viewport: Viewport = field(default_factory=Viewport)
    overlay: OverlayScene | None = None
    cursor: tuple[float, float] | None = None
    annotations: bool = True
    index: int = 0
    count: int = 0
    message: str = ""
    cell: int = 0
    active: bool = False
    away: float = 0.0
    line: tuple[tuple[float, float], tuple[float, float]] | None = None
    links: tuple[Link, ...] = ()
    rate: float | None = None
    color_map: ColorMap | None = None
    lines: tuple[str, ...] = ()
    corners: Fields = DEFAULT_FIELDS


@dataclass(frozen=True, slots=True, eq=False)
class BoardScene:
    """The panes of one window.

    Attributes:
        rows: Of the grid.
        columns: Of the grid.
        panes: Row by row.
    """

    rows: int
    columns: int
    panes: tuple[PaneScene, ...]


@dataclass(frozen=True, slots=True, eq=False)
class OverlayChoices:
    """What the overlay panel offers.

    Attributes:
        visible: Whether maps are drawn.
        method: The chosen method.
        labels: Those that the model scores.
        label_key: The label explained; None while nothing is predicted.
        follows_top: Whether the label follows the highest score.
        style: Colours, opacity, threshold.
        map: The map that the legend describes, or None.
        caution: As in `PaneScene`.
        layer: That CAM methods weigh; None for the model pack's own.
    """

    visible: bool
    method: Method
    labels: tuple[Label, ...]
    label_key: str | None
    follows_top: bool
    style: OverlayStyle
    map: Explanation | None
    caution: str
    layer: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """All windows.

    Attributes:
        panes: Of the main window, row by row.
        prediction: Of the image on the screen, or None.
        overlay: The overlay panel.
        problem: Why the wished image cannot be shown, or None.
        loading: Whether the wished image is still on its way.
        rows: Of the main window's grid.
        columns: Of the main window's grid.
        further: The panes of further windows.
    """

    panes: tuple[PaneScene, ...]
    prediction: Prediction | None
    overlay: OverlayChoices
    problem: Problem | None = None
    loading: bool = False
    rows: int = 1
    columns: int = 1
    further: tuple[BoardScene, ...] = ()

    @property
    def boards(self) -> tuple[BoardScene, ...]:
        """The main window's panes, then those of further windows."""
        return (BoardScene(self.rows, self.columns, self.panes), *self.further)


def shown_style(overlay: OverlayScene) -> OverlayStyle:
    """The style that is really drawn; see `core.overlay.drawn_style`."""
    return drawn_style(overlay.explanation, overlay.style)


def diff(old: PaneScene | None, new: PaneScene) -> Work:
    """The least work that leads a pane from one scene to the next."""
    if old is None:
        return ~Work.NOTHING
    work = Work.NOTHING
    if old.prepared is not new.prepared:
        work |= Work.IMAGE | Work.WINDOW | Work.GEOMETRY | Work.TEXT
    if (old.voi is not new.voi and old.voi != new.voi) or old.invert != new.invert:
        work |= Work.WINDOW | Work.TEXT
    if old.color_map is not new.color_map:
        work |= Work.WINDOW
    if (old.lines, old.corners) != (new.lines, new.corners):
        work |= Work.TEXT
    if old.orientation != new.orientation or old.viewport != new.viewport:
        work |= Work.GEOMETRY | Work.TEXT
    work |= _overlay_diff(old.overlay, new.overlay)
    if (old.index, old.count, old.title, old.caution) != (new.index, new.count, new.title, new.caution):
        work |= Work.TEXT
    if (old.annotations, old.edges, old.message) != (new.annotations, new.edges, new.message):
        work |= Work.TEXT
    if old.annotations != new.annotations and new.prepared is not None and new.prepared.drawn:
        work |= Work.WINDOW
    if (old.cursor, old.away) != (new.cursor, new.away):
        work |= Work.CURSOR
    if (old.line, old.links, old.active, old.rate) != (new.line, new.links, new.active, new.rate):
        work |= Work.LINKS
    return work


def _overlay_diff(old: OverlayScene | None, new: OverlayScene | None) -> Work:
    if old is new:
        return Work.NOTHING
    if old is None or new is None or old.explanation is not new.explanation:
        return Work.MAP | Work.OPACITY
    if old.style == new.style:
        return Work.NOTHING
    return Work.OPACITY if same_colors(old.style, new.style) else Work.MAP | Work.OPACITY


def same_colors(one: OverlayStyle, other: OverlayStyle) -> bool:
    """Whether two styles give a map the same colours; they may differ in opacity."""
    return _colors(one) == _colors(other)


def _colors(style: OverlayStyle) -> tuple[object, ...]:
    return style.threshold, style.threshold_by, style.color_map, style.scale, style.draw, style.native_grid
