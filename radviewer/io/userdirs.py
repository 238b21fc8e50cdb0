"""Where the program keeps what belongs to the user; readable by nobody else (folders 0700, files 0600).

RADVIEWER_HOME puts all of it under one folder: for tests, and for a copy that runs from a stick.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from radviewer.core.errors import InputProblem

APPLICATION = "radviewer"
HOME_VARIABLE = "RADVIEWER_HOME"


@dataclass(frozen=True, slots=True)
class UserFolders:
    """The user's folders.

    Attributes:
        data: Model packs, studies, recent lists.
        config: Settings.
        cache: What can be made again.
        logs: Log files.
    """

    data: Path
    config: Path
    cache: Path
    logs: Path

    def items(self) -> tuple[tuple[str, Path], ...]:
        """Each folder with what it is for."""
        return (("data", self.data), ("config", self.config), ("cache", self.cache), ("logs", self.logs))


def user_folders() -> UserFolders:
    """The folders, without making them; see `make_private`."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        base = Path(home).expanduser().absolute()
        return UserFolders(base / "data", base / "config", base / "cache", base / "logs")
    return UserFolders(
        platformdirs.user_data_path(APPLICATION, appauthor=False),
        platformdirs.user_config_path(APPLICATION, appauthor=False),
        platformdirs.user_cache_path(APPLICATION, appauthor=False),
        platformdirs.user_log_path(APPLICATION, appauthor=False),
    )


def make_private(folder: Path) -> Path:
    """Makes a folder with its parents, for the user only, and returns it.

    Raises:
        InputProblem: It cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name != "nt":
            folder.chmod(0o700)
    except OSError as error:
        raise InputProblem(
            f"{folder}: the folder cannot be made ({error.strerror or error}).",
            hint=f"Check its permissions, or set {HOME_VARIABLE} to a folder of your own.",
        ) from error
    return folder
