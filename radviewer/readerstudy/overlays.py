"""Types of overlay that are dealt to the cases of a condition, so that the type is a factor of the experiment.

A type is written as `none`, `METHOD`, `METHOD@LAYER`, or `other-case:METHOD[@LAYER]` (a sham: the map of another case).
The cases that a reader reads under the condition are dealt into as many groups as there are types, within the strata of
truth and of the AI being right. The groups are the same for all readers of these cases, and the types move on by one
group from reader to reader. So each reader sees each type equally often, and each case is seen under each type equally
often, both but for one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from radviewer.readerstudy.allocation import Slot, reader_turns
from radviewer.readerstudy.plan import Case, Condition, MapSource, ReaderStudyPlan
from radviewer.readerstudy.plan_problem import PlanProblem
from radviewer.readerstudy.randomness import HashStream
from radviewer.readerstudy.strata import deal

NONE = "none"
GRAMMAR = 'Write "none", "METHOD", "METHOD@LAYER" or "other-case:METHOD".'


@dataclass(frozen=True, slots=True)
class Overlay:
    """One type of overlay.

    Attributes:
        name: As the plan writes it.
        method: Explanation method of the map; empty for no overlay.
        layer: Layer of the map; empty for the method's own choice.
        map_from: Own map or a sham one.
    """

    name: str
    method: str = ""
    layer: str = ""
    map_from: MapSource = MapSource.CASE

    @property
    def sham(self) -> bool:
        """Whether the map is another case's."""
        return self.map_from is MapSource.OTHER_CASE


def parse_overlay(text: str) -> Overlay:
    """A type from its name.

    Raises:
        PlanProblem: It is written in another way.
    """
    if text == NONE:
        return Overlay(text)
    source = MapSource.CASE
    rest = text
    if text.startswith(f"{MapSource.OTHER_CASE.value}:"):
        source, rest = MapSource.OTHER_CASE, text.partition(":")[2]
    method, at, layer = rest.partition("@")
    plain = bool(method) and method.isprintable() and not any(c in method for c in ": |,") and method != NONE
    if not plain or (at and not layer.strip()):
        raise PlanProblem(f"{text!r} is no type of overlay.", hint=GRAMMAR)
    return Overlay(text, method, layer, source)


def overlay_types(condition: Condition) -> tuple[Overlay, ...]:
    """The types that a condition deals; the one that it shows in all cases where it deals none.

    Raises:
        PlanProblem: One is written in another way.
    """
    if condition.overlays:
        return tuple(parse_overlay(text) for text in condition.overlays)
    if not condition.method:
        return (Overlay(NONE),)
    name = condition.method + (f"@{condition.layer}" if condition.layer else "")
    if condition.map_from is MapSource.OTHER_CASE:
        name = f"{condition.map_from.value}:{name}"
    return (Overlay(name, condition.method, condition.layer, condition.map_from),)


def overlay_of(condition: Condition, dealt: str) -> Overlay:
    """The type that a reading shows.

    Args:
        condition: Of the reading.
        dealt: The name that its assignment holds; empty where the condition deals none.

    Raises:
        KeyError: The condition deals no such type.
    """
    types = overlay_types(condition)
    return {item.name: item for item in types}[dealt] if dealt else types[0]


def dealt_overlays(plan: ReaderStudyPlan, slots: Mapping[str, Sequence[Slot]]) -> Mapping[tuple[str, str, str], str]:
    """The type of each reading of a condition that deals overlays, by (reader, case, condition).

    Args:
        plan: The plan.
        slots: The readings of each reader.
    """
    found: dict[tuple[str, str, str], str] = {}
    for condition in plan.conditions:
        if not condition.overlays:
            continue
        for number, (cases, readers) in enumerate(_same_cases(plan, slots, condition.name).items()):
            stream = HashStream(plan.study.seed, f"overlays {condition.name} {number}")
            names = stream.shuffled(condition.overlays)
            groups = deal(plan, [plan.case(name) for name in cases], len(names), stream)
            for turn, reader in enumerate(readers):
                for place, group in enumerate(groups):
                    name = names[(place + turn) % len(names)]
                    found |= {(reader, case.name, condition.name): name for case in group}
    return found


def _same_cases(
    plan: ReaderStudyPlan, slots: Mapping[str, Sequence[Slot]], condition: str
) -> dict[tuple[str, ...], list[str]]:
    """The readers who read the same cases under a condition, in the order of their turns; cases in the plan's order."""
    found: dict[tuple[str, ...], list[str]] = {}
    for reader in reader_turns(plan, f"overlay turns {condition}"):
        own = {slot.case for slot in slots[reader] if slot.condition == condition}
        if own:
            found.setdefault(tuple(case.name for case in plan.cases if case.name in own), []).append(reader)
    return found


def practice_overlay(condition: Condition, number: int) -> str:
    """The type of a practice case: those that are no sham take turns; empty where the condition deals none."""
    honest = [item.name for item in overlay_types(condition) if not item.sham] if condition.overlays else []
    return honest[number % len(honest)] if honest else ""


def check_overlays(condition: Condition, cases: Sequence[Case], where: str) -> None:
    """Refuses types that cannot be dealt.

    Args:
        condition: With types to deal.
        cases: All cases of the plan.
        where: Table and name, for messages.

    Raises:
        PlanProblem: Names the key and what to do.
    """
    key = f"{where}.overlays"
    try:
        types = overlay_types(condition)
    except PlanProblem as problem:
        raise PlanProblem(f"{key}: {problem.message}", hint=problem.hint) from problem
    if condition.method or condition.layer or condition.map_from is not MapSource.CASE:
        raise PlanProblem(f"{where} has overlays beside method, layer or map_from.", hint="Say it in overlays alone.")
    if len(types) < 2 or len(set(condition.overlays)) < len(types):
        raise PlanProblem(f"{key} needs at least two different types.", hint="Or name one map in method.")
    if all(item.sham for item in types):
        raise PlanProblem(f"{key} has maps of other cases only.", hint='Add the case\'s own map, or "none".')
    if len(types) > sum(not case.training for case in cases):
        raise PlanProblem(f"{key} has more types than there are cases.", hint="Add cases, or leave out types.")
    for case in cases:
        there = {(item.method, item.layer) for item in case.ai.maps} if case.ai else set()
        lacking = next((item for item in types if item.method and (item.method, item.layer) not in there), None)
        if lacking is not None:
            raise PlanProblem(
                f"cases: {case.name!r} lacks the map of {lacking.name!r}, which {key} deals.",
                hint="Compute all maps before the first read and name their files.",
            )
