"""A study opened with the administrator's key: plan with truth, schedule with shams, all calls in clear."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from radviewer.core.strict_tables import Strict
from radviewer.readerstudy.canonical import digest
from radviewer.readerstudy.frozen import unpacked
from radviewer.readerstudy.ledger import Head, Record, StoreProblem
from radviewer.readerstudy.plan import ReaderStudyPlan
from radviewer.readerstudy.plan_problem import PlanProblem
from radviewer.readerstudy.public import Stage
from radviewer.readerstudy.schedule import Assignment, Schedule
from radviewer.readerstudy.sealing import unseal_mine
from radviewer.readerstudy.study_store import StudyStore


@dataclass(frozen=True, slots=True)
class Reading:
    """One saved call in clear.

    Attributes:
        record: Id of the record.
        seq: Place in the ledger.
        assignment: What was read.
        stage: Locked unaided call, or last call.
        revision: 0 for the first one, then 1, 2, ... for corrections.
        utc: When it was saved, by the wall clock.
        contents: Answers, times, events, as the session wrote them.
        supersedes: Record that it replaces; empty for a first one.
        reason: Why; empty for a first one.
    """

    record: str
    seq: int
    assignment: Assignment
    stage: Stage
    revision: int
    utc: str
    contents: Mapping[str, Any]
    supersedes: str = ""
    reason: str = ""

    @property
    def answers(self) -> Mapping[str, Any]:
        """The answers by question."""
        return dict(self.contents["answers"])


@dataclass(frozen=True, slots=True)
class OpenedStudy:
    """Everything that an export or a report needs.

    Attributes:
        plan: With truth and AI outputs.
        schedule: With shams.
        readings: All calls in order of the ledger, replaced ones too.
        releases: Place in the ledger at which each assignment's AI was released.
        sittings: Records of begin, pause, resume, end.
        overrides: Records of overridden washouts.
        head: End of the chain when it was opened.
        unblinding: Record of the unblinding; None while the study is blinded.
        debriefs: Records of readers who were told what was false on purpose.
    """

    plan: ReaderStudyPlan
    schedule: Schedule
    readings: tuple[Reading, ...]
    releases: Mapping[str, int]
    sittings: tuple[Record, ...]
    overrides: tuple[Record, ...]
    head: Head
    unblinding: Record | None = None
    debriefs: tuple[Record, ...] = ()

    def valid(self) -> tuple[Reading, ...]:
        """The calls that count: the last revision of each, with the times and the log of the first.

        Not among them are corrections of a call without AI that were made after the reader had been shown the AI of
        the case: in the same reading, or in another one of the same case that came between call and correction.
        """
        first: dict[tuple[str, Stage], Reading] = {}
        chosen: dict[tuple[str, Stage], Reading] = {}
        shown = self._shown()
        for reading in self.readings:
            key = reading.assignment.id, reading.stage
            original = first.setdefault(key, reading)
            if original is reading:
                chosen[key] = reading
            elif not _informed(original, reading, shown):
                chosen[key] = replace(reading, contents={**original.contents, **reading.contents})
        return tuple(chosen.values())

    def _shown(self) -> dict[tuple[str, str], list[tuple[int, str]]]:
        """Of each reader and case: when its AI was released, and in which reading."""
        found: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
        for item in self.schedule.assignments:
            if item.id in self.releases:
                found[item.reader, item.case].append((self.releases[item.id], item.id))
        return found


def _informed(original: Reading, later: Reading, shown: Mapping[tuple[str, str], list[tuple[int, str]]]) -> bool:
    """Whether the AI of the case, unknown to the reader at the call, was known when it was corrected."""
    item = original.assignment
    releases = shown.get((item.reader, item.case), ())
    if any(uid == item.id and seq < original.seq for seq, uid in releases):
        return False  # the call was made with the AI on the screen
    return any(original.seq < seq < later.seq for seq, _uid in releases)


def open_study(store: StudyStore) -> OpenedStudy:
    """Opens everything.

    Raises:
        KeyProblem: Without the administrator's keys, or if something sealed was altered.
        StoreProblem: The sealed plan is not the one that was frozen.
    """
    keys, ledger = store.place.keys, store.ledger
    head = ledger.head()
    header = next(iter(ledger.records(kind="study"))).data
    sealed = next(iter(ledger.records(kind="sealed-plan"))).data["sealed"]
    raw = json.loads(unseal_mine(keys, unpacked(sealed), "plan"))
    plan = typed(raw["plan"], ReaderStudyPlan)
    schedule = typed(raw["schedule"], Schedule)
    # Of what was sealed, not of what this version makes of it: a later version may know further keys.
    if digest(raw["plan"]) != header["plan_hash"] or digest(raw["schedule"]) != header["schedule_hash"]:
        raise StoreProblem("The sealed plan is not the one that was frozen.", hint="Run `radviewer study verify`.")
    assignments = {item.id: item for item in schedule.assignments}
    readings = [
        _reading(store, record, assignments)
        for kind in ("reading", "correction")
        for record in ledger.records(kind=kind)
        if record.seq <= head.seq
    ]
    return OpenedStudy(
        plan, schedule, tuple(sorted(readings, key=lambda r: r.seq)),
        {r.data["assignment"]: r.seq for r in ledger.records(kind="release")},
        tuple(ledger.records(kind="sitting")), tuple(ledger.records(kind="override")), head,
        store.unblinded, tuple(ledger.records(kind="debrief")),
    )  # fmt: skip


def _reading(store: StudyStore, record: Record, assignments: Mapping[str, Assignment]) -> Reading:
    data = record.data
    context = f"{record.kind}:{data['assignment']}:{data['stage']}"
    contents = json.loads(unseal_mine(store.place.keys, unpacked(data["sealed"]), context))
    return Reading(
        record.id, record.seq, assignments[data["assignment"]], Stage(data["stage"]), data.get("revision", 0),
        data["utc"], contents, data.get("supersedes", ""), data.get("reason", ""),
    )  # fmt: skip


def typed(raw: Any, shape: Any) -> Any:
    """A canonical value as its dataclass; keys that hold null are left to their defaults."""
    return Strict(PlanProblem).value(_without_null(raw), shape, "plan")


def _without_null(raw: Any) -> Any:
    if isinstance(raw, dict):
        return {key: _without_null(item) for key, item in raw.items() if item is not None}
    return [_without_null(item) for item in raw] if isinstance(raw, list) else raw
