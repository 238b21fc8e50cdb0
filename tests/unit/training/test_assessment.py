"""Figures are those of arithmetic and of other programs; perturbations are the same for every model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from sklearn import metrics

from radviewer.core.errors import InputProblem
from radviewer.core.image import Image, ImageRef
from radviewer.core.tasks import CancellationToken
from radviewer.inference import architectures
from radviewer.inference.manifest import ArchitectureSpec
from radviewer.inference.network import freeze
from radviewer.inference.predictor import Predictor
from radviewer.inference.registry import read_pack
from radviewer.io.reader import read_image
from radviewer.training.assessment import assess, averages, reliability
from radviewer.training.comparison import compare, mcnemar
from radviewer.training.dataset import Sample
from radviewer.training.references import called_maps
from radviewer.training.robustness import LEVELS, Perturbation, changed, curves, partners
from radviewer.training.scoring import score
from tests.helpers.packs import KEYS, quadrant_pack, quadrant_picture
from tests.unit.training.test_data import smooth, write


def drawn(count: int, labels: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(seed)
    truth = generator.integers(0, labels, count)
    logits = generator.standard_normal((count, labels)) + 1.2 * np.eye(labels)[truth]
    shares = np.exp(logits)
    return shares / shares.sum(axis=1, keepdims=True), truth.astype(np.int64)


def test_averages_agree_with_scikit_learn() -> None:
    shares, truth = drawn(180, 4, 1)
    found = averages(shares, truth, np.arange(180), 1)
    calls = shares.argmax(axis=1)
    for kind in ("macro", "weighted"):
        precision, recall, f1, _ = metrics.precision_recall_fscore_support(truth, calls, average=kind)
        assert found[f"{kind}_precision"].value == pytest.approx(precision)
        assert found[f"{kind}_recall"].value == pytest.approx(recall)
        assert found[f"{kind}_f1"].value == pytest.approx(f1)
    assert found["accuracy"].value == pytest.approx(metrics.accuracy_score(truth, calls))
    assert found["macro_auc"].value == pytest.approx(metrics.roc_auc_score(truth, shares, multi_class="ovr"))
    for estimate in found.values():
        assert estimate.interval is not None
        assert estimate.value is not None
        assert estimate.interval[0] < estimate.value < estimate.interval[1]


def test_patients_are_drawn_as_a_whole() -> None:
    shares, truth = drawn(60, 2, 2)
    alone = averages(np.repeat(shares, 5, axis=0), np.repeat(truth, 5), np.arange(300), 1)["accuracy"].interval
    whole = averages(np.repeat(shares, 5, axis=0), np.repeat(truth, 5), np.repeat(np.arange(60), 5), 1)
    patients = whole["accuracy"].interval
    assert alone is not None
    assert patients is not None
    # Five copies of each image carry the information of one.
    assert patients[1] - patients[0] == pytest.approx(5**0.5 * (alone[1] - alone[0]), rel=0.15)


def test_reliability_bins_hold_every_image_and_add_up_to_the_error() -> None:
    shares, truth = drawn(300, 3, 3)
    found = reliability(shares, truth)
    assert sum(part.images for part in found.bins) == 300
    total = sum(part.images * abs(part.stated - part.right) for part in found.bins) / 300
    assert found.error == pytest.approx(total)
    assert found.log_loss == pytest.approx(metrics.log_loss(truth, shares))


def test_mcnemar_is_the_exact_binomial_test() -> None:
    first = np.array([True] * 90 + [False] * 10)
    second = np.array([True] * 80 + [False] * 10 + [True] * 2 + [False] * 8)
    result = mcnemar(first, second)
    assert (result.both_right, result.only_first, result.only_second, result.both_wrong) == (80, 10, 2, 8)
    assert result.p == pytest.approx(2 * sum(66 if k == 2 else 12 if k == 1 else 1 for k in range(3)) / 2**12)
    assert mcnemar(first, first).p == 1.0


def test_a_comparison_is_paired_and_turns_around() -> None:
    one, truth = drawn(150, 3, 4)
    two = one**0.5 + 0.2 * np.random.default_rng(5).random(one.shape)
    two /= two.sum(axis=1, keepdims=True)
    there, back = compare(one, two, truth, ("a", "b", "c")), compare(two, one, truth, ("a", "b", "c"))
    for here, turned in zip(there.areas, back.areas, strict=True):
        assert here.difference == pytest.approx(-turned.difference)
        assert here.p == pytest.approx(turned.p)
        index = ("a", "b", "c").index(here.label)
        assert here.first == pytest.approx(metrics.roc_auc_score(truth == index, one[:, index]))
    assert there.calls.only_first == back.calls.only_second
    with pytest.raises(InputProblem, match="same images"):
        compare(one[:10], two, truth, ("a", "b", "c"))


@pytest.fixture
def quadrants(tmp_path: Path) -> tuple[Predictor, tuple[Sample, ...]]:
    predictor = Predictor.load(read_pack(quadrant_pack(tmp_path / "quadrant")), "cpu")
    samples = []
    for index in range(32):
        path = tmp_path / "data" / KEYS[index % 4] / f"{index}.png"
        noise = np.random.default_rng(index).integers(0, 30, (16, 16), dtype=np.uint8)
        # The last image of each label shows another one.
        write(path, quadrant_picture((index + (index >= 28)) % 4) // 2 + noise)
        samples.append(Sample(ImageRef(path), index % 4, facts={"half": "late" if index >= 16 else "early"}))
    return predictor, tuple(samples)


def test_a_pack_is_assessed_with_operating_points_and_subgroups(
    quadrants: tuple[Predictor, tuple[Sample, ...]],
) -> None:
    predictor, samples = quadrants
    scored = score(predictor, samples, batch=5)
    result = assess("plain", scored, predictor.manifest, ("half",))
    assert result.figures.accuracy == 28 / 32
    assert [(group.value, group.images) for group in result.subgroups] == [("early", 16), ("late", 16)]
    assert [group.figures.accuracy for group in result.subgroups if group.figures] == [1.0, 0.75]
    assert len(result.points) == 4
    assert result.after is None  # the pack has no temperature
    part = assess("part", scored.part(np.arange(28)), predictor.manifest)
    assert part.figures.accuracy == 1.0


def test_unreadable_images_are_listed_and_the_others_are_scored(
    quadrants: tuple[Predictor, tuple[Sample, ...]],
) -> None:
    predictor, samples = quadrants
    samples[3].ref.path.write_bytes(b"\x89PNG\r\n\x1a\n torn")
    scored = score(predictor, samples, batch=8)
    assert len(scored.samples) == 31
    assert [path for path, _ in scored.refused] == [samples[3].ref.path]


@pytest.mark.parametrize("name", ["custom_cnn", "mobilenet_v2"])
def test_batches_score_as_single_passes_do(name: str) -> None:
    torch.manual_seed(1)
    network = architectures.build(ArchitectureSpec(name), 3, 4)
    freeze(network)
    inputs = torch.randn(7, 3, 64, 64, generator=torch.Generator().manual_seed(2))
    with torch.no_grad():
        together = torch.softmax(network(inputs), dim=1)
        alone = torch.cat([torch.softmax(network(row[None]), dim=1) for row in inputs])
    assert float((together - alone).abs().max()) < 1e-6


def test_maps_of_a_batch_are_those_of_single_explanations(quadrants: tuple[Predictor, tuple[Sample, ...]]) -> None:
    from radviewer.core.explanation import Method
    from radviewer.explain.run import explain

    predictor, samples = quadrants
    token = CancellationToken()
    forwards = [predictor.forward(read_image(sample.ref), token) for sample in samples[:5]]
    cams, saliencies = called_maps(predictor.network, torch.cat([forward.inputs for forward in forwards]))
    for forward, cam, saliency in zip(forwards, cams, saliencies, strict=True):
        called = forward.prediction.top.label.key
        one = explain(predictor, forward, (Method.GRADCAM, Method.SALIENCY), [called], token)
        assert np.allclose(cam, one[0].values, atol=1e-6)
        assert np.allclose(saliency, one[1].values, atol=1e-6)


@pytest.mark.parametrize("kind", list(Perturbation))
def test_a_perturbation_is_reproducible_and_grows_with_its_level(kind: Perturbation, tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    texture = np.random.default_rng(1).integers(0, 60, (256, 256), dtype=np.uint8)
    write(path, smooth(3, 256) // 2 + texture)
    write(tmp_path / "y.png", smooth(9, 200))
    image, sample = read_image(ImageRef(path)), Sample(ImageRef(path), 0)
    others = partners((sample, Sample(ImageRef(tmp_path / "y.png"), 1)))
    distances = []
    for level in (LEVELS[kind][0], LEVELS[kind][-1]):
        once, again = (np.asarray(changed(kind, level, others)(image, sample).pixels) for _ in range(2))
        assert np.array_equal(once, again)
        assert once.dtype == image.pixels.dtype
        same = once.shape == image.pixels.shape
        whole = np.asarray(image.pixels, dtype=float)
        distances.append(float(np.abs(once - whole).mean()) if same else 100.0 * (1 - once.size / whole.size))
    assert 0 < distances[0] < distances[1]


def test_what_an_image_takes_comes_from_another_class(tmp_path: Path) -> None:
    pictures = [smooth(number, 64) for number in (1, 2, 3, 4)]
    samples = []
    for number, picture in enumerate(pictures):
        write(tmp_path / f"{number}.png", picture)
        samples.append(Sample(ImageRef(tmp_path / f"{number}.png"), number // 2))
    others = partners(tuple(samples))
    for sample, picture in zip(samples, pictures, strict=True):
        other = others[sample.ref]
        assert other.label != sample.label
        theirs = pictures[samples.index(other)].astype(float)
        for kind, tells in ((Perturbation.SPECTRUM, amplitudes), (Perturbation.LAYOUT, cells)):
            taken = np.asarray(changed(kind, 1.0, others)(read_image(sample.ref), sample).pixels, dtype=float)
            nearer = [np.corrcoef(tells(taken).ravel(), tells(whole).ravel())[0, 1] for whole in (theirs, picture)]
            assert nearer[0] > 0.9
            assert nearer[0] > nearer[1]
        framed = np.asarray(changed(Perturbation.FRAME, 0.12, others)(read_image(sample.ref), sample).pixels, float)
        assert np.allclose(framed[8:-8, 8:-8], picture[8:-8, 8:-8])
        for side, their, own in (
            (framed[:7], theirs[:7], picture[:7]),
            (framed[:, -7:], theirs[:, -7:], picture[:, -7:]),
        ):
            assert np.corrcoef(side.ravel(), their.ravel())[0, 1] > 0.999
            assert np.abs(side - own).mean() > 1


def amplitudes(picture: np.ndarray) -> np.ndarray:
    return np.log(np.abs(np.fft.rfft2(picture))[:12, 1:12] + 1)


def cells(picture: np.ndarray) -> np.ndarray:
    return picture.reshape(8, 8, 8, 8).mean(axis=(1, 3))


def test_a_picture_in_colour_and_one_in_grey_can_take_from_each_other(tmp_path: Path) -> None:
    grey, colour = smooth(1, 40), np.stack([smooth(number, 48) for number in (2, 3, 4)], axis=-1)
    samples = []
    for number, picture in enumerate((grey, colour)):
        write(tmp_path / f"{number}.png", picture)
        samples.append(Sample(ImageRef(tmp_path / f"{number}.png"), number))
    others = partners(tuple(samples))
    for sample, picture in zip(samples, (grey, colour), strict=True):
        taken = changed(Perturbation.LAYOUT, 0.5, others)(read_image(sample.ref), sample).pixels
        assert np.asarray(taken).shape == picture.shape


def test_an_image_that_nothing_can_be_taken_from_is_named(tmp_path: Path) -> None:
    write(tmp_path / "fine.png", smooth(1, 40))
    write(tmp_path / "flat.png", np.full((40, 40), 7, dtype=np.uint8))
    fine, flat = (Sample(ImageRef(tmp_path / f"{name}.png"), label) for label, name in enumerate(("fine", "flat")))
    change = changed(Perturbation.FRAME, 0.1, partners((fine, flat)))
    with pytest.raises(InputProblem, match=r"cannot take from flat\.png\. The image is constant"):
        change(read_image(fine.ref), fine)


def test_images_of_one_class_cannot_take_from_another(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="one class"):
        partners((Sample(ImageRef(tmp_path / "a.png"), 0), Sample(ImageRef(tmp_path / "b.png"), 0)))


def test_a_box_is_moved_around_its_mask(tmp_path: Path) -> None:
    picture = smooth(3, 96)
    mask = np.zeros((96, 96), dtype=np.uint8)
    mask[30:60, 30:60] = 255
    write(tmp_path / "x.png", picture)
    write(tmp_path / "m.png", mask)
    sample = Sample(ImageRef(tmp_path / "x.png"), 0, mask=tmp_path / "m.png", margin=0.0)
    cropped = Image(pixels=picture[30:60, 30:60], ref=sample.ref)
    moved = np.asarray(changed(Perturbation.BOX, 0.3)(cropped, sample).pixels)
    places = [
        (row, column)
        for row in range(96 - moved.shape[0] + 1)
        for column in range(96 - moved.shape[1] + 1)
        if np.array_equal(picture[row : row + moved.shape[0], column : column + moved.shape[1]], moved)
    ]
    assert len(places) == 1
    assert places[0] != (30, 30)
    assert all(21 - 5 <= place <= 39 + 5 for place in places[0])


def test_curves_begin_with_the_unchanged_images(quadrants: tuple[Predictor, tuple[Sample, ...]]) -> None:
    predictor, samples = quadrants
    (curve,) = curves(predictor, samples, (Perturbation.NOISE,))
    assert [point.level for point in curve.points] == [None, *LEVELS[Perturbation.NOISE]]
    assert curve.points[0].accuracy.value == 28 / 32
