"""`radviewer report` as its user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from radviewer.cli.main import run
from tests.helpers.reads import simulated_study, write_study


def study(folder: Path) -> Path:
    return write_study(folder / "reads.csv", simulated_study())


def test_it_writes_all_three_files_and_names_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    arguments = ["report", str(study(tmp_path)), "--out", str(out), "--replicates", "100", "--date", "2026-11-21"]
    assert run(arguments) == 0
    assert sorted(p.name for p in out.iterdir()) == ["report.html", "report.json", "report.pdf"]
    assert capsys.readouterr().out.split() == [str(out / f"report.{kind}") for kind in ("html", "pdf", "json")]
    before = {p.name: p.read_bytes() for p in out.iterdir()}
    assert run(arguments) == 0
    assert {p.name: p.read_bytes() for p in out.iterdir()} == before


def test_one_format_writes_one_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(["report", str(study(tmp_path)), "--out", str(out), "--format", "json", "--replicates", "100"]) == 0
    assert [p.name for p in out.iterdir()] == ["report.json"]
    assert json.loads((out / "report.json").read_text(encoding="utf-8"))["schema"] == "radviewer-study-report/1"


@pytest.mark.parametrize(
    ("extra", "status"),
    [
        (["--date", "yesterday"], 2), (["--alpha", "2"], 2), (["--rating", "nothing"], 2), (["--replicates", "3"], 2),
        (["--unaided", "nobody"], 2), (["--rating-range", "5"], 2),
    ],
)  # fmt: skip
def test_wrong_options_end_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], extra: list[str], status: int
) -> None:
    assert run(["report", str(study(tmp_path)), "--out", str(tmp_path / "out"), *extra]) == status
    assert capsys.readouterr().err.startswith("radviewer: ")
    assert not (tmp_path / "out").exists()


def test_a_missing_table_or_metadata_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", str(tmp_path / "none.csv"), "--out", str(tmp_path)]) == 3
    assert "none.csv" in capsys.readouterr().err
    table = str(study(tmp_path))
    assert run(["report", table, "--meta", str(tmp_path / "none.toml"), "--out", str(tmp_path)]) == 3
    assert "none.toml" in capsys.readouterr().err
