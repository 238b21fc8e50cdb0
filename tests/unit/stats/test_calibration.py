"""Calibration figures: identities, known fits, and the edges."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radviewer.core.errors import InputProblem
from radviewer.stats.calibration import Binning, calibrate, wilson_interval


def honest(n: int = 4000, power: float = 1.0, shift: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Stated probabilities whose true logit is shift + power x stated logit."""
    generator = np.random.default_rng(11)
    logit = generator.normal(0, 1.5, n)
    truth = generator.random(n) < 1 / (1 + np.exp(-(shift + power * logit)))
    return 1 / (1 + np.exp(-logit)), truth.astype(int)


def test_honest_probabilities_have_slope_one_intercept_zero_and_small_error() -> None:
    found = calibrate(*honest(), replicates=200)
    assert found.slope.ci is not None and found.slope.ci[0] < 1 < found.slope.ci[1]
    assert found.intercept.ci is not None and found.intercept.ci[0] < 0 < found.intercept.ci[1]
    assert found.ece < 0.03


def test_too_extreme_probabilities_have_a_slope_below_one() -> None:
    found = calibrate(*honest(power=0.5), replicates=200)
    assert found.slope.ci is not None and found.slope.ci[1] < 0.6
    assert found.ece > 0.05


def test_probabilities_that_are_too_low_have_a_positive_intercept() -> None:
    found = calibrate(*honest(shift=1.0), replicates=200)
    assert found.intercept.ci is not None and found.intercept.ci[0] > 0.8


def test_the_slope_equals_an_unpenalised_logistic_regression() -> None:
    from sklearn.linear_model import LogisticRegression

    p, y = honest(400, power=0.8)
    found = calibrate(p, y, replicates=10)
    fit = LogisticRegression(C=np.inf, tol=1e-10, max_iter=1000).fit(np.log(p / (1 - p))[:, None], y)
    assert found.slope.value == pytest.approx(float(fit.coef_[0, 0]), rel=1e-5)


def test_expected_calibration_error_by_hand() -> None:
    found = calibrate([0.1, 0.1, 0.9, 0.9], [0, 1, 1, 1], bins=2, replicates=10)
    # Lower bin: stated 0.1, observed 0.5; upper bin: stated 0.9, observed 1.0; each half of the reads.
    assert found.ece == pytest.approx(0.5 * 0.4 + 0.5 * 0.1)
    assert [b.observed for b in found.bins] == [0.5, 1.0]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 1)), min_size=2, max_size=60),
    st.sampled_from(list(Binning)),
    st.integers(1, 12),
)
def test_the_brier_parts_add_up_exactly(rows: list[tuple[float, int]], binning: Binning, bins: int) -> None:
    p, y = (np.array(x, dtype=float) for x in zip(*rows, strict=True))
    b = calibrate(p, y, bins=bins, binning=binning, replicates=2).brier
    total = b.reliability - b.resolution + b.uncertainty + b.within_variance - b.within_covariance
    assert total == pytest.approx(b.brier, abs=1e-12)
    assert b.brier == pytest.approx(float(((p - y) ** 2).mean()), abs=1e-12)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(0.001, 0.999), st.integers(0, 1)), min_size=3, max_size=60))
def test_swapping_the_classes_mirrors_everything(rows: list[tuple[float, int]]) -> None:
    p, y = (np.array(x, dtype=float) for x in zip(*rows, strict=True))
    one, other = calibrate(p, y, bins=1, replicates=2), calibrate(1 - p, 1 - y, bins=1, replicates=2)
    assert one.ece == pytest.approx(other.ece, abs=1e-12)
    assert one.brier.brier == pytest.approx(other.brier.brier, abs=1e-12)


def test_quantile_bins_hold_nearly_equal_numbers() -> None:
    found = calibrate(*honest(1000), binning=Binning.QUANTILE, replicates=10)
    assert {b.n for b in found.bins} == {100}


def test_the_wilson_interval_of_no_event_in_ten() -> None:
    low, high = wilson_interval(0, 10)
    assert low == 0.0
    # z^2 / (n + z^2), the closed form at 0 of n.
    assert high == pytest.approx(3.841458820694124 / (10 + 3.841458820694124))


def test_clusters_widen_the_interval_when_reads_of_a_case_repeat() -> None:
    p, y = honest(100)
    alone = calibrate(np.tile(p, 5), np.tile(y, 5), replicates=400)
    whole = calibrate(np.tile(p, 5), np.tile(y, 5), clusters=np.tile(np.arange(100), 5), replicates=400)
    assert alone.brier_ci is not None and whole.brier_ci is not None
    assert whole.brier_ci[1] - whole.brier_ci[0] > 1.7 * (alone.brier_ci[1] - alone.brier_ci[0])


def test_separated_or_one_class_data_leave_the_fit_undefined_with_a_sentence() -> None:
    apart = calibrate([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], replicates=10)
    assert apart.slope.value is None and "separate" in apart.slope.note
    single = calibrate([0.1, 0.2, 0.8], [1, 1, 1], replicates=10)
    assert single.slope.value is None and single.intercept.value is None
    flat = calibrate([0.3, 0.3, 0.3], [1, 0, 0], replicates=10)
    assert flat.slope.value is None and flat.intercept.value is not None


@pytest.mark.parametrize(("p", "y"), [([], []), ([0.5], [0, 1]), ([1.5], [1]), ([0.5], [2]), ([np.nan], [1])])
def test_impossible_input_is_refused(p: list[float], y: list[int]) -> None:
    with pytest.raises(InputProblem):
        calibrate(p, y)
