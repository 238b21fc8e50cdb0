"""Reading time: active, idle and paused seconds by the monotonic clock, and jumps of the wall clock beside it.

A gap between two signs of activity that is longer than `idle_after` counts as active up to that limit and as idle
beyond it. So a reader who looks at an image without touching anything for a while is not cut short.
"""

from __future__ import annotations

from dataclasses import dataclass

from radviewer.readerstudy.clock import Clock

JUMP_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Times:
    """Durations in seconds. `jumps` holds (seconds on the watch, size) of each jump of the wall clock, forward > 0."""

    active_s: float
    idle_s: float
    paused_s: float
    jumps: tuple[tuple[float, float], ...] = ()

    @property
    def total_s(self) -> float:
        """Active and idle, without pauses."""
        return self.active_s + self.idle_s


class Stopwatch:
    """Measures one stage of one case.

    Args:
        clock: Where times come from.
        idle_after: Seconds without a sign of activity after which time counts as idle.
    """

    def __init__(self, clock: Clock, idle_after: float) -> None:
        self._clock, self._idle_after = clock, idle_after
        self._last = clock.monotonic()
        self._skew = self._difference()
        self._active = self._idle = self._paused = 0.0
        self._running = True
        self._jumps: list[tuple[float, float]] = []

    def touch(self, *, idle: bool = False) -> float:
        """A sign of activity; returns the seconds on the watch (active and idle).

        Args:
            idle: Nobody looked since the last sign, so all of the time since then is idle.
        """
        now = self._clock.monotonic()
        gap, self._last = max(0.0, now - self._last), now
        if self._running:
            active = 0.0 if idle else min(gap, self._idle_after)
            self._active += active
            self._idle += gap - active
        else:
            self._paused += gap
        self._look_at_the_wall()
        return self._active + self._idle

    def pause(self) -> None:
        """Stops the time."""
        self.touch()
        self._running = False

    def resume(self) -> None:
        """Lets it go on."""
        self.touch()
        self._running = True

    @property
    def jumps(self) -> tuple[tuple[float, float], ...]:
        """Jumps of the wall clock so far."""
        return tuple(self._jumps)

    def peek(self) -> float:
        """The seconds on the watch, without counting the look as a sign of activity."""
        gap = max(0.0, self._clock.monotonic() - self._last) if self._running else 0.0
        return self._active + self._idle + gap

    def times(self) -> Times:
        """The durations up to now."""
        self.touch()
        return Times(round(self._active, 3), round(self._idle, 3), round(self._paused, 3), tuple(self._jumps))

    def _difference(self) -> float:
        return self._clock.utc().timestamp() - self._clock.monotonic()

    def _look_at_the_wall(self) -> None:
        skew = self._difference()
        if abs(skew - self._skew) >= JUMP_SECONDS:
            self._jumps.append((round(self._active + self._idle, 3), round(skew - self._skew, 3)))
        # A slow drift must not add up to a jump, so the comparison starts anew each time.
        self._skew = skew
