"""The panel beside the image: where the reader is, the questions, one button, the AI, and what was saved.

Nothing in it moves when the AI appears: its place is kept from the beginning of the case.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from radviewer.readerstudy.public import PublicPlan, Stage
from radviewer.readerstudy.session import CaseView
from radviewer.ui.i18n import put, tr
from radviewer.ui.panels.widgets import label, rule, set_role
from radviewer.ui.reading.ai_panel import AiPanel
from radviewer.ui.reading.question_panel import QuestionPanel
from radviewer.ui.theme import Theme

WIDTH = 340
_AI_HEIGHT = 180
_SPARE = 8  # a note takes a little more than its line
SIMULATED = "SIMULATED"


class SidePanel(QFrame):
    """See the module.

    Signals:
        go_requested: Lock, save, or go on.
        pause_requested: Stop the time.
        end_requested: End the sitting.

    Args:
        plan: The open part of the plan.
        theme: The colours.
    """

    go_requested = Signal()
    pause_requested = Signal()
    end_requested = Signal()

    def __init__(self, plan: PublicPlan, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.questions = QuestionPanel(plan.questions, theme)
        self.ai = AiPanel(theme)
        self.place = label("", "finding", wrap=False)
        self.time = label("", "finding", wrap=False)
        self.practice = label("", "caution")
        self.first = label("", wrap=False)
        self.second = label("", wrap=False)
        self.message = label("", "caution")
        self.saved = label("", "soft")
        self.sitting = label("", "soft", wrap=False)
        self.simulated = label(tr("SIMULATED readers: a demonstration, no results"), "caution")
        self.simulated.setVisible(plan.simulated)
        self._measured = False
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.go = QPushButton()
        self.go.setObjectName("primary")
        self.go.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.go.clicked.connect(self.go_requested)
        self._pause = _flat(tr("Pause   P"), self.pause_requested)
        self._end = _flat(tr("End sitting"), self.end_requested)
        self.ai.setMinimumHeight(_AI_HEIGHT)
        self.ai.setMaximumHeight(2 * _AI_HEIGHT)
        self._build()
        self.practice.hide()
        # Its place is kept, so that a message moves nothing.
        self.message.setMinimumHeight(2 * self.message.fontMetrics().lineSpacing())
        self.message.setAlignment(Qt.AlignmentFlag.AlignBottom)

    def _build(self) -> None:
        big = QFont(self.place.font())
        big.setPointSizeF(big.pointSizeF() * 1.25)
        self.place.setFont(big)
        self.time.setFont(big)
        self.time.setMinimumWidth(self.time.fontMetrics().horizontalAdvance("00:00") + 4)
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.place, 1)
        head.addWidget(self.time)
        steps = QHBoxLayout()
        steps.addWidget(self.first, 1)
        steps.addWidget(self.second, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._pause)
        foot.addStretch(1)
        foot.addWidget(self.sitting)
        foot.addStretch(1)
        foot.addWidget(self._end)
        column.addWidget(self.simulated)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.practice)
        column.addLayout(steps)
        column.addWidget(rule())
        column.addWidget(self.questions, 3)
        column.addWidget(self.message)
        column.addWidget(self.go)
        column.addWidget(self.ai, 1)
        column.addWidget(self.saved)
        column.addStretch(0)  # takes only what questions and AI leave
        column.addWidget(rule())
        column.addLayout(foot)

    def set_case(self, view: CaseView, two_parts: bool, aided: bool) -> None:
        """Shows where the reader is.

        Args:
            view: The case.
            two_parts: Whether an unaided call is locked first.
            aided: Whether the AI belongs to this reading.
        """
        self.place.setText(tr("Case {number} of {total}").format(number=view.number, total=view.total))
        self.bar.setRange(0, view.total)
        self.bar.setValue(view.number - 1)
        self.practice.setText(tr("Practice: you will see the answer, and it does not count"))
        self.practice.setVisible(view.practice)
        first = view.stage is Stage.FIRST
        if two_parts:
            self._step(self.first, tr("1  Unaided") if first else tr("1  Unaided: locked"), first)
            self._step(self.second, tr("2  With AI (sealed)") if first else tr("2  With AI"), not first)
        else:
            self._step(self.first, tr("With AI") if aided else tr("Without AI"), True)
        self.second.setVisible(two_parts)
        self.go.setText(tr("Lock call   Enter") if first else tr("Save call   Enter"))
        self.ai.setVisible(two_parts or aided)
        self._make_room()
        self.say("")

    def _make_room(self) -> None:
        """Questions are as high as they need where there is room, so that the button is near them.

        Measured once, when the first case is shown: earlier the fonts of the style are not in force, and later nothing
        may move.
        """
        if not self._measured:
            self._measured = True
            self.questions.setMaximumHeight(self.questions.content_height() + _SPARE)

    def set_time(self, elapsed: float | None, limit: float | None) -> None:
        """The time of this part, as mm:ss; beyond the limit in amber."""
        if elapsed is None:
            return
        text = clock(elapsed)
        self.time.setText(text if limit is None else f"{text} / {clock(limit)}")
        set_role(self.time, "caution" if limit is not None and elapsed > limit else "finding")

    def set_sitting(self, remaining: float | None) -> None:
        """How much is left of the sitting."""
        if remaining is None:
            self.sitting.setText("")
        elif remaining >= 0:
            self.sitting.setText(tr("{time} left").format(time=clock(remaining)))
        else:
            self.sitting.setText(tr("{time} over").format(time=clock(-remaining)))

    def say(self, text: str) -> None:
        """What keeps the reader from going on; empty for nothing."""
        put(self.message, text)

    def set_saved(self, text: str, *, good: bool = False) -> None:
        """What is known about saving."""
        self.saved.setText(text)
        set_role(self.saved, "ok" if good else "soft")

    def set_next(self) -> None:
        """After a practice case: only going on is left."""
        self.go.setText(tr("Next case   Enter"))
        self.questions.setEnabled(False)
        self.setFocus()

    def set_open(self, on: bool) -> None:
        """Whether entries are taken."""
        self.questions.setEnabled(on)
        self.go.setEnabled(on)
        self._pause.setEnabled(on)
        self._end.setEnabled(on)

    @staticmethod
    def _step(part: QWidget, text: str, now: bool) -> None:
        part.setProperty("text", text)
        set_role(part, "finding" if now else "soft")


def clock(seconds: float) -> str:
    """Seconds as mm:ss, whole minutes beyond 99."""
    whole = max(0, int(seconds))
    return f"{whole // 60:02d}:{whole % 60:02d}"


def _flat(text: str, signal: object) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName("flat")
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.clicked.connect(signal)
    return made
