"""The radiomics baseline from a table of images with masks to its figures: features, model, one test."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, Problem
from radviewer.core.tasks import CancellationToken, ProgressCallback, silent
from radviewer.training.evaluate import Evaluation, evaluate
from radviewer.training.radiomics import extract
from radviewer.training.radiomics_model import LinearModel, fit
from radviewer.training.radiomics_recipe import RadiomicsRecipe
from radviewer.training.sources import read_table, samples_of_table
from radviewer.training.splits import joined


@dataclass(frozen=True, slots=True, eq=False)
class RadiomicsResult:
    """A fitted baseline with its figures.

    Attributes:
        model: The regression.
        train: Number of training images.
        patients: Number of patients among all images; 0 where they are not known.
        figures: On the test part: plain, and strict (patients that were not learnt from).
        refused: Images without features.
    """

    model: LinearModel
    train: int
    patients: int
    figures: tuple[Evaluation, ...]
    refused: tuple[tuple[Path, Problem], ...]


def run_radiomics(
    recipe: RadiomicsRecipe,
    root: Path,
    folder: Path,
    progress: ProgressCallback = silent,
    token: CancellationToken | None = None,
) -> RadiomicsResult:
    """Makes features (kept in `folder/features.csv`, so that a stopped run goes on), fits and tests.

    Raises:
        InputProblem: The table does not fit, or a part lacks a class.
    """
    source, kinds = recipe.source, recipe.radiomics
    samples = samples_of_table(
        source, read_table(root / source.table), root, (kinds.negative.folder, kinds.positive.folder)
    )
    features, refused = extract(samples, kinds.features, progress, token, folder / "features.csv")
    usable = [(sample, row) for sample, row in zip(samples, features, strict=True) if row is not None]
    if not usable:
        raise InputProblem("No image gave features.", hint=refused[0][1].sentence() if refused else "Check the masks.")
    labels = np.array([sample.label for sample, _ in usable], dtype=np.int64)
    rows = [row for _, row in usable]
    names = [sample.group for sample, _ in usable]
    groups = joined(np.arange(len(usable)), names)
    tested = np.array([bool(source.test_part) and sample.part == source.test_part for sample, _ in usable])
    learnt = ~tested if not source.train_part else np.array([s.part == source.train_part for s, _ in usable])
    _need_both(labels, learnt, "training")
    model = fit(_of(rows, learnt), labels[learnt] == 1, groups[learnt], kinds.model, recipe.seed)
    figures: list[Evaluation] = []
    keys = (kinds.negative.key, kinds.positive.key)
    if tested.any():
        _need_both(labels, tested, "test")
        for name, chosen in (("plain", tested), ("strict", tested & ~np.isin(groups, groups[learnt]))):
            if chosen.any():
                share = model.probabilities(_of(rows, chosen))
                figures.append(evaluate(name, np.stack([1 - share, share], axis=1), labels[chosen], keys))
    return RadiomicsResult(model, int(learnt.sum()), len(set(names) - {""}), tuple(figures), refused)


def as_values(recipe: RadiomicsRecipe, result: RadiomicsResult, seconds: float) -> dict[str, Any]:
    """The result as JSON values, in the shape of a training run's record."""
    model = result.model
    used = {name: float(weight) for name, weight in zip(model.names, model.weights, strict=True) if weight != 0}
    return {
        "system": recipe.id,
        "architecture": "radiomics + elastic net",
        "start": "none",
        "epochs": None,
        "seconds": round(seconds, 1),
        "seed": recipe.seed,
        "images": {"train": result.train, "validation": 0, "test": result.figures[0].images if result.figures else 0},
        "leaks": 0,
        "patients": result.patients or None,
        "model": {
            "strength": model.strength,
            "mixture": model.mixture,
            "cross_validated_auc": model.cross_validated_auc,
            "intercept": model.intercept,
            "features": len(model.names),
            "weights": dict(sorted(used.items(), key=lambda item: -abs(item[1]))),
        },
        "test": [dataclasses.asdict(figures) for figures in result.figures],
    }


def _of(rows: list[dict[str, float]], chosen: NDArray[np.bool_]) -> list[dict[str, float]]:
    return [row for row, take in zip(rows, chosen, strict=True) if take]


def _need_both(labels: NDArray[np.int64], chosen: NDArray[np.bool_], name: str) -> None:
    if len(set(labels[chosen].tolist())) < 2:
        raise InputProblem(f"The {name} images do not have both classes.", hint="See the recipe's [source].")
