"""The section on diagnostic accuracy: means, differences, readers, figures, and what other methods say."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from radviewer.report.figures.forest import Axis, Row, forest
from radviewer.report.figures.roc import PANELS, arrows, roc_by_condition, roc_by_reader
from radviewer.report.page import Bullets, Callout, Figure, Paragraph, Section, Table, table
from radviewer.report.study.analysis import StudyAnalysis
from radviewer.report.text import degrees, interval, number, p_value
from radviewer.stats.advice import plain_sentence
from radviewer.stats.endpoints import Endpoint
from radviewer.stats.mrmc import MrmcResult
from radviewer.stats.results import Difference

NAMES = {"auc": "AUC", "accuracy": "Accuracy", "sensitivity": "Sensitivity", "specificity": "Specificity"}
TITLE = "Diagnostic accuracy"


def turned(pair: Difference) -> Difference:
    """The difference b - a instead of a - b, so that it reads "with AI less without"."""
    ci = None if pair.ci is None else (-pair.ci[1], -pair.ci[0])
    statistic = None if pair.statistic is None else -pair.statistic
    return Difference(pair.b, pair.a, -pair.difference, pair.se, pair.df, statistic, pair.p, ci)


def reading(result: MrmcResult) -> list[str]:
    """Each difference in plain words, later condition less earlier one."""
    return [plain_sentence(result, turned(pair)).replace("mean auc", "mean AUC") for pair in result.pairs]


def accuracy_section(study: StudyAnalysis) -> Section:
    """The whole section."""
    section = Section(TITLE).add(*(Callout(text, "result") for text in reading(study.primary)), _means(study))
    section.add(_differences(study), _margin(study))
    auc = study.endpoints.get("auc")
    if auc is not None and study.table is not None:
        means = {auc.conditions[m.condition]: m.mean for m in auc.means}
        section.add(
            Figure("Empirical ROC curves: thin lines are readers, the thick line is their mean sensitivity at each "
                   "specificity.", roc_by_condition(study.table, means)),
            *(Figure("Empirical ROC curves of each reader.", roc_by_reader(study.table, _estimates(auc), first))
              for first in range(0, len(study.table.readers), PANELS)),
        )  # fmt: skip
    section.add(*_forests(study), _arrow_figure(study), _readers(study), _components(study.primary))
    return section.add(_methods_table(study), *_warnings(study))


def _means(study: StudyAnalysis) -> Table:
    return mean_table(
        "Means over readers by condition.", study.endpoints, study.options.alpha, _generalises(study.primary)
    )


def mean_table(title: str, endpoints: Mapping[str, MrmcResult], alpha: float, note: str) -> Table:
    """Means of each condition, with their intervals, grouped by endpoint."""
    rows: list[tuple[str, ...]] = []
    groups = []
    for name, result in endpoints.items():
        groups.append(len(rows))
        rows.append((_about(name, result), "", "", "", ""))
        rows += [
            (result.conditions[m.condition], number(m.mean, 3), interval(m.ci, 3), number(m.se, 4), degrees(m.df))
            for m in result.means
        ]
    level = f"{100 * (1 - alpha):g} %"
    return table(title, ("Condition", "Mean", f"{level} interval", "SE", "df"), rows, "lrrrr", groups=groups, note=note)


def _about(name: str, result: MrmcResult) -> str:
    of = {"sensitivity": f"{result.counts['positives']} positive cases",
          "specificity": f"{result.counts['negatives']} negative cases"}  # fmt: skip
    cases = of.get(name, f"{result.counts['cases']} cases")
    return f"{NAMES.get(name, name)} ({cases})"


def _generalises(result: MrmcResult) -> str:
    return {
        "rrrc": "Readers and cases random: intervals speak of other readers and other cases like these.",
        "frrc": "Readers fixed: intervals speak of these readers on other cases like these.",
        "rrfc": "Cases fixed: intervals speak of other readers on these cases.",
    }[result.inference.value]


def _differences(study: StudyAnalysis) -> Table | None:
    return difference_table("Differences between conditions.", study.endpoints, study.options.alpha, _primary(study))


def difference_table(title: str, endpoints: Mapping[str, MrmcResult], alpha: float, note: str) -> Table | None:
    """Differences of each two conditions, the later less the earlier; None with one condition."""
    rows = []
    for name, result in endpoints.items():
        for pair in map(turned, result.pairs):
            contrast = f"{result.conditions[pair.a]} less {result.conditions[pair.b]}"
            rows.append((
                NAMES.get(name, name), contrast, number(pair.difference, 4, sign=True), interval(pair.ci, 4, sign=True),
                number(pair.se, 4), degrees(pair.df), p_value(pair.p),
            ))  # fmt: skip
    if not rows:
        return None
    level = f"{100 * (1 - alpha):g} %"
    header = ("Endpoint", "Contrast", "Difference", f"{level} interval", "SE", "df", "p")
    return table(title, header, rows, "llrrrrr", note=note)


def _primary(study: StudyAnalysis) -> str:
    planned = study.metadata.fact("primary_endpoint")
    if planned:
        return (
            "Differences of means over readers. p values are not corrected for several endpoints; "
            f"the primary one is '{planned}', as planned."
        )
    endpoint = NAMES.get(next(iter(study.endpoints)), "the first")
    return (
        "Differences of means over readers. p values are not corrected for several endpoints; "
        f"the primary one is taken to be {endpoint}, since the plan names none."
    )


def _margin(study: StudyAnalysis) -> Callout | None:
    if not study.noninferiority:
        return None
    parts = []
    for test in study.noninferiority:
        if test.limit is None:
            parts.append(f"{test.condition}: not testable.")
            continue
        shown = "is shown" if test.noninferior else "is NOT shown"
        more = " Superiority is shown as well." if test.superior else ""
        parts.append(
            f"Non-inferiority of {test.condition} to {test.reference} with a margin of {test.margin:g} {shown}: lower "
            f"limit {number(test.limit, 4, sign=True)}, {_p(test.p)}.{more}"
        )
    return Callout(" ".join(parts), "result")


def _p(p: float | None) -> str:
    return "p not defined" if p is None else f"p {p_value(p)}" if p < 0.001 else f"p = {p_value(p)}"


def _estimates(result: MrmcResult) -> dict[tuple[str, str], float]:
    return {
        (reader, condition): float(result.estimates[i, j])
        for j, reader in enumerate(result.readers)
        for i, condition in enumerate(result.conditions)
        if result.present[i, j]
    }


def _forests(study: StudyAnalysis) -> list[Figure]:
    """For each contrast, the readers' own differences of the primary endpoint and their mean."""
    result, endpoint = study.primary, NAMES.get(next(iter(study.endpoints)), "")
    figures = []
    for pair in result.pairs:
        rows = [
            Row(result.readers[r.reader], -r.difference, (-r.ci[1], -r.ci[0]))
            for r in result.reader_pairs
            if (r.a, r.b) == (pair.a, pair.b)
        ]
        if not rows:
            continue
        mean = turned(pair)
        rows.append(Row("Mean of readers", mean.difference, mean.ci, summary=True))
        later, first = result.conditions[mean.a], result.conditions[mean.b]
        margin = study.metadata.number("noninferiority_margin")
        axis = Axis(f"difference of {endpoint}, {later} less {first}", 0.0, f"{first} better", f"{later} better",
                    margin=None if margin is None else -margin)  # fmt: skip
        caption = (
            f"{endpoint} of each reader, {later} less {first}, with {100 * (1 - result.alpha):g} % intervals: "
            "readers over cases, the mean (diamond) over readers and cases."
        )
        figures.append(Figure(caption, forest(f"Forest plot of {endpoint}", rows, axis)))
    return figures


