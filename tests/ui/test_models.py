"""The model manager and the comparison of two models in the window, with a tiny real pack."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from radviewer.app import first_images
from radviewer.cli.main import run
from radviewer.core.image import ImageRef
from radviewer.core.prediction import GateResult, GateVerdict
from radviewer.core.study import Catalog
from radviewer.inference.registry import Registry
from radviewer.io.catalog import scan
from radviewer.io.decode_pool import DecodePool, Priority
from radviewer.io.export import write_png
from radviewer.ui.backends import Backends, Models
from radviewer.ui.main_window import MainWindow
from radviewer.ui.models.feature import ModelsFeature
from radviewer.ui.panels.findings_panel import FindingsPanel, ModelChoice
from radviewer.ui.theme import Theme
from radviewer.ui.worklist.feature import WorklistFeature
from radviewer.workbench.assist import AssistWorker, Lane
from radviewer.workbench.batch import BatchImages
from radviewer.workbench.model_store import ModelStore
from radviewer.workbench.requests import AssistRequest
from radviewer.workbench.services import Services
from radviewer.workbench.settings import Settings, ThemeName, save
from tests.helpers.packs import quadrant_pack, quadrant_picture
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import FakeWorker, make_result

TIME = 90_000


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quadrant_pack(tmp_path_factory.mktemp("packs") / "quadrant")


@pytest.fixture
def real(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window over its real parts, with an empty folder of packs of the user's own."""
    own = tmp_path / "own"
    own.mkdir()
    pool = DecodePool()
    services = Services(Registry((own,)), lambda ref: pool.submit(ref, Priority.SCREEN).result())
    store = ModelStore(services.registry, own)
    backends = Backends(
        scan,
        first_images,
        pool,
        AssistWorker(services),
        lambda: Models(tuple(ModelChoice(key, item.title) for key, item in store.manifests().items())),
        lambda folder: (folder,),
        tmp_path / "settings.toml",
        tmp_path / "cache",
        tmp_path / "data",
        tmp_path / "logs",
        packs=store,
    )
    save(Settings(notice_accepted=True, tour_offered=True, auto_predict=False), tmp_path / "settings.toml")
    window = MainWindow(backends)
    window.show()
    yield window
    window.close()
    window.deleteLater()


def models(window: MainWindow) -> ModelsFeature:
    return next(item for item in window.features if isinstance(item, ModelsFeature))


def test_a_pack_is_added_checked_used_and_removed_in_the_window(
    real: MainWindow, qtbot: QtBot, original: Path, tmp_path: Path
) -> None:
    real.run_action("ai.models")
    manager = models(real).window
    assert manager is not None
    qtbot.waitUntil(lambda: "Drop the folder" in manager.note.text(), timeout=TIME)
    assert manager.list.count() == 0
    manager.add_requested.emit(original)
    qtbot.waitUntil(lambda: manager.list.count() == 1, timeout=TIME)
    assert "quadrant 1.0.0 was checked and added" in manager.note.text()
    assert "Bright-quadrant detector" in manager.page.toPlainText() and "Upper left" in manager.page.toPlainText()
    manager.verify.click()
    qtbot.waitUntil(lambda: "4 golden cases agree" in manager.note.text(), timeout=TIME)
    qtbot.waitUntil(lambda: real.models.ids == ("quadrant",), timeout=TIME)
    manager.use.click()
    qtbot.waitUntil(lambda: "in use" in manager.list.item(0).text(), timeout=TIME)
    manager.remove.click()
    assert (tmp_path / "own" / "quadrant").is_dir() and "Press again" in manager.note.text()
    manager.remove.click()
    qtbot.waitUntil(lambda: manager.list.count() == 0, timeout=TIME)
    assert not (tmp_path / "own" / "quadrant").exists()


def test_an_altered_pack_is_refused_with_its_reason(
    real: MainWindow, qtbot: QtBot, original: Path, tmp_path: Path
) -> None:
    altered = Path(shutil.copytree(original, tmp_path / "altered"))
    (altered / "card.md").write_text("# Better than it is\n")
    real.run_action("ai.models")
    manager = models(real).window
    assert manager is not None
    manager.add_requested.emit(altered)
    qtbot.waitUntil(lambda: "does not have the checksum" in manager.note.text(), timeout=TIME)
    assert manager.list.count() == 0 and not manager.cancel.isVisible()


