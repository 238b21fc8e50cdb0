"""PNG, JPEG, TIFF and BMP: exact values, grey stays grey, and what was changed is said."""

from __future__ import annotations

import io
from pathlib import Path

import imagecodecs
import numpy as np
import PIL.Image
import pytest
import tifffile

from radviewer.core.errors import UnreadableFile, UnsupportedImage
from radviewer.core.grayscale import display_values
from radviewer.core.image import ImageRef
from radviewer.io.reader import frame_count, read_image

RAMP8 = np.arange(48, dtype=np.uint8).reshape(6, 8) * 5
RAMP16 = np.arange(48, dtype=np.uint16).reshape(6, 8) * 1300


def save(path: Path, pixels: np.ndarray, **options: object) -> Path:
    PIL.Image.fromarray(pixels).save(path, **options)
    return path


@pytest.mark.parametrize("suffix", ["png", "tif", "bmp"])
def test_8_bit_grey_comes_back_and_is_shown_as_it_is(tmp_path: Path, suffix: str) -> None:
    image = read_image(ImageRef(save(tmp_path / f"a.{suffix}", RAMP8)))
    np.testing.assert_array_equal(image.pixels, RAMP8)
    np.testing.assert_array_equal(display_values(image), RAMP8)
    assert image.facts.warnings == ()


@pytest.mark.parametrize("suffix", ["png", "tif"])
def test_16_bit_grey_comes_back_and_its_window_is_the_whole_range(tmp_path: Path, suffix: str) -> None:
    image = read_image(ImageRef(save(tmp_path / f"a.{suffix}", RAMP16)))
    assert image.pixels.dtype == np.uint16
    np.testing.assert_array_equal(image.pixels, RAMP16)
    assert (image.voi[0].center, image.voi[0].width) == (32768, 65536)  # type: ignore[union-attr]


def test_rgb_with_equal_components_reads_as_grey_and_real_colour_is_flagged(tmp_path: Path) -> None:
    grey = read_image(ImageRef(save(tmp_path / "a.png", np.repeat(RAMP8[..., None], 3, axis=2))))
    np.testing.assert_array_equal(grey.pixels, RAMP8)
    color = np.stack([RAMP8, RAMP8[::-1], RAMP8], axis=-1)
    image = read_image(ImageRef(save(tmp_path / "b.png", color)))
    np.testing.assert_array_equal(image.pixels, color)
    assert any("not a radiograph" in note for note in image.facts.warnings)


def test_16_bit_colour_and_alpha_of_a_png_keep_their_bits(tmp_path: Path) -> None:
    color = np.stack([RAMP16, RAMP16[::-1], RAMP16, np.full_like(RAMP16, 65535)], axis=-1)
    path = tmp_path / "a.png"
    path.write_bytes(imagecodecs.png_encode(color))
    np.testing.assert_array_equal(read_image(ImageRef(path)).pixels, color[..., :3])
    path.write_bytes(imagecodecs.png_encode(np.ascontiguousarray(color[..., [0, 3]])))
    np.testing.assert_array_equal(read_image(ImageRef(path)).pixels, RAMP16)


def test_transparent_pixels_are_shown_as_stored_with_a_warning(tmp_path: Path) -> None:
    pixels = np.dstack([RAMP8, np.zeros_like(RAMP8)])
    image = read_image(ImageRef(save(tmp_path / "a.png", pixels)))
    np.testing.assert_array_equal(image.pixels, RAMP8)
    assert any("transparent" in note for note in image.facts.warnings)


def test_a_palette_becomes_its_colours(tmp_path: Path) -> None:
    picture = PIL.Image.fromarray(np.array([[0, 1, 2]], np.uint8), mode=None).convert("P")
    picture.putpalette([0, 0, 0, 255, 0, 0, 0, 0, 255])
    picture.putdata([0, 1, 2])
    picture.save(tmp_path / "a.png")
    assert read_image(ImageRef(tmp_path / "a.png")).pixels[0].tolist() == [[0, 0, 0], [255, 0, 0], [0, 0, 255]]


