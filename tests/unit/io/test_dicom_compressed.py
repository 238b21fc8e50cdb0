"""Compressed pixel data: each transfer syntax through its pinned decoder, offset tables, and lies of the codestream."""

from __future__ import annotations

import logging
import struct
from pathlib import Path

import imagecodecs
import numpy as np
import pydicom
import pytest
from openjpeg.utils import encode_array
from pydicom.uid import (
    HTJ2KLossless,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLosslessSV1,
    JPEGLSLossless,
    RLELossless,
)

from radviewer.core.errors import UnreadableFile, UnsupportedImage
from radviewer.core.image import ImageRef
from radviewer.io.dicom import open_dicom
from radviewer.io.quiet import collecting
from radviewer.io.reader import read_image
from tests.helpers.dicom_files import dataset_of, save, write_encapsulated

RANDOM = np.random.default_rng(2)
JPEG_XL_LOSSLESS = "1.2.840.10008.1.2.4.110"


def smooth(shape: tuple[int, ...], top: int) -> np.ndarray:
    rows, columns = np.indices(shape[:2])
    plane = (np.sin(rows / 5) + np.cos(columns / 7) + 2) / 4 * top
    return plane if len(shape) == 2 else np.stack([plane, plane[::-1], plane[:, ::-1]], axis=-1)


def rle(frame: np.ndarray) -> bytes:
    from rle import encode_pixel_data

    rows, columns = frame.shape[:2]
    samples = frame.shape[2] if frame.ndim == 3 else 1
    return bytes(
        encode_pixel_data(
            np.ascontiguousarray(frame).tobytes(), rows=rows, columns=columns, samples_per_pixel=samples,
            bits_allocated=frame.dtype.itemsize * 8, byteorder="<",
            planar_configuration=0, number_of_frames=1,
        )
    )  # fmt: skip


LOSSLESS = {
    RLELossless: rle,
    JPEGLosslessSV1: lambda frame: imagecodecs.jpeg8_encode(frame, lossless=True, predictor=1, bitspersample=None),
    JPEGLSLossless: imagecodecs.jpegls_encode,
    JPEG2000Lossless: lambda frame: encode_array(
        frame, photometric_interpretation=1 if frame.ndim == 3 else 2, use_mct=False
    ),
    HTJ2KLossless: lambda frame: imagecodecs.htj2k_encode(frame, reversible=True),
    JPEG_XL_LOSSLESS: lambda frame: imagecodecs.jpegxl_encode(frame, lossless=True),
}


@pytest.mark.parametrize("syntax", LOSSLESS, ids=lambda uid: pydicom.uid.UID(uid).name)
@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize("color", [False, True], ids=["grey", "rgb"])
def test_lossless_syntaxes_give_back_the_very_values(tmp_path: Path, syntax: str, dtype: str, color: bool) -> None:
    shape = (40, 56, 3) if color else (40, 56)
    frames = np.stack([smooth(shape, np.iinfo(dtype).max).astype(dtype), np.zeros(shape, dtype)])
    codestreams = [LOSSLESS[syntax](frame) for frame in frames]
    path = write_encapsulated(tmp_path / "a", frames, codestreams, syntax)
    for index, frame in enumerate(frames):
        image = read_image(ImageRef(path, index))
        np.testing.assert_array_equal(image.pixels, frame)
        assert image.facts.decoder and image.facts.warnings == ()


@pytest.mark.parametrize("syntax", [RLELossless, JPEGLosslessSV1, JPEGLSLossless, JPEG2000Lossless])
def test_signed_values_of_12_bits_keep_their_sign(tmp_path: Path, syntax: str) -> None:
    values = (smooth((32, 32), 4095) - 2048).astype(np.int16)
    if syntax == JPEG2000Lossless:
        codestream = encode_array(values, photometric_interpretation=2, bits_stored=12)
    else:  # the others store the 12 bits, or all 16, without a sign of their own
        codestream = LOSSLESS[syntax](
            values.view(np.uint16) if syntax == RLELossless else values.view(np.uint16) & 4095
        )
    path = write_encapsulated(tmp_path / "a", values, [codestream], syntax, BitsStored=12, HighBit=11)
    np.testing.assert_array_equal(read_image(ImageRef(path)).pixels, values)


@pytest.mark.parametrize("photometric", ["YBR_FULL_422", "RGB"])
def test_lossy_jpeg_in_colour_is_shown_as_rgb_within_its_loss(tmp_path: Path, photometric: str) -> None:
    pixels = smooth((64, 64, 3), 255).astype(np.uint8)
    options = {"outcolorspace": "RGB", "colorspace": "RGB"} if photometric == "RGB" else {"subsampling": "422"}
    codestream = imagecodecs.jpeg8_encode(pixels, level=95, **options)
    path = write_encapsulated(
        tmp_path / "a", pixels, [codestream], JPEGBaseline8Bit, PhotometricInterpretation=photometric
    )
    assert np.abs(read_image(ImageRef(path)).pixels.astype(int) - pixels).mean() < 4


def test_fragments_without_offset_table_are_told_apart_by_their_start_markers(tmp_path: Path) -> None:
    frames = np.stack([smooth((32, 32), 255).astype(np.uint8), np.full((32, 32), 9, np.uint8)])
    first, second = (imagecodecs.jpegls_encode(frame) for frame in frames)
    cut = len(first) // 2 // 2 * 2
    parts = [first[:cut], first[cut:], second]
    path = write_encapsulated(tmp_path / "a", frames, parts, JPEGLSLossless, has_bot=False)
    for index in (0, 1):
        np.testing.assert_array_equal(read_image(ImageRef(path, index)).pixels, frames[index])


