"""Decode processes: a frame that kills, stalls or floods one costs that frame and nothing else."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import psutil
import pytest

from radviewer.io.codecs import RLE, DecodeError, FrameSpec
from radviewer.io.decode_process import DecodeProcess, DecodeProcesses

SPEC = FrameSpec(RLE, 4, 4, 1, 8, 8, False, "MONOCHROME2")
FRAME = b"\x01\0\0\0\x40\0\0\0" + bytes(56) + b"\xf1\x07"  # one segment: 16 times 7


def test_a_frame_comes_back_through_shared_memory() -> None:
    process = DecodeProcess()
    try:
        pixels, warnings = process.decode(FRAME, SPEC)
        assert pixels.tolist() == [[7] * 4] * 4
        assert warnings == ()
        assert process.pid != os.getpid()
    finally:
        process.close()


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="shared memory is a folder only on Linux")
def test_closing_gives_the_shared_memory_back() -> None:
    process = DecodeProcess()
    process.decode(FRAME, SPEC)
    assert process._segment is not None
    segment = Path("/dev/shm") / process._segment.name
    assert segment.exists()
    process.close()
    assert not segment.exists()


def test_a_dead_process_costs_one_error_and_is_replaced() -> None:
    process = DecodeProcess()
    try:
        process.decode(FRAME, SPEC)
        first = process.pid
        assert first is not None
        os.kill(first, signal.SIGSTOP)  # so that it dies over the next job, not before it
        killer = threading.Timer(0.2, os.kill, (first, signal.SIGKILL))
        killer.start()
        with pytest.raises(DecodeError, match="crash"):
            process.decode(FRAME, SPEC)
        killer.join()
        assert process.decode(FRAME, SPEC)[0][0, 0] == 7
        assert process.pid != first
    finally:
        process.close()


def test_a_stuck_process_is_stopped_in_time() -> None:
    process = DecodeProcess(seconds=0.5)
    try:
        process.start()
        assert process.pid is not None
        os.kill(process.pid, signal.SIGSTOP)
        begin = time.monotonic()
        with pytest.raises(DecodeError, match="stopped after"):
            process.decode(FRAME, SPEC)
        assert time.monotonic() - begin < 15
        assert process.decode(FRAME, SPEC)[0][0, 0] == 7
    finally:
        process.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits on address space are Linux's")
def test_the_operating_system_limits_memory_and_time_of_the_process() -> None:
    process = DecodeProcess(memory_bytes=300 * 1024**2, seconds=7)
    try:
        process.decode(FRAME, SPEC)
        limits = psutil.Process(process.pid)
        soft, _ = limits.rlimit(psutil.RLIMIT_AS)
        assert 300 * 1024**2 <= soft < 8 * 1024**3
        assert 1 <= limits.rlimit(psutil.RLIMIT_CPU)[0] <= 10
        assert limits.rlimit(psutil.RLIMIT_CORE) == (0, 0)
        with pytest.raises(DecodeError):
            process.decode(FRAME, FrameSpec(RLE, 30_000, 30_000, 1, 8, 8, False, "MONOCHROME2"))
        assert process.decode(FRAME, SPEC)[0][0, 0] == 7
    finally:
        process.close()


def test_many_threads_share_few_processes_and_closing_leaves_none() -> None:
    processes = DecodeProcesses(2)
    results: list[int] = []

    def work() -> None:
        results.extend(int(processes.decode(FRAME, SPEC)[0].sum()) for _ in range(10))

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pids = processes.pids()
    assert results == [112] * 60
    assert 1 <= len(pids) <= 2
    processes.close()
    assert not any(psutil.pid_exists(pid) for pid in pids)
    with pytest.raises(DecodeError, match="closing"):
        processes.decode(FRAME, SPEC)


def test_the_process_loads_neither_qt_nor_torch_nor_pydicom() -> None:
    code = (
        "import sys, radviewer.io.decode_worker\n"
        "bad = {name.split('.')[0] for name in sys.modules} & {'PySide6', 'torch', 'pydicom', 'PIL', 'scipy'}\n"
        "sys.exit(str(bad) if bad else 0)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_a_script_without_a_main_guard_can_read_compressed_images(tmp_path: Path) -> None:
    from tests.helpers.dicom_files import write_encapsulated

    path = write_encapsulated(tmp_path / "a", np.zeros((4, 4), np.uint8), [FRAME], RLE)
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\n"
        "from radviewer.core.image import ImageRef\n"
        "from radviewer.io.reader import read_image\n"
        f"print(read_image(ImageRef(Path({str(path)!r}))).pixels.sum())\n"
    )
    result = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout.strip(), result.stderr) == (0, "112", "")


def _read_in_daemon(connection: object, path: Path) -> None:
    from radviewer.core.image import ImageRef
    from radviewer.io.reader import read_image

    connection.send(int(read_image(ImageRef(path)).pixels.sum()))  # type: ignore[attr-defined]


def test_a_data_loaders_worker_which_may_have_no_children_reads_compressed_images_too(tmp_path: Path) -> None:
    from tests.helpers.dicom_files import write_encapsulated

    path = write_encapsulated(tmp_path / "a", np.zeros((4, 4), np.uint8), [FRAME], RLE)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    worker = context.Process(target=_read_in_daemon, args=(theirs, path), daemon=True)
    worker.start()
    assert ours.poll(60)
    assert ours.recv() == 112
    worker.join()
    ours.close()
    theirs.close()
