"""What somebody does at a workstation, each kind of step with the check that it did what it says.

A step finds the program in any state and leaves it in any; it raises AssertionError where the program did not do it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from radviewer.ui.export.documents import Kind
from radviewer.ui.export.feature import ExportFeature
from radviewer.ui.export.picture import Part, PictureWish
from radviewer.ui.measuring.words_box import WordsBox
from radviewer.ui.tour.feature import TourFeature
from radviewer.workbench.actions.layouts import GRIDS
from radviewer.workbench.state import Layout
from tests.ui.journeys.user import Spot, User

Key = Qt.Key
NO, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_PREDICTED = 120.0  # seconds that a prediction may take on a machine that is busy with other things


@dataclass
class Sitting:
    """What the steps share.

    Attributes:
        user: At the window.
        rng: Decides.
        sources: Files and folders to open.
        folder: Where exports go.
        picture: A window beside the main one that the picture of the step shows; None for the main one.
    """

    user: User
    rng: random.Random
    sources: tuple[Path, ...]
    folder: Path
    picture: QWidget | None = None
    exported: list[Path] = field(default_factory=list)

    def spot(self) -> Spot:
        """A place in the active pane, away from its borders."""
        width, height = self.user.view().pane_size
        return width * self.rng.uniform(0.25, 0.75), height * self.rng.uniform(0.25, 0.7)

    def image_spot(self) -> Spot:
        """A place in the active pane where its image is; a figure drawn beside a flat image has no size."""
        view = self.user.view()
        prepared, placed = view.pane.prepared, view.placement
        assert prepared is not None and placed is not None, "no image in the active pane"
        rows, columns = prepared.image.shape
        return placed.to_screen(rows * self.rng.uniform(0.25, 0.6), columns * self.rng.uniform(0.25, 0.6))

    def settled(self) -> None:
        """Waits for the image of the active pane."""
        window = self.user.window
        self.user.wait(lambda: not window.scene.loading and not window.opener.busy, "the image")


def open_more(sitting: Sitting) -> None:
    """Opens one more source beside what is open."""
    user, window = sitting.user, sitting.user.window
    before = window.opener.catalog.image_count
    path = sitting.rng.choice(sitting.sources)
    again = path in window.opener.paths
    window.open_paths((path,))
    user.wait(lambda: not window.opener.busy, "the scan")
    assert window.opener.catalog.image_count > before or again, f"nothing of {path.name} was opened"
    user.wait(lambda: window.state.facts.prepared is not None, "an image")


def close_and_open(sitting: Sitting) -> None:
    """Closes all studies, then opens one."""
    window = sitting.user.window
    sitting.user.key(Key.Key_W, CTRL)
    sitting.user.wait(lambda: window.state.state.image is None, "the empty window")
    assert not window.opener.catalog.studies and not any(pane.prepared for pane in window.scene.panes)
    open_more(sitting)


def scroll(sitting: Sitting) -> None:
    """Steps through the series, to its ends and by tens."""
    user, window = sitting.user, sitting.user.window
    for _ in range(sitting.rng.randint(4, 25)):
        user.key(sitting.rng.choice((Key.Key_Down, Key.Key_Down, Key.Key_Up)))
    user.key(Key.Key_Down, SHIFT)
    user.key(sitting.rng.choice((Key.Key_Home, Key.Key_End)))
    sitting.settled()
    facts = window.state.facts
    assert facts.index in (0, facts.count - 1) or facts.problem is not None, (facts.index, facts.count)


def change_series(sitting: Sitting) -> None:
    """The series after and before."""
    for _ in range(sitting.rng.randint(1, 3)):
        sitting.user.key(sitting.rng.choice((Key.Key_PageDown, Key.Key_PageUp)))
    sitting.settled()


def change_case(sitting: Sitting) -> None:
    """The case after and before."""
    sitting.user.key(sitting.rng.choice((Key.Key_Right, Key.Key_Right, Key.Key_Left)), CTRL)
    sitting.settled()


def hang(sitting: Sitting) -> None:
    """Hangs the study by the rules."""
    sitting.user.key(Key.Key_H, SHIFT)
    sitting.settled()


def lay_out(sitting: Sitting) -> None:
    """Another grid, another active pane, scrolled together."""
    user, window = sitting.user, sitting.user.window
    number = sitting.rng.randrange(len(GRIDS))
    user.key(Key.Key_F2)
    user.key(Key(Key.Key_1 + number), ALT)
    rows, columns = GRIDS[number]
    state = window.state.state
    board = next(board for board in state.boards if (board.rows, board.columns) == (rows, columns))
    assert board.count == rows * columns
    user.key(Key.Key_Tab, CTRL)
    for _ in range(5):
        user.key(Key.Key_Down)
    if sitting.rng.random() < 0.3:
        user.key(Key.Key_F4)
        user.key(Key.Key_F4)
    sitting.settled()


def compare(sitting: Sitting) -> None:
    """Two studies side by side, linked by images."""
    user, window = sitting.user, sitting.user.window
    user.key(Key.Key_2, ALT)
    user.key(Key.Key_Tab, CTRL)
    stacks = window.navigator.stacks.stacks
    window.parts.browser.series_requested.emit(sitting.rng.choice(stacks).series.uid)
    sitting.settled()
    user.key(Key.Key_P, CTRL | SHIFT)
    sitting.settled()
    user.key(Key.Key_Down)


def second_window(sitting: Sitting) -> None:
    """The series in a window of its own; one that is there is closed now and then."""
    user, window = sitting.user, sitting.user.window
    boards = len(window.state.state.boards)
    if boards > 2:
        further = next(item for item in user.extra_windows() if item.windowTitle().endswith(str(boards)))
        further.close()
        user.rest(0.2)
        assert len(window.state.state.boards) == boards - 1
        return
    user.key(Key.Key_N, CTRL)
    user.rest(0.3)
    assert len(window.state.state.boards) == boards + 1
    sitting.picture = next(item for item in user.extra_windows() if item.windowTitle().endswith(str(boards + 1)))
    sitting.settled()


def set_window(sitting: Sitting) -> None:
    """Window by drag, preset, automatic, by keys; inverted and back."""
    user, window = sitting.user, sitting.user.window
    sitting.settled()
    prepared = window.state.facts.prepared
    before = window.state.state.appearance.voi
    first = sitting.spot()
    user.key(Key.Key_Escape)
    user.click((4.0, 4.0))
    user.drag(first, (first[0] + sitting.rng.uniform(20, 60), first[1] - sitting.rng.uniform(20, 60)))
    dragged = window.state.state.appearance.voi
    hit = user.measuring().canvas.selected is not None  # a figure was under the mouse and went along
    if prepared is not None and not prepared.image.is_color and not hit:
        assert dragged != before, "the window did not follow the mouse"
    user.key(Key(Key.Key_0 + sitting.rng.randint(0, 4)))
    user.key(Key.Key_Right, SHIFT)
    user.key(Key.Key_I)
    if sitting.rng.random() < 0.6:
        user.key(Key.Key_I)


def look_closer(sitting: Sitting) -> None:
    """Zoom, pan, turn, mirror, magnifier, 1:1, fit."""
    user = sitting.user
    keys = tuple(map(Key, map(ord, "+-OLHVM=T")))
    for _ in range(sitting.rng.randint(3, 8)):
        user.key(sitting.rng.choice(keys))
    first = sitting.spot()
    user.drag(first, (first[0] + 40, first[1] + 25), Qt.MouseButton.MiddleButton)
    user.drag(first, (first[0], first[1] - 30), Qt.MouseButton.RightButton)
    user.key(Key.Key_C, ALT)
    if sitting.rng.random() < 0.5:
        user.key(Key.Key_R)
        user.key(Key.Key_R)


_FIGURES = (
    (Key.Key_D, NO, 1), (Key.Key_E, NO, 1), (Key.Key_E, SHIFT, 1), (Key.Key_F, NO, 1), (Key.Key_B, NO, 2),
)  # fmt: skip


def measure(sitting: Sitting) -> None:
    """Draws a figure with the mouse; undoes and redoes it."""
    user, window = sitting.user, sitting.user.window
    if window.state.facts.prepared is None:
        return
    user.key(Key.Key_Escape)
    user.key(Key.Key_Equal)
    before = user.measured()
    key, modifiers, drags = sitting.rng.choice(_FIGURES)
    user.key(key, modifiers)
    for _ in range(drags):
        start = sitting.image_spot()
        user.drag(start, (start[0] + sitting.rng.uniform(20, 80), start[1] + sitting.rng.uniform(15, 60)))
    if key is Key.Key_F:
        user.key(Key.Key_Return)
    user.key(Key.Key_Escape)
    assert user.measured() == before + 1, f"{user.measured()} measurements after {before}, with {key.name}"
    user.key(Key.Key_Z, CTRL)
    assert user.measured() == before, "undo"
    user.key(Key.Key_Y, CTRL)
    assert user.measured() == before + 1, "redo"
    if before > 12:
        user.window.run_action("measure.delete_all")
        assert user.measured() == 0


def write_words(sitting: Sitting) -> None:
    """A text on the image, and a key image."""
    user, window = sitting.user, sitting.user.window
    if window.state.facts.prepared is None:
        return
    user.key(Key.Key_Escape)
    before = user.measured()
    user.key(Key.Key_X)
    user.click(sitting.spot())
    if user.measuring().canvas.selected is not None:
        user.key(Key.Key_Escape)
        return  # a figure was under the mouse and was taken
    box = next((item for item in user.view().findChildren(WordsBox) if item.isVisible()), None)
    assert box is not None, "no line to type in"
    QTest.keyClicks(box, "seen here")
    QTest.keyClick(box, Key.Key_Return)
    user.key(Key.Key_Escape)
    assert user.measured() == before + 1, f"{user.measured()} measurements after {before}, with a text"
    user.key(Key.Key_K)


def predict(sitting: Sitting) -> None:
    """A prediction of the image, sometimes cancelled."""
    user, window = sitting.user, sitting.user.window
    user.wait(lambda: window.models.ids is not None, "the models")
    if window.state.facts.prepared is None or not window.models.ids:
        return
    window.state.wish(model_id=sitting.rng.choice(sorted(window.models.ids)))
    user.key(Key.Key_P)
    if sitting.rng.random() < 0.2:
        user.rest(sitting.rng.uniform(0, 0.3))
        user.key(Key.Key_Escape)
        user.wait(lambda: not window.assistant.busy, "the end after Esc")
        return
    # An image that a model cannot take is refused in words.
    user.wait(lambda: not window.assistant.busy, "a prediction", _PREDICTED)
    assert window.state.facts.result is not None or window.parts.strip.text, "neither scores nor words"


def overlay(sitting: Sitting) -> None:
    """Maps on and off, other labels and methods, side by side, opacity."""
    user, window = sitting.user, sitting.user.window
    if window.state.facts.result is None:
        predict(sitting)
    layout = window.state.state.layout
    user.key(Key.Key_F3 if layout is Layout.ONE else Key.Key_F2)
    for _ in range(sitting.rng.randint(2, 5)):
        key, modifiers = sitting.rng.choice(((Key.Key_G, NO), (Key.Key_N, NO), (Key.Key_N, SHIFT), (Key.Key_G, NO)))
        user.key(key, modifiers)
    window.state.map_style(opacity=sitting.rng.uniform(0.2, 0.9), threshold=sitting.rng.uniform(0.0, 0.6))
    user.wait(lambda: not window.assistant.busy, "the maps", _PREDICTED)
    if not window.state.state.overlay.visible:
        shown = [pane for board in window.scene.boards for pane in board.panes if pane.overlay is not None]
        assert not shown, "a hidden map is on the screen"


def run_cine(sitting: Sitting) -> None:
    """A second of cine."""
    user, window = sitting.user, sitting.user.window
    user.key(Key.Key_C)
    user.rest(1.0)
    user.key(Key.Key_Escape)
    if window.state.state.playing:
        user.key(Key.Key_C)
    assert not window.state.state.playing


_WINDOWS = (
    "image.tags", "worklist.show", "ai.models", "ai.batch", "ai.compare", "explain.compare", "file.settings",
    "file.shortcuts", "file.export", "help.keys", "help.tour", "image.remarks", "study.statistics", "view.corners",
)  # fmt: skip
_PANELS = ("measure.list", "measure.histogram", "view.left_dock", "view.right_dock", "file.recent")


def look_at_windows(sitting: Sitting) -> None:
    """Opens a window beside the main one and closes it; a panel in and out."""
    user, window = sitting.user, sitting.user.window
    name = sitting.rng.choice([name for name in _WINDOWS if window.parts.actions[name].isEnabled()])
    made = user.open_window(name)
    if made is not None:
        user.picture(name, made)
        made.close()
    if name == "help.tour":
        take_the_tour(sitting)
    panel = sitting.rng.choice(_PANELS)
    window.run_action(panel)
    user.rest(0.3)
    if panel.endswith("dock"):
        window.run_action(panel)
    window.parts.browser.show_page("open")


def take_the_tour(sitting: Sitting) -> None:
    """From the first card to the last."""
    user = sitting.user
    tour = next(item for item in user.window.features if isinstance(item, TourFeature))
    for number in range(1, 20):
        if tour.card is None:
            return
        user.picture(f"help.tour-{number}")
        tour.card.next.click()
        user.rest(0.1)
    raise AssertionError("the tour does not end")


def reformat(sitting: Sitting) -> None:
    """Planes through the series, scrolled, closed."""
    user, window = sitting.user, sitting.user.window
    made = user.open_window("series.reformat")
    if made is None:
        return  # said in the strip: not a volume
    user.rest(1.5)
    QTest.keyClick(made, Key.Key_Down)
    user.rest(0.3)
    user.picture("series.reformat", made)
    made.close()
    window.parts.strip.hide()


def export(sitting: Sitting) -> None:
    """The view as a file of any kind, and on the clipboard."""
    user, window = sitting.user, sitting.user.window
    prepared = window.state.facts.prepared
    if prepared is None:
        return
    feature = next(item for item in window.features if isinstance(item, ExportFeature))
    kind = sitting.rng.choice((Kind.PNG, Kind.TIFF, Kind.PDF, Kind.VALUES))
    if prepared.image.is_color and kind is Kind.VALUES:
        return  # refused in words, as the tests of the export show
    path = sitting.folder / f"export-{len(sitting.exported)}.{kind.value}"
    path.unlink(missing_ok=True)
    wish = PictureWish(part=sitting.rng.choice((Part.PANE, Part.LAYOUT)), scale=sitting.rng.choice((1, 2)))
    feature.write(path, kind, wish)
    assert path.stat().st_size > 100, path
    sitting.exported.append(path)
    path.unlink()
    window.run_action("file.copy_view")
    assert not QGuiApplication.clipboard().image().isNull()
    user.rest(0.1)


def change_look(sitting: Sitting) -> None:
    """Theme, language, full screen, de-identified mode, each there and back."""
    user, window = sitting.user, sitting.user.window
    kind = sitting.rng.randrange(4)
    if kind == 0:
        window.run_action("view.theme")
        user.rest(0.3)
        window.run_action("view.theme")
    elif kind == 1:
        window.change_settings(language="de")
        user.rest(0.3)
        window.change_settings(language="en")
    elif kind == 2:
        user.key(Key.Key_F11)
        user.rest(0.3)
        user.key(Key.Key_F11)
        assert not window.isFullScreen()
    else:
        user.key(Key.Key_D, CTRL)
        assert window.state.state.deidentified
        user.rest(0.3)
        user.key(Key.Key_D, CTRL)
        assert not window.state.state.deidentified


Step = Callable[[Sitting], None]
KINDS: dict[str, tuple[Step, int]] = {  # with how often, for each other
    "open-more": (open_more, 1),
    "close-and-open": (close_and_open, 1),
    "scroll": (scroll, 4),
    "series": (change_series, 3),
    "case": (change_case, 3),
    "hang": (hang, 2),
    "layout": (lay_out, 3),
    "compare": (compare, 2),
    "second-window": (second_window, 1),
    "window-level": (set_window, 4),
    "look-closer": (look_closer, 3),
    "measure": (measure, 4),
    "words": (write_words, 1),
    "predict": (predict, 3),
    "overlay": (overlay, 3),
    "cine": (run_cine, 1),
    "windows": (look_at_windows, 2),
    "reformat": (reformat, 1),
    "export": (export, 2),
    "look": (change_look, 1),
}
