"""A search varies what it says, is stopped and goes on, and gives a recipe that can be trained."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.training.config import Recipe, read_recipe
from radviewer.training.run import Material
from radviewer.training.similarity import Copies
from radviewer.training.tune import Space, has_dropout, tune, with_values
from tests.cli.test_train import TINY
from tests.unit.training.test_training import generated

optuna = pytest.importorskip("optuna")


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    path = tmp_path / "tiny.toml"
    path.write_text(TINY)
    read = read_recipe(path)
    return replace(read, train=replace(read.train, epochs=2, batch=8))


@pytest.fixture
def material() -> Material:
    return Material(generated(32, 1), generated(12, 2), Copies((), ()), 0)


def test_a_search_goes_on_where_it_stopped(recipe: Recipe, material: Material, tmp_path: Path) -> None:
    space = Space(learning_rate=(1e-3, 1e-2), dropout=(0.0, 0.2), weight_decay=(1e-3, 1e-1))
    first = tune(recipe, material, tmp_path / "out", trials=2, space=space)
    assert first.finished + first.pruned == 2
    again = tune(recipe, material, tmp_path / "out", trials=4, space=space)
    assert again.finished + again.pruned == 4
    assert again.loss <= first.loss
    with (tmp_path / "out" / "trials.csv").open() as stream:
        rows = list(csv.DictReader(stream))
    rates = [float(row["learning_rate"]) for row in rows]
    assert len(set(rates)) == 4
    assert all(1e-3 <= rate <= 1e-2 for rate in rates)
    best = read_recipe(tmp_path / "out" / "best.toml")
    assert best == again.recipe
    assert best.train.learning_rate == again.values["learning_rate"]
    assert best.architecture.arguments["dropout"] == again.values["dropout"]


def test_a_hopeless_trial_is_pruned(recipe: Recipe, material: Material, tmp_path: Path) -> None:
    study = optuna.create_study(pruner=optuna.pruners.MedianPruner(n_startup_trials=0, n_warmup_steps=0))
    for _ in range(3):
        trial = study.ask()
        for epoch in (1, 2):
            trial.report(0.1, epoch)
        study.tell(trial, 0.1)
    bad = study.ask()
    bad.report(5.0, 1)
    assert bad.should_prune()
    many = replace(recipe, train=replace(recipe.train, epochs=3))
    space = Space(learning_rate=(1e-6, 3e-2), dropout=(0.0, 0.6), weight_decay=(1e-3, 1e-1))
    done = tune(many, material, tmp_path / "out", trials=10, space=space)
    assert done.pruned >= 1


def test_another_recipe_does_not_go_on_with_the_search(recipe: Recipe, material: Material, tmp_path: Path) -> None:
    tune(recipe, material, tmp_path / "out", trials=1)
    with pytest.raises(InputProblem, match="another recipe"):
        tune(replace(recipe, seed=99), material, tmp_path / "out", trials=1)


def test_no_trial_is_not_possible(recipe: Recipe, material: Material, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem):
        tune(recipe, material, tmp_path / "out", trials=0)


def test_dropout_is_varied_only_where_the_architecture_has_it(recipe: Recipe) -> None:
    assert has_dropout(recipe)
    plain = replace(recipe, architecture=replace(recipe.architecture, name="resnet18", arguments={}))
    assert not has_dropout(plain)
    values = {"learning_rate": 0.1, "weight_decay": 0.2}
    assert with_values(plain, values).train.learning_rate == 0.1
    assert np.isclose(with_values(recipe, values | {"dropout": 0.3}).architecture.arguments["dropout"], 0.3)
