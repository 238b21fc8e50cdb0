"""Shows from a finished schedule, not from the way it was made, that it is counter-balanced.

Counts only: how often each arm comes first, second, ... for each reader and stratum, how often one arm follows
another, where in a period each arm lies on average, and whether anything occurs twice or is missing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from radviewer.readerstudy.allocation import arms_of
from radviewer.readerstudy.plan import DesignKind, ReaderStudyPlan
from radviewer.readerstudy.schedule import Assignment, Purpose, Schedule
from radviewer.readerstudy.strata import stratum_of


@dataclass(frozen=True, slots=True)
class Proof:
    """What was counted.

    Attributes:
        periods: Readings for each (reader, period, arm).
        strata: Readings for each (reader, period, arm, truth positive, AI right).
        follows: Over all reader-case pairs, how often an arm comes directly after another one.
        mean_place: Mean relative place (0 first, 1 last) of each arm's readings within their sitting.
        repeats: Number of repeated readings of each reader.
        shams: Sham cases, and how many of them are positive.
        overlays: Readings for each (reader, condition, type of overlay) where types are dealt.
        worst_stratum: Largest difference between two arms of one reader, period and stratum.
        worst_total: Largest difference between two arms of one reader and period.
        worst_overlay_reader: Largest difference between two types of overlay of one reader and condition.
        worst_overlay_case: Largest difference between two types of one case and condition, over those who read the same
            cases.
        faults: Sentences about what is wrong; empty for a sound schedule.
    """

    periods: dict[tuple[str, int, str], int]
    strata: dict[tuple[str, int, str, bool, bool | None], int]
    follows: dict[tuple[str, str], int]
    mean_place: dict[str, float]
    repeats: dict[str, int]
    shams: tuple[int, int]
    worst_stratum: int
    worst_total: int
    overlays: dict[tuple[str, str, str], int]
    worst_overlay_reader: int
    worst_overlay_case: int
    faults: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """As plain JSON values; keys of several parts are joined by '|'."""

        def joined(counts: dict[Any, Any]) -> dict[str, Any]:
            return {"|".join(map(str, key)) if isinstance(key, tuple) else key: n for key, n in counts.items()}

        return {
            "readings_by_reader_period_arm": joined(self.periods),
            "readings_by_reader_period_arm_positive_airight": joined(self.strata),
            "arm_follows_arm": joined(self.follows),
            "mean_place_in_sitting": self.mean_place,
            "repeats": self.repeats,
            "sham_cases": self.shams[0],
            "sham_cases_positive": self.shams[1],
            "largest_difference_in_a_stratum": self.worst_stratum,
            "largest_difference_in_a_period": self.worst_total,
            "readings_by_reader_condition_overlay": joined(self.overlays),
            "largest_difference_of_overlays_of_a_reader": self.worst_overlay_reader,
            "largest_difference_of_overlays_of_a_case": self.worst_overlay_case,
            "faults": list(self.faults),
        }


def prove(plan: ReaderStudyPlan, schedule: Schedule) -> Proof:
    """Counts a schedule."""
    main = [item for item in schedule.assignments if item.purpose is Purpose.MAIN]
    periods = Counter((item.reader, item.period, item.condition) for item in main)
    layers = Counter((item.reader, item.period, item.condition, *stratum_of(plan, plan.case(item.case)))
                     for item in main)  # fmt: skip
    repeats = Counter(item.reader for item in schedule.assignments if item.purpose is Purpose.REPEAT)
    shams = {item.case for item in main if item.sham}
    arms = arms_of(plan)
    by_stratum = _spread({key: layers[key] for key in layers}, arms)
    return Proof(
        periods=dict(sorted(periods.items())),
        strata=dict(sorted(layers.items(), key=str)),
        follows=_follows(main),
        mean_place=_mean_place(main),
        repeats={reader.name: repeats[reader.name] for reader in plan.readers},
        shams=(len(shams), sum(plan.case(name).truth.positive for name in shams)),
        worst_stratum=by_stratum,
        worst_total=_spread(dict(periods), arms),
        overlays=dict(sorted(Counter((i.reader, i.condition, i.overlay) for i in main if i.overlay).items())),
        worst_overlay_reader=_overlay_spread(plan, main, by_case=False),
        worst_overlay_case=_overlay_spread(plan, main, by_case=True),
        faults=tuple(_faults(plan, schedule, main)),
    )


def _spread(counts: dict[Any, int], arms: tuple[str, ...]) -> int:
    """Largest difference between arms, all other parts of the key being the same; the arm is the key's third part."""
    groups: dict[Any, dict[str, int]] = defaultdict(dict)
    for key, n in counts.items():
        groups[key[:2] + key[3:]][key[2]] = n
    return max((max(group.get(arm, 0) for arm in arms) - min(group.get(arm, 0) for arm in arms)
                for group in groups.values()), default=0)  # fmt: skip


