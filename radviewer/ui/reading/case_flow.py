"""One case from its image to its last call.

What the reader enters goes to the session, what the session releases goes to the screen. When the AI appears nothing
else changes, so that what changes the call is the AI alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from radviewer.core.errors import InputProblem, Problem
from radviewer.core.image import ImageRef
from radviewer.core.overlay import DrawMode
from radviewer.readerstudy.plan import Box, Reveal
from radviewer.readerstudy.public import AiOutput, Stage
from radviewer.readerstudy.session import CaseView
from radviewer.ui.i18n import tr
from radviewer.ui.reading.case_board import AiDrawing, CaseBoard, style_for
from radviewer.ui.reading.case_loader import CaseLoader, Files
from radviewer.ui.reading.driver import SessionDriver, Standing
from radviewer.ui.reading.event_log import EventLog
from radviewer.ui.reading.side_panel import SidePanel
from radviewer.workbench.reading_stacks import CaseStacks

_OPACITY_STEP = 0.1


class CaseFlow(QObject):
    """Carries a case through the room.

    Signals:
        image_failed: A sentence without a file's name.

    Args:
        driver: The session.
        loader: Where images come from.
        board: Where they are shown.
        panel: Where questions are.
    """

    image_failed = Signal(str)

    def __init__(
        self, driver: SessionDriver, loader: CaseLoader, board: CaseBoard, panel: SidePanel,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._driver, self._loader, self._board, self._panel = driver, loader, board, panel
        self.log = EventLog(driver.record, self)
        self.view: CaseView | None = None
        self._pending = AiDrawing()
        self._peeking = False
        questions = panel.questions
        questions.answered.connect(self._answer)
        questions.mark_requested.connect(board.mark_at_cursor)
        questions.cursor_requested.connect(board.move_cursor)
        board.looked.connect(self._looked)
        board.marks_requested.connect(self._mark)
        board.ready_changed.connect(self._ready)
        board.failed.connect(self._failed)
        loader.stacks_ready.connect(self._stacks_ready)
        loader.stacks_failed.connect(self._stacks_failed)
        panel.ai.drawing_requested.connect(self.set_drawing)

    # --- the case -----------------------------------------------------------------------------------------------

    def open(self, standing: Standing) -> None:
        """Shows a case that was just opened."""
        view = standing.view
        assert view is not None
        self.view = view
        self._peeking = False
        questions = self._panel.questions
        self._board.forget()
        self._board.marking = questions.marks() is not None
        self._show_part(view)
        questions.set_answers(view.answers)
        questions.focus_first()
        self._show_ai(view, standing)
        stacks = self._loader.open_case(view.files)
        if stacks is not None:
            self._hang(stacks)

    def unlocked(self, standing: Standing) -> None:
        """The unaided call is locked: the AI appears, in the place that was kept for it."""
        view = standing.view
        assert view is not None
        self.view = view
        self._show_part(view)
        self._show_ai(view, standing)
        self._begin_part()

    def revealed(self, standing: Standing) -> None:
        """The AI was asked for."""
        assert standing.view is not None
        self.view = standing.view
        self._show_ai(standing.view, standing)
        self._note_overlay()

    def resumed(self) -> None:
        """After a pause the screen is as it was."""
        self._note_overlay()

    def finished(self, feedback: Mapping[str, Any] | None) -> bool:
        """The case is done; returns whether the truth of a practice case is shown, which the reader has to read."""
        if feedback is None:
            return False
        boxes = tuple(Box(**box) for box in feedback.get("boxes", ()))
        self._board.set_truth(boxes)
        self._panel.say(self._verdict(feedback))
        return True

    def clear(self) -> None:
        """Takes the case off the screen."""
        self.view = None
        self._board.forget()
        self._panel.ai.set_nothing("")

    def go(self) -> None:
        """Locks or saves, if all is answered and the image has been seen."""
        view = self.view
        if view is None or not self._driver.open:
            return
        self._panel.questions.flush()
        missing = self._panel.questions.missing()
        if not self._board.ready:
            self._panel.say(tr("The image is not on the screen yet."))
        elif missing is not None:
            self._panel.questions.complain(missing)
        else:
            self._panel.say("")
            self.log.flush()
            (self._driver.lock if view.stage is Stage.FIRST else self._driver.commit)()

    # --- AI -----------------------------------------------------------------------------------------------------

    def ask_ai(self) -> None:
        """Asks for the AI where it is on request."""
        if self.view is not None and self.view.ai_on_request and self.view.ai is None:
            self._panel.questions.flush()
            self.log.flush()
            self._driver.request_ai()

    def toggle_overlay(self) -> None:
        """Shows or hides what the AI draws."""
        drawing = self._board.drawing
        if drawing.anything:
            self.set_drawing(replace(drawing, shown=not drawing.shown))

    def peek(self, on: bool) -> None:
        """Hides the AI's map while a key is held (shows it, where it is hidden)."""
        if on != self._peeking and self._board.drawing.anything:
            self._peeking = on
            self.toggle_overlay()

    def step_opacity(self, steps: int) -> None:
        """A stronger or fainter map."""
        drawing = self._board.drawing
        if drawing.map is not None:
            opacity = min(1.0, max(0.0, round(drawing.style.opacity + steps * _OPACITY_STEP, 2)))
            self.set_drawing(replace(drawing, style=replace(drawing.style, opacity=opacity)))

    def switch_draw(self) -> None:
        """Heat map or contour, where the condition shows both."""
        drawing = self._board.drawing
        if drawing.map is not None and self._both():
            mode = DrawMode.CONTOUR if drawing.style.draw is DrawMode.FILL else DrawMode.FILL
            self.set_drawing(replace(drawing, style=replace(drawing.style, draw=mode)))

    def set_drawing(self, drawing: AiDrawing) -> None:
        """Draws the map in another way, and writes that down."""
        self._board.set_drawing(drawing)
        self._panel.ai.set_drawing(drawing)
        facts = _overlay_facts(drawing)
        self.log.moving("overlay", **facts)

    def _show_ai(self, view: CaseView, standing: Standing) -> None:
        panel, condition = self._panel.ai, self._driver.plan.condition(view.condition)
        self._pending = AiDrawing()
        if view.ai is None:
            panel.set_nothing(self._waiting(view), on_request=view.ai_on_request)
            return
        self._pending = _drawing(view.ai, standing, condition.ai)
        panel.set_output(view.ai, self._pending, both=self._both())
        if self._board.ready or view.stage is Stage.FINAL:
            self._board.set_drawing(self._pending)
        if standing.note:
            self._panel.say(standing.note)

    def _waiting(self, view: CaseView) -> str:
        condition = self._driver.plan.condition(view.condition)
        if view.stage is Stage.FIRST:
            return tr("AI: hidden until you lock your call.")
        if condition.reveal is Reveal.ON_REQUEST:
            return tr("The AI is shown when you ask for it.")
        return ""

    def _both(self) -> bool:
        if self.view is None:
            return False
        return {"heatmap", "contour"} <= set(self._driver.plan.condition(self.view.condition).ai)

    # --- parts ----------------------------------------------------------------------------------------------------

    def _show_part(self, view: CaseView) -> None:
        condition = self._driver.plan.condition(view.condition)
        self._panel.set_case(view, condition.reveal is Reveal.AFTER_LOCK, bool(condition.ai))

    def _begin_part(self) -> None:
        """Writes down how the screen stands when a part begins."""
        for kind, facts in self._board.look_facts():
            self.log.at_once(kind, **facts)
        self._note_overlay()

    def _note_overlay(self) -> None:
        drawing = self._board.drawing
        if drawing.anything:
            self.log.at_once("overlay", **_overlay_facts(drawing))

    def _ready(self, ready: bool) -> None:
        if ready and self.view is not None:
            self._panel.say("")
            self.log.at_once("image_shown", images=list(self._board.images()))
            self._begin_part()

    def _stacks_ready(self, files: Files, stacks: CaseStacks) -> None:
        if self.view is not None and files == self.view.files and not self._board.ready:
            self._hang(stacks)

    def _stacks_failed(self, files: Files, _problem: Problem) -> None:
        if self.view is not None and files == self.view.files:
            self._say_failed()

    def _hang(self, stacks: CaseStacks) -> None:
        view = self.view
        assert view is not None
        marks = self._panel.questions.marks()
        self._board.show_case(stacks.picked(view.series), self._driver.plan.viewing)
        self._board.set_drawing(self._pending)
        self._board.set_marks(marks.marks if marks is not None else ())
        if self._board.ready:  # else it is written down when the image is there
            self._note_overlay()

    def _failed(self, _ref: ImageRef, _problem: Problem) -> None:
        self._say_failed()

    def _say_failed(self) -> None:
        self.log.at_once("image_failed")
        text = tr("An image of this case cannot be shown. Tell the study's administrator; your calls so far are saved.")
        self._panel.say(text)
        self.image_failed.emit(text)

    # --- what the reader does -------------------------------------------------------------------------------------

    def _answer(self, name: str, value: Any) -> None:
        widget = self._panel.questions.widgets[name]
        try:
            self._driver.answer(name, value)
        except InputProblem as problem:
            widget.complain(f"{problem.message} {problem.hint}")
            return
        if widget is self._panel.questions.marks():
            self.log.at_once("mark", count=len(value or ()))
            self._board.set_marks(tuple(value or ()))
        self._panel.say("")

    def _mark(self, marks: tuple[dict[str, Any], ...]) -> None:
        question = self._panel.questions.marks()
        if question is not None and self._driver.open:
            question.give_marks(marks)

    def _looked(self, kind: str, facts: dict[str, Any]) -> None:
        if kind == "click":
            self.log.at_once(kind, **facts)
        else:
            self.log.moving(kind, **facts)

    def _verdict(self, feedback: Mapping[str, Any]) -> str:
        truth = tr("positive") if feedback.get("positive") else tr("negative")
        label = f" ({feedback['label']})" if feedback.get("label") else ""
        text = tr("Practice. The truth: {truth}{label}.").format(truth=truth, label=label)
        question = self._panel.questions.binary()
        if question is not None and question.in_force is not None:
            right = question.in_force == bool(feedback.get("positive"))
            text += " " + (tr("Your call was right.") if right else tr("Your call was wrong."))
        return text


def _drawing(ai: AiOutput, standing: Standing, parts: tuple[str, ...]) -> AiDrawing:
    return AiDrawing(standing.map, ai.boxes, shown=True, style=style_for(parts, ai.opacity))


def _overlay_facts(drawing: AiDrawing) -> dict[str, Any]:
    return {
        "shown": drawing.shown,
        "opacity": drawing.style.opacity,
        "method": drawing.map.method if drawing.map is not None else "boxes",
        "draw": drawing.style.draw.value,
        "threshold": drawing.style.threshold,
    }
