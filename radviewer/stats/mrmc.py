"""One front door to the multi-reader multi-case analyses: a table of reads in, one frozen result out.

It chooses nothing behind the user's back. What it must decide (parallel groups of readers, a variance that an
unbiased method cannot estimate, an interval cut at 1) it says in the result's warnings.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats import advice
from radviewer.stats.auc_covariance import delong_covariance
from radviewer.stats.endpoints import Endpoint, EndpointSpec, Measured, measure
from radviewer.stats.jackknife import jackknife_covariance
from radviewer.stats.mean_covariance import sample_covariance, unbiased_mean_covariance
from radviewer.stats.mrmc_result import Covariance, Method, MrmcResult, study_counts
from radviewer.stats.mrmc_ustat import analyze_u_statistics
from radviewer.stats.nested import nested_readers
from radviewer.stats.obuchowski_rockette import Inference, obuchowski_rockette
from radviewer.stats.psi_sums import psi_sums
from radviewer.stats.table import ReadTable
from radviewer.stats.ustatistics import unbiased_covariance

__all__ = ["Covariance", "Inference", "Method", "MrmcResult", "analyze", "case_covariance"]

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def analyze(
    table: ReadTable,
    endpoint: EndpointSpec | Endpoint = Endpoint.AUC,
    covariance: Covariance = Covariance.JACKKNIFE,
    inference: Inference = Inference.RRRC,
    method: Method = Method.OR,
    alpha: float = 0.05,
) -> MrmcResult:
    """Analyses a reader study.

    Args:
        table: All reads.
        endpoint: An endpoint with its settings, or just its kind.
        covariance: Jackknife, DeLong or unbiased; U-statistics always use the unbiased one.
        inference: Random (r) or fixed (f) readers and cases.
        method: Obuchowski-Rockette, or U-statistics (readers and cases random).
        alpha: One minus the confidence level, between 0 and 1.

    Raises:
        InputProblem: The data do not allow this analysis; the sentence says why and what would.
        UsageProblem: The options do not fit together.
    """
    spec = endpoint if isinstance(endpoint, EndpointSpec) else EndpointSpec(endpoint)
    spec.checked()
    if not 0.0 < alpha < 1.0:
        raise UsageProblem(f"An alpha of {alpha} is not possible.", hint="Use a number between 0 and 1.")
    _require_both_truths(table, spec)
    if method is Method.USTAT:
        return analyze_u_statistics(table, spec, inference, alpha)
    present = np.asarray(table.read.any(axis=2))
    if present.all():
        return _crossed(table, spec, covariance, inference, alpha)
    if len(table.conditions) > 1 and (present.sum(axis=0) == 1).all():
        return _parallel(table, spec, covariance, inference, alpha)
    arms = ", ".join(f"{reader} under {condition}" for reader, condition in table.missing_arms()[:5])
    raise InputProblem(
        f"Some readers read no case under some condition: {arms}.",
        hint="Use the U-statistics (--method ustat), or leave those readers out (--complete-readers).",
    )


def case_covariance(measured: Measured, kind: Covariance, ratings: Floats, read: Bools, spec: EndpointSpec) -> Floats:
    """(t, r, t, r) covariance of the estimates over cases.

    Raises:
        UsageProblem: The kind is not defined for the endpoint.
    """
    if kind is Covariance.JACKKNIFE:
        return jackknife_covariance(measured.deleted)
    if measured.parts is not None:
        if kind is Covariance.DELONG:
            return delong_covariance(measured.parts)
        return unbiased_covariance(psi_sums(measured.parts, ratings, read))
    if not measured.terms:
        raise UsageProblem(
            f"The {kind.value} covariance is not defined for the {spec.label}.",
            hint="Use the jackknife (--covariance jackknife).",
        )
    one = sample_covariance if kind is Covariance.DELONG else unbiased_mean_covariance
    return np.asarray(sum(one(term) for term in measured.terms))


def _crossed(table: ReadTable, spec: EndpointSpec, kind: Covariance, inference: Inference, alpha: float) -> MrmcResult:
    measured = measure(table.ratings, table.read, table.truth, spec)
    covariance = case_covariance(measured, kind, table.ratings, table.read, spec)
    found = obuchowski_rockette(measured.estimates, covariance, inference=inference, alpha=alpha, bounds=spec.bounds)
    parts = found.components
    components = {
        "ms_t": parts.ms_condition,
        "ms_r": parts.ms_reader,
        "ms_tr": parts.ms_interaction,
        "var": parts.variance,
        "cov1": parts.cov1,
        "cov2": parts.cov2,
        "cov3": parts.cov3,
        "var_r": parts.sigma2_reader,
        "var_tr": parts.sigma2_interaction,
        "var_r_clamped": parts.sigma2_reader_clamped,
        "var_tr_clamped": parts.sigma2_interaction_clamped,
    }
    r, t = len(table.readers), len(table.conditions)
    return MrmcResult(
        spec,
        kind,
        inference,
        Method.OR,
        alpha,
        table.conditions,
        table.readers,
        measured.estimates,
        np.einsum("ijij->ij", covariance),
        np.ones((t, r), dtype=bool),
        found.overall,
        found.means,
        found.pairs,
        found.reader_pairs,
        components,
        study_counts(table),
        advice.about_table(table)
        + advice.about_components(components)
        + advice.about_tests(table.conditions, found.means, found.pairs, found.overall),
    )


def _parallel(table: ReadTable, spec: EndpointSpec, kind: Covariance, inference: Inference, alpha: float) -> MrmcResult:
    """Each reader read under one condition only."""
    present = np.asarray(table.read.any(axis=2))
    group, reader = np.nonzero(present)
    ratings, read = table.ratings[present][None], table.read[present][None]
    measured = measure(ratings, read, table.truth, spec)
    covariance = case_covariance(measured, kind, ratings, read, spec)[0, :, 0, :]
    found = nested_readers(
        measured.estimates[0], covariance, group, inference=inference, alpha=alpha, bounds=spec.bounds
    )
    parts = found.components
    components = {
        "ms_t": parts.ms_condition,
        "ms_r_t": parts.ms_reader,
        "var": parts.variance,
        "cov2": parts.cov2,
        "cov3": parts.cov3,
        "r0": parts.r0,
    }
    estimates, variances = np.full(present.shape, np.nan), np.full(present.shape, np.nan)
    estimates[group, reader], variances[group, reader] = measured.estimates[0], np.diag(covariance)
    return MrmcResult(
        spec,
        kind,
        inference,
        Method.OR,
        alpha,
        table.conditions,
        table.readers,
        estimates,
        variances,
        present,
        found.overall,
        found.means,
        found.pairs,
        (),
        components,
        study_counts(table),
        advice.about_table(table, parallel=True)
        + advice.about_components(components)
        + advice.about_tests(table.conditions, found.means, found.pairs, found.overall),
    )


def _require_both_truths(table: ReadTable, spec: EndpointSpec) -> None:
    one_class = {Endpoint.MEAN, Endpoint.LOG_TIME, Endpoint.BRIER, Endpoint.ABSOLUTE_ERROR, Endpoint.ACCURACY}
    if spec.kind in one_class:
        return
    positives = int(table.truth.sum())
    needs_positive = spec.kind is not Endpoint.SPECIFICITY
    needs_negative = spec.kind is not Endpoint.SENSITIVITY
    if (needs_positive and positives == 0) or (needs_negative and positives == table.truth.size):
        only = "negative" if positives == 0 else "positive"
        which = "The only case is" if table.truth.size == 1 else f"All {table.truth.size} cases are"
        raise InputProblem(
            f"{which} {only}, so the {spec.label} is undefined.",
            hint="Both truths must occur in the table; check the truth column.",
        )
