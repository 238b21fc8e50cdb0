"""Builds what users install, from a clean checkout: wheel, frozen program, and on Linux .deb, tar.gz and AppImage.

    python packaging/build.py [--variant cpu|cuda] [--only freeze|linux|...]

Everything goes into `dist/`, with checksums, the list of licences and a CycloneDX bill of materials; what is needed on
the way into `.build/`. Signing is done where keys are given, see `sign`.

Environment:
    RADVIEWER_TORCH       requirements that take the place of torch and torchvision of the constraints, for example a
                          CPU build; by default the package index's own.
    RADVIEWER_TORCH_INDEX where they come from, if it is not the usual index.
    RADVIEWER_APPIMAGE_RUNTIME  the AppImage runtime file (AppImage/type2-runtime); without it the AppDir is packed as
                          tar.gz only.
    RADVIEWER_GPG_KEY     signs the checksums and the .deb.
    SOURCE_DATE_EPOCH     time stamp of all files in the archives; by default that of the last commit.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD, DIST = ROOT / ".build", ROOT / "dist"
TOOLS = ("pyinstaller>=6.10", "cyclonedx-bom>=5", "build>=1.2", "hatchling>=1.25")
_TORCH = re.compile(r"^(torch|torchvision|triton|nvidia|cuda)", re.IGNORECASE)


def version() -> str:
    """The one version, from radviewer/__init__.py."""
    text = (ROOT / "radviewer" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    assert found
    return found.group(1)


def run(*command: str | Path, **more: str) -> None:
    """Runs a command with further environment variables; ends the build if it fails."""
    words = [str(word) for word in command]
    print("+", " ".join(words), flush=True)
    subprocess.run(words, check=True, cwd=ROOT, env={**os.environ, **more})


def epoch() -> str:
    """The time stamp of everything that is packed."""
    stated = os.environ.get("SOURCE_DATE_EPOCH")
    if stated:
        return stated
    done = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "1767225600"


def environment(variant: str) -> Path:
    """A virtual environment with the program's packages and the tools that freeze it; returns its bin folder."""
    folder = BUILD / f"venv-{variant}"
    tools = folder / ("Scripts" if os.name == "nt" else "bin")
    if not (tools / ("python.exe" if os.name == "nt" else "python")).exists():
        run(sys.executable, "-m", "venv", folder)
    torch = os.environ.get("RADVIEWER_TORCH", "")
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    kept = [line for line in pins if not (torch and _TORCH.match(line))]
    constraints = BUILD / f"constraints-{variant}.txt"
    constraints.write_text("\n".join(kept) + "\n", encoding="utf-8")
    pip = [tools / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if torch:
        index = os.environ.get("RADVIEWER_TORCH_INDEX", "")
        run(*pip, *torch.split(), *(["--index-url", index] if index else []))
    run(*pip, "-c", constraints, f"{ROOT}[server]", *TOOLS)
    return tools


def wheel(tools: Path) -> None:
    """The wheel; the same sources give the same bytes."""
    stamp = epoch()
    run(tools / "python", "-m", "build", "--wheel", "--no-isolation", "--outdir", DIST, SOURCE_DATE_EPOCH=stamp)


def supply_chain(tools: Path, variant: str) -> None:
    """The list of licences with their texts, and the bill of materials."""
    run(tools / "python", "packaging/licences.py", BUILD / "licences", "--variant", variant)
    shutil.copy(BUILD / "licences" / "licences.json", DIST / f"licences-{variant}.json")
    bill = DIST / f"radviewer-{version()}-{variant}.cdx.json"
    run(tools / "python", "-m", "cyclonedx_py", "environment", "--output-reproducible", "--of", "JSON", "-o", bill,
        tools / "python")  # fmt: skip


def audit(tools: Path) -> None:
    """Known vulnerabilities of the carried packages; needs the network."""
    run(tools / "python", "-m", "pip", "install", "--quiet", "pip-audit>=2.7")
    run(tools / "python", "-m", "pip_audit", "--progress-spinner", "off")


def freeze(tools: Path, variant: str) -> Path:
    """The folder with the frozen program."""
    out = BUILD / f"frozen-{variant}"
    run(tools / "python", "-m", "PyInstaller", "--noconfirm", "--distpath", out, "--workpath",
        BUILD / f"work-{variant}", "packaging/radviewer.spec", RADVIEWER_VARIANT=variant)  # fmt: skip
    frozen = out / "radviewer"
    strip(frozen)
    return frozen


def strip(frozen: Path) -> None:
    """Takes the symbol tables out of torch's libraries, 100 MB; others are left, some break by it."""
    if sys.platform.startswith("linux") and shutil.which("strip"):
        for path in sorted((frozen / "_internal" / "torch" / "lib").glob("*.so")):
            run("strip", "--strip-unneeded", path)


def tarball(frozen: Path, variant: str) -> Path:
    """The folder as tar.gz, with fixed owners, times and order."""
    name = f"radviewer-{version()}-linux-{_machine()}{_suffix(variant)}"
    target = DIST / f"{name}.tar.gz"
    stamp = int(epoch())

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
                archive.add(path, f"{name}/{path.relative_to(frozen)}", recursive=False, filter=plain)
    return target


def installed_tree(frozen: Path, folder: Path) -> None:
    """The files of a Linux installation below `folder`/usr."""
    shutil.rmtree(folder, ignore_errors=True)
    share = folder / "usr" / "share"
    shutil.copytree(frozen, folder / "usr" / "lib" / "radviewer", symlinks=True)
    (folder / "usr" / "bin").mkdir(parents=True)
    (folder / "usr" / "bin" / "radviewer").symlink_to("../lib/radviewer/radviewer")
    linux = ROOT / "packaging" / "linux"
    for source, target in (
        (linux / "radviewer.desktop", share / "applications" / "radviewer.desktop"),
        (linux / "radviewer-mime.xml", share / "mime" / "packages" / "radviewer.xml"),
        (ROOT / "resources" / "icons" / "radviewer.svg", share / "icons/hicolor/scalable/apps/radviewer.svg"),
        (ROOT / "LICENSE", share / "doc" / "radviewer" / "copyright"),
    ):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    page = share / "man" / "man1" / "radviewer.1.gz"
    page.parent.mkdir(parents=True)
    page.write_bytes(gzip.compress(_man_page().encode(), mtime=0))
    (share / "doc" / "radviewer" / "changelog.gz").write_bytes(
        gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0)
    )