def operating_points(study: StudyAnalysis, condition: str) -> dict[str, tuple[float, float]]:
    """(1 - specificity, sensitivity) of each reader from the calls of one condition."""
    sens, spec = study.endpoints.get("sensitivity"), study.endpoints.get("specificity")
    if sens is None or spec is None or condition not in sens.conditions:
        return {}
    i = sens.conditions.index(condition)
    values = [
        (reader, 1 - float(spec.estimates[i, j]), float(sens.estimates[i, j]))
        for j, reader in enumerate(sens.readers)
        if sens.present[i, j] and spec.present[i, j]
    ]
    return {reader: (x, y) for reader, x, y in values}


def _arrow_figure(study: StudyAnalysis) -> Figure | None:
    calls = study.calls
    if calls is None or len(calls.conditions) < 2:
        return None
    first, second = calls.conditions[0], calls.conditions[1]
    before, after = operating_points(study, first), operating_points(study, second)
    both = [reader for reader in before if reader in after]
    if not both:
        return None
    machine = None
    if study.pairs:
        reads = study.pairs[0]
        used = reads.present
        truth = np.broadcast_to(reads.truth, used.shape)
        if (used & truth).any() and (used & ~truth).any():
            machine = (float(reads.ai_call[used & ~truth].mean()), float(reads.ai_call[used & truth].mean()))
    drawing = arrows({r: before[r] for r in both}, {r: after[r] for r in both}, machine, (first, second))
    note = "Labels that would overlap are left out." if len(both) > 8 else ""
    return Figure("Operating points of readers' calls, from the tail to the head of each arrow.", drawing, note)


