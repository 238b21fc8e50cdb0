"""`radviewer doctor`: the self-test needs every part once, and says which one is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from radviewer.cli import doctor_window
from radviewer.cli.main import run
from radviewer.io.codecs import SUPPORTED


@pytest.mark.slow
def test_the_self_test_tries_every_part_in_a_process_of_its_own(tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    environment = {
        "PATH": os.environ["PATH"], "RADVIEWER_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(temporary), "OMP_NUM_THREADS": "2",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "radviewer", "doctor", "--selftest", "--format", "json"],
        env=environment, capture_output=True, text=True, timeout=1200, check=False,
    )  # fmt: skip
    findings = {item["name"]: item for item in json.loads(done.stdout)}
    assert [item for item in findings.values() if not item["ok"]] == []
    assert (done.returncode, done.stderr) == (0, "")
    assert sum(name.startswith("decoder: ") for name in findings) == len(SUPPORTED) + 4  # and those without a decoder
    assert {
        "model brain-mri", "golden cases of brain-mri", "predict and explain", "Qt plug-ins", "translation de",
        "window: transfer syntaxes", "window: torch thread", "window: closes",
    } <= set(findings)  # fmt: skip
    assert list(temporary.iterdir()) == []


def test_samples_are_written_where_they_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "samples"
    status = run(["doctor", "--samples", str(folder), "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert status == 0
    assert told[-1] == {
        "name": "samples", "ok": True,
        "detail": f"{len(SUPPORTED) + 4} transfer syntaxes and the sample study in {folder}",
    }  # fmt: skip
    assert len(list((folder / "transfer-syntaxes").glob("*.dcm"))) == len(SUPPORTED) + 4
    assert (folder / "brain-mr" / "brain-mr-10.dcm").is_file()


def test_a_plug_in_that_cannot_be_loaded_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import PySide6.QtCore

    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms" / "libqxcb.so").write_bytes(b"no library")
    monkeypatch.setattr(PySide6.QtCore.QLibraryInfo, "path", staticmethod(lambda _kind: str(tmp_path)))
    monkeypatch.setattr(doctor_window, "_NEEDED", {sys.platform: ("platforms/libqxcb", "platforms/libqoffscreen")})
    name, good, told = next(doctor_window.plugins())
    assert (name, good) == ("Qt plug-ins", False)
    assert "libqxcb" in told
    assert "platforms/libqoffscreen is not there" in told
