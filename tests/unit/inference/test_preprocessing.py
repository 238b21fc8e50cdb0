"""Preprocessing brings an image to the model's grid and its transform brings maps back to the very place."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radviewer.core.errors import DegenerateImage, UnsupportedImage
from radviewer.core.image import Image, ImageRef, Rescale, VoiFunction, Window
from radviewer.inference.manifest import ColorUse, Fit, InputSpec, InputStage
from radviewer.inference.preprocessing import prepare, prepare_plane

SPEC = InputSpec(InputStage.VOI, 64, 64, 1, (0.0,), (1.0,))
WHOLE = (Window(127.5, 255.0, VoiFunction.LINEAR_EXACT),)


def image_of(pixels: np.ndarray, **more: object) -> Image:
    return Image(pixels=pixels, ref=ImageRef(Path("picture.png")), voi=WHOLE, **more)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(
    rows=st.integers(40, 300),
    columns=st.integers(40, 300),
    row=st.floats(0.3, 0.7),
    column=st.floats(0.3, 0.7),
    fit=st.sampled_from(list(Fit)),
    aspect=st.sampled_from([0.5, 1.0, 1.7]),
)
def test_a_bright_spot_is_found_again_after_resize_crop_and_pad(
    rows: int, columns: int, row: float, column: float, fit: Fit, aspect: float
) -> None:
    # A smooth spot: the centre of mass of a hard edge moves with the sampling grid's phase, that of a spot does not.
    at_r, at_c, wide_r, wide_c = row * rows, column * columns, max(2.0, rows / 25), max(2.0, columns / 25)
    line = np.exp(-(((np.arange(rows) + 0.5 - at_r) / wide_r) ** 2) / 2)
    across = np.exp(-(((np.arange(columns) + 0.5 - at_c) / wide_c) ** 2) / 2)
    pixels = (255 * line[:, None] * across[None] + 0.5).astype(np.uint8)
    if fit is Fit.CENTER_CROP and not 0.75 < rows * aspect / columns < 1.33:
        return  # the spot could be cropped away
    plane, grid = prepare_plane(image_of(pixels, aspect=aspect), dataclasses.replace(SPEC, fit=fit))
    weights = plane[0] / plane[0].sum()
    centre = (
        float((weights.sum(axis=1) * (np.arange(64) + 0.5)).sum()),
        float((weights.sum(axis=0) * (np.arange(64) + 0.5)).sum()),
    )
    expected = grid.to_target(at_r, at_c)
    assert centre == pytest.approx(expected, abs=0.05)
    back = grid.inverse(plane[0])
    peak = np.unravel_index(back.argmax(), back.shape)
    assert abs(peak[0] + 0.5 - at_r) <= 3 + rows / 64
    assert abs(peak[1] + 0.5 - at_c) <= 3 + columns / 64


def test_an_image_of_the_models_size_passes_unchanged() -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (64, 64), dtype=np.uint8)
    values, grid = prepare(image_of(pixels), SPEC)
    assert np.array_equal(values[0], pixels.astype(np.float32) / np.float32(255))
    assert grid.scale == (1.0, 1.0)
    assert grid.offset == (0.0, 0.0)


def test_letterbox_keeps_the_proportions_and_fills_the_margin() -> None:
    pixels = np.random.default_rng(1).integers(100, 256, (50, 100), dtype=np.uint8)
    plane, grid = prepare_plane(image_of(pixels), dataclasses.replace(SPEC, fill=0.25))
    assert grid.scale == (0.64, 0.64)
    assert (plane[0, :16] == 0.25).all()
    assert (plane[0, 48:] == 0.25).all()
    assert (plane[0, 16:48] > 0.3).all()


def test_pixels_that_are_not_square_are_shown_in_their_true_shape() -> None:
    pixels = np.random.default_rng(1).integers(100, 256, (50, 100), dtype=np.uint8)
    plane, _ = prepare_plane(image_of(pixels, aspect=2.0), SPEC)
    assert (plane[0] > 0.3).all()


def test_downsampling_does_not_alias() -> None:
    checkers = (np.indices((512, 512)).sum(axis=0) % 2 * 255).astype(np.uint8)
    plane, _ = prepare_plane(image_of(checkers), SPEC)
    assert np.abs(plane - 0.5).max() < 0.01


def test_the_stages_take_stored_modality_or_displayed_values() -> None:
    pixels = np.tile(np.arange(0, 1024, 16, dtype=np.int16), (64, 1))
    image = Image(
        pixels=pixels,
        ref=ImageRef(Path("ct.dcm")),
        modality_lut=Rescale(2.0, -1000.0, "HU"),
        voi=(Window(0.0, 400.0, VoiFunction.LINEAR_EXACT),),
        inverse=True,
    )
    stored = dataclasses.replace(SPEC, stage=InputStage.STORED, value_range=(0.0, 2000.0))
    assert prepare(image, stored)[0][0, 0, 32] == pytest.approx(512 / 2000)
    modality = dataclasses.replace(SPEC, stage=InputStage.MODALITY, value_range=(-1000.0, 1000.0))
    assert prepare(image, modality)[0][0, 0, 32] == pytest.approx((2 * 512 - 1000 + 1000) / 2000)
    shown = prepare(image, SPEC)[0][0, 0]
    assert shown[0] == 1.0  # inverse: what is low is shown bright
    assert shown[-1] == 0.0


def test_colour_becomes_luminance_unless_the_model_sees_colour() -> None:
    pixels = np.zeros((64, 64, 3), dtype=np.uint8)
    pixels[..., 0] = 200
    pixels[:32] = 0
    assert prepare(image_of(pixels), SPEC)[0][0, 40, 0] == pytest.approx(60 / 255)
    colored = dataclasses.replace(SPEC, channels=3, mean=(0.0,) * 3, std=(1.0,) * 3, color=ColorUse.RGB)
    assert prepare(image_of(pixels), colored)[0][:, 40, 0] == pytest.approx([200 / 255, 0, 0])
    with pytest.raises(UnsupportedImage):
        prepare(image_of(pixels), dataclasses.replace(SPEC, stage=InputStage.STORED, value_range=(0.0, 1.0)))


def test_grey_in_three_channels_is_the_same_as_grey_in_one() -> None:
    gray = np.random.default_rng(2).integers(0, 256, (90, 64), dtype=np.uint8)
    single = prepare(image_of(gray), SPEC)[0]
    triple = prepare(image_of(np.repeat(gray[..., None], 3, axis=2)), SPEC)[0]
    assert np.array_equal(single, triple)


def test_mean_and_std_are_applied_for_each_channel() -> None:
    pixels = np.random.default_rng(2).integers(0, 256, (64, 64), dtype=np.uint8)
    spec = dataclasses.replace(SPEC, channels=3, mean=(0.1, 0.2, 0.3), std=(1.0, 2.0, 4.0))
    values = prepare(image_of(pixels), spec)[0]
    share = pixels.astype(np.float32) / 255
    assert values.dtype == np.float32
    assert values[2] == pytest.approx((share - 0.3) / 4, abs=1e-6)


@pytest.mark.parametrize(
    "pixels",
    [
        np.full((64, 64), 7, dtype=np.uint8),
        np.zeros((64, 64), dtype=np.uint16),
        np.zeros((1, 1), dtype=np.uint8),
        np.tile(np.arange(200, dtype=np.uint8), (1, 100)),
        np.tile(np.arange(200, dtype=np.uint8), (20, 100)),
        np.full((64, 64), np.nan, dtype=np.float32),
        np.where(np.eye(64) > 0, np.inf, 1.0).astype(np.float32),
    ],
    ids=["constant", "zero", "1x1", "1x20000", "20x20000", "nan", "infinite"],
)
def test_an_image_that_holds_nothing_is_refused_in_words(pixels: np.ndarray) -> None:
    with pytest.raises(DegenerateImage) as caught:
        prepare(image_of(pixels), SPEC)
    assert "picture.png" in caught.value.message
