"""`radviewer report`: a study report as HTML, PDF and JSON from a long table of reads."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from radviewer.report.study.analysis import StudyOptions

_KINDS = ("html", "pdf", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    from radviewer.cli.stats_uptake import add_column_arguments

    add_column_arguments(parser)
    parser.add_argument("--meta", type=Path, metavar="FILE", help="TOML with title, plan, versions, deviations, audit")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for report.html, .pdf, .json")
    parser.add_argument("--format", choices=(*_KINDS, "all"), default="all", help="what to write (%(default)s)")
    parser.add_argument("--date", metavar="ISO", help="date that the report shows (default: today)")
    parser.add_argument("--seed", type=int, default=20240229, help="seed of the bootstraps (default %(default)s)")
    parser.add_argument("--replicates", type=int, default=1000, metavar="N", help="bootstrap samples (%(default)s)")
    parser.add_argument("--alpha", type=float, default=0.05, help="one minus the confidence level (%(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """Analyses the table and writes the report; exit status 0."""
    from radviewer.cli.output import existing_folder, tell
    from radviewer.report.study.report import StudyReport

    day = _date(arguments.date)
    report = StudyReport.from_files(
        arguments.table, arguments.meta, date=day, options=_options(arguments), repeats=arguments.repeats
    )
    folder = existing_folder(arguments.out)
    wanted = _KINDS if arguments.format == "all" else (arguments.format,)
    makers: dict[str, Callable[[], bytes]] = {
        "html": lambda: report.html().encode("utf-8"),
        "pdf": report.pdf,
        "json": lambda: report.json().encode("utf-8"),
    }
    for kind in wanted:
        path = folder / f"report.{kind}"
        _write(path, makers[kind]())
        print(path)
    for line in report.study.absent:
        tell(f"not analysed: {line}")
    return 0


def _options(arguments: argparse.Namespace) -> StudyOptions:
    from radviewer.cli.stats_uptake import rating_range, report_columns
    from radviewer.core.errors import UsageProblem
    from radviewer.report.study.analysis import StudyOptions
    from radviewer.stats.table import load_frame

    if not 0 < arguments.alpha < 1:
        raise UsageProblem(f"An alpha of {arguments.alpha} is not possible.", hint="Use a number between 0 and 1.")
    if arguments.seed < 0 or arguments.replicates < 100:
        raise UsageProblem("--seed must be 0 or more, and --replicates at least 100.")
    return StudyOptions(
        report_columns(arguments, load_frame(arguments.table)), arguments.unaided, arguments.positive,
        rating_range(arguments.rating_range), arguments.seed, arguments.replicates, arguments.alpha,
    )  # fmt: skip


def _date(text: str | None) -> str:
    from radviewer.core.errors import UsageProblem

    if text is None:
        return date.today().isoformat()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageProblem(f"--date {text!r} is not a date.", hint="Write it as 2026-11-21.") from error


def _write(path: Path, content: bytes) -> None:
    from radviewer.io.export import write_atomically

    write_atomically(path, content, overwrite=True)
