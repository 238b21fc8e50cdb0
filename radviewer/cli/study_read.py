"""`radviewer study read`: the reading room, or without a window from a table of answers, for simulated readers."""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radviewer.cli.output import emit
from radviewer.cli.study_place import open_store
from radviewer.core.errors import InputProblem

if TYPE_CHECKING:
    from radviewer.readerstudy.questions import Question
    from radviewer.readerstudy.session import ReadingSession


def read(arguments: argparse.Namespace) -> int:
    """Reads as one reader; each row of the script is one call, in the order in which the session asks."""
    from radviewer.readerstudy.session import ReadingSession

    if arguments.script is None:
        from radviewer.app import run_reading

        return run_reading(arguments.folder, arguments.reader, arguments.pin, arguments.keys, arguments.server)
    rows = _rows(arguments.script)
    with open_store(arguments) as store:
        session = ReadingSession(store.desk(arguments.reader, arguments.pin), {"script": arguments.script.name})
        used = _drive(session, rows)
        done, total = session.progress
        session.close()
        if not arguments.server:
            store.backup()
    emit(f"{arguments.reader}: {used} calls saved, {done} of {total} readings done\n", None)
    return 0 if used == len(rows) else 3


def _drive(session: ReadingSession, rows: list[dict[str, str]]) -> int:
    from radviewer.readerstudy.public import Stage

    view = None
    for number, row in enumerate(rows):
        view = view or session.next_case()
        if view is None:
            return number
        if view.ai_on_request and row.get("request_ai", "") in {"1", "yes", "true"}:
            session.request_ai()
        for question in view.questions:
            text = (row.get(question.name) or "").strip()
            if text:
                session.answer(question.name, _value(question, text, number + 2))
        if view.stage is Stage.FIRST:
            saved = session.lock()
            view = session.view
        else:
            saved = session.commit()
            view = None
        # Only after the call is on the disk.
        emit(f"saved {saved.stage.value} {saved.assignment}\n", None)
    return len(rows)


def _value(question: Question, text: str, line: int) -> Any:
    import json

    from radviewer.readerstudy.questions import QuestionKind

    try:
        match question.kind:
            case QuestionKind.RATING | QuestionKind.CONFIDENCE:
                return float(text)
            case QuestionKind.ORDINAL | QuestionKind.BINARY:
                return int(text)
            case QuestionKind.MARKS:
                return json.loads(text)
            case _:
                return text
    except ValueError as error:
        raise InputProblem(
            f"Line {line} of the script: {text!r} does not answer '{question.name}'.", hint="Correct the cell."
        ) from error


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputProblem(
            f"{path} cannot be read as CSV: {error}.", hint="One row of answers for each call."
        ) from error
