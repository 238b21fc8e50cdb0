"""From one layout to another: which cells stay, which is beside which, how a board comes and goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from radviewer.workbench.cells import Board, Cell, board_of, first_cells
from radviewer.workbench.state import DisplayState


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Boards with their cells.

    Attributes:
        boards: As in `DisplayState`.
        cells: As in `DisplayState`.
        active: As in `DisplayState`.
    """

    boards: tuple[Board, ...]
    cells: tuple[Cell, ...]
    active: int


def regridded(state: DisplayState, grid: Board, spare: Sequence[Cell] = ()) -> Arrangement:
    """The board of the active cell with another grid.

    Args:
        state: The layout before.
        grid: The new rows and columns.
        spare: What is put into places that become free, in this order.

    Returns:
        Cells that show something keep their order; if there is no room for all, the last ones go, never the active.
    """
    at = board_of(state.boards, state.active)
    start = first_cells(state.boards)[at]
    old = list(enumerate(state.cells))[start : start + state.boards[at].count]
    kept = [(number, cell) for number, cell in old if cell.image is not None or number == state.active]
    while len(kept) > grid.count:
        kept.pop(-2 if kept[-1][0] == state.active else -1)
    active = start + [number for number, _ in kept].index(state.active)
    cells = [cell for _, cell in kept]
    cells += list(spare[: grid.count - len(cells)])
    cells += [Cell()] * (grid.count - len(cells))
    behind = state.cells[start + state.boards[at].count :]
    boards = (*state.boards[:at], grid, *state.boards[at + 1 :])
    return Arrangement(boards, (*state.cells[:start], *cells, *behind), active)


def neighbour(state: DisplayState, down: int, right: int) -> int:
    """The cell beside the active one on its board; the active one at the border."""
    at = board_of(state.boards, state.active)
    board, start = state.boards[at], first_cells(state.boards)[at]
    row, column = divmod(state.active - start, board.columns)
    row = min(max(row + down, 0), board.rows - 1)
    column = min(max(column + right, 0), board.columns - 1)
    return start + row * board.columns + column


def stepped(state: DisplayState, steps: int) -> int:
    """The cell some steps further through all windows, going round."""
    return (state.active + steps) % len(state.cells)


def filled(state: DisplayState) -> frozenset[int] | None:
    """Which cells fill their boards after the active one was asked to, or to go back; None if it is alone."""
    at = board_of(state.boards, state.active)
    start = first_cells(state.boards)[at]
    cells = range(start, start + state.boards[at].count)
    if len(cells) == 1:
        return None
    if state.active in state.maximised:
        return state.maximised - {state.active}
    return frozenset(cell for cell in state.maximised if cell not in cells) | {state.active}


def with_board(state: DisplayState, cell: Cell) -> Arrangement:
    """With one more window that shows one cell, which becomes the active one."""
    return Arrangement((*state.boards, Board()), (*state.cells, cell), len(state.cells))


def without_board(state: DisplayState, number: int) -> Arrangement:
    """Without a further window and its cells."""
    start = first_cells(state.boards)[number]
    end = start + state.boards[number].count
    cells = (*state.cells[:start], *state.cells[end:])
    active = state.active - (end - start) if state.active >= end else 0 if state.active >= start else state.active
    return Arrangement((*state.boards[:number], *state.boards[number + 1 :]), cells, active)
