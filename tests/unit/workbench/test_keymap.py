"""Keys that users change: one owner for each key, nothing lost, files that cannot do harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radviewer.core.errors import UnreadableFile
from radviewer.workbench.actions import ACTIONS, action
from radviewer.workbench.keymap import KeyMap, conflicts, default_keys, load, parse, save, text_of

IDS = [item.id for item in ACTIONS]
KEYS = ["G", "g", "Up", "Ctrl+K", "F7", "Ctrl+Alt+9", "R"]


def test_no_key_of_the_defaults_belongs_to_two_actions() -> None:
    assert conflicts(KeyMap()) == {}


def test_an_action_on_a_second_press_has_no_key_of_its_own() -> None:
    assert default_keys(action("view.reset")) == () and KeyMap().owner("R") == "view.rotate_right"


@given(st.lists(st.tuples(st.sampled_from(IDS), st.lists(st.sampled_from(KEYS), max_size=3)), max_size=12))
def test_whatever_is_changed_each_key_has_one_owner(changes: list[tuple[str, list[str]]]) -> None:
    keys = KeyMap()
    for name, wanted in changes:
        keys = keys.with_keys(name, wanted)
        assert keys.keys(name) == tuple(dict.fromkeys(wanted))
    assert {key: names for key, names in conflicts(keys).items() if len(set(names)) > 1} == {}
    assert parse(text_of(keys))[0].all() == keys.all()


def test_a_key_that_is_taken_leaves_its_former_action() -> None:
    keys = KeyMap().with_keys("overlay.toggle", ["P"])
    assert keys.keys("overlay.toggle") == ("P",) and keys.keys("ai.predict") == ()
    back = keys.reset("ai.predict")
    assert back.keys("ai.predict") == ("P",) and back.keys("overlay.toggle") == ()
    assert back.reset("overlay.toggle") == KeyMap()


def test_only_changes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "config" / "keys.toml"
    save(KeyMap().with_keys("view.fit", ["F5", "="]), path)
    assert path.read_text().count("view.fit") == 1 and "overlay.toggle" not in path.read_text()
    assert load(path) == (KeyMap({"view.fit": ("F5", "=")}), ())


def test_a_new_default_gives_way_to_a_key_that_the_user_gave_to_something_else() -> None:
    keys, complaints = parse('[keys]\n"view.fit" = ["G"]\n')
    assert keys.keys("view.fit") == ("G",) and keys.keys("overlay.toggle") == () and complaints == ()


def test_what_cannot_be_used_is_named_and_the_rest_is_kept() -> None:
    keys, complaints = parse(
        '[keys]\n"no.such" = ["A"]\n"view.fit" = "F7"\n"ai.predict" = ["F7"]\n"overlay.toggle" = ["F7"]\n'
    )
    assert keys.keys("ai.predict") == ("F7",) and keys.keys("overlay.toggle") == ()
    assert len(complaints) == 3 and "'no.such'" in complaints[0] and "'ai.predict' keeps it" in complaints[2]


@pytest.mark.parametrize("text", ["not toml at all =", "other = 1", "keys = 3"])
def test_a_file_that_is_none_of_keys_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFile):
        parse(text)


def test_a_missing_file_means_the_defaults_and_a_damaged_one_is_told(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == (KeyMap(), ())
    (tmp_path / "keys.toml").write_bytes(b"\xff\xfe")
    keys, complaints = load(tmp_path / "keys.toml")
    assert keys == KeyMap() and len(complaints) == 1
