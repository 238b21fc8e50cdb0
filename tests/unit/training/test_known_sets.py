"""The data check finds the known faults of four published sets, with their numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from radviewer.training.data_check import DataReport, check_data
from radviewer.training.sources import read_table
from tests.helpers.shared import shared

pytestmark = pytest.mark.slow


def leaking_files(report: DataReport, root: Path) -> set[str]:
    """Test images with a copy among the training images, as `class/file`."""
    test = root / "test"
    names = set()
    for pair in report.pairs:
        one, other = report.images[pair.first], report.images[pair.second]
        for image, partner in ((one, other), (other, one)):
            if (image.split, partner.split) == ("test", "train"):
                names.add(image.path.relative_to(test).as_posix())
    return names


def test_the_brain_slices_leak_exactly_what_the_published_lists_say() -> None:
    root = shared("data/brain-tumor-mri")
    report = check_data(root)
    clean = {
        name: set((root / f"test_clean_{name}.txt").read_text(encoding="utf-8").split()) for name in ("exact", "strict")
    }
    test = {
        image.path.relative_to(root / "test").as_posix() for image in report.images if image.split == "test"
    }  # fmt: skip
    assert len(test) == 667
    assert report.leaking["test", "train"] == (len(test - clean["exact"]), len(test - clean["strict"])) == (110, 239)
    assert leaking_files(report, root) | (test - clean["exact"]) == test - clean["strict"]
    # Of all 7,023 published images 426 are redundant: 207 of them within train, and 216 test images equal one of train.
    assert report.redundant == {"test": 17, "train": 207}
    assert report.redundant_in_all[0] == 207 + 110 + 1
    assert not report.conflicts


def test_the_chest_radiographs_have_32_redundant_files_and_none_across() -> None:
    report = check_data(shared("data/chest-xray-pneumonia"))
    assert report.redundant_in_all == (32, 32)
    assert report.redundant == {"test": 6, "train": 26}
    assert set(report.leaking.values()) == {(0, 0)}
    assert not report.conflicts


def test_the_knees_have_copies_in_both_classes_and_their_format_tells_the_label() -> None:
    report = check_data(shared("data/knee-osteoporosis"))
    assert len(report.images) == 294
    # 17 pairs, 10 of them in both classes and 70.2 % on all 372 published files; some of them are not here.
    assert report.redundant == {"all": 15}
    assert len([pair for pair in report.conflicts if pair.exact]) == 8
    first = next(item for item in report.shortcuts if item.name == "file format and pixel size")
    assert first.suspicious
    assert first.accuracy == pytest.approx(0.70, abs=0.02)


def test_two_thirds_of_the_bone_images_for_validation_share_their_case_with_train() -> None:
    root = shared("data/bone-tumor")
    patients = {row["image_id"]: row["patient_group"] for row in read_table(root / "labels.csv")}
    report = check_data(root, patients=patients)
    known, shared_cases = report.patients["val", "train"]
    images = sum(number for (split, _), number in report.counts.items() if split == "val")
    assert (images, known, shared_cases) == (365, 290, 244)
    assert shared_cases / images == pytest.approx(0.67, abs=0.005)  # the published 67 % are of all, coded or not
    assert report.leaking["val", "train"] == (5, 5)
    assert report.outside > 0  # the masks
