"""Studies at the edge of what can be analysed: each gives a defined result or a sentence."""

from __future__ import annotations

import math

import numpy as np
import pytest

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats.design import complete_readers
from radviewer.stats.endpoints import Endpoint, EndpointSpec
from radviewer.stats.mrmc import Covariance, Inference, Method, analyze
from radviewer.stats.mrmc_document import mrmc_document
from tests.unit.stats.studies import random_study, study

TRUTH = np.r_[np.zeros(5), np.ones(4)].astype(bool)


def test_a_perfect_reader_has_auc_one_and_no_variance():
    ratings = random_study(1, positives=4, negatives=5).ratings.copy()
    ratings[:] = np.arange(9) * 1.0
    ratings[1, 0, :3] = 8.5
    result = analyze(study(ratings, TRUTH))
    assert result.estimates[0, 0] == 1.0 and result.variances[0, 0] == 0.0
    assert result.means[0].se == 0.0 and result.means[0].ci == (1.0, 1.0)
    assert any("is zero" in text for text in result.warnings)


def test_readers_with_all_ties_have_auc_one_half_and_an_undefined_test():
    result = analyze(study(np.ones((2, 3, 9)), TRUTH))
    assert (result.estimates == 0.5).all() and (result.variances == 0.0).all()
    assert result.overall is not None and result.overall.p is None
    assert result.pairs[0].difference == 0.0 and result.pairs[0].p is None
    assert any("undefined" in text for text in result.warnings)


@pytest.mark.parametrize("method", list(Method))
def test_all_ties_make_a_json_document_without_nan(method: Method):
    import json

    document = mrmc_document(analyze(study(np.ones((2, 3, 9)), TRUTH), method=method))
    text = json.dumps(document, allow_nan=False)
    assert document["pairs"][0]["p"] is None and document["global"]["statistic"] is None
    assert "NaN" not in text and document["warnings"]


@pytest.mark.parametrize("method", list(Method))
def test_one_reader_is_refused_for_random_readers_with_a_way_out(method: Method):
    table = random_study(2, r=1)
    with pytest.raises(InputProblem, match="only one reader") as caught:
        analyze(table, method=method)
    assert "frrc" in caught.value.hint


def test_one_reader_with_fixed_readers_is_the_paired_delong_test():
    from radviewer.stats.delong import delong

    table = random_study(2, r=1)
    result = analyze(table, Endpoint.AUC, Covariance.DELONG, Inference.FRRC)
    (pair,) = delong(table.ratings[:, 0], table.truth).pairs
    assert result.pairs[0].p == pytest.approx(pair.p)
    assert result.components["cov2"] is None


@pytest.mark.parametrize("truth", [0, 1])
@pytest.mark.parametrize("endpoint", [Endpoint.AUC, Endpoint.PARTIAL_AUC])
def test_one_truth_class_has_no_roc_curve(truth: int, endpoint: Endpoint):
    table = study(np.ones((2, 3, 9)), np.full(9, truth))
    with pytest.raises(InputProblem, match="All 9 cases are"):
        analyze(table, endpoint)


def test_one_truth_class_is_enough_for_its_own_endpoint():
    table = study(random_study(1, positives=9, negatives=0).ratings, np.ones(9))
    assert analyze(table, EndpointSpec(Endpoint.SENSITIVITY, 3.0)).counts["negatives"] == 0
    with pytest.raises(InputProblem, match="specificity is undefined"):
        analyze(table, EndpointSpec(Endpoint.SPECIFICITY, 3.0))


@pytest.mark.parametrize("method", list(Method))
def test_a_single_case_gives_a_sentence(method: Method):
    with pytest.raises(InputProblem):
        analyze(study(np.ones((2, 3, 1)), np.ones(1)), method=method)


def test_one_case_of_each_truth_gives_a_sentence():
    with pytest.raises(InputProblem, match="only one positive or one negative"):
        analyze(study(np.ones((2, 3, 2)), np.array([0, 1])))


def with_missing_arm():
    table = random_study(4)
    read = table.read.copy()
    read[1, 2] = False
    return study(table.ratings, table.truth, read)


def test_a_missing_arm_is_named_and_the_way_out_works():
    table = with_missing_arm()
    with pytest.raises(InputProblem, match="r2 under c1") as caught:
        analyze(table)
    assert "ustat" in caught.value.hint
    result = analyze(table, method=Method.USTAT)
    assert all(mean.se is not None and mean.se > 0 for mean in result.means)
    assert not result.present[1, 2] and math.isnan(result.estimates[1, 2])
    readers = mrmc_document(result)["readers"]
    assert len(readers) == 7 and {"r2"} == {r["reader"] for r in readers} - {
        r["reader"] for r in readers if r["condition"] == "c1"
    }


