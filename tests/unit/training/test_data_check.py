"""The data check finds planted faults, with their numbers, and reports them where text is inert."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from radviewer.core.errors import Cancelled, InputProblem
from radviewer.core.tasks import CancellationToken, Progress
from radviewer.training.data_check import check_data
from radviewer.training.data_report import as_html, as_values, gray_png
from tests.unit.training.test_data import as_jpeg, smooth, write


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Two splits of two classes with one fault of each kind planted."""
    for label, start in (("ill", 0), ("well", 100)):
        for index in range(30):
            split = "test" if index >= 20 else "train"
            write(tmp_path / split / label / f"{index}.png", smooth(start + index))
    write(tmp_path / "train" / "ill" / "again.png", smooth(3))
    write(tmp_path / "test" / "ill" / "leak.png", smooth(5))
    write(tmp_path / "test" / "ill" / "near-leak.png", as_jpeg(smooth(7)))
    write(tmp_path / "train" / "well" / "conflict.png", smooth(9))
    (tmp_path / "train" / "well" / "torn.png").write_bytes(b"\x89PNG\r\n\x1a\n torn")
    return tmp_path


def test_planted_faults_are_found_with_their_numbers(faulty: Path) -> None:
    report = check_data(faulty)
    assert report.counts == {("test", "ill"): 12, ("test", "well"): 10, ("train", "ill"): 21, ("train", "well"): 21}
    assert report.redundant == {"test": 0, "train": 2}
    assert report.near_redundant == {"test": 0, "train": 2}
    assert report.leaking == {("test", "train"): (1, 2), ("train", "test"): (1, 2)}
    (conflict,) = report.conflicts
    names = {report.images[index].path.name for index in (conflict.first, conflict.second)}
    assert names == {"9.png", "conflict.png"}
    assert [path.name for path, _ in report.refused] == ["torn.png"]
    assert report.faults == 4
    assert not any(item.suspicious for item in report.shortcuts)


def test_a_clean_set_has_no_fault(tmp_path: Path) -> None:
    for label, start in (("ill", 0), ("well", 100)):
        for index in range(20):
            write(tmp_path / label / f"{index}.png", smooth(start + index))
    report = check_data(tmp_path)
    assert report.faults == 0
    assert report.pairs == ()
    assert report.leaking == {}


@pytest.mark.parametrize("kind", ["format", "size", "brightness"])
def test_a_shortcut_is_noticed(tmp_path: Path, kind: str) -> None:
    for index in range(60):
        ill = index % 2 == 0
        pixels = smooth(index, 80 if kind == "size" and ill else 64)
        if kind == "brightness" and ill:
            pixels = pixels // 3
        suffix = "jpg" if kind == "format" and ill else "png"
        write(tmp_path / ("ill" if ill else "well") / f"{index}.{suffix}", pixels)
    first, second = check_data(tmp_path).shortcuts
    assert first.suspicious is (kind != "brightness")
    assert second.suspicious is (kind == "brightness")
    assert max(first.accuracy, second.accuracy) > 0.95


def test_what_the_coarse_picture_tells_is_said_and_is_no_fault(tmp_path: Path) -> None:
    for index in range(60):
        pixels = smooth(index)
        if index % 2:  # the same greys, but dark ones first: neither brightness nor contrast nor format tells
            pixels = np.sort(pixels, axis=0)
        write(tmp_path / ("ill" if index % 2 else "well") / f"{index}.png", pixels)
    report = check_data(tmp_path)
    assert report.coarse is not None
    assert report.coarse.accuracy > 0.9
    assert report.coarse.majority == 0.5
    assert "8 x 8 grey levels" in as_html(report, tmp_path)
    others = tmp_path / "few" / "well"
    for index in range(3):
        write(others / f"{index}.png", smooth(index))
        write(tmp_path / "few" / "ill" / f"{index}.png", smooth(100 + index))
    assert check_data(tmp_path / "few").coarse is None


def test_a_marker_in_the_frame_that_tells_the_label_is_said(tmp_path: Path) -> None:
    for index in range(120):
        pixels = smooth(index, 64).copy()
        if index % 2:  # as large as a side marker
            pixels[2:8, 4:6], pixels[2:8, 6:8] = 255, 0
        write(tmp_path / ("ill" if index % 2 else "well") / f"{index}.png", pixels)
    report = check_data(tmp_path)
    assert report.frame is not None
    assert report.coarse is not None
    assert report.frame.accuracy > max(0.85, report.coarse.accuracy)
    assert report.faults == 0
    for words in ("outermost frame", "robustness layout frame"):
        assert words in as_html(report, tmp_path)


