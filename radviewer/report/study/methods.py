"""The methods section, generated from the analysis that was run; what the plan says is quoted as the plan's."""

from __future__ import annotations

from radviewer.report.page import Callout, Facts, Paragraph, Section, Table, table
from radviewer.report.study.accuracy import NAMES
from radviewer.report.study.analysis import StudyAnalysis
from radviewer.report.text import MISSING

DATA_TITLE, METHODS_TITLE = "Study and data", "Methods"
_PLAN = (
    ("question", "Question"), ("design", "Design"), ("washout_days", "Washout, days"),
    ("reading_order", "Order of reading"), ("primary_endpoint", "Primary endpoint, planned"),
    ("primary_analysis", "Primary analysis, planned"), ("noninferiority_margin", "Non-inferiority margin"),
    ("planned_effect", "Planned effect"), ("sample_size", "Sample size"), ("case_selection", "Selection of cases"),
    ("setting", "Setting"), ("reference_standard", "Reference standard"),
    ("reference_standard_rationale", "Why this standard"), ("reader_recruitment", "Readers"),
    ("reader_training", "Training of readers"), ("blinding", "Blinding"), ("missing_data", "Missing data"),
    ("ethics", "Ethics"), ("registration", "Registration"), ("protocol", "Protocol"), ("funding", "Funding"),
    ("conflicts", "Interests"), ("data_availability", "Availability of data and code"),
)  # fmt: skip


def data_section(study: StudyAnalysis) -> Section:
    """Facts of the plan and numbers of the data."""
    found = study.metadata
    rows = tuple((label, str(found.study[key])) for key, label in _PLAN if key in found.study)
    section = Section(DATA_TITLE)
    if rows:
        section.add(Paragraph("As stated by the authors in the study's metadata:"), Facts(rows))
    else:
        section.add(Callout("No metadata were given: design, reading order, washout, reference standard and plan are "
                            "not stated in this report.", "caution"))  # fmt: skip
    model = tuple((_label(key), str(value)) for key, value in found.model.items())
    if model:
        section.add(Paragraph("AI system, as stated by the authors:"), Facts(model))
    return section.add(_counts(study), _reads(study))


def _label(key: str) -> str:
    return {"sha256": "SHA-256 of the weights"}.get(key, key.replace("_", " ").capitalize())


def _counts(study: StudyAnalysis) -> Table:
    reads = study.reads
    positive = int(reads.truth.sum())
    rows = [
        ("Readers", str(len(reads.readers))),
        ("Conditions", f"{len(reads.conditions)} ({', '.join(reads.conditions)})"),
        ("Cases", str(len(reads.cases))),
        ("Positive cases", f"{positive} ({100 * positive / len(reads.cases):.1f} %)"),
        ("Negative cases", str(len(reads.cases) - positive)),
        ("Reads", f"{int(reads.read.sum())} of {reads.read.size} possible"),
        ("Missing reads", str(int((~reads.read).sum()))),
    ]
    if study.pairs:
        levels = study.pairs[0].experience
        if levels:
            names = dict.fromkeys(levels)
            rows.append(("Experience of readers", ", ".join(f"{name}: {levels.count(name)}" for name in names)))
        used = study.pairs[0].present.any(axis=0)
        wrong = int((~study.pairs[0].ok_ai & study.pairs[0].present).any(axis=0).sum())
        rows.append(("Cases on which the AI was wrong", f"{wrong} of {int(used.sum())}"))
    return table("Numbers of the study.", ("", "Number"), rows, "ll", widths=(30, 70))


def _reads(study: StudyAnalysis) -> Table | None:
    """Reads of each reader under each condition, only where some are missing."""
    reads = study.reads
    if reads.read.all():
        return None
    counts = reads.read.sum(axis=2)
    rows = [
        (reader, *(str(int(counts[i, j])) for i in range(len(reads.conditions))))
        for j, reader in enumerate(reads.readers)
    ]
    return table("Reads by reader and condition.", ("Reader", *reads.conditions), rows,
                 "l" + "r" * len(reads.conditions))  # fmt: skip


def methods_section(study: StudyAnalysis) -> Section:
    """What was computed, with sources, from the results themselves."""
    section = Section(METHODS_TITLE).add(Paragraph(_accuracy_text(study)))
    if study.others:
        section.add(Paragraph(
            "To see whether the conclusion depends on the method, the AUC was also analysed with the DeLong and the "
            "unbiased covariance and by U-statistics (Gallas 2006), where these are defined. The method stated "
            "above is "
            "the primary one."
        ))  # fmt: skip
    if study.noninferiority:
        test = study.noninferiority[0]
        section.add(Paragraph(
            f"Non-inferiority was tested with a margin of {test.margin:g}: the lower limit of the two-sided "
            f"{_level(study)} interval of the difference has to exceed the negative margin. Superiority is tested only "
            "after it (fixed sequence), so no correction is needed."
        ))  # fmt: skip
    if study.uptake:
        section.add(Paragraph(_uptake_text(study)))
    if study.calibration:
        section.add(Paragraph(
            "Calibration: reliability in ten bins of equal width with Wilson intervals, expected calibration error and "
            "Brier score with its decomposition (Murphy 1973; Stephenson et al. 2008), slope and intercept of "
            "the logistic "
            "recalibration (Cox 1958). Intervals of error and score are bootstrapped over cases."
        ))  # fmt: skip
    section.add(Paragraph(_missing_text(study)))
    return section.add(*_conventions(study))


