"""Builds the study report: one analysis, one page model, and from it HTML, PDF and JSON.

Equal inputs and an equal date give equal bytes. The date is the only thing that is taken from outside the study.
"""

from __future__ import annotations

import json
import platform
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from radviewer import __version__
from radviewer.report.page import Bullets, Callout, Facts, Page, Section
from radviewer.report.study.accuracy import accuracy_section, reading
from radviewer.report.study.analysis import StudyAnalysis, StudyOptions, analyse_study, study_hashes
from radviewer.report.study.claim import CLAIM_2024
from radviewer.report.study.decide_ai import DECIDE_AI
from radviewer.report.study.guidelines import Guideline, guideline_section
from radviewer.report.study.metadata import StudyMetadata, read_metadata
from radviewer.report.study.methods import data_section, deviations_section, methods_section
from radviewer.report.study.numbers import report_numbers
from radviewer.report.study.overlay_types import overlay_section
from radviewer.report.study.planning import calibration_section, power_section
from radviewer.report.study.stard_ai import STARD_AI
from radviewer.report.study.uptake import agreement_section, time_section, uptake_section
from radviewer.stats.table import load_frame
from radviewer.stats.uptake.words import headlines

GUIDELINES: tuple[Guideline, ...] = (CLAIM_2024, STARD_AI, DECIDE_AI)
LIBRARIES = ("numpy", "scipy", "pandas", "reportlab", "jinja2")
FOOTER = "radviewer study report. Research use only, not for diagnosis."


@dataclass(frozen=True)
class StudyReport:
    """A report of one study.

    Attributes:
        study: The analysis.
        date: ISO date as it is shown.
    """

    study: StudyAnalysis
    date: str

    @classmethod
    def from_files(
        cls, table: Path, metadata: Path | None = None, *, date: str, options: StudyOptions | None = None,
        repeats: Path | None = None,
    ) -> StudyReport:  # fmt: skip
        """Analyses a long table.

        Args:
            table: CSV with one row for each read.
            metadata: TOML with what the table does not know.
            date: ISO date to show.
            options: Columns and settings.
            repeats: CSV of cases that were read again under the same condition.

        Raises:
            UnreadableFile: A file is missing or no table.
            InputProblem, UsageProblem: The content or a column cannot be used.
        """
        frame = load_frame(table)
        words = None if metadata is None else read_file(metadata)
        facts = StudyMetadata() if words is None else read_metadata(words, metadata.name if metadata else "")
        hashes = study_hashes(read_file(table), words)
        again = None if repeats is None else (load_frame(repeats), sha256(read_file(repeats)).hexdigest())
        return cls(analyse_study(frame, hashes, facts, options or StudyOptions(), again), date)

    @cached_property
    def page(self) -> Page:
        """The report as sections."""
        study = self.study
        sections = (
            summary_section(study), data_section(study), methods_section(study), accuracy_section(study),
            *([overlays] if (overlays := overlay_section(study)) else []),
            uptake_section(study), time_section(study), calibration_section(study), agreement_section(study),
            power_section(study), deviations_section(study), *(guideline_section(g, study) for g in GUIDELINES),
        )  # fmt: skip
        facts = Facts(tuple(identity(study).items()))
        return Page(study.metadata.title, study.metadata.subtitle, self.date, facts, sections, FOOTER)

    def html(self) -> str:
        """One self-contained HTML file."""
        from radviewer.report.html import to_html

        return to_html(self.page)

    def pdf(self) -> bytes:
        """The same as PDF."""
        from radviewer.report.pdf import to_pdf

        return to_pdf(self.page)

    def numbers(self) -> dict[str, Any]:
        """Every number as one object; undefined is None."""
        return report_numbers(self.study, self.date, identity(self.study), GUIDELINES)

    def json(self) -> str:
        """`numbers` as JSON text; a number that is not finite is a defect and raises ValueError."""
        return json.dumps(self.numbers(), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def read_file(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableFile: It cannot be read.
    """
    from radviewer.core.errors import UnreadableFile

    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be read ({error.strerror}).", hint="Check the path.") from error


def identity(study: StudyAnalysis) -> dict[str, str]:
    """What identifies a report: hashes, versions, audit."""
    facts = {
        "Study hash (SHA-256 of table and metadata)": study.study_sha256,
        "SHA-256 of the table": study.table_sha256,
        "SHA-256 of the metadata": study.metadata_sha256 or "no metadata given",
        "Software": f"radviewer {__version__}, Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in LIBRARIES),
        "AI system": _model(study),
        "Audit log": study.metadata.audit.sentence(),
    }
    if study.repeats_sha256 is not None:
        facts["SHA-256 of the repeats"] = study.repeats_sha256
    for name, number in study.metadata.software.items():
        facts[f"Software: {name}"] = number
    return facts


def _model(study: StudyAnalysis) -> str:
    model = study.metadata.model
    if "name" not in model:
        return "not stated"
    tail = f" {model['version']}" if "version" in model else ", version not stated"
    return f"{model['name']}{tail}" + (f", SHA-256 {model['sha256']}" if "sha256" in model else "")


def summary_section(study: StudyAnalysis) -> Section:
    """The main results in sentences."""
    section = Section("Summary").add(*(Callout(text, "result") for text in reading(study.primary)))
    for found in study.uptake:
        section.add(Bullets(headlines(found)))
    cautions = list(study.advice)
    if study.metadata.audit.verified is False:
        cautions.append(study.metadata.audit.sentence())
    return section.add(*(Callout(line, "caution") for line in cautions))
