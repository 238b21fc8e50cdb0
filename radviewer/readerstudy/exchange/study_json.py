"""Everything about a study as one JSON object, with the head of the audit chain that it was taken from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from radviewer import __version__
from radviewer.core.errors import InputProblem
from radviewer.readerstudy.canonical import plain
from radviewer.readerstudy.exchange.rows import condition_of
from radviewer.readerstudy.ledger import Head
from radviewer.readerstudy.opened import OpenedStudy, Reading, typed
from radviewer.readerstudy.plan import ReaderStudyPlan
from radviewer.readerstudy.public import Stage
from radviewer.readerstudy.schedule import Schedule
from radviewer.readerstudy.schedule_proof import prove

FORMAT = "radviewer reader study 1"
# Keys of a reading that `_reading` adds to what the session wrote.
_OWN = frozenset({
    "record", "seq", "reader", "case", "condition", "stage", "assignment", "purpose", "revision", "supersedes",
    "reason", "utc", "ai_released_at", "counts",
})  # fmt: skip


def study_json(opened: OpenedStudy) -> dict[str, Any]:
    """Plan, schedule, proof of counter-balance, all calls (replaced ones too), sittings, overrides, head."""
    counted = {reading.record for reading in opened.valid()}
    return {
        "format": FORMAT,
        "software": __version__,
        "simulated": opened.plan.study.simulated,
        "head": head_json(opened.head),
        "plan_hash": opened.plan.hash,
        "schedule_hash": opened.schedule.hash,
        "plan": plain(opened.plan),
        "schedule": plain(opened.schedule),
        "proof": prove(opened.plan, opened.schedule).as_json(),
        "readings": [{**_reading(opened, reading), "counts": reading.record in counted} for reading in opened.readings],
        "sittings": [{"reader": record.reader, **record.data} for record in opened.sittings],
        "overrides": [{"reader": record.reader, **record.data} for record in opened.overrides],
        "unblinding": None if opened.unblinding is None else opened.unblinding.data,
        "debriefs": [{"reader": record.reader, **record.data} for record in opened.debriefs],
    }


def _reading(opened: OpenedStudy, reading: Reading) -> dict[str, Any]:
    item = reading.assignment
    return {
        "record": reading.record, "seq": reading.seq, "reader": item.reader, "case": item.case,
        "condition": condition_of(opened.plan, reading), "stage": reading.stage.value, "assignment": item.id,
        "purpose": item.purpose.value, "revision": reading.revision, "supersedes": reading.supersedes or None,
        "reason": reading.reason or None, "utc": reading.utc, "ai_released_at": opened.releases.get(item.id),
        **dict(reading.contents),
    }  # fmt: skip


def head_json(head: Head) -> dict[str, Any]:
    """A head of the chain for an export; keep it apart from the study, and give it to `radviewer study verify`."""
    return {"seq": head.seq, "mac": head.mac.hex()}


def read_head(values: Mapping[str, Any]) -> Head:
    """The head in an export (`head.json`, or the "head" of `study.json`).

    Raises:
        InputProblem: There is none.
    """
    found = values.get("head", values)
    try:
        return Head(int(found["seq"]), bytes.fromhex(found["mac"]))
    except (KeyError, TypeError, ValueError) as error:
        raise InputProblem("The file holds no head of an audit chain.", hint="Name head.json of an export.") from error


def opened_from_json(values: Mapping[str, Any]) -> OpenedStudy:
    """The study in a `study.json`, as far as the tables of an export need it: plan, schedule, calls, releases, head.

    Raises:
        InputProblem: The file is none, or of another version.
    """
    if values.get("format") != FORMAT:
        raise InputProblem("The file is no study.json of this version.", hint="Export the study again.")
    plan, schedule = typed(values["plan"], ReaderStudyPlan), typed(values["schedule"], Schedule)
    items = {item.id: item for item in schedule.assignments}
    readings = tuple(
        Reading(
            row["record"], row["seq"], items[row["assignment"]], Stage(row["stage"]), row["revision"], row["utc"],
            {key: value for key, value in row.items() if key not in _OWN}, row["supersedes"] or "",
            row["reason"] or "",
        )
        for row in values["readings"]
    )  # fmt: skip
    releases = {row["assignment"]: row["ai_released_at"] for row in values["readings"] if row["ai_released_at"]}
    return OpenedStudy(plan, schedule, readings, releases, (), (), read_head(values))
