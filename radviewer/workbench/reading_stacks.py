"""The images of a case as the reading room shows them: stacks to scroll through, and each image's place in the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from radviewer.core.errors import UnreadableFile
from radviewer.core.image import ImageRef
from radviewer.workbench.stack import StackList

_MOST_PANES = 9


@dataclass(frozen=True, slots=True)
class CaseStacks:
    """What there is to see of a case.

    Attributes:
        stacks: The frames of each series in reading order; at least one frame in all.
        files: The case's files in the order in which the study names them.
        uids: Series Instance UID of each stack.
    """

    stacks: tuple[tuple[ImageRef, ...], ...]
    files: tuple[Path, ...]
    uids: tuple[str, ...]

    def picked(self, series: str) -> CaseStacks:
        """With one series only; with all where none has that UID or none is asked for."""
        chosen = [place for place, uid in enumerate(self.uids) if uid == series]
        if not series or not chosen:
            return self
        return CaseStacks(tuple(self.stacks[place] for place in chosen), self.files, (series,))

    def file_number(self, ref: ImageRef) -> int:
        """Place of a frame's file in the case, from 0: the `image` of marks and boxes."""
        return self.files.index(ref.path)

    def map_number(self, ref: ImageRef) -> int:
        """Place of a frame among all frames of the case, in the order of files: which map is its own."""
        if len(self.files) == 1:
            return ref.frame
        return self.file_number(ref) if ref.frame == 0 else -1

    @property
    def first(self) -> tuple[ImageRef, ...]:
        """What is on the screen at first: the first frame of each stack."""
        return tuple(stack[0] for stack in self.stacks)


def case_stacks(files: Sequence[Path]) -> CaseStacks:
    """Finds the images of a case by their headers; meant for a background thread.

    Args:
        files: As the session names them.

    Raises:
        UnreadableFile: There is no image in them.
    """
    from radviewer.io.catalog import scan

    found = StackList.of(scan(tuple(files))).stacks
    if not found:
        raise UnreadableFile("The files of this case hold no image.", hint="Tell the study's administrator.")
    # Of several series the one with the first file comes first, as the plan names files in their order.
    order = {path: place for place, path in enumerate(files)}
    stacks = sorted(found, key=lambda stack: min(order.get(ref.path, 0) for ref in stack.refs))
    return CaseStacks(tuple(stack.refs for stack in stacks), tuple(files), tuple(stack.series.uid for stack in stacks))


def hung(stacks: CaseStacks, hanging: str) -> tuple[tuple[tuple[ImageRef, ...], ...], int]:
    """What hangs in which pane, and the number of columns.

    Args:
        stacks: The case.
        hanging: "rows x columns" of the plan, for example "1x2"; anything else is one pane.

    Returns:
        A stack for each pane, in rows from the left. With one pane all series follow each other in one stack. A case
        with one series of as many images as there are panes hangs one image in each.
    """
    rows, columns = _grid(hanging)
    panes = rows * columns
    everything = tuple(ref for stack in stacks.stacks for ref in stack)
    if panes == 1 or len(everything) == 1:
        return (everything,), 1
    if len(stacks.stacks) == 1:
        if len(everything) > panes:
            return (everything,), 1
        return tuple((ref,) for ref in everything), columns
    shown = stacks.stacks[: panes - 1]
    rest = tuple(ref for stack in stacks.stacks[panes - 1 :] for ref in stack)
    return (*shown, rest) if rest else shown, columns


def _grid(hanging: str) -> tuple[int, int]:
    rows, _, columns = hanging.lower().partition("x")
    if rows.isdigit() and columns.isdigit() and 1 <= int(rows) * int(columns) <= _MOST_PANES:
        return int(rows), int(columns)
    return 1, 1
