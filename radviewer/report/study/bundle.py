"""One signed file from the pixels to the p-values: images, AI outputs, calls, order, statistics, report of a study.

A zip archive with a manifest of all files and their SHA-256, signed with the administrator's Ed25519 key. Checking it
needs no key: signature, files, images against the plan, the table against the calls, and the report's numbers by
analysing the table again. Whose signature it is, the manifest cannot prove; compare the signer with one that came
another way.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from radviewer import __version__
from radviewer.core.errors import InputProblem
from radviewer.readerstudy.canonical import canonical
from radviewer.readerstudy.frozen import CASES_FOLDER, SEALED_FOLDER, sealed_name
from radviewer.readerstudy.ledger import draft
from radviewer.readerstudy.opened import OpenedStudy
from radviewer.readerstudy.sealing import unseal
from radviewer.readerstudy.study_store import StudyStore
from radviewer.report.study.analysis import StudyOptions
from radviewer.report.study.report import StudyReport
from radviewer.stats.uptake import UptakeColumns

FORMAT, MANIFEST, SIGNATURE = "radviewer study bundle 1", "MANIFEST.json", "MANIFEST.sig"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # equal contents make an equal file
COLUMNS = UptakeColumns(
    rating="rating", ai_score="ai_score", time="time_s", experience="experience", overlay="overlay", active="active_s"
)
_DEALT = "overlay_type"  # a column that is there only where types of overlay were dealt


def write_bundle(
    store: StudyStore, opened: OpenedStudy, tables: Mapping[str, bytes], target: Path, work: Path, date: str
) -> str:
    """Writes the bundle and records it in the ledger; returns the signer's public key in hexadecimal.

    Args:
        store: Open with the administrator's keys.
        opened: The same study.
        tables: The files of an export and `metadata.toml`, by name.
        target: The file to make.
        work: An empty private folder for the analysis.
        date: ISO date of the report.

    Raises:
        StoreProblem: The study is blinded.
        KeyProblem: Without the administrator's keys.
        InputProblem: The file exists or cannot be written.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    store.require_unblinded()
    key = Ed25519PrivateKey.from_private_bytes(store.place.keys.signing_seed())
    signer = key.public_key().public_bytes_raw().hex()
    files = {**tables, **_report(tables, work, date)}
    part = target.with_name(target.name + ".part")
    if target.exists():
        raise InputProblem(f"{target} exists already.", hint="Choose another name; nothing is overwritten.")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            manifest = _fill(stream, store, opened, files, signer, key.sign)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except OSError as error:
        raise InputProblem(f"{target} cannot be written ({error.strerror}).", hint="Choose another folder.") from error
    body = {"manifest": hashlib.sha256(manifest).hexdigest(), "signer": signer, "head": opened.head.seq}
    store.saved(store.ledger.append([draft("bundle", body)]))
    return signer


def analysed(folder: Path, date: str, options: StudyOptions) -> StudyReport:
    """The report of the tables in a folder."""
    repeats = folder / "repeats.csv"
    return StudyReport.from_files(
        folder / "reads.csv", folder / "metadata.toml", date=date, options=options,
        repeats=repeats if repeats.is_file() else None,
    )  # fmt: skip


def _report(tables: Mapping[str, bytes], work: Path, date: str) -> dict[str, bytes]:
    for name in ("reads.csv", "metadata.toml", "repeats.csv"):
        if name in tables:
            (work / name).write_bytes(tables[name])
    header = tables["reads.csv"].partition(b"\n")[0].decode().split(",")
    columns = replace(COLUMNS, overlay_type=_DEALT) if _DEALT in header else COLUMNS
    report = analysed(work, date, StudyOptions(columns))
    return {"report.html": report.html().encode(), "report.pdf": report.pdf(), "report.json": report.json().encode()}


def _fill(
    stream: Any, store: StudyStore, opened: OpenedStudy, files: Mapping[str, bytes], signer: str, sign: Any
) -> bytes:
    hashes: dict[str, str] = {}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*sorted(files.items()), *_pictures(store), *_maps(store, opened)):
            hashes[name] = hashlib.sha256(data).hexdigest()
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
        manifest = canonical({
            "format": FORMAT, "study": opened.plan.study.id, "simulated": opened.plan.study.simulated,
            "plan_hash": opened.schedule.plan_hash, "schedule_hash": opened.schedule.hash,
            "seed": opened.schedule.seed, "algorithm": opened.schedule.algorithm,
            "head": {"seq": opened.head.seq, "mac": opened.head.mac.hex()}, "software": __version__, "signer": signer,
            "files": hashes,
        }).encode()  # fmt: skip
        archive.writestr(zipfile.ZipInfo(MANIFEST, _EPOCH), manifest)
        archive.writestr(zipfile.ZipInfo(SIGNATURE, _EPOCH), sign(manifest).hex())
    return manifest


def _pictures(store: StudyStore) -> Iterator[tuple[str, bytes]]:
    folder = store.place.folder
    for path in sorted((folder / CASES_FOLDER).rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _maps(store: StudyStore, opened: OpenedStudy) -> Iterator[tuple[str, bytes]]:
    """The heat maps in clear, named by their contents as the plan names them."""
    key = store.place.keys.derived("ai")
    found = {item.sha256: item for case in opened.plan.cases if case.ai for item in case.ai.maps}
    for digest, item in sorted(found.items()):
        path = store.place.folder / SEALED_FOLDER / sealed_name(opened.schedule.plan_hash, digest)
        yield f"maps/{digest}{Path(item.file).suffix}", unseal(key, path.read_bytes(), f"map:{path.name}")


def manifest_of(archive: zipfile.ZipFile) -> tuple[bytes, dict[str, Any]]:
    """The manifest's bytes and contents.

    Raises:
        InputProblem: The archive has none.
    """
    try:
        data = archive.read(MANIFEST)
        values = dict(json.loads(data))
    except (KeyError, ValueError) as error:
        raise InputProblem("The file is no study bundle: it has no manifest.", hint="Name another file.") from error
    if values.get("format") != FORMAT:
        raise InputProblem("The bundle is of another version.", hint=f"This program checks {FORMAT!r}.")
    return data, values
