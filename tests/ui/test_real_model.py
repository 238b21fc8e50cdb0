"""The window with a real network: scores and map peak known by arithmetic, seen on the screen."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from radviewer.app import first_images
from radviewer.cli.main import run
from radviewer.inference.registry import Registry
from radviewer.io.catalog import scan
from radviewer.io.decode_pool import DecodePool, Priority
from radviewer.io.export import write_png
from radviewer.io.phantom_files import write_chest_radiograph
from radviewer.ui.backends import Backends, Models
from radviewer.ui.main_window import MainWindow
from radviewer.ui.panels.findings_panel import ModelChoice
from radviewer.workbench.assist import AssistWorker
from radviewer.workbench.services import Services
from tests.helpers.packs import GAIN, KEYS, SIZE, quadrant_pack, quadrant_picture


def window_with_quadrant_pack(tmp_path: Path) -> MainWindow:
    """The window over its real parts, with the bright-quadrant detector in `tmp_path`/packs."""
    packs = tmp_path / "packs"
    packs.mkdir()
    quadrant_pack(packs / "quadrant")
    pool = DecodePool()
    services = Services(Registry((packs,)), lambda ref: pool.submit(ref, Priority.SCREEN).result())
    backends = Backends(
        scan,
        first_images,
        pool,
        AssistWorker(services),
        lambda: Models((ModelChoice("quadrant", "Quadrant 1.0.0"),)),
        lambda folder: (folder,),
        tmp_path / "settings.toml",
        tmp_path / "cache",
        tmp_path / "data",
        tmp_path / "logs",
    )
    return MainWindow(backends)


def test_the_window_and_the_command_line_give_the_same_numbers(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write_chest_radiograph(tmp_path / "study", size=200)
    window = window_with_quadrant_pack(tmp_path)
    window.show()
    try:
        window.open_paths((path,))
        qtbot.waitUntil(lambda: window.scene.prediction is not None, timeout=90_000)
        qtbot.waitUntil(lambda: window.scene.panes[0].overlay is not None, timeout=90_000)
        shown, overlay = window.scene.prediction, window.scene.panes[0].overlay
        assert shown is not None and overlay is not None
    finally:
        window.close()
        window.deleteLater()
    monkeypatch.setenv("RADVIEWER_MODELS", str(tmp_path / "packs"))
    assert run(["predict", str(path), "--model", "quadrant", "--format", "json"]) == 0
    (printed,) = json.loads(capsys.readouterr().out)
    assert [score["logit"] for score in printed["scores"]] == [score.logit for score in shown.scores]
    assert [score["probability"] for score in printed["scores"]] == [score.probability for score in shown.scores]
    explain = ["explain", str(path), "--model", "quadrant", "--method", "gradcam", "--out", str(tmp_path / "maps")]
    assert run(explain) == 0
    written = np.load(tmp_path / "maps" / f"{path.stem}.gradcam.{shown.top.label.key}.npy")
    np.testing.assert_array_equal(written, overlay.explanation.on_image())


@pytest.mark.slow
def test_a_bright_quadrant_is_scored_and_explained_where_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    for index, key in enumerate(KEYS):
        write_png(tmp_path / f"{key}.png", quadrant_picture(index))
    window = window_with_quadrant_pack(tmp_path)
    window.show()
    try:
        window.open_paths(tuple(tmp_path / f"{key}.png" for key in KEYS))
        qtbot.waitUntil(lambda: window.state.facts.count == len(KEYS), timeout=20_000)
        for at in range(len(KEYS)):
            window.navigator.step(at - window.state.facts.index)
            qtbot.waitUntil(lambda: window.scene.prediction is not None, timeout=90_000)
            prediction, key = window.scene.prediction, window.state.state.image.path.stem  # type: ignore[union-attr]
            assert prediction is not None and prediction.top.label.key == key
            assert prediction.top.probability == pytest.approx(math.exp(GAIN) / (math.exp(GAIN) + 3), abs=1e-3)
            overlay = window.scene.panes[0].overlay
            assert overlay is not None and overlay.explanation.label.key == key
            assert int(overlay.explanation.values.argmax()) == KEYS.index(key)
            top, left, height, width = overlay.explanation.grid.map_extent()
            assert (top, left, height, width) == pytest.approx((0, 0, SIZE, SIZE))
    finally:
        window.close()
        window.deleteLater()
