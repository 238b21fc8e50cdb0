"""Which image is on the screen: scrolling, series, cine, and what each series looked like when it was left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from radviewer.core.errors import Problem
from radviewer.core.image import ImageRef
from radviewer.core.study import Catalog
from radviewer.ui.loading import ImageLoader
from radviewer.ui.viewer_state import ViewerState
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.stack import Stack, StackList
from radviewer.workbench.state import Appearance


class Navigator(QObject):
    """Moves through the stacks.

    Signals:
        series_changed: The UID of the series on the screen.
        failed: (`ImageRef`, `Problem`) of the wished image.
    """

    series_changed = Signal(str)
    failed = Signal(object, object)

    def __init__(self, state: ViewerState, loader: ImageLoader, rate: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holder, self._loader = state, loader
        self._stacks = StackList()
        self._stack: Stack | None = None
        self._remembered: dict[str, tuple[Appearance, ImageRef]] = {}
        self._guesses: list[Path] = []
        self._cine = QTimer(self)
        self._cine.setInterval(round(1000 / rate))
        self._cine.timeout.connect(self._next_cine)
        loader.ready.connect(self._ready)
        loader.failed.connect(self._fail)
        state.changed.connect(lambda _old, new: self._run_cine(new.playing))

    @property
    def stack(self) -> Stack | None:
        """The series on the screen."""
        return self._stack

    def set_catalog(self, catalog: Catalog) -> None:
        """Takes the studies; shows the first one's middle image if nothing is on the screen."""
        self._stacks = StackList.of(catalog)
        current = self._stacks.stack_of(self._holder.state.image)
        if current is not None:
            self._enter(current)
            self.show(self._holder.state.image)
        elif self._stacks.stacks:
            self.show_stack(self._stacks.stacks[0])

    def guess(self, paths: tuple[Path, ...]) -> None:
        """Shows the first of these files that can be read, before the catalog is there."""
        if self._holder.state.image is None and paths:
            self._guesses = list(paths[1:])
            self.show(ImageRef(paths[0]))

    def show_series(self, uid: str) -> None:
        """Shows a series as it was left, or its first image."""
        for stack in self._stacks.stacks:
            if stack.series.uid == uid:
                self.show_stack(stack)

    def show_stack(self, stack: Stack) -> None:
        """Shows a series as it was left, or its first image."""
        self._leave()
        appearance, ref = self._remembered.get(stack.series.uid, (Appearance(), stack.refs[0]))
        self._enter(stack)
        self._holder.wish(appearance=appearance, playing=False)
        self.show(ref if ref in stack.refs else stack.refs[0])

    def step(self, steps: int) -> None:
        """Scrolls; stops at the ends."""
        target = self._stacks.stepped(self._holder.state.image, steps)
        if target is not None:
            self.show(target)

    def step_series(self, steps: int) -> None:
        """Goes to another series; stops at the ends."""
        stack = self._stacks.other_series(self._holder.state.image, steps)
        if stack is not None and stack is not self._stack:
            self.show_stack(stack)

    def show(self, ref: ImageRef | None) -> None:
        """Shows a frame: at once if it is kept, else as soon as it is decoded."""
        if ref is None:
            return
        self._holder.wish(image=ref, cursor=None if ref != self._holder.state.image else self._holder.state.cursor)
        prepared = self._loader.want(ref)
        if prepared is not None:
            self._ready(prepared)

    def forget(self) -> None:
        """Shows nothing."""
        self._stacks, self._stack = StackList(), None
        self._remembered.clear()
        self._loader.clear()
        self._holder.wish(image=None, appearance=Appearance(), playing=False, cursor=None)
        self._holder.learn(prepared=None, problem=None, result=None, index=0, count=0, series_title="")

    def _leave(self) -> None:
        state = self._holder.state
        if self._stack is not None and state.image is not None:
            self._remembered[self._stack.series.uid] = (state.appearance, state.image)

    def _enter(self, stack: Stack) -> None:
        if self._stack is None or self._stack.series.uid != stack.series.uid:
            self._stack = stack
            self.series_changed.emit(stack.series.uid)
        self._stack = stack

    def _ready(self, prepared: PreparedImage) -> None:
        if prepared.ref != self._holder.state.image:
            return
        self._guesses.clear()
        refs = self._stack.refs if self._stack else ()
        index = refs.index(prepared.ref) if prepared.ref in refs else 0
        self._holder.learn(
            prepared=prepared,
            problem=None,
            index=index,
            count=len(refs),
            series_title=self._stack.title if self._stack else "",
        )
        if prepared.ref in refs:
            self._loader.prefetch(refs, index)

    def _fail(self, ref: ImageRef, problem: Problem) -> None:
        if ref != self._holder.state.image:
            return
        if self._guesses:
            self.show(ImageRef(self._guesses.pop(0)))
            return
        if self._stack is None:
            self._holder.wish(image=None)
            return  # only a guess; the scan tells what is wrong with the file
        self._holder.wish(playing=False)
        refs = self._stack.refs
        self._holder.learn(problem=problem, index=refs.index(ref) if ref in refs else 0, count=len(refs))
        self.failed.emit(ref, problem)

    def _run_cine(self, playing: bool) -> None:
        if playing != self._cine.isActive():
            self._cine.start() if playing else self._cine.stop()

    def _next_cine(self) -> None:
        state, stack = self._holder.state, self._stack
        if stack is None or len(stack.refs) < 2 or state.image not in stack.refs:
            self._holder.wish(playing=False)
            return
        prepared = self._holder.facts.prepared
        if prepared is not None and prepared.ref == state.image:  # else the frame is still being decoded: wait for it
            self.show(stack.refs[(stack.refs.index(state.image) + 1) % len(stack.refs)])
