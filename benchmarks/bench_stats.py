"""Time and peak memory of each covariance: 20 readers x 2 x 1,000 cases, and 100 x 2 x 5,000.

    python benchmarks/bench_stats.py            both sizes
    python benchmarks/bench_stats.py --small    the first only

Each size runs in a process of its own, so that the peak memory is that of the size. For comparison, MRMCaov 0.3.0
took 2.3 s (DeLong), 1.6 s (unbiased) and 83 s (jackknife) for the first size on a 2-core machine.
"""

from __future__ import annotations

import argparse
import functools
import resource
import subprocess
import sys
import time
from collections.abc import Callable

LIMITS = {(20, 1000): 0.3, (100, 5000): 60.0}
MEMORY_LIMIT_GB = 4.0


def measure(readers: int, cases: int) -> None:
    from radviewer.stats.endpoints import Endpoint
    from radviewer.stats.mrmc import Covariance, Inference, Method, analyze
    from radviewer.stats.roe_metz import RoeMetz

    table = RoeMetz().draw(readers, cases // 2, cases - cases // 2, seed=1)
    limit, repeats = LIMITS[readers, cases], 5 if cases < 2000 else 1
    for covariance in Covariance:
        work = functools.partial(analyze, table, Endpoint.AUC, covariance)
        best = min(_seconds(work) for _ in range(repeats))
        _report(f"{readers} x 2 x {cases} {covariance.value}", best, limit)
    work = functools.partial(analyze, table, Endpoint.AUC, Covariance.UNBIASED, Inference.RRRC, Method.USTAT)
    best = min(_seconds(work) for _ in range(repeats))
    _report(f"{readers} x 2 x {cases} U-statistics", best, limit)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{readers} x 2 x {cases} peak memory {peak:.2f} GB (limit {MEMORY_LIMIT_GB:g})")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _report(name: str, seconds: float, limit: float) -> None:
    print(f"{name:<34}{seconds:9.3f} s   limit {limit:g} s   {'ok' if seconds <= limit else 'TOO SLOW'}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--one", nargs=2, type=int, metavar=("READERS", "CASES"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        measure(*arguments.one)
        return
    for readers, cases in list(LIMITS)[: 1 if arguments.small else None]:
        subprocess.run([sys.executable, __file__, "--one", str(readers), str(cases)], check=True)


if __name__ == "__main__":
    main()
