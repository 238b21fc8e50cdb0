"""The metadata file: what it may say, and that mistakes in it are named."""

from __future__ import annotations

import pytest

from radviewer.core.errors import InputProblem
from radviewer.report.study.metadata import read_metadata

FULL = """
title = "A study"
[study]
design = "sequential"
noninferiority_margin = 0.05
[model]
name = "m"
version = "1"
[software]
iMRMC = "4.0"
[audit]
verified = true
entries = 12
[checklist.claim]
"2" = "Page 1"
[[deviations]]
what = "One reader left"
why = "Illness"
"""


def test_a_full_file_is_read() -> None:
    found = read_metadata(FULL.encode())
    assert (found.title, found.fact("design"), found.number("noninferiority_margin")) == ("A study", "sequential", 0.05)
    assert found.software == {"iMRMC": "4.0"} and found.answers == {"claim": {"2": "Page 1"}}
    assert found.audit.verified is True and found.audit.facts == (("entries", "12"),)
    assert found.deviations is not None and found.deviations[0].what == "One reader left"


def test_what_is_not_given_is_not_known_rather_than_none() -> None:
    found = read_metadata(b"")
    assert found.deviations is None
    assert "no audit log" in found.audit.sentence()
    assert read_metadata(b"deviations = []").deviations == ()
    assert "as stated in the metadata" in read_metadata(b"[audit]\nverified = true").audit.sentence()
    assert "NOT verify" in read_metadata(b"[audit]\nverified = false").audit.sentence()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("titel = 'x'", "unknown key titel"),
        ("[study]\ndesing = 'x'", "unknown key study.desing"),
        ("title = 3", "must be text"),
        ("study = 3", "must be a table"),
        ("[audit]\nverified = 'yes'", "true or false"),
        ("deviations = 'none'", "list of tables"),
        ("[[deviations]]\nwhy = 'x'", "needs 'what'"),
        ("[checklist]\nclaim = 1", "table of answers"),
        ("title = ", "not a TOML file"),
    ],
)
def test_mistakes_are_refused_with_the_place(text: str, words: str) -> None:
    with pytest.raises(InputProblem, match=words):
        read_metadata(text.encode(), "study.toml")


def test_a_margin_that_is_no_number_is_refused_when_it_is_used() -> None:
    with pytest.raises(InputProblem, match="must be a number"):
        read_metadata(b"[study]\nnoninferiority_margin = 'five'").number("noninferiority_margin")
