"""`radviewer predict`: scores of a model for images and folders."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.core.errors import Problem, UsageProblem

if TYPE_CHECKING:
    from radviewer.inference.manifest import PackManifest
    from radviewer.workbench.prediction_files import PredictionRow


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="image files, or folders that are walked")
    parser.add_argument("--model", required=True, metavar="ID", help="the model pack (see `radviewer models list`)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="where to compute")
    parser.add_argument(
        "--backend", choices=("torch", "openvino"), default="torch", help="what computes; openvino is faster on a CPU"
    )
    parser.add_argument("--batch", type=int, default=1, metavar="N", help="images in one forward pass (default 1)")
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table", help="how to print")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write there instead of printing")
    parser.add_argument(
        "--truth-from-folders",
        action="store_true",
        help="take each image's folder name as its true label and print accuracy, sensitivity and specificity",
    )


def run(arguments: argparse.Namespace) -> int:
    """Predicts and prints; 3 if some inputs were refused."""
    from radviewer.cli.main import OK, REFUSED
    from radviewer.cli.output import emit, progress_bar, tell, tell_problem
    from radviewer.io.discover import find_images
    from radviewer.workbench.pipeline import predict_many
    from radviewer.workbench.prediction_files import PredictionRow
    from radviewer.workbench.services import Services

    if arguments.batch < 1:
        raise UsageProblem(f"--batch {arguments.batch} is not possible.", hint="Give 1 or more.")
    if arguments.backend == "openvino" and arguments.device == "cuda":
        raise UsageProblem("--backend openvino computes on the CPU.", hint="Leave out --device cuda.")
    device = "openvino" if arguments.backend == "openvino" else arguments.device
    services = Services()
    manifest = services.registry.get(arguments.model).manifest
    with progress_bar() as progress:
        found = find_images(arguments.paths, progress=progress)
        rows = [PredictionRow(path, None, problem) for path, problem in found.problems]
        answers = predict_many(
            found.images, arguments.model, services, device=device, batch=arguments.batch, progress=progress
        )
        rows += [PredictionRow(ref.path, ref.frame, answer) for ref, answer in answers]
    emit(_text(rows, manifest, arguments), arguments.out)
    for row in rows:
        if isinstance(row.answer, Problem):
            tell_problem(row.path, row.answer)
    if found.ignored:
        tell(f"{found.ignored} files in the folders are no images and were left out.")
    if arguments.truth_from_folders:
        from radviewer.cli.truth import summary

        pairs = [(row.truth, row.answer.top.label.key) for row in rows if not isinstance(row.answer, Problem)]
        text = summary(pairs, tuple(label.key for label in manifest.labels))
        if arguments.format == "table" and arguments.out is None:
            emit(text, None)
        else:
            for line in text.splitlines():
                tell(line)
    return REFUSED if any(isinstance(row.answer, Problem) for row in rows) else OK


def _text(rows: list[PredictionRow], manifest: PackManifest, arguments: argparse.Namespace) -> str:
    from radviewer.workbench.prediction_files import predictions_csv, predictions_json

    if arguments.format == "json":
        return predictions_json(rows, manifest, with_truth=arguments.truth_from_folders)
    if arguments.format == "csv":
        return predictions_csv(rows, manifest)
    return _table(rows, manifest)


def _table(rows: list[PredictionRow], manifest: PackManifest) -> str:
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
