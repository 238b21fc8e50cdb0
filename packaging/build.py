"""Builds what users install, from a clean checkout: wheel, frozen program, and on Linux .deb, tar.gz and AppImage.

    python packaging/build.py [--variant cpu|cuda] [--only freeze|linux|...]

Everything goes into `dist/`, with checksums, the list of licences and a CycloneDX bill of materials; what is needed on
the way into `.build/`. Signing is done where keys are given, see `sign`.

Environment:
    RADVIEWER_TORCH       requirements that take the place of torch and torchvision of the constraints, for example a
                          CPU build; by default the package index's own.
    RADVIEWER_TORCH_INDEX where they come from, if it is not the usual index.
    RADVIEWER_APPIMAGE_RUNTIME  where the AppImage's runtime comes from, see appimage_runtime.py; by default it is
                          downloaded. Where it cannot be had, all else is built and it is said how to get it.
    RADVIEWER_GPG_KEY     signs the checksums and what is installed on Linux, each by a file beside it.
    SOURCE_DATE_EPOCH     time stamp of all files in the archives; by default that of the last commit.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from elf import strip
from linux_packages import Names, appimage, deb, tarball

ROOT = Path(__file__).resolve().parents[1]
BUILD, DIST = ROOT / ".build", ROOT / "dist"
FREEZER = ("pyinstaller>=6.10",)
TOOLS = ("cyclonedx-bom>=5", "build>=1.2", "hatchling>=1.25", "pip-audit>=2.7")  # in an environment of their own
PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
_SIGNED = (".deb", ".tar.gz", ".AppImage")  # on Windows and macOS the files are signed from within
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


def made(folder: Path) -> Path:
    """A virtual environment; made if missing; returns its Python."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        run(sys.executable, "-m", "venv", folder)
    return python


def constraints(variant: str) -> Path:
    """The pins, without torch's where RADVIEWER_TORCH takes their place."""
    torch = os.environ.get("RADVIEWER_TORCH", "")
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    kept = [line for line in pins if not (torch and _TORCH.match(line))]
    path = BUILD / f"constraints-{variant}.txt"
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return path


def environment(variant: str) -> Path:
    """The program's packages and what freezes them, and nothing else: what is installed there is what is carried.

    Returns:
        The environment's Python.
    """
    python = made(BUILD / f"venv-{variant}")
    torch = os.environ.get("RADVIEWER_TORCH", "")
    pip = [python, *PIP, "--no-compile", "-c", constraints(variant)]
    if torch:
        index = os.environ.get("RADVIEWER_TORCH_INDEX", "")
        run(*pip, *torch.split(), *(["--index-url", index] if index else []))
    run(*pip, f"{ROOT}[server]", *FREEZER)
    return python


def tools() -> Path:
    """Python of the environment that builds the wheel, writes the bill of materials and looks for vulnerabilities."""
    python = made(BUILD / "venv-tools")
    run(python, *PIP, *TOOLS)
    return python


def wheel() -> None:
    """The wheel; the same sources give the same bytes."""
    stamp = epoch()
    run(tools(), "-m", "build", "--wheel", "--no-isolation", "--outdir", DIST, SOURCE_DATE_EPOCH=stamp)


def supply_chain(python: Path, variant: str) -> None:
    """The list of licences with their texts, and the bill of materials."""
    folder = BUILD / f"licences-{variant}"
    shutil.rmtree(folder, ignore_errors=True)
    run(python, "packaging/licences.py", folder, "--variant", variant)
    shutil.copy(folder / "licences.json", DIST / f"licences-{variant}.json")
    bill = DIST / f"radviewer-{version()}-{variant}.cdx.json"
    run(tools(), "-m", "cyclonedx_py", "environment", "--output-reproducible", "--of", "JSON", "-o", bill, python)


