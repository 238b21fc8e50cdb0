"""Which reader reads which case under which condition in which order: made from the seed, saved before the first read.

The algorithm has a name and a version, `ALGORITHM`; a change that alters any order gets a new one. Periods are apart
by the washout; sittings divide a period; positions count within a sitting.
"""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from radviewer.readerstudy.allocation import Slot, allocate
from radviewer.readerstudy.canonical import LATER, digest
from radviewer.readerstudy.overlays import dealt_overlays, overlay_of, practice_overlay
from radviewer.readerstudy.plan import AiPart, Case, Reader, ReaderStudyPlan
from radviewer.readerstudy.randomness import HashStream
from radviewer.readerstudy.strata import deal, pick, share_of, strata

ALGORITHM = "radviewer-schedule-1"


class Purpose(StrEnum):
    """What a reading is for."""

    TRAINING = "training"
    MAIN = "main"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One case to be read by one reader.

    Attributes:
        id: UUID made from plan, reader and place, so that freezing again gives the same.
        reader: Who reads.
        number: Place in all of the reader's assignments, from 0.
        period: Periods are apart by the washout; from 1.
        sitting: Part of the period, from 1.
        position: Place in the sitting, from 1.
        case: The case's name.
        condition: The arm.
        purpose: Practice, main or repeat.
        sham: The AI output is false on purpose; sealed from the reader.
        map_case: The case whose heat map is shown; sealed from the reader.
        overlay: The type of overlay that was dealt, empty where the condition deals none; sealed from the reader.
    """

    id: str
    reader: str
    number: int
    period: int
    sitting: int
    position: int
    case: str
    condition: str
    purpose: Purpose
    sham: bool = False
    map_case: str = ""
    overlay: str = field(default="", metadata=LATER)


@dataclass(frozen=True, slots=True)
class Schedule:
    """All assignments of a study, with what made them."""

    algorithm: str
    seed: int
    plan_hash: str
    assignments: tuple[Assignment, ...]

    @property
    def hash(self) -> str:
        """SHA-256 of the canonical form, in hexadecimal."""
        return digest(self)

    def of(self, reader: str) -> tuple[Assignment, ...]:
        """One reader's assignments in order."""
        return tuple(item for item in self.assignments if item.reader == reader)


def make_schedule(plan: ReaderStudyPlan) -> Schedule:
    """The schedule of a plan; the same plan always gives the same one."""
    main = [case for case in plan.cases if not case.training]
    shams = sham_cases(plan, main)
    maps = _map_partners(plan, main)
    slots = allocate(plan, main)
    overlays = dealt_overlays(plan, slots)
    assignments: list[Assignment] = []
    for reader in plan.readers:
        assignments += _of_reader(plan, reader, slots[reader.name], shams, maps, overlays)
    return Schedule(ALGORITHM, plan.study.seed, plan.hash, tuple(assignments))


def sham_cases(plan: ReaderStudyPlan, main: Sequence[Case]) -> frozenset[str]:
    """Cases whose AI output is inverted: only those where the AI is right, so that a sham is always wrong advice."""
    right = [case for case in main if plan.ai_right(case)]
    total = share_of(plan.design.sham_share, len(main))
    chosen = pick(plan, right, total, HashStream(plan.study.seed, "sham"))
    return frozenset(case.name for case in chosen)


def _map_partners(plan: ReaderStudyPlan, main: Sequence[Case]) -> dict[str, str]:
    """For sham maps: another case of the same stratum where there is one, else the next case of all."""
    stream = HashStream(plan.study.seed, "maps")
    partners: dict[str, str] = {}
    for members in strata(plan, main).values():
        if len(members) > 1:
            order = [case.name for case in stream.shuffled(members)]
            partners |= dict(zip(order, order[1:] + order[:1], strict=True))
    names = [case.name for case in main]
    for index, name in enumerate(names):
        partners.setdefault(name, names[(index + 1) % len(names)])
    return partners


