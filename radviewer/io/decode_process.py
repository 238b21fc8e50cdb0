"""Decode processes seen from the viewer: started when first needed, handed out one job at a time, replaced when dead.

Every dead or stuck process costs exactly the frame that it was given. `decode_isolated` is the one way to a
compressed frame.
"""

from __future__ import annotations

import atexit
import contextlib
import multiprocessing
import multiprocessing.spawn
import os
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.shared_memory import SharedMemory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.io.codecs import DecodeError, FrameSpec, decode
from radviewer.io.decode_worker import Answer, Job, serve
from radviewer.io.limits import DECODE_BYTES, DECODE_SECONDS

Array = NDArray[Any]
START_SECONDS = 60.0  # a loaded machine or a cold disk may take that long to start an interpreter
KEPT_SEGMENT_BYTES = 256 * 1024**2
_PROCESS_NAME = "radviewer-decode"


_preparation_data = multiprocessing.spawn.get_preparation_data


def _preparation_without_main(name: str) -> dict[str, Any]:
    """What a new process is told; ours needs nothing of `__main__`.

    multiprocessing imports the main module again in each process, which runs a script twice that has no
    `if __name__ == "__main__"`, and costs the time to import the viewer.
    """
    data: dict[str, Any] = _preparation_data(name)
    if name == _PROCESS_NAME:
        data.pop("init_main_from_name", None)
        data.pop("init_main_from_path", None)
    return data


multiprocessing.spawn.get_preparation_data = _preparation_without_main


