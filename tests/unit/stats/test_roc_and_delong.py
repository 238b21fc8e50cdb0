"""Curves, areas and DeLong's method against the definition and against hand arithmetic."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from radviewer.core.errors import InputProblem
from radviewer.stats.auc_covariance import auc_parts, deleted_auc, delong_covariance
from radviewer.stats.delong import auc_interval, contrast_test, delong, delong_unpaired
from radviewer.stats.roc import Band, empirical_auc, partial_auc, roc_curve, sensitivity_at_specificity
from tests.unit.stats.studies import psi_matrix, random_study, unhurried

few = hnp.arrays(np.float64, st.integers(1, 12), elements=st.integers(-3, 3).map(float))


@given(few, few)
@unhurried
def test_the_auc_is_the_mean_of_psi_over_all_pairs(positives, negatives):
    assert empirical_auc(positives, negatives) == pytest.approx(psi_matrix(positives, negatives).mean(), abs=1e-14)


@given(few, few)
@unhurried
def test_swapping_the_classes_turns_the_auc_around(positives, negatives):
    assert empirical_auc(positives, negatives) == pytest.approx(1 - empirical_auc(negatives, positives), abs=1e-14)


@given(few, few)
@unhurried
def test_the_trapezoids_under_the_curve_add_up_to_the_auc(positives, negatives):
    curve = roc_curve(positives, negatives)
    assert np.trapezoid(curve.true_positive_rate, curve.false_positive_rate) == pytest.approx(
        empirical_auc(positives, negatives), abs=1e-12
    )
    assert partial_auc(curve, 0.0, 1.0) == pytest.approx(empirical_auc(positives, negatives), abs=1e-12)


@given(few, few, st.floats(0.05, 0.95))
@unhurried
def test_two_bands_of_a_partial_area_add_up_to_the_whole(positives, negatives, cut):
    curve = roc_curve(positives, negatives)
    for band in Band:
        parts = partial_auc(curve, 0.0, cut, band=band) + partial_auc(curve, cut, 1.0, band=band)
        assert parts == pytest.approx(empirical_auc(positives, negatives), abs=1e-9)


def test_a_perfect_curve_has_a_corrected_partial_area_of_one_and_a_useless_one_one_half():
    perfect = roc_curve([3.0, 4.0], [1.0, 2.0])
    useless = roc_curve([1.0, 1.0], [1.0, 1.0])
    assert partial_auc(perfect, 0.8, 1.0, corrected=True) == pytest.approx(1.0)
    assert partial_auc(useless, 0.8, 1.0, corrected=True) == pytest.approx(0.5)


def test_sensitivity_at_a_specificity_follows_the_drawn_curve():
    curve = roc_curve([1.0, 3.0], [0.0, 2.0])  # points (0,0) (0,.5) (.5,.5) (.5,1) (1,1)
    assert sensitivity_at_specificity(curve, 1.0) == 0.5
    assert sensitivity_at_specificity(curve, 0.75) == 0.5
    assert sensitivity_at_specificity(curve, 0.5) == 1.0


def test_limits_that_are_no_band_are_refused():
    curve = roc_curve([1.0], [0.0])
    with pytest.raises(InputProblem, match="not possible"):
        partial_auc(curve, 0.9, 0.2)
    with pytest.raises(InputProblem, match="not possible"):
        sensitivity_at_specificity(curve, 1.5)


def test_one_class_alone_has_no_curve():
    with pytest.raises(InputProblem, match="no negative case"):
        empirical_auc([1.0, 2.0], [])


def test_delong_equals_the_definition_by_placements():
    table = random_study(3, r=3)
    parts = auc_parts(table.ratings, table.read, table.truth)
    ours = delong_covariance(parts).reshape(6, 6)
    curves = table.ratings.reshape(6, -1)
    psi = [psi_matrix(z[table.truth], z[~table.truth]) for z in curves]
    s10 = np.cov([p.mean(axis=1) for p in psi])
    s01 = np.cov([p.mean(axis=0) for p in psi])
    n1, n0 = psi[0].shape
    assert ours == pytest.approx(s10 / n1 + s01 / n0, rel=1e-12)


def test_closed_form_deletion_equals_recomputing_each_auc():
    table = random_study(4, r=2, missing=0.2)
    deleted = deleted_auc(auc_parts(table.ratings, table.read, table.truth))
    for k in range(table.truth.size):
        rest = np.delete(np.arange(table.truth.size), k)
        again = auc_parts(table.ratings[:, :, rest], table.read[:, :, rest], table.truth[rest])
        assert deleted[k] == pytest.approx(again.auc, rel=1e-12)


def test_delong_by_hand_on_two_by_two_cases():
    # psi = [[1, 1], [1, 0]]: V10 = (1, .5), V01 = (1, .5), AUC .75, each sample variance .125.
    (curve,) = delong([3.0, 1.0, 0.0, 2.0], [1, 1, 0, 0]).curves
    assert curve.auc == 0.75
    assert curve.variance == pytest.approx(0.125 / 2 + 0.125 / 2)


def test_scores_that_order_cases_alike_have_no_test_but_a_sentence_worth_of_fields():
    truth = np.array([0, 0, 0, 1, 1, 1])
    score = np.array([1.0, 4.0, 2.0, 3.0, 6.0, 5.0])
    (pair,) = delong(np.stack([score, np.exp(score)]), truth).pairs
    assert pair.difference == 0.0 and pair.se == 0.0 and pair.p is None


def test_three_curves_are_compared_by_chi_square_with_two_degrees_of_freedom():
    rng = np.random.default_rng(11)
    truth = np.arange(80) % 2
    scores = rng.normal(size=(3, 80)) + truth * np.array([[0.5], [1.0], [1.5]])
    found = delong(scores, truth)
    contrasts = np.array([[1.0, -1, 0], [0, 1, -1]])
    auc = np.array([curve.auc for curve in found.curves])
    change = contrasts @ auc
    expected = change @ np.linalg.inv(contrasts @ found.covariance @ contrasts.T) @ change
    assert found.chi2 == pytest.approx(expected) and found.df == 2
    again = contrast_test(auc, found.covariance, contrasts)
    assert again[0] == pytest.approx(found.chi2)


def test_a_repeated_curve_lowers_the_rank_instead_of_failing():
    rng = np.random.default_rng(5)
    truth = np.arange(60) % 2
    scores = rng.normal(size=(2, 60)) + truth
    found = delong(np.stack([scores[0], scores[1], scores[1]]), truth)
    assert found.df == 1
    assert found.chi2 == pytest.approx((found.pairs[0].statistic or 0.0) ** 2)


def test_two_curves_agree_with_the_paired_z_test():
    rng = np.random.default_rng(6)
    truth = np.arange(60) % 2
    found = delong(rng.normal(size=(2, 60)) + truth, truth)
    assert found.chi2 == pytest.approx((found.pairs[0].statistic or 0.0) ** 2)
    assert found.p == pytest.approx(found.pairs[0].p)


def test_the_logit_interval_is_preferred_near_one_and_stays_inside():
    interval = auc_interval(0.98, 0.0004)
    assert interval.preferred == "logit"
    assert interval.ci_logit is not None and interval.ci_logit[1] < 1.0
    assert interval.ci[1] == 1.0
    assert auc_interval(0.8, 0.0004).preferred == "plain"
    assert auc_interval(1.0, 0.0).ci_logit is None


def test_the_logit_interval_by_hand():
    interval = auc_interval(0.9, 0.0025)
    assert interval.ci_logit is not None
    half = 1.959963984540054 * 0.05 / 0.09
    assert interval.ci_logit[0] == pytest.approx(1 / (1 + math.exp(-(math.log(9) - half))))


def test_unpaired_curves_add_their_variances():
    truth = np.arange(40) % 2
    rng = np.random.default_rng(8)
    a, b = rng.normal(size=40) + truth, rng.normal(size=40) + 2 * truth
    found = delong_unpaired((a, truth), (b, truth))
    assert found.test.se == pytest.approx(math.sqrt(found.first.variance + found.second.variance))


def test_a_single_case_of_a_class_is_refused_with_a_sentence():
    with pytest.raises(InputProblem, match="only one positive or one negative"):
        delong([1.0, 2.0, 3.0], [1, 0, 0])


def test_scores_and_truth_of_different_lengths_are_refused():
    with pytest.raises(InputProblem, match="do not fit"):
        delong([1.0, 2.0, 3.0], [1, 0])
