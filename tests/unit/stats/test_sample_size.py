"""Power and sample size: limits, monotony, and independent calculations of the same numbers."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats import distributions as dist
from radviewer.stats.auc_covariance import auc_parts
from radviewer.stats.obuchowski_rockette import Inference, components
from radviewer.stats.pilot import planning_from_table
from radviewer.stats.power_ratio import crossed_coefficients, power_for_counts
from radviewer.stats.psi_sums import psi_sums
from radviewer.stats.roe_metz import RoeMetz
from radviewer.stats.sample_size import (
    Planning,
    cases_for_power,
    planning_from_correlations,
    planning_from_pilot,
    power,
)
from radviewer.stats.ustatistics import condition_moments
from tests.unit.stats.studies import random_study

PLAN = Planning(var_tr=0.0003, var=0.001, cov1=0.0004, cov2=0.0004, cov3=0.0003, cases=100)


@pytest.mark.parametrize("ncp", [0.0, 0.5, 8.0, 300.0])
@pytest.mark.parametrize("df2", [3.7, 40.0, math.inf])
def test_noncentral_tails_agree_with_scipy(ncp: float, df2: float):
    ours = dist.noncentral_f_upper_tail(4.0, 1, df2, ncp)
    if math.isinf(df2):
        theirs = stats.ncx2.sf(4.0, 1, ncp) if ncp else stats.chi2.sf(4.0, 1)
    else:
        theirs = stats.ncf.sf(4.0, 1, df2, ncp) if ncp else stats.f.sf(4.0, 1, df2)
    assert ours == pytest.approx(theirs, rel=1e-6, abs=1e-12)


def test_without_an_effect_the_power_is_alpha():
    for inference in Inference:
        assert power(PLAN, 6, 200, 0.0, inference=inference).power == pytest.approx(0.05, rel=1e-9)


def test_power_by_hand():
    den = 0.0003 + 0.5 * (0.001 - 0.0004 + 5 * 0.0001)
    fixed = 0.0003 + 0.5 * (0.001 - 0.0004 - 0.0001)
    found = power(PLAN, 6, 200, 0.05)
    assert found.noncentrality == pytest.approx(6 * 0.05**2 / (2 * den))
    assert found.df2 == pytest.approx(den**2 / (fixed**2 / 5))
    expected = stats.ncf.sf(stats.f.isf(0.05, 1, found.df2), 1, found.df2, found.noncentrality)
    assert found.power == pytest.approx(expected, rel=1e-7)


@pytest.mark.parametrize("inference", list(Inference))
def test_power_grows_with_readers_cases_and_effect(inference: Inference):
    def at(readers: int, cases: int, effect: float) -> float:
        return power(PLAN, readers, cases, effect, inference=inference).power

    assert at(5, 100, 0.03) < at(8, 100, 0.03) < at(8, 300, 0.03) < at(8, 300, 0.05)


@pytest.mark.parametrize("readers", [6, 8, 12])
def test_the_number_of_cases_is_the_smallest_that_reaches_the_target(readers: int):
    found = cases_for_power(PLAN, readers, 0.05, 0.8)
    assert found is not None and found.power >= 0.8
    assert power(PLAN, readers, found.cases - 1, 0.05).power < 0.8


def test_too_few_readers_cannot_reach_the_target_with_any_number_of_cases():
    assert cases_for_power(Planning(0.01, 0.001, 0.0004, 0.0004, 0.0003, 100), 2, 0.01) is None


def test_non_inferiority_plans_for_margin_plus_difference_on_one_side():
    superiority = power(PLAN, 6, 200, 0.05)
    noninferior = power(PLAN, 6, 200, 0.02, margin=0.03)
    assert noninferior.noncentrality == pytest.approx(superiority.noncentrality)
    t = stats.nct.sf(stats.t.isf(0.025, noninferior.df2), noninferior.df2, math.sqrt(noninferior.noncentrality))
    assert noninferior.power == pytest.approx(t, rel=1e-6)
    assert noninferior.power < superiority.power  # one side of the two-sided test less
    assert power(PLAN, 6, 200, -0.1, margin=0.03).power < 0.025


def test_correlations_are_another_way_to_write_covariances():
    plan = planning_from_correlations(0.0003, 0.001, (0.4, 0.4, 0.3), 100)
    assert power(plan, 6, 200, 0.05).power == pytest.approx(power(PLAN, 6, 200, 0.05).power)


def test_a_negative_interaction_variance_counts_as_zero():
    low, zero = (Planning(v, 0.001, 0.0004, 0.0004, 0.0003, 100) for v in (-0.001, 0.0))
    assert power(low, 6, 200, 0.05).power == power(zero, 6, 200, 0.05).power


def test_a_pilot_of_one_reader_cannot_be_planned_from():
    parts = components(np.array([[0.8], [0.9]]), np.zeros((2, 1, 2, 1)))
    with pytest.raises(InputProblem, match="only one reader"):
        planning_from_pilot(parts, 100)


def test_numbers_that_cannot_be_planned_with_are_refused():
    with pytest.raises(UsageProblem, match="cannot be planned"):
        power(PLAN, 1, 100, 0.05)
    with pytest.raises(InputProblem, match="no error variance"):
        power(Planning(0.0, 0.001, 0.001, 0, 0, 100), 4, 100, 0.05)


def test_the_pilot_itself_as_plan_gives_the_pilots_own_error_term():
    table = random_study(3, r=5)
    plan = planning_from_table(table)
    found = power(plan, 5, table.truth.size, 0.1)
    from radviewer.stats.mrmc import analyze

    se = analyze(table).pairs[0].se
    assert se is not None and plan.var_tr > 0
    assert found.noncentrality == pytest.approx((0.1 / se) ** 2)


def test_planned_counts_equal_to_the_pilots_give_the_pilots_variance():
    table = random_study(3, r=5, positives=30, negatives=40)
    sums = psi_sums(auc_parts(table.ratings, table.read, table.truth), table.ratings, table.read)
    aa, bb, ab = (condition_moments(sums, *pair) for pair in ((0, 0), (1, 1), (0, 1)))
    assert crossed_coefficients(5, 30, 40) == pytest.approx(aa.coefficients, abs=1e-15)
    variance = aa.covariance + bb.covariance - 2 * ab.covariance
    found = power_for_counts(table, 5, (30, 40), 0.1)
    assert found.noncentrality == pytest.approx(0.01 / variance)


def test_more_positives_at_the_same_number_of_cases_change_the_power():
    table = RoeMetz().draw(6, 60, 120, seed=3)
    powers = [power_for_counts(table, 6, counts, 0.05).power for counts in ((20, 160), (90, 90), (160, 20))]
    assert powers[1] > powers[0] and powers[1] > powers[2]
