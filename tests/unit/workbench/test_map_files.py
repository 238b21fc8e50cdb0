"""A map as a file of each kind: the same values everywhere, in the image's geometry, and never over another file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import PIL.Image
import pydicom
import pytest
import SimpleITK

from radviewer.core.errors import InputProblem
from radviewer.core.explanation import Explanation, Method
from radviewer.core.geometry import GridTransform
from radviewer.core.image import Image, ImageRef
from radviewer.core.labels import Label
from radviewer.core.overlay import OverlayStyle, ScaleMode
from radviewer.io.phantom_files import write_brain_mr
from radviewer.io.reader import read_image
from radviewer.workbench.facts import overlay_picture
from radviewer.workbench.map_files import ENDINGS, MapKind, write_map_as
from tests.unit.pacs.test_map_objects import errors_of

STYLE = OverlayStyle(scale=ScaleMode.IMAGE_MAXIMUM)


@pytest.fixture
def image(tmp_path: Path) -> Image:
    return read_image(ImageRef(write_brain_mr(tmp_path / "mr", 48, 3)[1]))


def a_map(image: Image) -> Explanation:
    values = np.arange(16, dtype=np.float32).reshape(4, 4)
    grid = GridTransform.identity(image.shape)
    return Explanation(image.ref, "m", "1.0.0", Method.GRADCAM, Label("lesion", "Lesion"), values, grid, 15.0)


def written(kind: MapKind, image: Image, folder: Path) -> Path:
    path = folder / f"map{ENDINGS[kind]}"
    write_map_as(path, kind, image, a_map(image), STYLE)
    return path


def test_every_kind_holds_the_map_on_the_images_grid(image: Image, tmp_path: Path) -> None:
    expected = a_map(image).on_image()
    np.testing.assert_array_equal(np.load(written(MapKind.VALUES, image, tmp_path)), expected)
    volume = SimpleITK.ReadImage(str(written(MapKind.NIFTI, image, tmp_path)))
    np.testing.assert_array_equal(SimpleITK.GetArrayFromImage(volume)[0], expected)
    np.testing.assert_allclose(volume.GetOrigin(), image.position, atol=1e-3)
    segmentation = pydicom.dcmread(written(MapKind.SEGMENTATION, image, tmp_path))
    np.testing.assert_allclose(segmentation.pixel_array.squeeze() / 255 * 15, expected, atol=15 / 255)
    picture = overlay_picture(image, a_map(image), STYLE)
    with PIL.Image.open(written(MapKind.PICTURE, image, tmp_path)) as drawn:
        np.testing.assert_array_equal(np.asarray(drawn), picture)
    capture = pydicom.dcmread(written(MapKind.CAPTURE, image, tmp_path))
    np.testing.assert_array_equal(capture.pixel_array, picture)


@pytest.mark.parametrize("kind", [MapKind.SEGMENTATION, MapKind.CAPTURE])
def test_the_dicom_objects_are_valid(image: Image, tmp_path: Path, kind: MapKind) -> None:
    assert errors_of(written(kind, image, tmp_path).read_bytes(), tmp_path) == []


@pytest.mark.parametrize("kind", list(MapKind))
def test_nothing_is_overwritten_unasked(image: Image, tmp_path: Path, kind: MapKind) -> None:
    path = tmp_path / f"map{ENDINGS[kind]}"
    path.write_text("mine")
    with pytest.raises(InputProblem):
        write_map_as(path, kind, image, a_map(image), STYLE)
    assert path.read_text() == "mine"
    write_map_as(path, kind, image, a_map(image), STYLE, overwrite=True)
    assert path.read_bytes() != b"mine"
