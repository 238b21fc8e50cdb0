"""Brings frames from the decoder to the screen: cache, preparation in a background thread, prefetch, thumbnails."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from concurrent.futures import CancelledError, Executor, Future
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from radviewer.core.errors import Cancelled, describe
from radviewer.core.image import Image, ImageRef
from radviewer.io.decode_pool import Priority
from radviewer.ui.backends import Decoder
from radviewer.ui.bridge import Bridge
from radviewer.workbench.image_cache import ImageCache
from radviewer.workbench.prepared import PreparedImage, prepare
from radviewer.workbench.thumbnail import thumbnail

_THUMBNAIL_SIDE = 128
_AHEAD, _BEHIND = 8, 3


class ImageLoader(QObject):
    """Loads frames; lives on the window's thread.

    Signals:
        ready: A `PreparedImage` that `want` asked for or that was prefetched.
        failed: (`ImageRef`, `Problem`).
        thumbnail_ready: (series UID, QImage).
    """

    ready = Signal(object)
    failed = Signal(object, object)
    thumbnail_ready = Signal(str, QImage)

    def __init__(self, decoder: Decoder, executor: Executor, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decoder, self._executor, self._bridge = decoder, executor, bridge
        self._cache = ImageCache()
        self._pending: dict[ImageRef, Future[Image]] = {}
        self._thumbnails: dict[str, Future[Image]] = {}

    def want(self, ref: ImageRef) -> PreparedImage | None:
        """The frame if it is kept; else None, and it comes by `ready`."""
        kept = self._cache.get(ref)
        if kept is None:
            self._request(ref, Priority.SCREEN)
        return kept

    def prefetch(self, places: Sequence[tuple[tuple[ImageRef, ...], int]], shown: Set[ImageRef]) -> None:
        """Has the neighbours of frames decoded, the nearest first; those that are no longer near are let go.

        Args:
            places: For each cell the frames of its series, and which of them is shown.
            shown: All frames that are wished for on the screen.
        """
        offsets = sorted(range(-_BEHIND, _AHEAD + 1), key=lambda step: (abs(step), -step))
        near = [refs[at + step] for step in offsets if step for refs, at in places if 0 <= at + step < len(refs)]
        keep = {*shown, *near}
        for ref in [ref for ref in self._pending if ref not in keep]:
            if self._pending[ref].cancel():
                del self._pending[ref]
        for ref in near:
            if ref not in self._cache:
                self._request(ref, Priority.NEIGHBOUR)

    def want_thumbnail(self, uid: str, ref: ImageRef) -> None:
        """Has a series' picture made; it comes by `thumbnail_ready`."""
        if uid in self._thumbnails:
            return
        future = self._decoder.submit(ref, Priority.THUMBNAIL)
        self._thumbnails[uid] = future
        future.add_done_callback(partial(self._thumbnail_decoded, uid, ref))

    @property
    def busy(self) -> bool:
        """Whether a frame or a thumbnail is still on its way."""
        return bool(self._pending) or any(not future.done() for future in self._thumbnails.values())

    def clear(self) -> None:
        """Lets go of all frames."""
        for future in (*self._pending.values(), *self._thumbnails.values()):
            future.cancel()
        self._pending.clear()
        self._thumbnails.clear()
        self._cache.clear()

    def _request(self, ref: ImageRef, priority: Priority) -> None:
        pending = self._pending.get(ref)
        if pending is not None and priority is not Priority.SCREEN:
            return
        future = self._decoder.submit(ref, priority)
        if future is not pending:
            self._pending[ref] = future
            future.add_done_callback(partial(self._decoded, then=self._prepared, ref=ref))

    def _thumbnail_decoded(self, uid: str, ref: ImageRef, future: Future[Image]) -> None:
        """On the decoder's thread. A frame let go as a neighbour may have been the thumbnail's: ask again."""
        if future.cancelled():
            self._bridge.post(partial(self._again, uid, ref, future))
        else:
            self._decoded(future, partial(self._picture, uid), None)

    def _again(self, uid: str, ref: ImageRef, future: Future[Image]) -> None:
        if self._thumbnails.get(uid) is future:
            del self._thumbnails[uid]
            self.want_thumbnail(uid, ref)

    def _decoded(self, future: Future[Image], then: Callable[[Image], None], ref: ImageRef | None) -> None:
        """On the decoder's thread: hands the pixels to a background thread."""
        if not future.cancelled():
            self._executor_submit(partial(self._work, future, then, ref))

    def _executor_submit(self, call: Callable[[], None]) -> None:
        try:
            self._executor.submit(call)
        except RuntimeError:
            return  # the window is closing: nobody waits for this frame

    def _work(self, future: Future[Image], then: Callable[[Image], None], ref: ImageRef | None) -> None:
        try:
            then(future.result())
        except (CancelledError, Cancelled):
            return
        except Exception as error:  # noqa: BLE001 - a thread's gate: what failed is told by the window
            if ref is not None:
                self._bridge.post(partial(self._fail, ref, describe(error)))

    def _prepared(self, image: Image) -> None:
        prepared = prepare(image)
        self._bridge.post(partial(self._deliver, prepared))

    def _picture(self, uid: str, image: Image) -> None:
        small = thumbnail(prepare(image), _THUMBNAIL_SIDE)
        self._bridge.post(partial(self.thumbnail_ready.emit, uid, to_qimage(small, image.aspect)))

    def _deliver(self, prepared: PreparedImage) -> None:
        self._pending.pop(prepared.ref, None)
        self._cache.put(prepared)
        self.ready.emit(prepared)

    def _fail(self, ref: ImageRef, problem: object) -> None:
        self._pending.pop(ref, None)
        self.failed.emit(ref, problem)


def to_qimage(gray: NDArray[np.uint8], aspect: float = 1.0) -> QImage:
    """A picture of its own memory from display values, with square pixels."""
    form = QImage.Format.Format_Grayscale8 if gray.ndim == 2 else QImage.Format.Format_RGB888
    picture = QImage(gray.data, gray.shape[1], gray.shape[0], gray.strides[0], form).copy()
    if aspect != 1.0:
        picture = picture.scaled(picture.width(), max(1, round(picture.height() * aspect)))
    return picture
