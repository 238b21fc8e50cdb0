"""How something joins a pane without the pane knowing it: as a layer over the image, or as a pointer for the mouse.

Measurements and the magnifier are layers. A pointer is asked before the pane's own gestures; what it takes, they do not
see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QMouseEvent

from radviewer.workbench.scene import PaneScene
from radviewer.workbench.viewing import Placement

if TYPE_CHECKING:
    from radviewer.ui.canvas.image_view import ImageView


class PaneLayer(Protocol):
    """Something drawn over a pane, in its logical pixels."""

    def follow(self, scene: PaneScene, placement: Placement | None, size: tuple[float, float]) -> None:
        """Takes what the pane shows now; called after every change of it, so it has to be cheap.

        Args:
            scene: What is shown.
            placement: Where the image lies in the pane; None without one.
            size: (width, height) of the pane.
        """


class Pointer(Protocol):
    """Something that takes the mouse on panes."""

    def press(self, view: ImageView, event: QMouseEvent) -> bool:
        """A button went down; returns whether this and what follows until the release is taken."""

    def move(self, view: ImageView, event: QMouseEvent) -> bool:
        """The mouse moved; returns whether it is taken."""

    def release(self, view: ImageView, event: QMouseEvent) -> None:
        """The button of a taken press went up."""

    def double_click(self, view: ImageView, event: QMouseEvent) -> bool:
        """A double click; returns whether it is taken."""

    def leave(self, view: ImageView) -> None:
        """The mouse left the pane."""
