"""Choices: an ordinal scale or labels by their numbers, and a yes or no that may follow from a rating."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from radviewer.readerstudy.questions import Question, QuestionKind
from radviewer.ui.i18n import tr
from radviewer.ui.reading.question_base import QuestionWidget
from radviewer.ui.theme import Theme
from radviewer.workbench.readout import number

_SHORT = 26  # characters of all choices together that fit beside each other


class ChoiceQuestion(QuestionWidget):
    """One of several: a digit chooses, arrows go on, Backspace takes the answer back."""

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(question, theme, parent)
        self._typed = ""
        beside = sum(len(text) + 2 for text in question.choices) <= _SHORT
        row: QBoxLayout = QHBoxLayout() if beside else QVBoxLayout()
        row.setSpacing(0 if beside else 2)
        self._buttons: list[QPushButton] = []
        for place, text in enumerate(question.choices, 1):
            button = QPushButton(f"{place}  {text}")
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            if not beside:
                button.setStyleSheet("text-align: left;")
            button.clicked.connect(lambda _checked, place=place: self.choose(place))
            row.addWidget(button)
            self._buttons.append(button)
        self.column.addLayout(row)
        self.finish()

    def choose(self, place: int) -> None:
        """Chooses by number, from 1."""
        self.setFocus()
        label = self.question.kind is QuestionKind.LABEL
        self.give(self.question.choices[place - 1] if label else place)
        self.show_value()

    @property
    def place(self) -> int:
        """Number of what is chosen; 0 for nothing."""
        if self.value is None:
            return 0
        if self.question.kind is QuestionKind.LABEL:
            return self.question.choices.index(self.value) + 1
        return int(self.value)

    def show_value(self) -> None:
        """Puts the chosen button down."""
        for place, button in enumerate(self._buttons, 1):
            button.setChecked(place == self.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, arrows, Backspace; the rest belongs to the room."""
        count = len(self._buttons)
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text().isdigit():
            self._digit(event.text(), count)
        elif plain and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            step = 1 if key == Qt.Key.Key_Right else -1
            self.choose(min(max(self.place + step, 1), count))
        elif plain and key == Qt.Key.Key_Backspace:
            self.give(None)
        else:
            event.ignore()

    def _digit(self, text: str, count: int) -> None:
        """With more than nine choices two digits may belong together."""
        both = self._typed + text if count > 9 else text
        place = int(both)
        if not 1 <= place <= count:
            both, place = text, int(text)
        self._typed = both if count > 9 and place * 10 <= count else ""
        if 1 <= place <= count:
            self.choose(place)


class BinaryQuestion(QuestionWidget):
    """Yes or no; where it may follow from a rating, it shows what follows until it is answered itself."""

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(question, theme, parent)
        self._derived: bool | None = None
        row = QHBoxLayout()
        row.setSpacing(0)
        self._buttons: dict[bool, QPushButton] = {}
        for value, text in ((True, tr("Yes   Y")), (False, tr("No   N"))):
            button = QPushButton(text)
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked, value=value: self.choose(value))
            row.addWidget(button)
            self._buttons[value] = button
        self.column.addLayout(row)
        self.finish()

    def choose(self, value: bool) -> None:
        """Answers."""
        self.give(value)
        self.show_value()

    def follow(self, rating: Any) -> None:
        """The rating that it may follow from has changed; None if there is none."""
        threshold = self.question.threshold
        self._derived = None if rating is None or threshold is None else bool(rating >= threshold)
        self.show_value()

    @property
    def in_force(self) -> bool | None:
        """The answer, or what follows from the rating."""
        return self.value if self.value is not None else self._derived

    def show_value(self) -> None:
        """Puts the button down that is in force, and says where it comes from."""
        for value, button in self._buttons.items():
            button.setChecked(value == self.in_force)
        if self.question.threshold_of and self.question.threshold is not None:
            where = number(self.question.threshold)
            text = tr("Follows from the rating: yes from {threshold}").format(threshold=where)
            self.complain("")
            if self.value is None:
                self.note.setText(text)
                self.note.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 and 0, arrows, Backspace; Y and N come from the room."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in {Qt.Key.Key_1, Qt.Key.Key_Left}:
            self.choose(True)
        elif key in {Qt.Key.Key_0, Qt.Key.Key_Right}:
            self.choose(False)
        elif key == Qt.Key.Key_Backspace:
            self.give(None)
        else:
            event.ignore()