def _of_reader(
    plan: ReaderStudyPlan, reader: Reader, slots: Sequence[Slot], shams: frozenset[str], maps: Mapping[str, str],
    overlays: Mapping[tuple[str, str, str], str],
) -> list[Assignment]:  # fmt: skip
    rows: list[tuple[int, int, str, str, Purpose]] = []
    arms = list(dict.fromkeys(slot.condition for slot in slots))
    for period in sorted({slot.period for slot in slots}):
        here = [slot for slot in slots if slot.period == period]
        rows += _training(plan, reader, period, arms) if period == 1 else []
        rows += _sittings(plan, reader, period, here)
    found: list[Assignment] = []
    place: dict[tuple[int, int], int] = {}
    practised: Counter[str] = Counter()
    for number, (period, sitting, case, condition, purpose) in enumerate(rows):
        position = place[period, sitting] = place.get((period, sitting), 0) + 1
        arm, real = plan.condition(condition), purpose is not Purpose.TRAINING
        dealt = overlays.get((reader.name, case, condition), "")
        if not real:
            dealt = practice_overlay(arm, practised[condition])
            practised[condition] += 1
        foreign = overlay_of(arm, dealt).sham and (bool(dealt) or AiPart.HEAT_MAP in arm.ai)
        found.append(
            Assignment(
                _uuid(plan, reader, number), reader.name, number, period, sitting, position, case, condition, purpose,
                sham=real and arm.aided and case in shams, map_case=maps[case] if real and foreign else "",
                overlay=dealt,
            )
        )  # fmt: skip
    return found


def _uuid(plan: ReaderStudyPlan, reader: Reader, number: int) -> str:
    name = f"{ALGORITHM}:{plan.hash}:{reader.name}:{number}"
    return str(uuid.uuid5(uuid.NAMESPACE_URL, hashlib.sha256(name.encode()).hexdigest()))


def _training(
    plan: ReaderStudyPlan, reader: Reader, period: int, arms: Sequence[str]
) -> list[tuple[int, int, str, str, Purpose]]:
    """Practice cases come first, in the plan's order, their conditions taking turns."""
    practice = [case for case in plan.cases if case.training]
    return [(period, 1, case.name, arms[i % len(arms)], Purpose.TRAINING) for i, case in enumerate(practice)]


def _sittings(
    plan: ReaderStudyPlan, reader: Reader, period: int, slots: Sequence[Slot]
) -> list[tuple[int, int, str, str, Purpose]]:
    """Divides one period into sittings, each balanced, each in an order of its own, then adds the repeats."""
    count, seed = plan.design.sittings, plan.study.seed
    parts: list[list[Slot]] = [[] for _ in range(count)]
    arms = list(dict.fromkeys(slot.condition for slot in slots))
    for arm in arms:
        cases = [plan.case(slot.case) for slot in slots if slot.condition == arm]
        groups = deal(plan, cases, count, HashStream(seed, f"sittings {reader.name} {period} {arm}"))
        for part, group in zip(parts, groups, strict=True):
            part += [Slot(period, case.name, arm) for case in group]
    rows = []
    for index, part in enumerate(parts):
        stream = HashStream(seed, f"order {reader.name} {period} {index + 1}")
        ordered = stream.shuffled(part)
        if not plan.design.interleave:
            # The arm that begins takes turns over sittings and readers.
            turn = plan.readers.index(reader) + period + index
            rank = {arm: (place + turn) % len(arms) for place, arm in enumerate(sorted(arms))}
            ordered.sort(key=lambda slot: rank[slot.condition])
        rows += [(period, index + 1, slot.case, slot.condition, Purpose.MAIN) for slot in ordered]
    return rows + _repeats(plan, reader, period, rows)


def _repeats(
    plan: ReaderStudyPlan, reader: Reader, period: int, rows: Sequence[tuple[int, int, str, str, Purpose]]
) -> list[tuple[int, int, str, str, Purpose]]:
    """Repeats close the period: as far from the first reading as the period allows, under the same condition."""
    stream = HashStream(plan.study.seed, f"repeats {reader.name} {period}")
    total, arms = share_of(plan.design.repeats, len(rows)), sorted({row[3] for row in rows})
    chosen = []
    for index, arm in enumerate(arms):
        cases = [plan.case(row[2]) for row in rows if row[3] == arm]
        # What does not divide evenly goes to another arm in the next period.
        count = total // len(arms) + ((index + period) % len(arms) < total % len(arms))
        chosen += [(case.name, arm) for case in pick(plan, cases, count, stream)]
    return [(period, plan.design.sittings, case, arm, Purpose.REPEAT) for case, arm in stream.shuffled(chosen)]
