"""`radviewer data check`: faults of a set of images, before a model is trained on it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from radviewer.core.errors import UsageProblem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the action and its options."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="check")
    check = actions.add_parser("check", help="copies, leaks between splits, label conflicts, shortcuts, bad files")
    check.add_argument("folder", type=Path, metavar="FOLDER", help="class folders, or splits that hold class folders")
    check.add_argument("--table", type=Path, metavar="CSV", help="names the patient of each file")
    check.add_argument("--file-column", metavar="COLUMN", help="column of the table that names the file (the first)")
    check.add_argument("--group", metavar="COLUMN", help="column of the table that names the patient")
    check.add_argument("--format", choices=("table", "json"), default="table", help="how to print")
    check.add_argument("--html", type=Path, metavar="FILE", help="write a report with pairs of thumbnails")


def run(arguments: argparse.Namespace) -> int:
    """Checks and prints; 3 if files were refused. Faults of the set are findings, not failures."""
    from radviewer.cli.main import OK, REFUSED
    from radviewer.cli.output import as_json, emit, progress_bar, tell_problem
    from radviewer.training.data_check import check_data
    from radviewer.training.data_report import as_html, as_values

    with progress_bar() as progress:
        report = check_data(arguments.folder, progress, _patients(arguments))
    values = as_values(report, arguments.folder)
    emit(as_json(values) if arguments.format == "json" else _text(values), None)
    if arguments.html is not None:
        emit(as_html(report, arguments.folder), arguments.html)
    for path, problem in report.refused:
        tell_problem(path, problem)
    return REFUSED if report.refused else OK


def _patients(arguments: argparse.Namespace) -> dict[str, str]:
    if arguments.table is None and arguments.group is None:
        return {}
    if arguments.table is None or arguments.group is None:
        raise UsageProblem("--table and --group belong together.", hint="Give the CSV and its column of patients.")
    from radviewer.training.sources import read_table

    rows = read_table(arguments.table)
    file_column = arguments.file_column or next(iter(rows[0]))
    for column in (file_column, arguments.group):
        if column not in rows[0]:
            raise UsageProblem(f"The table has no column '{column}'.", hint=f"It has: {', '.join(rows[0])}.")
    return {Path(row[file_column]).stem: row[arguments.group] for row in rows}


def _text(values: dict[str, Any]) -> str:
    from radviewer.cli.output import as_table
    from radviewer.training.data_report import words_beside

    counts = [[row["split"], row["label"], row["images"]] for row in values["counts"]]
    redundant = [[row["split"], row["files"], row["near"]] for row in values["redundant"]]
    if values["leaking"]:
        redundant.append(["all together", *values["redundant_in_all"].values()])
    titles = ["split", "redundant files (equal pixels)", "equal or near"]
    parts = [
        as_table(["split", "label", "images"], counts, ("images",)),
        as_table(titles, redundant, titles[1:]),
    ]
    if values["outside"]:
        parts.append(f"{values['outside']} images lie beside the folders of classes and were left out.\n")
    if values["patients"]:
        rows = [[row["split"], row["known"], row["other"], row["shared"]] for row in values["patients"]]
        header = ["images of", "with a known patient", "who has images in", "shared"]
        parts.append(as_table(header, rows, ("with a known patient", "shared")))
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
    parts += [f"{words}\n" for words in words_beside(values)]
    return "\n".join(parts)
