"""NIfTI, NRRD and MetaImage: values and orientation as SimpleITK has them, and no file but the chosen one."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk

from radviewer.core.errors import InputProblem, UnreadableFile, UnsupportedImage
from radviewer.core.grayscale import display_values
from radviewer.core.image import ImageRef
from radviewer.io.catalog import scan
from radviewer.io.inspection import inspect_file
from radviewer.io.reader import frame_count, read_image

NAMES = ["a.nii", "a.nii.gz", "a.nrrd", "a.mha"]


def volume(dtype: str = "int16") -> sitk.Image:
    """An oblique volume of 5 slices, 6 rows and 7 columns with unequal spacing."""
    values = np.random.default_rng(0).integers(0, 100, (5, 6, 7)).astype(dtype)
    image = sitk.GetImageFromArray(values)
    image.SetSpacing((0.5, 0.75, 3.0))
    image.SetOrigin((-10.0, 20.0, 30.5))
    turn = sitk.Euler3DTransform((0, 0, 0), 0.2, -0.3, 0.4)
    image.SetDirection(turn.GetMatrix())
    return image


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("compress", [False, True])
@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "int32", "float32", "float64"])
def test_values_and_geometry_are_those_of_simpleitk(tmp_path: Path, name: str, compress: bool, dtype: str) -> None:
    reference = volume(dtype)
    sitk.WriteImage(reference, tmp_path / name, useCompression=compress)
    values, direction = sitk.GetArrayFromImage(reference), np.array(reference.GetDirection()).reshape(3, 3)
    assert frame_count(tmp_path / name) == 5
    for frame in range(5):
        image = read_image(ImageRef(tmp_path / name, frame))
        np.testing.assert_array_equal(image.pixels, values[frame])
        assert image.pixels.dtype == np.dtype(dtype)
        corner = reference.TransformIndexToPhysicalPoint((0, 0, frame))
        np.testing.assert_allclose(image.position, corner, atol=1e-4)
        np.testing.assert_allclose(image.orientation, [*direction[:, 0], *direction[:, 1]], atol=1e-5)
        assert image.spacing is not None
        assert (image.spacing.row, image.spacing.column) == pytest.approx((0.75, 0.5))


@pytest.mark.parametrize("name", NAMES)
def test_a_volume_is_a_series_to_scroll_through_and_is_inspected(tmp_path: Path, name: str) -> None:
    sitk.WriteImage(volume(), tmp_path / name)
    (study,) = scan([tmp_path]).studies
    assert study.series[0].frame_count == 5
    found = inspect_file(tmp_path / name)
    assert found.shape == (5, 6, 7)
    assert found.error is None


@pytest.mark.parametrize("name", ["a.mhd", "a.nhdr", "a.hdr"])
def test_data_in_another_file_is_never_followed(tmp_path: Path, name: str) -> None:
    sitk.WriteImage(volume(), tmp_path / name)
    opened: list[str] = []
    active = [True]
    sys.addaudithook(lambda event, args: opened.append(str(args[0])) if active[0] and event == "open" else None)
    with pytest.raises((UnsupportedImage, UnreadableFile)):
        read_image(ImageRef(tmp_path / name))
    active[0] = False
    others = {str(path) for path in tmp_path.iterdir() if path.name != name}
    assert others
    assert not others & set(opened)


@pytest.mark.parametrize("name", NAMES)
def test_cuts_and_flips_are_refused_in_words_or_shown(tmp_path: Path, name: str) -> None:
    sitk.WriteImage(volume(), tmp_path / name)
    whole = (tmp_path / name).read_bytes()
    random = np.random.default_rng(1)
    target = tmp_path / f"mutant{''.join(Path(name).suffixes)}"
    for index in range(150):
        data = bytearray(whole)
        if index % 3 == 0:
            del data[random.integers(1, len(data)) :]
        else:
            for position in random.integers(0, min(len(data), 500), 3):
                data[position] = random.integers(0, 256)
        target.write_bytes(bytes(data))
        try:
            display_values(read_image(ImageRef(target)))
        except InputProblem as problem:
            assert target.name in problem.message


def test_a_slope_and_intercept_of_nifti_are_the_modality_lut(tmp_path: Path) -> None:
    sitk.WriteImage(volume(), tmp_path / "a.nii")
    data = bytearray((tmp_path / "a.nii").read_bytes())
    data[112:120] = np.array([2.0, -1.0], "<f4").tobytes()
    (tmp_path / "a.nii").write_bytes(bytes(data))
    lut = read_image(ImageRef(tmp_path / "a.nii")).modality_lut
    assert (lut.slope, lut.intercept) == (2.0, -1.0)  # type: ignore[union-attr]
