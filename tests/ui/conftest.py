"""Windows on fakes, closed after each test; no thread may outlive them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from radviewer.ui.layouts.screens import ScreensFeature
from radviewer.ui.main_window import MainWindow
from tests.ui.fakes import make_backends

MakeWindow = Callable[..., MainWindow]
_PATIENCE_MS = 45_000


def has_keyboard(window: MainWindow) -> bool:
    """Whether keys reach the window, or a further one that came back with it and in which the user was reading."""
    further = next(item for item in window.features if isinstance(item, ScreensFeature)).windows
    return QApplication.activeWindow() in (window, *further)


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Waits longer for what has to come: on a machine that is busy the usual five seconds pass without a turn."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
        wait = getattr(qtbot, name)

        def patient(*arguments: Any, wait: Callable[..., Any] = wait, timeout: int = 0, **options: Any) -> Any:
            return wait(*arguments, timeout=max(timeout, _PATIENCE_MS), **options)

        monkeypatch.setattr(qtbot, name, patient)
    return qtbot


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeWindow]:
    """Makes windows; after the test each is closed, its threads have ended and its widgets are gone."""
    before = {thread.name for thread in threading.enumerate()}
    made: list[MainWindow] = []

    def make(
        *arguments: Any, size: tuple[int, int] = (1200, 760), open_study: bool = True, **options: Any
    ) -> MainWindow:
        window = MainWindow(make_backends(tmp_path, *arguments, **options))
        made.append(window)
        window.resize(*size)
        window.show()
        qtbot.waitUntil(lambda: has_keyboard(window))  # else its shortcuts do not work yet
        if open_study:
            window.open_paths((Path("/phantom"),))
            qtbot.waitUntil(lambda: window.state.facts.count > 0 and window.state.facts.prepared is not None)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    made.clear()
    application = QApplication.instance()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()
    qtbot.waitUntil(lambda: {thread.name for thread in threading.enumerate()} <= before, timeout=5000)
    assert application.topLevelWidgets() == []
