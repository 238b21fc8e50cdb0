"""Hangs studies: when one opens in an empty window, and whenever the user asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from radviewer.core.study import Catalog, Study
from radviewer.ui.i18n import tr
from radviewer.ui.strip import Severity
from radviewer.ui.text_window import TextWindow
from radviewer.workbench.cells import Board, Cell
from radviewer.workbench.hanging import Hanging, Placed, hang
from radviewer.workbench.hanging_file import FILE_NAME, HangingRule, load_rules
from radviewer.workbench.state import Layout

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow


class HangingFeature(QObject):
    """Applies the hanging rules.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._complaint = ""
        window.opener.finished.connect(self._opened)
        window.settings_changed.connect(lambda _old, new: self._show(on=new.hang_studies))
        self._show(on=window.settings.hang_studies)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {
            "hang.apply": self.hang_current,
            "hang.auto": lambda: self._window.change_settings(hang_studies=not self._window.settings.hang_studies),
            "hang.edit": self._list,
        }

    def close(self) -> None:
        """Nothing to keep."""

    def hang_current(self) -> None:
        """Hangs the study in the active cell, and says so if no rule fits."""
        stack = self._window.navigator.stack
        if stack is not None and not self.hang_study(stack.study) and not self._complaint:
            self._window.parts.strip.say(tr("No hanging rule fits this study."), Severity.INFO)

    def hang_study(self, study: Study) -> bool:
        """Lays a study out by the first rule that fits; returns whether one did."""
        found = hang(study, self._window.opener.catalog, self._rules())
        if found is None:
            return False
        self._apply(found)
        return True

    def _rules(self) -> tuple[HangingRule, ...]:
        """The rules in force, read anew, so that a corrected file counts at once."""
        rules, self._complaint = load_rules(self._window.backends.settings_path.with_name(FILE_NAME))
        if self._complaint:
            self._window.parts.strip.say(self._complaint, Severity.CAUTION)
        return rules

    def _opened(self, everything: Catalog, brought: Catalog) -> None:
        """Hangs the first study that came, if the window was empty before: nothing moves what is being read."""
        was_empty = len(everything.studies) == len(brought.studies)
        state = self._window.state.state
        untouched = len(state.cells) == 1 and state.layout is Layout.ONE
        if was_empty and untouched and self._window.settings.hang_studies and brought.studies:
            newest = max(brought.studies, key=lambda study: study.date)  # an older one is its prior
            self.hang_study(newest)

    def _apply(self, found: Hanging) -> None:
        holder, go = self._window.state, self._window.navigator
        rule = found.rule
        holder.wish(layout=Layout.ONE, links=frozenset(rule.links) if rule.links is not None else holder.state.links)
        cells = tuple(Cell() if place is None else self._cell(place) for place in found.places)
        behind = holder.state.cells[holder.state.boards[0].count :]
        active = next(number for number, place in enumerate(found.places) if place is not None)
        boards = (Board(rule.rows, rule.columns), *holder.state.boards[1:])
        go.arrange(boards, (*cells, *behind), active)
        self._window.parts.status.set_done(rule.name)

    def _cell(self, place: Placed) -> Cell:
        made = Cell(place.image)
        if place.window is None:
            return made
        return replace(made, appearance=replace(made.appearance, voi=place.window))

    def _list(self) -> None:
        """Says which rules there are and where the user's own go."""
        path = self._window.backends.settings_path.with_name(FILE_NAME)
        lines = [f"# {tr('Hanging rules')}", "", tr("The first rule that fits a study is used."), ""]
        lines += [f"1. {rule.name} ({rule.rows} x {rule.columns})" for rule in self._rules()]
        lines += ["", tr("Your own rules go before these, in the file:"), "", f"    {path}", ""]
        TextWindow(tr("Hanging rules"), "\n".join(lines), self._window).show()

    def _show(self, *, on: bool) -> None:
        self._window.parts.actions["hang.auto"].setChecked(on)
