"""The places of a layout: each cell has a series, an image and an appearance of its own; cells lie on boards.

A board is the grid of one window: the first that of the main window, further ones those of windows for other screens.
Cells are numbered through all boards, row by row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from radviewer.core.colormaps import ColorMap
from radviewer.core.errors import InternalError, Problem
from radviewer.core.grayscale import Voi
from radviewer.core.image import ImageRef
from radviewer.core.planes import SlicePlane
from radviewer.core.study import Series, Study
from radviewer.workbench.orientation import Orientation
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.requests import AssistResult
from radviewer.workbench.viewing import Viewport

MOST = 3  # rows and columns of a board


class Link(StrEnum):
    """What cells do together; each can be switched alone."""

    POSITION = "position"
    OFFSET = "offset"
    WINDOW = "window"
    ZOOM = "zoom"
    PAN = "pan"
    CURSOR = "cursor"
    LINES = "lines"


DEFAULT_LINKS = frozenset({Link.POSITION, Link.CURSOR, Link.LINES})


@dataclass(frozen=True, slots=True)
class Appearance:
    """How one series is looked at; kept for each series while the program runs.

    Attributes:
        voi: The chosen window or LUT; None for each image's own default.
        invert: On top of the image's polarity.
        orientation: Rotation and mirror.
        viewport: Zoom and pan, shared by linked panes.
        color_map: Colours of grey values; None for grey.
    """

    voi: Voi | None = None
    invert: bool = False
    orientation: Orientation = field(default_factory=Orientation)
    viewport: Viewport = field(default_factory=Viewport)
    color_map: ColorMap | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of the layout.

    Attributes:
        image: The frame to show; None while nothing was put there.
        appearance: Window, polarity, rotation, zoom.
        playing: Whether its series runs as cine.
        rate: Images a second; None for the rate of the settings.
        bounce: Whether cine turns round at the ends rather than starting again.
    """

    image: ImageRef | None = None
    appearance: Appearance = field(default_factory=Appearance)
    playing: bool = False
    rate: float | None = None
    bounce: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class CellFacts:
    """What is known of one cell; the fields are those of `Facts`.

    Attributes:
        prepared: The frame that is decoded for display.
        problem: Why the wished frame cannot be shown, or None.
        result: The latest prediction with its maps.
        index: Place of the frame in its series, from 0.
        count: Frames in the series.
        series_title: What the series is.
        study: That the image is of; None while unknown.
        series: That the image is of; None while unknown.
        plane: Where `prepared` lies in the patient, or None where unknown.
        space: Frame of Reference UID of `prepared`; empty where unknown.
    """

    prepared: PreparedImage | None = None
    problem: Problem | None = None
    result: AssistResult | None = None
    index: int = 0
    count: int = 0
    series_title: str = ""
    plane: SlicePlane | None = None
    space: str = ""
    study: Study | None = None
    series: Series | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """The grid of one window.

    Attributes:
        rows: 1 to 3.
        columns: 1 to 3.
    """

    rows: int = 1
    columns: int = 1

    def __post_init__(self) -> None:
        if not (1 <= self.rows <= MOST and 1 <= self.columns <= MOST):
            raise InternalError(f"A layout of {self.rows} x {self.columns} panes does not exist.")

    @property
    def count(self) -> int:
        """Number of its cells."""
        return self.rows * self.columns


def first_cells(boards: tuple[Board, ...]) -> tuple[int, ...]:
    """The number of the first cell of each board."""
    starts, at = [], 0
    for board in boards:
        starts.append(at)
        at += board.count
    return tuple(starts)


def board_of(boards: tuple[Board, ...], number: int) -> int:
    """The place of the board on which a cell lies.

    Raises:
        InternalError: There is no such cell.
    """
    for at, (board, start) in enumerate(zip(boards, first_cells(boards), strict=True)):
        if start <= number < start + board.count:
            return at
    raise InternalError(f"There is no cell {number}.")
