"""`radviewer stats uptake` as its user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from radviewer.cli.main import run
from tests.helpers.reads import simulated_study, write_study


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["stats", "uptake", *arguments, "--replicates", "100"]) == 0
    return capsys.readouterr().out


def test_columns_are_found_by_their_usual_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = write_study(tmp_path / "reads.csv", simulated_study())
    found = json.loads(call(capsys, str(table), "--format", "json"))
    assert found["pooled"]["n"] == 160
    assert {"by_reader", "by_ai", "by_truth", "by_experience"} <= set(found)
    measures = found["pooled"]["measures"]
    assert measures["net_benefit_switch"]["value"] == pytest.approx(
        measures["accuracy_aided"]["value"] - measures["accuracy_unaided"]["value"]
    )
    assert measures["time_ratio"]["ci"][0] < measures["time_ratio"]["value"]


def test_columns_with_other_names_are_named_by_options(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    frame = simulated_study().rename(
        columns={"reader": "who", "condition": "arm", "call": "says", "ai_call": "machine"}
    )
    table = write_study(tmp_path / "reads.csv", frame)
    options = ["--reader", "who", "--condition", "arm", "--call", "says", "--ai-call", "machine", "--split-by", "none"]
    found = json.loads(call(capsys, str(table), *options, "--format", "json"))
    assert found["pooled"]["n"] == 160 and "by_reader" not in found


def test_what_is_not_defined_is_null(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    frame = simulated_study()
    frame["ai_call"] = frame["truth"]
    table = write_study(tmp_path / "reads.csv", frame)
    found = json.loads(call(capsys, str(table), "--format", "json"))
    rsr = found["pooled"]["measures"]["RSR"]
    assert (rsr["value"], rsr["ci"], rsr["denominator"]) == (None, None, 0.0)


def test_several_aided_conditions_are_each_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import pandas as pd

    frame = simulated_study()
    frame = pd.concat([frame, frame[frame.condition == "aided"].assign(condition="map")], ignore_index=True)
    table = write_study(tmp_path / "reads.csv", frame)
    assert set(json.loads(call(capsys, str(table), "--format", "json"))["by_condition"]) == {"aided", "map"}
    assert json.loads(call(capsys, str(table), "--aided", "map", "--format", "json"))["aided"] == "map"


def test_the_table_shows_counts_sentences_and_intervals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = call(capsys, str(write_study(tmp_path / "reads.csv", simulated_study())))
    for words in (
        "beneficial over-reliance",
        "Relative AI reliance (RAIR)",
        "95 % CI",
        "reader: R1",
        "* 4 readers read",
    ):
        assert words in text
    assert " nan" not in text


@pytest.mark.parametrize("extra", [["--split-by", "moon"], ["--alpha", "0"], ["--call", "none"], ["--seed", "-1"]])
def test_wrong_options_end_with_status_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], extra: list[str]
) -> None:
    table = write_study(tmp_path / "reads.csv", simulated_study())
    assert run(["stats", "uptake", str(table), *extra]) == 2
    assert capsys.readouterr().err
