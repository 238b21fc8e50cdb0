"""Which map is drawn over the image, and how."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from radviewer.core.colormaps import ColorMap
from radviewer.core.explanation import METHOD_NAMES
from radviewer.core.overlay import DrawMode, ScaleMode, scale_used
from radviewer.ui.panels.legend import Legend
from radviewer.ui.panels.widgets import Segments, ShareSlider, heading, label
from radviewer.ui.theme import Theme
from radviewer.workbench.scene import OverlayChoices

_SCALE_NAMES = {ScaleMode.ABSOLUTE: "Absolute", ScaleMode.IMAGE_MAXIMUM: "Image maximum"}
_FOLLOW = "Highest score"


class OverlayPanel(QWidget):
    """Choices of the overlay.

    Signals:
        visible_requested: Whether maps are drawn.
        method_requested: A `Method`.
        label_requested: A label's key, or None to follow the highest score.
        style_requested: (field of `OverlayStyle`, value).
    """

    visible_requested = Signal(bool)
    method_requested = Signal(object)
    label_requested = Signal(object)
    style_requested = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[str, ...] = ()
        self.visible = QCheckBox("Show  (G)")
        self.method = _combo("Method", tuple(METHOD_NAMES.values()))
        self.label = _combo("Label", (_FOLLOW,))
        self.opacity = ShareSlider("Opacity")
        self.threshold = ShareSlider("Threshold")
        self.colors = _combo("Colours", tuple(name.value.capitalize() for name in ColorMap))
        self.scale = _combo("Scale", tuple(_SCALE_NAMES.values()))
        self.draw = Segments({DrawMode.FILL: "Fill", DrawMode.CONTOUR: "Contour"})
        self.native = QCheckBox("Model's own grid")
        self.legend = Legend(theme)
        self.message = label("", "soft")
        self.caution = label("", "caution")
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(heading("Overlay"))
        top.addStretch(1)
        top.addWidget(self.visible)
        column.addLayout(top)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        rows = (
            ("Method", self.method),
            ("Label", self.label),
            ("Opacity", self.opacity),
            ("Threshold", self.threshold),
            ("Colours", self.colors),
            ("Scale", self.scale),
            ("Draw", self.draw),
        )
        for number, (name, widget) in enumerate(rows):
            named = label(name, "soft", wrap=False)
            named.setBuddy(widget)
            grid.addWidget(named, number, 0)
            grid.addWidget(widget, number, 1)
        column.addLayout(grid)
        column.addWidget(self.native)
        column.addWidget(self.legend)
        column.addWidget(self.caution)
        column.addWidget(self.message)

    def _connect(self) -> None:
        methods, maps, scales = tuple(METHOD_NAMES), tuple(ColorMap), tuple(_SCALE_NAMES)
        self.visible.clicked.connect(self.visible_requested)
        self.method.activated.connect(lambda at: self.method_requested.emit(methods[at]))
        self.label.activated.connect(lambda at: self.label_requested.emit(self._keys[at - 1] if at else None))
        self.opacity.value_requested.connect(lambda value: self.style_requested.emit("opacity", value))
        self.threshold.value_requested.connect(lambda value: self.style_requested.emit("threshold", value))
        self.colors.activated.connect(lambda at: self.style_requested.emit("color_map", maps[at]))
        self.scale.activated.connect(lambda at: self.style_requested.emit("scale", scales[at]))
        self.draw.chosen.connect(lambda value: self.style_requested.emit("draw", value))
        self.native.clicked.connect(lambda on: self.style_requested.emit("native_grid", on))

    def set_choices(self, choices: OverlayChoices) -> None:
        """Shows the choices in force."""
        style = choices.style
        self.visible.setChecked(choices.visible)
        self.method.setCurrentIndex(tuple(METHOD_NAMES).index(choices.method))
        self._set_labels(choices)
        self.opacity.set_value(style.opacity)
        self.threshold.set_value(style.threshold)
        self.colors.setCurrentIndex(tuple(ColorMap).index(style.color_map))
        self.scale.setCurrentIndex(tuple(_SCALE_NAMES).index(style.scale))
        self.draw.set_choice(style.draw)
        self.native.setChecked(style.native_grid)
        used = style if choices.map is None else replace(style, scale=scale_used(choices.map, style.scale))
        self.legend.set_scale(used)
        self.scale.setEnabled(choices.map is None or choices.map.absolute)
        self.caution.setText(choices.caution + "." if choices.caution else "")
        self.caution.setVisible(bool(choices.caution))
        self.message.setText("" if choices.map else _absence(choices))
        self.message.setVisible(not choices.map)

    def _set_labels(self, choices: OverlayChoices) -> None:
        keys = tuple(item.key for item in choices.labels)
        if keys != self._keys:
            self._keys = keys
            self.label.clear()
            self.label.addItems([_FOLLOW, *(item.name for item in choices.labels)])
        self.label.setEnabled(bool(keys))
        at = 0 if choices.follows_top or choices.label_key not in keys else keys.index(choices.label_key) + 1
        self.label.setCurrentIndex(at)


def _absence(choices: OverlayChoices) -> str:
    if choices.label_key is None:
        return "A map appears when the image has been predicted."
    return f"There is no {METHOD_NAMES[choices.method]} map of this label yet."


def _combo(name: str, texts: tuple[str, ...]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.addItems(list(texts))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    return made
