"""The tour: offered once after the notice was accepted, and from the Help menu; on the phantoms if nothing is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from radviewer.ui.i18n import tr
from radviewer.ui.strip import Severity
from radviewer.workbench.actions import action
from radviewer.workbench.settings import Settings

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow
    from radviewer.ui.tour.card import Ring, TourCard


class TourFeature(QObject):
    """The tour.

    Args:
        window: That it shows.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.card: TourCard | None = None
        self.ring: Ring | None = None
        self.at = 0
        self._watched: list[QObject] = []
        window.settings_changed.connect(self._settings_changed)
        window.parts.actions.told_anew.connect(self._show)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {"help.tour": self.begin}

    def close(self) -> None:
        """Ends it."""
        self.end()

    def _settings_changed(self, old: Settings, new: Settings) -> None:
        if new.notice_accepted and not old.notice_accepted and not new.tour_offered:
            QTimer.singleShot(0, self, self._offer)

    def _offer(self) -> None:
        self._window.change_settings(tour_offered=True)
        if self._window.parts.strip.text:
            return  # something else is being said; the tour waits in the Help menu
        self._window.parts.strip.say(
            tr("New here? A tour of two minutes shows the window on generated phantoms. It stays in the Help menu."),
            Severity.INFO,
            choices=((tr("Take the tour"), self.begin), (tr("Not now"), self._window.parts.strip.hide)),
        )

    def begin(self) -> None:
        """Starts with the first step; opens the sample study if nothing is open."""
        from radviewer.ui.tour.card import Ring, TourCard

        window = self._window
        if window.state.state.image is None and not window.opener.busy:
            window.open_sample()
        if self.card is None:
            self.ring, self.card = Ring(window, window.theme), TourCard(window)
            self.card.next_requested.connect(lambda: self._go(1))
            self.card.back_requested.connect(lambda: self._go(-1))
            self.card.end_requested.connect(self.end)
            self._watched = [
                window,
                *(
                    item
                    for item in window.children()
                    if isinstance(item, QWidget) and item not in (self.ring, self.card)
                ),
            ]
            for item in self._watched:
                item.installEventFilter(self)
        self.at = 0
        for dock in (window.left_dock, window.right_dock):
            dock.show()
            dock.raise_()
        self._show()
        self.card.show()
        self.card.next.setFocus()

    def end(self) -> None:
        """Takes the marks away."""
        if self.card is not None and self.ring is not None:
            for item in self._watched:
                if isValid(item):
                    item.removeEventFilter(self)
            self._watched = []
            for part in (self.card, self.ring):
                part.hide()
                part.deleteLater()
            self.card = self.ring = None
            page = self._window.parts.pages.currentWidget()
            if page is not None:
                page.setFocus()

    def _go(self, steps: int) -> None:
        from radviewer.ui.tour.steps import STEPS

        self.at = max(self.at + steps, 0)
        if self.at >= len(STEPS):
            self.end()
        else:
            self._show()

    def _show(self) -> None:
        """Shows the step: ring, card and words."""
        from radviewer.ui.tour.steps import STEPS

        if self.card is None or self.ring is None:
            return
        step = STEPS[self.at]
        key = self._window.parts.actions.key_text(action(step.action_id)) if step.action_id else ""
        self.card.say(tr(step.title), tr(step.text).format(key=key), self.at + 1, len(STEPS))
        self.card.adjustSize()
        part = step.find(self._window)
        area = QRect(part.mapTo(self._window, QPoint(0, 0)), part.size()).intersected(self._window.rect())
        self.ring.setGeometry(area.adjusted(-3, -3, 3, 3).intersected(self._window.rect()))
        self.card.place(area)
        self.ring.show()
        self._raise()

    def _raise(self) -> None:
        if self.card is not None and self.ring is not None:
            for widget in (self.ring, self.card):
                widget.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Marks follow when the window changes its size, and stay over a panel that comes to the front."""
        if watched is self._window and event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._show)
        elif event.type() is QEvent.Type.ZOrderChange:
            QTimer.singleShot(0, self, self._raise)
        return False
