"""What was opened lately, in the user's data folder; nothing is added in de-identified mode.

An entry names files and the patient, as the user has to find them again. So the file is for the user only, it can be
emptied, and while de-identified mode is on nothing is written to it and its entries are shown without names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from radviewer.core.study import Catalog
from radviewer.workbench.browsing import patient_title, study_modalities, study_title
from radviewer.workbench.kept_lines import read_lines, rewrite_lines

FILE_NAME = "recent.jsonl"
KEPT = 30


@dataclass(frozen=True, slots=True)
class Recent:
    """Something that was opened.

    Attributes:
        paths: The files and folders that the user chose, absolute.
        title: The first patient and study, and how many more.
        modalities: That were found, for example "CT, MR".
        images: How many.
        opened: When, ISO 8601 with the offset.
    """

    paths: tuple[Path, ...]
    title: str
    modalities: str
    images: int
    opened: str

    @property
    def missing(self) -> tuple[Path, ...]:
        """Paths that are not there now (moved, deleted, or on a drive that is not connected)."""
        return tuple(path for path in self.paths if not path.exists())

    def shown(self, *, hidden: bool) -> str:
        """What the list says; without name, date and path in de-identified mode."""
        count = "1 image" if self.images == 1 else f"{self.images} images"
        what = "  ".join(part for part in (self.modalities, count) if part)
        return what if hidden else f"{self.title}\n{what}"


class Recents:
    """The list, the latest first.

    Args:
        folder: The user's data folder.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        entries, self.complaint = read_lines(self._path)
        self._items = [item for item in map(_read, entries) if item is not None]

    @property
    def items(self) -> tuple[Recent, ...]:
        """The latest first."""
        return tuple(self._items)

    def add(self, item: Recent) -> None:
        """Puts an opening first; an older one of the same paths goes.

        Raises:
            WriteProblem: The list cannot be kept.
        """
        self._items = [item, *(old for old in self._items if old.paths != item.paths)][:KEPT]
        self._save()

    def remove(self, item: Recent) -> None:
        """Takes one out.

        Raises:
            WriteProblem: The list cannot be kept.
        """
        self._items = [old for old in self._items if old.paths != item.paths]
        self._save()

    def clear(self) -> None:
        """Forgets all; the file goes.

        Raises:
            WriteProblem: The file cannot be emptied.
        """
        self._items = []
        self._save()

    def _save(self) -> None:
        rewrite_lines(self._path, [_entry(item) for item in self._items])


def recent_of(paths: Sequence[Path], brought: Catalog, now: datetime) -> Recent | None:
    """What is remembered of an opening; None if it brought no images."""
    if not brought.studies:
        return None
    first, more = brought.studies[0], len(brought.studies) - 1
    title = f"{patient_title(first)}  {study_title(first)}" + (f"  and {more} more" if more else "")
    found = dict.fromkeys(part for study in brought.studies for part in study_modalities(study).split(", ") if part)
    return Recent(
        tuple(path.absolute() for path in paths),
        title,
        ", ".join(found),
        brought.image_count,
        now.astimezone().isoformat(timespec="seconds"),
    )


def _entry(item: Recent) -> dict[str, Any]:
    return {
        "paths": [str(path) for path in item.paths],
        "title": item.title,
        "modalities": item.modalities,
        "images": item.images,
        "opened": item.opened,
    }


def _read(entry: dict[str, Any]) -> Recent | None:
    paths = entry.get("paths")
    if not isinstance(paths, list) or not paths or not all(isinstance(path, str) for path in paths):
        return None
    images = entry.get("images")
    return Recent(
        tuple(map(Path, paths)),
        str(entry.get("title", "")),
        str(entry.get("modalities", "")),
        images if isinstance(images, int) else 0,
        str(entry.get("opened", "")),
    )
