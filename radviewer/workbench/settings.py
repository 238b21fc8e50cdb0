"""What is kept between starts: one frozen value in one TOML file in the user's configuration folder.

The file is written beside its place and moved there, so a crash leaves the old or the new one, never half of one. An
entry that is missing, unknown or of the wrong type falls back to its default and is told. No patient data and no path
of an opened file is kept here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, get_type_hints

import tomli_w

from radviewer.core.colormaps import ColorMap
from radviewer.core.explanation import Method
from radviewer.core.overlay import DrawMode, OverlayStyle, ScaleMode, ThresholdMode
from radviewer.io.export import write_atomically
from radviewer.io.userdirs import make_private
from radviewer.workbench.state import DisplayState, Layout, OverlayWish

FILE_NAME = "settings.toml"


class ThemeName(StrEnum):
    """The themes that come with the program."""

    DARK = "dark"
    LIGHT = "light"


class LanguageChoice(StrEnum):
    """The language of the window; SYSTEM is that of the desktop where there is a catalogue for it."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


@dataclass(frozen=True, slots=True)
class Settings:
    """The kept wishes.

    Attributes:
        notice_accepted: Whether the research-use notice was accepted.
        theme: Colours of the window.
        model_id: The chosen model; empty for the first there is.
        auto_predict: Whether an image is predicted as soon as it is shown.
        prefetch: Whether images that are likely to be shown next are predicted ahead.
        layout: One pane or linked panes.
        annotations: Whether texts are drawn on images.
        overlay_visible: Whether maps are drawn.
        method: The map of the single pane.
        opacity: Of maps, 0 to 1.
        threshold: Of maps, 0 to 1.
        threshold_by: What the threshold of maps counts.
        color_map: Of maps.
        scale: Of maps.
        draw: Of maps.
        native_grid: Of maps.
        cine_rate: Images a second.
        window_geometry: Place of the window, as Qt writes it, in base64.
        window_layout: Place of the docks, likewise.
        language: Of the window.
        recover: Whether what is open is noted, so that it can come back after the program ended unexpectedly.
        reopen: Whether what was open at the end is opened again at the start.
        tour_offered: Whether the tour was offered once.
        hang_studies: Whether a study that opens in an empty window is laid out by the hanging rules.
    """

    notice_accepted: bool = False
    theme: ThemeName = ThemeName.DARK
    model_id: str = ""
    auto_predict: bool = True
    prefetch: bool = True
    layout: Layout = Layout.ONE
    annotations: bool = True
    overlay_visible: bool = True
    method: Method = Method.GRADCAM
    opacity: float = 0.5
    threshold: float = 0.25
    threshold_by: ThresholdMode = ThresholdMode.VALUE
    color_map: ColorMap = ColorMap.INFERNO
    scale: ScaleMode = ScaleMode.ABSOLUTE
    draw: DrawMode = DrawMode.FILL
    native_grid: bool = False
    cine_rate: float = 10.0
    window_geometry: str = ""
    window_layout: str = ""
    language: LanguageChoice = LanguageChoice.SYSTEM
    recover: bool = True
    reopen: bool = False
    tour_offered: bool = False
    hang_studies: bool = True


# Lowest and highest value of every number; the dialog's fields keep to them too.
RANGES: dict[str, tuple[float, float]] = {"opacity": (0.0, 1.0), "threshold": (0.0, 1.0), "cine_rate": (0.5, 60.0)}


def load(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Reads the settings.

    Args:
        path: The file; it need not exist.

    Returns:
        The settings, and a sentence for everything in the file that could not be used.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Settings(), (f"The settings could not be read ({error}); the defaults are used.",)
    hints = get_type_hints(Settings)
    values: dict[str, Any] = {}
    complaints = []
    for name, raw in table.items():
        if name not in hints:
            complaints.append(f"The settings have an unknown entry '{name}'; it was ignored.")
            continue
        try:
            values[name] = converted(name, raw, hints[name])
        except ValueError as error:
            complaints.append(f"The setting '{name}' cannot be {raw!r} ({error}); its default is used.")
    return Settings(**values), tuple(complaints)


def save(settings: Settings, path: Path) -> None:
    """Writes the settings, whole or not at all.

    Raises:
        InputProblem: The folder or the file cannot be written.
    """
    make_private(path.parent)
    table = {item.name: _plain(getattr(settings, item.name)) for item in fields(settings)}
    write_atomically(path, tomli_w.dumps(table).encode(), overwrite=True)


def to_state(settings: Settings) -> DisplayState:
    """The state to start with."""
    style = OverlayStyle(
        settings.opacity,
        settings.threshold,
        settings.color_map,
        settings.scale,
        settings.draw,
        settings.native_grid,
        settings.threshold_by,
    )
    return DisplayState(
        layout=settings.layout,
        overlay=OverlayWish(settings.overlay_visible, settings.method, None, style),
        annotations=settings.annotations,
        model_id=settings.model_id or None,
        auto_predict=settings.auto_predict,
    )


def from_state(state: DisplayState) -> dict[str, Any]:
    """The entries of `Settings` that follow the state, for `dataclasses.replace`."""
    style = state.overlay.style
    return {
        "layout": state.layout,
        "annotations": state.annotations,
        "overlay_visible": state.overlay.visible,
        "method": state.overlay.method,
        "model_id": state.model_id or "",
        "auto_predict": state.auto_predict,
        "opacity": style.opacity,
        "threshold": style.threshold,
        "threshold_by": style.threshold_by,
        "color_map": style.color_map,
        "scale": style.scale,
        "draw": style.draw,
        "native_grid": style.native_grid,
    }


def changed(state: DisplayState, old: Settings, new: Settings) -> dict[str, Any]:
    """What new settings change in the state, for `ViewerState.wish`; empty where the state has no part in it.

    Args:
        state: The wishes in force.
        old: The settings that match them.
        new: The settings to follow.
    """
    before, after = to_state(old), to_state(new)
    names = [item.name for item in fields(DisplayState) if getattr(before, item.name) != getattr(after, item.name)]
    changes = {name: getattr(after, name) for name in names}
    if "overlay" in changes:
        changes["overlay"] = replace(changes["overlay"], label_key=state.overlay.label_key)
    return changes


def converted(name: str, raw: object, kind: type) -> object:
    """A plain value as the field `name` of `Settings` has it.

    Raises:
        ValueError: It cannot be that field's; the text says why.
    """
    if issubclass(kind, StrEnum):
        return kind(str(raw))
    if kind in (int, float) and isinstance(raw, int if kind is int else int | float) and not isinstance(raw, bool):
        low, high = RANGES[name]
        if not low <= raw <= high:
            raise ValueError(f"it must be from {low:g} to {high:g}")
        return kind(raw)
    if kind not in (int, float) and type(raw) is kind:
        return raw
    raise ValueError(f"it must be a {kind.__name__}")


def _plain(value: object) -> object:
    return value.value if isinstance(value, StrEnum) else value
