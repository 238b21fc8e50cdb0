"""What the user wants to see (`DisplayState`) and what is there to be shown (`Facts`), both frozen.

`resolve` makes the scene from the two. Nothing here knows how it is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from radviewer.core.errors import Problem
from radviewer.core.explanation import Method
from radviewer.core.grayscale import Voi
from radviewer.core.image import ImageRef
from radviewer.core.overlay import OverlayStyle
from radviewer.workbench.orientation import Orientation
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.requests import AssistResult
from radviewer.workbench.viewing import Viewport


class Layout(StrEnum):
    """How many panes."""

    ONE = "one"
    LINKED = "linked"


@dataclass(frozen=True, slots=True)
class Appearance:
    """How one series is looked at; kept for each series while the program runs.

    Attributes:
        voi: The chosen window or LUT; None for each image's own default.
        invert: On top of the image's polarity.
        orientation: Rotation and mirror.
        viewport: Zoom and pan, shared by linked panes.
    """

    voi: Voi | None = None
    invert: bool = False
    orientation: Orientation = field(default_factory=Orientation)
    viewport: Viewport = field(default_factory=Viewport)


@dataclass(frozen=True, slots=True)
class OverlayWish:
    """Which map, and how.

    Attributes:
        visible: Whether maps are drawn.
        method: The map of the single pane.
        label_key: The label explained; None for the label with the highest probability.
        style: Colours, opacity, threshold.
    """

    visible: bool = True
    method: Method = Method.GRADCAM
    label_key: str | None = None
    style: OverlayStyle = field(default_factory=OverlayStyle)


@dataclass(frozen=True, slots=True)
class DisplayState:
    """All wishes of the user at one time.

    Attributes:
        image: The frame to show.
        appearance: Window, polarity, rotation, zoom.
        layout: One pane, or original | Grad-CAM | saliency.
        overlay: Which map and how.
        peek: Whether the hold-to-peek key is down (it shows a hidden map and hides a shown one).
        annotations: Whether corner text, orientation letters and the scale bar are drawn.
        model_id: The chosen model; None before models are known.
        auto_predict: Whether an image is predicted as soon as it is shown.
        cursor: (row, column) under the mouse in any pane, or None.
        playing: Whether the stack runs as cine.
        deidentified: Whether everything that identifies the patient is hidden, on the screen and in what is kept.
    """

    image: ImageRef | None = None
    appearance: Appearance = field(default_factory=Appearance)
    layout: Layout = Layout.ONE
    overlay: OverlayWish = field(default_factory=OverlayWish)
    peek: bool = False
    annotations: bool = True
    model_id: str | None = None
    auto_predict: bool = True
    cursor: tuple[float, float] | None = None
    playing: bool = False
    deidentified: bool = False

    @property
    def overlay_shown(self) -> bool:
        """Whether maps are drawn now."""
        return self.overlay.visible != self.peek


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What is known now.

    Attributes:
        prepared: The frame that is decoded for display; it may still be another than the one wished for.
        problem: Why the wished frame cannot be shown, or None.
        result: The latest prediction with its maps; it may be of another image.
        index: Place of the wished frame in its series, from 0.
        count: Frames in the series.
        series_title: What is above the picture, without identifiers.
    """

    prepared: PreparedImage | None = None
    problem: Problem | None = None
    result: AssistResult | None = None
    index: int = 0
    count: int = 0
    series_title: str = ""
