"""How far every two maps agree, as a table whose cells are the darker the less they do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from radviewer.core.trust import AGREEMENT_WANTED
from radviewer.ui.i18n import tr
from radviewer.ui.theme import Theme
from radviewer.workbench.comparing import Comparison


class AgreementTable(QTableWidget):
    """IoU of the strongest tenth for every two maps."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Agreement of the maps"))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setCornerButtonEnabled(False)

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Shows other numbers."""
        count = 0 if comparison is None else len(comparison.maps)
        self.setRowCount(count)
        self.setColumnCount(count)
        if comparison is None:
            return
        names = [comparison.name(place) for place in range(count)]
        self.setHorizontalHeaderLabels([str(number) for number in range(1, count + 1)])
        self.setVerticalHeaderLabels([f"{number}  {name}" for number, name in enumerate(names, start=1)])
        for row in range(count):
            for column in range(count):
                self.setItem(row, column, self._item(comparison, names, row, column))

    def _item(self, comparison: Comparison, names: list[str], row: int, column: int) -> QTableWidgetItem:
        value = comparison.agreement[row][column]
        item = QTableWidgetItem("" if row == column else f"{value:.2f}")
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        if row != column:
            agrees = value >= AGREEMENT_WANTED
            item.setBackground(QColor(self._theme["accent_soft" if agrees else "caution_soft"]))
            words = tr("{one} and {other} agree") if agrees else tr("{one} and {other} point elsewhere")
            item.setToolTip(words.format(one=names[row], other=names[column]))
        return item
