"""Endpoints by hand, and their deleted values against recomputation."""

from __future__ import annotations

import numpy as np
import pytest

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats.endpoints import Endpoint, EndpointSpec, contributions, estimate, measure
from radviewer.stats.mean_ustatistics import average_mean, mean_moments
from radviewer.stats.mrmc import Covariance, Inference, Method, analyze
from tests.unit.stats.studies import random_study, study

TRUTH = np.array([0, 0, 0, 1, 1], dtype=bool)
RATINGS = np.array([[[1, 4, 2, 5, 2]]], dtype=float)  # called from 3: FP on case 1, TP on case 3, FN on case 4

BY_HAND = {
    Endpoint.SENSITIVITY: 1 / 2,
    Endpoint.SPECIFICITY: 2 / 3,
    Endpoint.ACCURACY: 3 / 5,
    Endpoint.YOUDEN: 1 / 2 + 2 / 3 - 1,
    Endpoint.PPV: 1 / 2,
    Endpoint.NPV: 2 / 3,
}
ALL = [
    EndpointSpec(Endpoint.AUC),
    EndpointSpec(Endpoint.PARTIAL_AUC, low=0.6, high=1.0),
    EndpointSpec(Endpoint.SENSITIVITY_AT, specificity=0.8),
    *(EndpointSpec(kind, 3.0) for kind in BY_HAND),
    EndpointSpec(Endpoint.MEAN),
]


@pytest.mark.parametrize("kind", BY_HAND)
def test_binary_endpoints_by_hand(kind: Endpoint):
    found = estimate(RATINGS, np.ones(RATINGS.shape, dtype=bool), TRUTH, EndpointSpec(kind, 3.0))
    assert found[0, 0] == pytest.approx(BY_HAND[kind])


def test_errors_and_times_by_hand():
    read = np.ones(RATINGS.shape, dtype=bool)
    chances = RATINGS / 5
    brier = (0.2**2 + 0.8**2 + 0.4**2 + 0.0 + 0.6**2) / 5
    assert estimate(chances, read, TRUTH, EndpointSpec(Endpoint.BRIER))[0, 0] == pytest.approx(brier)
    assert estimate(chances, read, TRUTH, EndpointSpec(Endpoint.ABSOLUTE_ERROR))[0, 0] == pytest.approx(2.0 / 5)
    log_time = np.log([1, 4, 2, 5, 2]).mean()
    assert estimate(RATINGS, read, TRUTH, EndpointSpec(Endpoint.LOG_TIME))[0, 0] == pytest.approx(log_time)


@pytest.mark.parametrize("spec", ALL, ids=lambda spec: spec.kind.value)
@pytest.mark.parametrize("missing", [0.0, 0.15])
def test_deleted_values_equal_recomputing_without_the_case(spec: EndpointSpec, missing: float):
    table = random_study(3, r=2, missing=missing)
    found = measure(table.ratings, table.read, table.truth, spec)
    assert found.estimates == pytest.approx(estimate(table.ratings, table.read, table.truth, spec))
    positions = np.arange(table.truth.size)
    if spec.kind is Endpoint.SENSITIVITY:
        positions = positions[table.truth]
    if spec.kind is Endpoint.SPECIFICITY:
        positions = positions[~table.truth]
    assert found.deleted.shape[0] == positions.size
    for row, k in enumerate(positions):
        rest = np.delete(np.arange(table.truth.size), k)
        again = estimate(table.ratings[:, :, rest], table.read[:, :, rest], table.truth[rest], spec)
        assert found.deleted[row] == pytest.approx(again, abs=1e-12)


@pytest.mark.parametrize("kind", [Endpoint.SENSITIVITY, Endpoint.SPECIFICITY, Endpoint.ACCURACY])
def test_all_covariances_of_a_mean_agree_when_fully_crossed(kind: Endpoint):
    table = random_study(5)
    results = [analyze(table, EndpointSpec(kind, 3.0), covariance) for covariance in Covariance]
    for other in results[1:]:
        assert other.pairs[0].se == pytest.approx(results[0].pairs[0].se, rel=1e-10)


