"""Multiplanar reformat as a feature of the main window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from radviewer.ui.i18n import tr
from radviewer.ui.strip import Severity

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow
    from radviewer.ui.mpr.reformat_window import ReformatWindow


class ReformatFeature:
    """Opens windows with planes through the series on the screen; their libraries are loaded then.

    Args:
        window: The parent.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._open: list[ReformatWindow] = []

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {"series.reformat": self.show}

    @property
    def windows(self) -> tuple[ReformatWindow, ...]:
        """Those that are open."""
        return tuple(self._open)

    def close(self) -> None:
        """Closes the windows, which stops their work."""
        for made in tuple(self._open):
            made.close()

    def show(self) -> None:
        """Opens the series on the screen."""
        from radviewer.io.decode_pool import Priority
        from radviewer.ui.mpr.reformat_window import ReformatWindow

        window = self._window
        stack = window.navigator.stack
        if stack is None:
            window.parts.strip.say(tr("Open a series of slices first; planes are cut through the one on the screen."))
            return
        decoder = window.backends.decoder
        title = stack.series.modality if window.state.state.deidentified else stack.title
        made = ReformatWindow(
            title, stack.refs, lambda ref: decoder.submit(ref, Priority.PREFETCH), window.theme, window
        )
        made.failed.connect(lambda problem: window.parts.strip.say(problem.sentence(), Severity.CAUTION))
        made.destroyed.connect(lambda: self._forget(made))
        self._open.append(made)
        made.show()

    def _forget(self, made: ReformatWindow) -> None:
        self._open = [other for other in self._open if other is not made]
