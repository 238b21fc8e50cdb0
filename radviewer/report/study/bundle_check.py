"""Checks a study bundle without any key: signature, files, images, tables of calls, and every number of the report."""

from __future__ import annotations

import hashlib
import json
import math
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from radviewer.core.errors import InputProblem, UnreadableFile
from radviewer.readerstudy.exchange.rows import long_table
from radviewer.readerstudy.exchange.study_json import opened_from_json
from radviewer.readerstudy.frozen import CASES_FOLDER, case_key
from radviewer.readerstudy.plan import ReaderStudyPlan
from radviewer.readerstudy.schedule import Purpose
from radviewer.report.study.analysis import StudyOptions
from radviewer.report.study.bundle import MANIFEST, SIGNATURE, analysed, manifest_of
from radviewer.stats.uptake import UptakeColumns

# Other versions of the libraries may add in another order; what a reader of the report would see is the same.
SAME = 1e-9
MOST_BYTES = 16 << 30


@dataclass(frozen=True, slots=True)
class BundleVerdict:
    """What the check found.

    Attributes:
        study: Id of the study.
        signer: Public key that the signature belongs to.
        files: Files whose contents were compared with the manifest.
        numbers: Numbers of the report that were computed again.
        exact: How many of them are the same to the last digit.
        faults: What is wrong, in sentences; empty for a sound bundle.
    """

    study: str
    signer: str
    files: int
    numbers: int
    exact: int
    faults: tuple[str, ...]


def check_bundle(path: Path, signer: str | None = None) -> BundleVerdict:
    """Checks everything in a bundle.

    Args:
        path: The bundle.
        signer: The public key that it must be signed with, where it is known.

    Raises:
        InputProblem: The file is no bundle.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(item.file_size for item in archive.infolist()) > MOST_BYTES:
                raise InputProblem(f"{path.name} would unpack to more than 16 GiB.", hint="It is no study bundle.")
            return _check(archive, signer)
    except (OSError, zipfile.BadZipFile) as error:
        raise UnreadableFile(f"{path} cannot be read as a bundle: {error}.", hint="Copy it again.") from error


def _check(archive: zipfile.ZipFile, signer: str | None) -> BundleVerdict:
    data, manifest = manifest_of(archive)
    faults = list(_signature(archive, data, manifest, signer))
    faults += _files(archive, manifest)
    numbers = exact = 0
    if not faults:
        opened = opened_from_json(json.loads(archive.read("study.json")))
        faults += _pictures(opened.plan, manifest)
        for name, purpose in (("reads.csv", Purpose.MAIN), ("repeats.csv", Purpose.REPEAT)):
            if name in manifest["files"] and long_table(opened, (purpose,)).csv().encode() != archive.read(name):
                faults.append(f"{name} is not the table of the calls in study.json.")
        numbers, exact, wrong = _numbers(archive)
        faults += wrong
    return BundleVerdict(manifest["study"], manifest["signer"], len(manifest["files"]), numbers, exact, tuple(faults))


def _signature(archive: zipfile.ZipFile, data: bytes, manifest: dict[str, Any], signer: str | None) -> Iterator[str]:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if signer is not None and signer != manifest["signer"]:
        yield f"The bundle is signed by {manifest['signer'][:16]}..., not by {signer[:16]}..."
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(manifest["signer"]))
        public.verify(bytes.fromhex(archive.read(SIGNATURE).decode("ascii", "replace")), data)
    except (InvalidSignature, KeyError, ValueError):
        yield "The signature does not fit the manifest."


def _files(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> Iterator[str]:
    there = [item.filename for item in archive.infolist()]
    if len(there) != len(set(there)):
        yield "A file is in the archive twice."
    for name in sorted(set(there) - set(manifest["files"]) - {MANIFEST, SIGNATURE}):
        yield f"{name} is not in the manifest."
    for name, digest in manifest["files"].items():
        if name not in there:
            yield f"{name} is missing."
        elif hashlib.sha256(archive.read(name)).hexdigest() != digest:
            yield f"{name} was altered."


def _pictures(plan: ReaderStudyPlan, manifest: dict[str, Any]) -> Iterator[str]:
    """Images against the hashes in the plan, as `case_files.content_hash` makes them."""
    by_folder: dict[str, list[str]] = defaultdict(list)
    for name, digest in manifest["files"].items():
        if name.startswith(f"{CASES_FOLDER}/"):
            by_folder[name.split("/")[1]].append(digest)
    for case in plan.cases:
        hashes = sorted(by_folder[case_key(case)[:24]])
        if case.sha256 and hashlib.sha256("\n".join(hashes).encode()).hexdigest() != case.sha256:
            yield f"The images of case {case.name!r} are not those of the plan."


def _numbers(archive: zipfile.ZipFile) -> tuple[int, int, list[str]]:
    """Analyses the tables again and compares every number of the report."""
    told = json.loads(archive.read("report.json"))
    with tempfile.TemporaryDirectory(prefix="radviewer-bundle-") as name:  # readable by the user only
        folder = Path(name)
        for table in ("reads.csv", "repeats.csv", "metadata.toml"):
            if table in archive.namelist():
                (folder / table).write_bytes(archive.read(table))
        again = json.loads(analysed(folder, told["date"], _options(told["options"])).json())
    for values in (told, again):
        values["identity"] = {k: v for k, v in values["identity"].items() if not k.startswith("Software")}
    pairs = list(_pairs(told, again, ""))
    wrong = [f"The report says {one!r:.40} at {where}, the analysis {two!r:.40}." for where, one, two in pairs
             if not _same(one, two)]  # fmt: skip
    numbers = [(one, two) for _, one, two in pairs if isinstance(one, float | int) and not isinstance(one, bool)]
    return len(numbers), sum(one == two for one, two in numbers), wrong[:20]


def _options(values: dict[str, Any]) -> StudyOptions:
    scale = values["rating_range"]
    return StudyOptions(
        UptakeColumns(**values["columns"]), values["unaided"], values["positive"],
        None if scale is None else (scale[0], scale[1]), values["seed"], values["replicates"], values["alpha"],
    )  # fmt: skip


def _pairs(one: Any, two: Any, where: str) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(one, dict) and isinstance(two, dict) and one.keys() == two.keys():
        for key in one:
            yield from _pairs(one[key], two[key], f"{where}/{key}")
    elif isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        for index, (left, right) in enumerate(zip(one, two, strict=True)):
            yield from _pairs(left, right, f"{where}/{index}")
    else:
        yield where, one, two


def _same(one: Any, two: Any) -> bool:
    if isinstance(one, float) and isinstance(two, float):
        return math.isclose(one, two, rel_tol=SAME, abs_tol=SAME)
    return bool(one == two)
