"""Colours of maps: scale, threshold, opacity, contour."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from radviewer.core.colormaps import ColorMap, color_table
from radviewer.core.explanation import Explanation, Method
from radviewer.core.geometry import GridTransform
from radviewer.core.image import ImageRef
from radviewer.core.labels import Label
from radviewer.core.overlay import (
    DrawMode,
    OverlayStyle,
    ScaleMode,
    ThresholdMode,
    blend,
    contour_mask,
    drawn_style,
    normalised,
    rgba,
    scale_top,
    scale_used,
    threshold_share,
)


def explanation(values: np.ndarray, reference: float = 4.0) -> Explanation:
    ref = ImageRef(Path("a.png"))
    grid = GridTransform.identity((64, 64))
    return Explanation(ref, "m", "1", Method.GRADCAM, Label("a", "A"), values.astype(np.float32), grid, reference)


def luminance(table: np.ndarray) -> np.ndarray:
    linear = np.where(table / 255 <= 0.04045, table / 255 / 12.92, ((table / 255 + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize("name", list(ColorMap))
def test_every_colour_map_gets_brighter_from_bottom_to_top(name: ColorMap) -> None:
    table = color_table(name)
    assert table.shape == (256, 3)
    assert np.all(np.diff(luminance(table.astype(float))) > -2e-3)
    with pytest.raises(ValueError, match="read-only"):
        table[0] = 0


def test_on_the_absolute_scale_the_same_value_has_the_same_colour_in_every_case() -> None:
    weak, strong = explanation(np.array([[1.0, 2.0]])), explanation(np.array([[2.0, 9.0]]))
    style = OverlayStyle(threshold=0.0)
    colors = [rgba(normalised(e.values, scale_top(e, style.scale)), style) for e in (weak, strong)]
    assert tuple(colors[0][0, 1]) == tuple(colors[1][0, 0])


def test_on_the_image_scale_the_maximum_has_the_last_colour() -> None:
    weak = explanation(np.array([[0.5, 1.0]]))
    share = normalised(weak.values, scale_top(weak, ScaleMode.IMAGE_MAXIMUM))
    assert share.max() == 1
    assert normalised(weak.values, scale_top(weak, ScaleMode.ABSOLUTE)).max() == 0.25


def test_a_map_without_any_evidence_is_not_blown_up() -> None:
    empty = explanation(np.zeros((7, 7)))
    assert scale_top(empty, ScaleMode.IMAGE_MAXIMUM) == empty.reference
    assert rgba(normalised(empty.values, 4.0), OverlayStyle(threshold=0.0))[..., 3].max() == 0


def test_nothing_is_drawn_below_the_threshold() -> None:
    share = np.linspace(0, 1, 101, dtype=np.float32)[None]
    alpha = rgba(share, OverlayStyle(threshold=0.4))[0, :, 3]
    assert alpha[:40].max() == 0
    assert alpha[41:].min() > 0
    assert np.all(np.diff(alpha.astype(int)) >= 0)


def test_a_contour_encloses_the_region_above_the_threshold_and_leaves_its_inside_clear() -> None:
    share = np.zeros((400, 400), dtype=np.float32)
    share[100:300, 100:300] = 0.8
    line = contour_mask(share, 0.5)
    assert line[100, 100:300].all()
    assert line[299, 100:300].all()
    assert not line[110:290, 110:290].any()
    assert not line[:100].any()
    colors = rgba(share, OverlayStyle(threshold=0.5, draw=DrawMode.CONTOUR))
    np.testing.assert_array_equal(colors[..., 3] == 255, line)


def test_opacity_zero_leaves_the_image_and_one_shows_the_map() -> None:
    gray = np.full((2, 2), 100, dtype=np.uint8)
    colors = np.full((2, 2, 4), 255, dtype=np.uint8)
    np.testing.assert_array_equal(blend(gray, colors, 0.0), np.full((2, 2, 3), 100))
    np.testing.assert_array_equal(blend(gray, colors, 1.0), np.full((2, 2, 3), 255))
    np.testing.assert_array_equal(blend(gray, colors, 0.5), np.full((2, 2, 3), 178))


def test_a_threshold_by_quantile_leaves_the_strongest_share_of_the_images_area() -> None:
    ramp = explanation(np.arange(64 * 64, dtype=np.float32).reshape(64, 64), reference=64.0 * 64)
    style = OverlayStyle(threshold=0.9, threshold_by=ThresholdMode.QUANTILE)
    drawn = drawn_style(ramp, style)
    assert drawn.threshold_by is ThresholdMode.VALUE
    visible = rgba(normalised(ramp.values, scale_top(ramp, style.scale)), drawn)[..., 3] > 0
    assert visible.mean() == pytest.approx(0.1, abs=1 / 4096)
    assert visible.reshape(-1)[-400:].all()


def test_a_quantile_counts_the_image_and_not_the_margin_that_the_model_was_given() -> None:
    grid = GridTransform.identity((32, 64)).pad(16, 0, 16, 0)
    values = np.zeros((64, 64), dtype=np.float32)
    values[16:48, :32] = 2.0  # half of the image, a quarter of the model's input
    found = replace(explanation(values), grid=grid)
    half, more = (
        threshold_share(found, OverlayStyle(threshold=q, threshold_by=ThresholdMode.QUANTILE)) for q in (0.45, 0.6)
    )
    assert half == 0.0
    assert more == 0.5


def test_on_the_probability_scale_the_maximum_has_the_colour_of_the_probability() -> None:
    unlikely = replace(explanation(np.array([[1.0, 8.0]])), probability=0.25)
    share = normalised(unlikely.values, scale_top(unlikely, ScaleMode.PROBABILITY))
    np.testing.assert_allclose(share, [[0.03125, 0.25]])
    assert scale_used(unlikely, ScaleMode.PROBABILITY) is ScaleMode.PROBABILITY


def test_a_scale_whose_measure_is_not_known_is_the_maps_own_maximum_and_says_so() -> None:
    plain = replace(explanation(np.array([[1.0, 8.0]])), absolute=False)
    for wished in ScaleMode:
        assert scale_used(plain, wished) is ScaleMode.IMAGE_MAXIMUM
        assert scale_top(plain, wished) == 8.0
