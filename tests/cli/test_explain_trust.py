"""`radviewer explain` with its checks and exports: every method by one command, trust cards, NIfTI and DICOM."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pydicom
import pytest

from radviewer.cli.main import run
from radviewer.core.explanation import Method
from radviewer.io.export import write_png
from radviewer.io.phantom_files import write_brain_mr
from tests.helpers.packs import KEYS, quadrant_pack, quadrant_picture


@pytest.fixture(autouse=True)
def quadrant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quadrant_pack(tmp_path / "packs" / "quadrant")
    monkeypatch.setenv("RADVIEWER_MODELS", str(tmp_path / "packs"))
    for index in (1, 2):
        (tmp_path / "pictures").mkdir(exist_ok=True)
        write_png(tmp_path / "pictures" / f"p{index}.png", quadrant_picture(index, 32))


def explain(tmp_path: Path, *words: str, method: str = "gradcam") -> int:
    return run(["explain", "--model", "quadrant", "--method", method, "--out", str(tmp_path / "out"), *words])


def facts(tmp_path: Path, name: str) -> dict[str, object]:
    return json.loads((tmp_path / "out" / name).read_text())


@pytest.mark.parametrize("method", [m for m in Method if m not in {Method.GRADCAM, Method.SALIENCY}])
def test_every_method_is_offered_and_says_that_its_scale_is_the_maps_own_maximum(
    tmp_path: Path, method: Method
) -> None:
    assert explain(tmp_path, str(tmp_path / "pictures" / "p1.png"), method=method.value) == 0
    found = facts(tmp_path, f"p1.{method.value}.{KEYS[1]}.json")
    assert found["map"]["reference"] is None
    assert found["overlay"]["scale"] == "image maximum"
    assert "no reference for this method" in found["overlay"]["scale_note"]
    assert found["map"]["peak"]["row"] < 16 <= found["map"]["peak"]["column"]


def test_trust_writes_a_card_for_each_map_a_table_of_the_folder_and_prints_the_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    boxes = tmp_path / "boxes.csv"
    boxes.write_text("file,row,column,height,width\np1.png,0,16,16,16\np2.png,0,0,4,4\n")
    assert explain(tmp_path, str(tmp_path / "pictures"), "--trust", "--boxes", str(boxes)) == 0
    on, off = (facts(tmp_path, f"p{index}.gradcam.{KEYS[index]}.trust.json") for index in (1, 2))
    assert on["localisation"]["pointing_hit"] is True
    assert off["localisation"]["pointing_hit"] is False
    assert on["stability"]["noise"] > 0.9
    printed = capsys.readouterr().out
    with (tmp_path / "out" / "trust.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [Path(row["path"]).name for row in rows] == ["p1.png", "p2.png"]
    for row, card in zip(rows, (on, off), strict=True):
        assert row["sentence"] == card["sentence"]
        assert card["sentence"] in printed
        assert float(row["deletion_auc"]) == card["faithfulness"]["deletion_auc"]


def test_without_boxes_nothing_is_said_about_known_evidence(tmp_path: Path) -> None:
    assert explain(tmp_path, str(tmp_path / "pictures" / "p1.png"), "--trust") == 0
    assert facts(tmp_path, f"p1.gradcam.{KEYS[1]}.trust.json")["localisation"] is None


def test_a_map_is_exported_as_nifti_beside_its_other_files(tmp_path: Path) -> None:
    assert explain(tmp_path, str(tmp_path / "pictures" / "p1.png"), "--export", "nifti") == 0
    assert (tmp_path / "out" / f"p1.gradcam.{KEYS[1]}.nii.gz").stat().st_size > 300


@pytest.mark.parametrize("form", ["seg", "sc"])
def test_a_map_of_a_dicom_image_is_exported_into_its_study(tmp_path: Path, form: str) -> None:
    path = write_brain_mr(tmp_path / "mr", 48, 3)[1]
    assert explain(tmp_path, str(path), "--label", KEYS[0], "--export", form) == 0
    made = pydicom.dcmread(tmp_path / "out" / f"brain-mr-02.gradcam.{KEYS[0]}.{form}.dcm")
    assert made.StudyInstanceUID == pydicom.dcmread(path).StudyInstanceUID
    assert made.Rows == 48


def test_a_dicom_export_of_a_picture_is_refused_and_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain(tmp_path, str(tmp_path / "pictures" / "p1.png"), "--export", "seg") == 3
    assert "p1.png is no DICOM file" in capsys.readouterr().err
    assert list((tmp_path / "out").iterdir()) == []


def test_the_seed_is_the_only_thing_that_changes_a_drawn_map(tmp_path: Path) -> None:
    picture = tmp_path / "noise.png"
    write_png(picture, np.random.default_rng(0).integers(0, 256, (16, 16), dtype=np.uint8))
    found = []
    for seed in ("1", "1", "2"):
        assert explain(tmp_path, str(picture), "--label", KEYS[0], "--seed", seed, method="lime") == 0
        found.append(np.load(tmp_path / "out" / f"noise.lime.{KEYS[0]}.npy"))
    np.testing.assert_array_equal(found[0], found[1])
    assert not np.array_equal(found[0], found[2])


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["--boxes", "b.csv"], 2, "--trust"),
        (["--masks", "m"], 2, "--trust"),
        (["--layer", "attic"], 2, "no layer 'attic'"),
        (["--export", "bmp"], 2, "invalid choice"),
        (["--trust", "--boxes", "missing.csv"], 3, "missing.csv cannot be read"),
    ],
)
def test_wrong_usage_is_a_sentence_and_a_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], status: int, told: str
) -> None:
    assert explain(tmp_path, str(tmp_path / "pictures" / "p1.png"), *words) == status
    message = capsys.readouterr().err
    assert told in message
    assert "Traceback" not in message


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("file,row\n", "no column 'column'"),
        ("file,row,column,height,width\na.png,1,2,x,4\n", "line 2: a box is not made of numbers"),
        ("file,row,column,height,width\na.png,1,2,0,4\n", "line 2: the box is empty"),
        ("file,row,column,height,width\np1.png,400,2,5,5\n", "No box lies on the image"),
    ],
)
def test_a_wrong_table_of_boxes_is_told_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], table: str, told: str
) -> None:
    boxes = tmp_path / "boxes.csv"
    boxes.write_text(table)
    assert explain(tmp_path, str(tmp_path / "pictures" / "p1.png"), "--trust", "--boxes", str(boxes)) == 3
    assert told in capsys.readouterr().err


def test_masks_are_known_evidence_by_name_and_a_folder_has_its_means(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    masks = tmp_path / "masks"
    masks.mkdir()
    for index, quadrant in ((1, 1), (2, 0)):  # the second mask is elsewhere
        write_png(masks / f"p{index}_mask.png", quadrant_picture(quadrant, 32))
    assert explain(tmp_path, str(tmp_path / "pictures"), "--trust", "--masks", str(masks)) == 0
    table = facts(tmp_path, "trust.json")
    assert [row["pointing_hit"] for row in table["maps"]] == ["yes", "no"]
    everything = table["means"][0]
    assert (everything["label"], everything["maps"], everything["maps_with_evidence"]) == ("all", 2, 2)
    assert everything["pointing_hit"] == 0.5
    assert everything["deletion_auc"] == pytest.approx(np.mean([row["deletion_auc"] for row in table["maps"]]))
    assert [group["label"] for group in table["means"]] == ["all", KEYS[1], KEYS[2]]
    assert "all: 2 maps" in capsys.readouterr().out


def test_a_mask_of_another_size_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    masks = tmp_path / "masks"
    masks.mkdir()
    write_png(masks / "p1.png", quadrant_picture(0, 16))
    assert explain(tmp_path, str(tmp_path / "pictures" / "p1.png"), "--trust", "--masks", str(masks)) == 3
    assert "The mask of p1.png has 16 x 16 pixels, the image 32 x 32" in capsys.readouterr().err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["trust.csv", "trust.json"]


def test_boxes_may_be_json(tmp_path: Path) -> None:
    boxes = tmp_path / "boxes.json"
    boxes.write_text(json.dumps([{"file": "p1.png", "row": 0, "column": 16, "height": 16, "width": 16}]))
    assert explain(tmp_path, str(tmp_path / "pictures" / "p1.png"), "--trust", "--boxes", str(boxes)) == 0
    assert facts(tmp_path, f"p1.gradcam.{KEYS[1]}.trust.json")["localisation"]["pointing_hit"] is True
    boxes.write_text("{}")
    assert explain(tmp_path, str(tmp_path / "pictures" / "p1.png"), "--trust", "--boxes", str(boxes)) == 3


def test_the_frames_of_one_file_become_one_segmentation(tmp_path: Path) -> None:
    from tests.unit.pacs.test_map_objects_frames import ENHANCED_MR, FRAMES, multi_frame

    path = multi_frame(tmp_path, ENHANCED_MR)
    assert explain(tmp_path, str(path), "--label", KEYS[0], "--export", "seg") == 0
    made = pydicom.dcmread(tmp_path / "out" / f"frames.gradcam.{KEYS[0]}.seg.dcm")
    assert made.NumberOfFrames == FRAMES
    assert len(list((tmp_path / "out").glob("*.seg.dcm"))) == 1


def test_a_quantile_threshold_and_the_probability_scale_are_written_down(tmp_path: Path) -> None:
    words = ("--threshold-by", "quantile", "--threshold", "0.9", "--scale", "probability")
    assert explain(tmp_path, str(tmp_path / "pictures" / "p1.png"), *words) == 0
    found = facts(tmp_path, f"p1.gradcam.{KEYS[1]}.json")
    assert found["overlay"]["scale"] == "probability"
    assert found["overlay"]["threshold_by"] == "quantile"
    values = np.load(tmp_path / "out" / f"p1.gradcam.{KEYS[1]}.npy")
    assert found["overlay"]["threshold_value"] == pytest.approx(np.quantile(values, 0.9), rel=1e-6)
    assert found["overlay"]["scale_top"] == pytest.approx(found["map"]["max"] / found["probability"], rel=0.1)
