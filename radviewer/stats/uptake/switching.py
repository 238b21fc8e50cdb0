"""What readers did with the advice: the 2 x 2 x 2 table, switches, reliance, errors of commission and omission.

Definitions: switches and net change (identical with the change of accuracy); RAIR and RSR of Schemmer et al., IUI
2023 (arXiv 2302.02187); reliance where reader and AI disagree, Guo et al., FAccT 2024; commission and omission,
Goddard et al., JAMIA 2012;19:121; the eight patterns of Cabitza et al., Artif Intell Med 2023;138:102506.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import numpy as np
from numpy.typing import NDArray

from radviewer.stats.uptake.interval import CHANGE, PROPORTION, Estimate, Influence, estimate, ratio
from radviewer.stats.uptake.reads import PairedReads

Bools = NDArray[np.bool_]

# (unaided right, AI right, aided right) -> the pattern's name and what happened, in plain words.
PATTERNS: dict[str, tuple[str, str]] = {
    "111": ("beneficial reliance", "all three right: the AI confirmed a right call"),
    "110": ("detrimental under-reliance", "both were right, yet the aided call is wrong"),
    "101": ("beneficial self-reliance", "kept a right call against wrong advice"),
    "100": ("detrimental over-reliance", "gave up a right call for wrong advice"),
    "011": ("beneficial over-reliance", "corrected a wrong call by right advice"),
    "010": ("detrimental self-reliance", "kept a wrong call against right advice"),
    "001": ("beneficial under-reliance", "came to the right call although both were wrong"),
    "000": ("detrimental reliance", "all three wrong: the AI confirmed a wrong call"),
}


def cells(reads: PairedReads) -> dict[str, int]:
    """Counts of the 2 x 2 x 2 table by (unaided right, AI right, aided right), "111" first."""
    return {"".join("01"[bit] for bit in key): int(_cell(reads, key).sum()) for key in product((1, 0), (1, 0), (1, 0))}


def _cell(reads: PairedReads, key: tuple[int, ...]) -> Bools:
    sides = (reads.ok0, reads.ok_ai, reads.ok1)
    mask = reads.present
    for side, bit in zip(sides, key, strict=True):
        mask = mask & (side if bit else ~side)
    return mask


def pattern_shares(reads: PairedReads, level: float) -> dict[str, Estimate]:
    """Share of all reads in each of the eight patterns, keyed "pattern_111" ..."""
    return {
        f"pattern_{key}": estimate(
            ratio(_cell(reads, tuple(int(bit) for bit in key)), reads.present), bounds=PROPORTION, level=level
        )
        for key in PATTERNS
    }


def switching(reads: PairedReads, level: float = 0.95) -> dict[str, Estimate]:
    """Accuracies, switches, reliance, commission and omission, each with its interval.

    Args:
        reads: The pairs.
        level: Confidence level.

    Returns:
        Estimates by the names of the catalogue (`radviewer.stats.uptake.catalogue`).
    """
    found = {name: estimate(influence, bounds=PROPORTION, level=level) for name, influence in _proportions(reads)}
    for name, influence in _changes(reads):
        found[name] = estimate(influence, bounds=CHANGE, null=0.0, level=level)
    for name, influence in _risk_ratios(reads):
        found[name] = estimate(influence, null=0.0, level=level, exponentiate=True)
    return found


def mcnemar_exact_p(reads: PairedReads) -> float | None:
    """Exact McNemar p on pooled reads. Naive: it ignores that reads share readers and cases."""
    from scipy.special import bdtr

    up = int((reads.present & ~reads.ok0 & reads.ok1).sum())
    down = int((reads.present & reads.ok0 & ~reads.ok1).sum())
    if up + down == 0:
        return None
    return float(min(1.0, 2 * bdtr(min(up, down), up + down, 0.5)))


def _proportions(reads: PairedReads) -> Iterator[tuple[str, Influence]]:
    here, ok0, ok1, ok_ai = reads.present, reads.ok0, reads.ok1, reads.ok_ai
    switched = reads.call0 != reads.call1
    with_ai = reads.call1 == reads.ai_call
    disagree = here & (reads.call0 != reads.ai_call)
    yield "accuracy_unaided", ratio(ok0, here)
    yield "accuracy_aided", ratio(ok1, here)
    yield "accuracy_ai", ratio(ok_ai, here)
    yield "accuracy_best_of_two", ratio(ok0 | ok_ai, here)
    yield "switch_rate", ratio(switched, here)
    yield "beneficial_rate_all", ratio(~ok0 & ok1, here)
    yield "harmful_rate_all", ratio(ok0 & ~ok1, here)
    yield "beneficial_rate_given_wrong", ratio(ok1, here & ~ok0)
    yield "harmful_rate_given_right", ratio(~ok1, here & ok0)
    yield "switch_to_ai_given_disagree", ratio(with_ai, disagree)
    yield "switch_away_given_agree", ratio(~with_ai, here & (reads.call0 == reads.ai_call))
    yield "agreement_with_ai_unaided", ratio(reads.call0 == reads.ai_call, here)
    yield "agreement_with_ai_aided", ratio(with_ai, here)
    yield "accuracy_aided_ai_right", ratio(ok1, here & ok_ai)
    yield "accuracy_aided_ai_wrong", ratio(ok1, here & ~ok_ai)
    yield "accuracy_unaided_ai_right", ratio(ok0, here & ok_ai)
    yield "accuracy_unaided_ai_wrong", ratio(ok0, here & ~ok_ai)
    advised, misled = here & ~ok0 & ok_ai, here & ok0 & ~ok_ai
    yield "RAIR", ratio(ok1, advised)
    yield "RSR", ratio(ok1, misled)
    yield "under_reliance", ratio(~ok1, advised)
    yield "over_reliance", ratio(~ok1, misled)
    yield from _advice_errors(reads)


def _advice_errors(reads: PairedReads) -> Iterator[tuple[str, Influence]]:
    false_alarm, miss = _false_alarm(reads), _missed(reads)
    yield "commission_error_rate", ratio(reads.call1, false_alarm)
    yield "commission_unaided", ratio(reads.call0, false_alarm)
    yield "ab_induced_commission", ratio(reads.call1, false_alarm & reads.ok0)
    yield "omission_error_rate", ratio(~reads.call1, miss)
    yield "omission_unaided", ratio(~reads.call0, miss)
    yield "ab_induced_omission", ratio(~reads.call1, miss & reads.ok0)


def _changes(reads: PairedReads) -> Iterator[tuple[str, Influence]]:
    here, ok0, ok1 = reads.present, reads.ok0.astype(float), reads.ok1.astype(float)
    change = ok1 - ok0
    call_change = reads.call1.astype(float) - reads.call0.astype(float)
    yield "net_benefit_switch", ratio(change, here)
    yield "net_benefit_ai_right", ratio(change, here & reads.ok_ai)
    yield "net_benefit_ai_wrong", ratio(change, here & ~reads.ok_ai)
    yield "sensitivity_change", ratio(change, here & reads.truth)
    yield "specificity_change", ratio(change, here & ~reads.truth)
    yield (
        "agreement_with_ai_change",
        ratio((reads.call1 == reads.ai_call).astype(float) - (reads.call0 == reads.ai_call), here),
    )
    yield "excess_commission", ratio(call_change, _false_alarm(reads))
    yield "excess_omission", ratio(-call_change, _missed(reads))
    yield "complementarity", _complementarity(reads)


def _complementarity(reads: PairedReads) -> Influence:
    """Aided accuracy less the better of reader alone and AI alone; positive means better than both."""
    aided = ratio(reads.ok1, reads.present)
    alone, machine = ratio(reads.ok0, reads.present), ratio(reads.ok_ai, reads.present)
    if alone.value is None or machine.value is None:
        return aided.minus(alone)
    return aided.minus(alone if alone.value >= machine.value else machine)


def _risk_ratios(reads: PairedReads) -> Iterator[tuple[str, Influence]]:
    """Risk of error with advice over the same reads' risk without."""
    subsets: dict[str, Callable[[], Bools]] = {
        "error_risk_ratio_ai_wrong": lambda: ~reads.ok_ai,
        "error_risk_ratio_ai_right": lambda: reads.ok_ai,
    }
    for name, subset in subsets.items():
        used = reads.present & subset()
        yield name, ratio(~reads.ok1, used).log().minus(ratio(~reads.ok0, used).log())


def _false_alarm(reads: PairedReads) -> Bools:
    return reads.present & reads.ai_call & ~reads.truth


def _missed(reads: PairedReads) -> Bools:
    return reads.present & ~reads.ai_call & reads.truth
