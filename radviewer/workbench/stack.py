"""The images of a catalog as stacks to scroll through, and where one is in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from radviewer.core.image import ImageRef
from radviewer.core.planes import SlicePlane
from radviewer.core.study import Catalog, Series, Study
from radviewer.workbench.linking import Track


@dataclass(frozen=True, slots=True)
class Stack:
    """The frames of one series in reading order."""

    study: Study
    series: Series
    refs: tuple[ImageRef, ...]

    @property
    def title(self) -> str:
        """What the series is, without the patient's name."""
        return self.series.description or self.series.modality or "Series"


@dataclass(frozen=True, slots=True)
class StackList:
    """All series that have images, in the order of the browser.

    Attributes:
        stacks: The series.
    """

    stacks: tuple[Stack, ...] = ()
    _places: dict[ImageRef, tuple[int, int]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _tracks: dict[int, Track] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for number, stack in enumerate(self.stacks):
            for at, ref in enumerate(stack.refs):
                self._places.setdefault(ref, (number, at))

    @classmethod
    def of(cls, catalog: Catalog) -> StackList:
        """The stacks of a catalog; objects without pixels are left out."""
        found = (Stack(study, series, series_refs(series)) for study in catalog.studies for series in study.series)
        return cls(tuple(stack for stack in found if stack.refs))

    def locate(self, ref: ImageRef | None) -> tuple[int, int] | None:
        """(stack, place in it) of a frame, or None."""
        return None if ref is None else self._places.get(ref)

    def track_of(self, ref: ImageRef | None) -> Track | None:
        """The stack that holds a frame, as scrolling needs it; or None."""
        found = self.locate(ref)
        if found is None:
            return None
        if found[0] not in self._tracks:
            self._tracks[found[0]] = _track(self.stacks[found[0]])
        return self._tracks[found[0]]

    def stack_of(self, ref: ImageRef | None) -> Stack | None:
        """The stack that holds a frame, or None."""
        found = self.locate(ref)
        return None if found is None else self.stacks[found[0]]

    def stepped(self, ref: ImageRef | None, steps: int) -> ImageRef | None:
        """The frame some steps further in the same stack; stops at the ends."""
        found = self.locate(ref)
        if found is None:
            return None
        refs = self.stacks[found[0]].refs
        return refs[min(max(found[1] + steps, 0), len(refs) - 1)]

    def other_series(self, ref: ImageRef | None, steps: int) -> Stack | None:
        """The stack some steps further in the list; stops at the ends. From nowhere, the first or the last one."""
        found = self.locate(ref)
        if found is None:
            return (self.stacks[0] if steps > 0 else self.stacks[-1]) if self.stacks else None
        return self.stacks[min(max(found[0] + steps, 0), len(self.stacks) - 1)]


def series_refs(series: Series) -> tuple[ImageRef, ...]:
    """Every frame of a series."""
    return tuple(ImageRef(item.path, frame) for item in series.instances for frame in range(item.frames))


def _track(stack: Stack) -> Track:
    """Planes and spaces of every frame, unknown ones as None.

    A series has one Frame of Reference (PS3.3 C.7.4.1.1.1). Where its images name none, or several (de-identification
    that makes new UIDs for each file), the series is a space of its own: it goes together with itself and no other.
    """
    planes: list[SlicePlane | None] = []
    for item in stack.series.instances:
        planes += [item.planes[frame] if frame < len(item.planes) else None for frame in range(item.frames)]
    named = {item.frame_of_reference for item in stack.series.instances if item.frames}
    space = next(iter(named)) if len(named) == 1 else ""
    own = "series " + stack.series.uid.split("#")[0]
    return Track(stack.refs, tuple(planes), (space or own,) * len(planes))
