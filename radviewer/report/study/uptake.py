"""The sections on uptake of advice, reading time and agreement."""

from __future__ import annotations

from radviewer.report.figures.forest import Axis, Row, forest
from radviewer.report.figures.uptake import SwitchRow, rating_scatter, reliance_plane, switches
from radviewer.report.page import Bullets, Callout, Figure, Paragraph, Section, Table, table
from radviewer.report.study.analysis import StudyAnalysis
from radviewer.report.text import MINUS, MISSING, degrees, interval, number, p_value
from radviewer.stats.uptake import BY_KEY, Estimate, Split, Unit, Uptake
from radviewer.stats.uptake.switching import PATTERNS
from radviewer.stats.uptake.words import sentences, written

_SPLIT_NAMES = {
    Split.READER: "By reader", Split.AI: "By correctness of the AI", Split.TRUTH: "By truth",
    Split.EXPERIENCE: "By experience", Split.OVERLAY: "By use of the overlay",
    Split.OVERLAY_TYPE: "By type of overlay",
}  # fmt: skip
# Beyond this, labels in a plane of readers begin to overlap.
MANY_READERS = 8
LABELS = "Labels that would overlap are left out."
TITLE, TIME_TITLE, AGREEMENT_TITLE = "Uptake of AI advice", "Reading time", "Agreement among readers"


def uptake_section(study: StudyAnalysis) -> Section:
    """The section on uptake; says why where there is none."""
    section = Section(TITLE)
    if not study.uptake:
        return section.add(*_absent(study, "Uptake"))
    for found, reads in zip(study.uptake, study.pairs, strict=True):
        name = f" ({found.aided})" if len(study.uptake) > 1 else ""
        section.add(_cells(found, name), Bullets(tuple(x for x in sentences(found) if "Reading time" not in x)))
        section.add(_switch_figure(found, name), _plane(found, name))
        drawing = rating_scatter(reads)
        if drawing is not None:
            section.add(Figure(f"Ratings of the same reader and case without and with AI{name}.", drawing))
        section.add(_measures(found, name), _splits(found, name), _effects(found, name), *_notes(found))
    return section.add(_definitions(study))


def _absent(study: StudyAnalysis, what: str) -> list[Paragraph]:
    return [Paragraph(line) for line in study.absent if line.startswith(what)]


def show(value: float | None, unit: Unit) -> str:
    """A value with its unit and a true minus; undefined in words."""
    return written(value, unit).replace("-", MINUS)


def show_interval(found: Estimate, unit: Unit) -> str:
    """Both ends with the unit once."""
    if found.ci is None:
        return MISSING
    low, high = (show(end, unit) for end in found.ci)
    for tail in (" %", " points", " s"):
        if high.endswith(tail):
            low = low.removesuffix(tail)
    return f"{low} to {high}"


def _cells(found: Uptake, name: str) -> Table:
    total = found.pooled.n
    word = {"1": "right", "0": "wrong"}
    rows = [
        (word[key[0]], word[key[1]], word[key[2]], str(n), f"{100 * n / total:.1f} %" if total else MISSING,
         PATTERNS[key][0], PATTERNS[key][1])
        for key, n in found.pooled.cells.items()
    ]  # fmt: skip
    rows.append(("all", "", "", str(total), "100.0 %", "", ""))
    header = (f"{found.unaided}", "AI", f"{found.aided}", "Reads", "Share", "Pattern", "What happened")
    return table(f"What was right before the advice, in the advice, and after it{name}.", header, rows, "lllrrll",
                 emphasis=(len(rows) - 1,), widths=(10, 8.5, 9, 8, 10, 23, 31.5),
                 note="Names of the patterns after Cabitza et al. 2023.")  # fmt: skip


def _switch_figure(found: Uptake, name: str) -> Figure | None:
    sections = found.splits.get(Split.READER, {})
    rows = [
        SwitchRow(
            reader, _count(part.measures["beneficial_rate_all"]), _count(part.measures["harmful_rate_all"]), part.n
        )
        for reader, part in sections.items()
    ]
    if not rows:
        return None
    return Figure(f"Calls that were changed with AI, by reader{name}.", switches(rows))


def _count(found: Estimate) -> int:
    return round(found.numerator or 0.0)


def _plane(found: Uptake, name: str) -> Figure:
    sections = found.splits.get(Split.READER, {})
    points = [(reader, part.measures["RAIR"], part.measures["RSR"]) for reader, part in sections.items()]
    pooled = (found.pooled.measures["RAIR"], found.pooled.measures["RSR"])
    missing = [reader for reader, a, s in points if a.value is None or s.value is None]
    note = f"Not defined for {', '.join(missing)}." if missing else ""
    note = f"{note} {LABELS}".strip() if len(points) > MANY_READERS else note
    return Figure(f"Reliance on AI and on self{name}.", reliance_plane(points, pooled), note)


