"""The one table of settings that users can change: the settings window, its search and its help come from it.

A new setting needs a field with its default in `settings.Settings` (a number also its range in `RANGES`) and one
entry here; the field's type chooses the control. A field that users do not change here is named in `KEPT_SILENTLY`.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from typing import Any, get_type_hints

from radviewer.core.colormaps import ColorMap
from radviewer.core.explanation import METHOD_NAMES
from radviewer.core.overlay import DrawMode, ScaleMode, ThresholdMode
from radviewer.workbench.settings import RANGES, LanguageChoice, Settings, ThemeName, converted
from radviewer.workbench.state import Layout


class Section(StrEnum):
    """Sections of the settings window, in their order."""

    LOOK = "Look and language"
    READING = "Reading"
    AI = "Predictions"
    OVERLAY = "Maps"
    SAFETY = "Privacy and recovery"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        name: The field of `Settings`.
        section: Where it is found.
        title: Beside its control.
        help: One sentence.
        choices: What each value of a closed choice is called.
        step: By how much the arrows of a number go.
        unit: Behind a number.
        words: More words that the search finds it by.
    """

    name: str
    section: Section
    title: str
    help: str
    choices: dict[Any, str] = field(default_factory=dict)
    step: float = 1.0
    unit: str = ""
    words: str = ""

    @property
    def kind(self) -> type:
        """The type of its value."""
        return _HINTS[self.name]

    @property
    def default(self) -> object:
        """Its value in a new installation."""
        return _DEFAULTS[self.name]

    @property
    def range(self) -> tuple[float, float] | None:
        """Lowest and highest value of a number."""
        return RANGES.get(self.name)

    def checked(self, value: object) -> object:
        """The value as the settings have it.

        Raises:
            ValueError: It cannot be this setting's; the text says why.
        """
        return converted(self.name, value, self.kind)

    def spoken(self, value: object) -> str:
        """A value as people say it, in English: "On", "0.50", "Inferno"."""
        if isinstance(value, bool):
            return "On" if value else "Off"
        if value in self.choices:
            return self.choices[value]
        if isinstance(value, float):
            return f"{value:g}{' ' + self.unit if self.unit else ''}"
        return str(value) or "None"


# Places of the window, answers given once, and what is chosen where it is used.
KEPT_SILENTLY = frozenset({"notice_accepted", "tour_offered", "window_geometry", "window_layout", "model_id"})

_HINTS: dict[str, type] = get_type_hints(Settings)
_DEFAULTS = {item.name: item.default for item in fields(Settings) if item.default is not MISSING}

SETTINGS: tuple[Setting, ...] = (
    Setting(
        "language",
        Section.LOOK,
        "Language",
        "The language of all that the window says; the command line, logs, exports and reports stay in English.",
        {
            LanguageChoice.SYSTEM: "As the desktop",
            LanguageChoice.ENGLISH: "English",
            LanguageChoice.GERMAN: "Deutsch",
        },
        words="sprache deutsch german english",
    ),
    Setting(
        "theme",
        Section.LOOK,
        "Colours",
        "Dark for the reading room, light for daylight; the ground behind the image is always dark.",
        {ThemeName.DARK: "Dark", ThemeName.LIGHT: "Light"},
        words="theme dark light bright",
    ),
    Setting(
        "layout",
        Section.READING,
        "Panes at the start",
        "One pane, or the original beside its maps with one cursor, window and zoom.",
        {Layout.ONE: "One pane", Layout.LINKED: "Linked panes"},
        words="layout",
    ),
    Setting(
        "annotations",
        Section.READING,
        "Texts on the image",
        "Corner text, letters of the patient's sides and the scale bar.",
        words="annotations corner orientation",
    ),
    Setting(
        "cine_rate",
        Section.READING,
        "Cine",
        "How fast cine runs through a series.",
        step=1.0,
        unit="images/s",
        words="speed rate frames",
    ),
    Setting(
        "hang_studies",
        Section.READING,
        "Hang studies when they open",
        "Lays a study that opens in an empty window out by the first hanging rule that fits it.",
        words="hanging protocol rules grid panes",
    ),
    Setting(
        "auto_predict",
        Section.AI,
        "Predict each image shown",
        "Runs the chosen model by itself on an image that stays on the screen.",
        words="automatic",
    ),
    Setting(
        "prefetch",
        Section.AI,
        "Predict ahead",
        "While nothing else is asked, predicts the next images and cases, so that they come with their scores.",
        words="prefetch background next case",
    ),
    Setting(
        "overlay_visible",
        Section.OVERLAY,
        "Maps on the image",
        "Whether maps are drawn; one key shows and hides them.",
        words="overlay heat map",
    ),
    Setting(
        "method",
        Section.OVERLAY,
        "Method",
        "How the map of a single pane is computed.",
        dict(METHOD_NAMES),
        words="grad-cam saliency explanation",
    ),
    Setting(
        "opacity", Section.OVERLAY, "Opacity", "How strongly a map covers the image.", step=0.05, words="transparency"
    ),
    Setting("threshold", Section.OVERLAY, "Threshold", "The part of a map below this value is left out.", step=0.05),
    Setting(
        "threshold_by",
        Section.OVERLAY,
        "Threshold by",
        "By value: a share of the colour scale; by area: the share of the image that is left out, 0.9 for the "
        "strongest tenth.",
        {ThresholdMode.VALUE: "By value", ThresholdMode.QUANTILE: "By area"},
        words="quantile percentile",
    ),
    Setting(
        "color_map",
        Section.OVERLAY,
        "Colour map",
        "Inferno, Viridis and Cividis are perceptually even and safe for colour-blind readers.",
        {item: item.value.title() for item in ColorMap},
        words="colours",
    ),
    Setting(
        "scale",
        Section.OVERLAY,
        "Scale",
        "Absolute gives a colour the same meaning in every case; the image's maximum stretches each map to its own.",
        {
            ScaleMode.ABSOLUTE: "Absolute",
            ScaleMode.IMAGE_MAXIMUM: "Image maximum",
            ScaleMode.PROBABILITY: "Probability",
        },
    ),
    Setting(
        "draw",
        Section.OVERLAY,
        "Drawn as",
        "A filled map, or only the border of its lit part.",
        {DrawMode.FILL: "Fill", DrawMode.CONTOUR: "Contour"},
    ),
    Setting(
        "native_grid",
        Section.OVERLAY,
        "Model's own grid",
        "Draws the cells as the model has them, so that nobody takes interpolation for precision.",
        words="interpolation",
    ),
    Setting(
        "recover",
        Section.SAFETY,
        "Offer to restore after a crash",
        "Notes which files are open, for your eyes only, until the program is closed; they come back after a crash.",
        words="session crash recovery restore",
    ),
    Setting(
        "reopen",
        Section.SAFETY,
        "Reopen at the start what was open",
        "Opens the studies of the last session as they were: panes, further windows, windows and zoom.",
        words="session restore start windows screens",
    ),
)


def setting(name: str) -> Setting:
    """The entry of a field."""
    return next(item for item in SETTINGS if item.name == name)
