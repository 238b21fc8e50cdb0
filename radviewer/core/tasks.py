"""Cancelling and progress for long work, without threads or Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from radviewer.core.errors import Cancelled


class CancellationToken:
    """A switch that the asker turns and the worker looks at; safe between threads."""

    __slots__ = ("_event",)

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Asks the work to stop at its next check."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._event.is_set()

    def check(self) -> None:
        """Raises `Cancelled` if the work was cancelled."""
        if self._event.is_set():
            raise Cancelled("Cancelled.")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far some work is.

    Attributes:
        stage: What is being done, in words for the user, for example "predicting".
        done: Units finished.
        total: Units in all; 0 when unknown.
    """

    stage: str
    done: int = 0
    total: int = 0


ProgressCallback = Callable[[Progress], None]


def silent(_progress: Progress) -> None:
    """A progress callback that does nothing."""
