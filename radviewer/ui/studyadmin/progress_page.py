"""How far each reader is, live, and the override of a washout."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from radviewer.readerstudy.progress import Progress
from radviewer.ui.i18n import tr
from radviewer.ui.panels.widgets import heading, label


class ProgressPage(QWidget):
    """The page.

    Signals:
        override_requested: (reader, period, reason).
    """

    override_requested = Signal(str, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = (tr("Reader"), tr("Readings"), "", tr("Period"), tr("Last call (UTC)"), tr("Next period from"),
                  tr("Corrections"), tr("Overrides"))  # fmt: skip
        self.table = QTableWidget(0, len(titles))
        self.table.setHorizontalHeaderLabels(list(titles))
        self.table.verticalHeader().setVisible(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setMinimumSectionSize(60)  # or the bars would vanish in a narrow window
        self.state = label("", "soft")
        self.reader = QComboBox()
        self.period = QSpinBox()
        self.period.setRange(2, 99)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Reason; it is recorded and exported"))
        self.override = QPushButton(tr("Override the washout"))
        self.override.clicked.connect(self._ask_override)
        column = QVBoxLayout(self)
        column.addWidget(heading(tr("Progress of the readers")))
        column.addWidget(self.table, 1)
        column.addWidget(self.state)
        column.addWidget(heading(tr("Let a reader begin a period early")))
        row = QHBoxLayout()
        row.addWidget(self.reader)
        row.addWidget(label(tr("Period"), wrap=False))
        row.addWidget(self.period)
        row.addWidget(self.reason, 1)
        row.addWidget(self.override)
        column.addLayout(row)

    def set_progress(self, found: Sequence[Progress], when: str) -> None:
        """Shows the readers; what is selected stays selected."""
        self.table.setRowCount(len(found))
        for line, item in enumerate(found):
            cells = (item.reader, f"{item.done} / {item.total}", "", item.period, _minute(item.last), _minute(item.due),
                     item.corrections or "", item.overrides or "")  # fmt: skip
            for column, cell in enumerate(cells):
                if column == 2:
                    self._bar(line).setRange(0, max(1, item.total))
                    self._bar(line).setValue(item.done)
                    continue
                self.table.setItem(line, column, QTableWidgetItem("" if cell is None else str(cell)))
        names = [item.reader for item in found]
        if [self.reader.itemText(i) for i in range(self.reader.count())] != names:
            self.reader.clear()
            self.reader.addItems(names)
        done, total = sum(item.done for item in found), sum(item.total for item in found)
        self.state.setText(tr("{done} of {total} readings. As of {when}; follows the readers.").format(
            done=done, total=total, when=when))  # fmt: skip

    def _bar(self, line: int) -> QProgressBar:
        there: QWidget | None = self.table.cellWidget(line, 2)
        found: QProgressBar | None = there.findChild(QProgressBar) if there is not None else None
        if found is not None:
            return found
        made, holder = QProgressBar(), QWidget()
        made.setTextVisible(False)
        column = QVBoxLayout(holder)
        column.setContentsMargins(8, 0, 8, 0)
        column.addWidget(made)  # in the middle of the cell's height
        self.table.setCellWidget(line, 2, holder)
        return made

    def _ask_override(self) -> None:
        self.override_requested.emit(self.reader.currentText(), self.period.value(), self.reason.text())
        self.reason.clear()


def _minute(stamp: str | None) -> str | None:
    """A stamp to the minute: the seconds would take the room of the bars."""
    return None if stamp is None else stamp[:16].replace("T", " ")
