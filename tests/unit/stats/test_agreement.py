"""Agreement coefficients: the textbook values, the reference programs, and the edges."""

from __future__ import annotations

import csv
import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radviewer.core.errors import InputProblem
from radviewer.stats.agreement import Weights, cohen_kappa, fleiss_kappa, gwet_ac1, light_kappa
from radviewer.stats.icc import IccForm, icc
from tests.helpers.shared import shared

REL = 1e-8
WEIGHT_OF = {"unweighted": Weights.UNWEIGHTED, "equal": Weights.LINEAR, "squared": Weights.QUADRATIC}

# Shrout and Fleiss 1979, table 2: six targets, four judges, with the coefficients of table 4.
SHROUT = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
# Fleiss 1971 style worked example (14 raters, 10 subjects, 5 categories): counts by category.
COUNTS = [
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
]  # fmt: skip


def table(modality: str) -> np.ndarray:
    with shared("reference/mrmc/vandyke.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["modality"] == modality]
    cases = sorted({int(row["case"]) for row in rows})
    found = np.zeros((len(cases), 5), dtype=int)
    for row in rows:
        found[cases.index(int(row["case"])), int(row["reader"]) - 1] = int(row["rating"])
    return found


def reference() -> dict[str, Any]:
    return json.loads(shared("reference/mrmc/kappa_irr.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("modality", ["1", "2"])
def test_every_coefficient_equals_that_of_the_reference_program(modality: str) -> None:
    calls, expected = table(modality), reference()[f"vandyke_modality{modality}"]
    for row in expected["cohen_reader1_reader2"]:
        found = cohen_kappa(calls[:, 0].tolist(), calls[:, 1].tolist(), weights=WEIGHT_OF[row["weight"]])
        assert found.value == pytest.approx(row["kappa"], rel=REL)
        assert found.z == pytest.approx(row["z"], rel=REL)
        assert found.p is not None
        # The reference prints p as 2 (1 - Phi(z)), which loses its digits below 1e-9.
        assert found.p == pytest.approx(row["p"], rel=REL, abs=1e-15)
    for key, values in (("fleiss_5readers_5cat", calls), ("fleiss_5readers_binary_ge3", (calls >= 3).astype(int))):
        found = fleiss_kappa(values.tolist(), replicates=200)
        assert found.value == pytest.approx(expected[key]["kappa"], rel=REL)
        assert found.z == pytest.approx(expected[key]["z"], rel=REL)
    assert light_kappa(calls.tolist()) == pytest.approx(expected["light"], rel=REL)
    one, row = icc(calls), expected["icc_2_1_agreement"]
    assert [one.value, one.f, one.df1, one.df2] == pytest.approx([row[k] for k in ("icc", "F", "df1", "df2")], rel=REL)
    assert one.ci == pytest.approx(tuple(row["ci"]), rel=REL)
    assert one.p == pytest.approx(row["p"], rel=1e-6)
    plain = cohen_kappa(calls[:, 0].tolist(), calls[:, 1].tolist())
    low, value, high = expected["cohen_ci_psych_unweighted"]
    assert (plain.value, plain.ci) == (pytest.approx(value, rel=REL), pytest.approx((low, high), rel=REL))


@pytest.mark.parametrize("modality", ["1", "2"])
def test_the_weighted_interval_of_psych_is_wrong_and_this_is_how(modality: str) -> None:
    """psych 2.2.9 weights the row term with the row's own share: rs_i Sum_j w_ij instead of Sum_j w_ij rs_j.

    In one data set that makes the variance negative and the interval a point. The cell is therefore not copied.
    """
    calls, expected = table(modality), reference()[f"vandyke_modality{modality}"]["cohen_ci_psych_quadratic"]
    share = np.zeros((5, 5))
    np.add.at(share, (calls[:, 0] - 1, calls[:, 1] - 1), 1 / len(calls))
    rows, columns = share.sum(axis=1), share.sum(axis=0)
    weight = 1 - np.subtract.outer(np.arange(5), np.arange(5)) ** 2 / 16
    po, pe = (weight * share).sum(), rows @ weight @ columns
    mixed = np.add.outer(weight @ columns, rows * weight.sum(axis=1))
    spread = (share * (weight * (1 - pe) - mixed * (1 - po)) ** 2).sum() - (po * pe - 2 * pe + po) ** 2
    wrong = 1.959963984540054 * np.sqrt(max(spread, 0.0) / len(calls)) / (1 - pe) ** 2
    value = (po - pe) / (1 - pe)
    assert [value - wrong, value, value + wrong] == pytest.approx(expected, rel=REL)
    found = cohen_kappa(calls[:, 0].tolist(), calls[:, 1].tolist(), weights=Weights.QUADRATIC)
    assert found.se == pytest.approx(jackknife_se(calls), rel=0.1)


def jackknife_se(calls: np.ndarray) -> float:
    values = []
    for case in range(len(calls)):
        rest = np.delete(calls, case, axis=0)
        kappa = cohen_kappa(rest[:, 0].tolist(), rest[:, 1].tolist(), weights=Weights.QUADRATIC, categories=range(1, 6))
        values.append(kappa.value)
    n = len(calls)
    return float(np.sqrt((n - 1) / n * ((np.array(values) - np.mean(values)) ** 2).sum()))


def test_fleiss_textbook_diagnoses_are_reproduced() -> None:
    with shared("reference/mrmc/fleiss1971_diagnoses.csv").open(encoding="utf-8", newline="") as stream:
        calls = list(csv.reader(stream))[1:]
    expected = reference()
    found = fleiss_kappa(calls, replicates=200)
    assert found.value == pytest.approx(expected["fleiss1971_diagnoses"]["kappa"], rel=REL)
    assert found.z == pytest.approx(expected["fleiss1971_diagnoses"]["z"], rel=REL)
    pair = cohen_kappa([row[1] for row in calls], [row[2] for row in calls])
    assert pair.value == pytest.approx(expected["fleiss1971_cohen_raters_2_3"]["kappa"], rel=REL)
    assert pair.z == pytest.approx(expected["fleiss1971_cohen_raters_2_3"]["z"], rel=REL)


def test_the_synthetic_study_has_the_reference_kappas() -> None:
    calls: dict[str, dict[str, list[int]]] = {"unaided": {}, "aided": {}}
    with shared("reference/mrmc/synthetic_ai_study.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            calls[row["modality"]].setdefault(row["case"], []).append(int(row["call"]))
    for condition, cases in calls.items():
        found, expected = fleiss_kappa(list(cases.values()), replicates=200), reference()
        assert found.value == pytest.approx(expected[f"synthetic_fleiss_{condition}"]["kappa"], rel=REL)
        assert found.z == pytest.approx(expected[f"synthetic_fleiss_{condition}"]["z"], rel=REL)


def test_the_worked_fleiss_example_of_fourteen_raters() -> None:
    calls = [[category for category, n in enumerate(row) for _ in range(n)] for row in COUNTS]
    assert fleiss_kappa(calls, replicates=100).value == pytest.approx(0.2099, abs=5e-5)


def test_the_four_judges_of_shrout_and_fleiss() -> None:
    assert icc(SHROUT, form=IccForm.ONE_WAY).value == pytest.approx(0.17, abs=0.005)
    assert icc(SHROUT, form=IccForm.RANDOM_READERS).value == pytest.approx(0.29, abs=0.005)
    assert icc(SHROUT, form=IccForm.FIXED_READERS).value == pytest.approx(0.71, abs=0.005)
    found = icc(SHROUT)
    assert found.ci is not None
    assert found.ci == pytest.approx((0.02, 0.76), abs=0.005)


def test_cohen_kappa_of_a_two_by_two_table_by_hand() -> None:
    # 20 both yes, 15 both no, 5 and 10 apart: po = 0.7, pe = 0.5 * 0.6 + 0.5 * 0.4 = 0.5, kappa = 0.4.
    first, second = [1] * 25 + [0] * 25, [1] * 20 + [0] * 5 + [1] * 10 + [0] * 15
    found = cohen_kappa(first, second)
    assert (found.observed, found.expected, found.value) == pytest.approx((0.7, 0.5, 0.4))


def test_ac1_by_hand_and_stable_where_kappa_collapses() -> None:
    calls = [[1, 1]] * 118 + [[1, 0]] * 5 + [[0, 1]] * 2
    kappa, ac1 = cohen_kappa(*zip(*calls, strict=True)), gwet_ac1(calls)
    share = (118 * 2 + 7) / 250
    chance = 2 * share * (1 - share)
    assert ac1.value == pytest.approx((118 / 125 - chance) / (1 - chance))
    assert kappa.value is not None and kappa.value < 0 < 0.9 < (ac1.value or 0)


def test_ac1_uses_cases_with_a_missing_call() -> None:
    found = gwet_ac1([[1, 1, None], [0, 0, 0], [1, 0, 1], [None, None, None]])
    assert found.n_cases == 3
    assert found.observed == pytest.approx((1 + 1 + 1 / 3) / 3)


@pytest.mark.parametrize("calls", [[[1, 1], [1, 1]], [["yes", "yes", "yes"]] * 4])
def test_agreement_without_any_variation_is_undefined_and_says_so(calls: list[list[Any]]) -> None:
    for found in (fleiss_kappa(calls), gwet_ac1(calls), cohen_kappa([r[0] for r in calls], [r[1] for r in calls])):
        assert (found.value, found.ci, found.p) == (None, None, None)
        assert "one category" in found.note


def test_wrong_input_is_refused_with_a_hint() -> None:
    with pytest.raises(InputProblem, match="same cases"):
        cohen_kappa([1, 0], [1])
    with pytest.raises(InputProblem, match="every reader's call"):
        fleiss_kappa([[1, None], [1, 1]])
    with pytest.raises(InputProblem, match="at least two readers"):
        gwet_ac1([[1], [0]])
    with pytest.raises(InputProblem, match="complete table"):
        icc([[1.0, np.nan], [2.0, 3.0]])


def test_icc_of_equal_or_perfectly_agreeing_ratings_is_defined_or_says_why() -> None:
    assert icc(np.ones((4, 3))).value is None
    perfect = icc(np.repeat(np.arange(5.0)[:, None], 3, axis=1))
    assert perfect.value == pytest.approx(1.0)
    assert perfect.ci is None and perfect.note


def test_the_bootstrap_is_the_same_for_the_same_seed_and_holds_the_estimate() -> None:
    calls = np.random.default_rng(3).integers(0, 2, (60, 4)) * np.ones((1, 4), dtype=int)
    first, second = fleiss_kappa(calls.tolist(), seed=5), fleiss_kappa(calls.tolist(), seed=5)
    assert first == second
    assert first.ci is not None and first.value is not None
    assert first.ci[0] < first.value < first.ci[1]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 3)] * 3), min_size=4, max_size=30))
