"""Where studies and their keys are, and how a study is opened in the role of a reader or of the administrator."""

from __future__ import annotations

import json
import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.core.errors import InputProblem

if TYPE_CHECKING:
    from radviewer.readerstudy.keys import StudyKeys
    from radviewer.readerstudy.study_store import StudyStore

SERVER_VARIABLE = "RADVIEWER_STUDY_SERVER"


class Role(StrEnum):
    """In whose name a study is opened."""

    READER = "reader"
    ADMINISTRATOR = "administrator"


def key_folder() -> Path:
    """Where keys and anchors are kept unless the user says otherwise; outside every study folder."""
    from radviewer.io.userdirs import user_folders

    return user_folders().data / "study-keys"


def study_mark(folder: Path) -> tuple[str, bool]:
    """Id of the study in a folder, and whether its calls are kept on a server.

    Raises:
        InputProblem: It is no study folder.
    """
    from radviewer.readerstudy.study_store import MARK_NAME

    try:
        mark = json.loads((folder / MARK_NAME).read_text(encoding="utf-8"))
        return str(mark["study"]), mark.get("store") == "postgresql"
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputProblem(f"{folder} is no study folder.", hint="`radviewer study schedule` makes one.") from error


def keys_of(wish: Path | None, study_id: str) -> tuple[StudyKeys, Path]:
    """The keys and their folder: of the administrator if there are, else of the workstation.

    Args:
        wish: A key file, a folder of keys, or None for the user's own folder.
        study_id: Of the study.

    Raises:
        KeyProblem: There are none.
    """
    from radviewer.readerstudy.keys import ADMINISTRATOR, WORKSTATION, KeyProblem, key_path, load_keys

    if wish is not None and wish.is_file():
        return load_keys(wish), wish.parent
    folder = wish or key_folder()
    for role in (ADMINISTRATOR, WORKSTATION):
        path = key_path(folder, study_id, role)
        if path.is_file():
            return load_keys(path), folder
    raise KeyProblem(f"There are no keys of {study_id!r} in {folder}.", hint="Name a key file with --keys.")


def open_in_role(folder: Path, role: Role, keys: Path | None = None, server: str = "") -> StudyStore:
    """Opens a study.

    Args:
        folder: The study folder.
        role: A reader's store holds no private key, even where the administrator's file lies beside: what opens truth
            and calls is then not in the program at all.
        keys: As in `keys_of`.
        server: URL of the PostgreSQL database; by default that of the environment, and used only by studies kept there.

    Raises:
        InputProblem: No study, no keys, or the store cannot be opened.
    """
    from radviewer.readerstudy.keys import KeyProblem
    from radviewer.readerstudy.study_store import Place, StudyStore

    study_id, on_server = study_mark(folder)
    found, anchors = keys_of(keys, study_id)
    if role is Role.READER:
        found = found.for_workstation()
    elif found.private is None:
        raise KeyProblem(
            f"The administrator's key of {study_id!r} is not in {anchors}.", hint="Choose the administrator's key file."
        )
    url = (server or os.environ.get(SERVER_VARIABLE, "")) if on_server else ""
    return StudyStore.open(Place(folder, found, anchors, url))
