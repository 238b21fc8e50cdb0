"""The panes side by side: as many as the scene has."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.theme import Theme
from radviewer.workbench.scene import PaneScene


class PaneGrid(QWidget):
    """Holds the panes; they are made when first needed and kept.

    Signals:
        pane_added: A new `ImageView`, to connect its gestures.
    """

    pane_added = Signal(object)

    def __init__(self, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panes")
        self._theme, self._font = theme, font
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.views: list[ImageView] = []

    def set_panes(self, scenes: tuple[PaneScene, ...]) -> None:
        """Shows the scenes from left to right."""
        while len(self.views) < len(scenes):
            view = ImageView(self._theme, self._font)
            self.views.append(view)
            self._row.addWidget(view, 1)
            self.pane_added.emit(view)
        self._share(len(scenes))
        for number, view in enumerate(self.views):
            view.setVisible(number < len(scenes))
            if number < len(scenes):
                view.set_pane(scenes[number])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width out anew."""
        self._share(len(self.shown))
        super().resizeEvent(event)

    def _share(self, count: int) -> None:
        """Leaves at the right what does not divide: fitted panes of different widths would have different zooms."""
        rest = (self.width() - (count - 1) * self._row.spacing()) % count if count else 0
        if rest != self._row.contentsMargins().right():
            self._row.setContentsMargins(0, 0, rest, 0)

    @property
    def shown(self) -> tuple[ImageView, ...]:
        """The panes on the screen."""
        return tuple(view for view in self.views if view.isVisibleTo(self))
