"""A pane of the reading room: the viewer's pane with marks, a magnifier, and clicks that are no drags."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QWidget

from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.canvas.magnifier_item import MagnifierItem
from radviewer.ui.canvas.mark_item import MarkItem
from radviewer.ui.theme import Theme

_SLOP = 4  # pixels that a click may move


class ReadingView(ImageView):
    """A pane; never takes the keyboard, so that digits go to the questions.

    Signals:
        clicked: (row, column) of a left click without a drag, in the image's continuous coordinates.
    """

    clicked = Signal(float, float)

    def __init__(self, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(theme, font, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.marks = MarkItem(theme, font)
        self.magnifier = MagnifierItem(theme)
        self.add_layer(self.marks, self.marks, 3)
        self.add_layer(self.magnifier, self.magnifier, 4)
        self._down: QPointF | None = None

    def switch_magnifier(self, on: bool) -> None:
        """Shows the lens at the cursor, or takes it away."""
        self.magnifier.on = on
        self.magnifier.follow(self.pane, self.placement, self.pane_size)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a click began."""
        self._down = event.position() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag is no click."""
        if self._down is not None and (event.position() - self._down).manhattanLength() >= _SLOP:
            self._down = None
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Says where a click was."""
        down, self._down = self._down, None
        super().mouseReleaseEvent(event)
        if down is not None and self.placement is not None:
            self.clicked.emit(*self.placement.to_image(down.x(), down.y()))
