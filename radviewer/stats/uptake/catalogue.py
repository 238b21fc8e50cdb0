"""Names of the uptake measures in plain words, in the order in which they are read.

Each has a unit: "share" (0-1, shown in per cent), "change" (difference of shares, in points), "ratio",
"number", "seconds". The keys are those of the JSON output.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from radviewer.stats.uptake.switching import PATTERNS


class Unit(StrEnum):
    """How a value is written."""

    SHARE = "share"
    CHANGE = "change"
    RATIO = "ratio"
    NUMBER = "number"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True)
class Entry:
    """One measure: its key, group, label and definition in words."""

    key: str
    group: str
    label: str
    unit: Unit
    meaning: str


_S, _C, _R, _N, _T = Unit.SHARE, Unit.CHANGE, Unit.RATIO, Unit.NUMBER, Unit.SECONDS

_ROWS: tuple[tuple[str, tuple[tuple[str, str, Unit, str], ...]], ...] = (
    ("Accuracy", (
        ("accuracy_unaided", "Accuracy without AI", _S, "right calls / reads"),
        ("accuracy_aided", "Accuracy with AI", _S, "right calls / reads"),
        ("accuracy_ai", "Accuracy of the AI alone", _S, "right AI calls / reads"),
        ("net_benefit_switch", "Change of accuracy", _C, "(beneficial - harmful switches) / reads"),
        ("sensitivity_change", "Change of sensitivity", _C, "on positive cases"),
        ("specificity_change", "Change of specificity", _C, "on negative cases"),
        ("net_benefit_ai_right", "Change of accuracy, AI right", _C, "reads where the AI was right"),
        ("net_benefit_ai_wrong", "Change of accuracy, AI wrong", _C, "reads where the AI was wrong"),
        ("accuracy_unaided_ai_right", "Accuracy without AI, AI right", _S, "reads where the AI was right"),
        ("accuracy_aided_ai_right", "Accuracy with AI, AI right", _S, "reads where the AI was right"),
        ("accuracy_unaided_ai_wrong", "Accuracy without AI, AI wrong", _S, "reads where the AI was wrong"),
        ("accuracy_aided_ai_wrong", "Accuracy with AI, AI wrong", _S, "reads where the AI was wrong"),
        ("accuracy_best_of_two", "Reader or AI right (best of two)", _S, "at least one was right alone"),
        ("complementarity", "Complementarity", _C, "aided accuracy - the better of reader and AI alone"),
    )),
    ("Switches", (
        ("switch_rate", "Switch rate", _S, "call changed / reads"),
        ("beneficial_rate_given_wrong", "Beneficial switches", _S, "became right / wrong without AI"),
        ("harmful_rate_given_right", "Harmful switches", _S, "became wrong / right without AI"),
        ("beneficial_rate_all", "Beneficial switches, of all reads", _S, "became right / reads"),
        ("harmful_rate_all", "Harmful switches, of all reads", _S, "became wrong / reads"),
        ("switch_to_ai_given_disagree", "Switched to the AI when it disagreed", _S, "now with AI / disagreed before"),
        ("switch_away_given_agree", "Switched away though the AI agreed", _S, "now against AI / agreed before"),
        ("agreement_with_ai_unaided", "Agreement with the AI, without it", _S, "same call / reads"),
        ("agreement_with_ai_aided", "Agreement with the AI, with it", _S, "same call / reads"),
        ("agreement_with_ai_change", "Change of agreement with the AI", _C, "with - without"),
    )),
    ("Reliance", (
        ("RAIR", "Relative AI reliance (RAIR)", _S, "took right advice / was wrong and the AI right"),
        ("RSR", "Relative self-reliance (RSR)", _S, "withstood wrong advice / was right and the AI wrong"),
        ("under_reliance", "Under-reliance", _S, "1 - RAIR"),
        ("over_reliance", "Over-reliance", _S, "1 - RSR"),
        ("error_risk_ratio_ai_wrong", "Risk of error, AI wrong: with / without", _R, "above 1: wrong advice harms"),
        ("error_risk_ratio_ai_right", "Risk of error, AI right: with / without", _R, "below 1: right advice helps"),
    )),
    ("Commission and omission", (
        ("commission_error_rate", "Commission error", _S, "called positive / AI falsely positive"),
        ("commission_unaided", "The same reads without AI", _S, "called positive / AI falsely positive"),
        ("excess_commission", "Excess commission", _C, "with - without, same reads"),
        ("ab_induced_commission", "Induced commission", _S, "of those right without AI"),
        ("omission_error_rate", "Omission error", _S, "called negative / AI falsely negative"),
        ("omission_unaided", "The same reads without AI", _S, "called negative / AI falsely negative"),
        ("excess_omission", "Excess omission", _C, "with - without, same reads"),
        ("ab_induced_omission", "Induced omission", _S, "of those right without AI"),
    )),
    ("Net reclassification", (
        ("NRI_event", "NRI, positive cases", _C, "(moved up - moved down) / positive reads"),
        ("NRI_nonevent", "NRI, negative cases", _C, "(moved down - moved up) / negative reads"),
        ("NRI", "NRI, sum", _C, "sum of the two parts"),
    )),
    ("Probabilities", (
        ("WOA_median_raw", "Weight of advice, median", _N, "0 kept own opinion, 1 took the AI's"),
        ("WOA_mean_clipped", "Weight of advice, mean within 0-1", _N, "after clipping to 0-1"),
        ("WOA_mean_clipped_ai_right", "Weight of advice, AI right", _N, "after clipping to 0-1"),
        ("WOA_mean_clipped_ai_wrong", "Weight of advice, AI wrong", _N, "after clipping to 0-1"),
        ("WOA_share_0", "Kept or moved away from the AI", _S, "weight 0 or less"),
        ("WOA_share_1", "Took the AI's probability or went past it", _S, "weight 1 or more"),
        ("WOA_excluded_share", "Left out of the weight of advice", _S, "AI as good as equal to the reader"),
        ("mae_treatment_effect", "Drop of absolute error", _C, "|unaided - truth| - |aided - truth|"),
        ("mae_treatment_effect_ai_right", "Drop of absolute error, AI right", _C, "positive is better"),
        ("mae_treatment_effect_ai_wrong", "Drop of absolute error, AI wrong", _C, "positive is better"),
        ("brier_unaided", "Brier score without AI", _N, "0 is perfect"),
        ("brier_aided", "Brier score with AI", _N, "0 is perfect"),
        ("brier_ai", "Brier score of the AI", _N, "0 is perfect"),
        ("brier_change", "Change of Brier score", _N, "negative is better"),
        ("confidence_change_mean", "Change of confidence", _N, "|2p - 1| with - without"),
        ("confidence_change_when_right", "Change of confidence, aided call right", _N, "should rise"),
        ("confidence_change_when_wrong", "Change of confidence, aided call wrong", _N, "should not rise"),
        ("benchmark_own", "Weight of own opinion (log odds)", _N, "1 is rational if independent"),
        ("benchmark_ai", "Weight of the AI (log odds)", _N, "below 1: the AI is neglected"),
        ("benchmark_intercept", "Intercept (log odds)", _N, "0 without a drift"),
    )),
    ("Time", (
        ("time_geomean_unaided", "Reading time without AI, geometric mean", _T, "seconds"),
        ("time_geomean_aided", "Reading time with AI, geometric mean", _T, "seconds"),
        ("time_ratio", "Time with / without AI", _R, "geometric mean of each pair's ratio"),
        ("time_ratio_ai_right", "Time ratio, AI right", _R, "below 1 is faster"),
        ("time_ratio_ai_wrong", "Time ratio, AI wrong", _R, "below 1 is faster"),
        ("time_ratio_agree", "Time ratio, AI agreed with the reader", _R, "below 1 is faster"),
        ("time_ratio_disagree", "Time ratio, AI disagreed", _R, "below 1 is faster"),
        ("time_median_diff", "Median difference of time", _T, "seconds, with - without"),
        ("active_geomean_unaided", "Active time without AI, geometric mean", _T, "seconds with activity"),
        ("active_geomean_aided", "Active time with AI, geometric mean", _T, "seconds with activity"),
        ("active_ratio", "Active time with / without AI", _R, "geometric mean of each pair's ratio"),
        ("idle_share_unaided", "Idle share of the time without AI", _S, "mean of each read's share"),
        ("idle_share_aided", "Idle share of the time with AI", _S, "mean of each read's share"),
    )),
    ("Repeated reads", (
        ("repeat_switch_unaided", "Changed on reading again, without AI", _S, "call changed / repeats"),
        ("repeat_switch_aided", "Changed on reading again, with AI", _S, "call changed / repeats"),
        ("switch_rate_beyond_repeats", "Switch rate beyond repeats", _C, "switch rate - changed on reading again"),
        ("repeat_kappa_unaided", "Kappa of repeats, without AI", _N, "within readers"),
        ("repeat_kappa_aided", "Kappa of repeats, with AI", _N, "within readers"),
    )),
    ("Agreement", (
        ("cohen_kappa_unaided_vs_aided", "Kappa, unaided with aided", _N, "pooled reads"),
        ("cohen_kappa_unaided_vs_ai", "Kappa, unaided with AI", _N, "pooled reads"),
        ("cohen_kappa_aided_vs_ai", "Kappa, aided with AI", _N, "pooled reads"),
    )),
    ("Eight patterns", tuple(
        (f"pattern_{key}", name.capitalize(), _S, meaning) for key, (name, meaning) in PATTERNS.items()
    )),
)  # fmt: skip

CATALOGUE: tuple[Entry, ...] = tuple(
    Entry(key, group, label, unit, meaning) for group, rows in _ROWS for key, label, unit, meaning in rows
)
BY_KEY: dict[str, Entry] = {entry.key: entry for entry in CATALOGUE}
