"""`radviewer stats agreement` as its user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from radviewer.cli.main import run
from radviewer.stats.agreement import fleiss_kappa
from tests.helpers.reads import simulated_study, write_study


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["stats", "agreement", *arguments]) == 0
    return capsys.readouterr().out


def test_json_has_every_coefficient_for_each_condition(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    frame = simulated_study()
    found = json.loads(call(capsys, str(write_study(tmp_path / "r.csv", frame)), "--format", "json"))
    assert set(found["conditions"]) == {"unaided", "aided"}
    for name, one in found["conditions"].items():
        table = frame[frame.condition == name].pivot(index="case", columns="reader", values="call").to_numpy().tolist()
        assert one["fleiss"]["value"] == pytest.approx(fleiss_kappa(table, replicates=2).value)
        assert len(one["cohen"]) == 6
        assert set(one["icc"]) == {"ICC(1,1)", "ICC(2,1)", "ICC(3,1)"}
        assert one["gwet_ac1"]["ci"][0] < one["gwet_ac1"]["value"] < one["gwet_ac1"]["ci"][1]


def test_a_threshold_makes_ratings_binary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = str(write_study(tmp_path / "r.csv", simulated_study()))
    by_call = json.loads(call(capsys, table, "--format", "json"))
    by_rating = json.loads(call(capsys, table, "--value", "rating", "--threshold", "0.5", "--format", "json"))
    assert by_call["conditions"]["aided"]["fleiss"]["value"] == by_rating["conditions"]["aided"]["fleiss"]["value"]


def test_missing_calls_are_counted_and_words_are_categories(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    frame = simulated_study()
    frame["call"] = frame["call"].map({0: "clear", 1: "nodule"})
    frame.loc[3, "call"] = ""
    table = str(write_study(tmp_path / "r.csv", frame))
    found = json.loads(call(capsys, table, "--format", "json"))["conditions"]["unaided"]
    assert (found["n_cases"], found["n_complete"], found["icc"]) == (40, 39, None)
    assert found["gwet_ac1"]["n_cases"] == 40
    assert "1 of 40 cases lack a call" in call(capsys, table)


def test_all_calls_alike_are_undefined_not_nan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = str(write_study(tmp_path / "r.csv", simulated_study().assign(call=1)))
    found = json.loads(call(capsys, table, "--format", "json"))["conditions"]["aided"]
    assert found["fleiss"]["value"] is None and found["light"] is None
    assert "not defined" in call(capsys, table)


@pytest.mark.parametrize("extra", [["--value", "none"], ["--alpha", "1"], ["--reader", "none"]])
def test_wrong_options_end_with_status_two(tmp_path: Path, extra: list[str]) -> None:
    assert run(["stats", "agreement", str(write_study(tmp_path / "r.csv", simulated_study())), *extra]) == 2
