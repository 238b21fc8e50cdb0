"""A study as one signed file: anybody finds what was altered, and computes every number again."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.keys import KeyProblem
from radviewer.readerstudy.ledger import StoreProblem
from radviewer.readerstudy.opened import open_study
from radviewer.readerstudy.study_store import StudyStore
from radviewer.report.study.bundle import MANIFEST, SIGNATURE, write_bundle
from radviewer.report.study.bundle_check import check_bundle
from radviewer.workbench.reading_export import export_files
from radviewer.workbench.study_metadata import metadata_toml
from tests.unit.readerstudy.reading import frozen, read_all


def bundled(store: StudyStore, folder: Path) -> tuple[Path, str]:
    """The bundle of a study and its signer."""
    opened = open_study(store)
    verdict, notes = store.verify()
    tables = {**export_files(opened), "metadata.toml": metadata_toml(opened, verdict, notes)}
    (folder / "work").mkdir(exist_ok=True)
    return folder / "b.zip", write_bundle(store, opened, tables, folder / "b.zip", folder / "work", "2026-11-28")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, tuple[str, ...]]:
    """A crossover study with repeats: the bundle, its signer, and what the ledger says about it."""
    folder, clock = tmp_path_factory.mktemp("bundle"), ManualClock()
    with frozen(folder, clock, kind="crossover", readers=2, cases=12, repeats=0.2) as store:
        for reader in ("R1", "R2"):
            read_all(store, clock, reader)
        with pytest.raises(StoreProblem, match="blinded"):
            bundled(store, folder)
        store.unblind("done")
        path, signer = bundled(store, folder)
        records = tuple(record.data["signer"] for record in store.ledger.records(kind="bundle"))
    return path, signer, records


def altered(path: Path, target: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The bundle with some of its files changed or left out."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for item in old.infolist():
            data = change(item.filename, old.read(item.filename))
            if data is not None:
                new.writestr(item.filename, data)
    return target


def test_a_sound_bundle_gives_the_same_numbers_again(made: tuple[Path, str, tuple[str, ...]]) -> None:
    path, signer, records = made
    found = check_bundle(path, signer)
    assert found.faults == ()
    assert found.numbers > 500
    assert found.exact == found.numbers, "on the same machine to the last digit"
    assert records == (signer,), "the ledger knows who signed what"
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
    assert {"reads.csv", "repeats.csv", "study.json", "report.html", "report.pdf", MANIFEST, SIGNATURE} <= names
    assert sum(name.startswith("cases/") for name in names) == 12


def test_another_signer_is_told(made: tuple[Path, str, tuple[str, ...]]) -> None:
    assert "not by" in check_bundle(made[0], "00" * 32).faults[0]


@pytest.mark.parametrize("name", ["reads.csv", "study.json", "report.json", "metadata.toml", "cases/"])
def test_a_changed_file_is_found(made: tuple[Path, str, tuple[str, ...]], tmp_path: Path, name: str) -> None:
    changed = altered(
        made[0],
        tmp_path / "x.zip",
        lambda n, d: d + b" " if n == name or (name == "cases/" and n.startswith(name)) else d,
    )
    faults = check_bundle(changed).faults
    assert any("was altered" in fault and fault.startswith(name) for fault in faults)


def test_a_missing_a_foreign_and_a_resigned_file_are_found(
    made: tuple[Path, str, tuple[str, ...]], tmp_path: Path
) -> None:
    gone = altered(made[0], tmp_path / "a.zip", lambda n, d: None if n == "reads.csv" else d)
    assert any("reads.csv is missing" in fault for fault in check_bundle(gone).faults)
    foreign = altered(made[0], tmp_path / "b.zip", lambda n, d: d)
    with zipfile.ZipFile(foreign, "a") as archive:
        archive.writestr("more.txt", b"x")
    assert any("not in the manifest" in fault for fault in check_bundle(foreign).faults)
    forged = altered(
        made[0], tmp_path / "c.zip",
        lambda n, d: json.dumps(json.loads(d) | {"study": "another"}).encode() if n == MANIFEST else d,
    )  # fmt: skip
    assert any("signature" in fault for fault in check_bundle(forged).faults)


def test_numbers_that_do_not_follow_from_the_table_are_found_even_under_a_right_signature(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An administrator who signs a report with another p-value is found by the analysis."""
    import radviewer.report.study.bundle as module

    clock, honest = ManualClock(), module._report

    def flattering(tables: dict[str, bytes], work: Path, date: str) -> dict[str, bytes]:
        files = honest(tables, work, date)
        values = json.loads(files["report.json"])
        values["operating_points"][0]["true_positive_rate"] += 0.01
        return files | {"report.json": json.dumps(values).encode()}

    monkeypatch.setattr(module, "_report", flattering)
    with frozen(tmp_path, clock, readers=2, cases=8) as store:
        for reader in ("R1", "R2"):
            read_all(store, clock, reader)
        store.unblind("done")
        path, _ = bundled(store, tmp_path)
        [fault] = check_bundle(path).faults
        assert "/operating_points/0/true_positive_rate" in fault
        with pytest.raises(KeyProblem):
            store.place.keys.for_workstation().signing_seed()
