"""`radviewer evaluate`: all figures of a pack on labelled images, as a table, JSON and one HTML page."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radviewer.core.errors import UsageProblem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from radviewer.core.tasks import ProgressCallback
    from radviewer.inference.predictor import Predictor
    from radviewer.training.assessment import Assessment
    from radviewer.training.config import Recipe
    from radviewer.training.dataset import Sample
    from radviewer.training.robustness import Curve, Perturbation

PERTURBATIONS = ("box", "rotation", "noise", "blur", "contrast", "jpeg", "spectrum", "layout", "frame", "origin")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("pack", metavar="PACK", help="the id of a model pack, or its folder")
    add_data_arguments(parser)
    parser.add_argument(
        "--list", action="append", default=[], metavar="NAME=FILE", help="figures on a part too: a list of clean files"
    )
    parser.add_argument("--train", type=Path, metavar="FOLDER", help="training images: find those without copies there")
    parser.add_argument("--table", type=Path, metavar="CSV", help="facts of each image, for subgroups")
    parser.add_argument("--file-column", metavar="COLUMN", help="column of the table that names the file (the first)")
    parser.add_argument("--by", action="append", default=[], metavar="COLUMN", help="a column for subgroups")
    parser.add_argument(
        "--robustness",
        nargs="*",
        choices=PERTURBATIONS,
        metavar="KIND",
        help="curves under perturbations (all if bare)",
    )
    parser.add_argument("--html", type=Path, metavar="FILE", help="write the report as one page")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every number")


def add_data_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what `evaluate` and `compare` share."""
    parser.add_argument("data", type=Path, metavar="DATA", help="folder with a folder for each label")
    parser.add_argument("--recipe", metavar="RECIPE", help="whose [source] says where images, patients and masks are")
    parser.add_argument(
        "--folder", action="append", default=[], metavar="LABEL=NAME", help="a label's folder where it is not its key"
    )
    parser.add_argument("--batch", type=int, default=16, metavar="N", help="images in one pass (default %(default)s)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="where to compute")
    parser.add_argument(
        "--backend", choices=("torch", "openvino"), default="torch", help="what computes; openvino is faster on a CPU"
    )
    parser.add_argument("--threads", type=int, metavar="N", help="of the processor (OMP_NUM_THREADS, else all)")
    parser.add_argument("--seed", type=int, default=1, help="of the bootstraps (default %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """Scores, evaluates and prints; 3 if images were refused."""
    from radviewer.cli.main import OK, REFUSED
    from radviewer.cli.output import emit, progress_bar, tell_problem
    from radviewer.training.assessment import assess
    from radviewer.training.scoring import score

    if arguments.batch < 1:
        raise UsageProblem(f"--batch {arguments.batch} is not possible.", hint="Give 1 or more.")
    with progress_bar() as progress:
        predictor = load_pack(arguments.pack, arguments)
        samples, recipe = read_data(arguments, predictor)
        samples = _with_table(arguments, samples)
        scored = score(predictor, samples, progress, batch=arguments.batch)
        parts = _parts(arguments, scored.samples, predictor, recipe, progress)
        columns = tuple(arguments.by)
        results = [assess("plain", scored, predictor.manifest, columns, arguments.seed)]
        results += [
            assess(name, scored.part(chosen), predictor.manifest, (), arguments.seed) for name, chosen in parts.items()
        ]
        curves = _curves(arguments, predictor, samples, progress)
    values = as_values(predictor, arguments, results, curves)
    emit(_text(results), None)
    _write(arguments, predictor, results, curves, values)
    for path, problem in scored.refused:
        tell_problem(path, problem)
    return REFUSED if scored.refused else OK


def load_pack(name: str, arguments: argparse.Namespace) -> Predictor:
    """A pack by its id or its folder, loaded as the options say."""
    from radviewer.inference.devices import set_threads
    from radviewer.inference.predictor import Predictor
    from radviewer.inference.registry import Registry, default_search_path, read_pack

    set_threads(arguments.threads)
    folder = Path(name)
    pack = read_pack(folder) if (folder / "model.toml").is_file() else Registry(default_search_path()).get(name)
    if arguments.backend == "openvino":
        from radviewer.inference.openvino_backend import OpenVinoPredictor

        return OpenVinoPredictor.load(pack, arguments.device)
    return Predictor.load(pack, arguments.device)


def read_data(arguments: argparse.Namespace, predictor: Predictor) -> tuple[tuple[Sample, ...], Recipe | None]:
    """The labelled images that the options name, and the recipe if one was given."""
    from radviewer.cli.train import named
    from radviewer.training.config import find_recipe, read_recipe
    from radviewer.training.evaluation_data import labelled

    recipe = read_recipe(find_recipe(arguments.recipe)) if arguments.recipe else None
    folders = {key: str(path) for key, path in named(arguments.folder).items()}
    return labelled(predictor.manifest, arguments.data, folders, recipe), recipe


def _with_table(arguments: argparse.Namespace, samples: tuple[Sample, ...]) -> tuple[Sample, ...]:
    from radviewer.training.evaluation_data import with_facts

    if arguments.table is not None:
        samples = with_facts(samples, arguments.table, arguments.file_column)
    known = samples[0].facts or {}
    for column in arguments.by:
        if column not in known:
            hint = f"There are: {', '.join(known)}." if known else "Give a table with --table, or a recipe with one."
            raise UsageProblem(f"There is no column '{column}' to divide by.", hint=hint)
    return samples


def _parts(
    arguments: argparse.Namespace,
    samples: tuple[Sample, ...],
    predictor: Predictor,
    recipe: Recipe | None,
    progress: ProgressCallback,
) -> dict[str, NDArray[np.intp]]:
    from radviewer.cli.train import named
    from radviewer.training.evaluation_data import learnt_from, listed, unseen
    from radviewer.training.testing import read_list

    parts = {name: listed(samples, arguments.data, read_list(file)) for name, file in named(arguments.list).items()}
    root = arguments.train
    if root is None and recipe is not None and recipe.source is not None and recipe.source.test_part:
        root = arguments.data  # the source holds its own training part
    if root is not None:
        folders = {key: str(path) for key, path in named(arguments.folder).items()}
        learnt = learnt_from(predictor.manifest, root, folders, recipe)
        parts["strict"] = unseen(samples, predictor.manifest, learnt, progress)
    return parts


def _curves(
    arguments: argparse.Namespace, predictor: Predictor, samples: tuple[Sample, ...], progress: ProgressCallback
) -> tuple[Curve, ...]:
    from radviewer.training.robustness import Perturbation, curves

    if arguments.robustness is None:
        return ()
    kinds: tuple[Perturbation, ...] = tuple(map(Perturbation, arguments.robustness)) or tuple(Perturbation)
    return curves(predictor, samples, kinds, progress, batch=arguments.batch, seed=arguments.seed)


def as_values(
    predictor: Predictor, arguments: argparse.Namespace, results: list[Assessment], curves: tuple[Curve, ...]
) -> dict[str, Any]:
    """Every number as JSON values."""
    manifest = predictor.manifest
    return {
        "model": {"id": manifest.id, "version": manifest.version, "weights": manifest.weights.sha256},
        "data": arguments.data.name,
        "device": predictor.device.name,
        "temperature": manifest.temperature,
        "seed": arguments.seed,
        "sets": [asdict(result) for result in results],
        "robustness": [asdict(curve) for curve in curves],
    }


def _write(
    arguments: argparse.Namespace,
    predictor: Predictor,
    results: list[Assessment],
    curves: tuple[Curve, ...],
    values: dict[str, Any],
) -> None:
    from radviewer.cli.output import as_json, emit

    if arguments.json is not None:
        emit(as_json(values), arguments.json)
    if arguments.html is not None:
        from datetime import date

        from radviewer.cli.evaluate_page import evaluation_page
        from radviewer.report.html import to_html

        page = evaluation_page(predictor.manifest, arguments.data.name, results, curves, date.today().isoformat())
        emit(to_html(page), arguments.html)


def _text(results: list[Assessment]) -> str:
    from radviewer.cli.output import as_table

    header = ["images", "number", "accuracy", "balanced accuracy", "macro F1", "weighted F1", "macro AUC", "ECE"]
    rows = [
        [
            item.figures.name, item.figures.images,
            *(_with(item, name) for name in ("accuracy", "balanced_accuracy", "macro_f1", "weighted_f1", "macro_auc")),
            f"{(item.after or item.before).error:.4f}",
        ]
        for item in results
    ]  # fmt: skip
    labels = [
        [figures.label, figures.images, *map(_plain, (figures.sensitivity, figures.specificity, figures.precision)),
         _plain(figures.f1), _plain(figures.auc)]
        for figures in results[0].figures.labels
    ]  # fmt: skip
    titles = ["label", "images", "sensitivity", "specificity", "precision", "F1", "AUC"]
    return f"{as_table(header, rows, header[1:])}\n{as_table(titles, labels, titles[1:])}"


def _with(item: Assessment, name: str) -> str:
    found = item.averages[name]
    if found.value is None:
        return "undefined"
    span = f" ({found.interval[0]:.4f}-{found.interval[1]:.4f})" if found.interval else ""
    return f"{found.value:.4f}{span}"


def _plain(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.4f}"
