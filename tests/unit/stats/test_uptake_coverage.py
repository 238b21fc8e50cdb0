"""Coverage of the uptake intervals in simulated sequential studies with random readers and cases.

Readers differ in skill and in how far they follow advice, cases in difficulty for readers and AI. True values are
those of a simulation with 400 readers on 4,000 cases. With 8 readers and 80 cases (0.75 right advice), 600 studies.
"""

from __future__ import annotations

import numpy as np
import pytest

from radviewer.stats.uptake.interval import CHANGE, PROPORTION, estimate, ratio
from radviewer.stats.uptake.reads import PairedReads
from tests.helpers.reads import pairs

STUDIES = 600


def simulated(readers: int, cases: int, generator: np.random.Generator) -> PairedReads:
    truth = np.arange(cases) % 2 == 1
    hard = generator.normal(0, 0.7, cases)
    skill, follow = generator.normal(0.9, 0.35, (readers, 1)), generator.normal(0.2, 0.5, (readers, 1))
    right0 = skill - hard + generator.normal(0, 1, (readers, cases)) > 0
    right_ai = 1.0 - hard + generator.normal(0, 1, cases) > 0
    moved = follow - 0.3 * right0 + generator.normal(0, 1, (readers, cases)) > 0
    right1 = np.where(moved, right_ai, right0)
    return pairs(right0 == truth, right1 == truth, [right_ai == truth], truth)


def measures(reads: PairedReads, level: float = 0.95) -> dict[str, tuple[float, tuple[float, float] | None]]:
    here, ok0, ok1, ok_ai = reads.present, reads.ok0, reads.ok1, reads.ok_ai
    parts = {
        "change": (ratio(ok1.astype(float) - ok0, here), CHANGE),
        "switch rate": (ratio(reads.call0 != reads.call1, here), PROPORTION),
        "RAIR": (ratio(ok1, here & ~ok0 & ok_ai), PROPORTION),
        "RSR": (ratio(ok1, here & ok0 & ~ok_ai), PROPORTION),
    }
    found = {name: estimate(part, bounds=bounds, level=level) for name, (part, bounds) in parts.items()}
    return {name: (one.value if one.value is not None else np.nan, one.ci) for name, one in found.items()}


@pytest.mark.slow
def test_nominal_95_percent_intervals_cover_the_truth_in_about_95_percent_of_studies() -> None:
    generator = np.random.default_rng(2026)
    truth = {name: value for name, (value, _) in measures(simulated(400, 4000, generator)).items()}
    hits = dict.fromkeys(truth, 0)
    for _ in range(STUDIES):
        for name, (_, ci) in measures(simulated(8, 80, generator)).items():
            assert ci is not None
            hits[name] += ci[0] <= truth[name] <= ci[1]
    coverage = {name: count / STUDIES for name, count in hits.items()}
    # Binomial error at 600 studies is 0.9 points; a conservative interval may cover more.
    assert all(0.925 <= share <= 0.99 for share in coverage.values()), coverage
