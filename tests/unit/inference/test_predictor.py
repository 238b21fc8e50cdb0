"""The predictor's numbers are known by arithmetic; cancelling, memory and altered weights end in words."""

from __future__ import annotations

import dataclasses
import math
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from radviewer.core.errors import Cancelled, DegenerateImage, InputProblem, ModelPackProblem, OutOfMemory, UsageProblem
from radviewer.core.tasks import CancellationToken, Progress
from radviewer.inference import devices
from radviewer.inference.checks import check_pack, image_of_gray
from radviewer.inference.manifest import Activation
from radviewer.inference.network import SplitNetwork
from radviewer.inference.packing import PackParts, write_pack
from radviewer.inference.predictor import Predictor, cancellable
from radviewer.inference.registry import Pack, read_pack
from radviewer.inference.weights import load_into, read_weights
from tests.helpers.packs import GAIN, KEYS, quadrant_manifest, quadrant_pack, quadrant_picture

NEVER = CancellationToken()


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return read_pack(quadrant_pack(tmp_path_factory.mktemp("packs") / "quadrant"))


def picture(bright: int, size: int = 16) -> object:
    return image_of_gray(quadrant_picture(bright, size), Path(f"{KEYS[bright]}.png"))


@pytest.mark.parametrize("bright", range(4))
def test_scores_of_the_quadrant_detector_are_what_arithmetic_says(pack: Pack, bright: int) -> None:
    forward = Predictor.load(pack, "cpu").forward(picture(bright), NEVER)  # type: ignore[arg-type]
    prediction = forward.prediction
    assert prediction.top.label.key == KEYS[bright]
    assert prediction.top.logit == pytest.approx(GAIN)
    assert prediction.top.probability == pytest.approx(math.exp(GAIN) / (math.exp(GAIN) + 3))
    assert not prediction.top.calibrated
    assert prediction.device == "cpu"
    assert forward.features.flatten().tolist() == [float(index == bright) for index in range(4)]
    assert forward.inputs.shape == (1, 1, 16, 16)
    assert not forward.features.requires_grad


def test_the_temperature_divides_the_logits(pack: Pack) -> None:
    warm = Pack(pack.folder, dataclasses.replace(pack.manifest, temperature=2.0))
    top = Predictor.load(warm, "cpu").forward(picture(0), NEVER).prediction.top  # type: ignore[arg-type]
    assert top.logit == pytest.approx(GAIN)
    assert top.probability == pytest.approx(math.exp(GAIN / 2) / (math.exp(GAIN / 2) + 3))
    assert top.calibrated


def test_sigmoid_scores_each_label_for_itself(pack: Pack) -> None:
    single = Pack(pack.folder, dataclasses.replace(pack.manifest, activation=Activation.SIGMOID))
    scores = Predictor.load(single, "cpu").forward(picture(1), NEVER).prediction.scores  # type: ignore[arg-type]
    assert [score.probability for score in scores] == pytest.approx([0.5, 1 / (1 + math.exp(-GAIN)), 0.5, 0.5])


def test_batches_give_the_numbers_of_single_images(pack: Pack) -> None:
    predictor = Predictor.load(pack, "cpu")
    images = [picture(index, size) for index in range(4) for size in (16, 40, 56)]
    told: list[Progress] = []
    single = predictor.predict(images, NEVER)  # type: ignore[arg-type]
    batched = predictor.predict(images, NEVER, told.append, batch=5)  # type: ignore[arg-type]
    for one, other in zip(single, batched, strict=True):
        assert [score.logit for score in one.scores] == pytest.approx([score.logit for score in other.scores], abs=1e-6)
    assert [step.done for step in told] == [0, 5, 10, 12]


def test_an_image_that_cannot_be_analysed_stops_predict_and_is_one_of_the_outcomes(pack: Pack) -> None:
    predictor = Predictor.load(pack, "cpu")
    constant = image_of_gray(np.full((32, 32), 9, dtype=np.uint8), Path("flat.png"))
    images = [picture(0), constant, picture(3)]
    outcomes = predictor.outcomes(images, NEVER, batch=3)  # type: ignore[arg-type]
    assert [isinstance(outcome, DegenerateImage) for outcome in outcomes] == [False, True, False]
    with pytest.raises(DegenerateImage, match=r"flat\.png"):
        predictor.predict(images, NEVER)  # type: ignore[arg-type]


def test_explanations_can_differentiate_from_the_kept_features(pack: Pack) -> None:
    predictor = Predictor.load(pack, "cpu")
    forward = predictor.forward(picture(2), NEVER)  # type: ignore[arg-type]
    leaf = forward.features.requires_grad_(requires_grad=True)
    predictor.network.head(leaf)[0, 2].backward()
    assert leaf.grad is not None
    assert leaf.grad.flatten().tolist() == [0, 0, GAIN, 0]
    assert all(parameter.grad is None for parameter in predictor.network.parameters())


