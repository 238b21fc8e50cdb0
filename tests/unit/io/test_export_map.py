"""Maps as NIfTI: the same values at the same places of the patient."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import SimpleITK

from radviewer.core.errors import InternalError
from radviewer.core.geometry import PixelSpacing
from radviewer.core.image import Image, ImageRef
from radviewer.io.export import WriteProblem
from radviewer.io.export_map import write_map_nifti

OBLIQUE = (0.8, 0.6, 0.0, 0.0, 0.0, -1.0)


def image() -> Image:
    return Image(
        pixels=np.zeros((6, 9), dtype=np.uint8),
        ref=ImageRef(Path("x.dcm")),
        spacing=PixelSpacing(2.0, 0.5),
        orientation=OBLIQUE,
        position=(10.0, -20.0, 30.0),
    )


def values() -> np.ndarray:
    return np.random.default_rng(0).random((6, 9)).astype(np.float32)


@pytest.mark.parametrize("name", ["map.nii", "map.nii.gz"])
def test_values_and_places_in_the_patient_come_back(tmp_path: Path, name: str) -> None:
    write_map_nifti(tmp_path / name, image(), values())
    read = SimpleITK.ReadImage(str(tmp_path / name))
    np.testing.assert_array_equal(SimpleITK.GetArrayFromImage(read)[0], values())
    row, column = 4, 7
    # PS3.3 C.7.6.2.1.1, equation C.7.6.2.1-1
    across, down = np.array(OBLIQUE[:3]), np.array(OBLIQUE[3:])
    expected = np.array([10.0, -20.0, 30.0]) + across * 0.5 * column + down * 2.0 * row
    np.testing.assert_allclose(read.TransformIndexToPhysicalPoint((column, row, 0)), expected, atol=1e-4)


def test_without_geometry_pixels_are_a_millimetre_at_the_origin(tmp_path: Path) -> None:
    plain = replace(image(), spacing=None, orientation=None, position=None)
    write_map_nifti(tmp_path / "map.nii", plain, values())
    read = SimpleITK.ReadImage(str(tmp_path / "map.nii"))
    assert read.GetSpacing() == (1, 1, 1)
    np.testing.assert_allclose(read.GetOrigin(), 0)


def test_an_existing_file_is_not_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "map.nii"
    path.write_text("mine")
    with pytest.raises(WriteProblem):
        write_map_nifti(path, image(), values())
    assert path.read_text() == "mine"
    write_map_nifti(path, image(), values(), overwrite=True)
    assert [item.name for item in tmp_path.iterdir()] == ["map.nii"]


def test_a_map_on_another_grid_is_a_defect(tmp_path: Path) -> None:
    with pytest.raises(InternalError, match="not on the grid"):
        write_map_nifti(tmp_path / "map.nii", image(), values()[1:])
