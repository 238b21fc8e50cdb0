"""Searches learning rate, dropout and weight decay by Optuna: bad trials are pruned, and a stopped search goes on.

The study is an SQLite file. Trials are proposed by TPE (Bergstra et al., NeurIPS 2011) and stopped after an epoch whose
validation loss is worse than the median of the earlier trials at that epoch (Golovin et al., KDD 2017). Everything is
chosen on validation images; test images are never read.
"""

from __future__ import annotations

import csv
import importlib
import inspect
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.core.tasks import CancellationToken, ProgressCallback, silent
from radviewer.inference import architectures, strict_toml
from radviewer.training import run as training
from radviewer.training.checkpoint import write_whole
from radviewer.training.config import Recipe
from radviewer.training.run import Material

STUDY_FILE = "study.db"
TRIALS_FILE = "trials.csv"
BEST_FILE = "best.toml"


@dataclass(frozen=True, slots=True)
class Space:
    """Ranges of the search, lowest and highest; rates and decay on a logarithmic scale."""

    learning_rate: tuple[float, float] = (1e-5, 3e-3)
    dropout: tuple[float, float] = (0.0, 0.6)
    weight_decay: tuple[float, float] = (1e-4, 0.3)


@dataclass(frozen=True, slots=True)
class Tuned:
    """The outcome of a search.

    Attributes:
        recipe: With the best values.
        loss: Its lowest validation loss.
        finished: Trials that ran to their end.
        pruned: Trials that were stopped early.
        values: What was chosen.
    """

    recipe: Recipe
    loss: float
    finished: int
    pruned: int
    values: Mapping[str, float]


def tune(
    recipe: Recipe,
    material: Material,
    folder: Path,
    *,
    trials: int,
    weights: Path | None = None,
    device: str = "cpu",
    space: Space | None = None,
    token: CancellationToken | None = None,
    progress: ProgressCallback = silent,
) -> Tuned:
    """Runs trials until the study has as many as wanted, counting those of earlier calls.

    Args:
        recipe: What is varied.
        material: The images, read and split once.
        folder: For the study, the table of trials and the best recipe.
        trials: Finished and pruned ones in all.
        weights: To start each trial from.
        device: As torch names it.
        space: Ranges.
        token: To cancel; what is finished stays in the study.
        progress: Told after each step.

    Raises:
        InputProblem: Optuna is not installed, or the folder holds a study of another recipe or other images.
        UsageProblem: Fewer than one trial.
    """
    if trials < 1:
        raise UsageProblem(f"{trials} trials are not possible.", hint="Give 1 or more.")
    optuna = _optuna()
    token, space = token or CancellationToken(), space or Space()
    folder.mkdir(parents=True, exist_ok=True)
    study = _study(optuna, folder, recipe, material)

    def objective(trial: Any) -> float:
        tried = proposed(recipe, trial, space)
        network = training.starting_network(tried, material.train, weights)

        def watch(row: dict[str, float]) -> None:
            trial.report(row["validation_loss"], int(row["epoch"]))
            if trial.should_prune():
                raise optuna.TrialPruned

        place = folder / f"trial-{trial.number:03}"
        _, history = training.train(
            tried, material, network, place, device=device, token=token, progress=progress, watch=watch
        )
        return min(row["validation_loss"] for row in history)

    done = sum(trial.state.is_finished() and trial.state.name != "FAIL" for trial in study.trials)
    study.optimize(objective, n_trials=max(0, trials - done), catch=())
    return _outcome(recipe, study, folder)


def proposed(recipe: Recipe, trial: Any, space: Space) -> Recipe:
    """The recipe with a trial's values; dropout is varied where the architecture has it."""
    rate = trial.suggest_float("learning_rate", *space.learning_rate, log=True)
    decay = trial.suggest_float("weight_decay", *space.weight_decay, log=True)
    values = {"learning_rate": rate, "weight_decay": decay}
    if has_dropout(recipe):
        values["dropout"] = trial.suggest_float("dropout", *space.dropout)
    return with_values(recipe, values)


def with_values(recipe: Recipe, values: Mapping[str, float]) -> Recipe:
    """The recipe with a learning rate, a weight decay and, where given, a dropout."""
    train = replace(recipe.train, learning_rate=values["learning_rate"], weight_decay=values["weight_decay"])
    if "dropout" not in values:
        return replace(recipe, train=train)
    arguments = {**recipe.architecture.arguments, "dropout": values["dropout"]}
    return replace(recipe, train=train, architecture=replace(recipe.architecture, arguments=arguments))


def has_dropout(recipe: Recipe) -> bool:
    """Whether the architecture takes the argument."""
    return "dropout" in inspect.signature(architectures.find(recipe.architecture.name).build).parameters


def _study(optuna: Any, folder: Path, recipe: Recipe, material: Material) -> Any:
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    name = training.fingerprint(recipe, material)[:16]
    storage = f"sqlite:///{(folder / STUDY_FILE).absolute().as_posix()}"
    if (folder / STUDY_FILE).is_file():
        names = optuna.get_all_study_names(storage)
        if names and name not in names:
            raise InputProblem(
                f"{folder} holds a search with another recipe or other images.", hint="Choose another --out."
            )
    study = optuna.create_study(
        storage=storage,
        study_name=name,
        load_if_exists=True,
        direction="minimize",
        # A resumed search must not propose again what it proposed before, so the seed counts the trials.
        sampler=optuna.samplers.TPESampler(seed=recipe.seed),
        pruner=optuna.pruners.MedianPruner(n_startup_trials=4, n_warmup_steps=1),
    )
    if study.trials:
        study.sampler = optuna.samplers.TPESampler(seed=recipe.seed + len(study.trials))
    for trial in study.trials:
        if trial.state.name == "RUNNING":  # of a process that was killed
            study.tell(trial.number, state=optuna.trial.TrialState.FAIL)
    return study


def _outcome(recipe: Recipe, study: Any, folder: Path) -> Tuned:
    states = [trial.state.name for trial in study.trials]
    if "COMPLETE" not in states:
        raise InputProblem("No trial was finished.", hint="Run more of them.")
    names = sorted({name for trial in study.trials for name in trial.params})
    with (folder / TRIALS_FILE).open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["trial", "state", "validation_loss", "epochs", *names])
        for trial in study.trials:
            last = trial.value if trial.value is not None else min(trial.intermediate_values.values(), default="")
            row = [trial.number, trial.state.name.lower(), last, len(trial.intermediate_values)]
            writer.writerow([*row, *(trial.params.get(name, "") for name in names)])
    best = with_values(recipe, study.best_params)
    write_whole(folder / BEST_FILE, strict_toml.dump(best).encode())
    return Tuned(best, float(study.best_value), states.count("COMPLETE"), states.count("PRUNED"), study.best_params)


def _optuna() -> Any:
    try:
        return importlib.import_module("optuna")
    except ImportError as error:
        raise InputProblem(
            "Tuning needs the package optuna, which is not installed.", hint="Run `pip install 'radviewer[train]'`."
        ) from error
