"""The control for one setting, chosen by the type of its value; all have one way to set and one to ask."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from radviewer.ui.i18n import tr
from radviewer.workbench.settings_table import Setting


class Editor(QWidget):
    """A control.

    Signals:
        asked: A value that the user wants.
        refused: Why what was typed cannot be the value; empty when it can.
    """

    asked = Signal(object)
    refused = Signal(str)

    def __init__(self, item: Setting, part: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item, self.part = item, part
        part.setAccessibleName(tr(item.title))
        part.setAccessibleDescription(tr(item.help))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(part)
        self.setFocusProxy(part)

    def set_value(self, value: object) -> None:
        """Shows a value without asking for anything."""
        raise NotImplementedError


class SwitchEditor(Editor):
    """On or off."""

    def __init__(self, item: Setting) -> None:
        self._box = QCheckBox(tr("On"))
        super().__init__(item, self._box)
        self._box.clicked.connect(self.asked.emit)

    def set_value(self, value: object) -> None:
        """Shows a value."""
        self._box.setChecked(bool(value))


class ChoiceEditor(Editor):
    """One of a closed list."""

    def __init__(self, item: Setting) -> None:
        self._box = QComboBox()
        super().__init__(item, self._box)
        assert issubclass(item.kind, StrEnum)
        self._values = tuple(item.kind)
        self._box.addItems([tr(item.spoken(value)) for value in self._values])
        self._box.activated.connect(lambda row: self.asked.emit(self._values[row]))

    def set_value(self, value: object) -> None:
        """Shows a value."""
        self._box.setCurrentIndex([str(known) for known in self._values].index(str(value)))


class TextEditor(Editor):
    """A text or a number. What cannot be is said and stays on the screen until it is mended; nothing is changed."""

    def __init__(self, item: Setting) -> None:
        self._line = _StepLine() if item.range else QLineEdit()
        super().__init__(item, self._line)
        self._value: object = item.default
        self._line.editingFinished.connect(self._finished)
        if isinstance(self._line, _StepLine):
            self._line.stepped.connect(self._step)

    def set_value(self, value: object) -> None:
        """Shows a value."""
        self._value = value
        self._line.setText(f"{value:g}" if isinstance(value, float) else str(value))
        self.refused.emit("")

    def _finished(self) -> None:
        text = self._line.text().strip()
        try:
            value = self.item.checked(self._read(text))
        except ValueError as error:
            self.refused.emit(self._reason(text, error))
            return
        self.refused.emit("")
        if value != self._value:
            self.asked.emit(value)

    def _read(self, text: str) -> object:
        if self.item.kind is str:
            return text
        return int(text) if self.item.kind is int else float(text.replace(",", "."))

    def _reason(self, text: str, error: ValueError) -> str:
        if self.item.range is None:
            return str(error)
        low, high = self.item.range
        return tr("'{text}' cannot be used: a number from {low} to {high} is needed. Nothing was changed.").format(
            text=text, low=f"{low:g}", high=f"{high:g}"
        )

    def _step(self, steps: int) -> None:
        assert self.item.range is not None
        low, high = self.item.range
        value = min(max(float(self._value) + steps * self.item.step, low), high)  # type: ignore[arg-type]
        self.asked.emit(self.item.checked(int(value) if self.item.kind is int else round(value, 6)))


class _StepLine(QLineEdit):
    """A line whose value goes by steps with the arrow keys.

    Signals:
        stepped: +1 or -1.
    """

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step; all else is typing."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(steps)


def editor_for(item: Setting) -> Editor:
    """The control of a setting."""
    if item.kind is bool:
        return SwitchEditor(item)
    return ChoiceEditor(item) if issubclass(item.kind, StrEnum) else TextEditor(item)
