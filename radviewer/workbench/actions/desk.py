"""Actions on the program itself: settings, keys, and moving about with the keyboard alone."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu

DESK_FILE_ACTIONS: tuple[Action, ...] = (
    Action(
        "file.export",
        "Export the view...",
        "The chosen pane or all panes as PNG, TIFF, PDF or DICOM, with the research-use mark.",
        Menu.FILE,
        ("Ctrl+E",),
        "export",
        context=True,
        group=1,
    ),
    Action("file.copy_view", "Copy the view", "Puts a picture of the pane on the clipboard.", Menu.FILE, group=1),
    Action("file.print", "Print the view...", "Prints all panes.", Menu.FILE, ("Ctrl+P",), group=1),
    Action("file.settings", "Settings...", "All settings, with a search.", Menu.FILE, ("Ctrl+,",), "settings", group=2),
    Action("file.shortcuts", "Keys...", "Shows and changes the keys of all actions.", Menu.FILE, group=2),
)

DESK_VIEW_ACTIONS: tuple[Action, ...] = (
    Action("view.zoom_in", "Zoom in", "Enlarges the image.", Menu.VIEW, ("+",), group=1),
    Action("view.zoom_out", "Zoom out", "Makes the image smaller.", Menu.VIEW, ("-",), group=1),
    Action("view.pan_left", "Move the image left", "Shows what is at the right.", Menu.VIEW, ("Alt+Left",), group=1),
    Action("view.pan_right", "Move the image right", "Shows what is at the left.", Menu.VIEW, ("Alt+Right",), group=1),
    Action("view.pan_up", "Move the image up", "Shows what is below.", Menu.VIEW, ("Alt+Up",), group=1),
    Action("view.pan_down", "Move the image down", "Shows what is above.", Menu.VIEW, ("Alt+Down",), group=1),
    Action("view.context_menu", "Menu of the image", "Opens the image's menu.", Menu.VIEW, ("Shift+F10",), group=4),
    Action("view.next_area", "Next area", "Takes the keyboard to the next panel.", Menu.VIEW, ("F6",), group=4),
    Action(
        "view.previous_area",
        "Previous area",
        "Takes the keyboard to the panel before.",
        Menu.VIEW,
        ("Shift+F6",),
        group=4,
    ),
)

DESK_WINDOW_ACTIONS: tuple[Action, ...] = (
    Action("window.wider", "Wider window", "Less contrast.", Menu.WINDOW, ("Shift+Right",), group=2),
    Action("window.narrower", "Narrower window", "More contrast.", Menu.WINDOW, ("Shift+Left",), group=2),
    Action("window.brighter", "Brighter", "Lowers the level.", Menu.WINDOW, ("Ctrl+Up",), group=2),
    Action("window.darker", "Darker", "Raises the level.", Menu.WINDOW, ("Ctrl+Down",), group=2),
)