class Slow(nn.Module):
    run = 0

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        Slow.run += 1
        time.sleep(0.02)
        return x


def test_cancelling_stops_a_pass_between_two_layers_and_leaves_no_hooks(pack: Pack) -> None:
    slow = SplitNetwork(nn.Sequential(*(Slow() for _ in range(200))), nn.Identity())
    predictor = Predictor(pack, slow, devices.choose_device("cpu"))
    token = CancellationToken()
    run: list[int] = []

    def cancel() -> None:
        token.cancel()
        run.append(Slow.run)

    Slow.run = 0
    timer = threading.Timer(0.1, cancel)
    timer.start()
    with pytest.raises(Cancelled):
        predictor.forward(picture(0), token)  # type: ignore[arg-type]
    timer.join()
    assert Slow.run - run[0] <= 1, "it went on after the layer that was running"
    assert not any(module._forward_pre_hooks for module in predictor.network.modules())


def test_a_cancelled_token_stops_before_anything_runs(pack: Pack) -> None:
    token = CancellationToken()
    token.cancel()
    network = nn.Linear(2, 2)
    with pytest.raises(Cancelled), cancellable(network, token):
        network(torch.zeros(1, 2))
    with pytest.raises(Cancelled):
        Predictor.load(pack, "cpu").predict([picture(0)], token)  # type: ignore[list-item]


def test_a_gpu_out_of_memory_falls_back_to_the_cpu_and_says_so(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    predictor = Predictor.load(pack, "cpu")
    predictor.device = devices.Device("meta")  # stands for a GPU
    original = Predictor._pass

    def full(self: Predictor, inputs: torch.Tensor, token: CancellationToken) -> object:
        if self.device.name == "meta":
            raise torch.OutOfMemoryError("CUDA out of memory")
        return original(self, inputs, token)

    monkeypatch.setattr(Predictor, "_pass", full)
    prediction = predictor.forward(picture(1), NEVER).prediction  # type: ignore[arg-type]
    assert prediction.device == "cpu"
    assert "out of memory" in prediction.notes[0]
    assert prediction.top.label.key == KEYS[1]


def test_a_cpu_out_of_memory_is_said_in_words(pack: Pack) -> None:
    class Greedy(nn.Module):
        def forward(self, _x: torch.Tensor) -> torch.Tensor:
            raise RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory")

    predictor = Predictor(pack, SplitNetwork(Greedy(), nn.Identity()), devices.choose_device("cpu"))
    with pytest.raises(OutOfMemory):
        predictor.forward(picture(0), NEVER)  # type: ignore[arg-type]


def test_asking_for_a_gpu_that_is_not_there_is_answered_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert devices.choose_device("auto").name == "cpu"
    with pytest.raises(InputProblem) as caught:
        devices.choose_device("cuda")
    assert caught.value.hint
    with pytest.raises(UsageProblem):
        devices.choose_device("tpu")


def test_weights_with_another_checksum_are_not_parsed(pack: Pack) -> None:
    path = pack.folder / pack.manifest.weights.file
    with pytest.raises(ModelPackProblem, match="checksum"):
        read_weights(path, "0" * 64)


def test_weights_that_do_not_fit_the_network_are_refused_by_tensor() -> None:
    network = nn.Linear(4, 4)
    for tensors, word in [
        ({"weight": torch.zeros(4, 4)}, "bias"),
        ({"weight": torch.zeros(4, 5), "bias": torch.zeros(4)}, "weight"),
        ({"weight": torch.zeros(4, 4), "bias": torch.zeros(4), "more": torch.zeros(1)}, "more"),
    ]:
        with pytest.raises(ModelPackProblem, match=word):
            load_into(network, tensors, Path("weights.safetensors"))


def test_half_precision_weights_compute_in_float32(tmp_path: Path) -> None:
    tensors = {"linear.weight": GAIN * torch.eye(4), "linear.bias": torch.zeros(4)}
    parts = PackParts(quadrant_manifest(), tensors, "# Card", {"one": quadrant_picture(0)}, torch.float16)
    half = write_pack(tmp_path / "half", parts)
    assert half.manifest.weights.dtype == "float16"
    assert all(parameter.dtype == torch.float32 for parameter in Predictor.load(half, "cpu").network.parameters())


def test_golden_cases_pass_on_their_own_pack_and_fail_on_other_numbers(pack: Pack, tmp_path: Path) -> None:
    report = check_pack(pack)
    assert report.passed
    assert report.cases == 4
    other = dataclasses.replace(pack.manifest, temperature=1.001)
    assert not check_pack(Pack(pack.folder, other)).passed
