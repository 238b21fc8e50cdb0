"""A computer alone against a group of readers on the same cases (one-treatment analysis of differences).

With psi_j = theta_j - theta_AI, readers and cases random: t = mean(psi) / sqrt((MS(R) + max(r Cov2, 0)) / r) with
df = (MS(R) + max(r Cov2, 0))^2 / (MS(R)^2 / (r - 1)), where Cov2 is the mean covariance of two readers'
differences over cases. With cases fixed it is a one-sample t test of the differences.

Sources: Hillis, Stat Med 26 (2007) 596, section 5.3; Chakraborty, Observer Performance Methods for Diagnostic
Imaging (2017), ch. 22.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats.endpoints import EndpointSpec, measure
from radviewer.stats.mrmc import Covariance, case_covariance
from radviewer.stats.obuchowski_rockette import Inference, bounded_mean, condition_mean, difference_test
from radviewer.stats.results import ConditionMean, Difference
from radviewer.stats.table import ReadTable

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class StandaloneResult:
    """The computer against the readers.

    Attributes:
        computer: Estimate of the computer.
        readers: Names of the r readers.
        estimates: (r,) their estimates.
        test: Mean of readers - computer, with standard error, df, p and interval (a = readers, b = computer).
        readers_mean: Readers' mean on its own. For random cases its interval uses the standard error of the
            difference's test, as the published one-treatment analysis does.
        var_r: Variance over readers of the differences, MS(R).
        var: Mean error variance of the differences.
        cov2: Mean covariance of two readers' differences over cases.
        inference: Readers random; cases random (RRRC) or fixed (RRFC).
        alpha: One minus the confidence level.
    """

    computer: float
    readers: tuple[str, ...]
    estimates: Floats
    test: Difference
    readers_mean: ConditionMean
    var_r: float
    var: float
    cov2: float
    inference: Inference
    alpha: float


def standalone(
    table: ReadTable,
    computer: str,
    spec: EndpointSpec | None = None,
    *,
    covariance: Covariance = Covariance.JACKKNIFE,
    inference: Inference = Inference.RRRC,
    alpha: float = 0.05,
) -> StandaloneResult:
    """Compares one reader of the table, the computer, with the mean of all others.

    Args:
        table: One condition; the computer is one of the readers.
        computer: Name of that reader.
        spec: Endpoint; AUC by default.
        covariance: How covariances over cases are estimated.
        inference: RRRC or RRFC.
        alpha: One minus the confidence level.

    Raises:
        UsageProblem: There is no such reader, or readers shall be fixed.
        InputProblem: More than one condition, or fewer than two readers besides the computer.
    """
    settings = (spec or EndpointSpec()).checked()
    index = _checked(table, computer, inference)
    measured = measure(table.ratings, table.read, table.truth, settings)
    cov = case_covariance(measured, covariance, table.ratings, table.read, settings)[0, :, 0, :]
    others = np.delete(np.arange(len(table.readers)), index)
    theta = measured.estimates[0]
    psi = theta[others] - theta[index]
    block = cov[np.ix_(others, others)] - cov[others, index][:, None] - cov[index, others][None, :] + cov[index, index]
    mean = condition_mean(psi[None], block[None, :, None, :], 0, inference=inference, alpha=alpha)
    r = others.size
    diagonal = float(np.trace(block))
    se = mean.se if mean.se is not None else 0.0
    own = bounded_mean(0, float(theta[others].mean()), variance=se**2, df=mean.df, alpha=alpha, bounds=settings.bounds)
    return StandaloneResult(
        computer=float(theta[index]),
        readers=tuple(table.readers[k] for k in others.tolist()),
        estimates=theta[others],
        test=difference_test(0, 1, mean.mean, variance=se**2, df=mean.df, alpha=alpha),
        readers_mean=own,
        var_r=float(psi.var(ddof=1)),
        var=diagonal / r,
        cov2=(float(block.sum()) - diagonal) / (r * (r - 1)),
        inference=inference,
        alpha=alpha,
    )


def one_condition(table: ReadTable, condition: str) -> ReadTable:
    """The reads of one condition, with the readers who read under it.

    Raises:
        UsageProblem: There is no such condition.
    """
    if condition not in table.conditions:
        raise UsageProblem(
            f"There is no condition {condition!r}.", hint=f"Conditions are: {', '.join(table.conditions)}."
        )
    i = table.conditions.index(condition)
    kept = table.read[i].any(axis=1)
    return replace(
        table,
        conditions=(condition,),
        readers=tuple(name for name, keep in zip(table.readers, kept.tolist(), strict=True) if keep),
        ratings=table.ratings[i : i + 1, kept],
        read=table.read[i : i + 1, kept],
    )


def _checked(table: ReadTable, computer: str, inference: Inference) -> int:
    if len(table.conditions) != 1:
        raise InputProblem(
            "A computer is compared with readers under one condition, but the table has several.",
            hint="Choose one condition (--only CONDITION).",
        )
    if computer not in table.readers:
        raise UsageProblem(f"There is no reader {computer!r}.", hint=f"Readers are: {', '.join(table.readers[:12])}.")
    if inference is Inference.FRRC:
        raise UsageProblem("Readers are random in this comparison.", hint="Use --inference rrrc or rrfc.")
    if len(table.readers) < 3:
        raise InputProblem("There must be at least two readers besides the computer.", hint="Add readers to the table.")
    return table.readers.index(computer)
