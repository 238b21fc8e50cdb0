"""`radviewer inspect`: header facts and pixel hashes of files, for people and for scripts."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from radviewer.io.inspection import Inspection


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files and folders; folders are walked")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="how to print (default: table)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write to a file instead of the terminal")
    parser.add_argument(
        "--details", action="store_true", help="with --format json: add the warnings and the SHA-256 of each frame"
    )
    parser.epilog = "Exit status: 0 all files inspected; 3 some were refused (each listed, the rest done); 2 usage."


def run(arguments: argparse.Namespace) -> int:
    """Inspects and prints; 3 if some files were refused."""
    from radviewer.cli.main import OK, REFUSED
    from radviewer.cli.output import as_json, emit, progress_bar, tell
    from radviewer.core.tasks import Progress
    from radviewer.io.inspection import Inspection, inspect_file
    from radviewer.io.walk import Walk

    walk = Walk(expand=False)
    with progress_bar() as progress:
        candidates = list(walk.candidates(arguments.paths))
        results = []
        for done, candidate in enumerate(candidates):
            progress(Progress("inspecting", done, len(candidates)))
            results.append(inspect_file(candidate.path))
        progress(Progress("inspecting", len(candidates), len(candidates)))
    results += [Inspection(path, error=problem) for path, problem in walk.problems]
    if arguments.format == "json":
        text = as_json([as_object(result, arguments.details) for result in results])
    else:
        text = _table(results)
    emit(text, arguments.out)
    for result in results:
        _tell(result)
    if walk.ignored:
        tell(f"{walk.ignored} files in the folders are no images and were left out.")
    return REFUSED if any(result.error for result in results) else OK


def as_object(result: Inspection, details: bool = False) -> dict[str, Any]:
    """One file's facts as JSON has them."""
    error = result.error
    facts: dict[str, Any] = {
        "path": str(result.path),
        "kind": result.kind,
        "sop_class": result.sop_class,
        "modality": result.modality,
        "transfer_syntax": result.transfer_syntax,
        "photometric": result.photometric,
        "rows": result.rows,
        "cols": result.cols,
        "frames": result.frames,
        "dtype": result.dtype,
        "shape": None if result.shape is None else list(result.shape),
        "min": result.min,
        "max": result.max,
        "modality_min": result.modality_min,
        "modality_max": result.modality_max,
        "pixel_sha256": result.pixel_sha256,
        "decoder": result.decoder,
        "error": None if error is None else {"kind": error.kind, "message": error.message, "hint": error.hint},
    }
    if details:
        facts |= {"warnings": list(result.warnings), "frame_sha256": list(result.frame_sha256)}
    return facts


def _table(results: list[Inspection]) -> str:
    from radviewer.cli.output import as_table

    header = ("file", "kind", "what", "modality", "photometric", "size", "frames", "type", "range", "after LUT", "hash")
    return as_table(header, [_row(result) for result in results], numeric=("frames",))


def _row(result: Inspection) -> tuple[object, ...]:
    size = f"{result.cols} x {result.rows}" if result.rows else None
    what = result.sop_class.removesuffix(" Storage") if result.sop_class else None
    return (
        result.path, result.kind, what, result.modality, result.photometric, size, result.frames, result.dtype,
        _range(result.min, result.max), _range(result.modality_min, result.modality_max),
        (result.pixel_sha256 or "refused")[:12],
    )  # fmt: skip


def _range(low: float | None, high: float | None) -> str | None:
    return None if low is None or high is None else f"{low:g} to {high:g}"


def _tell(result: Inspection) -> None:
    from radviewer.cli.output import tell, tell_problem

    if result.error is not None:
        tell_problem(result.path, result.error)
        return
    for warning in result.warnings:
        tell(f"warning: {result.path}: {warning}")
