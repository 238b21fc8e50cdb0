"""Signing in to a study on a workstation that several people share: folder, role, reader, PIN.

A wrong PIN is counted in the study's ledger, which refuses more than five within a minute; here each one makes the
next try wait longer as well. A reader's store never holds the administrator's private key.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from radviewer.core.errors import InputProblem, Problem, describe
from radviewer.readerstudy.study_store import StudyStore
from radviewer.ui.bridge import Bridge
from radviewer.ui.i18n import put, tr
from radviewer.ui.panels.widgets import Segments, label
from radviewer.workbench.reading_place import SERVER_VARIABLE, Role, open_in_role, study_mark

_WAIT_MS, _LONGEST_WAIT_MS = 500, 15_000


@dataclass(frozen=True, slots=True)
class _Found:
    """What a study folder says before anybody has signed in."""

    store: StudyStore
    readers: tuple[str, ...]
    with_pin: frozenset[str]
    simulated: bool


class SignIn(QWidget):
    """The window.

    Signals:
        reader_signed_in: (`StudyStore` without the private key, `ReaderDesk`).
        administrator_signed_in: A `StudyStore`.

    Args:
        parent: The viewer's window.
    """

    reader_signed_in = Signal(object, object)
    administrator_signed_in = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Reader study: sign in"))
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="radviewer-sign-in")
        self._bridge = Bridge(self)
        self._found: _Found | None = None
        self._keys: Path | None = None
        self._role = Role.READER
        self._wanted_reader = ""
        self._wrong = 0
        self._closed = False
        self.folder = QLineEdit()
        self.folder.setPlaceholderText(tr("Study folder"))
        self.folder.editingFinished.connect(self._folder_entered)
        self.server = QLineEdit(os.environ.get(SERVER_VARIABLE, ""))
        self.server.setPlaceholderText("postgresql://user:password@host/study")
        self.server.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.server.editingFinished.connect(self._look)
        self.role = Segments({Role.READER: tr("Reader"), Role.ADMINISTRATOR: tr("Administrator")})
        self.role.set_choice(Role.READER)
        self.role.chosen.connect(self.choose_role)
        self.readers = QComboBox()
        self.readers.currentTextChanged.connect(lambda _name: self._show_pin())
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.returnPressed.connect(self.sign_in)
        self.message = label("", "caution")
        self.enter = QPushButton(tr("Sign in"))
        self.enter.setObjectName("primary")
        self.enter.clicked.connect(self.sign_in)
        self._build()
        self._show_pin()

    def _build(self) -> None:
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(10)
        self._form.addRow(tr("Study"), _beside(self.folder, QPushButton(tr("Choose...")), self._ask_folder))
        self._form.addRow(tr("Server"), self.server)
        self._form.addRow(tr("Role"), self.role)
        self._form.addRow(tr("Reader"), self.readers)
        self._form.addRow(tr("PIN"), self.pin)
        self._form.setRowVisible(self.server, False)
        column.addLayout(self._form)
        column.addWidget(self.message)
        row = QHBoxLayout()
        keys = QPushButton(tr("Key file..."))
        keys.setObjectName("flat")
        keys.setToolTip(tr("Where the study's key is, if not in your own folder"))
        keys.clicked.connect(self._ask_keys)
        row.addWidget(keys)
        row.addStretch(1)
        row.addWidget(self.enter)
        column.addStretch(1)
        column.addLayout(row)

    # --- what the user enters ---------------------------------------------------------------------------------------

    def open_folder(self, folder: Path, keys: Path | None = None, reader: str = "") -> None:
        """Fills in what is known already."""
        self.folder.setText(str(folder))
        self._keys, self._wanted_reader = keys, reader
        self._look()

    def sign_in(self) -> None:
        """Checks the PIN, or opens the study with the administrator's key."""
        found = self._found
        if found is None or not self.enter.isEnabled():
            return
        self._set_open(False)
        if self._role is Role.ADMINISTRATOR:
            folder, keys, server = self._path(), self._keys, self.server.text()
            self._work(lambda: open_in_role(folder, Role.ADMINISTRATOR, keys, server), self._administrator_in)
            return
        reader, pin = self.readers.currentText(), self.pin.text() or None
        self._work(lambda: found.store.desk(reader, pin), self._reader_in)

    def _path(self) -> Path:
        return Path(self.folder.text()).expanduser()

    def _folder_entered(self) -> None:
        if self.folder.isModified():
            self.folder.setModified(False)
            self._look()

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Study folder"))
        if name:
            self.open_folder(Path(name), self._keys)

    def _ask_keys(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Key file"), "", tr("Keys (*.key);;All files (*)"))
        if name:
            self._keys = Path(name)
            self._look()

    def choose_role(self, role: object) -> None:
        """Reader or administrator."""
        self._role = Role(str(role))
        self.role.set_choice(self._role)
        self._show_pin()

    def _show_pin(self) -> None:
        reading = self._role is Role.READER
        secret = self._found is not None and self.readers.currentText() in self._found.with_pin
        self._form.setRowVisible(self.readers, reading)
        self._form.setRowVisible(self.pin, reading and secret)
        self.enter.setEnabled(self._found is not None)
        self.message.setText("")

    # --- the study ----------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Opens the study far enough to know its readers."""
        folder, keys, server = self._path(), self._keys, self.server.text()
        if not self.folder.text().strip():
            return
        self._drop()
        try:
            on_server = study_mark(folder)[1]
        except InputProblem as problem:
            put(self.message, problem.message)
            return
        self._form.setRowVisible(self.server, on_server)
        if on_server and not server:
            self.message.setText(tr("This study is kept on a server: enter its address."))
            return
        self._set_open(False)
        self._work(lambda: _look_into(folder, keys, server), self._seen)

    def _seen(self, found: object) -> None:
        assert isinstance(found, _Found)
        self._found = found
        self.readers.clear()
        self.readers.addItems(found.readers)
        if self._wanted_reader in found.readers:
            self.readers.setCurrentText(self._wanted_reader)
        self._set_open(True)
        self._show_pin()
        (self.pin if self.pin.isVisible() else self.readers).setFocus()

    def _reader_in(self, desk: object) -> None:
        assert self._found is not None
        store, self._found = self._found.store, None
        self.reader_signed_in.emit(store, desk)
        self.close()

    def _administrator_in(self, store: object) -> None:
        self.administrator_signed_in.emit(store)
        self.close()

    def _refused(self, problem: Problem) -> None:
        self.pin.clear()
        if problem.kind != "pin":
            self._set_open(True)
            self._show_pin()
            put(self.message, problem.sentence())
            return
        put(self.message, problem.sentence())
        wait = min(_WAIT_MS * 2**self._wrong, _LONGEST_WAIT_MS)
        self._wrong += 1
        QTimer.singleShot(wait, self, self._try_again)

    def _try_again(self) -> None:
        self._set_open(True)
        self.pin.setFocus()

    def _set_open(self, on: bool) -> None:
        for part in (self.folder, self.readers, self.pin, self.role, self.server):
            part.setEnabled(on)
        self.enter.setEnabled(on and self._found is not None)

    def _work(self, call: Callable[[], object], then: Callable[[object], None]) -> None:
        def run() -> None:
            try:
                result = call()
            except Exception as error:  # noqa: BLE001 - the thread's gate: the window says what went wrong
                problem = describe(error)
                self._bridge.post(lambda: self._refused(problem))
            else:
                self._bridge.post(lambda: then(result))

        self._executor.submit(run)

    def _drop(self) -> None:
        found, self._found = self._found, None
        if found is not None:
            self._executor.submit(found.store.close)
        self.readers.clear()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lets go of the study unless somebody signed in."""
        if not self._closed:
            self._closed = True
            self._bridge.close()
            self._drop()
            self._executor.shutdown(wait=False)
        super().closeEvent(event)


def _look_into(folder: Path, keys: Path | None, server: str) -> _Found:
    store = open_in_role(folder, Role.READER, keys, server)
    try:
        readers = store.readers()
        header = next(iter(store.ledger.records(kind="study"))).data
        with_pin = frozenset(name for name in readers if store.has_pin(name))
    except BaseException:
        store.close()
        raise
    return _Found(store, readers, with_pin, bool(header["plan"]["study"]["simulated"]))


def _beside(field: QLineEdit, button: QPushButton, clicked: Callable[[], None]) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field, 1)
    row.addWidget(button)
    button.clicked.connect(clicked)
    return holder
