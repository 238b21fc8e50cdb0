"""Maps as DICOM objects: valid by dciodvfy, in the image's study and geometry, with the map's values."""

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
from radviewer.io.phantom_files import write_brain_mr, write_chest_radiograph
from radviewer.io.reader import read_image
from radviewer.pacs.map_objects import MapWords, map_capture, map_segmentation, patient_directions

WORDS = MapWords("Grad-CAM", "Lesion", "quadrant", "1.0.0", 0.7)


@pytest.fixture(params=["mr", "dx"])
def image(request: pytest.FixtureRequest, tmp_path: Path) -> Image:
    """With a frame of reference (MR), and without one (DX)."""
    if request.param == "mr":
        return read_image(ImageRef(write_brain_mr(tmp_path, 48, 3)[1]))
    return read_image(ImageRef(write_chest_radiograph(tmp_path, 64)[0]))


def share(image: Image) -> np.ndarray:
    rows, columns = image.shape
    return np.linspace(0, 1, rows * columns, dtype=np.float32).reshape(rows, columns)


def errors_of(data: bytes, tmp_path: Path) -> list[str]:
    """Lines that dciodvfy calls errors; skips where Debian's dicom3tools is not installed."""
    tool = shutil.which("dciodvfy")
    if tool is None:
        pytest.skip("dciodvfy (dicom3tools) is not installed")
    path = tmp_path / "made.dcm"
    path.write_bytes(data)
    done = subprocess.run([tool, "-new", str(path)], capture_output=True, text=True, check=False)
    return [line for line in (done.stdout + done.stderr).splitlines() if line.startswith("Error")]


def test_the_segmentation_is_valid(image: Image, tmp_path: Path) -> None:
    assert errors_of(map_segmentation(image, share(image), WORDS), tmp_path) == []


def test_the_capture_is_valid(image: Image, tmp_path: Path) -> None:
    picture = np.zeros((*image.shape, 3), dtype=np.uint8)
    assert errors_of(map_capture(image, picture, WORDS), tmp_path) == []


def test_the_segmentation_has_the_maps_values_on_the_images_grid_and_names_its_source(image: Image) -> None:
    made = pydicom.dcmread(io.BytesIO(map_segmentation(image, share(image), WORDS)))
    source = pydicom.dcmread(image.ref.path)
    assert made.SegmentationType == "FRACTIONAL"
    assert made.MaximumFractionalValue == 255
    np.testing.assert_allclose(made.pixel_array.reshape(image.shape) / 255, share(image), atol=0.5 / 255 + 1e-6)
    assert made.StudyInstanceUID == source.StudyInstanceUID
    assert made.PatientID == source.PatientID
    assert made.SeriesInstanceUID != source.SeriesInstanceUID
    assert made.ReferencedSeriesSequence[0].ReferencedInstanceSequence[0].ReferencedSOPInstanceUID == (
        source.SOPInstanceUID
    )
    assert ("FrameOfReferenceUID" in made) == ("FrameOfReferenceUID" in source)
    if "FrameOfReferenceUID" in source:
        assert made.FrameOfReferenceUID == source.FrameOfReferenceUID
        frame = made.PerFrameFunctionalGroupsSequence[0]
        assert frame.PlanePositionSequence[0].ImagePositionPatient == source.ImagePositionPatient
    assert made.SegmentSequence[0].SegmentLabel == "Grad-CAM: Lesion"
    assert "0.7" in made.ContentDescription


def test_the_capture_shows_the_picture_and_says_what_it_is(image: Image) -> None:
    picture = np.random.default_rng(0).integers(0, 256, (*image.shape, 3), dtype=np.uint8)
    made = pydicom.dcmread(io.BytesIO(map_capture(image, picture, WORDS)))
    np.testing.assert_array_equal(made.pixel_array, picture)
    assert made.StudyInstanceUID == pydicom.dcmread(image.ref.path).StudyInstanceUID
    assert tuple(made.PatientOrientation) == patient_directions(image)
    assert "not for diagnosis" in made.DerivationDescription
    assert made.ImageType[0] == "DERIVED"


def test_a_picture_that_is_no_dicom_has_no_study_to_belong_to(tmp_path: Path) -> None:
    write_png(tmp_path / "a.png", np.eye(16, dtype=np.uint8) * 255)
    image = read_image(ImageRef(tmp_path / "a.png"))
    with pytest.raises(InputProblem, match=r"a\.png is no DICOM file"):
        map_segmentation(image, share(image), WORDS)


@pytest.mark.parametrize(
    ("orientation", "letters"),
    [((1, 0, 0, 0, 1, 0), ("L", "P")), ((0, 1, 0, 0, 0, -1), ("P", "F")), ((-0.8, 0.6, 0, 0, 0, 1), ("RP", "H"))],
)
def test_directions_of_a_plane_are_named_by_the_standards_letters(
    orientation: tuple[float, ...], letters: tuple[str, str]
) -> None:
    image = Image(pixels=np.zeros((2, 2), dtype=np.uint8), ref=ImageRef(Path("x")), orientation=orientation)
    assert patient_directions(image) == letters
