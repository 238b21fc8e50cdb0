"""`radviewer study demo`: a sequential and a crossover study on phantoms, read by simulated readers, to the export."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from radviewer.cli.output import emit
from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.workbench.reading_export import write_export

BANNER = "SIMULATED READERS ON GENERATED PHANTOMS: these numbers say nothing about people or about a model.\n"


def demo(arguments: argparse.Namespace) -> int:
    """Runs both studies and says how to analyse them."""
    if not 2 <= arguments.readers <= 50 or not 8 <= arguments.cases <= 500:
        raise UsageProblem("The demo takes 2 to 50 readers and 8 to 500 cases.")
    if arguments.out.exists() and any(arguments.out.iterdir()):
        raise InputProblem(f"{arguments.out} is not empty.", hint="Name a new folder with --out.")
    emit(BANNER, None)
    for kind in ("sequential", "crossover"):
        reads = _study(arguments, kind)
        emit(f"  radviewer stats mrmc {reads}\n  radviewer stats uptake {reads}\n", None)
    return 0


def _study(arguments: argparse.Namespace, kind: str) -> Path:
    from radviewer.readerstudy.clock import ManualClock
    from radviewer.readerstudy.frozen import case_key
    from radviewer.readerstudy.keys import new_keys, save_keys
    from radviewer.readerstudy.opened import open_study
    from radviewer.readerstudy.plan_file import PLAN_NAME, load_plan
    from radviewer.readerstudy.simulate import SimulatedReader, simulate
    from radviewer.readerstudy.study_store import Place, StudyStore

    folder, clock = arguments.out / kind, ManualClock()
    source = folder / "plan"
    _write_plan(source, arguments, kind, PLAN_NAME)
    plan = load_plan(source)
    keys = new_keys(plan.study.id)
    save_keys(keys, folder / "keys")
    truths = {case_key(case): case.truth.positive for case in plan.cases}
    with StudyStore.freeze(plan, source, Place(folder / "study", keys, folder / "keys"), clock) as store:
        for index, reader in enumerate(plan.readers):
            skill = 1.0 + 0.25 * (index % 4)
            simulate(
                store, SimulatedReader(reader.name, skill, 0.5 - 0.1 * (index % 4), plan.study.seed), truths, clock
            )
        verdict, _ = store.verify()
        store.backup()
        store.unblind("demonstration: the simulated readers are done")
        write_export(open_study(store), folder / "export")
    state = "whole" if verdict.whole else "BROKEN"
    emit(
        f"{kind}: {len(plan.readers)} readers, {len(plan.cases)} cases, {verdict.records} records, chain {state}\n",
        None,
    )
    reads: Path = folder / "export" / "reads.csv"
    return reads


def _write_plan(source: Path, arguments: argparse.Namespace, kind: str, name: str) -> None:
    import tomli_w

    from radviewer.readerstudy.randomness import HashStream
    from radviewer.workbench.study_phantoms import write_cases

    stream = HashStream(arguments.seed, "demo cases")
    positives = stream.shuffled([index % 2 == 0 for index in range(arguments.cases)])
    phantoms = write_cases(source / "images", positives, arguments.seed)
    cases: list[dict[str, Any]] = []
    for index, (phantom, positive) in enumerate(zip(phantoms, positives, strict=True)):
        # An AI that is right in about four of five cases.
        score = 0.5 + (0.45 * stream.uniform() if positive != (stream.uniform() < 0.2) else -0.45 * stream.uniform())
        cases.append(
            {
                "name": f"phantom-{index + 1:03d}",
                "paths": [phantom.path.relative_to(source).as_posix()],
                "truth": {"positive": positive, "source": "by construction of the phantom"},
                "ai": {
                    "score": round(score, 4),
                    "text": f"AI: {'nodule' if score >= 0.5 else 'no nodule'} (simulated)",
                },
                "training": index < 2,
            }
        )
    plan = {
        "schema": 1,
        "study": {"id": f"demo-{kind}", "title": f"Demonstration, {kind}", "seed": arguments.seed, "simulated": True},
        "design": {"kind": kind, "repeats": 0.1},
        "model": {"id": "simulated-ai", "version": "1"},
        "conditions": [{"name": "unaided"}, {"name": "aided", "ai": ["score", "call", "text"]}],
        "questions": [
            {"name": "rating", "kind": "rating", "text": "How likely is a nodule?"},
            {"name": "call", "kind": "binary", "threshold_of": "rating", "threshold": 50, "text": "Report it?"},
        ],
        "readers": [
            {"name": f"Simulated {j + 1}", "experience": ("resident", "consultant")[j % 2]}
            for j in range(arguments.readers)
        ],
        "cases": cases,
    }
    (source / name).write_text(f"# {BANNER}{tomli_w.dumps(plan)}", encoding="utf-8")
