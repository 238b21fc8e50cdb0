"""Segmentations of files with several frames: one frame for each explained frame, each naming the frame it is of."""

from __future__ import annotations

import copy
import io
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.uid import generate_uid

from radviewer.core.image import Image, ImageRef
from radviewer.io.masks import read_masks
from radviewer.io.phantom_files import write_brain_mr
from radviewer.io.reader import read_image
from radviewer.pacs.map_objects import maps_segmentation
from tests.helpers.dicom_files import item, save, sequence
from tests.unit.pacs.test_map_objects import WORDS, errors_of

FRAMES, SIZE = 4, 32
ENHANCED_MR = "1.2.840.10008.5.1.4.1.1.4.1"
MULTI_FRAME_US = "1.2.840.10008.5.1.4.1.1.3.1"


def multi_frame(tmp_path: Path, sop_class: str) -> Path:
    """Slices of the brain phantom as one file: an enhanced MR with its planes, or ultrasound without any geometry."""
    parts = [pydicom.dcmread(path) for path in write_brain_mr(tmp_path / "parts", SIZE, FRAMES)]
    made: Dataset = copy.deepcopy(parts[0])
    made.SOPClassUID = made.file_meta.MediaStorageSOPClassUID = sop_class
    made.SOPInstanceUID = made.file_meta.MediaStorageSOPInstanceUID = generate_uid()
    made.NumberOfFrames = FRAMES
    made.PixelData = b"".join(part.PixelData for part in parts)
    if sop_class == ENHANCED_MR:
        shared = item(
            PlaneOrientationSequence=sequence(item(ImageOrientationPatient=parts[0].ImageOrientationPatient)),
            PixelMeasuresSequence=sequence(
                item(PixelSpacing=parts[0].PixelSpacing, SliceThickness=1.0, SpacingBetweenSlices=1.0)
            ),
        )
        made.SharedFunctionalGroupsSequence = Sequence([shared])
        made.PerFrameFunctionalGroupsSequence = Sequence(
            [
                item(PlanePositionSequence=sequence(item(ImagePositionPatient=part.ImagePositionPatient)))
                for part in parts
            ]
        )
    else:
        del made.FrameOfReferenceUID
        made.Modality = "US"
    for keyword in ("ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing", "SliceThickness"):
        if keyword in made:
            delattr(made, keyword)
    return save(tmp_path / "frames.dcm", made)


@pytest.fixture(params=[ENHANCED_MR, MULTI_FRAME_US], ids=["enhanced-mr", "ultrasound"])
def image(request: pytest.FixtureRequest, tmp_path: Path) -> Image:
    return read_image(ImageRef(multi_frame(tmp_path, request.param), 2))


def shares(*frames: int) -> dict[int, np.ndarray]:
    found = {}
    for frame in frames:
        found[frame] = np.zeros((SIZE, SIZE), dtype=np.float32)
        found[frame][4 : 4 + 4 * (frame + 1), 8:16] = 0.8
    return found


def test_there_is_a_frame_for_each_explained_frame_that_names_its_source_frame(image: Image) -> None:
    made = pydicom.dcmread(io.BytesIO(maps_segmentation(image, shares(1, 3), WORDS)))
    assert made.NumberOfFrames == 2
    source = pydicom.dcmread(image.ref.path)
    found = set()
    for place, groups in enumerate(made.PerFrameFunctionalGroupsSequence):
        named = groups.DerivationImageSequence[0].SourceImageSequence[0]
        frame = int(named.ReferencedFrameNumber) - 1
        assert named.ReferencedSOPInstanceUID == source.SOPInstanceUID
        np.testing.assert_allclose(made.pixel_array[place] / 255, shares(frame)[frame], atol=0.01)
        found.add(frame)
    assert found == {1, 3}


def test_it_is_valid(image: Image, tmp_path: Path) -> None:
    assert errors_of(maps_segmentation(image, shares(0, 1, 2, 3), WORDS), tmp_path) == []


def test_it_can_be_read_back_as_the_mask_of_each_frame(image: Image, tmp_path: Path) -> None:
    folder = tmp_path / "masks"
    folder.mkdir()
    (folder / "made.dcm").write_bytes(maps_segmentation(image, shares(1, 3), WORDS))
    masks = read_masks(folder)
    for frame in (1, 3):
        found = masks.mask(ImageRef(image.ref.path, frame), image.facts)
        assert found is not None
        np.testing.assert_array_equal(found, shares(frame)[frame] > 0)
    assert masks.mask(ImageRef(image.ref.path, 0), image.facts) is None


def test_a_map_of_zeros_still_makes_a_segmentation(image: Image) -> None:
    made = pydicom.dcmread(io.BytesIO(maps_segmentation(image, {0: np.zeros((SIZE, SIZE), np.float32)}, WORDS)))
    assert not made.pixel_array.any()
