"""Which pane an action of the keyboard means: the one with the focus, else the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radviewer.ui.canvas.image_view import ImageView

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow


def active_view(window: MainWindow) -> ImageView:
    """The pane with the keyboard, or the first one."""
    shown = [view for view in window.parts.grid.views if not view.isHidden()]
    focused = window.focusWidget()
    return next((view for view in shown if view is focused), shown[0])
