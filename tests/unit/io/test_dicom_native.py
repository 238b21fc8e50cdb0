"""Native pixel data: every photometric interpretation, depth, sign and byte order gives back what was stored."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.uid import ExplicitVRLittleEndian

from radviewer.core.errors import UnreadableFile, UnsupportedImage
from radviewer.core.image import ImageRef
from radviewer.io.dicom import open_dicom
from radviewer.io.dicom_pixels import ybr_full_to_rgb
from radviewer.io.quiet import collecting
from radviewer.io.reader import frame_count, read_image
from tests.helpers.dicom_files import NATIVE, dataset_of, save, write

RANDOM = np.random.default_rng(1)


def ramp(dtype: str, shape: tuple[int, ...] = (5, 7)) -> np.ndarray:
    info = np.iinfo(dtype)
    return RANDOM.integers(info.min, info.max, shape, dtype=dtype, endpoint=True)


@pytest.mark.parametrize("syntax", NATIVE)
@pytest.mark.parametrize("dtype", ["uint8", "int8", "uint16", "int16", "uint32", "int32"])
def test_grey_values_come_back_in_every_depth_sign_and_native_syntax(tmp_path: Path, syntax: str, dtype: str) -> None:
    pixels = ramp(dtype)
    image = read_image(ImageRef(write(tmp_path / "a", pixels, syntax)))
    assert image.pixels.dtype == np.dtype(dtype)
    np.testing.assert_array_equal(image.pixels, pixels)
    assert image.facts.warnings == ()
    assert image.facts.transfer_syntax_uid == syntax


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_float_pixel_data_comes_back(tmp_path: Path, dtype: str) -> None:
    pixels = RANDOM.normal(size=(4, 6)).astype(dtype)
    image = read_image(ImageRef(write(tmp_path / "a", pixels)))
    assert image.pixels.dtype == np.dtype(dtype)
    np.testing.assert_array_equal(image.pixels, pixels)


@pytest.mark.parametrize("planar", [0, 1])
@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_rgb_comes_back_in_both_planar_configurations(tmp_path: Path, planar: int, dtype: str) -> None:
    pixels = ramp(dtype, (2, 4, 6, 3))
    stored = np.ascontiguousarray(pixels.transpose(0, 3, 1, 2)) if planar else pixels
    dataset = dataset_of(pixels, PlanarConfiguration=planar, PixelData=stored.tobytes())
    path = save(tmp_path / "a", dataset)
    assert frame_count(path) == 2
    for frame in (0, 1):
        np.testing.assert_array_equal(read_image(ImageRef(path, frame)).pixels, pixels[frame])


def test_ybr_full_is_shown_as_rgb_by_the_standards_formula(tmp_path: Path) -> None:
    # PS3.3 C.7.6.3.1.2: black, white, and the three primaries
    ybr = np.array([[[0, 128, 128], [255, 128, 128], [76, 85, 255], [150, 44, 21], [29, 255, 107]]], np.uint8)
    image = read_image(ImageRef(write(tmp_path / "a", ybr, PhotometricInterpretation="YBR_FULL")))
    expected = np.array([[[0, 0, 0], [255, 255, 255], [255, 0, 0], [0, 255, 0], [0, 0, 255]]])
    assert np.abs(image.pixels.astype(int) - expected).max() <= 2
    np.testing.assert_array_equal(image.pixels, ybr_full_to_rgb(ybr, 8))


def test_ybr_conversion_agrees_with_pydicom_within_a_level() -> None:
    from pydicom.pixels.processing import convert_color_space

    ybr = ramp("uint8", (64, 64, 3))
    theirs = convert_color_space(ybr.copy(), "YBR_FULL", "RGB").astype(int)
    assert np.abs(ybr_full_to_rgb(ybr, 8).astype(int) - theirs).max() <= 1


def test_ybr_full_422_shares_chrominance_between_two_columns(tmp_path: Path) -> None:
    stored = np.array([[10, 200, 128, 128, 90, 90, 128, 128]], np.uint8)  # Y Y Cb Cr, twice
    dataset = dataset_of(np.zeros((1, 4, 3), np.uint8), PhotometricInterpretation="YBR_FULL_422")
    dataset.PixelData = stored.tobytes()
    image = read_image(ImageRef(save(tmp_path / "a", dataset)))
    assert image.pixels[0, :, 0].tolist() == [10, 200, 90, 90]


@pytest.mark.parametrize(("bits", "high"), [(12, 11), (12, 15), (10, 12)])
@pytest.mark.parametrize("signed", [0, 1])
def test_only_the_stored_bits_count_and_carry_the_sign(tmp_path: Path, bits: int, high: int, signed: int) -> None:
    low = -(1 << (bits - 1)) if signed else 0
    values = RANDOM.integers(low, low + (1 << bits), (6, 6))
    shift = high + 1 - bits
    garbage = RANDOM.integers(0, 1 << 16, (6, 6)) & ~(((1 << bits) - 1) << shift)
    stored = (((values & ((1 << bits) - 1)) << shift) | garbage).astype(np.uint16)
    path = write(tmp_path / "a", stored, BitsStored=bits, HighBit=high, PixelRepresentation=signed)
    image = read_image(ImageRef(path))
    np.testing.assert_array_equal(image.pixels, values)
    assert any("High Bit" in note for note in image.facts.warnings) == (high != bits - 1)


def test_single_bit_frames_that_do_not_end_on_a_byte_come_back(tmp_path: Path) -> None:
    bits = RANDOM.integers(0, 2, (3, 3, 5), dtype=np.uint8)
    dataset = dataset_of(bits, BitsAllocated=1, BitsStored=1, HighBit=0)
    packed = np.packbits(bits.reshape(-1), bitorder="little").tobytes()
    dataset.PixelData = packed + b"\0" * (len(packed) % 2)
    path = save(tmp_path / "a", dataset)
    for frame in range(3):
        np.testing.assert_array_equal(read_image(ImageRef(path, frame)).pixels, bits[frame])


@pytest.mark.parametrize("bits", [8, 16])
def test_palettes_become_rgb_of_8_bits(tmp_path: Path, bits: int) -> None:
    indices = np.array([[0, 1, 2, 3]], np.uint8)
    table = np.array([0, 64, 128, 255], np.uint16)
    entries = (table if bits == 8 else table * 257).astype("<u2")
    data = entries.astype(np.uint8).tobytes() if bits == 8 else entries.tobytes()
    dataset = dataset_of(indices, PhotometricInterpretation="PALETTE COLOR")
    for color in ("Red", "Green", "Blue"):
        setattr(dataset, f"{color}PaletteColorLookupTableDescriptor", [4, 0, bits])
        setattr(dataset, f"{color}PaletteColorLookupTableData", data if color != "Blue" else bytes(len(data)))
    image = read_image(ImageRef(save(tmp_path / "a", dataset)))
    assert image.is_color
    assert image.pixels[0, :, 0].tolist() == [0, 64, 128, 255]
    assert image.pixels[0, :, 2].tolist() == [0, 0, 0, 0]


def test_frames_are_counted_from_0_and_one_too_many_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a", ramp("uint16", (3, 4, 4)))
    assert frame_count(path) == 3
    for frame in (-1, 3):
        with pytest.raises(UnreadableFile, match=f"no frame {frame}"):
            read_image(ImageRef(path, frame))


def test_a_deflated_bomb_is_stopped_by_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("radviewer.io.dicom_header.MAX_INFLATED_BYTES", 1 << 20)
    path = write(tmp_path / "a", np.zeros((2000, 2000), np.uint16), NATIVE[3])
    assert path.stat().st_size < 50_000
    with pytest.raises(UnreadableFile, match="deflated"):
        read_image(ImageRef(path))


@pytest.mark.parametrize(
    ("attributes", "names"),
    [
        ({"Rows": 0}, "Rows"),
        ({"SamplesPerPixel": 2}, "2 samples"),
        ({"SamplesPerPixel": 3}, "MONOCHROME2"),
        ({"PhotometricInterpretation": "RGB"}, "RGB"),
        ({"PhotometricInterpretation": "PALETTE COLOR"}, "table is missing"),
        ({"BitsAllocated": 12}, "BitsAllocated"),
        ({"BitsStored": 17}, "BitsStored"),
        ({"PixelRepresentation": 2}, "PixelRepresentation"),
        ({"NumberOfFrames": "-1"}, "NumberOfFrames"),
        ({"NumberOfFrames": "2"}, "cut off"),
        ({"Rows": 65535, "Columns": 65535}, "limit"),
        ({"NumberOfFrames": "99999999"}, "limit"),
    ],
)
def test_headers_that_contradict_themselves_are_refused_by_name(
    tmp_path: Path, attributes: dict[str, object], names: str
) -> None:
    path = write(tmp_path / "a.dcm", ramp("uint16", (8, 8)), **attributes)
    with pytest.raises(UnreadableFile, match=names) as caught:
        open_dicom(path).read(0)
    assert str(path) in caught.value.message
    assert caught.value.hint


def test_cmyk_is_refused_as_unsupported(tmp_path: Path) -> None:
    path = write(tmp_path / "a", ramp("uint8", (4, 4, 3)), PhotometricInterpretation="CMYK")
    with pytest.raises(UnsupportedImage, match="CMYK"):
        read_image(ImageRef(path))


def test_a_report_is_named_as_what_it_is(tmp_path: Path) -> None:
    dataset = dataset_of(ramp("uint8"))
    for name in ("PixelData", "Rows", "Columns"):
        del dataset[name]
    dataset.SOPClassUID, dataset.Modality = "1.2.840.10008.5.1.4.1.1.88.11", "SR"
    with pytest.raises(UnsupportedImage, match=r"no image in this object; it is: Basic Text SR \(SR\)"):
        read_image(ImageRef(save(tmp_path / "a", dataset)))


def test_a_file_without_preamble_and_meta_is_read_with_a_warning(tmp_path: Path) -> None:
    pixels = ramp("int16")
    whole = write(tmp_path / "a", pixels, ExplicitVRLittleEndian).read_bytes()
    start = whole.index(b"\x08\x00\x16\x00UI")
    (tmp_path / "b").write_bytes(whole[start:])
    image = read_image(ImageRef(tmp_path / "b"))
    np.testing.assert_array_equal(image.pixels, pixels)
    assert any("preamble" in note for note in image.facts.warnings)


def test_every_cut_of_a_file_is_refused_or_warned_of(tmp_path: Path) -> None:
    pixels = ramp("int16", (16, 16))
    whole = write(tmp_path / "a", pixels).read_bytes()
    path = tmp_path / "cut.dcm"
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        try:
            image = read_image(ImageRef(path))
        except (UnreadableFile, UnsupportedImage) as error:
            assert "cut.dcm" in error.message
        else:
            assert image.facts.warnings
    path.write_bytes(whole[:-1])
    with pytest.raises(UnreadableFile, match="cut off"):
        read_image(ImageRef(path))


def test_pixels_equal_those_of_pydicom_for_its_own_native_examples(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL + 1, logger="pydicom.pixels.decoders.base")  # it says what it cannot decode
    folder = Path(pydicom.__file__).parent / "data" / "test_files"
    seen = 0
    for path in sorted(folder.glob("*.dcm")):
        with collecting():
            try:
                dataset = pydicom.dcmread(path)
                if dataset.file_meta.TransferSyntaxUID.is_encapsulated:
                    continue
                expected = dataset.pixel_array
            except (AttributeError, ValueError, pydicom.errors.InvalidDicomError, EOFError):
                continue
        reader = open_dicom(path)
        frames = [frame.pixels for frame in reader.all()]
        ours = frames[0] if len(frames) == 1 else np.stack(frames)
        if dataset.PhotometricInterpretation.startswith("YBR"):
            assert np.abs(ours.astype(int) - expected.astype(int)).max() <= 1, path.name
        else:
            np.testing.assert_array_equal(ours, expected, err_msg=path.name)
        assert ours.dtype == expected.dtype.newbyteorder("="), path.name
        seen += 1
    assert seen >= 15
