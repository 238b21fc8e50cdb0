"""Somebody at the window: presses keys, drags the mouse, waits, and takes pictures of what is on the screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from radviewer.app import make_application, make_backends
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.garbage import GarbageDuty
from radviewer.ui.main_window import MainWindow
from radviewer.ui.measuring.feature import MeasuringFeature

PATIENCE = 180.0
NONE = Qt.KeyboardModifier.NoModifier
Spot = tuple[float, float]


class User:
    """The user of a new window with its real parts.

    Args:
        shots: Where pictures go.
        size: Of the window, in logical pixels.
    """

    def __init__(self, shots: Path, size: tuple[int, int] = (1500, 900)) -> None:
        self.application = make_application()
        self.garbage = GarbageDuty()
        self.window = MainWindow(make_backends())
        self.window.resize(*size)
        self.window.show()
        self.shots = shots
        self.wait(self._in_front, "the window", 60.0)

    def _in_front(self) -> bool:
        """Asks for the keyboard: without a window manager nobody gives it."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
        return self.window.isActiveWindow()

    def leave(self) -> None:
        """Closes the window as the program does at its end."""
        self.window.close()
        self.rest(0.5)
        self.garbage.end()

    def wait(self, holds: Callable[[], object], what: str = "", patience: float = PATIENCE) -> None:
        """Lets the program work until something holds.

        Raises:
            AssertionError: It did not in time.
        """
        end = time.monotonic() + patience
        while not holds():
            if time.monotonic() > end:
                self.picture("given-up")
                raise AssertionError(f"waited in vain: {what}; the strip says: {self.window.parts.strip.text}")
            self.application.processEvents()
            # Outside of `exec`, nobody else deletes what was asked to be deleted later.
            self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.005)

    def rest(self, seconds: float = 0.4) -> None:
        """A moment for layouts and timers."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Saves what is on the screen."""
        (widget or self.window).grab().save(str(self.shots / f"{name}.png"))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Presses a key in the window, once it is in front: shortcuts of others do not work."""
        self.wait(self._in_front, "the window in front", 20.0)
        QTest.keyClick(self.window, key, modifiers)
        self.rest(0.05)

    def view(self) -> ImageView:
        """The active pane, in whichever window it is."""
        parts, active = self.window.parts, self.window.state.state.active
        found = (grid.view_of(active) for grid in parts.grids)
        return next((view for view in found if view is not None), parts.grid.views[0])

    def drag(self, start: Spot, end: Spot, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Drags over the active pane, from and to in its pixels."""
        target = self.view().viewport()
        first, last = QPointF(*start).toPoint(), QPointF(*end).toPoint()
        QTest.mousePress(target, button, NONE, first)
        for share in (0.3, 0.6, 1.0):
            QTest.mouseMove(target, first + (last - first) * share)
            self.rest(0.02)
        QTest.mouseRelease(target, button, NONE, last)
        self.rest(0.1)

    def click(self, at: Spot, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Clicks on the active pane."""
        QTest.mouseClick(self.view().viewport(), button, NONE, QPoint(round(at[0]), round(at[1])))
        self.rest(0.05)

    def extra_windows(self) -> list[QWidget]:
        """Windows beside the main one."""
        return [item for item in QApplication.topLevelWidgets() if item is not self.window and item.isVisible()]

    def measuring(self) -> MeasuringFeature:
        """The part of the program that measures."""
        return next(item for item in self.window.features if isinstance(item, MeasuringFeature))

    def measured(self) -> int:
        """How many measurements the image on the screen has."""
        prepared = self.window.state.facts.prepared
        return 0 if prepared is None else len(self.measuring().model.notes(prepared.key).measurements)

    def open_window(self, action: str) -> QWidget | None:
        """Runs an action that opens a window or a panel; the new window, or None for a panel."""
        before = set(map(id, self.extra_windows()))
        self.window.run_action(action)
        self.rest(1.0)
        return next((item for item in self.extra_windows() if id(item) not in before), None)
