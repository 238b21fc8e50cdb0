"""Tries a frozen radviewer as a user's machine would meet it: another folder, no Python, no display, no network.

Run: python packaging/smoke_test.py PROGRAM [--root FOLDER] [--user UID]

PROGRAM is the executable; with FOLDER it is run by chroot in there, with UID as that user.

Each step is a command of the program itself. The environment is empty but for a home in a new folder, so nothing of the
machine that runs this test can help it. Afterwards the home, the folder of temporary files and the program's own folder
are looked through: nothing may lie outside the folders that the program names, and its own is as it was.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

_LIMIT = 1200.0
# Transfer syntaxes without loss that hold the same 16-bit picture: their frames have one hash.
_LOSSLESS = 12
_PACKS = ("brain-mri", "chest-pneumonia")
# What a user should never read.
_DEFECTS = ("Traceback", "Warning:")
# What Qt and fontconfig keep for themselves in the user's cache, for all programs.
_CACHES_OF_OTHERS = ("fontconfig", "mesa_shader_cache", "mesa_shader_cache_db", "qtshadercache")


class Smoke:
    """Runs the program and keeps count.

    Args:
        program: The executable, as it is called inside of `root`.
        root: A root folder that it is run in, or None for this machine's own.
        user: Number of the user who runs it in the root folder; None for the one who runs this test.
    """

    def __init__(self, program: str, root: Path | None, user: int | None = None) -> None:
        self.program, self.root, self.user = program, root, user
        self.base = Path(tempfile.mkdtemp(prefix="radviewer-smoke-", dir=(root / "tmp") if root else None)).resolve()
        self.failures: list[str] = []
        for name in ("home", "tmp", "elsewhere", "work"):
            (self.base / name).mkdir()
        for path in (self.base, *self.base.iterdir()):
            if user is not None:
                os.chown(path, user, user)

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
        if os.name == "nt":  # without these Windows starts nothing
            environment |= {name: os.environ[name] for name in ("SystemRoot", "USERPROFILE") if name in os.environ}
            environment |= {name: str(self.base / "home") for name in ("LOCALAPPDATA", "APPDATA")}
            environment |= {name: str(self.base / "tmp") for name in ("TEMP", "TMP")}
        began = time.monotonic()
        done = subprocess.run(
            self._command(arguments), env=environment, cwd=self.base / "elsewhere", capture_output=True, text=True,
            encoding="utf-8", timeout=_LIMIT, check=False,
        )  # fmt: skip
        seconds = time.monotonic() - began
        name = " ".join(arguments[:2])
        good = done.returncode == expect and not any(word in done.stdout + done.stderr for word in _DEFECTS)
        print(f"{'ok   ' if good else 'FAILS'} {name:30} {seconds:6.1f} s", flush=True)
        if not good:
            self.failures.append(name)
            print(f"      status {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}", flush=True)
        return done.stdout

    def _command(self, arguments: tuple[str, ...]) -> list[str]:
        command = [self.program, *arguments]
        if self.root is None:
            return command
        # chroot has no option for the folder, so the call goes through the root's own shell.
        line = f'cd {self.inside(self.base / "elsewhere")} && exec "$@"'
        chroot = [shutil.which("chroot") or "/usr/sbin/chroot"]
        if self.user is not None:
            chroot += [f"--userspec={self.user}:{self.user}"]
        return [*chroot, str(self.root), "/bin/sh", "-c", line, "sh", *command]

    def json(self, *arguments: str) -> list[Any]:
        """Runs one command that prints a list as JSON; an empty list where it did not."""
        try:
            found = json.loads(self.call(*arguments))
        except ValueError:
            return []
        return found if isinstance(found, list) else [found]

    def expect(self, what: str, holds: bool, detail: str = "") -> None:
        """Notes something that has to be so."""
        print(f"{'ok   ' if holds else 'FAILS'} {what} {detail}", flush=True)
        if not holds:
            self.failures.append(what)

    def program_folder(self) -> Path:
        """Where the program lies, seen from here."""
        path = Path(f"{self.root}{self.program}") if self.root else Path(self.program)
        if path.is_symlink():  # /usr/bin/radviewer
            path = path.parent / path.readlink()
        return Path(os.path.normpath(path)).parent

    def leftovers(self) -> list[str]:
        """Files in the home that lie in none of the program's own folders, and temporary files that were left."""
        home = self.base / "home"
        own = tuple(home / ".local" / name / "radviewer" for name in ("share", "state"))
        own += (home / ".config" / "radviewer", home / ".cache" / "radviewer", home / "radviewer")
        own += tuple(home / "Library" / name / "radviewer" for name in ("Application Support", "Caches", "Logs"))
        own += tuple(home / ".cache" / name for name in _CACHES_OF_OTHERS)
        strange = [path for path in home.rglob("*") if path.is_file() and not any(path.is_relative_to(o) for o in own)]
        strange += list((self.base / "tmp").iterdir()) + list((self.base / "elsewhere").iterdir())
        return [str(path.relative_to(self.base)) for path in strange]


