"""Forms and tables made from descriptions of their fields, so that a page of the wizard is a list of what it asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from radviewer.ui.i18n import tr


class Kind(StrEnum):
    """What a field takes."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole number"
    FLAG = "flag"
    CHOICE = "choice"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """One field.

    Attributes:
        key: In the plan file.
        title: In words.
        kind: What it takes; a list is parted by commas.
        choices: Of a choice; an empty one stands for the default.
        tip: One sentence more.
        start: What a new form or row begins with.
    """

    key: str
    title: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    tip: str = ""
    start: Any = None


def to_value(field: Field, text: str) -> Any:
    """What was typed, as the plan wants it; None for nothing. What is no number stays text, and is refused there."""
    text = text.strip()
    if not text:
        return None
    if field.kind is Kind.LIST:
        return [part.strip() for part in text.split(",") if part.strip()]
    try:
        if field.kind is Kind.NUMBER:
            return float(text)
        if field.kind is Kind.WHOLE:
            return int(text)
    except ValueError:
        return text
    return text


def to_text(value: Any) -> str:
    """A value as it is typed."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)


class Form(QWidget):
    """Fields below each other.

    Signals:
        changed: Something was entered.
    """

    changed = Signal()

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self.widgets: dict[str, QLineEdit | QComboBox | QCheckBox] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for item in self._fields:
            made = self._make(item)
            made.setToolTip(item.tip)
            made.setAccessibleName(item.title)
            self.widgets[item.key] = made
            form.addRow(item.title, made)

    def _make(self, item: Field) -> QLineEdit | QComboBox | QCheckBox:
        if item.kind is Kind.FLAG:
            box = QCheckBox()
            box.setChecked(bool(item.start))
            box.toggled.connect(lambda _on: self.changed.emit())
            return box
        if item.kind is Kind.CHOICE:
            choice = QComboBox()
            choice.addItems(item.choices)
            choice.setCurrentText(to_text(item.start))
            choice.currentTextChanged.connect(lambda _text: self.changed.emit())
            return choice
        line = QLineEdit(to_text(item.start))
        line.setPlaceholderText(item.tip)
        line.textChanged.connect(lambda _text: self.changed.emit())
        return line

    def values(self) -> dict[str, Any]:
        """All fields by key; None for what is empty."""
        return {item.key: self._value(item) for item in self._fields}

    def set_value(self, key: str, value: Any) -> None:
        """Enters something as a user would."""
        widget = self.widgets[key]
        if isinstance(widget, QCheckBox):
            widget.setChecked(bool(value))
        elif isinstance(widget, QComboBox):
            widget.setCurrentText(to_text(value))
        else:
            widget.setText(to_text(value))

    def _value(self, item: Field) -> Any:
        widget = self.widgets[item.key]
        if isinstance(widget, QCheckBox):
            return widget.isChecked()
        if isinstance(widget, QComboBox):
            return widget.currentText() or None
        return to_value(item, widget.text())


class RowTable(QWidget):
    """Rows of fields, with buttons to add and remove.

    Signals:
        changed: Something was entered.
    """

    changed = Signal()

    def __init__(self, fields: Sequence[Field], add: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._quiet = False
        self.table = QTableWidget(0, len(self._fields))
        self.table.setHorizontalHeaderLabels([item.title for item in self._fields])
        self.table.verticalHeader().setVisible(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setStretchLastSection(True)
        for column, item in enumerate(self._fields):
            header = self.table.horizontalHeaderItem(column)
            if header is not None:
                header.setToolTip(item.tip)
        self.table.itemChanged.connect(lambda _item: self._tell())
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.addWidget(self.table, 1)
        row = QHBoxLayout()
        for text, clicked in ((add, self._add_empty), (tr("Remove"), self._remove)):
            button = QPushButton(text)
            button.clicked.connect(clicked)
            row.addWidget(button)
        row.addStretch(1)
        self.buttons = row
        column_layout.addLayout(row)

    def rows(self) -> list[dict[str, Any]]:
        """All rows by key; None for what is empty."""
        return [
            {item.key: self._value(line, column, item) for column, item in enumerate(self._fields)}
            for line in range(self.table.rowCount())
        ]

    def set_rows(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Replaces all rows."""
        self._quiet = True
        self.table.setRowCount(0)
        for row in rows:
            self._append(row)
        self.table.resizeColumnsToContents()
        self._quiet = False
        self._tell()

    def add_row(self, row: Mapping[str, Any]) -> None:
        """Adds a row."""
        self._append(row)
        self._tell()

    def _append(self, row: Mapping[str, Any]) -> None:
        quiet, self._quiet = self._quiet, True
        line = self.table.rowCount()
        self.table.insertRow(line)
        for column, item in enumerate(self._fields):
            value = row.get(item.key, item.start)
            if item.kind is Kind.CHOICE:
                box = QComboBox()
                box.addItems(item.choices)
                box.setCurrentText(to_text(value))
                box.currentTextChanged.connect(lambda _text: self._tell())
                self.table.setCellWidget(line, column, box)
                continue
            cell = QTableWidgetItem("" if item.kind is Kind.FLAG else to_text(value))
            if item.kind is Kind.FLAG:
                cell.setFlags(
                    Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                )
                cell.setCheckState(_state(value))
            self.table.setItem(line, column, cell)
        self._quiet = quiet

    def _value(self, line: int, column: int, item: Field) -> Any:
        widget = self.table.cellWidget(line, column)
        if isinstance(widget, QComboBox):
            return widget.currentText() or None
        cell = self.table.item(line, column)
        if cell is None:
            return None
        if item.kind is Kind.FLAG:
            state = cell.checkState()
            return None if state is Qt.CheckState.PartiallyChecked else state is Qt.CheckState.Checked
        return to_value(item, cell.text())

    def _add_empty(self) -> None:
        self.add_row({})

    def _remove(self) -> None:
        for line in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            self.table.removeRow(line)
        self._tell()

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()


def _state(value: Any) -> Qt.CheckState:
    """Unknown is neither yes nor no."""
    if value is None:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
