"""The packs that ship: sound, small, with complete cards, and as good as their cards say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from radviewer.core.tasks import CancellationToken
from radviewer.inference.checks import check_pack
from radviewer.inference.predictor import Predictor
from radviewer.inference.registry import bundled_folder, read_pack
from radviewer.io.discover import find_images
from radviewer.io.reader import read_image
from tests.helpers.shared import shared

FOLDERS = sorted(path for path in bundled_folder().iterdir() if path.is_dir() and not path.name.startswith("."))
TEST_IMAGES = {"brain-mri": "data/brain-tumor-mri/test", "chest-pneumonia": "data/chest-xray-pneumonia/test"}


def test_the_brain_model_ships_and_all_packs_together_stay_below_80_mb() -> None:
    assert "brain-mri" in [folder.name for folder in FOLDERS]
    assert sum(path.stat().st_size for path in bundled_folder().rglob("*") if path.is_file()) < 80e6


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_shipped_pack_passes_its_golden_cases(folder: Path) -> None:
    pack = read_pack(folder)
    assert pack.manifest.id == folder.name
    report = check_pack(pack)
    assert report.passed, report
    assert report.cases >= 3


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_shipped_card_says_what_the_model_is_and_is_not(folder: Path) -> None:
    pack = read_pack(folder)
    for words in ("Research use only", "## Limits", "## Data", "## Licence", "| plain |", "95 %", "## Input gate"):
        assert words in pack.card
    assert pack.manifest.temperature is not None
    assert pack.manifest.operating_points
    assert all(point.model_version == pack.manifest.version for point in pack.manifest.operating_points)


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_accuracy_on_the_test_images_is_the_cards(folder: Path) -> None:
    refs = find_images([shared(TEST_IMAGES[folder.name])]).images
    pack = read_pack(folder)
    predictions = Predictor.load(pack, "cpu").predict([read_image(ref) for ref in refs], CancellationToken(), batch=16)
    right = sum(p.top.label.key == p.image.path.parent.name for p in predictions)
    stated = re.search(r"^\| plain \| (\d+) \| ([0-9.]+) \(", pack.card, re.MULTILINE)
    assert stated is not None
    assert (len(refs), f"{right / len(refs):.4f}") == (int(stated[1]), stated[2])
