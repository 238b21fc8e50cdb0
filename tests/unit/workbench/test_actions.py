"""The table of actions and what the design promises of it."""

from __future__ import annotations

from pathlib import Path

from radviewer.workbench.actions import ACTIONS, Menu, action, keys_page
from radviewer.workbench.resources import resource

ROOT = Path(__file__).resolve().parents[3]

PROMISED = {
    "image.previous": "Up",
    "image.next": "Down",
    "image.first": "Home",
    "image.last": "End",
    "image.back_10": "Shift+Up",
    "image.forward_10": "Shift+Down",
    "series.previous": "PgUp",
    "series.next": "PgDown",
    "window.auto": "0",
    **{f"window.preset_{number}": str(number) for number in range(1, 9)},
    "window.invert": "I",
    "image.cine": "C",
    "view.fit": "=",
    "view.rotate_right": "R",
    "view.rotate_left": "L",
    "view.flip_horizontal": "H",
    "view.flip_vertical": "V",
    "view.one_to_one": "O",
    "overlay.toggle": "G",
    "overlay.peek": "Space",
    "overlay.next_label": "N",
    "overlay.previous_label": "Shift+N",
    "view.annotations": "T",
    "ai.cancel": "Esc",
    "view.left_dock": "F9",
    "view.right_dock": "F10",
    "view.full_screen": "F11",
    "help.palette": "Ctrl+K",
}


def test_every_promised_key_does_what_was_promised() -> None:
    assert {name: action(name).keys[0] for name in PROMISED} == PROMISED


def test_no_two_actions_share_a_key_but_for_the_double_press() -> None:
    keys = [key for item in ACTIONS if not item.twice for key in item.keys]
    assert len(keys) == len(set(keys))
    assert [item.id for item in ACTIONS if item.twice] == ["view.reset"]


def test_ids_are_unique_and_texts_are_complete() -> None:
    assert len({item.id for item in ACTIONS}) == len(ACTIONS)
    for item in ACTIONS:
        assert item.text and item.help.endswith("."), item.id
        if item.icon:
            resource(f"icons/{item.icon}.svg")


def test_toolbar_actions_have_icons_and_every_menu_has_actions() -> None:
    assert all(item.icon for item in ACTIONS if item.toolbar)
    assert {item.menu for item in ACTIONS} == set(Menu)


def test_the_page_of_keys_is_the_table() -> None:
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == keys_page()
