"""Window presets for each modality: the program's own, and in their place those of the user.

The program's are in `resources/presets/windows.toml` (CT values: common practice). The user's are in `windows.toml` in
the settings folder, in the same form; a modality that is there replaces the program's presets of it.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import tomli_w

from radviewer.core.errors import InternalError
from radviewer.core.image import Image, VoiFunction, Window
from radviewer.io.export import write_atomically
from radviewer.io.userdirs import make_private
from radviewer.workbench.resources import resource

PRESET_KEYS = 8
FILE_NAME = "windows.toml"
Presets = Mapping[str, tuple[Window, ...]]

_user: dict[str, tuple[Window, ...]] = {}  # of the program as a whole, as the resources are


@cache
def built_in() -> Presets:
    """The program's own presets by modality."""
    try:
        return _parsed(resource("presets/windows.toml").read_text(encoding="utf-8"))
    except ValueError as error:
        raise InternalError(f"The window presets in windows.toml are malformed: {error}.") from error


def presets() -> Presets:
    """The presets in force by modality."""
    return {**built_in(), **_user}


def use_presets(user: Presets) -> None:
    """Puts the user's presets in force, in place of those that were."""
    _user.clear()
    _user.update(user)


def load_presets(path: Path) -> tuple[Presets, str]:
    """The user's presets, and a sentence where their file cannot be used; both empty without a file."""
    try:
        return _parsed(path.read_text(encoding="utf-8")), ""
    except FileNotFoundError:
        return {}, ""
    except (OSError, ValueError) as error:
        return {}, f"Your window presets ({path.name}) cannot be used: {error}. The program's own are used."


def save_presets(path: Path, user: Presets) -> None:
    """Writes the user's presets, whole or not at all.

    Raises:
        InputProblem: The folder or the file cannot be written.
    """
    make_private(path.parent)
    table = {
        modality: [
            {"name": item.name, "center": item.center, "width": item.width, "function": item.function.value}
            for item in windows
        ]
        for modality, windows in user.items()
    }
    write_atomically(path, tomli_w.dumps(table).encode(), overwrite=True)


def _parsed(text: str) -> dict[str, tuple[Window, ...]]:
    """Presets of a TOML text.

    Raises:
        ValueError: It is not TOML, or an entry is no window.
    """
    table = tomllib.loads(text)
    if not all(isinstance(entries, list) for entries in table.values()):
        raise ValueError("windows are written as [[MODALITY]] tables")
    return {modality: tuple(_window(modality, entry) for entry in entries) for modality, entries in table.items()}


def _window(modality: str, entry: Any) -> Window:
    try:
        function = VoiFunction(entry.get("function", VoiFunction.LINEAR))
        made = Window(float(entry["center"]), float(entry["width"]), function, str(entry["name"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"a window of {modality} lacks its name, center or width") from error
    least = made.width >= 1 if made.function is VoiFunction.LINEAR else made.width > 0
    if not (math.isfinite(made.center) and math.isfinite(made.width) and least):
        raise ValueError(f"the window '{made.name}' of {modality} has a width that cannot be")
    return made


def window_choices(image: Image) -> tuple[Window, ...]:
    """What the keys 1 to 8 stand for: the header's own windows first, then the presets of the modality."""
    own = tuple(
        voi if voi.name else Window(voi.center, voi.width, voi.function, f"DICOM {number}")
        for number, voi in enumerate(image.voi, 1)
        if isinstance(voi, Window)
    )
    return (own + presets().get(image.facts.modality, ()))[:PRESET_KEYS]
