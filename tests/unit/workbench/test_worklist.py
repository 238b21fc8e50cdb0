"""The worklist: rows, order, filter, marks and scores that survive a restart without identifiers in their file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from radviewer.core.errors import Problem
from radviewer.core.image import ImageRef
from radviewer.core.labels import Label
from radviewer.core.prediction import GateResult, GateVerdict, OperatingPoint, Prediction, Score
from radviewer.core.study import Catalog
from radviewer.workbench.study_order import Period
from radviewer.workbench.triage import Triage, sort_value, study_score, suspicion
from radviewer.workbench.worklist import Column, WorkFilter, left, ordered, worklist_rows
from radviewer.workbench.worklist_store import FILE_NAME, ReadState, StudyScore, WorklistStore
from tests.unit.workbench.test_browsing import identified, leaks, study

TODAY = date(2026, 11, 21)
CATALOG = Catalog(
    (
        study("Beta^Bo", "2", "20260101", "MR", 30, patient_age="008M", patient_sex="F"),
        study("Alpha^Al", "1", "20261120", "CT", 4, patient_age="063Y", patient_sex="M"),
        study("Gamma^Gi", "3", "", "DX", 200, patient_age="", patient_sex=""),
    )
)
SICK, WELL = Label("sick", "Sick"), Label("well", "Well", normal=True)


def prediction(sick: float, verdict: GateVerdict = GateVerdict.IN_DOMAIN, *, point: float | None = 0.5) -> Prediction:
    scores = (Score(SICK, 0.0, sick, True), Score(WELL, 0.0, 1 - sick, True))
    points = () if point is None else (OperatingPoint("sick", point, 0.9, 0.9, "test set", "1"),)
    return Prediction(ImageRef(Path("/x")), "m", "1", "cpu", scores, points, GateResult(verdict))


def names(rows: list[object]) -> str:
    return " ".join(row.texts[0][0] for row in rows)  # type: ignore[attr-defined]


def test_rows_say_what_is_known_of_each_study() -> None:
    row = worklist_rows(CATALOG)[1]
    assert row.texts == ("Alpha, Al", "1", "63 y M", "2026-11-20", "CT", "CT study")
    assert row.images == 4


def test_every_column_sorts_both_ways_and_empty_cells_come_last(tmp_path: Path) -> None:
    store, rows = WorklistStore(tmp_path), worklist_rows(CATALOG)
    store.mark((rows[0].key,), ReadState.READ)
    store.mark((rows[1].key,), ReadState.OPENED)
    for row, probability in zip(rows[:2], (0.2, 0.9), strict=True):
        store.keep_score(row.key, StudyScore("m", "1", probability, "Sick", True, "in domain", 1))

    def order(column: Column, *, descending: bool) -> str:
        return names(ordered(rows, column, descending=descending, store=store, model="m"))

    expected = {
        Column.PATIENT: ("A B G", "G B A"),
        Column.ID: ("A B G", "G B A"),
        Column.AGE_SEX: ("B A G", "A B G"),
        Column.DATE: ("B A G", "A B G"),
        Column.MODALITY: ("A G B", "B G A"),
        Column.DESCRIPTION: ("A G B", "B G A"),
        Column.IMAGES: ("A B G", "G B A"),
        Column.STATUS: ("G A B", "B A G"),
        Column.SCORE: ("B A G", "A B G"),
    }
    found = {column: (order(column, descending=False), order(column, descending=True)) for column in Column}
    assert found == expected


def test_filters_leave_what_fits_all_of_them(tmp_path: Path) -> None:
    store, rows = WorklistStore(tmp_path), worklist_rows(CATALOG)
    store.mark((rows[2].key,), ReadState.READ)

    def shown(**wish: object) -> str:
        return names(left(rows, WorkFilter(**wish), store, TODAY))  # type: ignore[arg-type]

    assert shown() == "B A G"
    assert shown(words="study alpha") == "A"
    assert shown(modality="MR") == "B"
    assert shown(period=Period.DAY) == "" and shown(period=Period.WEEK) == "A"
    assert shown(state=ReadState.READ) == "G" and shown(state=ReadState.NEW) == "B A"


def test_marks_and_scores_survive_a_restart(tmp_path: Path) -> None:
    (a, b, _c), store = worklist_rows(CATALOG), WorklistStore(tmp_path)
    assert store.open(a.key) and not store.open(a.key)
    store.mark((b.key,), ReadState.READ)
    assert not store.open(b.key)
    score = StudyScore("m", "1", 0.25, "Sick", False, "flagged", 30)
    store.keep_score(a.key, score)
    again = WorklistStore(tmp_path)
    assert (again.state(a.key), again.state(b.key)) == (ReadState.OPENED, ReadState.READ)
    assert again.score(a.key, "m") == score and again.score(a.key, "other") is None
    assert again.complaint == ""


def test_a_file_that_was_cut_off_costs_one_line_and_goes_on_growing(tmp_path: Path) -> None:
    (a, b, _c), store = worklist_rows(CATALOG), WorklistStore(tmp_path)
    store.mark((a.key,), ReadState.READ)
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes() + b'{"study": "half')
    again = WorklistStore(tmp_path)
    assert again.state(a.key) is ReadState.READ and "damaged" in again.complaint
    again.mark((b.key,), ReadState.OPENED)
    assert WorklistStore(tmp_path).state(b.key) is ReadState.OPENED


def test_a_file_with_a_thousand_changes_of_mind_is_written_anew(tmp_path: Path) -> None:
    (a, *_), store = worklist_rows(CATALOG), WorklistStore(tmp_path)
    for number in range(1000):
        store.mark((a.key,), ReadState.READ if number % 2 else ReadState.NEW)
    assert len((tmp_path / FILE_NAME).read_text().splitlines()) > 900
    assert WorklistStore(tmp_path).state(a.key) is ReadState.READ
    assert len((tmp_path / FILE_NAME).read_text().splitlines()) == 1


def test_the_kept_file_and_the_hidden_rows_hold_none_of_nine_identifiers(tmp_path: Path) -> None:
    (row,), (hidden,) = worklist_rows(identified()), worklist_rows(identified(), hidden=True)
    store = WorklistStore(tmp_path)
    store.mark((row.key,), ReadState.READ)
    store.keep_score(row.key, StudyScore("m", "1", 0.9, "Sick", True, "in domain", 1))
    assert leaks((tmp_path / FILE_NAME).read_text()) == []
    assert leaks(" ".join((*hidden.texts, hidden.found_by, hidden.key))) == []
    assert hidden.texts[0] == "Patient 1"
    assert len(leaks(row.found_by)) >= 4


@pytest.mark.parametrize(
    ("answer", "triage", "probability"),
    [
        (prediction(0.7), Triage.CALLED, 0.7),
        (prediction(0.3), Triage.BELOW, 0.3),
        (prediction(0.7, point=None), Triage.NO_POINT, 0.7),
        (prediction(0.7, GateVerdict.REFUSED), Triage.REFUSED, None),
        (Problem("input", "The file is damaged."), Triage.FAILED, None),
    ],
)
def test_a_row_has_the_colour_of_its_answer(answer: Prediction | Problem, triage: Triage, probability: float) -> None:
    found = suspicion(answer)
    assert (found.triage, found.probability) == (triage, probability)


def test_the_normal_label_makes_no_image_suspicious() -> None:
    assert suspicion(prediction(0.1)).probability == 0.1
    assert suspicion(prediction(0.1)).label == "Sick"


def test_a_called_label_comes_before_a_higher_one_that_is_not_called() -> None:
    low = replace(prediction(0.3), operating_points=(OperatingPoint("sick", 0.2, None, None, "", "1"),))
    assert sort_value(suspicion(low)) > sort_value(suspicion(prediction(0.4)))


def test_a_study_has_the_score_of_its_most_suspicious_image_that_was_not_refused() -> None:
    answers = (prediction(0.2), prediction(0.99, GateVerdict.REFUSED), prediction(0.8, GateVerdict.FLAGGED))
    assert study_score(answers) == StudyScore("m", "1", 0.8, "Sick", True, "flagged", 3)
    refused = study_score(answers[1:2])
    assert refused is not None and refused.probability is None and refused.called is None
    assert study_score(()) is None
