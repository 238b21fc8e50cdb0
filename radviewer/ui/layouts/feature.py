"""Layouts in the window: grids, the active pane, links, cine's rate; series are dropped on panes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.layouts.picker import add_picker
from radviewer.workbench.actions.layouts import GRIDS
from radviewer.workbench.arranging import filled, neighbour, regridded, stepped
from radviewer.workbench.cells import Board, Cell, Link, board_of
from radviewer.workbench.state import DisplayState, Layout

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow


class LayoutsFeature(QObject):
    """Connects panes and actions to the layout.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._holder = window, window.state
        self._before: tuple[Cell, ...] = ()
        for view in window.parts.grid.views:
            self.attach(view)
        window.parts.grid.pane_added.connect(self.attach)
        add_picker(window.parts.layouts, self.use_grid, window.theme)
        self._holder.changed.connect(self._follow)
        self._show_state(self._holder.state)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        holder = self._holder
        return {
            **{f"layout.{rows}x{columns}": partial(self.use_grid, rows, columns) for rows, columns in GRIDS},
            **{f"link.{link.value}": partial(self._toggle_link, link) for link in Link},
            "layout.fill": self.fill,
            "layout.next": lambda: self._go(stepped(holder.state, 1)),
            "layout.previous": lambda: self._go(stepped(holder.state, -1)),
            "layout.left": lambda: self._go(neighbour(holder.state, 0, -1)),
            "layout.right": lambda: self._go(neighbour(holder.state, 0, 1)),
            "layout.up": lambda: self._go(neighbour(holder.state, -1, 0)),
            "layout.down": lambda: self._go(neighbour(holder.state, 1, 0)),
            "layout.even": lambda: self._window.parts.grid.set_shares({}),
            "link.point": self._window.navigator.show_point,
            "cine.faster": partial(self._window.navigator.step_rate, 1),
            "cine.slower": partial(self._window.navigator.step_rate, -1),
            "cine.bounce": self._bounce,
        }

    def close(self) -> None:
        """Nothing to keep."""

    def attach(self, view: ImageView) -> None:
        """Takes a new pane."""
        view.touched.connect(lambda: self._holder.activate(view.pane.cell))
        view.fill_requested.connect(self._fill_or_fit)
        view.series_dropped.connect(lambda uid: self._drop(uid, view.pane.cell))

    def use_grid(self, rows: int, columns: int) -> None:
        """Lays the board of the active cell out anew; places that become free get the next series."""
        state, go = self._holder.state, self._window.navigator
        grid = Board(rows, columns)
        if grid.count < len(state.cells):
            self._before = state.cells
        made = regridded(state, grid, (*self._dropped(state), *go.next_cells(grid.count)))
        self._holder.wish(layout=Layout.ONE)
        go.arrange(made.boards, made.cells, made.active)

    def _dropped(self, state: DisplayState) -> tuple[Cell, ...]:
        """What was shown before the grid became smaller, and still can be."""
        stacks = self._window.navigator.stacks
        shown = {id(stacks.stack_of(cell.image)) for cell in state.cells}
        return tuple(
            replace(cell, playing=False)
            for cell in self._before
            if stacks.stack_of(cell.image) is not None and id(stacks.stack_of(cell.image)) not in shown
        )

    def fill(self) -> None:
        """The active cell fills its window, or takes its place again."""
        cells = filled(self._holder.state)
        if cells is not None:
            self._holder.wish(maximised=cells)

    def _fill_or_fit(self) -> None:
        state = self._holder.state
        if filled(state) is None or state.layout is Layout.LINKED:
            self._window.gestures.fit()
        else:
            self.fill()

    def _drop(self, uid: str, number: int) -> None:
        self._holder.wish(layout=Layout.ONE)
        self._go(number)
        self._window.navigator.show_series(uid)

    def _go(self, number: int) -> None:
        self._holder.activate(number)
        view = self.view_of(number)
        if view is not None:
            view.activateWindow()
            view.setFocus()

    def view_of(self, number: int) -> ImageView | None:
        """The pane that shows a cell."""
        found = (grid.view_of(number) for grid in self._window.parts.grids)
        return next((view for view in found if view is not None), None)

    def _toggle_link(self, link: Link) -> None:
        self._holder.wish(links=self._holder.state.links ^ {link})

    def _bounce(self) -> None:
        state = self._holder.state
        self._holder.put(state.with_cell(state.active, bounce=not state.cell.bounce), self._holder.facts)

    def _follow(self, old: DisplayState, new: DisplayState) -> None:
        if (old.links, old.active, old.cell.bounce, old.boards) != (new.links, new.active, new.cell.bounce, new.boards):
            self._show_state(new)
        if old.active != new.active or old.maximised != new.maximised:
            view = self.view_of(new.active)
            if view is not None and isinstance(QApplication.focusWidget(), ImageView):
                view.setFocus()

    def _show_state(self, state: DisplayState) -> None:
        actions = self._window.parts.actions
        for link in Link:
            actions[f"link.{link.value}"].setChecked(link in state.links)
        actions["cine.bounce"].setChecked(state.cell.bounce)
        board = state.boards[board_of(state.boards, state.active)]
        for rows, columns in GRIDS:
            actions[f"layout.{rows}x{columns}"].setEnabled(
                (rows, columns) != (board.rows, board.columns) or state.layout is not Layout.ONE
            )
