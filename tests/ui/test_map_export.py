"""The map on the screen as a file: with its facts, in the background, and never against de-identified mode."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from radviewer.ui.explaining.map_export import KIND_TITLES, export_map
from radviewer.ui.main_window import MainWindow
from radviewer.workbench.map_files import DICOM_KINDS, ENDINGS, MapKind
from tests.ui.conftest import MakeWindow

PATIENCE = 30_000  # ms; the files are written in the background


def ready(make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    window = make_window()
    qtbot.waitUntil(lambda: window.scene.overlay.map is not None, timeout=PATIENCE)
    return window


def test_the_map_is_asked_for_by_name_and_kind_and_saved_with_its_facts(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = ready(make_window, qtbot)
    shown = window.scene.overlay.map
    assert shown is not None
    window.run_action("explain.export")
    (dialog,) = window.findChildren(QFileDialog)
    assert len(dialog.nameFilters()) == len(KIND_TITLES) == len(MapKind)
    values = next(text for text in dialog.nameFilters() if "*.npy" in text)
    dialog.selectNameFilter(values)
    dialog.filterSelected.emit(values)
    assert dialog.defaultSuffix() == "npy"
    dialog.fileSelected.emit(str(tmp_path / "map.npy"))
    qtbot.waitUntil(lambda: "map.npy" in window.parts.strip.text, timeout=PATIENCE)
    np.testing.assert_array_equal(np.load(tmp_path / "map.npy"), shown.on_image())
    facts = json.loads((tmp_path / "map.npy.json").read_text())
    assert facts["label"] == "glioma"
    assert facts["probability"] == pytest.approx(0.93)
    assert "not for diagnosis" in facts["notice"]
    assert facts["path"] == str(shown.image.path)
    dialog.close()


def test_de_identified_mode_forbids_dicom_and_leaves_the_path_out(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = ready(make_window, qtbot)
    shown = window.scene.overlay.map
    assert shown is not None
    window.state.wish(deidentified=True)
    for kind in DICOM_KINDS:
        export_map(window, tmp_path / f"a{ENDINGS[kind]}", kind, shown)
        assert "names the patient" in window.parts.strip.text
    export_map(window, tmp_path / "a.png", MapKind.PICTURE, shown)
    qtbot.waitUntil(lambda: "a.png" in window.parts.strip.text, timeout=PATIENCE)
    assert "path" not in json.loads((tmp_path / "a.png.json").read_text())
    assert sorted(path.name for path in tmp_path.glob("a*")) == ["a.png", "a.png.json"]


def test_what_cannot_be_written_is_told(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = ready(make_window, qtbot)
    shown = window.scene.overlay.map
    assert shown is not None
    (tmp_path / "a.png").write_text("mine")
    export_map(window, tmp_path / "a.png", MapKind.PICTURE, shown)
    qtbot.waitUntil(lambda: "a.png" in window.parts.strip.text, timeout=PATIENCE)
    assert (tmp_path / "a.png").read_text() == "mine"
    assert not (tmp_path / "a.png.json").exists()
