"""Whole studies through the real window: what is exported is what was entered, and order and blinding hold outside."""

from __future__ import annotations

import csv
import io
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from radviewer.readerstudy.exchange.rows import long_table
from radviewer.readerstudy.opened import open_study
from radviewer.readerstudy.public import Stage
from radviewer.readerstudy.schedule_proof import prove
from radviewer.ui.reading.room import ReadingRoom
from radviewer.ui.reading.sitting import Page
from tests.ui.fakes import FakeDecoder
from tests.ui.reading_study import AI_WORD, TRUTH_WORD, Frozen, Hands, freeze, memory_folder, raw_plan, texts_of

ROOT = Path(__file__).resolve().parents[2]
READERS, CASES = 3, 12


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as made:
        yield made


def entered(reader: str, number: int, stage: str) -> int:
    """What is typed for a reading: known without the study."""
    return (ord(reader[-1]) * 7 + number * 13 + (5 if stage == "final" else 0)) % 101


def read_sittings(study: Frozen, reader: str, qtbot: QtBot, folder: Path) -> dict[tuple[int, str], int]:
    """Reads as one reader through windows of their own, coming back after each washout; returns what was typed."""
    typed: dict[tuple[int, str], int] = {}
    clock: Any = study.clock
    finished = False
    while not finished:
        store, decoder = study.reader(), FakeDecoder()
        room = ReadingRoom(store, store.desk(reader), decoder, folder / "icons", guard_ms=0)
        room.show()
        qtbot.waitUntil(room.isActiveWindow)
        hands = Hands(room, qtbot)
        hands.begin()
        while room.page is Page.CASE:
            one_part(hands, study, reader, typed)
            room = hands.room
            qtbot.waitUntil(
                lambda room=room: not room.driver.busy and (room.page is not Page.CASE or room.board.ready),
                timeout=15000,
            )
        finished = room.page is Page.DONE
        room.close()
        decoder.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qtbot.waitUntil(lambda room=room: not isValid(room))
        clock.now += timedelta(days=29)
    return typed


def one_part(hands: Hands, study: Frozen, reader: str, typed: dict[tuple[int, str], int]) -> None:
    """One call: checks what is on the screen, types a rating, and locks or saves it."""
    room = hands.room
    view = room.flow.view
    assert view is not None
    said = texts_of(room)
    assert TRUTH_WORD not in said
    aided = view.condition == "aided" and view.stage is not Stage.FIRST
    assert (AI_WORD in said) is aided
    done = room.sitting._standing.done if room.sitting._standing else 0
    number = done  # readings finished before this one: the place among all of the reader's
    value = entered(reader, number, view.stage.value)
    hands.rate(value)
    typed[number, view.stage.value] = value
    study.clock.pass_time(3)  # type: ignore[attr-defined]
    hands.enter()


@pytest.mark.timeout(400)
@pytest.mark.parametrize("kind", ["sequential", "crossover"])
def test_a_whole_study_is_read_and_its_export_is_what_was_typed(kind: str, folder: Path, qtbot: QtBot) -> None:
    study = freeze(folder, raw_plan(kind=kind, readers=READERS, cases=CASES))
    typed = {reader: read_sittings(study, reader, qtbot, folder) for reader in ("R1", "R2", "R3")}
    with study.administrator() as store:
        opened = open_study(store)
        verdict, _ = store.verify()
    assert verdict.whole
    rows = list(csv.DictReader(io.StringIO(long_table(opened).csv())))
    assert len(rows) == READERS * 2 * CASES
    numbers = {(a.reader, a.case, a.condition): a.number for a in opened.schedule.assignments}
    for row in rows:
        first = kind == "sequential" and row["condition"] == "unaided"
        number = numbers[row["reader"], row["case"], "aided" if kind == "sequential" else row["condition"]]
        value = typed[row["reader"]][number, "first" if first else "final"]
        assert float(row["rating"]) == value
        assert int(row["call"]) == (value >= 50)
        assert float(row["active_s"]) == 3
        assert int(row["ai_shown"]) == (row["condition"] == "aided")
    order_and_balance(opened, kind)
    nothing_leaks(study)


