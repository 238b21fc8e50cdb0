"""The file of hanging rules: what a study has to have, which grid it gets, and what goes where.

The program's rules are in resources/hanging.toml; the user's own, in the same form, in hanging.toml in the settings
folder, and they come first. A misspelt key or an unknown window is an error that names the place, never a rule that
quietly does something else. The terms are those of the Hanging Protocol module (PS3.3 C.23), in a form for people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from radviewer.core.errors import InputProblem
from radviewer.core.image import Window
from radviewer.core.strict_tables import Strict
from radviewer.workbench.cells import MOST, Link
from radviewer.workbench.presets import presets
from radviewer.workbench.resources import resource

FILE_NAME = "hanging.toml"
_WIDTH_LEVEL = re.compile(r"^(\d+(?:\.\d+)?)/(-?\d+(?:\.\d+)?)$")


class Plane(StrEnum):
    """How the slices of a series lie, by their geometry, never by their name."""

    AXIAL = "axial"
    CORONAL = "coronal"
    SAGITTAL = "sagittal"


class Start(StrEnum):
    """Which image of a series is shown first."""

    FIRST = "first"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class PlaceRule:
    """What goes into one place of the grid; what is left out does not matter.

    Attributes:
        view: View Positions, one of which the image has.
        laterality: "R" or "L".
        description: A pattern (regular expression, any case) that is found in the series' description.
        plane: How its slices lie.
        body_part: Body Parts Examined, one of which the series has.
        nth: Which of the series or images that fit, from 1; the first from there on that no other place shows.
        least_images: Fewest images of its series; keeps localizers out.
        prior: Whether it comes from the patient's study before.
        optional: Whether the rule also fits if nothing is found for this place.
        again: Whether it may show what another place shows.
        window: A window preset of the modality by its name, or "width/level".
        start: Which image comes first.
    """

    view: tuple[str, ...] = ()
    laterality: str = ""
    description: str = ""
    plane: Plane | None = None
    body_part: tuple[str, ...] = ()
    nth: int = 1
    least_images: int = 1
    prior: bool = False
    optional: bool = False
    again: bool = False
    window: str = ""
    start: Start = Start.FIRST


@dataclass(frozen=True, slots=True)
class HangingRule:
    """One rule.

    Attributes:
        name: What it is called, for the list and for messages.
        rows: Of the grid.
        columns: Of the grid.
        cells: What goes where, row by row; further places stay empty.
        modality: One of which the series that are placed have; empty for any.
        study: A pattern that is found in the study's description; empty for any.
        least_series: Fewest series with images that the study has.
        most_series: Most series with images, or None.
        prior: Whether there has to be (true) or must not be (false) an earlier study; None if it does not matter.
        links: What is linked from then on; None leaves links as they are.
    """

    name: str
    rows: int
    columns: int
    cells: tuple[PlaceRule, ...]
    modality: tuple[str, ...] = ()
    study: str = ""
    least_series: int = 1
    most_series: int | None = None
    prior: bool | None = None
    links: tuple[Link, ...] | None = None


@dataclass(frozen=True, slots=True)
class HangingFile:
    """All rules of a file, the first that fits is used.

    Attributes:
        rule: The rules.
    """

    rule: tuple[HangingRule, ...] = ()


def parse_rules(text: str, name: str) -> tuple[HangingRule, ...]:
    """The rules of a TOML text.

    Args:
        text: The file's contents.
        name: The file's name, for messages.

    Raises:
        InputProblem: Something does not fit; says where and what was expected.
    """
    rules = Strict(InputProblem, name).parse(text, HangingFile).rule
    for rule in rules:
        _check(rule, name)
    return rules


def built_in_rules() -> tuple[HangingRule, ...]:
    """The program's own rules."""
    return parse_rules(resource(FILE_NAME).read_text(encoding="utf-8"), FILE_NAME)


def load_rules(path: Path) -> tuple[tuple[HangingRule, ...], str]:
    """The user's rules before the program's own, and a sentence where the user's file cannot be used."""
    own = built_in_rules()
    try:
        return (*parse_rules(path.read_text(encoding="utf-8"), path.name), *own), ""
    except FileNotFoundError:
        return own, ""
    except InputProblem as problem:
        return own, f"{problem.message} {problem.hint or ''}".strip() + " The program's own hanging rules are used."
    except (OSError, UnicodeDecodeError) as error:
        return own, f"Your hanging rules ({path.name}) cannot be read: {error}. The program's own are used."


def window_of(name: str, modalities: tuple[str, ...]) -> Window | None:
    """The window that a rule names; None if there is none of that name.

    Args:
        name: A preset's name, or "width/level".
        modalities: Whose presets are looked at; all if empty.
    """
    numbers = _WIDTH_LEVEL.match(name)
    if numbers is not None and float(numbers[1]) >= 1:
        return Window(float(numbers[2]), float(numbers[1]))
    known = presets()
    found = (item for modality in modalities or tuple(known) for item in known.get(modality, ()) if item.name == name)
    return next(found, None)


def _check(rule: HangingRule, file: str) -> None:
    where = f"{file}: the rule '{rule.name}'"
    if not (1 <= rule.rows <= MOST and 1 <= rule.columns <= MOST):
        raise InputProblem(
            f"{where} has {rule.rows} x {rule.columns} panes.", hint="A grid has 1 to 3 rows and columns."
        )
    if not 1 <= len(rule.cells) <= rule.rows * rule.columns:
        raise InputProblem(
            f"{where} has {len(rule.cells)} cells for {rule.rows} x {rule.columns} panes.",
            hint="Give at least one cell, and no more than there are panes.",
        )
    if all(cell.optional for cell in rule.cells):
        raise InputProblem(f"{where} fits every study.", hint="Leave out 'optional' in at least one cell.")
    for pattern in (rule.study, *(cell.description for cell in rule.cells)):
        try:
            re.compile(pattern)
        except re.error as error:
            raise InputProblem(
                f"{where} has the pattern '{pattern}', which is none: {error}.", hint="Write a regular expression."
            ) from error
    for cell in rule.cells:
        _check_cell(cell, rule, where)


def _check_cell(cell: PlaceRule, rule: HangingRule, where: str) -> None:
    if cell.laterality not in ("", "R", "L"):
        raise InputProblem(f"{where} has the laterality '{cell.laterality}'.", hint='It is "R" or "L".')
    if cell.nth < 1:
        raise InputProblem(f"{where} has nth = {cell.nth}.", hint="Counting starts at 1.")
    if cell.window and window_of(cell.window, rule.modality) is None:
        known = sorted({item.name for name in rule.modality for item in presets().get(name, ())})
        raise InputProblem(
            f"{where} names the window '{cell.window}', which no modality of the rule has.",
            hint=f'Write "width/level", or one of: {", ".join(known) or "none"}.',
        )
