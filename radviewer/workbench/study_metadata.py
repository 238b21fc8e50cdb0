"""What a study knows beside its reads, as the metadata file of a study report: design, order, audit, deviations."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from radviewer.readerstudy.audit import Verdict
from radviewer.readerstudy.canonical import plain
from radviewer.readerstudy.opened import OpenedStudy
from radviewer.readerstudy.overlays import overlay_types
from radviewer.readerstudy.plan import Condition


def metadata_toml(opened: OpenedStudy, verdict: Verdict, notes: tuple[str, ...]) -> bytes:
    """`metadata` as a TOML file."""
    import tomli_w

    return tomli_w.dumps(metadata(opened, verdict, notes)).encode()


def metadata(opened: OpenedStudy, verdict: Verdict, notes: tuple[str, ...]) -> dict[str, Any]:
    """What the study knows beside its reads, in the words of the report's metadata."""
    plan = opened.plan
    design, limits = plan.design, plan.limits
    study: dict[str, Any] = {
        "design": design.kind.value,
        "washout_days": design.washout_days,
        "reading_order": f"{opened.schedule.algorithm}, seed {opened.schedule.seed}, "
        f"counterbalanced over {design.counterbalance.value}; schedule {opened.schedule.hash[:16]}",
        "blinding": "Truth and calls sealed to the administrator until the unblinding, which is in the ledger.",
        "reference_standard": "; ".join(sorted({case.truth.source for case in plan.cases})),
        "reader_training": f"{sum(case.training for case in plan.cases)} practice cases"
        + (" with feedback" if design.feedback else ""),
    }
    if design.sham_share:
        told = ", ".join(f"{r.reader} ({r.data['utc'][:10]})" for r in opened.debriefs) or "nobody yet"
        study["case_selection"] = (
            f"Sham advice in {design.sham_share:.0%} of the cases, declared in the plan. Debriefed: {told}."
        )
    if limits.case_seconds:
        study["setting"] = f"Time limit of {limits.case_seconds:g} s for a case, shown and not enforced."
    study |= {key: value for key, value in plain(plan.analysis).items() if value not in ("", None)}
    facts: dict[str, Any] = {
        "title": plan.study.title + (" (SIMULATED READERS)" if plan.study.simulated else ""),
        "study": study,
        "audit": _audit(verdict, notes),
    }
    if plan.model is not None:
        facts["model"] = {"name": plan.model.id, "version": plan.model.version,
                          "operating_point": str(plan.model.operating_point)}  # fmt: skip
        if plan.model.sha256:
            facts["model"]["sha256"] = plan.model.sha256
        aided = [condition for condition in plan.conditions if condition.aided]
        facts["model"]["display"] = "; ".join(f"{c.name}: {', '.join(c.ai)}" for c in aided)
        maps = "; ".join(_explained(condition) for condition in aided if condition.shows_map)
        if maps:
            facts["model"]["explanation"] = maps
    overrides = [
        {"what": f"The washout before period {record.data['period']} of {record.reader} was overridden.",
         "why": str(record.data["reason"]), "date": str(record.data["utc"])[:10]}
        for record in opened.overrides
    ]  # fmt: skip
    facts["deviations"] = overrides
    return facts


def _explained(condition: Condition) -> str:
    names = ", ".join(item.name for item in overlay_types(condition))
    dealt = "types dealt to the cases, balanced for each reader and each case: " if condition.overlays else ""
    return f"{condition.name}: {dealt}{names}"


def _audit(verdict: Verdict, notes: tuple[str, ...]) -> dict[str, Any]:
    said = "; ".join((*verdict.faults, *notes)) or "the chain is whole"
    return {
        "verified": verdict.whole,
        "log_sha256": verdict.head.mac.hex(),
        "entries": verdict.records,
        "checked": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, by radviewer, against {verdict.anchors} anchor(s)",
        "message": said,
    }
