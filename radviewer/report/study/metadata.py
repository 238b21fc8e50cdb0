"""What the table of reads cannot know: title, plan, versions, deviations, audit. From a TOML file, all optional.

A key that is not known is refused with the known ones, so that a spelling mistake cannot make a fact vanish
from a report. What is not given is reported as not given; nothing is invented.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import Any

from radviewer.core.errors import InputProblem

# Section -> key -> what it says. The documentation of the metadata file is checked against this.
KEYS: dict[str, dict[str, str]] = {
    "study": {
        "question": "question or hypothesis",
        "design": "crossover, sequential, concurrent, on-request, split-plot or parallel",
        "washout_days": "days between a reader's sessions",
        "reading_order": "how the order of cases and conditions was drawn, with its seed",
        "primary_endpoint": "endpoint fixed before the first read",
        "primary_analysis": "analysis fixed before the first read",
        "noninferiority_margin": "margin as a positive number on the endpoint's scale",
        "planned_effect": "difference that the sample size was planned for",
        "stopping_rule": "when reading ends, fixed before the first read",
        "sample_size": "how the numbers of readers and cases were found",
        "case_selection": "how cases were chosen, and whether errors of the AI were enriched",
        "setting": "where and when the images were made and read",
        "reference_standard": "how the truth was established",
        "reference_standard_rationale": "why so",
        "reader_recruitment": "who read, and how they were found",
        "reader_training": "how readers were made familiar with the system",
        "blinding": "what readers knew about truth, prevalence and clinical data",
        "missing_data": "how missing reads came about",
        "ethics": "approval or why none was needed",
        "registration": "registry and number",
        "protocol": "where the protocol can be read",
        "funding": "sources and role of funders",
        "conflicts": "commercial and other interests",
        "data_availability": "where data and code can be had",
        "limitations": "limits of the study in the authors' words",
        "implications": "meaning for practice in the authors' words",
    },
    "model": {
        "name": "name of the AI system",
        "version": "its version",
        "sha256": "hash of its weights",
        "algorithm": "kind of algorithm",
        "intended_use": "what it is for, and for whom",
        "training_data": "what it was trained on",
        "preprocessing": "what is done to the images",
        "operating_point": "threshold of its call and where that comes from",
        "display": "what readers saw of it: score, call, map, text",
        "explanation": "method of explanation and how it was checked",
        "performance": "its performance before this study, with source",
    },
    "audit": {
        "verified": "true or false: was the chain of the audit log verified",
        "log_sha256": "hash of the audit log",
        "entries": "number of entries",
        "checked": "when and with what",
        "message": "what the check said",
    },
    "software": {},
    "checklist": {"claim": "answers by item", "stard_ai": "answers by item", "decide_ai": "answers by item"},
}
_TOP = ("title", "subtitle")
DEFAULT_TITLE, DEFAULT_SUBTITLE = "Reader study", "Reader study report"


@dataclass(frozen=True, slots=True)
class Deviation:
    """One departure from the plan."""

    what: str
    why: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """Result of checking the audit log.

    Attributes:
        verified: None where no log was given.
        facts: What else is known about it.
        stated: The metadata say so; False where the program itself has just checked the log.
    """

    verified: bool | None = None
    facts: tuple[tuple[str, str], ...] = ()
    stated: bool = True

    def sentence(self) -> str:
        """The state of the audit in words."""
        if self.verified is None:
            return "Not verified: no audit log was given."
        source = " (as stated in the metadata; this report did not check the log itself)" if self.stated else ""
        if self.verified:
            return f"The hash chain of the audit log was verified{source}: no entry was altered, removed or added."
        return f"The hash chain of the audit log does NOT verify{source}: entries were altered, removed or added."


@dataclass(frozen=True, slots=True)
class StudyMetadata:
    """Facts about a study beside its reads.

    Attributes:
        title: Title of the report.
        subtitle: Line above the title.
        study: Facts by the keys of KEYS["study"].
        model: Facts by the keys of KEYS["model"].
        software: Further names and versions.
        audit: Result of the audit check.
        deviations: Departures from the plan; None where the file says nothing about them.
        answers: Authors' own answers by guideline and item.
    """

    title: str = DEFAULT_TITLE
    subtitle: str = DEFAULT_SUBTITLE
    study: dict[str, Any] = field(default_factory=dict)
    model: dict[str, Any] = field(default_factory=dict)
    software: dict[str, str] = field(default_factory=dict)
    audit: Audit = Audit()
    deviations: tuple[Deviation, ...] | None = None
    answers: dict[str, dict[str, str]] = field(default_factory=dict)

    def fact(self, key: str) -> str | None:
        """A study fact as text, or None."""
        value = self.study.get(key)
        return None if value is None else str(value)

    def number(self, key: str) -> float | None:
        """A study fact as a number, or None.

        Raises:
            InputProblem: It is given and no number.
        """
        value = self.study.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise InputProblem(f"The metadata's study.{key} must be a number, not {value!r}.")
        return float(value)


def read_metadata(content: bytes, name: str = "metadata") -> StudyMetadata:
    """Metadata from the bytes of a TOML file.

    Args:
        content: The file.
        name: What to call it in messages.

    Raises:
        InputProblem: Not TOML, an unknown key, or a value of the wrong kind.
    """
    try:
        data = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputProblem(f"{name} is not a TOML file: {error}", hint="See the example in the manual.") from error
    _known(data, (*_TOP, *KEYS, "deviations"), name, "")
    parts = {section: _section(data, section, name) for section in KEYS}
    return StudyMetadata(
        title=_text(data.get("title", DEFAULT_TITLE), "title"),
        subtitle=_text(data.get("subtitle", DEFAULT_SUBTITLE), "subtitle"),
        study=parts["study"],
        model=parts["model"],
        software={str(k): str(v) for k, v in parts["software"].items()},
        audit=_audit(parts["audit"]),
        deviations=_deviations(data.get("deviations")),
        answers=_answers(parts["checklist"]),
    )


def _section(data: dict[str, Any], section: str, name: str) -> dict[str, Any]:
    found = data.get(section, {})
    if not isinstance(found, dict):
        raise InputProblem(f"[{section}] in {name} must be a table.", hint=f"Write a line [{section}] above its keys.")
    if KEYS[section]:
        _known(found, tuple(KEYS[section]), name, f"{section}.")
    return found


def _known(found: dict[str, Any], known: tuple[str, ...], name: str, prefix: str) -> None:
    for key in found:
        if key not in known:
            raise InputProblem(f"{name} has an unknown key {prefix}{key}.", hint=f"Known are: {', '.join(known)}.")


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InputProblem(f"The metadata's {key} must be text.")
    return value.strip()


def _audit(found: dict[str, Any]) -> Audit:
    verified = found.get("verified")
    if verified is not None and not isinstance(verified, bool):
        raise InputProblem("The metadata's audit.verified must be true or false.")
    return Audit(verified, tuple((key, str(value)) for key, value in found.items() if key != "verified"))


def _deviations(found: Any) -> tuple[Deviation, ...] | None:
    if found is None:
        return None
    if not isinstance(found, list):
        raise InputProblem("The metadata's deviations must be a list of tables.", hint="Write [[deviations]].")
    rows = []
    for row in found:
        if not isinstance(row, dict) or "what" not in row or set(row) - {"what", "why", "date"}:
            raise InputProblem("Each deviation needs 'what', and may have 'why' and 'date'.")
        rows.append(Deviation(str(row["what"]), str(row.get("why", "")), str(row.get("date", ""))))
    return tuple(rows)


def _answers(found: dict[str, Any]) -> dict[str, dict[str, str]]:
    for guideline, answers in found.items():
        if not isinstance(answers, dict):
            raise InputProblem(f"[checklist.{guideline}] must be a table of answers by item.")
    return {guideline: {str(k): str(v) for k, v in answers.items()} for guideline, answers in found.items()}
