"""A multi-reader result as plain values for JSON: finite numbers or None, names instead of indices."""

from __future__ import annotations

import math
from typing import Any

from radviewer.stats.advice import plain_sentence
from radviewer.stats.mrmc_result import MrmcResult
from radviewer.stats.noninferiority import NonInferiority
from radviewer.stats.results import Interval


def mrmc_document(
    result: MrmcResult, *, extra_warnings: tuple[str, ...] = (), tests: tuple[NonInferiority, ...] = ()
) -> dict[str, Any]:
    """The result as a JSON object.

    Degrees of freedom that are infinite (normal or chi-square reference distribution) are None, and a sentence
    in "warnings" says so. An undefined number is None, and a warning says which.

    Args:
        result: The analysis.
        extra_warnings: Sentences to add, such as disagreements between methods.
        tests: Non-inferiority tests to include.
    """
    names = result.conditions
    means = [
        {
            "name": names[mean.condition],
            "mean": finite(mean.mean),
            "se": finite(mean.se),
            "df": finite(mean.df),
            "ci": _interval(mean.ci),
            "ci_untruncated": _interval(mean.ci_untruncated),
        }
        for mean in result.means
    ]
    pairs = [
        {
            "a": names[pair.a],
            "b": names[pair.b],
            "difference": finite(pair.difference),
            "se": finite(pair.se),
            "df": finite(pair.df),
            "statistic": finite(pair.statistic),
            "p": finite(pair.p),
            "ci": _interval(pair.ci),
            "reading": plain_sentence(result, pair),
        }
        for pair in result.pairs
    ]
    document: dict[str, Any] = {
        "endpoint": _endpoint(result),
        "covariance": result.covariance.value,
        "inference": result.inference.value,
        "method": result.method.value,
        "alpha": result.alpha,
        "conditions": means,
        "readers": _readers(result),
        "global": _overall(result),
        "pairs": pairs,
        "reader_pairs": _reader_pairs(result),
        "components": {key: finite(value) for key, value in result.components.items()},
        "n": dict(result.counts),
        "warnings": [*result.warnings, *_about_infinite_df(result), *extra_warnings],
    }
    if tests:
        document["non_inferiority"] = [_non_inferiority(test) for test in tests]
    return document


def finite(value: float | None) -> float | None:
    """The number, or None if it is undefined or infinite."""
    return None if value is None or not math.isfinite(value) else float(value)


def _endpoint(result: MrmcResult) -> dict[str, Any]:
    spec = result.endpoint
    return {"name": spec.kind.value, "label": spec.label, "threshold": finite(spec.threshold)}


def _readers(result: MrmcResult) -> list[dict[str, Any]]:
    rows = []
    for i, condition in enumerate(result.conditions):
        for j, reader in enumerate(result.readers):
            if result.present[i, j]:
                rows.append(
                    {
                        "reader": reader,
                        "condition": condition,
                        "estimate": finite(float(result.estimates[i, j])),
                        "variance": finite(float(result.variances[i, j])),
                    }
                )
    return rows


def _overall(result: MrmcResult) -> dict[str, float | None]:
    test = result.overall
    if test is None:
        return {"statistic": None, "df1": None, "df2": None, "p": None}
    return {
        "statistic": finite(test.statistic),
        "df1": finite(test.df1),
        "df2": finite(test.df2),
        "p": finite(test.p),
    }


def _reader_pairs(result: MrmcResult) -> list[dict[str, Any]]:
    return [
        {
            "reader": result.readers[test.reader],
            "a": result.conditions[test.a],
            "b": result.conditions[test.b],
            "difference": finite(test.difference),
            "se": finite(test.se),
            "p": finite(test.p),
            "ci": _interval(test.ci),
        }
        for test in result.reader_pairs
    ]


def _about_infinite_df(result: MrmcResult) -> tuple[str, ...]:
    limits = [mean.df for mean in result.means] + [pair.df for pair in result.pairs]
    if any(math.isinf(df) for df in limits):
        return ("Degrees of freedom that are null are infinite: the normal or chi-square distribution was used.",)
    return ()


def _non_inferiority(test: NonInferiority) -> dict[str, Any]:
    return {
        "condition": test.condition,
        "reference": test.reference,
        "margin": test.margin,
        "difference": finite(test.difference),
        "limit": finite(test.limit),
        "p": finite(test.p),
        "noninferior": test.noninferior,
        "superior": test.superior,
    }


def _interval(ci: Interval | None) -> list[float | None] | None:
    return None if ci is None else [finite(ci[0]), finite(ci[1])]
