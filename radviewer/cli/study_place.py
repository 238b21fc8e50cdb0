"""Finds the keys and the store of a study from the options of `radviewer study`."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.workbench.reading_export import write_private
from radviewer.workbench.reading_place import SERVER_VARIABLE, key_folder, keys_of, study_mark

if TYPE_CHECKING:
    from radviewer.readerstudy.study_store import Place, StudyStore

__all__ = ["SERVER_VARIABLE", "key_folder", "keys_of", "open_store", "place_of", "write_private"]


def place_of(arguments: argparse.Namespace, folder: Path, study_id: str) -> Place:
    """Folder, keys, anchors and server."""
    from radviewer.readerstudy.study_store import Place

    keys, anchors = keys_of(arguments.keys, study_id)
    return Place(folder, keys, anchors, arguments.server or os.environ.get(SERVER_VARIABLE, ""))


def open_store(arguments: argparse.Namespace) -> StudyStore:
    """Opens the study in `arguments.folder`."""
    from radviewer.readerstudy.study_store import StudyStore

    study_id, _ = study_mark(arguments.folder)
    return StudyStore.open(place_of(arguments, arguments.folder, study_id))
