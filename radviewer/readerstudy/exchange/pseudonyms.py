"""An opened study without names: readers, dates, free text and file names replaced, so that calls can be published.

Readers become "Reader 1", "Reader 2", ... in an order that depends on the study's secret, so that it cannot be guessed
from the alphabet. Levels of experience stay, for without them the data are of little use; in a small study they may
point to a person, which no program can judge.
"""

from __future__ import annotations

import hmac
from dataclasses import replace

from radviewer.readerstudy.keys import StudyKeys
from radviewer.readerstudy.opened import OpenedStudy, Reading
from radviewer.readerstudy.plan import Case
from radviewer.readerstudy.questions import QuestionKind


def anonymised(opened: OpenedStudy, keys: StudyKeys) -> OpenedStudy:
    """The study with pseudonyms; its plan and schedule are no longer those of the hash, so a new hash results."""
    key = keys.derived("pseudonyms")
    plan = opened.plan
    order = sorted((reader.name for reader in plan.readers), key=lambda name: hmac.digest(key, name.encode(), "sha256"))
    names = {name: f"Reader {index}" for index, name in enumerate(order, 1)}
    free = {question.name for question in plan.questions if question.kind is QuestionKind.TEXT}
    readers = tuple(replace(r, name=names[r.name], years=None) for r in plan.readers)
    study = replace(plan.study, investigator="", notes="")
    hidden = replace(plan, readers=tuple(sorted(readers, key=lambda r: r.name)), study=study,
                     cases=tuple(_case(case) for case in plan.cases))  # fmt: skip
    assignments = tuple(replace(item, reader=names[item.reader]) for item in opened.schedule.assignments)
    schedule = replace(opened.schedule, assignments=assignments, plan_hash=hidden.hash)
    readings = tuple(_reading(reading, names, free) for reading in opened.readings)
    return replace(opened, plan=hidden, schedule=schedule, readings=readings, sittings=(), overrides=(),
                   unblinding=None, debriefs=())  # fmt: skip


def _case(case: Case) -> Case:
    return replace(case, paths=("",), series="")


def _reading(reading: Reading, names: dict[str, str], free: set[str]) -> Reading:
    answers = {name: value for name, value in reading.answers.items() if name not in free}
    kept = ("active_s", "idle_s", "paused_s", "first_click_s", "overlay_s", "ai_shown", "changes", "software")
    contents = {"answers": answers, **{key: reading.contents[key] for key in kept if key in reading.contents}}
    item = replace(reading.assignment, reader=names[reading.assignment.reader])
    return replace(reading, assignment=item, contents=contents, utc="", reason="")
