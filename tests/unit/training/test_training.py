"""Starting weights keep their function, a resumed run is the same run, and figures are what arithmetic says."""

from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import safetensors.torch
import torch

from radviewer.core.errors import Cancelled, InputProblem
from radviewer.core.image import ImageRef
from radviewer.core.tasks import CancellationToken, Progress
from radviewer.inference import architectures
from radviewer.inference.calibration import probabilities
from radviewer.inference.manifest import Activation, ArchitectureSpec, InputSpec, InputStage
from radviewer.training import transfer
from radviewer.training.augment import augment
from radviewer.training.borrow import take_greys, take_origin
from radviewer.training.calibrate import fit_temperature, operating_points
from radviewer.training.config import AugmentRecipe, Keep, TrainRecipe
from radviewer.training.dataset import Dataset, Sample
from radviewer.training.evaluate import calibration_error, evaluate
from radviewer.training.gate_fit import fit_gate, fit_statistics
from radviewer.training.schedule import average_decay, learning_rate_factor
from radviewer.training.trainer import BEST_FILE, CHECKPOINT_FILE, LOG_FILE, Trainer, TrainSettings
from tests.helpers.shared import ROOT

SPEC = InputSpec(InputStage.VOI, 32, 32, 1, (0.5,), (0.5,))


def generated(count: int, seed: int) -> Dataset:
    """Class 0 is brighter above, class 1 brighter below, with noise."""
    generator = np.random.default_rng(seed)
    labels = np.arange(count) % 2
    planes = generator.integers(0, 120, (count, 1, 32, 32), dtype=np.uint8)
    for index, label in enumerate(labels):
        planes[index, 0, 16 * label : 16 * label + 16] += 100
    samples = tuple(Sample(ImageRef(Path(f"{index}.png")), int(label)) for index, label in enumerate(labels))
    return Dataset(samples, planes, tuple(f"{seed}-{index}" for index in range(count)))


def trainer(folder: Path, *, resume: bool = False, **train: object) -> Trainer:
    torch.manual_seed(7)
    network = architectures.build(ArchitectureSpec("custom_cnn", {"width": 4}), 1, 2)
    recipe = TrainRecipe(**{"epochs": 3, "batch": 8, "learning_rate": 0.01, **train})  # type: ignore[arg-type]
    settings = TrainSettings(recipe, AugmentRecipe(), SPEC, 5, folder, "run", "classifier", checkpoint_steps=2)
    return Trainer(network, generated(64, 1), generated(20, 2), settings, resume=resume)


def test_training_learns_and_writes_log_checkpoint_and_best_weights(tmp_path: Path) -> None:
    told: list[Progress] = []
    made = trainer(tmp_path)
    made.run(CancellationToken(), told.append)
    history = made.position.history
    assert [row["epoch"] for row in history] == [1, 2, 3]
    assert history[-1]["validation_accuracy"] == 1.0
    assert history[-1]["train_loss"] < history[0]["train_loss"]
    assert (tmp_path / CHECKPOINT_FILE).is_file()
    assert (tmp_path / BEST_FILE).is_file()
    assert len((tmp_path / LOG_FILE).read_text().splitlines()) == 4
    assert len(told) == 24


@pytest.mark.parametrize("stop_after", [1, 5, 8, 13])
def test_a_cancelled_run_goes_on_to_the_same_bits(tmp_path: Path, stop_after: int) -> None:
    whole = trainer(tmp_path / "whole").run(CancellationToken())
    token = CancellationToken()
    steps = 0

    def stop(_progress: Progress) -> None:
        nonlocal steps
        steps += 1
        if steps == stop_after:
            token.cancel()

    with pytest.raises(Cancelled):
        trainer(tmp_path / "parts").run(token, stop)
    parts = trainer(tmp_path / "parts", resume=True).run(CancellationToken())
    assert all(torch.equal(parts[name], tensor) for name, tensor in whole.items())


RUN = """
import sys
from pathlib import Path
from radviewer.core.tasks import CancellationToken
from tests.unit.training.test_training import trainer
trainer(Path(sys.argv[1]), resume=True, epochs=40).run(CancellationToken(), lambda p: print(p.done, flush=True))
"""