def order_and_balance(opened: Any, kind: str) -> None:
    """Calls came in the order of the schedule, unaided before the AI, and arms are balanced over readers and cases."""
    assert prove(opened.plan, opened.schedule).faults == ()
    for reader in ("R1", "R2", "R3"):
        finals = [r for r in opened.readings if r.assignment.reader == reader and r.stage is Stage.FINAL]
        assert [r.assignment.number for r in finals] == list(range(len(finals)))
        if kind == "sequential":
            for final in finals:
                [first] = [r for r in opened.readings if r.assignment is final.assignment and r.stage is Stage.FIRST]
                assert first.seq < opened.releases[final.assignment.id] < final.seq
            continue
        periods = Counter((r.assignment.period, r.assignment.condition) for r in finals)
        assert set(periods.values()) == {CASES // 2}, "half of the cases are aided first"
        orders = {tuple(r.assignment.case for r in finals if r.assignment.period == period) for period in (1, 2)}
        assert len(orders) == 2, "each period has an order of its own"
        assert all(len(set(order)) == CASES for order in orders)
        for final in finals:
            assert (final.assignment.id in opened.releases) is (final.assignment.condition == "aided")
    firsts = Counter((r.assignment.case, r.assignment.condition) for r in opened.readings if r.assignment.period == 1)
    if kind == "crossover":
        assert {condition for _, condition in firsts} == {"unaided", "aided"}


def nothing_leaks(study: Frozen) -> None:
    """In no file of the study folder are truth or the AI's words in the clear."""
    for path in study.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert TRUTH_WORD.encode() not in data, path
            assert AI_WORD.encode() not in data, path
            assert b"SECRET" not in data, path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.timeout(300)
def test_a_killed_window_loses_no_call_and_goes_on_at_the_right_case(folder: Path) -> None:
    study = freeze(folder, raw_plan(cases=40))  # more than a quick machine reads before it is killed
    chance, acknowledged = random.Random(3), []
    for _ in range(3):
        expected = next_part(study)
        said = killed(study, folder, chance)
        shown = [line for line in said if line.startswith("showing")]
        if shown:
            assert shown[0] == expected, "it resumed at another case"
        acknowledged += [line.removeprefix("saved ") for line in said if line.startswith("saved")]
        with study.administrator() as store:
            opened = open_study(store)
            assert store.verify()[0].whole
        kept = Counter(f"{r.assignment.number} {r.stage.value} {r.answers['rating']:g}" for r in opened.readings)
        assert not kept or max(kept.values()) == 1, "a call was doubled"
        assert set(acknowledged) <= set(kept), "a call that the window called saved was lost"
    assert acknowledged


def next_part(study: Frozen) -> str:
    with study.reader() as store:
        desk = store.desk("R1")
        item = desk.next_assignment()
        assert item is not None
        stage = "final" if desk.reading(item.id, Stage.FIRST) else "first"
        return f"showing {item.number} {stage}"


def killed(study: Frozen, folder: Path, chance: random.Random) -> list[str]:
    """Runs the window until a few calls are saved, kills it at some moment after, and returns what it said."""
    said = folder / "said"
    command = [sys.executable, "-m", "tests.ui.reading_driver", str(study.folder), str(study.keys), str(folder)]
    with said.open("w") as out:
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.DEVNULL)
        begin = time.monotonic()
        while said.read_text().count("saved") < 2:
            assert process.poll() is None, said.read_text()
            assert time.monotonic() - begin < 80, said.read_text()
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.2))
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
    # A line that was cut by the kill is no acknowledgement.
    return [line.strip() for line in said.read_text().splitlines(keepends=True) if line.endswith("\n")]
