"""The packs that are installed: listed with all they say, checked, added from a folder or zip, removed.

Nothing here loads torch but `check`, which runs a pack's golden cases and belongs on the torch thread. A pack comes in
only after every checksum, the manifest and the golden cases were right; only packs in the user's own folder go out.
"""

from __future__ import annotations

import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from radviewer.core.errors import ModelPackProblem, Problem
from radviewer.core.tasks import CancellationToken
from radviewer.inference.manifest import MANIFEST_FILE, PackManifest
from radviewer.inference.registry import Origin, Pack, PackEntry, Registry, install, read_pack, user_folder

_MAX_BYTES = 4 * 1024**3
_MAX_FILES = 1000
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelCard:
    """One pack as the model manager shows it.

    Attributes:
        folder: Where it is.
        origin: Which part of the search path it is from.
        manifest: What it says; None when it is refused.
        problem: Why it is refused, or None.
        card: Its card, Markdown; empty when refused.
        size: Bytes of its files.
        removable: Whether it is the user's own.
    """

    folder: Path
    origin: Origin
    manifest: PackManifest | None
    problem: Problem | None
    card: str
    size: int
    removable: bool


class ModelStore:
    """The packs of a registry.

    Args:
        registry: Where packs are found; the default search path if None.
        destination: Where packs are added to; the user's own folder if None.
    """

    def __init__(self, registry: Registry | None = None, destination: Path | None = None) -> None:
        self._registry = registry or Registry()
        self._destination = destination

    @property
    def destination(self) -> Path:
        """The folder that packs are added to."""
        return user_folder() if self._destination is None else self._destination

    def cards(self) -> tuple[ModelCard, ...]:
        """Every pack, sound or not; hashes all files, so not on the window's thread."""
        return tuple(self._card(entry) for entry in self._registry.entries())

    def manifests(self) -> dict[str, PackManifest]:
        """The manifests of the sound packs by id."""
        return {entry.manifest.id: entry.manifest for entry in self._registry.entries() if entry.manifest is not None}

    def add(self, source: Path, token: CancellationToken) -> Pack:
        """Checks a pack fully, golden cases and all, and copies it into the user's folder; loads torch.

        Args:
            source: A pack's folder, or a zip archive of one.
            token: Looked at between the steps.

        Raises:
            ModelPackProblem: It is no pack, is altered, fails its golden cases, or its id is installed already.
            Cancelled: The token was turned.
        """
        with _as_folder(source) as folder:
            pack = read_pack(folder)
            token.check()
            if pack.manifest.id in self.manifests():
                raise ModelPackProblem(
                    f"A model with the id '{pack.manifest.id}' is installed already.",
                    hint="Remove it first, or give the new pack another id.",
                )
            check(pack)
            token.check()
            return install(folder, self.destination)

    def verify(self, folder: Path) -> str:
        """Checks a pack anew: checksums, manifest and golden cases; loads torch.

        Returns:
            What was found, in a sentence.

        Raises:
            ModelPackProblem: Something is wrong.
        """
        return check(read_pack(folder))

    def remove(self, folder: Path) -> None:
        """Removes one of the user's own packs.

        Raises:
            ModelPackProblem: It is not one of them, or cannot be removed.
        """
        if not self._is_own(folder):
            raise ModelPackProblem(f"{folder} is not in your own folder of models.", hint="Only own packs are removed.")
        trash = folder.with_name(f".removing-{folder.name}")  # hidden from the search path even if removing stops
        try:
            folder.rename(trash)
            shutil.rmtree(trash)
        except OSError as error:
            raise ModelPackProblem(
                f"{folder} cannot be removed ({error.strerror or error}).", hint="Close what uses it and try again."
            ) from error

    def _is_own(self, folder: Path) -> bool:
        return folder.is_dir() and not folder.is_symlink() and folder.parent.resolve() == self.destination.resolve()

    def _card(self, entry: PackEntry) -> ModelCard:
        card = "" if entry.manifest is None else Pack(entry.folder, entry.manifest).card
        files = entry.folder.rglob("*") if entry.folder.is_dir() else ()
        size = sum(path.stat().st_size for path in files if path.is_file() and not path.is_symlink())
        own = self._is_own(entry.folder)
        return ModelCard(entry.folder, entry.origin, entry.manifest, entry.problem, card, size, own)


def check(pack: Pack) -> str:
    """Runs a pack's golden cases; loads torch.

    Raises:
        ModelPackProblem: There are none, or this machine gets other scores.
    """
    from radviewer.inference.checks import check_pack

    report = check_pack(pack)
    if not report.passed:
        raise ModelPackProblem(
            f"The golden cases of {pack.manifest.id} differ by {report.largest_difference:.2g}, "
            f"more than {report.tolerance:g}.",
            hint="Do not use the model on this machine; install it again, or another version of torch.",
        )
    return (
        f"All checksums are right, and {report.cases} golden cases agree to {report.largest_difference:.1g} "
        f"(allowed {report.tolerance:g}) on {report.device}."
    )


def size_text(size: int) -> str:
    """Bytes as people write them."""
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size / 1e3:.1f} kB"


@contextmanager
def _as_folder(source: Path) -> Iterator[Path]:
    """The pack's folder; that of an archive is unpacked beside nothing and removed afterwards."""
    if source.is_dir():
        yield source
        return
    with tempfile.TemporaryDirectory(prefix="radviewer-pack-") as place:
        try:
            with zipfile.ZipFile(source) as archive:
                _unpack(source, archive, Path(place))
        except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise ModelPackProblem(
                f"{source} is no folder, and cannot be read as a zip archive ({error}).", hint="Get the pack again."
            ) from error
        yield _root(source, Path(place))


def _unpack(source: Path, archive: zipfile.ZipFile, place: Path) -> None:
    """Unpacks by exact names, for they are in the checksums; a name that leaves the folder refuses the archive."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > _MAX_FILES or sum(entry.file_size for entry in entries) > _MAX_BYTES:
        raise ModelPackProblem(f"{source} holds more than a pack can.", hint="Get the pack again.")
    room = _MAX_BYTES
    for entry in entries:
        parts = PurePosixPath(entry.filename).parts
        unsafe = entry.filename.startswith("/") or ".." in parts or "\\" in entry.filename or ":" in entry.filename
        if unsafe or stat.S_ISLNK(entry.external_attr >> 16) or entry.flag_bits & 0x1:
            raise ModelPackProblem(
                f"{source} holds an entry that no pack has ({entry.filename!r}).", hint="Do not use this archive."
            )
        target = place.joinpath(*parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as stream, target.open("xb") as copy:
            while chunk := stream.read(_CHUNK):
                room -= len(chunk)
                if room < 0:
                    raise ModelPackProblem(f"{source} holds more than a pack can.", hint="Get the pack again.")
                copy.write(chunk)


def _root(source: Path, place: Path) -> Path:
    """The folder with the manifest: the archive's top, or the only folder in it."""
    if (place / MANIFEST_FILE).is_file():
        return place
    folders = [path.parent for path in sorted(place.glob(f"*/{MANIFEST_FILE}"))]
    if len(folders) != 1:
        raise ModelPackProblem(f"{source} holds no model pack, or more than one.", hint="Zip one pack's folder.")
    return folders[0]
