"""Small pictures of texts, kept: shaping letters anew at each repaint was the dearest part of an overlay step."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

_KEPT = 400
_SHADOW = QColor(0, 0, 0, 200)


class Sprites:
    """Pictures by what they show, for the scaling of the screen they are drawn on; the newest are kept."""

    def __init__(self) -> None:
        self._items: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def draw(
        self, painter: QPainter, at: QPointF, key: Hashable, size: QSizeF, make: Callable[[QPainter], None]
    ) -> None:
        """Draws a picture with its upper left corner at a point, on whole device pixels so that letters stay sharp.

        Args:
            painter: On the pane.
            at: In logical pixels.
            key: What the picture shows; all that it depends on.
            size: In logical pixels.
            make: Draws it, if it is not kept; called with a painter whose origin is the corner.
        """
        ratio = painter.device().devicePixelRatioF()
        full = (key, ratio)
        made = self._items.get(full)
        if made is None:
            made = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            inner = QPainter(made)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            make(inner)
            inner.end()
            self._items[full] = made
            if len(self._items) > _KEPT:
                self._items.popitem(last=False)
        else:
            self._items.move_to_end(full)
        painter.drawPixmap(QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio), made)


class ShadowText:
    """Texts with a shadow, in one font.

    Args:
        font: Of all texts.
    """

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self.metrics = QFontMetricsF(self._font)
        self._widths: dict[str, float] = {}
        self._sprites = Sprites()

    def width(self, text: str) -> float:
        """Logical pixels that a text takes."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) >= _KEPT:
                self._widths.clear()
            found = self._widths[text] = self.metrics.horizontalAdvance(text)
        return found

    def elided(self, text: str, room: float) -> str:
        """The text, cut at its end where there is no room for it."""
        return text if self.width(text) <= room else self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def draw(self, painter: QPainter, at: QPointF, text: str, color: QColor) -> None:
        """Draws a text whose baseline begins at a point."""
        if not text:
            return
        metrics = self.metrics
        pad = 2.0
        size = QSizeF(self.width(text) + 2 * pad + 2, metrics.height() + 2 * pad)

        def make(inner: QPainter) -> None:
            inner.setFont(self._font)
            base = QPointF(pad, pad + metrics.ascent())
            inner.setPen(_SHADOW)
            inner.drawText(base + QPointF(1, 1), text)
            inner.setPen(color)
            inner.drawText(base, text)

        corner = at - QPointF(pad, pad + metrics.ascent())
        self._sprites.draw(painter, corner, (text, color.rgba()), size, make)
