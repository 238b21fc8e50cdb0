"""Error rates over simulated null studies; the 2,000-study figures are in docs/statistics/error_rates.md.

Bounds are four binomial standard errors around the published behaviour (near 5 % and 95 %), so that a correct
program fails about once in 10,000 seeds, and the seed is fixed.
"""

from __future__ import annotations

import math

import numpy as np
import pytest

from radviewer.stats.endpoints import Endpoint
from radviewer.stats.mrmc import Covariance, Inference, Method, analyze
from radviewer.stats.roe_metz import RoeMetz

STUDIES = 500


@pytest.mark.slow
@pytest.mark.parametrize("method", list(Method))
def test_the_null_is_rejected_in_about_five_percent_of_studies(method: Method):
    rng, model = np.random.default_rng(20240501), RoeMetz()
    truth = model.expected_auc()
    rejected = covered = 0
    for _ in range(STUDIES):
        table = model.draw(5, 50, 50, rng)
        covariance = Covariance.JACKKNIFE if method is Method.OR else Covariance.UNBIASED
        result = analyze(table, Endpoint.AUC, covariance, Inference.RRRC, method)
        (pair,) = result.pairs
        assert pair.p is not None and pair.ci is not None
        rejected += pair.p < 0.05
        assert (pair.p < 0.05) == (not pair.ci[0] <= 0 <= pair.ci[1])
        ci = result.means[0].ci
        assert ci is not None
        covered += ci[0] <= truth <= ci[1]
    error = math.sqrt(0.05 * 0.95 / STUDIES)
    assert abs(rejected / STUDIES - 0.05) < 4 * error
    assert abs(covered / STUDIES - 0.95) < 4 * error


@pytest.mark.slow
def test_treating_readers_as_fixed_rejects_too_often_when_they_vary():
    """The reason for random readers: fixed-reader tests generalise to cases only."""
    rng = np.random.default_rng(3)
    model = RoeMetz(reader=0.03, reader_condition=0.2)
    rates = dict.fromkeys((Inference.RRRC, Inference.FRRC), 0)
    for _ in range(200):
        table = model.draw(5, 50, 50, rng)
        for kind in rates:
            p = analyze(table, inference=kind).pairs[0].p
            rates[kind] += p is not None and p < 0.05
    assert rates[Inference.FRRC] > 2 * rates[Inference.RRRC]
