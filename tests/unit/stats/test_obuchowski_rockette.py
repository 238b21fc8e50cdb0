"""The Obuchowski-Rockette tables by hand on numbers small enough to check with pencil and paper."""

from __future__ import annotations

import math

import numpy as np
import pytest

from radviewer.core.errors import InputProblem
from radviewer.stats.obuchowski_rockette import Inference, components, obuchowski_rockette

ESTIMATES = np.array([[0.80, 0.70], [0.90, 0.84]])


def covariance(var: float, cov1: float, cov2: float, cov3: float, t: int = 2, r: int = 2) -> np.ndarray:
    """A covariance with the structure that the method assumes."""
    out = np.full((t, r, t, r), float(cov3))
    for i in range(t):
        out[i, :, i, :] = cov2
    for j in range(r):
        out[:, j, :, j] = cov1
    for i in range(t):
        for j in range(r):
            out[i, j, i, j] = var
    return out


def test_mean_squares_and_covariances_agree_with_hand_arithmetic():
    parts = components(ESTIMATES, covariance(0.004, 0.003, 0.002, 0.001))
    assert parts.ms_condition == pytest.approx(2 * 2 * 0.06**2)
    assert parts.ms_reader == pytest.approx(2 * 2 * 0.04**2)
    assert parts.ms_interaction == pytest.approx(4 * 0.01**2)
    assert (parts.variance, parts.cov1, parts.cov2, parts.cov3) == pytest.approx((0.004, 0.003, 0.002, 0.001))
    assert parts.sigma2_reader == pytest.approx((0.0064 - 0.0004) / 2 - 0.003 + 0.001)
    assert parts.sigma2_interaction == pytest.approx(0.0004 - 0.004 + 0.003 + 0.001)


def test_random_readers_and_cases_use_hillis_degrees_of_freedom():
    result = obuchowski_rockette(ESTIMATES, covariance(0.004, 0.003, 0.002, 0.001))
    den = 0.0004 + 2 * 0.001
    assert result.overall is not None
    assert result.overall.statistic == pytest.approx(0.0144 / den)
    assert result.overall.df2 == pytest.approx(den**2 / 0.0004**2)
    (pair,) = result.pairs
    assert pair.difference == pytest.approx(-0.12)
    assert pair.se == pytest.approx(math.sqrt(den))
    assert pair.p == pytest.approx(result.overall.p)


def test_cov2_below_cov3_is_clamped_in_every_inference():
    clamped = covariance(0.004, 0.003, 0.001, 0.0015)
    equal = covariance(0.004, 0.003, 0.001, 0.001)
    for inference in Inference:
        low = obuchowski_rockette(ESTIMATES, clamped, inference=inference).overall
        even = obuchowski_rockette(ESTIMATES, equal, inference=inference).overall
        assert low is not None and even is not None
        assert low.statistic == pytest.approx(even.statistic)


def test_two_conditions_with_fixed_cases_are_a_paired_t_test():
    rng = np.random.default_rng(7)
    estimates = rng.uniform(0.6, 0.9, (2, 6))
    from scipy.stats import ttest_rel

    expected = ttest_rel(estimates[0], estimates[1])
    result = obuchowski_rockette(estimates, covariance(0.01, 0, 0, 0, r=6), inference=Inference.RRFC)
    assert result.pairs[0].statistic == pytest.approx(expected.statistic)
    assert result.pairs[0].p == pytest.approx(expected.pvalue)


def test_one_reader_can_only_be_fixed():
    estimates, cov = ESTIMATES[:, :1], covariance(0.004, 0.003, 0, 0, r=1)
    with pytest.raises(InputProblem, match="only one reader"):
        obuchowski_rockette(estimates, cov)
    result = obuchowski_rockette(estimates, cov, inference=Inference.FRRC)
    assert result.components.ms_interaction is None
    assert result.components.cov2 is None
    assert result.pairs[0].se == pytest.approx(math.sqrt(2 * 0.001))
    assert result.reader_pairs[0].se == pytest.approx(result.pairs[0].se)


def test_one_condition_has_a_mean_but_no_comparison():
    result = obuchowski_rockette(ESTIMATES[:1], covariance(0.004, 0, 0.002, 0, t=1))
    assert result.overall is None
    assert result.pairs == () and result.reader_pairs == ()
    assert result.means[0].se == pytest.approx(math.sqrt(0.005 / 2 + 0.002))


def test_intervals_are_cut_at_the_range_and_say_so():
    result = obuchowski_rockette(
        np.array([[0.99, 0.95], [0.6, 0.65]]), covariance(0.004, 0.003, 0.002, 0.001), bounds=(0.0, 1.0)
    )
    top, middle = result.means
    assert top.truncated and top.ci is not None and top.ci[1] == 1.0
    assert top.ci_untruncated is not None and top.ci_untruncated[1] > 1.0
    assert middle.ci is not None


def test_readers_who_agree_exactly_with_no_case_variance_leave_the_test_undefined():
    result = obuchowski_rockette(np.ones((2, 3)), covariance(0, 0, 0, 0, r=3))
    assert result.overall is not None
    assert result.overall.statistic is None and result.overall.p is None
    assert result.pairs[0].se == 0.0 and result.pairs[0].p is None
    assert result.pairs[0].ci == (0.0, 0.0)


def test_shapes_that_do_not_fit_are_refused_with_a_sentence():
    with pytest.raises(InputProblem, match="do not fit"):
        components(ESTIMATES, np.zeros((2, 3, 2, 3)))
    with pytest.raises(InputProblem, match="no defined estimate"):
        components(np.array([[0.5, math.nan], [0.5, 0.5]]), np.zeros((2, 2, 2, 2)))
