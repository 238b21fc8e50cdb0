"""`radviewer train` with a radiomics recipe: features of masked regions and an elastic net instead of a network."""

from __future__ import annotations

import argparse
from pathlib import Path

from radviewer.core.errors import UsageProblem

_NOT_HERE = ("start", "weights", "epochs", "size", "test")


def run(path: Path, arguments: argparse.Namespace) -> int:
    """Makes features, fits, tests, writes the result and prints the figures.

    Raises:
        UsageProblem: An option was given that only networks have.
    """
    import time

    from radviewer.cli.main import OK, REFUSED
    from radviewer.cli.output import as_table, emit, existing_folder, progress_bar, tell_problem
    from radviewer.training.radiomics_recipe import read_radiomics_recipe
    from radviewer.training.radiomics_run import as_values, run_radiomics
    from radviewer.training.record import write_record

    for name in _NOT_HERE:
        if getattr(arguments, name) is not None:
            raise UsageProblem(f"--{name} is for networks.", hint="A radiomics recipe trains none; leave it out.")
    recipe = read_radiomics_recipe(path)
    out = existing_folder(arguments.out or Path("runs") / recipe.id)
    started = time.perf_counter()
    with progress_bar() as progress:
        result = run_radiomics(recipe, arguments.data, out, progress)
    file = write_record(out, as_values(recipe, result, time.perf_counter() - started))
    header = ["images", "number", "AUC", "95 % interval", "balanced accuracy"]
    rows = []
    for figures in result.figures:
        positive = figures.labels[1]
        interval = positive.auc_interval
        span = f"{interval[0]:.3f} to {interval[1]:.3f}" if interval else "undefined"
        area = f"{positive.auc:.3f}" if positive.auc is not None else "undefined"
        rows.append([figures.name, figures.images, area, span, f"{figures.balanced_accuracy:.3f}"])
    emit(as_table(header, rows, header[1:]), None)
    emit(
        f"Cross-validated AUC on {result.train} training images: {result.model.cross_validated_auc:.3f}. "
        f"The result is in {file}.\n",
        None,
    )
    for image, problem in result.refused:
        tell_problem(image, problem)
    return REFUSED if result.refused else OK
