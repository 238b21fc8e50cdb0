"""What to put side by side: models, label, methods, seed, and how the maps are drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from radviewer.core.explanation import METHOD_COSTS, METHOD_NAMES, Cost, Method
from radviewer.core.labels import Label
from radviewer.core.overlay import DrawMode, OverlayStyle, ScaleMode
from radviewer.ui.i18n import tr
from radviewer.ui.panels.widgets import Segments, ShareSlider, heading, label

FIRST_METHODS = (Method.GRADCAM, Method.LAYERCAM, Method.EIGENCAM, Method.SALIENCY)
_COST_WORDS = {Cost.FAST: "", Cost.SECONDS: "some seconds", Cost.SLOW: "slow"}
_SCALES = {
    ScaleMode.IMAGE_MAXIMUM: "Each map's maximum",
    ScaleMode.ABSOLUTE: "Absolute where there is one",
    ScaleMode.PROBABILITY: "Probability",
}


@dataclass(frozen=True, slots=True)
class CompareChoice:
    """What is chosen.

    Attributes:
        models: One id, or two.
        methods: At least one.
        label: A label's key, or None for the highest score.
        seed: Of methods that draw random numbers.
    """

    models: tuple[str, ...]
    methods: tuple[Method, ...]
    label: str | None
    seed: int


class CompareControls(QWidget):
    """The left side of the comparison.

    Signals:
        compare_requested: The button was pressed.
        cancel_requested: It was pressed while a comparison runs.
        style_changed: Another `OverlayStyle`.
    """

    compare_requested = Signal()
    cancel_requested = Signal()
    style_changed = Signal(object)

    def __init__(self, style: OverlayStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style, self._busy = style, False
        self._keys: tuple[str | None, ...] = (None,)
        self._models: tuple[str, ...] = ()
        self.first, self.second, self.label = QComboBox(), QComboBox(), QComboBox()
        self.seed = QSpinBox()
        self.seed.setRange(0, 1_000_000)
        self.methods = {method: QCheckBox(_text(method)) for method in Method}
        self.scale = QComboBox()
        self.scale.addItems([tr(words) for words in _SCALES.values()])
        self.opacity, self.threshold = ShareSlider(tr("Opacity")), ShareSlider(tr("Threshold"))
        self.draw = Segments({DrawMode.FILL: tr("Fill"), DrawMode.CONTOUR: tr("Contour")})
        self.native = QCheckBox(tr("Model's own grid"))
        self.button = QPushButton()
        self.button.setObjectName("primary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.message = label("", "soft")
        self._build()
        self._connect()
        self._show_style()
        self.set_busy(False)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(heading(tr("Compare maps")))
        form = QFormLayout()
        form.setSpacing(4)
        for name, widget in (
            (tr("Model"), self.first),
            (tr("Second model"), self.second),
            (tr("Label"), self.label),
            (tr("Seed"), self.seed),
        ):
            widget.setAccessibleName(name)
            form.addRow(label(name, "soft", wrap=False), widget)
        column.addLayout(form)
        column.addWidget(heading(tr("Methods")))
        for method, box in self.methods.items():
            box.setChecked(method in FIRST_METHODS)
            column.addWidget(box)
        for below in (self.button, self.bar, self.message):
            column.addWidget(below)
        column.addStretch(1)
        drawn = QFormLayout()
        drawn.setSpacing(4)
        for name, part in (
            (tr("Scale"), self.scale),
            (tr("Opacity"), self.opacity),
            (tr("Threshold"), self.threshold),
            (tr("Draw"), self.draw),
        ):
            drawn.addRow(label(name, "soft", wrap=False), part)
        column.addLayout(drawn)
        column.addWidget(self.native)

    def _connect(self) -> None:
        self.button.clicked.connect(self._pressed)
        self.opacity.value_requested.connect(lambda value: self._restyle(opacity=value))
        self.threshold.value_requested.connect(lambda value: self._restyle(threshold=value))
        self.draw.chosen.connect(lambda value: self._restyle(draw=value))
        self.native.clicked.connect(lambda on: self._restyle(native_grid=on))
        self.scale.activated.connect(lambda at: self._restyle(scale=tuple(_SCALES)[at]))

    @property
    def style_wish(self) -> OverlayStyle:
        """How the maps are to be drawn."""
        return self._style

    @property
    def choice(self) -> CompareChoice | None:
        """What is chosen, or None while nothing can be compared."""
        methods = tuple(method for method, box in self.methods.items() if box.isChecked())
        if not self._models or not methods:
            return None
        first = self._models[self.first.currentIndex()]
        second = self._models[self.second.currentIndex() - 1] if self.second.currentIndex() > 0 else None
        models = (first,) if second in (None, first) else (first, str(second))
        return CompareChoice(models, methods, self._keys[max(0, self.label.currentIndex())], self.seed.value())

    def set_models(self, models: tuple[str, ...], current: str | None) -> None:
        """Offers models by their ids."""
        if models == self._models:
            return
        self._models = models
        self.first.clear()
        self.first.addItems(list(models))
        self.first.setCurrentIndex(models.index(current) if current in models else 0)
        self.second.clear()
        self.second.addItems([tr("None"), *models])

    def set_labels(self, labels: tuple[Label, ...], key: str | None) -> None:
        """Offers the labels of the first model."""
        self._keys = (None, *(item.key for item in labels))
        self.label.clear()
        self.label.addItems([tr("Highest score"), *(item.name for item in labels)])
        self.label.setCurrentIndex(self._keys.index(key) if key in self._keys else 0)

    def set_busy(self, busy: bool) -> None:
        """Whether a comparison runs."""
        self._busy = busy
        self.button.setText(tr("Cancel") if busy else tr("Compare"))
        self.bar.setVisible(busy)

    def _pressed(self) -> None:
        (self.cancel_requested if self._busy else self.compare_requested).emit()

    def _restyle(self, **changes: object) -> None:
        self._style = replace(self._style, **changes)  # type: ignore[arg-type]
        self._show_style()
        self.style_changed.emit(self._style)

    def _show_style(self) -> None:
        style = self._style
        self.opacity.set_value(style.opacity)
        self.threshold.set_value(style.threshold)
        self.draw.set_choice(style.draw)
        self.native.setChecked(style.native_grid)
        self.scale.setCurrentIndex(tuple(_SCALES).index(style.scale))


def _text(method: Method) -> str:
    words = tr(_COST_WORDS[METHOD_COSTS[method]])
    return f"{tr(METHOD_NAMES[method])} ({words})" if words else tr(METHOD_NAMES[method])
