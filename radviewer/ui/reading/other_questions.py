"""Free text, and marks on the image."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from radviewer.readerstudy.questions import Question
from radviewer.ui.i18n import tr
from radviewer.ui.panels.widgets import label
from radviewer.ui.reading.question_base import QuestionWidget
from radviewer.ui.theme import Theme
from radviewer.workbench.reading_entry import NumberEntry

_LINES = 3
_RATING_MS = 900
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)
}  # fmt: skip


class TextQuestion(QuestionWidget):
    """Free text; Tab goes on, Ctrl+Enter locks. It is sent when the keyboard leaves it."""

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(question, theme, parent)
        self._edit = QPlainTextEdit()
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 18)
        self._edit.setAccessibleName(question.text or question.name)
        self._edit.installEventFilter(self)
        self.setFocusProxy(self._edit)
        self.column.addWidget(self._edit)
        self.finish()

    def show_value(self) -> None:
        """Shows the text."""
        if self._edit.toPlainText().strip() != (self.value or ""):
            self._edit.setPlainText(self.value or "")

    def flush(self) -> None:
        """Sends the text as it stands."""
        text = self._edit.toPlainText().strip()
        if len(text) > self.question.most:
            self.complain(tr("At most {count} characters").format(count=self.question.most))
            return
        self.give(text or None)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Sends the text when the keyboard goes elsewhere, and leaves Ctrl+Enter and Escape to the room."""
        if event.type() is QEvent.Type.FocusOut:
            self.flush()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.flush()
                event.ignore()
                return self._pass_on(event)
        return False

    def _pass_on(self, event: QKeyEvent) -> bool:
        self.keyPressEvent(event)
        window = self.window()
        if not event.isAccepted() and window is not None:
            window.keyPressEvent(event)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing of its own."""
        event.ignore()


class MarksQuestion(QuestionWidget):
    """Marks on the image: clicks, or arrow keys and K; digits rate the last one.

    Signals:
        mark_requested: At the cursor.
        cursor_requested: (rows, columns) to move by.
    """

    mark_requested = Signal()
    cursor_requested = Signal(float, float)

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(question, theme, parent)
        self._entry = NumberEntry(0, 100)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RATING_MS)
        self._timer.timeout.connect(self.flush)
        row = QHBoxLayout()
        self._count = label("", wrap=False)
        self._none = QPushButton(tr("No mark"))
        self._none.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none.clicked.connect(lambda: self.give_marks(()))
        row.addWidget(self._count, 1)
        row.addWidget(self._none)
        self.column.addLayout(row)
        self.column.addWidget(label(tr("Click on the image, or arrows and K. On a mark: takes it away."), "soft"))
        self.finish()
        self.show_value()

    @property
    def marks(self) -> tuple[dict[str, Any], ...]:
        """The marks."""
        return tuple(self.value or ())

    def give_marks(self, marks: tuple[dict[str, Any], ...]) -> None:
        """New marks by the reader; an empty list says that there is nothing to mark."""
        if len(marks) > self.question.most:
            self.complain(tr("At most {count} marks").format(count=self.question.most))
            return
        self.give(list(marks))

    def show_value(self) -> None:
        """Says how many there are."""
        count = len(self.marks)
        text = tr("nothing marked") if self.value is not None else tr("no answer yet")
        if count:
            text = tr("1 mark") if count == 1 else tr("{count} marks").format(count=count)
        self._count.setText(text)
        self._none.setVisible(self.value is None or bool(count))
        self._none.setText(tr("No mark") if self.value is None else tr("Clear"))

    def flush(self) -> None:
        """The rating that was typed belongs to the last mark."""
        self._timer.stop()
        value, self._entry = self._entry.value, NumberEntry(0, 100)
        if value is not None and self.marks:
            self.give([*self.marks[:-1], {**self.marks[-1], "rating": value}])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed counts."""
        self.flush()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cursor, Backspace takes the last mark away, digits rate it."""
        key = Qt.Key(event.key())
        if key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            rows, columns = _ARROWS[key]
            self.cursor_requested.emit(float(rows * far), float(columns * far))
        elif key == Qt.Key.Key_Backspace and self.value is not None:
            self.give(list(self.marks[:-1]) if self.marks else None)
        elif event.text().isdigit() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._entry = self._entry.typed(event.text()) or self._entry
            self._timer.start()
        else:
            event.ignore()