@pytest.mark.slow
def test_a_run_that_was_killed_goes_on_to_the_same_bits(tmp_path: Path) -> None:
    command = [sys.executable, "-c", RUN]
    process = subprocess.Popen([*command, str(tmp_path / "killed")], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    for _ in range(25):
        process.stdout.readline()
    process.kill()
    process.wait()
    process.stdout.close()
    assert (tmp_path / "killed" / CHECKPOINT_FILE).is_file()
    for name in ("killed", "whole"):
        subprocess.run([*command, str(tmp_path / name)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    whole, killed = (safetensors.torch.load_file(tmp_path / name / CHECKPOINT_FILE) for name in ("whole", "killed"))
    assert all(torch.equal(killed[name], tensor) for name, tensor in whole.items())


def test_a_checkpoint_of_another_run_is_refused(tmp_path: Path) -> None:
    trainer(tmp_path, epochs=1).run(CancellationToken())
    torch.manual_seed(7)
    network = architectures.build(ArchitectureSpec("custom_cnn", {"width": 4}), 1, 2)
    settings = TrainSettings(TrainRecipe(batch=8), AugmentRecipe(), SPEC, 5, tmp_path, "other", "classifier")
    with pytest.raises(InputProblem, match="another recipe"):
        Trainer(network, generated(64, 1), generated(20, 2), settings, resume=True)
    (tmp_path / CHECKPOINT_FILE).write_bytes(b"torn")
    with pytest.raises(InputProblem, match="cannot be read"):
        Trainer(network, generated(64, 1), generated(20, 2), settings, resume=True)


def test_training_stops_early_when_validation_gets_no_better(tmp_path: Path) -> None:
    made = trainer(tmp_path, epochs=30, patience=2, learning_rate=1e-12)
    made.position.best_loss, made.position.best_epoch = 1e-9, 0
    (tmp_path / BEST_FILE).write_bytes(safetensors.torch.save({"x": torch.zeros(1)}))
    made.run(CancellationToken())
    assert made.position.epoch == 2


def test_the_last_epoch_is_kept_where_the_recipe_says_so_and_no_patience_ends_the_run(tmp_path: Path) -> None:
    made = trainer(tmp_path, keep=Keep.LAST, patience=1, epochs=3, learning_rate=1e-12)
    made.position.best_loss = 1e-9
    kept = made.run(CancellationToken())
    assert made.position.epoch == made.position.best_epoch == 3
    average = made.average.state_dict()
    assert all(torch.equal(tensor, average[name]) for name, tensor in kept.items())


def folded_arrays(network: torch.nn.Module) -> transfer.Arrays:
    """Random folded weights in the layout of the npz, for the network's convolutions and a classifier."""
    generator = np.random.default_rng(3)
    arrays: transfer.Arrays = {}
    for number, (convolution, _) in enumerate(transfer.convolutions_with_norms(network)):
        weight = generator.normal(0, 0.2, tuple(convolution.weight.shape)).astype(np.float32)
        order = (1, 2, 3, 0) if convolution.groups > 1 else (0, 2, 3, 1)
        arrays[f"{number:02}_conv/w"] = weight.transpose(order)
        arrays[f"{number:02}_conv/b"] = generator.normal(0, 0.2, weight.shape[0]).astype(np.float32)
    arrays["99_conv/w"] = np.zeros((1001, 1, 1, 1280), dtype=np.float32)
    arrays["99_conv/b"] = np.zeros(1001, dtype=np.float32)
    return arrays


def test_restored_batch_norm_keeps_the_function_of_folded_weights(tmp_path: Path) -> None:
    spec = ArchitectureSpec("mobilenet_v2", {"same_padding": True})
    torch.manual_seed(1)
    network, folded = (architectures.build(spec, 3, 2).double() for _ in range(2))
    arrays = folded_arrays(network)
    np.savez(tmp_path / "w.npz", **arrays)
    batch, other = torch.randn(8, 3, 64, 64).double(), torch.randn(2, 3, 64, 64).double()
    transfer.start_from_folded(network, transfer.read_folded(tmp_path / "w.npz"), batch)
    with torch.no_grad():
        for number, (convolution, norm) in enumerate(transfer.convolutions_with_norms(folded)):
            order = (3, 0, 1, 2) if convolution.groups > 1 else (0, 3, 1, 2)
            convolution.weight.copy_(torch.from_numpy(arrays[f"{number:02}_conv/w"].transpose(order).copy()))
            norm.running_mean.zero_()  # type: ignore[union-attr]
            norm.running_var.fill_(1 - norm.eps)  # type: ignore[union-attr]
            norm.bias.copy_(torch.from_numpy(arrays[f"{number:02}_conv/b"]))
        network.eval()
        folded.eval()
        expected, found = folded.features(other), network.features(other)  # type: ignore[operator]
    assert torch.allclose(found, expected, atol=1e-6)
    gammas = torch.cat([norm.weight for _, norm in transfer.convolutions_with_norms(network)])
    assert not torch.allclose(gammas, torch.ones_like(gammas))


def test_folded_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    network = architectures.build(ArchitectureSpec("mobilenet_v2"), 3, 2)
    arrays = folded_arrays(network)
    del arrays["03_conv/w"], arrays["03_conv/b"]
    with pytest.raises(InputProblem, match="layers"):
        transfer.start_from_folded(network, arrays, torch.zeros(1, 3, 32, 32))
    (tmp_path / "w.npz").write_bytes(b"none")
    with pytest.raises(InputProblem, match="cannot be read"):
        transfer.read_folded(tmp_path / "w.npz")


def test_augmentation_is_decided_by_its_generator_and_keeps_shape_and_range() -> None:
    batch = torch.rand(6, 1, 40, 56, generator=torch.Generator().manual_seed(0))
    recipe = AugmentRecipe(flip=True, blur=0.5)
    first, again = (augment(batch, recipe, torch.Generator().manual_seed(4)) for _ in range(2))
    other = augment(batch, recipe, torch.Generator().manual_seed(5))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)
    assert first.shape == batch.shape
    assert float(first.min()) >= 0
    assert float(first.max()) <= 1


def test_augmentation_without_extents_changes_nothing() -> None:
    nothing = AugmentRecipe(False, 0, 0, 0, 0, 0, 0, 0, 0)
    batch = torch.rand(3, 1, 32, 48)
    assert torch.allclose(augment(batch, nothing, torch.Generator()), batch, atol=1e-5)


def test_changes_that_happen_to_some_images_only_leave_the_others_as_they_are() -> None:
    batch = torch.rand(400, 1, 8, 8, generator=torch.Generator().manual_seed(0))
    changed = augment(batch, AugmentRecipe(probability=0.4), torch.Generator().manual_seed(1))
    kept = sum(bool(torch.equal(one, other)) for one, other in zip(changed, batch, strict=True))
    assert 60 < kept < 112  # 0.6 ** 3 of 400 is 86
    noise_only = AugmentRecipe(False, 0, 0, 0, 0, 0, 0, 0.1, 0, probability=0.5)
    noisy = augment(batch, noise_only, torch.Generator().manual_seed(1))
    away = (noisy - batch).abs().amax((1, 2, 3))
    assert 160 < int((away > 1e-4).sum()) < 240


STILL = AugmentRecipe(False, 0, 0, 0, 0, 0, 0, 0, 0)


def test_a_share_of_anothers_amplitude_spectrum_keeps_the_phase() -> None:
    batch = 0.4 + 0.2 * torch.rand(12, 1, 32, 48, generator=torch.Generator().manual_seed(0))
    batch[::2] = torch.nn.functional.avg_pool2d(batch[::2], 5, stride=1, padding=2, count_include_pad=False)
    mixed = augment(batch, replace(STILL, spectrum=1.0), torch.Generator().manual_seed(3))
    own, new = torch.fft.rfft2(batch), torch.fft.rfft2(mixed)
    # The phase is that of the image; amplitudes lie between its own and those of one other image of the batch.
    strong = (own.abs() > 0.5) & (new.abs() > 0.5)
    assert float((own.angle() - new.angle())[strong].abs().max()) < 1e-2
    low, high = own.abs().amin(0), own.abs().amax(0)
    assert bool(((new.abs() >= low - 1e-2) & (new.abs() <= high + 1e-2)).all())
    assert float((mixed - batch).abs().amax()) > 0.02


def test_a_share_of_anothers_coarse_layout_keeps_the_detail() -> None:
    generator = torch.Generator().manual_seed(0)
    detail = 0.05 * torch.rand(8, 1, 32, 32, generator=generator)
    batch = detail + torch.linspace(0.2, 0.8, 8).view(8, 1, 1, 1)
    mixed = augment(batch, replace(STILL, layout=1.0), torch.Generator().manual_seed(3))
    levels = mixed.mean(dim=(1, 2, 3))
    assert float((levels - batch.mean(dim=(1, 2, 3))).abs().max()) > 0.05
    assert torch.allclose(mixed - levels.view(8, 1, 1, 1), batch - batch.mean(dim=(1, 2, 3), keepdim=True), atol=0.06)


def test_an_image_with_anothers_frame_keeps_its_own_middle() -> None:
    batch = (torch.arange(1, 41) / 50).view(40, 1, 1, 1).expand(40, 1, 50, 100).contiguous()
    mixed = augment(batch, replace(STILL, frame=0.8), torch.Generator().manual_seed(3))
    assert torch.allclose(mixed[..., 6:-6, 12:-12], batch[..., 6:-6, 12:-12], atol=1e-5)
    changed = (mixed - batch).abs() > 1e-4
    corners = changed[:, 0, 0, 0]
    assert 20 < int(corners.sum()) < 40
    for number in range(40):
        outer = torch.unique(mixed[number][changed[number]].round(decimals=4))
        assert len(outer) <= 1, "a frame comes from one image"
    widths = torch.stack([changed[:, 0, 25, :50].sum(1), changed[:, 0, 25, 50:].sum(1)])
    assert int(widths.max()) <= 12
    assert not torch.equal(widths[0], widths[1])


def test_grey_levels_take_anothers_distribution_and_keep_their_order() -> None:
    generator = torch.Generator().manual_seed(0)
    batch = torch.rand(6, 2, 64, 64, generator=generator) ** torch.linspace(0.8, 1.3, 6).view(6, 1, 1, 1)
    batch[:, :, :8] = 0
    partner = torch.tensor([1, 2, 3, 4, 5, 0])
    taken = take_greys(batch, partner, torch.ones(6, 1, 1, 1))
    own, theirs = (images.flatten(2).sort().values for images in (taken, batch[partner]))
    assert float((own - theirs).abs()[..., 600:].max()) < 0.02
    order = batch.flatten(2).argsort(dim=-1)
    assert float(taken.flatten(2).gather(-1, order).diff(dim=-1).min()) >= -1e-6
    assert all(len(torch.unique(plane[:8])) == 1 for plane in taken.flatten(0, 1)), "equal values stay equal"
    half = take_greys(batch, partner, torch.full((6, 1, 1, 1), 0.5))
    assert torch.allclose(half, (batch + taken) / 2, atol=1e-6)
    themselves = take_greys(batch, torch.arange(6), torch.ones(6, 1, 1, 1))
    assert torch.allclose(themselves, batch, atol=1e-5)


def test_all_that_tells_the_origin_comes_from_one_image_and_the_middle_keeps_its_shape() -> None:
    generator = torch.Generator().manual_seed(0)
    pattern = torch.rand(1, 1, 50, 100, generator=generator) * 0.2
    batch = pattern + (torch.arange(40) / 50).view(40, 1, 1, 1)
    mixed = augment(batch, replace(STILL, origin=0.8), torch.Generator().manual_seed(3))
    still = augment(batch, STILL, torch.Generator().manual_seed(3))
    changed = (mixed - still).abs().amax((1, 2, 3)) > 1e-6
    assert 20 < int(changed.sum()) < 40
    assert int((mixed[changed, 0, 0, 0] - still[changed, 0, 0, 0]).abs().gt(0.01).sum()) > 15
    for number in torch.nonzero(changed).flatten().tolist():
        middle, own = mixed[number, 0, 15:-15, 30:-30], still[number, 0, 15:-15, 30:-30]
        assert float(torch.corrcoef(torch.stack([middle.flatten(), own.flatten()]))[0, 1]) > 0.9
        corner, shift = float(mixed[number, 0, 0, 0] - still[number, 0, 0, 0]), float((middle - own).mean())
        assert abs(corner) < 1e-3 or corner * shift >= 0, "greys and corners come from the same image"


def test_the_four_corners_have_heights_and_widths_of_their_own() -> None:
    batch = torch.stack([torch.zeros(1, 20, 40), torch.ones(1, 20, 40)])
    sizes = torch.tensor([[[0.1, 0.1], [0.2, 0.1], [0.0, 0.3], [0.3, 0.3]], [[0.0, 0.0]] * 4])
    none = torch.zeros(2, 4)
    taken = take_origin(batch, torch.tensor([1, 0]), torch.zeros(2, 1, 1, 1), none, sizes)
    expected = torch.zeros(20, 40)
    expected[:2, :4] = expected[:4, -4:] = expected[-6:, -12:] = 1
    assert torch.equal(taken[0, 0], expected)
    assert torch.equal(taken[1], batch[1])


def test_images_that_chance_leaves_out_take_nothing_from_others() -> None:
    batch = torch.rand(200, 1, 16, 16, generator=torch.Generator().manual_seed(0))
    moved = augment(batch, STILL, torch.Generator().manual_seed(1))
    mixed = augment(batch, replace(STILL, spectrum=0.3, layout=0.3), torch.Generator().manual_seed(1))
    kept = sum(bool(torch.equal(one, other)) for one, other in zip(mixed, moved, strict=True))
    assert 75 < kept < 125  # 0.7 ** 2 of 200 is 98
    mixed = augment(batch, replace(STILL, origin=0.3), torch.Generator().manual_seed(1))
    kept = sum(bool(torch.equal(one, other)) for one, other in zip(mixed, moved, strict=True))
    assert 115 < kept < 165  # 0.7 of 200 is 140


def test_mirroring_is_left_and_right_only() -> None:
    mirror = AugmentRecipe(True, 0, 0, 0, 0, 0, 0, 0, 0)
    batch = torch.rand(1, 1, 32, 32).expand(40, 1, 32, 32)
    changed = augment(batch, mirror, torch.Generator().manual_seed(1))
    kinds = {
        "same" if torch.allclose(item, batch[0], atol=1e-5) else "mirrored"
        for item in changed
        if torch.allclose(item, batch[0], atol=1e-5) or torch.allclose(item, batch[0].flip(-1), atol=1e-5)
    }
    assert kinds == {"same", "mirrored"}


def test_the_rate_rises_then_falls_and_the_mean_forgets_the_start() -> None:
    factors = [learning_rate_factor(step, 100, 0.1) for step in range(100)]
    assert factors[0] == 0.1
    assert factors[9] == factors[10] == max(factors) == 1.0
    assert factors[10:] == sorted(factors[10:], reverse=True)
    assert factors[-1] == pytest.approx(0.01, abs=0.01)
    assert average_decay(0, 0.99) == 0.1
    assert average_decay(10_000, 0.99) == 0.99


def test_figures_are_what_arithmetic_says() -> None:
    truth = np.array([0, 0, 0, 0, 1, 1, 1, 2, 2, 2])
    calls = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2, 0])
    shares = np.full((10, 3), 0.1)
    shares[np.arange(10), calls] = 0.8
    figures = evaluate("ten", shares, truth, ("a", "b", "c"))
    assert figures.accuracy == 0.7
    assert figures.accuracy_interval == pytest.approx((0.3968, 0.8922), abs=1e-4)
    assert figures.balanced_accuracy == pytest.approx((3 / 4 + 2 / 3 + 2 / 3) / 3)
    assert figures.confusion == ((3, 1, 0), (0, 2, 1), (1, 0, 2))
    assert figures.macro_f1 == pytest.approx((6 / 8 + 4 / 6 + 4 / 6) / 3)
    assert figures.weighted_f1 == pytest.approx((4 * 6 / 8 + 3 * 4 / 6 + 3 * 4 / 6) / 10)
    assert figures.labels[0].sensitivity == 0.75
    assert figures.labels[0].specificity == pytest.approx(5 / 6)
    assert figures.labels[0].auc == pytest.approx((3 * 5 + 0.5 * (3 + 5)) / 24)
    assert figures.log_loss == pytest.approx(-(7 * math.log(0.8) + 3 * math.log(0.1)) / 10)
    assert figures.calibration_error == pytest.approx(0.1)
    low, high = figures.balanced_interval
    assert low < figures.balanced_accuracy < high


