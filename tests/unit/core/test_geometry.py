"""GridTransform: what is put on the image is found at the same place after the model's grid and back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from radviewer.core.errors import InternalError
from radviewer.core.geometry import GridTransform

sides = st.integers(24, 400)


@st.composite
def transforms(draw: st.DrawFn) -> GridTransform:
    """A crop, a resize and a pad in any order and size, as a preprocessing would compose them."""
    grid = GridTransform.identity((draw(sides), draw(sides)))
    rows, columns = grid.target_shape
    top, left = draw(st.integers(0, rows // 3)), draw(st.integers(0, columns // 3))
    grid = grid.crop(
        top, left, draw(st.integers(rows // 3, rows - top)), draw(st.integers(columns // 3, columns - left))
    )
    grid = grid.resize(draw(st.integers(32, 256)), draw(st.integers(32, 256)))
    margins = [draw(st.integers(0, 40)) for _ in range(4)]
    return grid.pad(*margins)


@given(transforms(), st.floats(-50, 500), st.floats(-50, 500))
def test_a_point_comes_back_to_where_it_was(grid: GridTransform, row: float, column: float) -> None:
    assert grid.to_source(*grid.to_target(row, column)) == pytest.approx((row, column), abs=1e-9)


@given(transforms(), st.data())
def test_a_bright_square_of_the_model_grid_lies_on_its_place_in_the_image(
    grid: GridTransform, data: st.DataObject
) -> None:
    # A point of the image that the model sees ...
    top, left, height, width = grid.map_extent()
    low_r, high_r = max(0.0, top), min(float(grid.source_shape[0]), top + height)
    low_c, high_c = max(0.0, left), min(float(grid.source_shape[1]), left + width)
    row = data.draw(st.floats(low_r + 1, high_r - 1))
    column = data.draw(st.floats(low_c + 1, high_c - 1))
    # ... lights up one cell of a coarse map over the model's input ...
    cells = (data.draw(st.integers(4, 28)), data.draw(st.integers(4, 28)))
    target = grid.to_target(row, column)
    cell = tuple(min(int(t * n / size), n - 1) for t, n, size in zip(target, cells, grid.target_shape, strict=True))
    values = np.zeros(cells, dtype=np.float32)
    values[cell] = 1
    # ... and the map on the image peaks within one cell of the point.
    shown = grid.inverse(values)
    assert shown.shape == grid.source_shape
    if shown.max() == 0:
        return  # the lit cell's own centre lies outside the image (in the padding)
    peak = np.unravel_index(int(shown.argmax()), shown.shape)
    for place, found, n, size, scale in zip((row, column), peak, cells, grid.target_shape, grid.scale, strict=True):
        cell_on_image = size / n / scale
        assert abs(found + 0.5 - place) <= cell_on_image + 1


@pytest.mark.parametrize("cells", [7, 8, 14, 224])
def test_the_middle_of_a_symmetric_map_stays_in_the_middle(cells: int) -> None:
    axis = np.arange(cells) - (cells - 1) / 2
    hill = np.exp(-((axis[:, None] / cells) ** 2 + (axis[None] / cells) ** 2) * 20).astype(np.float32)
    shown = GridTransform.identity((301, 501)).resize(224, 224).inverse(hill)
    np.testing.assert_allclose(shown, shown[::-1], atol=1e-6)
    np.testing.assert_allclose(shown, shown[:, ::-1], atol=1e-6)


def test_a_letterbox_maps_edges_to_edges() -> None:
    grid = GridTransform.identity((100, 200)).resize(112, 224).pad(56, 0, 56, 0)
    assert grid.target_shape == (224, 224)
    assert grid.to_target(0, 0) == pytest.approx((56, 0))
    assert grid.to_target(100, 200) == pytest.approx((168, 224))
    assert grid.map_extent() == pytest.approx((-50, 0, 200, 200))


def test_what_was_cropped_away_is_zero_on_the_image() -> None:
    shown = GridTransform.identity((60, 60)).crop(20, 20, 20, 20).inverse(np.ones((7, 7), dtype=np.float32))
    assert shown[20:40, 20:40].min() == 1
    outside = shown.copy()
    outside[20:40, 20:40] = 0
    assert outside.max() == 0


def test_a_map_can_be_brought_to_a_smaller_copy_of_the_image() -> None:
    ramp = np.linspace(0, 1, 14, dtype=np.float32)[None].repeat(14, axis=0)
    grid = GridTransform.identity((1000, 1000)).resize(224, 224)
    full, small = grid.inverse(ramp), grid.inverse(ramp, (100, 100))
    np.testing.assert_allclose(small, full.reshape(100, 10, 100, 10).mean(axis=(1, 3)), atol=0.01)


def test_an_empty_crop_is_refused() -> None:
    with pytest.raises(InternalError):
        GridTransform.identity((10, 10)).crop(0, 0, 0, 5)
