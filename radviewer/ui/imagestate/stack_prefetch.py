"""Decodes the whole stack on the screen while nothing else is wanted: first, middle, last, then the rest.

Frames go to the decoder's own cache at the lowest priority, a few at a time, so that what is scrolled to is never kept
waiting. A stack that would not fit into half of the cache is decoded as far as it fits.
"""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from radviewer.core.image import Image, ImageRef
from radviewer.io.decode_pool import Priority
from radviewer.io.frame_cache import DEFAULT_BYTES
from radviewer.ui.backends import Decoder
from radviewer.ui.bridge import Bridge
from radviewer.workbench.loading_order import loading_order

_AT_ONCE = 2
_PAUSE_MS = 400  # after a stack came to the screen, so that quick browsing decodes nothing for nobody
_MOST_BYTES = DEFAULT_BYTES // 2


class StackPrefetch(QObject):
    """Decodes one stack; lives on the window's thread.

    Args:
        decoder: Reads frames.
        bridge: Back from its threads.

    Signals:
        changed: Another frame is there, or another stack.
    """

    changed = Signal()

    def __init__(self, decoder: Decoder, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decoder, self._bridge = decoder, bridge
        self.refs: tuple[ImageRef, ...] = ()
        self.there: set[ImageRef] = set()
        self._waiting: list[int] = []
        self._running: set[Future[Image]] = set()
        self._bytes = 0
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.setInterval(_PAUSE_MS)
        self._start.timeout.connect(self._more)

    def follow(self, refs: tuple[ImageRef, ...]) -> None:
        """Goes over to a stack; the one before is let go."""
        if refs == self.refs:
            return
        self.stop()
        self.refs, self.there, self._bytes = refs, set(), 0
        self._waiting = list(reversed(loading_order(len(refs)))) if len(refs) > 1 else []
        if self._waiting:
            self._start.start()
        self.changed.emit()

    def note(self, ref: ImageRef) -> None:
        """Takes note of a frame that came because someone scrolled to it."""
        if ref in self.refs and ref not in self.there:
            self.there.add(ref)
            self.changed.emit()

    def stop(self) -> None:
        """Asks for nothing more, and lets go of what was asked for and has not begun."""
        self._start.stop()
        self._waiting.clear()
        for future in self._running:
            future.cancel()
        self._running.clear()

    def _more(self) -> None:
        while self._waiting and len(self._running) < _AT_ONCE and self._bytes < _MOST_BYTES:
            ref = self.refs[self._waiting.pop()]
            if ref in self.there:
                continue
            future = self._decoder.submit(ref, Priority.PREFETCH)
            self._running.add(future)
            future.add_done_callback(partial(self._post, ref))

    def _post(self, ref: ImageRef, future: Future[Image]) -> None:
        """On the decoder's thread."""
        self._bridge.post(partial(self._arrived, future, ref))

    def _arrived(self, future: Future[Image], ref: ImageRef) -> None:
        if future not in self._running:
            return  # of a stack that was left
        self._running.discard(future)
        if not future.cancelled() and future.exception() is None:
            self._bytes += future.result().pixels.nbytes
            self.there.add(ref)
            self.changed.emit()
        self._more()
