"""What a plan must fulfil beyond the types of its keys: names that exist, arms that fit the design, enough of each."""

from __future__ import annotations

from collections.abc import Sequence

from radviewer.readerstudy.overlays import check_overlays
from radviewer.readerstudy.plan import AiPart, Case, Condition, DesignKind, ReaderStudyPlan, Reveal
from radviewer.readerstudy.plan_problem import PlanProblem
from radviewer.readerstudy.questions import check_questions

SCHEMA = 1


def check(plan: ReaderStudyPlan) -> None:
    """Refuses a plan that cannot be carried out.

    Raises:
        PlanProblem: Names the table, the key and what to do.
    """
    if plan.schema != SCHEMA:
        raise PlanProblem(f"schema is {plan.schema}.", hint=f"This program reads schema {SCHEMA}.")
    if not _plain_name(plan.study.id):
        raise PlanProblem("study.id is no plain name.", hint="Use letters, digits, '-', '_' and '.', at most 64.")
    if plan.study.seed < 0:
        raise PlanProblem("study.seed is negative.", hint="Choose a whole number from 0.")
    for table, names in (
        ("conditions", [item.name for item in plan.conditions]),
        ("questions", [item.name for item in plan.questions]),
        ("readers", [item.name for item in plan.readers]),
        ("cases", [item.name for item in plan.cases]),
    ):
        _names(table, names)
    check_questions(plan.questions)
    for index, condition in enumerate(plan.conditions, 1):
        _condition(plan, condition, f"conditions[{index}: {condition.name!r}]")
    _design(plan)
    _limits(plan)
    for index, case in enumerate(plan.cases, 1):
        _case(plan, case, f"cases[{index}: {case.name!r}]")
    _case_mix(plan)
    for index, condition in enumerate(plan.conditions, 1):
        if condition.overlays:
            check_overlays(condition, plan.cases, f"conditions[{index}: {condition.name!r}]")


def _plain_name(text: str) -> bool:
    return (
        0 < len(text) <= 64 and text.isascii() and text.replace("-", "a").replace("_", "a").replace(".", "a").isalnum()
    )


def _names(table: str, names: Sequence[str]) -> None:
    if not names:
        raise PlanProblem(f"{table} is empty.", hint=f"Add at least one [[{table}]].")
    seen: set[str] = set()
    for index, name in enumerate(names, 1):
        if not name.strip() or not name.isprintable() or name != name.strip() or len(name) > 200:
            raise PlanProblem(
                f"{table}[{index}].name is {name!r}.", hint="Use printable text without spaces around it."
            )
        if name in seen:
            raise PlanProblem(f"{table}[{index}].name is {name!r} a second time.", hint="Names must differ.")
        seen.add(name)


def _condition(plan: ReaderStudyPlan, condition: Condition, where: str) -> None:
    if len(set(condition.ai)) < len(condition.ai):
        raise PlanProblem(f"{where}.ai names a part twice.", hint="Name each part once.")
    if not 0 <= condition.opacity <= 1:
        raise PlanProblem(f"{where}.opacity is {condition.opacity:g}.", hint="It must be from 0 to 1.")
    if condition.shows_map and not (condition.method or condition.overlays):
        raise PlanProblem(f"{where} shows a map but names no method.", hint='Add method = "gradcam" or another one.')
    for key, value in (("method", condition.method), ("overlays", condition.overlays)):
        if value and not condition.shows_map:
            raise PlanProblem(f"{where}.{key} is set but no map is shown.", hint='Add "heatmap" or "contour" to ai.')
    if condition.reveal is not None and not condition.aided:
        raise PlanProblem(f"{where}.reveal is set but nothing of the AI is shown.", hint="Remove it, or add ai parts.")
    if condition.aided and plan.reveal(condition) is Reveal.AFTER_LOCK and plan.unaided is None:
        raise PlanProblem(
            f"{where} shows the AI after the unaided call, but no condition is unaided.",
            hint="Add a condition without ai; the first call is recorded under its name.",
        )


def _design(plan: ReaderStudyPlan) -> None:
    design, aided = plan.design, [condition for condition in plan.conditions if condition.aided]
    if len([condition for condition in plan.conditions if not condition.aided]) > 1:
        raise PlanProblem("conditions has several without AI.", hint="Keep one unaided condition.")
    if len(plan.conditions) < 2:
        raise PlanProblem("conditions has only one.", hint="A study compares at least two conditions.")
    if aided and plan.model is None:
        raise PlanProblem("model is missing.", hint="Name id and version of the model in [model].")
    wanted = {
        DesignKind.SEQUENTIAL: Reveal.AFTER_LOCK,
        DesignKind.CONCURRENT: Reveal.FROM_START,
        DesignKind.ON_REQUEST: Reveal.ON_REQUEST,
    }.get(design.kind)
    for condition in aided:
        if wanted is not None and plan.reveal(condition) is not wanted:
            raise PlanProblem(
                f"conditions: {condition.name!r} has reveal = {plan.reveal(condition).value!r}, "
                f"but design.kind is {design.kind.value!r}.",
                hint=f"It must be {wanted.value!r} there; for other mixtures use kind = 'crossover'.",
            )
    for key, number, low, high in (
        ("washout_days", design.washout_days, 0, 3650), ("repeats", design.repeats, 0, 0.5),
        ("sham_share", design.sham_share, 0, 0.5), ("sittings", design.sittings, 1, 100),
        ("groups", design.groups, 2, 100),
    ):  # fmt: skip
        if not low <= number <= high:
            raise PlanProblem(f"design.{key} is {number:g}.", hint=f"It must be from {low} to {high}.")
    _groups(plan)


