"""Forms that the standards have retired or followed up, and that archives still hold."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk

from radviewer.core.errors import UnsupportedImage
from radviewer.core.image import ImageRef
from radviewer.io.reader import frame_count, read_image
from tests.helpers.dicom_files import dataset_of, save, write

RANDOM = np.random.default_rng(5)


def with_plane_in_bit(path: Path, bit: int, mask: np.ndarray, values: np.ndarray, frames: int = 1) -> Path:
    """12 of 16 bits hold values, one of the others an overlay without Overlay Data."""
    stored = (values | (mask.astype(np.uint16) << bit)).astype(np.uint16)
    dataset = dataset_of(stored, BitsStored=12, HighBit=11)
    rows, columns = mask.shape[-2:]
    for element, vr, value in (
        (0x0010, "US", rows), (0x0011, "US", columns), (0x0040, "CS", "G"), (0x0050, "SS", [1, 1]),
        (0x0100, "US", 16), (0x0102, "US", bit), (0x1500, "LO", "drawn by hand"),
    ):  # fmt: skip
        dataset.add_new((0x6000, element), vr, value)
    return save(path, dataset)


@pytest.mark.parametrize("bit", [12, 15])
def test_an_overlay_in_an_unused_bit_is_read_and_the_values_do_not_hold_it(tmp_path: Path, bit: int) -> None:
    mask = RANDOM.random((5, 7)) < 0.5
    values = RANDOM.integers(0, 4096, (5, 7)).astype(np.uint16)
    image = read_image(ImageRef(with_plane_in_bit(tmp_path / "a", bit, mask, values)))
    np.testing.assert_array_equal(image.pixels, values)
    (plane,) = image.overlays
    np.testing.assert_array_equal(plane.mask, mask)
    assert (plane.label, plane.is_roi) == ("drawn by hand", False)
    assert not [note for note in image.facts.warnings if "overlay" in note.lower()]


def test_each_frame_has_its_own_overlay_in_its_bits(tmp_path: Path) -> None:
    mask = RANDOM.random((3, 5, 7)) < 0.5
    values = RANDOM.integers(0, 4096, (3, 5, 7)).astype(np.uint16)
    path = with_plane_in_bit(tmp_path / "a", 13, mask, values)
    for frame in range(3):
        np.testing.assert_array_equal(read_image(ImageRef(path, frame)).overlays[0].mask, mask[frame])


def test_an_overlay_bit_within_the_values_is_not_believed(tmp_path: Path) -> None:
    values = RANDOM.integers(0, 4096, (5, 7)).astype(np.uint16)
    image = read_image(ImageRef(with_plane_in_bit(tmp_path / "a", 3, np.zeros((5, 7), bool), values)))
    assert image.overlays == ()
    assert any("not shown" in note for note in image.facts.warnings)


def test_partial_ybr_is_turned_into_rgb_over_the_full_range(tmp_path: Path) -> None:
    rgb = np.array([[0, 0, 0], [255, 255, 255], [255, 0, 0], [0, 255, 0], [0, 0, 255], [90, 120, 30]], np.float64)
    # PS3.3-2017 C.7.6.3.1.2, YBR_PARTIAL_422
    matrix = np.array([[0.2568, 0.5041, 0.0979], [-0.1482, -0.2910, 0.4392], [0.4392, -0.3678, -0.0714]])
    ybr = np.rint(rgb @ matrix.T + (16, 128, 128)).astype(np.uint8)
    stored = np.concatenate([np.array([y, y, cb, cr], np.uint8) for y, cb, cr in ybr])
    dataset = dataset_of(np.zeros((1, 12, 3), np.uint8), PhotometricInterpretation="YBR_PARTIAL_422")
    dataset.PixelData = stored.tobytes()
    image = read_image(ImageRef(save(tmp_path / "a", dataset)))
    assert np.abs(image.pixels[0, ::2].astype(float) - rgb).max() <= 2.5


def test_partial_ybr_420_is_refused_by_its_name(tmp_path: Path) -> None:
    path = write(tmp_path / "a", np.zeros((4, 4, 3), np.uint8), PhotometricInterpretation="YBR_PARTIAL_420")
    with pytest.raises(UnsupportedImage, match="YBR_PARTIAL_420"):
        read_image(ImageRef(path))


def nifti_2(first: bytes, order: str) -> bytes:
    """A NIfTI-2 file of the same content as a NIfTI-1 file, by the layout of nifti2.h."""

    def old(code: str, offset: int) -> tuple[float, ...]:
        return struct.unpack_from("<" + code, first, offset)

    data = np.frombuffer(first[int(old("f", 108)[0]) :], "<i2").astype(f"{order}i2").tobytes()
    parts = (
        struct.pack(f"{order}i8s2h8q3d", 540, b"n+2\0\r\n\x1a\n", *old("2h", 70), *old("8h", 40), 0, 0, 0),
        struct.pack(f"{order}8dq2d4d2q", *old("8f", 76), 544, *old("2f", 112), 0, 0, 0, 0, 0, 0),
        bytes(104),
        struct.pack(f"{order}2i", *old("2h", 252)),
        struct.pack(f"{order}6d12d", *old("3f", 256), *old("3f", 268), *old("12f", 280)),
        struct.pack(f"{order}3i", 0, old("B", 123)[0], 0),
        bytes(32),
    )
    header = b"".join(parts)
    assert len(header) == 540
    return header + bytes(4) + data


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("packed", [False, True])
def test_nifti_2_says_the_same_as_nifti_1(tmp_path: Path, order: str, packed: bool) -> None:
    image = sitk.GetImageFromArray(RANDOM.integers(-900, 900, (4, 6, 5)).astype(np.int16))
    image.SetSpacing((0.5, 0.75, 3.0))
    image.SetOrigin((-10.0, 20.0, 30.5))
    image.SetDirection(sitk.Euler3DTransform((0, 0, 0), 0.2, -0.3, 0.4).GetMatrix())
    sitk.WriteImage(image, tmp_path / "one.nii")
    content = nifti_2((tmp_path / "one.nii").read_bytes(), order)
    path = tmp_path / "two.nii"
    path.write_bytes(gzip.compress(content) if packed else content)
    assert frame_count(path) == 4
    for frame in range(4):
        one, two = read_image(ImageRef(tmp_path / "one.nii", frame)), read_image(ImageRef(path, frame))
        np.testing.assert_array_equal(one.pixels, two.pixels)
        np.testing.assert_allclose(one.position, two.position, atol=1e-4)
        np.testing.assert_allclose(one.orientation, two.orientation, atol=1e-6)
        assert (one.spacing, one.modality_lut) == (two.spacing, two.modality_lut)


def test_a_nifti_2_header_whose_data_lies_elsewhere_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.nii"
    path.write_bytes(struct.pack("<i8s", 540, b"ni2\0\r\n\x1a\n") + bytes(600))
    with pytest.raises(UnsupportedImage, match="another file"):
        read_image(ImageRef(path))
