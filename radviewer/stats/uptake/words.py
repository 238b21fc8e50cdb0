"""The uptake analysis in sentences that a radiologist can read, each with its interval and its limits."""

from __future__ import annotations

from collections.abc import Iterator

from radviewer.stats.uptake.analysis import Split, Uptake
from radviewer.stats.uptake.catalogue import BY_KEY, Unit
from radviewer.stats.uptake.interval import Estimate


def written(value: float | None, unit: Unit) -> str:
    """A value with its unit: per cent with one decimal, signed points, two decimals, seconds."""
    if value is None:
        return "not defined"
    shown = value + 0.0 if abs(value) >= 5e-4 or unit is Unit.SECONDS else 0.0
    return {
        Unit.SHARE: f"{100 * value:.1f} %",
        Unit.CHANGE: f"{100 * shown:+.1f} points" if shown else "0.0 points",
        Unit.RATIO: f"{value:.2f}",
        Unit.NUMBER: f"{value:.2f}" if abs(value) >= 0.1 else f"{shown:.3f}",
        Unit.SECONDS: f"{value:.1f} s",
    }[unit]


def written_interval(found: Estimate, unit: Unit) -> str:
    """The interval without repeating the unit, or "interval not estimable"."""
    if found.ci is None:
        return "interval not estimable"
    low, high = (written(end, unit) for end in found.ci)
    for tail in (" %", " points", " s"):
        low, high = low.removesuffix(tail), high.removesuffix(tail)
    return f"{100 * found.level:g} % CI {low} to {high}"


def written_p(p: float | None) -> str:
    """P with two significant digits, "p < 0.001", or empty."""
    if p is None:
        return ""
    return "p < 0.001" if p < 0.001 else f"p = {p:.2g}" if p < 0.1 else f"p = {p:.2f}"


def sentences(uptake: Uptake) -> tuple[str, ...]:
    """The findings in reading order; measures that are not defined are named as such."""
    return (
        *_accuracy(uptake), *_switches(uptake), *_reliance(uptake), *_harm(uptake), *_advice(uptake),
        *_time(uptake), *_repeats(uptake), *_concordance(uptake), *_readers(uptake),
    )  # fmt: skip


def headlines(uptake: Uptake) -> tuple[str, ...]:
    """The few sentences that a summary needs: accuracy, switches, reliance, wrong advice, time."""
    return (*_accuracy(uptake), *list(_switches(uptake))[:1], *_reliance(uptake), *list(_harm(uptake))[:1],
            *_time(uptake))  # fmt: skip


def _found(uptake: Uptake, key: str, *, p: bool = False) -> str:
    """Value, interval and counts, such as: 61.2 % (95 % CI 34.8 to 87.6; 71 of 116)."""
    found = uptake.pooled.measures[key]
    unit = BY_KEY[key].unit
    if found.value is None:
        return "not defined (no such reads)"
    inside = [written_interval(found, unit)]
    if p and found.p is not None:
        inside.append(written_p(found.p))
    if unit is Unit.SHARE and found.numerator is not None and found.denominator is not None:
        inside.append(f"{found.numerator:.0f} of {found.denominator:.0f}")
    return f"{written(found.value, unit)} ({'; '.join(inside)})"


def verdict(found: Estimate, null: float, below: str, above: str) -> str:
    """Which side of no effect the interval lies on, or that it does not say."""
    if found.ci is None:
        return "cannot be judged without an interval"
    if found.ci[0] > null:
        return above
    return below if found.ci[1] < null else "the data do not tell whether there is a change"


def _accuracy(uptake: Uptake) -> Iterator[str]:
    part, change = uptake.pooled, uptake.pooled.measures["net_benefit_switch"]
    yield (
        f"{part.n_readers} readers read {part.n_cases} cases without and with AI ({part.n} pairs of reads). "
        f"Accuracy was {_found(uptake, 'accuracy_unaided')} without and {_found(uptake, 'accuracy_aided')} with AI."
    )
    judged = verdict(change, 0.0, "accuracy fell", "accuracy rose")
    yield f"The change of accuracy was {_found(uptake, 'net_benefit_switch', p=True)}: {judged}."
    yield (
        f"The AI alone was right in {_found(uptake, 'accuracy_ai')}. Readers with AI against the better of reader "
        f"and AI alone: {_found(uptake, 'complementarity', p=True)}."
    )


def _switches(uptake: Uptake) -> Iterator[str]:
    m = uptake.pooled.measures
    better, worse = m["beneficial_rate_all"].numerator or 0, m["harmful_rate_all"].numerator or 0
    yield (
        f"Readers changed their call in {_found(uptake, 'switch_rate')}: {better:.0f} times for the better and "
        f"{worse:.0f} times for the worse, a net of {better - worse:+.0f} right calls."
    )
    yield (
        f"Where the AI disagreed they went over to it in {_found(uptake, 'switch_to_ai_given_disagree')}; "
        f"where it agreed they left it in {_found(uptake, 'switch_away_given_agree')}."
    )


def _reliance(uptake: Uptake) -> Iterator[str]:
    yield (
        f"A wrong reader took the AI's right advice in {_found(uptake, 'RAIR')} (RAIR); "
        f"a right reader withstood its wrong advice in {_found(uptake, 'RSR')} (RSR)."
    )


