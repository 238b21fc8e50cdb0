"""`radviewer stats mrmc` as its user meets it: files in, JSON or sentences out, exit statuses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from radviewer.cli.main import run
from radviewer.stats.mrmc import analyze
from tests.helpers.shared import shared
from tests.unit.stats.studies import long_frame, random_study

COLUMNS = ["--reader", "Rdr", "--case", "Pat", "--condition", "arm", "--truth", "gold", "--rating", "score"]


@pytest.fixture
def reads(tmp_path: Path) -> Path:
    table = random_study(3, t=3, r=4, positives=30, negatives=35)
    renamed = long_frame(table).rename(
        columns={"reader": "Rdr", "case": "Pat", "condition": "arm", "truth": "gold", "rating": "score"}
    )
    path = tmp_path / "reads.csv"
    renamed.to_csv(path, index=False)
    return path


def as_json(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert run(["stats", *words, "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert captured.err == "" and "NaN" not in captured.out
    return dict(json.loads(captured.out))


def test_the_json_holds_what_the_library_returns(reads: Path, capsys: pytest.CaptureFixture[str]):
    found = as_json(capsys, "mrmc", str(reads), *COLUMNS)
    result = analyze(random_study(3, t=3, r=4, positives=30, negatives=35))
    assert [c["name"] for c in found["conditions"]] == ["c0", "c1", "c2"]
    assert [(p["a"], p["b"]) for p in found["pairs"]] == [("c0", "c1"), ("c0", "c2"), ("c1", "c2")]
    for row, pair in zip(found["pairs"], result.pairs, strict=True):
        assert row["difference"] == pytest.approx(pair.difference)
        assert row["se"] == pytest.approx(pair.se) and row["p"] == pytest.approx(pair.p)
        assert row["ci"] == pytest.approx(list(pair.ci or ()))
    assert result.overall is not None
    assert found["global"]["statistic"] == pytest.approx(result.overall.statistic)
    assert found["global"]["df2"] != round(found["global"]["df2"])
    assert found["n"]["cases"] == 65 and found["n"]["readers"] == 4
    assert len(found["readers"]) == 12


@pytest.mark.parametrize("covariance", ["jackknife", "delong", "unbiased"])
@pytest.mark.parametrize("inference", ["rrrc", "frrc", "rrfc"])
@pytest.mark.parametrize("endpoint", ["auc", "sensitivity", "specificity", "accuracy"])
def test_every_combination_of_the_main_options_works(
    reads: Path, capsys: pytest.CaptureFixture[str], covariance: str, inference: str, endpoint: str
):
    extra = [] if endpoint == "auc" else ["--threshold", "3"]
    words = ["--covariance", covariance, "--inference", inference, "--endpoint", endpoint, *extra]
    found = as_json(capsys, "mrmc", str(reads), *COLUMNS, *words)
    assert found["global"]["p"] is not None
    assert (found["global"]["df2"] is None) == (inference == "frrc")


@pytest.mark.parametrize("endpoint", ["auc", "sensitivity", "accuracy", "youden"])
def test_u_statistics_work_for_their_endpoints(reads: Path, capsys: pytest.CaptureFixture[str], endpoint: str):
    extra = [] if endpoint == "auc" else ["--threshold", "3"]
    found = as_json(capsys, "mrmc", str(reads), *COLUMNS, "--method", "ustat", "--endpoint", endpoint, *extra)
    assert found["method"] == "ustat" and found["pairs"][0]["se"] is not None


def test_the_table_says_in_words_what_came_out(reads: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["stats", "mrmc", str(reads), *COLUMNS, "--non-inferiority", "0.2"]) == 0
    text = capsys.readouterr().out
    assert "For other readers and cases like these" in text
    assert "All conditions equal: F(2, " in text
    assert "with a margin of 0.2" in text


def test_the_result_can_go_to_a_file(reads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "result.json"
    assert run(["stats", "mrmc", str(reads), *COLUMNS, "--format", "json", "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(out.read_text())["n"]["conditions"] == 3


def test_the_computer_is_compared_with_the_readers(reads: Path, capsys: pytest.CaptureFixture[str]):
    found = as_json(capsys, "mrmc", str(reads), *COLUMNS, "--only", "c1", "--standalone", "r3")
    assert found["computer"]["name"] == "r3" and len(found["readers"]) == 3
    assert 0 < found["difference"]["p"] <= 1


def test_the_bootstrap_stands_beside_the_analysis_and_repeats(reads: Path, capsys: pytest.CaptureFixture[str]):
    words = [*COLUMNS, "--bootstrap", "120", "--seed", "4"]
    first, again = (as_json(capsys, "mrmc", str(reads), *words) for _ in range(2))
    assert first == again and first["bootstrap"]["replicates"] == 120
    for row, pair in zip(first["bootstrap"]["pairs"], first["pairs"], strict=True):
        assert row["difference"] == pytest.approx(pair["difference"]) and row["se"] > 0
    assert run(["stats", "mrmc", str(reads), *words]) == 0
    assert "120 replicates, seed 4" in capsys.readouterr().out


def test_nested_designs_make_equal_names_distinct(reads: Path, capsys: pytest.CaptureFixture[str]):
    cases = as_json(capsys, "mrmc", str(reads), *COLUMNS, "--design", "nested-cases-in-readers")
    assert cases["n"]["cases"] == 4 * 65 and cases["components"]["cov2"] == pytest.approx(0.0, abs=1e-15)
    readers = as_json(capsys, "mrmc", str(reads), *COLUMNS, "--design", "nested-readers-in-conditions")
    assert readers["n"]["readers"] == 12 and readers["components"]["r0"] == pytest.approx(4.0)


def test_readers_without_an_arm_are_named_and_can_be_left_out(reads: Path, capsys: pytest.CaptureFixture[str]):
    frame = pd.read_csv(reads)
    frame[~((frame["Rdr"] == "r1") & (frame["arm"] == "c2"))].to_csv(reads, index=False)
    assert run(["stats", "mrmc", str(reads), *COLUMNS]) == 3
    error = capsys.readouterr().err
    assert "r1 under c2" in error and "--complete-readers" in error
    found = as_json(capsys, "mrmc", str(reads), *COLUMNS, "--complete-readers")
    assert found["n"]["readers"] == 3 and any("Left out" in text for text in found["warnings"])
    found = as_json(capsys, "mrmc", str(reads), *COLUMNS, "--method", "ustat")
    assert found["n"]["missing"] == 65


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["--rating", "nothing"], 2, "no column 'nothing'"),
        (["--endpoint", "sensitivity"], 2, "needs a threshold"),
        (["--threshold", "3"], 2, "has no threshold"),
        (["--alpha", "2"], 2, "alpha of 2.0 is not possible"),
        (["--non-inferiority", "-1"], 2, "margin"),
        (["--only", "c9"], 2, "no condition 'c9'"),
        (["--method", "ustat", "--inference", "frrc"], 2, "random"),
        (["--covariance", "bayes"], 2, "invalid choice"),
    ],
)
def test_wrong_options_end_with_a_sentence_and_status_two(
    reads: Path, capsys: pytest.CaptureFixture[str], words: list[str], status: int, message: str
):
    assert run(["stats", "mrmc", str(reads), *COLUMNS, *words]) == status
    captured = capsys.readouterr()
    assert message in captured.err and "Traceback" not in captured.err and captured.out == ""


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda f: f.assign(gold=1), "All 65 cases are positive"),
        (lambda f: pd.concat([f, f.iloc[:1]]), "more than once"),
        (lambda f: f.assign(score=f["score"].astype(str).where(f.index != 5, "high")), "not a finite number"),
        (lambda f: f.assign(gold=np.where(f.index == 0, 1 - f["gold"], f["gold"])), "negative in others"),
        (lambda f: f[f["Rdr"] == "r0"], "only one reader"),
        (lambda f: f[f["Pat"] == "k0"], "The only case is"),
        (lambda f: f.iloc[:0], "no rows"),
    ],
)
def test_tables_that_cannot_be_analysed_end_with_a_sentence_and_status_three(
    reads: Path, capsys: pytest.CaptureFixture[str], change: Any, message: str
):
    change(pd.read_csv(reads)).to_csv(reads, index=False)
    assert run(["stats", "mrmc", str(reads), *COLUMNS, "--format", "json"]) == 3
    captured = capsys.readouterr()
    assert message in captured.err and captured.out == ""


def test_a_file_that_is_not_there_is_said_so(capsys: pytest.CaptureFixture[str]):
    assert run(["stats", "mrmc", "nowhere.csv"]) == 3
    assert "no file nowhere.csv" in capsys.readouterr().err


def test_all_ties_give_null_and_a_warning(reads: Path, capsys: pytest.CaptureFixture[str]):
    pd.read_csv(reads).assign(score=1).to_csv(reads, index=False)
    found = as_json(capsys, "mrmc", str(reads), *COLUMNS)
    assert found["pairs"][0]["p"] is None and found["global"]["statistic"] is None
    assert any("undefined" in text for text in found["warnings"])


def test_a_second_method_that_disagrees_is_mentioned(capsys: pytest.CaptureFixture[str]):
    path = shared("reference/mrmc/franken.csv")
    found = as_json(capsys, "mrmc", str(path), "--condition", "modality")
    assert any("below Cov3" in text for text in found["warnings"])


def test_help_of_an_analysis_lists_its_options_and_loads_no_heavy_library():
    code = (
        "import sys; from radviewer.cli.main import run; run(['stats', 'mrmc', '--help']); "
        "heavy = {'torch', 'PySide6', 'scipy', 'pandas'} & set(sys.modules); sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "--covariance" in done.stdout and "--inference" in done.stdout


def test_the_stats_help_lists_every_analysis(capsys: pytest.CaptureFixture[str]):
    assert run(["stats", "--help"]) == 0
    text = capsys.readouterr().out
    assert all(name in text for name in ("mrmc", "delong", "agreement", "uptake", "power"))
    assert run(["stats"]) == 2
