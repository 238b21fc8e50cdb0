"""Mutants of valid files: each is shown or refused in words; none kills, hangs or surprises the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.fuzz import outcomes


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_a_hundred_mutants_are_shown_or_refused_in_words(tmp_path: Path, seed: int) -> None:
    wrong = [outcome for outcome, _ in outcomes(100, 1000 + seed, tmp_path) if outcome not in ("shown", "refused")]
    assert not wrong
