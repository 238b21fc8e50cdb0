"""The reading room: a window of its own for one reader and one sitting.

Nothing in it names a patient, a file or a case: cases have numbers, and the title says only that somebody reads.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from radviewer.readerstudy.desk import ReaderDesk
from radviewer.readerstudy.study_store import StudyStore
from radviewer.ui.backends import Decoder
from radviewer.ui.reading.activity import Activity
from radviewer.ui.reading.case_board import CaseBoard
from radviewer.ui.reading.case_flow import CaseFlow
from radviewer.ui.reading.case_loader import CaseLoader
from radviewer.ui.reading.correction import CorrectionPage
from radviewer.ui.reading.display_facts import display_facts
from radviewer.ui.reading.driver import SessionDriver
from radviewer.ui.reading.pages import RoomPage
from radviewer.ui.reading.room_keys import image_keys, make_keys
from radviewer.ui.reading.side_panel import SidePanel
from radviewer.ui.reading.sitting import GUARD_MS, Page, Sitting
from radviewer.ui.theme import Theme, panel_font, style_sheet
from radviewer.workbench.settings import ThemeName

TITLE = "radviewer"
LOCK_AFTER_MS = 10 * 60 * 1000
_TICK_MS, _TOUCH_MS = 500, 1000
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ReadingRoom(QWidget):
    """The window.

    Signals:
        ended: The sitting is over and everything is saved.

    Args:
        store: The study without the private key; the room closes it.
        desk: The reader's desk.
        decoder: Decodes frames; stays open when the room closes.
        icons: A folder for tinted icons.
        lock_after_ms: Time without input after which the case is hidden and the PIN asked for.
        guard_ms: See `Sitting`.
    """

    ended = Signal()

    def __init__(
        self, store: StudyStore, desk: ReaderDesk, decoder: Decoder, icons: Path, *,
        lock_after_ms: int = LOCK_AFTER_MS, guard_ms: int = GUARD_MS, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        theme = Theme(ThemeName.DARK)  # a reading room is dark, whatever the other windows are
        self.setStyleSheet(style_sheet(theme, icons))
        self.setFont(panel_font())
        self.driver = SessionDriver(store, desk, {}, self)
        self.loader = CaseLoader(decoder, self)
        self.board = CaseBoard(self.loader, theme, panel_font())
        self.panel = SidePanel(desk.plan, theme)
        self.flow = CaseFlow(self.driver, self.loader, self.board, self.panel, self)
        self.message = RoomPage()
        self.correction = CorrectionPage(self.driver, self.loader, theme)
        self._pages = QStackedWidget()
        self.sitting = Sitting(
            self.driver,
            self.loader,
            self.flow,
            self.panel,
            self._pages,
            self.message,
            self.correction,
            self._facts,
            guard_ms,
            self,
        )
        self._closed = False
        self._since_touch = QElapsedTimer()
        self._keys = make_keys(self)
        self._earlier_keys = image_keys(self.correction.board)
        self._build()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show_time)
        self._tick.start()
        # Again and again: it may come while another page is open, and after a lock it is needed anew.
        self._lock = QTimer(self, interval=lock_after_ms)
        self._lock.timeout.connect(lambda: self.sitting.pause(lock=True))
        self._lock.start()
        self._activity = Activity(self)
        self._activity.seen.connect(self._touched)
        self.sitting.welcome()

    def _build(self) -> None:
        case = QWidget()
        row = QHBoxLayout(case)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.board, 1)
        row.addWidget(self.panel)
        self._pages.addWidget(self.message)
        self._pages.addWidget(case)
        self._pages.addWidget(self.correction)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.resize(1366, 768)
        self.panel.go_requested.connect(self.sitting.go)
        self.panel.pause_requested.connect(self.sitting.pause)
        self.panel.end_requested.connect(self.sitting.end)
        self.panel.ai.ai_requested.connect(self.flow.ask_ai)
        self.sitting.over.connect(self._over)
        self.sitting.leave_requested.connect(self.close)
        self.sitting.case_shown.connect(self._show_time)

    @property
    def page(self) -> Page:
        """Which page is on the screen."""
        return self.sitting.page

    def say_yes(self, value: bool) -> None:
        """Answers the first yes-or-no question."""
        question = self.panel.questions.binary()
        if question is not None and self.driver.open:
            question.choose(value)

    def toggle_magnifier(self) -> None:
        """Magnifier on or off."""
        self.flow.log.at_once("magnifier", on=self.board.switch_magnifier())

    def toggle_full_screen(self) -> None:
        """The whole screen, or a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _facts(self) -> dict[str, Any]:
        return display_facts(self.screen()) | {"room": [self.width(), self.height()]}

    def _show_time(self) -> None:
        limits = self.driver.plan.limits
        self.panel.set_time(self.driver.elapsed_s, limits.case_seconds)
        if limits.sitting_seconds is not None:
            self.panel.set_sitting(self.driver.sitting_remaining_s)

    def _over(self) -> None:
        self._tick.stop()
        self._lock.stop()
        self.ended.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on there is a window to get input."""
        super().showEvent(event)
        self._activity.follow(self.windowHandle())

    def _touched(self) -> None:
        """Any input in this window is a sign of activity."""
        if self._lock.isActive():
            self._lock.start()
        if not self._since_touch.isValid() or self._since_touch.elapsed() >= _TOUCH_MS:
            self._since_touch.start()
            self.driver.touch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The room's keys; Space hides the AI's map while it is held."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key in _ENTER and event.isAutoRepeat():
            return  # a key that is held must not lock, save and go on through the cases
        if self.page is Page.CORRECTION:
            if (key, modifiers) in self._earlier_keys:
                self._earlier_keys[key, modifiers]()
        elif self.page is not Page.CASE:
            self._page_key(key)
        elif key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.flow.peek(True)
        elif (key, modifiers) in self._keys:
            self._keys[key, modifiers]()
        else:
            event.ignore()

    def _page_key(self, key: Qt.Key) -> None:
        if key in _ENTER:
            self.message.choose()
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_F1}:
            self.sitting.hide_keys()
        elif key == Qt.Key.Key_F11:
            self.toggle_full_screen()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Ends the peek."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.flow.peek(False)

    def changeEvent(self, event: QEvent) -> None:
        """Time in which another window has the focus is idle."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and hasattr(self, "flow"):
            self.flow.peek(False)
            self.flow.log.at_once("focus", here=self.isActiveWindow())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ends the sitting; what was locked or saved stays, an open case will be opened anew."""
        if not self._closed:
            self._closed = True
            self._tick.stop()
            self._lock.stop()
            self._activity.follow(None)
            self.flow.log.flush()
            self.loader.close()
            self.driver.close()
        super().closeEvent(event)
