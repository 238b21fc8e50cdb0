"""Programs of the desktop are started with the user's environment, not with that of the installed program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from radviewer.ui import desktop

OWN = "/usr/lib/radviewer/_internal"


@pytest.mark.parametrize("before", [None, "/opt/users/own"])
def test_the_installed_program_hands_its_libraries_to_no_other(
    before: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[tuple[str, str | None]] = []

    def opened(url: QUrl) -> bool:
        seen.append((url.toLocalFile(), os.environ.get("LD_LIBRARY_PATH")))
        return True

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(QDesktopServices, "openUrl", opened)
    monkeypatch.setenv("LD_LIBRARY_PATH", OWN)
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    assert desktop.open_folder(tmp_path)
    assert seen == [(str(tmp_path), before)]
    assert os.environ["LD_LIBRARY_PATH"] == OWN  # the decode processes need it


def test_from_sources_the_environment_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/users/own")
    with desktop.desktop_environment():
        assert os.environ["LD_LIBRARY_PATH"] == "/opt/users/own"
