"""The tag browser as a feature: reads headers in the background and follows the image on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from radviewer.core.errors import Problem, describe
from radviewer.core.image import ImageRef
from radviewer.ui.i18n import said_problem, tr
from radviewer.workbench.state import DisplayState

if TYPE_CHECKING:
    from radviewer.io.tags import Tag
    from radviewer.ui.main_window import MainWindow
    from radviewer.ui.tags.window import TagWindow

    Read = Callable[[ImageRef], tuple[Tag, ...]]
    _Answer = tuple[tuple[Tag, ...], tuple[Tag, ...] | None]


def read_header(ref: ImageRef) -> tuple[Tag, ...]:
    """The attributes of an image's file; the library is loaded when the first is read."""
    from radviewer.io.tags import read_tags

    return read_tags(ref.path)


class TagsFeature:
    """Shows the header of the image on the screen.

    Args:
        window: The main window.
        read: How a header is read; on a background thread.
    """

    def __init__(self, window: MainWindow, read: Read = read_header) -> None:
        self._main, self._read = window, read
        self.window: TagWindow | None = None
        self._asked: tuple[ImageRef | None, ImageRef | None] | None = None
        window.state.changed.connect(self._follow)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its action does."""
        return {"image.tags": self.show}

    def close(self) -> None:
        """Nothing to keep."""

    def show(self) -> None:
        """Opens the window."""
        from radviewer.ui.tags.window import TagWindow

        if self.window is None:
            self.window = TagWindow(self._main.theme, self._main)
            self.window.compare_requested.connect(lambda _number: self._ask())
        self.window.present()
        self.window.search.setFocus()
        self._asked = None
        self._ask()

    def _follow(self, old: DisplayState, new: DisplayState) -> None:
        if self.window is None or not self.window.isVisible():
            return
        if old.deidentified != new.deidentified:
            self._asked = None
        if old.image != new.image or old.deidentified != new.deidentified:
            self._ask()

    def _ask(self) -> None:
        """Has the header of the image on the screen read, and that of the image to compare with."""
        assert self.window is not None
        ref, stack = self._main.state.state.image, self._main.navigator.stack
        refs = stack.refs if stack is not None and ref in stack.refs else ()
        self.window.set_series(len(refs), refs.index(ref) if ref is not None and refs else 0)
        number = self.window.compared_with
        other = refs[number - 1] if 0 < number <= len(refs) else None
        if (ref, other) == self._asked:
            return
        self._asked = (ref, other)
        if ref is None:
            self.window.set_message(tr("Open an image to see its header."))
            return
        self._main.executor.submit(self._work, ref, other)

    def _work(self, ref: ImageRef, other: ImageRef | None) -> None:
        try:
            answer: _Answer | Problem = (self._read(ref), None if other is None else self._read(other))
        except Exception as error:  # noqa: BLE001 - a thread's gate: what failed is told by the window
            answer = describe(error)
        self._main.bridge.post(partial(self._show, (ref, other), answer))

    def _show(self, asked: tuple[ImageRef, ImageRef | None], answer: _Answer | Problem) -> None:
        if self.window is None or asked != self._asked:
            return  # of an image that is not on the screen any more
        hidden = self._main.state.state.deidentified
        if isinstance(answer, Problem):
            self.window.set_message(tr("The header cannot be read.") if hidden else said_problem(answer))
            return
        self.window.set_tags(*answer, str(asked[0].path), hidden=hidden)
