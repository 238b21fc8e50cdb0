"""Predictions and maps on the screen: at their place, of this image, and never of another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from radviewer.core.colormaps import ColorMap
from radviewer.core.errors import Problem
from radviewer.core.explanation import Method
from radviewer.core.image import ImageRef
from radviewer.core.overlay import DrawMode, ScaleMode
from radviewer.core.prediction import GateVerdict
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.main_window import MainWindow
from radviewer.workbench.requests import AssistRequest
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import LABELS, SQUARE, FakeWorker, make_catalog, make_result

Key = Qt.Key


def rgb(view: ImageView) -> np.ndarray:
    """What the pane shows, int (h, w, 3)."""
    from PySide6.QtGui import QImage

    picture = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return lines[:, : picture.width() * 3].reshape(picture.height(), picture.width(), 3).astype(int)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    window.parts.grid.shown[0].setFocus()
    QTest.keyClick(window.parts.grid.shown[0], key, modifier)


def predicted(window: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: window.scene.prediction is not None)
    return window


def middle(points: np.ndarray) -> tuple[float, float]:
    rows, columns = np.nonzero(points)
    return float(rows.mean()), float(columns.mean())


@pytest.mark.parametrize(
    "keys",
    [
        (),
        (Key.Key_R,),
        (Key.Key_L,),
        (Key.Key_H,),
        (Key.Key_V,),
        (Key.Key_R, Key.Key_H),
        (Key.Key_O,),
        (Key.Key_O, Key.Key_R),
    ],
)
@pytest.mark.parametrize("native", [True, False])
def test_the_map_lies_over_the_square_however_the_image_is_turned_and_zoomed(
    make_window: MakeWindow, qtbot: QtBot, keys: tuple[Qt.Key, ...], native: bool
) -> None:
    window = predicted(make_window(), qtbot)
    window.state.map_style(threshold=0.9, opacity=1.0, native_grid=native, color_map=ColorMap.VIRIDIS)
    window.state.wish(annotations=False, cursor=None)
    for key in keys:
        press(window, key)
    view = window.parts.grid.shown[0]
    with_map = rgb(view)
    press(window, Key.Key_G)
    without = rgb(view)
    press(window, Key.Key_G)
    legend = np.zeros(with_map.shape[:2], dtype=bool)
    legend[:160, -90:] = True  # the pane's own legend comes and goes with the map
    changed = (np.abs(with_map - without).sum(axis=2) > 30) & ~legend
    assert changed.any()
    placed = view.placement
    assert placed is not None
    top, left, side = SQUARE
    x, y = placed.to_screen(top + side / 2, left + side / 2)
    row, column = middle(changed)
    # The bright cells of the map are centred on the square to within a cell of 12 pixels, after padding and scaling.
    explanation = view.pane.overlay.explanation if view.pane.overlay else None
    assert explanation is not None
    cells = np.argwhere(explanation.values > 0)
    cell = 96 / explanation.values.shape[0]
    expected = placed.to_screen((cells[:, 0].mean() + 0.5) * cell - 16, (cells[:, 1].mean() + 0.5) * cell)
    assert (column, row) == pytest.approx(expected, abs=max(1.5, placed.scale))
    assert (column, row) == pytest.approx((x, y), abs=6 * placed.scale + 1)


def test_parts_of_the_map_beyond_the_image_are_cut_off(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = predicted(make_window(), qtbot)
    window.state.wish(annotations=False)
    window.state.map_style(threshold=0.0, opacity=1.0)
    result = window.state.facts.result
    everywhere = tuple(replace(item, values=np.ones_like(item.values)) for item in result.explanations)
    window.state.learn(result=replace(result, explanations=everywhere))
    view = window.parts.grid.shown[0]
    shown = rgb(view)
    placed = view.placement
    assert placed is not None
    top = round(placed.to_screen(0, 0)[1])
    canvas = (0x10, 0x12, 0x14)
    assert (shown[top // 2, 20] == canvas).all() and (shown[top + 4, 20] != canvas).any()


def test_an_image_that_stays_is_predicted_by_itself_and_one_scrolled_past_is_not(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    worker = FakeWorker()
    window = predicted(make_window(make_catalog(20), worker=worker), qtbot)
    asked = len(worker.requests)
    for _ in range(10):
        press(window, Key.Key_Down)
        qtbot.wait(5)
    predicted(window, qtbot)
    assert window.scene.prediction is not None and window.scene.prediction.image == window.state.state.image
    assert len(worker.requests) - asked <= 2


def test_without_automatic_prediction_the_key_asks(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = FakeWorker()
    window = make_window(worker=worker)
    window.state.wish(auto_predict=False)
    press(window, Key.Key_Down)
    qtbot.wait(250)
    before = len(worker.requests)
    assert "Press Predict" in window.parts.findings.message.text()
    press(window, Key.Key_P)
    predicted(window, qtbot)
    assert len(worker.requests) == before + 1


def test_late_answers_never_reach_another_image(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = FakeWorker(manual=True)
    window = make_window(make_catalog(40), worker=worker)
    shown: list[tuple[ImageRef, ImageRef | None]] = []

    def check(_old: object, _new: object) -> None:
        shown.extend(
            (pane.overlay.explanation.image, pane.prepared.ref)
            for pane in window.scene.panes
            if pane.overlay is not None and pane.prepared is not None
        )
        if window.scene.prediction is not None:
            shown.append((window.scene.prediction.image, window.state.state.image))

    window.state.changed.connect(check)
    window.state.facts_changed.connect(check)
    rng = np.random.default_rng(3)
    for _ in range(60):
        press(window, Key.Key_Down if rng.random() < 0.6 else Key.Key_Up)
        qtbot.waitUntil(lambda: not window.scene.loading)
        press(window, Key.Key_P)
        if rng.random() < 0.7:
            worker.answer(int(rng.integers(len(worker.requests))))
        qtbot.wait(2)
    worker.answer(-1)
    predicted(window, qtbot)
    assert len(shown) > 10
    assert all(of == at for of, at in shown)


def test_another_models_scores_are_not_shown_under_this_models_name(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = predicted(make_window(), qtbot)
    window.state.wish(model_id="other", auto_predict=False)
    assert window.scene.prediction is None
    window.state.wish(model_id="brain-mri")
    assert window.scene.prediction is not None and window.scene.prediction.model_id == "brain-mri"


def test_the_panel_says_what_the_scores_mean(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = predicted(make_window(), qtbot)
    panel = window.parts.findings
    lines = [bar.line for bar in panel.bars if bar.line]
    assert [(line.name, line.text) for line in lines] == [
        ("Glioma", "0.93"),
        ("Meningioma", "0.05"),
        ("No tumour", "0.02"),
    ]
    assert "op. point 0.50  sens 0.97  spec 0.98" in lines[0].detail
    for words in ("brain-mri 1.2.0", "41 ms on CPU", "calibrated"):
        assert words in panel.context.text()
    assert "in domain" in panel.gate.text() and "not for diagnosis" in panel.notice.text()


def test_an_image_that_the_gate_refuses_says_why_beside_score_and_map(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = FakeWorker()
    worker.verdict = GateVerdict.REFUSED
    window = predicted(make_window(worker=worker), qtbot)
    assert "refused" in window.parts.findings.gate.text()
    assert window.parts.findings.reasons.text() == "The image is a colour photograph."
    assert "gate" in window.scene.panes[0].caution


def test_a_failed_prediction_is_a_sentence_with_a_hint_and_is_not_tried_again_by_itself(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    worker = FakeWorker()
    worker.problem = Problem("memory", "The model does not fit into memory.", "Close other programs.")
    window = make_window(worker=worker)
    qtbot.waitUntil(lambda: "does not fit" in window.parts.findings.message.text())
    assert "Close other programs." in window.parts.findings.message.text()
    qtbot.wait(300)
    assert len(worker.requests) == 1
    worker.problem = None
    press(window, Key.Key_P)
    predicted(window, qtbot)
    assert window.parts.findings.message.isHidden()


def test_escape_cancels_inference_first(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = FakeWorker(manual=True)
    window = make_window(worker=worker)
    qtbot.waitUntil(lambda: window.assistant.busy)
    window.parts.strip.say("Something.")
    press(window, Key.Key_Escape)
    assert worker.cancelled == 1 and not window.assistant.busy and window.parts.strip.text == "Something."
    worker.answer(-1)
    qtbot.wait(200)
    assert window.scene.prediction is None and len(worker.requests) == 1
    press(window, Key.Key_Escape)
    assert window.parts.strip.isHidden()


def test_another_labels_missing_map_is_asked_for_once_and_kept(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = FakeWorker()
    window = predicted(make_window(worker=worker), qtbot)
    window.state.map_wish(method=Method.SALIENCY, label_key="meningioma")
    qtbot.waitUntil(lambda: window.scene.overlay.map is not None)
    assert worker.requests[-1].labels == ("meningioma",) and worker.requests[-1].methods == (Method.SALIENCY,)
    assert window.scene.panes[0].title == "Saliency: Meningioma"
    count = len(worker.requests)
    for key in ("glioma", "meningioma", "glioma"):
        window.state.map_wish(label_key=key)
    qtbot.wait(200)
    assert len(worker.requests) == count


def test_label_and_method_keys_walk_through_the_maps(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = predicted(make_window(), qtbot)
    titles = []
    for _ in range(3):
        press(window, Key.Key_N)
        titles.append(window.scene.panes[0].title)
    assert titles == ["Grad-CAM: Meningioma", "Grad-CAM: No tumour", "Grad-CAM: Glioma"]
    press(window, Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert window.scene.panes[0].title == "Grad-CAM: No tumour"
    assert "below its operating point" in window.parts.overlay.caution.text()


def test_space_peeks_only_while_it_is_held(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = predicted(make_window(), qtbot)
    view = window.parts.grid.shown[0]
    view.setFocus()
    QTest.keyPress(view, Key.Key_Space)
    assert window.scene.panes[0].overlay is None
    QTest.keyRelease(view, Key.Key_Space)
    assert window.scene.panes[0].overlay is not None


def test_the_overlay_panel_changes_the_style_and_shows_it(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = predicted(make_window(), qtbot)
    panel = window.parts.overlay
    panel.opacity._slider.setValue(80)
    panel.threshold._slider.setValue(40)
    panel.colors.activated.emit(1)
    panel.scale.activated.emit(1)
    panel.draw._ask(DrawMode.CONTOUR)
    QTest.mouseClick(panel.native, Qt.MouseButton.LeftButton, pos=panel.native.rect().center() * 0.1)
    style = window.state.state.overlay.style
    assert (style.opacity, style.threshold, style.draw) == (0.8, 0.4, DrawMode.CONTOUR)
    assert (style.color_map, style.scale) == (ColorMap.VIRIDIS, ScaleMode.IMAGE_MAXIMUM)
    assert "image's maximum" in panel.legend.words
    assert panel.opacity.value == 0.8


def test_a_click_on_a_score_shows_its_map(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = predicted(make_window(), qtbot)
    QTest.mouseClick(window.parts.findings.bars[2], Qt.MouseButton.LeftButton)
    assert window.state.state.overlay.label_key == "notumor"
    assert window.parts.overlay.label.currentText() == "No tumour"


def test_results_are_kept_so_coming_back_asks_nothing(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = FakeWorker()
    window = predicted(make_window(worker=worker), qtbot)
    press(window, Key.Key_Down)
    qtbot.waitUntil(lambda: window.state.facts.index == 1)
    predicted(window, qtbot)
    asked = len(worker.requests)
    press(window, Key.Key_Up)
    qtbot.waitUntil(lambda: window.state.facts.index == 0)
    assert window.scene.prediction is not None
    qtbot.wait(200)
    assert len(worker.requests) == asked


def test_the_fakes_hold_what_the_tests_assume() -> None:
    result = make_result(AssistRequest(ImageRef(Path("/x")), "brain-mri"))
    assert len(result.explanations) == len(LABELS) + 1
