"""Multi-reader analysis by U-statistics: what to sum for each endpoint, for any design."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats import advice
from radviewer.stats.auc_covariance import auc_parts
from radviewer.stats.endpoints import ROC_BASED, Endpoint, EndpointSpec, contributions
from radviewer.stats.mean_ustatistics import average_mean, mean_moments
from radviewer.stats.mrmc_result import Covariance, Method, MrmcResult, study_counts
from radviewer.stats.obuchowski_rockette import Inference
from radviewer.stats.psi_sums import PsiSums, psi_sums
from radviewer.stats.table import ReadTable
from radviewer.stats.ustat_analysis import UStatistics, u_statistics
from radviewer.stats.ustatistics import average_auc, condition_moments, unbiased_covariance

Floats = NDArray[np.float64]


def analyze_u_statistics(table: ReadTable, spec: EndpointSpec, inference: Inference, alpha: float) -> MrmcResult:
    """Readers and cases random, reads present in any pattern.

    Raises:
        UsageProblem: Readers or cases shall be fixed, or the endpoint has no U-statistic.
        InputProblem: Fewer than two readers, or a condition without reads.
    """
    if inference is not Inference.RRRC:
        raise UsageProblem(
            "The U-statistics treat readers and cases as random.",
            hint="Leave out --inference, or use --method or for fixed readers or cases.",
        )
    if len(table.readers) < 2:
        raise InputProblem(
            "There is only one reader, so nothing can be said about other readers.",
            hint="Use --method or with --inference frrc, or add readers.",
        )
    if not table.read.any(axis=(1, 2)).all():
        raise InputProblem("Some condition has no read at all.", hint="Leave that condition out.")
    found, estimates, variances = (
        _auc_u_statistics(table, spec, alpha)
        if spec.kind in (Endpoint.AUC, Endpoint.YOUDEN)
        else _mean_u_statistics(table, spec, alpha)
    )
    return MrmcResult(
        spec,
        Covariance.UNBIASED,
        inference,
        Method.USTAT,
        alpha,
        table.conditions,
        table.readers,
        estimates,
        variances,
        np.asarray(table.read.any(axis=2)),
        found.overall,
        found.means,
        found.pairs,
        (),
        _moment_components(found, table.conditions),
        study_counts(table),
        advice.about_table(table)
        + found.fallbacks
        + advice.about_tests(table.conditions, found.means, found.pairs, found.overall),
    )


def _auc_u_statistics(table: ReadTable, spec: EndpointSpec, alpha: float) -> tuple[UStatistics, Floats, Floats]:
    """AUC, or Youden's index as 2 AUC - 1 of the binary calls."""
    youden = spec.kind is Endpoint.YOUDEN
    ratings = table.ratings
    if youden:
        called = np.where(table.read, ratings, -np.inf) >= float(spec.threshold or 0.0)
        ratings = called.astype(np.float64)
    scale, shift = (2.0, -1.0) if youden else (1.0, 0.0)
    sums, auc = _partial_psi_sums(table, ratings)
    found = u_statistics(
        scale * np.array([average_auc(sums, i) for i in range(len(table.conditions))]) + shift,
        lambda a, b: condition_moments(sums, a, b),
        table.conditions,
        scale=scale,
        alpha=alpha,
        bounds=spec.bounds,
    )
    variances = np.einsum("ijij->ij", unbiased_covariance(sums)) * scale**2
    return found, scale * auc + shift, np.where(np.isfinite(auc), variances, np.nan)


def _partial_psi_sums(table: ReadTable, ratings: Floats) -> tuple[PsiSums, Floats]:
    """Sums over all curves; a reader without both truths under a condition contributes no pair of cases."""
    positive = table.read[:, :, table.truth].any(axis=2)
    usable = np.asarray(positive & table.read[:, :, ~table.truth].any(axis=2))
    parts = auc_parts(ratings, table.read & usable[..., None], table.truth, allow_empty=True)
    sums = psi_sums(parts, ratings, table.read & usable[..., None])
    return sums, np.where(usable, parts.auc, np.nan)


def _mean_u_statistics(table: ReadTable, spec: EndpointSpec, alpha: float) -> tuple[UStatistics, Floats, Floats]:
    if spec.kind in ROC_BASED or spec.kind in (Endpoint.PPV, Endpoint.NPV):
        raise UsageProblem(f"There is no U-statistic for the endpoint {spec.kind.value}.", hint="Use --method or.")
    (term,) = contributions(table.ratings, table.read, table.truth, spec)
    found = u_statistics(
        np.array([average_mean(term, i) for i in range(len(table.conditions))]),
        lambda a, b: mean_moments(term, a, b),
        table.conditions,
        alpha=alpha,
        bounds=spec.bounds,
    )
    n = term.weight.sum(axis=2)
    estimates = np.divide(term.numerator.sum(axis=2), n, out=np.full(n.shape, np.nan), where=n > 0)
    deviations = np.where(term.weight > 0, term.numerator - np.nan_to_num(estimates)[..., None], 0.0)
    square, bottom = (deviations**2).sum(axis=2), n * (n - 1)
    return found, estimates, np.divide(square, bottom, out=np.full(n.shape, np.nan), where=bottom > 0)


def _moment_components(found: UStatistics, conditions: tuple[str, ...]) -> dict[str, float | None]:
    out: dict[str, float | None] = {}
    for name, moments in zip(conditions, found.moments, strict=True):
        out |= {f"M{k + 1} {name}": float(value) for k, value in enumerate(moments.unbiased)}
        out |= {f"c{k + 1} {name}": float(value) for k, value in enumerate(moments.coefficients)}
    return out
