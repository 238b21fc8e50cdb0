"""A figure while it is drawn: which press and release places which point.

Every figure can be drawn by dragging and by clicking. A press where a line begins places its first point; a release
places the point that the mouse was dragged to, or, after a click, the next click does. Freehand is drawn with the
button down, or corner by corner until Enter, a double click, or a click on its first corner.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum

from radviewer.core.measurement import POINT_COUNT, REGIONS, Figure, FigureKind, Point
from radviewer.workbench.measuring.shapes import REACH, Spot

_SLOP = 4.0  # pixels that a click may move before it is a drag
_STEP = 2.0  # pixels between the corners of an outline that is drawn with the button down


class Tool(StrEnum):
    """What the left button does: nothing of measuring, a figure, or the window from a region."""

    NONE = "none"
    DISTANCE = FigureKind.DISTANCE.value
    ANGLE = FigureKind.ANGLE.value
    COBB = FigureKind.COBB.value
    ELLIPSE = FigureKind.ELLIPSE.value
    RECTANGLE = FigureKind.RECTANGLE.value
    FREEHAND = FigureKind.FREEHAND.value
    ARROW = FigureKind.ARROW.value
    TEXT = FigureKind.TEXT.value
    WINDOW = "window"

    @property
    def figure(self) -> FigureKind:
        """The figure that is drawn with it."""
        return FigureKind.RECTANGLE if self is Tool.WINDOW else FigureKind(self.value)


@dataclass(slots=True)
class Draft:
    """A figure that has not all its points yet.

    Attributes:
        tool: What is drawn.
        key: The image that it is drawn on.
        points: Placed points, in image coordinates.
        rubber: Where the next point would be.
    """

    tool: Tool
    key: str
    points: list[Point] = field(default_factory=list)
    rubber: Point | None = None
    _pressed: Spot = (0.0, 0.0)
    _last: Spot = (0.0, 0.0)
    _dragged: bool = False
    _begins: bool = False

    @property
    def kind(self) -> FigureKind:
        """The figure's kind."""
        return self.tool.figure

    def press(self, spot: Spot, point: Point) -> None:
        """The button went down."""
        self._pressed = self._last = spot
        self._dragged = False
        self._begins = not self.points or (self.kind is FigureKind.COBB and len(self.points) == 2)
        if self._begins:
            self.points.append(point)
        self.rubber = point

    def move(self, spot: Spot, point: Point, *, pressed: bool) -> None:
        """The mouse moved, with the button down or up."""
        self.rubber = point
        if not pressed:
            return
        self._dragged = self._dragged or math.dist(spot, self._pressed) >= _SLOP
        if self.kind is FigureKind.FREEHAND and self._begins and math.dist(spot, self._last) >= _STEP:
            self.points.append(point)
            self._last = spot

    def release(self, spot: Spot, point: Point, first: Spot) -> bool:
        """The button went up; returns whether the figure is complete.

        Args:
            spot: The mouse, in the pane.
            point: The same on the image.
            first: Where the first point lies in the pane.
        """
        if self.kind is FigureKind.TEXT:
            return True
        if self.kind is FigureKind.FREEHAND:
            return self._release_freehand(spot, point, first)
        if self._dragged or not self._begins:
            self.points.append(point)
        return len(self.points) == POINT_COUNT[self.kind]

    def _release_freehand(self, spot: Spot, point: Point, first: Spot) -> bool:
        if self._dragged and self._begins:
            return True
        if not self._begins:
            if len(self.points) >= 3 and math.dist(spot, first) <= REACH:
                return True
            self.points.append(point)
        return False

    def figure(self) -> Figure | None:
        """The figure as it would be now with the mouse where it is; None while it has too few points."""
        points = list(self.points)
        wanted = POINT_COUNT.get(self.kind)
        if self.rubber is not None and (wanted is None or len(points) < wanted) and points[-1:] != [self.rubber]:
            points.append(self.rubber)
        if (wanted is None and len(points) < 3) or (wanted is not None and len(points) != wanted):
            return None
        return Figure(self.kind, tuple(points))

    def finished(self) -> Figure | None:
        """The figure of the placed points; None where they make none: too few, or a line or box without any size."""
        points = tuple(point for at, point in enumerate(self.points) if at == 0 or point != self.points[at - 1])
        wanted = POINT_COUNT.get(self.kind)
        if (wanted is None and len(points) < 3) or (wanted is not None and len(points) != wanted):
            return None
        made = Figure(self.kind, points)
        top, left, bottom, right = made.box
        if self.kind in REGIONS and (top == bottom or left == right):
            return None  # an outline beside the image lies flat on its border
        return made

    def open_lines(self) -> tuple[tuple[Point, ...], ...]:
        """The lines to draw while there is no figure yet."""
        points = [*self.points, *([self.rubber] if self.rubber is not None else [])]
        if self.kind is FigureKind.COBB and len(points) >= 3:
            return tuple(points[:2]), tuple(points[2:])
        return (tuple(points),)
