"""The model manager: every pack with its card, its gate and operating points; checked, added and removed here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from radviewer.ui.i18n import put, said, tr
from radviewer.ui.panels.widgets import label, set_role
from radviewer.ui.side_window import SideWindow
from radviewer.ui.theme import Theme
from radviewer.workbench.model_pages import model_page
from radviewer.workbench.model_store import ModelCard

_LIST, _PAGE = 270, 650


class ModelsWindow(SideWindow):
    """Lists packs; what is asked of one is done elsewhere.

    Signals:
        add_requested: A folder or zip archive to add a pack from.
        verify_requested: The `ModelCard` to check.
        remove_requested: The `ModelCard` to remove; asked for twice.
        use_requested: The id of the model to predict with.
        cancel_requested: What runs shall stop.
    """

    add_requested = Signal(object)
    verify_requested = Signal(object)
    remove_requested = Signal(object)
    use_requested = Signal(str)
    cancel_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("Models"), parent, (_LIST + _PAGE, 640))
        self._theme = theme
        self._cards: tuple[ModelCard, ...] = ()
        self._removing: Path | None = None
        self.setAcceptDrops(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Models"))
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.page = QTextBrowser()
        self.page.setOpenExternalLinks(True)
        self.page.setAccessibleName(tr("About this model"))
        self.note = label("", "soft")
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.use = _button(tr("Use this model"), self._use)
        self.verify = _button(tr("Check"), self._verify)
        self.verify.setToolTip(tr("Checks every file's checksum, and that the golden cases give the author's scores."))
        self.remove = _button(tr("Remove..."), self._remove)
        self.add_folder = _button(tr("Add a folder..."), self._choose_folder)
        self.add_zip = _button(tr("Add a zip..."), self._choose_zip)
        self.cancel = _button(tr("Cancel"), self.cancel_requested.emit)
        self._build()
        self.set_busy("")

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.add_folder)
        row.addWidget(self.add_zip)
        column.addLayout(row)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self.page)
        split.setSizes([_LIST, _PAGE])
        split.setChildrenCollapsible(False)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self.note, 1)
        for button in (self.cancel, self.remove, self.verify, self.use):
            bottom.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(8)
        outer.addWidget(split, 1)
        outer.addLayout(bottom)

    # --- what is shown ---------------------------------------------------------------------------------------

    @property
    def chosen(self) -> ModelCard | None:
        """The pack whose card is shown."""
        row = self.list.currentRow()
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def set_cards(self, cards: tuple[ModelCard, ...], current: str | None) -> None:
        """Shows packs; the chosen one stays chosen, else the one in use is."""
        before = self.chosen
        self._cards = cards
        self.list.clear()
        for card in cards:
            self.list.addItem(self._item(card, current))
        folders = [card.folder for card in cards]
        used = next((at for at, card in enumerate(cards) if card.manifest and card.manifest.id == current), 0)
        self.list.setCurrentRow(folders.index(before.folder) if before and before.folder in folders else used)
        self._show()

    def _item(self, card: ModelCard, current: str | None) -> QListWidgetItem:
        manifest = card.manifest
        if manifest is None:
            made = QListWidgetItem(f"{card.folder.name}\n{tr('refused')}")
            made.setForeground(QColor(self._theme["danger"]))
            return made
        used = f"   {tr('in use')}" if manifest.id == current else ""
        return QListWidgetItem(f"{manifest.title}\n{manifest.id} {manifest.version}{used}")

    def _show(self) -> None:
        card = self.chosen
        self._removing = None
        self.remove.setText(tr("Remove..."))
        self.page.setMarkdown("" if card is None else _in_words(card))
        self._enable(busy=not self.cancel.isHidden())

    def _enable(self, *, busy: bool) -> None:
        card = self.chosen
        self.use.setEnabled(card is not None and card.manifest is not None)
        self.verify.setEnabled(card is not None and not busy)
        self.remove.setEnabled(card is not None and card.removable and not busy)
        self.add_folder.setEnabled(not busy)
        self.add_zip.setEnabled(not busy)

    def set_busy(self, text: str) -> None:
        """Says what runs; empty for nothing."""
        self.cancel.setVisible(bool(text))
        if text:
            self.say(text)
        self._enable(busy=bool(text))

    def say(self, text: str, role: str = "soft") -> None:
        """Says how something went."""
        put(self.note, text)
        set_role(self.note, role)

    # --- what is asked for ------------------------------------------------------------------------------------

    def _verify(self) -> None:
        if self.chosen is not None:
            self.verify_requested.emit(self.chosen)

    def _use(self) -> None:
        card = self.chosen
        if card is not None and card.manifest is not None:
            self.use_requested.emit(card.manifest.id)

    def _remove(self) -> None:
        """The first press asks; the second, on the same pack, removes: no dialog, and no slip of the hand."""
        card = self.chosen
        if card is None:
            return
        if self._removing == card.folder:
            self.remove_requested.emit(card)
            return
        self._removing = card.folder
        self.remove.setText(tr("Really remove"))
        self.say(tr("Press again to delete {folder}.").format(folder=card.folder), "caution")

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder of a model pack"))
        if name:
            self.add_requested.emit(Path(name))

    def _choose_zip(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Zip archive of a model pack"), "", "Zip (*.zip)")
        if name:
            self.add_requested.emit(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes one folder or archive."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile() and self.add_zip.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Adds what was dropped."""
        event.acceptProposedAction()
        self.add_requested.emit(Path(event.mimeData().urls()[0].toLocalFile()))


def _button(text: str, call: Callable[[], object]) -> QPushButton:
    made = QPushButton(text)
    made.clicked.connect(lambda _checked=False: call())
    return made


def _in_words(card: ModelCard) -> str:
    """The page of a model in the language of the window; its author's own card below stays as it was written."""
    head, line, own = model_page(card).partition("\n---\n")
    return "\n".join(_line_said(part) for part in head.split("\n")) + line + own


def _line_said(text: str) -> str:
    bullet = "* " if text.startswith("* ") else ""
    return bullet + said(text.removeprefix(bullet))