def test_a_batch_gives_the_very_file_of_the_command_line(
    real: MainWindow,
    qtbot: QtBot,
    original: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(original, tmp_path / "own" / "quadrant")
    folder = tmp_path / "study"
    folder.mkdir()
    for index in range(4):
        write_png(folder / f"{index}.png", quadrant_picture(index, 16 + index))
    damaged = (folder / "3.png").read_bytes()
    (folder / "4.png").write_bytes(damaged[: len(damaged) - 30])
    real.models.list_models()
    real.open_paths((folder,))
    qtbot.waitUntil(lambda: bool(real.opener.catalog.studies) and real.models.ids == ("quadrant",), timeout=TIME)
    batches = next(item for item in real.features if isinstance(item, WorklistFeature)).batches
    batches._start("quadrant", BatchImages.ALL, "open")
    qtbot.waitUntil(lambda: batches.runner.batch is not None and batches.runner.batch.finished, timeout=TIME)
    for form in ("csv", "json"):
        batches.export(tmp_path / f"window.{form}")
    monkeypatch.setenv("RADVIEWER_MODELS", str(tmp_path / "own"))
    for form in ("csv", "json"):
        status = run(["predict", str(folder), "--model", "quadrant", "--format", form])
        printed = capsys.readouterr().out
        assert status == 3 and (tmp_path / f"window.{form}").read_text() == printed
    tops = [item["top"] for item in json.loads((tmp_path / "window.json").read_text())]
    assert tops == ["upper-left", "upper-right", "lower-left", "lower-right", None]


# --- two models, on fakes -----------------------------------------------------------------------------------------


class TwoModels(FakeWorker):
    """The second model refuses every image, or finds other numbers."""

    refuse = False

    def make(self, request: AssistRequest) -> object:
        result = make_result(request)
        if request.model_id != "other":
            return result
        scores = tuple(replace(score, probability=0.5 - 0.1 * at) for at, score in enumerate(result.prediction.scores))
        gate = GateResult(GateVerdict.REFUSED, ("It is a colour picture.",)) if self.refuse else GateResult()
        return replace(result, prediction=replace(result.prediction, scores=scores, gate=gate))


def cells(window: MainWindow) -> list[list[str]]:
    table = models(window).comparing.window.table  # type: ignore[union-attr]
    return [[table.item(row, column).text() for column in range(4)] for row in range(table.rowCount())]


def test_two_models_stand_side_by_side_with_their_maps_and_differences(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = TwoModels()
    window = make_window(worker=worker)
    window.change_settings(prefetch=False)
    qtbot.waitUntil(lambda: window.models.ids is not None)
    window.run_action("ai.compare")
    comparing = models(window).comparing
    qtbot.waitUntil(lambda: len(cells(window)) == 3, timeout=10_000)
    assert cells(window) == [
        ["Glioma", "0.93", "0.50", "-0.43"],
        ["Meningioma", "0.05", "0.40", "+0.35"],
        ["No tumour", "0.02", "0.30", "+0.28"],
    ]
    assert {lane for _, lane in worker.behind} == {Lane.ASKED}
    made = comparing.window
    assert made is not None
    panes = [view.pane for view in made.views]
    assert [pane.title for pane in panes] == ["Grad-CAM: Glioma", "Grad-CAM: Glioma"]
    assert all(pane.overlay is not None for pane in panes)
    made.views[0].zoom_requested.emit(2.0, 50.0, 50.0)
    qtbot.waitUntil(lambda: made.views[1].pane.viewport == window.state.state.appearance.viewport)
    made.label.setCurrentIndex(made.label.findData("meningioma"))
    made.label.activated.emit(made.label.currentIndex())
    assert [view.pane.title for view in made.views] == ["Grad-CAM: Meningioma"] * 2


def test_a_model_that_refused_the_image_is_flagged_and_not_compared(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = TwoModels()
    worker.refuse = True
    window = make_window(worker=worker)
    qtbot.waitUntil(lambda: window.models.ids is not None)
    window.run_action("ai.compare")
    qtbot.waitUntil(lambda: len(cells(window)) == 3, timeout=10_000)
    assert all(row[2:] == ["\N{EN DASH}", ""] for row in cells(window))
    made = models(window).comparing.window
    assert made is not None and "refused this image" in made.cautions.text()
    assert made.views[1].pane.overlay is None and "refused" in made.views[1].pane.title
    assert "It is a colour picture." in made.states[1].text()


def test_a_comparison_follows_the_image_and_lets_go_when_it_is_closed(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = TwoModels()
    window = make_window(worker=worker)
    window.change_settings(prefetch=False)
    qtbot.waitUntil(lambda: window.models.ids is not None)
    window.run_action("ai.compare")
    qtbot.waitUntil(lambda: len(cells(window)) == 3, timeout=10_000)
    window.run_action("image.next")
    qtbot.waitUntil(lambda: len(worker.behind) == 4 and len(cells(window)) == 3, timeout=10_000)
    assert len({request.image for request, _ in worker.behind}) == 2
    models(window).comparing.window.close()  # type: ignore[union-attr]
    window.run_action("image.next")
    qtbot.wait(100)
    assert len(worker.behind) == 4


def test_without_an_image_the_comparison_says_what_to_do(make_window: MakeWindow) -> None:
    window = make_window(Catalog(), open_study=False)
    window.run_action("ai.compare")
    made = models(window).comparing.window
    assert made is not None and cells(window) == []
    assert "Open an image" in made.states[0].text()


# --- the input gate in the findings panel ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("distance", "verdict", "place"),
    [(0.9, GateVerdict.IN_DOMAIN, 0.36), (1.7, GateVerdict.FLAGGED, 0.68), (9.0, GateVerdict.REFUSED, 1.0)],
)
def test_the_findings_panel_draws_the_distance_beside_its_limits(
    qtbot: QtBot, distance: float, verdict: GateVerdict, place: float
) -> None:
    panel = FindingsPanel(Theme(ThemeName.DARK))
    qtbot.addWidget(panel)
    reasons = () if verdict is GateVerdict.IN_DOMAIN else ("It is unlike the model's images.",)
    result = make_result(AssistRequest(ImageRef(Path("/x")), "brain-mri", methods=()))
    gate = GateResult(verdict, reasons, distance, 1.5, 2.0)
    panel.set_prediction(replace(result.prediction, gate=gate), None)
    panel.show()
    assert f"{distance:.2f} (unusual above 1.50, refused above 2.00)" in panel.distance.text()
    assert panel.gate_bar.isVisible() and panel.gate_bar.zones(100.0) == pytest.approx((place * 100, 60.0, 80.0))
    assert panel.reasons.isVisible() is bool(reasons)
    panel.set_prediction(result.prediction, None)
    assert not panel.gate_bar.isVisible() and not panel.distance.isVisible()
