"""Masks of known evidence: found by name or by the image that they refer to, on the image's own grid."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from radviewer.core.errors import InputProblem
from radviewer.core.image import ImageFacts, ImageRef
from radviewer.io.export import write_png
from radviewer.io.masks import plain_name, read_masks
from radviewer.io.phantom_files import write_brain_mr
from radviewer.io.reader import read_image
from radviewer.pacs.map_objects import MapWords, map_segmentation

MASK = np.zeros((24, 40), dtype=np.uint8)
MASK[3:9, 20:33] = 255


@pytest.mark.parametrize("name", ["case1.png", "case1_mask.png", "case1-mask.png", "case1.mask.png", "case1_seg.png"])
def test_a_picture_is_the_mask_of_the_image_of_its_name(tmp_path: Path, name: str) -> None:
    write_png(tmp_path / name, MASK)
    found = read_masks(tmp_path).mask(ImageRef(Path("elsewhere/case1.dcm")), ImageFacts())
    assert found is not None
    np.testing.assert_array_equal(found, MASK > 0)
    assert read_masks(tmp_path).mask(ImageRef(Path("case2.dcm")), ImageFacts()) is None


def test_a_volume_is_the_mask_of_each_frame_of_the_volume_of_its_name(tmp_path: Path) -> None:
    import SimpleITK

    volume = np.zeros((3, 24, 40), dtype=np.uint8)
    volume[1] = MASK
    (tmp_path / "masks").mkdir()
    for folder in (tmp_path, tmp_path / "masks"):
        SimpleITK.WriteImage(SimpleITK.GetImageFromArray(volume), str(folder / "head.nii.gz"))
    masks = read_masks(tmp_path / "masks")
    for frame in range(3):
        ref = ImageRef(tmp_path / "head.nii.gz", frame)
        found = masks.mask(ref, ImageFacts())
        assert found is not None
        np.testing.assert_array_equal(found, read_image(ref).pixels > 0)
    assert any(masks.mask(ImageRef(tmp_path / "head.nii.gz", frame), ImageFacts()).any() for frame in range(3))


def test_a_segmentation_is_the_mask_of_the_image_that_it_refers_to_whatever_its_name(tmp_path: Path) -> None:
    first, second = (read_image(ImageRef(path)) for path in write_brain_mr(tmp_path / "mr", 32, 2))
    share = np.zeros(second.shape, dtype=np.float32)
    share[5:9, 6:12] = 0.9
    share[20:22] = 0.2  # below half: not in it
    (tmp_path / "masks").mkdir()
    words = MapWords("x", "Lesion", "m", "1", 1.0)
    (tmp_path / "masks" / "anything").write_bytes(map_segmentation(second, share, words))
    (tmp_path / "masks" / "notes.txt").write_text("not a mask")
    masks = read_masks(tmp_path / "masks")
    found = masks.mask(second.ref, second.facts)
    assert found is not None
    np.testing.assert_array_equal(found, share >= 0.5)
    assert masks.mask(first.ref, first.facts) is None


def test_what_cannot_serve_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="There is no"):
        read_masks(tmp_path / "missing")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputProblem, match="no masks in"):
        read_masks(tmp_path / "empty")
    for name in ("a.png", "a_mask.png"):
        write_png(tmp_path / name, MASK)
    with pytest.raises(InputProblem, match="masks of the same name"):
        read_masks(tmp_path)


def test_names_lose_their_ending_only_once() -> None:
    assert plain_name(Path("1.2.840.5")) == "1.2.840.5"
    assert plain_name(Path("x/head.nii.gz")) == "head"
    assert plain_name(Path("scan_mask.dcm")) == "scan_mask"
    assert plain_name(Path("_mask.png"), marks=True) == "_mask"
