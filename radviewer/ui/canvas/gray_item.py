"""The image itself: exact grey values of the visible part, scaled smoothly, kept as one picture of the pane.

The picture is made anew only when image, window, zoom or pan change; an overlay step or a moving cursor only copies
it. The part is taken from the half-resolution level whose pixels are at most twice as fine as the screen's.
"""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from radviewer.core.colormaps import ColorMap, color_table
from radviewer.core.grayscale import Voi
from radviewer.workbench.prepared import GrayTable, PreparedImage, choose_level
from radviewer.workbench.viewing import Placement, ZoomMode

_MARGIN = 2  # level pixels around the visible part, so that its border is interpolated from real neighbours


class GrayItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws a prepared image as placed in the pane (item coordinates are the pane's logical pixels)."""

    def __init__(self, background: QColor) -> None:
        super().__init__()
        self._background = background
        self._prepared: PreparedImage | None = None
        self._voi: Voi | None = None
        self._invert = False
        self._planes = True
        self._colors: ColorMap | None = None
        self._placement: Placement | None = None
        self._mode = ZoomMode.FIT
        self._size = (1.0, 1.0)
        self._table = GrayTable()
        self._picture: QImage | None = None

    def set_image(
        self,
        prepared: PreparedImage | None,
        voi: Voi | None,
        invert: bool,
        planes: bool,
        colors: ColorMap | None = None,
    ) -> None:
        """Sets what is drawn; None draws the background.

        Args:
            prepared: The image.
            voi: Its window or LUT.
            invert: On top of its polarity.
            planes: Whether the header's overlay planes are drawn.
            colors: Colours of the grey values of a grey image; None for grey.
        """
        self._colors = colors
        self._prepared, self._voi, self._invert, self._planes = prepared, voi, invert, planes
        self._picture = None
        self.update()

    def set_placement(self, placement: Placement | None, mode: ZoomMode, size: tuple[float, float]) -> None:
        """Sets where it is drawn, in a pane of (width, height)."""
        if size != self._size:
            self.prepareGeometryChange()
        self._placement, self._mode, self._size = placement, mode, size
        self._picture = None
        self.update()

    def boundingRect(self) -> QRectF:
        """The whole pane."""
        return QRectF(0, 0, *self._size)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Copies the picture; makes it first if something changed."""
        ratio = painter.device().devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._render(ratio)
        painter.drawImage(QPointF(0, 0), self._picture)

    def _render(self, ratio: float) -> QImage:
        width, height = (max(1, math.ceil(side * ratio)) for side in self._size)
        picture = QImage(width, height, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._background)
        if self._prepared is None or self._placement is None:
            return picture
        painter = QPainter(picture)
        try:
            self._draw(painter, self._prepared, self._placement, ratio)
        finally:
            painter.end()
        return picture

    def _draw(self, painter: QPainter, prepared: PreparedImage, placed: Placement, ratio: float) -> None:
        image = prepared.image
        rows, columns = image.shape
        device_scale = placed.scale * ratio * max(1.0, image.aspect)
        level = choose_level(prepared, device_scale)
        step = 2**level
        region = self._visible(placed, prepared.levels[level].shape[:2], step)
        if region is None:
            return
        top, bottom, left, right = region
        gray = self._table.gray(
            prepared,
            self._voi or prepared.default,
            self._invert,
            level,
            slice(top, bottom),
            slice(left, right),
            planes=self._planes,
        )
        form = QImage.Format.Format_RGB888 if image.is_color else QImage.Format.Format_Grayscale8
        source = QImage(gray.data, right - left, bottom - top, gray.strides[0], form)
        if self._colors is not None and not image.is_color:
            source = source.copy()  # of its own, with lines as Qt wants them, before it is read by a table
            source.reinterpretAsFormat(QImage.Format.Format_Indexed8)
            source.setColorTable([0xFF000000 | r << 16 | g << 8 | b for r, g, b in color_table(self._colors).tolist()])
        painter.setTransform(QTransform(placed.xx, placed.yx, placed.xy, placed.yy, placed.x0, placed.y0))
        exact = self._mode is ZoomMode.DEVICE and level == 0 and image.aspect == 1.0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not exact)
        painter.setClipRect(QRectF(0, 0, columns, rows))
        painter.drawImage(QRectF(left * step, top * step, (right - left) * step, (bottom - top) * step), source)

    def _visible(self, placed: Placement, shape: tuple[int, ...], step: int) -> tuple[int, int, int, int] | None:
        width, height = self._size
        corners = [placed.to_image(x, y) for x in (0.0, width) for y in (0.0, height)]
        top = max(0, math.floor(min(row for row, _ in corners) / step) - _MARGIN)
        bottom = min(shape[0], math.ceil(max(row for row, _ in corners) / step) + _MARGIN)
        left = max(0, math.floor(min(column for _, column in corners) / step) - _MARGIN)
        right = min(shape[1], math.ceil(max(column for _, column in corners) / step) + _MARGIN)
        return None if top >= bottom or left >= right else (top, bottom, left, right)