def test_renaming_readers_or_reversing_categories_changes_nothing(rows: list[tuple[int, ...]]) -> None:
    calls, flipped = [list(row) for row in rows], [[3 - x for x in row][::-1] for row in rows]
    for coefficient in (lambda x: fleiss_kappa(x, replicates=2).value, lambda x: gwet_ac1(x).value, light_kappa):
        first, second = coefficient(calls), coefficient(flipped)
        assert (first is None) == (second is None)
        if first is not None:
            assert first == pytest.approx(second, abs=1e-12)
    for weights in Weights:
        a, b = ([row[i] for row in calls] for i in (0, 1))
        one = cohen_kappa(a, b, weights=weights, categories=range(4))
        other = cohen_kappa([3 - x for x in b], [3 - x for x in a], weights=weights, categories=range(4))
        assert (one.value is None) == (other.value is None)
        if one.value is not None:
            # The error is a root, so rounding of 1e-16 in the variance shows as 1e-8.
            assert (one.value, one.se) == pytest.approx((other.value, other.se), abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), min_size=5, max_size=40))
def test_with_two_categories_all_weights_give_the_same_kappa(rows: list[tuple[int, int]]) -> None:
    first, second = zip(*rows, strict=True)
    found = {cohen_kappa(first, second, weights=w, categories=(0, 1)).value for w in Weights}
    assert max((x or 0) for x in found) - min((x or 0) for x in found) < 1e-12
