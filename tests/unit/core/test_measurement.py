"""Measured lengths, angles, areas and values against geometry and masks known by other means."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from radviewer.core.errors import InternalError
from radviewer.core.geometry import PixelSpacing, SpacingKind
from radviewer.core.image import Image, ImageRef, Rescale
from radviewer.core.measurement import Figure, FigureKind, Ruler, ruler
from radviewer.core.measurement_geometry import crosses_itself, length
from radviewer.core.measurement_region import histogram, region, region_values
from radviewer.core.measurement_values import measure

Kind = FigureKind
REF = ImageRef(Path("/x.dcm"))
FLAT = PixelSpacing(2.0, 0.5)  # mm between rows, between columns
COORDINATE = st.floats(-50, 150, allow_nan=False)
POINT = st.tuples(COORDINATE, COORDINATE)


def image(shape: tuple[int, int] = (40, 60), **changes: object) -> Image:
    pixels = np.arange(shape[0] * shape[1], dtype=np.uint16).reshape(shape)
    values: dict[str, object] = {
        "pixels": pixels, "ref": REF, "modality_lut": Rescale(2.0, -1024.0, "HU"), "spacing": FLAT, "aspect": 4.0
    }  # fmt: skip
    return Image(**{**values, **changes})  # type: ignore[arg-type]


def test_a_distance_on_flat_pixels_is_that_of_the_millimetres() -> None:
    found = measure(Figure(Kind.DISTANCE, ((10, 10), (12, 22))), image())  # 4 mm down, 6 mm right
    assert found.length == pytest.approx(math.hypot(4, 6), rel=1e-12)
    assert (found.ruler.unit, found.ruler.source) == ("mm", "PixelSpacing")


@pytest.mark.parametrize(
    ("spacing", "source"),
    [
        (PixelSpacing(1, 1, SpacingKind.IMAGER_PIXEL_SPACING), "ImagerPixelSpacing, at the detector"),
        (PixelSpacing(1, 1, SpacingKind.NOMINAL_SCANNED), "NominalScannedPixelSpacing"),
        (PixelSpacing(1, 1, calibration="FIDUCIAL"), "PixelSpacing, calibrated by fiducials"),
        (PixelSpacing(1, 1, calibration="GEOMETRY"), "PixelSpacing, calibrated by geometry"),
    ],
)
def test_the_ruler_names_the_spacing_it_is_from(spacing: PixelSpacing, source: str) -> None:
    assert ruler(image(spacing=spacing)).source == source


@pytest.mark.parametrize("spacing", [None, PixelSpacing(0.0, 1.0), PixelSpacing(math.nan, 1.0)])
def test_without_a_spacing_lengths_are_in_pixels_of_the_right_shape(spacing: PixelSpacing | None) -> None:
    found = ruler(image(spacing=spacing, aspect=2.0))
    assert found == Ruler(2.0, 1.0, "px", "no spacing")


def test_a_calibration_by_the_user_goes_before_the_header_and_keeps_the_shape_of_pixels() -> None:
    assert ruler(image(), 0.25) == Ruler(1.0, 0.25, "mm", "calibrated by the user")


def test_angles_on_flat_pixels_are_those_of_the_body() -> None:
    # One row down is 2 mm, four columns right are 2 mm: 45 degrees, though 14 degrees on the grid.
    assert measure(Figure(Kind.ANGLE, ((11, 14), (10, 10), (10, 20))), image()).degrees == pytest.approx(45.0, abs=1e-9)
    assert measure(Figure(Kind.ANGLE, ((10, 0), (10, 10), (10, 20))), image()).degrees == 180.0
    assert measure(Figure(Kind.ANGLE, ((10, 10), (10, 10), (10, 20))), image()).degrees == 0.0


def test_cobb_does_not_care_which_way_the_lines_are_drawn() -> None:
    one, two = ((10.0, 0.0), (10.0, 40.0)), ((20.0, 0.0), (25.0, 20.0))  # flat, and 10 mm down on 10 mm
    for first in (one, one[::-1]):
        for second in (two, two[::-1]):
            found = measure(Figure(Kind.COBB, (*first, *second)), image()).degrees
            assert found == pytest.approx(45.0, abs=1e-9)


@pytest.mark.parametrize("degrees", [0.01, 3.0, 44.0, 89.99, 90.0, 135.0, 179.99])
def test_any_angle_by_construction(degrees: float) -> None:
    square = image(spacing=PixelSpacing(1, 1), aspect=1.0)
    turn = math.radians(degrees)
    figure = Figure(Kind.ANGLE, ((0.0, 100.0), (0.0, 0.0), (100 * math.sin(turn), 100 * math.cos(turn))))
    assert measure(figure, square).degrees == pytest.approx(degrees, abs=1e-9)
    cobb = Figure(Kind.COBB, ((5.0, 5.0), (5.0, 9.0), (0.0, 0.0), figure.points[2]))
    assert measure(cobb, square).degrees == pytest.approx(min(degrees, 180 - degrees), abs=1e-9)


def test_areas_are_those_of_the_drawn_shapes() -> None:
    box = ((10.0, 10.0), (20.0, 30.0))  # 20 mm by 10 mm
    assert measure(Figure(Kind.RECTANGLE, box), image()).area == pytest.approx(200.0)
    assert measure(Figure(Kind.ELLIPSE, box), image()).area == pytest.approx(math.pi * 10 * 5)
    triangle = Figure(Kind.FREEHAND, ((10, 10), (20, 10), (10, 30)))
    assert measure(triangle, image()).area == pytest.approx(100.0)


def test_an_outline_that_crosses_itself_is_counted_by_its_pixels() -> None:
    bow = Figure(Kind.FREEHAND, ((0, 0), (10, 10), (10, 0), (0, 10)))  # its signed area is nothing
    assert crosses_itself(bow.points)
    assert measure(bow, image()).area == region(bow, (40, 60)).count * 1.0 > 0


@pytest.mark.parametrize(
    ("points", "crosses"),
    [
        (((0, 0), (0, 10), (10, 10), (10, 0)), False),
        (((0, 0), (0, 10), (10, 10), (5, 5), (10, 0)), False),
        (((0, 0), (0, 10), (0, 10), (10, 10), (10, 0), (0, 0)), False),
        (((0, 0), (0, 10), (0, 5), (10, 5)), True),
        (((0, 0), (10, 0), (10, 10), (-5, 5)), False),
        (((0, 0), (10, 0), (10, 10), (5, -5), (0, 10)), True),
        (((0, 0), (0, 10), (10, 10), (0, 5), (10, 0)), True),
    ],
)
def test_self_crossing_is_recognised(points: tuple[tuple[float, float], ...], crosses: bool) -> None:
    assert crosses_itself(points) is crosses


def slow_mask(figure: Figure, shape: tuple[int, int]) -> np.ndarray:
    """Pixel by pixel, by winding and by the equation: written apart from the program's way."""
    top, left, bottom, right = figure.box
    mask = np.zeros(shape, dtype=bool)
    for row in range(shape[0]):
        for column in range(shape[1]):
            y, x = row + 0.5, column + 0.5
            if figure.kind is Kind.RECTANGLE:
                mask[row, column] = top <= y < bottom and left <= x < right
            elif figure.kind is Kind.ELLIPSE:
                if bottom > top and right > left:
                    down, across = (2 * y - top - bottom) / (bottom - top), (2 * x - left - right) / (right - left)
                    mask[row, column] = math.hypot(down, across) <= 1
            else:
                turns = 0.0
                for (r1, c1), (r2, c2) in zip(figure.points, (*figure.points[1:], figure.points[0]), strict=True):
                    one, two = math.atan2(r1 - y, c1 - x), math.atan2(r2 - y, c2 - x)
                    turns += math.remainder(two - one, 2 * math.pi)
                mask[row, column] = round(turns / (2 * math.pi)) % 2 == 1
    return mask


