"""Trust cards, layers, known evidence and maps side by side, in the window."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from radviewer.core.errors import InputProblem
from radviewer.core.explanation import METHOD_NAMES, Explanation, LayerChoice, Method
from radviewer.core.overlay import ScaleMode, ThresholdMode
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback
from radviewer.core.trust import Agreement, Faithfulness, Localisation, Sanity, Stability, TrustCard
from radviewer.ui.explaining import trust_desk
from radviewer.ui.explaining.compare_window import CompareWindow
from radviewer.ui.explaining.feature import ExplainingFeature
from radviewer.ui.explaining.map_board import MapPane, SharedLook, map_scenes
from radviewer.ui.main_window import MainWindow
from radviewer.workbench.prepared import prepare
from radviewer.workbench.settings import LanguageChoice
from radviewer.workbench.trust_lines import trust_lines
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import FakeWorker, make_map, square_image


def card(explanation: Explanation, *, p: float = 0.1, noise: float = 0.9, hit: bool | None = None) -> TrustCard:
    curve = tuple(i / 16 for i in range(17))
    return TrustCard(
        image=explanation.image,
        model_id=explanation.model_id,
        model_version=explanation.model_version,
        method=explanation.method,
        label=explanation.label,
        agreement=(Agreement(Method.LAYERCAM, 0.6), Agreement(Method.OCCLUSION, 0.4)),
        stability=Stability(0.8, 0.7, noise),
        faithfulness=Faithfulness(curve[::-1], curve),
        sanity=Sanity(0.1, 0.3, (0.0,) * 9, p),
        localisation=None if hit is None else Localisation(hit, 0.5, 0.4, 0.1),
    )


class Checker:
    """Stands for `trust_card`: waits until told, tells progress, and looks at its token."""

    def __init__(self) -> None:
        self.asked: list[tuple[Explanation, object]] = []
        self.go = threading.Event()
        self.made: dict[str, float] = {}
        self.problem: InputProblem | None = None

    def __call__(
        self,
        explanation: Explanation,
        _services: object,
        _device: str,
        token: CancellationToken,
        progress: ProgressCallback,
        *,
        evidence: object,
        seed: int,
    ) -> TrustCard:
        self.asked.append((explanation, evidence))
        progress(Progress("checking the map", 3, 18))
        while not self.go.wait(0.01):
            token.check()
        if self.problem is not None:
            raise self.problem
        return card(explanation, **self.made)


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch) -> Checker:
    made = Checker()
    monkeypatch.setattr(trust_desk, "trust_card", made)
    return made


def feature(window: MainWindow) -> ExplainingFeature:
    return next(item for item in window.features if isinstance(item, ExplainingFeature))


def ready(make_window: MakeWindow, qtbot: QtBot, **options: object) -> MainWindow:
    window = make_window(**options)
    qtbot.waitUntil(lambda: window.scene.overlay.map is not None)
    return window


def test_a_map_is_checked_on_demand_and_says_in_plain_words_what_came_out(
    make_window: MakeWindow, qtbot: QtBot, checker: Checker
) -> None:
    window = ready(make_window, qtbot)
    box = window.parts.overlay.trust
    assert box.word.text() == "not checked"
    assert checker.asked == []
    QTest.mouseClick(box.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: box.bar.value() == 3)
    assert (box.bar.maximum(), box.button.text(), box.word.text()) == (18, "Cancel", "Checking the map")
    checker.go.set()
    qtbot.waitUntil(lambda: box.word.text() == "good")
    assert "passed the checks" in box.sentence.text()
    assert box.button.isHidden()
    assert box.details.isHidden()
    box.more.setChecked(True)
    assert not box.details.isHidden()
    assert box._grid.rowCount() == len(trust_lines(card(checker.asked[0][0])))


def test_the_checks_of_a_card_fit_into_the_panel_in_german_too(
    make_window: MakeWindow, qtbot: QtBot, checker: Checker
) -> None:
    window = ready(make_window, qtbot)
    window.change_settings(language=LanguageChoice.GERMAN)
    checker.go.set()
    box = window.parts.overlay.trust
    window.run_action("explain.trust")
    qtbot.waitUntil(lambda: box._grid.rowCount() > 1)
    box.more.setChecked(True)
    assert any("auswendig" in text.text() for text in box.details.findChildren(QLabel))
    # The names of checks take another line; else panel and words would be cut off at the right.
    assert box.details.minimumSizeHint().width() < 240
    window.change_settings(language=LanguageChoice.ENGLISH)


def test_a_card_is_made_once_for_each_map(make_window: MakeWindow, qtbot: QtBot, checker: Checker) -> None:
    window = ready(make_window, qtbot)
    checker.go.set()
    box = window.parts.overlay.trust
    for key, word in (("glioma", "good"), ("meningioma", "good"), ("glioma", "good")):
        window.state.map_wish(label_key=key)
        window.run_action("explain.trust")
        qtbot.waitUntil(lambda word=word: box.word.text() == word)
    assert [item.label.key for item, _ in checker.asked] == ["glioma", "meningioma"]
    window.state.map_wish(label_key="notumor")
    assert box.word.text() == "not checked"


@pytest.mark.parametrize(
    ("made", "word", "said"),
    [
        ({"p": 0.8}, "do not rely on it", "as if it had learnt nothing"),
        ({"noise": 0.1}, "with care", "it moves when the image gets a little noise"),
        ({"hit": False}, "with care", "its peak is not on the known evidence"),
        ({"hit": True}, "good", "Its peak is on the known evidence"),
    ],
)
def test_the_word_and_the_sentence_follow_the_checks(
    make_window: MakeWindow, qtbot: QtBot, checker: Checker, made: dict[str, float], word: str, said: str
) -> None:
    window = ready(make_window, qtbot)
    checker.made = made
    checker.go.set()
    window.run_action("explain.trust")
    box = window.parts.overlay.trust
    qtbot.waitUntil(lambda: box.word.text() == word)
    assert said in box.sentence.text()


def test_a_check_can_be_cancelled_and_asked_for_again(make_window: MakeWindow, qtbot: QtBot, checker: Checker) -> None:
    window = ready(make_window, qtbot)
    box = window.parts.overlay.trust
    window.run_action("explain.trust")
    qtbot.waitUntil(lambda: len(checker.asked) == 1)
    QTest.mouseClick(box.button, Qt.MouseButton.LeftButton)
    assert box.word.text() == "not checked"  # at once, whatever the worker still does
    checker.go.set()
    QTest.mouseClick(box.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: box.word.text() == "good")
    assert len(checker.asked) == 2


def test_what_cannot_be_checked_says_why(make_window: MakeWindow, qtbot: QtBot, checker: Checker) -> None:
    window = ready(make_window, qtbot)
    checker.problem = InputProblem("The mask has another size.", hint="Draw it anew.")
    checker.go.set()
    window.run_action("explain.trust")
    box = window.parts.overlay.trust
    qtbot.waitUntil(lambda: box.word.text() == "could not be checked")
    assert box.sentence.text() == "The mask has another size. Draw it anew."
    assert box.button.text() == "Check"


def test_known_evidence_is_opened_and_makes_new_cards(
    make_window: MakeWindow, qtbot: QtBot, checker: Checker, tmp_path: Path
) -> None:
    window = ready(make_window, qtbot)
    checker.go.set()
    window.run_action("explain.trust")
    box = window.parts.overlay.trust
    qtbot.waitUntil(lambda: box.word.text() == "good")
    table = tmp_path / "boxes.csv"
    table.write_text("file,row,column,height,width\ni0.dcm,24,40,8,8\n")
    feature(window).open_evidence(table)
    qtbot.waitUntil(lambda: box.word.text() == "not checked")
    assert "boxes.csv" in window.parts.strip.text
    window.run_action("explain.trust")
    qtbot.waitUntil(lambda: len(checker.asked) == 2)
    mask = checker.asked[1][1].mask(square_image(window.state.state.image))
    assert mask is not None
    assert mask.sum() == 64
    table.write_text("nothing")
    feature(window).open_evidence(table)
    qtbot.waitUntil(lambda: "no column" in window.parts.strip.text)


def test_another_layer_is_asked_for_named_in_the_pane_and_let_go_with_its_model(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    worker = FakeWorker()
    window = ready(make_window, qtbot, worker=worker)
    panel = window.parts.overlay
    made = feature(window)
    made._layers_came("brain-mri", (LayerChoice("features.4", 28, 28), LayerChoice("features.18", 7, 7)))
    assert [panel.layer.itemText(i) for i in range(3)] == [
        "The model's own",
        "features.4   28 × 28",
        "features.18   7 × 7",
    ]
    panel.layer.activated.emit(1)
    qtbot.waitUntil(lambda: worker.requests[-1].layer == "features.4")
    assert worker.requests[-1].methods == (Method.GRADCAM,)
    window.state.map_wish(method=Method.SALIENCY)
    assert not panel.layer.isEnabled()
    window.state.wish(model_id="other")
    assert window.state.state.overlay.layer is None


def test_every_method_says_what_it_costs_and_a_cancelled_map_can_be_asked_for_again(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    worker = FakeWorker(manual=True)
    window = make_window(worker=worker)
    qtbot.waitUntil(lambda: len(worker.requests) == 1)
    worker.answer(-1)
    qtbot.waitUntil(lambda: window.scene.overlay.map is not None)
    panel = window.parts.overlay
    texts = [panel.method.itemText(i) for i in range(panel.method.count())]
    assert texts[0] == "Grad-CAM"
    assert "LIME (slow)" in texts
    assert "SmoothGrad (some seconds)" in texts
    panel.method.activated.emit(tuple(METHOD_NAMES).index(Method.LIME))
    qtbot.waitUntil(lambda: worker.requests[-1].methods == (Method.LIME,))
    window.run_action("ai.cancel")
    asked = len(worker.requests)
    assert not panel.compute.isHidden()
    QTest.mouseClick(panel.compute, Qt.MouseButton.LeftButton)
    assert len(worker.requests) == asked + 1
    worker.answer(-1)
    qtbot.waitUntil(lambda: window.scene.overlay.map is not None)
    assert panel.compute.isHidden()


def test_threshold_by_area_and_the_probability_scale_reach_the_map(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = ready(make_window, qtbot)
    panel = window.parts.overlay
    panel.threshold_by._ask(ThresholdMode.QUANTILE)
    panel.scale.activated.emit(2)
    style = window.state.state.overlay.style
    assert (style.threshold_by, style.scale) == (ThresholdMode.QUANTILE, ScaleMode.PROBABILITY)
    # The fake's maps do not know their probability, and the legend says what is drawn instead.
    assert panel.legend.words == "of this image's maximum"


def test_the_panes_of_a_board_share_window_zoom_and_cursor() -> None:
    from radviewer.core.image import ImageRef, Window
    from tests.ui.fakes import LABELS

    prepared = prepare(square_image(ImageRef(Path("/a"))))
    shown = make_map(prepared.ref, "m", "1", Method.GRADCAM, LABELS[0])
    look = SharedLook(voi=Window(10, 20), invert=True, cursor=(3.0, 4.0))
    from radviewer.core.overlay import OverlayStyle

    panes = (MapPane("Original"), MapPane("1 Grad-CAM", shown, "below"))
    one, other = map_scenes(prepared, panes, OverlayStyle(), look)
    assert (one.voi, one.invert, one.viewport, one.cursor) == (other.voi, other.invert, other.viewport, other.cursor)
    assert one.overlay is None
    assert other.overlay is not None
    assert other.caution == "below"
    assert map_scenes(None, panes, OverlayStyle(), look)[0].voi is None


def test_the_board_zooms_all_of_its_panes_at_once(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = ready(make_window, qtbot)
    compare = CompareWindow(window)
    prepared, shown = window.state.facts.prepared, window.scene.overlay.map
    compare.board.set_maps(prepared, (MapPane("Original"), MapPane("1", shown), MapPane("2", shown)))
    compare.show()
    qtbot.waitUntil(lambda: compare.board.views[0].placement is not None)
    before = compare.board.views[2].placement.scale
    compare.board.views[0].zoom_requested.emit(2.0, 50.0, 50.0)
    assert compare.board.views[2].placement.scale == pytest.approx(2 * before)
    compare.board.views[1].cursor_requested.emit((5.0, 6.0))
    assert {view.pane.cursor for view in compare.board.shown} == {(5.0, 6.0)}
    compare.controls.draw._ask(next(iter(type(compare.controls.style_wish.draw))))
    compare.controls._restyle(opacity=0.9)
    assert compare.board.views[1].pane.overlay.style.opacity == 0.9
    compare.close()


def test_the_comparison_makes_its_maps_in_the_background_and_can_be_cancelled(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from radviewer.ui.explaining import compare_window
    from radviewer.workbench.comparing import Comparison, ComparisonRequest

    worker = FakeWorker()
    go = threading.Event()

    def fake(
        request: ComparisonRequest, _services: object, token: CancellationToken, progress: ProgressCallback
    ) -> Comparison:
        progress(Progress("LIME", 1, 4))
        while not go.wait(0.01):
            token.check()
        results = [worker.make(replace_request(request, model)) for model in request.models]
        maps = tuple(item for result in results for item in result.explanations)
        agreement = tuple(tuple(1.0 if i == j else 0.2 for j in range(len(maps))) for i in range(len(maps)))
        return Comparison(request, tuple(result.prediction for result in results), maps, agreement)

    def replace_request(request: ComparisonRequest, model: str) -> object:
        from radviewer.workbench.requests import AssistRequest

        return AssistRequest(request.image, model, "auto", request.methods, (request.label or "glioma",))

    monkeypatch.setattr(compare_window, "compare", fake)
    window = ready(make_window, qtbot, worker=worker)
    window.run_action("explain.compare")
    compare = feature(window)._compare
    assert compare is not None
    qtbot.waitUntil(lambda: compare.controls.bar.value() == 1)
    assert compare.controls.button.text() == "Cancel"
    compare.cancel()
    assert not compare.busy
    assert compare.controls.message.text() == "Cancelled."
    go.set()
    for box in compare.controls.methods.values():
        box.setChecked(False)
    compare.compare()
    assert "at least one" in compare.controls.message.text()
    for method in (Method.GRADCAM, Method.SALIENCY):
        compare.controls.methods[method].setChecked(True)
    compare.controls.second.setCurrentIndex(2)
    compare.compare()
    qtbot.waitUntil(lambda: compare.comparison is not None)
    titles = [view.pane.title for view in compare.board.shown]
    assert titles == [
        "1  Grad-CAM: Glioma 0.93  brain-mri",
        "2  Saliency: Glioma 0.93  brain-mri",
        "3  Grad-CAM: Glioma 0.93  other",
        "4  Saliency: Glioma 0.93  other",
    ]
    assert compare.table.rowCount() == 4
    assert compare.table.item(0, 1).text() == "0.20"
    assert replace(compare.comparison.request, seed=1) != compare.comparison.request
