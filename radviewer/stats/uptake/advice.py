"""How far stated probabilities moved toward the advice, and whether that moved them toward the truth.

Sources: Yaniv, Organ Behav Hum Decis Process 2004;93:1 (weight of advice); Yu et al., Nat Med 2024;30:837 (treatment
effect on absolute error); Agarwal et al., NBER 31422, 2023 (Bayesian benchmark, automation neglect).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from radviewer.stats.calibration import logit
from radviewer.stats.uptake.bootstrap import (
    BootstrapPlan,
    bootstrap_estimate,
    weighted_median,
    weighted_regression,
)
from radviewer.stats.uptake.interval import CHANGE, PROPORTION, Estimate, estimate, ratio
from radviewer.stats.uptake.reads import PairedReads

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# An AI score nearer than this to the unaided probability leaves nothing to move toward.
ADVICE_DISTANCE = 0.05
# For the logits of stated probabilities of exactly 0 or 1, which every rating scale has.
LOGIT_EDGE = 0.01


def advice(reads: PairedReads, plan: BootstrapPlan) -> dict[str, Estimate]:
    """Weight of advice, error, Brier and confidence changes, and the Bayesian benchmark.

    Args:
        reads: The pairs; without ratings the result is empty.
        plan: Seed, size and level.
    """
    r0, r1 = reads.rating0, reads.rating1
    if r0 is None or r1 is None:
        return {}
    rated = reads.present & np.isfinite(r0) & np.isfinite(r1)
    found = _accuracy_of_ratings(reads, r0, r1, rated, plan.level)
    if reads.ai_score is not None:
        scored = rated & np.isfinite(reads.ai_score)
        squared = (reads.ai_score - reads.truth) ** 2
        found["brier_ai"] = estimate(ratio(squared, scored), bounds=PROPORTION, level=plan.level)
        found |= _weight_of_advice(reads, r0, r1, scored, plan)
        found |= _benchmark(reads, r0, r1, scored, plan)
    return found


def _accuracy_of_ratings(reads: PairedReads, r0: Floats, r1: Floats, rated: Bools, level: float) -> dict[str, Estimate]:
    truth = reads.truth.astype(np.float64)[None, :]
    before, after = (r0 - truth) ** 2, (r1 - truth) ** 2
    confidence = np.abs(2 * r1 - 1) - np.abs(2 * r0 - 1)
    error = np.abs(r0 - truth) - np.abs(r1 - truth)
    found = {
        "brier_unaided": estimate(ratio(before, rated), bounds=PROPORTION, level=level),
        "brier_aided": estimate(ratio(after, rated), bounds=PROPORTION, level=level),
    }
    changes = {
        "brier_change": (after - before, rated),
        "mae_treatment_effect": (error, rated),
        "mae_treatment_effect_ai_right": (error, rated & reads.ok_ai),
        "mae_treatment_effect_ai_wrong": (error, rated & ~reads.ok_ai),
        "confidence_change_mean": (confidence, rated),
        "confidence_change_when_right": (confidence, rated & reads.ok1),
        "confidence_change_when_wrong": (confidence, rated & ~reads.ok1),
    }
    for name, (values, used) in changes.items():
        found[name] = estimate(ratio(values, used), bounds=CHANGE, null=0.0, level=level)
    return found


def _weight_of_advice(
    reads: PairedReads, r0: Floats, r1: Floats, scored: Bools, plan: BootstrapPlan
) -> dict[str, Estimate]:
    score = reads.ai_score if reads.ai_score is not None else np.full(r0.shape, np.nan)
    distance = score - r0
    used = scored & (np.abs(distance) >= ADVICE_DISTANCE)
    weight = np.divide(r1 - r0, distance, out=np.zeros_like(r0), where=used)
    clipped = np.clip(weight, 0.0, 1.0)
    excluded = int(scored.sum() - used.sum())
    note = f"{excluded} reads with the AI within {ADVICE_DISTANCE:g} of the unaided probability left out."
    unclear = np.abs(score - r0) < ADVICE_DISTANCE
    found = {
        "WOA_excluded_share": estimate(ratio(unclear, scored), bounds=PROPORTION, level=plan.level),
        "WOA_median_raw": bootstrap_estimate(reads, used, weighted_median(weight, used), plan, note=note),
        "WOA_mean_clipped": estimate(ratio(clipped, used), bounds=PROPORTION, level=plan.level),
        "WOA_share_0": estimate(ratio(clipped == 0, used), bounds=PROPORTION, level=plan.level),
        "WOA_share_1": estimate(ratio(clipped == 1, used), bounds=PROPORTION, level=plan.level),
    }
    for side, right in (("right", reads.ok_ai), ("wrong", ~reads.ok_ai)):
        share = ratio(clipped, used & right)
        found[f"WOA_mean_clipped_ai_{side}"] = estimate(share, bounds=PROPORTION, level=plan.level)
    return found


def _benchmark(reads: PairedReads, r0: Floats, r1: Floats, scored: Bools, plan: BootstrapPlan) -> dict[str, Estimate]:
    """Least squares of logit r1 on logit r0 and logit s; 1 and 1 is rational for independent information."""
    score = reads.ai_score if reads.ai_score is not None else np.full(r0.shape, np.nan)
    before, after, advised = (logit(np.where(scored, x, 0.5), LOGIT_EDGE) for x in (r0, r1, score))
    design = np.stack([np.ones_like(before), before, advised])
    names = ("benchmark_intercept", "benchmark_own", "benchmark_ai")
    note = f"Probabilities of 0 and 1 were moved in to {LOGIT_EDGE:g} and {1 - LOGIT_EDGE:g}."
    return {
        name: bootstrap_estimate(reads, scored, weighted_regression(design, after, scored, column), plan, note=note)
        for column, name in enumerate(names)
    }
