"""The one mutable thing in the window: the current wishes and facts, with one signal when they change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from radviewer.workbench.linking import with_linked_looks
from radviewer.workbench.state import Appearance, DisplayState, Facts


class ViewerState(QObject):
    """Holds a `DisplayState` and the `Facts`.

    Signals:
        changed: (old, new) `DisplayState`, after a wish changed.
        facts_changed: (old, new) `Facts`, after something arrived.
    """

    changed = Signal(object, object)
    facts_changed = Signal(object, object)

    def __init__(self, state: DisplayState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._facts = Facts()

    @property
    def state(self) -> DisplayState:
        """The current wishes."""
        return self._state

    @property
    def facts(self) -> Facts:
        """What there is now."""
        return self._facts

    def wish(self, **changes: Any) -> None:
        """Changes fields of the state; silent if nothing differs."""
        new = replace(self._state, **changes)
        if new != self._state:
            old, self._state = self._state, new
            self.changed.emit(old, new)

    def look(self, **changes: Any) -> None:
        """Changes fields of the appearance, also of linked cells."""
        self.show_as(replace(self._state.appearance, **changes))

    def show_as(self, appearance: Appearance) -> None:
        """Changes the appearance of the active cell, and that of cells that are linked to it."""
        if len(self._state.cells) == 1:
            self.wish(appearance=appearance)
        else:
            self.put(with_linked_looks(self._state, self._facts, appearance), self._facts)

    def activate(self, number: int) -> None:
        """Makes another cell the active one."""
        if number != self._state.active and number < len(self._state.cells):
            self.put(self._state.activated(number), self._facts.arranged(self._facts.cells, number))

    def put(self, state: DisplayState, facts: Facts) -> None:
        """Takes both at once, so that nobody sees wishes of one cell beside facts of another."""
        old_state, self._state = self._state, state
        old_facts, self._facts = self._facts, facts
        if state != old_state:
            self.changed.emit(old_state, state)
        if facts is not old_facts:
            self.facts_changed.emit(old_facts, facts)

    def map_wish(self, **changes: Any) -> None:
        """Changes fields of the overlay wish."""
        self.wish(overlay=replace(self._state.overlay, **changes))

    def map_style(self, **changes: Any) -> None:
        """Changes fields of the overlay style."""
        self.map_wish(style=replace(self._state.overlay.style, **changes))

    def learn(self, **changes: Any) -> None:
        """Changes facts."""
        old, self._facts = self._facts, replace(self._facts, **changes)
        self.facts_changed.emit(old, self._facts)
