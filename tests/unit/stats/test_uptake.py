"""Uptake: identities that must hold exactly, the reference figures, and what is not defined."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.stats.jackknife import deleted_ratio, jackknife_covariance
from radviewer.stats.obuchowski_rockette import obuchowski_rockette
from radviewer.stats.table import load_frame
from radviewer.stats.uptake import (
    BY_KEY,
    CATALOGUE,
    BootstrapPlan,
    Section,
    Split,
    UptakeColumns,
    analyse,
    paired_reads,
    section,
)
from radviewer.stats.uptake.export import plain, uptake_json
from radviewer.stats.uptake.timing import TwoWayMean
from radviewer.stats.uptake.words import sentences
from tests.helpers.reads import pairs, simulated_study
from tests.helpers.shared import shared

QUICK = BootstrapPlan(seed=1, replicates=100)
COLUMNS = UptakeColumns(rating="rating", ai_score="ai_score", time="time_s", experience="experience")
# Reference names that are parts of one of our measures.
PARTS = {
    "beneficial_switches": ("beneficial_rate_all", "numerator"),
    "harmful_switches": ("harmful_rate_all", "numerator"),
    "disagree_n": ("switch_to_ai_given_disagree", "denominator"),
    "CA": ("RAIR", "denominator"),
    "CAIR": ("RAIR", "numerator"),
    "IA": ("RSR", "denominator"),
    "CSR": ("RSR", "numerator"),
    "WOA_n": ("WOA_mean_clipped", "denominator"),
    "mean_rating_shift_toward_truth": ("mae_treatment_effect", "value"),
}

calls = st.integers(2, 4).flatmap(
    lambda r: st.integers(3, 12).flatmap(
        lambda n: st.tuples(
            *[st.lists(st.lists(st.booleans(), min_size=n, max_size=n), min_size=r, max_size=r)] * 3,
            st.lists(st.booleans(), min_size=n, max_size=n),
        )
    )
)


def number(part: Section, key: str) -> Any:
    if key in PARTS:
        name, field = PARTS[key]
        return getattr(part.measures[name], field)
    simple = {
        "n": part.n, "cells_h0ok_aiok_h1ok": part.cells, "NRI_z_naive": part.naive.z,
        "mcnemar_exact_p_naive": part.mcnemar_exact_p_naive,
    }  # fmt: skip
    return simple[key] if key in simple else part.measures[key].value


def agree(part: Section, expected: dict[str, Any]) -> None:
    for key, value in expected.items():
        found = number(part, key)
        if isinstance(value, dict) or value is None:
            assert found == value, key
        else:
            assert found == pytest.approx(value, rel=1e-8, abs=1e-13), key


def test_every_cell_of_the_reference_study_is_reproduced() -> None:
    reference = json.loads(shared("reference/mrmc/synthetic_ai_study_reliance.json").read_text(encoding="utf-8"))
    frame = load_frame(shared("reference/mrmc/synthetic_ai_study.csv"))
    columns = UptakeColumns(
        condition="modality", rating="rating", ai_score="ai_score", time="time_s", experience="experience"
    )
    found = analyse(paired_reads(frame, columns), plan=QUICK)
    agree(found.pooled, reference["pooled"])
    for name, split in (("by_experience", Split.EXPERIENCE), ("by_reader", Split.READER)):
        assert set(found.splits[split]) == set(reference[name])
        for level, expected in reference[name].items():
            agree(found.splits[split][level], expected)
    for key in ("fleiss_kappa_readers_unaided", "fleiss_kappa_readers_aided"):
        kappa = found.fleiss[key]
        assert kappa is not None
        shown = {"kappa": kappa.value, "se_null": kappa.se_null, "z": kappa.z}
        assert shown == pytest.approx(reference[key], rel=1e-8)
    two_way, expected = found.log_time_ratio, reference["log_time_ratio_MRMC_two_way"]
    assert two_way is not None
    shown = {
        "mean": two_way.mean, "MS_reader": two_way.ms_reader, "MS_case": two_way.ms_case,
        "MS_error": two_way.ms_error, "var": two_way.variance, "df_satterthwaite": two_way.df, "t": two_way.t,
        "p": two_way.p, "ratio": two_way.ratio(), "ci": two_way.ci, "ratio_ci": two_way.ratio_ci(),
    }  # fmt: skip
    assert set(shown) == set(expected)
    for key, value in expected.items():
        assert shown[key] == pytest.approx(tuple(value) if isinstance(value, list) else value, rel=1e-8), key


@settings(max_examples=60, deadline=None)
@given(calls)
def test_the_identities_hold_for_all_calls(drawn: tuple[Any, Any, Any, Any]) -> None:
    part = section(pairs(*drawn), BootstrapPlan(seed=1, replicates=100))
    m = part.measures
    n = part.n
    assert sum(part.cells.values()) == n
    value = {key: found.value for key, found in m.items()}
    change = value["accuracy_aided"] - value["accuracy_unaided"]
    assert value["net_benefit_switch"] == pytest.approx(change, abs=1e-12)
    better, worse = m["beneficial_rate_all"].numerator, m["harmful_rate_all"].numerator
    assert (better - worse) / n == pytest.approx(change, abs=1e-12)
    assert value["switch_rate"] == pytest.approx((better + worse) / n, abs=1e-12)
    for one, other in (("RAIR", "under_reliance"), ("RSR", "over_reliance")):
        assert (value[one] is None) == (value[other] is None) == (m[one].denominator == 0)
        if value[one] is not None:
            assert value[one] + value[other] == pytest.approx(1)
    if value["NRI"] is not None:
        assert value["NRI"] == pytest.approx(value["sensitivity_change"] + value["specificity_change"], abs=1e-12)
    if value["excess_commission"] is not None:
        excess = value["commission_error_rate"] - value["commission_unaided"]
        assert value["excess_commission"] == pytest.approx(excess, abs=1e-12)
    patterns = [value[f"pattern_{key}"] for key in part.cells]
    assert sum(patterns) == pytest.approx(1)
    for found in m.values():
        assert found.value is None or math.isfinite(found.value)
        if found.ci is not None:
            assert found.ci[0] <= found.value + 1e-9 and found.value <= found.ci[1] + 1e-9


@settings(max_examples=30, deadline=None)
@given(calls)
def test_flipping_positive_and_negative_swaps_commission_with_omission(drawn: tuple[Any, Any, Any, Any]) -> None:
    one = section(pairs(*drawn), QUICK).measures
    other = section(pairs(*(np.logical_not(x) for x in drawn)), QUICK).measures
    swapped = {
        "commission_error_rate": "omission_error_rate",
        "RAIR": "RAIR",
        "RSR": "RSR",
        "excess_commission": "excess_omission",
        "NRI_event": "NRI_nonevent",
        "switch_rate": "switch_rate",
    }
    for key, twin in swapped.items():
        assert (one[key].value is None) == (other[twin].value is None)
        if one[key].value is not None:
            assert one[key].value == pytest.approx(other[twin].value, abs=1e-12)
            assert (one[key].ci is None) == (other[twin].ci is None)


def test_the_change_of_accuracy_has_exactly_the_obuchowski_rockette_interval() -> None:
    reads = paired_reads(simulated_study(), COLUMNS)
    found = analyse(reads, split_by=(), plan=QUICK).pooled.measures["net_benefit_switch"]
    right = np.stack([reads.ok1, reads.ok0]).astype(float)
    estimates, deleted = deleted_ratio(right, np.ones_like(right))
    expected = obuchowski_rockette(estimates, jackknife_covariance(deleted)).pairs[0]
    assert (found.value, found.se, found.df, found.p) == pytest.approx(
        (expected.difference, expected.se, expected.df, expected.p)
    )
    assert found.ci == pytest.approx(expected.ci)


def test_measures_without_a_denominator_are_none_and_say_so() -> None:
    truth = [1, 0, 1, 0]
    perfect = section(pairs([truth] * 2, [truth] * 2, [truth], truth), QUICK)
    for key in ("RAIR", "RSR", "commission_error_rate", "omission_error_rate", "over_reliance"):
        assert perfect.measures[key].value is None
        assert perfect.measures[key].ci is None
        assert "not defined" in perfect.measures[key].note
    text = json.dumps(plain(perfect), allow_nan=False)
    assert "NaN" not in text


def test_a_share_without_variation_falls_back_to_a_named_interval() -> None:
    truth = [1, 0, 1, 0, 1]
    found = section(pairs([truth] * 3, [truth] * 3, [truth], truth), QUICK).measures["accuracy_aided"]
    assert found.value == 1.0
    assert found.method == "Wilson, over cases"
    assert found.ci is not None and found.ci[0] == pytest.approx(5 / (5 + 3.841458820694124))


def test_one_reader_gets_intervals_over_cases_and_a_warning() -> None:
    frame = simulated_study(readers=1)
    found = analyse(paired_reads(frame, COLUMNS), plan=QUICK)
    assert found.pooled.measures["accuracy_aided"].method == "jackknife over cases"
    assert any("one reader" in note for note in found.notes)
    assert found.heterogeneity.q is None and found.skill_benefit.slope is None
    assert found.fleiss["fleiss_kappa_readers_aided"] is None


def test_one_case_gives_values_without_intervals() -> None:
    found = section(pairs([[1], [0]], [[1], [1]], [[1]], [1]), QUICK)
    assert found.measures["accuracy_unaided"].value == 0.5
    assert found.measures["accuracy_unaided"].ci is None


def test_missing_reads_are_left_out_and_counted() -> None:
    frame = simulated_study()
    gaps = frame.drop(frame[(frame.reader == "R1") & (frame.condition == "aided")].index[:5])
    reads = paired_reads(gaps, COLUMNS)
    assert reads.n == 4 * 40 - 5
    assert any("5 reader-case pairs" in note for note in reads.notes)
    assert analyse(reads, plan=QUICK).pooled.n == 155


def test_a_five_point_scale_is_never_taken_for_probabilities() -> None:
    frame = simulated_study()
    frame["rating"] = 1 + (4 * frame["rating"]).round().astype(int)
    reads = paired_reads(frame, COLUMNS)
    assert reads.rating0 is None
    assert any("--rating-range" in note for note in reads.notes)
    rescaled = paired_reads(frame, COLUMNS, rating_range=(1, 5))
    assert rescaled.rating0 is not None and set(np.unique(rescaled.rating0)) <= {0, 0.25, 0.5, 0.75, 1}


@pytest.mark.parametrize(
    ("change", "problem", "words"),
    [
        (lambda f: pd.concat([f, f.iloc[:1]]), InputProblem, "more than once"),
        (lambda f: f.assign(truth=np.where(f.index == 0, 1 - f.truth, f.truth)), InputProblem, "positive in some rows"),
        (lambda f: f[f.condition == "aided"], InputProblem, "holds only"),
        (lambda f: f.drop(columns="ai_call"), UsageProblem, "no column"),
        (lambda f: f.assign(experience=[str(i % 3) for i in range(len(f))]), InputProblem, "several levels"),
        (lambda f: f.assign(rating=["half", *f.rating[1:]]), InputProblem, "not a finite number"),
    ],
)
def test_contradictions_are_refused_with_a_sentence(change: Any, problem: Any, words: str) -> None:
    frame = change(simulated_study())
    with pytest.raises(problem, match=words):
        paired_reads(frame, COLUMNS)


def test_a_split_without_its_column_is_a_usage_problem() -> None:
    with pytest.raises(UsageProblem, match="overlay"):
        analyse(paired_reads(simulated_study(), COLUMNS), split_by=(Split.OVERLAY,), plan=QUICK)


def test_splits_divide_the_reads_completely() -> None:
    frame = simulated_study()
    frame["overlay"] = ["used" if i % 3 else "none" for i in range(len(frame))]
    frame["overlay_type"] = [("gradcam", "none", "other-case:gradcam")[i % 3] for i in range(len(frame))]
    columns = UptakeColumns(rating="rating", experience="experience", overlay="overlay", overlay_type="overlay_type")
    found = analyse(paired_reads(frame, columns), plan=QUICK)
    assert set(found.splits) == set(Split)
    assert set(found.splits[Split.OVERLAY_TYPE]) == {"gradcam", "none", "other-case:gradcam"}, "no overlay is a type"
    for sections in found.splits.values():
        assert sum(part.n for part in sections.values()) == found.pooled.n
        for key in found.pooled.cells:
            assert sum(part.cells[key] for part in sections.values()) == found.pooled.cells[key]


def test_weight_of_advice_of_readers_who_keep_half_and_take_all() -> None:
    frame = simulated_study(readers=3)
    wide = frame.pivot_table(index=["reader", "case"], columns="condition", values="rating")
    score = frame.groupby("case").ai_score.first()

    def moved(row: Any) -> float:
        before = wide.loc[(row.reader, row.case), "unaided"]
        share = {"R1": 0.0, "R2": 0.5, "R3": 1.0}[row.reader]
        return row.rating if row.condition == "unaided" else before + share * (score[row.case] - before)

    frame["rating"] = [moved(row) for row in frame.itertuples()]
    found = analyse(paired_reads(frame, COLUMNS), plan=QUICK).splits[Split.READER]
    for reader, share in (("R1", 0.0), ("R2", 0.5), ("R3", 1.0)):
        assert found[reader].measures["WOA_median_raw"].value == pytest.approx(share, abs=1e-9)
        assert found[reader].measures["WOA_mean_clipped"].value == pytest.approx(share, abs=1e-9)


def test_a_bayesian_reader_has_weights_of_one() -> None:
    generator = np.random.default_rng(2)
    frame = simulated_study(readers=3, cases=60)
    frame = frame.sort_values(["reader", "case", "condition"], ascending=[True, True, False]).reset_index(drop=True)
    score = {case: float(x) for case, x in zip(sorted(set(frame.case)), generator.uniform(0.3, 0.7, 60), strict=True)}
    ratings = []
    for row in frame.itertuples():
        if row.condition == "unaided":
            own = float(generator.uniform(0.3, 0.7))
            ratings.append(own)
        else:
            odds = own / (1 - own) * score[row.case] / (1 - score[row.case])
            ratings.append(odds / (1 + odds))
    frame["rating"], frame["ai_score"] = ratings, frame["case"].map(score)
    found = analyse(paired_reads(frame, COLUMNS), split_by=(), plan=QUICK).pooled.measures
    assert found["benchmark_own"].value == pytest.approx(1, abs=1e-6)
    assert found["benchmark_ai"].value == pytest.approx(1, abs=1e-6)


def test_halving_every_reading_time_gives_a_ratio_of_one_half() -> None:
    frame = simulated_study()
    times = frame[frame.condition == "unaided"].set_index(["reader", "case"]).time_s
    factor = frame.condition.map({"unaided": 1.0, "aided": 0.5})
    frame["time_s"] = [times[(row.reader, row.case)] for row in frame.itertuples()] * factor
    found = analyse(paired_reads(frame, COLUMNS), split_by=(), plan=QUICK).pooled.measures["time_ratio"]
    assert found.value == pytest.approx(0.5)


def test_equal_readers_show_no_heterogeneity_and_unequal_ones_do() -> None:
    generator = np.random.default_rng(4)
    truth = np.arange(200) % 2 == 1
    before = truth ^ (generator.random((6, 200)) < 0.3)
    gain = np.array([0.0, 0.0, 0.0, 0.9, 0.9, 0.9])[:, None]
    after = np.where(generator.random((6, 200)) < gain, truth, before)
    unequal = analyse(pairs(before, after, [truth], truth), split_by=(), plan=QUICK).heterogeneity
    assert unequal.tau2 is not None and math.sqrt(unequal.tau2) == pytest.approx(0.135, abs=0.05)
    shrunk = [row.shrunk for row in unequal.effects if row.shrunk is not None]
    assert np.ptp(shrunk) < np.ptp([row.effect for row in unequal.effects])


def test_split_halves_are_free_of_the_regression_to_the_mean_that_fools_the_naive_slope() -> None:
    """Readers of equal skill and pure chance reads: the naive slope is near -1, the split-half slope near 0."""
    slopes, naive = [], []
    for seed in range(30):
        generator = np.random.default_rng(seed)
        truth = np.arange(80) % 2 == 1
        before, after = (truth ^ (generator.random((12, 80)) < 0.3) for _ in range(2))
        found = analyse(pairs(before, after, [truth], truth), split_by=(), plan=QUICK).skill_benefit
        slopes.append(found.slope)
        naive.append(found.naive_slope)
    assert np.mean(naive) == pytest.approx(-1, abs=0.15)
    assert np.mean(slopes) == pytest.approx(0, abs=0.2)


def test_the_analysis_is_the_same_for_the_same_seed_and_json_is_valid() -> None:
    reads = paired_reads(simulated_study(), COLUMNS)
    first, second = (json.dumps(uptake_json(analyse(reads, plan=QUICK)), allow_nan=False) for _ in range(2))
    assert first == second
    assert json.loads(first)["pooled"]["measures"]["RAIR"]["value"] is not None


def test_every_measure_is_in_the_catalogue_and_every_entry_is_computed() -> None:
    reads = paired_reads(simulated_study(), COLUMNS)
    found = analyse(reads, split_by=(), plan=QUICK).pooled.measures
    recorded = {
        entry.key for entry in CATALOGUE if entry.group == "Repeated reads" or entry.key.startswith(("active", "idle"))
    }
    assert set(found) == set(BY_KEY) - recorded, "those need columns or a table that this study lacks"
    assert len({entry.label for entry in CATALOGUE if entry.group != "Commission and omission"}) > 70


def test_the_sentences_name_the_main_results_and_what_is_not_defined() -> None:
    text = " ".join(sentences(analyse(paired_reads(simulated_study(), COLUMNS), plan=QUICK)))
    for words in ("Accuracy was", "RAIR", "RSR", "Commission errors", "Fleiss kappa", "Reading time"):
        assert words in text
    truth = [1, 0, 1, 0]
    text = " ".join(sentences(analyse(pairs([truth] * 2, [truth] * 2, [truth], truth), plan=QUICK)))
    assert "not defined" in text


def test_a_ratio_whose_interval_is_beyond_all_numbers_has_none() -> None:
    found = TwoWayMean(0.1, 1.0, 1.0, 1.9, 0.01, 0.2, 1.0, 0.9, (-2000.0, 2000.2))
    assert found.ratio_ci() is None
    assert replace(found, ci=(0.0, 0.2)).ratio_ci() == (1.0, math.exp(0.2))
