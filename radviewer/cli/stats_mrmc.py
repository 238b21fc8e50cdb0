"""`radviewer stats mrmc`: compares conditions over readers and cases and says in words what came out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radviewer.cli.output import as_json, emit
from radviewer.cli.stats_text import mrmc_text
from radviewer.core.errors import UsageProblem

if TYPE_CHECKING:
    from radviewer.stats.endpoints import EndpointSpec
    from radviewer.stats.mrmc_result import MrmcResult
    from radviewer.stats.table import Columns, ReadTable

ENDPOINTS = (
    "auc",
    "partial-auc",
    "sensitivity-at-specificity",
    "sensitivity",
    "specificity",
    "accuracy",
    "youden",
    "ppv",
    "npv",
    "brier",
    "absolute-error",
    "mean",
    "log-time",
)
DESIGNS = (
    "crossed",
    "nested-cases-in-readers",
    "nested-cases-in-conditions",
    "nested-readers-in-conditions",
)
# Comparing with a second method must not turn seconds into minutes: curves^2 x cases^2 up to this is quick.
QUICK_WORK = 4e9


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    add_table_arguments(parser)
    what = parser.add_argument_group("endpoint")
    what.add_argument("--endpoint", choices=ENDPOINTS, default="auc", help="what is measured (default: auc)")
    what.add_argument(
        "--threshold", type=float, metavar="X", help="a rating of X or more is a positive call; binary endpoints"
    )
    what.add_argument(
        "--band",
        type=float,
        nargs=2,
        metavar=("LOW", "HIGH"),
        default=(0.0, 1.0),
        help="limits of specificity of a partial AUC",
    )
    what.add_argument(
        "--specificity", type=float, default=0.9, metavar="S", help="for sensitivity-at-specificity (default: 0.9)"
    )
    how = parser.add_argument_group("method")
    how.add_argument("--covariance", choices=("jackknife", "delong", "unbiased"), default="jackknife")
    how.add_argument(
        "--inference",
        choices=("rrrc", "frrc", "rrfc"),
        default="rrrc",
        help="random (r) or fixed (f) readers (r) and cases (c) (default: rrrc)",
    )
    how.add_argument(
        "--method", choices=("or", "ustat"), default="or", help="Obuchowski-Rockette or U-statistics (default: or)"
    )
    how.add_argument("--alpha", type=float, default=0.05, help="1 - confidence level (default: 0.05)")
    how.add_argument(
        "--non-inferiority", type=float, metavar="MARGIN", help="also test against a margin, one-sided at alpha/2"
    )
    how.add_argument("--reference", metavar="CONDITION", help="reference of --non-inferiority (default: the first)")
    how.add_argument(
        "--standalone", metavar="READER", help="this reader is the computer: compare it with the mean of the others"
    )
    how.add_argument("--bootstrap", type=int, metavar="N", help="also bootstrap readers and cases, N replicates")
    how.add_argument("--seed", type=int, default=0, help="seed of the bootstrap (default: 0)")
    how.add_argument("--only", metavar="CONDITION", help="use the reads of this condition only")
    how.add_argument(
        "--complete-readers", action="store_true", help="leave out readers who did not read under every condition"
    )
    how.add_argument("--no-compare", action="store_true", help="do not run a second method to see whether it agrees")
    add_output_arguments(parser)


def add_table_arguments(parser: argparse.ArgumentParser) -> None:
    """The table and the names of its columns."""
    parser.add_argument("table", type=Path, metavar="TABLE", help="CSV file with one row a read")
    columns = parser.add_argument_group("columns")
    for name in ("reader", "case", "condition", "truth", "rating"):
        columns.add_argument(
            f"--{name}", default=name, metavar="COLUMN", help=f"column of the {name} (default: {name})"
        )
    columns.add_argument("--positive", metavar="VALUE", help="truth value of a positive case (default: 1)")
    columns.add_argument(
        "--design", choices=DESIGNS, default="crossed", help="which names stand for different things in each group"
    )


def add_output_arguments(parser: argparse.ArgumentParser) -> None:
    """Format and file of the result."""
    parser.add_argument("--format", choices=("table", "json"), default="table", help="default: table")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write to a file instead of the screen")


def run(arguments: argparse.Namespace) -> int:
    """Analyses the table and prints the result."""
    table = read_table(arguments)
    if arguments.only is not None:
        from radviewer.stats.standalone import one_condition

        table = one_condition(table, arguments.only)
    if arguments.standalone is not None:
        from radviewer.cli.stats_standalone import run_standalone

        return run_standalone(arguments, table, endpoint_spec(arguments))
    document = _analysis(arguments, *_readers_to_use(arguments, table))
    text = as_json(document) if arguments.format == "json" else mrmc_text(document)
    emit(text, arguments.out)
    return 0


def column_names(arguments: argparse.Namespace) -> Columns:
    """The five column names of the command line."""
    from radviewer.stats.table import Columns

    return Columns(arguments.reader, arguments.case, arguments.condition, arguments.truth, arguments.rating)


def read_table(arguments: argparse.Namespace) -> ReadTable:
    """Reads and checks the table as the options describe it."""
    from radviewer.stats.design import Design, distinct_names
    from radviewer.stats.table import from_frame, load_frame

    columns = column_names(arguments)
    frame = distinct_names(load_frame(arguments.table), columns, Design(arguments.design))
    return from_frame(frame, columns, positive=arguments.positive)


def endpoint_spec(arguments: argparse.Namespace) -> EndpointSpec:
    """The endpoint with its settings."""
    from radviewer.stats.endpoints import NEEDS_THRESHOLD, Endpoint, EndpointSpec

    kind = Endpoint(arguments.endpoint)
    if arguments.threshold is not None and kind not in NEEDS_THRESHOLD:
        raise UsageProblem(
            f"The endpoint {kind.value} has no threshold.", hint="Leave out --threshold, or choose another endpoint."
        )
    low, high = arguments.band
    return EndpointSpec(kind, arguments.threshold, low, high, arguments.specificity).checked()


def _readers_to_use(arguments: argparse.Namespace, table: ReadTable) -> tuple[ReadTable, tuple[str, ...]]:
    """The table to analyse, and a sentence on who was left out."""
    from radviewer.stats.design import complete_readers

    if not arguments.complete_readers:
        return table, ()
    kept, dropped = complete_readers(table)
    names = ", ".join(dropped)
    return kept, (f"Left out because they lack a condition: {names}.",) if dropped else ()


def _analysis(arguments: argparse.Namespace, table: ReadTable, notes: tuple[str, ...]) -> dict[str, Any]:
    from radviewer.stats.mrmc import Covariance, Inference, Method, analyze
    from radviewer.stats.mrmc_document import mrmc_document
    from radviewer.stats.noninferiority import non_inferiority

    result = analyze(
        table,
        endpoint_spec(arguments),
        Covariance(arguments.covariance),
        Inference(arguments.inference),
        Method(arguments.method),
        arguments.alpha,
    )
    margin = arguments.non_inferiority
    tests = () if margin is None else non_inferiority(result, margin, arguments.reference)
    second = () if arguments.no_compare else _second_opinion(result, table)
    document = mrmc_document(result, extra_warnings=(*notes, *second), tests=tests)
    if arguments.bootstrap is not None:
        from radviewer.cli.stats_bootstrap import bootstrap_document

        document["bootstrap"] = bootstrap_document(arguments, table, result.endpoint)
    return document


def _second_opinion(result: MrmcResult, table: ReadTable) -> tuple[str, ...]:
    """What the other method says about the same comparison, where that is quick and defined."""
    from radviewer.stats.advice import disagreement
    from radviewer.stats.endpoints import Endpoint
    from radviewer.stats.mrmc import Covariance, Inference, Method, analyze

    counts = result.counts
    work = (counts["readers"] * counts["conditions"]) ** 2 * counts["positives"] * counts["negatives"]
    comparable = (
        result.endpoint.kind is Endpoint.AUC
        and result.inference is Inference.RRRC
        and len(result.readers) > 1
        and bool(result.present.all())
    )
    if not comparable or work > QUICK_WORK:
        return ()
    other = Method.USTAT if result.method is Method.OR else Method.OR
    covariance = Covariance.UNBIASED if other is Method.USTAT else Covariance.JACKKNIFE
    return disagreement(result, analyze(table, result.endpoint, covariance, result.inference, other, result.alpha))
