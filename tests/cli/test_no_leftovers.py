"""Reading compressed images leaves no process, temporary file or word behind."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import psutil
from pydicom.uid import RLELossless

from tests.helpers.dicom_files import write_encapsulated

FRAME = b"\x01\0\0\0\x40\0\0\0" + bytes(56) + b"\xf1\x07"


def test_a_command_leaves_nothing_behind(tmp_path: Path) -> None:
    paths = [
        write_encapsulated(tmp_path / f"{index}.dcm", np.zeros((4, 4), np.uint8), [FRAME], RLELossless)
        for index in range(5)
    ]
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    command = [sys.executable, "-m", "radviewer", "inspect", "--format", "json", *map(str, paths)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={"PATH": "", "TMPDIR": str(temporary)}
    )
    children: set[int] = set()
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            children |= {child.pid for child in watched.children(recursive=True)}
        except psutil.NoSuchProcess:
            break
        time.sleep(0.02)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    assert {entry["min"] for entry in json.loads(out)} == {7}
    psutil.wait_procs([psutil.Process(pid) for pid in children if psutil.pid_exists(pid)], timeout=5)
    assert not [pid for pid in children if psutil.pid_exists(pid)]
    assert list(temporary.iterdir()) == []
