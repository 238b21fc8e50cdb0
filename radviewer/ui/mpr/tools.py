"""The row of tools above the planes: what a left drag does, slab, directions, window, lines."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QMenu, QPushButton, QWidget

from radviewer.core.image import Window
from radviewer.ui.i18n import tr
from radviewer.ui.panels.widgets import Segments, label
from radviewer.workbench.mpr import Slab, SlabMode

_THIN = "thin"
_DEFAULT_MM = 10.0
_MOST_MM = 500.0


class Drag(StrEnum):
    """What a left drag beside the lines does."""

    POINT = "point"
    WINDOW = "window"


class Directions(StrEnum):
    """What the planes stand along."""

    ACQUIRED = "acquired"
    PATIENT = "patient"


class ReformatTools(QWidget):
    """The tools.

    Signals:
        drag_requested: A `Drag`.
        slab_requested: A `Slab`.
        directions_requested: A `Directions`.
        window_requested: A `Window`.
        auto_requested: The window over the volume's values.
        invert_requested: Black for white.
        lines_requested: Whether the lines are drawn.
        reset_requested: All as at the start.
    """

    drag_requested = Signal(object)
    slab_requested = Signal(object)
    directions_requested = Signal(object)
    window_requested = Signal(object)
    auto_requested = Signal()
    invert_requested = Signal(bool)
    lines_requested = Signal(bool)
    reset_requested = Signal()

    def __init__(self, choices: tuple[Window, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode: object = _THIN
        self.drag = Segments({Drag.POINT: tr("Move planes"), Drag.WINDOW: tr("Window")})
        self.drag.setToolTip(tr("What a left drag does beside the lines"))
        self.drag.set_choice(Drag.POINT)
        self.drag.chosen.connect(self.drag_requested)
        names: dict[object, str] = {_THIN: tr("Thin"), **{mode: mode.value for mode in SlabMode}}
        names[SlabMode.MEAN] = tr("Mean")
        self.slab = Segments(names)
        self.slab.set_choice(_THIN)
        self.slab.chosen.connect(self._choose_mode)
        self.thickness = QDoubleSpinBox()
        self.thickness.setRange(1.0, _MOST_MM)
        self.thickness.setDecimals(1)
        self.thickness.setValue(_DEFAULT_MM)
        self.thickness.setSuffix(" mm")
        self.thickness.setKeyboardTracking(False)
        self.thickness.setEnabled(False)
        self.thickness.setAccessibleName(tr("Slab thickness"))
        self.thickness.setToolTip(tr("Thickness of the slab"))
        self.thickness.valueChanged.connect(lambda _value: self._ask_slab())
        self.directions = Segments({Directions.ACQUIRED: tr("As acquired"), Directions.PATIENT: tr("Patient's axes")})
        self.directions.setToolTip(tr("Planes along the slices as they were acquired, or along the patient's axes"))
        self.directions.chosen.connect(self.directions_requested)
        self._lay_out(self._window_menu(choices))

    def _lay_out(self, windows: QPushButton) -> None:
        invert = _flat(tr("Invert"), checkable=True)
        invert.toggled.connect(self.invert_requested)
        lines = _flat(tr("Lines"), checkable=True)
        lines.setChecked(True)
        lines.toggled.connect(self.lines_requested)
        reset = _flat(tr("Reset"))
        reset.clicked.connect(self.reset_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(label(tr("Left drag"), "soft", wrap=False))
        row.addWidget(self.drag)
        row.addSpacing(8)
        row.addWidget(label(tr("Slab"), "soft", wrap=False))
        row.addWidget(self.slab)
        row.addWidget(self.thickness)
        row.addSpacing(8)
        row.addWidget(label(tr("Planes"), "soft", wrap=False))
        row.addWidget(self.directions)
        row.addStretch(1)
        for part in (windows, invert, lines, reset):
            row.addWidget(part)

    def _window_menu(self, choices: tuple[Window, ...]) -> QPushButton:
        button = QPushButton(tr("Window/level"))
        menu = QMenu(button)
        for window in choices:
            menu.addAction(window.name, partial(self.window_requested.emit, window))
        menu.addAction(tr("Auto"), self.auto_requested.emit)
        button.setMenu(menu)
        return button

    def _choose_mode(self, mode: object) -> None:
        self._mode = mode
        self.thickness.setEnabled(mode != _THIN)
        self._ask_slab()

    def _ask_slab(self) -> None:
        thin = not isinstance(self._mode, SlabMode)
        self.slab_requested.emit(Slab() if thin else Slab(SlabMode(str(self._mode)), self.thickness.value()))


def _flat(text: str, *, checkable: bool = False) -> QPushButton:
    made = QPushButton(text)
    made.setCheckable(checkable)
    made.setObjectName("segment" if checkable else "")
    return made
