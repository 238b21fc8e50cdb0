"""Zoom and pan as values: where an image lies in a pane, and how a gesture changes that.

Points are (x, y) in the pane's logical pixels, or (row, column) in the image's continuous coordinates, in which pixel
(r, c) covers [r, r + 1) x [c, c + 1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from radviewer.workbench.orientation import Orientation

MIN_SCALE, MAX_SCALE = 0.01, 100.0


class ZoomMode(StrEnum):
    """What holds when the pane changes its size."""

    FIT = "fit"
    DEVICE = "1:1"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Viewport:
    """How the user wants to look.

    Attributes:
        mode: Fit the pane, one image column on one device pixel, or a scale of the user's own.
        scale: Logical pixels for one image column; used by FREE only.
        center: (row, column) at the middle of the pane; None for the image's middle. FIT ignores it.
    """

    mode: ZoomMode = ZoomMode.FIT
    scale: float = 1.0
    center: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an image lies in a pane: x = xx * column + xy * row + x0, y = yx * column + yy * row + y0."""

    xx: float
    xy: float
    yx: float
    yy: float
    x0: float
    y0: float
    scale: float

    def to_screen(self, row: float, column: float) -> tuple[float, float]:
        """Pane coordinates (x, y) of an image point."""
        return self.xx * column + self.xy * row + self.x0, self.yx * column + self.yy * row + self.y0

    def to_image(self, x: float, y: float) -> tuple[float, float]:
        """Image coordinates (row, column) of a pane point."""
        det = self.xx * self.yy - self.xy * self.yx
        dx, dy = x - self.x0, y - self.y0
        return (self.xx * dy - self.yx * dx) / det, (self.yy * dx - self.xy * dy) / det


def fit_scale(shape: tuple[int, int], aspect: float, turned: Orientation, size: tuple[float, float]) -> float:
    """The largest scale at which the whole image is in a pane of (width, height)."""
    height, width = shape[0] * aspect, float(shape[1])
    if turned.swaps_axes:
        height, width = width, height
    return max(min(size[0] / max(width, 1e-9), size[1] / max(height, 1e-9)), 1e-6)


def scale_of(
    viewport: Viewport,
    shape: tuple[int, int],
    aspect: float,
    turned: Orientation,
    size: tuple[float, float],
    ratio: float,
) -> float:
    """Logical pixels for one image column; `ratio` is device pixels for one logical pixel."""
    if viewport.mode is ZoomMode.FIT:
        return fit_scale(shape, aspect, turned, size)
    return 1.0 / ratio if viewport.mode is ZoomMode.DEVICE else viewport.scale


def place(
    viewport: Viewport,
    shape: tuple[int, int],
    aspect: float,
    turned: Orientation,
    size: tuple[float, float],
    ratio: float = 1.0,
) -> Placement:
    """Lays an image into a pane.

    Args:
        viewport: The user's wish.
        shape: (rows, columns) of the image.
        aspect: Height of a pixel over its width.
        turned: Rotation and mirror.
        size: (width, height) of the pane in logical pixels.
        ratio: Device pixels for one logical pixel.

    Returns:
        The map. At 1:1 the image's corner is put onto a whole device pixel, so that no pixel is interpolated.
    """
    scale = scale_of(viewport, shape, aspect, turned, size, ratio)
    middle = (shape[0] / 2, shape[1] / 2)
    row, column = middle if viewport.mode is ZoomMode.FIT or viewport.center is None else viewport.center
    a, b, c, d = turned.matrix()
    xx, xy, yx, yy = a * scale, b * scale * aspect, c * scale, d * scale * aspect
    x0 = size[0] / 2 - xx * column - xy * row
    y0 = size[1] / 2 - yx * column - yy * row
    if viewport.mode is ZoomMode.DEVICE:
        x0, y0 = round(x0 * ratio) / ratio, round(y0 * ratio) / ratio
    return Placement(xx, xy, yx, yy, x0, y0, scale)


def zoomed(
    viewport: Viewport, placed: Placement, factor: float, anchor: tuple[float, float], size: tuple[float, float]
) -> Viewport:
    """Zoomed by a factor, with the image point under `anchor` (pane coordinates) staying where it is."""
    scale = min(max(placed.scale * factor, MIN_SCALE), MAX_SCALE)
    factor = scale / placed.scale
    held_row, held_column = placed.to_image(*anchor)
    mid_row, mid_column = placed.to_image(size[0] / 2, size[1] / 2)
    center = (held_row + (mid_row - held_row) / factor, held_column + (mid_column - held_column) / factor)
    return replace(viewport, mode=ZoomMode.FREE, scale=scale, center=center)


def panned(
    viewport: Viewport, placed: Placement, dx: float, dy: float, size: tuple[float, float], shape: tuple[int, int]
) -> Viewport:
    """Moved by (dx, dy) pane pixels; the middle of the pane stays on the image."""
    row, column = placed.to_image(size[0] / 2 - dx, size[1] / 2 - dy)
    center = (min(max(row, 0.0), float(shape[0])), min(max(column, 0.0), float(shape[1])))
    mode = ZoomMode.DEVICE if viewport.mode is ZoomMode.DEVICE else ZoomMode.FREE
    return replace(viewport, mode=mode, scale=placed.scale, center=center)