def _harm(uptake: Uptake) -> Iterator[str]:
    risk = uptake.pooled.measures["error_risk_ratio_ai_wrong"]
    if risk.value is not None:
        judged = verdict(risk, 1.0, "wrong advice lowered it", "wrong advice harmed (automation bias)")
        yield (
            f"Where the AI was wrong, the risk of error with AI was "
            f"{_found(uptake, 'error_risk_ratio_ai_wrong', p=True)} times that without: {judged}."
        )
    yield (
        f"Commission errors (AI falsely positive): {_found(uptake, 'commission_error_rate')}, an excess of "
        f"{_found(uptake, 'excess_commission', p=True)} over the same reads without AI. "
        f"Omission errors (AI falsely negative): {_found(uptake, 'omission_error_rate')}, an excess of "
        f"{_found(uptake, 'excess_omission', p=True)}."
    )


def _advice(uptake: Uptake) -> Iterator[str]:
    if "WOA_median_raw" in uptake.pooled.measures:
        yield (
            f"The median weight of advice was {_found(uptake, 'WOA_median_raw')}: 0 keeps one's own probability, "
            "1 takes the AI's."
        )
    if "benchmark_ai" in uptake.pooled.measures:
        found = uptake.pooled.measures["benchmark_ai"]
        judged = verdict(found, 1.0, "readers gave the AI less weight than independent evidence deserves",
                         "readers gave the AI more weight than independent evidence deserves")  # fmt: skip
        yield (
            f"On the log-odds scale the AI's weight was {_found(uptake, 'benchmark_ai')} and the reader's own "
            f"{_found(uptake, 'benchmark_own')}, against 1 and 1 for independent evidence: {judged}."
        )
    if "brier_change" in uptake.pooled.measures:
        change = uptake.pooled.measures["brier_change"]
        judged = verdict(change, 0.0, "stated probabilities became better", "stated probabilities became worse")
        yield f"The Brier score changed by {_found(uptake, 'brier_change', p=True)}: {judged}."


def _time(uptake: Uptake) -> Iterator[str]:
    found = uptake.pooled.measures.get("time_ratio")
    if found is None or found.value is None:
        return
    judged = verdict(found, 1.0, "reading with AI was faster", "reading with AI was slower")
    yield f"Reading time with AI was {_found(uptake, 'time_ratio', p=True)} times that without: {judged}."
    if "active_ratio" in uptake.pooled.measures:
        yield (
            f"Reading time with activity, idle time left out, was {_found(uptake, 'active_ratio', p=True)} times that "
            f"without; {_found(uptake, 'idle_share_unaided')} of the time was idle without and "
            f"{_found(uptake, 'idle_share_aided')} with AI."
        )


def _repeats(uptake: Uptake) -> Iterator[str]:
    measures = uptake.pooled.measures
    for key, words in (("repeat_switch_unaided", "without"), ("repeat_switch_aided", "with")):
        if key in measures:
            yield f"On reading a case again {words} AI, readers changed their call in {_found(uptake, key)}."
    if "switch_rate_beyond_repeats" in measures:
        found = measures["switch_rate_beyond_repeats"]
        judged = verdict(found, 0.0, "readers changed less than they do by themselves",
                         "readers changed more than they do by themselves")  # fmt: skip
        yield (
            f"Beyond that, calls changed between the two conditions by "
            f"{_found(uptake, 'switch_rate_beyond_repeats', p=True)}: {judged}."
        )


def _concordance(uptake: Uptake) -> Iterator[str]:
    kappas = [
        (words, uptake.fleiss.get(f"fleiss_kappa_readers_{key}"))
        for words, key in (
            ("unaided", "unaided"), ("aided", "aided"), ("aided where the AI was wrong", "aided_ai_wrong"),
        )
    ]  # fmt: skip
    shown = [
        f"{found.value:.2f} {words}" + (f" ({found.ci[0]:.2f} to {found.ci[1]:.2f})" if found.ci else "")
        for words, found in kappas
        if found is not None and found.value is not None
    ]
    if shown:
        yield (
            f"Agreement among readers (Fleiss kappa): {', '.join(shown)}. AI makes readers alike even where it is "
            "wrong, so more agreement is not by itself better."
        )


def _readers(uptake: Uptake) -> Iterator[str]:
    found, slope = uptake.heterogeneity, uptake.skill_benefit
    if found.q is not None and found.tau2 is not None:
        yield (
            f"Readers differ in what they gain: Q = {found.q:.1f} on {found.q_df} df ({written_p(found.q_p)}), "
            f"true standard deviation between readers {100 * found.tau2**0.5:.1f} points."
        )
    if slope.slope is not None and slope.ci is not None:
        yield (
            f"Each 10 points of unaided accuracy went with {10 * slope.slope:+.1f} points of benefit "
            f"({10 * slope.ci[0]:+.1f} to {10 * slope.ci[1]:+.1f}), skill and benefit taken from separate halves of "
            f"the cases. {slope.note}".rstrip()
        )
    ai = uptake.splits.get(Split.AI, {})
    if "wrong" in ai and ai["wrong"].n_cases < 20:
        yield f"The AI was wrong on only {ai['wrong'].n_cases} cases: figures on wrong advice are imprecise."
