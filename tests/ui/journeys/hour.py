"""A long run of the real program: `python -m tests.ui.journeys.hour [MINUTES] [SEED]`, or `make journey MINUTES=60`.

Sittings follow each other in one user's folder. Each begins by taking up what the one before left, does steps of all
kinds in a seeded order, and is ended by kill -9: at rest, when all that was on the screen has to come back exactly, or
in the middle of a step. The first sitting is half of the time, to see whether memory grows. MINUTES=0 is one pass:
every kind of step once, a kill, and the recovery. Under Xvfb where it is installed, else without a display.

Pictures of every kind of step, and `report.json` with memory, open files, gaps of the event loop and what was wrong,
are left in `.build/journeys/hour` (or RADVIEWER_ARTEFACTS).
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.ui.journeys.material import sources
from tests.ui.journeys.report import Report
from tests.ui.journeys.watching import descendants

ROOT = Path(__file__).resolve().parents[3]
SIZES = ((1500, 900), (1366, 768), (1900, 1000))
_SHORT = 300.0  # seconds of a sitting after the first
_SILENT = 420.0  # seconds without a word after which a sitting is taken to hang


def artefacts() -> Path:
    """Where pictures and the report go."""
    return Path(os.environ.get("RADVIEWER_ARTEFACTS", ROOT / ".build" / "journeys")) / "hour"


@contextlib.contextmanager
def display() -> Iterator[dict[str, str]]:
    """The environment of a program with a display: Xvfb, or Qt's offscreen platform."""
    if shutil.which("Xvfb") is None or os.environ.get("RADVIEWER_JOURNEY") == "offscreen":
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{told.readline().strip()}"}
    finally:
        server.terminate()
        server.wait(20)


def lengths(minutes: float) -> list[float]:
    """Seconds of each sitting: one of half of the time, then short ones."""
    seconds = minutes * 60
    if seconds <= 0:
        return [0.0, 0.0]
    count = max(1, round(seconds / 2 / _SHORT))
    return [seconds / 2, *[seconds / 2 / count] * count]


class Hour:
    """Runs sittings and listens to them.

    Args:
        folder: For the user's folder, the material and exports.
        minutes: How long; 0 for one pass.
        seed: Of everything that is chosen.
        environment: Of the display.
    """

    def __init__(self, folder: Path, minutes: float, seed: int, environment: dict[str, str]) -> None:
        self.folder, self.minutes = folder, minutes
        self.rng = random.Random(seed)
        self.home = folder / "home"
        self.environment = {
            **os.environ,
            **environment,
            "RADVIEWER_HOME": str(self.home),
            "OMP_NUM_THREADS": "1",
            "PYTHONFAULTHANDLER": "1",
        }
        self.report = Report(seed, minutes, environment.get("DISPLAY", "offscreen"))
        self.sources = sources(folder / "material")
        self.expected: dict[str, Any] | None = None

    def run(self) -> Report:
        """All sittings."""
        parts = lengths(self.minutes)
        for number, seconds in enumerate(parts):
            self.sitting(number, seconds, last=number == len(parts) - 1)
        for path in sorted((self.home / "logs").glob("crash-*")):
            self.report.wrong(f"a crash report was written: {path.read_text()[-1500:]}", "logs")
        self.report.end(artefacts())
        return self.report

    def sitting(self, number: int, seconds: float, *, last: bool) -> None:
        """One sitting; it is killed unless it is the last."""
        shots = artefacts() / f"sitting-{number:02d}"
        shots.mkdir(parents=True, exist_ok=True)
        at_rest = number % 2 == 0
        order = self.folder / "order.json"
        order.write_text(
            json.dumps(
                {
                    "shots": str(shots), "folder": str(self.folder), "sources": [str(path) for path in self.sources],
                    "seed": self.rng.randrange(1 << 30), "size": SIZES[number % len(SIZES)], "seconds": seconds,
                    "each": number == 0, "killed": number > 0, "expected": self.expected, "last": last,
                }
            )
        )  # fmt: skip
        until = None if at_rest or last else time.monotonic() + seconds * self.rng.uniform(0.4, 1.0)
        self.expected = None
        with (shots / "said").open("wb") as said, (shots / "errors").open("wb") as errors:
            child = subprocess.Popen(
                [sys.executable, "-m", "tests.ui.journeys.sitting", str(order)],
                cwd=ROOT, env=self.environment, stdout=said, stderr=errors,
            )  # fmt: skip
        self.listen(child, shots / "said", number, until, last=last)
        self.end(child, last=last)
        self.errors(shots / "errors")

    def listen(
        self, child: subprocess.Popen[bytes], said: Path, number: int, until: float | None, *, last: bool
    ) -> None:
        """Takes what a sitting says until it is ready to be killed, its time has come, or it ended."""
        heard, at = time.monotonic(), 0
        while child.poll() is None and (until is None or time.monotonic() < until):
            text = said.read_bytes()[at:]
            whole = text[: text.rfind(b"\n") + 1]
            at += len(whole)
            for line in whole.splitlines():
                heard = time.monotonic()
                words = json.loads(line)
                self.report.take(number, words)
                if "ready" in words and not last:
                    self.expected = words["ready"]
                    return
            if time.monotonic() - heard > _SILENT:
                self.report.wrong(f"sitting {number} said nothing for {_SILENT:.0f} s", "hang")
                child.send_signal(signal.SIGABRT)  # its threads are told on the standard error
                return
            time.sleep(0.2)

    def end(self, child: subprocess.Popen[bytes], *, last: bool) -> None:
        """Kills the program, or waits for its end; none of its processes may be left."""
        below = descendants(child.pid)
        if last:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(120)
            if child.returncode != 0:
                self.report.wrong(f"the last sitting ended with {child.returncode}", "end")
        elif child.poll() is not None:
            self.report.wrong(f"the program ended by itself with {child.returncode}", "end")
        child.kill()
        child.wait(60)
        end = time.monotonic() + 30
        while left := [process for process in below if Path(f"/proc/{process}").exists()]:
            if time.monotonic() > end:
                self.report.wrong(f"{len(left)} processes are left after the kill", "end")
                return
            time.sleep(0.2)

    def errors(self, path: Path) -> None:
        """Whatever the program wrote on its standard error is wrong."""
        lines = path.read_text(errors="replace").splitlines()
        # What Python's tracker of shared memory clears away after a kill, it tells.
        text = "\n".join(line for line in lines if "resource_tracker" not in line)
        if text:
            self.report.wrong(f"on the standard error: {text[-2000:]}", "errors")


def main(arguments: list[str]) -> int:
    """Runs and prints the report; 1 if anything was wrong."""
    minutes = float(arguments[0]) if arguments else 60.0
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    shutil.rmtree(artefacts(), ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder, display() as environment:
        report = Hour(Path(folder), minutes, seed, environment).run()
    print(report.text())
    return 1 if report.wrongs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
