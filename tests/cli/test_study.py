"""`radviewer study` from an empty folder to the statistics, as a user would run it."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

import pytest

from radviewer.cli.main import run


def output(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def make_plan(tmp_path: Path, kind: str = "sequential") -> Path:
    folder = tmp_path / "plan"
    assert run(["study", "new", str(folder), "--id", "pilot", "--design", kind, "--seed", "3"]) == 0
    rows = ["name,path,truth,truth_source,ai_score"]
    (folder / "images").mkdir()
    for k in range(6):
        (folder / f"images/{k}.bin").write_bytes(b"image %d" % k)
        rows.append(f"case {k},images/{k}.bin,{k % 2},biopsy,{0.2 + 0.6 * (k % 2)}")
    (folder / "cases.csv").write_text("\n".join(rows) + "\n")
    return folder


def unblind(study: Path) -> None:
    assert run(["study", "unblind", str(study), "--reason", "all readings are done"]) == 0


def test_a_study_goes_from_new_to_export_by_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, study = make_plan(tmp_path), tmp_path / "study"
    assert "Keep a copy of the administrator's key" in output(capsys)
    assert run(["study", "check", str(folder), "--format", "json"]) == 0
    assert json.loads(output(capsys))["proof"]["faults"] == []
    assert run(["study", "schedule", str(folder), "--out", str(study)]) == 0
    for reader in ("R1", "R2"):
        script = tmp_path / f"{reader}.csv"
        script.write_text("rating,call\n" + "".join(f"{(k * 17 + len(reader)) % 101},\n" for k in range(14)))
        assert run(["study", "read", str(study), "--reader", reader, "--script", str(script)]) == 0
        assert "14 calls saved, 7 of 7" in output(capsys)
    assert run(["study", "status", str(study), "--format", "json"]) == 0
    assert [(p["done"], p["total"]) for p in json.loads(output(capsys))] == [(7, 7), (7, 7)]
    assert run(["study", "status", str(study)]) == 0
    unblind(study)
    assert run(["study", "export", str(study), "--out", str(tmp_path / "export")]) == 0
    assert run(["study", "anonymise", str(study), "--out", str(tmp_path / "anonymous")]) == 0
    assert "R1" not in (tmp_path / "anonymous/study.json").read_text()
    capsys.readouterr()
    assert run(["study", "verify", str(study), "--head", str(tmp_path / "export/head.json")]) == 0
    assert "compared with 2 anchor(s)" in output(capsys)
    assert run(["stats", "mrmc", str(tmp_path / "export/reads.csv")]) == 0
    assert "2 readers, 2 conditions, 6 cases" in output(capsys)
    assert run(["stats", "uptake", str(tmp_path / "export/reads.csv")]) == 0
    assert run(["study", "export", str(study), "--out", str(tmp_path / "export")]) == 3
    assert len(list((study / "backups").iterdir())) == 2


def test_a_workstation_reads_and_verifies_but_cannot_export(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], own_user_folders: Path
) -> None:
    folder, study = make_plan(tmp_path), tmp_path / "study"
    assert run(["study", "schedule", str(folder), "--out", str(study)]) == 0
    key = next((own_user_folders / "data/study-keys").glob("*.workstation.key"))
    script = tmp_path / "answers.csv"
    script.write_text("rating\n10\n20\n")
    assert run(["study", "read", str(study), "--reader", "R1", "--script", str(script), "--keys", str(key)]) == 0
    assert run(["study", "verify", str(study), "--keys", str(key)]) == 0
    capsys.readouterr()
    out = str(tmp_path / "export")
    assert run(["study", "export", str(study), "--out", out, "--keys", str(key)]) == 3
    assert "administrator" in capsys.readouterr().err
    assert not Path(out).exists()


@pytest.mark.parametrize("command", ["export", "anonymise"])
def test_what_holds_truth_leaves_the_study_only_after_the_unblinding_was_recorded(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from radviewer.cli.study_place import open_store

    folder, study = make_plan(tmp_path), tmp_path / "study"
    assert run(["study", "schedule", str(folder), "--out", str(study)]) == 0
    script = tmp_path / "answers.csv"
    script.write_text("rating\n10\n20\n")
    assert run(["study", "read", str(study), "--reader", "R1", "--script", str(script)]) == 0
    capsys.readouterr()
    assert run(["study", command, str(study), "--out", str(tmp_path / "out")]) == 3
    assert "blinded" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert run(["study", "unblind", str(study), "--reason", " "]) == 3
    assert run(["study", command, str(study), "--out", str(tmp_path / "out")]) == 3
    unblind(study)
    assert run(["study", "unblind", str(study), "--reason", "a second one changes nothing"]) == 0
    assert "all readings are done" in output(capsys)
    assert run(["study", command, str(study), "--out", str(tmp_path / "out")]) == 0
    assert "truth" in (tmp_path / "out/reads.csv").read_text()
    arguments = Namespace(folder=study, keys=None, server="")
    with open_store(arguments) as store:
        assert len(list(store.ledger.records(kind="unblinding"))) == 1


def test_the_head_of_the_chain_is_written_without_unblinding_and_finds_a_cut_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, study = make_plan(tmp_path), tmp_path / "study"
    assert run(["study", "schedule", str(folder), "--out", str(study)]) == 0
    assert run(["study", "head", str(study), "--out", str(tmp_path / "head.json")]) == 0
    assert set(json.loads((tmp_path / "head.json").read_text())) == {"seq", "mac"}
    assert run(["study", "verify", str(study), "--head", str(tmp_path / "head.json")]) == 0
    head = json.loads((tmp_path / "head.json").read_text())
    (tmp_path / "head.json").write_text(json.dumps(head | {"seq": head["seq"] + 1}))
    assert run(["study", "verify", str(study), "--head", str(tmp_path / "head.json")]) == 3


def test_an_edited_store_fails_verification(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import sqlite3

    folder, study = make_plan(tmp_path), tmp_path / "study"
    assert run(["study", "schedule", str(folder), "--out", str(study)]) == 0
    with sqlite3.connect(study / "study.sqlite") as connection:
        connection.execute("DROP TRIGGER ledger_no_update")
        connection.execute("UPDATE ledger SET body = replace(body, 'resident', 'professor') WHERE kind = 'reader'")
    connection.close()
    capsys.readouterr()
    assert run(["study", "verify", str(study)]) == 3
    assert "ALTERED: Record 3 (reader)" in output(capsys)


def test_washout_is_enforced_and_overridden_with_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, study = make_plan(tmp_path, "crossover"), tmp_path / "study"
    assert run(["study", "schedule", str(folder), "--out", str(study)]) == 0
    script = tmp_path / "answers.csv"
    script.write_text("rating\n" + "10\n" * 8)
    assert run(["study", "read", str(study), "--reader", "R1", "--script", str(script)]) == 3
    assert "washout is 28 days" in capsys.readouterr().err
    override = ["study", "override", str(study), "--reader", "R1", "--period", "2", "--reason", "leaves tomorrow"]
    assert run(override) == 0
    script.write_text("rating\n10\n")
    assert run(["study", "read", str(study), "--reader", "R1", "--script", str(script)]) == 0


def test_a_reader_with_a_pin_needs_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, study = make_plan(tmp_path), tmp_path / "study"
    assert run(["study", "schedule", str(folder), "--out", str(study)]) == 0
    (tmp_path / "pin.txt").write_text("8642\n")
    assert run(["study", "pin", str(study), "--reader", "R1", "--pin-file", str(tmp_path / "pin.txt")]) == 0
    script = tmp_path / "answers.csv"
    script.write_text("rating\n10\n")
    read = ["study", "read", str(study), "--reader", "R1", "--script", str(script)]
    assert run(read) == 3
    assert "PIN" in capsys.readouterr().err
    assert run([*read, "--pin", "8642"]) == 0


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["study", "check", "nowhere.toml"], 3, "nowhere.toml"),
        (["study", "status", "nowhere"], 3, "no study folder"),
        (["study", "new", "x", "--id", "a b"], 2, "--id"),
        (["study", "export", "nowhere", "--out", "y"], 3, "no study folder"),
        (["study"], 2, "ACTION"),
    ],
)
def test_a_mistake_is_said_in_words(
    arguments: list[str], status: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == status
    assert words in capsys.readouterr().err


@pytest.mark.slow
def test_the_demo_runs_two_studies_and_says_that_they_are_simulated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "demo"
    assert run(["study", "demo", "--out", str(out), "--readers", "2", "--cases", "10"]) == 0
    assert output(capsys).startswith("SIMULATED READERS")
    for kind in ("sequential", "crossover"):
        assert "simulated" in (out / kind / "export/SIMULATED.txt").read_text()
        assert json.loads((out / kind / "export/study.json").read_text())["simulated"] is True
        assert run(["stats", "mrmc", str(out / kind / "export/reads.csv")]) == 0


def test_each_call_on_a_dicom_case_becomes_a_structured_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import pydicom

    from radviewer.io.phantom_files import write_brain_mr

    folder, study, out = make_plan(tmp_path), tmp_path / "study", tmp_path / "export"
    for k, path in enumerate(write_brain_mr(tmp_path / "mr", 16, 5)):
        (folder / f"images/{k}.bin").write_bytes(path.read_bytes())  # the sixth case stays no DICOM file
    assert run(["study", "schedule", str(folder), "--out", str(study)]) == 0
    script = tmp_path / "R1.csv"
    script.write_text("rating,call\n" + "".join(f"{7 * k},\n" for k in range(14)))
    assert run(["study", "read", str(study), "--reader", "R1", "--script", str(script)]) == 0
    unblind(study)
    capsys.readouterr()
    assert run(["study", "export", str(study), "--out", str(out), "--sr"]) == 3
    assert "no DICOM file" in capsys.readouterr().err
    reports = [pydicom.dcmread(path) for path in sorted((out / "sr").iterdir())]
    names = {str(item.SOPClassUID) for item in reports}
    assert names == {"1.2.840.10008.5.1.4.1.1.88.33"}  # Comprehensive SR
    assert 10 <= len(reports) <= 12  # two calls of each of the five, and of a repeat


def test_the_reading_room_does_not_open_for_a_wrong_pin_or_an_unknown_reader(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, study = make_plan(tmp_path), tmp_path / "study"
    assert run(["study", "schedule", str(folder), "--out", str(study)]) == 0
    (tmp_path / "pin").write_text("2468\n")
    assert run(["study", "pin", str(study), "--reader", "R1", "--pin-file", str(tmp_path / "pin")]) == 0
    for wrong in (["--reader", "R1"], ["--reader", "R1", "--pin", "1111"], ["--reader", "nobody"]):
        assert run(["study", "read", str(study), *wrong]) == 3
    said = capsys.readouterr().err
    assert "missing" in said
    assert "wrong" in said
    assert "no reader 'nobody'" in said
