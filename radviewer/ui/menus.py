"""Menus, toolbar and context menu, all made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from radviewer.ui.i18n import tr
from radviewer.ui.icons import icon
from radviewer.ui.theme import Theme
from radviewer.workbench.actions import ACTIONS, Action, Menu, action
from radviewer.workbench.keymap import KeyMap

RunAction = Callable[[str, bool], None]  # (id, whether it came from a pointer)
_ICON = QSize(20, 20)


class ActionSet(QObject):
    """The QActions of the table, with the user's keys.

    Args:
        window: Gets all shortcuts, so that they work while the menu bar is hidden.
        theme: For the icons.
        run: Called with the id of a triggered action.
        keys: The keys in force.

    Signals:
        told_anew: Keys or language changed: what shows them has to be made anew.
    """

    told_anew = Signal()

    def __init__(self, window: QMainWindow, theme: Theme, run: RunAction, keys: KeyMap | None = None) -> None:
        super().__init__(window)
        self._theme, self._run = theme, run
        self.keys = keys or KeyMap()
        self.menus: dict[Menu, QMenu] = {}
        self.actions: dict[str, QAction] = {item.id: self._make(item, window) for item in ACTIONS}

    def __getitem__(self, action_id: str) -> QAction:
        return self.actions[action_id]

    def _make(self, item: Action, window: QMainWindow) -> QAction:
        made = QAction(window)
        made.setData(item.id)
        made.setCheckable(item.checkable)
        made.setAutoRepeat(item.menu is Menu.IMAGE)
        if item.icon:
            made.setIcon(self.icon(item.icon))
        self._tell(made, item)
        made.triggered.connect(lambda _checked=False, name=item.id: self._run(name, False))
        window.addAction(made)
        return made

    def _tell(self, made: QAction, item: Action) -> None:
        text, key = tr(item.text), self.key_text(item)
        made.setText(text)
        made.setToolTip(f"{text.removesuffix('...')}  ({key})" if key else text)
        made.setStatusTip(tr(item.help))
        made.setShortcuts([] if item.held else [QKeySequence(name) for name in self.keys.keys(item.id)])

    def set_keys(self, keys: KeyMap) -> None:
        """Takes other keys: shortcuts, tooltips, palette and help follow."""
        self.keys = keys
        self.retell()

    def retell(self) -> None:
        """Says everything anew, after the keys or the language changed."""
        for item in ACTIONS:
            self._tell(self[item.id], item)
        for menu, made in self.menus.items():
            made.setTitle(tr(menu.value))
        self.told_anew.emit()

    def key_text(self, item: Action) -> str:
        """The first key as people write it, with how it is pressed; empty without one."""
        return key_text(item, self.keys)

    def is_key_of(self, action_id: str, event: QKeyEvent) -> bool:
        """Whether an event is of a key of an action, whatever else is held with it."""
        wanted = (QKeyCombination.fromCombined(_code(name)) for name in self.keys.keys(action_id))
        return any(keys.key() == event.key() for keys in wanted)

    def icon(self, name: str) -> QIcon:
        """An icon in the theme's colours."""
        return icon(name, self._theme)

    def fill_menu_bar(self, window: QMainWindow) -> dict[Menu, QMenu]:
        """One menu for each of the table's."""
        menus = {}
        for menu in Menu:
            made = window.menuBar().addMenu(tr(menu.value))
            self.fill_menu(made, tuple(item for item in ACTIONS if item.menu is menu))
            menus[menu] = made
        self.menus = menus
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
        source = self[item.id]
        made.setProperty("action_id", item.id)

        def tell() -> None:
            made.setAccessibleName(source.text())
            made.setToolTip(source.toolTip())
            made.setStatusTip(source.statusTip())

        if item.checkable:
            made.setDefaultAction(source)
        else:
            made.setIcon(source.icon())
            made.clicked.connect(lambda _checked=False, name=item.id: self._run(name, True))
            source.enabledChanged.connect(made.setEnabled)
        self.told_anew.connect(tell)
        tell()
        return made


def key_text(item: Action, keys: KeyMap) -> str:
    """The first key of an action as people write it, with how it is pressed; empty without one."""
    own = [native(name) for name in keys.keys(item.id)]
    if own:
        return tr("hold {key}").format(key=own[0]) if item.held else own[0]
    other = pressed_twice(item)
    first = keys.keys(other.id)[:1] if other is not None else ()
    return tr("{key} twice").format(key=native(first[0])) if first else ""


def _code(key: str) -> int:
    """The first key of a sequence as Qt's number; 0 for none."""
    found = QKeySequence(key)
    return 0 if found.isEmpty() else int(found[0].toCombined())  # type: ignore[index]


def native(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def pressed_twice(item: Action) -> Action | None:
    """The action whose key does this one when it is pressed twice, or None."""
    if not item.twice:
        return None
    return next(other for other in ACTIONS if not other.twice and set(other.keys) & set(item.keys))


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
    made.setAccessibleName(tip)
    return made


def make_toolbar(
    window: QMainWindow, actions: ActionSet, layout_menu: QMenu, window_menu: QMenu, ai_menu: QMenu
) -> QToolBar:
    """The toolbar: open | layout, window | tools | search | AI."""
    bar = QToolBar(tr("Tools"), window)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    tools = tuple(item for item in ACTIONS if item.toolbar)
    for item in tools:
        if item.menu is Menu.FILE:
            bar.addWidget(actions.tool_button(item))
    bar.addSeparator()
    bar.addWidget(menu_button(tr("Layout"), actions.icon("layout-linked"), layout_menu, tr("Number of panes")))
    bar.addWidget(menu_button(tr("W/L"), actions.icon("window-level"), window_menu, tr("Windows and presets")))
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
    search = QPushButton()
    search.setObjectName("searchbox")

    def tell() -> None:
        found = actions["help.palette"]
        search.setText(f"  {found.text().removesuffix('...')}   {actions.key_text(action('help.palette'))}")
        search.setAccessibleName(found.text().removesuffix("..."))
        search.setToolTip(found.statusTip())

    actions.told_anew.connect(tell)
    tell()
    search.setIcon(actions.icon("search"))
    search.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    search.clicked.connect(actions["help.palette"].trigger)
    bar.addWidget(search)
    bar.addSeparator()
    bar.addWidget(menu_button(tr("AI"), actions.icon("predict"), ai_menu, tr("Predictions and overlays")))
    window.addToolBar(bar)
    return bar
