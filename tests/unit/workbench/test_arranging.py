"""Cells, boards and shares: what stays, what goes, and that image and appearance are the active cell's."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radviewer.core.errors import InternalError
from radviewer.core.image import ImageRef
from radviewer.workbench.arranging import filled, neighbour, regridded, stepped, with_board, without_board
from radviewer.workbench.cells import Appearance, Board, Cell, CellFacts, board_of, first_cells
from radviewer.workbench.shares import GAP, even, moved, spans
from radviewer.workbench.state import DisplayState, Facts


def ref(name: str) -> ImageRef:
    return ImageRef(Path(f"/{name}"))


def state(names: str, *boards: Board, active: int = 0) -> DisplayState:
    cells = tuple(Cell() if name == "." else Cell(ref(name)) for name in names)
    return DisplayState().arranged(boards or (Board(2, 2) if len(names) == 4 else Board(1, len(names)),), cells, active)


def names(cells: tuple[Cell, ...]) -> str:
    return "".join("." if cell.image is None else cell.image.path.name for cell in cells)


def test_image_and_appearance_are_those_of_the_active_cell() -> None:
    now = state("abc", active=1)
    assert now.image == ref("b")
    changed = replace(now, image=ref("x"), appearance=Appearance(invert=True))
    assert names(changed.cells) == "axc" and changed.cells[1].appearance.invert
    other = changed.activated(2)
    assert other.image == ref("c") and not other.appearance.invert and names(other.cells) == "axc"
    assert other.with_cell(1, image=ref("y")).image == ref("c")
    assert other.with_cell(2, image=ref("z")).image == ref("z")


def test_cells_that_do_not_fit_their_boards_are_a_defect() -> None:
    with pytest.raises(InternalError):
        DisplayState(cells=(Cell(), Cell()))
    with pytest.raises(InternalError):
        Board(4, 1)


def test_facts_follow_the_active_cell() -> None:
    facts = Facts(index=3, count=9).arranged((CellFacts(index=3, count=9), CellFacts(index=5)), 1)
    assert facts.index == 5 and facts.cells[0].count == 9
    assert replace(facts, index=6).cells[1].index == 6
    assert facts.with_cell(0, index=1).index == 5


@pytest.mark.parametrize(
    ("before", "active", "grid", "spare", "after", "now"),
    [
        ("a", 0, Board(2, 2), "bc", "abc.", 0),
        ("abcd", 3, Board(1, 2), "", "ad", 1),
        ("abcd", 0, Board(1, 1), "", "a", 0),
        ("a.c.", 2, Board(1, 3), "x", "acx", 1),
        (".b", 0, Board(1, 1), "", ".", 0),
    ],
)
def test_a_new_grid_keeps_order_and_never_loses_the_active_cell(
    before: str, active: int, grid: Board, spare: str, after: str, now: int
) -> None:
    made = regridded(state(before, active=active), grid, tuple(Cell(ref(name)) for name in spare))
    assert names(made.cells) == after and made.active == now


def test_a_grid_changes_its_own_board_only() -> None:
    made = regridded(state("abcde", Board(1, 2), Board(1, 1), Board(2, 1), active=2), Board(2, 1), (Cell(ref("x")),))
    assert names(made.cells) == "abcxde"
    assert made.boards == (Board(1, 2), Board(2, 1), Board(2, 1)) and made.active == 2


def test_neighbours_stay_on_their_board_and_steps_go_through_all() -> None:
    now = state("abcde", Board(2, 2), Board(), active=1)
    assert neighbour(now, 0, 1) == 1 and neighbour(now, 1, 0) == 3 and neighbour(now, 0, -1) == 0
    assert neighbour(now.activated(4), -1, -1) == 4
    assert stepped(now, 3) == 4 and stepped(now, 4) == 0 and stepped(now, -2) == 4


def test_a_cell_fills_its_board_and_gives_way_to_the_next_active_one() -> None:
    now = state("abcde", Board(2, 2), Board(), active=1)
    full = replace(now, maximised=filled(now) or frozenset())
    assert full.maximised == {1}
    assert full.activated(3).maximised == {3}
    assert full.activated(4).maximised == {1}
    assert filled(full) == frozenset()
    assert filled(now.activated(4)) is None


def test_boards_come_and_go_with_their_cells() -> None:
    made = with_board(state("ab"), Cell(ref("c")))
    assert names(made.cells) == "abc" and made.active == 2 and made.boards == (Board(1, 2), Board())
    more = state("abcd", Board(1, 2), Board(), Board(), active=3)
    left = without_board(more, 1)
    assert names(left.cells) == "abd" and left.active == 2 and left.boards == (Board(1, 2), Board())
    assert without_board(more.activated(2), 1).active == 0


def test_cells_are_found_on_their_boards() -> None:
    boards = (Board(2, 2), Board(1, 3), Board())
    assert first_cells(boards) == (0, 4, 7)
    assert [board_of(boards, number) for number in (0, 3, 4, 6, 7)] == [0, 0, 1, 1, 2]
    with pytest.raises(InternalError):
        board_of(boards, 8)


@given(st.integers(1, 3), st.integers(200, 4000))
def test_even_parts_have_the_same_pixels_and_stay_inside(count: int, room: int) -> None:
    found = spans(room, even(1, count).columns)
    assert len({length for _, length in found}) == 1
    assert found[-1][0] + found[-1][1] <= room
    assert room - (found[-1][0] + found[-1][1]) < count
    assert all(b[0] - (a[0] + a[1]) == GAP for a, b in pairwise(found))


@given(st.integers(0, 1), st.floats(-1, 2))
def test_a_dragged_border_moves_two_parts_and_leaves_none_without_room(at: int, to: float) -> None:
    before = (0.3, 0.3, 0.4)
    after = moved(before, at, to)
    assert sum(after) == pytest.approx(1.0) and min(after) >= 0.1 - 1e-12
    assert after[2 if at == 0 else 0] == before[2 if at == 0 else 0]
