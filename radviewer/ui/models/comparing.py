"""Asks two models about the image on the screen and shows their answers side by side."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from radviewer.core.errors import Problem
from radviewer.core.explanation import METHOD_NAMES, Method
from radviewer.core.image import ImageRef
from radviewer.core.prediction import GateVerdict
from radviewer.core.tasks import CancellationToken
from radviewer.ui.i18n import said, said_problem, tr
from radviewer.ui.models.compare_window import TOP, CompareWindow
from radviewer.ui.theme import panel_font
from radviewer.workbench.assist import Lane, Outcome
from radviewer.workbench.findings import gate_text
from radviewer.workbench.model_comparison import compare
from radviewer.workbench.requests import AssistRequest, AssistResult
from radviewer.workbench.resolve import caution
from radviewer.workbench.scene import OverlayScene, PaneScene

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow

_KEPT = 32
Answer = AssistResult | Problem
_ROLES = {GateVerdict.IN_DOMAIN: "ok", GateVerdict.FLAGGED: "caution", GateVerdict.REFUSED: "danger"}


class Comparing(QObject):
    """Keeps the comparison in step with the image on the screen.

    Args:
        window: The main window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._main = window
        self.window: CompareWindow | None = None
        self._models = ("", "")
        self._label = TOP
        self._answers: OrderedDict[tuple[ImageRef, str], Answer] = OrderedDict()
        self._token: CancellationToken | None = None
        self._asked: tuple[ImageRef | None, tuple[str, str]] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        window.state.changed.connect(lambda _old, _new: self._later())
        window.state.facts_changed.connect(lambda _old, _new: self._later())

    def close(self) -> None:
        """Stops what runs."""
        self._soon.stop()
        self._cancel()

    def show(self) -> None:
        """Opens the window with the model in use and the next one."""
        if self.window is None:
            self.window = CompareWindow(self._main.theme, panel_font(), self._main)
            self.window.models_requested.connect(self._use)
            self.window.label_requested.connect(self._choose_label)
            for view in self.window.views:
                self._main.gestures.attach(view)
                view.scroll_requested.connect(self._main.navigator.step)
        ids = [choice.id for choice in self._main.models.choices]
        first = self._main.state.state.model_id or (ids[0] if ids else "")
        others = [model for model in ids if model != first]
        if not all(model in ids for model in self._models):
            self._models = (first, others[0] if others else first)
        self.window.set_models(tuple((item.id, item.title) for item in self._main.models.choices), self._models)
        self.window.present()
        self.refresh()

    def _use(self, first: str, second: str) -> None:
        self._models = (first, second)
        self.refresh()

    def _choose_label(self, key: str) -> None:
        self._label = key
        self.refresh()

    def _later(self) -> None:
        if self.window is not None and self.window.isVisible():
            self._soon.start()

    def refresh(self) -> None:
        """Asks what is not known about the image on the screen, and shows what is."""
        if self.window is None or not self.window.isVisible():
            return
        self._ask()
        answers = tuple(self._answer(model) for model in self._models)
        results = tuple(item if isinstance(item, AssistResult) else None for item in answers)
        first, second = results
        self.window.set_labels(_labels(results), self._label)
        self.window.set_panes((self._pane(first), self._pane(second)))
        self.window.set_states((self._state(answers[0]), self._state(answers[1])))
        found = compare(first.prediction, second.prediction) if first is not None and second is not None else None
        self.window.set_comparison(found, self._models)

    def _answer(self, model: str) -> Answer | None:
        image = self._main.state.state.image
        return None if image is None else self._answers.get((image, model))

    def _ask(self) -> None:
        image = self._main.state.state.image
        if self._asked == (image, self._models):
            return
        self._cancel()
        self._asked = (image, self._models)
        if image is None:
            return
        self._token = token = CancellationToken()
        for model in dict.fromkeys(self._models):
            if model and (image, model) not in self._answers:
                self._main.backends.worker.submit_behind(
                    AssistRequest(image, model, methods=(Method.GRADCAM,)),
                    partial(self._arrived, token, (image, model)),
                    token,
                    Lane.ASKED,
                )

    def _cancel(self) -> None:
        if self._token is not None:
            self._token.cancel()
            self._token = None

    def _arrived(self, token: CancellationToken, key: tuple[ImageRef, str], outcome: Outcome) -> None:
        """On the torch thread."""
        self._main.bridge.post(partial(self._take, token, key, outcome))

    def _take(self, token: CancellationToken, key: tuple[ImageRef, str], outcome: Outcome) -> None:
        if token is not self._token or outcome is None:
            return
        self._answers[key] = outcome
        while len(self._answers) > _KEPT:
            self._answers.popitem(last=False)
        self.refresh()

    def _pane(self, result: AssistResult | None) -> PaneScene:
        """The active pane of the window with this model's map in place of its own."""
        scene, state = self._main.scene, self._main.state.state
        base = next((pane for pane in scene.panes if pane.active), scene.panes[0])
        base = replace(base, overlay=None, caution="", title="", active=False, links=(), line=None)
        if result is None or base.prepared is None or base.prepared.ref != result.request.image:
            return base
        prediction = result.prediction
        if prediction.gate.verdict is GateVerdict.REFUSED:
            return replace(base, title=tr("No map: the input gate refused this image"))
        key = self._label if any(s.label.key == self._label for s in prediction.scores) else ""
        if self._label and not key:
            return replace(base, title=tr("This model has no such label"))
        shown = result.explanation(Method.GRADCAM, key or prediction.top.label.key)
        if shown is None:
            return base
        title = f"{METHOD_NAMES[Method.GRADCAM]}: {shown.label.name}"
        overlay = OverlayScene(shown, state.overlay.style) if state.overlay_shown else None
        return replace(base, title=title, overlay=overlay, caution=caution(shown, prediction))

    def _state(self, answer: Answer | None) -> tuple[str, str]:
        if isinstance(answer, Problem):
            return said_problem(answer), "caution"
        if answer is None:
            waiting = self._main.state.state.image is not None and any(self._models)
            return (tr("Predicting...") if waiting else tr("Open an image to compare models on it.")), "soft"
        gate = answer.prediction.gate
        return said("\n".join((gate_text(answer.prediction), *gate.reasons))), _ROLES[gate.verdict]


def _labels(results: tuple[AssistResult | None, ...]) -> tuple[tuple[str, str], ...]:
    """The labels of both models, each once."""
    found: dict[str, str] = {}
    for result in results:
        for score in result.prediction.scores if result is not None else ():
            found.setdefault(score.label.key, score.label.name)
    return tuple(found.items())
