"""Levels, automatic windows and exact greys of parts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radviewer.core.grayscale import Presentation, display_values, full_range
from radviewer.core.image import Image, ImageRef, LookupTable, OverlayPlane, Rescale, Shutter, VoiFunction, Window
from radviewer.workbench.image_cache import ImageCache
from radviewer.workbench.prepared import GrayTable, choose_level, prepare
from radviewer.workbench.thumbnail import thumbnail
from radviewer.workbench.windowing import dragged

RNG = np.random.default_rng(7)


def image(pixels: np.ndarray, **changes: object) -> Image:
    return Image(pixels, ImageRef(Path("x.dcm")), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.uint16, np.int16, np.int32, np.float32])
def test_a_level_holds_the_means_of_the_one_before_in_the_stored_type(dtype: type) -> None:
    pixels = RNG.integers(-100 if np.dtype(dtype).kind != "u" else 0, 120, (256, 300)).astype(dtype)
    levels = prepare(image(pixels)).levels
    assert [level.shape for level in levels] == [(256, 300), (128, 150), (64, 75)]
    assert all(level.dtype == dtype for level in levels)
    means = pixels.reshape(128, 2, 150, 2).astype(np.float64).mean(axis=(1, 3))
    assert np.abs(levels[1] - means).max() <= 0.5


def test_full_scale_values_do_not_overflow_when_they_are_averaged() -> None:
    pixels = np.full((256, 256), 65535, np.uint16)
    assert (prepare(image(pixels)).levels[-1] == 65535).all()


def test_padding_is_not_mixed_with_tissue() -> None:
    pixels = np.full((256, 256), 100, np.int16)
    pixels[:, :129] = -2000
    level = prepare(image(pixels, padding=(-2000, -2000))).levels[1]
    assert set(np.unique(level)) == {-2000, 100}


def test_colour_images_have_levels_too() -> None:
    pixels = RNG.integers(0, 255, (200, 260, 3)).astype(np.uint8)
    prepared = prepare(image(pixels))
    assert prepared.levels[1].shape == (100, 130, 3)
    assert thumbnail(prepared, 64).shape[2] == 3


def test_the_automatic_window_ignores_padding_and_the_tails() -> None:
    pixels = RNG.normal(500, 20, (400, 400)).astype(np.int16)
    pixels[:200] = -3000
    window = prepare(image(pixels, padding=(-3000, -3000), modality_lut=Rescale(1, -1024, "HU"))).auto
    assert window.center == pytest.approx(500 - 1024, abs=6)
    assert 60 < window.width < 150


@pytest.mark.parametrize("value", [0, 700])
def test_an_image_of_one_value_has_a_window(value: int) -> None:
    assert prepare(image(np.full((80, 80), value, np.uint16))).auto.width > 0


def test_an_image_that_is_all_nan_has_a_window() -> None:
    assert prepare(image(np.full((80, 80), np.nan, np.float32))).auto.width > 0


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from([np.uint8, np.uint16, np.int16, np.float32]),
    st.booleans(),
    st.sampled_from(
        [
            Window(40, 80),
            Window(40.5, 1),
            Window(100, 33.3, VoiFunction.LINEAR_EXACT),
            LookupTable(0, np.arange(256) ** 2, 16),
        ]
    ),
)
def test_greys_of_a_part_are_exactly_those_of_the_whole(dtype: type, invert: bool, voi: Window) -> None:
    pixels = RNG.integers(0, 250, (130, 140)).astype(dtype)
    prepared = prepare(image(pixels, modality_lut=Rescale(-1.5, 300)))
    whole = display_values(prepared.image, Presentation(voi, invert))
    part = GrayTable().gray(prepared, voi, invert, 0, slice(10, 90), slice(20, 140))
    assert part.flags.c_contiguous
    assert (part == whole[10:90, 20:140]).all()


def test_a_table_kept_for_one_window_is_not_used_for_another() -> None:
    prepared = prepare(image(RNG.integers(0, 4000, (70, 70)).astype(np.uint16)))
    table, everything = GrayTable(), (0, slice(None), slice(None))
    for voi in (Window(100, 50), Window(2000, 4000), LookupTable(0, np.arange(4000), 12), Window(100, 50)):
        for invert in (False, True):
            expected = display_values(prepared.image, Presentation(voi, invert))
            assert (table.gray(prepared, voi, invert, *everything) == expected).all()


@pytest.mark.parametrize(("scale", "level"), [(2.0, 0), (1.0, 0), (0.51, 0), (0.5, 1), (0.3, 1), (0.25, 2), (0.01, 4)])
def test_the_level_has_at_least_one_pixel_for_each_device_pixel(scale: float, level: int) -> None:
    prepared = prepare(image(np.zeros((1024, 1024), np.uint8)))
    assert choose_level(prepared, scale) == level


def test_the_cache_keeps_to_its_bound_and_drops_the_one_unused_longest() -> None:
    def one(number: int) -> Image:
        return Image(np.zeros((100, 100), np.uint8), ImageRef(Path("x.dcm"), number))

    size = prepare(one(0)).nbytes
    cache = ImageCache(3 * size)
    for number in range(3):
        cache.put(prepare(one(number)))
    assert cache.get(ImageRef(Path("x.dcm"), 0)) is not None
    cache.put(prepare(one(3)))
    assert ImageRef(Path("x.dcm"), 1) not in cache and ImageRef(Path("x.dcm"), 0) in cache
    assert cache.nbytes == 3 * size


def test_dragging_right_widens_and_dragging_down_darkens() -> None:
    start = Window(40, 80, name="Brain")
    assert dragged(start, start, 10, 0, 1).width > 80
    moved = dragged(start, start, 0, 10, 1)
    assert moved.center > 40 and moved.width == 80 and moved.name == ""


def test_fine_and_coarse_drags_are_in_proportion() -> None:
    start = Window(40, 80)
    fine, normal, coarse = (dragged(start, start, 0, 10, gain).center - 40 for gain in (0.2, 1.0, 5.0))
    assert normal == pytest.approx(5 * fine) and coarse == pytest.approx(5 * normal)


def test_no_drag_makes_a_linear_window_narrower_than_the_standard_allows() -> None:
    assert dragged(Window(40, 2), Window(40, 80), -10_000, 0, 5).width == 1.0


def test_a_lookup_table_gives_way_to_a_window_when_dragged() -> None:
    table, fallback = (
        LookupTable(0, np.arange(10), 8),
        full_range(image(np.arange(100, dtype=np.uint8).reshape(10, 10))),
    )
    assert dragged(table, fallback, 0, 0, 1) == Window(fallback.center, fallback.width, fallback.function)


def test_a_shutter_covers_what_is_outside_and_planes_are_drawn_on_top() -> None:
    mask = np.zeros((256, 256), bool)
    mask[100, 50:60] = True
    covered = image(
        np.full((256, 256), 100, np.uint8),
        shutter=Shutter(rectangle=(20, 236, 20, 236), value=7),
        overlays=(OverlayPlane(mask),),
    )
    prepared = prepare(covered)
    for level in (0, 1):
        everything = (level, slice(None), slice(None))
        shown = GrayTable().gray(prepared, Window(100, 400), False, *everything)
        step = 2**level
        assert shown[0, 0] == 7 and shown[-1, -1] == 7 and shown[100 // step, 54 // step] == 255
        assert shown[128 // step, 128 // step] not in (7, 255)
        plain = GrayTable().gray(prepared, Window(100, 400), False, *everything, planes=False)
        assert plain[100 // step, 54 // step] == shown[128 // step, 128 // step]
