"""A rating on a scale: typed as digits, set with the mouse, or stepped with the arrow keys.

An answer is sent when it is whole (Tab, Enter, a pause, or no digit can follow), so that the log holds changes of mind
and not keystrokes. There is no handle before the first answer: a handle in the middle would anchor it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from radviewer.readerstudy.questions import Question
from radviewer.ui.reading.question_base import QuestionWidget
from radviewer.ui.theme import Theme
from radviewer.workbench.reading_entry import NumberEntry, stepped
from radviewer.workbench.readout import number

TYPING_MS = 900
_PAD, _HANDLE = 9.0, 7.0


class ScaleBar(QWidget):
    """Draws a scale with the value; says where the mouse wants it."""

    def __init__(self, owner: ScaleQuestion, theme: Theme) -> None:
        super().__init__(owner)
        self._owner, self._theme = owner, theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Room for the scale and its ends."""
        return QSize(220, 24 + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """As the hint."""
        return self.sizeHint()

    def _room(self) -> tuple[float, float]:
        wide = self.fontMetrics().horizontalAdvance("100.0") + 18
        return _PAD, self.width() - _PAD - wide

    def _x(self, value: float) -> float:
        left, right = self._room()
        low, high = self._owner.question.low, self._owner.question.high
        return left + (right - left) * (value - low) / (high - low)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws groove, handle, number and ends."""
        painter, asked = QPainter(self), self._owner.question
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self._room()
        middle = 12.0
        painter.setPen(QPen(QColor(self._theme["line_strong"]), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        shown = self._owner.shown
        if shown is not None:
            x = self._x(shown)
            painter.setPen(QPen(QColor(self._theme["accent"]), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(left, middle), QPointF(x, middle))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme["text"]))
            painter.drawEllipse(QPointF(x, middle), _HANDLE, _HANDLE)
        painter.setPen(QColor(self._theme["text_soft"]))
        height = self.fontMetrics().height()
        row = QRectF(left - 4, middle + 9, right - left + 8, height)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, number(asked.low))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight, number(asked.high))
        self._number(painter, middle)

    def _number(self, painter: QPainter, middle: float) -> None:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        typing = self._owner.typing
        painter.setPen(QColor(self._theme["accent" if typing else "text"]))
        text = typing + "_" if typing else "" if self._owner.value is None else number(self._owner.value)
        if self._owner.dragging is not None:
            text = number(self._owner.dragging)
        area = QRectF(self._room()[1] + 8, middle - 14, self.width() - self._room()[1] - 8, 28)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text or "\N{EN DASH}")

    def _value_at(self, x: float) -> float:
        left, right = self._room()
        asked = self._owner.question
        share = min(1.0, max(0.0, (x - left) / max(1.0, right - left)))
        size = asked.step or (asked.high - asked.low) / 1000
        return asked.low + round(share * (asked.high - asked.low) / size) * size

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins to set the value."""
        self._owner.setFocus()
        self._owner.drag(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Goes on."""
        if self._owner.dragging is not None:
            self._owner.drag(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The value is set when the button is let go."""
        self._owner.drop()


class ScaleQuestion(QuestionWidget):
    """A rating or confidence."""

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(question, theme, parent)
        self._empty = NumberEntry(question.low, question.high, question.step)
        self._entry = self._empty
        self.dragging: float | None = None
        self._stepping: float | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_MS)
        self._timer.timeout.connect(self.flush)
        self._bar = ScaleBar(self, theme)
        self.column.addWidget(self._bar)
        self.finish()

    @property
    def typing(self) -> str:
        """What is being typed; empty if nothing."""
        return self._entry.text

    @property
    def shown(self) -> float | None:
        """Where the handle stands."""
        for value in (self.dragging, self._entry.value, self._stepping):
            if value is not None:
                return value
        return self.value if isinstance(self.value, int | float) else None

    def show_value(self) -> None:
        """Redraws."""
        self._entry, self._stepping = self._empty, None
        self._timer.stop()
        self._bar.update()

    def drag(self, value: float) -> None:
        """The mouse moves the handle; nothing is answered yet."""
        self._entry, self.dragging = self._empty, value
        self._bar.update()

    def drop(self) -> None:
        """The mouse let go of the handle."""
        value, self.dragging = self.dragging, None
        if value is not None:
            self.give(float(value))
        self._bar.update()

    def flush(self) -> None:
        """Sends what was typed or stepped to."""
        self._timer.stop()
        entry, stepping = self._entry, self._stepping
        self._entry, self._stepping = self._empty, None
        if entry.value is not None:
            self.give(float(entry.value))
        elif stepping is not None:
            self.give(float(stepping))
        self._bar.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, arrows, and taking the answer back; the rest belongs to the room."""
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
            return
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            coarse = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._step(coarse if key == Qt.Key.Key_Right else -coarse)
        elif key == Qt.Key.Key_Backspace:
            self._erase()
        elif not self._type(event.text()):
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is the answer when the keyboard goes elsewhere."""
        self.flush()
        self.update()
        super().focusOutEvent(event)

    def _type(self, text: str) -> bool:
        if len(text) != 1 or not (text.isdigit() or text in ".,-"):
            return False
        entry = self._entry.typed(text)
        if entry is None and self._entry.value is None:
            return True  # no number begins so: the key is not the room's either
        if entry is None:
            # A digit that cannot follow begins a new number: "7", "5", then "3" means 3 after 75.
            self.flush()
            entry = self._empty.typed(text)
        if entry is None:
            return True
        self._entry, self._stepping = entry, None
        self._bar.update()
        if entry.complete:
            self.flush()
        else:
            self._timer.start()
        return True

    def _erase(self) -> None:
        if self._entry.text:
            self._entry = self._entry.erased()
            self._timer.start()
            self._bar.update()
        else:
            self.give(None)

    def _step(self, steps: int) -> None:
        asked = self.question
        self._entry = self._empty
        self._stepping = stepped(self.shown, steps, asked.low, asked.high, asked.step)
        self._timer.start()
        self._bar.update()