FIGURES = (
    Figure(Kind.RECTANGLE, ((3.2, 4.7), (21.5, 33.0))),
    Figure(Kind.RECTANGLE, ((21.5, 33.5), (3.5, 4.5))),
    Figure(Kind.RECTANGLE, ((-5.0, 40.0), (12.0, 90.0))),
    Figure(Kind.ELLIPSE, ((3.2, 4.7), (21.5, 33.0))),
    Figure(Kind.ELLIPSE, ((-8.0, -8.0), (9.0, 30.0))),
    Figure(Kind.ELLIPSE, ((10.0, 10.0), (10.0, 20.0))),
    Figure(Kind.FREEHAND, ((3.1, 4.2), (30.3, 8.9), (22.7, 44.4), (15.6, 20.1), (2.2, 51.3))),
    Figure(Kind.FREEHAND, ((-10.3, 5.1), (60.2, 30.7), (-10.1, 55.9))),
    Figure(Kind.FREEHAND, ((2.3, 2.1), (30.4, 50.2), (30.1, 2.7), (2.9, 50.8))),
)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.kind.value)
def test_region_statistics_are_those_of_numpy_over_a_mask_made_otherwise(figure: Figure) -> None:
    shown = image()
    mask = slow_mask(figure, shown.shape)
    found = measure(figure, shown).statistics
    assert found is not None and found.count == np.count_nonzero(mask)
    if not mask.any():
        assert found.mean is found.deviation is found.minimum is found.maximum is None
        return
    values = shown.pixels[mask].astype(float) * 2 - 1024
    expected = (values.mean(), np.std(values, ddof=1), values.min(), values.max())
    assert (found.mean, found.deviation, found.minimum, found.maximum) == pytest.approx(expected, rel=1e-12)
    assert found.unit == "HU"


