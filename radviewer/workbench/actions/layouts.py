"""Actions on layouts: grids of series, the active pane, links between panes, hanging, further windows."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu

GRIDS = ((1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (3, 3))  # (rows, columns) of Alt+1 to Alt+9


def _grids() -> tuple[Action, ...]:
    return tuple(
        Action(
            f"layout.{rows}x{columns}",
            f"{rows} \N{MULTIPLICATION SIGN} {columns}",
            f"{rows * columns} panes." if rows * columns > 1 else "One series in one pane.",
            Menu.LAYOUT,
            (f"Alt+{number}",),
        )
        for number, (rows, columns) in enumerate(GRIDS, 1)
    )


def _link(name: str, text: str, said: str, number: int) -> Action:
    return Action(f"link.{name}", text, said, Menu.LAYOUT, (f"Ctrl+{number}",), checkable=True, group=4)


LAYOUT_ACTIONS: tuple[Action, ...] = (
    *_grids(),
    Action(
        "layout.one",
        "Series",
        "The series as they are laid out, each with the chosen map.",
        Menu.LAYOUT,
        ("F2",),
        "layout-one",
        group=1,
    ),
    Action(
        "layout.linked",
        "Linked panes",
        "Original, Grad-CAM and the chosen method (else saliency) of the active pane, with one window and zoom.",
        Menu.LAYOUT,
        ("F3",),
        "layout-linked",
        group=1,
    ),
    Action(
        "layout.fill",
        "Maximise pane",
        "The active pane fills the window; again to go back.",
        Menu.LAYOUT,
        ("F4",),
        context=True,
        group=1,
    ),
    Action("layout.next", "Next pane", "Makes the next pane the active one.", Menu.LAYOUT, ("Ctrl+Tab",), group=2),
    Action(
        "layout.previous",
        "Previous pane",
        "Makes the pane before the active one.",
        Menu.LAYOUT,
        ("Ctrl+Shift+Tab",),
        group=2,
    ),
    Action("layout.left", "Pane to the left", "Goes to the left pane.", Menu.LAYOUT, ("Ctrl+Alt+Left",), group=2),
    Action("layout.right", "Pane to the right", "Goes to the right pane.", Menu.LAYOUT, ("Ctrl+Alt+Right",), group=2),
    Action("layout.up", "Pane above", "Goes to the pane above.", Menu.LAYOUT, ("Ctrl+Alt+Up",), group=2),
    Action("layout.down", "Pane below", "Goes to the pane below.", Menu.LAYOUT, ("Ctrl+Alt+Down",), group=2),
    Action("layout.even", "Even panes", "Gives all panes the same size.", Menu.LAYOUT, group=2),
    _link("position", "Scroll by position", "Panes of one frame of reference show the nearest slice.", 1),
    _link("offset", "Scroll by images", "Other panes scroll by as many images.", 2),
    _link("window", "Link window", "Panes of one modality have one window.", 3),
    _link("zoom", "Link zoom", "Panes show the patient in one size.", 4),
    _link("pan", "Link pan", "Panes show the same place.", 5),
    _link("cursor", "Link cursor", "The point under the mouse is shown in panes of one frame of reference.", 6),
    _link("lines", "Reference lines", "Shows where the active image cuts those of other panes.", 7),
    Action(
        "link.point",
        "Go to this point",
        "Scrolls the other panes to the slice nearest to the point under the mouse.",
        Menu.LAYOUT,
        ("J",),
        group=4,
    ),
)

HANG_ACTIONS: tuple[Action, ...] = (
    Action(
        "hang.apply",
        "Hang this study",
        "Lays the study out by the first hanging rule that fits it.",
        Menu.LAYOUT,
        ("Shift+H",),
        group=3,
    ),
    Action(
        "hang.auto",
        "Hang studies when they open",
        "Applies the hanging rules to a study that opens in an empty window.",
        Menu.LAYOUT,
        checkable=True,
        group=3,
    ),
    Action("hang.edit", "Show hanging rules", "Lists the rules and where yours are kept.", Menu.LAYOUT, group=3),
)

SCREEN_ACTIONS: tuple[Action, ...] = (
    Action(
        "screen.open",
        "Open in new window",
        "Shows the active pane's series in a window of its own, for another screen.",
        Menu.LAYOUT,
        ("Ctrl+N",),
        context=True,
        group=5,
    ),
    Action(
        "screen.next",
        "Move to next screen",
        "Moves the window in front to the next screen.",
        Menu.LAYOUT,
        ("Ctrl+Shift+M",),
        group=5,
    ),
)
