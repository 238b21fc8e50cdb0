"""The page on which readers correct an earlier call of theirs: the list of calls, the case again, the questions anew.

The answers that were saved are sealed to the administrator and cannot be shown. What the AI showed before the call was
made is shown again, and nothing else of it. The time of no case runs meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from radviewer.core.errors import InputProblem, Problem
from radviewer.readerstudy.clock import moment
from radviewer.readerstudy.corrections import EarlierCall, EarlierView
from radviewer.readerstudy.plan import Reveal
from radviewer.readerstudy.public import PublicPlan, Stage
from radviewer.ui.i18n import tr
from radviewer.ui.panels.widgets import heading, label, rule, set_role
from radviewer.ui.reading.ai_panel import AiPanel
from radviewer.ui.reading.case_board import AiDrawing, CaseBoard, style_for
from radviewer.ui.reading.case_loader import CaseLoader, Files
from radviewer.ui.reading.driver import SessionDriver, Standing
from radviewer.ui.reading.question_panel import QuestionPanel
from radviewer.ui.reading.side_panel import WIDTH
from radviewer.ui.theme import Theme, panel_font
from radviewer.workbench.reading_stacks import CaseStacks

_LIST_HEIGHT = 150


class CorrectionPage(QWidget):
    """The page.

    Signals:
        back_requested: The reader is done with corrections.

    Args:
        driver: The session.
        loader: Where images come from.
        theme: The colours.
    """

    back_requested = Signal()

    def __init__(self, driver: SessionDriver, loader: CaseLoader, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._driver, self._loader, self._plan = driver, loader, driver.plan
        self._earlier: tuple[EarlierCall, ...] = ()
        self._view: EarlierView | None = None
        self._answers: dict[str, Any] = {}
        self.board = CaseBoard(loader, theme, panel_font())
        self.calls = QListWidget()
        self.calls.setAccessibleName(tr("Your earlier calls"))
        self.calls.setFixedHeight(_LIST_HEIGHT)
        self.late = label(tr(
            "The AI has been shown since. A correction is kept and marked, but the call that was locked counts."
        ), "caution")  # fmt: skip
        self.questions = QuestionPanel(self._plan.questions, theme)
        self.ai = AiPanel(theme)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("What was wrong, in a few words"))
        self.reason.setAccessibleName(tr("Reason of the correction"))
        self.message = label("", "caution")
        self.save = _button(tr("Save the correction   Enter"), self.submit, primary=True)
        self._back = _button(tr("Back   Esc"), self.back_requested.emit)
        self._build()
        self.calls.itemClicked.connect(lambda _item: self._chosen())
        self.calls.itemActivated.connect(lambda _item: self._chosen())
        self.reason.returnPressed.connect(self.submit)
        self.questions.answered.connect(self._answer)
        self.questions.mark_requested.connect(self.board.mark_at_cursor)
        self.questions.cursor_requested.connect(self.board.move_cursor)
        self.board.marks_requested.connect(self._mark)
        loader.stacks_ready.connect(self._stacks_ready)
        loader.stacks_failed.connect(self._stacks_failed)
        self.ai.drawing_requested.connect(self.set_drawing)

    def _build(self) -> None:
        panel = QFrame()
        panel.setFixedWidth(WIDTH)
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        words = tr("What you answered is sealed and cannot be shown. Choose a call, and answer all questions anew.")
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch(1)
        for part in (heading(tr("Correct an earlier call")), label(words, "soft"), self.calls, self.late, rule()):
            column.addWidget(part)
        column.addWidget(self.questions, 3)
        column.addWidget(self.reason)
        column.addWidget(self.message)
        column.addWidget(self.save)
        column.addWidget(self.ai, 1)
        column.addWidget(rule())
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.board, 1)
        row.addWidget(panel)

    # --- what comes from the session --------------------------------------------------------------------------------

    def offer(self, calls: Sequence[EarlierCall]) -> None:
        """Lists calls; none is open."""
        self._earlier = tuple(calls)
        self.calls.clear()
        self.calls.addItems([words_of(call, self._plan) for call in calls])
        self._empty()
        self.calls.setFocus()
        if calls:
            self.calls.setCurrentRow(0)

    def show_again(self, standing: Standing) -> None:
        """Shows the case of the chosen call."""
        view = standing.reopened
        assert view is not None
        self._empty()
        self._view = view
        self.late.setVisible(view.call.after_ai)
        self._set_open(True)
        self.board.marking = self.questions.marks() is not None
        self._show_ai(view, standing)
        stacks = self._loader.open_case(view.files)
        if stacks is not None:
            self._hang(stacks)
        self.questions.focus_first()

    def saved(self, calls: Sequence[EarlierCall]) -> None:
        """The correction is on the disk."""
        self.offer(calls)
        set_role(self.message, "ok")
        self.message.setText(tr("The correction is saved. The earlier call is kept beside it."))

    def refuse(self, problem: Problem) -> None:
        """Something did not work; what was entered stays."""
        self._set_open(self._view is not None)
        self._say(problem.sentence())

    def clear(self) -> None:
        """Takes everything off the page."""
        self._earlier = ()
        self.calls.clear()
        self._empty()

    # --- what the reader does ---------------------------------------------------------------------------------------

    def submit(self) -> None:
        """Opens the call that is chosen in the list, or saves the correction."""
        if self._driver.busy:
            return
        if self._view is None or self.calls.hasFocus():
            self._chosen()
            return
        self.questions.flush()
        missing = self.questions.missing()
        if missing is not None:
            self.questions.complain(missing)
        elif not self.reason.text().strip():
            self._say(tr("A correction needs a reason."))
            self.reason.setFocus()
        else:
            self._say("")
            self._set_open(False)
            self._driver.correct(self._view.call, self._answers, self.reason.text())

    def set_drawing(self, drawing: AiDrawing) -> None:
        """Draws the AI's map in another way."""
        self.board.set_drawing(drawing)
        self.ai.set_drawing(drawing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; Enter opens or saves."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.submit()
        else:
            event.ignore()

    def _chosen(self) -> None:
        row = self.calls.currentRow()
        if 0 <= row < len(self._earlier) and not self._driver.busy:
            self._driver.reopen(self._earlier[row])

    def _answer(self, name: str, value: Any) -> None:
        question = self.questions.widgets[name].question
        try:
            checked = None if value is None else question.check(value)
        except InputProblem as problem:
            self.questions.widgets[name].complain(f"{problem.message} {problem.hint}")
            return
        if checked is None:
            self._answers.pop(name, None)
        else:
            self._answers[name] = checked
        if self.questions.widgets[name] is self.questions.marks():
            self.board.set_marks(tuple(value or ()))

    def _mark(self, marks: tuple[dict[str, Any], ...]) -> None:
        question = self.questions.marks()
        if question is not None and self._view is not None:
            question.give_marks(marks)

    # --- the case ---------------------------------------------------------------------------------------------------

    def _show_ai(self, view: EarlierView, standing: Standing) -> None:
        condition = self._plan.condition(view.call.item.condition)
        parts = set(condition.ai)
        self.ai.setVisible(view.ai is not None)
        if view.ai is None:
            self.ai.set_nothing("")
            return
        drawing = AiDrawing(standing.map, view.ai.boxes, shown=True, style=style_for(condition.ai, view.ai.opacity))
        self.ai.set_output(view.ai, drawing, both={"heatmap", "contour"} <= parts)
        self.board.set_drawing(drawing)

    def _hang(self, stacks: CaseStacks) -> None:
        assert self._view is not None
        drawing = self.board.drawing
        self.board.show_case(stacks.picked(self._view.call.item.series), self._plan.viewing)
        self.board.set_drawing(drawing)

    def _stacks_ready(self, files: Files, stacks: CaseStacks) -> None:
        if self._view is not None and files == self._view.files and not self.board.ready:
            self._hang(stacks)

    def _stacks_failed(self, files: Files, _problem: Problem) -> None:
        if self._view is not None and files == self._view.files:
            self._say(tr("An image of this case cannot be shown. Tell the study's administrator."))

    def _empty(self) -> None:
        self._view, self._answers = None, {}
        self.board.forget()
        self.questions.set_answers({})
        self.reason.clear()
        self.ai.set_nothing("")
        self.ai.setVisible(False)
        self.late.setVisible(False)
        self._say("")
        self._set_open(False)

    def _set_open(self, on: bool) -> None:
        for part in (self.questions, self.reason, self.save):
            part.setEnabled(on)

    def _say(self, text: str) -> None:
        set_role(self.message, "caution")
        self.message.setText(text)


def words_of(call: EarlierCall, plan: PublicPlan) -> str:
    """One line of the list: which case, which call, when."""
    sequential = plan.condition(call.item.condition).reveal is Reveal.AFTER_LOCK
    if call.saved.stage is Stage.FIRST:
        what = tr("unaided call")
    elif sequential:
        what = tr("last call, with AI")
    else:
        what = tr("call with AI") if plan.condition(call.item.condition).ai else tr("call without AI")
    words = tr("Case {number}, {what}, {time}").format(
        number=call.item.position, what=what, time=f"{moment(call.saved.utc).astimezone():%H:%M}"
    )
    if call.item.sitting > 1:
        words += tr(" (sitting {sitting})").format(sitting=call.item.sitting)
    return words + (tr(", corrected") if call.saved.revision else "")


def _button(text: str, clicked: Any, *, primary: bool = False) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName("primary" if primary else "flat")
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.clicked.connect(lambda _checked=False: clicked())
    return made
