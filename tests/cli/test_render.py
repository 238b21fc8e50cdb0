"""`radviewer render`: exact greys, frames, windows, and DCMTK as the judge."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from radviewer.cli.main import run
from radviewer.core.grayscale import Presentation, display_values, full_range
from radviewer.core.image import Image, ImageRef, VoiFunction, Window
from radviewer.io.reader import read_image
from tests.helpers.dicom_files import write
from tests.helpers.shared import shared

PIXELS = np.arange(-1024, 1024, 2, dtype=np.int16).reshape(32, 32)


def rendered(path: Path) -> np.ndarray:
    return np.asarray(PIL.Image.open(path))


@pytest.fixture
def ct(tmp_path: Path) -> Path:
    windows = {"WindowCenter": [40, -600], "WindowWidth": [400, 1500]}
    stack = np.stack([PIXELS, PIXELS[::-1]])
    return write(tmp_path / "ct.dcm", stack, RescaleSlope=1, RescaleIntercept=-24, **windows)


def test_the_headers_first_window_is_the_default_and_others_can_be_chosen(ct: Path, tmp_path: Path) -> None:
    assert run(["render", str(ct), "--out", str(tmp_path / "a.png")]) == 0
    assert run(["render", str(ct), "--out", str(tmp_path / "b.png"), "--window", "40,400"]) == 0
    assert run(["render", str(ct), "--out", str(tmp_path / "c.png"), "--voi", "1"]) == 0
    assert run(["render", str(ct), "--out", str(tmp_path / "d.png"), "--window", "-600,1500"]) == 0
    first, same, lung, same_lung = (rendered(tmp_path / f"{name}.png") for name in "abcd")
    assert first.dtype == np.uint8
    assert first.shape == (32, 32)
    np.testing.assert_array_equal(first, same)
    np.testing.assert_array_equal(lung, same_lung)
    assert (first != lung).any()


def test_frames_count_from_0_and_invert_is_the_complement(ct: Path, tmp_path: Path) -> None:
    for name, options in (("a", []), ("b", ["--frame", "1"]), ("c", ["--invert"])):
        assert run(["render", str(ct), "--out", str(tmp_path / f"{name}.png"), *options]) == 0
    first = rendered(tmp_path / "a.png")
    np.testing.assert_array_equal(rendered(tmp_path / "b.png"), first[::-1])
    np.testing.assert_array_equal(rendered(tmp_path / "c.png"), 255 - first)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--frame", "2"], "frames 0 to 1"),
        (["--voi", "5"], "numbered 0 to 1"),
        (["--window", "40"], "CENTER,WIDTH"),
        (["--window", "40,0"], "width"),
        (["--window", "40,0.5"], "width"),
        (["--window", "nan,3"], "finite"),
    ],
)
def test_wrong_options_are_told_in_a_sentence(
    ct: Path, tmp_path: Path, options: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", str(ct), "--out", str(tmp_path / "a.png"), *options]) == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "a.png").exists()


def test_nothing_is_overwritten_unasked(ct: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.png"
    out.write_bytes(b"mine")
    assert run(["render", str(ct), "--out", str(out)]) == 3
    assert "exists" in capsys.readouterr().err
    assert out.read_bytes() == b"mine"
    assert run(["render", str(ct), "--out", str(out), "--overwrite"]) == 0
    assert rendered(out).shape == (32, 32)


def test_colour_is_written_as_rgb(tmp_path: Path) -> None:
    color = np.random.default_rng(0).integers(0, 255, (8, 8, 3), np.uint8)
    path = write(tmp_path / "a.dcm", color)
    assert run(["render", str(path), "--out", str(tmp_path / "a.png")]) == 0
    np.testing.assert_array_equal(rendered(tmp_path / "a.png"), color)


def test_a_text_file_is_refused_with_status_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.dcm").write_text("hello")
    assert run(["render", str(tmp_path / "a.dcm"), "--out", str(tmp_path / "a.png")]) == 3
    assert "text file" in capsys.readouterr().err


def by_dcmtk(path: Path, window: Window, out: Path) -> np.ndarray | None:
    """DCMTK's 8-bit greys with this window and no overlays; None where it cannot read the file."""
    command = ["dcmj2pnm", "-O", "+Ww", str(window.center), str(window.width), "+op", str(path), str(out)]
    done = subprocess.run(command, capture_output=True, check=False).returncode == 0
    return np.asarray(PIL.Image.open(io.BytesIO(out.read_bytes()))).astype(int) if done else None


def windows_for(image: Image) -> list[Window]:
    """The header's first window, else the full range, and a narrow one, with the function that DCMTK keeps."""
    whole = full_range(image)
    own = [voi for voi in image.voi if isinstance(voi, Window)]
    function = own[0].function if own else VoiFunction.LINEAR
    first = own[0] if own else whole
    ends = [(first.center, first.width), (whole.center - whole.width / 4, whole.width / 3)]
    return [Window(round(center, 3), max(1.0, round(width, 3)), function) for center, width in ends]


@pytest.mark.slow
def test_greys_are_at_most_a_level_from_dcmtk_on_every_grey_corpus_file(tmp_path: Path) -> None:
    if shutil.which("dcmj2pnm") is None:
        pytest.skip("needs dcmj2pnm of DCMTK")
    folder, compared, wrong = shared("corpus/valid"), 0, []
    with shared("corpus/expected.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "dicom" and row["expected"] == "display"]
    for row in rows:
        if int(row["rows"]) * int(row["cols"]) > 2**22:
            continue  # 100 million pixels take long and show nothing new
        image = read_image(ImageRef(folder / row["file"]))
        if image.is_color:
            continue
        for window in windows_for(image):
            theirs = by_dcmtk(image.ref.path, window, tmp_path / "a.pgm")
            if theirs is None:
                break  # JPEG 2000, JPEG-LS and float pixel data are beyond Debian's dcmj2pnm
            ours = display_values(image, Presentation(window)).astype(int)
            compared += 1
            if np.abs(ours - theirs).max() > 1:
                wrong.append((row["file"], window, int(np.abs(ours - theirs).max())))
    assert not wrong
    assert compared > 100
