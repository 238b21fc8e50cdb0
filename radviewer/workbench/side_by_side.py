"""What the side-by-side view shows of an unblinded study: pairs of calls, images of the cases, what the AI showed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from radviewer.readerstudy.comparison import CallPair, pairs_of
from radviewer.readerstudy.opened import open_study
from radviewer.readerstudy.plan import ReaderStudyPlan
from radviewer.readerstudy.public import AiOutput
from radviewer.readerstudy.released import open_ai
from radviewer.readerstudy.study_store import StudyStore


@dataclass(frozen=True, slots=True, eq=False)
class SideBySide:
    """An unblinded study.

    Attributes:
        plan: With truth.
        pairs: All pairs of calls.
        files: The files of each case, by its name.
        outputs: Opens what the AI showed to one reader in one aided reading (assignment id); None if it showed nothing.
        verdict: What the audit said about the record, in a sentence.
    """

    plan: ReaderStudyPlan
    pairs: tuple[CallPair, ...]
    files: Mapping[str, tuple[Path, ...]]
    outputs: Callable[[str], AiOutput | None]
    verdict: str

    @property
    def title(self) -> str:
        """The study's title; simulated readers are named as such."""
        return self.plan.study.title + (" (SIMULATED READERS)" if self.plan.study.simulated else "")

    def output_of(self, pair: CallPair) -> AiOutput | None:
        """What the AI showed in the aided reading of a pair; None before it was read, or if it showed nothing."""
        return None if pair.aided is None else self.outputs(pair.aided.reading.assignment.id)


def side_by_side(store: StudyStore) -> SideBySide:
    """Opens everything of a study; the store can be closed afterwards.

    Args:
        store: Opened with the administrator's keys.

    Raises:
        KeyProblem: Without the administrator's keys.
        StoreProblem: The study cannot be read.
    """
    opened = open_study(store)
    verdict, notes = store.verify()
    bodies = {record.id: record.data for record in store.ledger.records(kind="assignment")}
    files = {
        item.case: tuple(store.place.folder / name for name in bodies[item.id]["files"])
        for item in opened.schedule.assignments
    }
    opacities = {item.id: opened.plan.condition(item.condition).opacity for item in opened.schedule.assignments}
    keys, folder = store.place.keys, store.place.folder

    def outputs(uid: str) -> AiOutput | None:
        body = bodies[uid]
        return open_ai(keys, folder, uid, body, opacities[uid]) if "ai" in body else None

    state = "The record is whole" if verdict.whole else "THE RECORD WAS ALTERED"
    words = " ".join((f"{state}: {verdict.records} entries checked.", *notes))
    return SideBySide(opened.plan, pairs_of(opened), files, outputs, words)
