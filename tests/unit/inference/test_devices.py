"""How many threads torch may use, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch

from radviewer.inference.devices import set_threads


@pytest.fixture(autouse=True)
def threads_as_before() -> Iterator[None]:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize(("asked", "threads"), [("3", 3), ("3,2", 3), (" 5 ", 5)])
def test_the_variable_of_shared_machines_limits_the_threads(
    monkeypatch: pytest.MonkeyPatch, asked: str, threads: int
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", asked)
    assert set_threads() == torch.get_num_threads() == threads


def test_a_number_of_threads_that_was_asked_for_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    assert set_threads(4) == torch.get_num_threads() == 4


@pytest.mark.parametrize("asked", [None, "", "0", "many", "-2"])
def test_without_a_usable_wish_all_usable_cores_work(monkeypatch: pytest.MonkeyPatch, asked: str | None) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    if asked is not None:
        monkeypatch.setenv("OMP_NUM_THREADS", asked)
    monkeypatch.setattr("radviewer.inference.devices._usable_cores", lambda: 6)
    assert set_threads() == torch.get_num_threads() == 6
