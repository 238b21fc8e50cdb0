"""Remarks and decoded frames in the status bar."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from radviewer.core.image import Image, ImageFacts, ImageRef
from radviewer.io.decode_pool import Priority
from radviewer.ui.imagestate.feature import ImageStateFeature
from radviewer.ui.main_window import MainWindow
from radviewer.ui.text_window import TextWindow
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import FakeDecoder, make_catalog, square_image


def feature_of(window: MainWindow) -> ImageStateFeature:
    return next(item for item in window.features if isinstance(item, ImageStateFeature))


def odd_image(ref: ImageRef) -> Image:
    return square_image(ref, facts=ImageFacts(kind="png", warnings=("This is a colour picture, not a radiograph.",)))


def test_a_whole_stack_is_decoded_first_middle_last_and_the_bar_fills(make_window: MakeWindow, qtbot: QtBot) -> None:
    decoder = FakeDecoder()
    window = make_window(make_catalog(40), decoder=decoder)
    feature = feature_of(window)
    assert feature.bar.isVisible()
    qtbot.waitUntil(lambda: feature.bar.share == 1.0, timeout=10000)
    ahead = [ref.path.stem for ref, priority in decoder.asked if priority == Priority.PREFETCH]
    assert ahead[:2] == ["i20", "i39"]  # the first and its neighbours came for the screen
    assert "40 of 40" in feature.bar.toolTip()
    feature.bar.grab()


def test_another_series_starts_another_bar(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(make_catalog(12, 30))
    feature = feature_of(window)
    window.run_action("series.next")
    qtbot.waitUntil(lambda: len(feature.prefetch.refs) == 30)
    qtbot.waitUntil(lambda: feature.bar.share == 1.0, timeout=10000)


def test_a_single_image_has_no_bar(make_window: MakeWindow) -> None:
    assert not feature_of(make_window(make_catalog(1))).bar.isVisible()


def test_what_was_odd_about_a_file_is_seen_and_opens_as_a_page(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(make_catalog(2), decoder=FakeDecoder(odd_image))
    feature = feature_of(window)
    qtbot.waitUntil(feature.remarks.isVisible)
    assert feature.remarks.text() == "This is a colour picture, not a radiograph."
    feature.remarks.click()
    page = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, TextWindow))
    assert "colour picture" in page.page.toPlainText()
    page.close()


def test_an_ordinary_image_has_no_remark(make_window: MakeWindow) -> None:
    assert not feature_of(make_window(make_catalog(2))).remarks.isVisible()
