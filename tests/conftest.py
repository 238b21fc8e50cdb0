"""Rules for every test: user folders of its own, no network, no stray log records."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# In continuous integration the same examples each time: a change fails for what it changed. Elsewhere new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Workers share the cores: one thread each. Without workers two, as many as the smallest machine has.
os.environ.setdefault("OMP_NUM_THREADS", "1" if "PYTEST_XDIST_WORKER" in os.environ else "2")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests may take their time: on a loaded machine with two cores some need minutes."""
    for item in items:
        if item.get_closest_marker("slow") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(1500))


@pytest.fixture(autouse=True)
def own_user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, caches and installed packs of a test go into a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("RADVIEWER_HOME", str(home))
    monkeypatch.delenv("RADVIEWER_MODELS", raising=False)
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections leave neither the machine nor, by accident, the loopback."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            host = address[0] if isinstance(address, tuple) else ""
            if host not in {"127.0.0.1", "::1", "localhost"}:
                raise AssertionError(f"a test tried to reach the network: {address}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def no_stray_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning or error in a log that no test asked for fails the test."""
    yield
    stray = [
        record
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and not getattr(record, "expected", False)
    ]
    allowed = getattr(caplog, "radviewer_expected", ())
    stray = [record for record in stray if not any(text in record.getMessage() for text in allowed)]
    assert not stray, f"stray log records: {[record.getMessage() for record in stray]}"
