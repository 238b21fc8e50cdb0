"""The window in which keys are changed: the table of actions with a search; a key is recorded by pressing it.

A key that belongs to another action is named before it is taken, and taken only when the user says so.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from radviewer.core.errors import InputProblem
from radviewer.io.export import write_atomically
from radviewer.ui.i18n import tr
from radviewer.ui.menus import key_text, native
from radviewer.ui.palette import found
from radviewer.ui.panels.widgets import label, set_role
from radviewer.workbench import keymap
from radviewer.workbench.actions import action
from radviewer.workbench.keymap import KeyMap

_ID = int(Qt.ItemDataRole.UserRole)
_ALONE = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})


class KeyRecorder(QPushButton):
    """A button that takes the next key.

    Signals:
        recorded: The key as Qt writes it.
    """

    recorded = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Record a key"))
        self.setCheckable(True)
        self.setAccessibleDescription(tr("Press this button, then the key for the chosen action. Tab leaves it."))
        self.toggled.connect(lambda on: self.setText(tr("Press a key...") if on else tr("Record a key")))

    def event(self, event: QEvent) -> bool:
        """While recording, every key but Tab is what is recorded, also one that does something in the window."""
        if not self.isChecked() or not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.setChecked(False)
            return super().event(event)
        event.accept()
        if event.type() is QEvent.Type.KeyPress and Qt.Key(event.key()) not in _ALONE and not event.isAutoRepeat():
            self.setChecked(False)
            self.recorded.emit(QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText))
        return True

    def focusOutEvent(self, event: object) -> None:
        """Ends a recording that nobody goes on with."""
        self.setChecked(False)
        super().focusOutEvent(event)  # type: ignore[arg-type]


class ShortcutsWindow(QWidget):
    """All actions with their keys.

    Args:
        parent: The window that the keys are of.
        keys: The keys in force.
        change: Called with the keys that the user wants.
    """

    def __init__(self, parent: QWidget, keys: KeyMap, change: Callable[[KeyMap], None]) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        self._keys, self._change = keys, change
        self._wanted = ""  # a key that belongs to another action, until the user decides
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search actions and keys"))
        self.search.setAccessibleName(tr("Search actions and keys"))
        self.search.setClearButtonEnabled(True)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Actions"))
        self.list.setColumnCount(3)
        self.list.setHeaderLabels([tr("Action"), tr("Key"), tr("Menu")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.message = label("", "soft")
        self.record = KeyRecorder()
        self.take = _button(tr("Take it"), self._take)
        self.clear = _button(tr("No key"), lambda: self._set(()))
        self.reset = _button(tr("Reset"), self._reset)
        self.reset_all = _button(tr("Reset all"), lambda: self._accept(KeyMap()))
        self.bring = _button(tr("Import..."), self._import)
        self.give = _button(tr("Export..."), self._export)
        self._build()
        self._connect()
        self._fill()
        self.resize(720, 600)
        self.search.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.message)
        one, all_ = QHBoxLayout(), QHBoxLayout()
        for part in (self.record, self.take, self.clear, self.reset):
            one.addWidget(part)
        one.addStretch(1)
        for part in (self.reset_all, self.bring, self.give):
            all_.addWidget(part)
        all_.addStretch(1)
        column.addLayout(one)
        column.addLayout(all_)
        head = self.list.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(1, 200)
        head.resizeSection(2, 150)
        self.take.hide()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(lambda _new, _old: self._chosen())
        self.list.itemActivated.connect(lambda _item, _column: self._begin())
        self.record.recorded.connect(self.offer)

    @property
    def chosen(self) -> str:
        """The id of the chosen action; empty without one."""
        item = self.list.currentItem()
        return str(item.data(0, _ID)) if item is not None else ""

    def choose(self, action_id: str) -> None:
        """Chooses an action."""
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None and item.data(0, _ID) == action_id:
                self.list.setCurrentItem(item)

    def set_keys(self, keys: KeyMap) -> None:
        """Shows the keys in force."""
        self._keys = keys
        self._fill()

    def offer(self, key: str) -> None:
        """Gives the chosen action a key; a key of another action is named first."""
        if not self.chosen or not key:
            return
        owner = self._keys.owner(key)
        if owner is None or owner == self.chosen:
            self._set((key,))
            return
        self._wanted = key
        self._say(
            tr("{key} belongs to '{other}'. Take it from there?").format(
                key=native(key), other=tr(action(owner).text).removesuffix("...")
            ),
            "caution",
        )
        self.take.show()
        self.take.setFocus()

    def _begin(self) -> None:
        self.record.setFocus()
        self.record.setChecked(True)

    def _take(self) -> None:
        self._set((self._wanted,))
        self.record.setFocus()

    def _set(self, keys: tuple[str, ...]) -> None:
        if self.chosen:
            self._accept(self._keys.with_keys(self.chosen, keys))

    def _reset(self) -> None:
        if self.chosen:
            self._accept(self._keys.reset(self.chosen))

    def _accept(self, keys: KeyMap) -> None:
        self._change(keys)
        self.set_keys(keys)

    def _fill(self) -> None:
        before = self.chosen
        self.list.clear()
        for item in found(self.search.text(), self._keys):
            row = QTreeWidgetItem(self.list)
            row.setText(0, tr(item.text).removesuffix("..."))
            own = [native(key) for key in self._keys.keys(item.id)]
            row.setText(1, ", ".join([key_text(item, self._keys), *own[1:]]))
            row.setText(2, tr(item.menu.value))
            row.setToolTip(0, tr(item.help))
            row.setData(0, _ID, item.id)
            if self._keys.is_changed(item.id):
                font = row.font(1)
                font.setBold(True)
                row.setFont(1, font)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        if before:
            self.choose(before)
        self._chosen()

    def _chosen(self) -> None:
        self._wanted = ""
        self.take.hide()
        there = bool(self.chosen)
        for part in (self.record, self.clear):
            part.setEnabled(there)
        self.reset.setEnabled(there and self._keys.is_changed(self.chosen))
        self._say(tr(action(self.chosen).help) if there else tr("No action has these words."), "soft")

    def _say(self, text: str, role: str) -> None:
        self.message.setText(text)
        set_role(self.message, role)

    # --- files ------------------------------------------------------------------------------------------------------

    def _import(self) -> None:
        dialog = QFileDialog(self, tr("Import keys"), "", "TOML (*.toml)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.import_from(Path(name)))
        dialog.open()

    def import_from(self, path: Path) -> None:
        """Takes the keys of a file in place of those in force; what cannot be used is said."""
        try:
            keys, complaints = keymap.parse(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, InputProblem) as error:
            self._say(tr("The keys could not be read: {reason}").format(reason=error), "danger")
            return
        self._accept(keys)
        if complaints:
            self._say("\n".join(complaints), "caution")

    def _export(self) -> None:
        dialog = QFileDialog(self, tr("Export keys"), "radviewer-keys.toml", "TOML (*.toml)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)  # asks before it lets a file be replaced
        dialog.setDefaultSuffix("toml")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name), overwrite=True))
        dialog.open()

    def export_to(self, path: Path, *, overwrite: bool = False) -> None:
        """Writes the user's changes to a file that `import_from` takes."""
        try:
            write_atomically(path, keymap.text_of(self._keys).encode(), overwrite=overwrite)
        except InputProblem as error:
            self._say(error.message, "danger")
        else:
            self._say(tr("The keys were written to {name}.").format(name=path.name), "soft")


def _button(text: str, slot: Callable[[], None]) -> QPushButton:
    made = QPushButton(text)
    made.clicked.connect(lambda _checked=False: slot())
    return made
