"""Which studies the browser and the worklist list, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from radviewer.core.study import Catalog, Series, Study
from radviewer.workbench.browsing import patient_title, series_text, study_modalities, study_text
from radviewer.workbench.priors import day_of
from radviewer.workbench.study_keys import study_key


class SortKey(StrEnum):
    """Orders of studies."""

    OPENED = "As opened"
    DATE = "Newest first"
    NAME = "Patient"
    MODALITY = "Modality"
    SCORE = "AI score"


class Period(StrEnum):
    """How far back the study dates may lie."""

    ALL = "Any date"
    DAY = "Today"
    WEEK = "Last 7 days"
    MONTH = "Last 31 days"
    YEAR = "Last 12 months"


_DAYS = {Period.DAY: 0, Period.WEEK: 7, Period.MONTH: 31, Period.YEAR: 366}


@dataclass(frozen=True, slots=True)
class StudyFilter:
    """What is left of a list.

    Attributes:
        words: Each has to occur in the study's texts.
        modality: One of its series has it; empty for any.
        period: Its date lies in it; a study without a date only passes `Period.ALL`.
    """

    words: str = ""
    modality: str = ""
    period: Period = Period.ALL


def arranged(catalog: Catalog, key: SortKey, scores: Mapping[str, float]) -> Catalog:
    """The catalog with its studies in another order; equal ones stay as they were opened.

    Studies of one patient come together where the first of them stands, as the browser shows them.

    Args:
        catalog: All studies.
        key: The order.
        scores: By study key; studies without one come last.
    """
    studies = list(catalog.studies)
    if key is SortKey.DATE:
        studies.sort(key=lambda study: (study.date, study.time), reverse=True)
    elif key is SortKey.NAME:
        studies.sort(key=lambda study: (patient_title(study).casefold(), study.patient_id, study.date))
    elif key is SortKey.MODALITY:
        studies.sort(key=study_modalities)
    elif key is SortKey.SCORE:
        studies.sort(key=lambda study: -scores.get(study_key(study), -1.0))
    patients: dict[tuple[str, str], list[Study]] = {}
    for study in studies:
        patients.setdefault((study.patient_name, study.patient_id), []).append(study)
    return replace(catalog, studies=tuple(study for group in patients.values() for study in group))


def filtered(catalog: Catalog, wish: StudyFilter, today: date, *, hidden: bool = False) -> Catalog:
    """What the filter leaves: studies with those of their series that match.

    Args:
        catalog: All studies.
        wish: The filter.
        today: For the period.
        hidden: De-identified mode: only what is shown is searched.
    """
    if wish == StudyFilter():
        return catalog
    words, left = wish.words.casefold().split(), []
    for study in catalog.studies:
        if not in_period(study, wish.period, today):
            continue
        text = study_text(study, hidden=hidden)
        missing = [word for word in words if word not in text]
        series = study.series if not missing and not wish.modality else _matching(study, missing, wish, hidden=hidden)
        if series:
            left.append(study if len(series) == len(study.series) else replace(study, series=series))
    return replace(catalog, studies=tuple(left))


def _matching(study: Study, words: list[str], wish: StudyFilter, *, hidden: bool) -> tuple[Series, ...]:
    """The series of a modality that have every one of the words that the study itself has not."""
    return tuple(
        item
        for item in study.series
        if (not wish.modality or item.modality == wish.modality)
        and (not words or all(word in series_text(item, hidden=hidden) for word in words))
    )


def in_period(study: Study, period: Period, today: date) -> bool:
    """Whether a study's date lies in a period that ends today."""
    if period is Period.ALL:
        return True
    day = day_of(study.date)
    return day is not None and today - timedelta(days=_DAYS[period]) <= day <= today


def modalities(catalog: Catalog) -> tuple[str, ...]:
    """All modalities that occur, sorted."""
    return tuple(sorted({series.modality for study in catalog.studies for series in study.series if series.modality}))
