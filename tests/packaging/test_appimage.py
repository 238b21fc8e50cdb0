"""The AppImage: its runtime, what is packed behind it, and what is said where it cannot be made."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))

import appimage_runtime  # noqa: E402
import linux_packages  # noqa: E402

STAND_IN = b"\x7fELF\x02\x01\x01\x00AI\x02" + bytes(93)


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small program in the place of the frozen one, and folders of its own for the build."""
    folder = tmp_path / "frozen" / "radviewer"
    (folder / "_internal").mkdir(parents=True)
    (folder / "radviewer").write_text('#!/bin/sh\necho "the program, $*"\n')
    (folder / "radviewer").chmod(0o755)
    (folder / "_internal" / "part.txt").write_text("part")
    (tmp_path / "build").mkdir()
    monkeypatch.setattr(linux_packages, "BUILD", tmp_path / "build")
    return folder


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "runtime"
    path.write_bytes(STAND_IN)
    monkeypatch.setenv(appimage_runtime.ENVIRONMENT, str(path))
    return path


def test_the_folder_is_packed_behind_the_runtime_and_two_builds_are_the_same_bytes(
    frozen: Path, stand_in: Path, tmp_path: Path
) -> None:
    for tool in ("mksquashfs", "unsquashfs"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    images = []
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        image = linux_packages.appimage(frozen, tmp_path / place, linux_packages.Names("1.2.3"), "1767225600")
        assert image is not None
        images.append(image)
    assert images[0].name == f"radviewer-1.2.3-{linux_packages.machine()}.AppImage"
    assert images[0].stat().st_mode & 0o111
    data = images[0].read_bytes()
    assert data == images[1].read_bytes()
    assert data.startswith(STAND_IN + b"hsqs")
    opened = tmp_path / "opened"
    subprocess.run(["unsquashfs", "-q", "-n", "-o", str(len(STAND_IN)), "-d", str(opened), str(images[0])], check=True)
    done = subprocess.run([str(opened / "AppRun"), "a", "b c"], capture_output=True, text=True, check=True)
    assert done.stdout == "the program, a b c\n"
    assert (opened / "usr/lib/radviewer/_internal/part.txt").read_text() == "part"
    for name in ("radviewer.desktop", "radviewer.svg", ".DirIcon", "usr/share/man/man1/radviewer.1.gz"):
        assert (opened / name).exists(), name
    assert "LGPL-2.1" in (opened / "usr/share/doc/radviewer/appimage-runtime.txt").read_text()


def test_a_runtime_that_is_not_there_is_said_and_nothing_is_written(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/mksquashfs")
    monkeypatch.setenv(appimage_runtime.ENVIRONMENT, str(tmp_path / "absent"))
    assert linux_packages.appimage(frozen, tmp_path, linux_packages.Names("1.2.3"), "0") is None
    said = capsys.readouterr().out
    assert said.startswith("no AppImage: RADVIEWER_APPIMAGE_RUNTIME names ")
    assert "No such file" in said
    assert list(tmp_path.glob("*.AppImage")) == []


def test_a_download_that_fails_says_what_to_put_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(appimage_runtime.ENVIRONMENT, raising=False)
    monkeypatch.setattr(appimage_runtime, "_RELEASE", (tmp_path / "runtime-x86_64").as_uri())
    monkeypatch.setattr(appimage_runtime.platform, "machine", lambda: "x86_64")
    with pytest.raises(appimage_runtime.NoRuntimeError, match="name the file in RADVIEWER_APPIMAGE_RUNTIME"):
        appimage_runtime.runtime(tmp_path)
    (tmp_path / "runtime-x86_64").write_bytes(STAND_IN)  # not the release that is named
    with pytest.raises(appimage_runtime.NoRuntimeError, match="has the checksum"):
        appimage_runtime.runtime(tmp_path)


def test_without_mksquashfs_the_package_that_brings_it_is_named(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert linux_packages.appimage(frozen, tmp_path, linux_packages.Names("1.2.3"), "0") is None
    assert "install squashfs-tools" in capsys.readouterr().out


def test_a_file_that_is_no_program_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.html").write_text("<html>not found</html>")
    monkeypatch.setenv(appimage_runtime.ENVIRONMENT, str(tmp_path / "page.html"))
    with pytest.raises(appimage_runtime.NoRuntimeError, match="no program"):
        appimage_runtime.runtime(tmp_path)


def test_the_older_runtime_gets_a_compression_that_it_reads_and_says_what_it_holds() -> None:
    old = appimage_runtime.Runtime(STAND_IN + b"dlopen libfuse.so.2")
    assert (old.compression, appimage_runtime.Runtime(STAND_IN).compression) == ("gzip", "zstd")
    assert "LGPL" not in old.note


def test_the_front_of_an_appimage_ends_where_its_folder_begins() -> None:
    head = bytearray(STAND_IN[:11] + bytes(53))
    struct.pack_into("<Q", head, 40, 100)  # the table of sections
    struct.pack_into("<HH", head, 58, 64, 2)
    program = bytes(head) + bytes(100 + 128 - len(head))
    assert appimage_runtime.front(program + b"hsqs and the folder") == program
    with pytest.raises(appimage_runtime.NoRuntimeError, match="does not begin"):
        appimage_runtime.front(program + b"else")
    with pytest.raises(appimage_runtime.NoRuntimeError, match="type 2"):
        appimage_runtime.front(b"\x7fELF\x02" + bytes(200))
