"""A day with the program, step by step, with its real parts: run as `python -m tests.ui.journeys.day PART SHOTS`.

PART is "work" (opens, hangs, compares, measures, predicts, looks at maps, exports, and then waits to be killed) or
"recover" (starts again, brings back what was open, changes theme and language, and ends). After each step a picture of
the program's windows is saved in SHOTS, and the step's name is printed; a step that finds something wrong ends the day.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from radviewer.app import make_application, make_backends
from radviewer.ui.main_window import MainWindow

_PATIENCE = 180.0


class Day:
    """The user.

    Args:
        shots: Where pictures go.
    """

    def __init__(self, shots: Path) -> None:
        self.application = make_application()
        self.window = MainWindow(make_backends())
        self.window.resize(1500, 900)
        self.window.show()
        self.shots, self._number = shots, 0
        self.wait(self.window.isActiveWindow)

    def wait(self, holds: Callable[[], object], what: str = "") -> None:
        """Lets the program work until something holds."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            if time.monotonic() > end:
                self.picture("given-up")
                raise SystemExit(f"waited in vain: {what}; the strip says: {self.window.parts.strip.text}")
            self.application.processEvents()
            time.sleep(0.005)

    def rest(self, seconds: float = 0.4) -> None:
        """A moment for layouts and timers."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Saves what is on the screen."""
        (widget or self.window).grab().save(str(self.shots / f"{name}.png"))

    def done(self, name: str, widget: QWidget | None = None) -> None:
        """Ends a step."""
        self.rest()
        self._number += 1
        self.picture(f"{self._number:02d}-{name}", widget)
        print(f"step {name}", flush=True)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key in the window."""
        self.window.activateWindow()
        QTest.keyClick(self.window, key, modifiers)
        self.rest(0.05)

    def view(self) -> QWidget:
        """The active pane."""
        return self.window.parts.grid.views[0]

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drags the left button over the active pane."""
        target = self.view().viewport()  # type: ignore[attr-defined]
        points = [QPointF(*start).toPoint(), QPointF(*end).toPoint()]
        QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=points[0])
        for share in (0.3, 0.6, 1.0):
            QTest.mouseMove(target, points[0] + (points[1] - points[0]) * share)
            self.rest(0.02)
        QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=points[1])
        self.rest(0.1)

    def extra_windows(self) -> list[QWidget]:
        """Windows beside the main one."""
        return [item for item in QApplication.topLevelWidgets() if item is not self.window and item.isVisible()]

    def look_at(self, action: str, name: str) -> None:
        """Opens something in a window of its own or a panel, takes its picture, and closes the window."""
        before = set(map(id, self.extra_windows()))
        self.window.run_action(action)
        self.rest(1.0)
        new = [item for item in self.extra_windows() if id(item) not in before]
        self.done(name, new[0] if new else None)
        for item in new:
            item.close()
        self.rest(0.2)


def measured(day: Day) -> int:
    """Measurements on the image on the screen."""
    from radviewer.ui.measuring.feature import MeasuringFeature

    feature = next(item for item in day.window.features if isinstance(item, MeasuringFeature))
    prepared = day.window.state.facts.prepared
    return 0 if prepared is None else len(feature.model.notes(prepared.key).measurements)


def work(day: Day) -> None:
    """The working day, until the program is killed."""
    window = day.window
    day.done("empty")
    window.parts.notice.accepted.emit()
    window.open_sample()
    day.wait(lambda: window.state.facts.prepared is not None and not window.opener.busy, "the sample study")
    day.wait(lambda: not window.loader.busy, "thumbnails")
    day.done("opened")
    for _ in range(9):
        day.key(Qt.Key.Key_Down)
    assert window.state.facts.index == 9, window.state.facts.index
    day.done("scrolled")
    day.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    day.wait(lambda: len(window.parts.grid.shown) == 2, "two panes")
    day.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    radiograph = next(study for study in window.opener.catalog.studies if study.patient_id == "PHANTOM-DX")
    window.parts.browser.series_requested.emit(radiograph.series[0].uid)
    day.wait(lambda: all(pane.prepared for pane in window.scene.panes), "both images")
    day.done("two-series-side-by-side")
    day.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    day.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    day.wait(lambda: len(window.parts.grid.shown) == 1, "one pane")
    before = window.state.state.appearance.voi
    day.drag((300, 300), (360, 260))
    assert window.state.state.appearance.voi != before, "the window did not follow the mouse"
    day.done("windowed")
    day.key(Qt.Key.Key_D)
    day.drag((250, 250), (420, 330))
    day.key(Qt.Key.Key_Escape)
    day.key(Qt.Key.Key_E)
    day.drag((300, 200), (400, 280))
    day.key(Qt.Key.Key_Escape)
    assert measured(day) == 2, measured(day)
    day.done("measured")
    day.wait(lambda: window.models.ids, "models")
    day.key(Qt.Key.Key_P)
    day.wait(lambda: window.state.facts.result is not None, "a prediction")
    day.done("predicted")
    day.key(Qt.Key.Key_F3)
    day.wait(lambda: any(pane.overlay for pane in window.scene.panes), "maps")
    day.done("maps-beside-the-image")
    day.key(Qt.Key.Key_G)
    assert not any(pane.overlay for pane in window.scene.panes)
    day.key(Qt.Key.Key_G)
    day.key(Qt.Key.Key_F2)
    for action, name in (
        ("image.tags", "header"), ("worklist.show", "worklist"), ("ai.models", "model-manager"),
        ("file.settings", "settings"), ("file.shortcuts", "shortcuts"), ("series.reformat", "planes"),
        ("measure.list", "measurements"), ("study.statistics", "statistics"), ("help.keys", "keys"),
    ):  # fmt: skip
        day.look_at(action, name)
    exported(day)
    day.rest(1.5)  # what is open is noted with a short delay
    print("ready", flush=True)
    day.wait(lambda: False)


def exported(day: Day) -> None:
    """Saves the view as a PNG with the research-use mark."""
    from radviewer.ui.export.documents import Kind
    from radviewer.ui.export.feature import ExportFeature
    from radviewer.ui.export.picture import PictureWish

    feature = next(item for item in day.window.features if isinstance(item, ExportFeature))
    path = day.shots / "export.png"
    path.unlink(missing_ok=True)
    feature.write(path, Kind.PNG, PictureWish())
    assert path.stat().st_size > 10_000
    day.done("exported")


def recover(day: Day) -> None:
    """The next start."""
    window = day.window
    day.wait(lambda: "ended unexpectedly" in window.parts.strip.text, "the offer")
    day.done("offered")
    window.parts.strip.choices[0].click()
    day.wait(lambda: window.state.facts.prepared is not None and window.state.facts.index == 9, "the image of before")
    day.wait(lambda: not window.opener.busy and not window.loader.busy, "the catalog")
    assert measured(day) == 2, measured(day)
    day.done("recovered")
    window.change_settings(language="de")
    day.done("german")
    window.run_action("view.theme")
    day.done("light")
    window.close()
    day.rest(0.5)
    print("ended", flush=True)


def main() -> None:
    """Runs one part."""
    part, shots = sys.argv[1], Path(sys.argv[2])
    shots.mkdir(parents=True, exist_ok=True)
    {"work": work, "recover": recover}[part](Day(shots))


if __name__ == "__main__":
    main()
