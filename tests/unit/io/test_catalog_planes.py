"""The catalog knows where each image lies in the patient, by headers only."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from radviewer.io.catalog import scan
from tests.helpers.dicom_files import item, sequence, write

PIXELS = np.zeros((4, 6), dtype=np.uint16)
AXIAL = [1, 0, 0, 0, 1, 0]


def test_a_slice_has_its_plane_frame_of_reference_view_and_side(tmp_path: Path) -> None:
    write(
        tmp_path / "a.dcm",
        PIXELS,
        ImagePositionPatient=[-10, -20, 30],
        ImageOrientationPatient=AXIAL,
        PixelSpacing=[0.5, 0.25],
        FrameOfReferenceUID="2.25.77",
        ViewPosition="MLO",
        ImageLaterality="R",
    )
    found = scan([tmp_path]).studies[0].series[0].instances[0]
    assert found.frame_of_reference == "2.25.77"
    assert (found.view_position, found.laterality) == ("MLO", "R")
    (plane,) = found.planes
    assert plane is not None
    assert plane.position == (-10, -20, 30) and plane.spacing == (0.5, 0.25) and plane.shape == (4, 6)


def test_spacing_at_the_detector_does_not_place_an_image_in_the_patient(tmp_path: Path) -> None:
    write(
        tmp_path / "a.dcm",
        PIXELS,
        ImagePositionPatient=[0, 0, 0],
        ImageOrientationPatient=AXIAL,
        ImagerPixelSpacing=[0.5, 0.5],
    )
    assert scan([tmp_path]).studies[0].series[0].instances[0].planes == ()


def test_every_frame_of_a_multi_frame_image_has_a_plane_of_its_own(tmp_path: Path) -> None:
    frames = [
        item(PlanePositionSequence=sequence(item(ImagePositionPatient=[0, 0, 3.0 * number]))) for number in range(3)
    ]
    shared = item(
        PlaneOrientationSequence=sequence(item(ImageOrientationPatient=AXIAL)),
        PixelMeasuresSequence=sequence(item(PixelSpacing=[1, 1])),
    )
    write(
        tmp_path / "multi.dcm",
        np.stack([PIXELS] * 3),
        SharedFunctionalGroupsSequence=sequence(shared),
        PerFrameFunctionalGroupsSequence=sequence(*frames),
    )
    planes = scan([tmp_path]).studies[0].series[0].instances[0].planes
    assert [plane.position[2] for plane in planes if plane is not None] == [0.0, 3.0, 6.0]


def test_volumes_share_a_space_only_on_the_very_same_grid(tmp_path: Path) -> None:
    SimpleITK = pytest.importorskip("SimpleITK")
    for name, origin in (("a", (0, 0, 0)), ("b", (0, 0, 0)), ("c", (0, 0, 1))):
        volume = SimpleITK.GetImageFromArray(np.zeros((3, 4, 5), dtype=np.int16))
        volume.SetSpacing((0.5, 0.5, 2.0))
        volume.SetOrigin(origin)
        SimpleITK.WriteImage(volume, str(tmp_path / f"{name}.mha"))
    a, b, c = (series.instances[0] for series in scan([tmp_path]).studies[0].series)
    assert a.frame_of_reference == b.frame_of_reference != c.frame_of_reference
    assert [plane.position for plane in a.planes if plane is not None] == [(0, 0, 0), (0, 0, 2), (0, 0, 4)]
