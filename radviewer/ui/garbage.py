"""Looks for reference cycles in the window's thread only.

Python looks for them in whichever thread happens to make an object, such as the one that predicts. A cycle that holds
parts of a window is then taken apart in that thread, or in the middle of the window's own work, and the program ends
with a fault in native code. pyqtgraph's `GarbageCollector` gives the same reason. Nothing else is put off: what no
cycle holds is freed at once, as ever.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

_TICK_MS = 250
_WHOLE_S = 15.0  # a closed window is in cycles, and with it its volume, until all generations are looked at
_MANY_MODULES = 100


class GarbageDuty(QObject):
    """Looks for cycles at ticks of the event loop, by Python's own thresholds, and through everything every 15 s.

    What large libraries bring with them stays until the end: after many modules came, all that is there is left out of
    further looks (`gc.freeze`). With torch these would take 0.3 s each, in which the window stands still; what is kept
    for nothing was measured as 10,000 small objects.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        self._known = self._last = 0
        self._whole = time.monotonic()
        gc.disable()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def end(self) -> None:
        """Leaves it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()

    def look(self) -> None:
        """Frees what only cycles hold, if enough was made since the last time."""
        modules = len(sys.modules)
        grown, settled = modules - self._known >= _MANY_MODULES, modules == self._last
        self._last = modules
        if grown:
            if settled:
                self._known = modules
                gc.freeze()
            return  # in the middle of an import nearly everything is there to stay
        counts, most = gc.get_count(), gc.get_threshold()
        due = [number for number in range(3) if counts[number] > most[number]]
        if counts[0] and time.monotonic() - self._whole >= _WHOLE_S:
            self._whole = time.monotonic()
            gc.collect()
        elif 0 in due:
            gc.collect(max(number for number in due if all(lower in due for lower in range(number))))


@contextmanager
def garbage_duty() -> Iterator[None]:
    """While it lasts, cycles are looked for in this thread only; its event loop has to run."""
    duty = GarbageDuty()
    try:
        yield
    finally:
        duty.end()
