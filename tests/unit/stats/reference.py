"""Reads the reference studies and compares every number of a reference program's output with ours.

The programs printed 15 significant digits; 1e-8 relative is the agreement asked for. A number that is zero up
to rounding in exact arithmetic is compared on the scale of its companions (`scale`).
"""

from __future__ import annotations

import json
import math
from typing import Any

from radviewer.stats.table import Columns, ReadTable, load_frame, read_csv
from tests.helpers.shared import shared

RTOL = 1e-8


def table(name: str, condition: str = "modality", **columns: str) -> ReadTable:
    return read_csv(shared(f"reference/mrmc/{name}.csv"), Columns(condition=condition, **columns))


def frame(name: str) -> Any:
    return load_frame(shared(f"reference/mrmc/{name}.csv"))


def results(name: str) -> dict[str, Any]:
    return dict(json.loads(shared(f"reference/mrmc/{name}.json").read_text()))


class Comparison:
    """Collects disagreements so that one test shows all of them, and counts what was compared."""

    def __init__(self) -> None:
        self.compared = 0
        self.wrong: list[str] = []

    def check(self, where: str, ours: float | None, theirs: Any, *, scale: float = 0.0) -> None:
        if isinstance(theirs, list):
            assert len(theirs) == 1, where
            theirs = theirs[0]
        self.compared += 1
        if theirs is None or ours is None:
            if theirs is not ours:
                self.wrong.append(f"{where}: ours {ours!r}, reference {theirs!r}")
            return
        if not math.isclose(ours, float(theirs), rel_tol=RTOL, abs_tol=RTOL * scale):
            self.wrong.append(f"{where}: ours {ours!r}, reference {theirs!r}")

    def finish(self, at_least: int) -> None:
        assert not self.wrong, "\n".join(self.wrong[:30])
        assert self.compared >= at_least, f"only {self.compared} cells were compared"
