"""The input gate says why an image is not of the model's kind."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from radviewer.core.image import Image, ImageFacts, ImageRef
from radviewer.core.prediction import GateVerdict
from radviewer.inference.gate import FeatureStatistics, color_share, image_statistics, judge
from radviewer.inference.manifest import FeatureGateSpec, GateSpec, StatisticRange

HEAD = GateSpec(("MR",), ("BRAIN", "HEAD"))
PLANE = np.tile(np.linspace(0, 1, 32, dtype=np.float32), (1, 32, 1))


def image(modality: str = "", body_part: str = "", pixels: np.ndarray | None = None) -> Image:
    facts = ImageFacts(modality=modality, body_part=body_part)
    shown = (PLANE[0] * 255).astype(np.uint8) if pixels is None else pixels
    return Image(pixels=shown, ref=ImageRef(Path("x.dcm")), facts=facts)


def test_an_image_of_the_right_kind_or_without_a_header_passes() -> None:
    assert judge(image("MR", "BRAIN"), PLANE, HEAD).verdict is GateVerdict.IN_DOMAIN
    assert judge(image(), PLANE, HEAD).verdict is GateVerdict.IN_DOMAIN


def test_another_modality_is_refused_and_another_body_part_flagged() -> None:
    result = judge(image("CR", "CHEST"), PLANE, HEAD)
    assert result.verdict is GateVerdict.REFUSED
    assert "CR" in result.reasons[0]
    assert "CHEST" in result.reasons[1]
    assert judge(image("MR", "KNEE"), PLANE, HEAD).verdict is GateVerdict.FLAGGED


def test_a_colour_photograph_is_refused_and_grey_in_three_channels_is_not() -> None:
    photograph = np.random.default_rng(1).integers(0, 256, (32, 32, 3), dtype=np.uint8)
    result = judge(image(pixels=photograph), PLANE, HEAD)
    assert result.verdict is GateVerdict.REFUSED
    assert "colour" in result.reasons[0]
    gray = np.repeat(photograph[..., :1], 3, axis=2)
    assert color_share(gray) == 0
    assert judge(image(pixels=gray), PLANE, HEAD).verdict is GateVerdict.IN_DOMAIN


def test_statistics_beyond_the_range_are_named_with_both_numbers() -> None:
    spec = GateSpec(statistics=(StatisticRange("mean", 0.0, 0.2), StatisticRange("detail", 0.0, 1.0)))
    result = judge(image(), PLANE, spec)
    assert result.verdict is GateVerdict.FLAGGED
    assert result.reasons == (
        "It is brighter on the whole than the images that the model was made with (mean 0.500, theirs 0.000 to 0.200).",
    )


def test_the_statistics_are_what_their_names_say() -> None:
    plane = np.zeros((1, 100, 100), dtype=np.float32)
    plane[:, 6:94, 6:94] = 1.0
    found = image_statistics(plane)
    assert np.isclose(found["border"], 0)
    assert np.isclose(found["mean"], 0.88**2)
    assert np.isclose(found["dark"], 1 - 0.88**2)
    assert np.isclose(found["detail"], 2 * 88 / (99 * 100))


def test_the_distance_is_that_to_the_nearest_class_in_units_of_spread() -> None:
    means = np.array([[0, 0], [10, 0]], dtype=np.float32)
    statistics = FeatureStatistics(means, np.diag([1.0, 0.5]).astype(np.float32))
    assert np.isclose(statistics.distance(np.array([12, 0], dtype=np.float32)), 2 / np.sqrt(2))
    assert np.isclose(statistics.distance(np.array([0, 4], dtype=np.float32)), 2 / np.sqrt(2))


def test_far_features_are_flagged_and_very_far_ones_refused() -> None:
    spec = GateSpec(features=FeatureGateSpec("gate.safetensors", 1.0, 2.0, "test"))
    verdicts = [judge(image(), PLANE, spec, distance).verdict for distance in (0.9, 1.5, 2.5)]
    assert verdicts == [GateVerdict.IN_DOMAIN, GateVerdict.FLAGGED, GateVerdict.REFUSED]
