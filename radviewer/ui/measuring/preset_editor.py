"""The dialog in which the window presets of each modality are changed."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from radviewer.core.grayscale import Voi
from radviewer.core.image import VoiFunction, Window
from radviewer.ui.i18n import tr
from radviewer.ui.panels.widgets import label
from radviewer.workbench.presets import built_in, presets
from radviewer.workbench.readout import number

_MODALITIES = ("CT", "MR", "PT", "CR", "DX", "MG", "NM", "XA", "RF", "US")


class PresetEditor(QDialog):
    """A table of windows for a modality at a time.

    Args:
        modality: To begin with; the first one if it is unknown.
        shown: The window in force, which can be added; None if there is none.
        parent: The window.

    Signals:
        kept: The user's presets by modality, a dict of tuples of `Window`.
    """

    kept = Signal(object)

    def __init__(self, modality: str, shown: Voi | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Window presets"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edited: dict[str, tuple[Window, ...]] = dict(presets())
        self._shown = shown if isinstance(shown, Window) else None
        self.modality = QComboBox()
        self.modality.addItems(sorted({*_MODALITIES, *self._edited, *([modality] if modality else [])}))
        self.modality.setCurrentText(modality or "CT")
        self.modality.setAccessibleName(tr("Modality"))
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([tr("Name"), tr("Width"), tr("Level")])
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(tr("Windows"))
        self.complaint = label("", "caution")
        self._now = self.modality.currentText()
        self._lay_out()
        self._fill()
        self.modality.currentTextChanged.connect(self._change_modality)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for text, does in (
            (tr("Add"), lambda: self.add(Window(40.0, 400.0, name=tr("New")))),
            (tr("Add the window shown"), self._add_shown),
            (tr("Remove"), self._remove),
            (tr("As at first"), self._reset),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(does)
            row.addWidget(button)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self._keep)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.modality)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(label(tr("The keys 1 to 8 take the windows of the image first, then these."), "soft"))
        column.addWidget(self.complaint)
        column.addWidget(box)
        self.resize(460, 420)

    def add(self, window: Window) -> None:
        """Adds a row."""
        at = self.table.rowCount()
        self.table.insertRow(at)
        for column, text in enumerate((window.name, number(window.width), number(window.center))):
            cell = QTableWidgetItem(text)
            cell.setData(Qt.ItemDataRole.UserRole, window.function.value)
            self.table.setItem(at, column, cell)
        self.table.setCurrentCell(at, 0)

    def _fill(self) -> None:
        self.table.setRowCount(0)
        for window in self._edited.get(self._now, ()):
            self.add(window)

    def _add_shown(self) -> None:
        if self._shown is not None:
            self.add(self._shown)

    def _remove(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())

    def _reset(self) -> None:
        self._edited[self._now] = built_in().get(self._now, ())
        self._fill()

    def _change_modality(self, modality: str) -> None:
        if modality == self._now:
            return
        if not self._take():
            self.modality.setCurrentText(self._now)
            return
        self._now = modality
        self._fill()

    def _take(self) -> bool:
        """Reads the table; says what cannot be a window."""
        found = []
        for row in range(self.table.rowCount()):
            made = self._window(row)
            if made is None:
                self.complaint.setText(
                    tr("Row {row}: a window needs a name, a level, and a width of at least 1.").format(row=row + 1)
                )
                return False
            found.append(made)
        self.complaint.setText("")
        self._edited[self._now] = tuple(found)
        return True

    def _window(self, row: int) -> Window | None:
        name, width, center = (self._cell(row, column) for column in range(3))
        first = self.table.item(row, 0)
        function = (
            VoiFunction(first.data(Qt.ItemDataRole.UserRole) or VoiFunction.LINEAR) if first else VoiFunction.LINEAR
        )
        try:
            made = Window(float(center.replace(",", ".")), float(width.replace(",", ".")), function, name)
        except ValueError:
            return None
        least = made.width >= 1 if function is VoiFunction.LINEAR else made.width > 0
        return made if name and math.isfinite(made.center) and math.isfinite(made.width) and least else None

    def _cell(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return " ".join(item.text().split()) if item is not None else ""

    def _keep(self) -> None:
        editor = self.table.findChild(QLineEdit)
        if editor is not None:
            self.table.setCurrentCell(-1, -1)  # takes what is being typed
        if self._take():
            own = {key: windows for key, windows in self._edited.items() if windows != built_in().get(key, ())}
            self.kept.emit(own)
            self.accept()
