"""`radviewer stats uptake`: what readers did with the AI's advice, from a long table of reads."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from radviewer.stats.uptake import PairedReads, RepeatedCalls, Uptake, UptakeColumns

_SPLITS = ("reader", "ai", "truth", "experience", "overlay", "overlay-type", "none")
# Column tried, in order, when an option is not given; a required part that is found nowhere is a usage problem.
_DEFAULTS: dict[str, tuple[str, ...]] = {
    "reader": ("reader",),
    "case": ("case",),
    "condition": ("condition", "modality"),
    "truth": ("truth",),
    "call": ("call",),
    "ai_call": ("ai_call",),
    "rating": ("rating",),
    "ai_score": ("ai_score",),
    "time": ("time_s",),
    "experience": ("experience",),
    "overlay": ("overlay",),
    "overlay_type": ("overlay_type",),
    "active": ("active_s",),
}
_WHAT = {
    "reader": "reader",
    "case": "case",
    "condition": "condition (without or with AI)",
    "truth": "truth, 0 or 1",
    "call": "the reader's call, 0 or 1",
    "ai_call": "the AI's call, 0 or 1",
    "rating": "the reader's probability, 0-1 or 0-100",
    "ai_score": "the AI's probability, 0-1 or 0-100",
    "time": "reading time in seconds",
    "experience": "the reader's level of experience",
    "overlay": "whether, or how long, the overlay was open",
    "overlay_type": "the type of overlay that was dealt to the reading",
    "active": "seconds of the reading time with activity",
}
_REQUIRED = ("reader", "case", "condition", "truth", "call", "ai_call")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    add_column_arguments(parser)
    parser.add_argument(
        "--split-by", metavar="WHAT[,WHAT]", help=f"divide the reads by {', '.join(_SPLITS)}; default: all there are"
    )
    parser.add_argument("--seed", type=int, default=20240229, help="seed of the bootstraps (default %(default)s)")
    parser.add_argument("--replicates", type=int, default=1000, metavar="N", help="bootstrap samples (%(default)s)")
    parser.add_argument("--alpha", type=float, default=0.05, help="one minus the confidence level (%(default)s)")
    parser.add_argument("--format", choices=("table", "json"), default="table")


def add_column_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the table and the options that name its columns and conditions."""
    parser.add_argument("table", type=Path, metavar="TABLE", help="CSV with one row for each read")
    for name, tried in _DEFAULTS.items():
        parser.add_argument(
            f"--{name.replace('_', '-')}", metavar="COLUMN", help=f"{_WHAT[name]} (default: {' or '.join(tried)})"
        )
    parser.add_argument("--unaided", metavar="NAME", help="the condition without AI")
    parser.add_argument("--aided", metavar="NAME", help="the condition with AI (default: each of the others)")
    parser.add_argument("--positive", metavar="VALUE", help="value of truth and calls that means positive")
    parser.add_argument("--rating-range", metavar="LOW,HIGH", help="ends of the readers' rating scale")
    parser.add_argument("--repeats", type=Path, metavar="TABLE", help="CSV of cases that were read again under the "
                        "same condition, with the same columns")  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Analyses and prints; exit status 0."""
    from radviewer.cli.output import as_json, emit
    from radviewer.stats.uptake import BootstrapPlan, analyse

    plan = BootstrapPlan(_whole(arguments.seed, "--seed", 0), _whole(arguments.replicates, "--replicates", 100),
                         1 - _alpha(arguments.alpha))  # fmt: skip
    wanted = _splits(arguments.split_by)
    results = [
        analyse(reads, split_by=wanted, plan=plan, repeated=_repeated(arguments, reads))
        for reads in reads_of(arguments)
    ]
    emit(as_json(_json(results)) if arguments.format == "json" else _text(results), None)
    return 0


def _repeated(arguments: argparse.Namespace, reads: PairedReads) -> RepeatedCalls | None:
    from radviewer.stats.table import load_frame
    from radviewer.stats.uptake import repeated_calls

    if arguments.repeats is None:
        return None
    frame = load_frame(arguments.repeats)
    columns = columns_of(argparse.Namespace(**{**vars(arguments), "truth": None, "ai_call": None}), frame)
    return repeated_calls(frame, reads, columns, positive=arguments.positive)


def reads_of(arguments: argparse.Namespace) -> list[PairedReads]:
    """The pairs of each aided condition, from the options of `add_column_arguments`."""
    from radviewer.stats.table import load_frame
    from radviewer.stats.uptake import conditions_of, paired_reads

    frame = load_frame(arguments.table)
    columns = columns_of(arguments, frame)
    _, others = conditions_of(frame, columns.condition, arguments.unaided)
    return [
        paired_reads(
            frame, columns, unaided=arguments.unaided, aided=aided, positive=arguments.positive,
            rating_range=rating_range(arguments.rating_range),
        )
        for aided in ([arguments.aided] if arguments.aided else others)
    ]  # fmt: skip


def columns_of(arguments: argparse.Namespace, frame: pd.DataFrame) -> UptakeColumns:
    """Names of the columns: those given, else the default ones that exist.

    Raises:
        UsageProblem: A required column is neither named nor found.
    """
    from radviewer.core.errors import UsageProblem
    from radviewer.stats.uptake import UptakeColumns

    names: dict[str, Any] = {}
    existing = [str(name) for name in frame.columns]
    for name, tried in _DEFAULTS.items():
        found = getattr(arguments, name) or next((column for column in tried if column in existing), None)
        if found is None and name in _REQUIRED:
            raise UsageProblem(
                f"The table has no column {tried[0]!r} for {_WHAT[name]}.",
                hint=f"Name it with --{name.replace('_', '-')}; the columns are: {', '.join(existing)}.",
            )
        names[name] = found
    return UptakeColumns(**names)


def report_columns(arguments: argparse.Namespace, frame: pd.DataFrame) -> UptakeColumns:
    """As `columns_of`, but calls and the AI's calls may be absent: then a report leaves out what needs them."""
    existing = [str(name) for name in frame.columns]
    optional = ("call", "ai_call")
    given = argparse.Namespace(**vars(arguments))
    for name in optional:
        if getattr(given, name) is None and _DEFAULTS[name][0] not in existing:
            setattr(given, name, _DEFAULTS[name][0])
    return columns_of(given, frame)


