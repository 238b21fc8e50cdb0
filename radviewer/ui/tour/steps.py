"""The steps of the tour: which part of the window each shows, and what it says. Two minutes for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow

Find = Callable[["MainWindow"], QWidget]


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        title: A few words.
        text: What the part is for. `{key}` is the key of `action_id`.
        find: The part of the window that it shows.
        action_id: The action that the text names the key of; empty for none.
        needs_image: Whether an image has to be open for it.
    """

    title: str
    text: str
    find: Find
    action_id: str = ""
    needs_image: bool = False


def _button(action_id: str) -> Find:
    """The toolbar's button of an action, or the toolbar where it has none."""

    def find(window: MainWindow) -> QWidget:
        buttons = window.parts.toolbar.findChildren(QWidget)
        return next((part for part in buttons if part.property("action_id") == action_id), window.parts.toolbar)

    return find


STEPS: tuple[Step, ...] = (
    Step(
        "The studies",
        "What is open, by patient, study and series. These are generated phantoms. Click a series to see it; your own "
        "studies come by dropping files or folders into the window.",
        lambda window: window.parts.browser,
    ),
    Step(
        "The image",
        "The wheel goes through the images. Drag with the left button for window and level, with the middle one to "
        "move the image, with the right one to zoom; a right click opens the menu.",
        lambda window: window.parts.pages,
        needs_image=True,
    ),
    Step(
        "Windows and presets",
        "The image's own windows and the presets of its modality. {key} sets a window over the values of this image.",
        _button("window.auto"),
        "window.auto",
        True,
    ),
    Step(
        "Findings",
        "Press Predict ({key}). Each label has its probability with its operating point; whether the image is of the "
        "kind that the model was made for is said first.",
        lambda window: window.parts.findings,
        "ai.predict",
        True,
    ),
    Step(
        "Maps",
        "A map shows what moved the score, not where disease is. {key} shows and hides it; held, the space bar shows "
        "the image without it.",
        lambda window: window.parts.overlay,
        "overlay.toggle",
        True,
    ),
    Step(
        "Every action by its name",
        "{key} finds any action: type a few letters, press Enter. All keys can be changed in 'Keys...' of the menu.",
        lambda window: window.parts.toolbar,
        "help.palette",
    ),
    Step(
        "What is said to you",
        "What runs and what went wrong is said at the bottom, with what to do about it. radviewer is for research "
        "only: its predictions and maps may be wrong.",
        lambda window: window.parts.status,
    ),
)