def _measures(found: Uptake, name: str) -> Table:
    rows: list[tuple[str, ...]] = []
    groups: list[int] = []
    group = ""
    for key, one in found.pooled.measures.items():
        entry = BY_KEY[key]
        if entry.group in {"Time", "Eight patterns"}:
            continue
        if entry.group != group:
            group = entry.group
            groups.append(len(rows))
            rows.append((group, "", "", "", "", ""))
        of = MISSING if one.denominator is None else f"{one.denominator:.0f}"
        p = p_value(one.p) if one.p is not None else ""
        rows.append((entry.label, show(one.value, entry.unit), show_interval(one, entry.unit), p, of, _df(one)))
    level = f"{100 * found.plan.level:g} %"
    return table(f"All measures of uptake{name}.", ("Measure", "Estimate", f"{level} interval", "p", "Of", "df"), rows,
                 "lrrrrr", groups=groups, widths=(38, 15, 22, 9, 7, 8),
                 note="Intervals over readers and cases: Obuchowski-Rockette on linearised ratios where df are given "
                 f"(∞: normal), else {found.plan.replicates} two-way bootstrap samples, seed {found.plan.seed}. "
                 "'Of' counts the reads in the denominator.")  # fmt: skip


def _df(found: Estimate) -> str:
    return degrees(found.df) if found.method.startswith(("Obuchowski", "jackknife")) else MISSING


def _splits(found: Uptake, name: str) -> Table:
    keys = ("accuracy_unaided", "accuracy_aided", "net_benefit_switch", "switch_rate", "RAIR", "RSR")
    rows: list[tuple[str, ...]] = []
    groups: list[int] = []
    for split, sections in found.splits.items():
        groups.append(len(rows))
        rows.append((_SPLIT_NAMES[split], *[""] * (len(keys) + 1)))
        for level, part in sections.items():
            values = (_with_ci(part.measures[key], BY_KEY[key].unit) for key in keys)
            rows.append((f"AI {level}" if split is Split.AI else level, str(part.n), *values))
    header = ("Reads", "n", "Without AI, %", "With AI, %", "Change, points", "Switched, %", "RAIR, %", "RSR, %")
    return table(f"Strata{name}: estimate and interval.", header, rows, "lrrrrrrr", groups=groups,
                 widths=(11, 7, 13, 13, 16, 13, 13, 14),
                 note="Intervals of single readers are over cases only. A dash: there are no such reads.")  # fmt: skip


def _with_ci(found: Estimate, unit: Unit) -> str:
    if found.value is None:
        return MISSING
    sign = unit is Unit.CHANGE
    ci = "" if found.ci is None else f" ({interval((100 * found.ci[0], 100 * found.ci[1]), 0, sign=sign)})"
    return f"{number(100 * found.value, 0, sign=sign)}{ci}"


def _effects(found: Uptake, name: str) -> Table | None:
    spread = found.heterogeneity
    if spread.q is None or spread.tau2 is None:
        return None
    rows = [
        (row.reader, str(row.n), number(100 * row.skill, 1), number(100 * row.effect, 1, sign=True),
         interval(None if row.ci is None else (100 * row.ci[0], 100 * row.ci[1]), 1, sign=True),
         number(None if row.shrunk is None else 100 * row.shrunk, 1, sign=True))
        for row in spread.effects
    ]  # fmt: skip
    header = ("Reader", "Reads", "Accuracy without AI, %", "Change, points", "Interval, over cases", "Shrunken change")
    note = (
        f"Q = {number(spread.q, 2)} on {spread.q_df} df, p = {p_value(spread.q_p)}; variance between readers "
        f"{number(1e4 * spread.tau2, 1)} points². {spread.note}"
    )
    return table(f"How readers differ in what they gain{name}.", header, rows, "lrrrrr", note=note)


def _notes(found: Uptake) -> list[Callout]:
    return [Callout(note, "note") for note in found.notes]


