"""The findings: which model, what it says about the image on the screen, and what its scores mean."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from radviewer.core.errors import Problem
from radviewer.core.prediction import GateVerdict, Prediction
from radviewer.ui.i18n import put, said, tr
from radviewer.ui.panels.gate_bar import GateBar
from radviewer.ui.panels.score_bar import ScoreBar
from radviewer.ui.panels.widgets import heading, label, set_role
from radviewer.ui.theme import Theme
from radviewer.workbench.findings import calibration_text, device_text, gate_distance_text, gate_text, score_lines

_GATE_ROLES = {GateVerdict.IN_DOMAIN: "ok", GateVerdict.FLAGGED: "caution", GateVerdict.REFUSED: "danger"}
NOTICE = "Research use only, not for diagnosis."


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model pack in the chooser.

    Attributes:
        id: The pack's id.
        title: What is shown.
        intended_use: What the model is for, in words.
    """

    id: str
    title: str
    intended_use: str = ""


class FindingsPanel(QWidget):
    """Chooser, scores and their context.

    Signals:
        model_requested: The id of another model.
        predict_requested: The button was pressed.
        auto_requested: Whether to predict each image that is shown.
        label_requested: The key of the label whose map is wanted.
    """

    model_requested = Signal(str)
    predict_requested = Signal()
    auto_requested = Signal(bool)
    label_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices: tuple[ModelChoice, ...] = ()
        self.bars: list[ScoreBar] = []
        self.models = QComboBox()
        self.models.setAccessibleName(tr("Model"))
        self.models.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.models.setMinimumContentsLength(12)
        self.models.activated.connect(lambda index: self.model_requested.emit(self._choices[index].id))
        self.predict = QPushButton(tr("Predict"))
        self.predict.setObjectName("primary")
        self.predict.clicked.connect(self.predict_requested)
        self.auto = QCheckBox(tr("Each image shown"))
        self.auto.setToolTip(tr("Predict every image as soon as it is shown"))
        self.auto.setAccessibleName(tr("Predict each image shown"))
        self.auto.clicked.connect(self.auto_requested)
        self.message = label("", "soft")
        self.gate = label("", "ok")
        self.reasons = label("", "")
        self.distance = label("", "soft")
        self.gate_bar = GateBar(theme)
        self.context = label("", "soft")
        self.notice = label(tr(NOTICE), "soft")
        self._scores = QVBoxLayout()
        self._scores.setSpacing(2)
        self._build()
        self.set_models((), None)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(heading(tr("Findings")))
        column.addWidget(self.models)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.predict)
        row.addWidget(self.auto, 1)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addLayout(self._scores)
        for part in (self.gate, self.reasons, self.distance, self.context, self.notice):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(part)
        column.insertWidget(column.indexOf(self.context), self.gate_bar)

    def set_models(self, choices: tuple[ModelChoice, ...], chosen: str | None) -> None:
        """Fills the chooser."""
        self._choices = choices
        self.models.clear()
        for number, choice in enumerate(choices):
            self.models.addItem(choice.title)
            self.models.setItemData(number, choice.intended_use, Qt.ItemDataRole.ToolTipRole)
        if not choices:
            self.models.addItem(tr("No model"))
        self.models.setEnabled(bool(choices))
        self.predict.setEnabled(bool(choices))
        self.set_model(chosen)

    def set_model(self, chosen: str | None) -> None:
        """Shows which model is chosen."""
        for number, choice in enumerate(self._choices):
            if choice.id == chosen:
                self.models.setCurrentIndex(number)
                self.models.setToolTip(choice.intended_use)

    def set_auto(self, on: bool) -> None:
        """Shows whether images are predicted by themselves."""
        self.auto.setChecked(on)

    def set_message(self, text: str, role: str = "soft") -> None:
        """Shows a sentence in place of scores; empty hides it."""
        put(self.message, text)
        set_role(self.message, role)
        self.message.setVisible(bool(text))

    def set_problem(self, problem: Problem) -> None:
        """Shows why there are no scores."""
        self.set_prediction(None, None)
        self.set_message(problem.sentence(), "caution")

    def set_prediction(self, prediction: Prediction | None, label_key: str | None) -> None:
        """Shows scores; `label_key` is the label whose map is on the screen."""
        lines = score_lines(prediction) if prediction else ()
        while len(self.bars) < len(lines):
            bar = ScoreBar(self._theme)
            bar.label_requested.connect(self.label_requested)
            self._scores.addWidget(bar)
            self.bars.append(bar)
        for number, bar in enumerate(self.bars):
            bar.setVisible(number < len(lines))
            if number < len(lines):
                bar.set_line(lines[number], chosen=lines[number].key == label_key)
        for part in (self.gate, self.reasons, self.distance, self.gate_bar, self.context, self.notice):
            part.setVisible(prediction is not None)
        if prediction is not None:
            self._set_context(prediction)

    def _set_context(self, prediction: Prediction) -> None:
        self.set_message("")
        put(self.gate, gate_text(prediction))
        set_role(self.gate, _GATE_ROLES[prediction.gate.verdict])
        put(self.reasons, "\n".join(prediction.gate.reasons))
        self.reasons.setVisible(bool(prediction.gate.reasons))
        distance = said(gate_distance_text(prediction))
        put(self.distance, gate_distance_text(prediction))
        self.distance.setVisible(bool(distance))
        self.gate_bar.set_gate(prediction.gate, distance)
        facts = (
            f"{prediction.model_id} {prediction.model_version}",
            device_text(prediction),
            calibration_text(prediction),
            *prediction.notes,
        )
        put(self.context, "\n".join(facts))
