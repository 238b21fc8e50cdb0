"""The files of cases and heat maps, held by what they contain, so that a swapped image is found before it is read."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from radviewer.core.errors import UnreadableFile
from radviewer.readerstudy.plan import AiFinding, Case, ReaderStudyPlan
from radviewer.readerstudy.plan_check import check
from radviewer.readerstudy.plan_problem import PlanProblem


def file_hash(path: Path) -> str:
    """SHA-256 of a file's contents, in hexadecimal.

    Raises:
        UnreadableFile: The file is missing or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror or error}.", hint="Correct the path in the plan.") from error


def files_of(case: Case, folder: Path) -> tuple[Path, ...]:
    """All files of a case in a fixed order; folders are walked, links to elsewhere are not followed.

    Raises:
        UnreadableFile: A path is missing, or a folder is empty.
    """
    found: list[Path] = []
    for name in case.paths:
        path = folder / name
        if path.is_dir():
            inside = sorted(item for item in path.rglob("*") if item.is_file() and not item.is_symlink())
            if not inside:
                raise UnreadableFile(f"Case {case.name!r}: the folder {path} is empty.", hint="Correct the path.")
            found += inside
        elif path.is_file():
            found.append(path)
        else:
            raise UnreadableFile(f"Case {case.name!r}: there is no {path}.", hint="Correct the path in the plan.")
    return tuple(found)


def content_hash(case: Case, folder: Path) -> str:
    """SHA-256 over the sorted hashes of the case's files; names and places do not matter."""
    hashes = sorted(file_hash(path) for path in files_of(case, folder))
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def with_hashes(plan: ReaderStudyPlan, folder: Path) -> ReaderStudyPlan:
    """The plan with the hashes of all case and map files.

    Raises:
        PlanProblem: A file is not the one whose hash the plan states, or two cases are the same.
        UnreadableFile: A file is missing.
    """
    hashed = replace(plan, cases=tuple(_hashed(case, folder) for case in plan.cases))
    check(hashed)
    return hashed


def _hashed(case: Case, folder: Path) -> Case:
    found = _agreed(f"cases: {case.name!r}", case.sha256, content_hash(case, folder))
    truth = case.truth
    if truth.mask:
        mask = _agreed(f"cases: {case.name!r}.truth.mask", truth.mask_sha256, file_hash(folder / truth.mask))
        truth = replace(truth, mask_sha256=mask)
    ai = None if case.ai is None else _hashed_maps(case.name, case.ai, folder)
    return replace(case, sha256=found, truth=truth, ai=ai)


def _hashed_maps(name: str, ai: AiFinding, folder: Path) -> AiFinding:
    maps = (
        replace(item, sha256=_agreed(f"cases: {name!r}.ai.maps", item.sha256, file_hash(folder / item.file)))
        for item in ai.maps
    )
    return replace(ai, maps=tuple(maps))


def _agreed(where: str, stated: str, found: str) -> str:
    if stated and stated != found:
        raise PlanProblem(
            f"{where}: the contents are not those of the plan (SHA-256 {found[:12]}..., stated {stated[:12]}...).",
            hint="Restore the file, or correct sha256 if the plan is not frozen yet.",
        )
    return found
