"""Which models there are: the bundled ones, the user's own, and folders named in RADVIEWER_MODELS.

A folder that looks like a pack and cannot be used is listed with its reason, never skipped. No torch here: the window
lists models before torch is up.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from radviewer.core.errors import ModelPackProblem, Problem, RadviewerError, describe
from radviewer.inference import integrity
from radviewer.inference.manifest import CARD_FILE, MANIFEST_FILE, PackManifest, parse_manifest
from radviewer.inference.pack_archive import as_folder
from radviewer.io.userdirs import make_private, user_folders

ENVIRONMENT = "RADVIEWER_MODELS"


class Origin(StrEnum):
    """Where a pack was found."""

    BUNDLED = "bundled"
    USER = "user"
    ENVIRONMENT = "RADVIEWER_MODELS"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Pack:
    """A checked pack: every file has the checksum that it was packed with, and the manifest is sound."""

    folder: Path
    manifest: PackManifest

    @property
    def card(self) -> str:
        """The model card, Markdown."""
        return (self.folder / CARD_FILE).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class PackEntry:
    """What was found in one folder.

    Attributes:
        folder: The pack's folder.
        origin: Which part of the search path it is from.
        manifest: What it says; None when it is refused.
        problem: Why it is refused; None when it can be used.
    """

    folder: Path
    origin: Origin
    manifest: PackManifest | None
    problem: Problem | None


def bundled_folder() -> Path:
    """Where the shipped packs are: inside an installed wheel, else in the repository."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "_bundled" / "models"
    return inside if inside.is_dir() else package.parent / "models"


def user_folder() -> Path:
    """Where `install` puts packs."""
    return user_folders().data / "models"


def environment_folders() -> tuple[Path, ...]:
    """Folders named in RADVIEWER_MODELS, separated as in PATH."""
    text = os.environ.get(ENVIRONMENT, "")
    return tuple(Path(part).expanduser() for part in text.split(os.pathsep) if part)


def default_search_path() -> tuple[Path, ...]:
    """The folders whose subfolders are packs, in order of precedence."""
    return (bundled_folder(), user_folder(), *environment_folders())


