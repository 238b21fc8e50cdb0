"""`radviewer models` as scripts use it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from radviewer.cli.main import run
from radviewer.inference import integrity, packing
from radviewer.inference.registry import read_pack, user_folder
from tests.helpers.packs import KEYS, quadrant_pack


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    quadrant_pack(tmp_path / "packs" / "quadrant")
    monkeypatch.setenv("RADVIEWER_MODELS", str(tmp_path / "packs"))
    return tmp_path / "packs"


def named(objects: list[dict[str, object]], name: str) -> dict[str, object]:
    return next(item for item in objects if Path(str(item["folder"])).name == name)


def test_list_names_sound_packs_and_the_reasons_of_refused_ones(
    packs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (packs / "torn").mkdir()
    (packs / "torn" / "weights.pt").write_bytes(b"x")
    assert run(["models", "list"]) == 3
    captured = capsys.readouterr()
    assert "quadrant" in captured.out
    assert "Bright-quadrant detector" in captured.out
    assert "refused" in captured.out
    assert "pickle" in captured.err


def test_list_as_json(packs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["models", "list", "--format", "json"]) == 0
    entry = named(json.loads(capsys.readouterr().out), "quadrant")
    assert entry == {
        "id": "quadrant",
        "version": "1.0.0",
        "title": "Bright-quadrant detector",
        "labels": list(KEYS),
        "origin": "RADVIEWER_MODELS",
        "folder": str(packs / "quadrant"),
        "error": None,
    }


def test_show_prints_facts_and_card(packs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["models", "show", "quadrant"]) == 0
    text = capsys.readouterr().out
    for words in ("Tests of the program", "16 x 16", "upper-left (Upper left)", "# Bright-quadrant detector"):
        assert words in text
    assert run(["models", "show", "quadrant", "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["manifest"]["weights"]["sha256"] == read_pack(packs / "quadrant").manifest.weights.sha256
    assert shown["card"].startswith("# Bright")


def test_show_of_an_unknown_model_is_refused_with_the_known_ones(
    packs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["models", "show", "nothing"]) == 3
    assert "quadrant" in capsys.readouterr().err


def test_check_passes_a_sound_pack(packs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["models", "check", "quadrant", "--format", "json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)
    assert result["passed"] is True
    assert result["cases"] == 4
    assert result["largest_difference"] <= result["tolerance"] == 1e-4


def test_check_fails_an_altered_pack_and_says_which_file(packs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = packs / "quadrant" / packing.WEIGHTS_FILE
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    assert run(["models", "check", "quadrant"]) == 3
    assert packing.WEIGHTS_FILE in capsys.readouterr().err
    assert run(["models", "check", "--format", "json"]) == 3
    result = named(json.loads(capsys.readouterr().out), "quadrant")
    assert result["passed"] is False
    assert result["cases"] is None


def test_check_fails_a_pack_whose_numbers_differ_from_its_golden_cases(
    packs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = packs / "quadrant" / "checks" / "cases.toml"
    text = cases.read_text().replace("0.9", "0.8", 1)
    cases.write_text(text)
    integrity.write_sums(packs / "quadrant")
    assert run(["models", "check", "quadrant"]) == 3
    captured = capsys.readouterr()
    assert "failed" in captured.out
    assert "golden cases differ" in captured.err


def test_install_and_what_it_refuses(packs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["models", "install", str(packs / "quadrant")]) == 0
    assert str(user_folder() / "quadrant") in capsys.readouterr().out
    assert run(["models", "install", str(packs / "quadrant")]) == 3
    assert run(["models", "install", str(tmp_path / "nowhere")]) == 3
    assert "nowhere" in capsys.readouterr().err


def test_a_zip_is_installed_and_a_pack_with_other_scores_is_not(
    packs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.make_archive(str(tmp_path / "quadrant"), "zip", packs, "quadrant")
    cases = packs / "quadrant" / "checks" / "cases.toml"
    cases.write_text(cases.read_text(encoding="utf-8").replace("0.9", "0.1"), encoding="utf-8")
    integrity.write_sums(packs / "quadrant")
    assert run(["models", "install", str(packs / "quadrant")]) == 3
    assert "golden cases" in capsys.readouterr().err
    assert not (user_folder() / "quadrant").exists()
    assert run(["models", "install", str(tmp_path / "quadrant.zip")]) == 0
    assert "Installed quadrant 1.0.0" in capsys.readouterr().out
    assert read_pack(user_folder() / "quadrant").manifest.id == "quadrant"


def test_wrong_usage_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["models"]) == 2
    assert run(["models", "remove", "x"]) == 2
    assert "usage" in capsys.readouterr().err
