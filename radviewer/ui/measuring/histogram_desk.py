"""Fills the histogram with the selected region, or with the image; nothing is counted while it is hidden."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from radviewer.core.image import VoiFunction, Window
from radviewer.core.measurement import REGIONS, Figure
from radviewer.core.measurement_region import Histogram, Region, histogram, region, region_values, value_unit
from radviewer.ui.i18n import said, tr
from radviewer.ui.measuring.canvas import MeasureCanvas
from radviewer.ui.measuring.histogram_panel import HistogramPanel
from radviewer.ui.window_parts import Side
from radviewer.workbench.measuring.model import MeasurementModel
from radviewer.workbench.measuring.words import statistics_lines
from radviewer.workbench.prepared import PreparedImage

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow

_SAMPLES = 1_000_000  # pixels of an image that are counted; of a larger one every second, third ... row and column


class HistogramDesk(QObject):
    """The histogram with what it shows.

    Args:
        window: The window.
        model: Holds the measurements.
        canvas: Knows the selected one.
        parent: Owner.
    """

    def __init__(self, window: MainWindow, model: MeasurementModel, canvas: MeasureCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._model, self._canvas = window, model, canvas
        self._counted: tuple[PreparedImage, Figure | None] | None = None
        self._found: Histogram | None = None
        self.panel = HistogramPanel(window.theme)
        self.dock = window.add_panel("histogram", tr("Histogram"), self.panel, Side.RIGHT)
        self.dock.visibilityChanged.connect(self._shown)
        self.panel.view.window_requested.connect(self._use_window)
        window.state.changed.connect(
            lambda old, new: self.refresh() if old.appearance.voi is not new.appearance.voi else None
        )

    def toggle(self) -> None:
        """Shows the histogram, or hides it."""
        self._window.toggle_dock(self.dock)
        if not self.dock.isHidden():
            self.dock.raise_()
            self.refresh()

    def refresh(self) -> None:
        """Counts anew if the image or the region changed, and draws."""
        prepared = self._window.state.facts.prepared
        if self.dock.isHidden():
            return
        if prepared is None or prepared.image.is_color:
            words = tr("Open a grey image to see its histogram.")
            self.panel.set_content(words, None, None)
            return
        figure, name = self._region(prepared)
        if self._counted is None or self._counted[0] is not prepared or self._counted[1] != figure:
            self._found, self._counted = _count(prepared, figure), (prepared, figure)
        voi = self._window.state.state.appearance.voi or prepared.default
        window = voi if isinstance(voi, Window) else None
        item = self._model.find(*self._canvas.selected) if figure is not None and self._canvas.selected else None
        numbers = item.values.statistics if item is not None and item.values is not None else None
        lines = "   ".join(map(said, statistics_lines(numbers))) if numbers is not None else ""
        self.panel.set_content(name, self._found, window, lines)

    def _region(self, prepared: PreparedImage) -> tuple[Figure | None, str]:
        selected = self._canvas.selected
        item = self._model.find(*selected) if selected is not None and selected[0] == prepared.key else None
        if item is not None and item.figure.kind in REGIONS:
            return item.figure, tr("Of the region: {name}").format(name=tr(item.title))
        return None, tr("Of the whole image")

    def _use_window(self, low: float, high: float) -> None:
        self._window.state.look(voi=Window((low + high) / 2, high - low, VoiFunction.LINEAR_EXACT))

    def _shown(self, visible: bool) -> None:
        self._window.parts.actions["measure.histogram"].setChecked(visible)
        if visible:
            self.refresh()


def _count(prepared: PreparedImage, figure: Figure | None) -> Histogram | None:
    image = prepared.image
    if figure is None:
        rows, columns = image.shape
        step = max(1, math.isqrt(rows * columns // _SAMPLES))
        grid = np.zeros(image.shape, dtype=bool)
        grid[::step, ::step] = True
        found = Region(slice(0, rows), slice(0, columns), grid)
    else:
        found = region(figure, image.shape)
    return histogram(region_values(image, found)[0], value_unit(image))
