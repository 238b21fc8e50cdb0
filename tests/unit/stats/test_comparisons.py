"""The computer alone, non-inferiority, the bootstrap, advice and the JSON document."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats.advice import disagreement, plain_sentence
from radviewer.stats.bootstrap import bootstrap
from radviewer.stats.delong import delong
from radviewer.stats.endpoints import Endpoint, EndpointSpec
from radviewer.stats.mrmc import Covariance, Inference, Method, analyze
from radviewer.stats.mrmc_document import mrmc_document
from radviewer.stats.noninferiority import non_inferiority
from radviewer.stats.roe_metz import RoeMetz
from radviewer.stats.standalone import one_condition, standalone
from tests.unit.stats.studies import random_study


def test_the_computer_against_fixed_cases_is_a_one_sample_t_test():
    table = one_condition(random_study(3, r=6), "c0")
    found = standalone(table, "r2", inference=Inference.RRFC)
    expected = stats.ttest_1samp(found.estimates, found.computer)
    assert found.test.statistic == pytest.approx(expected.statistic)
    assert found.test.p == pytest.approx(expected.pvalue)


def test_the_computer_against_random_cases_by_hand():
    table = one_condition(random_study(4, r=5), "c1")
    found = standalone(table, "r0", covariance=Covariance.DELONG)
    cov = delong(table.ratings[0], table.truth).covariance
    contrast = np.hstack([-np.ones((4, 1)), np.eye(4)])
    block = contrast @ cov @ contrast.T
    cov2 = (block.sum() - np.trace(block)) / 12
    ms = np.var(found.estimates, ddof=1)
    assert found.cov2 == pytest.approx(cov2)
    assert found.test.se == pytest.approx(math.sqrt((ms + max(4 * cov2, 0)) / 4))
    assert found.test.df == pytest.approx((ms + max(4 * cov2, 0)) ** 2 / (ms**2 / 3))


def test_the_computer_must_be_one_of_the_readers_of_one_condition():
    table = random_study(3)
    with pytest.raises(InputProblem, match="under one condition"):
        standalone(table, "r0")
    with pytest.raises(UsageProblem, match="no reader 'AI'"):
        standalone(one_condition(table, "c0"), "AI")
    with pytest.raises(UsageProblem, match="no condition 'x'"):
        one_condition(table, "x")
    with pytest.raises(InputProblem, match="at least two readers besides"):
        standalone(one_condition(random_study(3, r=2), "c0"), "r0")


def test_non_inferiority_is_decided_by_the_lower_limit_of_the_interval():
    result = analyze(random_study(6, positives=40, negatives=40))
    (pair,) = result.pairs
    assert pair.ci is not None
    lower = -pair.ci[1]  # of the second condition less the first
    (tight,) = non_inferiority(result, -lower - 1e-6 if lower < 0 else 1e-9)
    (wide,) = non_inferiority(result, abs(lower) + 1e-6)
    assert wide.limit == pytest.approx(lower) and wide.noninferior
    assert tight.noninferior is (lower > 0)
    assert wide.p is not None and tight.p is not None and wide.p < 0.025
    assert (tight.p < 0.025) == tight.noninferior


def test_non_inferiority_turns_around_for_errors():
    table = random_study(6, positives=40, negatives=40)
    errors = replace(table, ratings=table.ratings / 5)
    result = analyze(errors, Endpoint.BRIER)
    (pair,) = result.pairs
    assert pair.ci is not None
    (test,) = non_inferiority(result, 0.5)
    assert test.noninferior and test.limit == pytest.approx(-pair.ci[0])


def test_superiority_needs_non_inferiority_first():
    table = RoeMetz(effects=(0.0, 1.5)).draw(6, 60, 60, seed=4)
    (better,) = non_inferiority(analyze(table), 0.05)
    assert better.noninferior and better.superior and better.condition == "condition 2"
    (worse,) = non_inferiority(analyze(table), 0.05, reference="condition 2")
    assert worse.noninferior is False and worse.superior is False


@pytest.mark.parametrize("margin", [0.0, -0.1, math.inf])
def test_a_margin_must_be_above_zero(margin: float):
    with pytest.raises(UsageProblem, match="margin"):
        non_inferiority(analyze(random_study(1)), margin)


def test_the_bootstrap_is_the_same_for_the_same_seed():
    table = random_study(2)
    first, again, other = (bootstrap(table, replicates=150, seed=seed) for seed in (7, 7, 8))
    assert first == again and first != other


def test_the_bootstrap_of_cases_agrees_with_the_delong_standard_error():
    table = RoeMetz().draw(4, 80, 80, seed=5)
    found = bootstrap(table, replicates=1500, seed=1, fixed_readers=True)
    result = analyze(table, Endpoint.AUC, Covariance.DELONG, Inference.FRRC)
    (_, _, difference) = found.differences[0]
    assert difference.value == pytest.approx(result.pairs[0].difference)
    assert difference.se == pytest.approx(result.pairs[0].se, rel=0.12)
    assert found.means[0].se == pytest.approx(result.means[0].se, rel=0.12)


def test_the_bootstrap_of_readers_scatters_as_their_own_variance():
    table = RoeMetz(reader=0.3).draw(8, 40, 40, seed=6)
    found = bootstrap(table, replicates=1500, seed=1, fixed_cases=True)
    aucs = analyze(table).estimates[0]
    assert found.means[0].se == pytest.approx(math.sqrt(aucs.var() / 8), rel=0.08)


def test_a_bootstrap_counts_replicates_in_which_the_endpoint_is_undefined():
    table = random_study(3, positives=10, negatives=10)
    spec = EndpointSpec(Endpoint.PPV, float(np.sort(table.ratings.max(axis=2).ravel())[0]))
    found = bootstrap(table, spec, replicates=200, seed=0)
    assert found.replicates + found.failed == 200 and found.failed > 0


def test_a_bootstrap_of_nothing_is_refused():
    with pytest.raises(UsageProblem, match="bootstrap needs"):
        bootstrap(random_study(1), fixed_readers=True, fixed_cases=True)


def test_methods_that_disagree_are_named():
    result = analyze(random_study(1))
    (pair,) = result.pairs
    other = replace(result, method=Method.USTAT, pairs=(replace(pair, p=1e-6),))
    far = replace(result, method=Method.USTAT, pairs=(replace(pair, se=3 * (pair.se or 0.0)),))
    assert "disagree" in disagreement(result, other)[0]
    assert "standard errors differ by 200%" in disagreement(result, far)[0]
    assert disagreement(result, result) == ()


def test_a_result_is_put_in_words_that_name_whom_it_holds_for():
    table = RoeMetz(effects=(0.0, 1.5)).draw(6, 60, 60, seed=4)
    sentences = {}
    for inference in Inference:
        result = analyze(table, inference=inference)
        sentences[inference] = plain_sentence(result, result.pairs[0])
    assert "is lower than" in sentences[Inference.RRRC] and "other readers and cases" in sentences[Inference.RRRC]
    assert "these readers on other cases" in sentences[Inference.FRRC]
    assert "other readers on these cases" in sentences[Inference.RRFC]


def test_times_are_put_in_words_as_a_ratio():
    table = random_study(2)
    times = replace(table, ratings=np.exp(table.ratings / 5) * np.array([2.0, 1.0])[:, None, None])
    result = analyze(times, Endpoint.LOG_TIME)
    ratio = math.exp(result.pairs[0].difference)
    assert f"As a ratio of times: {ratio:.3f}" in plain_sentence(result, result.pairs[0])


@pytest.mark.parametrize("inference", list(Inference))
def test_the_document_is_valid_json_with_the_agreed_keys(inference: Inference):
    document = mrmc_document(analyze(random_study(2, t=3), inference=inference))
    again = json.loads(json.dumps(document, allow_nan=False))
    assert {"conditions", "readers", "global", "pairs", "components", "n", "warnings"} <= set(again)
    assert set(again["conditions"][0]) >= {"name", "mean", "se", "df", "ci"}
    assert set(again["pairs"][0]) >= {"a", "b", "difference", "se", "df", "p", "ci"}
    assert set(again["readers"][0]) == {"reader", "condition", "estimate", "variance"}
    assert set(again["global"]) == {"statistic", "df1", "df2", "p"}
    assert (again["global"]["df2"] is None) == (inference is Inference.FRRC)
    assert (inference is Inference.FRRC) == any("normal or chi-square" in text for text in again["warnings"])


def test_simulated_studies_have_the_auc_that_the_model_promises():
    model = RoeMetz(effects=(0.0, 0.8))
    aucs = np.mean([analyze(model.draw(8, 60, 60, seed)).estimates.mean(axis=1) for seed in range(60)], axis=0)
    assert aucs == pytest.approx([model.expected_auc(0), model.expected_auc(1)], abs=0.01)
