"""The grey-scale pipeline against the formulas and tables of PS3.3 C.11, and by properties."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radviewer.core.grayscale import (
    Presentation,
    apply_modality,
    apply_voi,
    display_values,
    full_range,
    modality_range,
)
from radviewer.core.image import Image, ImageRef, LookupTable, Rescale, VoiFunction, Window

LINEAR, EXACT, SIGMOID = VoiFunction.LINEAR, VoiFunction.LINEAR_EXACT, VoiFunction.SIGMOID


def image(pixels: object, dtype: str = "int16", **fields: object) -> Image:
    return Image(pixels=np.atleast_2d(np.array(pixels, dtype=dtype)), ref=ImageRef(Path("x")), **fields)


def pseudo_code(x: float, c: float, w: float, function: VoiFunction, y_min: float = 0, y_max: float = 1) -> float:
    """PS3.3 C.11.2.1.2.1, C.11.2.1.3.1 and C.11.2.1.3.2, word for word."""
    if function is LINEAR:
        if x <= c - 0.5 - (w - 1) / 2:
            return y_min
        if x > c - 0.5 + (w - 1) / 2:
            return y_max
        return ((x - (c - 0.5)) / (w - 1) + 0.5) * (y_max - y_min) + y_min
    if function is EXACT:
        if x <= c - w / 2:
            return y_min
        if x > c + w / 2:
            return y_max
        return ((x - c) / w + 0.5) * (y_max - y_min) + y_min
    with np.errstate(over="ignore"):
        return (y_max - y_min) / (1 + np.exp(-4 * (x - c) / w)) + y_min


@pytest.mark.parametrize("function", list(VoiFunction))
@pytest.mark.parametrize(("center", "width"), [(2048, 4096), (2048, 1), (0, 100), (0, 1), (40, 400), (-600, 1500.5)])
def test_windows_give_the_values_of_the_standards_pseudo_code(
    function: VoiFunction, center: float, width: float
) -> None:
    values = np.arange(-2000, 6000, 0.5)
    expected = [pseudo_code(x, center, width, function) for x in values]
    np.testing.assert_allclose(apply_voi(values, Window(center, width, function)), expected, atol=1e-12)


@pytest.mark.parametrize(
    ("center", "width", "below", "above"),
    # PS3.3 C.11.2.1.2.1: "the output is y_min for x <= ... and y_max for x > ...", the notes' examples
    [(2048, 4096, 0, 4095), (2048, 1, 2047, 2048), (0, 100, -50, 49), (0, 1, -1, 0)],
)
def test_linear_windows_end_where_the_standards_examples_say(
    center: float, width: float, below: float, above: float
) -> None:
    window = Window(center, width)
    assert apply_voi(np.array([below]), window)[0] == 0.0
    assert apply_voi(np.array([above]), window)[0] == 1.0
    if width > 1:
        assert 0 < apply_voi(np.array([below + 1.0]), window)[0] < 1


def test_a_width_of_256_at_128_shows_8_bit_values_as_they_are() -> None:
    values = np.arange(256)
    shown = display_values(image(values, "uint8", voi=(Window(128, 256),)))
    np.testing.assert_array_equal(shown[0], values)


def test_rescale_with_a_negative_slope_turns_the_order_round() -> None:
    picture = image([0, 10, 20], modality_lut=Rescale(-2.0, 5.0))
    np.testing.assert_array_equal(apply_modality(picture.pixels, picture.modality_lut)[0], [5, -15, -35])
    assert modality_range(picture.pixels, picture.modality_lut) == (-35, 5)
    assert display_values(picture)[0].tolist() == [255, 127, 0]


def test_a_lut_clamps_below_its_first_and_above_its_last_entry() -> None:
    table = LookupTable(10, np.array([100, 200, 300], np.uint16), 16)
    values = apply_modality(np.array([-5, 9, 10, 11, 12, 13, 999]), table)
    assert values.tolist() == [100, 100, 100, 200, 300, 300, 300]


def test_a_voi_lut_is_scaled_by_its_bits_not_by_its_largest_entry() -> None:
    table = LookupTable(0, np.array([0, 2048, 4095], np.uint16), 12)
    np.testing.assert_allclose(apply_voi(np.array([0.0, 1, 2]), table), [0, 2048 / 4095, 1])
    dim = LookupTable(0, np.array([0, 1000], np.uint16), 12)
    assert display_values(image([0, 1], voi=(dim,)))[0].tolist() == [0, int(1000 / 4095 * 255)]


def test_monochrome1_inverts_after_the_window() -> None:
    window = Window(50, 101)
    plain = display_values(image(range(0, 110, 10), voi=(window,)))
    turned = display_values(image(range(0, 110, 10), voi=(window,), inverse=True))
    np.testing.assert_array_equal(turned, 255 - plain)


def test_padding_is_black_in_either_polarity_and_not_part_of_the_full_range() -> None:
    for inverse in (False, True):
        picture = image([-2000, -1000, 0, 100], padding=(-2000, -1500), inverse=inverse)
        assert full_range(picture).center == -450
        assert display_values(picture)[0, 0] == 0


def test_values_that_are_not_finite_are_black_and_not_part_of_the_range() -> None:
    picture = image([np.nan, -np.inf, 1.0, 3.0, np.inf], "float32")
    assert full_range(picture) == Window(2.0, 2.0, EXACT, "full range")
    assert display_values(picture)[0].tolist() == [0, 0, 0, 255, 0]
    assert display_values(image([np.nan, np.nan], "float64"))[0].tolist() == [0, 0]


def test_a_constant_image_has_a_window_and_no_division_by_zero() -> None:
    assert display_values(image([7, 7, 7])).shape == (1, 3)


def test_32_bit_and_float_pixels_are_shown_without_a_table() -> None:
    for dtype in ("int32", "uint32", "float32", "float64"):
        shown = display_values(image([0, 500, 1000], dtype, voi=(Window(500, 1000, EXACT),)))
        assert shown[0].tolist() == [0, 127, 255]


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int16", "uint16"])
def test_the_table_gives_what_the_formula_gives_for_every_stored_value(dtype: str) -> None:
    info = np.iinfo(dtype)
    stored = np.arange(info.min, info.max + 1, dtype=np.int64)
    window = Window(30.5, 99.0)
    by_table = display_values(image(stored, dtype, voi=(window,), modality_lut=Rescale(0.5, -7.25)))
    by_formula = np.floor(apply_voi(stored * 0.5 - 7.25, window) * 255 + 1e-9)
    np.testing.assert_array_equal(by_table[0], by_formula)


windows = st.builds(
    Window,
    center=st.floats(-5000, 5000),
    width=st.floats(1, 10000),
    function=st.sampled_from(list(VoiFunction)),
)


@given(windows, st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=50))
@settings(max_examples=200, deadline=None)
def test_windows_never_fall_and_stay_between_0_and_1(window: Window, values: list[float]) -> None:
    shown = apply_voi(np.sort(np.array(values)), window)
    assert np.all(np.diff(shown) >= 0)
    assert 0 <= shown.min() <= shown.max() <= 1


@given(windows, st.lists(st.integers(-32768, 32767), min_size=1, max_size=50), st.booleans())
@settings(max_examples=200, deadline=None)
def test_inverting_is_the_exact_complement_and_twice_is_nothing(
    window: Window, values: list[int], inverse: bool
) -> None:
    picture = image(values, voi=(window,), inverse=inverse)
    plain, turned = display_values(picture), display_values(picture, Presentation(invert=True))
    np.testing.assert_array_equal(turned, 255 - plain)
    twice = image(values, voi=(window,), inverse=not inverse)
    np.testing.assert_array_equal(display_values(twice, Presentation(invert=True)), plain)


@given(windows, st.floats(-1e5, 1e5))
@settings(max_examples=200, deadline=None)
def test_windows_equal_the_pseudo_code_everywhere(window: Window, value: float) -> None:
    expected = pseudo_code(value, window.center, window.width, window.function)
    if window.function is LINEAR and window.width == 1:
        expected = 0.0 if value <= window.center - 0.5 else 1.0
    assert apply_voi(np.array([value]), window)[0] == pytest.approx(expected, abs=1e-9)


def test_color_ignores_windows_and_keeps_its_values() -> None:
    pixels = np.arange(24, dtype=np.uint8).reshape(2, 4, 3)
    picture = Image(pixels=pixels, ref=ImageRef(Path("x")))
    np.testing.assert_array_equal(display_values(picture, Presentation(Window(1, 2))), pixels)
    np.testing.assert_array_equal(display_values(picture, Presentation(invert=True)), 255 - pixels)
