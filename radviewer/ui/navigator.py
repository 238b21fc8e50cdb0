"""Which image is in each cell: scrolling, series, cine, and what each series looked like when it was left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from radviewer.core.errors import Problem
from radviewer.core.image import ImageRef
from radviewer.core.study import Catalog
from radviewer.ui.layouts.cine import Cine
from radviewer.ui.loading import ImageLoader
from radviewer.ui.viewer_state import ViewerState
from radviewer.workbench.cells import Board, Cell, CellFacts
from radviewer.workbench.linking import Track, at_point, followers
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.stack import Stack, StackList
from radviewer.workbench.state import Appearance, DisplayState


class Navigator(QObject):
    """Moves through the stacks; without a cell's number, in the active cell.

    Signals:
        series_changed: The UID of the series in the active cell.
        failed: (`ImageRef`, `Problem`) of the wished image of the active cell.
    """

    series_changed = Signal(str)
    failed = Signal(object, object)

    def __init__(self, state: ViewerState, loader: ImageLoader, rate: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holder, self._loader = state, loader
        self._stacks = StackList()
        self._told = ""
        self._remembered: dict[str, tuple[Appearance, ImageRef]] = {}
        self._guesses: list[Path] = []
        self._cine = Cine(state, rate, self._next_cine, self)
        loader.ready.connect(self._ready)
        loader.failed.connect(self._fail)
        state.changed.connect(lambda _old, new: self._follow(new))

    def set_rate(self, rate: float) -> None:
        """Sets how many images a second cine shows."""
        self._cine.set_rate(rate)

    def step_rate(self, steps: int) -> None:
        """Makes cine of the active cell faster or slower."""
        self._cine.step_rate(steps)

    @property
    def stacks(self) -> StackList:
        """All series that have images."""
        return self._stacks

    @property
    def stack(self) -> Stack | None:
        """The series in the active cell."""
        return self._stacks.stack_of(self._holder.state.image)

    def set_catalog(self, catalog: Catalog) -> None:
        """Takes the studies; shows the first one's first image if nothing is on the screen."""
        self._stacks = StackList.of(catalog)
        if self.stack is not None:
            self._follow(self._holder.state)
            self.refresh()
        elif self._stacks.stacks:
            self.show_stack(self._stacks.stacks[0])

    def guess(self, paths: tuple[Path, ...]) -> None:
        """Shows the first of these files that can be read, before the catalog is there."""
        if self._holder.state.image is None and paths:
            self._guesses = list(paths[1:])
            self.show(ImageRef(paths[0]))

    def show_series(self, uid: str, number: int | None = None) -> None:
        """Shows a series as it was left, or its first image; in the active cell or in the one of this number."""
        for stack in self._stacks.stacks:
            if stack.series.uid == uid:
                self.show_stack(stack, number)

    def show_stack(self, stack: Stack, number: int | None = None) -> None:
        """Shows a series as it was left, or its first image."""
        at = self._holder.state.active if number is None else number
        self._leave(at)
        cell = self.cell_of(stack)
        self._put(self._holder.state.with_cell(at, image=cell.image, appearance=cell.appearance, playing=False))

    def step(self, steps: int) -> None:
        """Scrolls; stops at the ends."""
        target = self._stacks.stepped(self._holder.state.image, steps)
        if target is not None:
            self.show(target)

    def step_series(self, steps: int) -> None:
        """Goes to another series; stops at the ends."""
        stack = self._stacks.other_series(self._holder.state.image, steps)
        if stack is not None and stack is not self.stack:
            self.show_stack(stack)

    def show(self, ref: ImageRef | None) -> None:
        """Shows a frame in the active cell, and in linked cells what goes with it."""
        if ref is None:
            return
        state = self._holder.state
        shown = followers(state, self.tracks(), state.image, ref) if len(state.cells) > 1 else {}
        self.show_many({**shown, state.active: ref})

    def show_many(self, images: Mapping[int, ImageRef]) -> None:
        """Shows frames in several cells: at once if they are kept, else as soon as they are decoded."""
        state = self._holder.state
        moved = images.get(state.active, state.image) != state.image
        for number, ref in images.items():
            if state.cells[number].image != ref:
                state = state.with_cell(number, image=ref)
        self._put(replace(state, cursor=None) if moved else state)

    def show_point(self) -> None:
        """Scrolls the other cells to the point under the mouse."""
        self.show_many(at_point(self._holder.state, self._holder.facts, self.tracks()))

    def refresh(self) -> None:
        """Has every image that is wished for brought."""
        self._put(self._holder.state, anew=True)

    def next_cells(self, most: int) -> tuple[Cell, ...]:
        """The series that come next in the active one's study and are in no cell, as they were left."""
        stack, shown = self.stack, [self._stacks.stack_of(cell.image) for cell in self._holder.state.cells]
        if stack is None:
            return ()
        mates = [item for item in self._stacks.stacks if item.study is stack.study]
        after = mates.index(stack) + 1
        free = [item for item in (*mates[after:], *mates[: after - 1]) if not any(item is other for other in shown)]
        return tuple(self.cell_of(item) for item in free[:most])

    def cell_of(self, stack: Stack) -> Cell:
        """A cell with a series as it was left."""
        appearance, ref = self._remembered.get(stack.series.uid, (Appearance(), stack.refs[0]))
        return Cell(ref if ref in stack.refs else stack.refs[0], appearance)

    def arrange(self, boards: tuple[Board, ...], cells: tuple[Cell, ...], active: int) -> None:
        """Changes boards and cells; what is known of an image goes where the image goes."""
        for number in range(len(self._holder.state.cells)):
            self._leave(number)
        known = {item.prepared.ref: item for item in self._holder.facts.cells if item.prepared is not None}
        facts = tuple(known.get(cell.image, CellFacts()) if cell.image else CellFacts() for cell in cells)
        state = self._holder.state.arranged(boards, cells, active)
        state = replace(state, maximised=frozenset(), pointed=None, cursor=None)
        self._holder.put(state, self._holder.facts.arranged(facts, active))
        self.refresh()

    def forget(self) -> None:
        """Shows nothing."""
        self._stacks = StackList()
        self._told = ""
        self._remembered.clear()
        self._loader.clear()
        state = self._holder.state.arranged((Board(),), (Cell(),), 0)
        state = replace(state, maximised=frozenset(), pointed=None, cursor=None)
        self._holder.put(state, self._holder.facts.arranged((CellFacts(),), 0))

    def tracks(self) -> tuple[Track | None, ...]:
        """The series of each cell as scrolling needs it."""
        return tuple(self._stacks.track_of(cell.image) for cell in self._holder.state.cells)

    def _put(self, state: DisplayState, *, anew: bool = False) -> None:
        """Takes a state over with what is known of its images already, and asks for the others.

        Args:
            state: The new wishes.
            anew: Whether images are asked for that were asked for before.
        """
        old, facts = self._holder.state, self._holder.facts
        for number, cell in enumerate(state.cells):
            known = facts.cells[number]
            if cell.image is None or (cell.image == old.cells[number].image and not anew):
                continue
            if known.prepared is not None and known.prepared.ref == cell.image:
                facts = facts.with_cell(number, **self._known(known.prepared))
                continue
            kept = self._loader.want(cell.image)
            facts = facts.with_cell(number, **(self._known(kept) if kept is not None else {"problem": None}))
        self._holder.put(state, facts)
        self._prefetch()

    def _known(self, prepared: PreparedImage) -> dict[str, object]:
        """What there is to know of an image that is there."""
        found = self._stacks.locate(prepared.ref)
        stack = None if found is None else self._stacks.stacks[found[0]]
        track = self._stacks.track_of(prepared.ref)
        at = found[1] if found is not None else 0
        return {
            "prepared": prepared,
            "problem": None,
            "index": at,
            "count": len(stack.refs) if stack else 0,
            "series_title": stack.title if stack else "",
            "plane": track.plane(at) if track else None,
            "space": track.space(at) if track else "",
            "study": stack.study if stack else None,
            "series": stack.series if stack else None,
        }

    def _prefetch(self) -> None:
        places = []
        for cell, known in zip(self._holder.state.cells, self._holder.facts.cells, strict=True):
            found = self._stacks.locate(cell.image)
            if found is not None and known.prepared is not None and known.prepared.ref == cell.image:
                places.append((self._stacks.stacks[found[0]].refs, found[1]))
        if places:
            self._loader.prefetch(places, {cell.image for cell in self._holder.state.cells if cell.image})

    def _leave(self, number: int) -> None:
        cell = self._holder.state.cells[number]
        stack = self._stacks.stack_of(cell.image)
        if stack is not None and cell.image is not None:
            self._remembered[stack.series.uid] = (cell.appearance, cell.image)

    def _follow(self, state: DisplayState) -> None:
        """Tells which series is in the active cell, and lets cine run where it is wished for."""
        stack = self._stacks.stack_of(state.image)
        if stack is not None and stack.series.uid != self._told:
            self._told = stack.series.uid
            self.series_changed.emit(self._told)
        self._cine.follow(state)

    def _ready(self, prepared: PreparedImage) -> None:
        facts = self._holder.facts
        wanted = [number for number, cell in enumerate(self._holder.state.cells) if cell.image == prepared.ref]
        for number in wanted:
            facts = facts.with_cell(number, **self._known(prepared))
        if not wanted:
            return
        if self._holder.state.active in wanted:
            self._guesses.clear()
        self._holder.put(self._holder.state, facts)
        self._prefetch()

    def _fail(self, ref: ImageRef, problem: Problem) -> None:
        state, facts = self._holder.state, self._holder.facts
        if ref == state.image and self._guesses:
            self.show(ImageRef(self._guesses.pop(0)))
            return
        found = self._stacks.locate(ref)
        if ref == state.image and found is None:
            self._holder.wish(image=None)
            return  # only a guess; the scan tells what is wrong with the file
        for number, cell in enumerate(state.cells):
            if cell.image == ref and found is not None:
                count = len(self._stacks.stacks[found[0]].refs)
                state = state.with_cell(number, playing=False)
                facts = facts.with_cell(number, problem=problem, index=found[1], count=count)
        self._holder.put(state, facts)
        if ref == state.image:
            self.failed.emit(ref, problem)

    def _next_cine(self, number: int, direction: int) -> int:
        """Shows the next image of a running cell; returns the direction from now on, 0 to stop."""
        state = self._holder.state
        cell = state.cells[number]
        found = self._stacks.locate(cell.image)
        refs = () if found is None else self._stacks.stacks[found[0]].refs
        if found is None or len(refs) < 2:
            return 0
        known = self._holder.facts.cells[number].prepared
        if known is None or known.ref != cell.image:
            return direction  # still being decoded: wait for it
        at = found[1] + direction
        if not 0 <= at < len(refs) and cell.bounce:
            direction = -direction
            at = found[1] + direction
        target = refs[at % len(refs)]
        self.show(target) if number == state.active else self.show_many({number: target})
        return direction
