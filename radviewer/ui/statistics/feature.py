"""The statistics window as a feature of the main window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow


class StatisticsFeature:
    """Opens the statistics window; its libraries are loaded then, not at the start.

    Args:
        window: The parent.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {"study.statistics": self._show}

    def close(self) -> None:
        """Nothing to keep: the window is a child of the main window."""

    def _show(self) -> None:
        from radviewer.ui.statistics.statistics_window import StatisticsWindow

        StatisticsWindow(self._window).show()
