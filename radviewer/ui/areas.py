"""Reading with the keyboard alone: from panel to panel, and for each gesture of the mouse an action of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from radviewer.ui.active import active_view
from radviewer.ui.canvas.image_view import Pace

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow

_ZOOM, _PAN, _WINDOW = 1.2, 48.0, 24.0  # factor, and pixels of a drag, for one press


class KeyboardFeature:
    """Actions that do what else the mouse does.

    Args:
        window: The window they act on.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {
            "view.next_area": partial(self._go, 1),
            "view.previous_area": partial(self._go, -1),
            "view.context_menu": self._menu,
            "view.zoom_in": partial(self._zoom, _ZOOM),
            "view.zoom_out": partial(self._zoom, 1 / _ZOOM),
            "view.pan_left": partial(self._pan, -_PAN, 0.0),
            "view.pan_right": partial(self._pan, _PAN, 0.0),
            "view.pan_up": partial(self._pan, 0.0, -_PAN),
            "view.pan_down": partial(self._pan, 0.0, _PAN),
            "window.wider": partial(self._drag, _WINDOW, 0.0),
            "window.narrower": partial(self._drag, -_WINDOW, 0.0),
            "window.brighter": partial(self._drag, 0.0, -_WINDOW),
            "window.darker": partial(self._drag, 0.0, _WINDOW),
        }

    def close(self) -> None:
        """Nothing to keep."""

    def _zoom(self, factor: float) -> None:
        view = active_view(self._window)
        width, height = view.pane_size
        view.zoom_requested.emit(factor, width / 2, height / 2)

    def _pan(self, dx: float, dy: float) -> None:
        active_view(self._window).pan_requested.emit(dx, dy)

    def _drag(self, dx: float, dy: float) -> None:
        active_view(self._window).window_requested.emit(dx, dy, Pace.NORMAL)

    def _menu(self) -> None:
        view = active_view(self._window)
        self._window.parts.context.popup(view.mapToGlobal(QPoint(view.width() // 2, view.height() // 3)))

    def _go(self, step: int) -> None:
        """Gives the keyboard to the next of: toolbar, studies, image, panels, message."""
        parts = self._window.parts
        areas = [parts.toolbar, parts.notice, parts.left_dock, parts.pages, parts.right_dock, parts.strip]
        reachable = [(area, first) for area in areas if area.isVisible() and (first := _first(area)) is not None]
        focused = self._window.focusWidget()
        at = next((n for n, (area, _) in enumerate(reachable) if _holds(area, focused)), -step if step > 0 else 0)
        if reachable:
            reachable[(at + step) % len(reachable)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds(area: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (area is widget or area.isAncestorOf(widget))


def _first(area: QWidget) -> QWidget | None:
    """The first widget of an area that takes the keyboard."""
    inside = [area, *area.findChildren(QWidget)]
    takes = (
        part
        for part in inside
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled() and part.isVisibleTo(area)
    )
    return next(takes, None)
