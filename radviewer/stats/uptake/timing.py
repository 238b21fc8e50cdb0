"""Reading time with AI over reading time without, as ratios, because times are skewed.

The primary interval is Obuchowski-Rockette on the log ratio. Beside it stands the two-way random-effects mean with
unclamped components (readers + cases - residual, Satterthwaite df), which some programs report.
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radviewer.stats import distributions as dist
from radviewer.stats.uptake.bootstrap import BootstrapPlan, bootstrap_estimate, weighted_median
from radviewer.stats.uptake.interval import PROPORTION, Estimate, estimate, ratio
from radviewer.stats.uptake.reads import PairedReads

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Interval = tuple[float, float]
_MOST_LOG = math.log(sys.float_info.max)


@dataclass(frozen=True, slots=True)
class TwoWayMean:
    """Mean of a complete reader x case table with both random.

    Attributes:
        mean: Grand mean.
        ms_reader: Mean square of readers.
        ms_case: Mean square of cases.
        ms_error: Residual mean square.
        variance: (ms_reader + ms_case - ms_error) / (r n); None where it is not positive.
        df: Satterthwaite degrees of freedom.
        t: mean / sqrt(variance).
        p: Two-sided p.
        ci: Interval of the mean.
    """

    mean: float
    ms_reader: float
    ms_case: float
    ms_error: float
    variance: float | None
    df: float | None
    t: float | None
    p: float | None
    ci: Interval | None

    def ratio(self) -> float:
        """exp(mean): the geometric mean ratio of log ratios."""
        return math.exp(self.mean)

    def ratio_ci(self) -> Interval | None:
        """Interval of `ratio`; None where it reaches beyond all numbers, as with a fraction of a degree of freedom."""
        if self.ci is None or self.ci[1] > _MOST_LOG:
            return None
        return math.exp(self.ci[0]), math.exp(self.ci[1])


def two_way_mean(table: Floats, level: float = 0.95) -> TwoWayMean:
    """Two-way random-effects mean of a complete (r, n) table, r and n at least 2."""
    r, n = table.shape
    grand, by_reader, by_case = float(table.mean()), table.mean(axis=1), table.mean(axis=0)
    ms_reader = n * float(((by_reader - grand) ** 2).sum()) / (r - 1)
    ms_case = r * float(((by_case - grand) ** 2).sum()) / (n - 1)
    residual = table - by_reader[:, None] - by_case[None, :] + grand
    ms_error = float((residual**2).sum()) / ((r - 1) * (n - 1))
    top = ms_reader + ms_case - ms_error
    if top <= 0:
        return TwoWayMean(grand, ms_reader, ms_case, ms_error, None, None, None, None, None)
    df = top**2 / (ms_reader**2 / (r - 1) + ms_case**2 / (n - 1) + ms_error**2 / ((r - 1) * (n - 1)))
    variance = top / (r * n)
    t = grand / math.sqrt(variance)
    ci = dist.symmetric_interval(grand, math.sqrt(variance), df, 1 - level)
    return TwoWayMean(grand, ms_reader, ms_case, ms_error, variance, df, t, dist.two_sided_p(t, df), ci)


def timing(reads: PairedReads, plan: BootstrapPlan) -> dict[str, Estimate]:
    """Geometric means, their ratio and the median difference; empty without times."""
    if reads.time0 is None or reads.time1 is None:
        return {}
    timed = _timed(reads)
    first = np.log(np.where(timed, reads.time0, 1.0))
    second = np.log(np.where(timed, reads.time1, 1.0))
    change = second - first
    level = plan.level
    agree = reads.call0 == reads.ai_call
    found = {
        "time_geomean_unaided": estimate(ratio(first, timed), level=level, exponentiate=True),
        "time_geomean_aided": estimate(ratio(second, timed), level=level, exponentiate=True),
        "time_ratio": estimate(ratio(change, timed), null=0.0, level=level, exponentiate=True),
    }
    subsets = {
        "ai_right": reads.ok_ai, "ai_wrong": ~reads.ok_ai, "agree": agree, "disagree": ~agree,
    }  # fmt: skip
    for name, subset in subsets.items():
        part = ratio(change, timed & subset)
        found[f"time_ratio_{name}"] = estimate(part, null=0.0, level=level, exponentiate=True)
    difference = np.where(timed, reads.time1 - reads.time0, 0.0)
    found["time_median_diff"] = bootstrap_estimate(reads, timed, weighted_median(difference, timed), plan)
    return found | _active(reads, timed, level)


def _active(reads: PairedReads, timed: Bools, level: float) -> dict[str, Estimate]:
    """The part of the times in which the reader was active; empty where that was not recorded."""
    if reads.active0 is None or reads.active1 is None or reads.time0 is None or reads.time1 is None:
        return {}
    used = timed & np.isfinite(reads.active0) & np.isfinite(reads.active1)
    first, second = (np.log(np.where(used, part, 1.0)) for part in (reads.active0, reads.active1))
    idle0, idle1 = (
        np.where(used, 1 - np.minimum(active / time, 1.0), 0.0)
        for active, time in ((reads.active0, reads.time0), (reads.active1, reads.time1))
    )
    return {
        "active_geomean_unaided": estimate(ratio(first, used), level=level, exponentiate=True),
        "active_geomean_aided": estimate(ratio(second, used), level=level, exponentiate=True),
        "active_ratio": estimate(ratio(second - first, used), null=0.0, level=level, exponentiate=True),
        "idle_share_unaided": estimate(ratio(idle0, used), bounds=PROPORTION, level=level),
        "idle_share_aided": estimate(ratio(idle1, used), bounds=PROPORTION, level=level),
    }


def two_way_log_ratio(reads: PairedReads, level: float = 0.95) -> TwoWayMean | None:
    """The two-way mean of the log time ratio; None unless times are complete and crossed."""
    if reads.time0 is None or reads.time1 is None or not reads.n:
        return None
    readers, cases = reads.present.any(axis=1), reads.present.any(axis=0)
    block = np.ix_(readers, cases)
    if not _timed(reads)[block].all() or min(int(readers.sum()), int(cases.sum())) < 2:
        return None
    return two_way_mean(np.log(reads.time1[block] / reads.time0[block]), level)


def _timed(reads: PairedReads) -> Bools:
    if reads.time0 is None or reads.time1 is None:
        return np.zeros_like(reads.present)
    return reads.present & np.isfinite(reads.time0) & np.isfinite(reads.time1)
