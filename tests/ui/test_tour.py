"""The tour: offered once, shows real parts, works by keyboard and blocks nothing; and what else the Help menu opens."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from radviewer.ui.help import HelpFeature
from radviewer.ui.main_window import MainWindow
from radviewer.ui.tour.feature import TourFeature
from radviewer.ui.tour.steps import STEPS
from radviewer.workbench.actions import ACTIONS
from radviewer.workbench.settings import load
from tests.ui.conftest import MakeWindow

Key = Qt.Key


def tour_of(window: MainWindow) -> TourFeature:
    return next(item for item in window.features if isinstance(item, TourFeature))


def test_the_tour_is_offered_once_after_the_notice_was_accepted(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(open_study=False)
    qtbot.wait(50)
    assert window.parts.strip.text == "", "first the notice"
    window.parts.notice.button.click()
    qtbot.waitUntil(lambda: len(window.parts.strip.choices) == 2)
    window.parts.strip.choices[1].click()
    assert window.parts.strip.text == "" and load(tmp_path / "config" / "settings.toml")[0].tour_offered
    window.close()
    again = make_window(open_study=False)
    again.change_settings(notice_accepted=False)
    again.change_settings(notice_accepted=True)
    qtbot.wait(50)
    assert again.parts.strip.text == ""


def test_every_step_rings_a_part_that_is_on_the_screen_and_says_its_key(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(size=(1366, 768))
    window.run_action("help.tour")
    tour = tour_of(window)
    for number, step in enumerate(STEPS):
        assert tour.card is not None and tour.ring is not None and tour.at == number
        part = step.find(window)
        area = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        assert part.isVisible() and tour.ring.geometry().adjusted(4, 4, -4, -4).intersects(area)
        assert window.rect().contains(tour.card.geometry())
        words = tour.card.accessibleDescription()
        assert step.title in words and "{key}" not in words
        if step.action_id:
            assert window.parts.actions.key_text(next(a for a in ACTIONS if a.id == step.action_id)) in words
        tour.card.next.click()
    assert tour.card is None and tour.ring is None


def test_the_tour_goes_by_keyboard_and_ends_with_esc(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.run_action("help.tour")
    tour = tour_of(window)
    assert tour.card is not None
    QTest.keyClick(tour.card, Key.Key_Right)
    QTest.keyClick(tour.card, Key.Key_Return)
    QTest.keyClick(tour.card, Key.Key_Left)
    assert tour.at == 1
    QTest.keyClick(tour.card, Key.Key_Escape)
    assert tour.card is None


def test_the_card_stays_in_front_of_panels_that_come_to_the_front(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.run_action("help.tour")
    card = tour_of(window).card
    assert card is not None
    for action in ("measure.histogram", "measure.list", "view.left_dock", "view.left_dock", "layout.2x2"):
        window.run_action(action)
        qtbot.wait(30)
        shown = window.childAt(card.geometry().center())
        assert shown is card or card.isAncestorOf(shown), action


def test_the_window_stays_usable_during_the_tour(make_window: MakeWindow) -> None:
    window = make_window()
    window.run_action("help.tour")
    tour = tour_of(window)
    assert tour.ring is not None and tour.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    window.run_action("image.next")
    assert window.state.facts.index == 1 or window.state.state.image is not None
    window.resize(1000, 700)
    tour.end()


def test_without_a_study_the_tour_opens_the_phantoms(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(open_study=False)
    window.run_action("help.tour")
    qtbot.waitUntil(lambda: window.state.facts.count > 0, timeout=5000)
    tour_of(window).end()


def test_the_report_for_support_has_facts_logs_and_settings(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    window.change_settings(opacity=0.4)
    path = tmp_path / "report.zip"
    help_ = next(item for item in window.features if isinstance(item, HelpFeature))
    help_.write_report(path)
    assert "report.zip" in window.parts.strip.text
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert {"read-me.txt", "facts.txt", "radviewer.log", "settings.toml"} <= set(names)
        assert b"opened studies=1" in archive.read("radviewer.log")
        assert b"radviewer " in archive.read("facts.txt")
    help_.write_report(path)
    assert "exists already" in window.parts.strip.text


@pytest.mark.parametrize("item", STEPS, ids=lambda item: item.title)
def test_a_step_is_short_enough_to_be_read_in_seconds(item: object) -> None:
    assert len(item.text.split()) <= 50  # type: ignore[attr-defined]
