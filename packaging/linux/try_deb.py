"""Installs the Debian package in a bare Debian, tries the program there, and removes it. Needs root and debootstrap.

Run: python packaging/linux/try_deb.py DEB ROOT [--mirror URL] [--suite NAME]

ROOT is a folder; a bare system is put there if there is none. The files of the whole root are listed before and after:
the package brings its own and its dependencies' files and no others, running it changes nothing outside of the user's
home, and removing it leaves nothing. Ends with status 1 if something is not so.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve()
USER = 1000
# What the package manager writes for itself, and what packages make when they are installed.
_BOOKKEEPING = ("var/lib/", "var/cache/", "var/log/", "etc/", "tmp/", "proc/", "dev/", "sys/", "run/", "root/.cache")
_MADE_BY_TRIGGERS = (
    "usr/share/mime/", "usr/lib/x86_64-linux-gnu/gdk-pixbuf", "usr/share/icons/hicolor/icon-theme.cache",
    "usr/share/applications/mimeinfo.cache", "usr/lib/locale/", "usr/share/glib-2.0/schemas/",
)  # fmt: skip
_DECLARED = ("usr/lib/radviewer", "usr/bin/radviewer", "usr/share/")
_WANTED = (
    "usr/share/applications/radviewer.desktop", "usr/share/man/man1/radviewer.1.gz",
    "usr/share/icons/hicolor/scalable/apps/radviewer.svg", "usr/share/mime/packages/radviewer.xml",
)  # fmt: skip


def inside(root: Path, *command: str) -> str:
    """Runs a command in the root; ends the trial if it fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C", "HOME": "/root"}
    environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin"
    done = subprocess.run(
        [shutil.which("chroot") or "/usr/sbin/chroot", str(root), *command],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout


@contextmanager
def mounted(root: Path) -> Iterator[None]:
    """With /proc, and /dev/shm for memory that processes share."""
    (root / "dev" / "shm").mkdir(parents=True, exist_ok=True)
    mounts = (("proc", "proc", root / "proc"), ("tmpfs", "tmpfs", root / "dev" / "shm"))
    for kind, what, where in mounts:
        subprocess.run(["mount", "-t", kind, what, str(where)], check=True)
    try:
        yield
    finally:
        for _, _, where in reversed(mounts):
            subprocess.run(["umount", str(where)], check=True)


def files(root: Path) -> set[str]:
    """Every file of the root outside of what the package manager keeps for itself."""
    found = set()
    for folder, _, names in os.walk(root):
        place = os.path.relpath(folder, root)
        found |= {os.path.normpath(f"{place}/{name}") for name in names}
    return {name for name in found if not name.startswith(_BOOKKEEPING)}


def owned(root: Path, packages: list[str]) -> set[str]:
    """The files that packages bring, by the package manager's own lists, with links of folders followed."""
    listed = inside(root, "dpkg-query", "-L", *packages).splitlines()
    found = set()
    for name in listed:
        parent, _, last = name.strip().rpartition("/")
        where = Path(os.path.realpath(f"{root}{parent}"))  # /lib is a link to /usr/lib
        if where.is_relative_to(root):
            found.add(os.path.normpath(f"{where.relative_to(root)}/{last}"))
    return found


def packages(root: Path) -> set[str]:
    """The packages that are installed."""
    return set(inside(root, "dpkg-query", "-W", "-f", "${Package}:${Architecture}\n").split())


def trial(deb: Path, root: Path) -> list[str]:
    """Installs, tries, removes; returns what is not as it should be."""
    wrong: list[str] = []
    inside(root, "apt-get", "update", "-qq")
    before, had = files(root), packages(root)
    shutil.copy(deb, root / "tmp" / deb.name)
    inside(root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", f"/tmp/{deb.name}")
    (root / "tmp" / deb.name).unlink()
    new = packages(root) - had
    print(f"installed, with {len(new) - 1} packages that it needs")
    installed = files(root)
    own = owned(root, ["radviewer"])
    strange = installed - before - owned(root, sorted(new))
    strange = {name for name in strange if not name.startswith(_MADE_BY_TRIGGERS)}
    wrong += [f"a file of no package: {name}" for name in sorted(strange)]
    elsewhere = {name for name in own & installed if not name.startswith(_DECLARED)}
    wrong += [f"outside of the declared folders: {name}" for name in sorted(elsewhere)]
    wrong += [f"missing: {name}" for name in _WANTED if name not in installed]
    smoke = [sys.executable, str(HERE.parents[1] / "smoke_test.py"), "/usr/bin/radviewer", "--root", str(root)]
    if subprocess.run([*smoke, "--user", str(USER)], check=False).returncode:
        wrong.append("the smoke test failed")
    changed = files(root) ^ installed
    wrong += [f"changed by running it: {name}" for name in sorted(changed)]
    inside(root, "apt-get", "purge", "-y", "-qq", "radviewer")
    left = {name for name in files(root) if "radviewer" in name and not name.startswith(_MADE_BY_TRIGGERS)}
    wrong += [f"left after removing it: {name}" for name in sorted(left)]
    print("removed")
    return wrong


def main() -> int:
    """Makes the root if it is not there, and says what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("deb", type=Path)
    parser.add_argument("root", type=Path)
    parser.add_argument("--suite", default="bookworm", help="Debian's release (%(default)s)")
    parser.add_argument("--mirror", default="", help="where it comes from, if not debootstrap's own choice")
    arguments = parser.parse_args()
    root: Path = arguments.root.resolve()
    if not (root / "etc" / "debian_version").exists():
        where = [arguments.mirror] if arguments.mirror else []
        subprocess.run(["debootstrap", "--variant=minbase", arguments.suite, str(root), *where], check=True)
    with mounted(root):
        wrong = trial(arguments.deb, root)
    for line in wrong[:40]:
        print(line, file=sys.stderr)
    print(f"{len(wrong)} things are wrong" if wrong else "all good")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
