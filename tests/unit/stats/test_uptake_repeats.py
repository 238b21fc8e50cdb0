"""Cases that were read twice under one condition, and time with and without activity."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from radviewer.core.errors import InputProblem
from radviewer.stats.uptake import BootstrapPlan, UptakeColumns, analyse, paired_reads, repeated_calls
from radviewer.stats.uptake.words import sentences
from tests.helpers.reads import simulated_study

QUICK = BootstrapPlan(replicates=200)


def repeats_of(frame: pd.DataFrame, share: float, seed: int = 3) -> pd.DataFrame:
    """Every third case read again; a share of the calls is another one."""
    chance = np.random.default_rng(seed)
    again = frame[frame["case"].str[1:].astype(int) % 3 == 0].copy()
    turned = chance.random(len(again)) < share
    again["call"] = np.where(turned, 1 - again["call"], again["call"])
    return again


def test_the_share_of_changed_calls_is_counted_and_taken_off_the_switch_rate() -> None:
    frame = simulated_study()
    reads = paired_reads(frame)
    again = repeats_of(frame, 0.2)
    merged = again.merge(frame, on=["reader", "case", "condition"])
    changed = merged.call_x != merged.call_y
    found = analyse(reads, split_by=(), plan=QUICK, repeated=repeated_calls(again, reads)).pooled.measures
    for arm in ("unaided", "aided"):
        here = changed[merged.condition == arm]
        assert found[f"repeat_switch_{arm}"].numerator == here.sum()
        assert found[f"repeat_switch_{arm}"].denominator == len(here)
    mean = (found["repeat_switch_unaided"].value + found["repeat_switch_aided"].value) / 2
    beyond = found["switch_rate_beyond_repeats"]
    assert beyond.value == pytest.approx(found["switch_rate"].value - mean, abs=1e-12)
    assert beyond.ci is not None
    assert beyond.ci[0] < beyond.value < beyond.ci[1]


def test_without_any_change_among_repeats_nothing_is_taken_off() -> None:
    frame = simulated_study()
    reads = paired_reads(frame)
    found = analyse(reads, split_by=(), plan=QUICK, repeated=repeated_calls(repeats_of(frame, 0.0), reads))
    measures = found.pooled.measures
    assert measures["switch_rate_beyond_repeats"].value == pytest.approx(measures["switch_rate"].value)
    assert measures["repeat_kappa_unaided"].value == 1.0


def test_an_ai_without_effect_leaves_no_switch_beyond_repeats() -> None:
    """Readers flip a latent call by chance in every reading; over many reads the difference must vanish."""
    chance, rows, again = np.random.default_rng(1), [], []
    for j in range(8):
        for k in range(300):
            latent = int(chance.random() < 0.5)
            for arm in ("unaided", "aided"):
                calls = [latent ^ int(chance.random() < 0.15) for _ in range(2)]
                rows.append((f"R{j}", f"c{k}", arm, k % 2, calls[0], 1))
                again.append((f"R{j}", f"c{k}", arm, k % 2, calls[1], 1))
    names = ["reader", "case", "condition", "truth", "call", "ai_call"]
    reads = paired_reads(pd.DataFrame(rows, columns=names))
    repeated = repeated_calls(pd.DataFrame(again, columns=names), reads)
    beyond = analyse(reads, split_by=(), plan=QUICK, repeated=repeated).pooled.measures["switch_rate_beyond_repeats"]
    assert abs(beyond.value) < 0.025
    assert beyond.ci[0] < 0 < beyond.ci[1]


def test_in_a_sequential_study_the_change_is_told_and_not_taken_off() -> None:
    frame = simulated_study()
    frame["stage"] = np.where(frame.condition == "unaided", "first", "final")
    reads = paired_reads(frame)
    found = analyse(reads, split_by=(), plan=QUICK, repeated=repeated_calls(repeats_of(frame, 0.2), reads))
    assert "switch_rate_beyond_repeats" not in found.pooled.measures
    assert "repeat_switch_unaided" in found.pooled.measures
    assert any("one reading" in note for note in found.notes)


def test_a_case_repeated_twice_is_refused_and_strangers_are_counted() -> None:
    frame = simulated_study()
    reads = paired_reads(frame)
    again = repeats_of(frame, 0.1)
    with pytest.raises(InputProblem, match="more than once"):
        repeated_calls(pd.concat([again, again]), reads)
    strange = again.head(3).assign(reader="nobody")
    found = repeated_calls(pd.concat([again, strange]), reads)
    assert found.left_out == 3
    assert any("3 repeats" in note for note in analyse(reads, split_by=(), plan=QUICK, repeated=found).notes)


def test_active_time_and_the_idle_share_come_from_their_column() -> None:
    frame = simulated_study()
    frame["active_s"] = frame.time_s * np.where(frame.condition == "aided", 0.5, 0.8)
    reads = paired_reads(frame, UptakeColumns(time="time_s", active="active_s"))
    result = analyse(reads, split_by=(), plan=QUICK)
    found = result.pooled.measures
    assert found["idle_share_unaided"].value == pytest.approx(0.2)
    assert found["idle_share_aided"].value == pytest.approx(0.5)
    assert found["active_ratio"].value == pytest.approx(found["time_ratio"].value * 0.5 / 0.8)
    by_hand = math.exp(np.log(frame[frame.condition == "aided"].active_s).mean())
    assert found["active_geomean_aided"].value == pytest.approx(by_hand)
    assert any("idle" in sentence for sentence in sentences(result))
