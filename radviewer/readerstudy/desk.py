"""A reader's desk: the only thing that a reading session holds of the store.

It hands out this reader's own assignments in order, takes calls, and releases the AI output of the present case when
the design says so and the ledger (not the session) says that the unaided call is locked. It has no way to truth or to
any call: those are sealed to a key that workstations do not have.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.canonical import canonical
from radviewer.readerstudy.clock import Clock, moment, stamp
from radviewer.readerstudy.frozen import packed, unpacked
from radviewer.readerstudy.keys import StudyKeys
from radviewer.readerstudy.ledger import Draft, Ledger, Record, StoreProblem, draft
from radviewer.readerstudy.plan import Limits, Reveal, Viewing
from radviewer.readerstudy.public import AiOutput, PublicAssignment, PublicPlan, Stage
from radviewer.readerstudy.released import open_ai
from radviewer.readerstudy.sealing import seal_for, unseal


class BlindingProblem(InputProblem):
    """Something was asked for before its time."""

    kind = "blinding"


class WashoutProblem(InputProblem):
    """The next period may not begin yet."""

    kind = "washout"


@dataclass(frozen=True, slots=True)
class SavedReading:
    """A call that is in the ledger: its record, and which one it replaced."""

    record: str
    assignment: str
    stage: Stage
    revision: int
    utc: str


class ReaderDesk:
    """See the module. Made by `StudyStore.desk`, which has checked the reader's PIN.

    Args:
        ledger: The store.
        keys: A workstation's keys.
        reader: The reader's name.
        folder: The study folder.
        clock: Where times come from.
        saved: Called after each append with the records (moves the anchor).
    """

    def __init__(
        self, ledger: Ledger, keys: StudyKeys, reader: str, folder: Path, clock: Clock,
        saved: Callable[[Sequence[Record]], None],
    ) -> None:  # fmt: skip
        self._ledger, self._keys, self._folder, self._saved = ledger, keys.for_workstation(), folder, saved
        self.reader, self.clock = reader, clock
        header = next(iter(ledger.records(kind="study")), None)
        if header is None:
            raise StoreProblem("The study is not frozen yet.", hint="Run `radviewer study schedule`.")
        self.plan = PublicPlan.read(header.data["plan"])
        self._records = {r.id: r.data for r in ledger.records(kind="assignment", reader=reader)}
        self.assignments = tuple(
            sorted((PublicAssignment.read(key, body) for key, body in self._records.items()), key=lambda a: a.number)
        )
        self._readings: dict[tuple[str, Stage], SavedReading] = {}
        for kind in ("reading", "correction"):
            for record in ledger.records(kind=kind, reader=reader):
                self._remember(record)

    @property
    def limits(self) -> Limits:
        """Time limits."""
        return self.plan.limits

    @property
    def viewing(self) -> Viewing:
        """How images are shown at first."""
        return self.plan.viewing

    def reading(self, assignment: str, stage: Stage) -> SavedReading | None:
        """The latest saved call of a stage, without its contents; None if it is not locked."""
        return self._readings.get((assignment, stage))

    def assignment(self, saved: SavedReading) -> PublicAssignment:
        """What a saved call is about."""
        return next(item for item in self.assignments if item.id == saved.assignment)

    def next_assignment(self) -> PublicAssignment | None:
        """The first assignment without a final call; None when all are done."""
        return next((item for item in self.assignments if self.reading(item.id, Stage.FINAL) is None), None)

    def require_washout(self, item: PublicAssignment) -> None:
        """Refuses the first reading of a period before the washout is over.

        Raises:
            WashoutProblem: Names the day from which reading may go on.
        """
        before = [self.reading(a.id, Stage.FINAL) for a in self.assignments if a.period < item.period]
        last = max((moment(reading.utc) for reading in before if reading), default=None)
        if last is None or any(
            reading for a in self.assignments if a.period == item.period
            if (reading := self.reading(a.id, Stage.FINAL)) is not None
        ):  # fmt: skip
            return
        due = last + timedelta(days=self.plan.washout_days)
        now = self.clock.utc()
        if now >= due or f"override:{self.reader}:{item.period}" in self._ledger.slots(self.reader):
            return
        raise WashoutProblem(
            f"Period {item.period} may begin on {due:%Y-%m-%d %H:%M} UTC, {_wait(due - now)} from now: "
            f"the washout is {self.plan.washout_days:g} days.",
            hint="Come back then; an administrator can override it with a reason (`radviewer study override`).",
        )

    def clock_behind(self) -> float:
        """Seconds by which the wall clock is before this reader's last saved call; 0 if it is not."""
        last = max((moment(reading.utc) for reading in self._readings.values()), default=None)
        return 0.0 if last is None else max(0.0, (last - self.clock.utc()).total_seconds())

    def release(self, item: PublicAssignment) -> AiOutput:
        """The AI output of the present case; the release is in the ledger before it is returned.

        Raises:
            BlindingProblem: The unaided call is not locked, or an earlier case is not finished.
            WashoutProblem: The case's period may not begin yet.
        """
        condition = self.plan.condition(item.condition)
        slots = self._ledger.slots(self.reader)
        if "ai" not in self._records.get(item.id, {}):
            raise BlindingProblem("This reading shows no AI.", hint="Go on without it.")
        if condition.reveal is Reveal.AFTER_LOCK and f"reading:{item.id}:{Stage.FIRST.value}" not in slots:
            raise BlindingProblem("The AI appears after the unaided call is locked.", hint="Lock the call first.")
        open_before = [
            a for a in self.assignments
            if a.number < item.number and f"reading:{a.id}:{Stage.FINAL.value}" not in slots
        ]  # fmt: skip
        if open_before:
            raise BlindingProblem("An earlier case is not finished.", hint="Cases are read in their order.")
        self.require_washout(item)
        note = {"assignment": item.id, "utc": stamp(self.clock.utc())}
        slot = f"release:{item.id}"
        if slot not in slots:
            self._append([draft("release", note, reader=self.reader, slot=slot)])
        return self._open_ai(item)

    def released(self) -> frozenset[str]:
        """The ids of the readings whose AI has been shown."""
        return frozenset(
            slot.removeprefix("release:") for slot in self._ledger.slots(self.reader) if slot.startswith("release:")
        )

    def shown_before(self, item: PublicAssignment) -> AiOutput | None:
        """The AI output of a reading that was released before; None where it was not. Releases nothing."""
        return self._open_ai(item) if item.id in self.released() else None

    def feedback(self, item: PublicAssignment) -> dict[str, Any] | None:
        """The truth of a practice case after its final call; None where the plan gives none.

        Raises:
            BlindingProblem: The call is not made yet.
        """
        if f"reading:{item.id}:{Stage.FINAL.value}" not in self._ledger.slots(self.reader):
            raise BlindingProblem("Feedback comes after the call.", hint="Make the call first.")
        blob = self._records[item.id].get("feedback")
        if blob is None:
            return None
        return dict(json.loads(unseal(self._keys.derived("ai"), unpacked(blob), f"feedback:{item.id}")))

    def files(self, item: PublicAssignment) -> tuple[Path, ...]:
        """The files of a case."""
        return tuple(self._folder / name for name in item.files)

    def reading_draft(self, item: PublicAssignment, stage: Stage, contents: dict[str, Any]) -> Draft:
        """A call as a record, its contents sealed to the administrator; to be kept for a retry and given to `save`."""
        return self._sealed("reading", item, stage, contents, {}, f"reading:{item.id}:{stage.value}")

    def correction_draft(self, before: SavedReading, contents: dict[str, Any], reason: str) -> Draft:
        """A call that replaces an earlier one, with the reason in the open.

        A locked unaided call that is corrected after the AI was shown is marked `after_ai`.
        """
        item = self.assignment(before)
        extra: dict[str, Any] = {"supersedes": before.record, "reason": reason, "revision": before.revision + 1}
        if before.stage is Stage.FIRST and item.id in self.released():
            extra["after_ai"] = True
        return self._sealed("correction", item, before.stage, contents, extra, f"supersede:{before.record}")

    def save(self, item: Draft) -> SavedReading:
        """Writes a call; when this returns, it is on the disk.

        Raises:
            StoreProblem: It was not saved; the same draft can be given again.
        """
        self._append([item])
        record = next(iter(self._last))
        self._remember(record)
        data = record.data
        return self._readings[data["assignment"], Stage(data["stage"])]

    def note(self, event: str, **facts: Any) -> None:
        """Records something about the sitting: begin, pause, resume, end, display."""
        body = {"event": event, "utc": stamp(self.clock.utc()), **facts}
        self._append([draft("sitting", body, reader=self.reader)])

    def _sealed(
        self,
        kind: str,
        item: PublicAssignment,
        stage: Stage,
        contents: dict[str, Any],
        extra: dict[str, Any],
        slot: str,
    ) -> Draft:
        context = f"{kind}:{item.id}:{stage.value}"
        blob = seal_for(self._keys.public, canonical(contents).encode(), context)
        body = {"assignment": item.id, "stage": stage.value, "utc": stamp(self.clock.utc()), "sealed": packed(blob)}
        return draft(kind, body | extra, reader=self.reader, slot=slot)

    def _append(self, drafts: Sequence[Draft]) -> None:
        self._last = self._ledger.append(drafts)
        self._saved(self._last)

    def _remember(self, record: Record) -> None:
        data = record.data
        stage = Stage(data["stage"])
        self._readings[data["assignment"], stage] = SavedReading(
            record.id, data["assignment"], stage, data.get("revision", 0), data["utc"]
        )

    def _open_ai(self, item: PublicAssignment) -> AiOutput:
        condition = self.plan.condition(item.condition)
        return open_ai(self._keys, self._folder, item.id, self._records[item.id], condition.opacity)


def _wait(span: timedelta) -> str:
    days = span / timedelta(days=1)
    return f"{days:.1f} days" if days >= 1 else f"{span / timedelta(hours=1):.1f} hours"
