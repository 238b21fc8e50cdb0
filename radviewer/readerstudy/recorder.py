"""Writes down one stage of a reading: times, what was done with image and overlay, and every change of mind."""

from __future__ import annotations

from collections import Counter
from typing import Any

from radviewer.readerstudy.clock import Clock, stamp
from radviewer.readerstudy.questions import Answer
from radviewer.readerstudy.stopwatch import Stopwatch

MOST_EVENTS = 20_000


class Recorder:
    """The log of one stage.

    Args:
        clock: Where times come from.
        idle_after: See `Stopwatch`.
    """

    def __init__(self, clock: Clock, idle_after: float) -> None:
        self._watch = Stopwatch(clock, idle_after)
        self.started = stamp(clock.utc())
        self._events: list[list[Any]] = []
        self._changes: Counter[str] = Counter()
        self._dropped = 0
        self._first_click: float | None = None
        self._overlay_since: float | None = None
        self._overlay_s = 0.0
        self._away = False

    def elapsed(self) -> float:
        """Seconds on the watch, without pauses."""
        return self._watch.peek()

    def touch(self) -> float:
        """A sign of activity; returns the seconds on the watch. Time in which the window was away is idle."""
        return self._watch.touch(idle=self._away)

    def event(self, kind: str, facts: dict[str, Any]) -> None:
        """One thing that happened; beyond `MOST_EVENTS` they are counted only."""
        at = self.touch()
        if kind == "focus":
            self._away = not facts.get("here", True)
        if kind in {"click", "mark"} and self._first_click is None:
            self._first_click = at
        if kind == "overlay":
            self._overlay(bool(facts.get("shown")), at)
        if len(self._events) < MOST_EVENTS:
            self._events.append([round(at, 3), kind, facts])
        else:
            self._dropped += 1

    def answered(self, question: str, before: Answer, now: Answer) -> None:
        """An answer was entered; replacing another one is a change of mind."""
        if before is not None and before != now:
            self._changes[question] += 1
        if self._first_click is None:
            self._first_click = self.touch()
        self.event("answer", {"question": question, "value": now})

    def pause(self) -> None:
        """The time stops."""
        self.event("pause", {})
        self._overlay(False, self.touch())
        self._watch.pause()

    def resume(self) -> None:
        """The time goes on."""
        self._watch.resume()
        self.event("resume", {})

    def summary(self, ai_shown: bool) -> dict[str, Any]:
        """What is stored with the call; times in seconds."""
        times = self._watch.times()
        overlay = self._overlay_s
        if self._overlay_since is not None:
            overlay += times.total_s - self._overlay_since
        return {
            "active_s": times.active_s,
            "idle_s": times.idle_s,
            "paused_s": times.paused_s,
            "first_click_s": None if self._first_click is None else round(self._first_click, 3),
            "overlay_s": round(overlay, 3),
            "ai_shown": ai_shown,
            "clock_jumps": [list(jump) for jump in times.jumps],
            "changes": dict(self._changes),
            "events": self._events,
            "events_dropped": self._dropped,
        }

    def _overlay(self, shown: bool, at: float) -> None:
        if shown and self._overlay_since is None:
            self._overlay_since = at
        elif not shown and self._overlay_since is not None:
            self._overlay_s += at - self._overlay_since
            self._overlay_since = None
