"""The whole uptake analysis of one aided condition: pooled, by reader, and by each stratum that the table allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import UsageProblem
from radviewer.stats.agreement import Agreement
from radviewer.stats.uptake.advice import advice
from radviewer.stats.uptake.bootstrap import BootstrapPlan
from radviewer.stats.uptake.catalogue import CATALOGUE
from radviewer.stats.uptake.concordance import pair_kappas, reader_kappas
from radviewer.stats.uptake.heterogeneity import (
    Heterogeneity,
    SkillBenefit,
    heterogeneity,
    skill_and_benefit,
)
from radviewer.stats.uptake.interval import Estimate
from radviewer.stats.uptake.reads import PairedReads
from radviewer.stats.uptake.reclassification import NaiveNri, naive_nri, reclassification
from radviewer.stats.uptake.repeats import RepeatedCalls, repeat_measures
from radviewer.stats.uptake.switching import cells, mcnemar_exact_p, pattern_shares, switching
from radviewer.stats.uptake.timing import TwoWayMean, timing, two_way_log_ratio

Bools = NDArray[np.bool_]


class Split(StrEnum):
    """What the reads are divided by."""

    READER = "reader"
    AI = "ai"
    TRUTH = "truth"
    EXPERIENCE = "experience"
    OVERLAY = "overlay"
    OVERLAY_TYPE = "overlay-type"


@dataclass(frozen=True, slots=True)
class Section:
    """All measures of one set of reads.

    Attributes:
        n: Complete pairs.
        n_readers: Readers with at least one pair.
        n_cases: Cases with at least one pair.
        cells: Counts by (unaided right, AI right, aided right).
        measures: Estimates by catalogue key, in catalogue order; those the table has no data for are absent.
        naive: Counts and z of the reclassification for independent reads.
        mcnemar_exact_p_naive: McNemar p of pooled reads, which ignores clustering.
    """

    n: int
    n_readers: int
    n_cases: int
    cells: dict[str, int]
    measures: dict[str, Estimate]
    naive: NaiveNri
    mcnemar_exact_p_naive: float | None


@dataclass(frozen=True, slots=True)
class Uptake:
    """Uptake of one aided condition.

    Attributes:
        unaided: The condition without AI.
        aided: The condition with AI.
        pooled: All reads.
        splits: Sections by split and level.
        fleiss: Agreement among readers unaided, aided, and where the AI was wrong.
        heterogeneity: How readers differ.
        skill_benefit: Whether weaker readers gain more, by split halves.
        log_time_ratio: Two-way random-effects mean of the log time ratio; None unless complete.
        notes: What was left out, rescaled or clustered.
        plan: Seed, samples and level of the bootstraps.
    """

    unaided: str
    aided: str
    pooled: Section
    splits: dict[Split, dict[str, Section]]
    fleiss: dict[str, Agreement | None]
    heterogeneity: Heterogeneity
    skill_benefit: SkillBenefit
    log_time_ratio: TwoWayMean | None
    notes: tuple[str, ...]
    plan: BootstrapPlan


def analyse(
    reads: PairedReads, *, split_by: tuple[Split, ...] | None = None, plan: BootstrapPlan | None = None,
    repeated: RepeatedCalls | None = None,
) -> Uptake:  # fmt: skip
    """Analyses the uptake of one aided condition.

    Args:
        reads: The pairs.
        split_by: Divisions to report; by default all that the table allows.
        plan: Seed, samples and level.
        repeated: Cases that were read twice under one condition.

    Raises:
        UsageProblem: A division was asked for that the table has no column for.
    """
    plan = plan or BootstrapPlan()
    splits = {split: _sections(reads, split, plan) for split in _wanted(reads, split_by)}
    return Uptake(
        reads.unaided, reads.aided, section(reads, plan, repeated), splits, reader_kappas(reads, plan),
        heterogeneity(reads, plan.level), skill_and_benefit(reads, plan), two_way_log_ratio(reads, plan.level),
        (*reads.notes, *_notes(reads), *_repeat_notes(repeated)), plan,
    )  # fmt: skip


def section(reads: PairedReads, plan: BootstrapPlan, repeated: RepeatedCalls | None = None) -> Section:
    """All measures of one set of reads."""
    found = (
        switching(reads, plan.level) | reclassification(reads, plan.level) | advice(reads, plan)
        | timing(reads, plan) | pair_kappas(reads, plan) | pattern_shares(reads, plan.level)
    )  # fmt: skip
    if repeated is not None:
        found |= repeat_measures(reads, repeated, plan)
    ordered = {entry.key: found[entry.key] for entry in CATALOGUE if entry.key in found}
    return Section(
        reads.n, int(reads.present.any(axis=1).sum()), int(reads.present.any(axis=0).sum()), cells(reads),
        ordered, naive_nri(reads), mcnemar_exact_p(reads),
    )  # fmt: skip


def _wanted(reads: PairedReads, asked: tuple[Split, ...] | None) -> tuple[Split, ...]:
    lacking = {
        split for split, column in ((Split.EXPERIENCE, reads.experience), (Split.OVERLAY, reads.overlay),
                                    (Split.OVERLAY_TYPE, reads.overlay_type))
        if column is None
    }  # fmt: skip
    if asked is None:
        return tuple(split for split in Split if split not in lacking)
    for split in asked:
        if split in lacking:
            raise UsageProblem(
                f"The reads cannot be split by {split}: the table has no such column.",
                hint=f"Name the column with --{split}.",
            )
    return asked


def _sections(reads: PairedReads, split: Split, plan: BootstrapPlan) -> dict[str, Section]:
    return {name: section(reads.where(mask), plan) for name, mask in _levels(reads, split)}


def _levels(reads: PairedReads, split: Split) -> Iterator[tuple[str, Bools]]:
    shape = reads.present.shape
    if split is Split.READER:
        for j in np.flatnonzero(reads.present.any(axis=1)):
            yield reads.readers[j], np.broadcast_to((np.arange(shape[0]) == j)[:, None], shape)
    elif split is Split.AI:
        yield "right", reads.ok_ai
        yield "wrong", ~reads.ok_ai
    elif split is Split.TRUTH:
        yield "positive", np.broadcast_to(reads.truth[None, :], shape)
        yield "negative", np.broadcast_to(~reads.truth[None, :], shape)
    elif split is Split.EXPERIENCE and reads.experience is not None:
        of_reader = np.array(reads.experience)
        for level in dict.fromkeys(reads.experience):
            yield level, np.broadcast_to((of_reader == level)[:, None], shape)
    elif split is Split.OVERLAY and reads.overlay is not None:
        yield "used", reads.overlay == 1
        yield "not used", reads.overlay == 0
    elif split is Split.OVERLAY_TYPE and reads.overlay_type is not None:
        for name in sorted(set(reads.overlay_type[reads.present].tolist()) - {""}):
            yield name, reads.overlay_type == name


def _notes(reads: PairedReads) -> Iterator[str]:
    readers = int(reads.present.any(axis=1).sum())
    if readers == 1:
        yield "There is one reader: intervals speak of this reader on other cases, not of other readers."
    elif readers < 5:
        yield f"With {readers} readers, statements about other readers are weak; see the degrees of freedom."
    whole = reads.present[reads.present.any(axis=1)][:, reads.present.any(axis=0)]
    if not whole.all():
        yield f"Not every reader read every case in both conditions ({reads.n} of {whole.size} pairs)."


def _repeat_notes(repeated: RepeatedCalls | None) -> Iterator[str]:
    if repeated is None:
        return
    if repeated.left_out:
        yield f"{repeated.left_out} repeats belong to no pair of this analysis and are left out."
    if repeated.any and repeated.within_reading:
        yield (
            "Both calls of a pair belong to one reading, so the change among repeats is reported and not taken off "
            "the switch rate."
        )
