"""What the Help menu opens that is no feature of its own: what this program is, and where its logs lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from radviewer.ui.i18n import tr

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow


class HelpFeature:
    """Help.

    Args:
        window: The parent.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {"help.about": self._about}

    def close(self) -> None:
        """Nothing to keep."""

    def _about(self) -> None:
        from radviewer.ui.about import about_page
        from radviewer.ui.text_window import TextWindow

        TextWindow(tr("About radviewer"), about_page(), self._window).show()
