"""Which column of the table means what; guessed from its name, changed by the user."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from radviewer.ui.i18n import tr
from radviewer.ui.statistics.live_table import ROLES

_NONE = "(none)"


class ColumnChoice(QWidget):
    """One list for each role; `changed` is sent when the user chooses another column."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        form.setContentsMargins(0, 8, 0, 0)
        self._boxes: dict[str, QComboBox] = {}
        for role in ROLES:
            box = QComboBox()
            box.setMinimumWidth(110)
            box.setAccessibleName(tr("Column for {role}").format(role=tr(role.text)))
            box.activated.connect(lambda _index: self.changed.emit())
            form.addRow(tr(role.text), box)
            self._boxes[role.name] = box

    def set_columns(self, header: list[str], chosen: dict[str, str]) -> None:
        """Offers the table's columns and selects the guessed ones; sends nothing."""
        for role in ROLES:
            box = self._boxes[role.name]
            box.clear()
            if not role.required:
                box.addItem(tr(_NONE), "")
            for column in header:
                box.addItem(column, column)
            box.setCurrentIndex(box.findData(chosen.get(role.name, "")))

    def choose(self, role: str, column: str) -> None:
        """Selects a column as a user would."""
        box = self._boxes[role]
        box.setCurrentIndex(box.findData(column))
        self.changed.emit()

    def roles(self) -> dict[str, str]:
        """The chosen column of each role that has one.

        A call and an AI call that the table does not have keep their usual names: the analysis leaves out what needs
        them and says so.
        """
        chosen = {name: box.currentData() for name, box in self._boxes.items()}
        return {name: column for name, column in chosen.items() if column}