def test_a_variance_that_nothing_estimates_is_none_and_points_to_the_complete_readers():
    """With one arm missing the moments of the conditions rest on different readers and may cancel wrongly."""
    result = analyze(with_missing_arm(), method=Method.USTAT)
    assert result.pairs[0].se is None and result.pairs[0].p is None
    assert any("--complete-readers" in text for text in result.warnings)
    kept, dropped = complete_readers(with_missing_arm())
    assert dropped == ("r2",) and kept.readers == ("r0", "r1", "r3")
    assert analyze(kept).pairs[0].p is not None


def test_readers_who_each_read_one_condition_are_analysed_as_parallel_groups():
    table = random_study(5, r=6)
    read = table.read.copy()
    read[0, 3:] = read[1, :3] = False
    result = analyze(study(table.ratings, table.truth, read))
    assert result.components["r0"] == pytest.approx(3.0)
    assert any("nested in conditions" in text for text in result.warnings)


def test_parallel_groups_of_one_reader_each_need_fixed_readers():
    table = random_study(5, r=2)
    read = table.read.copy()
    read[0, 1] = read[1, 0] = False
    lone = study(table.ratings, table.truth, read)
    with pytest.raises(InputProblem, match="only one reader"):
        analyze(lone)
    result = analyze(lone, inference=Inference.FRRC)
    cov = result.components["cov3"]
    assert cov is not None and result.pairs[0].se is not None
    assert result.pairs[0].se ** 2 == pytest.approx(2 * ((result.components["var"] or 0) - cov))


def test_readers_without_a_common_case_have_no_covariance_over_cases():
    table = random_study(6, r=4, positives=16, negatives=16)
    read = np.zeros_like(table.read)
    order = np.argsort(table.truth, kind="stable")
    for j in range(4):
        read[:, j, order[j::4]] = True
    for kind in Covariance:
        parts = analyze(study(table.ratings, table.truth, read), Endpoint.AUC, kind).components
        assert parts["cov2"] == pytest.approx(0.0, abs=1e-16)
        assert parts["cov3"] == pytest.approx(0.0, abs=1e-16)


@pytest.mark.parametrize("method", list(Method))
def test_perfect_readers_have_a_variance_of_exactly_zero_with_every_method(method: Method):
    perfect = np.broadcast_to(TRUTH.astype(float), (2, 3, 9))
    result = analyze(study(perfect, TRUTH), Endpoint.AUC, Covariance.UNBIASED, method=method)
    assert (result.variances == 0.0).all()
    assert [mean.se for mean in result.means] == [0.0, 0.0]
    assert [mean.ci for mean in result.means] == [(1.0, 1.0), (1.0, 1.0)]
    assert not any("negative variance" in text or "not estimable" in text for text in result.warnings)


@pytest.mark.parametrize("covariance", list(Covariance))
def test_equal_conditions_have_a_difference_of_zero_and_no_test(covariance: Covariance):
    table = random_study(7)
    equal = np.stack([table.ratings[0], table.ratings[0]])
    for inference in Inference:
        (pair,) = analyze(study(equal, table.truth), Endpoint.AUC, covariance, inference).pairs
        assert (pair.difference, pair.se, pair.p) == (0.0, 0.0, None)
    (pair,) = analyze(study(equal, table.truth), method=Method.USTAT).pairs
    assert (pair.difference, pair.se, pair.p) == (0.0, 0.0, None)


def test_one_condition_gives_its_mean_and_says_that_nothing_is_compared():
    result = analyze(random_study(3, t=1))
    assert result.overall is None and result.pairs == ()
    assert result.means[0].se is not None
    assert any("nothing to compare" in text for text in result.warnings)
    assert mrmc_document(result)["global"]["p"] is None


@pytest.mark.parametrize("conditions", [3, 5])
@pytest.mark.parametrize("method", list(Method))
def test_any_number_of_conditions_gives_all_pairs(conditions: int, method: Method):
    result = analyze(random_study(3, t=conditions, positives=30, negatives=30), method=method)
    assert len(result.pairs) == conditions * (conditions - 1) // 2
    assert result.overall is not None and result.overall.df1 == conditions - 1


def test_an_alpha_that_is_none_is_refused():
    with pytest.raises(UsageProblem, match="alpha"):
        analyze(random_study(1), alpha=0.0)


def test_u_statistics_with_fixed_readers_are_refused():
    with pytest.raises(UsageProblem, match="random"):
        analyze(random_study(1), inference=Inference.FRRC, method=Method.USTAT)


def test_few_degrees_of_freedom_come_with_advice():
    ratings = random_study(12, r=3, positives=100, negatives=100, levels=50).ratings
    result = analyze(study(ratings, random_study(12, r=3, positives=100, negatives=100, levels=50).truth))
    fewest = min(pair.df for pair in result.pairs)
    assert (fewest < 5) == any("degrees of freedom" in text for text in result.warnings)
    assert any("With 3 readers" in text for text in result.warnings)


def test_a_larger_alpha_makes_a_narrower_interval():
    wide, narrow = (analyze(random_study(8), alpha=alpha).pairs[0].ci for alpha in (0.01, 0.2))
    assert wide is not None and narrow is not None
    assert wide[0] < narrow[0] and narrow[1] < wide[1]
