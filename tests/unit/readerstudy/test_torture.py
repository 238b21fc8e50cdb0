"""A reader's program is killed at any moment: what was acknowledged is there once, and reading goes on where it was."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.keys import ADMINISTRATOR, WORKSTATION, key_path, new_keys, save_keys
from radviewer.readerstudy.opened import open_study
from radviewer.readerstudy.study_store import Place, StudyStore
from tests.unit.readerstudy.reading import frozen, rating_of

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def driver(tmp_path: Path) -> list[str]:
    key = key_path(tmp_path / "keys", "test-study", WORKSTATION)
    return [
        sys.executable, "-m", "tests.unit.readerstudy.driver",
        str(tmp_path / "study"), str(key), str(tmp_path / "anchors"), "R1",
    ]  # fmt: skip


def prepare(tmp_path: Path, cases: int) -> Place:
    keys = new_keys("test-study")
    save_keys(keys, tmp_path / "keys")
    with frozen(tmp_path, ManualClock(), keys, readers=1, cases=cases) as store:
        return store.place


def killed_once(tmp_path: Path, chance: random.Random, acknowledged: list[str], shown: list[str]) -> bool:
    """Runs the driver and kills it at some moment after it opened the study; True if it finished before."""
    said = tmp_path / "said"
    with said.open("w") as out:
        process = subprocess.Popen(driver(tmp_path), cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
        begin = time.monotonic()
        while not said.read_text().startswith("open\n"):
            assert process.poll() is None, said.read_text()
            assert time.monotonic() - begin < 60, said.read_text()
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.12))
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
    lines = said.read_text()
    assert "Traceback" not in lines, lines
    # A line that was cut by the kill is no acknowledgement.
    whole = [line for line in lines.splitlines(keepends=True) if line.endswith("\n")]
    for line in whole:
        word, _, rest = line.strip().partition(" ")
        if word == "saved":
            acknowledged.append(rest)
    shown.append(next((line.split(" ", 1)[1].strip() for line in whole if line.startswith("showing")), ""))
    return any(line == "finished\n" for line in whole)


def torture(tmp_path: Path, kills: int, cases: int) -> None:
    place, chance = prepare(tmp_path, cases), random.Random(kills)
    study = tmp_path / "study"
    done = 0
    while done < kills:
        acknowledged: list[str] = []
        for _ in range(kills):
            done += 1
            before = expected_next(place)
            shown: list[str] = []
            finished = killed_once(tmp_path, chance, acknowledged, shown)
            assert not shown[0] or shown[0] == before, "it resumed at another case"
            check(place, acknowledged)
            if finished or done >= kills:
                break
        if done < kills:
            shutil.rmtree(study)
            shutil.rmtree(tmp_path / "anchors")
            with frozen(tmp_path, ManualClock(), place.keys, readers=1, cases=cases):
                pass


def expected_next(place: Place) -> str:
    with StudyStore.open(place) as store:
        desk = store.desk("R1")
        item = desk.next_assignment()
        if item is None:
            return ""
        slots = store.ledger.slots("R1")
        return f"{item.id} {'final' if f'reading:{item.id}:first' in slots else 'first'}"


def check(place: Place, acknowledged: list[str]) -> None:
    with StudyStore.open(place) as store:
        opened = open_study(store)
        verdict, _ = store.verify()
        assert verdict.whole
        found = Counter(f"{r.assignment.id} {r.stage.value}" for r in opened.readings)
        assert not found or max(found.values()) == 1, "a call was doubled"
        assert set(acknowledged) <= set(found), "an acknowledged call was lost"
        for reading in opened.readings:
            item = reading.assignment
            assert reading.answers["rating"] == rating_of("R1", item.number, reading.stage.value)


def test_a_killed_reading_loses_and_doubles_nothing_and_resumes_at_the_right_case(tmp_path: Path) -> None:
    torture(tmp_path, 6, 12)


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_two_hundred_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    torture(tmp_path, 200, 60)


def test_every_save_is_synced_to_the_disk_before_it_is_acknowledged(tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    if os.environ.get("PYTEST_XDIST_WORKER", "gw0") != "gw0":
        pytest.skip("traced in one worker only")
    prepare(tmp_path, 50)
    log = tmp_path / "trace"
    traced = subprocess.run(
        ["strace", "-f", "-o", str(log), "-e", "trace=fsync,fdatasync,write,unlink,pwrite64", *driver(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    if traced.returncode:
        pytest.skip(f"strace is not allowed here: {traced.stderr.splitlines()[-1:]}")
    synced, saves = False, 0
    for line in log.read_text().splitlines():
        if "pwrite64(" in line:
            synced = False
        if "fsync(" in line or "fdatasync(" in line:
            synced = True
        if 'write(1, "saved' in line:
            assert synced
            saves += 1
    assert saves == 100


def test_the_administrators_key_is_not_needed_to_read(tmp_path: Path) -> None:
    prepare(tmp_path, 4)
    key_path(tmp_path / "keys", "test-study", ADMINISTRATOR).unlink()
    result = subprocess.run(driver(tmp_path), cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert result.stdout.endswith("finished\n")
