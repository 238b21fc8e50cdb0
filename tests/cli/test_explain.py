"""`radviewer explain` as scripts use it: named files on the image's own grid, facts beside them, refusals, statuses."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from radviewer.cli.main import run
from radviewer.core.image import ImageRef
from radviewer.io.export import write_png
from radviewer.io.phantom_files import write_brain_mr, write_chest_radiograph
from radviewer.workbench.pipeline import run as run_pipeline
from radviewer.workbench.requests import AssistRequest
from radviewer.workbench.services import Services
from tests.helpers.packs import KEYS, quadrant_pack, quadrant_picture


@pytest.fixture(autouse=True)
def quadrant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quadrant_pack(tmp_path / "packs" / "quadrant")
    monkeypatch.setenv("RADVIEWER_MODELS", str(tmp_path / "packs"))


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "bright.png"
    write_png(path, quadrant_picture(1, 48))
    return path


def explain(tmp_path: Path, *words: str, method: str = "gradcam") -> int:
    return run(["explain", "--model", "quadrant", "--method", method, "--out", str(tmp_path / "out"), *words])


def written(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "out").iterdir())


@pytest.mark.parametrize("method", ["gradcam", "saliency"])
def test_overlay_map_and_facts_are_written_under_the_name_of_image_method_and_label(
    tmp_path: Path, picture: Path, capsys: pytest.CaptureFixture[str], method: str
) -> None:
    assert explain(tmp_path, str(picture), method=method) == 0
    stem = f"bright.{method}.{KEYS[1]}"
    assert written(tmp_path) == [f"{stem}.json", f"{stem}.npy", f"{stem}.png"]
    assert sorted(Path(line).name for line in capsys.readouterr().out.split()) == written(tmp_path)


def test_the_map_is_float32_on_the_images_own_grid_and_the_facts_name_its_peak(tmp_path: Path, picture: Path) -> None:
    assert explain(tmp_path, str(picture)) == 0
    values = np.load(tmp_path / "out" / f"bright.gradcam.{KEYS[1]}.npy", allow_pickle=False)
    facts = json.loads((tmp_path / "out" / f"bright.gradcam.{KEYS[1]}.json").read_text())
    assert values.dtype == np.float32
    assert values.shape == (48, 48)
    assert facts["map"]["shape"] == [48, 48]
    assert 0.95 < facts["map"]["max"] <= 1.0  # white quadrant: q x GAIN / 4, with a border softened by resizing
    row, column = facts["map"]["peak"]["row"], facts["map"]["peak"]["column"]
    assert values[row, column] == values.max()
    assert row < 24 <= column
    assert facts["label"] == facts["top"] == KEYS[1]
    assert facts["below_operating_point"] is False
    assert facts["model"] == {"id": "quadrant", "version": "1.0.0"}


def test_the_command_writes_the_very_map_of_the_pipeline_that_the_window_runs(tmp_path: Path, picture: Path) -> None:
    assert explain(tmp_path, str(picture), "--label", KEYS[2]) == 0
    values = np.load(tmp_path / "out" / f"bright.gradcam.{KEYS[2]}.npy", allow_pickle=False)
    request = AssistRequest(ImageRef(picture), "quadrant", labels=(KEYS[2],))
    np.testing.assert_array_equal(values, run_pipeline(request, Services()).explanations[0].on_image())


def test_the_overlay_has_the_images_size_and_colours_the_bright_quadrant_only(tmp_path: Path, picture: Path) -> None:
    assert explain(tmp_path, str(picture), "--threshold", "0.9") == 0
    with PIL.Image.open(tmp_path / "out" / f"bright.gradcam.{KEYS[1]}.png") as opened:
        colors = np.asarray(opened.convert("RGB")).astype(int)
    assert colors.shape == (48, 48, 3)
    tinted = np.ptp(colors, axis=2) > 0
    assert tinted[:24, 24:].any()
    assert not tinted[24:].any()
    assert not tinted[:, :23].any()


def test_every_label_is_explained_on_request(tmp_path: Path, picture: Path) -> None:
    assert explain(tmp_path, str(picture), "--label", "all") == 0
    assert [name for name in written(tmp_path) if name.endswith(".npy")] == sorted(
        f"bright.gradcam.{key}.npy" for key in KEYS
    )
    facts = {key: json.loads((tmp_path / "out" / f"bright.gradcam.{key}.json").read_text()) for key in KEYS}
    assert [facts[key]["below_operating_point"] for key in KEYS] == [True, False, True, True]


def test_the_image_scale_says_so_and_puts_the_maps_own_maximum_at_its_top(tmp_path: Path) -> None:
    path = tmp_path / "grey.png"
    write_png(path, quadrant_picture(0, 32) // 2)
    assert explain(tmp_path, str(path)) == 0
    facts = tmp_path / "out" / f"grey.gradcam.{KEYS[0]}.json"
    overlay = json.loads(facts.read_text())["overlay"]
    assert (overlay["scale"], overlay["scale_top"]) == ("absolute", 1.0)
    assert explain(tmp_path, str(path), "--scale", "image") == 0
    found = json.loads(facts.read_text())
    assert found["overlay"]["scale"] == "image maximum"
    assert found["overlay"]["scale_top"] == pytest.approx(found["map"]["max"])
    assert found["map"]["max"] < 0.6


def test_dicom_files_in_a_folder_are_each_explained_on_their_own_grid(tmp_path: Path) -> None:
    write_brain_mr(tmp_path / "dicom", size=64, slices=3)
    write_chest_radiograph(tmp_path / "dicom", size=128)
    assert explain(tmp_path, str(tmp_path / "dicom"), "--label", KEYS[0]) == 0
    shapes = {path.name: np.load(path).shape for path in (tmp_path / "out").glob("*.npy")}
    mr = {f"brain-mr-0{number}.gradcam.{KEYS[0]}.npy": (64, 64) for number in (1, 2, 3)}
    assert shapes == {**mr, f"chest-radiograph.gradcam.{KEYS[0]}.npy": (128, 128)}


def test_files_of_the_same_name_get_numbers_instead_of_overwriting_each_other(tmp_path: Path) -> None:
    for index, folder in enumerate("ab"):
        (tmp_path / folder).mkdir()
        write_png(tmp_path / folder / "x.png", quadrant_picture(index))
    assert explain(tmp_path, str(tmp_path / "a"), str(tmp_path / "b")) == 0
    assert {name for name in written(tmp_path) if name.endswith("npy")} == {
        f"x.gradcam.{KEYS[0]}.npy",
        f"x-2.gradcam.{KEYS[1]}.npy",
    }


def test_refused_inputs_are_told_and_the_rest_is_explained(
    tmp_path: Path, picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_png(tmp_path / "flat.png", np.full((40, 40), 90, dtype=np.uint8))
    (tmp_path / "text.dcm").write_text("this is text")
    words = [str(tmp_path / "flat.png"), str(tmp_path / "text.dcm"), str(tmp_path / "missing.png"), str(picture)]
    assert explain(tmp_path, *words) == 3
    captured = capsys.readouterr()
    for name in ("flat.png", "text.dcm", "missing.png"):
        assert f"{name}" in captured.err
    assert "Traceback" not in captured.err
    assert len(written(tmp_path)) == 3


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["--label", "middle"], 2, "no label 'middle'"),
        (["--frame", "4"], 2, "There is no frame 4"),
        (["--opacity", "1.5"], 2, "between 0 and 1"),
        (["--method", "tea-leaves"], 2, "invalid choice"),
        (["--model", "nope"], 3, "Known models are"),
    ],
)
def test_wrong_usage_is_a_sentence_and_a_status(
    tmp_path: Path, picture: Path, capsys: pytest.CaptureFixture[str], words: list[str], status: int, told: str
) -> None:
    assert explain(tmp_path, str(picture), *words) == status
    message = capsys.readouterr().err
    assert told in message
    assert "Traceback" not in message
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_is_a_file_is_refused(
    tmp_path: Path, picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").write_text("taken")
    assert explain(tmp_path, str(picture)) == 3
    assert "--out" in capsys.readouterr().err
