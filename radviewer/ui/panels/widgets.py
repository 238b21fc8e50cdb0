"""Small parts that the docks share: headings, rules, wrapped labels, a slider that says its value."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

_STEPS = 100


def label(text: str = "", role: str = "", *, wrap: bool = True) -> QLabel:
    """A label whose role the style sheet knows."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Changes a role and has the style follow."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def heading(text: str) -> QLabel:
    """A panel's heading."""
    return label(text.upper(), "heading", wrap=False)


def rule() -> QFrame:
    """A separating line."""
    made = QFrame()
    made.setObjectName("rule")
    return made


class ShareSlider(QWidget):
    """A slider from 0 to 1 with its value beside it.

    Signals:
        value_requested: What the user moved it to.
    """

    value_requested = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, _STEPS)
        self._slider.setPageStep(10)
        self._slider.setAccessibleName(name)
        self._number = label("", "soft", wrap=False)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._number.setMinimumWidth(self._number.fontMetrics().horizontalAdvance("0.00") + 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._slider, 1)
        row.addWidget(self._number)
        self._slider.valueChanged.connect(lambda value: self.value_requested.emit(value / _STEPS))
        self.setFocusProxy(self._slider)

    @property
    def value(self) -> float:
        """Where it stands."""
        return self._slider.value() / _STEPS

    def set_value(self, value: float) -> None:
        """Moves it without asking for anything."""
        blocked = self._slider.blockSignals(True)
        self._slider.setValue(round(value * _STEPS))
        self._slider.blockSignals(blocked)
        self._number.setText(f"{value:.2f}")


class Segments(QWidget):
    """Buttons of which one is down.

    Signals:
        chosen: The value of the button that the user pressed.
    """

    chosen = Signal(object)

    def __init__(self, choices: dict[object, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons: dict[object, QPushButton] = {}
        for value, text in choices.items():
            button = QPushButton(text)
            button.setObjectName("segment")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, value=value: self._ask(value))
            row.addWidget(button, 1)
            self._buttons[value] = button

    def set_choice(self, value: object) -> None:
        """Puts one down."""
        for key, button in self._buttons.items():
            button.setChecked(key == value)

    def _ask(self, value: object) -> None:
        self.set_choice(value)
        self.chosen.emit(value)
