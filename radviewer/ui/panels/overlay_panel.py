"""Which map is drawn over the image, and how; how far it can be trusted; and what it costs to make."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from radviewer.core.colormaps import ColorMap
from radviewer.core.explanation import CAM_METHODS, METHOD_COSTS, METHOD_NAMES, Cost, LayerChoice, Method
from radviewer.core.overlay import DrawMode, ScaleMode, ThresholdMode, drawn_style, scale_used
from radviewer.ui.explaining.trust_box import TrustBox
from radviewer.ui.i18n import put, tr
from radviewer.ui.panels.legend import Legend
from radviewer.ui.panels.widgets import Segments, ShareSlider, heading, label
from radviewer.ui.theme import Theme
from radviewer.workbench.scene import OverlayChoices

_SCALE_NAMES = {
    ScaleMode.ABSOLUTE: "Absolute",
    ScaleMode.IMAGE_MAXIMUM: "Image maximum",
    ScaleMode.PROBABILITY: "Probability",
}
_COST_WORDS = {Cost.FAST: "", Cost.SECONDS: "some seconds", Cost.SLOW: "slow"}
_FOLLOW = "Highest score"
_PACKS_LAYER = "The model's own"


class OverlayPanel(QWidget):
    """Choices of the overlay.

    Signals:
        visible_requested: Whether maps are drawn.
        method_requested: A `Method`.
        label_requested: A label's key, or None to follow the highest score.
        layer_requested: A layer's name, or None for the model pack's own.
        style_requested: (field of `OverlayStyle`, value).
        explain_requested: The missing map should be made.
    """

    visible_requested = Signal(bool)
    method_requested = Signal(object)
    label_requested = Signal(object)
    layer_requested = Signal(object)
    style_requested = Signal(str, object)
    explain_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[str, ...] = ()
        self._layers: tuple[LayerChoice, ...] = ()
        self._choices: OverlayChoices | None = None
        self.visible = QCheckBox(tr("Show  (G)"))
        self.method = _combo(tr("Method"), tuple(_method_text(method) for method in METHOD_NAMES))
        self.label = _combo(tr("Label"), (tr(_FOLLOW),))
        self.layer = _combo(tr("Layer"), (tr(_PACKS_LAYER),))
        self.opacity = ShareSlider(tr("Opacity"))
        self.threshold = ShareSlider(tr("Threshold"))
        self.threshold_by = Segments({ThresholdMode.VALUE: tr("By value"), ThresholdMode.QUANTILE: tr("By area")})
        self.colors = _combo(tr("Colours"), tuple(name.value.capitalize() for name in ColorMap))
        self.scale = _combo(tr("Scale"), tuple(map(tr, _SCALE_NAMES.values())))
        self.draw = Segments({DrawMode.FILL: tr("Fill"), DrawMode.CONTOUR: tr("Contour")})
        self.native = QCheckBox(tr("Model's own grid"))
        self.legend = Legend(theme)
        self.message = label("", "soft")
        self.compute = QPushButton(tr("Make this map"))
        self.caution = label("", "caution")
        self.trust = TrustBox(theme)
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(heading(tr("Overlay")))
        top.addStretch(1)
        top.addWidget(self.visible)
        column.addLayout(top)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        rows = (
            (tr("Method"), self.method),
            (tr("Label"), self.label),
            (tr("Layer"), self.layer),
            (tr("Opacity"), self.opacity),
            (tr("Threshold"), self.threshold),
            ("", self.threshold_by),
            (tr("Colours"), self.colors),
            (tr("Scale"), self.scale),
            (tr("Draw"), self.draw),
        )
        for number, (name, widget) in enumerate(rows):
            named = label(name, "soft", wrap=False)
            named.setBuddy(widget)
            grid.addWidget(named, number, 0)
            grid.addWidget(widget, number, 1)
        column.addLayout(grid)
        for part in (self.native, self.legend, self.caution, self.message, self.compute, self.trust):
            column.addWidget(part)

    def _connect(self) -> None:
        methods, maps, scales = tuple(METHOD_NAMES), tuple(ColorMap), tuple(_SCALE_NAMES)
        self.visible.clicked.connect(self.visible_requested)
        self.method.activated.connect(lambda at: self.method_requested.emit(methods[at]))
        self.label.activated.connect(lambda at: self.label_requested.emit(self._keys[at - 1] if at else None))
        self.layer.activated.connect(lambda at: self.layer_requested.emit(self._layers[at - 1].name if at else None))
        self.opacity.value_requested.connect(lambda value: self.style_requested.emit("opacity", value))
        self.threshold.value_requested.connect(lambda value: self.style_requested.emit("threshold", value))
        self.threshold_by.chosen.connect(lambda value: self.style_requested.emit("threshold_by", value))
        self.colors.activated.connect(lambda at: self.style_requested.emit("color_map", maps[at]))
        self.scale.activated.connect(lambda at: self.style_requested.emit("scale", scales[at]))
        self.draw.chosen.connect(lambda value: self.style_requested.emit("draw", value))
        self.native.clicked.connect(lambda on: self.style_requested.emit("native_grid", on))
        self.compute.clicked.connect(self.explain_requested)

    def set_choices(self, choices: OverlayChoices) -> None:
        """Shows the choices in force."""
        style = choices.style
        self._choices = choices
        self.visible.setChecked(choices.visible)
        self.method.setCurrentIndex(tuple(METHOD_NAMES).index(choices.method))
        self._set_labels(choices)
        self._show_layer()
        self.opacity.set_value(style.opacity)
        self.threshold.set_value(style.threshold)
        self.threshold_by.set_choice(style.threshold_by)
        self.colors.setCurrentIndex(tuple(ColorMap).index(style.color_map))
        self.scale.setCurrentIndex(tuple(_SCALE_NAMES).index(style.scale))
        self.draw.set_choice(style.draw)
        self.native.setChecked(style.native_grid)
        self._show_scale(choices)
        put(self.caution, choices.caution + "." if choices.caution else "")
        self.caution.setVisible(bool(choices.caution))
        missing = choices.map is None
        self.message.setText(_absence(choices) if missing else "")
        self.message.setVisible(missing)
        self.compute.setVisible(missing and choices.label_key is not None and choices.visible)

    def set_layers(self, layers: tuple[LayerChoice, ...]) -> None:
        """Offers the layers of the model in use; none while they are not known."""
        if layers == self._layers:
            return
        self._layers = layers
        self.layer.clear()
        self.layer.addItem(tr(_PACKS_LAYER))
        for choice in layers:
            self.layer.addItem(f"{choice.name}   {choice.rows} × {choice.columns}")
        self._show_layer()

    def _show_layer(self) -> None:
        if self._choices is None:
            return
        chooses = self._choices.method in CAM_METHODS
        self.layer.setEnabled(chooses and bool(self._layers))
        self.layer.setToolTip("" if chooses else tr("Only class activation maps weigh a layer."))
        names = [choice.name for choice in self._layers]
        wished = self._choices.layer
        self.layer.setCurrentIndex(names.index(wished) + 1 if chooses and wished in names else 0)

    def _show_scale(self, choices: OverlayChoices) -> None:
        """The legend names the scale that is really used."""
        style, shown = choices.style, choices.map
        self.legend.set_scale(style if shown is None else replace(drawn_style(shown, style), opacity=style.opacity))
        instead = shown is not None and scale_used(shown, style.scale) is not style.scale
        self.scale.setToolTip(
            tr("The model pack has no reference for this method; the map is on its own maximum.") if instead else ""
        )

    def _set_labels(self, choices: OverlayChoices) -> None:
        keys = tuple(item.key for item in choices.labels)
        if keys != self._keys:
            self._keys = keys
            self.label.clear()
            self.label.addItems([tr(_FOLLOW), *(item.name for item in choices.labels)])
        self.label.setEnabled(bool(keys))
        at = 0 if choices.follows_top or choices.label_key not in keys else keys.index(choices.label_key) + 1
        self.label.setCurrentIndex(at)


def _absence(choices: OverlayChoices) -> str:
    if choices.label_key is None:
        return tr("A map appears when the image has been predicted.")
    return tr("There is no {method} map of this label yet.").format(method=tr(METHOD_NAMES[choices.method]))


def _method_text(method: Method) -> str:
    words = tr(_COST_WORDS[METHOD_COSTS[method]])
    return f"{tr(METHOD_NAMES[method])} ({words})" if words else tr(METHOD_NAMES[method])


def _combo(name: str, texts: tuple[str, ...]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.addItems(list(texts))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    return made
