"""The one table of actions: menus, toolbar, context menu, command palette, shortcuts and docs/keys.md come from it.

Defaults follow the consensus of OHIF, Weasis, 3D Slicer and Orthanc Stone. A key is written as Qt writes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

DOUBLE_PRESS_MS = 400  # R twice within this time resets


class Menu(StrEnum):
    """Menus in the order of the menu bar."""

    FILE = "File"
    IMAGE = "Image"
    WINDOW = "Window/level"
    VIEW = "View"
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


GESTURES: tuple[Gesture, ...] = (
    Gesture("Left drag", "Window/level: right widens, down darkens"),
    Gesture("Shift + left drag", "Window/level in fine steps"),
    Gesture("Ctrl + left drag", "Window/level in coarse steps"),
    Gesture("Middle drag", "Pan"),
    Gesture("Right drag", "Zoom: up enlarges"),
    Gesture("Right click", "Context menu"),
    Gesture("Wheel", "Previous or next image"),
    Gesture("Ctrl + wheel", "Zoom at the cursor"),
    Gesture("Double click", "Fit the image to its pane"),
)


def _presets() -> tuple[Action, ...]:
    return tuple(
        Action(
            f"window.preset_{number}",
            f"Window {number}",
            f"Applies window {number}: the image's own DICOM windows first, then the presets of its modality.",
            Menu.WINDOW,
            (str(number),),
            group=1,
        )
        for number in range(1, 9)
    )


ACTIONS: tuple[Action, ...] = (
    Action("file.open", "Open files...", "Opens image files.", Menu.FILE, ("Ctrl+O",), "open-file", toolbar=True),
    Action(
        "file.open_folder",
        "Open folder...",
        "Opens all studies in a folder.",
        Menu.FILE,
        ("Ctrl+Shift+O",),
        "open-folder",
        toolbar=True,
    ),
    Action(
        "file.sample", "Open the sample study", "Opens generated phantoms and example files.", Menu.FILE, icon="sample"
    ),
    Action("file.close_all", "Close all studies", "Empties the browser; no file is touched.", Menu.FILE, ("Ctrl+W",)),
    Action("file.quit", "Quit", "Closes the program.", Menu.FILE, ("Ctrl+Q",), group=1),
    Action("image.previous", "Previous image", "Shows the image before.", Menu.IMAGE, ("Up",)),
    Action("image.next", "Next image", "Shows the image after.", Menu.IMAGE, ("Down",)),
    Action("image.back_10", "Back 10 images", "Goes ten images back.", Menu.IMAGE, ("Shift+Up",)),
    Action("image.forward_10", "Forward 10 images", "Goes ten images on.", Menu.IMAGE, ("Shift+Down",)),
    Action("image.first", "First image", "Shows the first image of the series.", Menu.IMAGE, ("Home",)),
    Action("image.last", "Last image", "Shows the last image of the series.", Menu.IMAGE, ("End",)),
    Action("series.previous", "Previous series", "Shows the series before.", Menu.IMAGE, ("PgUp",), group=1),
    Action("series.next", "Next series", "Shows the series after.", Menu.IMAGE, ("PgDown",), group=1),
    Action(
        "image.cine",
        "Cine",
        "Runs through the series; again to stop.",
        Menu.IMAGE,
        ("C",),
        "cine",
        toolbar=True,
        checkable=True,
        group=2,
    ),
    Action(
        "window.default",
        "Default window",
        "The image's own first window, or its full range.",
        Menu.WINDOW,
        context=True,
    ),
    Action(
        "window.auto",
        "Auto window",
        "A window over the middle 99 % of the values.",
        Menu.WINDOW,
        ("0",),
        "window-auto",
        toolbar=True,
        context=True,
    ),
    *_presets(),
    Action(
        "window.invert",
        "Invert",
        "Exchanges black and white.",
        Menu.WINDOW,
        ("I",),
        "invert",
        toolbar=True,
        context=True,
        checkable=True,
        group=2,
    ),
    Action(
        "view.fit",
        "Fit",
        "The whole image, as large as its pane allows.",
        Menu.VIEW,
        ("=",),
        "fit",
        toolbar=True,
        context=True,
    ),
    Action(
        "view.one_to_one",
        "1:1",
        "One image pixel on one pixel of the screen.",
        Menu.VIEW,
        ("O",),
        "one-to-one",
        toolbar=True,
        context=True,
    ),
    Action(
        "view.rotate_right",
        "Rotate right",
        "Turns by 90 degrees to the right. Pressed twice quickly, R resets the view instead.",
        Menu.VIEW,
        ("R",),
        "rotate-right",
        toolbar=True,
        context=True,
        group=1,
    ),
    Action(
        "view.rotate_left",
        "Rotate left",
        "Turns by 90 degrees to the left.",
        Menu.VIEW,
        ("L",),
        "rotate-left",
        toolbar=True,
        context=True,
        group=1,
    ),
    Action("view.rotate_180", "Rotate by 180\N{DEGREE SIGN}", "Turns upside down.", Menu.VIEW, ("Shift+R",), group=1),
    Action(
        "view.flip_horizontal",
        "Flip left to right",
        "Mirrors the image; the letters at its edges follow.",
        Menu.VIEW,
        ("H",),
        "flip-horizontal",
        toolbar=True,
        context=True,
        group=1,
    ),
    Action(
        "view.flip_vertical",
        "Flip top to bottom",
        "Mirrors the image upside down; the letters follow.",
        Menu.VIEW,
        ("V",),
        "flip-vertical",
        toolbar=True,
        context=True,
        group=1,
    ),
    Action(
        "view.reset",
        "Reset view",
        "Window, polarity, rotation, zoom and pan as at first.",
        Menu.VIEW,
        ("R",),
        "reset",
        twice=True,
        toolbar=True,
        context=True,
        group=1,
    ),
    Action("layout.one", "One pane", "One pane with the chosen map.", Menu.VIEW, ("F2",), "layout-one", group=2),
    Action(
        "layout.linked",
        "Linked panes",
        "Original, Grad-CAM and the chosen method (else saliency) side by side, with one cursor, window and zoom.",
        Menu.VIEW,
        ("F3",),
        "layout-linked",
        group=2,
    ),
    Action(
        "view.annotations",
        "Annotations",
        "Corner text, orientation letters and scale bar.",
        Menu.VIEW,
        ("T",),
        "annotations",
        toolbar=True,
        context=True,
        checkable=True,
        group=3,
    ),
    Action("view.left_dock", "Studies", "Shows or hides the studies.", Menu.VIEW, ("F9",), checkable=True, group=4),
    Action(
        "view.right_dock",
        "Findings and overlay",
        "Shows or hides the panels.",
        Menu.VIEW,
        ("F10",),
        checkable=True,
        group=4,
    ),
    Action("view.full_screen", "Full screen", "The whole screen.", Menu.VIEW, ("F11",), checkable=True, group=4),
    Action("view.theme", "Light theme", "Light colours, for daylight.", Menu.VIEW, checkable=True, group=4),
    Action("ai.predict", "Predict", "Runs the chosen model on this image.", Menu.AI, ("P",), "predict", context=True),
    Action(
        "ai.auto_predict",
        "Predict automatically",
        "Runs the chosen model on every image that is shown.",
        Menu.AI,
        checkable=True,
    ),
    Action("ai.cancel", "Cancel", "Stops what runs: inference first, then opening and cine.", Menu.AI, ("Esc",)),
    Action(
        "overlay.toggle",
        "Overlay",
        "Shows or hides the maps.",
        Menu.AI,
        ("G",),
        "overlay",
        toolbar=True,
        context=True,
        checkable=True,
        group=1,
    ),
    Action(
        "overlay.peek",
        "Peek",
        "While the key is down, hides a shown map and shows a hidden one.",
        Menu.AI,
        ("Space",),
        held=True,
        group=1,
    ),
    Action("overlay.next_label", "Next label's map", "Explains the next label.", Menu.AI, ("N",), group=1),
    Action(
        "overlay.previous_label", "Previous label's map", "Explains the label before.", Menu.AI, ("Shift+N",), group=1
    ),
    Action(
        "overlay.next_method",
        "Next method's map",
        "The next explanation method in the single pane.",
        Menu.AI,
        ("M",),
        group=1,
    ),
    Action(
        "study.statistics",
        "Statistics...",
        "Results of a reader study from its table of reads, live while readers read.",
        Menu.STUDY,
        ("Ctrl+Shift+S",),
    ),
    Action("help.palette", "Find any action...", "Searches all actions.", Menu.HELP, ("Ctrl+K",), "search"),
    Action("help.keys", "Keys and mouse", "Lists keys and gestures.", Menu.HELP, ("F1",)),
    Action("help.about", "About radviewer", "Version, licence and intended use.", Menu.HELP),
)


def action(action_id: str) -> Action:
    """The action of an id."""
    return next(item for item in ACTIONS if item.id == action_id)


def keys_page() -> str:
    """docs/keys.md: all keys and gestures as Markdown."""
    lines = [
        "# Keys and mouse",
        "",
        "This page is made from the program's table of actions. `Ctrl+K` finds any action by its name.",
        "",
        "## Mouse on an image",
        "",
        "| gesture | what it does |",
        "|---|---|",
        *(f"| {item.gesture} | {item.text} |" for item in GESTURES),
    ]
    for menu in Menu:
        lines += ["", f"## {menu.value}", "", "| action | key | what it does |", "|---|---|---|"]
        lines += [f"| {item.text} | {shown_keys(item)} | {item.help} |" for item in ACTIONS if item.menu is menu]
    lines += [
        "",
        f"`R` twice within {DOUBLE_PRESS_MS} ms resets: the second press takes the turn of the first one back. "
        "To turn by 180 degrees, press `Shift+R`, or `R` twice at leisure.",
        "",
    ]
    return "\n".join(lines)


def shown_keys(item: Action) -> str:
    """The keys of an action for a table: "`R` twice", "hold `Space`"; empty without keys."""
    keys = ", ".join(f"`{key}`" for key in item.keys)
    return f"hold {keys}" if item.held else f"{keys} twice" if item.twice else keys
