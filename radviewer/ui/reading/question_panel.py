"""All questions of a case, one below the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from radviewer.readerstudy.questions import Question, QuestionKind
from radviewer.ui.i18n import tr
from radviewer.ui.reading.choice_question import BinaryQuestion, ChoiceQuestion
from radviewer.ui.reading.other_questions import MarksQuestion, TextQuestion
from radviewer.ui.reading.question_base import QuestionWidget
from radviewer.ui.reading.scale_question import ScaleQuestion
from radviewer.ui.theme import Theme

_WIDGETS: dict[QuestionKind, type[QuestionWidget]] = {
    QuestionKind.RATING: ScaleQuestion,
    QuestionKind.CONFIDENCE: ScaleQuestion,
    QuestionKind.ORDINAL: ChoiceQuestion,
    QuestionKind.LABEL: ChoiceQuestion,
    QuestionKind.BINARY: BinaryQuestion,
    QuestionKind.TEXT: TextQuestion,
    QuestionKind.MARKS: MarksQuestion,
}


class QuestionPanel(QScrollArea):
    """The questions of a plan; made once, filled anew for each case.

    Signals:
        answered: (name, answer) by the reader.
        mark_requested: A mark at the cursor.
        cursor_requested: (rows, columns).
    """

    answered = Signal(str, object)
    mark_requested = Signal()
    cursor_requested = Signal(float, float)

    def __init__(self, questions: tuple[Question, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.widgets: dict[str, QuestionWidget] = {}
        for question in questions:
            made = _WIDGETS[question.kind](question, theme)
            made.answered.connect(lambda value, name=question.name: self._given(name, value))
            if isinstance(made, MarksQuestion):
                made.mark_requested.connect(self.mark_requested)
                made.cursor_requested.connect(self.cursor_requested)
            self.widgets[question.name] = made
            column.addWidget(made)
        column.addStretch(1)
        self.setWidget(inner)

    def content_height(self) -> int:
        """Height of all questions with room for their notes, in pixels."""
        inner = self.widget()
        notes = sum(widget.note.isHidden() for widget in self.widgets.values())
        return (inner.sizeHint().height() if inner is not None else 0) + notes * self.fontMetrics().lineSpacing()

    def set_answers(self, answers: Mapping[str, Any]) -> None:
        """Shows the entries of a case."""
        for name, widget in self.widgets.items():
            with QSignalBlocker(widget):
                value = answers.get(name)
                widget.set_value(list(value) if isinstance(value, tuple) else value)
        self._follow()

    def flush(self) -> None:
        """Sends what is being typed anywhere."""
        for widget in self.widgets.values():
            widget.flush()

    def missing(self) -> QuestionWidget | None:
        """The first question that must be answered and is not."""
        for widget in self.widgets.values():
            answered = widget.in_force if isinstance(widget, BinaryQuestion) else widget.value
            if widget.question.required and answered is None:
                return widget
        return None

    def complain(self, widget: QuestionWidget) -> None:
        """Says that an answer is missing, and gives that question the keyboard."""
        widget.complain(tr("Please answer this first."))
        widget.setFocus()
        self.ensureWidgetVisible(widget)

    def focus_first(self) -> None:
        """Gives the keyboard to the first question."""
        first = next(iter(self.widgets.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.verticalScrollBar().setValue(0)

    def binary(self) -> BinaryQuestion | None:
        """The first yes-or-no question."""
        return next((widget for widget in self.widgets.values() if isinstance(widget, BinaryQuestion)), None)

    def marks(self) -> MarksQuestion | None:
        """The first question for marks."""
        return next((widget for widget in self.widgets.values() if isinstance(widget, MarksQuestion)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves keys to the room: a scroll area would take the arrows."""
        event.ignore()

    def _given(self, name: str, value: Any) -> None:
        self._follow()
        self.answered.emit(name, value)

    def _follow(self) -> None:
        for widget in self.widgets.values():
            if isinstance(widget, BinaryQuestion) and widget.question.threshold_of:
                source = self.widgets.get(widget.question.threshold_of)
                widget.follow(source.value if source is not None else None)