def audit(variant: str) -> None:
    """Known vulnerabilities of the carried packages; needs the network, and fails if one cannot be looked up."""
    listed = json.loads((DIST / f"licences-{variant}.json").read_text(encoding="utf-8"))
    wanted = BUILD / f"audit-{variant}.txt"
    # A build of one's own ("2.13.0+cpu") is known by its public version.
    lines = [f"{item['name']}=={item['version'].partition('+')[0]}" for item in listed if item["kind"] == "package"]
    wanted.write_text("\n".join(lines) + "\n", encoding="utf-8")
    run(tools(), "-m", "pip_audit", "--progress-spinner", "off", "--strict", "--disable-pip", "--no-deps", "-r", wanted)


def freeze(python: Path, variant: str) -> Path:
    """The folder with the frozen program."""
    out = BUILD / f"frozen-{variant}"
    run(python, "packaging/icons.py", BUILD / "icons")
    run(python, "-m", "PyInstaller", "--noconfirm", "--distpath", out, "--workpath", BUILD / f"work-{variant}",
        "packaging/radviewer.spec", RADVIEWER_VARIANT=variant)  # fmt: skip
    frozen = out / "radviewer"
    if sys.platform.startswith("linux") and shutil.which("strip"):
        print(f"symbol tables taken out: {strip(frozen) / 1e6:.0f} MB")
    run(python, "packaging/supply.py", frozen, DIST / f"licences-{variant}.json",
        DIST / f"radviewer-{version()}-{variant}.cdx.json")  # fmt: skip
    run(python, "packaging/sizes.py", frozen, "--out", DIST / f"sizes-{variant}.json",
        *(["--limit", "900"] if variant == "cpu" and sys.platform.startswith("linux") else []))  # fmt: skip
    return frozen


def release_note() -> str:
    """What the changelog says of its newest version."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.split(r"^## ", text, flags=re.MULTILINE)[1]
    return f"# radviewer {newest}"


def checksums() -> None:
    """SHA256SUMS of everything in dist/; it and the Linux packages are signed where a key is given."""
    for old in DIST.glob("*.asc"):
        old.unlink()
    names = sorted(path for path in DIST.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{_sha256(path)}  {path.name}" for path in names]
    (DIST / "SHA256SUMS").write_text("\n".join(lines) + "\n")
    for path in (DIST / "SHA256SUMS", *(path for path in names if path.name.endswith(_SIGNED))):
        sign(path)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sign(path: Path) -> None:
    """A detached signature beside a file, by the key named in RADVIEWER_GPG_KEY."""
    key = os.environ.get("RADVIEWER_GPG_KEY", "")
    if key:
        run("gpg", "--batch", "--yes", "--local-user", key, "--armor", "--detach-sign", path)


def main() -> int:
    """Builds everything, or one step."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--variant", choices=("cpu", "cuda"), default="cpu")
    steps = ("wheel", "freeze", "linux", "audit", "checksums")
    parser.add_argument("--only", choices=steps, help="one step; else all but audit")
    parser.add_argument("--version", action="version", version=version(), help="print the program's version and end")
    arguments = parser.parse_args()
    BUILD.mkdir(exist_ok=True)
    DIST.mkdir(exist_ok=True)
    variant, only = arguments.variant, arguments.only
    frozen = BUILD / f"frozen-{variant}" / "radviewer"
    if only in {None, "wheel"}:
        wheel()
    if only in {None, "freeze"}:
        python = environment(variant)
        supply_chain(python, variant)
        frozen = freeze(python, variant)
    if only == "audit":
        audit(variant)
    if only in {None, "linux"} and sys.platform.startswith("linux"):
        name = Names(version(), variant)
        tarball(frozen, DIST, name, int(epoch()))
        deb(frozen, DIST, name, epoch())
        appimage(frozen, DIST, name, epoch())
    (DIST / f"radviewer-{version()}-release-note.md").write_text(release_note(), encoding="utf-8")
    checksums()
    return 0


if __name__ == "__main__":
    sys.exit(main())
