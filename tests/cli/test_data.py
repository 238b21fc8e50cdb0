"""`radviewer data check` as scripts use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from radviewer.cli.main import run
from tests.unit.training.test_data import smooth, write


@pytest.fixture
def images(tmp_path: Path) -> Path:
    for label, start in (("ill", 0), ("well", 100)):
        for index in range(6):
            write(tmp_path / "set" / label / f"{index}.png", smooth(start + index))
    write(tmp_path / "set" / "well" / "copy.png", smooth(2))
    return tmp_path / "set"


def test_check_prints_what_it_found(images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "report.html"
    assert run(["data", "check", str(images), "--html", str(page)]) == 0
    printed = capsys.readouterr().out
    assert "1 pairs of copies have different labels" in printed
    assert "A linear model of the picture at 8 x 8 grey levels" in printed
    assert page.read_text().count("<figure>") == 1
    assert run(["data", "check", str(images), "--format", "json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert values["images"] == 13
    assert [(pair["first"], pair["second"]) for pair in values["conflicts"]] == [("ill/2.png", "well/copy.png")]


def test_refused_files_end_with_3_and_nothing_to_check_too(
    images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (images / "ill" / "torn.png").write_bytes(b"\x89PNG\r\n\x1a\n torn")
    assert run(["data", "check", str(images)]) == 3
    assert "torn.png" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert run(["data", "check", str(tmp_path / "empty")]) == 3
    assert run(["data"]) == 2