def _level(study: StudyAnalysis) -> str:
    return f"{100 * (1 - study.options.alpha):g} %"


def _accuracy_text(study: StudyAnalysis) -> str:
    result = study.primary
    listed = [NAMES.get(name, name) for name in study.endpoints]
    listed[1:] = [name.lower() for name in listed[1:]]
    endpoints = " and ".join([", ".join(listed[:-1]), listed[-1]]) if len(listed) > 1 else listed[0]
    how = {
        "or": f"by the Obuchowski-Rockette method with {result.covariance.value} covariance and the degrees of "
        f"freedom of "
        "Hillis (2007)",
        "ustat": "by U-statistics (Gallas 2006; Gallas et al. 2007) with the degrees of freedom of the method",
    }[result.method.value]
    which = {
        "rrrc": "readers and cases were taken as random",
        "frrc": "the reader or readers were taken as fixed and cases as random",
        "rrfc": "readers were taken as random and cases as fixed",
    }[result.inference.value]
    if len(listed) > 1:
        compared = f"{endpoints} were compared between conditions {how}; {which}."
    else:
        compared = f"{endpoints} was compared between conditions {how}; {which}."
    parts = (
        compared,
        "AUC is the area under the empirical ROC curve (Mann-Whitney); higher ratings always mean more suspicion."
        if "auc" in study.endpoints else "",
        "Accuracy, sensitivity and specificity are those of the readers' own calls, with a covariance over all, "
        "over the positive and over the negative cases."
        if "accuracy" in study.endpoints else "",
        "A negative Cov2 - Cov3 is set to zero." if result.method.value == "or" else "",
        "Degrees of freedom are real-valued.",
        f"Intervals are two-sided at {_level(study)} and are cut at 0 and 1 for means.",
        "Pooled tests that ignore the clustering of reads (McNemar, chi-square) were not used.",
    )  # fmt: skip
    return " ".join(part for part in parts if part)


def _uptake_text(study: StudyAnalysis) -> str:
    plan = study.uptake[0].plan
    return (
        "Uptake compares each reader's call without AI, the AI's call and the call with AI on the same case. "
        "Shares and "
        "their differences are ratios of sums over reads; their linearised contributions were analysed by the "
        "Obuchowski-Rockette method with jackknife covariance, which for the change of accuracy is exactly the test of "
        "two conditions. Medians, kappas between calls and the regression of log odds have percentile intervals from "
        f"{plan.replicates} bootstrap samples over readers and, within truth classes, cases (seed {plan.seed}). "
        f"A measure "
        "with an empty denominator is not defined, and shown as such. Reading times were compared on the logarithmic "
        "scale. Whether weaker readers gain more was judged with skill and benefit from separate, random halves of the "
        "cases, since the same cases would show it by chance alone."
    )


def _missing_text(study: StudyAnalysis) -> str:
    missing = int((~study.reads.read).sum())
    if not missing:
        return "Every reader read every case under every condition; no read is missing."
    return (
        f"{missing} of {study.reads.read.size} possible reads are missing. Each analysis uses the reads that exist and "
        "takes the others as missing at random; nothing was imputed."
    )


def _conventions(study: StudyAnalysis) -> list[Table | Callout]:
    lines: list[Table | Callout] = []
    if study.absent:
        rows = tuple(tuple([*line.split(": ", 1), ""][:2]) for line in study.absent)
        lines.append(table("What could not be analysed.", ("Analysis", "Reason"), rows, "ll", widths=(30, 70)))
    return lines


def deviations_section(study: StudyAnalysis) -> Section:
    """Departures from the plan, audit, hashes and versions."""
    section = Section("Deviations and integrity")
    found = study.metadata.deviations
    if found is None:
        section.add(Callout("Deviations from the plan: not stated by the authors.", "caution"))
    elif not found:
        section.add(Paragraph("Deviations from the plan: none, as stated by the authors."))
    else:
        rows = [(row.date or MISSING, row.what, row.why or MISSING) for row in found]
        section.add(table("Deviations from the plan, as stated by the authors.", ("Date", "What", "Why"), rows, "lll",
                          widths=(14, 46, 40)))  # fmt: skip
    audit = study.metadata.audit
    section.add(Callout(f"Audit log. {audit.sentence()}", "note" if audit.verified else "caution"))
    if audit.facts:
        section.add(Facts(tuple((_label(key), value) for key, value in audit.facts)))
    return section
