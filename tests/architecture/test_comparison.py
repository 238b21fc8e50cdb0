"""Each "yes" of docs/comparison.md names a test that exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| |")
]
TESTS = {
    name
    for path in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)\(", path.read_text(encoding="utf-8"), re.MULTILINE)
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_we_say_of_ourselves_is_shown_by_a_test(row: list[str]) -> None:
    assert len(row) == 8
    assert all(cell in {"yes", "no", "part"} for cell in row[1:7])
    if row[1] == "yes":
        name = row[7].strip("`")
        assert name in TESTS, f"{row[0]}: there is no {name}"
