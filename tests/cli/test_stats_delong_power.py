"""`radviewer stats delong` and `radviewer stats power` as their users meet them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from radviewer.cli.main import run
from radviewer.stats.delong import delong
from radviewer.stats.pilot import planning_from_table
from radviewer.stats.sample_size import power
from tests.unit.stats.studies import long_frame, random_study

COMPONENTS = "var_tr=0.0003,var=0.001,cov1=0.0004,cov2=0.0004,cov3=0.0003,cases=100"


@pytest.fixture
def scores(tmp_path: Path) -> Path:
    rng = np.random.default_rng(4)
    truth = np.arange(60) % 2
    columns = {name: rng.normal(size=60) + gain * truth for name, gain in (("A", 0.5), ("B", 1.0), ("C", 1.5))}
    path = tmp_path / "scores.csv"
    pd.DataFrame({"gold": truth, **columns}).to_csv(path, index=False)
    return path


@pytest.fixture
def pilot(tmp_path: Path) -> Path:
    path = tmp_path / "pilot.csv"
    long_frame(random_study(3, r=5)).to_csv(path, index=False)
    return path


def as_json(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert run(["stats", *words, "--format", "json"]) == 0
    return dict(json.loads(capsys.readouterr().out))


def test_delong_prints_what_the_library_returns(scores: Path, capsys: pytest.CaptureFixture[str]):
    found = as_json(capsys, "delong", str(scores), "--truth", "gold", "--ratings", "A,B,C")
    frame = pd.read_csv(scores)
    expected = delong(frame[["A", "B", "C"]].to_numpy().T, frame["gold"])
    assert [c["auc"] for c in found["curves"]] == pytest.approx([c.auc for c in expected.curves])
    assert [p["p"] for p in found["pairs"]] == pytest.approx([p.p for p in expected.pairs])
    assert found["global"]["statistic"] == pytest.approx(expected.chi2) and found["global"]["df"] == 2
    assert np.array(found["covariance"]) == pytest.approx(expected.covariance)


def test_cases_that_lack_a_score_are_left_out_and_counted(scores: Path, capsys: pytest.CaptureFixture[str]):
    frame = pd.read_csv(scores)
    frame.loc[3, "B"] = np.nan
    frame.to_csv(scores, index=False)
    found = as_json(capsys, "delong", str(scores), "--truth", "gold", "--ratings", "A,B")
    assert sum(found["n"].values()) == 59
    assert "1 case(s) lack a score" in found["warnings"][0]


def test_unpaired_scores_use_all_cases_of_each(scores: Path, capsys: pytest.CaptureFixture[str]):
    frame = pd.read_csv(scores)
    frame.loc[:29, "A"] = np.nan
    frame.loc[30:, "B"] = np.nan
    frame.to_csv(scores, index=False)
    found = as_json(capsys, "delong", str(scores), "--truth", "gold", "--ratings", "A,B", "--unpaired")
    assert found["n"]["cases"] == [30, 30] and found["pairs"][0]["df"] < 58
    assert run(["stats", "delong", str(scores), "--truth", "gold", "--ratings", "A,B"]) == 3
    assert "No case has a number in every score" in capsys.readouterr().err


def test_the_delong_table_says_which_curves_differ(scores: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["stats", "delong", str(scores), "--truth", "gold", "--ratings", "A,B,C"]) == 0
    text = capsys.readouterr().out
    assert "The AUC of A" in text and "All AUCs equal: chi-square(2)" in text


@pytest.mark.parametrize("ratings", ["", "A,A", "A,Z"])
def test_scores_that_are_not_there_are_refused(scores: Path, capsys: pytest.CaptureFixture[str], ratings: str):
    assert run(["stats", "delong", str(scores), "--truth", "gold", "--ratings", ratings]) == 2
    assert capsys.readouterr().err


def test_power_from_a_pilot_is_the_librarys(pilot: Path, capsys: pytest.CaptureFixture[str]):
    words = ["--readers", "6", "--cases", "120", "--effect", "0.05", "--pilot", str(pilot)]
    found = as_json(capsys, "power", *words)
    expected = power(planning_from_table(random_study(3, r=5)), 6, 120, 0.05)
    assert found["power"] == pytest.approx(expected.power)
    assert found["lambda"] == pytest.approx(expected.noncentrality) and found["ddf"] == pytest.approx(expected.df2)
    assert any("very uncertain" in text for text in found["warnings"])


def test_power_from_components_finds_the_cases_for_the_target(capsys: pytest.CaptureFixture[str]):
    found = as_json(capsys, "power", "--readers", "8", "--effect", "0.05", "--components", COMPONENTS)
    assert found["cases"] == found["target"]["cases"] and found["power"] >= 0.8
    rho = (
        COMPONENTS.replace("cov1=0.0004", "rho1=.4").replace("cov2=0.0004", "rho2=.4").replace("cov3=0.0003", "rho3=.3")
    )
    assert as_json(capsys, "power", "--readers", "8", "--effect", "0.05", "--components", rho)["power"] == (
        pytest.approx(found["power"])
    )


@pytest.mark.parametrize(
    "words",
    [
        COMPONENTS.split(","),
        [COMPONENTS.replace(",", "; ")],
        ['{"VarTR": 0.0003, "Var": 0.001, "Cov1": 0.0004, "Cov2": 0.0004, "Cov3": 0.0003, "K": 100}'],
    ],
)
def test_components_may_be_words_or_json(words: list[str], capsys: pytest.CaptureFixture[str]):
    plain = as_json(capsys, "power", "--readers", "8", "--effect", "0.05", "--components", COMPONENTS)
    assert as_json(capsys, "power", "--readers", "8", "--effect", "0.05", "--components", *words) == plain


def test_components_may_be_the_result_of_an_analysis(pilot: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    result = tmp_path / "pilot.json"
    assert run(["stats", "mrmc", str(pilot), "--format", "json", "--out", str(result)]) == 0
    words = ["--readers", "6", "--cases", "120", "--effect", "0.05"]
    from_result = as_json(capsys, "power", *words, "--components", str(result))
    assert from_result["power"] == pytest.approx(as_json(capsys, "power", *words, "--pilot", str(pilot))["power"])


def test_power_that_cannot_be_reached_is_said_so(capsys: pytest.CaptureFixture[str]):
    hopeless = COMPONENTS.replace("var_tr=0.0003", "var_tr=0.1")
    found = as_json(capsys, "power", "--readers", "3", "--effect", "0.01", "--components", hopeless)
    assert found["power"] is None and found["target"]["cases"] is None
    assert any("No number of cases" in text for text in found["warnings"])


def test_a_new_ratio_of_cases_is_planned_from_the_pilots_moments(pilot: Path, capsys: pytest.CaptureFixture[str]):
    words = ["--readers", "6", "--effect", "0.1", "--pilot", str(pilot), "--positives", "40", "--negatives", "160"]
    found = as_json(capsys, "power", *words)
    assert found["cases"] == 200 and 0 < found["power"] < 1


def test_the_power_table_shows_the_caution(pilot: Path, capsys: pytest.CaptureFixture[str]):
    words = ["--readers", "6", "--cases", "120", "--effect", "0.05", "--pilot", str(pilot)]
    assert run(["stats", "power", *words]) == 0
    text = capsys.readouterr().out
    assert "lambda" in text and "very uncertain" in text


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "needs variance components"),
        (["--components", "var=1"], "needs exactly"),
        (["--components", "var=x"], "cannot use 'var=x'"),
        (["--components", "{nothing"], "not valid JSON"),
        (["--components", '{"components": {"var": 1}}'], "lacks var_tr"),
        (["--components", COMPONENTS, "--target", "1.5"], "power of 1.5"),
        (["--components", COMPONENTS, "--positives", "9"], "new ratio"),
    ],
)
def test_wrong_power_options_end_with_a_sentence(capsys: pytest.CaptureFixture[str], words: list[str], message: str):
    assert run(["stats", "power", "--readers", "6", "--cases", "100", "--effect", "0.05", *words]) == 2
    assert message in capsys.readouterr().err
