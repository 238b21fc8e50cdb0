"""How long a reader waits for "saved", how fast a chain is verified, and how fast the next case comes.

usage: python benchmarks/bench_store.py [FOLDER]     FOLDER on the disk that is to be measured (default: here)
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from radviewer.readerstudy.audit import verify
from radviewer.readerstudy.case_files import with_hashes
from radviewer.readerstudy.clock import SystemClock
from radviewer.readerstudy.keys import new_keys
from radviewer.readerstudy.ledger import draft
from radviewer.readerstudy.plan_file import parse_plan
from radviewer.readerstudy.schedule import make_schedule
from radviewer.readerstudy.session import ReadingSession
from radviewer.readerstudy.sqlite_ledger import SqliteLedger
from radviewer.readerstudy.study_store import Place, StudyStore

CASES = 200


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder, prefix="radviewer-bench-") as name:
        work = Path(name)
        rows = [*schedule_times(), *session_times(work), *chain_times(work)]
    width = max(len(label) for label, _ in rows)
    for label, text in rows:
        print(f"{label:<{width}}  {text}")


def plan(readers: int, cases: int) -> dict[str, Any]:
    return {
        "schema": 1,
        "study": {"id": "bench", "title": "Benchmark", "seed": 1, "simulated": True},
        "design": {"kind": "sequential"},
        "model": {"id": "none", "version": "1"},
        "conditions": [{"name": "unaided"}, {"name": "aided", "ai": ["score", "call"]}],
        "questions": [{"name": "rating", "kind": "rating"}],
        "readers": [{"name": f"R{j}"} for j in range(readers)],
        "cases": [
            {"name": f"c{k}", "paths": [f"{k}.bin"], "truth": {"positive": k % 2 == 0, "source": "none"},
             "ai": {"score": (k % 10) / 10}}
            for k in range(cases)
        ],
    }  # fmt: skip


def schedule_times() -> list[tuple[str, str]]:
    made = parse_plan(plan(20, 500), Path())
    begin = time.perf_counter()
    schedule = make_schedule(made)
    seconds = time.perf_counter() - begin
    return [(f"schedule of {len(schedule.assignments):,} readings", f"{seconds:.2f} s")]


def session_times(work: Path) -> list[tuple[str, str]]:
    for k in range(CASES):
        (work / f"{k}.bin").write_bytes(b"case %d" % k)
    made = with_hashes(parse_plan(plan(1, CASES), Path()), work)
    place = Place(work / "study", new_keys("bench"), work / "anchors")
    begin = time.perf_counter()
    with StudyStore.freeze(made, work, place, SystemClock()) as store:
        frozen = time.perf_counter() - begin
        session = ReadingSession(store.desk("R0"))
        steps: dict[str, list[float]] = {"next case": [], "lock and show AI": [], "commit": []}
        for _ in range(CASES):
            timed(steps["next case"], session.next_case)
            session.answer("rating", 40)
            timed(steps["lock and show AI"], session.lock)
            session.answer("rating", 60)
            timed(steps["commit"], session.commit)
        session.close()
    rows = [(f"freeze a study of {CASES} cases", f"{frozen:.2f} s")]
    for step, times in steps.items():
        found = statistics.quantiles(times, n=20)
        rows.append((f"{step}, {CASES} cases", f"median {statistics.median(times):.1f} ms, 95 % {found[-1]:.1f} ms"))
    return rows


def timed(times: list[float], step: Any) -> None:
    begin = time.perf_counter()
    step()
    times.append(1000 * (time.perf_counter() - begin))


def chain_times(work: Path) -> list[tuple[str, str]]:
    key = b"k" * 32
    ledger = SqliteLedger(work / "long.sqlite", key, create=True)
    ledger.append([draft("reading", {"sealed": "x" * 400, "n": n}, reader="R") for n in range(100_000)])
    begin = time.perf_counter()
    verdict = verify(ledger.records(), key)
    seconds = time.perf_counter() - begin
    ledger.close()
    assert verdict.whole
    return [("verify 100,000 records from the file", f"{seconds:.2f} s (limit 5 s)")]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path())
