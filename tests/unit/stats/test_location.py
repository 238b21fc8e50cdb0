"""Location-based figures of merit by hand, and their deleted values against recomputation."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from radviewer.core.errors import InputProblem
from radviewer.stats.jackknife import jackknife_covariance
from radviewer.stats.location import Figure, MarkedStudy, measure_location
from radviewer.stats.marks import marked_study
from radviewer.stats.obuchowski_rockette import obuchowski_rockette

LESIONS = pd.DataFrame({"case": ["n1", "n2", "d1", "d1", "d2"], "lesion": ["", "", "a", "b", "a"]})
MARKS = pd.DataFrame(
    [
        ("R", "arm", "n1", "", 3.0),
        ("R", "arm", "n1", "", 1.0),
        ("R", "arm", "d1", "a", 4.0),
        ("R", "arm", "d1", "", 5.0),
        ("R", "arm", "d2", "a", 3.0),
    ],
    columns=["reader", "condition", "case", "lesion", "rating"],
)


def value(figure: Figure, study: MarkedStudy | None = None, **options) -> float:
    return float(measure_location(study or marked_study(MARKS, LESIONS), figure, **options).estimates[0, 0])


def test_afroc_by_hand():
    # normals: 3 and none; lesions: 4 beats both; unmarked b: loses to 3, ties with none; 3 ties with 3, beats none.
    assert value(Figure.AFROC) == pytest.approx((2 + 0.5 + 1.5) / (3 * 2))


def test_weighted_afroc_lets_cases_count_alike():
    assert value(Figure.WAFROC) == pytest.approx(((2 + 0.5) / 2 + 1.5) / (2 * 2))


def test_given_weights_are_scaled_within_each_case():
    weighted = LESIONS.assign(weight=[1, 1, 3.0, 1.0, 7.0])
    found = value(Figure.WAFROC, marked_study(MARKS, weighted))
    assert found == pytest.approx((2 * 0.75 + 0.5 * 0.25 + 1.5) / 4)


def test_froc_by_hand():
    # False marks 5, 3, 1 on four cases. At .25 a case one may pass: threshold above 3, lesion 4 only.
    assert value(Figure.FROC, points=(0.25,)) == pytest.approx(1 / 3)
    assert value(Figure.FROC, points=(0.75,)) == pytest.approx(2 / 3)
    assert value(Figure.FROC, points=(0.25, 0.75)) == pytest.approx(0.5)


def random_marks(seed: int, readers: int = 3, conditions: int = 2) -> MarkedStudy:
    rng = np.random.default_rng(seed)
    rows, lesions = [], []
    for k in range(14):
        count = 0 if k < 7 else int(rng.integers(1, 4))
        lesions += [(f"c{k}", f"l{x}") for x in range(count)] or [(f"c{k}", "")]
        for i in range(conditions):
            for j in range(readers):
                cell = (f"R{j}", f"arm{i}", f"c{k}")
                hit = [x for x in range(count) if rng.random() < 0.7]
                rows.extend((*cell, f"l{x}", float(rng.integers(2, 6))) for x in hit)
                rows.extend((*cell, "", float(rng.integers(0, 4))) for _ in range(rng.integers(0, 3)))
    return marked_study(
        pd.DataFrame(rows, columns=["reader", "condition", "case", "lesion", "rating"]),
        pd.DataFrame(lesions, columns=["case", "lesion"]),
    )


def without(study: MarkedStudy, k: int) -> MarkedStudy:
    kept = np.delete(np.arange(len(study.cases)), k)
    new = {old: index for index, old in enumerate(kept.tolist())}
    lesion, false = study.lesion_case != k, study.false_case != k
    return replace(
        study,
        cases=tuple(study.cases[c] for c in kept),
        truth=study.truth[kept],
        lesion_case=np.array([new[c] for c in study.lesion_case[lesion].tolist()]),
        lesion_weight=study.lesion_weight[lesion],
        lesion_ratings=study.lesion_ratings[:, :, lesion],
        false_cell=study.false_cell[false],
        false_case=np.array([new[c] for c in study.false_case[false].tolist()]),
        false_rating=study.false_rating[false],
    )


@pytest.mark.parametrize("figure", [Figure.AFROC, Figure.WAFROC, Figure.FROC])
def test_deleted_values_equal_recomputing_without_the_case(figure: Figure):
    study = random_marks(1)
    found = measure_location(study, figure)
    for k in range(len(study.cases)):
        again = measure_location(without(study, k), figure).estimates
        assert found.deleted[k] == pytest.approx(again, abs=1e-12)


def test_a_study_of_marks_goes_through_the_same_analysis():
    found = measure_location(random_marks(2), Figure.WAFROC)
    result = obuchowski_rockette(found.estimates, jackknife_covariance(found.deleted), bounds=(0.0, 1.0))
    assert result.overall is not None and result.overall.p is not None and 0 < result.overall.p < 1


def test_lroc_counts_a_case_only_when_its_lesion_was_marked():
    lesions = pd.DataFrame({"case": ["n1", "n2", "d1", "d2"], "lesion": ["", "", "a", "a"]})
    marks = pd.DataFrame(
        [
            ("R", "arm", "n1", "", 1.0),
            ("R", "arm", "n2", "", 3.0),
            ("R", "arm", "d1", "a", 2.0),
            ("R", "arm", "d2", "", 5.0),
        ],
        columns=MARKS.columns,
    )
    assert value(Figure.LROC, marked_study(marks, lesions)) == pytest.approx(1 / 4)


def test_lroc_refuses_what_it_is_not_defined_for():
    with pytest.raises(InputProblem, match="exactly one lesion"):
        value(Figure.LROC)
    one = LESIONS.drop(index=3)
    with pytest.raises(InputProblem, match="a mark with a rating on each case"):
        value(Figure.LROC, marked_study(MARKS, one))


def test_a_mark_on_an_unknown_case_is_refused():
    with pytest.raises(InputProblem, match="not in the table of lesions"):
        marked_study(MARKS.assign(case="other"), LESIONS)
    with pytest.raises(InputProblem, match="listed twice"):
        marked_study(MARKS, pd.concat([LESIONS, LESIONS]))


def test_a_study_without_two_normal_cases_is_refused():
    with pytest.raises(InputProblem, match="each kind needs two"):
        value(Figure.AFROC, marked_study(MARKS, LESIONS.drop(index=1)))
