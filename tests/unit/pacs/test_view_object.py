"""The view as a secondary capture: valid, of its image's study, and it says what it is."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pydicom
import pytest

from radviewer.core.errors import InputProblem
from radviewer.core.image import Image, ImageRef
from radviewer.io.export import write_png
from radviewer.io.phantom_files import write_brain_mr
from radviewer.io.reader import read_image
from radviewer.pacs.view_object import view_capture


@pytest.fixture
def image(tmp_path: Path) -> Image:
    return read_image(ImageRef(write_brain_mr(tmp_path, 48, 3)[1]))


def test_the_capture_repeats_patient_and_study_and_holds_the_picture(image: Image) -> None:
    picture = np.zeros((20, 30, 3), np.uint8)
    picture[5:9, 3:7] = (250, 120, 10)
    made = pydicom.dcmread(io.BytesIO(view_capture(image, picture)))
    source = pydicom.dcmread(image.ref.path)
    assert (made.PatientID, made.StudyInstanceUID) == (source.PatientID, source.StudyInstanceUID)
    assert made.SeriesInstanceUID != source.SeriesInstanceUID and "not for diagnosis" in made.DerivationDescription
    np.testing.assert_array_equal(made.pixel_array, picture)


def test_the_capture_is_valid(image: Image, tmp_path: Path) -> None:
    tool = shutil.which("dciodvfy")
    if tool is None:
        pytest.skip("dciodvfy (dicom3tools) is not installed")
    path = tmp_path / "view.dcm"
    path.write_bytes(view_capture(image, np.zeros((20, 30, 3), np.uint8)))
    done = subprocess.run([tool, "-new", str(path)], capture_output=True, text=True, check=False)
    assert [line for line in (done.stdout + done.stderr).splitlines() if line.startswith("Error")] == []


def test_a_picture_of_a_file_that_is_no_dicom_is_refused(tmp_path: Path) -> None:
    write_png(tmp_path / "a.png", np.zeros((4, 4), np.uint8))
    with pytest.raises(InputProblem):
        view_capture(read_image(ImageRef(tmp_path / "a.png")), np.zeros((4, 4, 3), np.uint8))
