"""In the longer language and in a small window nothing that matters is cut off."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from radviewer.ui.models.window import _line_said
from radviewer.ui.settings.dialog import SettingsWindow
from radviewer.ui.statistics.statistics_window import StatisticsWindow
from radviewer.ui.worklist.model import TITLES
from tests.ui.conftest import MakeWindow


def cut_off(area: QScrollArea) -> int:
    """How many pixels of the content an area without a horizontal bar cannot show."""
    return area.widget().minimumSizeHint().width() - area.viewport().width()


def test_the_scores_are_never_cut_off_in_a_small_german_window(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(size=(960, 540))
    window.change_settings(language="de")
    area = next(
        area for area in window.findChildren(QScrollArea) if window.parts.findings in area.findChildren(QWidget)
    )
    qtbot.waitUntil(lambda: cut_off(area) <= 0)
    window.run_action("ai.predict")
    qtbot.waitUntil(lambda: window.state.facts.result is not None)
    qtbot.waitUntil(lambda: cut_off(area) <= 0)


def test_settings_show_their_sentences_whole_in_german(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(open_study=False)
    window.change_settings(language="de")
    window.run_action("file.settings")
    dialog = window.findChild(SettingsWindow)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    area = next(iter(dialog.findChildren(QScrollArea)))
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
    assert cut_off(area) <= 0
    assert dialog.sections.sizeHintForColumn(0) <= dialog.sections.viewport().width()


def test_the_words_before_the_results_are_shown_whole(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(open_study=False)
    window.change_settings(language="de")
    window.run_action("study.statistics")
    found = window.findChild(StatisticsWindow)
    assert found is not None
    words = next(label for label in found.findChildren(QLabel) if "Studienleitung" in label.text())
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()) > 0)


def test_the_page_of_a_model_and_the_titles_of_the_worklist_are_german(make_window: MakeWindow) -> None:
    from radviewer.ui.i18n import tr

    window = make_window(open_study=False)
    window.change_settings(language="de")
    said = _line_said("* Flags an image whose contrast (standard deviation) is outside 0.037 to 0.410.")
    assert said == "* Meldet ein Bild, dessen Wert (Kontrast (Standardabweichung)) außerhalb von 0.037 bis 0.410 liegt."
    same = {title for title in TITLES.values() if tr(title) == title}
    assert same == {"Patient", "ID", "Status"}


def test_an_image_and_its_maps_are_stacked_on_a_portrait_screen(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(size=(1080, 1800))
    window.run_action("layout.linked")
    grid = window.parts.grid
    qtbot.waitUntil(lambda: len(grid.shown) == 3)
    assert len({view.x() for view in grid.shown}) == 1
    assert [view.width() for view in grid.shown] == [grid.width()] * 3
    window.resize(1500, 700)
    qtbot.waitUntil(lambda: len({view.y() for view in grid.shown}) == 1)
    assert [view.height() for view in grid.shown] == [grid.height()] * 3


def test_a_layout_that_was_chosen_is_never_turned(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(size=(1080, 1800))
    window.run_action("layout.1x2")
    grid = window.parts.grid
    qtbot.waitUntil(lambda: len(grid.shown) == 2)
    assert len({view.y() for view in grid.shown}) == 1
