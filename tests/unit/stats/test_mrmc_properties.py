"""Identities that hold for every study, whatever its ratings."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from radviewer.core.errors import InputProblem
from radviewer.stats.auc_covariance import auc_parts, deleted_auc, delong_covariance
from radviewer.stats.dbm import dbm
from radviewer.stats.endpoints import Endpoint, EndpointSpec, measure
from radviewer.stats.jackknife import jackknife_covariance, pseudovalues
from radviewer.stats.mrmc import Covariance, Inference, Method, analyze, case_covariance
from radviewer.stats.psi_sums import psi_sums
from radviewer.stats.ustatistics import average_auc, condition_moments, degrees_of_freedom, unbiased_covariance
from tests.unit.stats.studies import psi_matrix, random_study, ratings_and_truth, study, unhurried

KINDS = list(Covariance)


def covariances(ratings, truth) -> dict[Covariance, np.ndarray]:
    spec, read = EndpointSpec(), np.ones(ratings.shape, dtype=bool)
    measured = measure(ratings, read, truth, spec)
    return {kind: case_covariance(measured, kind, ratings, read, spec) for kind in KINDS}


@given(ratings_and_truth)
@unhurried
def test_swapping_the_labels_turns_aucs_around_and_keeps_all_covariances(data):
    ratings, truth = data
    read = np.ones(ratings.shape, dtype=bool)
    assert auc_parts(ratings, read, ~truth).auc == pytest.approx(1 - auc_parts(ratings, read, truth).auc, abs=1e-12)
    ours, swapped = covariances(ratings, truth), covariances(ratings, ~truth)
    for kind in KINDS:
        assert swapped[kind] == pytest.approx(ours[kind], abs=1e-12)


@given(ratings_and_truth)
@unhurried
def test_a_monotone_transform_of_the_ratings_changes_nothing(data):
    ratings, truth = data
    plain, bent = covariances(ratings, truth), covariances(np.exp(ratings / 2) - 3, truth)
    for kind in KINDS:
        assert bent[kind] == pytest.approx(plain[kind], abs=1e-14)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("method", list(Method))
def test_swapping_the_conditions_turns_the_sign_and_nothing_else(seed: int, method: Method):
    table = random_study(seed, missing=0.1)
    swapped = replace(table, conditions=table.conditions[::-1], ratings=table.ratings[::-1], read=table.read[::-1])
    (ours,), (other,) = (analyze(x, method=method).pairs for x in (table, swapped))
    assert other.difference == pytest.approx(-ours.difference)
    assert other.se == pytest.approx(ours.se) and other.p == pytest.approx(ours.p)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("conditions", [2, 3])
def test_obuchowski_rockette_with_the_jackknife_is_dbm(seed: int, conditions: int):
    table = random_study(seed, t=conditions)
    measured = measure(table.ratings, table.read, table.truth, EndpointSpec())
    for inference in (Inference.RRRC, Inference.RRFC):
        ours = analyze(table, Endpoint.AUC, Covariance.JACKKNIFE, inference)
        other = dbm(measured.estimates, measured.deleted, inference=inference)
        assert ours.overall is not None
        assert other.overall.statistic == pytest.approx(ours.overall.statistic, rel=1e-9)
        assert other.overall.df2 == pytest.approx(ours.overall.df2, rel=1e-9)
        for a, b in zip(ours.pairs, other.pairs, strict=True):
            assert b.se == pytest.approx(a.se, rel=1e-9)


@pytest.mark.parametrize("seed", range(6))
def test_dbm_mean_squares_give_the_obuchowski_rockette_covariances(seed: int):
    """MS(TC) and its companions are linear in Var and Cov1 to Cov3 of the jackknife (times cases)."""
    table = random_study(seed, t=3)
    measured = measure(table.ratings, table.read, table.truth, EndpointSpec())
    squares = dbm(measured.estimates, measured.deleted).mean_squares
    parts = analyze(table).components
    n, r, t = table.truth.size, 4, 3
    var, cov1, cov2, cov3 = (float(parts[key] or 0.0) for key in ("var", "cov1", "cov2", "cov3"))
    assert squares.tc == pytest.approx(n * (var - cov1 + (r - 1) * (cov2 - cov3)), rel=1e-9)
    assert squares.rc == pytest.approx(n * (var - cov2 + (t - 1) * (cov1 - cov3)), rel=1e-9)
    assert squares.trc == pytest.approx(n * (var - cov1 - cov2 + cov3), rel=1e-9)


def test_pseudovalues_average_to_the_estimate_for_mean_type_endpoints():
    table = random_study(1)
    measured = measure(table.ratings, table.read, table.truth, EndpointSpec(Endpoint.ACCURACY, 3.0))
    values = pseudovalues(measured.estimates, measured.deleted)
    assert values.mean(axis=0) == pytest.approx(measured.estimates)


@pytest.mark.parametrize("seed", range(6))
def test_u_statistics_are_unbiased_obuchowski_rockette_when_fully_crossed(seed: int):
    """V of the difference is 2 / r (MS(TR) + r (Cov2 - Cov3)) with unbiased covariances, before any clamp."""
    table = random_study(seed, r=5)
    sums = psi_sums(auc_parts(table.ratings, table.read, table.truth), table.ratings, table.read)
    aa, bb, ab = (condition_moments(sums, *pair) for pair in ((0, 0), (1, 1), (0, 1)))
    parts = analyze(table, Endpoint.AUC, Covariance.UNBIASED).components
    ms_tr, cov2, cov3 = (float(parts[key] or 0.0) for key in ("ms_tr", "cov2", "cov3"))
    expected = 2 / 5 * (ms_tr + 5 * (cov2 - cov3))
    assert aa.covariance + bb.covariance - 2 * ab.covariance == pytest.approx(expected, abs=1e-14)


def brute_force_covariance(table, a: tuple[int, int], b: tuple[int, int]) -> float:
    """Section by section from the psi matrices of two curves with missing reads."""
    psi, weight = [], []
    for i, j in (a, b):
        z, own = table.ratings[i, j], table.read[i, j]
        matrix = psi_matrix(z[table.truth], z[~table.truth])
        both = own[table.truth][:, None] & own[~table.truth][None, :]
        psi.append(np.where(both, matrix, 0.0))
        weight.append(both.astype(float))
    moments, counts = [], []
    for x, y, out in ((*psi, moments), (*weight, counts)):
        same = (x * y).sum()
        rows = sum(x[p, q] * y[p, u] for p in range(x.shape[0]) for q in range(x.shape[1]) for u in range(x.shape[1]))
        columns = sum(
            x[p, q] * y[u, q] for p in range(x.shape[0]) for q in range(x.shape[1]) for u in range(x.shape[0])
        )
        total = x.sum() * y.sum()
        out += [same, rows - same, columns - same, total - rows - columns + same]
    whole = weight[0].sum() * weight[1].sum()
    c = np.array(counts) / whole - np.array([0, 0, 0, 1.0])
    m = np.divide(moments, counts, out=np.zeros(4), where=np.array(counts) > 0)
    return float(c @ m)


@pytest.mark.parametrize("missing", [0.0, 0.25])
def test_unbiased_covariances_equal_the_sums_over_all_pairs_of_pairs(missing: float):
    table = random_study(2, r=2, positives=6, negatives=7, missing=missing)
    sums = psi_sums(auc_parts(table.ratings, table.read, table.truth), table.ratings, table.read)
    ours = unbiased_covariance(sums)
    for a in np.ndindex(2, 2):
        for b in np.ndindex(2, 2):
            assert ours[(*a, *b)] == pytest.approx(brute_force_covariance(table, a, b), abs=1e-14)


def test_sums_of_psi_do_not_depend_on_the_size_of_the_blocks(monkeypatch):
    from radviewer.stats import psi_sums as module

    table = random_study(9, positives=40, negatives=33, missing=0.1)
    parts = auc_parts(table.ratings, table.read, table.truth)
    whole = psi_sums(parts, table.ratings, table.read).psi
    monkeypatch.setattr(module, "BLOCK_BYTES", 1)
    assert np.array_equal(psi_sums(parts, table.ratings, table.read).psi, whole)


def test_coefficients_of_a_fully_crossed_study_follow_the_closed_form():
    table = random_study(3, r=4, positives=7, negatives=9)
    sums = psi_sums(auc_parts(table.ratings, table.read, table.truth), table.ratings, table.read)
    first = 1 / (9 * 7 * 4)
    cases = first * np.array([1, 8, 6, 48])
    expected = np.r_[cases, 3 * cases]
    expected[7] -= 1
    assert condition_moments(sums, 0, 1).coefficients == pytest.approx(expected, abs=4e-16)


def test_degrees_of_freedom_never_fall_below_the_smallest_sample():
    table = random_study(3, r=4)
    sums = psi_sums(auc_parts(table.ratings, table.read, table.truth), table.ratings, table.read)
    assert degrees_of_freedom(1e-12, condition_moments(sums, 0, 0)) == 3.0


def test_the_mean_of_u_statistics_weights_readers_by_their_pairs():
    table = random_study(5, missing=0.3)
    sums = psi_sums(auc_parts(table.ratings, table.read, table.truth), table.ratings, table.read)
    wins = pairs = 0.0
    for j in range(4):
        z, own = table.ratings[0, j], table.read[0, j]
        matrix = psi_matrix(z[own & table.truth], z[own & ~table.truth])
        wins, pairs = wins + matrix.sum(), pairs + matrix.size
    assert average_auc(sums, 0) == pytest.approx(wins / pairs)


@given(ratings_and_truth)
@unhurried
def test_jackknife_and_delong_matrices_have_no_negative_direction(data):
    ratings, truth = data
    parts = auc_parts(ratings, np.ones(ratings.shape, dtype=bool), truth)
    for matrix in (jackknife_covariance(deleted_auc(parts)), delong_covariance(parts)):
        assert np.linalg.eigvalsh(matrix.reshape(6, 6)).min() > -1e-12


@given(ratings_and_truth)
@unhurried
def test_every_study_gives_finite_numbers_or_none_and_a_warning(data):
    ratings, truth = data
    for method in Method:
        for inference in Inference if method is Method.OR else (Inference.RRRC,):
            result = analyze(study(ratings, truth), Endpoint.AUC, Covariance.UNBIASED, inference, method)
            assert result.overall is not None
            for value in (result.overall.statistic, result.overall.p, result.pairs[0].se, result.pairs[0].p):
                assert value is None or math.isfinite(value)
            if result.pairs[0].p is None:
                assert result.warnings


def test_cases_that_a_reader_did_not_read_do_not_move_that_readers_jackknife():
    table = random_study(7, missing=0.2)
    deleted = deleted_auc(auc_parts(table.ratings, table.read, table.truth))
    estimates = auc_parts(table.ratings, table.read, table.truth).auc
    unread = np.argwhere(~table.read)
    for i, j, k in unread[:20]:
        assert deleted[k, i, j] == pytest.approx(estimates[i, j], rel=1e-12)


def test_a_jackknife_with_one_case_is_refused():
    with pytest.raises(InputProblem, match="at least two cases"):
        jackknife_covariance(np.zeros((1, 2, 2)))
