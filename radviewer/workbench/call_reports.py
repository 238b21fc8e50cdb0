"""The calls of an opened study as DICOM Structured Reports, one for each call that counts."""

from __future__ import annotations

from collections.abc import Iterator

from radviewer.core.errors import InputProblem, Problem, describe
from radviewer.pacs.reading_report import ReportedCall, ReportedMark, reading_report
from radviewer.readerstudy.exchange.rows import condition_of
from radviewer.readerstudy.opened import OpenedStudy, Reading
from radviewer.readerstudy.questions import Question, QuestionKind
from radviewer.readerstudy.study_store import StudyStore

_TIMES = (("Active reading time", "active_s"), ("Idle reading time", "idle_s"))


def call_reports(store: StudyStore, opened: OpenedStudy) -> Iterator[tuple[str, bytes | Problem]]:
    """For each call that counts a file name and the report, or why there is none.

    Args:
        store: The study, for the files of its cases.
        opened: The same study, opened.
    """
    files = {record.id: record.data["files"] for record in store.ledger.records(kind="assignment")}
    for reading in opened.valid():
        paths = [store.place.folder / name for name in files[reading.assignment.id]]
        try:
            made: bytes | Problem = reading_report(paths, reported(opened, reading))
        except InputProblem as problem:
            made = describe(problem)
        yield f"{reading.record}.dcm", made


def reported(opened: OpenedStudy, reading: Reading) -> ReportedCall:
    """What the report of one call says.

    Args:
        opened: The study.
        reading: One of its readings.
    """
    plan, item, log = opened.plan, reading.assignment, reading.contents
    condition = plan.condition(item.condition)
    shown = ", ".join(part.value for part in condition.ai) if log.get("ai_shown") else ""
    numbers: list[tuple[str, float]] = []
    choices: list[tuple[str, str]] = []
    for question in plan.questions:
        answer = reading.answers.get(question.name)
        words = question.text or question.name
        if answer is None or question.kind is QuestionKind.MARKS:
            continue
        if question.kind in {QuestionKind.RATING, QuestionKind.CONFIDENCE}:
            numbers.append((words, float(answer)))
        else:
            choices.append((words, _words(question, answer)))
    numbers += [(words, float(log[name])) for words, name in _TIMES if log.get(name) is not None]
    return ReportedCall(
        reading.record, item.reader, plan.study.title, plan.study.simulated, condition_of(plan, reading),
        reading.stage.value, reading.utc, tuple(numbers), tuple(choices), _marks(plan.questions, reading), shown,
    )  # fmt: skip


def _words(question: Question, answer: object) -> str:
    if question.kind is QuestionKind.BINARY:
        return "yes" if answer else "no"
    if question.kind is QuestionKind.ORDINAL and isinstance(answer, int):
        return f"{answer}: {question.choices[answer - 1]}"
    return str(answer)


def _marks(questions: tuple[Question, ...], reading: Reading) -> tuple[ReportedMark, ...]:
    names = [question.name for question in questions if question.kind is QuestionKind.MARKS]
    return tuple(
        ReportedMark(
            float(mark["x"]), float(mark["y"]), int(mark.get("image", 0)), int(mark.get("frame", 0)),
            None if mark.get("rating") is None else float(mark["rating"]),
        )
        for name in names
        for mark in reading.answers.get(name) or ()
    )  # fmt: skip
