"""Actions that help."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu

HELP_ACTIONS: tuple[Action, ...] = (
    Action("help.palette", "Find any action...", "Searches all actions.", Menu.HELP, ("Ctrl+K",), "search"),
    Action("help.keys", "Keys and mouse", "Lists keys and gestures.", Menu.HELP, ("F1",)),
    Action("help.about", "About radviewer", "Version, licence and intended use.", Menu.HELP),
)
