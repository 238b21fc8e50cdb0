"""`radviewer evaluate` and `radviewer compare` on the bright-quadrant detector, whose answers are known."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from radviewer.cli.main import run
from radviewer.core.labels import Label
from tests.helpers.packs import KEYS, quadrant_manifest, quadrant_pack, quadrant_picture
from tests.unit.training.test_data import write


@pytest.fixture
def data(tmp_path: Path) -> Path:
    root = tmp_path / "data"
    lines = ["file,site"]
    for index in range(48):
        noise = np.random.default_rng(index).integers(0, 40, (16, 16), dtype=np.uint8)
        write(root / KEYS[index % 4] / f"i{index}.png", quadrant_picture((index + (index >= 44)) % 4) // 2 + noise)
        lines.append(f"i{index}.png,{'hip' if index % 3 else 'knee'}")
    (tmp_path / "table.csv").write_text("\n".join(lines) + "\n")
    return root


@pytest.fixture
def pack(tmp_path: Path) -> str:
    return str(quadrant_pack(tmp_path / "quadrant"))


def test_figures_are_printed_and_written(
    pack: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "clean.txt").write_text("\n".join(f"{KEYS[index % 4]}/i{index}.png" for index in range(44)))
    train = tmp_path / "train"
    for key in KEYS:
        shutil.copytree(data / key, train / key, ignore=lambda _folder, names: [n for n in names if n > "i3"])
        write(train / key / "own.png", np.random.default_rng(99).integers(0, 255, (16, 16), dtype=np.uint8))
    options = ["--list", f"clean={tmp_path / 'clean.txt'}", "--train", str(train), "--table",
               str(tmp_path / "table.csv"), "--by", "site", "--robustness", "noise", "rotation"]  # fmt: skip
    files = ["--json", str(tmp_path / "e.json"), "--html", str(tmp_path / "e.html")]
    assert run(["evaluate", pack, str(data), *options, *files]) == 0
    out = capsys.readouterr().out
    assert "plain" in out
    assert f"{44 / 48:.4f}" in out
    values = json.loads((tmp_path / "e.json").read_text(), parse_constant=pytest.fail)
    sets = {item["figures"]["name"]: item for item in values["sets"]}
    assert sets["plain"]["figures"]["accuracy"] == 44 / 48
    assert sets["clean"]["figures"]["accuracy"] == 1.0
    assert sets["strict"]["figures"]["images"] < 48
    assert {group["value"] for group in sets["plain"]["subgroups"]} == {"hip", "knee"}
    assert [curve["kind"] for curve in values["robustness"]] == ["noise", "rotation"]
    page = (tmp_path / "e.html").read_text()
    for words in ("Evaluation report", "Reliability", "Operating points", "Subgroups", "Robustness", "<svg"):
        assert words in page
    assert "http://" not in page.replace("http://www.w3.org", "")


def test_a_class_folder_of_another_name_is_given(pack: str, data: Path) -> None:
    (data / KEYS[0]).rename(data / "other")
    assert run(["evaluate", pack, str(data)]) == 3
    assert run(["evaluate", pack, str(data), "--folder", f"{KEYS[0]}=other"]) == 0


@pytest.mark.parametrize(
    ("more", "status", "words"),
    [
        (["--batch", "0"], 2, "--batch"),
        (["--by", "site"], 2, "--table"),
        (["--folder", "nothing=x"], 2, "no label 'nothing'"),
        (["--recipe", "knee-custom-cnn"], 2, "labels"),
    ],
)
def test_wrong_options_are_answered_in_words(
    pack: str, data: Path, more: list[str], status: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["evaluate", pack, str(data), *more]) == status
    assert words in capsys.readouterr().err


def test_a_pack_compared_with_itself_differs_in_nothing(
    pack: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", pack, pack, str(data), "--json", str(tmp_path / "c.json")]) == 0
    values = json.loads((tmp_path / "c.json").read_text())
    assert values["calls"]["p"] == 1.0
    assert [area["difference"] for area in values["areas"]] == [0.0] * 4
    assert "McNemar" in capsys.readouterr().out


def test_packs_of_different_tasks_are_not_compared(
    pack: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = quadrant_manifest()
    labels = (*manifest.labels[:3], Label("elsewhere", "Elsewhere"))
    points = manifest.operating_points[:3]
    other = quadrant_pack(tmp_path / "other", replace(manifest, id="other", labels=labels, operating_points=points))
    assert run(["compare", pack, str(other), str(data)]) == 3
    assert "same labels" in capsys.readouterr().err
