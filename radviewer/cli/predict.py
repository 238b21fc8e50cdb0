"""`radviewer predict`: scores of a model for images and folders."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radviewer.core.errors import Problem, UsageProblem

if TYPE_CHECKING:
    from radviewer.core.prediction import Prediction
    from radviewer.inference.manifest import PackManifest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="image files, or folders that are walked")
    parser.add_argument("--model", required=True, metavar="ID", help="the model pack (see `radviewer models list`)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="where to compute")
    parser.add_argument("--batch", type=int, default=1, metavar="N", help="images in one forward pass (default 1)")
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table", help="how to print")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write there instead of printing")
    parser.add_argument(
        "--truth-from-folders",
        action="store_true",
        help="take each image's folder name as its true label and print accuracy, sensitivity and specificity",
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """One image's answer; the frame is None where the file could not be opened at all."""

    path: Path
    frame: int | None
    answer: Prediction | Problem


def run(arguments: argparse.Namespace) -> int:
    """Predicts and prints; 3 if some inputs were refused."""
    from radviewer.cli.main import OK, REFUSED
    from radviewer.cli.output import emit, progress_bar, tell, tell_problem
    from radviewer.io.discover import find_images
    from radviewer.workbench.pipeline import predict_many
    from radviewer.workbench.services import Services

    if arguments.batch < 1:
        raise UsageProblem(f"--batch {arguments.batch} is not possible.", hint="Give 1 or more.")
    services = Services()
    manifest = services.registry.get(arguments.model).manifest
    with progress_bar() as progress:
        found = find_images(arguments.paths, progress=progress)
        rows = [_Row(path, None, problem) for path, problem in found.problems]
        answers = predict_many(
            found.images, arguments.model, services, device=arguments.device, batch=arguments.batch, progress=progress
        )
        rows += [_Row(ref.path, ref.frame, answer) for ref, answer in answers]
    emit(_text(rows, manifest, arguments), arguments.out)
    for row in rows:
        if isinstance(row.answer, Problem):
            tell_problem(row.path, row.answer)
    if found.ignored:
        tell(f"{found.ignored} files in the folders are no images and were left out.")
    if arguments.truth_from_folders:
        from radviewer.cli.truth import summary

        pairs = [(_truth(row), row.answer.top.label.key) for row in rows if not isinstance(row.answer, Problem)]
        text = summary(pairs, tuple(label.key for label in manifest.labels))
        if arguments.format == "table" and arguments.out is None:
            emit(text, None)
        else:
            for line in text.splitlines():
                tell(line)
    return REFUSED if any(isinstance(row.answer, Problem) for row in rows) else OK


def _truth(row: _Row) -> str:
    return row.path.absolute().parent.name


def _text(rows: list[_Row], manifest: PackManifest, arguments: argparse.Namespace) -> str:
    from radviewer.cli.output import as_csv, as_json

    if arguments.format == "json":
        return as_json([_object(row, manifest, with_truth=arguments.truth_from_folders) for row in rows])
    if arguments.format == "csv":
        return as_csv(_csv_header(manifest), [_csv_row(row, manifest) for row in rows])
    return _table(rows, manifest)


def _object(row: _Row, manifest: PackManifest, *, with_truth: bool) -> dict[str, Any]:
    from radviewer.cli.output import problem_json

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
        "error": problem_json(answer if isinstance(answer, Problem) else None),
    }
    if with_truth:
        result["truth"] = _truth(row)
    return result


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


def _csv_header(manifest: PackManifest) -> list[str]:
    labels = [label.key for label in manifest.labels]
    columns = ["path", "frame", "model", "version", "device", "top"]
    columns += [f"probability_{label}" for label in labels] + [f"logit_{label}" for label in labels]
    return [*columns, "calibrated", "gate", "error"]


def _csv_row(row: _Row, manifest: PackManifest) -> list[object]:
    start: list[object] = [str(row.path), row.frame, manifest.id, manifest.version]
    if isinstance(row.answer, Problem):
        return [*start, None, None, *([None] * (2 * len(manifest.labels))), None, None, row.answer.sentence()]
    scores = row.answer.scores
    numbers = [repr(score.probability) for score in scores] + [repr(score.logit) for score in scores]
    calibrated = all(score.calibrated for score in scores)
    return [*start, row.answer.device, row.answer.top.label.key, *numbers, calibrated, row.answer.gate.verdict, None]


def _table(rows: list[_Row], manifest: PackManifest) -> str:
    from radviewer.cli.output import as_table

    names = [label.name for label in manifest.labels]
    cells: list[list[object]] = []
    for row in rows:
        name = str(row.path) if not row.frame else f"{row.path} [{row.frame}]"
        if isinstance(row.answer, Problem):
            cells.append([name, "refused", *([None] * len(names)), None])
            continue
        probabilities = [f"{score.probability:.2f}" for score in row.answer.scores]
        cells.append([name, row.answer.top.label.name, *probabilities, row.answer.gate.verdict.value])
    text = as_table(["image", "top", *names, "gate"], cells, numeric=names)
    predictions = [row.answer for row in rows if not isinstance(row.answer, Problem)]
    devices = sorted({prediction.device for prediction in predictions})
    kind = "calibrated" if predictions and all(s.calibrated for s in predictions[0].scores) else "uncalibrated"
    return (
        f"{text}{manifest.title} {manifest.version} on {', '.join(devices) or 'no device'}; {kind} probabilities. "
        "Research use only, not for diagnosis.\n"
    )
