"""Maps side by side: several methods, or two models, on the image of the main window, with their agreement."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from radviewer.core.errors import Problem
from radviewer.core.explanation import METHOD_NAMES
from radviewer.core.overlay import ScaleMode
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback
from radviewer.ui.explaining.agreement_table import AgreementTable
from radviewer.ui.explaining.compare_controls import CompareControls
from radviewer.ui.explaining.map_board import MapBoard, MapPane, SharedLook
from radviewer.ui.i18n import put, said, tr
from radviewer.ui.panels.widgets import heading, label
from radviewer.ui.side_window import SideWindow
from radviewer.workbench.assist import Lane
from radviewer.workbench.comparing import Comparison, ComparisonRequest, compare
from radviewer.workbench.findings import probability_text
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.resolve import caution
from radviewer.workbench.services import Services

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow

_AGREEMENT = "IoU of the strongest tenth of the image for every two maps; unrelated maps have about 0.05."


class CompareWindow(SideWindow):
    """The comparison; made once, shown again.

    Args:
        window: Whose image is compared.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(tr("Compare maps"), window, (1240, 860))
        self._window = window
        self._generation = 0
        self._token: CancellationToken | None = None
        self._prepared: PreparedImage | None = None
        self.comparison: Comparison | None = None
        # Methods have different units, so that side by side each map is on its own maximum until asked otherwise.
        style = replace(window.state.state.overlay.style, scale=ScaleMode.IMAGE_MAXIMUM)
        self.controls = CompareControls(style)
        self.board = MapBoard(window.theme, window.font())
        self.board.set_style(style)
        self.table = AgreementTable(window.theme)
        self.note = label("", "caution")
        self._build()
        self.controls.compare_requested.connect(self.compare)
        self.controls.cancel_requested.connect(self.cancel)
        self.controls.style_changed.connect(self.board.set_style)

    def _build(self) -> None:
        left = QScrollArea()
        left.setWidget(self.controls)
        left.setWidgetResizable(True)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setFixedWidth(290)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(heading(tr("Agreement")))
        column.addWidget(label(tr(_AGREEMENT), "soft"))
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        below.setMinimumHeight(160)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.board)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([600, 250])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(split, 1)
        self.note.hide()

    def follow(self) -> None:
        """Takes models, labels and image from the main window, and compares them."""
        state, scene = self._window.state.state, self._window.scene
        self.controls.set_models(self._window.models.ids or (), state.model_id)
        self.controls.set_labels(scene.overlay.labels, state.overlay.label_key)
        looks = state.appearance
        self.board.look = SharedLook(looks.voi, looks.invert, looks.orientation)
        self.compare()

    @property
    def busy(self) -> bool:
        """Whether a comparison runs."""
        return self._token is not None

    def compare(self) -> None:
        """Makes the maps of what is chosen, on the image that the main window shows now."""
        self.cancel()
        prepared, choice = self._window.state.facts.prepared, self.controls.choice
        if prepared is None or choice is None:
            self.controls.message.setText(
                tr("Open an image first.") if prepared is None else tr("Choose at least one model and one method.")
            )
            return
        self._prepared = prepared
        request = ComparisonRequest(prepared.ref, choice.models, choice.methods, choice.label, choice.seed)
        self._generation += 1
        self._token = CancellationToken()
        generation, post = self._generation, self._window.bridge.post
        self._window.backends.worker.submit_task(
            partial(_compare, request),
            lambda outcome: post(partial(self._arrived, generation, outcome)),
            self._token,
            Lane.ASKED,
            lambda step: post(partial(self._progressed, generation, step)),
        )
        self.controls.set_busy(True)

    def cancel(self) -> None:
        """Stops a comparison that runs; the maps before stay."""
        if self._token is not None:
            self._token.cancel()
            self._ended()
            self.controls.message.setText(tr("Cancelled."))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stops what runs."""
        self.cancel()
        super().closeEvent(event)

    def _ended(self) -> None:
        self._token = None
        self._generation += 1  # what still comes is old
        self.controls.set_busy(False)

    def _progressed(self, generation: int, step: Progress) -> None:
        if generation == self._generation:
            self.controls.bar.setRange(0, step.total)
            self.controls.bar.setValue(step.done)
            self.controls.message.setText(tr(step.stage))

    def _arrived(self, generation: int, outcome: Comparison | Problem | None) -> None:
        if generation != self._generation:
            return
        self._ended()
        if isinstance(outcome, Problem):
            put(self.controls.message, outcome.sentence())
        elif outcome is not None:
            self.controls.message.setText("")
            self._show(outcome)

    def _show(self, comparison: Comparison) -> None:
        self.comparison = comparison
        count = len(comparison.request.methods)
        original = MapPane(tr("Original"))
        # Two models: a row for each, with the same method above the same method.
        models = len(comparison.predictions)
        panes: list[MapPane] = [] if models > 1 else [original]
        for place, explanation in enumerate(comparison.maps):
            prediction = comparison.predictions[place // count]
            score = next(item for item in prediction.scores if item.label == explanation.label)
            place_of_model = f"  {prediction.model_id}" if models > 1 else ""
            title = (
                f"{place + 1}  {tr(METHOD_NAMES[explanation.method])}: {explanation.label.name} "
                f"{probability_text(score.probability)}{place_of_model}"
            )
            panes.append(MapPane(title, explanation))
        self.board.set_maps(self._prepared, tuple(panes), count if models > 1 else 0)
        self.table.set_comparison(comparison)
        notes = [] if comparison.same_label else [tr("The models explain different labels; their maps need not agree.")]
        for place, explanation in enumerate(comparison.maps):
            prediction = comparison.predictions[place // count]
            words = caution(explanation, prediction)
            # Once for a model, and not on each pane, where it would cover the map.
            if words and (note := f"{prediction.model_id}: {said(words)}.") not in notes:
                notes.append(note)
        self.note.setText("\n".join(notes))
        self.note.setVisible(bool(notes))


def _compare(
    request: ComparisonRequest, services: Services, token: CancellationToken, progress: ProgressCallback
) -> Comparison:
    return compare(request, services, token, progress)
