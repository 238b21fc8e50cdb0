"""Which pane an action of the keyboard means: the one with the focus, else the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from radviewer.ui.canvas.image_view import ImageView

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow


def active_view(window: MainWindow) -> ImageView:
    """The pane with the keyboard, or the first one of the active cell."""
    shown = [view for grid in window.parts.grids for view in grid.shown]
    focused = QApplication.focusWidget() or window.focusWidget()
    of_cell = [view for view in shown if view.pane.cell == window.state.state.active]
    return next((view for view in shown if view is focused), (of_cell or shown)[0])
