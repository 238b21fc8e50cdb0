"""The map over the image: a small coloured picture that the screen scales, at one opacity for the whole layer.

It lies where the model's grid lies on the image (`GridTransform.map_extent`), under the same placement as the image,
so it cannot drift from it; parts beyond the image are cut off. A map that is painted twice at the same place is kept as
it was scaled, so that showing and hiding it, another opacity and another window only copy it.
"""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from radviewer.core.image import Image
from radviewer.workbench.overlay_pixels import OverlayPixels, overlay_pixels
from radviewer.workbench.scene import OverlayScene, same_colors
from radviewer.workbench.viewing import Placement


class OverlayItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws one map."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self._pixels: OverlayPixels | None = None
        self._colored: tuple[OverlayScene, OverlayPixels] | None = None
        self._shown = False
        self._extent = QRectF()
        self._smooth = True
        self._opacity = 0.5
        self._placement: Placement | None = None
        self._image_shape = (0, 0)
        self._size = (1.0, 1.0)
        self._painted: object = None  # what the last painting depended on
        self._scaled: tuple[object, QPointF, QImage] | None = None

    def set_overlay(self, overlay: OverlayScene | None, image: Image | None) -> None:
        """Shows the map of a pane, if it is this image's.

        Its colours are kept while it is hidden, so that showing it again costs no new ones.
        """
        if overlay is None or image is None or overlay.explanation.image != image.ref:
            self.set_map(None, (0, 0))
            return
        key = self._colored
        if key is None or key[0].explanation is not overlay.explanation or not same_colors(key[0].style, overlay.style):
            self._colored = key = (overlay, overlay_pixels(overlay.explanation, overlay.style))
        self.set_map(key[1], image.shape)

    def set_map(self, pixels: OverlayPixels | None, image_shape: tuple[int, int]) -> None:
        """Sets the colours; None draws nothing."""
        self._image_shape = image_shape
        self._shown = pixels is not None
        if pixels is not None and pixels is not self._pixels:
            self._pixels, self._painted, self._scaled = pixels, None, None
            colors = np.ascontiguousarray(pixels.colors)
            straight = QImage(
                colors.data, colors.shape[1], colors.shape[0], colors.strides[0], QImage.Format.Format_RGBA8888
            )
            # Premultiplied, interpolation does not bleed the colour of transparent cells into visible ones.
            self._picture = straight.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
            top, left, height, width = pixels.extent
            self._extent = QRectF(left, top, width, height)
            self._smooth = pixels.smooth
        self.update()

    def set_opacity(self, opacity: float) -> None:
        """Sets the opacity of the layer, 0 to 1."""
        self._opacity = opacity
        self.update()

    def set_placement(self, placement: Placement | None, size: tuple[float, float]) -> None:
        """Sets where the image lies in a pane of (width, height)."""
        if size != self._size:
            self.prepareGeometryChange()
        self._placement, self._size = placement, size
        self.update()

    def boundingRect(self) -> QRectF:
        """The whole pane."""
        return QRectF(0, 0, *self._size)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Copies the scaled map if it is kept, else draws it under the image's placement."""
        placed = self._placement
        if not self._shown or self._picture is None or placed is None:
            return
        ratio = painter.device().devicePixelRatioF()
        key = (placed, self._image_shape, self._size, ratio)
        painter.setOpacity(self._opacity)
        if self._scaled is None or self._scaled[0] != key:
            self._scaled = (key, *self._scale(placed, ratio)) if self._painted == key else None
        self._painted = key
        if self._scaled is not None:
            painter.drawImage(self._scaled[1], self._scaled[2])
        else:
            self._draw(painter, placed)

    def _scale(self, placed: Placement, ratio: float) -> tuple[QPointF, QImage]:
        """The part of the map that is in sight, in device pixels, and where its corner is."""
        rows, columns = self._image_shape
        corners = [placed.to_screen(row, column) for row in (0, rows) for column in (0, columns)]
        left, top = (max(0, math.floor(min(spot[axis] for spot in corners) * ratio)) for axis in (0, 1))
        right, bottom = (
            min(math.ceil(self._size[axis] * ratio), math.ceil(max(spot[axis] for spot in corners) * ratio))
            for axis in (0, 1)
        )
        scaled = QImage(max(1, right - left), max(1, bottom - top), QImage.Format.Format_ARGB32_Premultiplied)
        scaled.setDevicePixelRatio(ratio)
        scaled.fill(0)
        corner = QPointF(left / ratio, top / ratio)
        painter = QPainter(scaled)
        try:
            painter.translate(-corner)
            self._draw(painter, placed)
        finally:
            painter.end()
        return corner, scaled

    def _draw(self, painter: QPainter, placed: Placement) -> None:
        assert self._picture is not None
        painter.setTransform(QTransform(placed.xx, placed.yx, placed.xy, placed.yy, placed.x0, placed.y0), combine=True)
        painter.setClipRect(QRectF(0, 0, self._image_shape[1], self._image_shape[0]))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
        painter.drawImage(self._extent, self._picture)
