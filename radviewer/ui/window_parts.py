"""The widgets of the window and how they lie: browser | panes | findings and overlay, notice above, strip below."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from radviewer.ui.canvas.pane_grid import PaneGrid
from radviewer.ui.empty_state import EmptyState
from radviewer.ui.i18n import tr
from radviewer.ui.menus import ActionSet, RunAction, make_toolbar
from radviewer.ui.notice import NoticeBanner
from radviewer.ui.palette import CommandPalette
from radviewer.ui.panels.browser import StudyBrowser
from radviewer.ui.panels.findings_panel import FindingsPanel
from radviewer.ui.panels.overlay_panel import OverlayPanel
from radviewer.ui.panels.widgets import rule
from radviewer.ui.status import StatusLine
from radviewer.ui.strip import MessageStrip
from radviewer.ui.theme import Theme
from radviewer.workbench.actions import Menu, action
from radviewer.workbench.keymap import KeyMap

_LEFT, _RIGHT = 264, 304
_NARROWEST = 264  # logical pixels, of the right side


class Side(Enum):
    """Where a panel lies."""

    LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
    RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
    BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


class Parts:
    """All widgets of a window.

    Args:
        window: Where they go.
        theme: The colours.
        font: For panels and texts on images.
        run: Called with the id of a triggered action.
        keys: The keys in force; the defaults if None.
    """

    def __init__(
        self, window: QMainWindow, theme: Theme, font: QFont, run: RunAction, keys: KeyMap | None = None
    ) -> None:
        self.grid = PaneGrid(theme, font)
        self.grids = [self.grid]  # and those of further windows
        self.empty = EmptyState(theme)
        self.pages = QStackedWidget()
        self.browser = StudyBrowser(theme)
        self.findings = FindingsPanel(theme)
        self.overlay = OverlayPanel(theme)
        self.notice = NoticeBanner(theme)
        self.strip = MessageStrip(theme)
        self.status = StatusLine()
        self.actions = ActionSet(window, theme, run, keys)
        self._fill_center(window)
        self.left_dock = _dock(window, tr("Studies"), "studies", self.browser, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.right_dock = _dock(
            window, tr("Findings and overlay"), "findings", self._right(), Qt.DockWidgetArea.RightDockWidgetArea
        )
        window.resizeDocks([self.left_dock, self.right_dock], [_LEFT, _RIGHT], Qt.Orientation.Horizontal)
        window.setStatusBar(self.status)
        self.menus = self.actions.fill_menu_bar(window)
        self.layouts = QMenu(window)
        self.actions.fill_menu(self.layouts, tuple(action(f"layout.{name}") for name in ("one", "linked", "fill")))
        self.toolbar = make_toolbar(window, self.actions, self.layouts, self.menus[Menu.WINDOW], self.menus[Menu.AI])
        self.context = self.actions.context_menu(window)
        self.palette = CommandPalette(window, theme, self.actions)

    def add_panel(self, window: QMainWindow, name: str, title: str, widget: QWidget, side: Side) -> QDockWidget:
        """Adds a panel, hidden until it is asked for, as a tab with the first panel of its side.

        Args:
            window: Where it goes.
            name: Its name in the kept layout.
            title: On its tab.
            widget: What it shows; brings its own heading.
            side: Where.
        """
        made = _dock(window, title, name, widget, side.value)
        neighbour = {Side.LEFT: self.left_dock, Side.RIGHT: self.right_dock}.get(side)
        if neighbour is not None:
            window.tabifyDockWidget(neighbour, made)
            neighbour.raise_()
        made.hide()
        return made

    def _fill_center(self, window: QMainWindow) -> None:
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.grid)
        center = QWidget()
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        column.addWidget(self.strip)
        window.setCentralWidget(center)

    def _right(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.findings)
        column.addWidget(rule())
        column.addWidget(self.overlay)
        column.addStretch(1)
        return _Side(inner)


class _Side(QScrollArea):
    """A panel that scrolls up and down and is never narrower than what is in it, in any language."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setAccessibleName(tr("Findings and overlay"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inner)

    def minimumSizeHint(self) -> QSize:
        """As wide as its content needs, and the scroll bar beside it."""
        bar = self.verticalScrollBar().sizeHint().width()
        inner = self.widget()
        needed = (inner.minimumSizeHint().width() if inner else 0) + bar + 2 * self.frameWidth()
        return QSize(max(_NARROWEST, needed), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Asks for its width anew when what is in it has changed."""
        handled = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return bool(handled)


def _dock(window: QMainWindow, title: str, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
    dock.setTitleBarWidget(QWidget())  # the panels bring their headings
    dock.setWidget(widget)
    window.addDockWidget(area, dock)
    return dock
