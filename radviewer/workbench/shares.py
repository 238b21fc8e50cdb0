"""How rows and columns of a layout share a window, and in which pixels that ends.

Rows or columns of one share get the same number of pixels, what does not divide is left at the end: fitted panes of
different widths would show the same image at different zooms.
"""

from __future__ import annotations

from dataclasses import dataclass

GAP = 4  # logical pixels between panes, for the hand to find
SMALLEST = 0.1  # share below which a border does not go


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts of the whole, each set adding up to 1.

    Attributes:
        rows: From top to bottom.
        columns: From left to right.
    """

    rows: tuple[float, ...]
    columns: tuple[float, ...]


def even(rows: int, columns: int) -> Shares:
    """All alike."""
    return Shares((1 / rows,) * rows, (1 / columns,) * columns)


def spans(room: int, shares: tuple[float, ...]) -> tuple[tuple[int, int], ...]:
    """(start, length) in whole pixels of each part of a room, with gaps between them."""
    free = max(room - GAP * (len(shares) - 1), len(shares))
    found, start = [], 0
    for share in shares:
        length = max(1, int(free * share + 1e-9))
        found.append((start, length))
        start += length + GAP
    return tuple(found)


def moved(shares: tuple[float, ...], at: int, to: float) -> tuple[float, ...]:
    """The shares after the border behind part `at` was dragged to a share of the whole; others keep theirs."""
    before = sum(shares[:at])
    both = shares[at] + shares[at + 1]
    least = min(SMALLEST, both / 2)
    mine = min(max(to - before, least), both - least)
    return (*shares[:at], mine, both - mine, *shares[at + 2 :])