def deb(frozen: Path, variant: str) -> Path:
    """The Debian package."""
    folder = BUILD / f"deb-{variant}"
    installed_tree(frozen, folder)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) // 1024
    control = folder / "DEBIAN" / "control"
    control.parent.mkdir()
    text = (ROOT / "packaging" / "linux" / "control.in").read_text(encoding="utf-8")
    control.write_text(
        text.format(version=version(), size=size, depends=", ".join(library_packages()), machine=_debian_machine())
    )
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    target = DIST / f"radviewer_{version()}_{_debian_machine()}{_suffix(variant)}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", folder, target, SOURCE_DATE_EPOCH=epoch())
    return target


def library_packages() -> list[str]:
    """The system libraries as Debian's Depends wants them, from the list that the set-up uses too."""
    lines = (ROOT / "packaging" / "linux" / "system-libraries.txt").read_text(encoding="utf-8").splitlines()
    return [" | ".join(line.split("|")) for line in lines if line and not line.startswith("#")]


def appimage(frozen: Path, variant: str) -> Path | None:
    """The AppImage: the AppDir as SquashFS behind the runtime; None where the runtime or mksquashfs is missing."""
    folder = BUILD / f"AppDir-{variant}"
    installed_tree(frozen, folder)
    shutil.copy(ROOT / "packaging" / "linux" / "AppRun", folder / "AppRun")
    shutil.copy(ROOT / "packaging" / "linux" / "radviewer.desktop", folder / "radviewer.desktop")
    shutil.copy(ROOT / "resources" / "icons" / "radviewer.svg", folder / "radviewer.svg")
    (folder / ".DirIcon").symlink_to("radviewer.svg")
    runtime = os.environ.get("RADVIEWER_APPIMAGE_RUNTIME", "")
    if not runtime or shutil.which("mksquashfs") is None:
        print("no AppImage: set RADVIEWER_APPIMAGE_RUNTIME and install squashfs-tools; the AppDir is in", folder)
        return None
    image = BUILD / f"radviewer-{variant}.squashfs"
    image.unlink(missing_ok=True)
    run("mksquashfs", folder, image, "-root-owned", "-noappend", "-quiet", "-comp", "zstd", "-mkfs-time", epoch(),
        "-all-time", epoch())  # fmt: skip
    target = DIST / f"radviewer-{version()}-{_machine()}{_suffix(variant)}.AppImage"
    target.write_bytes(Path(runtime).read_bytes() + image.read_bytes())
    target.chmod(0o755)
    return target


def checksums() -> None:
    """SHA256SUMS of everything in dist/, signed where a key is given."""
    names = sorted(path for path in DIST.iterdir() if path.is_file() and not path.name.startswith("SHA256SUMS"))
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in names]
    (DIST / "SHA256SUMS").write_text("\n".join(lines) + "\n")
    sign(DIST / "SHA256SUMS")


def sign(path: Path) -> None:
    """A detached signature beside a file, by the key named in RADVIEWER_GPG_KEY."""
    key = os.environ.get("RADVIEWER_GPG_KEY", "")
    if key:
        run("gpg", "--batch", "--yes", "--local-user", key, "--armor", "--detach-sign", path)


def _man_page() -> str:
    import runpy

    namespace = runpy.run_path(str(ROOT / "packaging" / "linux" / "man_page.py"))
    maker: Callable[[], str] = namespace["man_page"]
    return maker()


def _machine() -> str:
    import platform

    return platform.machine().lower()


def _debian_machine() -> str:
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(_machine(), _machine())


def _suffix(variant: str) -> str:
    return "" if variant == "cpu" else f"-{variant}"


def main() -> int:
    """Builds everything, or one step."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--variant", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--only", choices=("wheel", "freeze", "linux", "audit"), help="one step; else all but audit")
    arguments = parser.parse_args()
    BUILD.mkdir(exist_ok=True)
    DIST.mkdir(exist_ok=True)
    variant, only = arguments.variant, arguments.only
    frozen = BUILD / f"frozen-{variant}" / "radviewer"
    tools = environment(variant) if only != "linux" else Path()
    if only in {None, "wheel"}:
        wheel(tools)
    if only in {None, "freeze"}:
        supply_chain(tools, variant)
        frozen = freeze(tools, variant)
    if only == "audit":
        audit(tools)
    if only in {None, "linux"} and sys.platform.startswith("linux"):
        tarball(frozen, variant)
        deb(frozen, variant)
        appimage(frozen, variant)
    checksums()
    return 0


if __name__ == "__main__":
    sys.exit(main())
