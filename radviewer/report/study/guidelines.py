"""Filling the tables of reporting guidelines from what the study knows, and from nothing else.

An item is answered by the authors' own words in the metadata, by facts of the analysis, or not at all: then it says
"to be completed by the authors". Topics are in our own words; the published checklists are what counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from radviewer.report.page import Paragraph, Section, table
from radviewer.report.study.accuracy import NAMES, TITLE, reading
from radviewer.report.study.analysis import StudyAnalysis
from radviewer.report.study.methods import DATA_TITLE, METHODS_TITLE
from radviewer.report.study.planning import CALIBRATION_TITLE
from radviewer.report.study.uptake import AGREEMENT_TITLE
from radviewer.report.study.uptake import TITLE as UPTAKE_TITLE
from radviewer.report.text import number

OPEN = "To be completed by the authors"
OUTSIDE = "Not applicable here: no model was trained in this study; see the model's own report"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a guideline.

    Attributes:
        number: As in the guideline.
        topic: What it asks for, in our own words.
        keys: Facts that answer it, "study.x", "model.x" or "auto.x", as many as are known are used.
        outside: The item concerns the training of a model, which is not part of a reader study.
    """

    number: str
    topic: str
    keys: tuple[str, ...] = ()
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Guideline:
    """One reporting guideline with its items under headings."""

    key: str
    name: str
    source: str
    groups: tuple[tuple[str, tuple[Item, ...]], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An item with its answer and where that comes from: authors, metadata, analysis, or nobody yet."""

    number: str
    topic: str
    answer: str
    source: str


def filled(guideline: Guideline, study: StudyAnalysis) -> list[tuple[str, list[Answer]]]:
    """All items with their answers, by heading."""
    facts = automatic(study)
    own = study.metadata.answers.get(guideline.key, {})
    return [(heading, [_answer(item, study, facts, own) for item in items]) for heading, items in guideline.groups]


def _answer(item: Item, study: StudyAnalysis, facts: dict[str, str], own: dict[str, str]) -> Answer:
    if item.number in own:
        return Answer(item.number, item.topic, own[item.number], "authors")
    parts, sources = [], []
    for key in item.keys:
        place, name = key.split(".", 1)
        text = {"study": study.metadata.study, "model": study.metadata.model, "auto": facts}[place].get(name)
        if text not in (None, ""):
            parts.append(str(text))
            sources.append("analysis" if place == "auto" else "metadata")
    if parts:
        return Answer(item.number, item.topic, "; ".join(parts), " and ".join(dict.fromkeys(sources)))
    if item.outside:
        return Answer(item.number, item.topic, OUTSIDE, "none")
    return Answer(item.number, item.topic, OPEN, "none")


def guideline_section(guideline: Guideline, study: StudyAnalysis) -> Section:
    """The filled table of one guideline."""
    rows: list[tuple[str, ...]] = []
    groups: list[int] = []
    done = total = 0
    for heading, answers in filled(guideline, study):
        groups.append(len(rows))
        rows.append((heading, "", "", ""))
        for one in answers:
            rows.append((one.number, one.topic, one.answer, "" if one.source == "none" else one.source))
            total += 1
            done += one.source != "none"
    unknown = set(study.metadata.answers.get(guideline.key, {})) - {
        item.number for _, items in guideline.groups for item in items
    }
    section = Section(f"{guideline.name} table").add(
        Paragraph(f"{done} of {total} rows could be answered from the analysis and the metadata. "
                  f"{guideline.source} Topics "
                  "are paraphrased; consult the publication for the wording of the items."),
        table(f"{guideline.name}.", ("Item", "Topic", "Where answered, or value", "From"), rows, "llll", groups=groups,
              widths=(7, 34, 47, 12)),
    )  # fmt: skip
    if unknown:
        section.add(
            Paragraph(f"Answers to items that this table does not have were ignored: {', '.join(sorted(unknown))}.")
        )
    return section


def automatic(study: StudyAnalysis) -> dict[str, str]:
    """Facts of the analysis by short names, each true of this study or absent."""
    facts = {
        "title": f"Title of the report: {study.metadata.title}",
        "methods": f"Section '{METHODS_TITLE}'",
        "endpoints": f"{', '.join(NAMES.get(n, n) for n in study.endpoints)}: section '{TITLE}'",
        "uncertainty": f"{100 * (1 - study.options.alpha):g} % intervals over readers and cases: section "
        f"'{METHODS_TITLE}'",
        "estimates": " ".join(reading(study.primary)) + f" Section '{TITLE}'",
        "numbers": _numbers(study),
        "missing": f"{int((~study.reads.read).sum())} of {study.reads.read.size} possible reads missing, none imputed: "
        f"section '{METHODS_TITLE}'",
        "audit": study.metadata.audit.sentence(),
        "hash": f"Every number is in the JSON file beside this report; SHA-256 of the study {study.study_sha256}",
        "software": "Versions at the head of this report",
    }
    more: dict[str, Callable[[StudyAnalysis], str]] = {
        "sensitivity": _sensitivity, "uptake": _uptake, "failures": _failures, "agreement": _agreement,
        "crosstab": _crosstab, "subgroups": _subgroups, "calibration": _calibrated, "deviations": _deviations,
        "exposure": _exposure, "ai_alone": _ai_alone,
    }  # fmt: skip
    return facts | {name: text for name, make in more.items() if (text := make(study))}


def _numbers(study: StudyAnalysis) -> str:
    reads = study.reads
    positive = int(reads.truth.sum())
    return (
        f"{len(reads.readers)} readers, {len(reads.cases)} cases ({positive} positive, {len(reads.cases) - positive} "
        f"negative): section '{DATA_TITLE}'. Cases excluded before the reading are not in the table of reads"
    )


def _sensitivity(study: StudyAnalysis) -> str:
    return f"AUC by {len(study.others)} further methods: section '{TITLE}'" if study.others else ""


def _uptake(study: StudyAnalysis) -> str:
    if not study.uptake:
        return ""
    m = study.uptake[0].pooled.measures
    return (
        f"Agreement with the AI {number(m['agreement_with_ai_unaided'].value, 2)} without and "
        f"{number(m['agreement_with_ai_aided'].value, 2)} with it; RAIR {number(m['RAIR'].value, 2)}, RSR "
        f"{number(m['RSR'].value, 2)}: section '{UPTAKE_TITLE}'"
    )


def _failures(study: StudyAnalysis) -> str:
    if not study.uptake:
        return ""
    m, cells = study.uptake[0].pooled.measures, study.uptake[0].pooled.cells
    return (
        f"{m['harmful_rate_all'].numerator:.0f} harmful switches, {cells['100']} of them after wrong advice; "
        f"commission "
        f"and omission errors: section '{UPTAKE_TITLE}'"
    )


def _agreement(study: StudyAnalysis) -> str:
    return f"Agreement of readers on their calls: section '{AGREEMENT_TITLE}'" if study.uptake else ""


def _crosstab(study: StudyAnalysis) -> str:
    if study.uptake:
        return f"2 x 2 x 2 table of calls and advice: section '{UPTAKE_TITLE}'; operating points: section '{TITLE}'"
    return f"Operating points: section '{TITLE}'" if "sensitivity" in study.endpoints else ""


def _subgroups(study: StudyAnalysis) -> str:
    if not study.uptake:
        return ""
    words = {"ai": "correctness of the AI", "overlay": "use of the overlay", "overlay-type": "type of overlay"}
    names = ", ".join(words.get(split.value, split.value) for split in study.uptake[0].splits)
    return f"Strata by {names}: section '{UPTAKE_TITLE}'. Not stated which were planned"


def _calibrated(study: StudyAnalysis) -> str:
    return f"Section '{CALIBRATION_TITLE}'" if study.calibration else ""


def _deviations(study: StudyAnalysis) -> str:
    found = study.metadata.deviations
    return "" if found is None else f"{len(found)} deviations stated: section 'Deviations and integrity'"


def _exposure(study: StudyAnalysis) -> str:
    if not study.uptake:
        return ""
    found = study.uptake[0].pooled
    return f"{found.n} pairs of reads by {found.n_readers} readers on {found.n_cases} cases, each once with the AI"


def _ai_alone(study: StudyAnalysis) -> str:
    if not study.uptake:
        return ""
    found = study.uptake[0].pooled.measures["accuracy_ai"]
    return f"Accuracy of the AI alone on these cases {number(found.value, 3)}: section '{UPTAKE_TITLE}'"