def test_a_label_that_does_not_occur_is_undefined_and_not_nan() -> None:
    shares = np.array([[0.9, 0.1, 0.0], [0.2, 0.8, 0.0]])
    figures = evaluate("two", shares, np.array([0, 1]), ("a", "b", "c"))
    assert figures.labels[2].sensitivity is None
    assert figures.labels[2].auc is None
    assert figures.macro_auc is None
    assert figures.balanced_accuracy == 1.0


def test_the_temperature_undoes_a_known_overconfidence() -> None:
    generator = np.random.default_rng(1)
    logits = generator.normal(0, 2, (4000, 3)).astype(np.float32)
    shares = probabilities(logits, Activation.SOFTMAX, None)
    truth = np.array([generator.choice(3, p=row) for row in shares])
    assert fit_temperature(3 * logits, truth) == pytest.approx(3, rel=0.08)
    raw = calibration_error(probabilities(3 * logits, Activation.SOFTMAX, None), truth)
    assert calibration_error(probabilities(3 * logits, Activation.SOFTMAX, 3.0), truth) < raw / 3


def test_an_operating_point_sits_in_the_middle_of_the_widest_best_gap() -> None:
    scores = np.array([0.05, 0.1, 0.2, 0.6, 0.9])
    shares = np.stack([1 - scores, scores], axis=1)
    point = operating_points(shares, np.array([0, 0, 0, 1, 1]), ("n", "y"), "five images", "1")[1]
    assert point.threshold == pytest.approx(0.4)
    assert (point.sensitivity, point.specificity) == (1.0, 1.0)


