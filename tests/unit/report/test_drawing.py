"""Figures: ticks, and that both writers draw the same shapes without leaving the page."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from radviewer.report.drawing import Disc, Drawing, Label, Path
from radviewer.report.figures.forest import Axis, Row, forest
from radviewer.report.figures.planning import power_curves
from radviewer.report.figures.roc import arrows, mean_curve
from radviewer.report.figures.uptake import SwitchRow, switches
from radviewer.report.plot import decimals, padded, round_ticks
from radviewer.report.svg import to_svg
from radviewer.stats.roc import roc_curve

SVG = "{http://www.w3.org/2000/svg}"


@given(st.floats(-1e4, 1e4), st.floats(1e-3, 1e4))
def test_ticks_lie_within_the_range_and_are_evenly_spaced(low: float, span: float) -> None:
    ticks = round_ticks(low, low + span)
    assert 2 <= len(ticks) <= 12
    assert all(low - 1e-6 * span <= tick <= low + span + 1e-6 * span for tick in ticks)
    assert np.allclose(np.diff(ticks), ticks[1] - ticks[0])


def test_tick_labels_have_the_decimals_they_need() -> None:
    assert decimals([0, 0.25, 0.5]) == 2
    assert decimals([0, 0.5, 1]) == 1
    assert decimals([0, 5, 10]) == 0
    assert padded([3.0, 3.0])[0] < 3 < padded([3.0, 3.0])[1]


def examples() -> list[Drawing]:
    rows = [Row("R1", 0.1, (-0.1, 0.3)), Row("R2", None, None), Row("Mean", 0.05, (0.01, 0.09), summary=True)]
    ratio = [Row("R1", 0.8, (0.5, 1.3)), Row("Mean", 0.9, (0.85, 0.95), summary=True)]
    before, after = {"R1": (0.2, 0.8), "R2": (0.2, 0.8)}, {"R1": (0.1, 0.9), "R2": (0.2, 0.8)}
    return [
        forest("Forest", rows, Axis("difference", 0.0, margin=-0.05)),
        forest("Ratio", ratio, Axis("ratio", 1.0, log=True, sign=False)),
        arrows(before, after, (0.15, 0.85), ("unaided", "aided")),
        arrows({"R1": (0.0, 1.0)}, {"R1": (1.0, 0.0)}, None, ("unaided", "aided")),
        switches([SwitchRow("R1", 3, 1, 40), SwitchRow("R2", 0, 0, 40)]),
        power_curves((3, 5, 10), {40: (0.1, 0.5, 0.9), 80: (0.2, 0.6, 0.95)}, effect=0.05, now=(5, 40)),
    ]


@pytest.mark.parametrize("drawing", examples(), ids=lambda d: d.title)
def test_every_shape_lies_on_the_drawing(drawing: Drawing) -> None:
    for shape in drawing.shapes:
        points = {Path: lambda s: s.points, Disc: lambda s: (s.centre,), Label: lambda s: (s.at,)}[type(shape)](shape)
        for x, y in points:
            assert -0.5 <= x <= drawing.width + 0.5
            assert -0.5 <= y <= drawing.height + 0.5


@pytest.mark.parametrize("drawing", examples(), ids=lambda d: d.title)
def test_the_svg_is_well_formed_named_and_described(drawing: Drawing) -> None:
    root = ElementTree.fromstring(to_svg(drawing, "f1"))
    assert root.attrib["role"] == "img"
    ids = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
    assert set(root.attrib["aria-labelledby"].split()) == ids
    assert root.findtext(f"{SVG}title") and root.findtext(f"{SVG}desc")
    drawn = [e for e in root if e.tag.removeprefix(SVG) in {"polyline", "polygon", "circle", "text"}]
    assert len(drawn) == len(drawing.shapes)


def test_hostile_labels_are_escaped_in_the_svg() -> None:
    drawing = Drawing(10, 10, "<script>", "\x00\u202e & <b>")
    drawing.text((1, 1), "</text><script>alert(1)</script>")
    text = to_svg(drawing, "f1")
    assert "<script" not in text and "\x00" not in text and "\u202e" not in text
    ElementTree.fromstring(text)


def test_the_mean_curve_of_equal_readers_is_their_curve() -> None:
    curve = roc_curve([3, 4, 5, 5], [1, 2, 3, 3])
    x, y = mean_curve([curve, curve, curve])
    assert x[0] == 0 and x[-1] == 1 and y[-1] == 1
    assert np.trapezoid(y, x) == pytest.approx(np.trapezoid(curve.true_positive_rate, curve.false_positive_rate))
