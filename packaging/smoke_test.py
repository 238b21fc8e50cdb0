"""Tries a frozen radviewer as a user's machine would meet it: another folder, no Python, no display, no network.

    python packaging/smoke_test.py PROGRAM [--root FOLDER]

PROGRAM is the executable; with FOLDER it is run by chroot in there.

Each step is a command of the program itself. The environment is empty but for a home in a new folder, so nothing of the
machine that runs this test can help it. Afterwards the home is looked through: nothing may lie outside the folders that
the program names.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_LIMIT = 600.0


class Smoke:
    """Runs the program and keeps count.

    Args:
        program: The executable, as it is called inside of `root`.
        root: A root folder that it is run in, or None for this machine's own.
    """

    def __init__(self, program: str, root: Path | None) -> None:
        self.program, self.root = program, root
        self.base = Path(tempfile.mkdtemp(prefix="radviewer-smoke-", dir=(root / "tmp") if root else None))
        self.failures: list[str] = []

    def inside(self, path: Path) -> str:
        """A path as the program sees it."""
        return f"/{path.relative_to(self.root)}" if self.root else str(path)

    def call(self, *arguments: str, expect: int = 0) -> str:
        """Runs one command; returns what it printed.

        Args:
            arguments: Of the command.
            expect: The exit status that is right.
        """
        environment = {
            "HOME": self.inside(self.base / "home"),
            "TMPDIR": self.inside(self.base / "tmp"),
            "PATH": "",
            "PYTHONPATH": "",
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
        }
        for name in ("home", "tmp", "elsewhere"):
            (self.base / name).mkdir(exist_ok=True)
        began = time.monotonic()
        command = [self.program, *arguments]
        if self.root:
            # chroot has no option for the folder, so the call goes through the root's own shell.
            line = f'cd {self.inside(self.base / "elsewhere")} && exec "$@"'
            command = ["/bin/sh", "-c", line, "sh", *command]
            command = [shutil.which("chroot") or "/usr/sbin/chroot", str(self.root), *command]
        done = subprocess.run(
            command, env=environment, cwd=self.base / "elsewhere", capture_output=True, text=True, timeout=_LIMIT,
            check=False,
        )  # fmt: skip
        seconds = time.monotonic() - began
        name = " ".join(arguments[:2])
        good = done.returncode == expect and "Traceback" not in done.stdout + done.stderr
        print(f"{'ok   ' if good else 'FAILS'} {name:30} {seconds:6.1f} s", flush=True)
        if not good:
            self.failures.append(name)
            print(f"      status {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}", flush=True)
        return done.stdout

    def expect(self, what: str, holds: bool, detail: str = "") -> None:
        """Notes something that has to be so."""
        print(f"{'ok   ' if holds else 'FAILS'} {what} {detail}", flush=True)
        if not holds:
            self.failures.append(what)

    def leftovers(self) -> list[str]:
        """Files in the home that lie in none of the program's own folders, and temporary files that were left."""
        home = self.base / "home"
        own = tuple(home / ".local" / name / "radviewer" for name in ("share", "state"))
        own += (home / ".config" / "radviewer", home / ".cache" / "radviewer", home / "Library")
        strange = [path for path in home.rglob("*") if path.is_file() and not any(path.is_relative_to(o) for o in own)]
        # Qt and fontconfig keep caches of their own in the user's cache folder.
        strange = [path for path in strange if not path.is_relative_to(home / ".cache")]
        strange += [path for path in (self.base / "tmp").rglob("*") if path.is_file()]
        return [str(path.relative_to(self.base)) for path in strange]


def steps(smoke: Smoke) -> None:
    """The whole way of a user, by commands."""
    work = smoke.base / "work"
    work.mkdir()
    version = smoke.call("--version")
    smoke.expect("it says its version", version.startswith("radviewer "), version.strip())
    found = json.loads(smoke.call("doctor", "--selftest", "--format", "json") or "[]")
    wrong = [item["name"] for item in found if not item["ok"]]
    smoke.expect("the self-test finds nothing wrong", bool(found) and not wrong, ", ".join(wrong))
    decoders = [item for item in found if item["name"].startswith("decoder: ")]
    smoke.expect("every transfer syntax is read", len(decoders) >= 16, f"{len(decoders)} decoders")
    models = [item["name"] for item in found if item["name"].startswith("model ")]
    smoke.expect("model packs are there", bool(models), ", ".join(models))

    picture = work / "window.png"
    told = smoke.call("demo", "--screenshot", smoke.inside(picture))
    smoke.expect("the window shows the sample study", picture.is_file() and picture.stat().st_size > 20_000)
    smoke.expect("it predicts", "0." in told)
    sample = next((smoke.base / "home").rglob("brain-mr-10.dcm"), None)
    smoke.expect("the sample study lies in the program's cache", sample is not None)
    if sample is not None:
        maps = work / "maps"
        smoke.call("predict", smoke.inside(sample), "--model", "brain-mri", "--format", "json")
        smoke.call("explain", smoke.inside(sample), "--model", "brain-mri", "--out", smoke.inside(maps))
        smoke.expect("maps are written", any(maps.rglob("*.png")))

    study = work / "study"
    smoke.call("study", "demo", "--out", smoke.inside(study), "--readers", "2", "--cases", "8")
    fresh = work / "fresh"
    keys = smoke.inside(study / "sequential" / "keys")
    plan = smoke.inside(study / "sequential" / "plan")
    smoke.call("study", "schedule", plan, "--out", smoke.inside(fresh), "--keys", keys)
    (work / "calls.csv").write_text("rating\n" + "".join(f"{10 * k}\n" for k in range(6)))
    smoke.call(
        "study", "read", smoke.inside(fresh), "--reader", "Simulated 1", "--script", smoke.inside(work / "calls.csv"),
        "--keys", keys,
    )  # fmt: skip
    smoke.call("study", "verify", smoke.inside(fresh), "--keys", keys)
    report = work / "report"
    smoke.call(
        "report", smoke.inside(study / "sequential" / "export" / "reads.csv"), "--out", smoke.inside(report),
        "--replicates", "100",
    )  # fmt: skip
    smoke.expect("the report is there", {path.suffix for path in report.glob("*")} == {".html", ".pdf", ".json"})
    left = smoke.leftovers()
    smoke.expect("no file lies outside the program's folders", not left, ", ".join(left[:5]))


def main() -> int:
    """Runs all steps; 1 if any failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", help="the frozen executable")
    parser.add_argument("--root", type=Path, help="run it by chroot in this folder")
    arguments = parser.parse_args()
    program = arguments.program if arguments.root else str(Path(arguments.program).absolute())
    smoke = Smoke(program, arguments.root)
    try:
        steps(smoke)
    finally:
        shutil.rmtree(smoke.base, ignore_errors=True)
    print(f"{len(smoke.failures)} failures" if smoke.failures else "all good")
    return 1 if smoke.failures else 0


if __name__ == "__main__":
    sys.exit(main())
