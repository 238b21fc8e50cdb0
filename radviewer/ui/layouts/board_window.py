"""A further window with panes of its own: for a second screen, with the same state, keys and gestures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from radviewer.ui.canvas.pane_grid import PaneGrid
from radviewer.ui.i18n import tr
from radviewer.ui.notice import MARK
from radviewer.ui.panels.widgets import label
from radviewer.ui.theme import panel_font

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow

SIZE = (900, 800)


class BoardWindow(QWidget):
    """Panes and the research-use mark.

    Args:
        window: The main window, whose keys work here too.
        number: Of the window, from 2.

    Signals:
        closed: The user closed it.
    """

    closed = Signal()

    def __init__(self, window: MainWindow, number: int) -> None:
        super().__init__()
        self._window = window
        self._silent = False
        self.setWindowTitle(f"radviewer \N{MIDDLE DOT} {number}")
        self.setFont(panel_font())
        self.resize(*SIZE)
        self.setAcceptDrops(True)
        self.grid = PaneGrid(window.theme, panel_font(), self)
        # What is done with a new pane of the main window is done with those here.
        self.grid.pane_added.connect(window.parts.grid.pane_added)
        self._mark = label(tr(MARK), "caution", wrap=False)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 2, 8, 4)
        foot.addStretch(1)
        foot.addWidget(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)
        self.addActions(list(window.parts.actions.actions.values()))

    def close_silently(self) -> None:
        """Closes without telling, because its panes are gone already."""
        self._silent = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Says that the user closed it."""
        event.accept()
        if not self._silent:
            self._silent = True
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Held keys are the main window's."""
        self._window.keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """As for presses."""
        self._window.keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files as the main window does."""
        self._window.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens what was dropped."""
        self._window.dropEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language changes the mark."""
        if event.type() is QEvent.Type.LanguageChange and hasattr(self, "_mark"):
            self._mark.setText(tr(MARK))
        super().changeEvent(event)
