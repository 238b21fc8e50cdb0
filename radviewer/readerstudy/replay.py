"""A reading played back from its log: what the reader did second by second, and how the screen stood at any time.

The log is that of `recorder`: entries [seconds, kind, facts]. A kind that this version does not know is kept as a step
in its own words, so that logs of later versions can still be read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from radviewer.readerstudy.opened import Reading


@dataclass(frozen=True, slots=True)
class Screen:
    """How the reader's screen stood.

    Attributes:
        index: Image in the case, from 0.
        window: (centre, width), or None for the image's own.
        invert: Whether black and white were exchanged.
        zoom: Logical pixels for one image column; None for fit.
        overlay: Whether the AI's map was shown.
        opacity: Of the map, 0 to 1; None if it was not recorded.
        method: Of the map; empty if it was not recorded.
        ai: Whether the AI's output was on the screen.
        paused: Whether the case was hidden.
        answers: Entries so far, by question.
    """

    index: int = 0
    window: tuple[float, float] | None = None
    invert: bool = False
    zoom: float | None = None
    overlay: bool = False
    opacity: float | None = None
    method: str = ""
    ai: bool = False
    paused: bool = False
    answers: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the reader did.

    Attributes:
        at: Seconds since the stage began, pauses not counted.
        kind: As in the log.
        words: In plain words.
        screen: How the screen stood after it.
    """

    at: float
    kind: str
    words: str
    screen: Screen


@dataclass(frozen=True, slots=True)
class Replay:
    """One stage of a reading.

    Attributes:
        steps: In order of time; the first is the beginning.
        seconds: Length of the stage, pauses not counted.
        dropped: Events that were counted only, because there were too many.
    """

    steps: tuple[Step, ...]
    seconds: float
    dropped: int

    def at(self, seconds: float) -> Step:
        """The last step at or before a time."""
        times = [step.at for step in self.steps]
        return self.steps[max(0, bisect_right(times, seconds) - 1)]


def replay(reading: Reading) -> Replay:
    """The log of a reading as steps; a call from elsewhere without a log has its beginning only."""
    log = reading.contents
    screen = Screen(ai=False)
    steps = [Step(0.0, "begin", "The case is on the screen.", screen)]
    for at, kind, facts in log.get("events", ()):
        screen = _after(screen, str(kind), facts)
        steps.append(Step(float(at), str(kind), _words(str(kind), facts), screen))
    length = sum(log.get(name) or 0.0 for name in ("active_s", "idle_s"))
    return Replay(tuple(steps), max(float(length), steps[-1].at), int(log.get("events_dropped", 0)))


def _after(screen: Screen, kind: str, facts: Mapping[str, Any]) -> Screen:
    match kind:
        case "window":
            center, width = facts.get("center"), facts.get("width")
            own = None if center is None or width is None else (float(center), float(width))
            return replace(screen, window=own, invert=bool(facts.get("invert", screen.invert)))
        case "invert":
            return replace(screen, invert=bool(facts.get("invert", not screen.invert)))
        case "zoom":
            scale = facts.get("scale")
            return replace(screen, zoom=None if scale is None else float(scale))
        case "scroll":
            return replace(screen, index=int(facts.get("index", screen.index)))
        case "overlay":
            opacity = facts.get("opacity", screen.opacity)
            method = str(facts.get("method", screen.method))
            return replace(screen, overlay=bool(facts.get("shown")), opacity=opacity, method=method)
        case "ai_shown":
            return replace(screen, ai=True)
        case "pause" | "resume":
            return replace(screen, paused=kind == "pause")
        case "answer":
            answers = {**screen.answers, str(facts.get("question")): facts.get("value")}
            return replace(screen, answers={name: value for name, value in answers.items() if value is not None})
    return screen


def _words(kind: str, facts: Mapping[str, Any]) -> str:
    match kind:
        case "window" if facts.get("center") is not None and facts.get("width") is not None:
            return f"Window: W {facts['width']:g} L {facts['center']:g}"
        case "window":
            return "Window: the image's own"
        case "zoom" if facts.get("scale") is not None:
            return f"Zoom: {facts['scale']:.2f}"
        case "zoom":
            return "Zoom: fit"
        case "scroll":
            return f"Image {int(facts.get('index', 0)) + 1}"
        case "overlay":
            return f"Overlay {'shown' if facts.get('shown') else 'hidden'}{_details(facts, ('method', 'opacity'))}"
        case "answer":
            value = facts.get("value")
            return f"{facts.get('question')}: {'taken back' if value is None else _value(value)}"
        case "ai_shown":
            return "The AI's output appears."
        case "request_ai":
            return "Asks for the AI."
        case "pause":
            return "Pause"
        case "resume":
            return "Goes on"
    return f"{kind}{_details(facts, tuple(facts))}"


def _details(facts: Mapping[str, Any], names: tuple[str, ...]) -> str:
    texts = [f"{name} {_value(facts[name])}" for name in names if facts.get(name) not in (None, "")]
    return f" ({', '.join(texts)})" if texts else ""


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list):
        return f"{len(value)} marks" if len(value) != 1 else "1 mark"
    return str(value)