def test_regions_side_by_side_share_no_pixel_and_leave_none_out() -> None:
    left = region(Figure(Kind.RECTANGLE, ((0, 0), (10, 7.5))), (10, 20))
    right = region(Figure(Kind.RECTANGLE, ((0, 7.5), (10, 20))), (10, 20))
    assert left.count == 70 and left.count + right.count == 200
    upper = region(Figure(Kind.FREEHAND, ((0, 0), (0, 20), (10, 0))), (10, 20))
    lower = region(Figure(Kind.FREEHAND, ((0, 20), (10, 20), (10, 0))), (10, 20))
    assert upper.count + lower.count == 200


def test_padding_and_what_is_not_finite_are_left_out_and_counted() -> None:
    pixels = np.full((4, 4), 7.0, np.float32)
    pixels[0] = (np.nan, np.inf, -np.inf, -2000.0)
    shown = image(pixels=pixels, padding=(-2000.0, -2000.0), modality_lut=Rescale())
    found = measure(Figure(Kind.RECTANGLE, ((0, 0), (2, 4))), shown).statistics
    assert found is not None
    assert (found.count, found.left_out, found.mean, found.deviation) == (4, 4, 7.0, 0.0)


def test_one_pixel_has_no_deviation_and_colour_has_no_values() -> None:
    one = measure(Figure(Kind.RECTANGLE, ((0, 0), (1, 1))), image()).statistics
    assert one is not None and (one.count, one.mean, one.deviation) == (1, -1024.0, None)
    colour = image(pixels=np.zeros((4, 4, 3), np.uint8))
    assert measure(Figure(Kind.RECTANGLE, ((0, 0), (1, 1))), colour).statistics is None


def test_uptake_is_given_where_the_image_has_a_factor() -> None:
    found = measure(
        Figure(Kind.RECTANGLE, ((0, 0), (1, 2))), image(suv_factor=0.5, modality_lut=Rescale(10.0, 0.0, "BQML"))
    )
    assert found.statistics is not None and found.statistics.unit == "BQML" and found.statistics.maximum == 10.0
    assert found.uptake is not None and (found.uptake.maximum, found.uptake.unit) == (5.0, "g/ml SUVbw")


@given(POINT, POINT, POINT)
def test_lengths_obey_the_triangle_inequality_and_have_no_direction(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]
) -> None:
    scale = Ruler(2.0, 0.5, "mm", "")
    assert length(a, b, scale) == length(b, a, scale) >= 0
    assert length(a, c, scale) <= length(a, b, scale) + length(b, c, scale) + 1e-9


@given(st.lists(POINT, min_size=3, max_size=8), st.integers(-20, 20), st.integers(-20, 20))
def test_a_region_shifted_by_whole_pixels_holds_as_many(
    points: list[tuple[float, float]], down: int, right: int
) -> None:
    points = [(round(r * 8) / 8, round(c * 8) / 8) for r, c in points]  # so that the shift is exact
    figure = Figure(Kind.FREEHAND, tuple(points)).moved(100, 100)
    shape = (400, 400)
    assert region(figure, shape).count == region(figure.moved(down, right), shape).count


def test_the_histogram_counts_every_value_once_and_has_no_comb() -> None:
    values = np.repeat(np.arange(300.0), 3)
    found = histogram(values, "HU", bins=128)
    assert found is not None and found.counts.sum() == 900 and len(found.counts) <= 128
    assert set(found.counts[:-1]) == {9}  # three whole numbers in each bin
    some = histogram(np.array([0.25, 0.5, 0.75]), bins=4)
    assert some is not None and some.counts.sum() == 3
    assert histogram(np.array([])) is None
    constant = histogram(np.full(5, 2.5))
    assert constant is not None and constant.counts.sum() == 5


def test_values_of_a_region_are_after_the_modality_lut() -> None:
    shown = image()
    values, left_out = region_values(shown, region(Figure(Kind.RECTANGLE, ((1, 0), (2, 3))), shown.shape))
    assert left_out == 0 and values.tolist() == [60 * 2 - 1024.0, 61 * 2 - 1024.0, 62 * 2 - 1024.0]


@pytest.mark.parametrize(
    ("kind", "points"),
    [(Kind.DISTANCE, ((0, 0),)), (Kind.FREEHAND, ((0, 0), (1, 1))), (Kind.TEXT, ((math.nan, 0),))],
)
def test_a_figure_that_cannot_be_is_refused(kind: FigureKind, points: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(InternalError):
        Figure(kind, points)
