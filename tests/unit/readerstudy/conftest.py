"""Studies of these tests lie in memory where the system offers it: what is tried is not the speed of a disk's fsync."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of the test's own; slow tests, which torture the disk, get one on the disk."""
    if not os.access(MEMORY, os.W_OK) or request.node.get_closest_marker("slow"):
        yield tmp_path_factory.mktemp("study")
        return
    folder = Path(tempfile.mkdtemp(prefix="radviewer-test-", dir=MEMORY))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
