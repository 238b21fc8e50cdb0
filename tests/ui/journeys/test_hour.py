"""One pass of the long run: every kind of step once, a kill -9, and all as it was. `make journey` does the rest."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.ui.journeys.hour import Hour, artefacts, display, lengths
from tests.ui.journeys.report import Report
from tests.ui.journeys.steps import KINDS


@pytest.mark.slow
@pytest.mark.timeout(1500)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_every_kind_of_step_works_and_all_of_it_comes_back_after_kill_9(tmp_path: Path) -> None:
    with display() as environment:
        report = Hour(tmp_path, 0, 3, environment).run()
    assert report.wrongs == []
    assert set(KINDS) | {"start", "opened", "offered", "recovered"} == {step["step"] for step in report.steps}
    for name in KINDS:
        assert (artefacts() / "sitting-00" / f"{name}.png").stat().st_size > 1000


def test_half_of_a_long_run_is_one_sitting_and_the_rest_short_ones() -> None:
    assert lengths(60) == [1800.0, *[300.0] * 6]
    assert lengths(0) == [0.0, 0.0] and sum(lengths(7)) == pytest.approx(420)


def test_a_run_that_does_not_come_to_its_end_is_wrong(tmp_path: Path) -> None:
    report = Report(1, 0, "offscreen")
    report.take(0, {"step": "scroll", "wrong": "the image stood still"})
    report.end(tmp_path)
    assert report.wrongs == [
        "scroll: sitting 0: the image stood still",
        "end: the last sitting did not come to its end",
    ]
    assert "2 things were wrong" in (tmp_path / "report.txt").read_text()