@pytest.mark.parametrize("covariance", [Covariance.DELONG, Covariance.UNBIASED])
def test_youden_has_four_times_the_variance_of_the_auc_of_its_calls(covariance: Covariance):
    table = random_study(5)
    calls = study((table.ratings >= 3.0).astype(float), table.truth)
    youden = analyze(table, EndpointSpec(Endpoint.YOUDEN, 3.0), covariance)
    auc = analyze(calls, Endpoint.AUC, covariance)
    assert youden.variances == pytest.approx(4 * auc.variances, rel=1e-9)
    assert youden.estimates == pytest.approx(2 * auc.estimates - 1)


def test_youden_by_u_statistics_is_twice_the_auc_of_its_calls():
    table = random_study(5, missing=0.1)
    calls = study((np.where(table.read, table.ratings, 0) >= 3.0).astype(float), table.truth, table.read)
    youden = analyze(table, EndpointSpec(Endpoint.YOUDEN, 3.0), method=Method.USTAT).pairs[0]
    auc = analyze(calls, Endpoint.AUC, method=Method.USTAT).pairs[0]
    assert youden.difference == pytest.approx(2 * auc.difference)
    assert youden.se == pytest.approx(2 * (auc.se or 0.0)) and youden.p == pytest.approx(auc.p)


@pytest.mark.parametrize("missing", [0.0, 0.3])
def test_moments_of_a_mean_equal_sums_over_all_pairs_of_reads(missing: float):
    table = random_study(6, r=3, positives=5, negatives=5, missing=missing)
    (term,) = contributions(table.ratings, table.read, table.truth, EndpointSpec(Endpoint.ACCURACY, 3.0))
    found = mean_moments(term, 0, 1)
    top, bottom = np.zeros(4), np.zeros(4)
    for j in range(3):
        for k in range(10):
            for u in range(3):
                for v in range(10):
                    which = 2 * (j != u) + (k != v)
                    top[which] += term.numerator[0, j, k] * term.numerator[1, u, v]
                    bottom[which] += term.weight[0, j, k] * term.weight[1, u, v]
    assert found.unbiased == pytest.approx(top / bottom)
    weights = bottom / bottom.sum() - np.array([0, 0, 0, 1.0])
    assert found.covariance == pytest.approx(weights @ (top / bottom), abs=1e-15)
    assert average_mean(term, 0) == pytest.approx(term.numerator[0].sum() / term.weight[0].sum())


def test_a_binary_endpoint_without_a_threshold_is_refused():
    with pytest.raises(UsageProblem, match="needs a threshold"):
        analyze(random_study(1), Endpoint.SENSITIVITY)


def test_predictive_values_have_only_the_jackknife():
    spec = EndpointSpec(Endpoint.PPV, 3.0)
    assert analyze(random_study(1), spec).pairs[0].se is not None
    with pytest.raises(UsageProblem, match="not defined"):
        analyze(random_study(1), spec, Covariance.UNBIASED)
    with pytest.raises(UsageProblem, match="no U-statistic"):
        analyze(random_study(1), spec, method=Method.USTAT)


def test_a_predictive_value_without_positive_calls_is_a_sentence():
    with pytest.raises(InputProblem, match="fewer than two cases that count"):
        analyze(random_study(1), EndpointSpec(Endpoint.PPV, 99.0))


def test_scores_outside_zero_to_one_have_no_brier_score():
    with pytest.raises(InputProblem, match="between 0 and 1"):
        analyze(random_study(1), Endpoint.BRIER)


def test_a_time_of_zero_has_no_logarithm():
    with pytest.raises(InputProblem, match="no logarithm"):
        analyze(study(np.zeros((2, 2, 4)), np.array([0, 0, 1, 1])), Endpoint.LOG_TIME)


def test_reading_times_are_compared_as_ratios():
    table = random_study(2)
    slow = np.stack([np.exp(table.ratings[0]), 2.0 * np.exp(table.ratings[0])])
    slow[1, :, 0] *= 1.1
    result = analyze(study(slow, table.truth), Endpoint.LOG_TIME, inference=Inference.RRRC)
    assert result.pairs[0].difference == pytest.approx(-np.log(2.0), abs=0.01)
    assert result.endpoint.bounds is None and not result.endpoint.higher_is_better