def test_an_extended_offset_table_is_used(tmp_path: Path) -> None:
    frames = np.stack([smooth((32, 32), 255).astype(np.uint8), np.full((32, 32), 9, np.uint8)])
    codestreams = [rle(frame) for frame in frames]
    codestreams = [data + b"\0" * (len(data) % 2) for data in codestreams]
    offsets = struct.pack("<QQ", 0, len(codestreams[0]) + 8)
    lengths = struct.pack("<QQ", *map(len, codestreams))
    path = write_encapsulated(
        tmp_path / "a", frames, codestreams, RLELossless, has_bot=False, ExtendedOffsetTable=offsets,
        ExtendedOffsetTableLengths=lengths,
    )  # fmt: skip
    np.testing.assert_array_equal(read_image(ImageRef(path, 1)).pixels, frames[1])


def test_a_wild_offset_table_is_not_believed_and_the_image_says_so(tmp_path: Path) -> None:
    frames = np.stack([np.full((8, 8), value, np.uint8) for value in (1, 2)])
    path = write_encapsulated(tmp_path / "a", frames, [rle(frame) for frame in frames], RLELossless)
    data = path.read_bytes()
    table = data.index(b"\xfe\xff\x00\xe0\x08\x00\x00\x00") + 8
    path.write_bytes(data[: table + 4] + b"\x00\xff\xff\xff" + data[table + 8 :])
    image = read_image(ImageRef(path, 1))
    assert image.pixels[0, 0] == 2
    assert any("offsets is wrong" in note for note in image.facts.warnings)


def test_a_codestream_of_another_size_than_the_header_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    small = smooth((48, 40), 255).astype(np.uint8)
    for syntax in (JPEGBaseline8Bit, JPEGLSLossless, JPEG2000Lossless, RLELossless):
        codestream = imagecodecs.jpeg8_encode(small) if syntax == JPEGBaseline8Bit else LOSSLESS[syntax](small)
        path = write_encapsulated(tmp_path / "a.dcm", np.zeros((64, 64), np.uint8), [codestream], syntax)
        with pytest.raises(UnreadableFile, match=r"a\.dcm"):
            read_image(ImageRef(path))


def test_a_lossy_stream_that_is_labelled_lossless_is_shown_with_a_warning(tmp_path: Path) -> None:
    pixels = smooth((32, 32), 255).astype(np.uint8)
    codestream = imagecodecs.jpeg8_encode(pixels, level=90)
    image = read_image(ImageRef(write_encapsulated(tmp_path / "a", pixels, [codestream], JPEGLosslessSV1)))
    assert any("lossy" in note for note in image.facts.warnings)


def test_native_pixels_under_a_compressed_label_and_the_reverse_are_refused(tmp_path: Path) -> None:
    dataset = dataset_of(np.zeros((8, 8), np.uint8))
    path = save(tmp_path / "a.dcm", dataset)
    data = path.read_bytes().replace(b"1.2.840.10008.1.2.1\0", b"1.2.840.10008.1.2.5\0")
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match="native"):
        read_image(ImageRef(path))
    other = write_encapsulated(
        tmp_path / "b.dcm", np.zeros((8, 8), np.uint8), [rle(np.zeros((8, 8), np.uint8))], RLELossless
    )
    other.write_bytes(other.read_bytes().replace(b"1.2.840.10008.1.2.5\0", b"1.2.840.10008.1.2.1\0"))
    with pytest.raises(UnreadableFile, match="encapsulated"):
        read_image(ImageRef(other))


def test_video_is_named_as_not_supported(tmp_path: Path) -> None:
    path = write_encapsulated(tmp_path / "a", np.zeros((8, 8), np.uint8), [b"\0\0"], "1.2.840.10008.1.2.4.102")
    with pytest.raises(UnsupportedImage, match="MPEG-4"):
        read_image(ImageRef(path))


def test_random_codestreams_are_refused_in_words(tmp_path: Path) -> None:
    pixels = np.zeros((64, 64), np.uint8)
    for syntax, encode in LOSSLESS.items():
        real = encode(smooth((64, 64), 255).astype(np.uint8))
        for _ in range(3):
            damaged = bytearray(real)
            for position in RANDOM.integers(len(real) // 4, len(real), 30):
                damaged[position] = RANDOM.integers(0, 256)
            path = write_encapsulated(tmp_path / "a.dcm", pixels, [bytes(damaged)], syntax)
            try:
                assert read_image(ImageRef(path)).pixels.shape == (64, 64)
            except UnreadableFile as error:
                assert "a.dcm" in error.message


def test_pixels_equal_those_of_pydicom_for_its_own_lossless_examples(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL + 1, logger="pydicom.pixels.decoders.base")  # it says what it cannot decode
    folder = Path(pydicom.__file__).parent / "data" / "test_files"
    seen = 0
    for path in sorted(folder.glob("*.dcm")):
        with collecting():
            try:
                dataset = pydicom.dcmread(path)
                if dataset.file_meta.TransferSyntaxUID not in (*LOSSLESS, pydicom.uid.JPEGLSNearLossless):
                    continue
                expected = dataset.pixel_array
            except (AttributeError, RuntimeError, ValueError, pydicom.errors.InvalidDicomError):
                continue
        frames = [frame.pixels for frame in open_dicom(path).all()]
        ours = frames[0] if len(frames) == 1 else np.stack(frames)
        np.testing.assert_array_equal(ours, expected, err_msg=path.name)
        seen += 1
    assert seen >= 10
