"""SUVbw from the header of a file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from radviewer.core.image import Image, ImageRef
from radviewer.io.reader import read_image
from tests.helpers.dicom_files import item, sequence, write

PIXELS = np.arange(16, dtype=np.uint16).reshape(4, 4)
DRUG = {
    "RadionuclideTotalDose": "370000000",
    "RadionuclideHalfLife": "6586.2",
    "RadiopharmaceuticalStartTime": "110000.500000",
}
PET = {
    "Modality": "PT",
    "Units": "BQML",
    "CorrectedImage": ["DECY", "ATTN", "SCAT"],
    "DecayCorrection": "START",
    "PatientWeight": "70",
    "SeriesDate": "20260101",
    "SeriesTime": "120000.5",
    "AcquisitionDate": "20260101",
    "AcquisitionTime": "120010",
    "RescaleSlope": "2",
    "RescaleIntercept": "0",
}


def read(tmp_path: Path, drug: dict[str, str] | None = None, **changes: object) -> Image:
    attributes = {**PET, **changes}
    attributes["RadiopharmaceuticalInformationSequence"] = sequence(item(**(DRUG if drug is None else drug)))
    return read_image(ImageRef(write(tmp_path / "a", PIXELS, **attributes)))


def test_the_factor_is_weight_over_the_dose_after_an_hour(tmp_path: Path) -> None:
    expected = 70_000 / (370e6 * 2 ** (-3600 / 6586.2))
    assert read(tmp_path).suv_factor == pytest.approx(expected, rel=1e-9)


def test_a_start_with_its_date_goes_before_one_without(tmp_path: Path) -> None:
    image = read(tmp_path, {**DRUG, "RadiopharmaceuticalStartDateTime": "20260101100000.500000"})
    assert image.suv_factor == pytest.approx(70_000 / (370e6 * 2 ** (-7200 / 6586.2)), rel=1e-9)


def test_a_header_without_a_dose_has_no_factor_and_says_why(tmp_path: Path) -> None:
    image = read(tmp_path, {})
    assert image.suv_factor is None
    assert any("No SUV" in warning and "dose" in warning for warning in image.facts.warnings)


def test_other_modalities_have_neither_factor_nor_remark(tmp_path: Path) -> None:
    image = read(tmp_path, Modality="CT")
    assert image.suv_factor is None and not any("SUV" in warning for warning in image.facts.warnings)


def test_the_image_names_its_instance(tmp_path: Path) -> None:
    assert read(tmp_path).facts.sop_instance_uid == "2.25.1"
