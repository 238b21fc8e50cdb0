"""A day of use with the real program: open, hang, compare, measure, predict, look, export, be killed, come back.

The pictures of every step are left in `.build/journeys` (or RADVIEWER_ARTEFACTS) to be looked at.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
WORK = (
    "empty", "opened", "scrolled", "two-series-side-by-side", "windowed", "measured", "predicted",
    "maps-beside-the-image", "header", "worklist", "model-manager", "settings", "shortcuts", "planes", "measurements",
    "statistics", "keys", "exported",
)  # fmt: skip
RECOVER = ("offered", "recovered", "german", "light")


def artefacts() -> Path:
    return Path(os.environ.get("RADVIEWER_ARTEFACTS", ROOT / ".build" / "journeys"))


def part(name: str, home: Path, said: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "RADVIEWER_HOME": str(home), "OMP_NUM_THREADS": "1"}
    with said.open("w") as out:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.ui.journeys.day", name, str(artefacts() / name)],
            cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT,
        )  # fmt: skip


def steps(said: Path) -> tuple[str, ...]:
    return tuple(line[5:] for line in said.read_text().splitlines() if line.startswith("step "))


@pytest.mark.slow
@pytest.mark.timeout(1500)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_day_is_worked_cut_off_by_kill_9_and_taken_up_again(tmp_path: Path) -> None:
    home, said = tmp_path / "home", tmp_path / "said"
    process = part("work", home, said)
    try:
        end = time.monotonic() + 900
        while "ready\n" not in said.read_text():
            assert process.poll() is None, said.read_text()
            assert time.monotonic() < end, said.read_text()
            time.sleep(0.2)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
    assert steps(said) == WORK
    again = part("recover", home, tmp_path / "again")
    again.wait(timeout=400)
    told = (tmp_path / "again").read_text()
    assert told.endswith("ended\n"), told
    assert steps(tmp_path / "again") == RECOVER
    assert not list((home / "logs").glob("crash-*")), "no defect was noted"
    for name, wanted in (("work", WORK), ("recover", RECOVER)):
        pictures = {path.stem[3:] for path in (artefacts() / name).glob("[0-9][0-9]-*.png")}
        assert set(wanted) <= pictures