def test_the_report_is_valid_json_and_html_with_thumbnails(faulty: Path) -> None:
    (faulty / "train" / "<b>ill").mkdir()
    write(faulty / "train" / "<b>ill" / "x.png", smooth(3))
    report = check_data(faulty)
    values = json.loads(json.dumps(as_values(report, faulty), allow_nan=False))
    exact = {(pair["first"], pair["second"]) for pair in values["pairs"] if pair["exact"]}
    assert ("test/ill/leak.png", "train/ill/5.png") in exact
    page = as_html(report, faulty)
    assert page.count("data:image/png;base64,") == 2 * len(report.pairs)
    assert "<b>ill" not in page
    assert "&lt;b&gt;ill" in page


def test_the_thumbnails_are_png() -> None:
    pixels = np.arange(35, dtype=np.uint8).reshape(5, 7)
    assert np.array_equal(np.asarray(PIL.Image.open(io.BytesIO(gray_png(pixels)))), pixels)


def test_a_folder_without_class_folders_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "x.png", smooth(1))
    with pytest.raises(InputProblem) as caught:
        check_data(tmp_path)
    assert "CLASS" in caught.value.hint


def test_copies_of_copies_are_counted_once_and_near_ones_beside_equal_ones(tmp_path: Path) -> None:
    for label, start in (("ill", 0), ("well", 100)):
        for index in range(20):
            write(tmp_path / label / f"{index}.png", smooth(start + index))
    for name, pixels in (("equal", smooth(3)), ("near", as_jpeg(smooth(3))), ("other", as_jpeg(smooth(4)))):
        write(tmp_path / "ill" / f"{name}.png", pixels)
    report = check_data(tmp_path)
    assert report.redundant == {"all": 1}
    assert report.near_redundant == {"all": 3}


def test_patients_on_both_sides_are_counted_and_images_beside_the_classes_left_out(tmp_path: Path) -> None:
    patients = {}
    for number in range(12):
        split, label = ("train", "test")[number >= 8], ("ill", "well")[number % 2]
        write(tmp_path / split / label / f"i{number}.png", smooth(number))
        write(tmp_path / "masks" / f"i{number}.png", smooth(50 + number))
        patients[f"i{number}"] = ["a", "b", "c", "d", "e", "f", "", "", "a", "a", "x", ""][number]
    report = check_data(tmp_path, patients=patients)
    assert len(report.images) == 12
    assert report.outside == 12
    assert report.patients == {("test", "train"): (3, 2), ("train", "test"): (6, 1)}
    page = as_html(report, tmp_path)
    assert "Patients" in page


def test_redundant_files_are_counted_over_all_splits_too(faulty: Path) -> None:
    report = check_data(faulty)
    assert report.redundant_in_all == (3, 4)  # two within train, one equal leak, one near leak
    page = as_html(report, faulty)
    assert "all together" in page


def test_a_test_image_leaks_only_by_a_copy_of_its_own(tmp_path: Path) -> None:
    for label, start in (("ill", 0), ("well", 100)):
        for index in range(12):
            write(tmp_path / ("test" if index >= 8 else "train") / label / f"{index}.png", smooth(start + index))
    write(tmp_path / "test" / "ill" / "equal.png", smooth(5))
    write(tmp_path / "test" / "ill" / "near-the-equal.png", as_jpeg(smooth(5)))
    write(tmp_path / "test" / "ill" / "near-its-own.png", as_jpeg(smooth(9)))
    assert check_data(tmp_path).leaking == {("test", "train"): (1, 2), ("train", "test"): (1, 1)}


def test_the_check_tells_how_far_it_is_and_can_be_cancelled(faulty: Path) -> None:
    seen: list[Progress] = []
    check_data(faulty, seen.append)
    assert {step.stage for step in seen} >= {"reading images", "comparing images"}
    assert (seen[-1].done, seen[-1].total) == (1, 1)
    token = CancellationToken()

    def stop(progress: Progress) -> None:
        if progress.done == 3:
            token.cancel()

    with pytest.raises(Cancelled):
        check_data(faulty, stop, token=token)
