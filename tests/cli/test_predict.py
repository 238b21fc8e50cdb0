"""`radviewer predict` as scripts use it: exact JSON, refusals, exit statuses, accuracy from folder names."""

from __future__ import annotations

import csv
import io
import json
import math
from pathlib import Path

import numpy as np
import pytest

from radviewer.cli.main import run
from radviewer.core.image import ImageRef
from radviewer.io.export import write_png
from radviewer.io.phantom_files import write_brain_mr
from radviewer.io.reader import read_image
from radviewer.workbench.pipeline import run as run_pipeline
from radviewer.workbench.requests import AssistRequest
from radviewer.workbench.services import Services
from tests.helpers.packs import KEYS, quadrant_pack, quadrant_picture


@pytest.fixture(autouse=True)
def quadrant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quadrant_pack(tmp_path / "packs" / "quadrant")
    monkeypatch.setenv("RADVIEWER_MODELS", str(tmp_path / "packs"))


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Eight pictures in folders that are named by their true label; two lie in the wrong folder."""
    folder = tmp_path / "pictures"
    for index, key in enumerate(KEYS):
        (folder / key).mkdir(parents=True)
        write_png(folder / key / "right.png", quadrant_picture(index, 48))
        write_png(folder / key / "other.png", quadrant_picture(index if index > 1 else 3, 32))
    return folder


def json_of(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return json.loads(capsys.readouterr().out)


def test_json_has_one_object_for_each_image_with_the_agreed_fields(
    pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["predict", str(pictures), "--model", "quadrant", "--format", "json"]) == 0
    objects = json_of(capsys)
    assert len(objects) == 8
    first = objects[0]
    assert set(first) >= {"path", "frame", "model", "device", "scores", "top", "error"}
    assert first["model"] == {"id": "quadrant", "version": "1.0.0"}
    assert first["frame"] == 0
    assert first["error"] is None
    scores = first["scores"]
    assert isinstance(scores, list)
    assert [score["label"] for score in scores] == list(KEYS)
    assert all(set(score) == {"label", "probability", "logit", "calibrated"} for score in scores)
    assert math.isclose(sum(score["probability"] for score in scores), 1, abs_tol=1e-9)


def test_the_command_gives_the_very_numbers_of_the_pipeline_that_the_window_runs(
    pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["predict", str(pictures), "--model", "quadrant", "--format", "json"]) == 0
    services = Services()
    for found in json_of(capsys):
        ref = ImageRef(Path(str(found["path"])))
        prediction = run_pipeline(AssistRequest(ref, "quadrant", methods=()), services).prediction
        assert isinstance(found["scores"], list)
        assert [s["logit"] for s in found["scores"]] == [s.logit for s in prediction.scores]
        assert [s["probability"] for s in found["scores"]] == [s.probability for s in prediction.scores]


def test_refused_inputs_are_listed_and_the_rest_is_done(pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pictures / "renamed.dcm").write_text("this is text")
    (pictures / "cut.png").write_bytes((pictures / KEYS[0] / "right.png").read_bytes()[:60])
    write_png(pictures / "flat.png", np.full((40, 40), 90, dtype=np.uint8))
    arguments = ["predict", str(pictures), str(pictures / "missing.png"), "--model", "quadrant", "--format", "json"]
    assert run(arguments) == 3
    captured = capsys.readouterr()
    objects = json.loads(captured.out)
    failed = {Path(item["path"]).name: item["error"] for item in objects if item["error"]}
    assert set(failed) == {"renamed.dcm", "cut.png", "flat.png", "missing.png"}
    assert sum(item["error"] is None for item in objects) == 8
    for name, error in failed.items():
        assert set(error) == {"kind", "message", "hint"}
        assert error["message"]
        assert error["hint"]
        assert name in captured.err
    assert "Traceback" not in captured.err


def test_accuracy_is_computed_from_folder_names(pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["predict", str(pictures), "--model", "quadrant", "--truth-from-folders"]) == 0
    assert "accuracy 0.7500 (6 of 8)" in capsys.readouterr().out


def test_folders_that_are_no_labels_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "odd").mkdir()
    write_png(tmp_path / "odd" / "a.png", quadrant_picture(0))
    assert run(["predict", str(tmp_path / "odd"), "--model", "quadrant", "--truth-from-folders"]) == 2
    message = capsys.readouterr().err
    assert "odd" in message
    assert KEYS[0] in message


def test_csv_has_a_row_for_each_image_and_cells_that_no_spreadsheet_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    write_png(folder / "=1+1.png", quadrant_picture(1))
    out = tmp_path / "scores.csv"
    assert run(["predict", str(folder), "--model", "quadrant", "--format", "csv", "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    (row,) = csv.DictReader(io.StringIO(out.read_text()))
    assert row["top"] == KEYS[1]
    assert float(row[f"probability_{KEYS[1]}"]) > 0.9


def test_a_batch_gives_the_same_calls(pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["predict", str(pictures), "--model", "quadrant", "--format", "json", "--batch", "5"]) == 0
    batched = json_of(capsys)
    assert run(["predict", str(pictures), "--model", "quadrant", "--format", "json"]) == 0
    for one, many in zip(json_of(capsys), batched, strict=True):
        assert one["path"] == many["path"]
        for a, b in zip(one["scores"], many["scores"], strict=True):
            assert a["probability"] == pytest.approx(b["probability"], abs=1e-6)


def test_dicom_and_png_of_the_same_picture_have_the_same_scores(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from radviewer.core.grayscale import display_values

    path = write_brain_mr(tmp_path / "mr", size=64, slices=3)[1]
    copy = tmp_path / "copy.png"
    write_png(copy, display_values(read_image(ImageRef(path))))
    assert run(["predict", str(path), str(copy), "--model", "quadrant", "--format", "json"]) == 0
    dicom, png = json_of(capsys)
    for a, b in zip(dicom["scores"], png["scores"], strict=True):
        assert a["logit"] == pytest.approx(b["logit"], abs=1e-6)


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["--model", "nope"], 3, "Known models are"),
        (["--model", "quadrant", "--batch", "0"], 2, "1 or more"),
        (["--model", "quadrant", "--device", "tpu"], 2, "invalid choice"),
        ([], 2, "--model"),
    ],
)
def test_wrong_usage_is_a_sentence_and_a_status(
    pictures: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, words: str
) -> None:
    assert run(["predict", str(pictures), *arguments]) == status
    message = capsys.readouterr().err
    assert words in message
    assert "Traceback" not in message


def test_an_empty_folder_is_refused_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run(["predict", str(empty), "--model", "quadrant"]) == 3
    assert "the folder is empty" in capsys.readouterr().err


def test_weights_with_one_flipped_bit_are_refused_before_anything_is_predicted(
    tmp_path: Path, pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    weights = tmp_path / "packs" / "quadrant" / "weights.safetensors"
    data = bytearray(weights.read_bytes())
    data[-3] ^= 4
    weights.write_bytes(data)
    assert run(["predict", str(pictures), "--model", "quadrant"]) == 3
    captured = capsys.readouterr()
    assert "weights.safetensors" in captured.err
    assert captured.out == ""
