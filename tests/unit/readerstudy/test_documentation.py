"""What docs/reader-study.md lists is what the code has."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from radviewer.readerstudy import plan, questions
from radviewer.readerstudy.exchange.rows import FIXED
from radviewer.readerstudy.schedule import ALGORITHM

ROOT = Path(__file__).resolve().parents[3]
TEXT = (ROOT / "docs/reader-study.md").read_text(encoding="utf-8")
TABLES = {
    "`[study]`": plan.StudyInfo, "`[design]`": plan.Design, "`[model]`": plan.Model, "`[[conditions]]`": plan.Condition,
    "`[[questions]]`": questions.Question, "`[[readers]]`": plan.Reader, "`[[cases]]`": plan.Case,
    "`truth` of a case": plan.Truth, "`ai` of a case": plan.AiFinding, "`[limits]`": plan.Limits,
    "`[viewing]`": plan.Viewing, "`[analysis]`": plan.AnalysisPlan,
}  # fmt: skip


@pytest.mark.parametrize("title", TABLES)
def test_every_key_of_the_plan_is_documented_and_no_other(title: str) -> None:
    row = next(line for line in TEXT.splitlines() if line.startswith(f"| {title} |")).split("|")[2]
    # Keys of tables inside a table are named in brackets.
    row = re.sub(r"\(each [^)]*\)", "", row)
    assert set(re.findall(r"`(\w+)`", row)) == {field.name for field in dataclasses.fields(TABLES[title])}


def test_every_design_is_documented() -> None:
    found = re.findall(r"^\| `([a-z-]+)` \|", TEXT.split("## Designs")[1].split("## The schedule")[0], re.M)
    assert sorted(found) == sorted(["kind", *(kind.value for kind in plan.DesignKind)])


def test_the_name_of_the_algorithm_and_the_commands_are_those_of_the_program() -> None:
    from radviewer.cli.study import _ACTIONS

    assert f"`{ALGORITHM}`" in TEXT
    assert {name for name in _ACTIONS if f"study {name}" not in TEXT} == set()
    assert {"sham", "ai_score", "ai_call"} <= set(FIXED)
