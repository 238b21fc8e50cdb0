"""Finds the keys and the store of a study from the options of `radviewer study`."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.core.errors import InputProblem

if TYPE_CHECKING:
    from radviewer.readerstudy.keys import StudyKeys
    from radviewer.readerstudy.study_store import Place, StudyStore

SERVER_VARIABLE = "RADVIEWER_STUDY_SERVER"


def key_folder() -> Path:
    """Where keys and anchors are kept unless --keys says otherwise; outside every study folder."""
    from radviewer.io.userdirs import user_folders

    return user_folders().data / "study-keys"


def keys_of(wish: Path | None, study_id: str) -> tuple[StudyKeys, Path]:
    """The keys and their folder: of the administrator if there are, else of the workstation."""
    from radviewer.readerstudy.keys import ADMINISTRATOR, WORKSTATION, KeyProblem, key_path, load_keys

    if wish is not None and wish.is_file():
        return load_keys(wish), wish.parent
    folder = wish or key_folder()
    for role in (ADMINISTRATOR, WORKSTATION):
        path = key_path(folder, study_id, role)
        if path.is_file():
            return load_keys(path), folder
    raise KeyProblem(f"There are no keys of {study_id!r} in {folder}.", hint="Name a key file with --keys.")


def place_of(arguments: argparse.Namespace, folder: Path, study_id: str) -> Place:
    """Folder, keys, anchors and server."""
    from radviewer.readerstudy.study_store import Place

    keys, anchors = keys_of(arguments.keys, study_id)
    return Place(folder, keys, anchors, arguments.server or os.environ.get(SERVER_VARIABLE, ""))


def open_store(arguments: argparse.Namespace) -> StudyStore:
    """Opens the study in `arguments.folder`."""
    from radviewer.readerstudy.study_store import MARK_NAME, StudyStore

    try:
        mark = json.loads((arguments.folder / MARK_NAME).read_text(encoding="utf-8"))
        study_id = str(mark["study"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputProblem(
            f"{arguments.folder} is no study folder.", hint="`radviewer study schedule` makes one."
        ) from error
    return StudyStore.open(place_of(arguments, arguments.folder, study_id))


def write_private(path: Path, data: bytes) -> None:
    """Writes a new file for the user only; refuses to overwrite, and leaves no half of it.

    Raises:
        InputProblem: It exists or cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        if path.exists():
            raise InputProblem(f"{path} exists already.", hint="Choose another folder; nothing is overwritten.")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.rename(path)
    except OSError as error:
        raise InputProblem(f"{path} cannot be written ({error.strerror}).", hint="Choose another folder.") from error
