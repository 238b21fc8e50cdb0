"""Full pages of the room that hide the case: before the first one, in a pause, at the end of a sitting."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from radviewer.ui.i18n import put, tr
from radviewer.ui.panels.widgets import label

_WIDTH = 640


class Page(StrEnum):
    """Which page is on the screen."""

    WELCOME = "welcome"
    CASE = "case"
    PAUSED = "paused"
    BREAK = "break"
    TROUBLE = "trouble"
    KEYS = "keys"
    CORRECTION = "correction"
    DONE = "done"
    END = "end"


class RoomPage(QWidget):
    """Words in the middle, with up to three buttons; Enter is the first.

    Signals:
        chosen: The first button, with what was entered.
        other_chosen: The second button.
        more_chosen: The third button.
    """

    chosen = Signal(str)
    other_chosen = Signal()
    more_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.title = label("")
        font = QFont(self.title.font())
        font.setPointSizeF(font.pointSizeF() * 1.6)
        self.title.setFont(font)
        self.words = label("")
        self.problem = label("", "caution")
        self.entry = QLineEdit()
        self.entry.setMaximumWidth(220)
        self.first = QPushButton()
        self.first.setObjectName("primary")
        self.other = QPushButton()
        self.more = QPushButton()
        self.first.clicked.connect(self.choose)
        self.other.clicked.connect(self.other_chosen)
        self.more.clicked.connect(self.more_chosen)
        self.entry.returnPressed.connect(self.choose)
        inner = QWidget()
        inner.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(14)
        row = QHBoxLayout()
        row.addWidget(self.first)
        row.addWidget(self.other)
        row.addWidget(self.more)
        row.addStretch(1)
        for part in (self.title, self.words, self.problem, self.entry):
            column.addWidget(part)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)

    def fill(
        self, title: str, words: str, first: str, other: str = "", entry: str = "", more: str = "", *,
        secret: bool = False,
    ) -> None:  # fmt: skip
        """Says something else.

        Args:
            title: In large letters.
            words: Below it.
            first: On the button that Enter presses.
            other: On the second button; empty for none.
            entry: What is to be entered; empty for nothing.
            more: On the third button; empty for none.
            secret: Whether what is entered is hidden.
        """
        self.title.setText(title)
        self.words.setText(words)
        # A wrapped label in a centred column is given too little height, or far too much, unless it says how much.
        self.words.setMinimumHeight(0)  # else the height of the words before counts
        self.words.setFixedHeight(self.words.heightForWidth(_WIDTH - 24))
        self.first.setText(first)
        self.first.setVisible(bool(first))
        self.other.setText(other)
        self.other.setVisible(bool(other))
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.entry.clear()
        self.entry.setPlaceholderText(entry)
        self.entry.setAccessibleName(entry)
        self.entry.setVisible(bool(entry))
        self.entry.setEchoMode(QLineEdit.EchoMode.Password if secret else QLineEdit.EchoMode.Normal)
        self.complain("")
        self.set_open(True)
        # A field that may stay empty must not take the keyboard: Enter begins, and a typed letter would go astray.
        (self.entry if entry and secret else self.first if first else self.other).setFocus()

    def complain(self, text: str) -> None:
        """Says what went wrong; empty for nothing."""
        put(self.problem, text)
        self.problem.setVisible(bool(text))

    def set_open(self, on: bool) -> None:
        """Whether it can be answered."""
        for part in (self.first, self.other, self.more, self.entry):
            part.setEnabled(on)

    def choose(self) -> None:
        """As the first button."""
        if self.first.isEnabled() and self.first.text():
            self.chosen.emit(self.entry.text())


def keys_text() -> str:
    """The keys of the room."""
    rows = (
        tr("Digits rate. Tab goes to the next question. Y and N answer yes or no. Backspace takes an answer back."),
        tr("Enter locks or saves. P pauses. F1 shows these keys, F11 switches full screen."),
        tr("Image: left drag window, middle drag pan, right drag zoom, wheel or arrow keys scroll."),
        tr("Ctrl+1 to 8 presets, Ctrl+0 auto, I invert, Alt+arrows window. = fit, O 1:1, + - zoom, Ctrl+arrows pan."),
        tr("M magnifier, R reset, T texts. G the AI's map, Space hides it while held, [ and ] its opacity, K a mark."),
    )
    return "\n".join(rows)
