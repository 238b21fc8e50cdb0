"""Turns the warnings of pydicom and Pillow into sentences that travel with the image.

`warnings.catch_warnings` swaps global state and is not safe between threads, and images are read in several. So the
modules that warn are given a stand-in for `warnings` once; it hands each message to the collector of the thread that
reads, and to the real module where none is collecting. pydicom logs the same messages, which a filter drops likewise.
"""

from __future__ import annotations

import logging
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_local = threading.local()


class _WarningsStandIn:
    """Looks like the module `warnings` to the modules that it is given to."""

    def warn(
        self, message: Any, category: type[Warning] | None = None, stacklevel: int = 1, source: Any = None
    ) -> None:
        """Collects the message if this thread collects, else warns as ever."""
        sink = getattr(_local, "sink", None)
        if sink is None:
            warnings.warn(message, category, stacklevel=stacklevel + 1, source=source)
        elif str(message) not in sink:
            sink.append(str(message))

    def __getattr__(self, name: str) -> Any:
        return getattr(warnings, name)


class _DropWhileCollecting(logging.Filter):
    """Drops log records of the thread that collects."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record may pass."""
        sink = getattr(_local, "sink", None)
        if sink is None:
            return True
        message = record.getMessage()
        if record.levelno >= logging.WARNING and message not in sink:
            sink.append(message)
        return False


_stand_in = _WarningsStandIn()
_filter = _DropWhileCollecting()


def collect_from(*modules: ModuleType, logger: str = "") -> None:
    """Makes `collecting` see what these modules warn about, and what this logger logs; once for each module."""
    for module in modules:
        if getattr(module, "warnings", None) is warnings:
            module.warnings = _stand_in  # type: ignore[attr-defined]
    if logger:
        logging.getLogger(logger).addFilter(_filter)


@contextmanager
def collecting() -> Iterator[list[str]]:
    """Collects the warnings that this thread causes in the modules given to `collect_from`.

    Yields:
        The messages so far, each once, in order; an inner use shares the list of the outer one.
    """
    outer = getattr(_local, "sink", None)
    sink: list[str] = [] if outer is None else outer
    _local.sink = sink
    try:
        yield sink
    finally:
        _local.sink = outer
