"""Texts over and beside the image."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from radviewer.core.errors import UnreadableFile
from radviewer.core.geometry import PixelSpacing, SpacingKind
from radviewer.core.image import Image, ImageRef, LookupTable, Rescale, VoiFunction, Window
from radviewer.core.measurement import Figure, FigureKind
from radviewer.core.prediction import OperatingPoint, Prediction, Score
from radviewer.core.study import Catalog
from radviewer.workbench.browsing import date_text, patient_title, series_subtitle, series_title
from radviewer.workbench.catalogs import joined, summary
from radviewer.workbench.findings import calibration_text, device_text, probability_text, score_lines
from radviewer.workbench.orientation import Orientation
from radviewer.workbench.presets import (
    built_in,
    load_presets,
    presets,
    save_presets,
    use_presets,
    window_choices,
)
from radviewer.workbench.readout import scale_bar, value_text, window_text
from radviewer.workbench.stack import StackList
from radviewer.workbench.study_order import StudyFilter, filtered
from radviewer.workbench.windowing import region_window
from tests.ui.fakes import LABELS, make_catalog, refused, square_image

REF = ImageRef(Path("/x.dcm"))


def test_the_value_under_the_cursor_has_its_unit() -> None:
    assert value_text(square_image(REF), (24.5, 40.2)) == "x 40  y 24: 376 HU"
    assert value_text(square_image(REF), (0.0, 0.0)) == "x 0  y 0: -24 HU"


@pytest.mark.parametrize("position", [(-0.1, 5.0), (64.0, 5.0), (5.0, 96.0), None])
def test_outside_the_image_there_is_no_value(position: tuple[float, float] | None) -> None:
    assert value_text(square_image(REF), position) == ""


def test_padding_and_colour_are_named_and_unspecified_units_are_not() -> None:
    assert value_text(square_image(REF, padding=(1000, 1000)), (0, 0)).endswith("padding")
    color = Image(np.full((4, 4, 3), (1, 2, 3), np.uint8), REF)
    assert value_text(color, (0, 0)) == "x 0  y 0: R 1  G 2  B 3"
    assert value_text(square_image(REF, modality_lut=Rescale(1, 0, "US")), (0, 0)) == "x 0  y 0: 1000"


def test_the_window_is_said_with_its_name() -> None:
    assert window_text(Window(35, 110, name="Brain"), inverted=False) == "W 110  L 35  Brain"
    assert window_text(Window(0.5, 1.25), inverted=True) == "W 1.25  L 0.5  inverted"
    assert window_text(LookupTable(0, np.arange(4), 8, "BONE"), inverted=False) == "VOI LUT BONE"
    assert window_text(None, inverted=False) == "Colour"


def test_the_scale_bar_is_as_long_as_it_says() -> None:
    bar = scale_bar(square_image(REF), Orientation(), 4.0, 200.0)  # 0.5 mm a column, 8 pixels a mm
    assert bar is not None and bar.pixels == pytest.approx(160) and bar.text == "20 mm  (Pixel Spacing)"


def test_the_scale_bar_follows_the_axis_that_runs_across_the_screen() -> None:
    image = square_image(REF, spacing=PixelSpacing(2.0, 0.5), aspect=4.0)
    for turned in (Orientation(), Orientation(1)):
        bar = scale_bar(image, turned, 4.0, 200.0)
        assert bar is not None and bar.pixels == pytest.approx(160)


def test_the_scale_bar_says_when_lengths_are_at_the_detector_and_is_absent_without_spacing() -> None:
    detector = square_image(REF, spacing=PixelSpacing(0.1, 0.1, SpacingKind.IMAGER_PIXEL_SPACING))
    bar = scale_bar(detector, Orientation(), 1.0, 200.0)
    assert bar is not None and "detector" in bar.text
    assert scale_bar(square_image(REF, spacing=None), Orientation(), 1.0, 200.0) is None


@pytest.mark.parametrize("exponent", range(-6, 7))
@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_a_room_a_rounding_error_below_a_round_length_has_a_bar_too(exponent: int, steps: int) -> None:
    room = 10.0**exponent
    for _ in range(steps):
        room = math.nextafter(room, 0)
    image = square_image(REF, spacing=PixelSpacing(1.0, 1.0))
    bar = scale_bar(image, Orientation(), 1.0, room)
    assert bar is not None and 0.4 * room < bar.pixels <= room


@given(st.floats(1e-6, 1e6), st.floats(1e-3, 1e3), st.floats(1e-3, 1e5))
def test_the_scale_bar_fills_at_least_two_fifths_of_its_room(spacing: float, scale: float, room: float) -> None:
    bar = scale_bar(square_image(REF, spacing=PixelSpacing(spacing, spacing)), Orientation(), scale, room)
    assert bar is not None and 0.39 * room < bar.pixels <= room * (1 + 1e-9)


@pytest.mark.parametrize(("scale", "room"), [(1.0, 0.0), (0.0, 100.0), (1.0, -5.0)])
def test_a_pane_without_room_has_no_scale_bar(scale: float, room: float) -> None:
    assert scale_bar(square_image(REF, spacing=PixelSpacing(1.0, 1.0)), Orientation(), scale, room) is None


def test_presets_are_those_that_radiologists_expect() -> None:
    assert [(p.name, p.width, p.center) for p in presets()["CT"]] == [
        ("Brain", 110, 35),
        ("Abdomen", 320, 50),
        ("Mediastinum", 400, 80),
        ("Bone", 2000, 350),
        ("Lung", 1500, -500),
    ]


def test_the_images_own_windows_come_before_the_presets() -> None:
    image = square_image(REF, voi=(Window(1, 2), Window(3, 4, name="SOFT")))
    assert [choice.name for choice in window_choices(image)][:3] == ["DICOM 1", "SOFT", "Brain"]
    assert len(window_choices(square_image(REF, voi=(Window(1, 2),) * 20))) == 8


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0.00"), (0.0049, "< 0.01"), (0.005, "0.01"), (0.93, "0.93"), (0.996, "> 0.99"), (1.0, "1.00")],
)
def test_probabilities_have_two_decimals_and_no_false_certainty(value: float, text: str) -> None:
    assert probability_text(value) == text


def prediction(version: str = "1.0") -> Prediction:
    scores = (Score(LABELS[0], 0.0, 0.2, True), Score(LABELS[1], 0.0, 0.8, True))
    point = OperatingPoint("glioma", 0.15, 0.9, None, "the test set", "1.0")
    return Prediction(REF, "brain-mri", version, "cpu", scores, (point,), seconds=0.0412)


def test_scores_are_listed_from_high_to_low_with_their_operating_point() -> None:
    first, second = score_lines(prediction())
    assert (first.name, first.top, first.threshold, first.called) == ("Meningioma", True, None, False)
    assert (second.detail, second.called) == ("op. point 0.15  sens 0.90", True)
    assert second.source == "Measured on the test set."


def test_an_operating_point_of_another_version_is_called_out() -> None:
    assert "version 1.0, not on the 2.0" in score_lines(prediction("2.0"))[1].source


def test_device_time_and_calibration_are_said() -> None:
    assert device_text(prediction()) == "Predicted in 41 ms on CPU"
    assert device_text(replace(prediction(), device="cuda:0", seconds=1.26)) == "Predicted in 1.3 s on GPU (cuda:0)"
    assert calibration_text(prediction()).startswith("Probabilities calibrated")


def test_patients_and_series_are_named_for_the_screen() -> None:
    study = make_catalog(3).studies[0]
    assert patient_title(study) == "Phantom, Alpha"
    assert patient_title(replace(study, patient_name="")) == "No patient name"
    assert (series_title(study.series[0]), series_subtitle(study.series[0])) == ("Axial", "CT  Head  3 images")
    assert (date_text("20260102"), date_text("2026")) == ("2026-01-02", "2026")


def test_a_search_finds_by_every_word() -> None:
    study = make_catalog(1).studies[0]
    catalog = Catalog((study,))
    assert filtered(catalog, StudyFilter("alpha ct"), date.today()).studies == (study,)
    assert filtered(catalog, StudyFilter("alpha mr"), date.today()).studies == ()


def test_opening_the_same_files_again_adds_nothing() -> None:
    catalog = make_catalog(2, 3)
    assert joined(catalog, catalog).studies == catalog.studies
    assert joined(Catalog(), catalog) == catalog


def test_refused_files_are_summed_up_with_every_reason() -> None:
    one = refused("/a.dcm", UnreadableFile("a.dcm is damaged.", hint="Copy it again."))
    assert summary(Catalog(problems=(one,)))[0] == "a.dcm is damaged. Copy it again."
    text, details = summary(Catalog(problems=(one, one)))
    assert text.startswith("2 files") and details.count("a.dcm is damaged.") == 2
    assert summary(Catalog()) == ("", "")


def test_stacks_stop_at_their_ends() -> None:
    stacks = StackList.of(make_catalog(3, 2, frames=2))
    first = stacks.stacks[0].refs[0]
    assert len(stacks.stacks[0].refs) == 6
    assert stacks.stepped(first, -1) == first
    assert stacks.stepped(first, 100) == stacks.stacks[0].refs[-1]
    assert stacks.other_series(first, 1) == stacks.stacks[1] and stacks.other_series(first, 9) == stacks.stacks[1]
    assert stacks.stepped(REF, 1) is None


def test_uptake_stands_beside_the_activity_where_the_header_allows_it() -> None:
    image = square_image(REF, modality_lut=Rescale(10.0, 0.0, "BQML"), suv_factor=0.00025)
    assert value_text(image, (0, 0)) == "x 0  y 0: 10000 BQML   2.50 g/ml SUVbw"


def test_a_calibrated_spacing_is_named_at_the_scale_bar() -> None:
    bar = scale_bar(
        square_image(REF, spacing=PixelSpacing(0.5, 0.5, calibration="FIDUCIAL")), Orientation(), 4.0, 200.0
    )
    assert bar is not None and bar.text == "20 mm  (Pixel Spacing, calibrated by fiducials)"


def test_the_users_presets_take_the_place_of_the_programs_modality_by_modality(tmp_path: Path) -> None:
    path = tmp_path / "config" / "windows.toml"
    mine = {"CT": (Window(40, 80, name="Stroke"),), "MR": (Window(0.5, 0.25, VoiFunction.LINEAR_EXACT, "Map"),)}
    save_presets(path, mine)
    try:
        found, complaint = load_presets(path)
        assert (found, complaint) == (mine, "")
        use_presets(found)
        assert [item.name for item in window_choices(square_image(REF))] == ["own", "Stroke"]
    finally:
        use_presets({})
    assert presets() == built_in()


@pytest.mark.parametrize(
    "text",
    ["CT = 3", "[[CT]]\nname = 'a'\ncenter = 1\nwidth = 0.5", "[[CT]]\nname = 'a'\ncenter = 1", "[[", "CT = [1]",
     "[[CT]]\nname = 'a'\ncenter = nan\nwidth = 10"],
)  # fmt: skip
def test_a_malformed_file_of_presets_is_told_and_not_used(tmp_path: Path, text: str) -> None:
    path = tmp_path / "windows.toml"
    path.write_text(text, encoding="utf-8")
    found, complaint = load_presets(path)
    assert found == {} and "windows.toml" in complaint
    assert load_presets(tmp_path / "none.toml") == ({}, "")


def test_the_window_of_a_region_spans_its_values_and_not_its_border() -> None:
    pixels = np.full((20, 20), 1000, np.uint16)
    pixels[5:15, 5:15] = np.arange(100).reshape(10, 10) + 2000
    pixels[5, 5] = 60000  # one pixel of metal
    image = square_image(REF, pixels=pixels, modality_lut=Rescale(1.0, -1024.0, "HU"))
    box = Figure(FigureKind.RECTANGLE, ((5, 5), (15, 15)))
    values = pixels[5:15, 5:15].astype(float) - 1024
    low, high = np.percentile(values, (1, 99))
    found = region_window(image, box)
    assert found is not None
    assert (found.center, found.width) == (pytest.approx((low + high) / 2), pytest.approx(high - low))
    whole = region_window(image, box, (0, 100))
    assert whole is not None and whole.width == values.max() - values.min()


def test_a_region_in_which_there_is_nothing_to_see_has_no_window() -> None:
    flat = square_image(REF, pixels=np.full((9, 9), 7, np.uint16))
    box = Figure(FigureKind.RECTANGLE, ((1, 1), (5, 5)))
    assert region_window(flat, box) is None
    assert region_window(flat, box.moved(50, 50)) is None
    assert region_window(Image(np.zeros((9, 9, 3), np.uint8), REF), box) is None
