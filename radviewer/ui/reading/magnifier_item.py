"""A round magnifier under the cursor: the image's own pixels, enlarged, with the window in force."""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from radviewer.ui.theme import Theme
from radviewer.workbench.prepared import GrayTable, choose_level
from radviewer.workbench.scene import PaneScene
from radviewer.workbench.viewing import Placement

RADIUS, FACTOR = 120.0, 2.5


class MagnifierItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws the magnifier while it is on and the cursor is over the image."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._line = QColor(theme["accent"])
        self._ground = QColor(theme["canvas"])
        self._table = GrayTable()
        self._scene = PaneScene()
        self._placement: Placement | None = None
        self._size = (1.0, 1.0)
        self._at: QPointF | None = None
        self.on = False

    def set_scene(self, scene: PaneScene, placement: Placement | None, size: tuple[float, float]) -> None:
        """Sets what there is to enlarge, in a pane of (width, height)."""
        if size != self._size:
            self.prepareGeometryChange()
        self._scene, self._placement, self._size = scene, placement, size
        if self.on:
            self.update()

    def point(self, at: QPointF | None) -> None:
        """Moves it, in pane pixels; None takes it away."""
        self._at = at
        if self.on:
            self.update()

    def switch(self, on: bool) -> None:
        """On or off."""
        self.on = on
        self.update()

    def boundingRect(self) -> QRectF:
        """The whole pane."""
        return QRectF(0, 0, *self._size)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draws it."""
        prepared, placed, at = self._scene.prepared, self._placement, self._at
        if not self.on or prepared is None or placed is None or at is None:
            return
        level = choose_level(prepared, placed.scale * FACTOR * painter.device().devicePixelRatioF())
        region = self._region(placed, at, prepared.levels[level].shape[:2], 2**level)
        if region is None:
            return
        top, bottom, left, right = region
        gray = self._table.gray(prepared, self._scene.voi or prepared.default, self._scene.invert, level,
                                slice(top, bottom), slice(left, right), planes=self._scene.annotations)  # fmt: skip
        form = QImage.Format.Format_RGB888 if prepared.image.is_color else QImage.Format.Format_Grayscale8
        source = QImage(gray.data, right - left, bottom - top, gray.strides[0], form)
        circle = QPainterPath()
        circle.addEllipse(at, RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillPath(circle, self._ground)
        painter.save()
        painter.setClipPath(circle)
        lay = QTransform(placed.xx, placed.yx, placed.xy, placed.yy, placed.x0, placed.y0)
        enlarge = QTransform.fromTranslate(-at.x(), -at.y()) * QTransform.fromScale(FACTOR, FACTOR)
        painter.setTransform(lay * enlarge * QTransform.fromTranslate(at.x(), at.y()), combine=True)
        step = 2**level
        painter.drawImage(QRectF(left * step, top * step, (right - left) * step, (bottom - top) * step), source)
        painter.restore()
        painter.setPen(QPen(self._line, 1.5))
        painter.drawEllipse(at, RADIUS, RADIUS)

    @staticmethod
    def _region(placed: Placement, at: QPointF, shape: tuple[int, ...], step: int) -> tuple[int, int, int, int] | None:
        reach = RADIUS / FACTOR
        corners = [placed.to_image(at.x() + dx, at.y() + dy) for dx in (-reach, reach) for dy in (-reach, reach)]
        top = max(0, math.floor(min(row for row, _ in corners) / step) - 1)
        bottom = min(shape[0], math.ceil(max(row for row, _ in corners) / step) + 1)
        left = max(0, math.floor(min(column for _, column in corners) / step) - 1)
        right = min(shape[1], math.ceil(max(column for _, column in corners) / step) + 1)
        return None if top >= bottom or left >= right else (top, bottom, left, right)
