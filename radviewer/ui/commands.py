"""What each action of the table does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer

from radviewer.core.explanation import METHOD_NAMES
from radviewer.workbench.actions import DOUBLE_PRESS_MS
from radviewer.workbench.presets import PRESET_KEYS, window_choices
from radviewer.workbench.state import Appearance, Layout

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow


class Commands:
    """Runs actions by their ids.

    Args:
        window: The window they act on.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._holder = window.state
        self._since_r = QElapsedTimer()
        self.handlers: dict[str, Callable[[], None]] = {
            **self._files(),
            **self._images(),
            **self._windows(),
            **self._views(),
            **self._ai(),
        }
        for feature in window.features:
            self.handlers.update(feature.handlers)

    def run(self, action_id: str, *, by_pointer: bool = False) -> None:
        """Does an action."""
        if action_id == "view.rotate_right" and not by_pointer:
            self._rotate_or_reset()
            return
        self._since_r.invalidate()
        self.handlers[action_id]()

    def _files(self) -> dict[str, Callable[[], None]]:
        window = self._window
        return {
            "file.open": window.choose_files,
            "file.open_folder": window.choose_folder,
            "file.sample": window.open_sample,
            "file.close_all": window.close_studies,
            "file.quit": window.quit,
            "help.palette": window.open_palette,
        }

    def _images(self) -> dict[str, Callable[[], None]]:
        go = self._window.navigator
        huge = 1 << 30
        return {
            "image.previous": lambda: go.step(-1),
            "image.next": lambda: go.step(1),
            "image.back_10": lambda: go.step(-10),
            "image.forward_10": lambda: go.step(10),
            "image.first": lambda: go.step(-huge),
            "image.last": lambda: go.step(huge),
            "series.previous": lambda: go.step_series(-1),
            "series.next": lambda: go.step_series(1),
            "image.cine": lambda: self._holder.wish(playing=not self._holder.state.playing),
        }

    def _windows(self) -> dict[str, Callable[[], None]]:
        look = self._holder.look
        presets: dict[str, Callable[[], None]] = {
            f"window.preset_{number}": partial(self._preset, number) for number in range(1, PRESET_KEYS + 1)
        }
        return {
            **presets,
            "window.default": lambda: look(voi=None),
            "window.auto": self._auto_window,
            "window.invert": lambda: look(invert=not self._holder.state.appearance.invert),
        }

    def _views(self) -> dict[str, Callable[[], None]]:
        window, wish, look = self._window, self._holder.wish, self._holder.look

        def turned() -> Appearance:
            return self._holder.state.appearance

        return {
            "view.fit": window.gestures.fit,
            "view.one_to_one": window.gestures.one_to_one,
            "view.rotate_right": lambda: look(orientation=turned().orientation.rotated(1)),
            "view.rotate_left": lambda: look(orientation=turned().orientation.rotated(-1)),
            "view.rotate_180": lambda: look(orientation=turned().orientation.rotated(2)),
            "view.flip_horizontal": lambda: look(orientation=turned().orientation.flipped_horizontally()),
            "view.flip_vertical": lambda: look(orientation=turned().orientation.flipped_vertically()),
            "view.reset": lambda: self._holder.show_as(Appearance()),
            "layout.one": lambda: wish(layout=Layout.ONE),
            "layout.linked": lambda: wish(layout=Layout.LINKED),
            "view.annotations": lambda: wish(annotations=not self._holder.state.annotations),
            "view.left_dock": lambda: window.toggle_dock(window.left_dock),
            "view.right_dock": lambda: window.toggle_dock(window.right_dock),
            "view.full_screen": window.toggle_full_screen,
        }

    def _ai(self) -> dict[str, Callable[[], None]]:
        holder = self._holder
        return {
            "ai.predict": self._window.assistant.predict,
            "ai.auto_predict": lambda: holder.wish(auto_predict=not holder.state.auto_predict),
            "ai.cancel": self._window.cancel,
            "overlay.toggle": lambda: holder.map_wish(visible=not holder.state.overlay.visible),
            "overlay.peek": lambda: holder.wish(peek=not holder.state.peek),
            "overlay.next_label": lambda: self._step_label(1),
            "overlay.previous_label": lambda: self._step_label(-1),
            "overlay.next_method": self._next_method,
        }

    def _rotate_or_reset(self) -> None:
        quick = self._since_r.isValid() and self._since_r.elapsed() <= DOUBLE_PRESS_MS
        if quick:
            self._since_r.invalidate()
            self.handlers["view.reset"]()
        else:
            self._since_r.start()
            self.handlers["view.rotate_right"]()

    def _preset(self, number: int) -> None:
        prepared = self._holder.facts.prepared
        choices = window_choices(prepared.image) if prepared else ()
        if number <= len(choices):
            self._holder.look(voi=choices[number - 1])

    def _auto_window(self) -> None:
        prepared = self._holder.facts.prepared
        if prepared is not None and not prepared.image.is_color:
            self._holder.look(voi=prepared.auto)

    def _step_label(self, steps: int) -> None:
        choices = self._window.scene.overlay
        keys = [item.key for item in choices.labels]
        if choices.label_key in keys:
            self._holder.map_wish(label_key=keys[(keys.index(choices.label_key) + steps) % len(keys)])

    def _next_method(self) -> None:
        methods = tuple(METHOD_NAMES)
        at = methods.index(self._holder.state.overlay.method)
        self._holder.map_wish(method=methods[(at + 1) % len(methods)])
