"""The table of reads: what is accepted as it is, and what is refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from radviewer.core.errors import InputProblem, UnreadableFile, UsageProblem
from radviewer.stats.table import Columns, from_frame, read_csv
from tests.unit.stats.studies import long_frame, random_study


def frame(**changes: list) -> pd.DataFrame:
    rows = {
        "reader": ["B", "B", "A", "A"],
        "case": ["x", "y", "x", "y"],
        "condition": ["with", "with", "with", "with"],
        "truth": [1, 0, 1, 0],
        "rating": [4.5, 1.0, 3.0, 2.0],
    }
    return pd.DataFrame(rows | changes)


def test_names_keep_the_order_of_their_first_appearance():
    table = from_frame(frame())
    assert table.readers == ("B", "A") and table.cases == ("x", "y")
    assert table.ratings[0].tolist() == [[4.5, 1.0], [3.0, 2.0]]
    assert table.truth.tolist() == [True, False] and table.fully_crossed


def test_arrays_cannot_be_changed_by_accident():
    with pytest.raises(ValueError, match="read-only"):
        from_frame(frame()).ratings[0, 0, 0] = 9


def test_a_table_survives_a_file_with_its_own_column_names(tmp_path: Path):
    table = random_study(3, missing=0.2)
    renamed = long_frame(table).rename(
        columns={"reader": "Rdr", "case": "Patient ID", "condition": "arm", "truth": "gold", "rating": "score"}
    )
    path = tmp_path / "reads.csv"
    renamed.to_csv(path, index=False, sep=";")
    found = read_csv(path, Columns("Rdr", "Patient ID", "arm", "gold", "score"))
    order = [found.cases.index(name) for name in table.cases]
    assert np.array_equal(found.read[:, :, order], table.read)
    assert np.array_equal(found.ratings[:, :, order], table.ratings, equal_nan=True)


def test_identifiers_stay_text(tmp_path: Path):
    path = tmp_path / "reads.csv"
    path.write_text("reader,case,condition,truth,rating\n007,01,a,0,1\n007,1,a,1,2\n")
    found = read_csv(path)
    assert found.readers == ("007",) and found.cases == ("01", "1")


def test_a_blank_rating_is_a_missing_read():
    table = from_frame(frame(rating=[4.5, None, 3.0, 2.0]))
    assert table.blank == 1 and not table.read[0, 0, 1] and not table.fully_crossed


@pytest.mark.parametrize(
    ("values", "positive"), [(["yes", "no"] * 2, None), (["Positive", "NEGATIVE"] * 2, None), (["M", "B"] * 2, "M")]
)
def test_truth_may_be_words(values: list, positive: str | None):
    assert from_frame(frame(truth=values), positive=positive).truth.tolist() == [True, False]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"rating": [1, 2, "high", 4]}, "not a finite number"),
        ({"rating": [1, 2, float("inf"), 4]}, "not a finite number"),
        ({"truth": [1, 0, 0, 0]}, "positive in some rows and negative in others"),
        ({"truth": [1, 0, 2, 0]}, "expected is 0 or 1"),
        ({"case": ["x", "x", "x", "y"], "truth": [1, 1, 1, 0]}, "more than once"),
        ({"reader": ["B", "", "A", "A"]}, "empty in data row 2"),
    ],
)
def test_contradictions_are_refused_in_a_sentence(changes: dict, words: str):
    with pytest.raises(InputProblem, match=words) as caught:
        from_frame(frame(**changes))
    assert caught.value.hint.endswith(".")


def test_a_duplicate_read_is_named_with_reader_case_and_condition():
    with pytest.raises(InputProblem, match=r"Reader 'A' rated case 'x' .* condition 'with' \(data row 4\)"):
        from_frame(frame(case=["x", "y", "x", "x"], truth=[1, 0, 1, 1]))


def test_a_missing_column_lists_those_that_exist():
    with pytest.raises(UsageProblem, match="no column 'modality'") as caught:
        from_frame(frame(), Columns(condition="modality"))
    assert "condition" in caught.value.hint and "rating" in caught.value.hint


def test_an_unknown_positive_value_lists_the_values():
    with pytest.raises(InputProblem, match="No case has the truth 'sick'") as caught:
        from_frame(frame(), positive="sick")
    assert "0, 1" in caught.value.hint


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00\x01", None])
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: bytes | None):
    path = tmp_path / "reads.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableFile):
        read_csv(path)


def test_a_table_without_rows_is_refused():
    with pytest.raises(InputProblem, match="no rows"):
        from_frame(frame().iloc[:0])


def test_missing_arms_are_named():
    rows = frame(condition=["with", "with", "without", "without"])
    assert from_frame(rows).missing_arms() == (("A", "with"), ("B", "without"))
