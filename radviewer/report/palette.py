"""Colours of reports: a light theme for daylight and print, safe for colour-blind readers.

Text reaches 4.5 : 1 on white. Colour never carries a meaning alone: series also differ in marker and dash. Red
is kept for danger; harm is amber.
"""

from __future__ import annotations

from typing import NamedTuple

INK = "#1b1f23"
MUTED = "#57606a"
RULE = "#c4cad0"
GRID = "#e6e9ec"
PAPER = "#ffffff"
BAND = "#f5f7f9"
ACCENT = "#1f6fb5"
AMBER = "#a85b00"
GOOD = "#1f6fb5"


class Series(NamedTuple):
    """How one series is drawn."""

    colour: str
    marker: str
    dash: tuple[float, ...]
    filled: bool


# Unaided first, then the aided conditions.
SERIES: tuple[Series, ...] = (
    Series("#57606a", "circle", (4, 2.5), False),
    Series("#1f6fb5", "circle", (), True),
    Series("#7b4ea3", "square", (7, 2), True),
    Series("#0b7a5e", "triangle", (2, 2), True),
    Series("#8a5a00", "diamond", (9, 2, 2, 2), True),
)
AI = Series("#a85b00", "diamond", (1.5, 2), True)


def series(index: int) -> Series:
    """The look of the series with this number; they repeat after five."""
    return SERIES[index % len(SERIES)]
