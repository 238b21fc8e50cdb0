"""The packs that are installed: listed with all they say, checked, added from a folder or zip, removed.

Nothing here loads torch but `check`, which runs a pack's golden cases and belongs on the torch thread. A pack comes in
only after every checksum, the manifest and the golden cases were right; only packs in the user's own folder go out.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from radviewer.core.errors import ModelPackProblem, Problem
from radviewer.core.tasks import CancellationToken
from radviewer.inference.manifest import PackManifest
from radviewer.inference.pack_archive import as_folder
from radviewer.inference.registry import Origin, Pack, PackEntry, Registry, install, read_pack, user_folder


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
        with as_folder(source) as folder:
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
