"""A lens at the cursor: the image from its stored pixels, enlarged, with the pane's map over it.

The lens draws image and map anew at its own zoom; it does not blow up what is on the screen. In linked panes it follows
the shared cursor in each of them.
"""

from __future__ import annotations

from dataclasses import replace

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from radviewer.ui.canvas.gray_item import GrayItem
from radviewer.ui.canvas.overlay_item import OverlayItem
from radviewer.ui.theme import Theme
from radviewer.workbench.scene import PaneScene
from radviewer.workbench.viewing import Placement, ZoomMode

MOST_SIDE, SHARE = 240.0, 0.5  # of the pane's shorter side
LEAST_FACTOR = 2.0


def lens_placement(placed: Placement, at: tuple[float, float], factor: float, spot: tuple[float, float]) -> Placement:
    """Where the image lies in a lens.

    Args:
        placed: Where it lies in the pane.
        at: (row, column) under the cursor.
        factor: How much larger than in the pane.
        spot: Where the cursor is in the lens.
    """
    made = replace(
        placed,
        xx=placed.xx * factor,
        xy=placed.xy * factor,
        yx=placed.yx * factor,
        yy=placed.yy * factor,
        x0=0.0,
        y0=0.0,
        scale=placed.scale * factor,
    )
    x, y = made.to_screen(*at)
    return replace(made, x0=spot[0] - x, y0=spot[1] - y)


class LensFrame(QGraphicsItem):
    """The lens's border and the mark of its middle, drawn over the enlarged image."""

    def __init__(self, parent: QGraphicsItem, theme: Theme) -> None:
        super().__init__(parent)
        self._color = QColor(theme["accent"])
        self._side = MOST_SIDE
        self._spot = (0.0, 0.0)

    def set_lens(self, side: float, spot: tuple[float, float]) -> None:
        """Sets the side of the lens and where the cursor is in it."""
        if side != self._side:
            self.prepareGeometryChange()
        self._side, self._spot = side, spot
        self.update()

    def boundingRect(self) -> QRectF:
        """The lens."""
        return QRectF(0, 0, self._side, self._side)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draws the border, and a small cross with a gap that leaves the pixel in the middle free."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._color, 1.5))
        painter.drawRect(QRectF(0.75, 0.75, self._side - 1.5, self._side - 1.5))
        x, y = self._spot
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            painter.drawLine(QPointF(x + 5 * dx, y + 5 * dy), QPointF(x + 11 * dx, y + 11 * dy))


class MagnifierItem(pg.GraphicsObject):  # type: ignore[misc]
    """The lens, and the layer that moves it.

    Args:
        theme: The colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._gray = GrayItem(QColor(theme["canvas"]))
        self._gray.setParentItem(self)
        self._map = OverlayItem()
        self._map.setParentItem(self)
        self._frame = LensFrame(self, theme)
        self._shown: tuple[object, ...] = (None,) * 5
        self._side = MOST_SIDE
        self.on = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape)
        self.setVisible(False)

    def boundingRect(self) -> QRectF:
        """The lens."""
        return QRectF(0, 0, self._side, self._side)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Nothing of its own: image, map and border are its children."""

    def follow(self, scene: PaneScene, placement: Placement | None, size: tuple[float, float]) -> None:
        """Moves the lens to the cursor and shows what is there."""
        at = scene.cursor if self.on and placement is not None and scene.prepared is not None else None
        if at is not None and scene.prepared is not None:
            rows, columns = scene.prepared.image.shape
            at = at if 0 <= at[0] < rows and 0 <= at[1] < columns else None
        self.setVisible(at is not None)
        if at is None or placement is None:
            return
        looks = (scene.prepared, scene.voi, scene.invert, scene.annotations, scene.color_map)
        if any(one is not other for one, other in zip(looks, self._shown, strict=True)):
            self._gray.set_image(*looks)
            self._shown = looks
        if scene.overlay is not None:
            self._map.set_opacity(scene.overlay.style.opacity)
        self._map.set_overlay(scene.overlay, scene.prepared.image if scene.prepared else None)
        x, y = placement.to_screen(*at)
        side = min(MOST_SIDE, SHARE * min(size))
        if side != self._side:
            self.prepareGeometryChange()
            self._side = side
        # At the pane's border the lens stays in sight, and the cursor is no longer in its middle.
        left = min(max(x - side / 2, 0.0), size[0] - side)
        top = min(max(y - side / 2, 0.0), size[1] - side)
        self.setPos(left, top)
        spot = (x - left, y - top)
        self._frame.set_lens(side, spot)
        placed = lens_placement(placement, at, lens_factor(placement), spot)
        self._gray.set_placement(placed, ZoomMode.FREE, (side, side))
        self._map.set_placement(placed, (side, side))


def lens_factor(placed: Placement) -> float:
    """How much larger than in the pane: twice, and at least so that a pixel of the image is one of the screen."""
    return max(LEAST_FACTOR, 1.0 / placed.scale)