def test_a_recipes_threshold_is_that_of_every_operating_point() -> None:
    scores = np.array([0.05, 0.1, 0.55, 0.6, 0.9])
    shares = np.stack([1 - scores, scores], axis=1)
    points = operating_points(shares, np.array([0, 0, 0, 1, 1]), ("n", "y"), "five images", "1", 0.5)
    assert [point.threshold for point in points] == [0.5, 0.5]
    assert [(point.sensitivity, point.specificity) for point in points] == [(0.6667, 1.0), (1.0, 0.6667)]


def test_the_gate_knows_its_own_features_from_others() -> None:
    generator = np.random.default_rng(1)
    mixing = generator.normal(size=(20, 20))
    labels = np.arange(400) % 2
    features = (generator.normal(size=(400, 20)) @ mixing + 3 * labels[:, None]).astype(np.float32)
    statistics = fit_statistics(features, labels)
    held_out = (generator.normal(size=(200, 20)) @ mixing).astype(np.float32)
    gate = fit_gate(statistics, held_out, "200 images")
    own = [statistics.distance(row) for row in held_out]
    assert np.mean(own) == pytest.approx(1, abs=0.15)
    assert np.mean(np.array(own) > gate.spec.flag_above) <= 0.01
    assert statistics.distance(held_out[0] + 100) > gate.spec.refuse_above


def test_features_that_never_vary_give_finite_statistics() -> None:
    labels = np.array([0, 0, 1, 1], dtype=np.int64)
    for features in (np.zeros((4, 6), dtype=np.float32), np.eye(4, 6, dtype=np.float32) * 1e-9):
        statistics = fit_statistics(features, labels)
        assert np.isfinite(statistics.whitening).all()
        assert np.isfinite([statistics.distance(row) for row in features]).all()
