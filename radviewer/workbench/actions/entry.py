"""What an action and a gesture are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Menu(StrEnum):
    """Menus in the order of the menu bar."""

    FILE = "File"
    IMAGE = "Image"
    WINDOW = "Window/level"
    VIEW = "View"
    LAYOUT = "Layout"
    MEASURE = "Measure"
    AI = "AI"
    STUDY = "Reader study"
    HELP = "Help"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user can do.

    Attributes:
        id: Stable name.
        text: In menus and the palette.
        help: One sentence.
        menu: Where it is found.
        keys: Shortcuts, the first is shown; empty for none.
        icon: Name of an SVG in resources/icons without its ending; empty for none.
        toolbar: Whether the toolbar has it.
        context: Whether the image's context menu has it.
        checkable: Whether it is on or off.
        held: Whether it lasts as long as its key is down.
        twice: Whether its key, which is that of another action, has to be pressed twice quickly.
        group: Actions of one menu with different groups are separated by a line.
    """

    id: str
    text: str
    help: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    toolbar: bool = False
    context: bool = False
    checkable: bool = False
    held: bool = False
    twice: bool = False
    group: int = 0


@dataclass(frozen=True, slots=True)
class Gesture:
    """What the mouse does on an image."""

    gesture: str
    text: str