def read_pack(folder: Path) -> Pack:
    """Checks a folder and reads its manifest; weights are hashed but not parsed.

    Raises:
        ModelPackProblem: The folder is no pack, is altered, holds a pickle, or its manifest is wrong.
    """
    if not (folder / MANIFEST_FILE).is_file():
        integrity_hint = f"A pack is a folder with {MANIFEST_FILE}."
        if folder.is_dir():
            integrity.refuse_pickles(folder)
        raise ModelPackProblem(f"{folder} is no model pack: it has no {MANIFEST_FILE}.", hint=integrity_hint)
    try:
        integrity.verify(folder)
        text = (folder / MANIFEST_FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelPackProblem(f"The pack {folder} cannot be read: {error}.", hint="Check the folder.") from error
    manifest = parse_manifest(text, folder / MANIFEST_FILE)
    for name in (CARD_FILE, manifest.weights.file, *_gate_files(manifest)):
        if not (folder / name).is_file():
            raise ModelPackProblem(f"The pack {folder} lacks {name}.", hint="Install the pack again from its source.")
    return Pack(folder, manifest)


class Registry:
    """The packs on a search path.

    Args:
        search_path: Folders whose subfolders are packs; the default one if None. A folder that is a pack itself is
            taken as one.
    """

    def __init__(self, search_path: tuple[Path, ...] | None = None) -> None:
        self.search_path = default_search_path() if search_path is None else search_path

    def entries(self) -> tuple[PackEntry, ...]:
        """Every folder that is or should be a pack, sound or not, in the order of the search path."""
        found: list[PackEntry] = []
        seen: dict[str, Path] = {}
        for folder, origin in self._candidates():
            entry = _entry(folder, origin)
            if entry.manifest is not None:
                first = seen.setdefault(entry.manifest.id, folder)
                if first != folder:
                    entry = PackEntry(folder, origin, None, _shadowed(entry.manifest.id, first))
            found.append(entry)
        return tuple(found)

    def get(self, pack_id: str) -> Pack:
        """The pack with this id.

        Raises:
            ModelPackProblem: There is none (the hint lists those there are), or it is refused (with its reason).
        """
        entries = self.entries()
        for entry in entries:
            if entry.manifest is not None and entry.manifest.id == pack_id:
                return Pack(entry.folder, entry.manifest)
        for entry in entries:
            if entry.problem is not None and entry.folder.name == pack_id:
                raise ModelPackProblem(entry.problem.message, hint=entry.problem.hint)
        known = ", ".join(entry.manifest.id for entry in entries if entry.manifest is not None)
        hint = f"Known models are: {known}." if known else "No model is installed; `radviewer models install FOLDER`."
        raise ModelPackProblem(f"There is no model '{pack_id}'.", hint=hint)

    def _candidates(self) -> list[tuple[Path, Origin]]:
        found = []
        for root in dict.fromkeys(self.search_path):
            origin = _origin(root)
            if (root / MANIFEST_FILE).is_file():
                found.append((root, origin))
            elif root.is_dir():
                folders = sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
                found.extend((folder, origin) for folder in folders)
            elif origin in {Origin.ENVIRONMENT, Origin.GIVEN}:
                found.append((root, origin))
        return found


def install(source: Path, destination: Path | None = None, check: Callable[[Pack], object] | None = None) -> Pack:
    """Copies a checked pack into the user's folder, whole or not at all.

    Args:
        source: The pack's folder, or a zip archive of it.
        destination: Folder of packs to install into; the user's by default.
        check: Called with the pack before it is put in place; raises where it must not be.

    Raises:
        ModelPackProblem: The pack is refused, or one with its id is installed already.
    """
    root = user_folder() if destination is None else destination
    with as_folder(source) as folder:
        pack = read_pack(folder)
        target = root / pack.manifest.id
        if target.exists():
            raise ModelPackProblem(
                f"The model '{pack.manifest.id}' is installed already in {target}.",
                hint="Remove that folder first, or give the new pack another id.",
            )
        if check is not None:
            check(pack)
        _put_in_place(folder, root, target)
    return read_pack(target)


def _put_in_place(folder: Path, root: Path, target: Path) -> None:
    """Copies beside the target, checks the copy and renames it."""
    make_private(root)
    staging = Path(tempfile.mkdtemp(prefix=".installing-", dir=root))
    try:
        copy = staging / target.name
        for name in [*integrity.pack_files(folder), integrity.SUMS_FILE]:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / name, copy / name)
        read_pack(copy)
        copy.rename(target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _entry(folder: Path, origin: Origin) -> PackEntry:
    try:
        return PackEntry(folder, origin, read_pack(folder).manifest, None)
    except (RadviewerError, OSError) as error:
        return PackEntry(folder, origin, None, describe(_as_pack_problem(folder, error)))


def _as_pack_problem(folder: Path, error: Exception) -> Exception:
    if isinstance(error, OSError):
        return ModelPackProblem(f"The pack {folder} cannot be read: {error}.", hint="Check the folder.")
    return error


def _shadowed(pack_id: str, first: Path) -> Problem:
    message = f"Another pack with the id '{pack_id}' comes first on the search path: {first}."
    return Problem(ModelPackProblem.kind, message, "Remove one of them, or change its id.")


def _origin(root: Path) -> Origin:
    if root == bundled_folder():
        return Origin.BUNDLED
    if root == user_folder():
        return Origin.USER
    return Origin.ENVIRONMENT if root in environment_folders() else Origin.GIVEN


def _gate_files(manifest: PackManifest) -> tuple[str, ...]:
    return () if manifest.gate.features is None else (manifest.gate.features.file,)
