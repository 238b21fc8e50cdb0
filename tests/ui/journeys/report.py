"""What came out of a long run, as figures to be read and kept."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from statistics import median
from typing import Any

_SETTLED = 300.0  # seconds of the first sitting after which memory should no longer grow


class Report:
    """Collects what sittings tell.

    Args:
        seed: Of the run.
        minutes: That were asked for.
        display: Where the windows were.
    """

    def __init__(self, seed: int, minutes: float, display: str) -> None:
        self._facts = {"seed": seed, "minutes": minutes, "display": display}
        self._began = time.monotonic()
        self._loads: list[float] = []
        self.steps: list[dict[str, Any]] = []
        self.wrongs: list[str] = []
        self.ended = False

    def take(self, sitting: int, words: dict[str, Any]) -> None:
        """What a sitting told."""
        if "wrong" in words:
            self.wrong(f"sitting {sitting}: {words['wrong']}", words["step"])
        elif "step" in words:
            self._loads.append(os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0)
            self.steps.append({**words, "sitting": sitting, "at": round(time.monotonic() - self._began, 1)})
        elif "ended" in words:
            self.ended = True

    def wrong(self, words: str, step: str) -> None:
        """Something was wrong."""
        self.wrongs.append(f"{step}: {words}")

    def end(self, folder: Path) -> None:
        """Writes the report; a run has to come to its end."""
        if not self.ended:
            self.wrong("the last sitting did not come to its end", "end")
        everything = {**self._facts, "figures": self.figures(), "wrong": self.wrongs, "steps": self.steps}
        (folder / "report.json").write_text(json.dumps(everything, indent=1))
        (folder / "report.txt").write_text(self.text())

    def figures(self) -> dict[str, float]:
        """The figures of all steps."""
        gaps = sorted(gap for step in self.steps for gap in step["gaps"])
        seconds = sum(step["seconds"] for step in self.steps)
        ticks = seconds / 0.01
        first = [step for step in self.steps if step["sitting"] == 0]
        settled = [step for step in first if step["at"] - first[0]["at"] >= _SETTLED] or first
        return {
            "seconds": round(time.monotonic() - self._began),
            "sittings": len({step["sitting"] for step in self.steps}),
            "steps": len(self.steps),
            "load": round(median(self._loads), 1) if self._loads else 0.0,
            "gap_worst": gaps[-1] if gaps else 0.0,
            "gap_worst_worked": max((step["worked"] for step in self.steps), default=0.0),
            "gaps_over_100ms": sum(gap > 0.1 for gap in gaps),
            "gaps_over_1s": sum(gap > 1.0 for gap in gaps),
            "share_of_ticks_over_100ms": round(sum(gap > 0.1 for gap in gaps) / max(ticks, 1), 6),
            "memory_settled": settled[0]["memory"] if settled else 0.0,
            "memory_end": settled[-1]["memory"] if settled else 0.0,
            "memory_most": max((step["memory"] for step in self.steps), default=0.0),
            "files_settled": settled[0]["files"] if settled else 0,
            "files_end": settled[-1]["files"] if settled else 0,
            "threads_most": max((step["threads"] for step in self.steps), default=0),
        }

    def text(self) -> str:
        """The report in words."""
        lines = [f"{name}: {value}" for name, value in {**self._facts, **self.figures()}.items()]
        lines += ["", f"{'step':<16}{'times':>6}{'median s':>10}{'worst gap s':>13}{'of it work':>12}"]
        for name in dict.fromkeys(step["step"] for step in self.steps):
            these = [step for step in self.steps if step["step"] == name]
            worst = max(these, key=lambda step: step["worst"])
            took = median(step["seconds"] for step in these)
            lines.append(f"{name:<16}{len(these):>6}{took:>10.1f}{worst['worst']:>13.2f}{worst['worked']:>12.2f}")
        lines += ["", f"{len(self.wrongs)} things were wrong", *self.wrongs]
        return "\n".join(lines) + "\n"
