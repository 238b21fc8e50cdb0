"""What is on the screen, as frozen values, and the least work that leads from one scene to the next."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Flag, auto

from radviewer.core.errors import Problem
from radviewer.core.explanation import Explanation, Method
from radviewer.core.grayscale import Voi
from radviewer.core.labels import Label
from radviewer.core.overlay import OverlayStyle, scale_used
from radviewer.core.prediction import Prediction
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
    """

    visible: bool
    method: Method
    labels: tuple[Label, ...]
    label_key: str | None
    follows_top: bool
    style: OverlayStyle
    map: Explanation | None
    caution: str


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The whole window.

    Attributes:
        panes: From left to right.
        prediction: Of the image on the screen, or None.
        overlay: The overlay panel.
        problem: Why the wished image cannot be shown, or None.
        loading: Whether the wished image is still on its way.
    """

    panes: tuple[PaneScene, ...]
    prediction: Prediction | None
    overlay: OverlayChoices
    problem: Problem | None = None
    loading: bool = False


def shown_style(overlay: OverlayScene) -> OverlayStyle:
    """The style that is really drawn: a map without a reference of its own is on its own maximum."""
    return replace(overlay.style, scale=scale_used(overlay.explanation, overlay.style.scale))


def diff(old: PaneScene | None, new: PaneScene) -> Work:
    """The least work that leads a pane from one scene to the next."""
    if old is None:
        return Work.IMAGE | Work.WINDOW | Work.GEOMETRY | Work.MAP | Work.OPACITY | Work.TEXT | Work.CURSOR
    work = Work.NOTHING
    if old.prepared is not new.prepared:
        work |= Work.IMAGE | Work.WINDOW | Work.GEOMETRY | Work.TEXT
    if (old.voi is not new.voi and old.voi != new.voi) or old.invert != new.invert:
        work |= Work.WINDOW | Work.TEXT
    if old.orientation != new.orientation or old.viewport != new.viewport:
        work |= Work.GEOMETRY | Work.TEXT
    work |= _overlay_diff(old.overlay, new.overlay)
    if (old.index, old.count, old.title, old.caution) != (new.index, new.count, new.title, new.caution):
        work |= Work.TEXT
    if (old.annotations, old.edges, old.message) != (new.annotations, new.edges, new.message):
        work |= Work.TEXT
    if old.annotations != new.annotations and new.prepared is not None and new.prepared.drawn:
        work |= Work.WINDOW
    if old.cursor != new.cursor:
        work |= Work.CURSOR
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
    return style.threshold, style.color_map, style.scale, style.draw, style.native_grid