class DecodeProcess:
    """One decode process; used by one thread at a time."""

    def __init__(self, memory_bytes: int = DECODE_BYTES, seconds: float = DECODE_SECONDS) -> None:
        self._memory_bytes = memory_bytes
        self._seconds = seconds
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._segment: SharedMemory | None = None

    @property
    def pid(self) -> int | None:
        """The process's number while it runs."""
        return self._process.pid if self._process is not None else None

    def decode(self, codestream: bytes, spec: FrameSpec) -> tuple[Array, tuple[str, ...]]:
        """Decodes one frame.

        Raises:
            DecodeError: The codestream is damaged, or the process died or was stopped over it.
        """
        if not self._alive():
            self._start()
        size = int(np.prod(spec.shape)) * spec.dtype.itemsize
        segment = self._segment_of(size)
        try:
            answer = self._ask(Job(spec, codestream, segment.name))
            if answer.error:
                raise DecodeError(answer.error)
            view: Array = np.ndarray(spec.shape, spec.dtype, buffer=segment.buf)
            frame = view.copy()
            del view
        finally:
            if size > KEPT_SEGMENT_BYTES:
                self._drop_segment()
        return frame, answer.warnings

    def start(self) -> None:
        """Starts the process ahead of the first job."""
        if not self._alive():
            self._start()

    def close(self) -> None:
        """Stops the process and gives its memory back."""
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.send(None)
            self._connection.close()
            self._connection = None
        if self._process is not None:
            self._process.join(timeout=1.0)
            self._stop()
        self._drop_segment()

    def _ask(self, job: Job) -> Answer:
        assert self._connection is not None
        deadline = time.monotonic() + self._seconds
        try:
            self._connection.send(job)
            while not self._connection.poll(0.25):
                if time.monotonic() > deadline:
                    self._stop()
                    raise DecodeError(f"decoding was stopped after {self._seconds:.0f} seconds")
            answer: Answer = self._connection.recv()
        except (EOFError, OSError) as error:
            self._stop()
            raise DecodeError("its codestream made the decoder crash") from error
        return answer

    def _alive(self) -> bool:
        return self._process is not None and self._connection is not None and self._process.is_alive()

    def _start(self) -> None:
        self._stop()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        arguments = (theirs, self._memory_bytes, self._seconds)
        self._process = context.Process(target=serve, args=arguments, name=_PROCESS_NAME, daemon=True)
        self._process.start()
        theirs.close()
        self._connection = ours
        try:
            ready = ours.poll(START_SECONDS) and ours.recv() is not None
        except (EOFError, OSError):
            ready = False
        if not ready:
            self._stop()
            raise DecodeError("the decode process could not be started")

    def _stop(self) -> None:
        """Ends the process at once, whatever it does."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is not None:
            if self._process.pid is not None:  # None where starting it failed
                self._process.kill()
                self._process.join()
            self._process.close()
            self._process = None

    def _segment_of(self, size: int) -> SharedMemory:
        if self._segment is None or self._segment.size < size:
            self._drop_segment()
            self._segment = SharedMemory(create=True, size=max(size, 1))
        return self._segment

    def _drop_segment(self) -> None:
        if self._segment is not None:
            self._segment.close()
            with contextlib.suppress(FileNotFoundError):
                self._segment.unlink()
            self._segment = None


class DecodeProcesses:
    """A few decode processes that threads share; a thread waits while all are busy."""

    def __init__(self, count: int, memory_bytes: int = DECODE_BYTES, seconds: float = DECODE_SECONDS) -> None:
        self._all = [DecodeProcess(memory_bytes, seconds) for _ in range(count)]
        self._idle = list(self._all)
        self._condition = threading.Condition()
        self._closed = False
        self.owner = os.getpid()

    @property
    def count(self) -> int:
        """How many frames decode at once."""
        return len(self._all)

    def pids(self) -> tuple[int, ...]:
        """Numbers of the processes that run now."""
        return tuple(process.pid for process in self._all if process.pid is not None)

    def decode(self, codestream: bytes, spec: FrameSpec) -> tuple[Array, tuple[str, ...]]:
        """Decodes one frame in the next idle process; errors as `DecodeProcess.decode`."""
        with self._borrowed() as process:
            return process.decode(codestream, spec)

    def start(self) -> None:
        """Starts one process ahead of the first frame."""
        with self._borrowed() as process:
            process.start()

    def close(self) -> None:
        """Waits for frames under way, then stops all processes."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()
            self._condition.wait_for(lambda: len(self._idle) == len(self._all), timeout=2 * DECODE_SECONDS)
        for process in self._all:
            process.close()

    @contextlib.contextmanager
    def _borrowed(self) -> Iterator[DecodeProcess]:
        with self._condition:
            self._condition.wait_for(lambda: self._idle or self._closed)
            if self._closed:
                raise DecodeError("the program is closing")
            # The last one given back is the one that surely runs; the others start only when they are needed.
            process = self._idle.pop()
        try:
            yield process
        finally:
            with self._condition:
                self._idle.append(process)
                self._condition.notify()


_default: DecodeProcesses | None = None
_default_lock = threading.Lock()


def default_processes() -> DecodeProcesses:
    """The processes that all reading shares; made when first asked for, closed at exit."""
    global _default  # noqa: PLW0603 - one set for the whole program
    with _default_lock:
        if _default is None or _default.owner != os.getpid():  # a forked child must not write into its parent's pipes
            _default = DecodeProcesses(max(1, min(4, os.cpu_count() or 1)))
        return _default


def warm_up() -> None:
    """Starts a shared process ahead of the first compressed frame; where that fails, the frame says why."""
    with contextlib.suppress(DecodeError):
        default_processes().start()


def close_default_processes() -> None:
    """Stops the shared processes; the next frame starts new ones."""
    global _default
    with _default_lock:
        processes, _default = _default, None
    if processes is not None and processes.owner == os.getpid():
        processes.close()


atexit.register(close_default_processes)


def decode_isolated(codestream: bytes, spec: FrameSpec) -> tuple[Array, tuple[str, ...]]:
    """Decodes one frame outside of this process.

    A daemonic process (a data loader's worker) may have no children, and is itself one that its owner replaces:
    there the frame is decoded in place.

    Raises:
        DecodeError: The codestream is damaged, or made the decoder crash or run too long.
    """
    if multiprocessing.current_process().daemon:
        return decode(codestream, spec)
    return default_processes().decode(codestream, spec)
