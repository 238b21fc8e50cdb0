"""Menus, toolbar and context menu, all made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from radviewer.ui.icons import icon
from radviewer.ui.theme import Theme
from radviewer.workbench.actions import ACTIONS, Action, Menu

RunAction = Callable[[str, bool], None]  # (id, whether it came from a pointer)
_ICON = QSize(20, 20)


class ActionSet:
    """The QActions of the table.

    Args:
        window: Gets all shortcuts, so that they work while the menu bar is hidden.
        theme: For the icons.
        run: Called with the id of a triggered action.
    """

    def __init__(self, window: QMainWindow, theme: Theme, run: RunAction) -> None:
        self._theme, self._run = theme, run
        self.actions: dict[str, QAction] = {item.id: self._make(item, window) for item in ACTIONS}

    def __getitem__(self, action_id: str) -> QAction:
        return self.actions[action_id]

    def _make(self, item: Action, window: QMainWindow) -> QAction:
        made = QAction(item.text, window)
        made.setData(item.id)
        made.setCheckable(item.checkable)
        made.setToolTip(f"{item.text.removesuffix('...')}  ({key_text(item)})" if item.keys else item.text)
        made.setStatusTip(item.help)
        made.setAutoRepeat(item.menu.value == "Image")
        if item.icon:
            made.setIcon(self.icon(item.icon))
        if item.keys and not item.held and not item.twice:
            made.setShortcuts([QKeySequence(key) for key in item.keys])
        made.triggered.connect(lambda _checked=False, name=item.id: self._run(name, False))
        window.addAction(made)
        return made

    def icon(self, name: str) -> QIcon:
        """An icon in the theme's colours."""
        return icon(name, self._theme)

    def fill_menu_bar(self, window: QMainWindow) -> dict[Menu, QMenu]:
        """One menu for each of the table's."""
        menus = {}
        for menu in Menu:
            made = window.menuBar().addMenu(menu.value)
            self.fill_menu(made, tuple(item for item in ACTIONS if item.menu is menu))
            menus[menu] = made
        return menus

    def fill_menu(self, menu: QMenu, items: tuple[Action, ...]) -> None:
        """Adds actions, with a line between groups."""
        before: tuple[Menu, int] | None = None
        for item in items:
            if before is not None and before != (item.menu, item.group):
                menu.addSeparator()
            before = (item.menu, item.group)
            menu.addAction(self[item.id])

    def context_menu(self, parent: QWidget) -> QMenu:
        """The image's menu."""
        made = QMenu(parent)
        self.fill_menu(made, tuple(item for item in ACTIONS if item.context))
        return made

    def tool_button(self, item: Action) -> QToolButton:
        """A button for the toolbar.

        A click counts as coming from a pointer, so two quick clicks on "rotate" turn twice, where two quick
        presses of its key reset.
        """
        made = QToolButton()
        made.setIconSize(_ICON)
        made.setAccessibleName(item.text)
        if item.checkable:
            made.setDefaultAction(self[item.id])
            return made
        action = self[item.id]
        made.setIcon(action.icon())
        made.setToolTip(action.toolTip())
        made.setStatusTip(item.help)
        made.setProperty("action_id", item.id)
        made.clicked.connect(lambda _checked=False, name=item.id: self._run(name, True))
        action.enabledChanged.connect(made.setEnabled)
        return made


def key_text(item: Action) -> str:
    """The first key as people write it, with how it is pressed."""
    key = QKeySequence(item.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"hold {key}" if item.held else f"{key} twice" if item.twice else key


def menu_button(text: str, symbol: QIcon, menu: QMenu, tip: str) -> QToolButton:
    """A toolbar button that opens a menu."""
    made = QToolButton()
    made.setText(text)
    made.setIcon(symbol)
    made.setIconSize(_ICON)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setMenu(menu)
    made.setToolTip(tip)
    return made


def make_toolbar(
    window: QMainWindow, actions: ActionSet, layout_menu: QMenu, window_menu: QMenu, ai_menu: QMenu
) -> QToolBar:
    """The toolbar: open | layout, window | tools | search | AI."""
    bar = QToolBar("Tools", window)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    tools = tuple(item for item in ACTIONS if item.toolbar)
    for item in tools:
        if item.menu is Menu.FILE:
            bar.addWidget(actions.tool_button(item))
    bar.addSeparator()
    bar.addWidget(menu_button("Layout", actions.icon("layout-linked"), layout_menu, "Number of panes"))
    bar.addWidget(menu_button("W/L", actions.icon("window-level"), window_menu, "Windows and presets"))
    before = None
    for item in tools:
        if item.menu is Menu.FILE:
            continue
        if before != (item.menu, item.group):
            bar.addSeparator()
        before = (item.menu, item.group)
        bar.addWidget(actions.tool_button(item))
    spacer = QWidget()
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(spacer)
    search = QPushButton("  Find any action   Ctrl+K")
    search.setObjectName("searchbox")
    search.setIcon(actions.icon("search"))
    search.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    search.clicked.connect(actions["help.palette"].trigger)
    bar.addWidget(search)
    bar.addSeparator()
    bar.addWidget(menu_button("AI", actions.icon("predict"), ai_menu, "Predictions and overlays"))
    window.addToolBar(bar)
    return bar
