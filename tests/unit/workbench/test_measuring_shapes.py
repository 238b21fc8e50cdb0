"""Handles, hits and the room for labels, in the pixels of a pane."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from radviewer.core.measurement import Figure, FigureKind
from radviewer.workbench.measuring.shapes import crossed, handles, hit, label_boxes, place_labels, with_handle
from radviewer.workbench.orientation import Orientation
from radviewer.workbench.viewing import Placement, Viewport, place

Kind = FigureKind
PLAIN = Placement(2.0, 0.0, 0.0, 2.0, 10.0, 20.0, 2.0)
NUMBER = st.integers(0, 60).map(float)


@pytest.mark.parametrize("kind", [Kind.ELLIPSE, Kind.RECTANGLE])
@pytest.mark.parametrize("number", range(4))
def test_dragging_a_handle_to_where_it_is_changes_nothing(kind: FigureKind, number: int) -> None:
    figure = Figure(kind, ((30.0, 50.0), (10.0, 20.0)))
    assert with_handle(figure, number, handles(figure)[number]).box == figure.box


def test_a_side_of_an_ellipse_moves_alone_and_a_corner_of_a_rectangle_both_ways() -> None:
    ellipse = Figure(Kind.ELLIPSE, ((10, 20), (30, 50)))
    moved = [with_handle(ellipse, number, (0.0, 0.0)).box for number in range(4)]
    assert moved == [(0, 20, 30, 50), (10, 0, 30, 20), (0, 20, 10, 50), (10, 0, 30, 50)]
    rectangle = Figure(Kind.RECTANGLE, ((10, 20), (30, 50)))
    assert with_handle(rectangle, 0, (5.0, 6.0)).box == (5, 6, 30, 50)
    assert with_handle(rectangle, 2, (35.0, 60.0)).box == (10, 20, 35, 60)


@given(NUMBER, NUMBER, NUMBER, NUMBER, st.lists(st.tuples(NUMBER, NUMBER, NUMBER, NUMBER), min_size=1, max_size=6))
def test_a_line_crosses_a_box_where_any_point_of_it_lies_in_the_box(
    x: float, y: float, width: float, height: float, lines: list[tuple[float, float, float, float]]
) -> None:
    found = crossed(np.array([[x, y, width, height]]), np.array(lines))[0]
    share = np.linspace(0, 1, 2001)
    for (x1, y1, x2, y2), crosses in zip(lines, found, strict=True):
        xs, ys = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
        inside = (xs >= x) & (xs <= x + width) & (ys >= y) & (ys <= y + height)
        if inside.any():
            assert crosses
        elif crosses:  # it may touch a corner between two of the points that were tried
            near = (xs >= x - 0.1) & (xs <= x + width + 0.1) & (ys >= y - 0.1) & (ys <= y + height + 0.1)
            assert near.any()


@pytest.mark.parametrize("turns", range(4))
def test_the_line_is_hit_at_any_rotation(turns: int) -> None:
    placed = place(Viewport(), (60, 80), 1.5, Orientation(turns, True), (500.0, 400.0))
    figure = Figure(Kind.DISTANCE, ((10, 10), (50, 70)))
    x, y = placed.to_screen(30, 40)
    found = hit(figure, placed, (x, y), selected=False)
    assert found is not None and found.handle is None
    end = hit(figure, placed, placed.to_screen(50, 70), selected=False)
    assert end is not None and end.handle == 1
    assert hit(figure, placed, (x + 30, y + 80), selected=False) is None


def test_the_inside_of_a_region_is_free_for_the_window_drag() -> None:
    figure = Figure(Kind.RECTANGLE, ((10, 10), (60, 60)))
    assert hit(figure, PLAIN, PLAIN.to_screen(35, 35), selected=True) is None


def test_labels_keep_off_their_figure_and_off_each_other_where_there_is_room() -> None:
    figures = [Figure(Kind.DISTANCE, ((20 + 30 * at, 20), (20 + 30 * at, 90))) for at in range(4)]
    items = [(figure, (60.0, 30.0)) for figure in figures]
    boxes = label_boxes(items, place_labels(items, PLAIN, (600.0, 400.0)), PLAIN, (600.0, 400.0))
    assert all(box is not None for box in boxes)
    kept = np.array(boxes, dtype=float)
    every = np.array([(*PLAIN.to_screen(*f.points[0]), *PLAIN.to_screen(*f.points[1])) for f in figures])
    assert not crossed(kept, every).any()
    for one in range(4):
        for other in range(one):
            a, b = kept[one], kept[other]
            assert a[1] >= b[1] + b[3] or b[1] >= a[1] + a[3] or a[0] >= b[0] + b[2] or b[0] >= a[0] + a[2]


def test_a_label_stays_where_it_is_unless_another_place_is_clearly_better() -> None:
    figure = Figure(Kind.DISTANCE, ((40, 40), (40, 90)))
    items: list[tuple[Figure, tuple[float, float] | None]] = [(figure, (60.0, 30.0))]
    pane = (600.0, 400.0)
    assert place_labels(items, PLAIN, pane) == [0]
    for number in range(1, 12):
        (box,) = label_boxes(items, [number], PLAIN, pane)
        assert box is not None
        on_the_line = crossed(np.array([box]), np.array([[*PLAIN.to_screen(40, 40), *PLAIN.to_screen(40, 90)]])).any()
        assert place_labels(items, PLAIN, pane, [number]) == [0 if on_the_line else number]


def test_without_a_label_there_is_no_place_and_texts_stand_where_they_were_put() -> None:
    text, line = Figure(Kind.TEXT, ((10, 20),)), Figure(Kind.DISTANCE, ((40, 40), (40, 90)))
    items: list[tuple[Figure, tuple[float, float] | None]] = [(text, (50.0, 20.0)), (line, None)]
    places = place_labels(items, PLAIN, (600.0, 400.0))
    x, y = PLAIN.to_screen(10, 20)
    assert label_boxes(items, places, PLAIN, (600.0, 400.0)) == [(x, y, 50.0, 20.0), None]
