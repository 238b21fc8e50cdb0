"""docs/keys.md, and how keys are written in it."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu
from radviewer.workbench.actions.gestures import GESTURES
from radviewer.workbench.actions.table import ACTIONS

DOUBLE_PRESS_MS = 400  # R twice within this time resets


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
