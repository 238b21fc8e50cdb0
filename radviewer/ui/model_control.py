"""Which models there are, and what the findings panel says while there are no scores."""

from __future__ import annotations

from concurrent.futures import Executor
from functools import partial

from PySide6.QtCore import QObject

from radviewer.core.errors import Problem
from radviewer.core.image import ImageRef
from radviewer.ui.assisting import Assistant
from radviewer.ui.backends import Backends, Models
from radviewer.ui.bridge import Bridge
from radviewer.ui.i18n import tr
from radviewer.ui.panels.findings_panel import ModelChoice
from radviewer.ui.presenter import Presenter
from radviewer.ui.strip import Severity
from radviewer.ui.viewer_state import ViewerState
from radviewer.ui.window_parts import Parts
from radviewer.workbench.findings import device_text
from radviewer.workbench.requests import AssistResult


class ModelControl(QObject):
    """Keeps chooser, messages and status in step with the assistant."""

    def __init__(
        self,
        backends: Backends,
        parts: Parts,
        presenter: Presenter,
        state: ViewerState,
        assistant: Assistant,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._backends, self._parts, self._presenter = backends, parts, presenter
        self._holder, self._assistant = state, assistant
        self._ids: tuple[str, ...] | None = None
        self._choices: tuple[ModelChoice, ...] = ()
        self._failure: tuple[tuple[ImageRef | None, str | None], Problem] | None = None
        self._executor: Executor | None = None
        self._bridge: Bridge | None = None

    def attach(self, executor: Executor, bridge: Bridge) -> None:
        """Connects to the assistant and the state; `executor` lists packs in the background."""
        self._executor, self._bridge = executor, bridge
        self._assistant.started.connect(lambda: self._parts.findings.set_message(tr("Predicting...")))
        self._assistant.progressed.connect(lambda step: self._parts.status.set_task("ai", step))
        self._assistant.ended.connect(self._ended)
        self._assistant.succeeded.connect(self._succeeded)
        self._assistant.failed.connect(self._failed)
        self._holder.changed.connect(lambda _old, _new: self._say())
        self._holder.facts_changed.connect(lambda _old, _new: self._say())

    @property
    def ids(self) -> tuple[str, ...] | None:
        """The packs that can be used; None until they were listed."""
        return self._ids

    @property
    def choices(self) -> tuple[ModelChoice, ...]:
        """The packs that can be used, with their titles."""
        return self._choices

    @property
    def problem(self) -> Problem | None:
        """Why the image on the screen has no prediction, if the model said so."""
        state, told = self._holder.state, self._failure
        return told[1] if told is not None and told[0] == (state.image, state.model_id) else None

    def list_models(self) -> None:
        """Has the packs listed in the background."""
        if self._executor is not None:
            self._executor.submit(self._list)

    def say_cancelled(self) -> None:
        """Says how to go on after a cancelled prediction."""
        self._parts.findings.set_message(tr("Cancelled. Press Predict to run the model again."))

    def _list(self) -> None:
        models = self._backends.models()
        if self._bridge is not None:
            self._bridge.post(partial(self._set_models, models))

    def _set_models(self, models: Models) -> None:
        self._choices = models.choices
        self._ids = tuple(choice.id for choice in models.choices)
        wished = self._holder.state.model_id
        chosen = wished if wished in self._ids else self._ids[0] if self._ids else None
        self._parts.findings.set_models(models.choices, chosen)
        self._holder.wish(model_id=chosen)
        if models.refused:
            count = len(models.refused)
            text = models.refused[0] if count == 1 else tr("{count} model packs cannot be used.").format(count=count)
            self._parts.strip.say(text, Severity.CAUTION, "\n".join(models.refused))
        self._say()

    def _say(self) -> None:
        """Says what to do where scores would be, unless scores or a task are there."""
        findings, state, scene = self._parts.findings, self._holder.state, self._presenter.scene
        if scene.prediction is not None or self._assistant.busy:
            return
        if self.problem is not None:
            findings.set_problem(self.problem)
        elif state.image is None:
            findings.set_message(tr("Open an image to see what a model finds in it."))
        elif state.model_id is None:
            findings.set_message(tr("No model pack is installed: radviewer models install FOLDER"))
        elif scene.problem is not None:
            findings.set_message(tr("There is no image to predict."))
        else:
            findings.set_message("" if state.auto_predict else tr("Press Predict to run the model on this image."))

    def _ended(self) -> None:
        self._parts.status.set_task("ai", None)
        self._say()

    def _succeeded(self, result: AssistResult) -> None:
        self._failure = None
        self._parts.status.set_done(device_text(result.prediction))

    def _failed(self, problem: Problem) -> None:
        state = self._holder.state
        self._failure = ((state.image, state.model_id), problem)
        self._say()
        if self._parts.right_dock.isHidden() or self._presenter.scene.prediction is not None:
            self._parts.strip.say_problem(problem)
