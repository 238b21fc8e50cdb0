"""The plots of the side-by-side view; a click on a point chooses the reading or the reader that it stands for."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from radviewer.readerstudy.comparison import CallPair, OperatingShift
from radviewer.ui.i18n import tr
from radviewer.ui.sidebyside.tables import TONES, outcome_text
from radviewer.ui.theme import Theme

_SIZE = 9
_JITTER = 0.8  # of the rating's unit, so that equal ratings do not hide each other


class _Plot(pg.PlotWidget):  # type: ignore[misc]
    """What the plots have in common.

    Signals:
        chosen: What the clicked point stands for.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, across: str, up: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme["panel"])
        self._theme = theme
        self.setMenuEnabled(False)
        self.hideButtons()
        self.showGrid(x=True, y=True, alpha=0.15)
        for side, text in (("bottom", across), ("left", up)):
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(theme["text_soft"]))
            axis.setTextPen(pg.mkPen(theme["text"]))
            axis.setLabel(text)
        self.setAccessibleName(f"{up} / {across}")

    def close(self) -> bool:
        """Closes as any widget does: pyqtgraph's own way frees the scene under Qt."""
        return QWidget.close(self)

    def _diagonal(self, low: float, high: float) -> None:
        pen = pg.mkPen(self._theme["line_strong"], style=pg.QtCore.Qt.PenStyle.DashLine)
        self.addItem(pg.PlotCurveItem([low, high], [low, high], pen=pen))

    def _points(self, places: Sequence[tuple[float, float]], pairs: Sequence[CallPair]) -> None:
        item = pg.ScatterPlotItem(
            x=[place[0] for place in places],
            y=[place[1] for place in places],
            data=list(pairs),
            size=_SIZE,
            symbol=["o" if pair.truth else "t" for pair in pairs],
            brush=[pg.mkBrush(self._tone(TONES[pair.change])) for pair in pairs],
            pen=pg.mkPen(self._theme["panel"], width=0.5),
            hoverable=True,
            tip=_tip,
        )
        item.sigClicked.connect(self._clicked)
        self.addItem(item)

    def _tone(self, token: str) -> QColor:
        color = QColor(self._theme[token])
        color.setAlpha(210)
        return color

    def _clicked(self, _item: object, points: Sequence[pg.SpotItem]) -> None:
        if len(points):
            self.chosen.emit(points[0].data())


class RatingPlot(_Plot):
    """Each reading's rating with AI against that without."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Rating without AI"), tr("Rating with AI"), parent)

    def set_pairs(self, pairs: Sequence[CallPair]) -> None:
        """Shows the pairs that have both ratings."""
        self.clear()
        found, places = [], []
        for pair in pairs:
            if pair.unaided is None or pair.aided is None:
                continue
            if pair.unaided.rating is None or pair.aided.rating is None:
                continue
            dx, dy = _shift(pair)
            found.append(pair)
            places.append((pair.unaided.rating + dx, pair.aided.rating + dy))
        if places:
            ends = [value for place in places for value in place]
            self._diagonal(min(ends), max(ends))
        self._points(places, found)


class TimePlot(_Plot):
    """Each reading's time with AI against that without, on logarithmic axes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Seconds without AI"), tr("Seconds with AI"), parent)
        self.setLogMode(x=True, y=True)

    def set_pairs(self, pairs: Sequence[CallPair]) -> None:
        """Shows the pairs that have both times."""
        self.clear()
        found, places = [], []
        for pair in pairs:
            times = [call.seconds if call else None for call in (pair.unaided, pair.aided)]
            if times[0] and times[1]:
                found.append(pair)
                places.append((math.log10(times[0]), math.log10(times[1])))
        if places:
            ends = [value for place in places for value in place]
            self._diagonal(min(ends), max(ends))
        self._points(places, found)


class RocPlot(_Plot):
    """Each reader's way in ROC space, from the operating point without AI to the one with it.

    A click on either end chooses the reader.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("1 \N{MINUS SIGN} specificity"), tr("Sensitivity"), parent)
        self.setAspectLocked(True)
        self.setXRange(0, 1)
        self.setYRange(0, 1)

    def set_shifts(self, shifts: Sequence[OperatingShift]) -> None:
        """Shows the readers that have positive and negative cases."""
        self.clear()
        self._diagonal(0, 1)
        for shift in shifts:
            if shift.unaided is not None and shift.aided is not None:
                self._arrow(shift, shift.unaided, shift.aided)

    def _arrow(self, shift: OperatingShift, start: tuple[float, float], end: tuple[float, float]) -> None:
        better = (end[1] - start[1]) - (end[0] - start[0])
        tone = "ok" if better > 0 else "danger" if better < 0 else "text_soft"
        pen = pg.mkPen(self._theme[tone], width=2)
        self.addItem(pg.PlotCurveItem([start[0], end[0]], [start[1], end[1]], pen=pen))
        if start != end:
            angle = 180 - math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
            self.addItem(pg.ArrowItem(pos=end, angle=angle, headLen=12, brush=self._theme[tone], pen=None))
        ends = pg.ScatterPlotItem(
            x=[start[0], end[0]],
            y=[start[1], end[1]],
            data=[shift, shift],
            size=[_SIZE, _SIZE],
            brush=[pg.mkBrush(self._theme["panel"]), pg.mkBrush(self._theme[tone])],
            pen=pen,
            hoverable=True,
            tip=lambda x, y, data: f"{data.reader}: {y:.2f} / {1 - x:.2f}",
        )
        ends.sigClicked.connect(self._clicked)
        self.addItem(ends)
        label = pg.TextItem(shift.reader, color=self._theme["text_soft"], anchor=(0, 1))
        label.setPos(*end)
        self.addItem(label)


def _shift(pair: CallPair) -> tuple[float, float]:
    """A small shift made from the names, so that a point stays where it was when a filter changes its neighbours."""
    data = hashlib.sha256(f"{pair.reader}\0{pair.case}\0{pair.condition}".encode()).digest()
    return (data[0] / 127.5 - 1) * _JITTER, (data[1] / 127.5 - 1) * _JITTER


def _tip(x: float, y: float, data: CallPair) -> str:
    return f"{data.reader}, {data.case}: {outcome_text(data.change)}"