def _definitions(study: StudyAnalysis) -> Paragraph:
    design = (study.metadata.fact("design") or "").lower()
    text = (
        "RAIR is the share of reads in which a reader who was wrong took right advice; RSR the share in which a reader "
        "who was right withstood wrong advice (Schemmer et al. 2023). "
    )
    if design == "sequential":
        return Paragraph(text + "Reads were sequential, so the call before the advice is locked and these are defined "
                         "for each read.")  # fmt: skip
    return Paragraph(
        text + "They are defined for each read only if the call without AI was locked before the advice was shown "
        "(sequential design). In other designs they are defined on pairs of sessions and contain the reader's own "
        "variability from session to session."
    )


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def time_section(study: StudyAnalysis) -> Section:
    """The section on reading time."""
    section = Section(TIME_TITLE)
    timed = [found for found in study.uptake if "time_ratio" in found.pooled.measures]
    if not timed:
        return section.add(Paragraph("No reading times were recorded for pairs of reads."))
    for found in timed:
        name = f" ({found.aided})" if len(timed) > 1 else ""
        section.add(*(Paragraph(text) for text in sentences(found) if "Reading time" in text))
        section.add(_time_table(found, name), _time_figure(found, name))
    return section


def _time_table(found: Uptake, name: str) -> Table:
    keys = [key for key in found.pooled.measures if BY_KEY[key].group == "Time"]
    rows = []
    for key in keys:
        one, entry = found.pooled.measures[key], BY_KEY[key]
        rows.append((entry.label, show(one.value, entry.unit), show_interval(one, entry.unit),
                     p_value(one.p) if one.p is not None else "", _df(one)))  # fmt: skip
    two = found.log_time_ratio
    if two is not None and two.ratio_ci() is not None:
        rows.append(("Time with / without AI, two-way random effects", number(two.ratio(), 2),
                     interval(two.ratio_ci(), 2), p_value(two.p), degrees(two.df)))  # fmt: skip
    level = f"{100 * found.plan.level:g} %"
    return table(f"Reading time{name}.", ("Measure", "Estimate", f"{level} interval", "p", "df"), rows, "lrrrr",
                 note="Ratios are geometric means of each pair's ratio; below 1 reading with AI is faster. The last "
                 "row uses unclamped variance components, as some programs do.")  # fmt: skip


def _time_figure(found: Uptake, name: str) -> Figure:
    rows = [
        Row(reader, part.measures["time_ratio"].value, part.measures["time_ratio"].ci)
        for reader, part in found.splits.get(Split.READER, {}).items()
    ]
    mean = found.pooled.measures["time_ratio"]
    rows.append(Row("All readers", mean.value, mean.ci, summary=True))
    axis = Axis("time with AI / time without (logarithmic)", 1.0, "faster with AI", "slower with AI", 2, log=True,
                sign=False)  # fmt: skip
    return Figure(f"Ratio of reading times by reader{name}.", forest("Reading time ratios", rows, axis))


def agreement_section(study: StudyAnalysis) -> Section:
    """The section on agreement."""
    section = Section(AGREEMENT_TITLE)
    if not study.uptake:
        return section.add(
            Paragraph("Agreement on calls needs reads without and with AI; see above for what is missing.")
        )
    names = {
        "fleiss_kappa_readers_unaided": "Readers among each other, without AI",
        "fleiss_kappa_readers_aided": "Readers among each other, with AI",
        "fleiss_kappa_readers_unaided_ai_wrong": "The same, without AI, cases where the AI was wrong",
        "fleiss_kappa_readers_aided_ai_wrong": "The same, with AI, cases where the AI was wrong",
    }
    for found in study.uptake:
        name = f" ({found.aided})" if len(study.uptake) > 1 else ""
        rows = []
        for key, label in names.items():
            one = found.fleiss.get(key)
            if one is None or one.value is None:
                rows.append((label, "Fleiss", "not defined", MISSING, MISSING))
            else:
                rows.append((label, "Fleiss", number(one.value, 3), interval(one.ci, 3), str(one.n_cases)))
        for key, estimate in found.pooled.measures.items():
            if BY_KEY[key].group == "Agreement":
                label = _first_upper(BY_KEY[key].label.removeprefix("Kappa, "))
                value, ci = number(estimate.value, 3), interval(estimate.ci, 3)
                rows.append((label, "Cohen", value, ci, str(estimate.n_cases)))
        section.add(
            table(f"Agreement{name}.", ("Between", "Kappa", "Estimate", "Interval", "Cases"), rows, "llrrr",
                  note="Fleiss: bootstrap over cases with these readers; Cohen: bootstrap over readers and cases."),
        )  # fmt: skip
    return section.add(
        Paragraph("Advice that all readers see makes them agree more even where it is wrong. A rise of kappa is an "
                  "improvement only if agreement on the cases where the AI was wrong does not rise with it.")
    )  # fmt: skip
