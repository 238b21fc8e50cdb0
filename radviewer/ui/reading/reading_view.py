"""A pane of the reading room: the viewer's pane with marks, a magnifier, and clicks that are no drags."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.reading.magnifier_item import MagnifierItem
from radviewer.ui.reading.marks_item import Drawn, MarksItem
from radviewer.ui.theme import Theme
from radviewer.workbench.scene import PaneScene

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
        self.marks = MarksItem(theme, font)
        self.magnifier = MagnifierItem(theme)
        self.marks.setZValue(3)
        self.magnifier.setZValue(4)
        self.addItem(self.marks)
        self.addItem(self.magnifier)
        self._down: QPointF | None = None

    def set_pane(self, scene: PaneScene) -> None:
        """Shows a scene."""
        super().set_pane(scene)
        self._lay()

    def set_drawn(self, drawn: Drawn) -> None:
        """Draws marks and boxes over the image."""
        self.marks.set_drawn(drawn)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Keeps marks where they belong."""
        super().resizeEvent(event)
        if hasattr(self, "magnifier"):
            self._lay()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a click began."""
        self._down = event.position() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves the magnifier; a drag is no click."""
        self.magnifier.point(event.position())
        if self._down is not None and (event.position() - self._down).manhattanLength() >= _SLOP:
            self._down = None
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Says where a click was."""
        down, self._down = self._down, None
        super().mouseReleaseEvent(event)
        if down is not None and self.placement is not None:
            self.clicked.emit(*self.placement.to_image(down.x(), down.y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Takes the magnifier away."""
        self.magnifier.point(None)
        super().leaveEvent(event)

    def _lay(self) -> None:
        self.marks.set_placement(self.placement, self.pane_size)
        self.magnifier.set_scene(self.pane, self.placement, self.pane_size)
