"""Predictions of many images as JSON and CSV: the one form that `radviewer predict` and the window's batches write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radviewer.core.errors import Problem
from radviewer.core.prediction import Prediction
from radviewer.workbench.text_files import as_csv, as_json

if TYPE_CHECKING:
    from radviewer.inference.manifest import PackManifest


@dataclass(frozen=True, slots=True)
class PredictionRow:
    """One image's answer; the frame is None where the file could not be opened at all."""

    path: Path
    frame: int | None
    answer: Prediction | Problem

    @property
    def truth(self) -> str:
        """The name of the image's folder."""
        return self.path.absolute().parent.name


def predictions_json(rows: Sequence[PredictionRow], manifest: PackManifest, *, with_truth: bool = False) -> str:
    """A JSON list with an object for each row.

    Args:
        rows: In the order of the list.
        manifest: Of the pack that answered.
        with_truth: Whether each object gets the name of the image's folder.
    """
    return as_json([_object(row, manifest, with_truth=with_truth) for row in rows])


def predictions_csv(rows: Sequence[PredictionRow], manifest: PackManifest) -> str:
    """A CSV table with a line for each row; numbers with all their digits."""
    return as_csv(_csv_header(manifest), [_csv_row(row, manifest) for row in rows])


def score_objects(prediction: Prediction) -> list[dict[str, Any]]:
    """The scores as JSON objects, in the order of the pack's labels."""
    return [
        {
            "label": score.label.key,
            "probability": score.probability,
            "logit": score.logit,
            "calibrated": score.calibrated,
        }
        for score in prediction.scores
    ]


def problem_object(problem: Problem | None) -> dict[str, str] | None:
    """{"kind", "message", "hint"}, or None."""
    if problem is None:
        return None
    return {"kind": problem.kind, "message": problem.message, "hint": problem.hint}


def _object(row: PredictionRow, manifest: PackManifest, *, with_truth: bool) -> dict[str, Any]:
    answer = row.answer
    done = None if isinstance(answer, Problem) else answer
    result: dict[str, Any] = {
        "path": str(row.path),
        "frame": row.frame,
        "model": {"id": manifest.id, "version": manifest.version},
        "device": done.device if done else None,
        "scores": score_objects(done) if done else [],
        "top": done.top.label.key if done else None,
        "gate": {"verdict": done.gate.verdict.value, "reasons": list(done.gate.reasons)} if done else None,
        "notes": list(done.notes) if done else [],
        "error": problem_object(answer if isinstance(answer, Problem) else None),
    }
    if with_truth:
        result["truth"] = row.truth
    return result


def _csv_header(manifest: PackManifest) -> list[str]:
    labels = [label.key for label in manifest.labels]
    columns = ["path", "frame", "model", "version", "device", "top"]
    columns += [f"probability_{label}" for label in labels] + [f"logit_{label}" for label in labels]
    return [*columns, "calibrated", "gate", "error"]


def _csv_row(row: PredictionRow, manifest: PackManifest) -> list[object]:
    start: list[object] = [str(row.path), row.frame, manifest.id, manifest.version]
    if isinstance(row.answer, Problem):
        return [*start, None, None, *([None] * (2 * len(manifest.labels))), None, None, row.answer.sentence()]
    scores = row.answer.scores
    numbers = [repr(score.probability) for score in scores] + [repr(score.logit) for score in scores]
    calibrated = all(score.calibrated for score in scores)
    return [*start, row.answer.device, row.answer.top.label.key, *numbers, calibrated, row.answer.gate.verdict, None]
