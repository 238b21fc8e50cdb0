"""Predicts ahead: other panes, the next images and the next cases, while nothing else is asked of the model.

It waits behind everything: a request of the screen interrupts it, another image on the screen makes a new plan, and
with "Each image shown" or the setting switched off it does nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from radviewer.core.errors import Problem
from radviewer.core.image import ImageRef
from radviewer.core.study import Study
from radviewer.core.tasks import CancellationToken
from radviewer.ui.assisting import Assistant
from radviewer.ui.backends import Worker
from radviewer.ui.bridge import Bridge
from radviewer.ui.navigator import Navigator
from radviewer.ui.viewer_state import ViewerState
from radviewer.workbench.assist import Lane, Outcome
from radviewer.workbench.requests import AssistRequest
from radviewer.workbench.stack import series_refs
from radviewer.workbench.state import DisplayState

_STEPS = (1, -1, 2)  # images of the series on the screen, the likeliest first
_CASES = (1, 2, -1)  # then the first image of these cases
_PAUSE_MS = 250


class Prefetcher(QObject):
    """Plans what is predicted ahead; lives on the window's thread.

    Args:
        worker: The torch thread.
        assistant: Gets the predictions.
        state: What is on the screen.
        navigator: Knows the series on the screen.
        neighbours: The cases some steps further, each None where there is none.
        wanted: Whether the user wants it.
        bridge: Brings results to the window's thread.
    """

    def __init__(
        self,
        worker: Worker,
        assistant: Assistant,
        state: ViewerState,
        navigator: Navigator,
        neighbours: Callable[[tuple[int, ...]], tuple[Study | None, ...]],
        wanted: Callable[[], bool],
        bridge: Bridge,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._assistant, self._holder = worker, assistant, state
        self._navigator, self._neighbours, self._wanted, self._bridge = navigator, neighbours, wanted, bridge
        self._token: CancellationToken | None = None
        self._failed: set[tuple[ImageRef, str]] = set()
        self._again: tuple[ImageRef, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._next)
        state.changed.connect(self._follow)
        assistant.started.connect(self.stop)
        assistant.succeeded.connect(lambda _result: self._soon.start())

    def stop(self) -> None:
        """Lets go of what was asked ahead."""
        self._soon.stop()
        if self._token is not None:
            self._token.cancel()
            self._token = None

    def predict_again(self, images: tuple[ImageRef, ...]) -> None:
        """Has images predicted that were before the program ended, whatever the settings say of others."""
        self._again = images
        self._soon.start()

    def plan(self) -> tuple[ImageRef, ...]:
        """What would be predicted ahead now, the likeliest first."""
        state = self._holder.state
        if state.model_id is None or state.playing:
            return ()
        found = (*self._again, *self._ahead())
        return tuple(ref for ref in dict.fromkeys(found) if self._is_new(ref, state.model_id))

    def _ahead(self) -> list[ImageRef]:
        """Images of the other panes, of the series on the screen, and of the next cases."""
        state, stack = self._holder.state, self._navigator.stack
        if not (self._wanted() and state.auto_predict and state.image and stack):
            return []
        at = stack.refs.index(state.image) if state.image in stack.refs else 0
        found = [cell.image for cell in state.cells if cell.image is not None and cell.image != state.image]
        found += [stack.refs[at + step] for step in _STEPS if 0 <= at + step < len(stack.refs)]
        for study in self._neighbours(_CASES):
            first = next((refs for series in study.series if (refs := series_refs(series))), None) if study else None
            if first:
                found.append(first[0])
        return found

    def _is_new(self, ref: ImageRef, model: str) -> bool:
        return not self._assistant.knows(ref, model) and (ref, model) not in self._failed

    def _follow(self, old: DisplayState, new: DisplayState) -> None:
        if (old.image, old.model_id, old.auto_predict, old.playing) != (
            new.image,
            new.model_id,
            new.auto_predict,
            new.playing,
        ):
            self.stop()
            self._soon.start()

    def _next(self) -> None:
        """Asks for one image; the one after it when this one is there."""
        state = self._holder.state
        if self._token is not None or self._assistant.busy or state.model_id is None:
            return
        if state.auto_predict and (state.image is None or not self._assistant.knows(state.image, state.model_id)):
            return  # the image on the screen comes first
        plan = self.plan()
        if not plan:
            return
        self._token = token = CancellationToken()
        request = AssistRequest(plan[0], state.model_id)
        self._worker.submit_behind(
            request,
            lambda outcome: self._bridge.post(partial(self._receive, token, request, outcome)),
            token,
            Lane.PREFETCH,
        )

    def _receive(self, token: CancellationToken, request: AssistRequest, outcome: Outcome) -> None:
        if isinstance(outcome, Problem):
            self._failed.add((request.image, request.model_id))
        elif outcome is not None:
            self._assistant.keep_ahead(outcome)  # worth keeping even where the plan is another one now
        if token is self._token:
            self._token = None
            self._next()
