"""Several screens: further windows, moving to the next screen, and coming back to where windows were.

Where windows are is kept for each set of screens (names, places, sizes, scaling): at the desk with two screens they lie
otherwise than on the way with one.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from radviewer.core.errors import InputProblem
from radviewer.ui.i18n import tr
from radviewer.ui.layouts.board_window import BoardWindow
from radviewer.ui.strip import Severity
from radviewer.workbench.arranging import with_board, without_board
from radviewer.workbench.cells import Cell
from radviewer.workbench.layout_store import (
    FILE_NAME,
    LayoutsKept,
    ScreenPlace,
    WindowPlaces,
    load_layouts,
    save_layouts,
    screens_key,
)

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow

_SETTLE_MS = 400  # a screen that comes or goes brings several events
_KEEP_MS = 1000  # after the last move of a window its place is written, to be there after an unexpected end


class ScreensFeature(QObject):
    """Keeps one window for each further board.

    Args:
        window: The main window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._path = window.backends.settings_path.with_name(FILE_NAME)
        self._kept, complaints = load_layouts(self._path)
        self._boards: list[BoardWindow] = []
        self._lock = threading.Lock()
        self._latest: LayoutsKept | None = None
        self._places = dict(self._kept.places)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._restore_all)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_KEEP_MS)
        self._soon.timeout.connect(self._keep_soon)
        window.parts.grid.set_shares(self._kept.shares)
        window.parts.grid.shares_changed.connect(self._soon.start)
        window.state.wish(links=self._kept.links)
        window.state.changed.connect(lambda _old, _new: self._show())
        window.state.facts_changed.connect(lambda _old, _new: self._show())
        window.installEventFilter(self)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._screens_changed)
        application.screenRemoved.connect(self._screens_changed)
        if complaints:
            window.parts.strip.say(complaints[0], Severity.CAUTION, "\n".join(complaints))

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {"screen.open": self.open, "screen.next": self.move_on}

    @property
    def windows(self) -> tuple[BoardWindow, ...]:
        """The further windows."""
        return tuple(self._boards)

    def close(self) -> None:
        """Keeps the places and closes the further windows."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.disconnect(self._screens_changed)
        application.screenRemoved.disconnect(self._screens_changed)
        self._settle.stop()
        self._soon.stop()
        self._window.removeEventFilter(self)
        self._note()
        self._latest = kept = self._now()
        try:
            self._save(kept)
        except InputProblem as problem:
            self._window.parts.strip.say(problem.message, Severity.CAUTION)
        for board in self._boards:
            board.close_silently()
        self._boards.clear()

    def open(self) -> None:
        """Shows the active cell's series in a window of its own."""
        state = self._window.state.state
        made = with_board(state, Cell(state.image, state.appearance))
        self._window.navigator.arrange(made.boards, made.cells, made.active)

    def move_on(self) -> None:
        """Moves the window in front to the next screen."""
        front = QApplication.activeWindow()
        moved: QWidget = front if front in self._boards and front is not None else self._window
        screens = QGuiApplication.screens()
        if len(screens) < 2:
            self._window.parts.strip.say(tr("There is only one screen."), Severity.INFO)
            return
        at = screens.index(moved.screen())
        target = screens[(at + 1) % len(screens)]
        full = moved.windowState()
        moved.showNormal()
        moved.setGeometry(fitted(moved.geometry(), moved.screen().availableGeometry(), target.availableGeometry()))
        moved.setWindowState(full)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes where windows are, unless screens just changed."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and not self._settle.isActive():
            self._note()
            self._soon.start()
        return super().eventFilter(watched, event)

    def _now(self) -> LayoutsKept:
        kept = LayoutsKept(self._window.state.state.links, dict(self._window.parts.grid.shares), dict(self._places))
        return kept.with_places(current_key(), self._places.get(current_key(), WindowPlaces()))

    def _save(self, kept: LayoutsKept) -> None:
        """Writes places; also on a background thread, never two at a time and never an older one last.

        Raises:
            InputProblem: They cannot be written.
        """
        with self._lock:
            if kept is self._latest:
                save_layouts(kept, self._path)

    def _keep_soon(self) -> None:
        """Writes places in the background; that it failed is said at the end, where it is tried again."""
        self._latest = kept = self._now()

        def write() -> None:
            with contextlib.suppress(InputProblem):
                self._save(kept)

        self._window.executor.submit(write)

    def _show(self) -> None:
        """Opens and closes windows until there is one for each further board, and shows their panes."""
        scenes = self._window.scene.further
        while len(self._boards) > len(scenes):
            gone = self._boards.pop()
            self._window.parts.grids.remove(gone.grid)
            gone.close_silently()
        new = [self._add() for _ in range(len(scenes) - len(self._boards))]
        for board, scene in zip(self._boards, scenes, strict=True):
            board.grid.set_board(scene)
        for board in new:
            self._present(board)

    def _present(self, board: BoardWindow) -> None:
        """Shows a new window; it takes the keyboard only if the active pane is one of its own."""
        active = board.grid.view_of(self._window.state.state.active)
        if active is not None:
            active.setFocus()  # else its first pane would get the keyboard, and become the active one
        board.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, active is None)
        board.show()

    def _add(self) -> BoardWindow:
        made = BoardWindow(self._window, len(self._boards) + 2)
        made.closed.connect(lambda: self._closed(made))
        kept = self._places.get(current_key(), WindowPlaces()).further
        if len(self._boards) < len(kept):
            restore_geometry(made, kept[len(self._boards)])
        self._boards.append(made)
        self._window.parts.grids.append(made.grid)
        made.installEventFilter(self)
        return made

    def _closed(self, board: BoardWindow) -> None:
        """The user closed a window: its panes go."""
        number = self._boards.index(board)
        self._note()
        self._boards.remove(board)
        self._window.parts.grids.remove(board.grid)
        board.deleteLater()
        left = without_board(self._window.state.state, number + 1)
        self._window.navigator.arrange(left.boards, left.cells, left.active)

    def _note(self) -> None:
        old = self._places.get(current_key(), WindowPlaces())
        further = tuple(written_geometry(board) for board in self._boards)
        docks = bytes(self._window.saveState().toBase64().data()).decode()
        self._places[current_key()] = replace(
            old, main=written_geometry(self._window), docks=docks, further=further + old.further[len(further) :]
        )

    def _screens_changed(self, _screen: object) -> None:
        self._settle.start()

    def _restore_all(self) -> None:
        places = self._places.get(current_key())
        if places is None:
            return
        restore_geometry(self._window, places.main)
        for board, place in zip(self._boards, places.further, strict=False):
            restore_geometry(board, place)


