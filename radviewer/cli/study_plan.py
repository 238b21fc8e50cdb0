"""`radviewer study new | check | schedule`: from an empty folder to a frozen study."""

from __future__ import annotations

import argparse
import secrets
from typing import TYPE_CHECKING

from radviewer.cli.output import as_json, as_table, emit
from radviewer.cli.study_place import key_folder, place_of, write_private

if TYPE_CHECKING:
    from radviewer.readerstudy.plan import ReaderStudyPlan
    from radviewer.readerstudy.schedule_proof import Proof


def new(arguments: argparse.Namespace) -> int:
    """Writes the template and the keys."""
    from radviewer.core.errors import UsageProblem
    from radviewer.readerstudy.keys import new_keys, save_keys
    from radviewer.readerstudy.plan_file import PLAN_NAME, template

    if not all(c.isascii() and (c.isalnum() or c in "-_.") for c in arguments.id) or not 0 < len(arguments.id) <= 64:
        raise UsageProblem("--id must be letters, digits, '-', '_' and '.', at most 64.")
    seed = arguments.seed if arguments.seed is not None else secrets.randbelow(2**31)
    title = (arguments.title or arguments.id).replace("\\", "").replace('"', "'")
    text = template(arguments.id, title, arguments.design, seed)
    write_private(arguments.folder / PLAN_NAME, text.encode())
    administrator, workstation = save_keys(new_keys(arguments.id), arguments.keys or key_folder())
    emit(
        f"Plan:                {arguments.folder / PLAN_NAME}\n"
        f"Administrator's key: {administrator}\n"
        f"Workstations' key:   {workstation}\n"
        "Keep a copy of the administrator's key in a safe place: without it no call can be read again.\n"
        "Next: fill in the plan and its cases, then `radviewer study check`.\n",
        None,
    )
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Checks a plan and shows the balance of its schedule."""
    from radviewer.readerstudy.plan_file import load_plan
    from radviewer.readerstudy.schedule import make_schedule
    from radviewer.readerstudy.schedule_proof import prove

    plan = load_plan(arguments.plan)
    made = make_schedule(plan)
    proof = prove(plan, made)
    if arguments.format == "json":
        found = {"plan_hash": plan.hash, "schedule_hash": made.hash, "algorithm": made.algorithm,
                 "readings": len(made.assignments), "proof": proof.as_json()}  # fmt: skip
        emit(as_json(found), None)
    else:
        emit(_text(plan, proof, len(made.assignments)), None)
    return 3 if proof.faults else 0


def schedule(arguments: argparse.Namespace) -> int:
    """Freezes a plan."""
    from radviewer.readerstudy.keys import ADMINISTRATOR, key_path, new_keys, save_keys
    from radviewer.readerstudy.plan_file import load_plan
    from radviewer.readerstudy.study_store import StudyStore

    plan = load_plan(arguments.plan)
    folder = arguments.keys or key_folder()
    if arguments.new_keys and not folder.is_file() and not key_path(folder, plan.study.id, ADMINISTRATOR).exists():
        save_keys(new_keys(plan.study.id), folder)
    place = place_of(arguments, arguments.out, plan.study.id)
    source = arguments.plan if arguments.plan.is_dir() else arguments.plan.parent
    with StudyStore.freeze(plan, source, place) as store:
        head = store.ledger.head()
        emit(f"Frozen: {arguments.out} (plan {plan.hash[:12]}, {head.seq} records, head {head.mac.hex()[:12]})\n", None)
    return 0


def _text(plan: ReaderStudyPlan, proof: Proof, readings: int) -> str:
    main = [case for case in plan.cases if not case.training]
    positive = sum(case.truth.positive for case in main)
    wrong = sum(plan.ai_right(case) is False for case in main)
    lines = [
        f"{plan.study.title}: {plan.design.kind.value}, plan {plan.hash[:12]}",
        f"{len(plan.readers)} readers, {len(main)} cases ({positive} positive, AI wrong in {wrong}), "
        f"{len(plan.cases) - len(main)} for practice, {readings} readings",
        "",
        as_table(("reader", "period", "condition", "readings"), [(*key, n) for key, n in proof.periods.items()],
                 ("period", "readings")),
        f"Largest difference between arms of a period: {proof.worst_total}; within a stratum: {proof.worst_stratum}",
        f"Sham advice: {proof.shams[0]} cases, {proof.shams[1]} of them positive",
    ]  # fmt: skip
    lines += [f"{one} before {two}: {n} reader-case pairs" for (one, two), n in proof.follows.items()]
    lines += [f"FAULT: {fault}" for fault in proof.faults]
    return "\n".join(lines) + "\n"
