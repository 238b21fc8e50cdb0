"""`radviewer models`: lists, shows, checks and installs model packs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radviewer.core.errors import ModelPackProblem, Problem, RadviewerError, describe

if TYPE_CHECKING:
    from radviewer.inference.registry import Pack, PackEntry


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the actions and their options."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|show|check|install")
    listed = actions.add_parser("list", help="all packs on the search path, with the reasons of those refused")
    show = actions.add_parser("show", help="what a pack says about itself, and its card")
    show.add_argument("id", metavar="ID")
    check = actions.add_parser("check", help="verify checksums and golden cases (of all packs without ID)")
    check.add_argument("id", metavar="ID", nargs="?")
    install = actions.add_parser("install", help="copy a pack into the user's folder after checking it")
    install.add_argument("source", type=Path, metavar="PACK", help="the pack's folder, or a zip archive of it")
    for action in (listed, show, check):
        action.add_argument("--format", choices=("table", "json"), default="table", help="how to print")


def run(arguments: argparse.Namespace) -> int:
    """Runs the chosen action; 3 if a pack is refused or fails its checks."""
    actions: dict[str, Callable[[argparse.Namespace], int]] = {
        "list": _list, "show": _show, "check": _check, "install": _install,
    }  # fmt: skip
    return actions[arguments.action](arguments)


def _list(arguments: argparse.Namespace) -> int:
    from radviewer.cli.output import as_json, as_table, emit, tell_problem
    from radviewer.inference.registry import Registry

    entries = Registry().entries()
    if arguments.format == "json":
        emit(as_json([_entry_json(entry) for entry in entries]), None)
        return _status(entries)
    rows = []
    for entry in entries:
        manifest = entry.manifest
        if manifest is None:
            rows.append([entry.folder.name, "", "refused", "", entry.origin.value])
        else:
            labels = ", ".join(label.key for label in manifest.labels)
            rows.append([manifest.id, manifest.version, manifest.title, labels, entry.origin.value])
    emit(as_table(["model", "version", "title", "labels", "from"], rows), None)
    if not entries:
        emit("No model is on the search path.\n", None)
    for entry in entries:
        if entry.problem is not None:
            tell_problem(entry.folder, entry.problem)
    return _status(entries)


def _status(entries: tuple[PackEntry, ...]) -> int:
    from radviewer.cli.main import OK, REFUSED

    return REFUSED if any(entry.problem is not None for entry in entries) else OK


def _entry_json(entry: PackEntry) -> dict[str, Any]:
    from radviewer.cli.output import problem_json

    manifest = entry.manifest
    return {
        "id": None if manifest is None else manifest.id,
        "version": None if manifest is None else manifest.version,
        "title": None if manifest is None else manifest.title,
        "labels": None if manifest is None else [label.key for label in manifest.labels],
        "origin": entry.origin.value,
        "folder": str(entry.folder),
        "error": problem_json(entry.problem),
    }


def _show(arguments: argparse.Namespace) -> int:
    from radviewer.cli.main import OK
    from radviewer.cli.output import as_json, as_table, emit
    from radviewer.inference.registry import Registry

    pack = Registry().get(arguments.id)
    if arguments.format == "json":
        emit(as_json({"folder": str(pack.folder), "manifest": _manifest_json(pack), "card": pack.card}), None)
        return OK
    emit(as_table(["", ""], _facts(pack)), None)
    emit(f"\n{pack.card}", None)
    return OK


def _manifest_json(pack: Pack) -> dict[str, Any]:
    import dataclasses

    return dataclasses.asdict(pack.manifest)


def _facts(pack: Pack) -> list[list[str]]:
    m = pack.manifest
    arguments = ", ".join(f"{key}={value}" for key, value in m.architecture.arguments.items())
    calibrated = (
        "not calibrated" if m.temperature is None else f"temperature {m.temperature:g} ({m.calibration_source})"
    )
    return [
        ["model", f"{m.id} {m.version}: {m.title}"],
        ["folder", str(pack.folder)],
        ["intended use", m.intended_use],
        ["licence", m.licence],
        ["network", f"{m.architecture.name} {arguments}".strip()],
        ["input", f"{m.input.stage.value} values, {m.input.rows} x {m.input.columns}, {m.input.fit.value}"],
        ["labels", ", ".join(f"{label.key} ({label.name})" for label in m.labels)],
        ["probabilities", f"{m.activation.value}, {calibrated}"],
        ["explained at", m.explain.cam_layer],
        ["made for", f"modality {', '.join(m.gate.modalities) or 'any'}; {', '.join(m.gate.body_parts) or 'any part'}"],
        ["weights", f"{m.weights.file} ({m.weights.dtype}), SHA-256 {m.weights.sha256}"],
    ]


def _check(arguments: argparse.Namespace) -> int:
    from radviewer.cli.main import OK, REFUSED
    from radviewer.cli.output import as_json, as_table, emit, progress_bar, tell_problem
    from radviewer.core.tasks import Progress
    from radviewer.inference.registry import Registry

    registry = Registry()
    entries = registry.entries()
    if arguments.id is not None:
        pack = registry.get(arguments.id)
        entries = tuple(entry for entry in entries if entry.folder == pack.folder)
    results = []
    with progress_bar() as progress:
        for number, entry in enumerate(entries):
            progress(Progress("checking models", number, len(entries)))
            results.append(_checked(entry))
    if arguments.format == "json":
        emit(as_json(results), None)
    else:
        header = ["model", "cases", "largest difference", "tolerance", "result"]
        rows = [
            [item["id"], item["cases"], _short(item["largest_difference"]), item["tolerance"],
             "passed" if item["passed"] else "failed"]
            for item in results
        ]  # fmt: skip
        emit(as_table(header, rows, header[1:4]), None)
        for item in results:
            if item["error"] is not None:
                tell_problem(item["id"], Problem(**item["error"]))
    return OK if all(item["passed"] for item in results) else REFUSED


def _checked(entry: PackEntry) -> dict[str, Any]:
    from radviewer.cli.output import problem_json

    result: dict[str, Any] = {
        "id": entry.folder.name, "version": None, "folder": str(entry.folder), "passed": False, "cases": None,
        "largest_difference": None, "tolerance": None, "device": None, "error": problem_json(entry.problem),
    }  # fmt: skip
    if entry.manifest is None:
        return result
    from radviewer.inference.checks import check_pack
    from radviewer.inference.registry import Pack

    result |= {"id": entry.manifest.id, "version": entry.manifest.version}
    try:
        report = check_pack(Pack(entry.folder, entry.manifest))
    except RadviewerError as error:
        return result | {"error": problem_json(describe(error))}
    problem = None
    if not report.passed:
        problem = Problem(
            ModelPackProblem.kind,
            f"The golden cases differ by {report.largest_difference:.2g}, more than {report.tolerance:g}.",
            "Do not use the model on this machine; install it again, or another version of torch.",
        )
    return result | {
        "passed": report.passed, "cases": report.cases, "largest_difference": report.largest_difference,
        "tolerance": report.tolerance, "device": report.device, "error": problem_json(problem),
    }  # fmt: skip


def _short(value: float | None) -> str:
    return "" if value is None else f"{value:.1e}"


def _install(arguments: argparse.Namespace) -> int:
    from radviewer.cli.main import OK
    from radviewer.cli.output import emit
    from radviewer.inference.registry import install
    from radviewer.workbench.model_store import check

    pack = install(arguments.source, check=check)
    emit(f"Installed {pack.manifest.id} {pack.manifest.version} in {pack.folder}.\n", None)
    return OK
