"""How far each reader is: counts and dates from the open part of the ledger, no call among them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from radviewer.readerstudy.canonical import plain
from radviewer.readerstudy.clock import moment, stamp
from radviewer.readerstudy.study_store import StudyStore


@dataclass(frozen=True, slots=True)
class Progress:
    """One reader's progress.

    Attributes:
        reader: Name.
        done: Readings finished, practice and repeats included.
        total: All readings.
        period: Of the next reading; None when all are done.
        last: Time of the last call in UTC; None before the first.
        due: When the next reading's period may begin; None where there is nothing to wait for.
        corrections: Calls that were replaced.
        overrides: Washouts that were overridden.
    """

    reader: str
    done: int
    total: int
    period: int | None
    last: str | None
    due: str | None
    corrections: int
    overrides: int

    def as_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return dict(plain(self))


def progress_of(store: StudyStore) -> tuple[Progress, ...]:
    """The progress of all readers, in the order of the plan."""
    header = next(iter(store.ledger.records(kind="study"))).data
    washout = timedelta(days=header["plan"]["design"]["washout_days"])
    periods: dict[str, dict[str, int]] = defaultdict(dict)
    for record in store.ledger.records(kind="assignment"):
        periods[record.reader][record.id] = record.data["period"]
    finals: dict[str, dict[str, str]] = defaultdict(dict)
    last: dict[str, str] = {}
    for record in store.ledger.records(kind="reading"):
        data = record.data
        last[record.reader] = max(last.get(record.reader, ""), data["utc"])
        if data["stage"] == "final":
            finals[record.reader][data["assignment"]] = data["utc"]
    corrections = Counter(record.reader for record in store.ledger.records(kind="correction"))
    overrides = Counter(record.reader for record in store.ledger.records(kind="override"))
    found = []
    for reader in store.readers():
        own, done = periods[reader], finals[reader]
        period = min((number for uid, number in own.items() if uid not in done), default=None)
        due = _due(own, done, period, washout)
        found.append(
            Progress(reader, len(done), len(own), period, last.get(reader), due, corrections[reader], overrides[reader])
        )
    return tuple(found)


def _due(own: dict[str, int], done: dict[str, str], period: int | None, washout: timedelta) -> str | None:
    if period is None or any(own[uid] == period for uid in done):
        return None
    before = [utc for uid, utc in done.items() if own[uid] < period]
    return stamp(moment(max(before)) + washout) if before else None
