"""Figures as they lie in a pane: their lines, their handles, what is under the mouse, and where their label goes.

Everything here is in the pane's logical pixels (x right, y down), so zones to click on and room for labels are the
same at any zoom and scaling of the screen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from radviewer.core.measurement import Figure, FigureKind, Point
from radviewer.workbench.viewing import Placement

Spot = tuple[float, float]  # (x, y)
Line = tuple[Spot, Spot]
Box = tuple[float, float, float, float]  # x, y, width, height

REACH = 7.0  # pixels around a line or a handle that count as on it
MOST_HANDLES = 40  # an outline drawn by hand has more corners than anybody would move one by one
_TURNS = tuple(2 * math.pi * step / 72 for step in range(72))
_CIRCLE = tuple((math.cos(turn), math.sin(turn)) for turn in _TURNS)
_GAP = 8.0
_STAYS = 1.0  # how much worse than another a place may be where a label already stands: 50 pixels of another label


@dataclass(frozen=True, slots=True)
class Hit:
    """What is under the mouse.

    Attributes:
        handle: The handle's number; None for the figure itself.
    """

    handle: int | None


def handles(figure: Figure) -> tuple[Point, ...]:
    """The points of an image that can be dragged alone: the middles of an ellipse's sides, else the corners."""
    top, left, bottom, right = figure.box
    if figure.kind is FigureKind.ELLIPSE:
        row, column = (top + bottom) / 2, (left + right) / 2
        return (top, column), (row, right), (bottom, column), (row, left)
    if figure.kind is FigureKind.RECTANGLE:
        return (top, left), (top, right), (bottom, right), (bottom, left)
    return figure.points if len(figure.points) <= MOST_HANDLES else ()


def with_handle(figure: Figure, number: int, to: Point) -> Figure:
    """The figure with one handle dragged to an image point; opposite sides stay."""
    top, left, bottom, right = figure.box
    row, column = to
    if figure.kind is FigureKind.ELLIPSE:
        sides = [(row, left, bottom, right), (top, left, bottom, column), (top, left, row, right)]
        top, left, bottom, right = [*sides, (top, column, bottom, right)][number]
        return replace(figure, points=((top, left), (bottom, right)))
    if figure.kind is FigureKind.RECTANGLE:
        opposite = handles(figure)[(number + 2) % 4]
        return replace(figure, points=(to, opposite))
    return figure.with_point(number, to)


