"""Decoded frames in their stored type, the most recently used kept, within a bound of bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable

from radviewer.core.image import Image, ImageRef

DEFAULT_BYTES = 1 << 30


def cache_key(ref: ImageRef) -> Hashable:
    """A key that changes when the file does, so that a replaced file is never shown from memory."""
    try:
        info = ref.path.stat()
    except OSError:
        return str(ref.path), ref.frame, 0, 0
    return str(ref.path), ref.frame, info.st_mtime_ns, info.st_size


class FrameCache:
    """A least-recently-used cache of images, bounded by the bytes of their pixels; safe between threads.

    Args:
        limit: Bytes of pixels that may be kept. An image that is larger alone is not kept.
    """

    def __init__(self, limit: int = DEFAULT_BYTES) -> None:
        self._limit = limit
        self._images: OrderedDict[Hashable, Image] = OrderedDict()
        self._lock = threading.Lock()
        self._bytes = 0

    @property
    def nbytes(self) -> int:
        """Bytes of pixels kept now."""
        return self._bytes

    def __len__(self) -> int:
        return len(self._images)

    def __contains__(self, ref: ImageRef) -> bool:
        return cache_key(ref) in self._images

    def get(self, ref: ImageRef) -> Image | None:
        """The kept image of a frame, now the most recently used; None if it is not kept or its file changed."""
        key = cache_key(ref)
        with self._lock:
            image = self._images.get(key)
            if image is not None:
                self._images.move_to_end(key)
            return image

    def put(self, image: Image) -> None:
        """Keeps an image, and lets go of those unused longest."""
        key, size = cache_key(image.ref), image.pixels.nbytes
        with self._lock:
            self._drop(key)
            if size > self._limit:
                return
            self._images[key] = image
            self._bytes += size
            while self._bytes > self._limit:
                self._drop(next(iter(self._images)))

    def clear(self) -> None:
        """Lets go of everything."""
        with self._lock:
            self._images.clear()
            self._bytes = 0

    def _drop(self, key: Hashable) -> None:
        old = self._images.pop(key, None)
        if old is not None:
            self._bytes -= old.pixels.nbytes
