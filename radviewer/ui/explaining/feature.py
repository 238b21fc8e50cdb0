"""Explanations in the window: trust cards, layers, known evidence, maps side by side, and maps as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QScrollArea, QWidget

from radviewer.core.errors import InputProblem, Problem, describe
from radviewer.core.explanation import LayerChoice
from radviewer.core.tasks import CancellationToken, ProgressCallback
from radviewer.ui.explaining.trust_desk import TrustDesk
from radviewer.ui.i18n import tr
from radviewer.workbench.assist import Lane
from radviewer.workbench.evidence import Evidence, read_evidence
from radviewer.workbench.layer_list import layer_list
from radviewer.workbench.services import Services

if TYPE_CHECKING:
    from radviewer.ui.explaining.compare_window import CompareWindow
    from radviewer.ui.main_window import MainWindow


class ExplainingFeature(QObject):
    """Keeps the overlay panel's trust line and layers in step with the screen.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel = window.parts.overlay
        self._layers: dict[str, tuple[LayerChoice, ...] | None] = {}  # None while they are on their way
        self._token = CancellationToken()
        self._compare: CompareWindow | None = None
        self.desk = TrustDesk(window.backends.worker, window.bridge, self)
        self.desk.changed.connect(self._show)
        self._panel.trust.check_requested.connect(self.check)
        self._panel.trust.cancel_requested.connect(self.cancel)
        self._panel.layer_requested.connect(lambda name: window.state.map_wish(layer=name))
        self._panel.explain_requested.connect(window.assistant.explain)
        window.state.changed.connect(lambda old, new: self._follow(changed=old.model_id != new.model_id))
        window.state.facts_changed.connect(lambda _old, _new: self._follow(changed=False))
        window.assistant.succeeded.connect(lambda _result: self._want_layers())

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {
            "explain.trust": self.check,
            "explain.evidence": self._choose_table,
            "explain.masks": self._choose_masks,
            "explain.compare": self.compare,
            "explain.export": self.export,
        }

    def close(self) -> None:
        """Stops what runs."""
        self._token.cancel()
        self.desk.cancel_all()
        if self._compare is not None:
            self._compare.close()

    def check(self) -> None:
        """Makes the trust card of the map on the screen."""
        shown = self._window.scene.overlay.map
        if shown is None:
            self._window.parts.strip.say(tr("There is no map to check on this image."))
        else:
            self._reveal()
            self.desk.check(shown)

    def _reveal(self) -> None:
        """Shows the trust line, which may be behind a hidden dock or below the panel's edge."""
        self._window.right_dock.show()
        box: QWidget | None = self._panel.trust
        while box is not None and not isinstance(box, QScrollArea):
            box = box.parentWidget()
        if isinstance(box, QScrollArea):
            QTimer.singleShot(0, self, partial(box.ensureWidgetVisible, self._panel.trust))

    def cancel(self) -> None:
        """Stops the check of the map on the screen."""
        shown = self._window.scene.overlay.map
        if shown is not None:
            self.desk.cancel(shown)

    def compare(self) -> None:
        """Puts maps side by side."""
        from radviewer.ui.explaining.compare_window import CompareWindow

        if self._compare is None:
            self._compare = CompareWindow(self._window)
        self._compare.present()
        self._compare.follow()

    def export(self) -> None:
        """Writes the map on the screen as a file."""
        from radviewer.ui.explaining.map_export import ask_and_export

        ask_and_export(self._window)

    def open_evidence(self, path: Path) -> None:
        """Reads boxes or masks in the background; the next trust cards look at them."""

        def read() -> None:
            try:
                found: Evidence | Problem = read_evidence(path)
            except InputProblem as problem:
                found = describe(problem)
            self._window.bridge.post(partial(self._evidence_read, path, found))

        self._window.executor.submit(read)

    def _evidence_read(self, path: Path, found: Evidence | Problem) -> None:
        strip = self._window.parts.strip
        if isinstance(found, Problem):
            strip.say_problem(found)
            return
        self.desk.set_evidence(found)
        strip.say(tr("Trust cards now look at the evidence in {name}.").format(name=path.name))

    def _choose_table(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Open known evidence"),
            "",
            tr("Boxes or a mask (*.csv *.json *.png *.tif *.nii *.gz *.dcm)"),
        )
        if name:
            self.open_evidence(Path(name))

    def _choose_masks(self) -> None:
        name = QFileDialog.getExistingDirectory(self._window, tr("Open a folder of masks"))
        if name:
            self.open_evidence(Path(name))

    def _follow(self, *, changed: bool) -> None:
        state = self._window.state
        if changed and state.state.overlay.layer is not None:
            state.map_wish(layer=None)  # a layer belongs to its model
        self._show()

    def _show(self) -> None:
        self._panel.trust.set_view(self.desk.view(self._window.scene.overlay.map))
        self._panel.set_layers(self._layers.get(self._window.state.state.model_id or "") or ())

    def _want_layers(self) -> None:
        """Has the layers of the model listed, once and behind everything that the screen wants."""
        model = self._window.state.state.model_id
        if model is None or model in self._layers:
            return
        self._layers[model] = None
        self._window.backends.worker.submit_task(
            partial(_list, model),
            lambda outcome: self._window.bridge.post(partial(self._layers_came, model, outcome)),
            self._token,
            Lane.PREFETCH,
        )

    def _layers_came(self, model: str, outcome: tuple[LayerChoice, ...] | Problem | None) -> None:
        # A model whose layers cannot be listed is explained at its own; predicting has told what is wrong with it.
        self._layers[model] = outcome if isinstance(outcome, tuple) else ()
        self._show()


def _list(
    model: str, services: Services, token: CancellationToken, progress: ProgressCallback
) -> tuple[LayerChoice, ...]:
    return layer_list(model, services, token, progress)
