"""Sentences about a result: what was assumed, what is fragile, and where methods disagree.

They are for readers who are not statisticians. Each says what happened and what it means.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from radviewer.stats.endpoints import Endpoint
from radviewer.stats.results import ConditionMean, Difference, GlobalTest
from radviewer.stats.table import ReadTable

if TYPE_CHECKING:
    from radviewer.stats.mrmc_result import MrmcResult

SMALL_DF = 5.0
FEW_READERS = 4


def about_table(table: ReadTable, *, parallel: bool = False) -> tuple[str, ...]:
    """What the table's own shape means for the analysis."""
    out = []
    if table.blank:
        out.append(f"{table.blank} row(s) have no rating and count as not read.")
    if parallel:
        out.append(
            "Each reader read under one condition only: readers are analysed as nested in conditions, which has "
            "less power than reading under all conditions."
        )
    elif not table.fully_crossed:
        missing = int(table.read.size - table.read.sum())
        out.append(f"{missing} of {table.read.size} possible reads are missing; they are taken as missing at random.")
    if 1 < len(table.readers) < FEW_READERS:
        out.append(f"With {len(table.readers)} readers, statements about other readers are very uncertain.")
    return tuple(out)


def about_components(components: Mapping[str, float | None]) -> tuple[str, ...]:
    """Negative estimates and clamped covariances."""
    out = []
    cov2, cov3 = components.get("cov2"), components.get("cov3")
    if cov2 is not None and cov3 is not None and cov2 < cov3:
        out.append(
            f"Cov2 ({cov2:.3g}) is below Cov3 ({cov3:.3g}), which cannot be true of the populations; their "
            "difference is set to zero."
        )
    names = {"var_r": "between readers", "var_tr": "of readers' responses to the conditions"}
    for key, words in names.items():
        value = components.get(key)
        if value is not None and value < 0:
            out.append(
                f"The estimated variance {words} is negative ({value:.3g}); read it as zero. It is common in "
                "small studies and does not enter the tests."
            )
    variance = components.get("var")
    if variance is not None and variance < 0:
        out.append("The average variance over cases is negative; use the jackknife covariance.")
    return tuple(out)


def about_tests(
    names: tuple[str, ...],
    means: tuple[ConditionMean, ...],
    pairs: tuple[Difference, ...],
    overall: GlobalTest | None,
) -> tuple[str, ...]:
    """Cut intervals, undefined tests and few degrees of freedom."""
    out = []
    for mean in means:
        if mean.truncated:
            out.append(f"The interval of {names[mean.condition]} was cut at the limit of the endpoint's range.")
        if mean.se is None:
            out.append(f"The standard error of {names[mean.condition]} is undefined (negative variance).")
        elif mean.se == 0.0:
            out.append(f"The standard error of {names[mean.condition]} is zero: no reader and no case varies.")
    if overall is None:
        out.append("There is only one condition, so there is nothing to compare.")
    elif overall.statistic is None:
        out.append(
            "The test of the conditions is undefined because its error variance is zero or negative "
            "(readers agree exactly, or an unbiased estimate failed)."
        )
    out.extend(
        f"The test of {names[pair.a]} - {names[pair.b]} is undefined." for pair in pairs if pair.statistic is None
    )
    fewest = min((pair.df for pair in pairs), default=math.inf)
    if fewest < SMALL_DF:
        out.append(
            f"The comparison rests on {fewest:.1f} degrees of freedom: the interval is wide, and a few more "
            "readers would help more than more cases."
        )
    return tuple(out)


def disagreement(first: MrmcResult, second: MrmcResult) -> tuple[str, ...]:
    """Says where two analyses of the same reads lead to different conclusions or standard errors.

    Args:
        first: The analysis that is reported.
        second: Another method or covariance on the same table and endpoint.
    """
    out = []
    for one, other in zip(first.pairs, second.pairs, strict=True):
        pair = f"{first.conditions[one.a]} - {first.conditions[one.b]}"
        label = f"{second.method.value}/{second.covariance.value}"
        if one.p is None or other.p is None or one.se is None or other.se is None:
            continue
        if (one.p < first.alpha) != (other.p < first.alpha):
            out.append(
                f"For {pair} the methods disagree at alpha {first.alpha:g}: p = {one.p:.4f} here but "
                f"{other.p:.4f} with {label}. Report the method that was specified before the data were seen."
            )
        elif not 0.8 <= other.se / one.se <= 1.25:
            out.append(
                f"For {pair} the standard errors differ by {abs(other.se / one.se - 1):.0%} "
                f"({one.se:.4g} here, {other.se:.4g} with {label}); the data hold little about the variances."
            )
    return tuple(out)


def plain_sentence(result: MrmcResult, pair: Difference) -> str:
    """One difference in words."""
    a, b = result.conditions[pair.a], result.conditions[pair.b]
    what = result.endpoint.label
    if pair.ci is None or pair.p is None:
        return f"The {what} of {a} less that of {b} is {pair.difference:+.4f}; its uncertainty is undefined."
    to_whom = {
        "rrrc": "other readers and cases like these",
        "frrc": "these readers on other cases like these",
        "rrfc": "other readers on these cases",
    }[result.inference.value]
    direction = "higher" if pair.difference > 0 else "lower"
    level = f"{1 - result.alpha:.0%}"
    found = f"is {direction} than" if pair.p < result.alpha else "is not shown to differ from"
    return (
        f"For {to_whom}, the mean {what} of {a} {found} that of {b}: difference {pair.difference:+.4f}, "
        f"{level} interval {pair.ci[0]:+.4f} to {pair.ci[1]:+.4f}, p = {pair.p:.4g}." + _as_ratio(result, pair)
    )


def _as_ratio(result: MrmcResult, pair: Difference) -> str:
    """Logarithms of times differ by the logarithm of their ratio, which is what people understand."""
    if result.endpoint.kind is not Endpoint.LOG_TIME or pair.ci is None:
        return ""
    low, high = (math.exp(limit) for limit in pair.ci)
    return f" As a ratio of times: {math.exp(pair.difference):.3f} ({low:.3f} to {high:.3f})."
