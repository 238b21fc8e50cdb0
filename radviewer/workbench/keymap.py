"""Which keys do what: the defaults of the table of actions with the user's changes, in a small TOML file of their own.

A key belongs to one action at a time, so no press is ever ambiguous: a change that takes a key from another action
says so first. The file holds the changes only, so new defaults of a later version reach the user, except where they
would take a key that the user gave to something else. Keys are written as Qt writes them ("Ctrl+Shift+O").
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import tomli_w

from radviewer.core.errors import UnreadableFile
from radviewer.io.export import write_atomically
from radviewer.io.userdirs import make_private
from radviewer.workbench.actions import ACTIONS, Action

FILE_NAME = "keys.toml"
_TABLE = "keys"
_LONGEST = 40  # letters that a key's name may have in a file


def _defaults() -> dict[str, tuple[str, ...]]:
    return {item.id: default_keys(item) for item in ACTIONS}


def default_keys(item: Action) -> tuple[str, ...]:
    """The keys that an action has of its own; an action on a second press of another's key has none."""
    return () if item.twice else item.keys


@dataclass(frozen=True, slots=True)
class KeyMap:
    """The keys in force.

    Attributes:
        changes: Keys by action id, where they differ from the defaults; empty for an action without keys.
    """

    changes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def keys(self, action_id: str) -> tuple[str, ...]:
        """The keys of an action, the first is the one shown."""
        return self.changes[action_id] if action_id in self.changes else _defaults().get(action_id, ())

    def all(self) -> dict[str, tuple[str, ...]]:
        """The keys of every action."""
        return {**_defaults(), **self.changes}

    def is_changed(self, action_id: str) -> bool:
        """Whether the user gave the action other keys than the default ones."""
        return action_id in self.changes

    def owner(self, key: str) -> str | None:
        """The action that a key belongs to, or None for a free key."""
        wanted = key.casefold()
        hits = (name for name, keys in self.all().items() if wanted in (item.casefold() for item in keys))
        return next(hits, None)

    def with_keys(self, action_id: str, keys: Iterable[str]) -> KeyMap:
        """The map in which an action has these keys; who had one of them before loses it."""
        chosen = tuple(dict.fromkeys(keys))
        taken = {key.casefold() for key in chosen}
        after = {
            name: chosen if name == action_id else tuple(key for key in had if key.casefold() not in taken)
            for name, had in self.all().items()
        }
        return _only_changes(after)

    def reset(self, action_id: str) -> KeyMap:
        """The map in which an action has its default keys again; who took one of them loses it."""
        return self.with_keys(action_id, _defaults()[action_id])


def _only_changes(keys: Mapping[str, tuple[str, ...]]) -> KeyMap:
    defaults = _defaults()
    return KeyMap({name: had for name, had in keys.items() if had != defaults[name]})


def conflicts(keys: KeyMap) -> dict[str, tuple[str, ...]]:
    """Keys that more than one action has, with those actions; empty for a map that this module made."""
    owners: dict[str, list[str]] = {}
    for name, had in keys.all().items():
        for key in had:
            owners.setdefault(key.casefold(), []).append(name)
    return {key: tuple(names) for key, names in owners.items() if len(names) > 1}


def load(path: Path) -> tuple[KeyMap, tuple[str, ...]]:
    """Reads the user's keys; a missing file means the defaults.

    Returns:
        The map, and a sentence for everything in the file that could not be used.
    """
    try:
        return parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return KeyMap(), ()
    except (OSError, UnicodeDecodeError, UnreadableFile) as error:
        return KeyMap(), (f"The keys could not be read ({error}); the defaults are used.",)


def parse(text: str) -> tuple[KeyMap, tuple[str, ...]]:
    """Reads keys from the text of a file; the order of its lines does not matter.

    Raises:
        UnreadableFile: It is no file of keys.
    """
    try:
        table = tomllib.loads(text).get(_TABLE)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFile(f"The file of keys is damaged ({error}).", hint="Export the keys again.") from error
    if not isinstance(table, dict):
        raise UnreadableFile("The file has no [keys] in it.", hint="Choose a file that radviewer exported.")
    complaints = []
    wanted: dict[str, tuple[str, ...]] = {}
    known = _defaults()
    for name in sorted(table):
        keys = table[name]
        if name not in known:
            complaints.append(f"There is no action '{name}'; its keys were ignored.")
        elif not isinstance(keys, list) or not all(isinstance(key, str) and 0 < len(key) <= _LONGEST for key in keys):
            complaints.append(f"The keys of '{name}' must be a list of texts; they were ignored.")
        else:
            wanted[name] = tuple(dict.fromkeys(keys))
    return _joined(wanted, complaints), tuple(complaints)


def _joined(wanted: Mapping[str, tuple[str, ...]], complaints: list[str]) -> KeyMap:
    """The wishes over the defaults: a key that is wished for twice goes to the first, a default gives way."""
    owners: dict[str, str] = {}
    after: dict[str, tuple[str, ...]] = {}
    defaults = _defaults()
    for name, keys in (*wanted.items(), *((name, keys) for name, keys in defaults.items() if name not in wanted)):
        kept = tuple(key for key in keys if key.casefold() not in owners)
        for key in keys:
            other = owners.setdefault(key.casefold(), name)
            if other != name and name in wanted:
                complaints.append(f"The key {key} is that of '{other}' and of '{name}'; '{other}' keeps it.")
        after[name] = kept
    return _only_changes(after)


def text_of(keys: KeyMap) -> str:
    """The file's text."""
    return tomli_w.dumps({_TABLE: {name: list(had) for name, had in sorted(keys.changes.items())}})


def save(keys: KeyMap, path: Path) -> None:
    """Writes the user's keys, whole or not at all.

    Raises:
        InputProblem: The folder or the file cannot be written.
    """
    make_private(path.parent)
    write_atomically(path, text_of(keys).encode(), overwrite=True)