def listing(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file below a folder."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            facts = path.stat()
            found[str(path)] = (facts.st_size, facts.st_mtime_ns)
    return found


def self_test(smoke: Smoke, samples: Path) -> None:
    """Every part once: decoders, plug-ins, model packs, translations, the decode process and the torch thread."""
    version = smoke.call("--version")
    smoke.expect("it says its version", version.startswith("radviewer "), version.strip())
    found = smoke.json("doctor", "--selftest", "--samples", smoke.inside(samples), "--format", "json")
    wrong = [f"{item['name']}: {item['detail']}" for item in found if not item["ok"]]
    smoke.expect("the self-test finds nothing wrong", bool(found) and not wrong, "; ".join(wrong))
    names = [item["name"] for item in found]
    decoders = [name for name in names if name.startswith("decoder: ")]
    files = list(samples.glob("transfer-syntaxes/*.dcm"))
    smoke.expect("every transfer syntax is tried", len(decoders) == len(files) >= 19, f"{len(decoders)} decoders")
    for start in (
        *(f"model {pack}" for pack in _PACKS), *(f"golden cases of {pack}" for pack in _PACKS), "Qt plug-ins",
        "Qt image formats", "translation de", "predict and explain", "window: transfer syntaxes",
        "window: torch thread", "window: closes",
    ):  # fmt: skip
        told = next((item["detail"] for item in found if item["name"] == start and item["ok"]), None)
        smoke.expect(start, told is not None, told or "")


def images(smoke: Smoke, samples: Path, work: Path) -> None:
    """One file of each transfer syntax, a prediction, maps, and the window with the sample study."""
    read = smoke.json("inspect", smoke.inside(samples / "transfer-syntaxes"), "--format", "json")
    refused = [item["path"] for item in read if item["error"] is not None]
    smoke.expect("one file of each transfer syntax is read", len(read) >= 19 and not refused, ", ".join(refused))
    syntaxes = {item["transfer_syntax"] for item in read}
    smoke.expect("they are of different syntaxes", len(syntaxes) == len(read), f"{len(syntaxes)}")
    hashes = [item["pixel_sha256"] for item in read]
    most = max((hashes.count(one) for one in set(hashes)), default=0)
    smoke.expect("those without loss hold the same pixels", most >= _LOSSLESS, f"{most} files")
    shown = work / "shown.png"
    smoke.call("render", smoke.inside(samples / "transfer-syntaxes" / "00.dcm"), "--out", smoke.inside(shown))
    smoke.expect("an image is rendered", shown.is_file() and shown.read_bytes()[:4] == b"\x89PNG")
    sample = smoke.inside(samples / "brain-mr" / "brain-mr-13.dcm")
    scores = smoke.call("predict", sample, "--model", "brain-mri", "--format", "json")
    smoke.expect("it predicts", '"probability"' in scores or "glioma" in scores.lower())
    maps = work / "maps"
    smoke.call(
        "explain", sample, "--model", "brain-mri", "--method", "gradcam", "--export", "nifti", "--out",
        smoke.inside(maps),
    )  # fmt: skip
    smoke.expect("maps are written", any(maps.rglob("*.png")) and any(maps.rglob("*.nii*")))
    picture = work / "window.png"
    told = smoke.call("demo", "--screenshot", smoke.inside(picture))
    smoke.expect("the window shows the sample study", picture.is_file() and picture.stat().st_size > 20_000)
    smoke.expect("it predicts in the window", "Glioma" in told)


def study(smoke: Smoke, work: Path) -> None:
    """Three cases of the demonstration study, and a report."""
    made, fresh, report = work / "study", work / "fresh", work / "report"
    smoke.call("study", "demo", "--out", smoke.inside(made), "--readers", "2", "--cases", "8")
    plan = smoke.inside(made / "sequential" / "plan")
    # Keys of its own: beside those of the demonstration lies how far that study has come; this one would seem cut off.
    keys = smoke.inside(work / "keys")
    smoke.call("study", "schedule", plan, "--out", smoke.inside(fresh), "--new-keys", "--keys", keys)
    # Each case is called without and then with the AI: six calls are three cases.
    (work / "calls.csv").write_text("rating\n" + "".join(f"{10 * k}\n" for k in range(6)))
    told = smoke.call(
        "study", "read", smoke.inside(fresh), "--reader", "Simulated 1", "--script", smoke.inside(work / "calls.csv"),
        "--keys", keys,
    )  # fmt: skip
    smoke.expect("three cases are read", "6 calls saved, 3 of" in told, told.strip().rpartition("\n")[2])
    smoke.call("study", "verify", smoke.inside(fresh), "--keys", keys)
    smoke.call(
        "report", smoke.inside(made / "sequential" / "export" / "reads.csv"), "--out", smoke.inside(report),
        "--replicates", "100",
    )  # fmt: skip
    written = {path.suffix for path in report.glob("*")}
    smoke.expect("the report is there", {".html", ".pdf", ".json"} <= written, ", ".join(sorted(written)))


def carried(smoke: Smoke) -> None:
    """The lists of licences lie beside the program."""
    folder = smoke.program_folder() / "_internal" / "licences"
    listed = json.loads((folder / "licences.json").read_text()) if (folder / "licences.json").is_file() else []
    names = {item["name"] for item in listed}
    smoke.expect("the list of licences is inside", {"torch", "numpy", "Python"} <= names, f"{len(listed)} parts")
    texts = [path for path in folder.rglob("*") if path.is_file()]
    smoke.expect("their texts are inside", len(texts) > 40, f"{len(texts)} files")


def steps(smoke: Smoke) -> None:
    """The whole way of a user, by commands."""
    work = smoke.base / "work"
    before = listing(smoke.program_folder())
    smoke.expect("the program's folder is found", len(before) > 100, f"{len(before)} files")
    self_test(smoke, work / "samples")
    images(smoke, work / "samples", work)
    study(smoke, work)
    carried(smoke)
    left = smoke.leftovers()
    smoke.expect("no file lies outside the program's folders", not left, ", ".join(left[:5]))
    smoke.expect("the program's own folder is as it was", listing(smoke.program_folder()) == before)


def main() -> int:
    """Runs all steps; 1 if any failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", help="the frozen executable")
    parser.add_argument("--root", type=Path, help="run it by chroot in this folder")
    parser.add_argument("--user", type=int, metavar="UID", help="with --root: run it as this user")
    arguments = parser.parse_args()
    program = arguments.program if arguments.root else str(Path(arguments.program).absolute())
    smoke = Smoke(program, arguments.root.resolve() if arguments.root else None, arguments.user)
    try:
        steps(smoke)
    finally:
        shutil.rmtree(smoke.base, ignore_errors=True)
    print(f"{len(smoke.failures)} failures: {', '.join(smoke.failures)}" if smoke.failures else "all good")
    return 1 if smoke.failures else 0


if __name__ == "__main__":
    sys.exit(main())
