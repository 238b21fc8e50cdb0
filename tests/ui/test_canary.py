"""Nine values that identify a patient are in no log, setting, note, report, thumbnail or export of de-identified mode.

A study is written whose header has nine words that stand nowhere else. A window on the real decoder opens it, shows,
exports, fails on purpose and is closed; then every byte that was written is searched, packed files unpacked. That a
picture shows none of them is proved by its equality with the picture of the same pixels under other names.
"""

from __future__ import annotations

import os
import threading
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pydicom
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from radviewer import app
from radviewer.io.phantom_files import write_brain_mr
from radviewer.ui.export.documents import Kind, rgb
from radviewer.ui.export.feature import ExportFeature
from radviewer.ui.export.picture import Part, PictureWish
from radviewer.ui.help import HelpFeature
from radviewer.ui.main_window import MainWindow
from radviewer.workbench.corner_fields import CornerField
from radviewer.workbench.session_file import SessionKeeper

CANARY = {
    "PatientName": "Zwitscher^Kanarius",
    "PatientID": "QX7719-CANARY",
    "PatientBirthDate": "19370413",
    "OtherPatientIDs": "ALTERKANARI88",
    "PatientAddress": "Vogelbauerweg 17",
    "AccessionNumber": "ACCKANARI42",
    "InstitutionName": "Klinik Federstadt",
    "ReferringPhysicianName": "Piepmatz^Doktora",
    "StudyDescription": "Schaedel Zwitscherin",
}
WORDS = (
    "zwitscher",
    "kanarius",
    "qx7719",
    "19370413",
    "alterkanari88",
    "vogelbauerweg",
    "acckanari42",
    "federstadt",
    "piepmatz",
    "doktora",
)


def write_study(folder: Path, values: dict[str, str]) -> Path:
    folder.mkdir()
    for number, path in enumerate(write_brain_mr(folder, 64, 3)):
        dataset = pydicom.dcmread(path)
        for name, value in values.items():
            setattr(dataset, name, value)
        dataset.SeriesDescription = f"{values['StudyDescription']} axial"
        dataset.save_as(path.with_name(f"i{number}.dcm"), enforce_file_format=True)
        path.unlink()
    return folder


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., MainWindow]]:
    monkeypatch.setenv("RADVIEWER_HOME", str(tmp_path / "home"))
    before = {thread.name for thread in threading.enumerate()}
    made: list[MainWindow] = []

    def make(study: Path, *, deidentified: bool) -> MainWindow:
        window = MainWindow(app.make_backends())
        made.append(window)
        window.state.wish(auto_predict=False, deidentified=deidentified, corners=frozenset(CornerField))
        window.resize(1000, 700)
        window.show()
        window.open_paths((study,))
        qtbot.waitUntil(lambda: window.navigator.stack is not None and not window.opener.busy, timeout=60_000)
        qtbot.waitUntil(lambda: window.state.facts.prepared is not None and not window.loader.busy, timeout=60_000)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    QApplication.processEvents()
    end = time.monotonic() + 20
    while {thread.name for thread in threading.enumerate()} - before and time.monotonic() < end:
        time.sleep(0.05)


def written(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file under a folder, and what is packed in it."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        yield str(path), str(path.relative_to(folder)).encode() + b"\n" + data
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield f"{path}:{name}", archive.read(name)
        if path.suffix == ".pdf":
            for part in data.split(b"stream\n")[1:]:
                try:
                    yield f"{path}:stream", zlib.decompress(part)
                except zlib.error:
                    continue


def hits(folder: Path) -> list[tuple[str, str]]:
    """(file, word) for each word that is found, in plain or in two-byte letters."""
    found = []
    for name, data in written(folder):
        lower = data.lower()
        found += [(name, word) for word in WORDS if word.encode() in lower or word.encode("utf-16-le") in lower]
    return found


def exporter(window: MainWindow) -> ExportFeature:
    return next(item for item in window.features if isinstance(item, ExportFeature))


def use(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    """A little of everything that writes."""
    window.navigator.step(1)
    qtbot.wait(100)
    folder.mkdir()
    for kind in (Kind.PNG, Kind.TIFF, Kind.PDF, Kind.VALUES):
        exporter(window).write(folder / f"{kind.value}.{kind.value}", kind, PictureWish(part=Part.LAYOUT))
    window.change_settings(opacity=0.4)
    with capture_exceptions():
        thread = threading.Thread(target=_fail)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(list(window.backends.log_folder.glob("crash-*.txt"))))
    help_ = next(item for item in window.features if isinstance(item, HelpFeature))
    help_.write_report(folder / "support.zip")
    qtbot.wait(700)


def _fail() -> None:
    raise RuntimeError(" ".join(CANARY.values()))


@pytest.mark.slow
def test_de_identified_mode_leaves_none_of_nine_identifiers_anywhere(
    open_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(write_study(tmp_path / "study", CANARY), deidentified=True)
    assert not any(word in window.windowTitle().lower() for word in WORDS)
    use(window, tmp_path / "exports", qtbot)
    window.close()
    assert hits(tmp_path / "home") == []
    assert hits(tmp_path / "exports") == []
    assert sorted((tmp_path / "exports").iterdir())[0].stat().st_size > 0


@pytest.mark.slow
def test_logs_settings_note_and_reports_have_no_identifier_in_any_mode(
    open_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(write_study(tmp_path / "study", CANARY), deidentified=False)
    assert not any(word in window.windowTitle().lower() for word in WORDS), "titles are seen on shared screens"
    use(window, tmp_path / "exports", qtbot)
    note = SessionKeeper(window.backends.data_folder).path
    assert note.is_file() and not any(word in note.read_text().lower() for word in WORDS)
    home = tmp_path / "home"
    assert [item for part in ("logs", "config", "cache") for item in hits(home / part)] == []
    assert hits(tmp_path / "exports") == [], "exports leave identifiers out unless they are asked for"
    if os.name != "nt":
        open_ = [path for path in home.rglob("*") if path.stat().st_mode & 0o077 and "cache" not in path.parts]
        assert open_ == [], "what belongs to the user is for the user only"


@pytest.mark.slow
@pytest.mark.parametrize("deidentified", [True, False], ids=["de-identified", "as usual"])
def test_a_picture_is_the_same_under_any_name(
    open_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, deidentified: bool
) -> None:
    pictures = []
    for number, values in enumerate((CANARY, {name: "19990101" if "Date" in name else "X" for name in CANARY})):
        window = open_window(write_study(tmp_path / f"study{number}", values), deidentified=deidentified)
        shown = window.parts.grid.shown[0].pane
        pictures.append(rgb(exporter(window).make(PictureWish())))
        if not deidentified and number == 0:
            assert any("Zwitscher" in line for line in (*shown.lines, shown.title)), "the screen names the patient"
        window.close()
    np.testing.assert_array_equal(pictures[0], pictures[1])
