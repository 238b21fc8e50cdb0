"""The list of measurements: image by image, with values; from here one jumps, renames, deletes and exports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from radviewer.ui.i18n import said, tr
from radviewer.ui.measuring.words_box import MOST_LETTERS
from radviewer.ui.panels.widgets import heading, label
from radviewer.workbench.measuring.notes import KIND_NAMES, ImageNotes
from radviewer.workbench.measuring.words import list_text

_KEY, _ID = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class ListedImage:
    """An image of the list.

    Attributes:
        key: Its key.
        title: What it is called.
        notes: What was drawn on it.
        shown: Whether it is on the screen.
    """

    key: str
    title: str
    notes: ImageNotes
    shown: bool = False


class MeasurementList(QWidget):
    """Lists images with their measurements.

    Signals:
        chosen: (key, id) that was clicked; the id is empty for an image.
        renamed: (key, id, words) after words were typed.
        delete_requested: (key, id).
        export_requested: After a click on the button.
    """

    chosen = Signal(str, str)
    renamed = Signal(str, str, str)
    delete_requested = Signal(str, str)
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed: tuple[ListedImage, ...] = ()
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([tr("Measurement"), tr("Value")])
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(10)
        self.tree.setAccessibleName(tr("Measurements"))
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the number of an image is at the end of its title
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = label(
            tr("Nothing is measured yet. D measures a distance, E an ellipse, A an angle; K marks a key image."), "soft"
        )
        self.export_button = QPushButton(tr("Export..."))
        self.delete_button = QPushButton(tr("Delete"))
        self._lay_out()
        self.tree.currentItemChanged.connect(lambda now, _before: self._choose(now))
        self.tree.itemActivated.connect(lambda item, _column: self._choose(item))
        self.tree.itemClicked.connect(lambda item, _column: self._choose(item))
        self.tree.itemDoubleClicked.connect(lambda item, _column: self.tree.editItem(item, 0) if _id(item) else None)
        self.tree.itemChanged.connect(self._edited)
        self.export_button.clicked.connect(self.export_requested)
        self.delete_button.clicked.connect(self._delete)
        self.set_listed(())

    def set_listed(self, listed: tuple[ListedImage, ...], selected: tuple[str, str] | None = None) -> None:
        """Shows images with their measurements.

        Args:
            listed: The images, in order.
            selected: (key, id) of the selected measurement.
        """
        with QSignalBlocker(self.tree):
            if listed != self._listed:
                self._fill(listed)
            self._mark(selected)
        self._listed = listed
        self.tree.setVisible(bool(listed))
        self.empty.setVisible(not listed)
        self.export_button.setEnabled(bool(listed))
        self.delete_button.setEnabled(selected is not None)

    def _fill(self, listed: tuple[ListedImage, ...]) -> None:
        self.tree.clear()
        for image in listed:
            words = (image.title, tr("Key image")) if image.notes.is_key else (image.title,)
            top = QTreeWidgetItem(["   ".join(words)])
            top.setToolTip(0, top.text(0))
            font = top.font(0)
            font.setBold(image.shown)
            top.setFont(0, font)
            top.setData(0, _KEY, image.key)
            top.setFlags(top.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.tree.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)  # it is no name of a measurement, and as long as it likes
            for item in image.notes.measurements:
                kind = tr(KIND_NAMES[item.figure.kind])
                value = said(list_text(item))
                row = QTreeWidgetItem([item.name or kind, value])
                row.setToolTip(0, f"{kind}: {item.name}" if item.name else kind)
                source = said(item.values.ruler.source) if item.values is not None else ""
                row.setToolTip(1, "\n".join(filter(None, (value, source))))
                row.setData(0, _KEY, image.key)
                row.setData(0, _ID, item.id)
                row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
                top.addChild(row)
            top.setExpanded(True)
        self._share()

    def _share(self) -> None:
        """Gives names the room they need, up to two fifths, and all the rest to the values."""
        room = self.tree.viewport().width()
        needed = self.tree.sizeHintForColumn(0) + self.tree.indentation()
        self.tree.setColumnWidth(0, min(max(needed, room // 4), 2 * room // 5))
        self.tree.setColumnWidth(1, room - self.tree.columnWidth(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the room anew."""
        super().resizeEvent(event)
        self._share()

    def showEvent(self, event: QShowEvent) -> None:
        """As for another size."""
        super().showEvent(event)
        self._share()

    def _mark(self, selected: tuple[str, str] | None) -> None:
        wanted = next((item for item in self.rows() if (_key(item), _id(item)) == selected), None)
        if wanted is not None:
            self.tree.setCurrentItem(wanted)
            self.tree.scrollToItem(wanted)
        elif _id(self.tree.currentItem()):
            self.tree.selectionModel().clear()

    def rows(self) -> Iterator[QTreeWidgetItem]:
        """The rows of measurements."""
        tops = (self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount()))
        for top in tops:
            if top is not None:
                yield from filter(None, (top.child(at) for at in range(top.childCount())))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.export_button)
        buttons.addStretch(1)
        buttons.addWidget(self.delete_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(heading(tr("Measurements")))
        column.addWidget(self.empty)
        column.addWidget(self.tree, 1)
        column.addStretch(0)
        column.addLayout(buttons)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(_key(item), _id(item))

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 0 and _id(item):
            self.renamed.emit(_key(item), _id(item), " ".join(item.text(0).split())[:MOST_LETTERS])

    def _delete(self) -> None:
        item = self.tree.currentItem()
        if _id(item):
            self.delete_requested.emit(_key(item), _id(item))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del deletes the chosen measurement."""
        if event.key() == Qt.Key.Key_Delete:
            self._delete()
            return
        super().keyPressEvent(event)


def _key(item: QTreeWidgetItem | None) -> str:
    return str(item.data(0, _KEY) or "") if item is not None else ""


def _id(item: QTreeWidgetItem | None) -> str:
    return str(item.data(0, _ID) or "") if item is not None else ""
