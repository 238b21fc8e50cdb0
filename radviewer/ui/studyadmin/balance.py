"""A schedule's balance as a page: how often each arm comes, for whom, in which order, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from radviewer.readerstudy.plan import ReaderStudyPlan
from radviewer.readerstudy.schedule import Schedule
from radviewer.readerstudy.schedule_proof import Proof, prove
from radviewer.ui.i18n import tr

# Variance components of Van Dyke et al. 1993 (5 readers, 114 cases), a set that MRMC methods are often tried on.
_PILOT_CASES, _VAR_TR, _ERROR, _RHO = 114, 2.0e-4, 8.0e-4, (0.432, 0.429, 0.298)
_EFFECT = 0.05


def balance_page(plan: ReaderStudyPlan, schedule: Schedule) -> tuple[str, tuple[str, ...]]:
    """The balance as rich text, and the faults (none for a sound schedule)."""
    proof = prove(plan, schedule)
    main = [case for case in plan.cases if not case.training]
    positive = sum(case.truth.positive for case in main)
    wrong = sum(plan.ai_right(case) is False for case in main)
    parts = [
        f"<h3>{escape(plan.study.title)}: {plan.design.kind.value}</h3>",
        "<p>" + tr("{readers} readers, {cases} cases ({positive} positive, AI wrong in {wrong}), {practice} for "
                   "practice, {readings} readings.").format(
            readers=len(plan.readers), cases=len(main), positive=positive, wrong=wrong,
            practice=len(plan.cases) - len(main), readings=len(schedule.assignments),
        ) + "</p>",
        _table((tr("Reader"), tr("Period"), tr("Condition"), tr("Readings")),
               [(*key, n) for key, n in proof.periods.items()]),
        _table((tr("First"), tr("then"), tr("Reader-case pairs")), [(*key, n) for key, n in proof.follows.items()]),
        _table((tr("Condition"), tr("Mean place in a sitting (0 first, 1 last)")),
               [(arm, f"{place:.2f}") for arm, place in proof.mean_place.items()]),
        *_overlays(proof),
        "<p>" + tr("Largest difference between arms of a period: {total}; within a stratum of truth and AI: {stratum}. "
                   "Sham advice in {shams} cases, {positive} of them positive.").format(
            total=proof.worst_total, stratum=proof.worst_stratum, shams=proof.shams[0], positive=proof.shams[1]
        ) + "</p>",
        f"<p>{escape(power_hint(len(plan.readers), len(main)))}</p>",
        *(f"<p><b>{tr('FAULT')}: {escape(fault)}</b></p>" for fault in proof.faults),
        f"<p>{tr('Plan')} {plan.hash[:16]}, {tr('schedule')} {schedule.hash[:16]} ({schedule.algorithm})</p>",
    ]  # fmt: skip
    return "".join(parts), proof.faults


def _overlays(proof: Proof) -> list[str]:
    if not proof.overlays:
        return []
    words = tr("Largest difference between types of overlay: {reader} readings of a reader, {case} of a case.")
    return [
        _table((tr("Reader"), tr("Condition"), tr("Type of overlay"), tr("Readings")),
               [(*key, n) for key, n in proof.overlays.items()]),
        f"<p>{words.format(reader=proof.worst_overlay_reader, case=proof.worst_overlay_case)}</p>",
    ]  # fmt: skip


def power_hint(readers: int, cases: int) -> str:
    """Power of such a study in words, with the caution that belongs to it; empty where it cannot be said."""
    from radviewer.core.errors import InputProblem
    from radviewer.stats.sample_size import PILOT_CAUTION, planning_from_correlations, power

    try:
        planning = planning_from_correlations(_VAR_TR, _ERROR, _RHO, _PILOT_CASES)
        found = power(planning, readers, cases, _EFFECT).power
    except InputProblem:
        return ""  # with one reader there is no such test
    words = tr("Power for a difference of {effect} in AUC, if variances are those of Van Dyke's set: {power}.")
    return words.format(effect=f"{_EFFECT:.2f}", power=f"{found:.2f}") + " " + PILOT_CAUTION


def _table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    if not rows:
        return ""
    head = "".join(f"<th align='left'>{escape(text)}&nbsp;&nbsp;&nbsp;</th>" for text in header)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}&nbsp;&nbsp;&nbsp;</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table cellpadding='3'><tr>{head}</tr>{body}</table>"