@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_exif_orientation_turns_the_picture_upright_and_says_so(tmp_path: Path, suffix: str) -> None:
    pixels = np.zeros((8, 16), np.uint8)
    pixels[:, :8] = 255
    exif = PIL.Image.Exif()
    exif[0x0112] = 6
    image = read_image(ImageRef(save(tmp_path / f"a.{suffix}", pixels, exif=exif)))
    assert image.shape == (16, 8)
    assert image.pixels[0].min() > 250
    assert image.pixels[-1].max() < 5
    assert any("EXIF" in note for note in image.facts.warnings)


def test_pages_of_a_tiff_are_frames(tmp_path: Path) -> None:
    stack = np.stack([RAMP16, RAMP16[::-1], RAMP16[:, ::-1]])
    tifffile.imwrite(tmp_path / "a.tif", stack, photometric="minisblack", compression="zlib")
    assert frame_count(tmp_path / "a.tif") == 3
    for page in range(3):
        np.testing.assert_array_equal(read_image(ImageRef(tmp_path / "a.tif", page)).pixels, stack[page])
    with pytest.raises(UnreadableFile, match="no frame 3"):
        read_image(ImageRef(tmp_path / "a.tif", 3))


def test_white_is_zero_tiffs_are_inverted_at_presentation_not_in_their_values(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "a.tif", RAMP8, photometric="miniswhite")
    image = read_image(ImageRef(tmp_path / "a.tif"))
    np.testing.assert_array_equal(image.pixels, RAMP8)
    assert image.inverse
    np.testing.assert_array_equal(display_values(image), 255 - RAMP8)


def test_float_and_signed_tiffs_come_back(tmp_path: Path) -> None:
    for values in (np.linspace(-1, 1, 48, dtype=np.float32).reshape(6, 8), RAMP16.astype(np.int16)):
        tifffile.imwrite(tmp_path / "a.tif", values)
        np.testing.assert_array_equal(read_image(ImageRef(tmp_path / "a.tif")).pixels, values)


def test_the_content_decides_and_a_wrong_name_is_told(tmp_path: Path) -> None:
    save(tmp_path / "a.tif", RAMP8)
    (tmp_path / "a.tif").rename(tmp_path / "a.png")
    image = read_image(ImageRef(tmp_path / "a.png"))
    assert image.facts.kind == "tiff"
    assert any("name" in note for note in image.facts.warnings)


def test_a_picture_that_is_named_as_dicom_is_refused(tmp_path: Path) -> None:
    save(tmp_path / "a.png", RAMP8)
    (tmp_path / "a.png").rename(tmp_path / "a.dcm")
    with pytest.raises(UnreadableFile, match="named as DICOM but holds a PNG"):
        read_image(ImageRef(tmp_path / "a.dcm"))


def test_postscript_named_png_starts_nothing_and_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n")
    with pytest.raises(UnsupportedImage, match="text"):
        read_image(ImageRef(tmp_path / "a.png"))


def test_a_picture_beyond_the_limit_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    data = bytearray(io.BytesIO().getvalue())
    data += b"\x89PNG\r\n\x1a\n"
    header = b"IHDR" + (40_000).to_bytes(4, "big") * 2 + b"\x10\0\0\0\0"
    import zlib

    data += (13).to_bytes(4, "big") + header + zlib.crc32(header).to_bytes(4, "big")
    (tmp_path / "a.png").write_bytes(bytes(data))
    with pytest.raises(UnreadableFile, match=r"a\.png"):
        read_image(ImageRef(tmp_path / "a.png"))


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif", "bmp"])
def test_every_cut_of_a_picture_is_refused_in_words_or_read(tmp_path: Path, suffix: str) -> None:
    whole = save(tmp_path / f"a.{suffix}", np.random.default_rng(0).integers(0, 255, (20, 20), np.uint8)).read_bytes()
    path = tmp_path / f"cut.{suffix}"
    refused = 0
    for length in range(0, len(whole), 23):
        path.write_bytes(whole[:length])
        try:
            read_image(ImageRef(path))
        except (UnreadableFile, UnsupportedImage) as error:
            refused += 1
            assert path.name in error.message
    assert refused >= 0.9 * (len(whole) // 23)