def lines(figure: Figure, placed: Placement) -> tuple[Line, ...]:
    """The straight lines that a figure is drawn with; an ellipse as a polygon close to it."""
    kind = figure.kind
    spots = [placed.to_screen(*point) for point in figure.points]
    if kind is FigureKind.TEXT:
        return ()
    if kind is FigureKind.COBB:
        return (spots[0], spots[1]), (spots[2], spots[3])
    if kind is FigureKind.ELLIPSE:
        return _closed(_ellipse(spots[0], spots[1]))
    if kind is FigureKind.RECTANGLE:
        (x0, y0), (x1, y1) = spots
        return _closed([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
    if kind is FigureKind.FREEHAND:
        return _closed(spots)
    return tuple(pairwise(spots))


def _closed(spots: Sequence[Spot]) -> tuple[Line, ...]:
    return tuple(zip(spots, [*spots[1:], spots[0]], strict=True))


def _ellipse(one: Spot, other: Spot) -> list[Spot]:
    x, y = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
    a, b = (other[0] - one[0]) / 2, (other[1] - one[1]) / 2
    return [(x + a * across, y + b * down) for across, down in _CIRCLE]


def hit(figure: Figure, placed: Placement, at: Spot, *, selected: bool, text: Box | None = None) -> Hit | None:
    """What of a figure is under the mouse, or None.

    Args:
        figure: The figure.
        placed: Where the image lies.
        at: The mouse.
        selected: Whether its handles are shown; handles that are not shown are hit at the ends of lines only.
        text: Where its label stands; it counts as the figure.
    """
    for number, point in enumerate(handles(figure)):
        if math.dist(placed.to_screen(*point), at) <= REACH and (selected or figure.kind in _ENDS):
            return Hit(number)
    if any(_distance(at, line) <= REACH for line in lines(figure, placed)):
        return Hit(None)
    if text is not None and _inside(at, text):
        return Hit(None)
    return None


_ENDS = frozenset({FigureKind.DISTANCE, FigureKind.ANGLE, FigureKind.COBB, FigureKind.ARROW})


def _distance(at: Spot, line: Line) -> float:
    (x1, y1), (x2, y2) = line
    dx, dy = x2 - x1, y2 - y1
    size = dx * dx + dy * dy
    share = 0.0 if size == 0 else min(max(((at[0] - x1) * dx + (at[1] - y1) * dy) / size, 0.0), 1.0)
    return math.hypot(at[0] - x1 - share * dx, at[1] - y1 - share * dy)


def _inside(at: Spot, box: Box) -> bool:
    return box[0] <= at[0] <= box[0] + box[2] and box[1] <= at[1] <= box[1] + box[3]


def place_labels(
    items: Sequence[tuple[Figure, tuple[float, float] | None]],
    placed: Placement,
    pane: tuple[float, float],
    kept: Sequence[int | None] | None = None,
) -> list[int | None]:
    """Where labels go: beside their figures, in the pane, on no line of theirs, rather not on others or other labels.

    Args:
        items: The figures, each with the (width, height) of its label or None for none.
        placed: Where the image lies.
        pane: (width, height) of the pane.
        kept: What this returned before: a label stays there unless another place is clearly better.

    Returns:
        For each figure the number of the place around it that is free, the first of them, or the one that covers least
        where none is; None without a label. `label_boxes` says where these are.
    """
    strokes = [lines(figure, placed) for figure, _ in items]
    owners = np.repeat(np.arange(len(items)), [len(shown) for shown in strokes])
    every = np.asarray([line for shown in strokes for line in shown], dtype=np.float64).reshape(-1, 4)
    found: list[int | None] = []
    taken: list[Box] = []
    for number, (figure, size) in enumerate(items):
        place = None if size is None else 0
        if size is not None and figure.kind is not FigureKind.TEXT:
            before = kept[number] if kept is not None and number < len(kept) else None
            spots = [placed.to_screen(*point) for point in figure.points]
            place = _cheapest(_places(spots, size), pane, every, owners == number, taken, before)
        box = _label_box(figure, size, place, placed, pane)
        found.append(place)
        if box is not None:
            taken.append(box)
    return found


def label_boxes(
    items: Sequence[tuple[Figure, tuple[float, float] | None]],
    places: Sequence[int | None],
    placed: Placement,
    pane: tuple[float, float],
) -> list[Box | None]:
    """Where labels stand that keep their places around their figures, pushed into the pane; None for no label."""
    pairs = zip(items, places, strict=True)
    return [_label_box(figure, size, place, placed, pane) for (figure, size), place in pairs]


def _label_box(
    figure: Figure,
    size: tuple[float, float] | None,
    place: int | None,
    placed: Placement,
    pane: tuple[float, float],
) -> Box | None:
    if size is None or place is None:
        return None
    spots = [placed.to_screen(*point) for point in figure.points]
    box = (*spots[0], *size) if figure.kind is FigureKind.TEXT else _places(spots, size)[place]
    return _pushed(box, pane)


def _cheapest(
    places: Sequence[Box],
    pane: tuple[float, float],
    every: NDArray[np.float64],
    own: NDArray[np.bool_],
    taken: Sequence[Box],
    before: int | None,
) -> int:
    wished = np.asarray(places, dtype=np.float64)
    kept = np.asarray([_pushed(box, pane) for box in places], dtype=np.float64)
    hits = crossed(kept, every)
    mine = np.count_nonzero(hits & own, axis=1)
    cost = 4.0 * mine + (np.count_nonzero(hits, axis=1) - mine) / 4
    cost += _overlaps(kept, np.asarray(taken, dtype=np.float64).reshape(-1, 4)) / 50
    cost += np.hypot(*(kept[:, :2] - wished[:, :2]).T) / 200
    if before is not None:
        cost[before] -= _STAYS
    return int(np.argmin(cost))


def _places(spots: Sequence[Spot], size: tuple[float, float]) -> list[Box]:
    """Places to try, the best first: at the right end, then right, left, below and above the whole figure."""
    width, height = size
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    top, bottom = min(y for _, y in spots), max(y for _, y in spots)
    x, y = max(spots)
    middle_x, middle_y = (left + right - width) / 2, (top + bottom - height) / 2
    corners = [
        (x + _GAP, y - height / 2),
        (right + _GAP, middle_y),
        (right + _GAP, top),
        (right + _GAP, bottom - height),
        (left - _GAP - width, middle_y),
        (middle_x, bottom + _GAP),
        (middle_x, top - _GAP - height),
        (left - _GAP - width, top),
        (right - width, bottom + _GAP),
        (left, top - _GAP - height),
        (right + _GAP, bottom + _GAP),
        (left - _GAP - width, bottom + _GAP),
    ]
    return [(left_at, top_at, width, height) for left_at, top_at in corners]


def _pushed(box: Box, pane: tuple[float, float]) -> Box:
    x = min(max(box[0], 2.0), max(2.0, pane[0] - box[2] - 2.0))
    y = min(max(box[1], 2.0), max(2.0, pane[1] - box[3] - 2.0))
    return x, y, box[2], box[3]


def _overlaps(boxes: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """The area that each box shares with all others together, float64 (m,)."""
    one, other = boxes[:, None], others[None]
    width = np.minimum(one[..., 0] + one[..., 2], other[..., 0] + other[..., 2]) - np.maximum(
        one[..., 0], other[..., 0]
    )
    height = np.minimum(one[..., 1] + one[..., 3], other[..., 1] + other[..., 3]) - np.maximum(
        one[..., 1], other[..., 1]
    )
    return np.asarray((np.maximum(width, 0) * np.maximum(height, 0)).sum(axis=1))


def crossed(boxes: NDArray[np.float64], every: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which lines run through which boxes (Liang and Barsky 1984).

    Args:
        boxes: float64 (m, 4): x, y, width, height.
        every: float64 (n, 4): x and y of one end, x and y of the other.

    Returns:
        bool (m, n).
    """
    enter, leave = np.zeros((len(boxes), len(every))), np.ones((len(boxes), len(every)))
    for axis in (0, 1):
        low, high = boxes[:, axis, None], boxes[:, axis, None] + boxes[:, axis + 2, None]
        start = every[None, :, axis]
        step = every[None, :, axis + 2] - start
        flat = step == 0
        safe = np.where(flat, 1.0, step)
        one, other = (low - start) / safe, (high - start) / safe
        inside = (start >= low) & (start <= high)
        enter = np.maximum(enter, np.where(flat, np.where(inside, 0.0, 2.0), np.minimum(one, other)))
        leave = np.minimum(leave, np.where(flat, np.where(inside, 1.0, -1.0), np.maximum(one, other)))
    return np.asarray(enter <= leave)
