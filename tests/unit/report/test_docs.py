"""The page on reports names what the program reads, and its example works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from radviewer.report.study.metadata import KEYS, read_metadata
from tests.helpers.reads import simulated_study, write_study
from tests.helpers.shared import ROOT

PAGE = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("section", ["study", "model", "audit"])
def test_the_page_lists_exactly_the_known_keys(section: str) -> None:
    listed = re.search(rf"^Keys of `\[{section}\]`: (.*?)\.$", PAGE, re.MULTILINE | re.DOTALL)
    assert listed is not None
    assert re.findall(r"`(\w+)`", listed[1]) == list(KEYS[section])


def test_the_example_metadata_are_accepted() -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    found = read_metadata(example[1].encode())
    assert found.audit.verified is True and found.number("noninferiority_margin") == 0.05


def test_the_example_program_writes_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_study(Path("reads.csv"), simulated_study())
    example = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    exec(example[1], {})
    assert "Diagnostic accuracy" in Path("report.html").read_text(encoding="utf-8")
