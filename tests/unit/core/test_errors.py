"""What is said to the user about a failure."""

from __future__ import annotations

import pytest

from radviewer.core.errors import Cancelled, InputProblem, UsageProblem, describe
from radviewer.core.labels import Label, find_label
from radviewer.core.tasks import CancellationToken


def test_a_problem_of_the_input_keeps_its_words_and_its_hint() -> None:
    problem = describe(InputProblem("The file a.dcm is empty.", hint="Copy it again."))
    assert (problem.kind, problem.sentence()) == ("input", "The file a.dcm is empty. Copy it again.")


def test_a_defect_is_named_as_one_and_not_as_the_users_fault() -> None:
    problem = describe(KeyError("x"))
    assert problem.kind == "internal"
    assert "KeyError" in problem.message


def test_missing_memory_is_explained() -> None:
    assert describe(MemoryError()).kind == "memory"


def test_an_unknown_label_lists_the_known_ones() -> None:
    with pytest.raises(UsageProblem) as caught:
        find_label((Label("glioma", "Glioma"), Label("notumor", "No tumour")), "gloma")
    assert "glioma, notumor" in caught.value.hint


def test_a_turned_token_stops_the_next_check() -> None:
    token = CancellationToken()
    token.check()
    token.cancel()
    with pytest.raises(Cancelled):
        token.check()
