"""What leaves a study is what was entered, in every format, and nothing in it runs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.exchange.bring_in import import_calls
from radviewer.readerstudy.exchange.formats import imrmc_text, mrmcaov_csv, rjafroc_workbook
from radviewer.readerstudy.exchange.parquet import parquet_bytes
from radviewer.readerstudy.exchange.pseudonyms import anonymised
from radviewer.readerstudy.exchange.rows import LongTable, csv_text, long_table
from radviewer.readerstudy.exchange.study_json import read_head, study_json
from radviewer.readerstudy.keys import new_keys
from radviewer.readerstudy.opened import OpenedStudy, open_study
from radviewer.readerstudy.schedule import Purpose
from radviewer.readerstudy.study_store import StudyStore
from tests.unit.readerstudy.building import AI_WORD
from tests.unit.readerstudy.reading import frozen, rating_of, read_all


@pytest.fixture
def store(tmp_path: Path):
    clock = ManualClock()
    with frozen(tmp_path, clock, kind="crossover", readers=3, cases=12, training=1, repeats=0.1) as made:
        for reader in made.readers():
            read_all(made, clock, reader)
        yield made


@pytest.fixture
def opened(store: StudyStore) -> OpenedStudy:
    return open_study(store)


def test_the_table_holds_every_main_call_once_as_it_was_entered(opened: OpenedStudy) -> None:
    table = long_table(opened)
    rows = list(csv.DictReader(io.StringIO(table.csv())))
    assert len(rows) == 3 * 2 * 12
    assert len({(r["reader"], r["case"], r["condition"]) for r in rows}) == len(rows)
    place = {item.id: item for item in opened.schedule.assignments}
    entered = {}
    for reading in opened.readings:
        entered[reading.record] = place[reading.assignment.id]
    for row in rows:
        item = entered[row["record"]]
        assert float(row["rating"]) == rating_of(item.reader, item.number, "final")
        assert (row["reader"], row["case"], row["condition"]) == (item.reader, item.case, item.condition)
        case = opened.plan.case(item.case)
        assert row["truth"] == str(int(case.truth.positive))
        assert row["ai_call"] == str(int(bool(opened.plan.ai_call(case))))
        assert float(row["time_s"]) == 10
    assert len(long_table(opened, (Purpose.REPEAT,)).rows) == 3 * 2


def test_parquet_holds_the_same_table_with_types(opened: OpenedStudy, tmp_path: Path) -> None:
    import pandas as pd
    from fastparquet import ParquetFile

    table = long_table(opened)
    path = tmp_path / "reads.parquet"
    path.write_bytes(parquet_bytes(table))
    with path.open("rb") as stream:
        frame = ParquetFile(stream).to_pandas()
    assert tuple(frame.columns) == table.columns
    for name in table.columns:
        for wanted, found in zip((row[name] for row in table.rows), frame[name], strict=True):
            assert (wanted is None and pd.isna(found)) or wanted == found, name
    assert frame["truth"].dtype.kind == "i"
    assert frame["rating"].dtype.kind == "f"
    with pytest.raises(InputProblem, match="No reading"):
        parquet_bytes(LongTable(table.columns, ()))


def test_other_programs_get_the_same_ratings(opened: OpenedStudy) -> None:
    table = long_table(opened)
    wanted = sorted((r["reader"], r["case"], r["condition"], r["rating"]) for r in table.rows)
    lines = imrmc_text(table, "A, test\nof it").splitlines()
    assert lines[:5] == ["A, test of it", "NR: 3", "N0: 6", "N1: 6", "NM: 2"]
    data = [line.split(",") for line in lines[lines.index("BEGIN DATA:") + 1 :]]
    assert sorted((r, c, m, float(x)) for r, c, m, x in data if r != "-1") == wanted
    assert {c: int(x) for r, c, m, x in data if r == "-1" and m == "0"} == {r["case"]: r["truth"] for r in table.rows}
    frame = list(csv.DictReader(io.StringIO(mrmcaov_csv(table))))
    assert sorted((r["reader"], r["case"], r["treatment"], float(r["rating"])) for r in frame) == wanted


def test_the_workbook_of_rjafroc_holds_positives_as_tp_and_negatives_as_fp(opened: OpenedStudy) -> None:
    from openpyxl import load_workbook

    table = long_table(opened)
    book = load_workbook(io.BytesIO(rjafroc_workbook(table)))
    names = {(kind, number): name for kind, number, name in list(book["LEGEND"].values)[1:]}
    found = []
    for sheet, positive in (("TP", 1), ("FP", 0)):
        found += [
            (names["reader", row[0]], names["case", row[2]], names["modality", row[1]], positive, row[-1])
            for row in list(book[sheet].values)[1:]
        ]
    assert sorted(found) == sorted(
        (r["reader"], r["case"], r["condition"], r["truth"], r["rating"]) for r in table.rows
    )
    truth = list(book["TRUTH"].values)
    assert [row[5] for row in truth[1:3]] == ["ROC", "factorial"]
    assert truth[1][3:5] == ("1, 2, 3", "1, 2")
    assert len(truth) == 1 + 12


def test_no_cell_is_a_formula_and_no_text_breaks_a_line() -> None:
    evil = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "a\nb", "\u202eabc", "plain"]
    text = csv_text(("x",), [[cell] for cell in evil])
    cells = [row[0] for row in csv.reader(io.StringIO(text))][1:]
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)
    assert all(cell.isprintable() for cell in cells)
    assert csv_text(("x",), [[-1.5], [None], [True]]) == 'x\n-1.5\n""\n1\n'
    row = {"reader": "=cmd()", "condition": "@a,b", "case": "c", "truth": 1, "rating": 1.0}
    table = LongTable(tuple(row), (row, {**row, "case": "d", "truth": 0}))
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(rjafroc_workbook(table)))
    assert all(cell.data_type != "f" for sheet in book for line in sheet.iter_rows() for cell in line)
    assert imrmc_text(table, "t").count(",") == 3 * 4


def test_the_json_holds_everything_and_the_head_that_verify_takes(store: StudyStore, opened: OpenedStudy) -> None:
    found = json.loads(json.dumps(study_json(opened), allow_nan=False))
    assert len(found["readings"]) == 3 * (1 + 2 * 12 + 2)
    assert found["proof"]["faults"] == []
    assert found["plan"]["cases"][1]["truth"]["positive"] is False
    head = read_head(found)
    assert head == store.ledger.head()
    assert store.verify([head])[0].whole
    altered = replace(head, mac=bytes(32))
    assert not store.verify([altered])[0].whole
    with pytest.raises(InputProblem, match="no head"):
        read_head({"seq": 1})


def test_an_anonymised_study_has_no_names_dates_or_free_text(store: StudyStore, opened: OpenedStudy) -> None:
    hidden = anonymised(opened, store.place.keys)
    text = json.dumps(study_json(hidden)) + long_table(hidden).csv()
    for secret in ("R1", "R2", "R3", "2026-0", "images/", "Reader 4"):
        assert secret not in text
    assert {row["reader"] for row in long_table(hidden).rows} == {"Reader 1", "Reader 2", "Reader 3"}
    ratings = sorted(row["rating"] for row in long_table(opened).rows)
    assert sorted(row["rating"] for row in long_table(hidden).rows) == ratings


def test_calls_made_elsewhere_come_in_once_and_wrong_rows_bring_in_nothing(tmp_path: Path) -> None:
    clock = ManualClock()
    with frozen(tmp_path, clock, readers=2, cases=4) as store:
        store.set_pin("R1", "1357")
        table = tmp_path / "calls.csv"
        rows = [f"R1,c{k:03d},{arm},{10 * k + len(arm)},12.5" for k in range(4) for arm in ("unaided", "aided")]
        table.write_text("reader,case,condition,rating,time_s\n" + "\n".join(rows) + "\nR1,c009,aided,5,1\n")
        with pytest.raises(InputProblem, match="line 10: reader 'R1' has no reading of case 'c009'"):
            import_calls(store, open_study(store), table)
        assert not open_study(store).readings
        table.write_text("reader,case,condition,rating,time_s\n" + "\n".join(rows) + "\n")
        assert import_calls(store, open_study(store), table) == 8
        assert import_calls(store, open_study(store), table) == 8
        opened = open_study(store)
        assert len(opened.readings) == 8
        found = {(r["case"], r["condition"]): (r["rating"], r["time_s"]) for r in long_table(opened).rows}
        assert found["c003", "unaided"] == (37, 12.5)
        table.write_text("reader,case,condition,rating\nR1,c000,aided,99\n")
        with pytest.raises(InputProblem, match="recorded already"):
            import_calls(store, open_study(store), table)


def test_another_study_cannot_be_opened_with_these_keys(store: StudyStore) -> None:
    from radviewer.readerstudy.keys import KeyProblem

    other = replace(store.place, keys=new_keys("test-study"))
    with StudyStore.open(other) as wrong, pytest.raises(KeyProblem, match="do not open"):
        open_study(wrong)


def test_the_words_of_the_ai_are_in_the_administrators_export_only(opened: OpenedStudy) -> None:
    assert AI_WORD in json.dumps(study_json(opened))
