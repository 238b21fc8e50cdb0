"""The style sheet keeps to the theme's table of colours, whose pairs are held to WCAG AA."""

from __future__ import annotations

import re

import pytest

from radviewer.ui.theme import TEXT_PAIRS, Theme, contrast
from radviewer.workbench.resources import resource
from radviewer.workbench.settings import ThemeName

STYLE = resource("themes/style.qss").read_text(encoding="utf-8")
RULES = re.findall(r"([^{}]+)\{([^{}]*)\}", STYLE)
EXEMPT = "text_off"  # what cannot be used now needs no contrast (WCAG 1.4.3)


def test_the_style_sheet_names_colours_of_the_table_only() -> None:
    assert re.findall(r"#[0-9A-Fa-f]{6}\b", STYLE) == []
    tokens = set(Theme(ThemeName.DARK).tokens)
    used = set(re.findall(r"\$([a-z_]+)", STYLE))
    assert {name for name in used if not name.startswith("icon_")} <= tokens


def test_both_themes_have_the_same_colours() -> None:
    assert set(Theme(ThemeName.DARK).tokens) == set(Theme(ThemeName.LIGHT).tokens)


def test_text_and_ground_of_every_rule_are_a_pair_that_is_held_to_contrast() -> None:
    pairs = set()
    for _selector, body in RULES:
        text = re.search(r"(?<![-\w])color:\s*\$(\w+)", body)
        ground = re.search(r"background:\s*\$(\w+)", body)
        if text and ground and text.group(1) != EXEMPT:
            pairs.add((text.group(1), ground.group(1)))
    assert pairs and pairs <= set(TEXT_PAIRS)


@pytest.mark.parametrize("name", list(ThemeName))
def test_every_pair_has_the_contrast_of_wcag_aa(name: ThemeName) -> None:
    theme = Theme(name)
    found = {pair: contrast(theme[pair[0]], theme[pair[1]]) for pair in TEXT_PAIRS}
    assert {pair: round(value, 2) for pair, value in found.items() if value < 4.5} == {}
