"""The calls of a study as rows of one long table; every other exchange format is made from these rows.

Column names are those that `radviewer stats mrmc` and `radviewer stats uptake` look for by themselves.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from radviewer.readerstudy.frozen import mirrored
from radviewer.readerstudy.opened import OpenedStudy, Reading
from radviewer.readerstudy.overlays import overlay_of
from radviewer.readerstudy.plan import Reader, ReaderStudyPlan
from radviewer.readerstudy.public import Stage
from radviewer.readerstudy.questions import QuestionKind
from radviewer.readerstudy.schedule import Assignment, Purpose, Schedule

FIXED = (
    "reader", "experience", "condition", "case", "truth", "rating", "call", "ai_score", "ai_call", "time_s",
    "active_s", "idle_s", "paused_s", "overlay", "ai_shown", "sham", "first_click_s", "changes", "purpose", "period",
    "sitting", "position", "stage", "revision", "utc", "record",
)  # fmt: skip
DEALT = ("overlay_type", "arm")
"""Further columns where a condition deals types of overlay: the type, and the condition with its type."""
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LongTable:
    """Column names and rows; a value is text, a number or None."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def csv(self) -> str:
        """The table as CSV text."""
        return csv_text(self.columns, [[row[name] for name in self.columns] for row in self.rows])


def long_table(opened: OpenedStudy, purposes: Sequence[Purpose] = (Purpose.MAIN,)) -> LongTable:
    """The calls that count, in order of reader, case and condition.

    Args:
        opened: The study.
        purposes: Which readings; statistics take `Purpose.MAIN` only.
    """
    plan = opened.plan
    rating, call = primary(plan)
    others = tuple(q.name for q in plan.questions if q.name not in {rating, call})
    readers = {reader.name: reader for reader in plan.readers}
    shams = sham_cases(opened.schedule)
    rows = [
        {**_fixed(plan, readers, shams, reading, rating, call), **_others(reading, others)}
        for reading in opened.valid()
        if reading.assignment.purpose in purposes
    ]
    order = {case.name: index for index, case in enumerate(plan.cases)}
    rows.sort(key=lambda row: (row["reader"], order[row["case"]], row["condition"], row["utc"]))
    more = DEALT if any(condition.overlays for condition in plan.conditions) else ()
    return LongTable((*FIXED, *more, *(f"q_{name}" for name in others)), tuple(rows))


def primary(plan: ReaderStudyPlan) -> tuple[str, str]:
    """The questions that become `rating` and `call`: the first on a scale, and the first binary one (may be empty)."""
    scales = {QuestionKind.RATING, QuestionKind.ORDINAL}
    rating = next(q.name for q in plan.questions if q.kind in scales)
    call = next((q.name for q in plan.questions if q.kind is QuestionKind.BINARY), "")
    return rating, call


def condition_of(plan: ReaderStudyPlan, reading: Reading) -> str:
    """The arm that a call belongs to: a locked first call is one without AI."""
    if reading.stage is Stage.FIRST and plan.unaided is not None:
        return plan.unaided.name
    return reading.assignment.condition


def _fixed(
    plan: ReaderStudyPlan,
    readers: Mapping[str, Reader],
    shams: frozenset[str],
    reading: Reading,
    rating: str,
    call: str,
) -> dict[str, Any]:
    item, answers, log = reading.assignment, reading.answers, reading.contents
    case, condition = plan.case(item.case), condition_of(plan, reading)
    score, ai_call = advice(plan, item, shams)
    arm = plan.condition(condition)
    kind = overlay_of(arm, item.overlay).name if arm.aided else None
    active, idle = log.get("active_s"), log.get("idle_s")
    return {
        "reader": item.reader, "experience": readers[item.reader].experience, "condition": condition,
        "case": item.case, "truth": int(case.truth.positive), "rating": answers.get(rating),
        "call": int(answers[call]) if call in answers else None, "ai_score": score, "ai_call": ai_call,
        "time_s": None if active is None or idle is None else round(active + idle, 3),
        "active_s": active, "idle_s": idle, "paused_s": log.get("paused_s"),
        "overlay": log.get("overlay_s") if arm.shows_map else None,
        "ai_shown": int(bool(log.get("ai_shown"))), "sham": int(item.sham),
        "first_click_s": log.get("first_click_s"), "changes": sum(log.get("changes", {}).values()),
        "purpose": item.purpose.value, "period": item.period, "sitting": item.sitting, "position": item.position,
        "stage": reading.stage.value, "revision": reading.revision, "utc": reading.utc, "record": reading.record,
        "overlay_type": kind, "arm": arm_name(condition, item.overlay if arm.overlays else ""),
    }  # fmt: skip


def arm_name(condition: str, overlay: str) -> str:
    """The condition, with the type of overlay that was dealt to the reading."""
    return f"{condition} ({overlay})" if overlay else condition


def sham_cases(schedule: Schedule) -> frozenset[str]:
    """Cases whose AI output is false on purpose; an unaided reading carries no mark of its own."""
    return frozenset(item.case for item in schedule.assignments if item.sham)


def advice(plan: ReaderStudyPlan, item: Assignment, shams: frozenset[str]) -> tuple[float | None, int | None]:
    """Score and call of the AI as readers of the study see them, shams inverted; in every row of the case alike."""
    case = plan.case(item.case)
    call = plan.ai_call(case)
    if case.ai is None or call is None:
        return None, None
    if item.case not in shams:
        return case.ai.score, int(call)
    return mirrored(case.ai.score, plan.model.operating_point if plan.model else 0.5), int(not call)


def _others(reading: Reading, names: Sequence[str]) -> dict[str, Any]:
    from radviewer.readerstudy.canonical import canonical

    found = {}
    for name in names:
        value = reading.answers.get(name)
        found[f"q_{name}"] = canonical(value) if isinstance(value, list) else value
    return found


def csv_text(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """CSV text in which no cell is run as a formula by a spreadsheet, and no line break or control character is left.

    Text that begins with = + - @ or a tab gets an apostrophe in front (OWASP, "CSV Injection"); numbers stay numbers.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[_inert(cell) for cell in row] for row in rows])
    return buffer.getvalue()


def _inert(cell: Any) -> Any:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return int(cell) if isinstance(cell, bool) else cell
    text = "".join(c if c.isprintable() else " " for c in cell)
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@")) else text
