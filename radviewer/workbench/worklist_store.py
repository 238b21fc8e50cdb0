"""What the user marked in worklists and what models scored, each by a hash of the study: `worklist.jsonl`.

The file only grows while the program runs, and is written anew, short, when it is opened. No name, number, date or
path is in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from radviewer.io.export import WriteProblem
from radviewer.workbench.kept_lines import append_lines, read_lines, rewrite_lines

FILE_NAME = "worklist.jsonl"
_LONG = 4  # lines for each thing that is kept, beyond which the file is written anew


class ReadState(StrEnum):
    """How far the user is with a study."""

    NEW = "new"
    OPENED = "opened"
    READ = "read"


@dataclass(frozen=True, slots=True)
class StudyScore:
    """What a model made of a study: its most suspicious image.

    Attributes:
        model: The pack's id.
        version: The pack's version.
        probability: The highest of any label that is not a normal one, in [0, 1]; None if every image was refused.
        label: That label's name.
        called: Whether it reaches the operating point; None where the model has none for the label.
        gate: The input gate's verdict on that image.
        images: How many images were scored.
    """

    model: str
    version: str
    probability: float | None
    label: str
    called: bool | None
    gate: str
    images: int


class WorklistStore:
    """Marks and scores.

    Args:
        folder: The user's data folder.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._states: dict[str, ReadState] = {}
        self._scores: dict[str, dict[str, StudyScore]] = {}
        entries, self.complaint = read_lines(self._path)
        for entry in entries:
            self._take(entry)
        if len(entries) > _LONG * max(64, len(self._states) + len(self._scores)):
            try:
                rewrite_lines(self._path, self._all())
            except WriteProblem as problem:
                self.complaint = self.complaint or problem.message

    def state(self, key: str) -> ReadState:
        """How far the user is with a study."""
        return self._states.get(key, ReadState.NEW)

    def mark(self, keys: Iterable[str], state: ReadState) -> tuple[str, ...]:
        """Marks studies; returns those that changed.

        Raises:
            WriteProblem: The marks cannot be kept; they hold until the program ends.
        """
        changed = tuple(key for key in keys if self.state(key) is not state)
        for key in changed:
            self._states[key] = state
        append_lines(self._path, ({"study": key, "state": state.value} for key in changed))
        return changed

    def open(self, key: str) -> bool:
        """Marks a study as opened unless it is marked as read; returns whether it changed."""
        return self.state(key) is ReadState.NEW and bool(self.mark((key,), ReadState.OPENED))

    def score(self, key: str, model: str) -> StudyScore | None:
        """What a model made of a study, or None."""
        return self._scores.get(model, {}).get(key)

    def scores(self, model: str) -> Mapping[str, StudyScore]:
        """What a model made of each study, by key."""
        return self._scores.get(model, {})

    def keep_score(self, key: str, score: StudyScore) -> None:
        """Keeps a score; the one before, of whichever version of the model, goes.

        Raises:
            WriteProblem: It cannot be kept.
        """
        if self.score(key, score.model) != score:
            self._scores.setdefault(score.model, {})[key] = score
            append_lines(self._path, ({"study": key, "score": asdict(score)},))

    def _take(self, entry: Mapping[str, Any]) -> None:
        key, score = str(entry.get("study", "")), entry.get("score")
        if entry.get("state") in set(ReadState):
            self._states[key] = ReadState(entry["state"])
        if isinstance(score, dict):
            try:
                kept = StudyScore(**score)
            except TypeError:
                self.complaint = self.complaint or f"A score in {FILE_NAME} is of another form and was left out."
                return
            self._scores.setdefault(kept.model, {})[key] = kept

    def _all(self) -> Iterable[dict[str, Any]]:
        for key, state in self._states.items():
            yield {"study": key, "state": state.value}
        for scores in self._scores.values():
            for key, score in scores.items():
                yield {"study": key, "score": asdict(score)}
