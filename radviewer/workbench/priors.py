"""Earlier studies of the same patient, with how long before they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from radviewer.core.study import Catalog, Study
from radviewer.workbench.study_keys import is_same_patient, study_key

_MONTH = 365.2425 / 12  # days


@dataclass(frozen=True, slots=True)
class Prior:
    """An earlier study.

    Attributes:
        study: It.
        interval: How long before, for example "14 months before"; "same day" with an earlier time.
        short: The same for a narrow place, for example "14 mo".
    """

    study: Study
    interval: str
    short: str


def priors_of(study: Study, catalog: Catalog) -> tuple[Prior, ...]:
    """Studies of the same patient before this one, the latest first; none where dates are missing."""
    day = day_of(study.date)
    if day is None:
        return ()
    found = []
    for other in catalog.studies:
        then = day_of(other.date)
        if other is study or then is None or not is_same_patient(study, other) or study_key(other) == study_key(study):
            continue
        if then < day or (then == day and other.time and study.time and other.time < study.time):
            found.append(((then, other.time), Prior(other, interval_text(then, day), short_interval(then, day))))
    return tuple(prior for _, prior in sorted(found, key=lambda item: item[0], reverse=True))


def day_of(text: str) -> date | None:
    """A date YYYYMMDD; None where there is none."""
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:])) if len(text) == 8 and text.isdigit() else None
    except ValueError:
        return None


def interval_text(then: date, now: date) -> str:
    """How long before: days up to 60, months up to two years, then years."""
    days = (now - then).days
    if days == 0:
        return "same day"
    if days == 1:
        return "1 day before"
    if days <= 60:
        return f"{days} days before"
    months = round(days / _MONTH)
    if months < 24:
        return f"{months} months before"
    years = days / 365.2425
    return f"{years:.0f} years before" if years >= 10 else f"{years:.1f} years before"


def short_interval(then: date, now: date) -> str:
    """As `interval_text`, in units of one or two letters."""
    words = {"days": "d", "day": "d", "months": "mo", "years": "y", "before": ""}
    return " ".join(filter(None, (words.get(word, word) for word in interval_text(then, now).split())))
