"""The measurements of all images, with undo and redo over every edit, and a keeper that makes each edit last.

An edit is a pair of notes of one image, before and after, so undoing it restores exactly what was there. What is read
back from the keeper is no edit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from radviewer.core.errors import InputProblem
from radviewer.workbench.measuring.notes import ImageNotes, Measurement

UNDO_LIMIT = 500


class Keeper(Protocol):
    """Makes notes last; see `store.MeasurementStore`."""

    def load(self, key: str) -> ImageNotes:
        """The notes that are kept of an image."""

    def save(self, key: str, before: ImageNotes, after: ImageNotes) -> None:
        """Keeps a change; returns when it is safe on the disk.

        Raises:
            InputProblem: It cannot be kept.
        """


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that can be undone.

    Attributes:
        key: Of the image.
        before: Its notes before.
        after: Its notes after.
        words: What was done, for the menu, for example "draw Distance".
    """

    key: str
    before: ImageNotes
    after: ImageNotes
    words: str


class MeasurementModel:
    """Holds the notes of images by their keys (`identity.image_key`).

    Args:
        keeper: Where they are kept; None keeps them only as long as the program runs.
    """

    def __init__(self, keeper: Keeper | None = None) -> None:
        self._keeper = keeper
        self._notes: dict[str, ImageNotes] = {}
        self._unsaved: dict[str, ImageNotes] = {}  # what the keeper has of images whose last change it does not have
        self._undo: list[Edit] = []
        self._redo: list[Edit] = []
        self._listeners: list[Callable[[str], None]] = []
        self._complaints: list[Callable[[InputProblem], None]] = []

    # --- reading ------------------------------------------------------------------------------------------------

    def notes(self, key: str) -> ImageNotes:
        """The notes of an image; read from the keeper when they are first asked for."""
        found = self._notes.get(key)
        if found is None:
            found = self._notes[key] = self._keeper.load(key) if self._keeper else ImageNotes()
        return found

    def find(self, key: str, measurement_id: str) -> Measurement | None:
        """A measurement of an image."""
        return self.notes(key).find(measurement_id)

    @property
    def noted(self) -> tuple[str, ...]:
        """The keys of images with notes, as far as they were asked for."""
        return tuple(key for key, notes in self._notes.items() if not notes.empty)

    @property
    def undo_words(self) -> str:
        """What undo would take back; empty if nothing."""
        return self._undo[-1].words if self._undo else ""

    @property
    def redo_words(self) -> str:
        """What redo would do again; empty if nothing."""
        return self._redo[-1].words if self._redo else ""

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The keys of images whose last change could not be kept."""
        return tuple(self._unsaved)

    def listen(self, heard: Callable[[str], None]) -> None:
        """Calls `heard(key)` after the notes of an image changed."""
        self._listeners.append(heard)

    def listen_to_problems(self, heard: Callable[[InputProblem], None]) -> None:
        """Calls `heard(problem)` when a change could not be kept."""
        self._complaints.append(heard)

    # --- edits --------------------------------------------------------------------------------------------------

    def put(self, key: str, measurement: Measurement, words: str = "draw") -> None:
        """Adds a measurement, or changes the one with its id."""
        self._edit(key, self.notes(key).put(measurement), f"{words} {measurement.title}")

    def remove(self, key: str, measurement_id: str) -> None:
        """Deletes a measurement."""
        found = self.find(key, measurement_id)
        if found is not None:
            self._edit(key, self.notes(key).without(measurement_id), f"delete {found.title}")

    def rename(self, key: str, measurement_id: str, name: str) -> None:
        """Gives a measurement another name."""
        found = self.find(key, measurement_id)
        if found is not None and found.name != name:
            self._edit(key, self.notes(key).put(replace(found, name=name)), f"rename {found.title}")

    def clear(self, key: str) -> None:
        """Deletes all measurements of an image; mark and calibration stay."""
        self._edit(key, replace(self.notes(key), measurements=()), "delete all of an image")

    def set_key_image(self, key: str, on: bool) -> None:
        """Marks an image as a key image, or takes the mark away."""
        self._edit(key, replace(self.notes(key), is_key=on), "mark key image" if on else "unmark key image")

    def calibrate(self, key: str, calibration: float | None, measurements: tuple[Measurement, ...]) -> None:
        """Sets the calibration of an image, with what its measurements then say, as one edit."""
        self._edit(key, replace(self.notes(key), calibration=calibration, measurements=measurements), "calibrate")

    def set_label(self, key: str, label: str) -> None:
        """Says what an image is called in lists; kept with its next change, and no edit of its own."""
        notes = self.notes(key)
        if notes.label != label:
            self._notes[key] = replace(notes, label=label)

    def undo(self) -> str | None:
        """Takes the last edit back; returns the key of its image, or None if there is none."""
        return self._step(self._undo, self._redo, back=True)

    def redo(self) -> str | None:
        """Does the last edit that was taken back again; returns the key of its image, or None."""
        return self._step(self._redo, self._undo, back=False)

    def retry(self) -> bool:
        """Tries once more to keep what could not be kept; returns whether nothing is left to do."""
        for key in self.unsaved:
            self._keep(key, self._unsaved[key], self.notes(key))
        return not self._unsaved

    def _edit(self, key: str, after: ImageNotes, words: str) -> None:
        before = self.notes(key)
        if before == after:
            return
        self._undo.append(Edit(key, before, after, words))
        del self._undo[:-UNDO_LIMIT]
        self._redo.clear()
        self._apply(key, before, after)

    def _step(self, source: list[Edit], target: list[Edit], *, back: bool) -> str | None:
        if not source:
            return None
        edit = source.pop()
        target.append(edit)
        now = edit.before if back else edit.after
        self._apply(edit.key, self.notes(edit.key), replace(now, label=self.notes(edit.key).label))
        return edit.key

    def _apply(self, key: str, before: ImageNotes, after: ImageNotes) -> None:
        self._notes[key] = after
        self._keep(key, self._unsaved.get(key, before), after)
        for heard in tuple(self._listeners):
            heard(key)

    def _keep(self, key: str, before: ImageNotes, after: ImageNotes) -> None:
        if self._keeper is None:
            return
        try:
            self._keeper.save(key, before, after)
        except InputProblem as problem:
            self._unsaved[key] = before  # the next change brings this one with it
            for heard in tuple(self._complaints):
                heard(problem)
        else:
            self._unsaved.pop(key, None)
