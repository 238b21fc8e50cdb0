"""Images on request, the most wanted first: what is on the screen > its neighbours > thumbnails > prefetch.

A few threads read; compressed frames go to the decode processes (decode_process), so that no decoder holds the
interpreter while the user drags a window. What was read stays in a byte-bounded cache.
"""

from __future__ import annotations

import contextlib
import heapq
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from enum import IntEnum
from types import TracebackType

from radviewer.core.errors import Cancelled
from radviewer.core.image import Image, ImageRef
from radviewer.io.decode_process import default_processes
from radviewer.io.frame_cache import FrameCache
from radviewer.io.reader import read_image


class Priority(IntEnum):
    """How much an image is wanted; smaller comes first."""

    SCREEN = 0
    NEIGHBOUR = 1
    THUMBNAIL = 2
    PREFETCH = 3


class DecodePool:
    """Reads images in the background.

    Args:
        threads: How many images are read at once; one more than there are decode processes by default, so that
            native files are read while compressed ones decode.
        cache: Where images are kept; None for one of the default size.
        read: How an image is read; `read_image` by default.
    """

    def __init__(
        self,
        threads: int | None = None,
        cache: FrameCache | None = None,
        read: Callable[[ImageRef], Image] = read_image,
    ) -> None:
        self.cache = cache if cache is not None else FrameCache()
        self._read = read
        self._condition = threading.Condition()
        self._queue: list[tuple[int, int, ImageRef]] = []
        self._wanted: dict[ImageRef, tuple[int, Future[Image]]] = {}
        self._running: dict[ImageRef, Future[Image]] = {}
        self._order = itertools.count()
        self._closed = False
        count = threads if threads is not None else default_processes().count + 1
        self._threads = [
            threading.Thread(target=self._work, name=f"radviewer-read-{index}", daemon=True) for index in range(count)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, ref: ImageRef, priority: Priority = Priority.SCREEN) -> Future[Image]:
        """Asks for an image.

        Args:
            ref: Which frame.
            priority: How much it is wanted; asking again for a waiting frame with a higher one moves it ahead.

        Returns:
            The image or its `RadviewerError`, at some time; the same future while one is under way for this frame.
            `Cancelled` if it was dropped.
        """
        kept = self.cache.get(ref)
        if kept is not None:
            done: Future[Image] = Future()
            done.set_result(kept)
            return done
        with self._condition:
            if self._closed:
                raise Cancelled("The program is closing.")
            if ref in self._running:
                return self._running[ref]
            waiting = self._wanted.get(ref)
            if waiting is not None and waiting[1].cancelled():
                waiting = None
            future: Future[Image] = waiting[1] if waiting is not None else Future()
            if waiting is None or priority < waiting[0]:
                self._wanted[ref] = (int(priority), future)
                heapq.heappush(self._queue, (int(priority), next(self._order), ref))
                self._condition.notify()
            return future

    def drop(self, at_least: Priority = Priority.NEIGHBOUR) -> int:
        """Forgets what waits with this priority or a lower one, and returns how many frames that were."""
        with self._condition:
            dropped = [(ref, future) for ref, (priority, future) in self._wanted.items() if priority >= at_least]
            for ref, _ in dropped:
                del self._wanted[ref]
        for _, future in dropped:
            if future.set_running_or_notify_cancel():
                future.set_exception(Cancelled("No longer wanted."))
        return len(dropped)

    def waiting(self) -> int:
        """Frames that were asked for and are not there yet."""
        with self._condition:
            return len(self._wanted) + len(self._running)

    def close(self) -> None:
        """Drops what waits, lets what is under way finish, and ends the threads."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()
        self.drop(Priority.SCREEN)
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> DecodePool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _work(self) -> None:
        while (taken := self._next()) is not None:
            ref, future = taken
            try:
                image = self.cache.get(ref) or self._read(ref)
            except BaseException as error:  # noqa: BLE001 - whatever happened belongs to whoever asked
                self._finish(ref, future, None, error)
            else:
                self.cache.put(image)
                self._finish(ref, future, image, None)

    def _next(self) -> tuple[ImageRef, Future[Image]] | None:
        with self._condition:
            while True:
                self._condition.wait_for(lambda: self._queue or self._closed)
                if self._closed:
                    return None
                priority, _, ref = heapq.heappop(self._queue)
                entry = self._wanted.get(ref)
                if entry is None or entry[0] != priority:  # dropped, or moved ahead and done already
                    continue
                del self._wanted[ref]
                if entry[1].set_running_or_notify_cancel():
                    self._running[ref] = entry[1]
                    return ref, entry[1]

    def _finish(self, ref: ImageRef, future: Future[Image], image: Image | None, error: BaseException | None) -> None:
        with self._condition:
            self._running.pop(ref, None)
        with contextlib.suppress(InvalidStateError):
            if image is not None:
                future.set_result(image)
            else:
                future.set_exception(error)
