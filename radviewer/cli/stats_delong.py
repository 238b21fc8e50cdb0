"""`radviewer stats delong`: AUCs of scores of the same cases, with DeLong's intervals and tests."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radviewer.cli.output import as_json, as_table, emit
from radviewer.cli.stats_mrmc import add_output_arguments
from radviewer.cli.stats_text import interval, number
from radviewer.core.errors import InputProblem, UsageProblem

if TYPE_CHECKING:
    from radviewer.stats.delong import DelongResult


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("table", type=Path, metavar="TABLE", help="CSV file with one row a case")
    parser.add_argument("--truth", default="truth", metavar="COLUMN", help="column of the truth (default: truth)")
    parser.add_argument("--ratings", required=True, metavar="A,B", help="columns of the scores, comma-separated")
    parser.add_argument("--positive", metavar="VALUE", help="truth value of a positive case (default: 1)")
    parser.add_argument("--alpha", type=float, default=0.05, help="1 - confidence level (default: 0.05)")
    parser.add_argument(
        "--unpaired", action="store_true", help="the two scores belong to different cases (blank cells elsewhere)"
    )
    add_output_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Compares the curves and prints the result."""
    document = _unpaired(arguments) if arguments.unpaired else _paired(arguments)
    text = as_json(document) if arguments.format == "json" else _as_text(document)
    emit(text, arguments.out)
    return 0


def _scores(arguments: argparse.Namespace) -> tuple[list[str], list[Any], Any]:
    from radviewer.stats.table import load_frame, numeric_column, require_columns, truth_column

    if not 0.0 < arguments.alpha < 1.0:
        raise UsageProblem(f"An alpha of {arguments.alpha} is not possible.", hint="Use a number between 0 and 1.")
    names = [name.strip() for name in arguments.ratings.split(",") if name.strip()]
    if not names or len(set(names)) != len(names):
        raise UsageProblem("--ratings names no column, or one twice.", hint="For example --ratings A,B.")
    frame = load_frame(arguments.table)
    require_columns(frame, (arguments.truth, *names))
    truth = truth_column(frame, arguments.truth, arguments.positive)
    return names, [numeric_column(frame, name) for name in names], truth


def _paired(arguments: argparse.Namespace) -> dict[str, Any]:
    import numpy as np

    from radviewer.stats.delong import delong

    names, scores, truth = _scores(arguments)
    matrix = np.stack(scores)
    complete = np.isfinite(matrix).all(axis=0)
    if not complete.any():
        raise InputProblem("No case has a number in every score.", hint="Check the columns of --ratings.")
    result = delong(matrix[:, complete], truth[complete], alpha=arguments.alpha)
    dropped = int((~complete).sum())
    notes = [f"{dropped} case(s) lack a score and were left out of all curves."] if dropped else []
    return _document(names, result, notes)


def _document(names: list[str], result: DelongResult, notes: list[str]) -> dict[str, Any]:
    from radviewer.stats.mrmc_document import finite

    pairs = [
        {
            "a": names[pair.a],
            "b": names[pair.b],
            "difference": pair.difference,
            "se": finite(pair.se),
            "statistic": finite(pair.statistic),
            "p": finite(pair.p),
            "ci": None if pair.ci is None else list(pair.ci),
        }
        for pair in result.pairs
    ]
    notes += [f"{p['a']} and {p['b']} order the cases alike: there is no test." for p in pairs if p["p"] is None]
    notes += [
        f"The AUC of {name} is {curve.auc:g}: its DeLong interval has no width and means little."
        for name, curve in zip(names, result.curves, strict=True)
        if curve.se == 0.0
    ]
    return {
        "curves": [
            {
                "name": name,
                "auc": curve.auc,
                "variance": curve.variance,
                "se": curve.se,
                "ci": list(curve.ci),
                "ci_logit": None if curve.ci_logit is None else list(curve.ci_logit),
                "preferred": curve.preferred,
            }
            for name, curve in zip(names, result.curves, strict=True)
        ],
        "covariance": result.covariance.tolist(),
        "pairs": pairs,
        "global": {"statistic": finite(result.chi2), "df": result.df, "p": finite(result.p)},
        "n": {"positives": result.positives, "negatives": result.negatives},
        "alpha": result.alpha,
        "warnings": notes,
    }


def _unpaired(arguments: argparse.Namespace) -> dict[str, Any]:
    import numpy as np

    from radviewer.stats.delong import delong_unpaired
    from radviewer.stats.mrmc_document import finite

    names, scores, truth = _scores(arguments)
    if len(names) != 2:
        raise UsageProblem("An unpaired comparison needs exactly two scores.", hint="Give --ratings A,B.")
    samples = [(score[np.isfinite(score)], truth[np.isfinite(score)]) for score in scores]
    result = delong_unpaired(samples[0], samples[1], alpha=arguments.alpha)
    curves = (result.first, result.second)
    test = result.test
    return {
        "curves": [
            {"name": name, "auc": c.auc, "variance": c.variance, "se": c.se, "ci": list(c.ci)}
            for name, c in zip(names, curves, strict=True)
        ],
        "pairs": [
            {
                "a": names[0],
                "b": names[1],
                "difference": test.difference,
                "se": finite(test.se),
                "df": finite(test.df),
                "statistic": finite(test.statistic),
                "p": finite(test.p),
                "ci": None if test.ci is None else list(test.ci),
            }
        ],
        "n": {"cases": [int(sample[1].size) for sample in samples]},
        "alpha": arguments.alpha,
        "warnings": [] if test.p is not None else ["Nothing varies, so there is no test."],
    }


def _as_text(document: dict[str, Any]) -> str:
    rows = [(c["name"], number(c["auc"]), number(c["se"]), interval(c["ci"])) for c in document["curves"]]
    parts = [as_table(("score", "AUC", "se", "interval"), rows, numeric=("AUC", "se", "interval"))]
    for pair in document["pairs"]:
        alike = pair["p"] is None or pair["p"] >= document["alpha"]
        words = "is not shown to differ from" if alike else "differs from"
        parts.append(
            f"\nThe AUC of {pair['a']} {words} that of {pair['b']}: difference {number(pair['difference'])}, "
            f"interval {interval(pair['ci'])}, p = {number(pair['p'])}.\n"
        )
    if len(document["curves"]) > 2 and document.get("global"):
        test = document["global"]
        parts.append(f"\nAll AUCs equal: chi-square({test['df']}) = {number(test['statistic'])}, ")
        parts.append(f"p = {number(test['p'])}\n")
    parts += [f"\nPlease note: {text}\n" for text in document["warnings"]]
    return "".join(parts)
