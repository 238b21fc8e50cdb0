"""`radviewer stats mrmc --standalone READER`: a computer alone against the mean of the readers."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from radviewer.cli.output import as_json, emit

if TYPE_CHECKING:
    from radviewer.stats.endpoints import EndpointSpec
    from radviewer.stats.standalone import StandaloneResult
    from radviewer.stats.table import ReadTable


def run_standalone(arguments: argparse.Namespace, table: ReadTable, spec: EndpointSpec) -> int:
    """Analyses and prints the comparison."""
    from radviewer.stats.mrmc import Covariance, Inference
    from radviewer.stats.standalone import standalone

    result = standalone(
        table,
        arguments.standalone,
        spec,
        covariance=Covariance(arguments.covariance),
        inference=Inference(arguments.inference),
        alpha=arguments.alpha,
    )
    document = _document(result, arguments.standalone)
    text = as_json(document) if arguments.format == "json" else document["reading"] + "\n"
    emit(text, arguments.out)
    return 0


def _document(result: StandaloneResult, computer: str) -> dict[str, Any]:
    from radviewer.stats.mrmc_document import finite

    test, mean = result.test, result.readers_mean
    ci = None if test.ci is None else list(test.ci)
    warnings = [] if test.p is not None else ["The test is undefined because nothing varies."]
    ends = "an undefined interval" if ci is None else f"interval {ci[0]:+.4f} to {ci[1]:+.4f}"
    p = "undefined" if test.p is None else f"{test.p:.4g}"
    return {
        "computer": {"name": computer, "estimate": result.computer},
        "readers": [
            {"reader": name, "estimate": float(value)}
            for name, value in zip(result.readers, result.estimates, strict=True)
        ],
        "readers_mean": {
            "mean": mean.mean,
            "se": finite(mean.se),
            "df": finite(mean.df),
            "ci": None if mean.ci is None else list(mean.ci),
        },
        "difference": {
            "difference": test.difference,
            "se": finite(test.se),
            "df": finite(test.df),
            "statistic": finite(test.statistic),
            "p": finite(test.p),
            "ci": ci,
        },
        "components": {"var_r": result.var_r, "var": result.var, "cov2": result.cov2},
        "inference": result.inference.value,
        "alpha": result.alpha,
        "reading": (
            f"The readers' mean is {mean.mean:.4f} and {computer} has {result.computer:.4f}: difference "
            f"{test.difference:+.4f}, {ends}, p = {p}."
        ),
        "warnings": warnings,
    }
