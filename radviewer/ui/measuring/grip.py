"""A measurement while it is dragged: by one of its handles, or as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from radviewer.core.measurement import Figure, Point
from radviewer.workbench.measuring.notes import Measurement
from radviewer.workbench.measuring.shapes import with_handle


@dataclass(slots=True)
class Grip:
    """What is held.

    Attributes:
        key: Of the image.
        measurement: As it was when it was taken hold of.
        handle: The handle's number; None for the figure as a whole.
        start: Where it was taken, in image coordinates.
        figure: Where the figure is now.
    """

    key: str
    measurement: Measurement
    handle: int | None
    start: Point
    figure: Figure

    @classmethod
    def of(cls, key: str, measurement: Measurement, handle: int | None, start: Point) -> Grip:
        """Takes hold of a measurement."""
        return cls(key, measurement, handle, start, measurement.figure)

    def drag(self, to: Point, shape: tuple[int, int]) -> None:
        """Follows the mouse.

        Args:
            to: The mouse, in image coordinates.
            shape: (rows, columns) of the image, which the figure's middle does not leave.
        """
        if self.handle is not None:
            inside = min(max(to[0], 0.0), float(shape[0])), min(max(to[1], 0.0), float(shape[1]))
            self.figure = with_handle(self.measurement.figure, self.handle, inside)
            return
        top, left, bottom, right = self.measurement.figure.box
        row, column = (top + bottom) / 2, (left + right) / 2
        down = min(max(to[0] - self.start[0], -row), shape[0] - row)
        across = min(max(to[1] - self.start[1], -column), shape[1] - column)
        self.figure = self.measurement.figure.moved(down, across)
