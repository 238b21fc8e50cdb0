"""Decoded images, the most recently used first, within a bound of bytes; stored types, never float copies."""

from __future__ import annotations

from collections import OrderedDict

from radviewer.core.image import ImageRef
from radviewer.workbench.prepared import PreparedImage

DEFAULT_BYTES = 1 << 30


class ImageCache:
    """A byte-bounded cache; used by one thread.

    Args:
        limit: Bytes of pixels that may be kept; the newest image is kept even if it is larger alone.
    """

    def __init__(self, limit: int = DEFAULT_BYTES) -> None:
        self._limit = limit
        self._items: OrderedDict[ImageRef, PreparedImage] = OrderedDict()
        self.nbytes = 0

    def __contains__(self, ref: ImageRef) -> bool:
        return ref in self._items

    def get(self, ref: ImageRef) -> PreparedImage | None:
        """A kept image, now the most recently used; or None."""
        if ref not in self._items:
            return None
        self._items.move_to_end(ref)
        return self._items[ref]

    def put(self, prepared: PreparedImage) -> None:
        """Keeps an image, and lets go of those unused longest."""
        old = self._items.pop(prepared.ref, None)
        if old is not None:
            self.nbytes -= old.nbytes
        self._items[prepared.ref] = prepared
        self.nbytes += prepared.nbytes
        while self.nbytes > self._limit and len(self._items) > 1:
            _, dropped = self._items.popitem(last=False)
            self.nbytes -= dropped.nbytes

    def clear(self) -> None:
        """Lets go of all images."""
        self._items.clear()
        self.nbytes = 0
