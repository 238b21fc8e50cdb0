"""Clocks: the wall's for dates, a monotonic one for durations; what differs between them is recorded, not hidden."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Where times come from."""

    def utc(self) -> datetime:
        """The wall clock, in UTC; may be set back or forward at any time."""

    def monotonic(self) -> float:
        """Seconds that only grow."""


class SystemClock:
    """The computer's clocks."""

    def utc(self) -> datetime:
        """See `Clock.utc`."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """See `Clock.monotonic`."""
        return time.monotonic()


@dataclass(slots=True)
class ManualClock:
    """A clock that simulations and tests turn themselves."""

    now: datetime = datetime(2026, 1, 5, 9, tzinfo=UTC)
    seconds: float = 0.0

    def utc(self) -> datetime:
        """See `Clock.utc`."""
        return self.now

    def monotonic(self) -> float:
        """See `Clock.monotonic`."""
        return self.seconds

    def pass_time(self, seconds: float) -> None:
        """Time passes on both clocks."""
        self.seconds += seconds
        self.now += timedelta(seconds=seconds)

    def set_wall(self, seconds: float) -> None:
        """Somebody sets the wall clock forward (or back, if negative)."""
        self.now += timedelta(seconds=seconds)


def stamp(moment: datetime) -> str:
    """A moment as ISO 8601 in UTC with milliseconds."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """What `stamp` wrote."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))
