"""Every number of a study report as one JSON object, so that nothing has to be read off a figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from radviewer.report.figures.roc import curves
from radviewer.report.study.accuracy import operating_points
from radviewer.report.study.analysis import StudyAnalysis
from radviewer.report.study.guidelines import Guideline, filled
from radviewer.report.study.planning import planned_effect, power_grid, power_spreads, readers_of_grid
from radviewer.stats.mrmc_document import mrmc_document
from radviewer.stats.uptake.export import plain, uptake_json

SCHEMA = "radviewer-study-report/1"


def report_numbers(
    study: StudyAnalysis, date: str, identity: dict[str, str], guidelines: Sequence[Guideline]
) -> dict[str, Any]:
    """The object that is written beside HTML and PDF."""
    options = study.options
    return {
        "schema": SCHEMA,
        "date": date,
        "title": study.metadata.title,
        "identity": identity,
        "sha256": {
            "study": study.study_sha256,
            "table": study.table_sha256,
            "metadata": study.metadata_sha256,
            "repeats": study.repeats_sha256,
        },
        "metadata": plain(study.metadata),
        "options": plain(options),
        "n": dict(study.primary.counts),
        "readers": list(study.reads.readers),
        "conditions": list(study.reads.conditions),
        "accuracy": {name: mrmc_document(result) for name, result in study.endpoints.items()},
        **_by_overlay(study),
        "accuracy_other_methods": [mrmc_document(result) for result in study.others],
        "advice": list(study.advice),
        "noninferiority": plain(study.noninferiority),
        "roc_curves": _curves(study),
        "operating_points": _points(study),
        "uptake": {found.aided: uptake_json(found) for found in study.uptake},
        "calibration": plain(study.calibration),
        "power": _power(study),
        "absent": list(study.absent),
        "guidelines": {g.key: {heading: plain(answers) for heading, answers in filled(g, study)} for g in guidelines},
    }


def _by_overlay(study: StudyAnalysis) -> dict[str, Any]:
    if not study.by_overlay:
        return {}
    return {
        "accuracy_by_overlay_type": {name: mrmc_document(result) for name, result in study.by_overlay.items()},
        "overlay_type_as_factor": {name: mrmc_document(result) for name, result in study.overlay_factor.items()},
    }


def _curves(study: StudyAnalysis) -> list[dict[str, Any]]:
    if study.table is None:
        return []
    table = study.table
    return [
        {
            "condition": table.conditions[i], "reader": table.readers[j],
            "false_positive_rate": plain(curve.false_positive_rate),
            "true_positive_rate": plain(curve.true_positive_rate),
            "thresholds": plain(curve.thresholds),
        }
        for (i, j), curve in curves(table).items()
    ]  # fmt: skip


def _points(study: StudyAnalysis) -> list[dict[str, Any]]:
    if study.calls is None:
        return []
    return [
        {"condition": condition, "reader": reader, "false_positive_rate": x, "true_positive_rate": y}
        for condition in study.calls.conditions
        for reader, (x, y) in operating_points(study, condition).items()
    ]


def _power(study: StudyAnalysis) -> dict[str, Any] | None:
    grid = power_grid(study)
    if grid is None:
        return None
    effect, source = planned_effect(study)
    spreads, draws = power_spreads(study), study.planning_draws
    return {
        "effect": effect, "effect_source": source, "readers": list(readers_of_grid()),
        "power_by_cases": {str(cases): line for cases, line in grid.items()}, "planning": plain(study.planning),
        "spread_by_cases": None if spreads is None else {str(c): plain(line) for c, line in spreads.items()},
        "draws": None if draws is None else {"used": len(draws.draws), "failed": draws.failed, "seed": draws.seed},
        "stopping_rule": study.metadata.fact("stopping_rule"),
    }  # fmt: skip
