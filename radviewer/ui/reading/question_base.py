"""What all question widgets share: their words, one answer, one signal, and a frame that shows who has the keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from radviewer.readerstudy.questions import Question
from radviewer.ui.i18n import put
from radviewer.ui.panels.widgets import label, set_role
from radviewer.ui.theme import Theme


class QuestionWidget(QWidget):
    """One question. It takes the keyboard as a whole, so that Tab goes from question to question.

    Signals:
        answered: The new answer as the question wants it; None when it was taken back.

    Args:
        question: What is asked.
        theme: The colours.
    """

    answered = Signal(object)

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question, self.theme = question, theme
        self.value: Any = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(question.text or question.name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 6, 8, 8)
        self.column.setSpacing(4)
        self.words = label(question.text or question.name)
        self.column.addWidget(self.words)
        self.note = label("", "soft")
        self.note.hide()

    def finish(self) -> None:
        """Adds the note below what the kind of question brought; the last step of each constructor."""
        self.column.addWidget(self.note)

    def set_value(self, value: Any) -> None:
        """Shows an answer without sending it."""
        self.value = value
        self.show_value()
        self.complain("")

    def show_value(self) -> None:
        """Brings the answer to the widget."""
        raise NotImplementedError

    def flush(self) -> None:
        """Sends what is being typed."""

    def give(self, value: Any) -> None:
        """A new answer by the reader."""
        if value == self.value and type(value) is type(self.value):
            return
        self.value = value
        self.show_value()
        self.complain("")
        self.answered.emit(value)

    def complain(self, text: str) -> None:
        """Says what is wrong with the answer; empty for nothing."""
        set_role(self.note, "caution" if text else "soft")
        put(self.note, text)
        self.note.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin line around the question that has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.theme["accent"]), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
