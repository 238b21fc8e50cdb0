"""`radviewer doctor`: what works on this machine, and what does not; `--selftest` tries the parts."""

from __future__ import annotations

import argparse
import importlib.metadata
import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from radviewer import __version__
from radviewer.core.errors import RadviewerError, describe

_PACKAGES = (
    "numpy", "torch", "torchvision", "pydicom", "PySide6-Essentials", "pyqtgraph", "grad-cam", "pillow",
    "safetensors", "scipy", "pandas", "imagecodecs", "pylibjpeg-rle", "pyjpegls",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report.

    Attributes:
        name: What was looked at.
        good: Whether it works.
        detail: What was found.
    """

    name: str
    good: bool
    detail: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("--selftest", action="store_true", help="also try decoders, models, explanations and plug-ins")
    parser.add_argument(
        "--samples",
        type=Path,
        metavar="FOLDER",
        help="also write there one generated file of each transfer syntax, and the sample study",
    )
    parser.add_argument("--format", choices=("table", "json"), default="table", help="how to print")


def run(arguments: argparse.Namespace) -> int:
    """Prints the findings; 3 if something does not work."""
    from radviewer.cli.main import OK, REFUSED
    from radviewer.cli.output import as_json, as_table, emit

    findings = [finding for name, check in _LOOKS for finding in _guarded(name, check)]
    if arguments.selftest:
        from radviewer.cli.doctor_trials import TRIALS

        findings += [finding for name, trial in TRIALS for finding in _guarded(name, _as_findings(trial))]
    if arguments.samples is not None:
        findings += _samples(arguments.samples)
    if arguments.format == "json":
        emit(as_json([{"name": f.name, "ok": f.good, "detail": f.detail} for f in findings]), None)
    else:
        rows = [["ok" if finding.good else "FAILS", finding.name, finding.detail] for finding in findings]
        emit(as_table(["", "part", "found"], rows), None)
    return OK if all(finding.good for finding in findings) else REFUSED


def _samples(folder: Path) -> Iterator[Finding]:
    from radviewer.io.sample_syntaxes import write_samples
    from radviewer.workbench.demo import demo_study

    folder.mkdir(parents=True, exist_ok=True)
    written = write_samples(folder / "transfer-syntaxes")
    demo_study(folder)
    yield Finding("samples", True, f"{len(written)} transfer syntaxes and the sample study in {folder}")


def _as_findings(trial: Callable[[], Iterator[tuple[str, bool, str]]]) -> Callable[[], Iterator[Finding]]:
    return lambda: (Finding(*result) for result in trial())


def _guarded(name: str, check: Callable[[], Iterator[Finding]]) -> list[Finding]:
    """The doctor reports a part that breaks instead of breaking with it."""
    try:
        return list(check())
    except (RadviewerError, ImportError, OSError, RuntimeError) as error:
        return [Finding(name, False, describe(error).sentence())]


def _system() -> Iterator[Finding]:
    yield Finding("radviewer", True, f"{__version__}, Python {platform.python_version()}, {platform.platform()}")
    missing = []
    for package in _PACKAGES:
        try:
            importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            missing.append(package)
    present = [f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES if name not in missing]
    yield Finding("packages", not missing, f"missing: {', '.join(missing)}" if missing else ", ".join(present))


def _compute() -> Iterator[Finding]:
    from radviewer.inference.devices import choose_device

    device = choose_device("auto")
    yield Finding("compute device", True, f"{device.name} {device.note}".strip())


def _models() -> Iterator[Finding]:
    from radviewer.inference.registry import Registry, default_search_path

    entries = Registry(default_search_path()).entries()
    for entry in entries:
        if entry.manifest is not None and entry.problem is None:
            yield Finding(f"model {entry.manifest.id}", True, f"{entry.manifest.version}, {entry.manifest.title}")
        elif entry.problem is not None:
            yield Finding(f"model {entry.folder.name}", False, entry.problem.sentence())
    if not entries:
        yield Finding("models", False, "no model pack was found; the viewer works without predictions")


def _folders() -> Iterator[Finding]:
    from radviewer.io.userdirs import user_folders

    for name, folder in user_folders().items():
        yield Finding(f"folder for {name}", True, str(folder))


def _volumes() -> Iterator[Finding]:
    from radviewer.io.volume_sampling import has_simpleitk

    by = (
        f"SimpleITK {importlib.metadata.version('SimpleITK')}"
        if has_simpleitk()
        else "scipy; SimpleITK is not installed"
    )
    yield Finding("turned planes of volumes", True, f"sampled by {by}")


def _window() -> Iterator[Finding]:
    from PySide6.QtCore import qVersion

    from radviewer.cli.demo import has_display

    where = "a display is there" if has_display() else "no display: only offscreen rendering"
    yield Finding("window", True, f"Qt {qVersion()}, {where}")


_LOOKS: tuple[tuple[str, Callable[[], Iterator[Finding]]], ...] = (
    ("system", _system), ("compute device", _compute), ("models", _models), ("folders", _folders),
    ("volumes", _volumes), ("window", _window),
)  # fmt: skip
