"""Reference cycles with parts of windows are taken apart in the window's thread only."""

from __future__ import annotations

import gc
import sys
import threading
import types
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from radviewer.ui import garbage
from radviewer.ui.garbage import GarbageDuty, garbage_duty


@pytest.fixture
def duty(qapp: object) -> Iterator[GarbageDuty]:
    """A duty whose first look at the modules is over."""
    made = GarbageDuty()
    made.look()
    made.look()
    yield made
    made.end()


class _Cycle:
    """Holds itself, and notes in which thread it goes."""

    def __init__(self, gone: list[int]) -> None:
        self.me, self.gone = self, gone

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


def _make(gone: list[int], count: int = 3000) -> None:
    for _ in range(count):
        _Cycle(gone)


def test_cycles_made_in_another_thread_go_in_the_windows_thread(duty: GarbageDuty, qtbot: QtBot) -> None:
    gone: list[int] = []
    worker = threading.Thread(target=_make, args=(gone,))
    worker.start()
    worker.join()
    assert gone == []
    qtbot.waitUntil(lambda: len(gone) == 3000, timeout=3000)
    assert set(gone) == {threading.get_ident()}


def test_without_it_they_go_in_the_thread_that_makes_objects(qapp: object) -> None:
    gone: list[int] = []
    assert gc.isenabled()
    worker = threading.Thread(target=_make, args=(gone,))
    worker.start()
    worker.join()
    assert worker.ident in gone


def test_what_a_large_import_brought_is_left_out_once_it_is_over(
    duty: GarbageDuty, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, looked = gc.get_freeze_count(), []
    monkeypatch.setattr(garbage.gc, "collect", looked.append)
    for number in range(150):
        monkeypatch.setitem(sys.modules, f"made_for_a_test_{number}", types.ModuleType("made"))
    _make([], 2000)
    duty.look()
    assert gc.get_freeze_count() == before and not looked
    duty.look()
    assert gc.get_freeze_count() > before + 2000
    _make([], 2000)
    duty.look()
    assert looked == [0]


def test_what_was_old_when_it_became_garbage_goes_soon_too(
    duty: GarbageDuty, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[int] = []
    old = _Cycle(gone)
    gc.collect()  # now it is of the oldest generation, as a window that was open for a while
    assert any(item is old for item in gc.get_objects(generation=2))
    monkeypatch.setattr(garbage, "_WHOLE_S", 0.3)
    del old
    qtbot.waitUntil(lambda: gone == [threading.get_ident()], timeout=5000)


def test_afterwards_all_is_as_before(qapp: object) -> None:
    assert gc.isenabled()
    with garbage_duty():
        assert not gc.isenabled()
    assert gc.isenabled() and gc.get_freeze_count() == 0


def test_a_generation_is_looked_at_when_the_younger_ones_are_due_too(
    duty: GarbageDuty, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    monkeypatch.setattr(garbage.gc, "collect", looked.append)
    for counts in ((5, 50, 50), (9000, 3, 50), (9000, 50, 3), (9000, 50, 50)):
        monkeypatch.setattr(garbage.gc, "get_count", lambda counts=counts: counts)
        duty.look()
    assert looked == [0, 1, 2]
