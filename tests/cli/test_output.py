"""How commands print."""

from __future__ import annotations

import pytest

from radviewer.cli.output import as_csv, as_json, as_table
from radviewer.cli.truth import wilson


def test_json_never_holds_a_number_that_is_none() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        as_json({"p": float("nan")})


def test_formulas_in_csv_are_inert() -> None:
    assert as_csv(["a"], [["=HYPERLINK(1)"], ["-1+2"], [-1.5], [None]]) == "a\n'=HYPERLINK(1)\n'-1+2\n-1.5\n\"\"\n"


def test_control_characters_of_a_file_name_do_not_reach_the_terminal() -> None:
    text = as_table(["image"], [["a\x1b[2Jb\u202egnp.exe"]])
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\x1b[2Jb\\u202e" in text


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    # Newcombe, Statistics in Medicine 1998, table I, method 3 (the score method without continuity correction).
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval_has_the_published_values(successes: int, trials: int, low: float, high: float) -> None:
    assert wilson(successes, trials) == pytest.approx((low, high), abs=5e-5)
