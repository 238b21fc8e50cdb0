"""`radviewer data check`: faults of a set of images, before a model is trained on it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the action and its options."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="check")
    check = actions.add_parser("check", help="copies, leaks between splits, label conflicts, shortcuts, bad files")
    check.add_argument("folder", type=Path, metavar="FOLDER", help="class folders, or splits that hold class folders")
    check.add_argument("--format", choices=("table", "json"), default="table", help="how to print")
    check.add_argument("--html", type=Path, metavar="FILE", help="write a report with pairs of thumbnails")


def run(arguments: argparse.Namespace) -> int:
    """Checks and prints; 3 if files were refused. Faults of the set are findings, not failures."""
    from radviewer.cli.main import OK, REFUSED
    from radviewer.cli.output import as_json, emit, progress_bar, tell_problem
    from radviewer.training.data_check import check_data
    from radviewer.training.data_report import as_html, as_values

    with progress_bar() as progress:
        report = check_data(arguments.folder, progress)
    values = as_values(report, arguments.folder)
    emit(as_json(values) if arguments.format == "json" else _text(values), None)
    if arguments.html is not None:
        emit(as_html(report, arguments.folder), arguments.html)
    for path, problem in report.refused:
        tell_problem(path, problem)
    return REFUSED if report.refused else OK


def _text(values: dict[str, Any]) -> str:
    from radviewer.cli.output import as_table

    counts = [[row["split"], row["label"], row["images"]] for row in values["counts"]]
    redundant = [[row["split"], row["files"]] for row in values["redundant"]]
    parts = [
        as_table(["split", "label", "images"], counts, ("images",)),
        as_table(["split", "redundant files (equal pixels)"], redundant, ("redundant files (equal pixels)",)),
    ]
    if values["leaking"]:
        rows = [[row["split"], row["other"], row["exact"], row["near"]] for row in values["leaking"]]
        header = ["images of", "with a copy in", "equal pixels", "equal or near"]
        parts.append(as_table(header, rows, header[2:]))
    parts.append(f"{len(values['conflicts'])} pairs of copies have different labels.\n")
    rows = [
        [row["properties"], f"{row['accuracy']:.3f}", f"{row['majority']:.3f}", "yes" if row["suspicious"] else "no"]
        for row in values["shortcuts"]
    ]
    header = ["these alone predict the label", "accuracy", "largest class alone", "suspicious"]
    parts.append(as_table(header, rows, header[1:3]))
    return "\n".join(parts)
