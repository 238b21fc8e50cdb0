"""Takes in calls that were made elsewhere, from a long table; each becomes a record that says where it came from."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from radviewer.core.errors import InputProblem, UnreadableFile
from radviewer.readerstudy.case_files import file_hash
from radviewer.readerstudy.desk import ReaderDesk
from radviewer.readerstudy.exchange.rows import primary
from radviewer.readerstudy.opened import OpenedStudy
from radviewer.readerstudy.plan import Reveal
from radviewer.readerstudy.public import Stage
from radviewer.readerstudy.questions import QuestionKind, check_answers
from radviewer.readerstudy.schedule import Assignment, Purpose
from radviewer.readerstudy.study_store import StudyStore

_NUMBERS = {QuestionKind.RATING, QuestionKind.CONFIDENCE}


def import_calls(store: StudyStore, opened: OpenedStudy, table: Path) -> int:
    """Writes the calls of a table; the same table again changes nothing.

    Args:
        store: Open with the administrator's keys.
        opened: The same study.
        table: CSV with the columns reader, case, condition, rating, and optionally call, time_s, q_NAME.

    Returns:
        The number of rows.

    Raises:
        InputProblem: A row belongs to no assignment or an answer does not fit; nothing of the table is written then.
    """
    rows, source = _rows(table), file_hash(table)
    places = _places(opened)
    work = []
    for line, row in enumerate(rows, 2):
        key = row.get("reader", ""), row.get("case", ""), row.get("condition", "")
        if key not in places:
            raise InputProblem(
                f"{table.name} line {line}: reader {key[0]!r} has no reading of case {key[1]!r} under {key[2]!r}.",
                hint="The columns reader, case and condition must name what the schedule holds.",
            )
        item, stage = places.pop(key)
        work.append((item, stage, _contents(opened, row, f"{table.name} line {line}", source)))
    # A locked first call goes before the last call of the same case.
    work.sort(key=lambda entry: entry[1] is Stage.FINAL)
    written = {record.slot for record in store.ledger.records(kind="reading")}
    place = store.place
    desks = {
        # The administrator holds the keys of the study, so no reader's PIN is asked for.
        reader: ReaderDesk(store.ledger, place.keys, reader, place.folder, store.clock, store.saved)
        for reader in {item.reader for item, _, _ in work}
    }
    for item, stage, contents in work:
        if f"reading:{item.id}:{stage.value}" in written and _same(opened, item, stage, contents):
            continue
        desk = desks[item.reader]
        public = next(a for a in desk.assignments if a.id == item.id)
        desk.save(desk.reading_draft(public, stage, contents))
    return len(work)


def _same(opened: OpenedStudy, item: Assignment, stage: Stage, contents: dict[str, Any]) -> bool:
    """Whether the call is there already with the same contents; a different one goes on and is refused as taken."""
    found = (r for r in opened.readings if r.assignment.id == item.id and r.stage is stage and r.revision == 0)
    return any(dict(reading.contents) == contents for reading in found)


def _rows(table: Path) -> list[dict[str, str]]:
    try:
        with table.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnreadableFile(f"{table} cannot be read as CSV: {error}.", hint="Check the file.") from error


def _places(opened: OpenedStudy) -> dict[tuple[str, str, str], tuple[Assignment, Stage]]:
    plan, found = opened.plan, {}
    for item in opened.schedule.assignments:
        if item.purpose is not Purpose.MAIN:
            continue
        condition = plan.condition(item.condition)
        found[item.reader, item.case, item.condition] = item, Stage.FINAL
        if condition.aided and plan.reveal(condition) is Reveal.AFTER_LOCK and plan.unaided is not None:
            found[item.reader, item.case, plan.unaided.name] = item, Stage.FIRST
    return found


def _contents(opened: OpenedStudy, row: dict[str, str], where: str, source: str) -> dict[str, Any]:
    rating, call = primary(opened.plan)
    columns = {rating: "rating", call: "call"}
    answers: dict[str, Any] = {}
    for question in opened.plan.questions:
        text = (row.get(columns.get(question.name, f"q_{question.name}")) or "").strip()
        if text:
            answers[question.name] = _value(question.kind, text, where)
    try:
        checked = check_answers(opened.plan.questions, answers)
    except InputProblem as error:
        raise InputProblem(f"{where}: {error.message}", hint=error.hint) from error
    contents: dict[str, Any] = {"answers": checked, "imported_from": source}
    if row.get("time_s"):
        contents |= {"active_s": _value(QuestionKind.RATING, row["time_s"], where), "idle_s": 0.0}
    return contents


def _value(kind: QuestionKind, text: str, where: str) -> Any:
    try:
        if kind in _NUMBERS:
            return float(text)
        if kind in {QuestionKind.ORDINAL, QuestionKind.BINARY}:
            return int(float(text))
    except ValueError as error:
        raise InputProblem(f"{where}: {text!r} is no number.", hint="Correct the cell.") from error
    return text
