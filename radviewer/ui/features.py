"""The features of the window beyond looking and predicting: each a class of its own, listed once here.

A feature gets the window, connects itself to what it needs, and brings the handlers of its actions. Window, menus and
command table know features by this protocol only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow


class Feature(Protocol):
    """Something the window can do."""

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do, by their ids."""

    def close(self) -> None:
        """Keeps what has to be kept and stops its work; the window is closing."""


def make_features(window: MainWindow) -> tuple[Feature, ...]:
    """All features, in the order in which they are built; closed in the reverse order."""
    from radviewer.ui.areas import KeyboardFeature
    from radviewer.ui.browsing.feature import BrowsingFeature
    from radviewer.ui.explaining.feature import ExplainingFeature
    from radviewer.ui.export.feature import ExportFeature
    from radviewer.ui.help import HelpFeature
    from radviewer.ui.imagestate.feature import ImageStateFeature
    from radviewer.ui.layouts.feature import LayoutsFeature
    from radviewer.ui.layouts.hang import HangingFeature
    from radviewer.ui.layouts.screens import ScreensFeature
    from radviewer.ui.measuring.feature import MeasuringFeature
    from radviewer.ui.measuring.looking import LookingFeature
    from radviewer.ui.models.feature import ModelsFeature
    from radviewer.ui.mpr.feature import ReformatFeature
    from radviewer.ui.reading.feature import ReadingFeature
    from radviewer.ui.recovery.feature import RecoveryFeature
    from radviewer.ui.settings.feature import SettingsFeature
    from radviewer.ui.shortcuts.feature import ShortcutsFeature
    from radviewer.ui.statistics.feature import StatisticsFeature
    from radviewer.ui.tags.feature import TagsFeature
    from radviewer.ui.tour.feature import TourFeature
    from radviewer.ui.worklist.feature import WorklistFeature

    browsing = BrowsingFeature(window)
    measuring = MeasuringFeature(window)
    return (
        browsing,
        WorklistFeature(window, browsing.cases),
        TagsFeature(window),
        ModelsFeature(window),
        RecoveryFeature(window),
        SettingsFeature(window),
        ShortcutsFeature(window),
        KeyboardFeature(window),
        HelpFeature(window),
        TourFeature(window),
        ExportFeature(window),
        LayoutsFeature(window),
        HangingFeature(window),
        ScreensFeature(window),
        measuring,
        LookingFeature(window, measuring.canvas),
        ExplainingFeature(window),
        StatisticsFeature(window),
        ReadingFeature(window),
        ReformatFeature(window),
        ImageStateFeature(window),
    )