def restore_places(window: MainWindow) -> None:
    """Puts the main window and its panels where they were with the screens that are there now."""
    kept, _ = load_layouts(window.backends.settings_path.with_name(FILE_NAME))
    places = kept.places.get(current_key())
    if places is not None and places.main:
        restore_geometry(window, places.main)
        window.restoreState(QByteArray.fromBase64(places.docks.encode()))


def current_key() -> str:
    """The name of the set of screens that are there now."""
    return screens_key(
        [
            ScreenPlace(
                screen.name(),
                screen.geometry().x(),
                screen.geometry().y(),
                screen.geometry().width(),
                screen.geometry().height(),
                screen.devicePixelRatio(),
            )
            for screen in QGuiApplication.screens()
        ]
    )


def written_geometry(widget: QWidget) -> str:
    """Where a window is, as Qt writes it, in base64."""
    return bytes(widget.saveGeometry().toBase64().data()).decode()


def restore_geometry(widget: QWidget, written: str) -> None:
    """Puts a window where it was; Qt keeps it on a screen that is there."""
    if written:
        widget.restoreGeometry(QByteArray.fromBase64(written.encode()))


def fitted(old: QRect, source: QRect, target: QRect) -> QRect:
    """Where a window goes on another screen: at the same place of it, no larger than it."""
    width, height = min(old.width(), target.width()), min(old.height(), target.height())
    across = (old.x() - source.x()) / max(source.width() - old.width(), 1)
    down = (old.y() - source.y()) / max(source.height() - old.height(), 1)
    x = target.x() + round(min(max(across, 0.0), 1.0) * (target.width() - width))
    y = target.y() + round(min(max(down, 0.0), 1.0) * (target.height() - height))
    return QRect(x, y, width, height)
