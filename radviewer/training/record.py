"""What a run did and how it did, as one JSON file: the source of the table of results."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from radviewer.training.checkpoint import write_whole
from radviewer.training.config import Recipe
from radviewer.training.evaluate import Evaluation
from radviewer.training.run import Material

FILE = "result.json"


def record(
    recipe: Recipe,
    name: str,
    material: Material,
    history: list[dict[str, float]],
    validation: Evaluation,
    test: tuple[Evaluation, ...],
) -> dict[str, Any]:
    """JSON values of a finished run.

    Args:
        recipe: As it was run, with what the command line changed.
        name: Of the recipe.
        material: Its images.
        history: The log of epochs.
        validation: Figures on validation images.
        test: Figures on test images.
    """
    kept = material.test
    return {
        "system": name,
        "architecture": recipe.architecture.name,
        "start": recipe.start.value,
        "input": [recipe.input.rows, recipe.input.columns],
        "epochs": len(history),
        "seconds": round(sum(row["seconds"] for row in history), 1),
        "seed": recipe.seed,
        "images": {
            "train": len(material.train.samples),
            "validation": len(material.validation.samples),
            "test": len(kept.samples) if kept is not None else None,
        },
        "leaks": material.leaks,
        "patients": material.patients or None,
        "validation": dataclasses.asdict(validation),
        "test": [dataclasses.asdict(figures) for figures in test],
    }


def write_record(folder: Path, values: dict[str, Any]) -> Path:
    """Writes the record into a run's folder and returns its path."""
    path = folder / FILE
    write_whole(path, (json.dumps(values, indent=2, allow_nan=False) + "\n").encode())
    return path
