"""Which reader reads which case in which arm and period, for each design; orders within a period come later.

* Crossover, concurrent, on request: one period for each arm. With `counterbalance = "cases"` each reader's cases are
  dealt into as many groups as the Williams square has rows, and each group follows its row; with "readers" all cases
  of a reader follow one row and the rows take turns over readers.
* Sequential: the unaided call is part of the aided reading, so only aided conditions are arms.
* Split-plot: readers and cases are dealt into groups; a reader reads its group (and the anchors), crossed as above.
* Parallel: each reader has one arm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from radviewer.readerstudy.plan import Case, Counterbalance, DesignKind, Reader, ReaderStudyPlan, Reveal
from radviewer.readerstudy.randomness import HashStream
from radviewer.readerstudy.squares import williams_rows
from radviewer.readerstudy.strata import deal


@dataclass(frozen=True, slots=True)
class Slot:
    """One reading before it has a place: period (from 1), case, condition."""

    period: int
    case: str
    condition: str


def arms_of(plan: ReaderStudyPlan) -> tuple[str, ...]:
    """The conditions that take a reading of their own.

    The unaided one does not if every aided condition starts with a locked unaided call.
    """
    aided = [condition for condition in plan.conditions if condition.aided]
    includes_unaided = bool(aided) and all(plan.reveal(condition) is Reveal.AFTER_LOCK for condition in aided)
    if includes_unaided and plan.design.kind is not DesignKind.PARALLEL:
        return tuple(condition.name for condition in aided)
    return tuple(condition.name for condition in plan.conditions)


def allocate(plan: ReaderStudyPlan, cases: Sequence[Case]) -> dict[str, list[Slot]]:
    """The readings of each reader by name, without the order within a period."""
    if plan.design.kind is DesignKind.PARALLEL:
        arms = reader_groups(plan, arms_of(plan))
        return {reader.name: [Slot(1, case.name, arms[reader.name]) for case in cases] for reader in plan.readers}
    own = {reader.name: list(cases) for reader in plan.readers}
    if plan.design.kind is DesignKind.SPLIT_PLOT:
        own = _split(plan, cases)
    ranks = {name: rank for rank, name in enumerate(reader_turns(plan, "rows"))}
    return {reader.name: _crossed(plan, reader, ranks[reader.name], own[reader.name]) for reader in plan.readers}


def reader_groups(plan: ReaderStudyPlan, groups: Sequence[str]) -> dict[str, str]:
    """The group of each reader: as the plan says, else dealt evenly, balanced on experience."""
    found = {reader.name: reader.group for reader in plan.readers if reader.group}
    stream = HashStream(plan.study.seed, "reader groups")
    sizes = {group: sum(name == group for name in found.values()) for group in groups}
    free = [reader for reader in plan.readers if not reader.group]
    order = stream.shuffled(groups)
    for level in sorted({reader.experience for reader in free}):
        for reader in stream.shuffled([reader for reader in free if reader.experience == level]):
            group = min(order, key=lambda name: sizes[name])
            found[reader.name] = group
            sizes[group] += 1
            order = order[1:] + order[:1]
    return found


def _split(plan: ReaderStudyPlan, cases: Sequence[Case]) -> dict[str, list[Case]]:
    names = [str(number + 1) for number in range(plan.design.groups)]
    anchors = [case for case in cases if case.anchor]
    rest = [case for case in cases if not case.anchor]
    dealt = deal(plan, rest, len(names), HashStream(plan.study.seed, "case groups"))
    by_group = dict(zip(names, dealt, strict=True))
    return {reader: [*anchors, *by_group[group]] for reader, group in reader_groups(plan, names).items()}


def reader_turns(plan: ReaderStudyPlan, purpose: str) -> list[str]:
    """The readers in an order of chance in which something takes turns; within each level of experience it alternates.

    Args:
        plan: With the readers.
        purpose: Of the stream of chance.
    """
    stream = HashStream(plan.study.seed, purpose)
    return [
        reader.name
        for level in sorted({reader.experience for reader in plan.readers})
        for reader in stream.shuffled([reader for reader in plan.readers if reader.experience == level])
    ]


def _crossed(plan: ReaderStudyPlan, reader: Reader, rank: int, cases: Sequence[Case]) -> list[Slot]:
    arms = arms_of(plan)
    rows = williams_rows(len(arms))
    groups: Sequence[Sequence[Case]] = [cases]
    if plan.design.counterbalance is Counterbalance.CASES and len(arms) > 1:
        groups = deal(plan, cases, len(rows), HashStream(plan.study.seed, f"groups {reader.name}"))
    return [
        Slot(period, case.name, arms[arm])
        for index, group in enumerate(groups)
        for period, arm in enumerate(rows[(index + rank) % len(rows)], 1)
        for case in group
    ]