def _overlay_spread(plan: ReaderStudyPlan, main: list[Assignment], *, by_case: bool) -> int:
    """Largest difference between types of overlay that were dealt, of one reader or of one case."""
    counts: dict[Any, Counter[str]] = defaultdict(Counter)
    read: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in main:
        read[item.reader, item.condition].add(item.case)
    for item in main:
        if item.overlay:
            same = frozenset(read[item.reader, item.condition])
            counts[item.condition, (item.case, same) if by_case else item.reader][item.overlay] += 1
    found = 0
    for (condition, _), count in counts.items():
        numbers = [count[name] for name in plan.condition(condition).overlays]
        found = max(found, max(numbers) - min(numbers))
    return found


def _follows(main: list[Assignment]) -> dict[tuple[str, str], int]:
    found: Counter[tuple[str, str]] = Counter()
    pairs: dict[tuple[str, str], list[Assignment]] = defaultdict(list)
    for item in main:
        pairs[item.reader, item.case].append(item)
    for items in pairs.values():
        order = [item.condition for item in sorted(items, key=lambda item: item.number)]
        found.update(pairwise(order))
    return dict(sorted(found.items()))


def _mean_place(main: list[Assignment]) -> dict[str, float]:
    sizes = Counter((item.reader, item.period, item.sitting) for item in main)
    lowest: dict[Any, int] = {}
    for item in main:
        key = (item.reader, item.period, item.sitting)
        lowest[key] = min(lowest.get(key, item.position), item.position)
    places: dict[str, list[float]] = defaultdict(list)
    for item in main:
        key = (item.reader, item.period, item.sitting)
        places[item.condition].append((item.position - lowest[key]) / max(1, sizes[key] - 1))
    return {arm: sum(values) / len(values) for arm, values in sorted(places.items())}


def _faults(plan: ReaderStudyPlan, schedule: Schedule, main: list[Assignment]) -> list[str]:
    faults = []
    if schedule.plan_hash != plan.hash:
        faults.append("The schedule belongs to another plan.")
    times = Counter((item.reader, item.case, item.condition) for item in main)
    faults += [f"{key} is scheduled {n} times." for key, n in times.items() if n != 1]
    same = Counter((item.reader, item.case, item.period) for item in main)
    faults += [f"{key} is scheduled in {n} arms of one period." for key, n in same.items() if n != 1]
    cases = [case for case in plan.cases if not case.training]
    arms = 1 if plan.design.kind is DesignKind.PARALLEL else len(arms_of(plan))
    if plan.design.kind is not DesignKind.SPLIT_PLOT:
        counts = Counter(item.reader for item in main)
        faults += [
            f"{reader.name} has {counts[reader.name]} readings, not {len(cases) * arms}."
            for reader in plan.readers if counts[reader.name] != len(cases) * arms
        ]  # fmt: skip
    if missing := {case.name for case in cases} - {item.case for item in main}:
        faults.append(f"Nobody reads {', '.join(sorted(missing))}.")
    return faults
