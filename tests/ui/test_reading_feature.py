"""Reader studies from the viewer's window: the actions open what they say, and closing the window closes it all."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from radviewer.ui.main_window import MainWindow
from radviewer.ui.reading.feature import ReadingFeature
from radviewer.ui.reading.room import ReadingRoom
from radviewer.ui.reading.sign_in import SignIn
from radviewer.ui.reading.sitting import Page
from radviewer.ui.studyadmin.wizard import StudyWizard
from radviewer.workbench import reading_demo as demo
from tests.ui.conftest import MakeWindow
from tests.ui.reading_study import texts_of


def feature_of(window: MainWindow) -> ReadingFeature:
    [found] = [feature for feature in window.features if isinstance(feature, ReadingFeature)]
    return found


def test_the_actions_open_sign_in_and_wizard(make_window: MakeWindow) -> None:
    window = make_window(open_study=False)
    feature = feature_of(window)
    for action, kind in (("study.read", SignIn), ("study.administer", SignIn), ("study.new", StudyWizard)):
        window.run_action(action)
        assert isinstance(feature.opened[-1], kind)
        assert feature.opened[-1].isVisible()
    assert not feature.opened[0].pin.isVisible()  # type: ignore[attr-defined]


def test_the_demonstration_opens_the_room_marked_as_simulated_and_closes_with_the_window(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = demo.make_room_demo

    def small(folder: Path) -> demo.RoomDemo:
        return made(folder, cases=4, practice=1, size=64, colleagues=1)

    monkeypatch.setattr(demo, "make_room_demo", small)
    window = make_window(open_study=False)
    window.run_action("study.demo")
    feature = feature_of(window)
    qtbot.waitUntil(lambda: bool(feature.opened), timeout=60000)
    [room] = feature.opened
    assert isinstance(room, ReadingRoom)
    assert room.isFullScreen()
    assert room.page is Page.WELCOME
    assert "SIMULATED" in texts_of(room)
    window.close()
    assert not room.isVisible()
