"""What the user wants to see (`DisplayState`) and what is there to be shown (`Facts`), both frozen.

`resolve` makes the scene from the two. Nothing here knows how it is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from radviewer.core.errors import InternalError
from radviewer.core.explanation import Method
from radviewer.core.image import ImageRef
from radviewer.core.overlay import OverlayStyle
from radviewer.workbench.cells import DEFAULT_LINKS, Appearance, Board, Cell, CellFacts, Link, board_of
from radviewer.workbench.corner_fields import DEFAULT_FIELDS, Fields

__all__ = ["Appearance", "Board", "Cell", "CellFacts", "DisplayState", "Facts", "Layout", "Link", "OverlayWish"]


class Layout(StrEnum):
    """What the cells show: ONE the series laid out, LINKED original and maps of the active cell's image."""

    ONE = "one"
    LINKED = "linked"


@dataclass(frozen=True, slots=True)
class OverlayWish:
    """Which map, and how.

    Attributes:
        visible: Whether maps are drawn.
        method: The map of the single pane.
        label_key: The label explained; None for the label with the highest probability.
        style: Colours, opacity, threshold.
        layer: That CAM methods weigh; None for the model pack's own.
    """

    visible: bool = True
    method: Method = Method.GRADCAM
    label_key: str | None = None
    style: OverlayStyle = field(default_factory=OverlayStyle)
    layer: str | None = None


@dataclass(frozen=True, slots=True)
class DisplayState:
    """All wishes of the user at one time.

    `image`, `appearance` and `playing` are those of the active cell; `cells[active]` always agrees with them.

    Attributes:
        image: The frame to show in the active cell.
        appearance: Window, polarity, rotation, zoom of the active cell.
        layout: The series laid out, or original | Grad-CAM | saliency of the active cell.
        overlay: Which map and how.
        peek: Whether the hold-to-peek key is down (it shows a hidden map and hides a shown one).
        annotations: Whether corner text, orientation letters and the scale bar are drawn.
        model_id: The chosen model; None before models are known.
        auto_predict: Whether an image is predicted as soon as it is shown.
        cursor: (row, column) under the mouse in the cell `pointed`, or None.
        playing: Whether the active cell runs as cine.
        deidentified: Whether everything that identifies the patient is hidden, on the screen and in what is kept.
        corners: What stands in the corners of images.
        boards: The grid of the main window, then those of further windows.
        cells: One for each place of the boards.
        active: The cell that keys and panels act on.
        maximised: Cells that fill their board; at most one of each board.
        links: What the cells do together.
        pointed: The cell under the mouse; None for the active one.
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
    corners: Fields = DEFAULT_FIELDS
    boards: tuple[Board, ...] = (Board(),)
    cells: tuple[Cell, ...] = (Cell(),)
    active: int = 0
    maximised: frozenset[int] = frozenset()
    links: frozenset[Link] = DEFAULT_LINKS
    pointed: int | None = None

    def __post_init__(self) -> None:
        if len(self.cells) != sum(board.count for board in self.boards) or not 0 <= self.active < len(self.cells):
            raise InternalError(f"{len(self.cells)} cells, {self.active} active, do not fit {self.boards}.")
        old = self.cells[self.active]
        now = replace(old, image=self.image, appearance=self.appearance, playing=self.playing)
        if old != now:
            cells = (*self.cells[: self.active], now, *self.cells[self.active + 1 :])
            object.__setattr__(self, "cells", cells)

    @property
    def overlay_shown(self) -> bool:
        """Whether maps are drawn now."""
        return self.overlay.visible != self.peek

    @property
    def rows(self) -> int:
        """Rows of the main window's grid."""
        return self.boards[0].rows

    @property
    def columns(self) -> int:
        """Columns of the main window's grid."""
        return self.boards[0].columns

    @property
    def cell(self) -> Cell:
        """The active cell."""
        return self.cells[self.active]

    def with_cell(self, number: int, **changes: Any) -> DisplayState:
        """With changed fields of one cell."""
        cell = replace(self.cells[number], **changes)
        cells = (*self.cells[:number], cell, *self.cells[number + 1 :])
        return self.arranged(self.boards, cells, self.active)

    def activated(self, number: int) -> DisplayState:
        """With another cell active; where a cell fills the board, it is the active one."""
        state = self.arranged(self.boards, self.cells, number)
        board = board_of(self.boards, number)
        covered = frozenset(item for item in self.maximised if board_of(self.boards, item) == board)
        return replace(state, maximised=self.maximised - covered | {number}) if covered else state

    def arranged(self, boards: tuple[Board, ...], cells: tuple[Cell, ...], active: int) -> DisplayState:
        """With other boards and cells."""
        now = cells[active]
        return replace(
            self,
            boards=boards,
            cells=cells,
            active=active,
            image=now.image,
            appearance=now.appearance,
            playing=now.playing,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Facts(CellFacts):
    """What is known now: of the active cell, and of all.

    Its other fields agree with those of `cells[active]`. `prepared` and `result` may still be of another image than the
    one wished for; `series_title` is without identifiers.

    Attributes:
        cells: What is known of each cell.
        active: The place of the active cell among them.
    """

    cells: tuple[CellFacts, ...] = (CellFacts(),)
    active: int = 0

    def __post_init__(self) -> None:
        now = CellFacts(*(getattr(self, name) for name in _CELL_FACTS))
        cells = (*self.cells[: self.active], now, *self.cells[self.active + 1 :])
        object.__setattr__(self, "cells", cells)

    def with_cell(self, number: int, **changes: Any) -> Facts:
        """With changed facts of one cell."""
        cells = list(self.cells)
        cells[number] = replace(cells[number], **changes)
        return self.arranged(tuple(cells), self.active)

    def arranged(self, cells: tuple[CellFacts, ...], active: int) -> Facts:
        """With other cells, or another active one."""
        now = {name: getattr(cells[active], name) for name in _CELL_FACTS}
        return replace(self, cells=cells, active=active, **now)


_CELL_FACTS = tuple(item.name for item in fields(CellFacts))
