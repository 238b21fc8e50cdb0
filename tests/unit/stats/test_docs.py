"""The pages on statistics: every Python example runs and prints what the page says, every page is complete."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.shared import ROOT

PAGES = sorted((ROOT / "docs" / "statistics").glob("*.md"))
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
METHOD_PAGES = {
    "agreement.md",
    "calibration.md",
    "uptake.md",
    "bootstrap.md",
    "covariances.md",
    "dbm.md",
    "delong.md",
    "endpoints.md",
    "location.md",
    "nested_designs.md",
    "non_inferiority.md",
    "obuchowski_rockette.md",
    "roc_and_auc.md",
    "sample_size.md",
    "standalone.md",
    "u_statistics.md",
}


def blocks(page: Path) -> list[str]:
    return BLOCK.findall(page.read_text(encoding="utf-8"))


def run_block(source: str, names: dict[str, Any], where: str) -> None:
    """Sessions with >>> must print what is written below them; plain code must run, its asserts must hold."""
    if ">>>" not in source:
        exec(compile(source, where, "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(source, names, where, where, 0)
    report: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS)
    runner.run(test, out=report.append, clear_globs=False)
    assert runner.failures == 0, "".join(report)
    names.update(test.globs)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_example_on_the_page_runs(page: Path):
    names: dict[str, Any] = {}
    for index, source in enumerate(blocks(page)):
        run_block(source, names, f"{page.name} block {index + 1}")


@pytest.mark.parametrize("name", sorted(METHOD_PAGES))
def test_a_method_has_its_formula_source_assumptions_and_worked_example(name: str):
    page = ROOT / "docs" / "statistics" / name
    text = page.read_text(encoding="utf-8")
    for heading in ("## Formula", "## Assumptions", "## Worked example", "## Source"):
        assert f"\n{heading}" in text, f"{name} lacks {heading}"
    assert blocks(page), f"{name} has no example"
    assert all(">>>" in block or "assert" in block for block in blocks(page))


def test_a_wrong_example_is_noticed():
    with pytest.raises(AssertionError, match="Expected"):
        run_block(">>> 1 + 1\n3\n", {}, "wrong")
