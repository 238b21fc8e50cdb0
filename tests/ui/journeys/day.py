"""A day with the program, step by step, with its real parts: run as `python -m tests.ui.journeys.day PART SHOTS`.

PART is "work" (opens, hangs, compares, measures, predicts, looks at maps, exports, and then waits to be killed) or
"recover" (starts again, brings back what was open, changes theme and language, and ends). After each step a picture of
the program's windows is saved in SHOTS, and the step's name is printed; a step that finds something wrong ends the day.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.journeys.user import User


class Day(User):
    """A user whose steps are numbered and told.

    Args:
        shots: Where pictures go.
    """

    def __init__(self, shots: Path) -> None:
        super().__init__(shots)
        self._number = 0

    def done(self, name: str, widget: QWidget | None = None) -> None:
        """Ends a step."""
        self.rest()
        self._number += 1
        self.picture(f"{self._number:02d}-{name}", widget)
        print(f"step {name}", flush=True)

    def look_at(self, action: str, name: str) -> None:
        """Opens something in a window of its own or a panel, takes its picture, and closes the window."""
        new = self.open_window(action)
        self.done(name, new)
        if new is not None:
            new.close()
        self.rest(0.2)


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
    assert day.measured() == 2, day.measured()
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
    assert day.measured() == 2, day.measured()
    day.done("recovered")
    window.change_settings(language="de")
    day.done("german")
    window.run_action("view.theme")
    day.done("light")
    day.leave()
    print("ended", flush=True)


def main() -> None:
    """Runs one part."""
    part, shots = sys.argv[1], Path(sys.argv[2])
    shots.mkdir(parents=True, exist_ok=True)
    {"work": work, "recover": recover}[part](Day(shots))


if __name__ == "__main__":
    main()
