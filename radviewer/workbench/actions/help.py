"""Actions that help."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu

HELP_ACTIONS: tuple[Action, ...] = (
    Action("help.palette", "Find any action...", "Searches all actions.", Menu.HELP, ("Ctrl+K",), "search"),
    Action("help.keys", "Keys and mouse", "Lists keys and gestures.", Menu.HELP, ("F1",)),
    Action("help.tour", "Tour", "Shows the parts of the window one after the other, on phantoms.", Menu.HELP),
    Action(
        "help.logs", "Open the log folder", "Logs and crash reports; no patient is named in them.", Menu.HELP, group=1
    ),
    Action(
        "help.support",
        "Save a report for support...",
        "Versions, settings, logs and crash reports in one file, without identifiers.",
        Menu.HELP,
        group=1,
    ),
    Action("help.about", "About radviewer", "Version, licence and intended use.", Menu.HELP, group=2),
)