def _groups(plan: ReaderStudyPlan) -> None:
    groups = {reader.group for reader in plan.readers if reader.group}
    if plan.design.kind is DesignKind.PARALLEL:
        arms = {condition.name for condition in plan.conditions}
        if unknown := sorted(groups - arms):
            raise PlanProblem(f"readers: the group {unknown[0]!r} is no condition.", hint="Name the reader's arm.")
        if len(plan.readers) < len(arms):
            raise PlanProblem("readers are fewer than the arms of a parallel design.", hint="Add readers.")
    elif plan.design.kind is DesignKind.SPLIT_PLOT:
        allowed = {str(number + 1) for number in range(plan.design.groups)}
        if unknown := sorted(groups - allowed):
            raise PlanProblem(
                f"readers: there is no group {unknown[0]!r}.", hint=f"Groups: {', '.join(sorted(allowed))}."
            )
        if len(plan.readers) < plan.design.groups:
            raise PlanProblem("readers are fewer than design.groups.", hint="Each case group needs a reader.")
    elif groups:
        raise PlanProblem("readers: group has no meaning in this design.", hint="Remove it.")


def _limits(plan: ReaderStudyPlan) -> None:
    for key, number in (
        ("case_seconds", plan.limits.case_seconds), ("sitting_seconds", plan.limits.sitting_seconds),
        ("idle_after", plan.limits.idle_after),
    ):  # fmt: skip
        if number is not None and number <= 0:
            raise PlanProblem(f"limits.{key} is {number:g}.", hint="It must be more than 0 seconds.")
    view = plan.viewing
    if (view.window_center is None) != (view.window_width is None) or (view.window_width or 1) <= 0:
        raise PlanProblem("viewing needs both window_center and window_width > 0, or neither.", hint="Correct it.")
    margin, effect = plan.analysis.noninferiority_margin, plan.analysis.planned_effect
    if margin is not None and margin <= 0:
        raise PlanProblem(f"analysis.noninferiority_margin is {margin:g}.", hint="It is a positive number.")
    if effect == 0:
        raise PlanProblem("analysis.planned_effect is 0.", hint="Name the difference that the study is planned for.")
    if plan.model is not None and not 0 < plan.model.operating_point < 1:
        raise PlanProblem("model.operating_point is not between 0 and 1.", hint="It is a probability.")


def _case(plan: ReaderStudyPlan, case: Case, where: str) -> None:
    if not case.paths:
        raise PlanProblem(f"{where}.paths is empty.", hint="Name the case's files or folders.")
    if not case.truth.source.strip():
        raise PlanProblem(f"{where}.truth.source is empty.", hint='Say where the truth comes from, e.g. "biopsy".')
    boxes = case.truth.boxes + (case.ai.boxes if case.ai else ())
    if any(box.width <= 0 or box.height <= 0 or box.image < 0 for box in boxes):
        raise PlanProblem(f"{where} has a box without area.", hint="Width and height must be more than 0.")
    if case.ai is None:
        if any(condition.aided for condition in plan.conditions):
            raise PlanProblem(f"{where}.ai is missing.", hint="All AI outputs are computed before the first read.")
        return
    if not 0 <= case.ai.score <= 1:
        raise PlanProblem(f"{where}.ai.score is {case.ai.score:g}.", hint="It is a probability from 0 to 1.")
    for condition in plan.conditions:
        if (
            AiPart.HEAT_MAP in condition.ai
            and not condition.overlays
            and not any(item.method == condition.method and item.layer == condition.layer for item in case.ai.maps)
        ):
            layer = f", layer {condition.layer!r}" if condition.layer else ""
            raise PlanProblem(
                f"{where}.ai.maps lacks the map of {condition.method!r}{layer} for condition {condition.name!r}.",
                hint="Compute all maps before the first read and name their files.",
            )


def _case_mix(plan: ReaderStudyPlan) -> None:
    main = [case for case in plan.cases if not case.training]
    for positive, word in ((True, "positive"), (False, "negative")):
        if not any(case.truth.positive is positive for case in main):
            raise PlanProblem(f"cases has no {word} case.", hint="ROC analysis needs both classes.")
    hashes: dict[str, str] = {}
    for case in plan.cases:
        if case.sha256 and case.sha256 in hashes:
            raise PlanProblem(
                f"cases: {case.name!r} has the same contents as {hashes[case.sha256]!r}.",
                hint="A case occurs once; repeats are arranged by design.repeats.",
            )
        hashes[case.sha256] = case.name
