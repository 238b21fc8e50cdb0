"""A study's name in what the program keeps: a hash, so that no identifier and no path is written down."""

from __future__ import annotations

import hashlib

from radviewer.core.study import Catalog, Study


def study_key(study: Study) -> str:
    """32 hexadecimal digits from the study's UID and the patient's ID; the same at every start."""
    return hashlib.sha256(f"radviewer study {study.uid}\0{study.patient_id}".encode()).hexdigest()[:32]


def find_study(catalog: Catalog, key: str) -> Study | None:
    """The study of a key, or None."""
    return next((study for study in catalog.studies if study_key(study) == key), None)


def study_of_series(catalog: Catalog, uid: str) -> Study | None:
    """The study that holds the series with this UID, or None."""
    return next((study for study in catalog.studies if any(series.uid == uid for series in study.series)), None)


def is_same_patient(one: Study, other: Study) -> bool:
    """Whether two studies are of one patient as far as the headers say.

    The same ID under different names is not taken as the same patient, and neither is the same name without an ID:
    a prior of somebody else would be worse than a missed one.
    """
    if not one.patient_id.strip() or one.patient_id.strip() != other.patient_id.strip():
        return False
    names = {_plain(study.patient_name) for study in (one, other)} - {""}
    return len(names) <= 1


def _plain(name: str) -> str:
    """A name without what writers differ in: case, blanks, separators."""
    return "".join(character for character in name.casefold() if character.isalnum())
