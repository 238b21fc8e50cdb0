"""A thin bar that shows which frames of the stack on the screen are decoded, and where one is."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from radviewer.ui.i18n import tr
from radviewer.ui.theme import Theme

_HEIGHT, _WIDTH = 8, 140


class CacheBar(QWidget):
    """Decoded frames from left to right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._there = np.zeros(0, dtype=bool)
        self._at = -1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Decoded images"))
        self.hide()

    def sizeHint(self) -> QSize:
        """Thin."""
        return QSize(_WIDTH, _HEIGHT)

    def set_frames(self, there: tuple[bool, ...], at: int) -> None:
        """Shows which frames are there; nothing for a single image."""
        self._there, self._at = np.array(there, dtype=bool), at
        self.setVisible(len(there) > 1)
        text = tr("{count} of {total} images of this series are decoded")
        self.setToolTip(text.format(count=int(self._there.sum()), total=len(there)))
        self.update()

    @property
    def share(self) -> float:
        """How much of the stack is decoded, 0 to 1."""
        return float(self._there.mean()) if self._there.size else 0.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws runs of frames, and a mark for the current one."""
        count = self._there.size
        if not count:
            return
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), QColor(self._theme["pressed"]))
            edges = np.flatnonzero(np.diff(np.concatenate(([0], self._there.astype(np.int8), [0]))))
            step = self.width() / count
            for start, end in zip(edges[0::2], edges[1::2], strict=True):
                painter.fillRect(QRectF(start * step, 0, (end - start) * step, _HEIGHT), QColor(self._theme["accent"]))
            if 0 <= self._at < count:
                middle = (self._at + 0.5) * step
                painter.fillRect(QRectF(min(max(middle - 1, 0), self.width() - 2), 0, 2, _HEIGHT),
                                 QColor(self._theme["text"]))  # fmt: skip
        finally:
            painter.end()
