"""Brings the images of a case to the screen, and those of the next case before they are asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from radviewer.core.errors import Cancelled, describe
from radviewer.core.image import Image, ImageRef
from radviewer.io.decode_pool import Priority
from radviewer.ui.backends import Decoder
from radviewer.ui.bridge import Bridge
from radviewer.workbench.image_cache import ImageCache
from radviewer.workbench.prepared import PreparedImage, prepare
from radviewer.workbench.reading_stacks import CaseStacks, case_stacks

_AHEAD = 24  # frames of the next case that are decoded before it is opened
_NEAR = 12  # neighbours of the frame on the screen
_CASES = 4  # cases whose stacks are remembered

Files = tuple[Path, ...]


class CaseLoader(QObject):
    """Loads cases; lives on the window's thread.

    Signals:
        stacks_ready: (files, `CaseStacks`).
        stacks_failed: (files, `Problem`).
        frame_ready: A `PreparedImage`.
        frame_failed: (`ImageRef`, `Problem`).

    Args:
        decoder: Decodes frames in processes of its own.
    """

    stacks_ready = Signal(object, object)
    stacks_failed = Signal(object, object)
    frame_ready = Signal(object)
    frame_failed = Signal(object, object)

    def __init__(self, decoder: Decoder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decoder = decoder
        self._executor = ThreadPoolExecutor(2, thread_name_prefix="radviewer-cases")
        self._bridge = Bridge(self)
        self._stacks: OrderedDict[Files, CaseStacks] = OrderedDict()
        self._cache = ImageCache()
        self._pending: set[ImageRef] = set()
        self._scanning: set[Files] = set()
        self._ahead: set[Files] = set()

    def open_case(self, files: Files) -> CaseStacks | None:
        """The case's stacks if they are known; else None, and they come by `stacks_ready`."""
        known = self._stacks.get(files)
        if known is None:
            self._scan(files)
        return known

    def prefetch_case(self, files: Files) -> None:
        """Has the next case's headers read and its first frames decoded."""
        if not files:
            return
        known = self._stacks.get(files)
        if known is not None:
            self._decode_ahead(known)
            return
        self._ahead.add(files)
        self._scan(files)

    def want(self, ref: ImageRef) -> PreparedImage | None:
        """A frame if it is kept; else None, and it comes by `frame_ready`."""
        kept = self._cache.get(ref)
        if kept is None:
            self._request(ref, Priority.SCREEN)
        return kept

    def want_near(self, stack: Sequence[ImageRef], at: int) -> None:
        """Has the neighbours of a frame decoded, the nearest first."""
        for step in sorted(range(-_NEAR // 2, _NEAR + 1), key=abs):
            if step and 0 <= at + step < len(stack):
                self._request(stack[at + step], Priority.NEIGHBOUR)

    @property
    def quiet(self) -> bool:
        """Whether nothing is on its way."""
        return not self._pending and not self._scanning

    def close(self) -> None:
        """Lets go of everything."""
        self._bridge.close()
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _scan(self, files: Files) -> None:
        if files in self._scanning:
            return
        self._scanning.add(files)

        def work() -> None:
            try:
                found = case_stacks(files)
            except Exception as error:  # noqa: BLE001 - the thread's gate: the room says what went wrong
                self._bridge.post(partial(self._scan_failed, files, describe(error)))
            else:
                self._bridge.post(partial(self._scanned, files, found))

        self._submit(work)

    def _scanned(self, files: Files, found: CaseStacks) -> None:
        self._scanning.discard(files)
        self._stacks[files] = found
        while len(self._stacks) > _CASES:
            self._stacks.popitem(last=False)
        if files in self._ahead:
            self._ahead.discard(files)
            self._decode_ahead(found)
        self.stacks_ready.emit(files, found)

    def _scan_failed(self, files: Files, problem: object) -> None:
        self._scanning.discard(files)
        self._ahead.discard(files)
        self.stacks_failed.emit(files, problem)

    def _decode_ahead(self, found: CaseStacks) -> None:
        first = [*found.first, *(ref for stack in found.stacks for ref in stack[1:])]
        for ref in first[:_AHEAD]:
            self._request(ref, Priority.PREFETCH)

    def _request(self, ref: ImageRef, priority: Priority) -> None:
        if ref in self._cache or (ref in self._pending and priority is not Priority.SCREEN):
            return
        known = ref in self._pending
        try:
            future = self._decoder.submit(ref, priority)
        except Cancelled:
            return  # the program is closing
        if not known:
            self._pending.add(ref)
            future.add_done_callback(partial(self._decoded, ref))

    def _decoded(self, ref: ImageRef, future: Future[Image]) -> None:
        """On the decoder's thread: the levels are built on one of ours."""
        self._submit(partial(self._prepare, ref, future))

    def _prepare(self, ref: ImageRef, future: Future[Image]) -> None:
        try:
            prepared = prepare(future.result())
        except (CancelledError, Cancelled):
            self._bridge.post(partial(self._pending.discard, ref))
        except Exception as error:  # noqa: BLE001 - the thread's gate: the room says what went wrong
            self._bridge.post(partial(self._frame_failed, ref, describe(error)))
        else:
            self._bridge.post(partial(self._deliver, prepared))

    def _deliver(self, prepared: PreparedImage) -> None:
        self._pending.discard(prepared.ref)
        self._cache.put(prepared)
        self.frame_ready.emit(prepared)

    def _frame_failed(self, ref: ImageRef, problem: object) -> None:
        self._pending.discard(ref)
        self.frame_failed.emit(ref, problem)

    def _submit(self, call: object) -> None:
        try:
            self._executor.submit(call)  # type: ignore[arg-type]
        except RuntimeError:
            return  # the room is closing: nobody waits for this
