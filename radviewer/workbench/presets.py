"""Window presets for each modality, read from `resources/presets/windows.toml` (CT values: common practice)."""

from __future__ import annotations

import tomllib
from functools import cache

from radviewer.core.errors import InternalError
from radviewer.core.image import Image, Window
from radviewer.workbench.resources import resource

PRESET_KEYS = 8


@cache
def presets() -> dict[str, tuple[Window, ...]]:
    """All presets by modality."""
    text = resource("presets/windows.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    try:
        return {
            modality: tuple(Window(float(e["center"]), float(e["width"]), name=str(e["name"])) for e in entries)
            for modality, entries in table.items()
        }
    except (KeyError, TypeError, ValueError) as error:
        raise InternalError(f"The window presets in windows.toml are malformed: {error}.") from error


def window_choices(image: Image) -> tuple[Window, ...]:
    """What the keys 1 to 8 stand for: the header's own windows first, then the presets of the modality."""
    own = tuple(
        voi if voi.name else Window(voi.center, voi.width, voi.function, f"DICOM {number}")
        for number, voi in enumerate(image.voi, 1)
        if isinstance(voi, Window)
    )
    return (own + presets().get(image.facts.modality, ()))[:PRESET_KEYS]
