"""Frozen layers stay, deep layers learn slower, rare classes are drawn as often, and logs can be read back."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
import torch

from radviewer.core.errors import InputProblem
from radviewer.core.tasks import CancellationToken
from radviewer.inference import architectures
from radviewer.inference.manifest import ArchitectureSpec
from radviewer.training.config import AugmentRecipe, Sampler, TrainRecipe, UnfreezeStep
from radviewer.training.dataset import Dataset
from radviewer.training.layers import peak_rates, thaw
from radviewer.training.trainer import Trainer, TrainSettings
from tests.unit.training.test_training import SPEC, generated

SPECIFICATION = ArchitectureSpec("custom_cnn", {"width": 4})


def trainer(folder: Path, train: TrainRecipe, *, resume: bool = False, data: Dataset | None = None) -> Trainer:
    torch.manual_seed(7)
    network = architectures.build(SPECIFICATION, 1, 2)
    architecture = architectures.find("custom_cnn")
    settings = TrainSettings(
        train, AugmentRecipe(), SPEC, 5, folder, "run", architecture.head, stages=architecture.stages
    )
    return Trainer(network, data or generated(32, 1), generated(12, 2), settings, resume=resume)


STEPS = (UnfreezeStep(0, "head"), UnfreezeStep(1, "features.2"), UnfreezeStep(2, "all"))


def test_layers_are_thawed_from_the_top_by_the_schedule(tmp_path: Path) -> None:
    made = trainer(tmp_path, TrainRecipe(epochs=3, batch=8, learning_rate=0.01, unfreeze=STEPS))
    states = [{name: tensor.clone() for name, tensor in made.network.state_dict().items()}]

    def keep(_row: dict[str, float]) -> None:
        states.append({name: tensor.clone() for name, tensor in made.network.state_dict().items()})

    made.run(CancellationToken(), watch=keep)
    changed = [
        {name.rpartition(".")[0] for name in before if not torch.equal(before[name], after[name])}
        for before, after in itertools.pairwise(states)
    ]
    assert changed[0] == {"classifier"}
    assert changed[1] == {"classifier", "features.2.0", "features.2.1"}
    assert changed[2] == {"classifier", *(f"features.{block}.{layer}" for block in range(3) for layer in range(2))}


def test_a_resumed_schedule_gives_the_same_bits(tmp_path: Path) -> None:
    recipe = TrainRecipe(epochs=3, batch=8, learning_rate=0.01, unfreeze=STEPS, sampler=Sampler.BALANCED)
    whole = trainer(tmp_path / "whole", recipe).run(CancellationToken())

    class Stopped(Exception):
        pass

    def stop(row: dict[str, float]) -> None:
        if row["epoch"] == 1:
            raise Stopped

    with pytest.raises(Stopped):
        trainer(tmp_path / "parts", recipe).run(CancellationToken(), watch=stop)
    parts = trainer(tmp_path / "parts", recipe, resume=True).run(CancellationToken())
    assert all(torch.equal(parts[name], tensor) for name, tensor in whole.items())


def test_an_unknown_layer_is_named() -> None:
    network = architectures.build(SPECIFICATION, 1, 2)
    with pytest.raises(InputProblem, match="layer9") as caught:
        thaw(network, "classifier", (UnfreezeStep(0, "layer9"),), 0)
    assert "features" in caught.value.hint


def test_rates_fall_with_depth_by_stage() -> None:
    spec = ArchitectureSpec("resnet18")
    network = architectures.build(spec, 3, 2)
    stages = architectures.find("resnet18").stages(network)
    rates = peak_rates(network, stages, "fc", TrainRecipe(learning_rate=1.0, trunk_rate=0.5, layer_decay=0.1))
    assert rates["fc.weight"] == 1.0
    assert rates["layer4.1.conv2.weight"] == pytest.approx(0.05)
    assert rates["layer3.0.conv1.weight"] == pytest.approx(0.005)
    assert rates["layer1.0.bn1.bias"] == pytest.approx(0.5e-4)
    assert rates["bn1.weight"] == pytest.approx(0.5e-5)
    assert rates["conv1.weight"] == pytest.approx(0.5e-6)


def test_without_decay_only_head_and_trunk_differ() -> None:
    network = architectures.build(SPECIFICATION, 1, 2)
    rates = peak_rates(network, [], "classifier", TrainRecipe(learning_rate=0.2, trunk_rate=0.25))
    assert {rate for name, rate in rates.items() if name.startswith("classifier")} == {0.2}
    assert {rate for name, rate in rates.items() if not name.startswith("classifier")} == {0.05}


def test_balanced_drawing_shows_both_classes_as_often(tmp_path: Path) -> None:
    many = generated(200, 1)
    rare = many.subset(np.flatnonzero((many.labels == 0) | (np.arange(200) % 20 == 1)))
    seen: list[np.ndarray] = []
    for sampler in (None, Sampler.BALANCED):
        made = trainer(tmp_path, TrainRecipe(batch=10, sampler=sampler), data=rare)
        from radviewer.training.trainer import _order

        orders = [_order(rare.labels, made.settings, epoch) for epoch in range(40)]
        assert not np.array_equal(orders[0], orders[1])
        seen.append(np.concatenate([rare.labels[order] for order in orders]))
    assert seen[0].mean() == pytest.approx(10 / 110)
    assert seen[1].mean() == pytest.approx(0.5, abs=0.03)


def test_tensorboard_logs_hold_the_figures_of_the_epochs(tmp_path: Path) -> None:
    pytest.importorskip("tensorboard")
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    made = trainer(tmp_path, TrainRecipe(epochs=2, batch=8))
    object.__setattr__(made.settings, "tensorboard", True)
    made.run(CancellationToken())
    log = EventAccumulator(str(tmp_path / "tensorboard"))
    log.Reload()
    losses = [(event.step, event.value) for event in log.Scalars("epoch/validation_loss")]
    assert [step for step, _ in losses] == [4, 8]
    wanted = [row["validation_loss"] for row in made.position.history]
    assert [value for _, value in losses] == pytest.approx(wanted, rel=1e-6)
    assert len(log.Scalars("step/train_loss")) == 8
