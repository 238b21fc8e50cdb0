"""Simulated readers: reproducible, as good as their skill says, and led by the AI as far as their reliance says."""

from __future__ import annotations

from statistics import NormalDist, mean

import pytest

from radviewer.readerstudy.simulate import SimulatedReader


def auc(positive: list[float], negative: list[float]) -> float:
    pairs = [(x > y) + 0.5 * (x == y) for x in positive for y in negative]
    return mean(pairs)


@pytest.mark.parametrize("skill", [0.0, 1.0, 2.0])
def test_the_area_under_the_curve_is_that_of_the_binormal_model(skill: float) -> None:
    reader = SimulatedReader("R", skill, 0.5, 11)
    ratings = {sign: [reader.rating(f"{sign}{k}", sign, None) for k in range(400)] for sign in (True, False)}
    # Own impression (variance 1) and noise (0.3 squared) add up; AUC = Phi(d' / sqrt(2 (1 + 0.09))).
    expected = NormalDist().cdf(skill / (2 * 1.09) ** 0.5)
    assert auc(ratings[True], ratings[False]) == pytest.approx(expected, abs=0.06)


def test_a_reader_without_reliance_ignores_the_ai_and_one_with_full_reliance_repeats_it() -> None:
    stubborn, follower = SimulatedReader("R", 1, 0.0, 11), SimulatedReader("R", 1, 1.0, 11)
    assert [stubborn.rating("c", True, score) for score in (0.1, 0.9)] == [stubborn.rating("c", True, 0.5)] * 2
    assert [follower.rating("c", True, score) for score in (0.1, 0.9)] == [10, 90]


def test_the_same_reader_says_the_same_again() -> None:
    one, two = SimulatedReader("R", 1, 0.3, 11), SimulatedReader("R", 1, 0.3, 11)
    assert one.rating("c", True, 0.7) == two.rating("c", True, 0.7)
    assert one.seconds("c", True) == two.seconds("c", True) > 0
