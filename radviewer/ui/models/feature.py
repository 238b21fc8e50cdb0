"""Model manager and comparison of two models as a feature of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radviewer.core.errors import Problem, RadviewerError, describe
from radviewer.core.tasks import CancellationToken, ProgressCallback
from radviewer.inference.registry import Pack
from radviewer.ui.i18n import said, said_problem, tr
from radviewer.ui.models.comparing import Comparing
from radviewer.ui.models.window import ModelsWindow
from radviewer.workbench.assist import Lane
from radviewer.workbench.model_store import ModelCard
from radviewer.workbench.services import Services

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow


class ModelsFeature:
    """Opens the manager and does what is asked there.

    Args:
        window: The main window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._main = window
        self._store = window.backends.packs
        self._token: CancellationToken | None = None
        self.window: ModelsWindow | None = None
        self.comparing = Comparing(window)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {"ai.models": self.show, "ai.compare": self.comparing.show}

    def close(self) -> None:
        """Stops what runs."""
        self._cancel()
        self.comparing.close()

    def show(self) -> None:
        """Opens the manager."""
        if self.window is None:
            self.window = ModelsWindow(self._main.theme, self._main)
            self.window.add_requested.connect(self._add)
            self.window.verify_requested.connect(self._verify)
            self.window.remove_requested.connect(self._remove)
            self.window.use_requested.connect(self._use)
            self.window.cancel_requested.connect(self._cancel)
        self.window.present()
        self._list()

    def _list(self) -> None:
        """Reads the packs in the background: their files are hashed."""
        if self.window is not None and not self.window.note.text():
            self.window.say(tr("Reading the packs..."))
        self._main.executor.submit(self._read)

    def _read(self) -> None:
        try:
            cards = self._store.cards()
        except (RadviewerError, OSError) as error:
            self._main.bridge.post(partial(self._fail, describe(error)))
            return
        self._main.bridge.post(partial(self._listed, cards))

    def _listed(self, cards: tuple[ModelCard, ...]) -> None:
        if self.window is not None:
            self.window.set_cards(cards, self._main.state.state.model_id)
            if self.window.note.text() == tr("Reading the packs..."):
                self.window.say(tr("Drop the folder or zip of a pack here to add it."))

    def _use(self, model: str) -> None:
        self._main.state.wish(model_id=model)
        self._list()

    def _add(self, path: Path) -> None:
        self._run(
            tr("Checking {name} and its golden cases...").format(name=path.name),
            lambda _services, token, _progress: self._store.add(path, token),
            self._added,
        )

    def _added(self, pack: Pack) -> None:
        self._say(
            tr("{model} was checked and added.").format(model=f"{pack.manifest.id} {pack.manifest.version}"), "ok"
        )
        self._changed()

    def _verify(self, card: ModelCard) -> None:
        self._run(
            tr("Checking {name}...").format(name=card.folder.name),
            lambda _services, _token, _progress: self._store.verify(card.folder),
            lambda words: self._say(said(words), "ok"),
        )

    def _remove(self, card: ModelCard) -> None:
        def task(services: Services, _token: CancellationToken, _progress: ProgressCallback) -> str:
            self._store.remove(card.folder)
            services.forget()
            return card.folder.name

        self._run(tr("Removing {name}...").format(name=card.folder.name), task, self._removed)

    def _removed(self, name: str) -> None:
        self._say(tr("{name} was removed.").format(name=name), "ok")
        self._changed()

    def _changed(self) -> None:
        """Lists the packs anew, here and in the findings panel."""
        self._main.models.list_models()
        self._list()

    def _run(self, words: str, task: Callable[..., Any], then: Callable[[Any], None]) -> None:
        """Does something on the torch thread; one thing at a time."""
        if self._token is not None or self.window is None:
            return
        self._token = token = CancellationToken()
        self.window.set_busy(words)
        self._main.backends.worker.submit_task(
            task, lambda outcome: self._main.bridge.post(partial(self._done, token, then, outcome)), token, Lane.ASKED
        )

    def _done(self, token: CancellationToken, then: Callable[[Any], None], outcome: Any) -> None:
        if token is not self._token or self.window is None:
            return
        self._token = None
        self.window.set_busy("")
        if isinstance(outcome, Problem):
            self._fail(outcome)
        elif outcome is None:
            self._say(tr("Cancelled."))
        else:
            then(outcome)

    def _cancel(self) -> None:
        if self._token is not None:
            self._token.cancel()

    def _fail(self, problem: Problem) -> None:
        self._say(said_problem(problem), "danger" if problem.kind == "internal" else "caution")

    def _say(self, words: str, role: str = "soft") -> None:
        if self.window is not None:
            self.window.say(words, role)
