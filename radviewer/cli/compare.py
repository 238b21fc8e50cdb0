"""`radviewer compare`: two packs on the same images, with paired tests."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.core.errors import InputProblem, UsageProblem

if TYPE_CHECKING:
    from radviewer.training.comparison import Comparison


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    from radviewer.cli.evaluate import add_data_arguments

    parser.add_argument("first", metavar="A", help="the id of a model pack, or its folder")
    parser.add_argument("second", metavar="B", help="another one with the same labels")
    add_data_arguments(parser)
    parser.add_argument("--list", type=Path, metavar="FILE", help="only the images of this list")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every number")


def run(arguments: argparse.Namespace) -> int:
    """Scores the images with both and prints the tests; 3 if images were refused."""
    import numpy as np

    from radviewer.cli.evaluate import load_pack, read_data
    from radviewer.cli.main import OK, REFUSED
    from radviewer.cli.output import as_json, emit, progress_bar, tell_problem
    from radviewer.training.comparison import compare
    from radviewer.training.evaluation_data import listed
    from radviewer.training.scoring import score
    from radviewer.training.testing import read_list

    if arguments.batch < 1:
        raise UsageProblem(f"--batch {arguments.batch} is not possible.", hint="Give 1 or more.")
    models = [load_pack(name, arguments) for name in (arguments.first, arguments.second)]
    keys = tuple(label.key for label in models[0].labels)
    if {label.key for label in models[1].labels} != set(keys):
        raise InputProblem("The packs do not have the same labels.", hint="Compare models of one task.")
    samples, _ = read_data(arguments, models[0])
    if arguments.list is not None:
        samples = tuple(samples[place] for place in listed(samples, arguments.data, read_list(arguments.list)))
    with progress_bar() as progress:
        scored = [score(model, samples, progress, batch=arguments.batch) for model in models]
    # An image that one of the models refuses is left out of both.
    common = {sample.ref for sample in scored[0].samples} & {sample.ref for sample in scored[1].samples}
    parts = [item.part(np.flatnonzero([sample.ref in common for sample in item.samples])) for item in scored]
    shares = [part.probabilities(model.manifest) for part, model in zip(parts, models, strict=True)]
    order = [[label.key for label in models[1].labels].index(key) for key in keys]
    result = compare(shares[0], shares[1][:, order], parts[0].truth, keys)
    names = [f"{model.manifest.id} {model.manifest.version}" for model in models]
    emit(_text(result, names), None)
    if arguments.json is not None:
        values = {"first": names[0], "second": names[1], "data": arguments.data.name, **asdict(result)}
        emit(as_json(values), arguments.json)
    refused = {path: problem for item in scored for path, problem in item.refused}
    for path, problem in refused.items():
        tell_problem(path, problem)
    return REFUSED if refused else OK


def _text(result: Comparison, names: list[str]) -> str:
    from radviewer.cli.output import as_table

    rows = [
        [
            item.label, f"{item.first:.4f}", f"{item.second:.4f}", f"{item.difference:+.4f}",
            f"{item.interval[0]:+.4f} to {item.interval[1]:+.4f}" if item.interval else "undefined",
            f"{item.p:.4f}" if item.p is not None else "undefined",
        ]
        for item in result.areas
    ]  # fmt: skip
    header = ["AUC of", "A", "B", "A - B", "95 % interval", "p (DeLong)"]
    calls = result.calls
    return (
        f"A: {names[0]}\nB: {names[1]}\n\n{as_table(header, rows, header[1:])}\n"
        f"{result.images} images. Accuracy {result.accuracy[0]:.4f} and {result.accuracy[1]:.4f}; only A right "
        f"{calls.only_first}, only B right {calls.only_second}, McNemar's exact test p = {calls.p:.4f}.\n"
    )
