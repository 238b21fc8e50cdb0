"""Runs series as cine, each cell at its own rate, round or to and fro."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from radviewer.ui.viewer_state import ViewerState
from radviewer.workbench.state import DisplayState

RATES = (0.5, 1.0, 2.0, 3.0, 5.0, 7.5, 10.0, 12.5, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 60.0)


class Cine(QObject):
    """One timer for each running cell.

    Args:
        state: Says which cells run.
        rate: Images a second where a cell has no rate of its own.
        advance: Called with a cell's number and direction; returns the direction from then on, 0 to stop.
        parent: Owns it.
    """

    def __init__(
        self, state: ViewerState, rate: float, advance: Callable[[int, int], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._holder, self._rate, self._advance = state, rate, advance
        self._timers: dict[int, QTimer] = {}
        self._directions: dict[int, int] = {}

    def set_rate(self, rate: float) -> None:
        """Sets the rate of cells from now on, also of those that run."""
        self._rate = rate
        state = self._holder.state
        for number in range(len(state.cells)):
            state = state.with_cell(number, rate=None)
        self._holder.put(state, self._holder.facts)

    def step_rate(self, steps: int) -> None:
        """The next faster or slower rate for the active cell."""
        state = self._holder.state
        rate = state.cell.rate or self._rate
        faster = [item for item in RATES if item > rate]
        slower = [item for item in RATES if item < rate]
        found = faster[:1] if steps > 0 else slower[-1:]
        if found:
            self._holder.put(state.with_cell(state.active, rate=found[0]), self._holder.facts)

    def follow(self, state: DisplayState) -> None:
        """Starts and stops timers as the state says."""
        running = {number for number, cell in enumerate(state.cells) if cell.playing}
        for number in set(self._timers) - running:
            self._timers.pop(number).deleteLater()
            self._directions.pop(number, None)
        for number in running:
            rate = state.cells[number].rate
            if rate is None:  # written out, so that the pane can say it; this comes back here
                self._holder.put(state.with_cell(number, rate=self._rate), self._holder.facts)
                return
            timer = self._timers.get(number)
            if timer is None:
                timer = self._timers[number] = QTimer(self)
                timer.timeout.connect(lambda at=number: self._tick(at))
            interval = round(1000 / rate)
            if timer.interval() != interval or not timer.isActive():
                timer.start(interval)

    def _tick(self, number: int) -> None:
        if number not in self._timers or number >= len(self._holder.state.cells):
            return
        direction = self._advance(number, self._directions.get(number, 1))
        self._directions[number] = direction or 1
        if direction == 0:
            self._holder.put(self._holder.state.with_cell(number, playing=False), self._holder.facts)
