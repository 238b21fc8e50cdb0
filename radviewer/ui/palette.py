"""The command palette: every action by name or key, with the keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from radviewer.ui.i18n import tr
from radviewer.ui.menus import ActionSet
from radviewer.ui.theme import Theme
from radviewer.workbench.actions import ACTIONS, Action
from radviewer.workbench.keymap import KeyMap

Index = QModelIndex | QPersistentModelIndex

_ID_ROLE = int(Qt.ItemDataRole.UserRole)
_KEY_ROLE = _ID_ROLE + 1
_SIZE = (560, 420)
_PAD = 12


class CommandPalette(QFrame):
    """A list over the window that a search narrows.

    Signals:
        action_requested: The id of the chosen action.
    """

    action_requested = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, actions: ActionSet) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self._actions = actions
        self._over = parent
        self._enabled: frozenset[str] = frozenset()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("What do you want to do?"))
        self.search.setAccessibleName(tr("Find any action"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Actions"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_KeyDelegate(theme))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self.hide()

    def open(self, enabled: frozenset[str]) -> None:
        """Shows the palette over the middle of its window with the actions that can be done now."""
        self._enabled = enabled
        window = self._over
        width, height = min(_SIZE[0], window.width() - 40), min(_SIZE[1], window.height() - 80)
        self.setGeometry((window.width() - width) // 2, 64, width, height)
        self.search.clear()
        self._fill("")
        self.show()
        self.raise_()
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move the choice, Enter takes it, Esc closes; leaving closes too."""
        if watched is self.search and event.type() is QEvent.Type.FocusOut:
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key not in steps and not enter and key != Qt.Key.Key_Escape:
            return False
        event.accept()
        if event.type() is QEvent.Type.ShortcutOverride:
            return True
        if enter and self.list.currentItem() is not None:
            self._choose(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in steps:
            row = self.list.currentRow() + steps[Qt.Key(key)]
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        return True

    def _fill(self, words: str) -> None:
        self.list.clear()
        for item in found(words, self._actions.keys):
            if item.id in self._enabled:
                row = QListWidgetItem(tr(item.text).removesuffix("..."))
                row.setData(_KEY_ROLE, self._actions.key_text(item))
                row.setToolTip(tr(item.help))
                row.setData(_ID_ROLE, item.id)
                self.list.addItem(row)
        self.list.setCurrentRow(0)

    def _choose(self, row: QListWidgetItem) -> None:
        self.hide()
        self.action_requested.emit(str(row.data(_ID_ROLE)))


class _KeyDelegate(QStyledItemDelegate):
    """Draws an action's key at the right of its row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row."""
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QColor(self._theme["text_soft"]))
        room = QRect(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data(_KEY_ROLE)))
        painter.restore()


def found(words: str, keys: KeyMap | None = None) -> tuple[Action, ...]:
    """The actions whose text, help, menu or keys hold every word; those whose text begins so come first.

    English words are found in every language.
    """
    parts = words.casefold().split()
    table = keys or KeyMap()
    hits = [item for item in ACTIONS if all(part in _said(item, table) for part in parts)]
    start = words.casefold().strip()
    return tuple(sorted(hits, key=lambda item: not tr(item.text).casefold().startswith(start)))


def _said(item: Action, keys: KeyMap) -> str:
    own = (item.text, item.help, item.menu.value)
    return " ".join((*own, *map(tr, own), *keys.keys(item.id), *item.keys)).casefold()
