"""The phantoms of the demonstration study: valid files, no two alike, a nodule where one should be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pydicom

from radviewer.workbench.study_phantoms import SIZE, write_cases


def test_each_phantom_is_a_valid_file_of_its_own_and_the_seed_makes_it_again(tmp_path: Path) -> None:
    positives = [True, False, True, False]
    paths = [case.path for case in write_cases(tmp_path / "a", positives, 3)]
    datasets = [pydicom.dcmread(path) for path in paths]
    for name in ("SOPInstanceUID", "SeriesInstanceUID", "StudyInstanceUID"):
        uids = [getattr(dataset, name) for dataset in datasets]
        assert len(set(uids)) == 4
        assert all(uid.is_valid for uid in uids)
    for dataset in datasets:
        assert dataset.file_meta.MediaStorageSOPInstanceUID == dataset.SOPInstanceUID
        assert "PHANTOM" in dataset.StudyDescription
        assert dataset.pixel_array.shape == (SIZE, SIZE)
    again = [case.path for case in write_cases(tmp_path / "b", positives, 3)]
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in paths]
    assert not list((tmp_path / "a").glob("base"))


def test_only_positive_phantoms_hold_a_nodule(tmp_path: Path) -> None:
    with_nodule, without, other = write_cases(tmp_path, [True, False, False], 3)
    images = [pydicom.dcmread(path).pixel_array.astype(float) for path in (with_nodule.path, without.path, other.path)]
    # Mean of 5 x 5 pixels, so that noise (standard deviation 250) shrinks to 50 and a nodule (3,200) does not.
    blocks = [image[:255, :255].reshape(51, 5, 51, 5).mean(axis=(1, 3)) for image in images]
    assert np.abs(blocks[0] - blocks[1]).max() > 1500
    assert np.abs(blocks[2] - blocks[1]).max() < 500
    row, column = np.unravel_index(np.abs(blocks[0] - blocks[1]).argmax(), blocks[0].shape)
    assert np.hypot(row * 5 + 2.5 - with_nodule.row, column * 5 + 2.5 - with_nodule.column) < with_nodule.radius + 5