def rating_range(text: str | None) -> tuple[float, float] | None:
    """Text of the form LOW,HIGH as two numbers.

    Raises:
        UsageProblem: It is something else.
    """
    from radviewer.core.errors import UsageProblem

    if text is None:
        return None
    try:
        low, high = (float(part) for part in text.split(","))
    except ValueError as error:
        raise UsageProblem(f"--rating-range {text!r} is not LOW,HIGH.", hint="For example 1,5.") from error
    if not low < high:
        raise UsageProblem(f"--rating-range {text!r} has no extent.", hint="Give the lower end first.")
    return low, high


def _splits(text: str | None) -> Any:
    from radviewer.core.errors import UsageProblem
    from radviewer.stats.uptake import Split

    if text is None:
        return None
    names = [part.strip() for part in text.split(",") if part.strip()]
    for name in names:
        if name not in _SPLITS:
            raise UsageProblem(f"Reads cannot be split by {name!r}.", hint=f"Choose from {', '.join(_SPLITS)}.")
    return tuple(Split(name) for name in names if name != "none")


def _alpha(value: float) -> float:
    from radviewer.core.errors import UsageProblem

    if not 0 < value < 1:
        raise UsageProblem(f"An alpha of {value} is not possible.", hint="Use a number between 0 and 1.")
    return value


def _whole(value: int, option: str, least: int) -> int:
    from radviewer.core.errors import UsageProblem

    if value < least:
        raise UsageProblem(f"{option} must be at least {least}, not {value}.")
    return value


def _json(results: list[Uptake]) -> dict[str, Any]:
    from radviewer.stats.uptake.export import uptake_json

    found = uptake_json(results[0])
    if len(results) > 1:
        found["by_condition"] = {result.aided: uptake_json(result) for result in results}
    return found


def _text(results: list[Uptake]) -> str:
    return "\n".join(_one_text(result) for result in results)


def _one_text(result: Uptake) -> str:
    from radviewer.cli.output import as_table
    from radviewer.stats.uptake.switching import PATTERNS

    title = f"Uptake of AI advice: {result.aided} against {result.unaided}"
    counts = [(_yes(key[0]), _yes(key[1]), _yes(key[2]), n, PATTERNS[key][0]) for key, n in result.pooled.cells.items()]
    header = ("without AI", "AI", "with AI", "reads", "pattern")
    lines = [title, "=" * len(title), "", as_table(header, counts, ("reads",))]
    lines += [f"* {sentence}" for sentence in _sentences(result)]
    lines += ["", as_table(("measure", "estimate", f"{100 * result.plan.level:g} % CI", "p", "of", "df"),
                           _rows(result), ("estimate", "p", "of", "df"))]  # fmt: skip
    if result.splits:
        lines += [_split_table(result)]
    lines += [f"Note: {note}" for note in result.notes]
    return "\n".join(lines) + "\n"


def _sentences(result: Uptake) -> tuple[str, ...]:
    from radviewer.stats.uptake.words import sentences

    return sentences(result)


def _yes(bit: str) -> str:
    return "right" if bit == "1" else "wrong"


def _rows(result: Uptake) -> list[tuple[str, ...]]:
    from radviewer.stats.uptake import BY_KEY
    from radviewer.stats.uptake.words import written

    rows: list[tuple[str, ...]] = []
    for key, found in result.pooled.measures.items():
        unit = BY_KEY[key].unit
        ci = "-" if found.ci is None else f"{written(found.ci[0], unit)} to {written(found.ci[1], unit)}"
        p = "" if found.p is None else ("<0.001" if found.p < 0.001 else f"{found.p:.3f}")
        of = "" if found.denominator is None else f"{found.denominator:.0f}"
        df = "" if found.df is None else f"{found.df:.1f}"
        rows.append((BY_KEY[key].label, written(found.value, unit), ci, p, of, df))
    return rows


def _split_table(result: Uptake) -> str:
    from radviewer.cli.output import as_table
    from radviewer.stats.uptake import BY_KEY
    from radviewer.stats.uptake.words import written

    keys = ("accuracy_unaided", "accuracy_aided", "net_benefit_switch", "switch_rate", "RAIR", "RSR")
    rows = [
        (
            f"{split}: {name}", part.n,
            *(written(part.measures[key].value, BY_KEY[key].unit) for key in keys),
        )
        for split, sections in result.splits.items()
        for name, part in sections.items()
    ]  # fmt: skip
    header = ("reads", "n", "without AI", "with AI", "change", "switched", "RAIR", "RSR")
    return as_table(header, rows, header[1:])