def _readers(study: StudyAnalysis) -> Table:
    result = study.primary
    endpoint = NAMES.get(next(iter(study.endpoints)), "")
    rows = [
        (reader, *(_with_se(result, i, j) for i in range(len(result.conditions))))
        for j, reader in enumerate(result.readers)
    ]
    header = ("Reader", *(f"{endpoint}, {condition} (SE)" for condition in result.conditions))
    return table(f"{endpoint} of each reader, with the standard error over cases.", header, rows,
                 "l" + "r" * len(result.conditions))  # fmt: skip


def _with_se(result: MrmcResult, i: int, j: int) -> str:
    if not result.present[i, j]:
        return "not read"
    variance = float(result.variances[i, j])
    return f"{number(float(result.estimates[i, j]), 3)} ({number(max(variance, 0.0) ** 0.5, 3)})"


_COMPONENTS = {
    "ms_t": "Mean square, conditions", "ms_r": "Mean square, readers", "ms_tr": "Mean square, readers x conditions",
    "var": "Error variance of one estimate", "cov1": "Cov1: same reader, other condition",
    "cov2": "Cov2: other reader, same condition", "cov3": "Cov3: other reader, other condition",
    "var_r": "Variance between readers", "var_tr": "Variance of readers x conditions",
    "var_r_clamped": "Variance between readers, Cov2 - Cov3 not below 0",
    "var_tr_clamped": "Variance of readers x conditions, Cov2 - Cov3 not below 0",
}  # fmt: skip


def _components(result: MrmcResult) -> Table:
    rows = [
        (_COMPONENTS.get(key, key), "–" if value is None else number(value, 6))
        for key, value in result.components.items()
    ]
    what = NAMES.get(result.endpoint.kind.value, "")
    return table(f"Variance components of {what}.", ("Component", "Estimate"), rows, "lr",
                 note="ANOVA estimates may be negative in small studies; they are shown as they are.")  # fmt: skip


def _methods_table(study: StudyAnalysis) -> Table | None:
    """The primary contrast by every method, to see whether the conclusion depends on it."""
    if not study.others or not study.primary.pairs:
        return None
    rows = []
    for result in (study.primary, *study.others):
        way = "U-statistics" if result.method.value == "ustat" else f"Obuchowski-Rockette, {result.covariance.value}"
        for pair in map(turned, result.pairs):
            contrast = f"{result.conditions[pair.a]} less {result.conditions[pair.b]}"
            rows.append((way, contrast, number(pair.difference, 4, sign=True), interval(pair.ci, 4, sign=True),
                         number(pair.se, 4), degrees(pair.df), p_value(pair.p)))  # fmt: skip
    header = ("Method and covariance", "Contrast", "Difference", "Interval", "SE", "df", "p")
    return table("The AUC by other methods. The first row is the primary analysis.", header, rows, "llrrrrr",
                 emphasis=(0,))  # fmt: skip


def _warnings(study: StudyAnalysis) -> list[Paragraph | Bullets | Callout]:
    lines = [f"{NAMES.get(name, name)}: {line}" for name, one in study.endpoints.items() for line in one.warnings]
    found: list[Paragraph | Bullets | Callout] = [Callout(line, "caution") for line in study.advice]
    if study.others and not study.advice:
        found.append(Paragraph("All methods lead to the same conclusion at the chosen level, with similar errors."))
    if lines:
        found.append(Bullets(tuple(lines)))
    return found


def is_auc(study: StudyAnalysis) -> bool:
    """Whether the primary endpoint is the AUC."""
    return study.primary.endpoint.kind is Endpoint.AUC
