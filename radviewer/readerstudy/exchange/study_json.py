"""Everything about a study as one JSON object, with the head of the audit chain that it was taken from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from radviewer import __version__
from radviewer.core.errors import InputProblem
from radviewer.readerstudy.canonical import plain
from radviewer.readerstudy.exchange.rows import condition_of
from radviewer.readerstudy.ledger import Head
from radviewer.readerstudy.opened import OpenedStudy, Reading
from radviewer.readerstudy.schedule_proof import prove


def study_json(opened: OpenedStudy) -> dict[str, Any]:
    """Plan, schedule, proof of counter-balance, all calls (replaced ones too), sittings, overrides, head."""
    counted = {reading.record for reading in opened.valid()}
    return {
        "format": "radviewer reader study 1",
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
