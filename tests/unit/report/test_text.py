"""Text from outside is inert, and numbers are written in one way."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radviewer.report.pdf_fonts import printable, register
from radviewer.report.text import MINUS, NBSP, degrees, inert, interval, number, p_value, typographic


@given(st.text())
def test_no_hidden_character_survives(text: str) -> None:
    shown = inert(text)
    assert not any(
        ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202a\u202b\u202d\u202e\u2066\u2067\u200b" for c in shown
    )
    assert len(shown) <= 400


@given(st.text(max_size=60))
def test_the_pdf_gets_only_characters_that_its_font_has(text: str) -> None:
    assert {ord(c) for c in printable(text)} <= register()


def test_direction_marks_and_control_characters_are_shown_as_escapes() -> None:
    assert inert("a\x07b\u202ec") == "a\\x07b\\u202ec"
    assert inert("line\nbreak\ttab") == "line break tab"


@pytest.mark.parametrize(
    ("value", "digits", "sign", "expected"),
    [(0.12345, 3, False, "0.123"), (-0.5, 2, False, f"{MINUS}0.50"), (0.5, 1, True, "+0.5"),
     (-0.0004, 3, True, "0.000"), (None, 2, False, "–"), (math.nan, 2, False, "–"), (math.inf, 2, False, "–")],
)  # fmt: skip
def test_numbers_have_fixed_decimals_a_true_minus_and_no_signed_zero(
    value: float | None, digits: int, sign: bool, expected: str
) -> None:
    assert number(value, digits, sign=sign) == expected


def test_intervals_p_values_and_degrees_of_freedom() -> None:
    assert interval((-0.1, 0.2), 2, sign=True) == f"{MINUS}0.10 to +0.20"
    assert interval(None) == "–"
    assert [p_value(p) for p in (None, 0.0004, 0.0123)] == ["–", "< 0.001", "0.012"]
    assert [degrees(df) for df in (None, math.inf, 12.34)] == ["∞", "∞", "12.3"]


def test_units_stay_with_their_number_and_hyphens_stay_hyphens() -> None:
    shown = typographic("rose by -3.2 (95 % CI -4 to -1; p = 0.02), 95% of DECIDE-AI, 2026-11-21, 0-100")
    assert shown == (
        f"rose by {MINUS}3.2 (95{NBSP}%{NBSP}CI {MINUS}4 to {MINUS}1; p{NBSP}={NBSP}0.02), 95{NBSP}% of DECIDE-AI, "
        "2026-11-21, 0-100"
    )
