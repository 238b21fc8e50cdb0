"""The uncertainty of a power that was planned from a pilot."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats.obuchowski_rockette import Inference
from radviewer.stats.pilot import planning_from_table
from radviewer.stats.power_bootstrap import _powers, planning_draws, power_spread
from radviewer.stats.roe_metz import RoeMetz
from radviewer.stats.sample_size import Planning, power
from radviewer.stats.table import ReadTable

WORLD = RoeMetz(effects=(0.0, 0.25), reader_condition=0.02)


def pilot(seed: int, readers: int = 5, cases: int = 40) -> ReadTable:
    return WORLD.draw(readers, cases, cases, seed)


def test_the_value_in_the_middle_is_the_power_of_the_pilot_itself() -> None:
    table = pilot(1)
    draws = planning_draws(table, replicates=120, seed=3)
    found = power_spread(draws, 8, 160, 0.05)
    assert found.power == power(planning_from_table(table), 8, 160, 0.05).power
    assert 0 <= found.low < found.high <= 1
    assert found.low <= found.power <= found.high
    assert len(draws.draws) + draws.failed == 120


def test_the_same_seed_gives_the_same_draws_and_another_one_others() -> None:
    table = pilot(2)
    assert planning_draws(table, replicates=100, seed=5) == planning_draws(table, replicates=100, seed=5)
    assert planning_draws(table, replicates=100, seed=5).draws != planning_draws(table, replicates=100, seed=6).draws


def test_a_larger_pilot_is_less_uncertain() -> None:
    wide = power_spread(planning_draws(pilot(3, 3, 15), replicates=150), 8, 160, 0.05)
    narrow = power_spread(planning_draws(pilot(3, 16, 150), replicates=150), 8, 160, 0.05)
    assert narrow.high - narrow.low < 0.5 * (wide.high - wide.low)


def test_the_draws_move_about_the_components_of_the_pilot_without_a_bias() -> None:
    table = pilot(4, 8, 80)
    draws = planning_draws(table, replicates=300, seed=1)
    for name in ("var", "cov1", "cov2"):
        values = np.array([getattr(one, name) for one in draws.draws])
        whole = getattr(draws.planning, name)
        assert abs(values.mean() - whole) < 0.25 * values.std() + 3 * values.std() / np.sqrt(values.size)


@pytest.mark.parametrize("inference", list(Inference))
@pytest.mark.parametrize("margin", [None, 0.03])
def test_many_powers_at_once_are_those_that_are_computed_one_by_one(inference: Inference, margin: float | None) -> None:
    draws = planning_draws(pilot(5), replicates=100, seed=2).draws[:30]
    together = _powers(draws, 7, 140, 0.04, inference, 0.05, margin)
    alone = [power(one, 7, 140, 0.04, inference=inference, margin=margin).power for one in draws]
    assert together == pytest.approx(alone, abs=1e-8)


def test_too_few_draws_and_a_pilot_without_components_are_refused() -> None:
    with pytest.raises(UsageProblem):
        planning_draws(pilot(1), replicates=20)
    table = pilot(1)
    one = dataclasses.replace(table, readers=table.readers[:1], ratings=table.ratings[:, :1], read=table.read[:, :1])
    with pytest.raises(InputProblem, match="one reader"):
        planning_draws(one, replicates=100)


@pytest.mark.slow
def test_the_true_power_lies_between_the_ends_about_as_often_as_they_say() -> None:
    """The true components are the mean over many pilots; 95 % intervals of 60 pilots must hold the true power often."""
    many = [planning_from_table(pilot(1000 + k, 6, 50)) for k in range(300)]
    true = Planning(*(float(np.mean([getattr(one, f.name) for one in many])) for f in dataclasses.fields(Planning)))
    wanted = power(true, 8, 150, 0.05).power
    assert 0.2 < wanted < 0.95, "else every interval would hold it"
    inside = 0
    for k in range(60):
        found = power_spread(planning_draws(pilot(k, 6, 50), replicates=100, seed=k), 8, 150, 0.05)
        inside += found.low <= wanted <= found.high
    assert inside >= 51, f"{inside} of 60"
