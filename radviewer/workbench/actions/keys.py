"""docs/keys.md, and how keys are written in it."""

from __future__ import annotations

from collections.abc import Callable

from radviewer.workbench.actions.entry import Action, Menu
from radviewer.workbench.actions.gestures import GESTURES
from radviewer.workbench.actions.table import ACTIONS

DOUBLE_PRESS_MS = 400  # R twice within this time resets


INTRODUCTION = "This page is made from the program's table of actions. `Ctrl+K` finds any action by its name."
TWICE = (
    "`R` twice within {milliseconds} ms resets: the second press takes the turn of the first one back. "
    "To turn by 180 degrees, press `Shift+R`, or `R` twice at leisure."
)


def keys_page() -> str:
    """docs/keys.md: all keys and gestures as Markdown, with the keys of a new installation."""
    return page(shown_keys, str, INTRODUCTION, TWICE.format(milliseconds=DOUBLE_PRESS_MS))


def page(keys: Callable[[Action], str], words: Callable[[str], str], introduction: str, end: str) -> str:
    """All keys and gestures as Markdown.

    Args:
        keys: The keys of an action, as they are shown.
        words: Translates a text.
        introduction: The first paragraph.
        end: The last paragraph.
    """
    lines = [f"# {words('Keys and mouse')}", "", introduction, "", f"## {words('Mouse on an image')}", ""]
    lines += [f"| {words('gesture')} | {words('what it does')} |", "|---|---|"]
    lines += [f"| {words(item.gesture)} | {words(item.text)} |" for item in GESTURES]
    head = f"| {words('action')} | {words('key')} | {words('what it does')} |"
    for menu in Menu:
        lines += ["", f"## {words(menu.value)}", "", head, "|---|---|---|"]
        lines += [
            f"| {words(item.text)} | {keys(item)} | {words(item.help)} |" for item in ACTIONS if item.menu is menu
        ]
    return "\n".join([*lines, "", end, ""])


def shown_keys(item: Action) -> str:
    """The keys of an action for a table: "`R` twice", "hold `Space`"; empty without keys."""
    keys = ", ".join(f"`{key}`" for key in item.keys)
    return f"hold {keys}" if item.held else f"{keys} twice" if item.twice else keys
