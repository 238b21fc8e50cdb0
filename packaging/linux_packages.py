"""Packs the frozen program for Linux: tar.gz, Debian package, AppImage. Same program, same bytes."""

from __future__ import annotations

import gzip
import os
import platform
import runpy
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from appimage_runtime import NoRuntimeError, runtime
from elf import glibc_needed

ROOT = Path(__file__).resolve().parents[1]
LINUX = ROOT / "packaging" / "linux"
BUILD = ROOT / ".build"


@dataclass(frozen=True, slots=True)
class Names:
    """What the files are called.

    Attributes:
        version: Of the program.
        variant: "cpu" or "cuda"; the CPU variant is not named.
    """

    version: str
    variant: str = "cpu"

    @property
    def suffix(self) -> str:
        """Behind the machine's name."""
        return "" if self.variant == "cpu" else f"-{self.variant}"

    @property
    def tarball(self) -> str:
        """Of the archive without its ending, and of the folder in it."""
        return f"radviewer-{self.version}-linux-{machine()}{self.suffix}"


def machine() -> str:
    """The processor's name, as `uname -m` has it."""
    return platform.machine().lower()


def debian_machine() -> str:
    """The processor's name, as Debian has it."""
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(machine(), machine())


def run(*command: str | Path, **more: str) -> None:
    """Runs a command with further environment variables; ends the build if it fails."""
    print("+", *command, flush=True)
    subprocess.run([str(word) for word in command], check=True, env={**os.environ, **more})


def tarball(frozen: Path, dist: Path, names: Names, stamp: int) -> Path:
    """The folder as tar.gz, with fixed owners, times and order."""
    target = dist / f"{names.tarball}.tar.gz"

    def plain(item: tarfile.TarInfo) -> tarfile.TarInfo:
        item.uid = item.gid = 0
        item.uname = item.gname = "root"
        item.mtime = stamp
        return item

    with (
        target.open("wb") as raw,
        gzip.GzipFile(fileobj=raw, mode="wb", mtime=stamp, filename="", compresslevel=6) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        for path in sorted(frozen.rglob("*")):
            if path.is_symlink() or path.is_file():
                archive.add(path, f"{names.tarball}/{path.relative_to(frozen)}", recursive=False, filter=plain)
    return target


def installed_tree(frozen: Path, folder: Path) -> None:
    """The files of a Linux installation below `folder`/usr."""
    shutil.rmtree(folder, ignore_errors=True)
    share = folder / "usr" / "share"
    shutil.copytree(frozen, folder / "usr" / "lib" / "radviewer", symlinks=True)
    (folder / "usr" / "bin").mkdir(parents=True)
    (folder / "usr" / "bin" / "radviewer").symlink_to("../lib/radviewer/radviewer")
    for source, target in (
        (LINUX / "radviewer.desktop", share / "applications" / "radviewer.desktop"),
        (LINUX / "radviewer-mime.xml", share / "mime" / "packages" / "radviewer.xml"),
        (ROOT / "resources" / "icons" / "radviewer.svg", share / "icons/hicolor/scalable/apps/radviewer.svg"),
        (ROOT / "LICENSE", share / "doc" / "radviewer" / "copyright"),
    ):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    page = share / "man" / "man1" / "radviewer.1.gz"
    page.parent.mkdir(parents=True)
    page.write_bytes(gzip.compress(man_page().encode(), mtime=0))
    (share / "doc" / "radviewer" / "changelog.gz").write_bytes(
        gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0)
    )


def man_page() -> str:
    """radviewer(1), from the program's own tables."""
    maker: Callable[[], str] = runpy.run_path(str(LINUX / "man_page.py"))["man_page"]
    return maker()


def deb(frozen: Path, dist: Path, names: Names, stamp: str) -> Path:
    """The Debian package."""
    folder = BUILD / f"deb-{names.variant}"
    installed_tree(frozen, folder)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) // 1024
    control = folder / "DEBIAN" / "control"
    control.parent.mkdir()
    glibc = ".".join(map(str, glibc_needed(frozen)))
    text = (LINUX / "control.in").read_text(encoding="utf-8")
    depends = ", ".join([f"libc6 (>= {glibc})", *library_packages()])
    control.write_text(text.format(version=names.version, size=size, depends=depends, machine=debian_machine()))
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    target = dist / f"radviewer_{names.version}_{debian_machine()}{names.suffix}.deb"
    # Debian 12 and Ubuntu 22.04 know zstd; xz saves a tenth and takes ten times as long to pack and to unpack.
    run("dpkg-deb", "--root-owner-group", "-Zzstd", "-z10", "--build", folder, target, SOURCE_DATE_EPOCH=stamp)
    shutil.rmtree(folder)
    return target


def library_packages() -> list[str]:
    """The system libraries as Debian's Depends wants them, from the list that the set-up uses too."""
    lines = (LINUX / "system-libraries.txt").read_text(encoding="utf-8").splitlines()
    return [" | ".join(line.split("|")) for line in lines if line and not line.startswith("#")]


def appimage(frozen: Path, dist: Path, names: Names, stamp: str) -> Path | None:
    """The AppImage: the AppDir as SquashFS behind the runtime; None, and the reason is printed, where it cannot be."""
    if shutil.which("mksquashfs") is None:
        print("no AppImage: mksquashfs is missing, install squashfs-tools")
        return None
    try:
        start = runtime(BUILD)
    except NoRuntimeError as error:
        print(f"no AppImage: {error}")
        return None
    folder = BUILD / f"AppDir-{names.variant}"
    app_folder(frozen, folder, start.note)
    image = BUILD / f"radviewer-{names.variant}.squashfs"
    image.unlink(missing_ok=True)
    # mksquashfs takes the times of all files from the environment, and refuses them as options beside it.
    run("mksquashfs", folder, image, "-root-owned", "-noappend", "-quiet", "-no-progress", "-comp", start.compression,
        SOURCE_DATE_EPOCH=stamp)  # fmt: skip
    target = dist / f"radviewer-{names.version}-{machine()}{names.suffix}.AppImage"
    with target.open("wb") as out, image.open("rb") as stream:
        out.write(start.data)
        shutil.copyfileobj(stream, out)
    target.chmod(0o755)
    shutil.rmtree(folder)
    image.unlink()
    return target


def app_folder(frozen: Path, folder: Path, note: str) -> None:
    """The AppDir: the installed tree with what an AppImage has at its top, and a note on the runtime."""
    installed_tree(frozen, folder)
    shutil.copy(LINUX / "AppRun", folder / "AppRun")
    shutil.copy(LINUX / "radviewer.desktop", folder / "radviewer.desktop")
    shutil.copy(ROOT / "resources" / "icons" / "radviewer.svg", folder / "radviewer.svg")
    (folder / ".DirIcon").symlink_to("radviewer.svg")
    (folder / "usr/share/doc/radviewer/appimage-runtime.txt").write_text(note, encoding="utf-8")
