"""`radviewer inspect`: exact keys, hashes, refusals with status 3, and no word on stdout but the result."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from radviewer.cli.main import run
from tests.helpers.dicom_files import write

KEYS = [
    "path", "kind", "sop_class", "modality", "transfer_syntax", "photometric", "rows", "cols", "frames", "dtype",
    "shape", "min", "max", "modality_min", "modality_max", "pixel_sha256", "decoder", "error",
]  # fmt: skip
PIXELS = np.arange(64, dtype=np.int16).reshape(2, 4, 8) - 20


def as_json(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    def refuse(word: str) -> float:
        raise AssertionError(f"{word} is no JSON")

    found: list[dict[str, object]] = json.loads(capsys.readouterr().out, parse_constant=refuse)
    return found


def test_json_has_exactly_the_keys_and_the_hash_of_all_frames(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "a.dcm", PIXELS, RescaleSlope=-2, RescaleIntercept=10)
    assert run(["inspect", "--format", "json", str(path)]) == 0
    (found,) = as_json(capsys)
    assert list(found) == KEYS
    assert found["pixel_sha256"] == hashlib.sha256(PIXELS.tobytes()).hexdigest()
    assert (found["kind"], found["sop_class"], found["modality"]) == ("dicom", "CT Image Storage", "CT")
    assert (found["frames"], found["shape"], found["dtype"]) == (2, [2, 4, 8], "int16")
    assert (found["min"], found["max"]) == (-20, 43)
    assert (found["modality_min"], found["modality_max"]) == (-76, 50)
    assert found["transfer_syntax"] == "1.2.840.10008.1.2.1"
    assert "numpy" in str(found["decoder"])
    assert found["error"] is None


def test_details_add_warnings_and_a_hash_for_each_frame(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "a.dcm", PIXELS)
    assert run(["inspect", "--details", "--format", "json", str(path)]) == 0
    (found,) = as_json(capsys)
    assert found["frame_sha256"] == [hashlib.sha256(frame.tobytes()).hexdigest() for frame in PIXELS]
    assert found["warnings"] == []


def test_pictures_are_hashed_as_pillow_gives_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = PIL.Image.fromarray(np.arange(64, dtype=np.uint8).reshape(8, 8)).convert("P")
    picture.save(tmp_path / "a.png")
    assert run(["inspect", "--format", "json", str(tmp_path / "a.png")]) == 0
    (found,) = as_json(capsys)
    with PIL.Image.open(tmp_path / "a.png") as reference:
        assert found["pixel_sha256"] == hashlib.sha256(np.asarray(reference).tobytes()).hexdigest()
        assert found["photometric"] == reference.mode
    assert found["modality_min"] is None


def test_refused_files_are_listed_the_rest_is_done_and_the_status_is_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = write(tmp_path / "good.dcm", PIXELS)
    bad = tmp_path / "bad.dcm"
    bad.write_text("hello")
    assert run(["inspect", "--format", "json", str(bad), str(tmp_path / "missing.dcm"), str(good)]) == 3
    found = {Path(str(entry["path"])).name: entry for entry in as_json(capsys)}
    assert found["good.dcm"]["error"] is None
    for name in ("bad.dcm", "missing.dcm"):
        error = found[name]["error"]
        assert isinstance(error, dict)
        assert name in error["message"]
        assert set(error) == {"kind", "message", "hint"}


def test_the_table_names_what_it_shows_and_warnings_go_to_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "a.dcm", PIXELS, NumberOfFrames="0")
    assert run(["inspect", str(tmp_path)]) == 0
    printed = capsys.readouterr()
    assert "CT Image" in printed.out
    assert "Number of Frames is 0" in printed.err


def test_values_that_are_not_finite_are_null_never_nan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "a.dcm", np.full((4, 4), np.nan, np.float32))
    assert run(["inspect", "--format", "json", str(path)]) == 0
    (found,) = as_json(capsys)
    assert found["min"] is None
    assert found["modality_max"] is None


def test_in_a_pipe_there_is_no_progress_bar_and_stderr_is_silent(tmp_path: Path) -> None:
    path = write(tmp_path / "a.dcm", PIXELS)
    command = [sys.executable, "-m", "radviewer", "inspect", "--format", "json", str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert len(json.loads(result.stdout)) == 1


def test_no_path_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["inspect"]) == 2
    assert "PATH" in capsys.readouterr().err
