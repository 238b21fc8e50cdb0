"""The decode process: takes codestreams, gives frames back through shared memory, and may die of them.

Decoders are C and Rust and see whatever a file holds. Here they run with limits from the operating system on memory
and processor time, without files or windows of the viewer's, and with core dumps off, for those would hold patients'
pixels. The module imports neither Qt nor torch nor pydicom, so that a process is there within a quarter of a second.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.shared_memory import SharedMemory

import numpy as np

from radviewer.io.codecs import DecodeError, FrameSpec, decode


@dataclass(frozen=True, slots=True)
class Job:
    """One frame to decode into a segment of shared memory of at least the frame's size."""

    spec: FrameSpec
    codestream: bytes
    segment: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a job: an empty `error` and the frame in shared memory, or a clause that says what is wrong."""

    error: str = ""
    warnings: tuple[str, ...] = ()


def serve(connection: Connection, memory_bytes: int, seconds: float) -> None:
    """Answers jobs until the other end closes.

    Args:
        connection: Brings `Job`s, takes `Answer`s.
        memory_bytes: Address space that jobs may take beyond what the process has at its start.
        seconds: Processor time for one job.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to handle; it closes the connection
    _be_silent()
    _limit_memory(memory_bytes)
    segment: SharedMemory | None = None
    with connection, contextlib.suppress(EOFError, OSError):
        connection.send(Answer())  # ready
        while (job := connection.recv()) is not None:
            _limit_time(seconds)
            if segment is None or segment.name != job.segment:
                if segment is not None:
                    segment.close()
                segment = SharedMemory(job.segment)
            connection.send(_answer(job, segment))
    if segment is not None:
        segment.close()


def _answer(job: Job, segment: SharedMemory) -> Answer:
    try:
        frame, warnings = decode(job.codestream, job.spec)
    except DecodeError as error:
        return Answer(str(error))
    except MemoryError:
        return Answer("its codestream asks for more memory than a frame may take")
    except Exception as error:  # noqa: BLE001 - a decoder's own exception is about this frame and no reason to die
        return Answer(f"its codestream cannot be decoded ({type(error).__name__})")
    target: np.ndarray[tuple[int, ...], np.dtype[np.generic]] = np.ndarray(
        job.spec.shape, job.spec.dtype, buffer=segment.buf
    )
    target[...] = frame
    del target  # a view would keep the segment from being closed
    return Answer(warnings=warnings)


def _be_silent() -> None:
    """Sends what decoders print to nowhere: the terminal belongs to the command line."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _limit_memory(extra_bytes: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):  # macOS does not limit address space; time limits still hold
        resource.setrlimit(resource.RLIMIT_AS, (_address_space() + extra_bytes, resource.RLIM_INFINITY))


def _address_space() -> int:
    """Bytes of address space that the process has now."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 4 * 1024**3


def _limit_time(seconds: float) -> None:
    """Lets the process live for some more seconds of processor time."""
    if sys.platform == "win32":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = usage.ru_utime + usage.ru_stime
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(used + seconds) + 1, resource.RLIM_INFINITY))
