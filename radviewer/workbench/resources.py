"""Where icons, themes and presets lie: in the installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from radviewer.core.errors import InternalError


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_bundled" / "resources", package.parent / "resources"):
        if (folder / "themes").is_dir():
            return folder
    raise InternalError("The program's resources folder is missing.", hint="Please install radviewer again.")


def resource(name: str) -> Path:
    """The path of one resource, for example "icons/open.svg".

    Raises:
        InternalError: There is no such resource.
    """
    path = _root() / name
    if not path.is_file():
        raise InternalError(f"The resource '{name}' is missing.", hint="Please install radviewer again.")
    return path
