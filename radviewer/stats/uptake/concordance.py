"""Agreement with the AI and among readers. AI raises the latter even where it is wrong, so that is shown apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from radviewer.stats.agreement import Agreement, fleiss_kappa
from radviewer.stats.uptake.bootstrap import BootstrapPlan, bootstrap_estimate, weighted_cohen
from radviewer.stats.uptake.interval import Estimate
from radviewer.stats.uptake.reads import PairedReads

Bools = NDArray[np.bool_]


def pair_kappas(reads: PairedReads, plan: BootstrapPlan) -> dict[str, Estimate]:
    """Cohen's kappa over pooled reads: unaided with aided, unaided with AI, aided with AI."""
    pairs = {
        "cohen_kappa_unaided_vs_aided": (reads.call0, reads.call1),
        "cohen_kappa_unaided_vs_ai": (reads.call0, reads.ai_call),
        "cohen_kappa_aided_vs_ai": (reads.call1, reads.ai_call),
    }
    used = reads.present
    return {name: bootstrap_estimate(reads, used, weighted_cohen(a, b, used), plan) for name, (a, b) in pairs.items()}


def reader_kappas(reads: PairedReads, plan: BootstrapPlan) -> dict[str, Agreement | None]:
    """Fleiss kappa among readers, unaided and aided, over all cases and over those where the AI was wrong.

    Only cases that every contributing reader read under both conditions count; None where fewer than two
    readers or cases are left.
    """
    readers: Bools = np.asarray(reads.present.any(axis=1))
    whole: Bools = np.asarray(reads.present[readers].all(axis=0) & readers.any())
    wrong: Bools = np.asarray(whole & (~reads.ok_ai)[readers].all(axis=0))
    return {
        "fleiss_kappa_readers_unaided": _fleiss(reads.call0, readers, whole, plan),
        "fleiss_kappa_readers_aided": _fleiss(reads.call1, readers, whole, plan),
        "fleiss_kappa_readers_unaided_ai_wrong": _fleiss(reads.call0, readers, wrong, plan),
        "fleiss_kappa_readers_aided_ai_wrong": _fleiss(reads.call1, readers, wrong, plan),
    }


def _fleiss(calls: Bools, readers: Bools, cases: Bools, plan: BootstrapPlan) -> Agreement | None:
    if readers.sum() < 2 or cases.sum() < 2:
        return None
    table = calls[np.ix_(readers, cases)].T.astype(int).tolist()
    return fleiss_kappa(table, level=plan.level, seed=plan.seed, replicates=plan.replicates)
